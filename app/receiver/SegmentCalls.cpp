// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/receiver/SegmentCalls.h"

#include "app/receiver/KeyCutter.h"
#include "app/segment/KeptParser.h"

#include <algorithm>
#include <array>
#include <optional>

namespace segue {

namespace {

namespace ondemand = simdjson::ondemand;

// Room that is made at once; a call has hardly more members.
constexpr std::size_t kUsualMembers = 16;
// Far above what a client nests, far below what the stack bears.
constexpr int kMaxDepth = 256;

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

std::size_t skipDigits(std::string_view text, std::size_t at)
{
    while (at < text.size() && isDigit(text[at])) {
        ++at;
    }
    return at;
}

// RFC 8259, 6. simdjson's own readers refuse numbers beyond 64 bits, which are JSON all the same.
bool isNumber(std::string_view text)
{
    std::size_t at = !text.empty() && text.front() == '-' ? 1 : 0;
    const std::size_t whole = at;
    at = skipDigits(text, at);
    if (at == whole || (text[whole] == '0' && at > whole + 1)) {
        return false;
    }
    if (at < text.size() && text[at] == '.') {
        const std::size_t fraction = ++at;
        at = skipDigits(text, at);
        if (at == fraction) {
            return false;
        }
    }
    if (at < text.size() && (text[at] == 'e' || text[at] == 'E')) {
        ++at;
        if (at < text.size() && (text[at] == '+' || text[at] == '-')) {
            ++at;
        }
        const std::size_t exponent = at;
        at = skipDigits(text, at);
        if (at == exponent) {
            return false;
        }
    }
    return text.find_first_not_of(" \t\r\n", at) == std::string_view::npos;
}

bool isWellFormed(ondemand::value value, int depth);

bool isWellFormed(ondemand::object object, int depth)
{
    for (auto each : object) {
        ondemand::field field;
        std::string_view name;
        if (std::move(each).get(field) != simdjson::SUCCESS || field.unescaped_key().get(name) != simdjson::SUCCESS ||
            !isWellFormed(field.value(), depth + 1)) {
            return false;
        }
    }
    return true;
}

bool isWellFormed(ondemand::array array, int depth)
{
    for (auto each : array) {
        ondemand::value item;
        if (each.get(item) != simdjson::SUCCESS || !isWellFormed(item, depth + 1)) {
            return false;
        }
    }
    return true;
}

bool isWellFormed(ondemand::value value, int depth)
{
    ondemand::json_type type{};
    if (depth > kMaxDepth || value.type().get(type) != simdjson::SUCCESS) {
        return false;
    }
    switch (type) {
    case ondemand::json_type::object: {
        ondemand::object object;
        return value.get_object().get(object) == simdjson::SUCCESS && isWellFormed(object, depth);
    }
    case ondemand::json_type::array: {
        ondemand::array array;
        return value.get_array().get(array) == simdjson::SUCCESS && isWellFormed(array, depth);
    }
    case ondemand::json_type::string: {
        std::string_view text;
        return value.get_string().get(text) == simdjson::SUCCESS;
    }
    case ondemand::json_type::number:
        return isNumber(value.raw_json_token());
    case ondemand::json_type::boolean: {
        bool flag = false;
        return value.get_bool().get(flag) == simdjson::SUCCESS;
    }
    case ondemand::json_type::null: {
        bool null = false;
        return value.is_null().get(null) == simdjson::SUCCESS && null;
    }
    }
    return false;
}

ondemand::parser &parserOfThread()
{
    thread_local KeptParser parser;
    return parser.next();
}

// A parser and the padded bytes that it reads.
class Json
{
public:
    explicit Json(std::string bytes)
        : m_bytes(std::move(bytes))
        , m_parser(parserOfThread())
    {
        m_bytes.reserve(m_bytes.size() + simdjson::SIMDJSON_PADDING);
    }

    // The document's object from its start; nothing when it is no object.
    std::optional<ondemand::object> object()
    {
        ondemand::object object;
        if (m_parser.iterate(m_bytes, m_bytes.capacity()).get(m_document) != simdjson::SUCCESS ||
            m_document.get_object().get(object) != simdjson::SUCCESS) {
            return std::nullopt;
        }
        return object;
    }

    bool isOneWellFormedObject()
    {
        const std::optional<ondemand::object> whole = object();
        return whole && isWellFormed(*whole, 1) && m_document.current_location().error() == simdjson::OUT_OF_BOUNDS;
    }

    std::string bytes() && { return std::move(m_bytes); }

private:
    std::string m_bytes;
    ondemand::parser &m_parser;
    ondemand::document m_document;
};

// Where a member stands in its object's bytes: from its name's first quote to where its value, with blanks, ends.
struct Member
{
    std::size_t begin = 0;
    std::size_t end = 0;
    bool isKey = false;
    bool isBatch = false;
    bool isSentAt = false;

    bool isCut() const { return isKey || isBatch; }
};

// What the members of one object say; made from JSON that is known to be well formed. `batch` is a member like others
// to a single call.
struct CallReader
{
    std::string_view bytes;
    CallForm form = CallForm::Single;
    std::vector<Member> members;
    std::string messageId;
    std::string writeKey;

    // False when the object cannot be read again from its start.
    bool begin(ondemand::object &object)
    {
        if (object.raw_json().get(bytes) != simdjson::SUCCESS || object.reset().error() != simdjson::SUCCESS) {
            return false;
        }
        // raw_json takes the blanks behind the brace along.
        bytes = bytes.substr(0, bytes.find_last_of('}') + 1);
        members.reserve(kUsualMembers);
        return true;
    }

