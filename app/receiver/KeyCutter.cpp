// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/receiver/KeyCutter.h"

#include <algorithm>

namespace segue {

namespace {

//! What is shorter is no key: Segment refuses it as well.
constexpr std::size_t kShortestKey = 8;
//! Segment's keys are twice as long.
constexpr std::size_t kShortestRun = 16;
constexpr std::string_view kSeparators = ":=>, \t\r\n";
constexpr std::string_view kQuotes = "\"'`";
constexpr std::string_view kBehindBareValue = "\"'`,}])&<; \t\r\n\\";

bool isOneOf(char c, std::string_view set)
{
    return set.find(c) != std::string_view::npos;
}

char lower(char c)
{
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c;
}

bool isWord(char c)
{
    return (lower(c) >= 'a' && lower(c) <= 'z') || (c >= '0' && c <= '9') || c == '_' || c == '-';
}

bool startsWith(std::string_view text, std::string_view lowerCase)
{
    return text.size() >= lowerCase.size() &&
           std::ranges::equal(text.substr(0, lowerCase.size()), lowerCase, {}, lower);
}

//! How long the name of a key is that the text begins with; 0: with none.
std::size_t nameLength(std::string_view text)
{
    constexpr std::string_view first = "write";
    constexpr std::string_view second = "key";
    if (!startsWith(text, first)) {
        return 0;
    }
    const std::string_view rest = text.substr(first.size());
    const std::size_t between = !rest.empty() && isOneOf(rest.front(), "_- ") ? 1 : 0;
    return startsWith(rest.substr(between), second) ? first.size() + between + second.size() : 0;
}

//! Goes over a text once, and takes along what is no value of a key.
class Cutter
{
public:
    explicit Cutter(std::string_view text)
        : m_text(text)
    {
    }

    std::string cut()
    {
        while (m_at < m_text.size()) {
            if (nameLength(rest()) == 0) {
                take(nextName(m_at + 1) - m_at);
            } else {
                passName();
            }
        }
        return std::move(m_result);
    }

private:
    std::string_view rest() const { return m_text.substr(m_at); }
    char at(std::size_t place) const { return place < m_text.size() ? m_text[place] : '\0'; }

    void take(std::size_t count)
    {
        if (!m_isInValue) {
            m_result.append(m_text.substr(m_at, count));
        }
        m_at += count;
    }
    //! Where one may begin, from the place on.
    std::size_t nextName(std::size_t place) const { return std::min(m_text.find_first_of("wW", place), m_text.size()); }

    //! With its value. The place from which on another name may stand in that.
    std::size_t passName()
    {
        take(nameLength(rest()));
        leaveWord();
        takeQuote();
        takeSeparators();
        const std::size_t begin = m_at;
        if (m_at < m_text.size() && isOneOf(m_text[m_at], "[{(")) {
            leaveBrackets();
            return m_at;
        }
        leaveValue();
        if (!m_isInValue) {
            leaveNamesFrom(begin);
        }
        return begin;
    }
    //! What was left as a value may hold another name, whose value can reach farther: `writeKey"writeKey":"abc"`.
    void leaveNamesFrom(std::size_t begin)
    {
        m_isInValue = true;
        std::size_t end = m_at;
        for (std::size_t place = nextName(begin); place < end;) {
            m_at = place;
            place = nextName(nameLength(rest()) > 0 ? passName() : place + 1);
            end = std::max(end, m_at);
        }
        m_at = end;
        m_isInValue = false;
    }
    void leaveWord()
    {
        while (m_at < m_text.size() && isWord(m_text[m_at])) {
            ++m_at;
        }
    }
    //! How many backslashes stand at the place.
    std::size_t slashesAt(std::size_t place) const
    {
        return std::min(m_text.find_first_not_of('\\', place), m_text.size()) - place;
    }
    bool isQuoteAhead() const
    {
        const std::size_t place = m_at + slashesAt(m_at);
        return place < m_text.size() && isOneOf(m_text[place], kQuotes);
    }
    void takeQuote()
    {
        if (isQuoteAhead()) {
            take(slashesAt(m_at) + 1);
        }
    }
    //! With blanks that are escaped, as in JSON within a text of JSON. Comments are left.
    void takeSeparators()
    {
        while (m_at < m_text.size()) {
            if (isOneOf(m_text[m_at], kSeparators)) {
                take(1);
            } else if (m_text[m_at] == '\\' && at(m_at + 1) != '\0' && isOneOf(at(m_at + 1), "nrt")) {
                take(2);
            } else if (rest().starts_with("/*")) {
                leaveUpTo("*/");
            } else if (rest().starts_with("//")) {
                leaveUpTo("\n");
            } else {
                return;
            }
        }
    }
    void leaveUpTo(std::string_view end)
    {
        const std::size_t found = m_text.find(end, m_at + 2);
        m_at = found == std::string_view::npos ? m_text.size() : found + end.size();
    }

    void leaveValue()
    {
        if (!isQuoteAhead()) {
            leaveBare();
            if (!isQuoteAhead()) {
                return;
            }
        }
        leaveQuoted();
    }

