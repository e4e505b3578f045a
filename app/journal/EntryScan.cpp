// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/journal/EntryScan.h"

#include "app/journal/FilterSql.h"
#include "app/journal/SearchSql.h"

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

//! Ids of the first and of the largest step when only the newest are wanted.
constexpr std::int64_t kFirstStep = 1'024;
constexpr std::int64_t kLargestStep = 16'384;

IdRange overlap(IdRange a, IdRange b)
{
    return {std::max(a.first, b.first), std::min(a.last, b.last)};
}

//! The terms that an entry must agree with by one of their values.
template <class Means> const SearchTerm *positiveTerm(const SearchTerms &terms, Means means)
{
    const auto term = std::ranges::find_if(terms, [&](const SearchTerm &each) {
        return !each.excluded && !each.values.empty() && means(each.field) &&
               std::ranges::none_of(each.values, &std::string::empty);
    });
    return term == terms.end() ? nullptr : &*term;
}

//! An index that begins with the segment is asked about each segment in turn (measured: journal layout 4).
std::string segmentsSql(IdRange range, const char *column, const SearchTerm &term, const std::string &condition)
{
    return "WITH RECURSIVE segment(v) AS (SELECT " + std::to_string(range.first.value >> kSegmentShift) +
           " UNION ALL SELECT v+1 FROM segment WHERE v<" + std::to_string(range.last.value >> kSegmentShift) +
           ") SELECT id FROM segment CROSS JOIN entry ON id>>12=v AND " + column + " IN (" + keyHashList(term.values) +
           ") WHERE " + condition;
}

//! The states that the filter allows, where it names some.
std::vector<EventState> statesOf(const EventFilter &filter, const SearchTerms &terms)
{
    const SearchTerm *term = positiveTerm(terms, [](SearchField field) { return field == SearchField::State; });
    if (!filter.states.empty() || term == nullptr) {
        return filter.states;
    }
    std::vector<EventState> states;
    for (int number = 0; number < kEventStateCount; ++number) {
        const auto state = static_cast<EventState>(number);
        if (std::ranges::find(term->values, stateWord(state)) != term->values.end()) {
            states.push_back(state);
        }
    }
    return states;
}

} // namespace

EntryScan::EntryScan(SqlDatabase &database, Words &words)
    : m_database(&database)
    , m_words(&words)
{
}

