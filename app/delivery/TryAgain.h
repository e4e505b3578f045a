// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/core/ConnectionId.h"
#include "app/journal/EventLog.h"

#include <QHash>
#include <QObject>
#include <QStringList>

#include <functional>
#include <span>
#include <vector>

namespace segue {

//! What of some events can be tried again, and what of them is tried again; see TryAgain.
struct TryAgainPlan
{
    std::vector<EntryId> ids;             //!< that can be, ascending
    StateCounts states;                   //!< in which those stand
    QHash<ConnectionId, int> connections; //!< how many of them each connection has
    int mayArriveTwice = 0;               //!< of them: tried more than 24 h ago, and nobody knows whether they arrived
    int blocked = 0;                      //!< not among them, since Segment would still drop them
    int others = 0;                       //!< not among them: they stand in another state, have no connection, or are gone

    //! What of them is not tried again and why, a sentence each; translated.
    QStringList whatStays() const;
};

//! Queues events again that a person asks for: Refused, Gave up and Cancelled ones as they are, Blocked ones when
//! Segue's check lets them through now. Looks first and does it on a second call, in pieces, so that others get their turn
//! at the journal; whatever moved on in between is left alone. Also cancels what is not delivered yet. One question at a
//! time: a new one ends the one before. Lives on the main thread.
class TryAgain : public QObject
{
    Q_OBJECT
public:
    //! Borrowed. `wake` is called when something has been queued.
    TryAgain(EventLog &log, const Clock &clock, std::function<void()> wake, QObject *parent = nullptr);

    using Looked = std::function<void(const Result<TryAgainPlan> &)>;
    //! How many were moved. On a failure in the middle those before it stay moved.
    using Moved = std::function<void(const Result<int> &)>;

    //! What of these entries can be tried again.
    void look(std::vector<EntryId> ids, Looked looked);
    //! What of all that the filter means can be.
    void lookAt(EventFilter filter, Looked looked);
    //! Queues them again.
    void queue(const TryAgainPlan &plan, Moved moved);
    //! Cancels those of the entries that are Queued, Retrying or Waiting.
    void cancelEvents(std::vector<EntryId> ids, Moved moved);
    //! Nothing more is heard of the question that is open; what is under way is not undone.
    void stop();

    //! The states that can be tried again.
    static std::vector<EventState> states();

private:
    using Generation = quint64;

    void lookOn(Generation generation, const Looked &looked);
    void take(const EntryContent &content);
    void moveOn(Generation generation, const Moved &moved);

    EventLog &m_log;
    const Clock &m_clock;
    std::function<void()> m_wake;
    Generation m_generation = 0;
    EventLog::SearchId m_search = 0;
    std::vector<EntryId> m_ids; //!< of the question that is open
    std::size_t m_next = 0;
    TryAgainPlan m_plan;
    bool m_cancels = false;
    std::int64_t m_askedAt = 0;
    int m_moved = 0;
};

} // namespace segue
