// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/DeliveryPlace.h"

#include "app/delivery/DeliverySentences.h"
#include "ui/shell/SidebarModel.h"
#include "ui/shell/StatusBar.h"
#include "ui/widgets/MessageBar.h"

#include <QTimer>

namespace segue {

namespace {

const QString kSubject = QStringLiteral("delivery");
constexpr int kCountsMs = 250;

bool isHeldUp(const DeliveryStatus &status)
{
    return status.kind == DeliveryStatus::Kind::Paused || status.kind == DeliveryStatus::Kind::Retrying;
}

} // namespace

DeliveryPlace::DeliveryPlace(AppContext &context, SidebarModel &sidebar, StatusBar &status, MessageBar &messages,
                             QObject *parent)
    : QObject(parent)
    , m_context(context)
    , m_sidebar(sidebar)
    , m_status(status)
    , m_messages(messages)
    , m_timer(new QTimer(this))
{
    m_timer->setSingleShot(true);
    m_timer->setInterval(kCountsMs);
    connect(m_timer, &QTimer::timeout, this, &DeliveryPlace::refresh);
    connect(&context.log(), &EventLog::changed, this, [this] {
        if (!m_timer->isActive()) {
            m_timer->start();
        }
    });
    connect(&context.connections(), &ConnectionStore::changed, this, &DeliveryPlace::refresh);
    connect(&context.secrets(), &SecretAccess::changed, this, &DeliveryPlace::refresh);
    if (Courier *courier = context.courier()) {
        connect(courier, &Courier::statusChanged, this, &DeliveryPlace::take);
        connect(courier, &Courier::workingChanged, this, &DeliveryPlace::refresh);
    }
}

void DeliveryPlace::show(const ConnectionId &id)
{
    m_shown = id;
    m_told = {};
    tell(id);
}

void DeliveryPlace::tryNow(const ConnectionId &id)
{
    if (Courier *courier = m_context.courier()) {
        courier->tryNow(id);
    }
}

void DeliveryPlace::take(const ConnectionId &id, const DeliveryStatus &status)
{
    m_delivery.insert(id, status);
    m_figures[id].take(status);
    m_sidebar.setStatus(id, status);
    tell(id);
}

void DeliveryPlace::refresh()
{
    m_context.log().counts({}, this, [this](const Result<StateCounts> &counts) {
        if (counts) {
            const Courier *courier = m_context.courier();
            m_status.setCounts(counts.value(), courier == nullptr || courier->isWorking());
        }
    });
    m_context.log().counts(std::string(), this, [this](const Result<StateCounts> &unknown) {
        if (unknown) {
            m_sidebar.setCaptured(unknown.value().total());
        }
    });
    for (const Connection &connection : m_context.connections().all()) {
        refreshConnection(connection);
    }
}

void DeliveryPlace::refreshConnection(const Connection &connection)
{
    const ConnectionId id = connection.id;
    m_sidebar.setKeyless(id, !connection.isSandbox() && !connection.keyExpected &&
                                 !m_context.secrets().isSessionOnly(SecretName::writeKey(id)));
    m_context.log().counts(id.key(), this, [this, id](const Result<StateCounts> &all) {
        if (!all) {
            return;
        }
        m_sidebar.setFailed(id, all.value().of(EventState::Refused) + all.value().of(EventState::GaveUp));
        QueueFigures &figures = m_figures[id];
        figures.queued = all.value().undelivered();
        if (figures.queued == 0) {
            figures.oldestSince = -1;
        } else if (isHeldUp(m_delivery.value(id))) {
            readOldest(id);
        }
        tell(id);
    });
}

void DeliveryPlace::readOldest(const ConnectionId &id)
{
    m_context.log().oldestUndelivered(id.key(), this, [this, id](const Result<std::optional<std::int64_t>> &oldest) {
        if (oldest) {
            m_figures[id].oldestSince = oldest.value().value_or(-1);
            tell(id);
        }
    });
}

void DeliveryPlace::tell(const ConnectionId &id)
{
    const QString figures = m_figures.value(id).words(m_context.clock().now());
    m_sidebar.setFigures(id, figures);
    if (id != m_shown) {
        return;
    }
    const DeliveryStatus status = m_delivery.value(id);
    // What a proxy holds up has a message of its own: it is the same for all connections.
    if (!isHeldUp(status) || status.sentence.isEmpty() || status.reason == DeliverySentences::proxyWord()) {
        m_messages.clear(kSubject);
        m_told = {};
        return;
    }
    // New figures or another wait until it is tried again bring no message back that was closed.
    const bool isUpdate = m_told.kind == status.kind && m_told.reason == status.reason;
    m_told = status;
    const QString text = figures.isEmpty() ? status.sentence : status.sentence + QStringLiteral(" (%1)").arg(figures);
    if (status.reason == QStringLiteral("by-person")) {
        m_messages.show({kSubject, Tone::Warning, text, tr("Resume sending"),
                         [this, id] { Q_EMIT resumeRequested(id); }, 0, isUpdate});
    } else {
        m_messages.show({kSubject, Tone::Warning, text, tr("Try now"), [this, id] { tryNow(id); }, 0, isUpdate});
    }
}

} // namespace segue
