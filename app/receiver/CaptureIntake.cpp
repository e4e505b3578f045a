// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/receiver/CaptureIntake.h"

#include "app/receiver/CapturedEntry.h"
#include "app/receiver/SegmentRoutes.h"
#include "app/receiver/UnreadableEntry.h"
#include "app/segment/TrackCheck.h"

namespace segue {

namespace {

constexpr char kUnknownKey[] = "unknown-key: ";
//! What an envelope says is kept with each of its calls, unless that makes of one request more than this: then with the
//! first one alone.
constexpr std::size_t kMostShared = std::size_t{8} * 1024 * 1024;

//! The code word of the first entry that Segment would drop; empty when it would take all.
std::string firstDropped(const std::vector<NewEntry> &entries)
{
    for (const NewEntry &entry : entries) {
        if (const QString code = TrackCheck::blockingCode(entry.fields.findings); !code.isEmpty()) {
            return code.toStdString();
        }
    }
    return {};
}

} // namespace

CaptureIntake::CaptureIntake(Journal &journal, const Clock &clock, const ReceiverDirectory &directory,
                             std::shared_ptr<IntakeCounts> counts)
    : m_journal(journal)
    , m_clock(clock)
    , m_directory(directory)
    , m_counts(std::move(counts))
{
}

void CaptureIntake::take(CapturedCalls calls, HttpServer::Answer answer) const
{
    const std::int64_t now = m_clock.now();
    const bool sharedByAll = calls.shared.size() * calls.calls.size() <= kMostShared;
    std::vector<NewEntry> entries;
    entries.reserve(calls.calls.size());
    for (SegmentCall &call : calls.calls) {
        NewEntry entry = entryOfCall(std::move(call.payload), now, calls.typeOfRoute);
        entry.fields.connection = calls.connection;
        if (calls.connection.empty()) {
            entry.fields.error = kUnknownKey + calls.fingerprint;
        }
        if (sharedByAll || entries.empty()) {
            entry.secondPart = calls.shared;
        }
        entries.push_back(std::move(entry));
    }
    std::string dropped = m_directory.content()->strict ? firstDropped(entries) : std::string();
    auto reply = IntakeCounts::counting(m_counts, IntakeCounts::Captured, entries.size(), std::move(answer));
    m_journal.append(
        std::move(entries),
        [reply = std::move(reply), dropped = std::move(dropped)](const auto &kept) {
            reply(!kept ? HttpReply::notKept() : dropped.empty() ? segmentAccepted() : HttpReply::fault(400, dropped));
        },
        std::move(calls.thread));
}

void CaptureIntake::takeUnreadable(UnreadableCall call, HttpReply refusal, HttpServer::Answer answer) const
{
    std::string reason = "the body is no JSON object";
    if (!call.fingerprint.empty()) {
        reason += ", " + std::string(kUnknownKey) + call.fingerprint;
    }
    std::vector<NewEntry> entries;
    entries.push_back(
        unreadableEntry(call.connection, Origin::Capture, m_clock.now(), std::move(reason), std::move(call.body)));
    auto reply = IntakeCounts::counting(m_counts, IntakeCounts::Captured, 1, std::move(answer));
    m_journal.append(std::move(entries), [reply = std::move(reply), refusal = std::move(refusal)](const auto &kept) {
        reply(kept ? refusal : HttpReply::notKept());
    });
}

} // namespace segue
