// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/core/ConnectionId.h"
#include "app/core/EntryId.h"
#include "app/delivery/Courier.h"

#include <QHash>
#include <QList>
#include <QObject>
#include <QTimer>

#include <unordered_set>
#include <vector>

namespace segue {

//! Tells what goes on in batches, at most every 50 ms, and only what differs from what was told before. Lives on the
//! delivery thread.
class DeliveryNotices : public QObject
{
    Q_OBJECT
public:
    explicit DeliveryNotices(QObject *parent = nullptr);

    void setStatus(const ConnectionId &id, const DeliveryStatus &status);
    void setSending(const std::vector<EntryId> &ids, bool sending);
    //! Nothing is under way any more; says at once what has not been said.
    void endSending();

Q_SIGNALS:
    void statusChanged(const segue::ConnectionId &id, const segue::DeliveryStatus &status);
    void sendingChanged(const QList<segue::EntryId> &ids, bool sending);

private:
    void flush();
    void later();

    QTimer m_timer;
    QHash<ConnectionId, DeliveryStatus> m_status;
    QHash<ConnectionId, DeliveryStatus> m_toldStatus;
    std::unordered_set<EntryId> m_sending;
    std::unordered_set<EntryId> m_toldSending;
};

} // namespace segue
