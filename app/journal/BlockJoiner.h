// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/journal/BlockTable.h"

#include <memory>
#include <span>

namespace segue {

//! Commits of few events leave small blocks, which compress badly and cost each search a step of their own. Joins
//! neighbours into blocks as large as a full commit would have made. A run of neighbours is joined once the next block
//! no longer fits, so no payload is packed again and again while events trickle in. For Upkeep, inside its
//! transactions.
class BlockJoiner
{
public:
    static JournalResult<std::unique_ptr<BlockJoiner>> prepare(SqlDatabase &database, BlockKind kind);

    //! Makes a few larger blocks; gives how many. None: nothing is left to join for now.
    JournalResult<std::size_t> step();
    //! Looks through the whole file again from the next step on.
    void startOver() { m_from = 0; }

private:
    struct Place
    {
        std::int64_t id = 0;
        std::int64_t size = 0;
        std::int64_t raw = 0;
    };

    BlockJoiner() = default;
    JournalResult<std::vector<Place>> next();
    JournalResult<bool> join(std::span<const Place> run);
    JournalStatus unpackInto(const Place &place, std::vector<PayloadBlock> &blocks);

    SqlStatement m_places;
    SqlStatement m_body;
    SqlStatement m_drop;
    SqlStatement m_set;
    std::int64_t m_from = 0; //!< blocks before it need no look
};

} // namespace segue
