// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/journal/BlockJoiner.h"
#include "app/journal/JournalWriter.h"
#include "app/journal/Retention.h"

#include <array>
#include <memory>

namespace segue {

//! What the journal does for itself while nobody needs it: old rates are dropped, what is beyond the limits goes in
//! slices with its whole blocks, free pages are given back, small blocks are joined. Works inside transactions of the
//! JournalWriter it was made for; on its thread.
class Upkeep
{
public:
    static JournalResult<std::unique_ptr<Upkeep>> create(JournalWriter &writer);

    void setRetention(const Retention &retention);
    //! One slice of work, inside a transaction that the caller commits. True when more waits to be done.
    JournalResult<bool> step(std::int64_t now);

private:
    //! Where one kind of removal goes on looking.
    struct Cursor
    {
        std::int64_t from = 0;
        bool atEnd = false; //!< nothing more is to be found until it starts over
    };
    struct Kept
    {
        std::int64_t entries = 0;
        std::int64_t bytes = 0;
    };
    struct Row
    {
        EntryId id;
        std::int64_t received = 0;
        std::int64_t origin = 0;
        bool mayGo = false; //!< in an end state
    };
    //! One origin that is above its part, and how many entries it should lose now.
    struct Excess
    {
        std::size_t origin = 0;
        std::int64_t weight = 0;
        std::size_t entries = 0;
    };

    explicit Upkeep(JournalWriter &writer);
    JournalStatus prepare();
    void startOver(std::int64_t now);
    JournalResult<bool> dropOld(std::int64_t now);
    JournalResult<bool> dropExcess();
    JournalResult<std::vector<Excess>> excesses();
    JournalStatus readKept(std::array<Kept, kOriginCount> &kept);
    JournalResult<std::int64_t> usedBytes();
    JournalResult<std::vector<Row>> rowsFrom(std::int64_t from);
    template <class Wanted>
    JournalResult<std::size_t> removeNext(Cursor &cursor, std::size_t most, const Wanted &wanted);
    JournalStatus cutAtBlocks(std::vector<EntryId> &ids, std::size_t most, const std::vector<Row> &rows);
    JournalResult<bool> giveBackPages();

    JournalWriter &m_writer;
    std::unique_ptr<BlockJoiner> m_payloadJoiner;
    std::unique_ptr<BlockJoiner> m_secondPartJoiner;
    SqlStatement m_rows;
    SqlStatement m_blockOf;
    SqlStatement m_kept;
    SqlStatement m_pageCount;
    SqlStatement m_freePages;
    Retention m_retention;
    std::int64_t m_pageSize = 4096;
    Cursor m_age;
    std::array<Cursor, kOriginCount> m_origins;
    std::int64_t m_nextAge = 0;
    std::int64_t m_nextStart = 0;
    bool m_removed = false; //!< by this step
};

} // namespace segue
