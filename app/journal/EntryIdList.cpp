// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/journal/EntryIdList.h"

#include <algorithm>
#include <iterator>

namespace segue {

std::uint32_t EntryIdList::Piece::below(std::uint32_t bits) const
{
    if (lows.empty()) {
        return bits <= first ? 0 : std::min(count, bits - first);
    }
    return static_cast<std::uint32_t>(std::ranges::lower_bound(lows, bits) - lows.begin());
}

bool EntryIdList::Piece::has(std::uint32_t bits) const
{
    const std::uint32_t index = below(bits);
    return index < count && low(index) == bits;
}

void EntryIdList::Piece::spread()
{
    if (!lows.empty()) {
        return;
    }
    lows.resize(count);
    for (std::uint32_t i = 0; i < count; ++i) {
        lows[i] = static_cast<std::uint16_t>(first + i);
    }
}

void EntryIdList::Piece::tighten()
{
    if (lows.empty()) {
        return;
    }
    count = static_cast<std::uint32_t>(lows.size());
    if (static_cast<std::size_t>(lows.back() - lows.front()) + 1 == lows.size()) {
        first = lows.front();
        std::vector<std::uint16_t>().swap(lows);
    }
}

EntryIdList::EntryIdList(std::span<const EntryId> ids)
{
    for (std::size_t i = 0; i < ids.size();) {
        const std::int64_t key = ids[i].value >> kShift;
        Piece piece;
        piece.key = key;
        for (; i < ids.size() && ids[i].value >> kShift == key; ++i) {
            piece.lows.push_back(static_cast<std::uint16_t>(ids[i].value & kLowBits));
        }
        piece.tighten();
        m_pieces.push_back(std::move(piece));
    }
    settle();
}

EntryId EntryIdList::at(std::size_t row) const
{
    const auto piece = std::ranges::upper_bound(m_pieces, row, {}, [](const Piece &each) { return each.end(); });
    return piece->at(static_cast<std::uint32_t>(row - piece->before));
}

std::size_t EntryIdList::lowerBound(EntryId id) const
{
    const auto piece = std::ranges::lower_bound(m_pieces, id.value >> kShift, {}, &Piece::key);
    if (piece == m_pieces.end()) {
        return size();
    }
    return piece->before +
           (piece->key == id.value >> kShift ? piece->below(static_cast<std::uint32_t>(id.value & kLowBits)) : 0);
}

bool EntryIdList::contains(EntryId id) const
{
    const auto piece = std::ranges::lower_bound(m_pieces, id.value >> kShift, {}, &Piece::key);
    return piece != m_pieces.end() && piece->key == id.value >> kShift &&
           piece->has(static_cast<std::uint32_t>(id.value & kLowBits));
}

std::vector<EntryId> EntryIdList::ids(std::size_t row, std::size_t count) const
{
    std::vector<EntryId> found;
    const std::size_t end = std::min(size(), row + std::min(count, size()));
    if (row >= end) {
        return found;
    }
    found.reserve(end - row);
    auto piece = std::ranges::upper_bound(m_pieces, row, {}, [](const Piece &each) { return each.end(); });
    for (; piece != m_pieces.end() && piece->before < end; ++piece) {
        const auto last = static_cast<std::uint32_t>(std::min(end, piece->end()) - piece->before);
        for (auto i = static_cast<std::uint32_t>(std::max(row, piece->before) - piece->before); i < last; ++i) {
            found.push_back(piece->at(i));
        }
    }
    return found;
}

std::vector<IdRange> EntryIdList::ranges() const
{
    std::vector<IdRange> found;
    const auto add = [&found](EntryId first, EntryId last) {
        if (!found.empty() && found.back().last.value + 1 == first.value) {
            found.back().last = last;
        } else {
            found.push_back({first, last});
        }
    };
    for (const Piece &piece : m_pieces) {
        if (piece.lows.empty()) {
            add(piece.at(0), piece.at(piece.count - 1));
            continue;
        }
        for (std::uint32_t i = 0; i < piece.count; ++i) {
            add(piece.at(i), piece.at(i));
        }
    }
    return found;
}

EntryIdList::Piece &EntryIdList::pieceOf(std::int64_t key)
{
    const auto place = std::ranges::lower_bound(m_pieces, key, {}, &Piece::key);
    if (place != m_pieces.end() && place->key == key) {
        return *place;
    }
    Piece piece;
    piece.key = key;
    return *m_pieces.insert(place, std::move(piece));
}

void EntryIdList::insertInto(Piece &piece, std::uint32_t first, std::uint32_t last)
{
    if (piece.count == 0) {
        piece.first = first;
        piece.count = last - first + 1;
        return;
    }
    if (piece.lows.empty() && first <= piece.first + piece.count && last + 1 >= piece.first) {
        // The two touch or overlap, and stay without a gap.
        const std::uint32_t end = std::max(piece.first + piece.count, last + 1);
        piece.first = std::min(piece.first, first);
        piece.count = end - piece.first;
        return;
    }
    piece.spread();
    const auto begin = piece.lows.begin() + piece.below(first);
    const auto end = piece.lows.begin() + piece.below(last + 1);
    const auto had = static_cast<std::uint32_t>(end - begin);
    const auto at = piece.lows.insert(end, last - first + 1 - had, std::uint16_t()) - static_cast<std::ptrdiff_t>(had);
    for (std::uint32_t bits = first; bits <= last; ++bits) {
        at[static_cast<std::ptrdiff_t>(bits - first)] = static_cast<std::uint16_t>(bits);
    }
    piece.tighten();
}

void EntryIdList::insert(IdRange range)
{
    for (std::int64_t from = range.first.value; from <= range.last.value;) {
        const std::int64_t to = std::min(range.last.value, from | kLowBits);
        insertInto(pieceOf(from >> kShift), static_cast<std::uint32_t>(from & kLowBits),
                   static_cast<std::uint32_t>(to & kLowBits));
        from = to + 1;
    }
    settle();
}

void EntryIdList::insertAll(Piece &piece, const Piece &other)
{
    Piece copy = other;
    copy.spread();
    piece.spread();
    std::vector<std::uint16_t> all;
    all.reserve(piece.lows.size() + copy.lows.size());
    std::ranges::set_union(piece.lows, copy.lows, std::back_inserter(all));
    piece.lows = std::move(all);
    piece.tighten();
}

void EntryIdList::insert(const EntryIdList &other)
{
    for (const Piece &each : other.m_pieces) {
        Piece &mine = pieceOf(each.key);
        if (mine.count == 0) {
            mine = each;
        } else if (each.lows.empty()) {
            insertInto(mine, each.first, each.first + each.count - 1);
        } else {
            insertAll(mine, each);
        }
    }
    settle();
}

void EntryIdList::removeFrom(Piece &piece, std::uint32_t first, std::uint32_t last)
{
    const std::uint32_t begin = piece.below(first);
    const std::uint32_t end = piece.below(last + 1);
    if (begin == end) {
        return;
    }
    if (piece.lows.empty() && begin == 0) {
        piece.first += end;
        piece.count -= end;
    } else if (piece.lows.empty() && end == piece.count) {
        piece.count = begin;
    } else {
        piece.spread();
        piece.lows.erase(piece.lows.begin() + begin, piece.lows.begin() + end);
        piece.count = static_cast<std::uint32_t>(piece.lows.size());
        piece.tighten();
    }
}

void EntryIdList::remove(IdRange range)
{
    if (range.last < range.first) {
        return;
    }
    auto piece = std::ranges::lower_bound(m_pieces, range.first.value >> kShift, {}, &Piece::key);
    for (; piece != m_pieces.end() && piece->key <= range.last.value >> kShift; ++piece) {
        const std::int64_t base = piece->key << kShift;
        const std::int64_t first = std::max(range.first.value, base) - base;
        const std::int64_t last = std::min(range.last.value, base | kLowBits) - base;
        removeFrom(*piece, static_cast<std::uint32_t>(first), static_cast<std::uint32_t>(last));
    }
    settle();
}

void EntryIdList::removeAll(Piece &piece, const Piece &other)
{
    Piece copy = other;
    copy.spread();
    piece.spread();
    std::vector<std::uint16_t> rest;
    std::ranges::set_difference(piece.lows, copy.lows, std::back_inserter(rest));
    piece.lows = std::move(rest);
    piece.count = static_cast<std::uint32_t>(piece.lows.size());
    piece.tighten();
}

void EntryIdList::remove(const EntryIdList &other)
{
    for (const Piece &each : other.m_pieces) {
        const auto mine = std::ranges::lower_bound(m_pieces, each.key, {}, &Piece::key);
        if (mine == m_pieces.end() || mine->key != each.key) {
            continue;
        }
        if (each.lows.empty()) {
            removeFrom(*mine, each.first, each.first + each.count - 1);
        } else if (mine->count > 0) {
            removeAll(*mine, each);
        }
    }
    settle();
}

EntryIdList EntryIdList::without(const EntryIdList &other) const
{
    EntryIdList rest = *this;
    rest.remove(other);
    return rest;
}

EntryIdList EntryIdList::within(IdRange range) const
{
    EntryIdList part;
    auto piece = std::ranges::lower_bound(m_pieces, range.first.value >> kShift, {}, &Piece::key);
    for (; piece != m_pieces.end() && piece->key <= range.last.value >> kShift; ++piece) {
        part.m_pieces.push_back(*piece);
    }
    if (!part.m_pieces.empty()) {
        part.settle();
        part.remove({part.front(), EntryId{range.first.value - 1}});
    }
    if (!part.m_pieces.empty()) {
        part.remove({EntryId{range.last.value + 1}, part.back()});
    }
    return part;
}

void EntryIdList::settle()
{
    std::erase_if(m_pieces, [](const Piece &piece) { return piece.count == 0; });
    std::size_t before = 0;
    for (Piece &piece : m_pieces) {
        piece.before = before;
        before += piece.count;
    }
}

bool EntryIdList::operator==(const EntryIdList &other) const
{
    return std::ranges::equal(m_pieces, other.m_pieces, [](const Piece &a, const Piece &b) {
        return a.key == b.key && a.count == b.count && a.low(0) == b.low(0) && a.lows == b.lows;
    });
}

} // namespace segue
