// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/journal/SqlDatabase.h"

#include <array>
#include <map>
#include <memory>
#include <utility>

namespace segue {

//! The columns of an entry by which entries are counted.
struct CountedRow
{
    std::int64_t connection = 0; //!< its number in the dictionary
    Origin origin = Origin::Composer;
    std::int64_t received = 0;
    EventState state = EventState::Queued;
};

//! The bucket of the kept rates in which a time lies; times before 1970 are in the first.
constexpr std::int64_t rateBucketOf(std::int64_t time)
{
    return time < 0 ? 0 : time / kRateBucketMs;
}

//! The kept counts: by connection and state (`tally`), by time received (`rate`), and by origin with the bytes of the
//! payloads (`kept`). Changes add up in memory and are written by the transaction that changes the rows, so that counts
//! and rows never part. For JournalWriter, on its thread.
class Counters
{
public:
    static JournalResult<std::unique_ptr<Counters>> prepare(SqlDatabase &database);

    //! For a new transaction; `rateFrom` is the first bucket that is kept.
    void begin(std::int64_t rateFrom);
    std::int64_t rateFrom() const { return m_rateFrom; }
    void add(const CountedRow &row, std::size_t payloadBytes);
    void remove(const CountedRow &row, std::size_t payloadBytes);
    //! From the row's state to another.
    void move(const CountedRow &row, EventState to);
    //! Into the transaction under way.
    JournalStatus write();
    //! Drops the rates before a bucket. They are not counted any more, whatever becomes of their entries.
    JournalStatus dropRatesBefore(std::int64_t bucket);

private:
    struct RateKey
    {
        std::int64_t bucket = 0;
        std::int64_t connection = 0;
        EventState state = EventState::Queued;
        auto operator<=>(const RateKey &) const = default; // NOLINT(modernize-use-nullptr): not a null pointer
    };
    struct Kept
    {
        std::int64_t rows = 0;
        std::int64_t bytes = 0;
    };
    //! Most rows of a transaction are counted in the same place as the one before.
    template <class Key> class Sums
    {
    public:
        void add(const Key &key, std::int64_t by)
        {
            if (m_last == m_sums.end() || m_last->first != key) {
                m_last = m_sums.try_emplace(key, 0).first;
            }
            m_last->second += by;
        }
        void clear()
        {
            m_sums.clear();
            m_last = m_sums.end();
        }
        const std::map<Key, std::int64_t> &all() const { return m_sums; }

    private:
        std::map<Key, std::int64_t> m_sums;
        typename std::map<Key, std::int64_t>::iterator m_last = m_sums.end();
    };

    Counters() = default;
    void count(const CountedRow &row, EventState state, std::int64_t by);

    SqlStatement m_tally;
    SqlStatement m_rate;
    SqlStatement m_emptyRate;
    SqlStatement m_kept;
    SqlStatement m_dropRates;
    SqlStatement m_setRateFrom;

    std::int64_t m_rateFrom = 0;
    Sums<std::pair<std::int64_t, EventState>> m_tallies;
    Sums<RateKey> m_rates;
    std::array<Kept, kOriginCount> m_origins{};
};

} // namespace segue
