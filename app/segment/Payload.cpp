// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/segment/JsonOutline.h"
#include "app/segment/JsonText.h"
#include "app/segment/TrackCall.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>
#include <chrono>

namespace segue {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(segue::Payload)
};

constexpr qsizetype kLargestFile = qsizetype{64} * 1024 * 1024;
constexpr std::int64_t kFirstTime{-62'135'596'800'000}; // 0001-01-01T00:00:00.000Z
constexpr std::int64_t kLastTime{253'402'300'799'999};  // 9999-12-31T23:59:59.999Z
constexpr int kIdLevels = 1;
constexpr int kPropertyLevels = 2;

Error noObject(const QString &reason)
{
    return {ErrorCode::Payload, QStringLiteral("payload is not one JSON object"),
            Text::tr("The event cannot be read as one JSON object: %1.").arg(reason)};
}

Result<JsonOutline> readObject(const QByteArray &payload, int levels)
{
    Result<JsonOutline, JsonFault> outline = JsonOutline::read(payload, levels);
    if (!outline) {
        return noObject(jsonFaultText(outline.error()));
    }
    if (!outline.value().isObject()) {
        return noObject(Text::tr("it is an array"));
    }
    return std::move(outline).value();
}

QString stringOf(const JsonNode *node)
{
    return node && node->kind == JsonKind::String ? fromJsonUtf8(node->text) : QString();
}

QByteArray bytesOf(const QByteArray &text, const JsonNode &node)
{
    return text.mid(node.begin, node.end - node.begin);
}

bool isGiven(const JsonNode *node)
{
    return node && node->kind != JsonKind::Null;
}

//! Cuts members out of an object and puts others in, without touching any other byte.
class Splice
{
public:
    Splice(const QByteArray &text, const JsonOutline &outline)
        : m_text(text)
        , m_root(outline.root())
        , m_members(outline.children(outline.root()))
    {
    }

    template <class Predicate> void cut(Predicate &&wanted)
    {
        m_members.erase(std::remove_if(m_members.begin(), m_members.end(),
                                       [&](const JsonNode *member) { return member && wanted(*member); }),
                        m_members.end());
    }

    //! Gives the first member of that name another value, and cuts the others. False when there is none.
    bool replace(QByteArrayView name, const QByteArray &value)
    {
        const JsonNode *first = nullptr;
        cut([&](const JsonNode &member) {
            if (member.name != name) {
                return false;
            }
            const bool more = first != nullptr;
            first = more ? first : &member;
            return more;
        });
        m_replaced = first ? first : m_replaced;
        m_value = first ? value : m_value;
        return first != nullptr;
    }

    void putInFront(const char *name, const QByteArray &value)
    {
        m_front += m_front.isEmpty() ? "\"" : ",\"";
        m_front += name;
        m_front += "\":";
        m_front += value;
    }

    //! What stood between the brackets and the members stays where it was; a member that goes takes the comma before it
    //! along, the first one that after it.
    QByteArray result(const JsonOutline &outline) const
    {
        const std::vector<const JsonNode *> all = outline.children(m_root);
        const qsizetype inside = m_root.begin + 1;
        const qsizetype firstBegin = all.empty() ? inside : all.front()->nameBegin;
        const qsizetype lastEnd = all.empty() ? inside : all.back()->end;
        QByteArray out = m_text.left(inside) + m_front;
        if (!m_members.empty()) {
            out += m_front.isEmpty() ? "" : ",";
            out += m_text.mid(inside, firstBegin - inside);
        }
        bool first = true;
        for (std::size_t i = 0, kept = 0; i < all.size() && kept < m_members.size(); ++i) {
            if (all[i] != m_members[kept]) {
                continue;
            }
            ++kept;
            if (!first) {
                out += m_text.mid(all[i - 1]->end, all[i]->nameBegin - all[i - 1]->end);
            }
            first = false;
            appendMember(out, *all[i]);
        }
        return out + m_text.mid(lastEnd);
    }

private:
    void appendMember(QByteArray &out, const JsonNode &member) const
    {
        if (&member == m_replaced) {
            out += m_text.mid(member.nameBegin, member.begin - member.nameBegin) + m_value;
        } else {
            out += m_text.mid(member.nameBegin, member.end - member.nameBegin);
        }
    }

