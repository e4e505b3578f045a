// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/delivery/BatchBuilder.h"
#include "app/delivery/ConnectionDelivery.h"
#include "app/delivery/Courier.h"
#include "app/delivery/CourierLock.h"
#include "app/delivery/DeliveryNotices.h"
#include "app/delivery/DueEvents.h"
#include "app/delivery/NetworkWatch.h"
#include "app/delivery/RegionRates.h"
#include "app/delivery/SteadyTime.h"
#include "app/delivery/WorkerDoor.h"
#include "app/segment/TrackingApi.h"

#include <QObject>
#include <QTimer>

#include <atomic>
#include <map>
#include <memory>
#include <optional>
#include <random>
#include <string>
#include <vector>

namespace segue {

//! The courier's own thread: looks for due events, sends them, records what became of them. Every connection has one
//! request on its way at most; several connections go side by side.
class CourierWorker : public QObject
{
    Q_OBJECT
public:
    explicit CourierWorker(const Courier::Parts &parts);
    ~CourierWorker() override;

    //! Any thread; several calls before the next look count as one.
    void wake();

    // On the worker's thread only.
    void start();
    void shutDown();
    void tryNow(const ConnectionId &id);
    void proxyOpened();
    void setRules(const CourierRules &rules);
    void keyAnswered(const std::string &connection, std::uint64_t generation, const Result<Secret> &key);

Q_SIGNALS:
    void workingChanged(bool working);
    void keyWanted(const QString &connection, quint64 generation);
    void statusChanged(const segue::ConnectionId &id, const segue::DeliveryStatus &status);
    void sendingChanged(const QList<segue::EntryId> &ids, bool sending);

private:
    void tryLock();
    bool openReader();
    void pass();
    void requeueEarlier();
    void lookForWork();
    void watchNetwork();
    ConnectionDelivery &delivery(const std::string &connection);
    void step(ConnectionDelivery &delivery);
    bool stepJournal(ConnectionDelivery &delivery);
    bool stepKey(ConnectionDelivery &delivery, std::int64_t monotonic);
    void requeue(ConnectionDelivery &delivery);
    void requeueDone(ConnectionDelivery &delivery, const JournalResult<std::size_t> &result);
    bool moveRetrying(ConnectionDelivery &delivery);
    bool park(ConnectionDelivery &delivery);
    bool giveUpOld(ConnectionDelivery &delivery);
    void send(ConnectionDelivery &delivery);
    JournalResult<std::vector<DueEvent>> take(ConnectionDelivery &delivery, bool fromGroup);
    bool sayTwice(ConnectionDelivery &delivery, const std::vector<DueEvent> &events);
    void waitForDue(ConnectionDelivery &delivery);
    void post(ConnectionDelivery &delivery, DeliveryRequest request, const BatchBuilder &batch);
    void answered(ConnectionDelivery &delivery, const DeliveryRequest &request, const DeliveryAnswer &answer);
    bool record(ConnectionDelivery &delivery, std::vector<StateChange> changes, bool ofAnswer);
    void recordAgain(ConnectionDelivery &delivery, const std::shared_ptr<const std::vector<StateChange>> &changes,
                     bool ofAnswer);
    void journalFailed(ConnectionDelivery &delivery, const JournalError &error);
    void readFailed(const JournalError &error);
    void setFault(const QString &sentence);
    void tell(ConnectionDelivery &delivery);
    void reached(const char *point) const;
    DeliveryMoment moment() const;
    void schedule();

    const Courier::Parts m_parts;
    std::shared_ptr<WorkerDoor> m_door;
    std::atomic_bool m_wakePosted = false;
    bool m_stopping = false;
    bool m_working = false;
    CourierLock m_lock;
    QTimer m_lockTimer;
    QTimer m_passTimer;
    DeliveryNotices m_notices;
    std::unique_ptr<DueEvents> m_events;
    std::unique_ptr<TrackingApi> m_api;
    std::map<std::string, std::unique_ptr<ConnectionDelivery>> m_deliveries;
    RetryPolicy m_policy;
    RegionRates m_rates;
    SteadyTime m_steady;
    NetworkWatch m_network;
    std::mt19937_64 m_random;

    bool m_earlierRequeued = false; //!< what earlier runs left Waiting
    bool m_requeueingEarlier = false;
    std::optional<std::string> m_lastRequeued;
    QString m_fault;                //!< why nothing is sent for any connection; empty: nothing is in the way
    std::int64_t m_readAgainAt = 0; //!< monotonic; after a failed read
    std::int64_t m_seenVersion = -1;
    bool m_look = true;
};

} // namespace segue
