// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/journal/Journal.h"
#include "app/receiver/Receiver.h"

#include <array>
#include <atomic>
#include <memory>

namespace segue {

//! Puts what the receiver takes into the journal; every answer goes out after the commit. On the receiver's thread, its
//! answers on the journal's. All are borrowed; the
//! journal may answer after it has gone.
class ReceiverJournal final : public ReceiverIntake
{
public:
    ReceiverJournal(Journal &journal, const Clock &clock, const ReceiverDirectory &directory);

    //! Kept as Received, in the order of the request. Answered as Segment does; with *Strict* on, the reason for which
    //! Segment would drop one of them is answered 400, and they are kept all the same.
    void takeCalls(CapturedCalls calls, HttpServer::Answer answer) override;
    //! What Segue sent becomes Confirmed; what it did not, Observed. An array item that is no object is kept as
    //! Unreadable; a body that is no JSON is answered 400 with the reason, and kept as well.
    void takeEcho(EchoBody echo, HttpServer::Answer answer) override;
    std::string health() override;

private:
    enum Counter { Captured, Echoed, NotKept, kCounters };

    NewEntry unreadable(const EchoBody &routed, Origin origin, std::string reason, std::string bytes) const;
    void takeEchoed(const EchoBody &echo, std::string payload, const std::function<void(bool)> &kept);
    HttpServer::Answer counted(Counter counter, std::size_t events, HttpServer::Answer answer) const;

    Journal &m_journal;
    const Clock &m_clock;
    const ReceiverDirectory &m_directory;
    using Counts = std::array<std::atomic<std::uint64_t>, kCounters>;
    std::shared_ptr<Counts> m_counts = std::make_shared<Counts>(); //!< late answers count as well
};

} // namespace segue
