// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/journal/SqlDatabase.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <map>
#include <memory>
#include <string>
#include <string_view>

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

//! What a sum is of; the numbers are stored. Behind each: what the other parts of its key mean.
enum class SumKind : std::int64_t {
    Tally = 0,       //!< connection, state
    Rate = 1,        //!< bucket, connection, state
    KeptEntries = 2, //!< origin
    KeptBytes = 3,   //!< origin
};
constexpr std::size_t kSumKinds = 4;

struct SumKey
{
    SumKind kind = SumKind::Tally;
    std::int64_t a = 0;
    std::int64_t b = 0;
    std::int64_t c = 0;
    auto operator<=>(const SumKey &) const = default; // NOLINT(modernize-use-nullptr): not a null pointer
};

//! The kept counts: by connection and state (`tally`), by time received (`rate`), and by origin with the bytes of the
//! payloads (`kept`). Changes add up in memory and are written by the transaction that changes the rows, so that counts
//! and rows never part. Most commits change few counts: those wait in the row of serial numbers, which is written
//! anyway, and go to their table when they have become many. For JournalWriter, on its thread.
class Counters
{
public:
    //! So many sums wait in the row of serial numbers at most.
    static constexpr std::size_t kMostFresh = 24;

    static JournalResult<std::unique_ptr<Counters>> prepare(SqlDatabase &database);
    //! Whether what the row of serial numbers holds are counts, or nothing.
    static bool areCounts(std::string_view fresh);

    //! For a new transaction; `rateFrom` is the first bucket that is kept, `fresh` what the row says is not in the
    //! table yet.
    JournalStatus begin(std::int64_t rateFrom, std::string_view fresh);
    std::int64_t rateFrom() const { return m_rateFrom; }
    void add(const CountedRow &row, std::size_t payloadBytes);
    void remove(const CountedRow &row, std::size_t payloadBytes);
    //! From the row's state to another.
    void move(const CountedRow &row, EventState to);
    //! Into the transaction under way, but for what fresh() gives afterwards.
    JournalStatus write();
    //! For the row of serial numbers; empty: nothing.
    const std::string &fresh() const { return m_freshText; }
    //! Drops the rates before a bucket. They are not counted any more, whatever becomes of their entries.
    JournalStatus dropRatesBefore(std::int64_t bucket);

private:
    //! Most rows of a transaction are counted in the same places as the one before.
    class Sums
    {
    public:
        Sums() { m_last.fill(m_sums.end()); }
        Sums(const Sums &) = delete;
        Sums &operator=(const Sums &) = delete;

        void add(const SumKey &key, std::int64_t by)
        {
            auto &last = m_last[static_cast<std::size_t>(key.kind)];
            if (last == m_sums.end() || last->first != key) {
                last = m_sums.try_emplace(key, 0).first;
            }
            last->second += by;
        }
        void clear()
        {
            m_sums.clear();
            m_last.fill(m_sums.end());
        }
        //! Whatever adds nothing, or is a rate before this bucket.
        void dropIdle(std::int64_t rateFrom)
        {
            std::erase_if(m_sums, [rateFrom](const auto &sum) {
                return sum.second == 0 || (sum.first.kind == SumKind::Rate && sum.first.a < rateFrom);
            });
            m_last.fill(m_sums.end());
        }
        const std::map<SumKey, std::int64_t> &all() const { return m_sums; }

    private:
        std::map<SumKey, std::int64_t> m_sums;
        std::array<std::map<SumKey, std::int64_t>::iterator, kSumKinds> m_last;
    };

    Counters() = default;
    void count(const CountedRow &row, EventState state, std::int64_t by);
    void keep(const CountedRow &row, std::int64_t rows, std::int64_t bytes);
    bool readFresh(std::string_view text);
    JournalStatus toTable();
    void writeFresh();

    SqlStatement m_add;
    SqlStatement m_emptyRate;
    SqlStatement m_dropRates;
    SqlStatement m_setRateFrom;

    std::int64_t m_rateFrom = 0;
    Sums m_changes; //!< of the transaction under way
    Sums m_fresh;
    std::string m_freshText;   //!< m_fresh as the row has it
    bool m_isFreshRead = true; //!< m_fresh is what the text says; else it was left in the middle
};

} // namespace segue
