// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/receiver/ReceiverJournal.h"

#include "app/receiver/CapturedEntry.h"
#include "app/receiver/PendingAnswer.h"
#include "app/receiver/SegmentRoutes.h"
#include "app/segment/JsonOutline.h"
#include "app/segment/TrackCheck.h"

namespace segue {

namespace {

//! Code words of an entry's `error`: how it was seen at the other side.
constexpr char kEcho[] = "echo";
constexpr char kUnsignedEcho[] = "echo-unsigned";
constexpr char kUnknownKey[] = "unknown-key: ";

//! Where a text stops being JSON, for whoever sent it.
std::string faultOf(const JsonFault &fault)
{
    return fault.reason == JsonFault::Reason::Empty
               ? "the body is empty"
               : "the body is not JSON of objects, near byte " + std::to_string(fault.offset);
}

std::string bytesOf(const QByteArray &text, const JsonNode &node)
{
    return text.mid(node.begin, node.end - node.begin).toStdString();
}

//! The code word of the first entry that Segment would drop; empty when it would take all.
std::string firstDropped(const std::vector<NewEntry> &entries)
{
    for (const NewEntry &entry : entries) {
        const QList<FindingText> findings = TrackCheck::explain(entry.fields.findings);
        if (!findings.isEmpty() && findings.constFirst().blocks) {
            return findings.constFirst().code.toStdString();
        }
    }
    return {};
}

} // namespace

ReceiverJournal::ReceiverJournal(Journal &journal, const Clock &clock, const ReceiverDirectory &directory)
    : m_journal(journal)
    , m_clock(clock)
    , m_directory(directory)
{
}

HttpServer::Answer ReceiverJournal::counted(Counter counter, std::size_t events, HttpServer::Answer answer) const
{
    return [counts = m_counts, counter, events, answer = std::move(answer)](HttpReply reply) {
        const bool kept = reply.status != HttpReply::notKept().status;
        (*counts)[kept ? counter : NotKept] += events;
        answer(std::move(reply));
    };
}

void ReceiverJournal::takeCalls(CapturedCalls calls, HttpServer::Answer answer)
{
    const std::int64_t now = m_clock.now();
    std::vector<NewEntry> entries;
    entries.reserve(calls.calls.size());
    for (SegmentCall &call : calls.calls) {
        NewEntry entry = entryOfCall(std::move(call.payload), now);
        entry.fields.connection = calls.connection;
        if (calls.connection.empty()) {
            entry.fields.error = kUnknownKey + calls.fingerprint;
        }
        entries.push_back(std::move(entry));
    }
    const std::string dropped = m_directory.content()->strict ? firstDropped(entries) : std::string();
    const auto reply = counted(Captured, entries.size(), std::move(answer));
    m_journal.append(std::move(entries), [reply, dropped](const auto &kept) {
        reply(!kept           ? HttpReply::notKept()
              : dropped.empty() ? segmentAccepted()
                                : HttpReply::fault(400, dropped));
    });
}

NewEntry ReceiverJournal::unreadable(const EchoBody &routed, Origin origin, std::string reason,
                                     std::string bytes) const
{
    NewEntry entry;
    entry.fields.connection = routed.connection;
    entry.fields.origin = origin;
    entry.fields.received = m_clock.now();
    entry.fields.state = EventState::Unreadable;
    entry.fields.error = std::move(reason);
    entry.payload = std::move(bytes);
    return entry;
}

void ReceiverJournal::takeEcho(EchoBody echo, HttpServer::Answer answer)
{
    const Result<JsonOutline, JsonFault> outline = JsonOutline::read(echo.body, 1);
    if (!outline) {
        const std::string reason = faultOf(outline.error());
        const auto reply = counted(Echoed, 1, std::move(answer));
        m_journal.append({unreadable(echo, Origin::Echo, "unreadable: " + reason, echo.body.toStdString())},
                         [reply, reason](const auto &kept) {
                             reply(kept ? HttpReply::fault(400, reason) : HttpReply::notKept());
                         });
        return;
    }
    const JsonNode &root = outline.value().root();
    const std::vector<const JsonNode *> items =
        outline.value().isObject() ? std::vector{&root} : outline.value().children(root);
    if (items.empty()) {
        answer(segmentAccepted());
        return;
    }
    const auto reply = counted(Echoed, items.size(), std::move(answer));
    const auto pending = std::make_shared<PendingAnswer>(
        items.size(), [reply](bool kept) { reply(kept ? segmentAccepted() : HttpReply::notKept()); });
    const auto partKept = [pending](bool kept) { pending->partDone(kept); };
    for (const JsonNode *item : items) {
        std::string payload = bytesOf(echo.body, *item);
        if (item->kind == JsonKind::Object) {
            takeEchoed(echo, std::move(payload), partKept);
        } else {
            m_journal.append({unreadable(echo, Origin::Echo, "unreadable: no JSON object", std::move(payload))},
                             [partKept](const auto &added) { partKept(added.ok()); });
        }
    }
}

void ReceiverJournal::takeEchoed(const EchoBody &echo, std::string payload, const std::function<void(bool)> &kept)
{
    NewEntry entry = entryOfCall(std::move(payload), m_clock.now());
    entry.fields.connection = echo.connection;
    entry.fields.origin = Origin::Echo;
    entry.fields.state = EventState::Observed;
    entry.fields.error = echo.isSigned ? kEcho : kUnsignedEcho;
    const std::string how = entry.fields.error;
    const auto observe = [journal = &m_journal, kept](NewEntry seen) {
        journal->append({std::move(seen)}, [kept](const auto &added) { kept(added.ok()); });
    };
    if (entry.fields.messageId.empty()) {
        observe(std::move(entry));
        return;
    }
    std::string messageId = entry.fields.messageId;
    m_journal.confirm(std::move(messageId), how, [observe, kept, entry = std::move(entry)](const auto &confirmed) {
        if (!confirmed) {
            kept(false);
        } else if (confirmed.value()) {
            kept(true);
        } else {
            observe(entry);
        }
    });
}

std::string ReceiverJournal::health()
{
    const auto number = [this](Counter counter) { return std::to_string((*m_counts)[counter].load()); };
    return R"({"status":"ok","captured":)" + number(Captured) + R"(,"echoes":)" + number(Echoed) + R"(,"notKept":)" +
           number(NotKept) + '}';
}

} // namespace segue
