// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/journal/Counters.h"

namespace segue {

JournalResult<std::unique_ptr<Counters>> Counters::prepare(SqlDatabase &database)
{
    std::unique_ptr<Counters> counters(new Counters);
    const std::pair<SqlStatement *, const char *> statements[] = {
        {&counters->m_add, "INSERT INTO counter(kind, a, b, c, n, m) VALUES(?1, ?2, ?3, ?4, ?5, ?6) "
                           "ON CONFLICT(kind, a, b, c) DO UPDATE SET n=n+excluded.n, m=m+excluded.m"},
        {&counters->m_emptyRate, "DELETE FROM counter WHERE kind=4 AND a=-?1 AND b=?2 AND c=?3 AND n=0"},
        {&counters->m_dropRates, "DELETE FROM counter WHERE kind=4 AND a>-?1"},
        {&counters->m_setRateFrom, "UPDATE counter SET n=?1 WHERE kind=1"},
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
        if (JournalStatus counted = add({Kind::Tally, key.first, static_cast<std::int64_t>(key.second)}, by);
            !counted) {
            return counted;
        }
    }
    for (std::size_t origin = 0; origin < m_origins.size(); ++origin) {
        const Kept &kept = m_origins[origin];
        if (kept.rows == 0 && kept.bytes == 0) {
            continue;
        }
        const Place place{Kind::Kept, static_cast<std::int64_t>(origin)};
        if (JournalStatus counted = add(place, kept.rows, kept.bytes); !counted) {
            return counted;
        }
    }
    for (const auto &[key, by] : m_rates.all()) {
        if (by == 0 || key.bucket < m_rateFrom) {
            continue;
        }
        const auto state = static_cast<std::int64_t>(key.state);
        if (JournalStatus counted = add({Kind::Rate, -key.bucket, key.connection, state}, by); !counted) {
            return counted;
        }
        if (by < 0) {
            JournalStatus dropped = m_emptyRate.bind(1, key.bucket).bind(2, key.connection).bind(3, state).run();
            if (!dropped) {
                return dropped;
            }
        }
    }
    return done;
}

JournalStatus Counters::add(const Place &place, std::int64_t n, std::int64_t m)
{
    return m_add.bind(1, static_cast<std::int64_t>(place.kind))
        .bind(2, place.a)
        .bind(3, place.b)
        .bind(4, place.c)
        .bind(5, n)
        .bind(6, m)
        .run();
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
