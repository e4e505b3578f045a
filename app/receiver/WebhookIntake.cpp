// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/receiver/WebhookIntake.h"

#include "app/pushwoosh/EventMapper.h"
#include "app/pushwoosh/WebhookDecoder.h"
#include "app/receiver/CapturedEntry.h"
#include "app/receiver/SegmentRoutes.h"
#include "app/receiver/UnreadableEntry.h"
#include "app/receiver/Unreadables.h"
#include "app/segment/TrackCheck.h"

#include <QUuid>

#include <algorithm>

namespace segue {

WebhookIntake::WebhookIntake(Journal &journal, const Clock &clock, const ReceiverDirectory &directory,
                             std::shared_ptr<IntakeCounts> counts, std::function<void()> queued)
    : m_journal(journal)
    , m_clock(clock)
    , m_directory(directory)
    , m_counts(std::move(counts))
    , m_queued(std::move(queued))
{
}

void WebhookIntake::take(const WebhookBody &webhook, HttpServer::Answer answer) const
{
    const std::int64_t now = m_clock.now();
    const ReceiverDirectory::Listening listening =
        ReceiverDirectory::listeningOf(*m_directory.content(), webhook.connection);
    std::vector<NewEntry> entries;
    Unreadables unreadables(webhook.connection, Origin::Webhook, now);
    bool anyRead = false;
    const Result<WebhookParts> parts = WebhookDecoder::split(webhook.body);
    if (parts) {
        for (const QByteArray &item : parts.value().items) {
            const Result<MessageEvent> event = WebhookDecoder::readEvent(item);
            if (event) {
                anyRead = true;
                entries.push_back(entryOf(event.value(), webhook, listening, now));
            } else {
                unreadables.add(event.error().userText, item, entries);
            }
        }
        unreadables.addRest(entries);
    } else {
        unreadables.add(parts.error().userText, webhook.body, entries);
    }
    if (entries.empty()) {
        answer(segmentAccepted());
        return;
    }
    const std::size_t came = parts ? static_cast<std::size_t>(parts.value().items.size()) : 1;
    const HttpReply reply = anyRead ? segmentAccepted() : HttpReply::fault(400, refusalText(unreadables.firstFault()));
    const bool wakes =
        std::ranges::any_of(entries, [](const NewEntry &entry) { return entry.fields.state == EventState::Queued; });
    const auto send = IntakeCounts::counting(m_counts, IntakeCounts::Webhook, came, std::move(answer));
    m_journal.append(std::move(entries), [send, reply, wakes, queued = m_queued](const auto &kept) {
        send(kept ? reply : HttpReply::notKept());
        if (kept && wakes) {
            queued();
        }
    });
}

NewEntry WebhookIntake::entryOf(const MessageEvent &event, const WebhookBody &webhook,
                                const ReceiverDirectory::Listening &listening, std::int64_t now) const
{
    TrackCall call = EventMapper::call(event, QString::fromStdString(webhook.connection), now);
    if (!listening.countRepeats) {
        // Each counts, so Segment must not take the second for the first.
        call.messageId = QUuid::createUuid().toString(QUuid::WithoutBraces);
    }
    NewEntry entry = entryOfCall(call.payload().toStdString(), now);
    entry.secondPart = event.bytes.toStdString();
    if (listening.countRepeats) {
        entry.repeatSince = std::max<std::int64_t>(1, now - kRepeatMs);
        for (const QString &id : EventMapper::idsOfDaysBeside(call.messageId)) {
            entry.repeatIds.push_back(id.toStdString());
        }
    }
    EntryFields &fields = entry.fields;
    fields.connection = webhook.connection;
    fields.origin = Origin::Webhook;
    if (!listening.selection.contains(call.event)) {
        fields.state = EventState::Skipped;
    } else if (const QString code = TrackCheck::blockingCode(fields.findings); !code.isEmpty()) {
        fields.state = EventState::Blocked;
        fields.error = code.toStdString();
    } else {
        fields.state = listening.relay ? EventState::Queued : EventState::Received;
    }
    return entry;
}

} // namespace segue
