// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/journal/Journal.h"
#include "app/pushwoosh/MessageEvent.h"
#include "app/receiver/IntakeCounts.h"
#include "app/receiver/Receiver.h"

namespace segue {

//! Puts what Pushwoosh's webhook brings into the journal: each event as the track call that it becomes, the event's own
//! bytes beside it. On the caller's thread, its answers on the journal's, after the commit. All are borrowed; the
//! journal may answer after it has gone.
class WebhookIntake
{
public:
    //! How long the same event is a repeat of the first one. A whole day, after which it has another messageId.
    static constexpr std::int64_t kRepeatMs = std::int64_t{24} * 60 * 60 * 1'000;

    //! `queued` is called after a commit that brought something to be sent, on the journal's thread.
    WebhookIntake(Journal &journal, const Clock &clock, const ReceiverDirectory &directory,
                  std::shared_ptr<IntakeCounts> counts, std::function<void()> queued);

    //! Queued while the connection relays, else Received; Skipped when the event is not selected, Blocked with
    //! Segment's code word when Segment would drop it. What cannot be read of an array is kept as Unreadable beside the
    //! others; a body of which nothing can be read is kept as Unreadable and answered 400 with the reason.
    void take(const WebhookBody &webhook, HttpServer::Answer answer) const;

private:
    NewEntry entryOf(const MessageEvent &event, const WebhookBody &webhook,
                     const ReceiverDirectory::Listening &listening, std::int64_t now) const;

    Journal &m_journal;
    const Clock &m_clock;
    const ReceiverDirectory &m_directory;
    std::shared_ptr<IntakeCounts> m_counts;
    std::function<void()> m_queued;
};

} // namespace segue
