// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/journal/JsonPath.h"

#include "app/journal/PayloadNeedle.h"

#include <algorithm>
#include <charconv>
#include <cstdint>

namespace segue {

namespace {

//! Walks over JSON without taking it apart. simdjson would give the first of two members of one name, wants a copy with
//! room behind it, and refuses half surrogate pairs, which payloads from outside do hold.
class Walk
{
public:
    explicit Walk(std::string_view text)
        : m_text(text)
    {
    }

    char peek()
    {
        while (m_at < m_text.size() &&
               (m_text[m_at] == ' ' || m_text[m_at] == '\n' || m_text[m_at] == '\r' || m_text[m_at] == '\t')) {
            ++m_at;
        }
        return m_at < m_text.size() ? m_text[m_at] : '\0';
    }
    bool take(char c)
    {
        const bool here = peek() == c && m_at < m_text.size();
        m_at += here ? 1 : 0;
        return here;
    }
    //! With its quotes.
    std::optional<std::string_view> string()
    {
        if (peek() != '"') {
            return std::nullopt;
        }
        const std::size_t begin = m_at;
        for (std::size_t at = begin + 1;; at += 2) { // a backslash takes what stands behind it
            at = m_text.find_first_of("\"\\", at);
            if (at == std::string_view::npos) {
                return std::nullopt;
            }
            if (m_text[at] == '"') {
                m_at = at + 1;
                return m_text.substr(begin, m_at - begin);
            }
        }
    }
    std::optional<std::string_view> value()
    {
        const char first = peek();
        if (first == '"') {
            return string();
        }
        return first == '{' || first == '[' ? nested() : scalar();
    }

private:
    std::optional<std::string_view> scalar()
    {
        const std::size_t begin = m_at;
        m_at = std::min(m_text.find_first_of(",:]} \t\r\n\"", begin), m_text.size());
        return m_at == begin ? std::nullopt : std::optional(m_text.substr(begin, m_at - begin));
    }
    std::optional<std::string_view> nested()
    {
        const std::size_t begin = m_at;
        std::size_t depth = 0;
        for (;;) {
            m_at = m_text.find_first_of("{}[]\"", m_at);
            if (m_at == std::string_view::npos) {
                return std::nullopt;
            }
            const char c = m_text[m_at];
            if (c == '"') {
                if (!string()) {
                    return std::nullopt;
                }
                continue;
            }
            ++m_at;
            depth += c == '{' || c == '[' ? 1 : static_cast<std::size_t>(-1);
            if (depth == 0) {
                return m_text.substr(begin, m_at - begin);
            }
        }
    }

    std::string_view m_text;
    std::size_t m_at = 0;
};

std::string_view withoutQuotes(std::string_view text)
{
    return text.substr(1, text.size() - 2);
}

bool isName(std::string_view quoted, std::string_view name)
{
    const std::string_view raw = withoutQuotes(quoted);
    if (raw.find('\\') == std::string_view::npos) {
        return raw == name;
    }
    return plainJsonValue(quoted) == name;
}

std::optional<std::string_view> memberOf(std::string_view object, std::string_view name)
{
    Walk walk(object);
    std::optional<std::string_view> found;
    if (!walk.take('{') || walk.peek() == '}') {
        return std::nullopt;
    }
    do {
        const std::optional<std::string_view> key = walk.string();
        if (!key || !walk.take(':')) {
            return std::nullopt;
        }
        const std::optional<std::string_view> value = walk.value();
        if (!value) {
            return std::nullopt;
        }
        if (isName(*key, name)) {
            found = value;
        }
    } while (walk.take(','));
    return walk.take('}') ? found : std::nullopt;
}

std::optional<std::string_view> itemOf(std::string_view array, std::string_view number)
{
    std::size_t index = 0;
    const auto [end, fault] = std::from_chars(number.data(), number.data() + number.size(), index);
    const std::vector<std::string_view> items = jsonItems(array);
    if (fault != std::errc() || end != number.data() + number.size() || index >= items.size()) {
        return std::nullopt;
    }
    return items[index];
}

//! A number as digits times a power of ten, without zeros in front or behind.
struct Decimal
{
    bool negative = false;
    std::string digits; //!< empty: zero
    std::int64_t exponent = 0;

