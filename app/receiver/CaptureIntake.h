// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/journal/Journal.h"
#include "app/receiver/IntakeCounts.h"
#include "app/receiver/Receiver.h"

namespace segue {

//! Puts calls of Segment's clients into the journal. On the receiver's thread, its answers on the journal's, after the
//! commit. All are borrowed; the journal may answer after it has gone.
class CaptureIntake
{
public:
    CaptureIntake(Journal &journal, const Clock &clock, const ReceiverDirectory &directory,
                  std::shared_ptr<IntakeCounts> counts);

    //! Kept as Received, in the order of the request, each with what its envelope says for all. Answered as Segment
    //! does; with *Strict* on, the reason for which Segment would drop one of them is answered 400, and they are kept
    //! all the same.
    void take(CapturedCalls calls, HttpServer::Answer answer) const;
    //! Kept as Unreadable.
    void takeUnreadable(UnreadableCall call, HttpReply refusal, HttpServer::Answer answer) const;

private:
    Journal &m_journal;
    const Clock &m_clock;
    const ReceiverDirectory &m_directory;
    std::shared_ptr<IntakeCounts> m_counts;
};

} // namespace segue