JournalResult<EntryScan> EntryScan::prepare(SqlDatabase &database, Words &words)
{
    EntryScan scan(database, words);
    const std::pair<SqlStatement *, std::string_view> statements[] = {
        {&scan.m_extent, "SELECT (SELECT min(id) FROM entry), (SELECT max(id) FROM entry)"},
        {&scan.m_total, "SELECT sum(n) FROM tally"},
        {&scan.m_segment, "SELECT count(*) FROM entry INDEXED BY e_mid WHERE id>>12=?1"},
        {&scan.m_ids, "SELECT id FROM entry WHERE id>=?1 AND id<=?2 ORDER BY id"},
        {&scan.m_blocks, "SELECT id, n, raw, body FROM block WHERE id>=?1 AND id<=?2 ORDER BY id DESC"},
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
    m_plans.clear();
    m_contiguous.reset();
    const JournalResult<bool> ofAll = isOfAll(filter);
    if (!ofAll) {
        return ofAll.error();
    }
    EventFilter rest = filter;
    if (ofAll.value()) {
        rest.connection.reset();
        rest.connections.reset();
    }
    const JournalResult<std::optional<std::string>> parts = filterSql(rest, *m_words);
    if (!parts) {
        return parts.error();
    }
    if (!parts.value()) {
        return done;
    }
    const Search everything{SearchTerms()};
    for (const SearchTerms &terms : filter.search.empty() ? everything : filter.search) {
        if (JournalStatus added = addPlan(filter, terms, *parts.value(), range); !added) {
            return added;
        }
    }
    return std::ranges::any_of(m_plans, &Plan::takesAll) ? readContiguous() : done;
}

JournalStatus EntryScan::addPlan(const EventFilter &filter, const SearchTerms &terms, const std::string &parts,
                                 IdRange range)
{
    const JournalResult<std::string> columns = searchSql(terms, *m_words);
    if (!columns) {
        return columns.error();
    }
    Plan plan;
    if (PayloadTest test(terms); !test.isEmpty()) {
        plan.payloads = std::move(test);
    }
    const std::string condition = parts + " AND " + columns.value();
    const JournalResult<std::string> known = knownSql(filter, terms, condition, range);
    if (!known) {
        return known.error();
    }
    if (!known.value().empty()) {
        if (JournalStatus read = readKnown(plan, known.value()); !read) {
            return read;
        }
    } else if (parts == "1" && columns.value() == "1") {
        plan.takesAll = true;
    } else {
        // The index of events knows ids as well; that of states would be walked through for each range of them.
        const auto isEvent = [](SearchField field) { return field == SearchField::Event; };
        const bool byEvent = !filter.events.empty() || positiveTerm(terms, isEvent) != nullptr;
        const std::string rest = " WHERE id>=?1 AND id<=?2 AND " + condition;
        JournalResult<SqlStatement> candidates = m_database->prepare(
            "SELECT id FROM entry " + std::string(byEvent ? "INDEXED BY e_event" : "NOT INDEXED") + rest);
        if (!candidates) {
            candidates = m_database->prepare("SELECT id FROM entry NOT INDEXED" + rest);
        }
        if (!candidates) {
            return candidates.error();
        }
        plan.candidates = std::move(candidates).value();
    }
    m_plans.push_back(std::move(plan));
    return done;
}

//! Kept counts tell whether all entries are of the connections that the filter names.
JournalResult<bool> EntryScan::isOfAll(const EventFilter &filter)
{
    if (!filter.connection && !filter.connections) {
        return true;
    }
    EventFilter only;
    only.connection = filter.connection;
    only.connections = filter.connections;
    const JournalResult<std::optional<std::string>> condition = filterSql(only, *m_words);
    if (!condition) {
        return condition.error();
    }
    if (!condition.value()) {
        return false;
    }
    const JournalResult<std::int64_t> others =
        m_database->integer(("SELECT count(*) FROM tally WHERE n>0 AND NOT (" + *condition.value() + ")").c_str());
    if (!others) {
        return others.error();
    }
    return others.value() == 0;
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

//! The statement that finds what the columns leave through an index; empty when none can tell.
JournalResult<std::string> EntryScan::knownSql(const EventFilter &filter, const SearchTerms &terms,
                                               const std::string &condition, IdRange range)
{
    if (range.last.value - range.first.value < kSmallRange) {
        return std::string();
    }
    const auto isMessage = [](SearchField field) { return field == SearchField::MessageId; };
    if (const SearchTerm *term = positiveTerm(terms, isMessage)) {
        return segmentsSql(range, "mid", *term, condition);
    }
    const auto isIdentity = [](SearchField field) { return field == SearchField::User || field == SearchField::Hwid; };
    if (const SearchTerm *term = positiveTerm(terms, isIdentity)) {
        return segmentsSql(range, "ih", *term, condition);
    }
    const JournalResult<bool> few = areFew(statesOf(filter, terms));
    if (!few) {
        return few.error();
    }
    return few.value() ? "SELECT id FROM entry INDEXED BY e_state WHERE state<10 AND " + condition : std::string();
}

JournalResult<bool> EntryScan::areFew(const std::vector<EventState> &states)
{
    const auto isIndexed = [](EventState state) { return static_cast<int>(state) < kFirstUnindexedState; };
    if (states.empty() || !std::ranges::all_of(states, isIndexed)) {
        return false;
    }
    std::string list;
    for (const EventState state : states) {
        list += (list.empty() ? "" : ",") + std::to_string(static_cast<int>(state));
    }
    const JournalResult<std::int64_t> count =
        m_database->integer(("SELECT sum(n) FROM tally WHERE state IN (" + list + ")").c_str());
    if (!count) {
        return count.error();
    }
    return count.value() <= kMostKnown;
}

JournalStatus EntryScan::readKnown(Plan &plan, const std::string &sql)
{
    JournalResult<SqlStatement> rows = m_database->prepare(sql);
    if (!rows) {
        return rows.error();
    }
    plan.known.emplace();
    return collect(rows.value(), *plan.known);
}

bool EntryScan::isAnswered() const
{
    return std::ranges::all_of(m_plans, [this](const Plan &plan) {
        return !plan.payloads && (plan.takesAll ? m_contiguous.has_value() : plan.known.has_value());
    });
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
        ids.erase(std::unique(ids.begin(), ids.end()), ids.end());
    }
    found.insert(EntryIdList(ids));
    return done;
}

JournalStatus EntryScan::scan(IdRange range, const std::atomic<bool> &stop, EntryIdList &found)
{
    bool payloads = false;
    for (Plan &plan : m_plans) {
        plan.inRange.clear();
        JournalStatus read = done;
        if (plan.known) {
            plan.inRange = plan.known->within(range);
        } else if (!plan.takesAll) {
            plan.candidates.bind(1, range.first.value).bind(2, range.last.value);
            read = collect(plan.candidates, plan.inRange);
        } else if (!plan.payloads) {
            read = collectAll(range, plan.inRange);
        }
        if (!read) {
            return read;
        }
        if (plan.payloads) {
            payloads = payloads || plan.takesAll || !plan.inRange.isEmpty();
        } else {
            found.insert(plan.inRange);
        }
    }
    return payloads ? scanPayloads(range, stop, found) : done;
}

JournalResult<EntryIdList> EntryScan::newest(const EventFilter &filter, EntryId after, std::size_t limit,
                                             const std::atomic<bool> &stop)
{
    const JournalResult<IdRange> all = extent();
    if (!all) {
        return all.error();
    }
    const EntryId lowest = std::max(all.value().first, EntryId{after.value + 1});
    EntryId last = all.value().last;
    if (JournalStatus set = setFilter(filter, {lowest, last}); !set) {
        return set.error();
    }
    EntryIdList found;
    for (std::int64_t step = kFirstStep; last >= lowest && found.size() < limit && !stop;
         step = std::min(kLargestStep, 2 * step)) {
        const EntryId first = isAnswered() ? lowest : EntryId{std::max(lowest.value, last.value - step + 1)};
        if (JournalStatus scanned = scan({first, last}, stop, found); !scanned) {
            return scanned.error();
        }
        last = EntryId{first.value - 1};
    }
    return found;
}

//! A segment of an index that has all its entries needs no look at them.
JournalStatus EntryScan::collectAll(IdRange range, EntryIdList &found)
{
    if (m_contiguous) {
        if (const IdRange part = overlap(range, *m_contiguous); part.first <= part.last) {
            found.insert(part);
        }
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
        }
        m_ids.bind(1, part.first.value).bind(2, part.last.value);
        if (JournalStatus read = collect(m_ids, found); !read) {
            return read;
        }
    }
    return done;
}

