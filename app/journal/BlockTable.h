// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/journal/PayloadBlocks.h"
#include "app/journal/SqlDatabase.h"

#include <memory>
#include <optional>
#include <span>

namespace segue {

//! The two tables of blocks: that of the payloads, where every entry has its place, and that of the second parts, whose
//! blocks stand only where some entry has one.
enum class BlockKind : std::uint8_t { Payloads, SecondParts };

//! The name of its table.
constexpr const char *tableOf(BlockKind kind)
{
    return kind == BlockKind::Payloads ? "block" : "second_block";
}

//! Packed texts with the number of the first one among those that were given.
struct PlacedBlock
{
    std::size_t first = 0;
    PackedBlock block;
};

//! Packs texts that belong to entries in a row. Of second parts, a block in which all are empty is left out.
JournalResult<std::vector<PlacedBlock>> packInRow(BlockKind kind, const std::vector<std::string_view> &texts);

//! Writes one of the tables. For JournalWriter, inside its transactions.
class BlockTable
{
public:
    static JournalResult<std::unique_ptr<BlockTable>> prepare(SqlDatabase &database, BlockKind kind);

    //! Blocks whose first text belongs to this entry.
    JournalStatus insert(std::int64_t firstEntry, const std::vector<PlacedBlock> &blocks);
    //! Takes the texts of these entries, which ascend and are still there, out of the file: a block goes with its last
    //! entry; in one that stays they become empty. Gives the size of each text. Damaged when a payload has no block.
    JournalResult<std::vector<std::size_t>> takeOut(std::span<const EntryId> ids);

private:
    //! A block as it stands in the file.
    struct Found
    {
        std::int64_t first = 0;
        std::int64_t end = 0;
        PayloadBlock texts;
    };

    explicit BlockTable(BlockKind kind)
        : m_kind(kind)
    {
    }
    //! The block of that entry; nothing when there is none.
    JournalResult<std::optional<Found>> find(EntryId id);
    //! Where the next block behind that entry begins.
    JournalResult<std::int64_t> nextAbove(EntryId id);
    JournalStatus takeOut(const Found &found, std::span<const EntryId> going);
    JournalStatus rewrite(const Found &found, std::span<const EntryId> going);

    const BlockKind m_kind;
    SqlStatement m_insert;
    SqlStatement m_find;
    SqlStatement m_next;
    SqlStatement m_living;
    SqlStatement m_drop;
    SqlStatement m_set;
};

} // namespace segue
