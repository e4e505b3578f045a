// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/delivery/DeliveryNotices.h"

#include <algorithm>

namespace segue {

namespace {

constexpr int kIntervalMs = 50;

QList<EntryId> without(const std::unordered_set<EntryId> &from, const std::unordered_set<EntryId> &taken)
{
    QList<EntryId> rest;
    for (const EntryId id : from) {
        if (taken.find(id) == taken.end()) {
            rest.append(id);
        }
    }
    std::sort(rest.begin(), rest.end());
    return rest;
}

} // namespace

DeliveryNotices::DeliveryNotices(QObject *parent)
    : QObject(parent)
    , m_timer(this)
{
    m_timer.setSingleShot(true);
    m_timer.setInterval(kIntervalMs);
    connect(&m_timer, &QTimer::timeout, this, &DeliveryNotices::flush);
}

void DeliveryNotices::setStatus(const ConnectionId &id, const DeliveryStatus &status)
{
    DeliveryStatus &known = m_status[id];
    if (known != status) {
        known = status;
        later();
    }
}

void DeliveryNotices::setSending(const std::vector<EntryId> &ids, bool sending)
{
    for (const EntryId id : ids) {
        if (sending) {
            m_sending.insert(id);
        } else {
            m_sending.erase(id);
        }
    }
    later();
}

void DeliveryNotices::endSending()
{
    m_sending.clear();
    flush();
}

void DeliveryNotices::flush()
{
    m_timer.stop();
    const QList<EntryId> ended = without(m_toldSending, m_sending);
    const QList<EntryId> begun = without(m_sending, m_toldSending);
    m_toldSending = m_sending;
    if (!ended.isEmpty()) {
        Q_EMIT sendingChanged(ended, false);
    }
    if (!begun.isEmpty()) {
        Q_EMIT sendingChanged(begun, true);
    }
    for (auto it = m_status.cbegin(); it != m_status.cend(); ++it) {
        DeliveryStatus &told = m_toldStatus[it.key()];
        if (told != it.value()) {
            told = it.value();
            Q_EMIT statusChanged(it.key(), it.value());
        }
    }
}

void DeliveryNotices::later()
{
    if (!m_timer.isActive()) {
        m_timer.start();
    }
}

} // namespace segue
