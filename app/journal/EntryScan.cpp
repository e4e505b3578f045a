// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/journal/EntryScan.h"

#include "app/journal/FilterSql.h"

#include <algorithm>

namespace segue {

namespace {

constexpr std::int64_t kSegment = std::int64_t{1} << kSegmentShift;
//! Fewer hits than this are looked up one by one.
constexpr std::size_t kFew = 256;
//! So many entries are read through the index of states at once; more are found range by range.
constexpr std::int64_t kMostKnown = 200'000;

//! A range of so many ids is looked through faster than an index is asked about the whole journal.
constexpr std::int64_t kSmallRange = 20'000;

IdRange overlap(IdRange a, IdRange b)
{
    return {std::max(a.first, b.first), std::min(a.last, b.last)};
}

} // namespace

EntryScan::EntryScan(Words &words)
    : m_words(&words)
{
}

JournalResult<EntryScan> EntryScan::prepare(SqlDatabase &database, Words &words)
{
    EntryScan scan(words);
    scan.m_database = &database;
    const std::string byId = std::string("SELECT ") + kEntryColumns + " FROM entry WHERE id=?1";
    const std::pair<SqlStatement *, std::string_view> statements[] = {
        {&scan.m_extent, "SELECT (SELECT min(id) FROM entry), (SELECT max(id) FROM entry)"},
        {&scan.m_total, "SELECT sum(n) FROM tally"},
        {&scan.m_segment, "SELECT count(*) FROM entry INDEXED BY e_mid WHERE id>>12=?1"},
        {&scan.m_ids, "SELECT id FROM entry WHERE id>=?1 AND id<=?2 ORDER BY id"},
        {&scan.m_blocks, "SELECT id, n, raw, body FROM block WHERE id>=?1 AND id<=?2 ORDER BY id DESC"},
        {&scan.m_byId, byId},
    };
    for (const auto &[statement, sql] : statements) {
        JournalResult<SqlStatement> prepared = database.prepare(sql);
        if (!prepared) {
            return prepared.error();
        }
        *statement = std::move(prepared).value();
    }
    return scan;
}

JournalResult<IdRange> EntryScan::extent()
{
    const StatementScope scope(m_extent);
    const JournalResult<bool> row = m_extent.step();
    if (!row) {
        return row.error();
    }
    if (!row.value() || m_extent.isNull(0)) {
        return IdRange{EntryId{1}, EntryId{0}};
    }
    return IdRange{EntryId{m_extent.integer(0)}, EntryId{m_extent.integer(1)}};
}

JournalStatus EntryScan::setFilter(const EventFilter &filter, IdRange range)
{
    m_filter = filter;
    m_contiguous.reset();
    m_known.reset();
    m_needles.clear();
    m_readsPayloads = !filter.text.empty();
    m_readsRows = false;
    if (m_readsPayloads) {
        m_needles.emplace_back(filter.text, PayloadNeedle::Case::Ignored);
    }
    JournalResult<std::optional<std::string>> condition = filterSql(filter, *m_words);
    if (!condition) {
        return condition.error();
    }
    m_condition = std::move(condition).value();
    if (!m_condition) {
        return done;
    }
    if (*m_condition == "1") {
        return m_readsPayloads ? JournalStatus(done) : readContiguous();
    }
    // Ranges of ids are of no use to the index of states, which would be walked through for each of them.
    const std::string how = filter.events.empty() ? "NOT INDEXED" : "INDEXED BY e_event";
    JournalResult<SqlStatement> candidates =
        m_database->prepare("SELECT id FROM entry " + how + " WHERE id>=?1 AND id<=?2 AND " + *m_condition);
    if (!candidates) {
        return candidates.error();
    }
    m_candidates = std::move(candidates).value();
    return readKnown(filter, range);
}

//! Kept counts tell whether an id is missing between the first and the last.
JournalStatus EntryScan::readContiguous()
{
    const JournalResult<IdRange> all = extent();
    if (!all) {
        return all.error();
    }
    const StatementScope scope(m_total);
    const JournalResult<bool> row = m_total.step();
    if (!row) {
        return row.error();
    }
    const IdRange &range = all.value();
    if (row.value() && m_total.integer(0) == range.last.value - range.first.value + 1) {
        m_contiguous = range;
    }
    return done;
}

JournalStatus EntryScan::readKnown(const EventFilter &filter, IdRange range)
{
    const bool indexed = !filter.states.empty() && std::ranges::all_of(filter.states, [](EventState state) {
        return static_cast<int>(state) < kFirstUnindexedState;
    });
    if (!indexed || range.last.value - range.first.value < kSmallRange) {
        return done;
    }
    std::string list;
    for (const EventState state : filter.states) {
        list += (list.empty() ? "" : ",") + std::to_string(static_cast<int>(state));
    }
    const JournalResult<std::int64_t> count =
        m_database->integer(("SELECT sum(n) FROM tally WHERE state IN (" + list + ")").c_str());
    if (!count) {
        return count.error();
    }
    if (count.value() > kMostKnown) {
        return done;
    }
    JournalResult<SqlStatement> rows =
        m_database->prepare("SELECT id FROM entry INDEXED BY e_state WHERE " + *m_condition);
    if (!rows) {
        return rows.error();
    }
    m_known.emplace();
    return collect(rows.value(), *m_known);
}

JournalStatus EntryScan::collect(SqlStatement &rows, EntryIdList &found)
{
    std::vector<EntryId> ids;
    for (;;) {
        const JournalResult<bool> row = rows.step();
        if (!row) {
            return row.error();
        }
        if (!row.value()) {
            break;
        }
        ids.push_back(EntryId{rows.integer(0)});
    }
    rows.reset();
    if (!std::ranges::is_sorted(ids)) {
        std::ranges::sort(ids);
    }
    found.insert(EntryIdList(ids));
    return done;
}

JournalStatus EntryScan::scan(IdRange range, const std::atomic<bool> &stop, EntryIdList &found)
{
    if (!m_condition) {
        return done;
    }
    const bool all = *m_condition == "1";
    if (m_readsPayloads && all) {
        return scanPayloads(range, nullptr, stop, found);
    }
    if (all) {
        return collectAll(range, found);
    }
    EntryIdList candidates;
    if (JournalStatus read = collectCandidates(range, candidates); !read) {
        return read;
    }
    if (m_readsPayloads) {
        return candidates.isEmpty() ? done : scanPayloads(range, &candidates, stop, found);
    }
    found.insert(candidates);
    return done;
}

JournalStatus EntryScan::collectCandidates(IdRange range, EntryIdList &candidates)
{
    if (m_known) {
        candidates = m_known->within(range);
        return done;
    }
    m_candidates.bind(1, range.first.value).bind(2, range.last.value);
    return collect(m_candidates, candidates);
}

//! A segment of an index that has all its entries needs no look at them.
JournalStatus EntryScan::collectAll(IdRange range, EntryIdList &found)
{
    if (m_contiguous) {
        found.insert(overlap(range, *m_contiguous));
        return done;
    }
    for (std::int64_t from = range.first.value; from <= range.last.value;) {
        const std::int64_t segment = from >> kSegmentShift;
        const IdRange part{EntryId{from}, EntryId{std::min(range.last.value, from | (kSegment - 1))}};
        from = part.last.value + 1;
        if (part.last.value - part.first.value + 1 == kSegment) {
            const StatementScope scope(m_segment);
            m_segment.bind(1, segment);
            const JournalResult<bool> row = m_segment.step();
            if (!row) {
                return row.error();
            }
            if (m_segment.integer(0) == kSegment) {
                found.insert(part);
                continue;
            }
            if (m_segment.integer(0) == 0) {
                continue;
            }
        }
        m_ids.bind(1, part.first.value).bind(2, part.last.value);
        if (JournalStatus read = collect(m_ids, found); !read) {
            return read;
        }
    }
    return done;
}

JournalStatus EntryScan::scanPayloads(IdRange range, const EntryIdList *candidates, const std::atomic<bool> &stop,
                                      EntryIdList &found)
{
    EntryIdList hits;
    const StatementScope scope(m_blocks);
    constexpr auto kReach = static_cast<std::int64_t>(kBlockPayloads) - 1;
    m_blocks.bind(1, range.first.value - kReach).bind(2, range.last.value);
    while (!stop) {
        const JournalResult<bool> row = m_blocks.step();
        if (!row) {
            return row.error();
        }
        if (!row.value()) {
            break;
        }
        m_blockFirst = m_blocks.integer(0);
        const std::int64_t payloads = m_blocks.integer(1);
        const IdRange part = overlap(range, {EntryId{m_blockFirst}, EntryId{m_blockFirst + payloads - 1}});
        const bool wanted = part.first <= part.last &&
                            (candidates == nullptr ||
                             candidates->lowerBound(part.first) < candidates->lowerBound(EntryId{part.last.value + 1}));
        if (!wanted) {
            continue;
        }
        // A payload that cannot be read holds no word; the others are still found.
        if (m_block.refill(m_blocks.blob(3), static_cast<std::size_t>(payloads),
                           static_cast<std::size_t>(m_blocks.integer(2)))) {
            if (JournalStatus read = scanBlock(part, candidates, hits); !read) {
                return read;
            }
        }
    }
    if (candidates == nullptr && !m_readsRows) {
        if (JournalStatus kept = keepExisting(range, hits); !kept) {
            return kept;
        }
    }
    found.insert(hits);
    return done;
}

JournalStatus EntryScan::scanBlock(IdRange range, const EntryIdList *candidates, EntryIdList &found)
{
    std::vector<std::size_t> places;
    findInBlock(range, candidates, places);
    std::vector<EntryId> ids;
    for (const std::size_t place : places) {
        const EntryId id{m_blockFirst + static_cast<std::int64_t>(place)};
        if (m_readsRows) {
            const JournalResult<bool> meant = means(id, m_block.at(place));
            if (!meant) {
                return meant.error();
            }
            if (!meant.value()) {
                continue;
            }
        }
        ids.push_back(id);
    }
    found.insert(EntryIdList(ids));
    return done;
}

//! The payloads that may be meant, by their place in the block, ascending.
void EntryScan::findInBlock(IdRange range, const EntryIdList *candidates, std::vector<std::size_t> &hits) const
{
    const auto first = static_cast<std::size_t>(range.first.value - m_blockFirst);
    const auto last = static_cast<std::size_t>(range.last.value - m_blockFirst);
    std::vector<bool> hit(m_block.size(), m_needles.empty());
    const std::string_view all = m_block.all();
    for (const PayloadNeedle &needle : m_needles) {
        for (std::size_t at = needle.find(all); at != PayloadNeedle::kNotFound;) {
            const std::size_t index = m_block.indexAt(at);
            hit[index] = true;
            at = needle.find(all, m_block.endOf(index));
        }
    }
    // What is written with escapes is seen only without them.
    std::string plain;
    for (std::size_t at = all.find('\\'); at != std::string_view::npos && !m_needles.empty();) {
        const std::size_t index = m_block.indexAt(at);
        if (!hit[index] && PayloadNeedle::unescape(m_block.at(index), plain)) {
            hit[index] = std::ranges::any_of(m_needles, [&plain](const PayloadNeedle &needle) {
                return needle.find(plain) != PayloadNeedle::kNotFound;
            });
        }
        at = all.find('\\', m_block.endOf(index));
    }
    for (std::size_t index = first; index <= last; ++index) {
        const bool allowed =
            candidates == nullptr || candidates->contains(EntryId{m_blockFirst + static_cast<std::int64_t>(index)});
        if (hit[index] && allowed) {
            hits.push_back(index);
        }
    }
}

JournalResult<bool> EntryScan::means(EntryId id, std::string_view payload)
{
    const StatementScope scope(m_byId);
    m_byId.bind(1, id.value);
    const JournalResult<bool> row = m_byId.step();
    if (!row) {
        return row.error();
    }
    if (!row.value()) {
        return false;
    }
    const JournalResult<Entry> entry = entryOf(m_byId, *m_words);
    if (!entry) {
        return entry.error();
    }
    return m_filter.matches(entry.value(), [payload] { return payload; });
}

//! A block may still hold payloads of entries that are gone.
JournalStatus EntryScan::keepExisting(IdRange range, EntryIdList &hits)
{
    if (hits.size() > kFew) {
        EntryIdList there;
        if (JournalStatus read = collectAll(range, there); !read) {
            return read;
        }
        hits.remove(hits.without(there));
        return done;
    }
    for (const EntryId id : hits.ids(0, hits.size())) {
        m_ids.bind(1, id.value).bind(2, id.value);
        const StatementScope scope(m_ids);
        const JournalResult<bool> row = m_ids.step();
        if (!row) {
            return row.error();
        }
        if (!row.value()) {
            hits.remove(IdRange{id, id});
        }
    }
    return done;
}

} // namespace segue
