// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/receiver/EchoIntake.h"

#include "app/receiver/CapturedEntry.h"
#include "app/receiver/PendingAnswer.h"
#include "app/receiver/SegmentRoutes.h"
#include "app/receiver/UnreadableEntry.h"
#include "app/receiver/Unreadables.h"
#include "app/segment/JsonOutline.h"

#include <unordered_set>

namespace segue {

namespace {

//! Code words of an entry's `error`: how it was seen at the other side.
constexpr char kEcho[] = "echo";
constexpr char kUnsignedEcho[] = "echo-unsigned";

//! Segment sends one event, or some hundred. Each item becomes a write of its own.
constexpr std::size_t kMostItems = 50'000;

//! Where a text stops being JSON, for whoever sent it.
std::string faultOf(const JsonFault &fault)
{
    switch (fault.reason) {
    case JsonFault::Reason::Empty:
        return "the body is empty";
    case JsonFault::Reason::TooLarge:
        return "the body holds more than " + std::to_string(kMostItems) + " items";
    default:
        return "the body is not JSON of objects, near byte " + std::to_string(fault.offset);
    }
}

} // namespace

EchoIntake::EchoIntake(Journal &journal, const Clock &clock, std::shared_ptr<IntakeCounts> counts)
    : m_journal(journal)
    , m_clock(clock)
    , m_counts(std::move(counts))
{
}

void EchoIntake::take(const EchoBody &echo, HttpServer::Answer answer) const
{
    const Result<JsonOutline, JsonFault> outline = JsonOutline::read(echo.body, 1, kMostItems + 1);
    if (!outline) {
        refuse(echo, faultOf(outline.error()), std::move(answer));
        return;
    }
    const JsonNode &root = outline.value().root();
    const std::vector<const JsonNode *> items =
        outline.value().isObject() ? std::vector{&root} : outline.value().children(root);
    if (items.empty()) {
        answer(segmentAccepted());
        return;
    }
    std::vector<NewEntry> known;  // by a messageId
    std::vector<NewEntry> others; // in one write
    std::unordered_set<std::string> messageIds;
    Unreadables unreadables(echo.connection, Origin::Echo, m_clock.now());
    for (const JsonNode *item : items) {
        const QByteArrayView bytes = QByteArrayView(echo.body).sliced(item->begin, item->end - item->begin);
        if (item->kind != JsonKind::Object) {
            unreadables.add(QStringLiteral("no JSON object"), bytes, others);
            continue;
        }
        NewEntry entry = observed(echo, std::string(bytes.data(), static_cast<std::size_t>(bytes.size())));
        if (entry.fields.messageId.empty()) {
            others.push_back(std::move(entry));
        } else if (messageIds.insert(entry.fields.messageId).second) {
            known.push_back(std::move(entry));
        }
    }
    unreadables.addRest(others);
    const auto reply = IntakeCounts::counting(m_counts, IntakeCounts::Echoed, items.size(), std::move(answer));
    const auto pending = std::make_shared<PendingAnswer>(known.size() + (others.empty() ? 0 : 1), [reply](bool kept) {
        reply(kept ? segmentAccepted() : HttpReply::notKept());
    });
    const auto partKept = [pending](bool kept) { pending->partDone(kept); };
    if (!others.empty()) {
        m_journal.append(std::move(others), [partKept](const auto &added) { partKept(added.ok()); });
    }
    for (NewEntry &entry : known) {
        confirmOrAdd(std::move(entry), partKept);
    }
}

void EchoIntake::refuse(const EchoBody &echo, const std::string &reason, HttpServer::Answer answer) const
{
    const auto reply = IntakeCounts::counting(m_counts, IntakeCounts::Echoed, 1, std::move(answer));
    std::vector<NewEntry> entries;
    entries.push_back(unreadableEntry(echo.connection, Origin::Echo, m_clock.now(), reason, echo.body.toStdString()));
    m_journal.append(std::move(entries), [reply, reason](const auto &kept) {
        reply(kept ? HttpReply::fault(400, reason) : HttpReply::notKept());
    });
}

NewEntry EchoIntake::observed(const EchoBody &echo, std::string payload) const
{
    NewEntry entry = entryOfCall(std::move(payload), m_clock.now());
    entry.fields.connection = echo.connection;
    entry.fields.origin = Origin::Echo;
    entry.fields.state = EventState::Observed;
    entry.fields.error = echo.isSigned ? kEcho : kUnsignedEcho;
    return entry;
}

void EchoIntake::confirmOrAdd(NewEntry entry, const std::function<void(bool)> &kept) const
{
    std::string messageId = entry.fields.messageId;
    std::string how = entry.fields.error;
    m_journal.confirm(std::move(messageId), std::move(how),
                      [journal = &m_journal, kept, entry = std::move(entry)](const auto &confirmed) {
                          if (!confirmed || confirmed.value()) {
                              kept(confirmed.ok());
                          } else {
                              journal->append({entry}, [kept](const auto &added) { kept(added.ok()); });
                          }
                      });
}

} // namespace segue
