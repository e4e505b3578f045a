// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/journal/EntryIdList.h"
#include "app/journal/EntryRows.h"
#include "app/journal/EventFilter.h"
#include "app/journal/PayloadNeedle.h"

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
    //! Whether nothing more is to be read, so that one range of all ids costs no more than a small one.
    bool isAnswered() const { return !m_condition || m_contiguous || (m_known && !m_readsPayloads); }
    //! Adds the ids of the range that the filter means. Ends early when `stop` becomes true; what was found is then
    //! worth nothing.
    JournalStatus scan(IdRange range, const std::atomic<bool> &stop, EntryIdList &found);

    //! The lowest and the highest id; the last is below the first when there is none.
    JournalResult<IdRange> extent();

private:
    explicit EntryScan(Words &words);

    JournalStatus readContiguous();
    JournalStatus readKnown(const EventFilter &filter, IdRange range);
    JournalStatus collect(SqlStatement &rows, EntryIdList &found);
    JournalStatus collectAll(IdRange range, EntryIdList &found);
    JournalStatus collectCandidates(IdRange range, EntryIdList &candidates);
    JournalStatus scanPayloads(IdRange range, const EntryIdList *candidates, const std::atomic<bool> &stop,
                               EntryIdList &found);
    JournalStatus scanBlock(IdRange range, const EntryIdList *candidates, EntryIdList &found);
    void findInBlock(IdRange range, const EntryIdList *candidates, std::vector<std::size_t> &hits) const;
    JournalResult<bool> means(EntryId id, std::string_view payload);
    JournalStatus keepExisting(IdRange range, EntryIdList &hits);

    SqlDatabase *m_database = nullptr;
    Words *m_words = nullptr;
    SqlStatement m_extent;
    SqlStatement m_total;
    SqlStatement m_segment;
    SqlStatement m_ids;
    SqlStatement m_blocks;
    SqlStatement m_byId;
    SqlStatement m_candidates;
    PayloadBlock m_block;
    std::int64_t m_blockFirst = 0;

    EventFilter m_filter;
    std::optional<std::string> m_condition; //!< nothing: no entry can be meant
    std::optional<IdRange> m_contiguous;    //!< all ids there are, when all are meant and none is missing
    std::optional<EntryIdList> m_known;     //!< what the condition leaves, when an index could tell
    std::vector<PayloadNeedle> m_needles;   //!< a payload that is meant has one of them; none: any may be
    bool m_readsPayloads = false;
    bool m_readsRows = false; //!< a hit must be looked at as a whole
};

} // namespace segue
