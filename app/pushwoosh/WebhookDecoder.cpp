// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/pushwoosh/WebhookDecoder.h"

#include "app/pushwoosh/EventTime.h"
#include "app/segment/JsonOutline.h"
#include "app/segment/JsonText.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace segue {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(segue::WebhookDecoder)
};

// So that a body of brackets alone cannot fill the memory: a value that is kept takes a hundred bytes.
constexpr std::size_t kMostValues = 1'000'000;
constexpr std::size_t kMostMembers = 20'000;

QByteArray bytesOf(const QByteArray &text, const JsonNode &node)
{
    return text.mid(node.begin, node.end - node.begin);
}

Error unreadable(const QString &reason)
{
    return {ErrorCode::Payload, u"webhook body: not readable"_s, reason};
}

Error noJson(const JsonFault &fault)
{
    QString reason = Text::tr("The text cannot be read as JSON: %1.").arg(jsonFaultText(fault));
    if (fault.offset > 0) {
        reason += u' ' + Text::tr("The reading ended near byte %1.").arg(fault.offset);
    }
    return unreadable(reason);
}

//! The arrays of an object that are no event, by name.
const JsonNode *enveloped(const JsonOutline &outline, bool &ambiguous)
{
    static const QByteArrayList kNames{"events", "items", "data", "batch"};
    std::vector<const JsonNode *> named;
    std::vector<const JsonNode *> all;
    for (const JsonNode *member : outline.children(outline.root())) {
        if (member->kind == JsonKind::Array) {
            all.push_back(member);
            if (kNames.contains(member->name)) {
                named.push_back(member);
            }
        }
    }
    const std::vector<const JsonNode *> &candidates = named.empty() ? all : named;
    ambiguous = candidates.size() > 1;
    return candidates.size() == 1 ? candidates.front() : nullptr;
}

Result<WebhookParts> itemsOf(const QByteArray &array, WebhookParts parts)
{
    const Result<JsonOutline, JsonFault> read = JsonOutline::read(array, 1, kMostValues);
    if (!read) {
        return noJson(read.error());
    }
    for (const JsonNode *item : read.value().children(read.value().root())) {
        parts.items.append(bytesOf(array, *item));
    }
    return parts;
}

//! Puts the members of an event into their places.
class EventReader
{
public:
    EventReader(const QByteArray &json, const JsonOutline &outline)
        : m_json(json)
        , m_outline(outline)
    {
    }

    MessageEvent read()
    {
        m_event.bytes = m_json;
        text("event_name", m_event.eventName);
        text("message_id", m_event.messageId);
        text("message_code", m_event.messageCode);
        text("campaign_id", m_event.campaignId);
        text("campaign_code", m_event.campaignCode);
        text("platform", m_event.platform);
        text("message_type", m_event.messageType);
        text("application_code", m_event.applicationCode);
        text("hwid", m_event.hwid);
        text("user_id", m_event.userId);
        content();
        time();
        for (const JsonNode *member : m_outline.children(m_outline.root())) {
            if (std::find(m_taken.begin(), m_taken.end(), member) == m_taken.end()) {
                m_event.others.append({fromJsonUtf8(member->name), bytesOf(m_json, *member)});
            }
        }
        return m_event;
    }

private:
    const JsonNode *member(const char *name) const { return m_outline.member(&m_outline.root(), name); }

    void text(const char *name, QString &to)
    {
        const JsonNode *node = member(name);
        if (node == nullptr) {
            return;
        }
        if (node->kind == JsonKind::String) {
            to = fromJsonUtf8(node->text);
        } else if (node->kind == JsonKind::Number) {
            to = QString::fromLatin1(bytesOf(m_json, *node));
        } else if (node->kind != JsonKind::Null) {
            return;
        }
        m_taken.push_back(node);
    }

