// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/journal/EntryIdList.h"
#include "app/journal/EntryRows.h"
#include "app/journal/PayloadTest.h"

#include <atomic>

namespace segue {

//! Finds the entries that a filter means, one range of ids at a time: SQL narrows them down, then the payloads are
//! looked through block by block. The one way in which stored entries are searched. For one connection, on its thread;
//! each call wants to be inside a transaction. Free of Qt.
class EntryScan
{
public:
    //! Both are borrowed.
    static JournalResult<EntryScan> prepare(SqlDatabase &database, Words &words);

    //! What is searched for from now on, in this range; reads what an index can tell about a large one at once.
    JournalStatus setFilter(const EventFilter &filter, IdRange range);
    //! Whether next to nothing is left to be read, so that one range of all ids costs no more than a small one.
    bool isAnswered() const;
    //! Adds the ids of the range that the filter means. Ends early when `stop` becomes true; what was found is then
    //! worth nothing.
    JournalStatus scan(IdRange range, const std::atomic<bool> &stop, EntryIdList &found);

    //! The newest ids above `after` that the filter means, `limit` of them or some more, looked for from the newest
    //! end.
    JournalResult<EntryIdList> newest(const EventFilter &filter, EntryId after, std::size_t limit,
                                      const std::atomic<bool> &stop);

    //! The lowest and the highest id; the last is below the first when there is none.
    JournalResult<IdRange> extent();

private:
    //! How one alternative of the filter is found.
    struct Plan
    {
        bool takesAll = false;               //!< the columns do not restrict
        std::optional<EntryIdList> known;    //!< what the columns leave, when an index could tell
        SqlStatement candidates;             //!< what they leave in a range, otherwise
        std::optional<PayloadTest> payloads; //!< that must agree as well
        EntryIdList inRange;                 //!< what the columns leave in the range that is being scanned
    };

    explicit EntryScan(SqlDatabase &database, Words &words);

    JournalStatus addPlan(const EventFilter &filter, const SearchTerms &terms, const std::string &parts, IdRange range);
    JournalResult<bool> isOfAll(const EventFilter &filter);
    JournalStatus readContiguous();
    JournalStatus readKnown(Plan &plan, const std::string &sql);
    JournalResult<std::string> knownSql(const EventFilter &filter, const SearchTerms &terms,
                                        const std::string &condition, IdRange range);
    JournalResult<bool> areFew(const std::vector<EventState> &states);
    JournalStatus collect(SqlStatement &rows, EntryIdList &found);
    JournalStatus collectAll(IdRange range, EntryIdList &found);
    JournalStatus scanPayloads(IdRange range, const std::atomic<bool> &stop, EntryIdList &found);
    void testBlock(Plan &plan, IdRange part, EntryIdList &hits);
    JournalStatus keepExisting(IdRange range, EntryIdList &hits);

    SqlDatabase *m_database;
    Words *m_words;
    SqlStatement m_extent;
    SqlStatement m_total;
    SqlStatement m_segment;
    SqlStatement m_ids;
    SqlStatement m_blocks;

    std::vector<Plan> m_plans;
    std::optional<IdRange> m_contiguous; //!< all ids there are, when none is missing
    PayloadBlock m_block;
    std::int64_t m_blockFirst = 0;
    std::vector<std::size_t> m_places;
};

} // namespace segue
