// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/receiver/EchoIntake.h"

#include "app/receiver/CapturedEntry.h"
#include "app/receiver/PendingAnswer.h"
#include "app/receiver/SegmentRoutes.h"
#include "app/receiver/UnreadableEntry.h"
#include "app/segment/JsonOutline.h"

namespace segue {

namespace {

//! Code words of an entry's `error`: how it was seen at the other side.
constexpr char kEcho[] = "echo";
constexpr char kUnsignedEcho[] = "echo-unsigned";

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

} // namespace

EchoIntake::EchoIntake(Journal &journal, const Clock &clock, std::shared_ptr<IntakeCounts> counts)
    : m_journal(journal)
    , m_clock(clock)
    , m_counts(std::move(counts))
{
}

NewEntry EchoIntake::unreadable(const EchoBody &echo, std::string reason, std::string bytes) const
{
    return unreadableEntry(echo.connection, Origin::Echo, m_clock.now(), std::move(reason), std::move(bytes));
}

void EchoIntake::take(const EchoBody &echo, HttpServer::Answer answer) const
{
    const Result<JsonOutline, JsonFault> outline = JsonOutline::read(echo.body, 1);
    if (!outline) {
        const std::string reason = faultOf(outline.error());
        const auto reply = IntakeCounts::counting(m_counts, IntakeCounts::Echoed, 1, std::move(answer));
        m_journal.append({unreadable(echo, reason, echo.body.toStdString())}, [reply, reason](const auto &kept) {
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
    const auto reply = IntakeCounts::counting(m_counts, IntakeCounts::Echoed, items.size(), std::move(answer));
    const auto pending = std::make_shared<PendingAnswer>(
        items.size(), [reply](bool kept) { reply(kept ? segmentAccepted() : HttpReply::notKept()); });
    const auto partKept = [pending](bool kept) { pending->partDone(kept); };
    for (const JsonNode *item : items) {
        std::string payload = bytesOf(echo.body, *item);
        if (item->kind == JsonKind::Object) {
            takeOne(echo, std::move(payload), partKept);
        } else {
            m_journal.append({unreadable(echo, "no JSON object", std::move(payload))},
                             [partKept](const auto &added) { partKept(added.ok()); });
        }
    }
}

void EchoIntake::takeOne(const EchoBody &echo, std::string payload, const std::function<void(bool)> &kept) const
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

} // namespace segue
