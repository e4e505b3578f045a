// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/connections/Connection.h"
#include "app/connections/EndpointResolver.h"
#include "app/core/Secret.h"
#include "app/delivery/Courier.h"
#include "app/delivery/DeliveryPace.h"
#include "app/delivery/DeliverySentences.h"
#include "app/delivery/RetryPolicy.h"
#include "app/journal/Entry.h"
#include "app/segment/TrackingApi.h"

#include <algorithm>
#include <deque>
#include <optional>
#include <random>
#include <string>
#include <vector>

namespace segue {

//! One event of a request.
struct DeliveryItem
{
    EntryId id;
    std::optional<std::int64_t> countsFrom; //!< as in DueEvent
};

//! A request that is on its way.
struct DeliveryRequest
{
    std::vector<DeliveryItem> items;
    Endpoint endpoint;
    std::uint64_t keyGeneration = 0;
    bool fromGroup = false; //!< part of a batch that was halved

    std::vector<EntryId> ids() const;
};

//! What the clocks say.
struct DeliveryMoment
{
    std::int64_t now = 0;       //!< ms since 1970 UTC: for what is written down
    std::int64_t monotonic = 0; //!< ms: for waiting, so that a clock that jumps delays nothing
    std::int64_t steady = 0;    //!< ms since 1970 UTC: for the budget; see SteadyTime
};

//! How the delivery of one connection stands, and what follows from an answer. No I/O; belongs to the delivery thread.
class ConnectionDelivery
{
public:
    enum class Busy { No, Sending, Recording, Requeueing };

    ConnectionDelivery(std::string key, RetryPolicy policy);

    const std::string &key() const { return m_key; }
    const ConnectionId &id() const { return m_id; }

    //! Takes in where events go now; ends or begins the pauses that follow from it.
    void setTarget(const std::optional<DeliveryTarget> &target);
    const std::optional<DeliveryTarget> &target() const { return m_target; }

    const std::optional<HoldReason> &hold() const { return m_hold; }

    //! A proxy wants a name and a password that nobody has.
    bool isHeldByProxy() const { return m_hold && m_hold->word == DeliverySentences::proxyWord(); }

    // The key.
    const Secret &writeKey() const { return m_writeKey; }
    bool hasKey() const { return !m_writeKey.isEmpty(); }
    std::uint64_t keyGeneration() const { return m_keyGeneration; }
    bool isAskingKey() const { return m_askingKey; }
    //! Whether the key should be asked for now.
    bool mustAskKey(std::int64_t monotonic) const;
    //! Gives the generation that the answer has to carry.
    std::uint64_t askKey(std::int64_t monotonic);
    //! No answer for long: says so, since a prompt may be hidden somewhere.
    void noteLateKey(std::int64_t monotonic);
    //! Takes an answer in; a late one is dropped.
    void keyAnswered(std::uint64_t generation, const Result<Secret> &key, std::int64_t monotonic);

    //! A person or a change asks to try now: pauses end, the key is read anew, a wait is cut short.
    void tryNow();
    //! What was asked for up to then has been tried since, or is about to be.
    void sawAsks(std::int64_t until) { m_asksSeen = std::max(m_asksSeen, until); }
    //! While it is on hold, somebody has queued this event again, maybe in another process: that asks to try now.
    bool isNewAsk(const std::optional<std::int64_t> &askedAt, std::int64_t now);

    // Down: the other side cannot be reached or wants to be left alone.
    bool isDown() const { return m_failures > 0; }
    bool mayTry(std::int64_t monotonic) const { return !isDown() || monotonic >= m_retryAtMonotonic; }
    //! When the journal says that what is retried is due; a wait that is cut comes before it.
    std::int64_t dueAt() const { return m_dueAt; }
    std::int64_t retryAtMonotonic() const { return m_retryAtMonotonic; }
    //! Another policy from now on; a wait of ours that would last longer than it allows is cut.
    void setPolicy(const RetryPolicy &policy, const DeliveryMoment &moment);
    //! This machine is on another network: what could not be reached is tried within a second. A wait that the other
    //! side asked for, or that follows an answer, stays.
    void networkChanged(const DeliveryMoment &moment, std::mt19937_64 &random);
    //! An earlier run left it down: its oldest event is Retrying.
    void resumeDown(const Entry &oldest, const DeliveryMoment &moment);
    //! Events beyond their budget are looked for after each failure but the first after a sleep.
    bool mustGiveUpOld() const { return m_mustGiveUpOld; }
    void gaveUpOld() { m_mustGiveUpOld = false; }
    StateChange givenUp(EntryId id, std::optional<Attempt> attempt) const;
    //! Larger than any request may carry it; not sent.
    StateChange blocked(EntryId id, qsizetype bytes, qsizetype limit) const;
    //! Where an event goes that follows the others: Waiting with the reason, or due now.
    StateChange moved(EntryId id, std::int64_t now) const;

