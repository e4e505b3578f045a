// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/journal/Journal.h"
#include "app/receiver/IntakeCounts.h"
#include "app/receiver/Receiver.h"

namespace segue {

//! Matches Segment's echoes with what was sent. On the caller's thread, its answers on the journal's, after the
//! commit. All are borrowed; the journal may answer after it has gone.
class EchoIntake
{
public:
    EchoIntake(Journal &journal, const Clock &clock, std::shared_ptr<IntakeCounts> counts);

    //! What Segue sent becomes Confirmed; what it did not, Observed. An array item that is no object is kept as
    //! Unreadable; a body that is no JSON, or of more items than Segment sends, is answered 400 with the reason, and
    //! kept as well.
    void take(const EchoBody &echo, HttpServer::Answer answer) const;

private:
    void refuse(const EchoBody &echo, const std::string &reason, HttpServer::Answer answer) const;
    NewEntry observed(const EchoBody &echo, std::string payload) const;
    void confirmOrAdd(NewEntry entry, const std::function<void(bool)> &kept) const;

    Journal &m_journal;
    const Clock &m_clock;
    std::shared_ptr<IntakeCounts> m_counts;
};

} // namespace segue
