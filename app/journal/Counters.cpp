// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/journal/Counters.h"

namespace segue {

JournalResult<std::unique_ptr<Counters>> Counters::prepare(SqlDatabase &database)
{
    std::unique_ptr<Counters> counters(new Counters);
    const std::pair<SqlStatement *, const char *> statements[] = {
        {&counters->m_tally, "INSERT INTO tally(connection, state, n) VALUES(?1, ?2, ?3) "
                             "ON CONFLICT(connection, state) DO UPDATE SET n=n+excluded.n"},
        {&counters->m_rate, "INSERT INTO rate(bucket, connection, state, n) VALUES(?1, ?2, ?3, ?4) "
                            "ON CONFLICT(bucket, connection, state) DO UPDATE SET n=n+excluded.n"},
        {&counters->m_emptyRate, "DELETE FROM rate WHERE bucket=?1 AND connection=?2 AND state=?3 AND n=0"},
        {&counters->m_kept, "INSERT INTO kept(origin, entries, bytes) VALUES(?1, ?2, ?3) "
                            "ON CONFLICT(origin) DO UPDATE SET entries=entries+excluded.entries, "
                            "bytes=bytes+excluded.bytes"},
        {&counters->m_dropRates, "DELETE FROM rate WHERE bucket<?1"},
        {&counters->m_setRateFrom, "UPDATE serial SET rate_from=?1"},
    };
    for (const auto &[statement, sql] : statements) {
        JournalResult<SqlStatement> prepared = database.prepare(sql);
        if (!prepared) {
            return prepared.error();
        }
        *statement = std::move(prepared).value();
    }
    return counters;
}

void Counters::begin(std::int64_t rateFrom)
{
    m_rateFrom = rateFrom;
    m_tallies.clear();
    m_rates.clear();
    m_origins = {};
}

void Counters::count(const CountedRow &row, EventState state, std::int64_t by)
{
    m_tallies.add({row.connection, state}, by);
    if (const std::int64_t bucket = rateBucketOf(row.received); bucket >= m_rateFrom) {
        m_rates.add({bucket, row.connection, state}, by);
    }
}

void Counters::add(const CountedRow &row, std::size_t payloadBytes)
{
    count(row, row.state, 1);
    Kept &kept = m_origins[static_cast<std::size_t>(row.origin)];
    ++kept.rows;
    kept.bytes += static_cast<std::int64_t>(payloadBytes);
}

void Counters::remove(const CountedRow &row, std::size_t payloadBytes)
{
    count(row, row.state, -1);
    Kept &kept = m_origins[static_cast<std::size_t>(row.origin)];
    --kept.rows;
    kept.bytes -= static_cast<std::int64_t>(payloadBytes);
}

void Counters::move(const CountedRow &row, EventState to)
{
    count(row, row.state, -1);
    count(row, to, 1);
}

JournalStatus Counters::write()
{
    for (const auto &[key, by] : m_tallies.all()) {
        if (by == 0) {
            continue;
        }
        JournalStatus counted =
            m_tally.bind(1, key.first).bind(2, static_cast<std::int64_t>(key.second)).bind(3, by).run();
        if (!counted) {
            return counted;
        }
    }
    for (const auto &[key, by] : m_rates.all()) {
        if (by == 0 || key.bucket < m_rateFrom) {
            continue;
        }
        const auto bound = [&, &place = key](SqlStatement &statement) -> SqlStatement & {
            return statement.bind(1, place.bucket)
                .bind(2, place.connection)
                .bind(3, static_cast<std::int64_t>(place.state));
        };
        if (JournalStatus counted = bound(m_rate).bind(4, by).run(); !counted) {
            return counted;
        }
        if (by < 0) {
            if (JournalStatus dropped = bound(m_emptyRate).run(); !dropped) {
                return dropped;
            }
        }
    }
    for (std::size_t origin = 0; origin < m_origins.size(); ++origin) {
        const Kept &kept = m_origins[origin];
        if (kept.rows == 0 && kept.bytes == 0) {
            continue;
        }
        JournalStatus counted =
            m_kept.bind(1, static_cast<std::int64_t>(origin)).bind(2, kept.rows).bind(3, kept.bytes).run();
        if (!counted) {
            return counted;
        }
    }
    return done;
}

JournalStatus Counters::dropRatesBefore(std::int64_t bucket)
{
    if (bucket <= m_rateFrom) {
        return done;
    }
    m_rateFrom = bucket;
    if (JournalStatus dropped = m_dropRates.bind(1, bucket).run(); !dropped) {
        return dropped;
    }
    return m_setRateFrom.bind(1, bucket).run();
}

} // namespace segue