    //! Many names in one such value all end where it does: it is gone through once.
    void leaveBare()
    {
        if (m_at < m_bareBegin || m_at > m_bareEnd) {
            m_bareBegin = m_at;
            m_bareEnd = std::min(m_text.find_first_of(kBehindBareValue, m_at), m_text.size());
        }
        m_at = m_bareEnd;
    }
    //! Up to the quote that ends it, and to the end when none does. Behind backslashes, as in a text within a text, a
    //! quote of the same depth has as many.
    void leaveQuoted()
    {
        const std::size_t depth = slashesAt(m_at);
        const char quote = m_text[m_at + depth];
        take(depth + 1);
        while (m_at < m_text.size()) {
            const std::size_t slashes = slashesAt(m_at);
            const bool ends = at(m_at + slashes) == quote && (slashes < depth || slashes % (2 * (depth + 1)) == depth);
            if (ends) {
                m_at += slashes - std::min(slashes, depth);
                take(std::min(slashes, depth) + 1);
                return;
            }
            m_at += slashes + 1;
        }
        m_at = m_text.size();
    }

    //! With all that stands in them; to the end when they are not closed.
    void leaveBrackets()
    {
        int depth = 0;
        char quote = '\0';
        for (; m_at < m_text.size(); ++m_at) {
            const char c = m_text[m_at];
            if (c == '\\') {
                m_at += quote == '\0' ? 0 : 1;
            } else if (quote != '\0') {
                quote = c == quote ? '\0' : quote;
            } else if (isOneOf(c, kQuotes)) {
                quote = c;
            } else if (isOneOf(c, "[{(")) {
                ++depth;
            } else if (isOneOf(c, "]})") && --depth == 0) {
                ++m_at;
                return;
            }
        }
        m_at = m_text.size();
    }

    std::string_view m_text;
    std::size_t m_at = 0;
    bool m_isInValue = false;    //!< nothing is taken along
    std::size_t m_bareBegin = 1; //!< of the last bare value; behind its end: there was none
    std::size_t m_bareEnd = 0;
    std::string m_result;
};

int hexValue(char c)
{
    return c >= '0' && c <= '9' ? c - '0' : lower(c) >= 'a' && lower(c) <= 'f' ? lower(c) - 'a' + 10 : -1;
}

//! Whether the text begins with the two hexadecimal digits of what stands in a name.
bool isCodeOfWord(std::string_view text)
{
    const int high = text.size() > 1 ? hexValue(text[0]) : -1;
    const int low = text.size() > 1 ? hexValue(text[1]) : -1;
    return high >= 0 && high < 8 && low >= 0 && isWord(static_cast<char>(high * 16 + low));
}

//! Whether a letter stands here as an escape, which nobody needs to: of an address, of a language, of JSON.
bool isEscapedLetter(std::string_view text)
{
    if (text.starts_with('%')) {
        return isCodeOfWord(text.substr(1));
    }
    if (!text.starts_with('\\') || text.size() < 2) {
        return false;
    }
    const char kind = lower(text[1]);
    text.remove_prefix(2);
    const bool isLong = text.starts_with("00") || text.starts_with('{');
    const std::string_view digits = text.substr(std::min(isLong ? text.find_first_not_of("{0") : 0, text.size()));
    return kind == '1' || (kind == 'u' && isLong && isCodeOfWord(digits)) || (kind == 'x' && isCodeOfWord(digits));
}

//! Of a text of which a part hides its letters: from there on without what is as long as a key.
std::string withoutRuns(std::string text)
{
    std::size_t hidden = 0;
    // Two bytes a letter hide them as well.
    while (hidden < text.size() && text[hidden] != '\0' && !isEscapedLetter(std::string_view(text).substr(hidden))) {
        ++hidden;
    }
    std::string result = text.substr(0, hidden);
    const auto isInRun = [](char c) { return isWord(c) || c == '\\' || c == '\0' || c == '%'; };
    for (auto at = text.cbegin() + static_cast<std::ptrdiff_t>(hidden); at != text.cend();) {
        const auto end = std::find_if_not(at, text.cend(), isInRun);
        if (static_cast<std::size_t>(end - at) < kShortestRun) {
            result.append(at, end);
        }
        const auto next = std::find_if(end, text.cend(), isInRun);
        result.append(end, next);
        at = next;
    }
    return result;
}

std::string without(std::string text, std::string_view part)
{
    std::size_t found = text.find(part);
    if (part.size() < kShortestKey || found == std::string::npos) {
        return text;
    }
    std::string result;
    std::size_t at = 0;
    for (; found != std::string::npos; found = text.find(part, at)) {
        result.append(text, at, found - at);
        at = found + part.size();
    }
    result.append(text, at);
    return result;
}

} // namespace

std::string withoutKeys(std::string text, std::string_view headerKey)
{
    const std::string others = without(std::move(text), headerKey);
    return withoutRuns(Cutter(others).cut());
}

} // namespace segue
