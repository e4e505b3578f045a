// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/AlertPlace.h"

#include "ui/widgets/MessageBar.h"

#include <utility>

namespace segue {

AlertPlace::AlertPlace(AppContext &context, MessageBar &messages, QObject *parent)
    : AlertPlace(context.settings(), partsOf(context), messages, parent)
{
}

AlertPlace::AlertPlace(Settings &settings, Alerts::Parts parts, MessageBar &messages, QObject *parent)
    : QObject(parent)
    , m_settings(settings)
    , m_messages(messages)
    , m_alerts(std::move(parts))
{
    connect(&m_alerts, &Alerts::raised, this, &AlertPlace::tell);
    connect(&m_alerts, &Alerts::changed, this,
            [this](const AlertKey &key, const QString &sentence) { show(key, sentence, true); });
    connect(&m_alerts, &Alerts::gone, this, &AlertPlace::forget);
    m_alerts.look();
}

Alerts::Parts AlertPlace::partsOf(AppContext &context)
{
    return {.log = context.log(),
            .connections = context.connections(),
            .settings = context.settings(),
            .clock = context.clock(),
            .dataFolder = context.dataFolder(),
            .courier = context.courier(),
            .isRelaying = [&context](const Connection &connection) {
                return context.receiver().isListening() && connection.relay.on;
            }};
}

QString AlertPlace::subjectOf(const AlertKey &key)
{
    return QStringLiteral("alert-%1-%2").arg(static_cast<int>(key.kind)).arg(key.connection.text());
}

void AlertPlace::tell(const AlertKey &key, const QString &sentence)
{
    show(key, sentence, false);
    if (m_settings.alerts().desktop) {
        m_desktop.show(key, sentence);
    }
}

void AlertPlace::show(const AlertKey &key, const QString &sentence, bool isUpdate)
{
    const bool ofConnection = !key.connection.isNull();
    const auto act = [this, key] {
        seen(key.connection);
        Q_EMIT showRequested(key.connection);
    };
    m_messages.show({subjectOf(key), Tone::Warning, sentence, ofConnection ? tr("Show") : QString(), act, 0, isUpdate,
                     [this, key] { closed(key); }});
}

void AlertPlace::closed(const AlertKey &key)
{
    m_alerts.acknowledge(key);
    m_desktop.close(key);
}

void AlertPlace::forget(const AlertKey &key)
{
    m_messages.clear(subjectOf(key));
    m_desktop.close(key);
}

void AlertPlace::seen(const ConnectionId &id)
{
    const AlertKey key{AlertKind::FailedDelivery, id};
    m_alerts.acknowledge(key);
    forget(key);
}

} // namespace segue
