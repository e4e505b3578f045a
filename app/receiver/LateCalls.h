// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/receiver/HttpServer.h"
#include "app/receiver/SegmentCalls.h"

#include <QByteArray>
#include <QSet>

#include <chrono>
#include <deque>
#include <memory>
#include <mutex>
#include <vector>

namespace segue {

//! The calls whose answer came late: held back on purpose, or because the disk took its time. A client that did not
//! wait for it sends them again, and Segment, which knows their messageIds, would have them once. Safe on every thread.
class LateCalls
{
public:
    //! So many are known at a time, the latest ones.
    static constexpr std::size_t kMost = 100'000;

    //! An answer is late after `patience`: clients give up earlier than the receiver does.
    explicit LateCalls(std::chrono::milliseconds patience)
        : m_patience(patience)
    {
    }

    //! Takes out of a request of the key what is kept already. Calls without an id stay. False: whether one of them
    //! will be kept is not known yet, though it came long ago.
    bool dropKept(const QByteArray &keyDigest, std::vector<SegmentCall> &calls);
    //! The answer to a request, which makes its calls known when it says that they are kept, and is late or
    //! `isHeldBack`. Until then they are not: rather twice than lost.
    static HttpServer::Answer noting(const std::shared_ptr<LateCalls> &late, const QByteArray &keyDigest,
                                     const std::vector<SegmentCall> &calls, bool isHeldBack, HttpServer::Answer answer);

private:
    using Time = std::chrono::steady_clock::time_point;

    //! What has not been answered yet.
    struct Request
    {
        Time came;
        QByteArray keyDigest;
        std::vector<std::string> messageIds;
        bool isHeldBack = false;
        bool isLate = false;
        bool isAnswered = false;
    };
    static std::vector<QByteArray> namesOf(const Request &request);
    void answered(Request &request, bool isKept);
    // Under the lock:
    void lookForLateOnes(Time now);
    void note(const std::vector<QByteArray> &names);

    const std::chrono::milliseconds m_patience;
    std::mutex m_mutex;
    std::deque<std::shared_ptr<Request>> m_open; //!< the oldest first; without those that are late
    QSet<QByteArray> m_unknown;                  //!< the calls of those that are
    QSet<QByteArray> m_known;
    std::deque<QByteArray> m_order; //!< of the known ones, the oldest first
};

} // namespace segue
