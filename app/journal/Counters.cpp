// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/journal/Counters.h"

#include <charconv>
#include <optional>
#include <vector>

namespace segue {

namespace {

constexpr std::size_t kNumbersOfSum = 5;

//! All that stand in a text of numbers, commas and brackets; nothing when it holds anything else.
std::optional<std::vector<std::int64_t>> numbersIn(std::string_view text)
{
    std::vector<std::int64_t> numbers;
    for (const char *at = text.data(), *const end = at + text.size(); at != end;) {
        if (*at == '[' || *at == ']' || *at == ',') {
            ++at;
            continue;
        }
        std::int64_t number = 0;
        const auto [behind, error] = std::from_chars(at, end, number);
        if (error != std::errc()) {
            return std::nullopt;
        }
        numbers.push_back(number);
        at = behind;
    }
    return numbers;
}

} // namespace

JournalResult<std::unique_ptr<Counters>> Counters::prepare(SqlDatabase &database)
{
    std::unique_ptr<Counters> counters(new Counters);
    const std::pair<SqlStatement *, const char *> statements[] = {
        {&counters->m_add, "INSERT INTO counter(kind, a, b, c, n) VALUES(?1, ?2, ?3, ?4, ?5) "
                           "ON CONFLICT(kind, a, b, c) DO UPDATE SET n=n+excluded.n"},
        {&counters->m_emptyRate, "DELETE FROM counter WHERE kind=1 AND a=?1 AND b=?2 AND c=?3 AND n=0"},
        {&counters->m_dropRates, "DELETE FROM counter WHERE kind=1 AND a<?1"},
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

bool Counters::areCounts(std::string_view fresh)
{
    return Counters().readFresh(fresh);
}

JournalStatus Counters::begin(std::int64_t rateFrom, std::string_view fresh)
{
    m_rateFrom = rateFrom;
    m_changes.clear();
    // It is another one when a transaction was taken back, or another process wrote.
    if ((m_isFreshRead && fresh == m_freshText) || readFresh(fresh)) {
        return done;
    }
    return JournalError{JournalError::Kind::Damaged, "the row of serial numbers holds counts that are none"};
}

bool Counters::readFresh(std::string_view text)
{
    m_isFreshRead = false;
    m_fresh.clear();
    const std::optional<std::vector<std::int64_t>> numbers = numbersIn(text);
    bool good = numbers.has_value() && numbers->size() % kNumbersOfSum == 0;
    for (std::size_t i = 0; good && i < numbers->size(); i += kNumbersOfSum) {
        const std::int64_t *const sum = numbers->data() + i;
        good = sum[0] >= 0 && sum[0] < static_cast<std::int64_t>(kSumKinds);
        if (good) {
            m_fresh.add({static_cast<SumKind>(sum[0]), sum[1], sum[2], sum[3]}, sum[4]);
        }
    }
    m_freshText = text;
    m_isFreshRead = good;
    return good;
}

void Counters::count(const CountedRow &row, EventState state, std::int64_t by)
{
    m_changes.add({SumKind::Tally, row.connection, static_cast<std::int64_t>(state)}, by);
    if (const std::int64_t bucket = rateBucketOf(row.received); bucket >= m_rateFrom) {
        m_changes.add({SumKind::Rate, bucket, row.connection, static_cast<std::int64_t>(state)}, by);
    }
}

void Counters::keep(const CountedRow &row, std::int64_t rows, std::int64_t bytes)
{
    m_changes.add({SumKind::KeptEntries, static_cast<std::int64_t>(row.origin)}, rows);
    m_changes.add({SumKind::KeptBytes, static_cast<std::int64_t>(row.origin)}, bytes);
}

void Counters::add(const CountedRow &row, std::size_t payloadBytes)
{
    count(row, row.state, 1);
    keep(row, 1, static_cast<std::int64_t>(payloadBytes));
}

void Counters::remove(const CountedRow &row, std::size_t payloadBytes)
{
    count(row, row.state, -1);
    keep(row, -1, -static_cast<std::int64_t>(payloadBytes));
}

void Counters::move(const CountedRow &row, EventState to)
{
    count(row, row.state, -1);
    count(row, to, 1);
}

JournalStatus Counters::write()
{
    m_isFreshRead = false;
    for (const auto &[key, by] : m_changes.all()) {
        m_fresh.add(key, by);
    }
    m_changes.clear();
    m_fresh.dropIdle(m_rateFrom);
    if (m_fresh.all().size() > kMostFresh) {
        if (JournalStatus written = toTable(); !written) {
            return written;
        }
        m_fresh.clear();
    }
    writeFresh();
    return done;
}

JournalStatus Counters::toTable()
{
    for (const auto &[key, by] : m_fresh.all()) {
        JournalStatus added = m_add.bind(1, static_cast<std::int64_t>(key.kind))
                                  .bind(2, key.a)
                                  .bind(3, key.b)
                                  .bind(4, key.c)
                                  .bind(5, by)
                                  .run();
        if (!added) {
            return added;
        }
        if (key.kind == SumKind::Rate && by < 0) {
            if (JournalStatus dropped = m_emptyRate.bind(1, key.a).bind(2, key.b).bind(3, key.c).run(); !dropped) {
                return dropped;
            }
        }
    }
    return done;
}

//! As JSON, which the views of the schema read: [[kind, a, b, c, n], ...].
void Counters::writeFresh()
{
    m_freshText.clear();
    for (const auto &[key, by] : m_fresh.all()) {
        m_freshText += m_freshText.empty() ? "[[" : "],[";
        m_freshText += std::to_string(static_cast<std::int64_t>(key.kind));
        for (const std::int64_t number : {key.a, key.b, key.c, by}) {
            m_freshText.append(",").append(std::to_string(number));
        }
    }
    m_freshText += m_freshText.empty() ? "" : "]]";
    m_isFreshRead = true;
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
