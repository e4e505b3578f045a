// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/connections/Connection.h"
#include "app/journal/EventLog.h"

#include <QObject>

#include <unordered_set>

namespace segue {

class Clock;

//! How many different anonymous ids the journal has seen for a connection in the last 30 days: each costs a tracked
//! user of Segment (reference 6). An estimate: Segue sees what passes through it, and counts by hashes. Read in pieces,
//! so that the log does not wait for it, and of the newest entries only. Lives on the main thread.
class TrackedIds : public QObject
{
    Q_OBJECT
public:
    static constexpr int kDays = 30;
    static constexpr std::int64_t kPiece = 20'000;
    static constexpr std::int64_t kMostEntries = 1'000'000;

    TrackedIds(EventLog &log, const Clock &clock, QObject *parent = nullptr);

    void count(const ConnectionId &connection);
    void stop() { ++m_generation; }

    bool isKnown() const { return m_isKnown; }
    std::int64_t anonymousIds() const { return static_cast<std::int64_t>(m_ids.size()); }
    //! Older entries of the span were not looked at.
    bool isCut() const { return m_isCut; }
    //! For people; translated. Empty before it is known.
    QString sentence() const;

Q_SIGNALS:
    void changed();

private:
    void readPiece(EntryId before);

    EventLog &m_log;
    const Clock &m_clock;
    std::string m_connection;
    std::int64_t m_since = 0;
    std::int64_t m_looked = 0;
    std::unordered_set<std::int32_t> m_ids;
    bool m_isKnown = false;
    bool m_isCut = false;
    quint64 m_generation = 0; //!< answers to an earlier one are late
};

} // namespace segue