    const QByteArray &m_text;
    const JsonNode &m_root;
    std::vector<const JsonNode *> m_members;
    const JsonNode *m_replaced = nullptr;
    QByteArray m_value;
    QByteArray m_front;
};

QByteArray quotedTime(std::int64_t ms)
{
    return '"' + Payload::isoTime(ms).toLatin1() + '"';
}

//! Names the place of a fault in a file: the call when there are several, and the line.
Error fileError(const QByteArray &content, const JsonFault &fault, bool several)
{
    const qsizetype end = std::clamp<qsizetype>(fault.offset, 0, content.size());
    const qsizetype line = std::count(content.begin(), content.begin() + end, '\n') + 1;
    const QString reason = jsonFaultText(fault);
    const QString text =
        several && fault.children > 0
            ? Text::tr("Call %1 of the file (line %2) cannot be read: %3. Nothing was taken from the file.")
                  .arg(QString::number(fault.children), QString::number(line), reason)
            : Text::tr("The file cannot be read (line %1): %2. Nothing was taken from it; a file holds one track call "
                       "or an array of them.")
                  .arg(QString::number(line), reason);
    return {ErrorCode::InvalidInput, QStringLiteral("file of calls: line %1, call %2").arg(line).arg(fault.children),
            text};
}

bool beginsAnArray(const QByteArray &content)
{
    const auto first = std::find_if(content.begin(), content.end(),
                                    [](char c) { return c != ' ' && c != '\t' && c != '\n' && c != '\r'; });
    return first != content.end() && *first == '[';
}

} // namespace

