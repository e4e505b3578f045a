// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/journal/SearchSql.h"

#include "app/journal/CaseFold.h"
#include "app/journal/KeyHash.h"

#include <algorithm>

namespace segue {

namespace {

template <class Values, class Write> std::string joined(const Values &values, const char *between, Write write)
{
    std::string all;
    for (const auto &value : values) {
        all += all.empty() ? "" : between;
        all += write(value);
    }
    return all;
}

std::string listed(const std::vector<std::int64_t> &numbers)
{
    return "(" + joined(numbers, ",", [](std::int64_t number) { return std::to_string(number); }) + ")";
}

//! Any bytes as a literal.
std::string textLiteral(std::string_view text)
{
    constexpr std::string_view kDigits = "0123456789abcdef";
    std::string hex;
    for (const char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        hex.push_back(kDigits[byte >> 4U]);
        hex.push_back(kDigits[byte & 0xfU]);
    }
    return "CAST(x'" + hex + "' AS TEXT)";
}

//! A text column, in which an empty text stands as NULL.
std::string isText(const char *column, const std::vector<std::string> &values)
{
    return "(" +
           joined(values, " OR ",
                  [column](const std::string &value) {
                      return value.empty() ? std::string(column) + " IS NULL"
                                           : std::string(column) + "=" + textLiteral(value);
                  }) +
           ")";
}

std::string isIdentity(IdKind kind, const std::vector<std::string> &values)
{
    const bool hashed = std::ranges::none_of(values, &std::string::empty);
    return "(" + (hashed ? "ih IN (" + keyHashList(values) + ") AND " : std::string()) +
           "id_kind=" + std::to_string(static_cast<int>(kind)) + " AND " + isText("identity", values) + ")";
}

JournalResult<std::string> isWord(const char *column, WordKind kind, const std::vector<std::string> &values,
                                  Words &words)
{
    const JournalResult<std::vector<std::int64_t>> numbers = words.matching(kind, [&](std::string_view text) {
        return std::ranges::any_of(values, [text](const std::string &value) { return equalIgnoringCase(text, value); });
    });
    if (!numbers) {
        return numbers.error();
    }
    // A column of the dictionary may be NULL for the empty text; the index of events is of no use to an expression.
    const std::string what = kind == WordKind::Event ? std::string(column) : "ifnull(" + std::string(column) + ",0)";
    return what + " IN " + listed(numbers.value());
}

template <class Value, class WordOf>
std::string isNamed(const char *column, Value last, const std::vector<std::string> &values, WordOf wordOf)
{
    std::vector<std::int64_t> numbers;
    for (int number = 0; number <= static_cast<int>(last); ++number) {
        if (std::ranges::find(values, wordOf(static_cast<Value>(number))) != values.end()) {
            numbers.push_back(number);
        }
    }
    return std::string(column) + " IN " + listed(numbers);
}

std::string isStatus(const std::vector<std::string> &values)
{
    return "(" +
           joined(values, " OR ",
                  [](const std::string &value) {
                      const std::optional<StatusRange> range = statusRange(value);
                      return range ? "ifnull(status,0) BETWEEN " + std::to_string(range->first) + " AND " +
                                         std::to_string(range->last)
                                   : std::string("0");
                  }) +
           ")";
}

JournalResult<std::string> termSql(const SearchTerm &term, Words &words)
{
    const bool above = term.comparison == SearchTerm::Comparison::Above;
    switch (term.field) {
    case SearchField::Event:
        return isWord("event", WordKind::Event, term.values, words);
    case SearchField::Device:
        return isWord("device", WordKind::Device, term.values, words);
    case SearchField::User:
        return isIdentity(IdKind::UserId, term.values);
    case SearchField::Hwid:
        return isIdentity(IdKind::AnonymousId, term.values);
    case SearchField::Campaign:
        return isText("campaign", term.values);
    case SearchField::State:
        return isNamed("state", EventState::Received, term.values, stateWord);
    case SearchField::Origin:
        return isNamed("origin", Origin::Import, term.values, originWord);
    case SearchField::HttpStatus:
        return isStatus(term.values);
    case SearchField::Time:
        return "received" + std::string(above ? ">=" : "<") + std::to_string(term.bound);
    case SearchField::Latency:
        return "(last_duration>=0 AND last_duration" + std::string(above ? ">" : "<") + std::to_string(term.bound) +
               ")";
    default:
        return std::string("1");
    }
}

} // namespace

std::string keyHashList(const std::vector<std::string> &values)
{
    return joined(values, ",", [](const std::string &value) { return std::to_string(keyHash(value)); });
}

JournalResult<std::string> searchSql(const SearchTerms &terms, Words &words)
{
    std::string sql;
    for (const SearchTerm &term : terms) {
        if (term.needsPayload()) {
            continue;
        }
        if (term.comparison == SearchTerm::Comparison::AnyOf && term.values.empty()) {
            // No value: none agrees.
            sql += term.excluded ? "" : " AND 0";
            continue;
        }
        const JournalResult<std::string> condition = termSql(term, words);
        if (!condition) {
            return condition.error();
        }
        sql += term.excluded ? " AND NOT ifnull(" + condition.value() + ",0)" : " AND " + condition.value();
    }
    return sql.empty() ? std::string("1") : sql.substr(std::string_view(" AND ").size());
}

} // namespace segue
