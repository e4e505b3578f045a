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

} // namespace

JournalResult<std::optional<std::string>> filterSql(const EventFilter &filter, Words &words)
{
    std::string sql = "1";
    if (filter.connection) {
        const JournalResult<std::int64_t> number = words.find(WordKind::Connection, *filter.connection);
        if (!number) {
            return number.error();
        }
        if (number.value() < 0) {
            return std::optional<std::string>();
        }
        sql += " AND connection=" + std::to_string(number.value());
    }
    std::vector<std::int64_t> events;
    for (const std::string &event : filter.events) {
        const JournalResult<std::int64_t> number = words.find(WordKind::Event, event);
        if (!number) {
            return number.error();
        }
        if (number.value() >= 0) {
            events.push_back(number.value());
        }
    }
    if (events.empty() && !filter.events.empty()) {
        return std::optional<std::string>();
    }
    restrictTo(sql, "event", events);
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
