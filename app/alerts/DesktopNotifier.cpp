// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/alerts/DesktopNotifier.h"

#include "app/core/Logging.h"

#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>

namespace segue {

namespace {

constexpr int kTimeoutMs = 5'000;
constexpr int kAsTheDesktopLikes = -1;

QDBusMessage call(const QString &method)
{
    const QString service = QStringLiteral("org.freedesktop.Notifications");
    return QDBusMessage::createMethodCall(service, QStringLiteral("/org/freedesktop/Notifications"), service, method);
}

} // namespace

DesktopNotifier::DesktopNotifier(QObject *parent)
    : QObject(parent)
{
}

void DesktopNotifier::show(const AlertKey &key, const QString &text)
{
    QDBusConnection bus = QDBusConnection::sessionBus();
    if (!bus.isConnected()) {
        return;
    }
    QDBusMessage notify = call(QStringLiteral("Notify"));
    notify.setArguments({QStringLiteral("Segue"), m_shown.value(key), QStringLiteral("segue"), QStringLiteral("Segue"),
                         text.toHtmlEscaped(), QStringList(),
                         QVariantMap{{QStringLiteral("desktop-entry"), QStringLiteral("segue")}}, kAsTheDesktopLikes});
    auto *watcher = new QDBusPendingCallWatcher(bus.asyncCall(notify, kTimeoutMs), this);
    connect(watcher, &QDBusPendingCallWatcher::finished, this, [this, watcher, key] {
        watcher->deleteLater();
        const QDBusPendingReply<quint32> reply = *watcher;
        if (reply.isError()) {
            qCInfo(lcApp).noquote() << "no desktop notification:" << reply.error().message();
        } else {
            m_shown.insert(key, reply.value());
        }
    });
}

void DesktopNotifier::close(const AlertKey &key)
{
    const quint32 shown = m_shown.take(key);
    QDBusConnection bus = QDBusConnection::sessionBus();
    if (shown != 0 && bus.isConnected()) {
        QDBusMessage close = call(QStringLiteral("CloseNotification"));
        close.setArguments({shown});
        bus.call(close, QDBus::NoBlock);
    }
}

} // namespace segue
