// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/journal/Upkeep.h"

#include <algorithm>

namespace segue {

namespace {

//! Entries that one step looks at (measured: journal layout 5, 13 ms when all of them go).
constexpr std::size_t kSlice = 4'096;
//! Slices without anything to remove that one step passes over.
constexpr int kMostPassed = 8;
constexpr std::int64_t kBetweenAges = 60'000;
//! After so long the whole file is looked through again: entries that had to stay may go by now.
constexpr std::int64_t kBetweenStarts = 600'000;
//! Rates are dropped a minute's worth at a time.
constexpr std::int64_t kRateSlack = 60'000 / kRateBucketMs;
//! What a row with its index entries takes besides its payload.
constexpr std::int64_t kRowWeight = 300;

} // namespace

JournalResult<std::unique_ptr<Upkeep>> Upkeep::create(JournalWriter &writer)
{
    std::unique_ptr<Upkeep> upkeep(new Upkeep(writer));
    if (JournalStatus prepared = upkeep->prepare(); !prepared) {
        return prepared.error();
    }
    return upkeep;
}

Upkeep::Upkeep(JournalWriter &writer)
    : m_writer(writer)
{
}

JournalStatus Upkeep::prepare()
{
    const std::pair<SqlStatement *, const char *> statements[] = {
        {&m_rows, "SELECT id, received, origin, state FROM entry WHERE id>=?1 ORDER BY id LIMIT ?2"},
        {&m_blockOf, "SELECT id, n FROM block WHERE id<=?1 ORDER BY id DESC LIMIT 1"},
        {&m_kept, "SELECT origin, entries, bytes FROM kept"},
        {&m_pageCount, "PRAGMA page_count"},
        {&m_freePages, "PRAGMA freelist_count"},
    };
    for (const auto &[statement, sql] : statements) {
        JournalResult<SqlStatement> prepared = m_writer.database().prepare(sql);
        if (!prepared) {
            return prepared.error();
        }
        *statement = std::move(prepared).value();
    }
    for (const auto &[joiner, kind] :
         {std::pair(&m_payloadJoiner, BlockKind::Payloads), std::pair(&m_secondPartJoiner, BlockKind::SecondParts)}) {
        JournalResult<std::unique_ptr<BlockJoiner>> prepared = BlockJoiner::prepare(m_writer.database(), kind);
        if (!prepared) {
            return prepared.error();
        }
        *joiner = std::move(prepared).value();
    }
    const JournalResult<std::int64_t> size = m_writer.database().integer("PRAGMA page_size");
    if (!size) {
        return size.error();
    }
    m_pageSize = size.value();
    return done;
}

void Upkeep::setRetention(const Retention &retention)
{
    m_retention = retention;
    m_nextStart = 0;
}

void Upkeep::startOver(std::int64_t now)
{
    m_nextStart = now + kBetweenStarts;
    m_nextAge = 0;
    m_age = {};
    m_origins = {};
    m_payloadJoiner->startOver();
    m_secondPartJoiner->startOver();
}

JournalResult<bool> Upkeep::step(std::int64_t now)
{
    // A clock that was set back must not keep the work from being done.
    if (now >= m_nextStart || now < m_nextStart - kBetweenStarts) {
        startOver(now);
    }
    const std::int64_t rateFrom = rateBucketOf(now - kRateKeptMs);
    if (rateFrom >= m_writer.counters().rateFrom() + kRateSlack) {
        if (JournalStatus dropped = m_writer.counters().dropRatesBefore(rateFrom); !dropped) {
            return dropped.error();
        }
    }
    m_removed = false;
    JournalResult<bool> more = dropOld(now);
    if (more.ok() && !more.value()) {
        more = dropExcess();
    }
    if (!more) {
        return more;
    }
    JournalResult<bool> pages = giveBackPages();
    if (!pages) {
        return pages;
    }
    if (more.value() || pages.value() || m_removed) {
        return true;
    }
    for (BlockJoiner *joiner : {m_payloadJoiner.get(), m_secondPartJoiner.get()}) {
        const JournalResult<std::size_t> joined = joiner->step();
        if (!joined) {
            return joined.error();
        }
        if (joined.value() > 0) {
            m_writer.forgetPayloads();
            return true;
        }
    }
    return false;
}

JournalResult<bool> Upkeep::dropOld(std::int64_t now)
{
    if (m_retention.maxAge <= 0 || (now < m_nextAge && m_nextAge <= now + kBetweenAges)) {
        return false;
    }
    const std::int64_t before = now - m_retention.maxAge;
    bool sawOld = false;
    const JournalResult<std::size_t> removed = removeNext(m_age, kSlice, [&](const Row &row) {
        sawOld = sawOld || row.received < before;
        return row.received < before;
    });
    if (!removed) {
        return removed.error();
    }
    if (sawOld && !m_age.atEnd) {
        return true;
    }
    m_age = {};
    m_nextAge = now + kBetweenAges;
    return false;
}

JournalResult<bool> Upkeep::dropExcess()
{
    const JournalResult<std::vector<Excess>> excesses = this->excesses();
    if (!excesses) {
        return excesses.error();
    }
    for (const Excess &excess : excesses.value()) {
        Cursor &cursor = m_origins[excess.origin];
        for (int slice = 0; slice < kMostPassed && !cursor.atEnd; ++slice) {
            const JournalResult<std::size_t> removed = removeNext(cursor, excess.entries, [&](const Row &row) {
                return row.origin == static_cast<std::int64_t>(excess.origin);
            });
            if (!removed) {
                return removed.error();
            }
            if (removed.value() > 0) {
                return true;
            }
        }
        if (!cursor.atEnd) {
            return true;
        }
        // All of it is still to be delivered; another origin that is above its part may have something to give.
    }
    return false;
}

JournalResult<std::vector<Upkeep::Excess>> Upkeep::excesses()
{
    std::vector<Excess> excesses;
    std::array<Kept, kOriginCount> kept;
    if (JournalStatus read = readKept(kept); !read) {
        return read.error();
    }
    const JournalResult<std::int64_t> used = usedBytes();
    if (!used) {
        return used.error();
    }
    std::int64_t entries = 0;
    std::int64_t weights = 0;
    const auto weightOf = [](const Kept &part) { return part.bytes + part.entries * kRowWeight; };
    for (const Kept &part : kept) {
        entries += part.entries;
        weights += weightOf(part);
    }
    const bool tooMany = m_retention.maxEntries > 0 && entries > m_retention.maxEntries;
    const bool tooLarge = m_retention.maxBytes > 0 && used.value() > m_retention.maxBytes;
    for (std::size_t origin = 0; origin < kept.size() && (tooMany || tooLarge); ++origin) {
        const std::int64_t share = m_retention.shares[origin];
        Excess excess{origin, 0, 0};
        if (tooMany) {
            const std::int64_t above = kept[origin].entries - m_retention.maxEntries * share / 100;
            excess.weight = above;
            excess.entries = static_cast<std::size_t>(
                std::clamp<std::int64_t>(std::min(above, entries - m_retention.maxEntries), 0, kSlice));
        } else if (weights > 0) {
            // The file holds compressed payloads: each origin is charged in proportion.
            const double fileBytes = static_cast<double>(used.value()) / static_cast<double>(weights) *
                                     static_cast<double>(weightOf(kept[origin]));
            const double above =
                fileBytes - static_cast<double>(m_retention.maxBytes) * static_cast<double>(share) / 100;
            const double each = fileBytes / std::max(1.0, static_cast<double>(kept[origin].entries));
            const double toGo = std::min(above, static_cast<double>(used.value() - m_retention.maxBytes));
            excess.weight = static_cast<std::int64_t>(above);
            excess.entries =
                above > 0 && each > 0 ? static_cast<std::size_t>(std::clamp(toGo / each + 1, 1.0, double{kSlice})) : 0;
        }
        if (excess.weight > 0 && excess.entries > 0) {
            excesses.push_back(excess);
        }
    }
    std::ranges::sort(excesses, std::ranges::greater(), &Excess::weight);
    return excesses;
}

JournalStatus Upkeep::readKept(std::array<Kept, kOriginCount> &kept)
{
    const StatementScope scope(m_kept);
    for (;;) {
        const JournalResult<bool> row = m_kept.step();
        if (!row) {
            return row.error();
        }
        if (!row.value()) {
            return done;
        }
        if (const std::int64_t origin = m_kept.integer(0); origin >= 0 && origin < kOriginCount) {
            kept[static_cast<std::size_t>(origin)] = {m_kept.integer(1), m_kept.integer(2)};
        }
    }
}

JournalResult<std::int64_t> Upkeep::usedBytes()
{
    std::int64_t pages = 0;
    for (SqlStatement *statement : {&m_freePages, &m_pageCount}) {
        const StatementScope scope(*statement);
        const JournalResult<bool> row = statement->step();
        if (!row) {
            return row.error();
        }
        pages = statement->integer(0) - pages;
    }
    return pages * m_pageSize;
}

JournalResult<std::vector<Upkeep::Row>> Upkeep::rowsFrom(std::int64_t from)
{
    std::vector<Row> rows;
    rows.reserve(kSlice);
    const StatementScope scope(m_rows);
    m_rows.bind(1, from).bind(2, static_cast<std::int64_t>(kSlice));
    for (;;) {
        const JournalResult<bool> row = m_rows.step();
        if (!row) {
            return row.error();
        }
        if (!row.value()) {
            return rows;
        }
        const std::int64_t state = m_rows.integer(3);
        const bool known = state >= 0 && state < kEventStateCount;
        rows.push_back({EntryId{m_rows.integer(0)}, m_rows.integer(1), m_rows.integer(2),
                        known && isEndState(static_cast<EventState>(state))});
    }
}

//! Removes at most about `most` of the entries that are wanted and may go, among the next slice.
template <class Wanted>
JournalResult<std::size_t> Upkeep::removeNext(Cursor &cursor, std::size_t most, const Wanted &wanted)
{
    const JournalResult<std::vector<Row>> rows = rowsFrom(cursor.from);
    if (!rows) {
        return rows.error();
    }
    std::vector<EntryId> ids;
    for (const Row &row : rows.value()) {
        if (wanted(row) && row.mayGo) {
            ids.push_back(row.id);
        }
    }
    if (ids.empty()) {
        cursor.atEnd = rows.value().size() < kSlice;
        cursor.from = rows.value().empty() ? cursor.from : rows.value().back().id.value + 1;
        return std::size_t{0};
    }
    if (JournalStatus cut = cutAtBlocks(ids, most, rows.value()); !cut) {
        return cut.error();
    }
    // What was passed over in front of the first one stays for now.
    cursor.from = ids.front().value;
    const JournalResult<StateCounts> removed = m_writer.remove(ids);
    if (!removed) {
        return removed.error();
    }
    m_removed = true;
    return ids.size();
}

//! Whole blocks where that can be: not beyond the block in which the last one wanted stands, and not into the one that
//! the slice cuts in two.
JournalStatus Upkeep::cutAtBlocks(std::vector<EntryId> &ids, std::size_t most, const std::vector<Row> &rows)
{
    const auto blockOf = [&](EntryId id, std::int64_t &first, std::int64_t &end) -> JournalStatus {
        const StatementScope scope(m_blockOf);
        m_blockOf.bind(1, id.value);
        const JournalResult<bool> row = m_blockOf.step();
        if (!row) {
            return row.error();
        }
        first = row.value() ? m_blockOf.integer(0) : id.value;
        end = row.value() ? first + m_blockOf.integer(1) : id.value + 1;
        return done;
    };
    std::int64_t first = 0;
    std::int64_t end = 0;
    if (ids.size() > most) {
        if (JournalStatus found = blockOf(ids[most - 1], first, end); !found) {
            return found;
        }
        std::erase_if(ids, [&](EntryId id) { return id.value >= end; });
        return done;
    }
    if (rows.size() < kSlice) {
        return done;
    }
    if (JournalStatus found = blockOf(rows.back().id, first, end); !found) {
        return found;
    }
    if (end > rows.back().id.value + 1 && ids.front().value < first) {
        std::erase_if(ids, [&](EntryId id) { return id.value >= first; });
    }
    return done;
}

JournalResult<bool> Upkeep::giveBackPages()
{
    std::int64_t free = 0;
    {
        const StatementScope scope(m_freePages);
        const JournalResult<bool> row = m_freePages.step();
        if (!row) {
            return row.error();
        }
        free = m_freePages.integer(0);
    }
    // A few free pages are used again by the next commits.
    constexpr std::int64_t kKept = 64;
    if (free <= kKept) {
        return false;
    }
    const std::string give =
        "PRAGMA incremental_vacuum(" + std::to_string(std::min<std::int64_t>(1'000, free - kKept)) + ")";
    if (JournalStatus given = m_writer.database().exec(give.c_str()); !given) {
        return given.error();
    }
    m_writer.touch();
    return free - kKept > 1'000;
}

} // namespace segue
