// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/core/EntryId.h"

#include <cstdint>
#include <span>
#include <vector>

namespace segue {

//! A set of entry ids in ascending order, each with its row. Kept in pieces of 65,536 numbers: one without gaps takes
//! no memory of its own, another two bytes an id, so that ten million ids in a row are a few kilobytes. Reading takes
//! time by the logarithm of the pieces; changing takes time by the pieces and by the ids of those that change. Free of
//! Qt.
class EntryIdList
{
public:
    EntryIdList() = default;
    //! `ids` ascending, each once.
    explicit EntryIdList(std::span<const EntryId> ids);

    bool isEmpty() const { return m_pieces.empty(); }
    std::size_t size() const { return m_pieces.empty() ? 0 : m_pieces.back().end(); }
    //! Only when there are any.
    EntryId front() const { return m_pieces.front().at(0); }
    EntryId back() const { return m_pieces.back().at(m_pieces.back().count - 1); }
    //! `row` is below size().
    EntryId at(std::size_t row) const;
    //! How many ids are below this one: its row, or the row that it would have.
    std::size_t lowerBound(EntryId id) const;
    bool contains(EntryId id) const;
    //! The ids of these rows, as far as they exist.
    std::vector<EntryId> ids(std::size_t row, std::size_t count) const;
    //! The ids without gaps in between, ascending.
    std::vector<IdRange> ranges() const;

    //! What is there already stays there once. None of the ids is below 0.
    void insert(EntryId id) { insert(IdRange{id, id}); }
    void insert(IdRange range);
    void insert(const EntryIdList &other);
    //! What is not there is passed over.
    void remove(IdRange range);
    void remove(const EntryIdList &other);
    void clear() { m_pieces.clear(); }

    //! The ids of this list that are not in the other, and those that lie in the range.
    EntryIdList without(const EntryIdList &other) const;
    EntryIdList within(IdRange range) const;

    bool operator==(const EntryIdList &other) const;

private:
    static constexpr int kShift = 16;
    static constexpr std::int64_t kLowBits = (1 << kShift) - 1;

    //! The ids of one block of 65,536 numbers, never none.
    struct Piece
    {
        std::int64_t key = 0;    //!< of all ids: id >> 16
        std::size_t before = 0;  //!< ids in the pieces below
        std::uint32_t first = 0; //!< low bits of the lowest id, while there are no gaps
        std::uint32_t count = 0;
        std::vector<std::uint16_t> lows; //!< low bits, ascending; empty while there are no gaps

        std::size_t end() const { return before + count; }
        std::uint32_t low(std::uint32_t index) const { return lows.empty() ? first + index : lows[index]; }
        EntryId at(std::uint32_t index) const { return EntryId{(key << kShift) | low(index)}; }
        //! How many of the ids have lower low bits.
        std::uint32_t below(std::uint32_t bits) const;
        bool has(std::uint32_t bits) const;
        void spread();  //!< makes `lows` hold all
        void tighten(); //!< gives `lows` up when there are no gaps
    };

    Piece &pieceOf(std::int64_t key);
    void insertInto(Piece &piece, std::uint32_t first, std::uint32_t last);
    static void insertAll(Piece &piece, const Piece &other);
    static void removeFrom(Piece &piece, std::uint32_t first, std::uint32_t last);
    static void removeAll(Piece &piece, const Piece &other);
    void settle();

    std::vector<Piece> m_pieces; //!< ascending
};

} // namespace segue