    void content()
    {
        const JsonNode *node = member("payload");
        if (node == nullptr) {
            return;
        }
        m_taken.push_back(node);
        if (node->kind == JsonKind::String) {
            m_event.content = fromJsonUtf8(node->text);
        } else if (node->kind != JsonKind::Null) {
            m_event.content = QString::fromUtf8(bytesOf(m_json, *node));
        }
    }

    // No name is documented; these are the usual ones.
    void time()
    {
        for (const char *name : {"timestamp", "event_time", "time", "date"}) {
            const JsonNode *node = member(name);
            if (node == nullptr || (node->kind != JsonKind::String && node->kind != JsonKind::Number)) {
                continue;
            }
            const QString written =
                node->kind == JsonKind::String ? fromJsonUtf8(node->text) : QString::fromLatin1(bytesOf(m_json, *node));
            if (const auto read = readEventTime(written)) {
                m_event.time = read;
                m_taken.push_back(node);
                return;
            }
        }
    }

    const QByteArray &m_json;
    const JsonOutline &m_outline;
    MessageEvent m_event;
    std::vector<const JsonNode *> m_taken;
};

} // namespace

Result<WebhookParts> WebhookDecoder::split(const QByteArray &body)
{
    if (body.size() > kMostBytes) {
        return Error{ErrorCode::InvalidInput, u"webhook body: %1 bytes"_s.arg(body.size()),
                     Text::tr("The text is larger than the %1 MB that are read at once. Nothing was taken from it.")
                         .arg(kMostBytes / 1024 / 1024)};
    }
    const QByteArray text = body.startsWith("\xef\xbb\xbf") ? body.mid(3) : body;
    const Result<JsonOutline, JsonFault> read = JsonOutline::read(text, 1, kMostValues);
    if (!read) {
        return noJson(read.error());
    }
    const JsonOutline &outline = read.value();
    WebhookParts parts;
    if (!outline.isObject()) {
        parts.form = WebhookParts::Form::Array;
        for (const JsonNode *item : outline.children(outline.root())) {
            parts.items.append(bytesOf(text, *item));
        }
        return parts;
    }
    if (outline.member(&outline.root(), "event_name") == nullptr) {
        bool ambiguous = false;
        if (const JsonNode *array = enveloped(outline, ambiguous)) {
            parts.form = WebhookParts::Form::Envelope;
            parts.envelope = fromJsonUtf8(array->name);
            return itemsOf(bytesOf(text, *array), std::move(parts));
        }
        if (ambiguous) {
            return unreadable(Text::tr("The object holds several arrays; which of them are the events is not clear."));
        }
    }
    parts.items.append(bytesOf(text, outline.root()));
    return parts;
}

Result<MessageEvent> WebhookDecoder::readEvent(const QByteArray &json)
{
    const Result<JsonOutline, JsonFault> read = JsonOutline::read(json, 1, kMostMembers);
    if (!read) {
        return read.error().reason == JsonFault::Reason::NotObjectOrArray
                   ? unreadable(Text::tr("This part is not an object."))
                   : noJson(read.error());
    }
    if (!read.value().isObject()) {
        return unreadable(Text::tr("This part is not an object."));
    }
    MessageEvent event = EventReader(json, read.value()).read();
    if (event.eventName.trimmed().isEmpty()) {
        return unreadable(Text::tr("“event_name” is missing: this is no event of Pushwoosh's webhook."));
    }
    return event;
}

Result<QList<WebhookItem>> WebhookDecoder::decode(const QByteArray &body)
{
    const Result<WebhookParts> parts = split(body);
    if (!parts) {
        return parts.error();
    }
    QList<WebhookItem> items;
    items.reserve(parts.value().items.size());
    for (const QByteArray &bytes : parts.value().items) {
        const Result<MessageEvent> event = readEvent(bytes);
        items.append(
            {bytes, event ? std::optional(event.value()) : std::nullopt, event ? QString() : event.error().userText});
    }
    return items;
}

} // namespace segue
