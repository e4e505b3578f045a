// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/journal/RateReader.h"

#include "app/journal/Counters.h"

#include <set>

namespace segue {

JournalResult<RateReader> RateReader::prepare(SqlDatabase &database)
{
    JournalResult<SqlStatement> select =
        database.prepare("SELECT a, b, c, n FROM counted WHERE kind=1 AND a BETWEEN ?1 AND ?2 ORDER BY a");
    if (!select) {
        return select.error();
    }
    RateReader reader;
    reader.m_select = std::move(select).value();
    return reader;
}

JournalResult<std::vector<RateBucket>> RateReader::read(std::span<const std::string> connections, std::int64_t since,
                                                        std::int64_t until, Words &words)
{
    std::vector<RateBucket> buckets;
    std::set<std::int64_t> wanted;
    for (const std::string &connection : connections) {
        const JournalResult<std::int64_t> number = words.find(WordKind::Connection, connection);
        if (!number) {
            return number.error();
        }
        wanted.insert(number.value());
    }
    if (until <= since || until <= 0) {
        return buckets;
    }
    const StatementScope scope(m_select);
    m_select.bind(1, rateBucketOf(since)).bind(2, rateBucketOf(until - 1));
    for (;;) {
        const JournalResult<bool> row = m_select.step();
        if (!row) {
            return row.error();
        }
        if (!row.value()) {
            return buckets;
        }
        const std::int64_t state = m_select.integer(2);
        if (state < 0 || state >= kEventStateCount || (!wanted.empty() && !wanted.contains(m_select.integer(1)))) {
            continue;
        }
        const std::int64_t start = m_select.integer(0) * kRateBucketMs;
        if (buckets.empty() || buckets.back().start != start) {
            buckets.push_back({start, {}});
        }
        buckets.back().counts.counts[state] += m_select.integer(3);
    }
}

} // namespace segue
