// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/setup/EventPreview.h"

#include "app/pushwoosh/EventMapper.h"
#include "app/segment/JsonOutline.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace segue {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(segue::EventPreview)
};

constexpr std::size_t kMostMembers = 20'000;
const QString kSampleMessageId = u"00000000-0000-4000-8000-000000000000"_s;

//! Whether an object is meant as a call to Segment. An event of Pushwoosh's webhook has none of these members.
bool isCall(const JsonOutline &outline)
{
    if (!outline.isObject() || outline.member(&outline.root(), "event_name") != nullptr) {
        return false;
    }
    static constexpr std::array kMembers{"event", "type", "userId", "anonymousId", "properties", "traits", "messageId"};
    return std::ranges::any_of(kMembers,
                               [&](const char *name) { return outline.member(&outline.root(), name) != nullptr; });
}

//! The members that Segment does not get, as Pushwoosh calls them.
QStringList leftBehind(const MessageEvent &event)
{
    QStringList names;
    const auto add = [&names](const QString &value, const QString &name) {
        if (!value.isEmpty()) {
            names.append(name);
        }
    };
    add(event.messageId, u"message_id"_s);
    add(event.messageCode, u"message_code"_s);
    add(event.applicationCode, u"application_code"_s);
    add(event.content, u"payload"_s);
    for (const MessageEvent::Other &other : event.others) {
        names.append(other.name);
    }
    return names;
}

QStringList notesOf(const MessageEvent &event, const TrackCall &call)
{
    QStringList notes;
    const QString user = event.userId.trimmed();
    if (!user.isEmpty()) {
        notes.append(user == event.hwid.trimmed()
                         ? Text::tr("user_id becomes “userId”. It is the HWID: Pushwoosh gives it to people who never "
                                    "logged in.")
                         : Text::tr("user_id becomes “userId”; the HWID does not leave."));
    } else if (!event.hwid.trimmed().isEmpty()) {
        notes.append(Text::tr("There is no user_id, so hwid becomes “anonymousId”."));
    }
    if (call.campaignCode.isEmpty()) {
        notes.append(call.campaignId.isEmpty()
                         ? Text::tr("The event names no campaign, so “campaign_code” is left out.")
                         : Text::tr("The event gives a campaign's number and no code: it goes into the context, and "
                                    "“campaign_code” is left out."));
    }
    if (call.messageType.isEmpty()) {
        notes.append(Text::tr("No “message_type” of the source fits the platform, so it is left out."));
    }
    notes.append(event.time ? Text::tr("The time is the event's own.")
                            : Text::tr("The event tells no time that Segue knows: the time of its arrival counts."));
    notes.append(Text::tr("“messageId” is made from the event: when it comes again, Segment drops the second."));
    if (const QStringList names = leftBehind(event); !names.isEmpty()) {
        notes.append(Text::tr("Not sent; a relayed event keeps it in Segue's log: %1").arg(names.mid(0, 20).join(u", "_s)));
    }
    return notes;
}

PreviewedCall previewOfCall(const QByteArray &json, const JsonOutline &outline, std::int64_t now)
{
    PreviewedCall result;
    result.kind = PreviewedCall::Kind::Call;
    result.given = json;
    const JsonNode *id = outline.member(&outline.root(), "messageId");
    const QString messageId = id && id->kind == JsonKind::String ? QString::fromUtf8(id->text) : QString();
    const Result<QByteArray> prepared =
        Payload::prepared(json, messageId.isEmpty() ? kSampleMessageId : messageId, now);
    result.call = prepared.valueOr(json);
    if (messageId.isEmpty()) {
        result.notes.append(
            Text::tr("It has no “messageId”: each send gives it a fresh one; the one here only shows its "
                     "place."));
    }
    for (const JsonNode *member : outline.children(outline.root())) {
        if (member->name.compare("writeKey", Qt::CaseInsensitive) == 0) {
            result.notes.append(Text::tr("The write key is left out: it belongs to the request, and not into a log."));
            break;
        }
    }
    result.reading = PayloadReading::of(result.call);
    return result;
}

PreviewedCall previewOf(const QByteArray &json, const QString &connection, std::int64_t now)
{
    const Result<JsonOutline, JsonFault> outline = JsonOutline::read(json, 1, kMostMembers);
    if (outline && isCall(outline.value())) {
        return previewOfCall(json, outline.value(), now);
    }
    PreviewedCall result;
    result.given = json;
    const Result<MessageEvent> event = WebhookDecoder::readEvent(json);
    if (!event) {
        result.fault = outline && outline.value().isObject()
                           ? Text::tr("This is neither an event of Pushwoosh's webhook, which has “event_name”, nor a "
                                      "call to Segment, which has “event” or “type”.")
                           : event.error().userText;
        return result;
    }
    const TrackCall call = EventMapper::call(event.value(), connection, now);
    result.kind = PreviewedCall::Kind::Webhook;
    result.call = call.payload();
    result.notes = notesOf(event.value(), call);
    result.reading = PayloadReading::of(result.call);
    return result;
}

Result<WebhookParts> partsOf(const QByteArray &text)
{
    // A call to Segment may hold an array of its own, which makes it no envelope.
    if (text.size() <= WebhookDecoder::kMostBytes) {
        const QByteArray bare = text.startsWith("\xef\xbb\xbf") ? text.mid(3) : text;
        const Result<JsonOutline, JsonFault> outline = JsonOutline::read(bare, 1, kMostMembers);
        if (outline && isCall(outline.value()) && outline.value().member(&outline.value().root(), "batch") == nullptr) {
            WebhookParts one;
            one.items.append(bare);
            return one;
        }
    }
    return WebhookDecoder::split(text);
}

} // namespace

Result<EventPreview> EventPreview::of(const QByteArray &text, const QString &connection, std::int64_t now)
{
    if (text.size() <= WebhookDecoder::kMostBytes && text.trimmed().isEmpty()) {
        return Error{ErrorCode::InvalidInput, u"preview: nothing"_s, Text::tr("There is no text.")};
    }
    const Result<WebhookParts> parts = partsOf(text);
    if (!parts) {
        return parts.error();
    }
    if (parts.value().items.isEmpty()) {
        return Error{ErrorCode::InvalidInput, u"preview: empty array"_s,
                     Text::tr("There is no event in it: the array is empty.")};
    }
    EventPreview preview;
    preview.envelope = parts.value().envelope;
    for (const QByteArray &item : parts.value().items.mid(0, kMostCalls)) {
        preview.calls.append(previewOf(item, connection, now));
    }
    preview.left = parts.value().items.size() - preview.calls.size();
    return preview;
}

} // namespace segue