    //! Parts of a halved batch, to be sent each on its own.
    bool hasGroup() const { return !m_groups.empty(); }
    const std::vector<EntryId> &group() const { return m_groups.front(); }
    void dropGroup() { m_groups.pop_front(); }
    //! Takes what goes out now from the front of the group, and what before it is no longer open.
    void takeFromGroup(const std::vector<DeliveryItem> &items);

    //! What follows from an answer for each event of the request.
    std::vector<StateChange> answered(const DeliveryRequest &request, const DeliveryAnswer &answer,
                                      const DeliveryMoment &moment, std::mt19937_64 &random);

    //! A reason to wait has ended: what stands Waiting has to be queued again before anything else is done.
    bool mustRequeue() const { return m_mustRequeue; }
    void requeued() { m_mustRequeue = false; }
    void requeueFailed() { m_mustRequeue = true; }
    //! What stands Retrying follows the others at once: it waits with them (hold()) or is due with them.
    bool mustMoveRetrying() const { return m_mustMoveRetrying; }
    void movedRetrying() { m_mustMoveRetrying = false; }

    Busy busy() const { return m_busy; }
    void setBusy(Busy busy) { m_busy = busy; }
    //! Why results cannot be written; empty when they can.
    void setJournalFault(const QString &sentence) { m_journalFault = sentence; }

    //! How fast it goes, as status() says from now on.
    void measurePace(std::int64_t monotonic) { m_perSecond = m_pace.perSecond(monotonic); }
    DeliveryStatus status() const;

    //! ms of the monotonic clock before which the journal need not be asked for due events.
    std::int64_t lookAt = 0;
    //! Average size of its events so far; for how many to read at once.
    qsizetype averageBytes = 1024;

private:
    std::vector<StateChange> held(const DeliveryRequest &request, const DeliveryAnswer &answer, DeliveryOutcome outcome,
                                  std::int64_t now);
    std::vector<StateChange> rejected(const DeliveryRequest &request, const DeliveryAnswer &answer, std::int64_t now);
    std::vector<StateChange> failed(const DeliveryRequest &request, const DeliveryAnswer &answer,
                                    const DeliveryMoment &moment, std::mt19937_64 &random);
    void setHold(std::optional<HoldReason> hold);
    void cutWait(std::int64_t longestMs, const DeliveryMoment &moment);
    void cameUp();

    std::string m_key;
    ConnectionId m_id;
    RetryPolicy m_policy;
    std::optional<DeliveryTarget> m_target;
    std::optional<HoldReason> m_hold;
    bool m_holdIsOfTarget = false; //!< ends by itself with the target's change
    bool m_holdIsOfKey = false;
    bool m_mustRequeue = false;
    bool m_mustMoveRetrying = false;
    std::int64_t m_asksSeen = 0; //!< ms since 1970 UTC

    Secret m_writeKey;
    std::uint64_t m_keyGeneration = 0;
    bool m_askingKey = false;
    std::int64_t m_askKeyAt = 0; //!< monotonic; -1: not by itself

    int m_failures = 0;
    bool m_waitIsAsked = false; //!< by Retry-After
    std::int64_t m_dueAt = 0;
    std::int64_t m_retryAt = 0;
    std::int64_t m_retryAtMonotonic = 0;
    QString m_failureWord;
    QString m_failure; //!< what happened and what comes next
    QString m_lastHappened;
    bool m_mustGiveUpOld = false;

    std::deque<std::vector<EntryId>> m_groups;
    Busy m_busy = Busy::No;
    QString m_journalFault;
    DeliveryPace m_pace;
    int m_perSecond = 0;
};

} // namespace segue
