// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/journal/FilterSql.h"

#include <algorithm>

namespace segue {

namespace {

template <class Value> void restrictTo(std::string &sql, const char *column, const std::vector<Value> &values)
{
    if (values.empty()) {
        return;
    }
    sql += std::string(" AND ") + column + " IN (";
    for (const Value &value : values) {
        sql += std::to_string(static_cast<std::int64_t>(value)) + ",";
    }
    sql.back() = ')';
}

//! The numbers under which the texts were stored; those that never were are left out.
JournalResult<std::vector<std::int64_t>> numbersOf(Words &words, WordKind kind, const std::vector<std::string> &texts)
{
    std::vector<std::int64_t> numbers;
    for (const std::string &text : texts) {
        const JournalResult<std::int64_t> number = words.find(kind, text);
        if (!number) {
            return number.error();
        }
        if (number.value() >= 0) {
            numbers.push_back(number.value());
        }
    }
    return numbers;
}

} // namespace

JournalResult<std::optional<std::string>> filterSql(const EventFilter &filter, Words &words)
{
    std::string sql = "1";
    struct Named
    {
        const char *column;
        WordKind kind;
        std::optional<std::vector<std::string>> texts;
    };
    const auto listed = [](const auto &value) { return value ? std::optional(std::vector{*value}) : std::nullopt; };
    const Named parts[] = {
        {"connection", WordKind::Connection, listed(filter.connection)},
        {"connection", WordKind::Connection, filter.connections},
        {"event", WordKind::Event, filter.events.empty() ? std::nullopt : std::optional(filter.events)},
    };
    for (const Named &part : parts) {
        if (!part.texts) {
            continue;
        }
        const JournalResult<std::vector<std::int64_t>> numbers = numbersOf(words, part.kind, *part.texts);
        if (!numbers) {
            return numbers.error();
        }
        if (numbers.value().empty()) {
            return std::optional<std::string>();
        }
        restrictTo(sql, part.column, numbers.value());
    }
    restrictTo(sql, "state", filter.states);
    const bool indexed = std::ranges::all_of(
        filter.states, [](EventState state) { return static_cast<int>(state) < kFirstUnindexedState; });
    if (!filter.states.empty() && indexed) {
        // The partial index is used only where its own condition is repeated.
        sql += " AND state<10";
    }
    restrictTo(sql, "origin", filter.origins);
    if (filter.since) {
        sql += " AND received>=" + std::to_string(*filter.since);
    }
    if (filter.until) {
        sql += " AND received<" + std::to_string(*filter.until);
    }
    return std::optional<std::string>(std::move(sql));
}

} // namespace segue
