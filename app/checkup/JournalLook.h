// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/checkup/CheckFacts.h"
#include "app/checkup/FeedTally.h"

#include <QObject>

#include <functional>

namespace segue {

//! Looks into the journal for one connection: what feeds have brought, and what is still to be delivered. Bounded, and
//! read piece by piece on the reader's thread. Ends when it is deleted. Lives on the main thread.
class JournalLook : public QObject
{
    Q_OBJECT
public:
    static constexpr int kDays = 7;

    //! @param most rows of feeds that are looked at, the newest
    JournalLook(EventLog &log, const Clock &clock, std::size_t most, CheckFacts &facts, std::function<void()> changed,
                QObject *parent);

    void start();

private:
    void lookAtFeeds();
    void readPiece();
    void endFeeds(Result<FeedFact, Missing> fact);
    void lookAtQueue();
    void readOldest(const std::vector<EntryId> &ids);
    void readLost();
    void endQueue(Result<QueueFact, Missing> fact);

    EventLog &m_log;
    const Clock &m_clock;
    const std::size_t m_most;
    CheckFacts &m_facts;
    const std::function<void()> m_changed;
    std::vector<EntryId> m_rows; //!< of feeds
    std::size_t m_next = 0;      //!< of them to be read
    FeedTally m_tally;
    QueueFact m_queue;
};

} // namespace segue