JournalStatus EntryScan::scanPayloads(IdRange range, const std::atomic<bool> &stop, EntryIdList &found)
{
    EntryIdList unchecked;
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
        const EntryId end{part.last.value + 1};
        const auto wants = [&](const Plan &plan) {
            return plan.payloads &&
                   (plan.takesAll || plan.inRange.lowerBound(part.first) < plan.inRange.lowerBound(end));
        };
        if (part.last < part.first || std::ranges::none_of(m_plans, wants)) {
            continue;
        }
        // A payload that cannot be read holds no word; the others are still found.
        if (!m_block.refill(m_blocks.blob(3), static_cast<std::size_t>(payloads),
                            static_cast<std::size_t>(m_blocks.integer(2)))) {
            continue;
        }
        for (Plan &plan : m_plans) {
            if (wants(plan)) {
                testBlock(plan, part, plan.takesAll ? unchecked : found);
            }
        }
    }
    if (JournalStatus kept = keepExisting(range, unchecked); !kept) {
        return kept;
    }
    found.insert(unchecked);
    return done;
}

void EntryScan::testBlock(Plan &plan, IdRange part, EntryIdList &hits)
{
    const auto idOf = [this](std::size_t place) { return EntryId{m_blockFirst + static_cast<std::int64_t>(place)}; };
    std::vector<EntryId> ids;
    const std::size_t first = plan.inRange.lowerBound(part.first);
    const std::size_t wanted = plan.inRange.lowerBound(EntryId{part.last.value + 1}) - first;
    if (!plan.takesAll && wanted < m_block.size() / 4) {
        for (const EntryId id : plan.inRange.ids(first, wanted)) {
            if (plan.payloads->passes(m_block.at(static_cast<std::size_t>(id.value - m_blockFirst)))) {
                ids.push_back(id);
            }
        }
    } else {
        plan.payloads->passing(m_block, m_places);
        for (const std::size_t place : m_places) {
            const EntryId id = idOf(place);
            if (part.first <= id && id <= part.last && (plan.takesAll || plan.inRange.contains(id))) {
                ids.push_back(id);
            }
        }
    }
    if (!ids.empty()) {
        hits.insert(EntryIdList(ids));
    }
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
