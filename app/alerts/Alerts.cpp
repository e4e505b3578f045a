// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/alerts/Alerts.h"

#include "app/core/Futures.h"
#include "app/core/PoolWork.h"
#include "app/exports/PlainText.h"

#include <QStorageInfo>
#include <QTimer>

#include <algorithm>
#include <limits>
#include <utility>

namespace segue {

namespace {

constexpr int kCountMs = 1'000;
constexpr int kLookMs = 60'000;
constexpr std::int64_t kSleptMs = std::int64_t{5} * kLookMs; // without a look: the computer slept, and heard nothing
constexpr qint64 kLeastFree = qint64{100} * 1'000 * 1'000;
constexpr std::int64_t kMinuteMs = 60'000;
constexpr std::int64_t kHourMs = 60 * kMinuteMs;
constexpr qsizetype kLongestName = 60;

} // namespace

Alerts::Alerts(Parts parts, QObject *parent)
    : QObject(parent)
    , m_parts(std::move(parts))
    , m_book(m_parts.settings.alerts().pauseMinutes * kMinuteMs)
    , m_countSoon(new QTimer(this))
{
    m_countSoon->setSingleShot(true);
    m_countSoon->setInterval(kCountMs);
    connect(m_countSoon, &QTimer::timeout, this, &Alerts::count);
    connect(&m_parts.log, &EventLog::changed, this, [this] {
        if (!m_countSoon->isActive()) {
            m_countSoon->start();
        }
    });
    connect(&m_parts.settings, &Settings::alertsChanged, this, &Alerts::choiceChanged);
    connect(&m_parts.connections, &ConnectionStore::changed, this, &Alerts::connectionsChanged);
    if (m_parts.courier != nullptr) {
        connect(m_parts.courier, &Courier::statusChanged, this, &Alerts::statusChanged);
    }
    auto *timer = new QTimer(this);
    connect(timer, &QTimer::timeout, this, &Alerts::look);
    timer->start(kLookMs);
    know(false);
    count();
}

qint64 Alerts::freeBytesOf(const QString &folder)
{
    const QStorageInfo storage(folder);
    return storage.isValid() ? storage.bytesAvailable() : -1;
}

void Alerts::choiceChanged()
{
    m_book.setPause(m_parts.settings.alerts().pauseMinutes * kMinuteMs);
    look();
}

bool Alerts::isThere(const AlertKey &key) const
{
    return key.connection.isNull() || m_parts.connections.find(key.connection);
}

//! Nothing has failed yet for one that is new: its failures are news from the first on.
void Alerts::know(bool asNew)
{
    const QList<Connection> connections = m_parts.connections.all();
    for (const Connection &connection : connections) {
        if (!m_failures.contains(connection.id)) {
            m_failures.insert(connection.id, {asNew, 0, 0, 0});
        }
    }
    m_isWhole = !m_parts.connections.fault();
}

void Alerts::connectionsChanged()
{
    know(m_isWhole);
    const QList<AlertKey> standing = m_book.standing();
    for (const AlertKey &key : standing) {
        if (isThere(key)) {
            Q_EMIT changed(key, sentence(key)); // it may have another name
            continue;
        }
        clear(key);
        acknowledge(key); // when it is put back, only what fails from then on is news
        m_held.remove(key.connection);
    }
    m_relayingSince.removeIf([this](const auto &entry) { return !m_parts.connections.find(entry.key()); });
}

void Alerts::count()
{
    const QList<Connection> connections = m_parts.connections.all();
    for (const Connection &connection : connections) {
        m_parts.log.counts(connection.id.key(), this, [this, id = connection.id](const Result<StateCounts> &counts) {
            if (counts) {
                counted(id, counts.value().of(EventState::Refused) + counts.value().of(EventState::GaveUp));
            }
        });
    }
}

void Alerts::counted(const ConnectionId &id, qint64 failed)
{
    const AlertKey key{AlertKind::FailedDelivery, id};
    if (!isThere(key)) { // the answer comes late
        return;
    }
    Failures &failures = m_failures[id];
    if (!failures.known) {
        failures = {true, failed, failed, failed}; // what failed before stands in the sidebar
        return;
    }
    if (failures.now == failed) {
        return;
    }
    failures.now = failed;
    failures.seen = std::min(failures.seen, failed); // tried again, or removed
    failures.told = std::min(failures.told, failed);
    if (failures.now <= failures.seen) {
        clear(key);
        return;
    }
    if (failures.now > failures.told) {
        m_book.grow(key);
    }
    raise(key);
    Q_EMIT changed(key, sentence(key));
}

void Alerts::acknowledge(const AlertKey &key)
{
    if (key.kind == AlertKind::FailedDelivery) {
        Failures &failures = m_failures[key.connection];
        failures.seen = failures.now;
        m_book.clear(key);
    }
}

void Alerts::statusChanged(const ConnectionId &id, const DeliveryStatus &status)
{
    const AlertKey key{AlertKind::HeldUp, id};
    const auto connection = m_parts.connections.find(id);
    // A pause that a person began is no news to that person.
    if (status.kind == DeliveryStatus::Kind::Paused && connection && !connection->paused) {
        const bool isAnother = std::exchange(m_held[id], status).sentence != status.sentence;
        raise(key);
        if (isAnother) {
            Q_EMIT changed(key, sentence(key));
        }
    } else if (status.kind != DeliveryStatus::Kind::Working || !m_held.contains(id)) {
        m_held.remove(id);
        clear(key);
    }
}

void Alerts::look()
{
    const std::int64_t lookedAt = std::exchange(m_lookedAt, m_parts.clock.monotonic());
    if (m_lookedAt - lookedAt > kSleptMs) {
        m_relayingSince.clear();
    }
    const QList<Connection> connections = m_parts.connections.all();
    for (const Connection &connection : connections) {
        lookAtRelay(connection);
    }
    if (!m_askingDisk) {
        m_askingDisk = true;
        const auto bytes =
            inThePool<qint64>([ask = m_parts.freeBytes, folder = m_parts.dataFolder] { return ask(folder); });
        whenAnswered(bytes, this, [this](qint64 left) { takeDisk(left); });
    }
    tell();
}

void Alerts::takeDisk(qint64 bytes)
{
    m_askingDisk = false;
    const AlertKey key{AlertKind::FullDisk, {}};
    if (bytes >= 0 && bytes < kLeastFree) {
        raise(key);
    } else {
        clear(key);
    }
}

void Alerts::lookAtRelay(const Connection &connection)
{
    const AlertKey key{AlertKind::QuietRelay, connection.id};
    const std::int64_t quietMs = m_parts.settings.alerts().quietHours * kHourMs;
    if (!m_parts.isRelaying || !m_parts.isRelaying(connection)) {
        m_relayingSince.remove(connection.id);
    } else if (!m_relayingSince.contains(connection.id)) {
        m_relayingSince.insert(connection.id, m_parts.clock.monotonic());
    }
    if (quietMs == 0 || !hasRelayedFor(quietMs, connection.id)) {
        clear(key);
        return;
    }
    EventFilter filter;
    filter.connection = connection.id.key();
    filter.origins = {Origin::Webhook};
    filter.since = m_parts.clock.now() - quietMs;
    m_parts.log.ids(filter, {}, 1, this, [this, key](const Result<std::vector<EntryId>> &found) {
        if (!found || !m_relayingSince.contains(key.connection)) {
            return;
        }
        if (found.value().empty()) {
            raise(key);
        } else {
            clear(key);
        }
    });
}

bool Alerts::hasRelayedFor(std::int64_t ms, const ConnectionId &id) const
{
    const auto since = m_relayingSince.constFind(id);
    return since != m_relayingSince.cend() && m_parts.clock.monotonic() - *since >= ms;
}

void Alerts::raise(const AlertKey &key)
{
    if (isThere(key)) { // answers may come late
        m_book.raise(key);
        tell();
    }
}

void Alerts::clear(const AlertKey &key)
{
    if (m_book.stands(key)) {
        m_book.clear(key);
        Q_EMIT gone(key);
    }
}

void Alerts::tell()
{
    const QList<AlertKey> due = m_book.take(m_parts.clock.monotonic());
    for (const AlertKey &key : due) {
        if (key.kind == AlertKind::FailedDelivery) {
            Failures &failures = m_failures[key.connection];
            failures.told = failures.now;
        }
        Q_EMIT raised(key, sentence(key));
    }
}

QString Alerts::heldUpWords(const QString &name, const DeliveryStatus &status)
{
    // Where the event log cannot be written, the receiver refuses what comes.
    const QString words = status.reason == QStringLiteral("journal")
                              ? tr("“%1” is held up. What comes now may not be kept; senders are then asked to try "
                                   "again later. %2",
                                   "connection, reason")
                              : tr("“%1” is held up; what comes is kept and waits. %2", "connection, reason");
    return words.arg(name, status.sentence);
}

QString Alerts::sentence(const AlertKey &key) const
{
    const auto connection = m_parts.connections.find(key.connection);
    const QString name = connection ? plainTextCut(connection->name, kLongestName) : QString();
    switch (key.kind) {
    case AlertKind::FailedDelivery: {
        const Failures failures = m_failures.value(key.connection);
        return tr("“%1”: %n event(s) could not be delivered. They are kept and can be tried again.", nullptr,
                  static_cast<int>(std::min<qint64>(failures.now - failures.seen, std::numeric_limits<int>::max())))
            .arg(name);
    }
    case AlertKind::HeldUp:
        return heldUpWords(name, m_held.value(key.connection));
    case AlertKind::QuietRelay:
        return tr("“%1”: Pushwoosh's webhook has brought nothing for %n hour(s) although the relay is on.", nullptr,
                  m_parts.settings.alerts().quietHours)
            .arg(name);
    case AlertKind::FullDisk:
        break;
    }
    return tr(
        "The disk with Segue's data is almost full. When it is, nothing more can be kept, and senders are asked to "
        "try again later.");
}

} // namespace segue
