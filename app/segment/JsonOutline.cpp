// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/segment/JsonOutline.h"

#include "app/segment/KeptParser.h"

#include <QString>

#include <algorithm>
#include <string_view>

namespace segue {

namespace {

namespace ondemand = simdjson::ondemand;
using simdjson::error_code;

//! Room that is made at once, for as many nodes as a small text of this size usually has.
constexpr std::size_t kFirstNodes = 64;
constexpr std::size_t kUsualNodeBytes = 24;

bool isBlank(char c)
{
    return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

std::string_view withoutTrailingBlanks(std::string_view token)
{
    while (!token.empty() && isBlank(token.back())) {
        token.remove_suffix(1);
    }
    return token;
}

//! Takes digits from the front; false when there is none.
bool takeDigits(std::string_view &text)
{
    const std::size_t count = std::min(text.find_first_not_of("0123456789"), text.size());
    text.remove_prefix(count);
    return count > 0;
}

bool takeOneOf(std::string_view &text, std::string_view characters)
{
    if (text.empty() || characters.find(text.front()) == std::string_view::npos) {
        return false;
    }
    text.remove_prefix(1);
    return true;
}

//! RFC 8259, 6. Numbers beyond 64 bits or a double are well-formed, and simdjson's own readers refuse them.
bool isNumber(std::string_view text)
{
    takeOneOf(text, "-");
    if (!takeOneOf(text, "0") && !takeDigits(text)) {
        return false;
    }
    if (takeOneOf(text, ".") && !takeDigits(text)) {
        return false;
    }
    if (takeOneOf(text, "eE")) {
        takeOneOf(text, "+-");
        if (!takeDigits(text)) {
            return false;
        }
    }
    return text.empty();
}

//! Where names and texts stay: in the text itself, or unescaped beside it.
class Strings
{
public:
    Strings(const QByteArray &json, std::list<std::string> &unescaped)
        : m_json(json)
        , m_unescaped(unescaped)
    {
    }

    //! `begin`: where it stands in the text, behind its quote. Its bytes are those of the text up to the other quote
    //! exactly when nothing in it is escaped.
    QByteArrayView keep(std::string_view string, qsizetype begin) const
    {
        const auto size = static_cast<qsizetype>(string.size());
        const QByteArrayView written = QByteArrayView(m_json).sliced(begin);
        if (written.size() > size && written[size] == '"' &&
            written.first(size) == QByteArrayView(string.data(), size)) {
            return written.first(size);
        }
        m_unescaped.emplace_back(string);
        return {m_unescaped.back().data(), size};
    }

private:
    const QByteArray &m_json;
    std::list<std::string> &m_unescaped;
};

//! Visits every value once, so that every byte is checked, and notes where the upper ones stand.
class Walker
{
public:
    Walker(const simdjson::padded_string &text, int depth, std::size_t mostNodes, Strings strings,
           std::vector<JsonNode> &nodes)
        : m_text(text)
        , m_strings(strings)
        , m_depth(depth)
        , m_mostNodes(mostNodes)
        , m_nodes(nodes)
    {
    }

    error_code walk()
    {
        thread_local KeptParser parser;
        ondemand::document document;
        if (const error_code error = parser.next().iterate(m_text).get(document)) {
            return error;
        }
        m_document = &document;
        const error_code error = walkRoot(document);
        m_document = nullptr;
        return error;
    }

    qsizetype position() const { return m_position; }
    int children() const { return m_children; }

private:
    error_code walkRoot(ondemand::document &document)
    {
        const auto first = std::string_view(m_text).find_first_not_of(" \t\n\r");
        const char opening = first == std::string_view::npos ? '\0' : m_text.data()[first];
        error_code error = simdjson::INCORRECT_TYPE;
        m_position = static_cast<qsizetype>(first);
        if (opening == '{') {
            const int index = note(JsonKind::Object, 0, {-1, m_position, {}}, m_position);
            ondemand::object object;
            error = document.get_object().get(object);
            error = error ? error : walkObject(object, 0, index);
        } else if (opening == '[') {
            const int index = note(JsonKind::Array, 0, {-1, m_position, {}}, m_position);
            ondemand::array array;
            error = document.get_array().get(array);
            error = error ? error : walkArray(array, 0, index);
        }
        // Behind the last token there is no location any more.
        if (const char *here = nullptr; !error && !document.current_location().get(here)) {
            m_position = here - m_text.data();
            error = simdjson::TRAILING_CONTENT;
        }
        return error;
    }

    //! What is known of a value before it is read.
    struct Place
    {
        int parent;
        qsizetype nameBegin;
        QByteArrayView name;
    };

    error_code walkObject(ondemand::object &object, int depth, int index)
    {
        for (auto each : object) {
            ondemand::field field;
            if (const error_code error = std::move(each).get(field)) {
                return error;
            }
            m_position = field.key().raw() - m_text.data() - 1;
            m_children += depth == 0 ? 1 : 0;
            const qsizetype nameBegin = m_position;
            std::string_view name;
            if (const error_code error = field.unescaped_key().get(name)) {
                return error;
            }
            Place place{index, nameBegin, depth < m_depth ? m_strings.keep(name, nameBegin + 1) : QByteArrayView()};
            if (const error_code error = walkValue(field.value(), depth + 1, place)) {
                return error;
            }
        }
        finish(index);
        return simdjson::SUCCESS;
    }

    error_code walkArray(ondemand::array &array, int depth, int index)
    {
        for (auto each : array) {
            ondemand::value value;
            m_children += depth == 0 ? 1 : 0;
            if (const error_code error = each.get(value)) {
                return error;
            }
            if (const error_code error = walkValue(value, depth + 1, {index, -1, {}})) {
                return error;
            }
        }
        finish(index);
        return simdjson::SUCCESS;
    }

    error_code walkValue(ondemand::value &value, int depth, const Place &place)
    {
        const std::string_view token = value.raw_json_token();
        m_position = token.data() - m_text.data();
        if (depth > JsonOutline::kDeepest) {
            return simdjson::DEPTH_ERROR;
        }
        if (depth <= m_depth && m_nodes.size() >= m_mostNodes) {
            return simdjson::CAPACITY;
        }
        ondemand::json_type type{};
        if (const error_code error = value.type().get(type)) {
            return error;
        }
        switch (type) {
        case ondemand::json_type::object: {
            const int index = note(JsonKind::Object, depth, place, m_position);
            ondemand::object object;
            const error_code error = value.get_object().get(object);
            return error ? error : walkObject(object, depth, index);
        }
        case ondemand::json_type::array: {
            const int index = note(JsonKind::Array, depth, place, m_position);
            ondemand::array array;
            const error_code error = value.get_array().get(array);
            return error ? error : walkArray(array, depth, index);
        }
        case ondemand::json_type::string:
            return walkString(value, token, depth, place);
        default:
            return walkWord(type, token, depth, place);
        }
    }

    error_code walkString(ondemand::value &value, std::string_view token, int depth, const Place &place)
    {
        std::string_view text;
        if (const error_code error = value.get_string().get(text)) {
            return error;
        }
        const std::string_view written = withoutTrailingBlanks(token);
        if (written.size() < 2 || written.back() != '"') {
            return simdjson::STRING_ERROR;
        }
        if (const int index = note(JsonKind::String, depth, place, m_position); index >= 0) {
            m_nodes[static_cast<std::size_t>(index)].end = m_position + static_cast<qsizetype>(written.size());
            m_nodes[static_cast<std::size_t>(index)].text = m_strings.keep(text, m_position + 1);
        }
        return simdjson::SUCCESS;
    }

    error_code walkWord(ondemand::json_type type, std::string_view token, int depth, const Place &place)
    {
        const std::string_view word = withoutTrailingBlanks(token);
        JsonKind kind = JsonKind::Number;
        if (type == ondemand::json_type::null) {
            kind = JsonKind::Null;
        } else if (type == ondemand::json_type::boolean) {
            kind = JsonKind::Boolean;
        }
        const bool good = kind == JsonKind::Number    ? isNumber(word)
                          : kind == JsonKind::Boolean ? word == "true" || word == "false"
                                                      : word == "null";
        if (!good) {
            return kind == JsonKind::Number ? simdjson::NUMBER_ERROR : simdjson::T_ATOM_ERROR;
        }
        if (const int index = note(kind, depth, place, m_position); index >= 0) {
            m_nodes[static_cast<std::size_t>(index)].end = m_position + static_cast<qsizetype>(word.size());
        }
        return simdjson::SUCCESS;
    }

    //! The index of the new node; -1 when it lies too deep to be kept.
    int note(JsonKind kind, int depth, const Place &place, qsizetype begin)
    {
        if (depth > m_depth) {
            return -1;
        }
        const qsizetype nameBegin = place.nameBegin >= 0 ? place.nameBegin : begin;
        m_nodes.push_back({kind, depth, place.parent, nameBegin, begin, begin, place.name, {}});
        return static_cast<int>(m_nodes.size() - 1);
    }

    //! An array or object has been read to its end: what stands before the next token is its closing bracket.
    void finish(int index)
    {
        if (index < 0) {
            return;
        }
        const char *next = nullptr;
        if (m_document->current_location().get(next)) {
            next = m_text.data() + m_text.size();
        }
        while (next > m_text.data() && isBlank(next[-1])) {
            --next;
        }
        m_nodes[static_cast<std::size_t>(index)].end = next - m_text.data();
    }

    const simdjson::padded_string &m_text;
    Strings m_strings;
    int m_depth;
    std::size_t m_mostNodes;
    std::vector<JsonNode> &m_nodes;
    ondemand::document *m_document = nullptr;
    qsizetype m_position = 0;
    int m_children = 0;
};

JsonFault::Reason reasonOf(error_code error)
{
    switch (error) {
    case simdjson::EMPTY:
        return JsonFault::Reason::Empty;
    case simdjson::UTF8_ERROR:
        return JsonFault::Reason::NotUtf8;
    case simdjson::DEPTH_ERROR:
        return JsonFault::Reason::TooDeep;
    case simdjson::CAPACITY:
        return JsonFault::Reason::TooLarge;
    case simdjson::INCORRECT_TYPE:
        return JsonFault::Reason::NotObjectOrArray;
    case simdjson::INCOMPLETE_ARRAY_OR_OBJECT:
        return JsonFault::Reason::NotClosed;
    case simdjson::TRAILING_CONTENT:
        return JsonFault::Reason::MoreFollows;
    default:
        return JsonFault::Reason::Syntax;
    }
}

//! Where the first line with bytes that are no UTF-8 begins; a sequence never reaches over a line's end.
qsizetype badLine(const QByteArray &text)
{
    for (qsizetype begin = 0; begin < text.size();) {
        const qsizetype newline = text.indexOf('\n', begin);
        const qsizetype end = newline < 0 ? text.size() : newline + 1;
        if (!simdjson::validate_utf8(text.constData() + begin, static_cast<std::size_t>(end - begin))) {
            return begin;
        }
        begin = end;
    }
    return 0;
}

//! Each half of a surrogate pair that stands alone becomes U+FFFD; Qt's conversion would make it a question mark.
QString withWholePairs(QStringView text)
{
    QString result = text.toString();
    for (qsizetype i = 0; i < result.size(); ++i) {
        if (!result[i].isSurrogate()) {
            continue;
        }
        if (result[i].isHighSurrogate() && i + 1 < result.size() && result[i + 1].isLowSurrogate()) {
            ++i;
        } else {
            result[i] = QChar::ReplacementCharacter;
        }
    }
    return result;
}

} // namespace

Result<JsonOutline, JsonFault> JsonOutline::read(const QByteArray &text, int depth, std::size_t mostNodes)
{
    if (text.startsWith("\xef\xbb\xbf")) {
        return JsonFault{JsonFault::Reason::ByteOrderMark, 0, 0};
    }
    const simdjson::padded_string padded(text.constData(), static_cast<std::size_t>(text.size()));
    JsonOutline outline(text);
    outline.m_nodes.reserve(
        std::min({mostNodes, kFirstNodes, static_cast<std::size_t>(text.size()) / kUsualNodeBytes + 1}));
    Walker walker(padded, depth, mostNodes, Strings(outline.m_json, outline.m_unescaped), outline.m_nodes);
    if (const error_code error = walker.walk()) {
        JsonFault fault{reasonOf(error), walker.position(), walker.children()};
        if (fault.reason == JsonFault::Reason::NotUtf8) {
            fault.offset = badLine(text);
        } else if (fault.reason == JsonFault::Reason::NotClosed) {
            fault.offset = text.size();
        }
        return fault;
    }
    return outline;
}

const JsonNode *JsonOutline::member(const JsonNode *object, QByteArrayView name) const
{
    if (!object || object->kind != JsonKind::Object) {
        return nullptr;
    }
    const int parent = indexOf(*object);
    for (auto node = m_nodes.rbegin(); node != m_nodes.rend(); ++node) {
        if (node->parent == parent && node->name == name) {
            return &*node;
        }
    }
    return nullptr;
}

std::vector<const JsonNode *> JsonOutline::children(const JsonNode &parent) const
{
    const int index = indexOf(parent);
    std::vector<const JsonNode *> result;
    for (const JsonNode &node : m_nodes) {
        if (node.parent == index) {
            result.push_back(&node);
        }
    }
    return result;
}

QString fromJsonUtf8(QByteArrayView utf8)
{
    static constexpr QByteArrayView kMark("\xef\xbb\xbf");
    qsizetype marks = 0;
    for (; utf8.startsWith(kMark); utf8 = utf8.sliced(kMark.size())) {
        ++marks;
    }
    const QString text = QString::fromUtf8(utf8);
    return marks == 0 ? text : QString(marks, QChar(QChar::ByteOrderMark)) + text;
}

QByteArray jsonString(QStringView text)
{
    QByteArray result;
    appendJsonString(result, text);
    return result;
}

void appendJsonString(QByteArray &result, QStringView text)
{
    static constexpr char kHex[] = "0123456789abcdef";
    const QByteArray utf8 = withWholePairs(text).toUtf8();
    result += '"';
    qsizetype plain = 0; // where the part begins that stays as it is
    for (qsizetype i = 0; i < utf8.size(); ++i) {
        const char c = utf8.at(i);
        if (c != '"' && c != '\\' && static_cast<unsigned char>(c) >= 0x20) {
            continue;
        }
        result.append(utf8.constData() + plain, i - plain);
        plain = i + 1;
        switch (c) {
        case '"':
        case '\\':
            result += '\\';
            result += c;
            break;
        case '\n':
            result += "\\n";
            break;
        case '\r':
            result += "\\r";
            break;
        case '\t':
            result += "\\t";
            break;
        default:
            result += "\\u00";
            result += kHex[static_cast<unsigned char>(c) >> 4];
            result += kHex[static_cast<unsigned char>(c) & 0xf];
        }
    }
    result.append(utf8.constData() + plain, utf8.size() - plain);
    result += '"';
}

} // namespace segue
