// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/journal/BlockTable.h"

#include <algorithm>
#include <limits>

namespace segue {

JournalResult<std::vector<PlacedBlock>> packInRow(BlockKind kind, const std::vector<std::string_view> &texts)
{
    std::vector<PlacedBlock> placed;
    const auto isEmpty = [](std::string_view text) { return text.empty(); };
    if (kind == BlockKind::SecondParts && std::ranges::all_of(texts, isEmpty)) {
        return placed;
    }
    JournalResult<std::vector<PackedBlock>> blocks = packPayloads(texts);
    if (!blocks) {
        return blocks.error();
    }
    std::vector<PackedBlock> packed = std::move(blocks).value();
    std::size_t first = 0;
    for (PackedBlock &block : packed) {
        const auto begin = texts.begin() + static_cast<std::ptrdiff_t>(first);
        const std::size_t size = block.payloads;
        if (kind == BlockKind::Payloads || !std::all_of(begin, begin + static_cast<std::ptrdiff_t>(size), isEmpty)) {
            placed.push_back({first, std::move(block)});
        }
        first += size;
    }
    return placed;
}

JournalResult<std::unique_ptr<BlockTable>> BlockTable::prepare(SqlDatabase &database, BlockKind kind)
{
    std::unique_ptr<BlockTable> table(new BlockTable(kind));
    const std::string name = tableOf(kind);
    const std::pair<SqlStatement *, std::string> statements[] = {
        {&table->m_insert, "INSERT INTO " + name + "(id, n, raw, body) VALUES(?1, ?2, ?3, ?4)"},
        {&table->m_find, "SELECT id, n, raw, body FROM " + name + " WHERE id<=?1 ORDER BY id DESC LIMIT 1"},
        {&table->m_next, "SELECT min(id) FROM " + name + " WHERE id>?1"},
        {&table->m_living, "SELECT count(*) FROM entry WHERE id BETWEEN ?1 AND ?2"},
        {&table->m_drop, "DELETE FROM " + name + " WHERE id=?1"},
        {&table->m_set, "UPDATE " + name + " SET raw=?2, body=?3 WHERE id=?1"},
    };
    for (const auto &[statement, sql] : statements) {
        JournalResult<SqlStatement> prepared = database.prepare(sql);
        if (!prepared) {
            return prepared.error();
        }
        *statement = std::move(prepared).value();
    }
    return table;
}

JournalStatus BlockTable::insert(std::int64_t firstEntry, const std::vector<PlacedBlock> &blocks)
{
    for (const PlacedBlock &placed : blocks) {
        JournalStatus inserted = m_insert.bind(1, firstEntry + static_cast<std::int64_t>(placed.first))
                                     .bind(2, static_cast<std::int64_t>(placed.block.payloads))
                                     .bind(3, static_cast<std::int64_t>(placed.block.rawSize))
                                     .bindBlob(4, placed.block.body)
                                     .run();
        if (!inserted) {
            return inserted;
        }
    }
    return done;
}

JournalResult<std::vector<std::size_t>> BlockTable::takeOut(std::span<const EntryId> ids)
{
    std::vector<std::size_t> sizes;
    sizes.reserve(ids.size());
    while (sizes.size() < ids.size()) {
        const EntryId id = ids[sizes.size()];
        const JournalResult<std::optional<Found>> found = find(id);
        if (!found) {
            return found.error();
        }
        if (!found.value()) {
            if (m_kind == BlockKind::Payloads) {
                return JournalError{JournalError::Kind::Damaged, "no payload of entry " + std::to_string(id.value)};
            }
            const JournalResult<std::int64_t> next = nextAbove(id);
            if (!next) {
                return next.error();
            }
            while (sizes.size() < ids.size() && ids[sizes.size()].value < next.value()) {
                sizes.push_back(0);
            }
            continue;
        }
        const Found &block = *found.value();
        const std::size_t begin = sizes.size();
        for (std::size_t i = begin; i < ids.size() && ids[i].value < block.end; ++i) {
            sizes.push_back(block.texts.at(static_cast<std::size_t>(ids[i].value - block.first)).size());
        }
        if (JournalStatus taken = takeOut(block, ids.subspan(begin, sizes.size() - begin)); !taken) {
            return taken.error();
        }
    }
    return sizes;
}

JournalResult<std::optional<BlockTable::Found>> BlockTable::find(EntryId id)
{
    const StatementScope scope(m_find);
    m_find.bind(1, id.value);
    const JournalResult<bool> row = m_find.step();
    if (!row) {
        return row.error();
    }
    if (!row.value() || id.value >= m_find.integer(0) + m_find.integer(1)) {
        return std::optional<Found>();
    }
    JournalResult<PayloadBlock> texts = PayloadBlock::unpack(
        m_find.blob(3), static_cast<std::size_t>(m_find.integer(1)), static_cast<std::size_t>(m_find.integer(2)));
    if (!texts) {
        return texts.error();
    }
    Found found;
    found.first = m_find.integer(0);
    found.end = found.first + m_find.integer(1);
    found.texts = std::move(texts).value();
    return std::optional(std::move(found));
}

JournalResult<std::int64_t> BlockTable::nextAbove(EntryId id)
{
    const StatementScope scope(m_next);
    m_next.bind(1, id.value);
    const JournalResult<bool> row = m_next.step();
    if (!row) {
        return row.error();
    }
    return m_next.isNull(0) ? std::numeric_limits<std::int64_t>::max() : m_next.integer(0);
}

JournalStatus BlockTable::takeOut(const Found &found, std::span<const EntryId> going)
{
    const StatementScope scope(m_living);
    m_living.bind(1, found.first).bind(2, found.end - 1);
    const JournalResult<bool> living = m_living.step();
    if (!living) {
        return living.error();
    }
    const bool last = m_living.integer(0) == static_cast<std::int64_t>(going.size());
    return last ? m_drop.bind(1, found.first).run() : rewrite(found, going);
}

JournalStatus BlockTable::rewrite(const Found &found, std::span<const EntryId> going)
{
    std::vector<std::string_view> texts;
    texts.reserve(found.texts.size());
    for (std::size_t i = 0; i < found.texts.size(); ++i) {
        texts.push_back(found.texts.at(i));
    }
    for (const EntryId id : going) {
        texts[static_cast<std::size_t>(id.value - found.first)] = {};
    }
    if (m_kind == BlockKind::SecondParts &&
        std::ranges::all_of(texts, [](std::string_view text) { return text.empty(); })) {
        return m_drop.bind(1, found.first).run();
    }
    const JournalResult<std::vector<PackedBlock>> packed = packPayloads(texts);
    if (!packed) {
        return packed.error();
    }
    const PackedBlock &whole = packed.value().front();
    return m_set.bind(1, found.first).bind(2, static_cast<std::int64_t>(whole.rawSize)).bindBlob(3, whole.body).run();
}

} // namespace segue