    // Whether the member is the batch of an envelope, whose value is left to the caller.
    bool read(ondemand::field &field)
    {
        const std::size_t begin = static_cast<std::size_t>(field.key().raw() - bytes.data()) - 1;
        if (!members.empty()) {
            members.back().end = bytes.find_last_of(',', begin);
        }
        std::string_view name;
        if (field.unescaped_key().get(name) != simdjson::SUCCESS) {
            return false;
        }
        const bool isBatch = form == CallForm::Batch && name == "batch";
        Member member{begin, bytes.size() - 1, name == "writeKey", isBatch, name == "sentAt"};
        std::string *const wanted = member.isKey ? &writeKey : name == "messageId" ? &messageId : nullptr;
        if (wanted != nullptr) {
            wanted->clear();
            std::string_view text;
            if (field.value().get_string().get(text) == simdjson::SUCCESS) {
                *wanted = text;
            }
        }
        members.push_back(member);
        return isBatch;
    }

    bool isAllCut() const { return std::ranges::all_of(members, &Member::isCut); }

    // The object's bytes without its members that are cut; every other byte stays.
    std::string payload() const
    {
        if (std::ranges::none_of(members, &Member::isCut)) {
            return std::string(bytes);
        }
        std::string result;
        result.reserve(bytes.size());
        result.append(bytes.substr(0, members.front().begin));
        bool first = true;
        for (std::size_t i = 0; i < members.size(); ++i) {
            const Member &member = members[i];
            if (member.isCut()) {
                continue;
            }
            if (!first) {
                result.append(bytes.substr(members[i - 1].end, member.begin - members[i - 1].end));
            }
            first = false;
            result.append(bytes.substr(member.begin, member.end - member.begin));
        }
        result.push_back('}');
        return result;
    }

    // The bytes that count for the limit of one call: sentAt belongs to the request.
    std::size_t size(const std::string &payload) const
    {
        std::size_t requestOnly = 0;
        for (const Member &member : members) {
            requestOnly += member.isSentAt ? member.end - member.begin + 1 : 0;
        }
        return payload.size() - std::min(payload.size(), requestOnly);
    }
};

// False when the call is too large.
bool take(ondemand::object object, const SegmentCallLimits &limits, SegmentCalls &into, std::string *writeKey)
{
    CallReader reader;
    if (!reader.begin(object)) {
        return true;
    }
    for (auto each : object) {
        ondemand::field field;
        if (std::move(each).get(field) == simdjson::SUCCESS) {
            reader.read(field);
        }
    }
    std::string payload = reader.payload();
    const bool fits = reader.size(payload) <= limits.maxEventBytes;
    if (writeKey != nullptr) {
        *writeKey = reader.writeKey;
    }
    into.calls.push_back({std::move(reader.messageId), std::move(payload)});
    return fits;
}

// The items that are objects; Segment drops others in silence. False when one is too large.
bool takeBatch(ondemand::object envelope, const SegmentCallLimits &limits, SegmentCalls &into)
{
    CallReader reader;
    reader.form = CallForm::Batch;
    if (!reader.begin(envelope)) {
        return true;
    }
    bool fits = true;
    std::size_t items = 0;
    for (auto each : envelope) {
        ondemand::field field;
        if (std::move(each).get(field) != simdjson::SUCCESS || !reader.read(field)) {
            continue;
        }
        into.calls.clear();
        items = 0;
        ondemand::array array;
        if (field.value().get_array().get(array) != simdjson::SUCCESS) {
            continue;
        }
        for (auto item : array) {
            ++items;
            ondemand::object call;
            fits = (item.get_object().get(call) != simdjson::SUCCESS || take(call, limits, into, nullptr)) && fits;
        }
    }
    into.writeKey = reader.writeKey;
    into.shared = reader.isAllCut() ? std::string() : reader.payload();
    if (items > limits.maxItems) {
        into.calls.clear();
    }
    return fits;
}

} // namespace

SegmentCalls takeSegmentCalls(std::string body, CallForm form, std::string_view headerKey, std::string_view knownKey,
                              const SegmentCallLimits &limits)
{
    SegmentCalls result;
    const auto refused = [&result](SegmentCalls::Verdict verdict) {
        result.verdict = verdict;
        result.calls.clear();
        return result;
    };
    if (body.size() > limits.maxRequestBytes) {
        return refused(SegmentCalls::Verdict::PayloadLimit);
    }
    Json json(std::move(body));
    if (!json.isOneWellFormedObject()) {
        result.unreadable = withoutKeys(std::move(json).bytes(), headerKey);
        return refused(SegmentCalls::Verdict::MalformedJson);
    }
    const ondemand::object whole = *json.object();
    const bool fits =
        form == CallForm::Batch ? takeBatch(whole, limits, result) : take(whole, limits, result, &result.writeKey);
    if (!fits) {
        return refused(SegmentCalls::Verdict::PayloadLimit);
    }
    if (result.writeKey.empty()) {
        result.writeKey = headerKey;
    }
    if (result.writeKey != knownKey && result.writeKey.size() < limits.shortestKey) {
        return refused(SegmentCalls::Verdict::NoWriteKey);
    }
    if (result.writeKey.empty()) {
        return refused(SegmentCalls::Verdict::NoWriteKey);
    }
    return result;
}

} // namespace segue