namespace Payload {

Result<TrackFields> fields(const QByteArray &payload)
{
    const Result<JsonOutline> read = readObject(payload, kPropertyLevels);
    if (!read) {
        return read.error();
    }
    return fields(payload, read.value());
}

TrackFields fields(const QByteArray &payload, const JsonOutline &outline)
{
    const auto top = [&](const char *name) { return outline.member(&outline.root(), name); };
    const auto property = [&](const char *name) { return outline.member(top("properties"), name); };

    TrackFields result;
    result.type = stringOf(top("type"));
    result.event = stringOf(top("event"));
    if (const QString userId = stringOf(top("userId")); !userId.isEmpty()) {
        result.identity = {Identity::Kind::UserId, userId};
    } else if (const QString anonymousId = stringOf(top("anonymousId")); !anonymousId.isEmpty()) {
        result.identity = {Identity::Kind::AnonymousId, anonymousId};
    }
    result.messageType = stringOf(property("message_type"));
    result.campaignCode = stringOf(property("campaign_code"));
    const JsonNode *deviceType = property("device_type");
    result.deviceType = deviceType && deviceType->kind == JsonKind::Number
                            ? QString::fromLatin1(bytesOf(payload, *deviceType))
                            : stringOf(deviceType);
    result.messageId = stringOf(top("messageId"));
    return result;
}

Result<QByteArray> prepared(const QByteArray &payload, const QString &messageId, std::int64_t timestamp)
{
    const Result<JsonOutline> read = readObject(payload, kIdLevels);
    if (!read) {
        return read.error();
    }
    const JsonOutline &outline = read.value();
    Splice splice(payload, outline);
    // Readers that fold the case of names (Go's) would take `writekey` for the key as well: no spelling of it may
    // leave.
    splice.cut([](const JsonNode &member) {
        return member.name == "sentAt" || member.name.compare("writeKey", Qt::CaseInsensitive) == 0;
    });
    for (const char *name : {"type", "timestamp"}) {
        splice.cut([&](const JsonNode &member) { return member.name == name && member.kind == JsonKind::Null; });
    }
    const std::vector<const JsonNode *> members = outline.children(outline.root());
    const auto has = [&](const char *name) {
        return std::any_of(members.begin(), members.end(),
                           [&](const JsonNode *member) { return member->name == name && isGiven(member); });
    };
    if (!has("type")) {
        splice.putInFront("type", R"("track")");
    }
    if (!splice.replace("messageId", jsonString(messageId))) {
        splice.putInFront("messageId", jsonString(messageId));
    }
    if (!has("timestamp")) {
        splice.putInFront("timestamp", quotedTime(timestamp));
    }
    return splice.result(outline);
}

QByteArray trackBody(const QByteArray &payload, std::int64_t sentAt)
{
    const auto isBlank = [](char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; };
    const auto open = std::find_if_not(payload.begin(), payload.end(), isBlank);
    if (open == payload.end() || *open != '{') {
        return payload;
    }
    const auto next = std::find_if_not(open + 1, payload.end(), isBlank);
    const bool empty = next != payload.end() && *next == '}';
    const qsizetype inside = std::distance(payload.begin(), open) + 1;
    return payload.left(inside) + "\"sentAt\":" + quotedTime(sentAt) + (empty ? "" : ",") + payload.mid(inside);
}

QByteArray batchBody(const QList<QByteArray> &payloads, std::int64_t sentAt)
{
    qsizetype size = batchOverhead() + payloads.size();
    for (const QByteArray &payload : payloads) {
        size += payload.size();
    }
    QByteArray body;
    body.reserve(size);
    body += "{\"sentAt\":";
    body += quotedTime(sentAt);
    body += ",\"batch\":[";
    for (qsizetype i = 0; i < payloads.size(); ++i) {
        body += i > 0 ? "," : "";
        body += payloads[i];
    }
    body += "]}";
    return body;
}

qsizetype batchOverhead()
{
    return static_cast<qsizetype>(sizeof(R"({"sentAt":"2026-01-02T03:04:05.678Z","batch":[]})")) - 1;
}

Result<QList<QByteArray>> splitFile(const QByteArray &content)
{
    if (content.size() > kLargestFile) {
        return Error{ErrorCode::InvalidInput, QStringLiteral("file of calls: %1 bytes").arg(content.size()),
                     Text::tr("The file is larger than %1 MB. Nothing was taken from it; split it into several files.")
                         .arg(kLargestFile / 1024 / 1024)};
    }
    // Editors on Windows put a byte order mark in front of a file; it is no part of a call.
    const QByteArray text = content.startsWith("\xef\xbb\xbf") ? content.mid(3) : content;
    const Result<JsonOutline, JsonFault> read = JsonOutline::read(text, 1);
    if (!read) {
        return fileError(text, read.error(), beginsAnArray(text));
    }
    const JsonOutline &outline = read.value();
    if (outline.isObject()) {
        return QList<QByteArray>{bytesOf(text, outline.root())};
    }
    QList<QByteArray> calls;
    for (const JsonNode *item : outline.children(outline.root())) {
        if (item->kind != JsonKind::Object) {
            const auto number = calls.size() + 1;
            return Error{
                ErrorCode::InvalidInput, QStringLiteral("file of calls: call %1 is no object").arg(number),
                Text::tr("Call %1 of the file is not a JSON object. Nothing was taken from the file.").arg(number)};
        }
        calls.append(bytesOf(text, *item));
    }
    if (calls.isEmpty()) {
        return Error{ErrorCode::InvalidInput, QStringLiteral("file of calls: empty array"),
                     Text::tr("There is no track call in the file: its array is empty.")};
    }
    return calls;
}

QString isoTime(std::int64_t ms)
{
    // Beyond these years the four-digit form ends.
    const std::chrono::sys_time<std::chrono::milliseconds> time{
        std::chrono::milliseconds(std::clamp(ms, kFirstTime, kLastTime))};
    const auto day = std::chrono::floor<std::chrono::days>(time);
    const std::chrono::year_month_day date{day};
    const std::chrono::hh_mm_ss clock{time - day};
    std::array<char, 24> text{"0000-00-00T00:00:00.000"};
    text.back() = 'Z';
    // Every event has one or more of them: QDateTime's own takes ten times as long.
    const auto put = [&text](std::size_t end, std::int64_t number) {
        for (; number > 0; number /= 10) {
            text[--end] = static_cast<char>('0' + number % 10);
        }
    };
    put(4, static_cast<int>(date.year()));
    put(7, static_cast<unsigned>(date.month()));
    put(10, static_cast<unsigned>(date.day()));
    put(13, clock.hours().count());
    put(16, clock.minutes().count());
    put(19, clock.seconds().count());
    put(23, clock.subseconds().count());
    return QString::fromLatin1(text.data(), static_cast<qsizetype>(text.size()));
}

} // namespace Payload

} // namespace segue
