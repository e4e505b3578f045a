// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/journal/BlockJoiner.h"

#include "app/journal/JournalSchema.h"

namespace segue {

namespace {

//! Blocks that one step looks at, and large ones that it makes at most: a slice of about ten milliseconds.
constexpr std::size_t kLookedAt = 512;
constexpr std::size_t kMostMade = 8;

} // namespace

JournalResult<std::unique_ptr<BlockJoiner>> BlockJoiner::prepare(SqlDatabase &database, BlockKind kind)
{
    std::unique_ptr<BlockJoiner> joiner(new BlockJoiner);
    const std::string table = tableOf(kind);
    const std::pair<SqlStatement *, std::string> statements[] = {
        {&joiner->m_places, "SELECT id, n, raw FROM " + table + " WHERE id>=?1 ORDER BY id LIMIT ?2"},
        {&joiner->m_body, "SELECT body FROM " + table + " WHERE id=?1"},
        {&joiner->m_drop, "DELETE FROM " + table + " WHERE id BETWEEN ?1 AND ?2"},
        {&joiner->m_set, "UPDATE " + table + " SET n=?2, raw=?3, body=?4 WHERE id=?1"},
    };
    for (const auto &[statement, sql] : statements) {
        JournalResult<SqlStatement> prepared = database.prepare(sql);
        if (!prepared) {
            return prepared.error();
        }
        *statement = std::move(prepared).value();
    }
    return joiner;
}

JournalResult<std::size_t> BlockJoiner::step()
{
    std::size_t made = 0;
    while (made < kMostMade) {
        const JournalResult<std::vector<Place>> places = next();
        if (!places) {
            return places.error();
        }
        const std::vector<Place> &all = places.value();
        const std::int64_t before = m_from;
        std::size_t first = 0;
        std::int64_t bytes = 0;
        for (std::size_t i = 0; i < all.size() && made < kMostMade; ++i) {
            const std::int64_t span = all[i].id + all[i].size - all[first].id;
            const bool fits = i == first || (span <= static_cast<std::int64_t>(kBlockPayloads) &&
                                             bytes + all[i].raw <= static_cast<std::int64_t>(kBlockBytes));
            if (fits) {
                bytes += all[i].raw;
                continue;
            }
            if (i - first > 1) {
                const JournalResult<bool> joined = join(std::span(all).subspan(first, i - first));
                if (!joined) {
                    return joined.error();
                }
                made += joined.value() ? 1U : 0U;
            }
            first = i;
            bytes = all[i].raw;
            m_from = all[i].id;
        }
        // The run at the end of the file stays open.
        if (all.size() < kLookedAt || m_from == before) {
            break;
        }
    }
    return made;
}

JournalResult<std::vector<BlockJoiner::Place>> BlockJoiner::next()
{
    std::vector<Place> places;
    const StatementScope scope(m_places);
    m_places.bind(1, m_from).bind(2, static_cast<std::int64_t>(kLookedAt));
    for (;;) {
        const JournalResult<bool> row = m_places.step();
        if (!row) {
            return row.error();
        }
        if (!row.value()) {
            return places;
        }
        places.push_back({m_places.integer(0), m_places.integer(1), m_places.integer(2)});
    }
}

JournalStatus BlockJoiner::unpackInto(const Place &place, std::vector<PayloadBlock> &blocks)
{
    const StatementScope scope(m_body);
    m_body.bind(1, place.id);
    const JournalResult<bool> row = m_body.step();
    if (!row) {
        return row.error();
    }
    JournalResult<PayloadBlock> block =
        PayloadBlock::unpack(m_body.blob(0), static_cast<std::size_t>(place.size), static_cast<std::size_t>(place.raw));
    if (!block) {
        return block.error();
    }
    blocks.push_back(std::move(block).value());
    return done;
}

JournalResult<bool> BlockJoiner::join(std::span<const Place> run)
{
    std::vector<PayloadBlock> blocks; // the payloads point into them
    blocks.reserve(run.size());
    std::vector<std::string_view> payloads;
    for (const Place &place : run) {
        if (JournalStatus unpacked = unpackInto(place, blocks); !unpacked) {
            return unpacked.error();
        }
        // Numbers between two blocks belong to no entry.
        payloads.resize(static_cast<std::size_t>(place.id - run.front().id));
        for (std::size_t i = 0; i < blocks.back().size(); ++i) {
            payloads.push_back(blocks.back().at(i));
        }
    }
    const JournalResult<std::vector<PackedBlock>> packed = packPayloads(payloads);
    if (!packed) {
        return packed.error();
    }
    if (packed.value().size() != 1) {
        return false;
    }
    const PackedBlock &whole = packed.value().front();
    if (JournalStatus dropped = m_drop.bind(1, run[1].id).bind(2, run.back().id).run(); !dropped) {
        return dropped.error();
    }
    JournalStatus set = m_set.bind(1, run.front().id)
                            .bind(2, static_cast<std::int64_t>(whole.payloads))
                            .bind(3, static_cast<std::int64_t>(whole.rawSize))
                            .bindBlob(4, whole.body)
                            .run();
    if (!set) {
        return set.error();
    }
    return true;
}

} // namespace segue