    bool operator==(const Decimal &) const = default;
};

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

std::optional<Decimal> decimalOf(std::string_view text)
{
    Decimal number;
    std::size_t at = 0;
    const auto here = [&](char c) { return at < text.size() && text[at] == c; };
    const auto digits = [&] {
        const std::size_t begin = at;
        for (; at < text.size() && isDigit(text[at]); ++at) {
            number.digits += text[at];
        }
        return at - begin;
    };
    number.negative = here('-');
    at += number.negative ? 1 : 0;
    const bool zeroFirst = here('0');
    const std::size_t whole = digits();
    if (whole == 0 || (zeroFirst && whole > 1)) {
        return std::nullopt;
    }
    if (here('.')) {
        ++at;
        const std::size_t places = digits();
        if (places == 0) {
            return std::nullopt;
        }
        number.exponent = -static_cast<std::int64_t>(places);
    }
    if (here('e') || here('E')) {
        ++at;
        at += here('+') ? 1U : 0U;
        std::int32_t exponent = 0;
        const auto [end, fault] = std::from_chars(text.data() + at, text.data() + text.size(), exponent);
        if (fault != std::errc() || (at > 0 && text[at - 1] == '+' && !isDigit(text[at]))) {
            return std::nullopt;
        }
        at = static_cast<std::size_t>(end - text.data());
        number.exponent += exponent;
    }
    if (at != text.size()) {
        return std::nullopt;
    }
    while (!number.digits.empty() && number.digits.back() == '0') {
        number.digits.pop_back();
        ++number.exponent;
    }
    number.digits.erase(0, std::min(number.digits.find_first_not_of('0'), number.digits.size()));
    if (number.digits.empty()) {
        return Decimal();
    }
    return number;
}

} // namespace

std::optional<JsonPath> JsonPath::parse(std::string_view text)
{
    std::vector<std::string> names(1);
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] == '.') {
            names.emplace_back();
        } else {
            i += text[i] == '\\' && i + 1 < text.size() ? 1U : 0U;
            names.back() += text[i];
        }
    }
    if (std::ranges::any_of(names, &std::string::empty)) {
        return std::nullopt;
    }
    return of(std::move(names));
}

JsonPath JsonPath::of(std::vector<std::string> names)
{
    JsonPath path;
    path.m_names = std::move(names);
    return path;
}

std::string JsonPath::text() const
{
    std::string text;
    for (const std::string &name : m_names) {
        text += text.empty() ? "" : ".";
        for (const char c : name) {
            const bool plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || isDigit(c) || c == '_' || c == '-' ||
                               c == '$' || static_cast<unsigned char>(c) >= 0x80U;
            text += plain ? "" : "\\";
            text += c;
        }
    }
    return text;
}

std::optional<std::string_view> JsonPath::valueIn(std::string_view payload) const
{
    std::optional<std::string_view> value = payload;
    for (const std::string &name : m_names) {
        const bool inArray = Walk(*value).peek() == '[';
        value = inArray ? itemOf(*value, name) : memberOf(*value, name);
        if (!value) {
            return std::nullopt;
        }
    }
    return value;
}

std::string plainJsonValue(std::string_view value)
{
    if (value.size() < 2 || value.front() != '"') {
        return std::string(value);
    }
    const std::string_view raw = withoutQuotes(value);
    std::string plain;
    return PayloadNeedle::unescape(raw, plain) ? plain : std::string(raw);
}

std::vector<std::string_view> jsonItems(std::string_view array)
{
    Walk walk(array);
    std::vector<std::string_view> items;
    if (!walk.take('[') || walk.peek() == ']') {
        return items;
    }
    do {
        const std::optional<std::string_view> value = walk.value();
        if (!value) {
            return {};
        }
        items.push_back(*value);
    } while (walk.take(','));
    return items;
}

bool isJsonNumber(std::string_view text)
{
    return decimalOf(text).has_value();
}

bool sameJsonNumber(std::string_view a, std::string_view b)
{
    const std::optional<Decimal> one = decimalOf(a);
    return one && one == decimalOf(b);
}

} // namespace segue
