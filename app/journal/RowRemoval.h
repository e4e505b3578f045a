// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/journal/Counters.h"
#include "app/journal/Journal.h"
#include "app/journal/PayloadBlocks.h"

#include <memory>
#include <span>

namespace segue {

//! Takes entries out of the file for good, with all that belongs to them: the counts go down, their attempts go, a
//! request goes with its last attempt, a block goes with its last entry. In a block that stays, their payloads become
//! empty ones, so that the places of the others stay as they are. For JournalWriter, inside its transactions.
class RowRemoval
{
public:
    static JournalResult<std::unique_ptr<RowRemoval>> prepare(SqlDatabase &database);

    //! Ids ascending, each once; those that are gone already are passed over. Gives how many went, by the state they
    //! stood in.
    JournalResult<StateCounts> remove(std::span<const EntryId> ids, Counters &counters, JournalChange &change);

private:
    //! Entries of one block that go.
    struct Going
    {
        EntryId id;
        CountedRow row;
    };

    RowRemoval() = default;
    JournalStatus read(std::span<const EntryId> ids, std::vector<Going> &going);
    //! Takes the first of them, and all others of the same block, out of it; gives how many.
    JournalResult<std::size_t> takeOut(std::span<const Going> going, Counters &counters);
    JournalStatus rewrite(const PayloadBlock &block, std::int64_t first, std::span<const Going> going);
    JournalStatus removeRun(IdRange run);
    JournalStatus removeAttempts(IdRange run);

    SqlStatement m_rows;
    SqlStatement m_block;
    SqlStatement m_living;
    SqlStatement m_dropBlock;
    SqlStatement m_setBlock;
    SqlStatement m_dropRows;
    SqlStatement m_requests;
    SqlStatement m_unrefer;
    SqlStatement m_dropRequest;
    SqlStatement m_dropAttempts;
};

} // namespace segue
