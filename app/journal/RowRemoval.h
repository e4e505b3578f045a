// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/journal/BlockTable.h"
#include "app/journal/Counters.h"
#include "app/journal/Journal.h"

#include <memory>
#include <span>

namespace segue {

//! Takes entries out of the file for good, with all that belongs to them: the counts go down, their attempts go, a
//! request goes with its last attempt, a block goes with its last entry. In a block that stays, their payloads and
//! second parts become empty ones, so that the places of the others stay as they are. For JournalWriter, inside its
//! transactions.
class RowRemoval
{
public:
    //! The tables are borrowed.
    static JournalResult<std::unique_ptr<RowRemoval>> prepare(SqlDatabase &database, BlockTable &payloads,
                                                              BlockTable &secondParts);

    //! Ids ascending, each once; those that are gone already are passed over. Gives how many went, by the state they
    //! stood in.
    JournalResult<StateCounts> remove(std::span<const EntryId> ids, Counters &counters, JournalChange &change);

private:
    //! An entry that goes.
    struct Going
    {
        EntryId id;
        CountedRow row;
    };

    RowRemoval(BlockTable &payloads, BlockTable &secondParts)
        : m_payloads(payloads)
        , m_secondParts(secondParts)
    {
    }
    JournalStatus read(std::span<const EntryId> ids, std::vector<Going> &going);
    JournalStatus takeOut(std::span<const EntryId> gone, std::span<const Going> going, Counters &counters);
    JournalStatus removeRun(IdRange run);
    JournalStatus removeAttempts(IdRange run);

    BlockTable &m_payloads;
    BlockTable &m_secondParts;
    SqlStatement m_rows;
    SqlStatement m_dropRows;
    SqlStatement m_requests;
    SqlStatement m_unrefer;
    SqlStatement m_dropRequest;
    SqlStatement m_dropAttempts;
};

} // namespace segue
