// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/receiver/HttpServer.h"
#include "app/receiver/SegmentCalls.h"

#include <QByteArray>
#include <QSet>

#include <deque>
#include <memory>
#include <mutex>
#include <vector>

namespace segue {

//! The calls that were kept while the receiver held their answer back on purpose. A client that did not wait for it
//! sends them again, and Segment, which knows their messageIds, would have them once. Safe on every thread.
class LateCalls
{
public:
    //! So many are known at a time, the latest ones.
    static constexpr std::size_t kMost = 100'000;

    //! Takes out of a request of the key what is kept already. Calls without an id stay.
    void dropKept(const QByteArray &keyDigest, std::vector<SegmentCall> &calls) const;
    //! The answer to a request, which makes its calls known when it says that they are kept. Until then they are not:
    //! rather twice than lost.
    static HttpServer::Answer noting(const std::shared_ptr<LateCalls> &late, const QByteArray &keyDigest,
                                     const std::vector<SegmentCall> &calls, HttpServer::Answer answer);

private:
    void note(const std::vector<QByteArray> &names);

    mutable std::mutex m_mutex;
    QSet<QByteArray> m_known;
    std::deque<QByteArray> m_order; //!< the oldest first
};

} // namespace segue
