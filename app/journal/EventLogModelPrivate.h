// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/journal/EntryIdList.h"
#include "app/journal/EventLogModel.h"
#include "app/journal/LogRows.h"
#include "app/journal/PayloadValues.h"

#include <QSet>
#include <QTimer>

#include <unordered_set>
#include <vector>

namespace segue {

//! What EventLogModel knows and asks for. Three things go on here, each by asynchronous calls: searching the ids that a
//! filter means, following what changes (one update at a time), and reading the rows that somebody looks at.
class EventLogModel::Private // NOLINT(clang-analyzer-optin.performance.Padding): in the order of its parts
{
public:
    Private(EventLogModel &model, EventLog &eventLog);

    void load();
    void noteChange(const JournalChange &change, bool resync);
    void setPaused(bool pause);
    void stopSearch();
    //! Somebody looks at a row that has not been read.
    void want(int row);
    int rowOf(EntryId id) const;
    EventState shownState(EntryId id, const LogRow &row) const;
    //! A cell as a plain sentence, for those who do not see it.
    QString sentence(const ColumnSpec &column, EntryId id, const LogRow &row, EventState state) const;
    //! The raw value of a cell.
    QVariant cell(const ColumnSpec &column, EntryId id, const LogRow &row, EventState state) const;
    //! Whether the cell of a read row still waits for its payload; if so, it is asked for.
    bool isBeingRead(const ColumnSpec &column, int row);
    //! The values of the payload columns that are to be read now.
    void columnsChanged();
    void announceRows(std::vector<EntryId> changedIds);

    EventLogModel &q;
    EventLog &log;
    EventFilter filter;
    EntryIdList ids;
    LogRows rows;
    PayloadValues values;
    QList<ColumnSpec> columns;
    QHash<QString, ConnectionLabel> labels;
    QSet<qint64> sending;
    quint64 generation = 0; //!< of the filter; an answer to an older one is dropped
    bool loading = false;   //!< nothing that the filter means is shown yet
    bool searching = false;
    double searched = 0; //!< share of the journal, 0 to 1
    bool paused = false; //!< what changes meanwhile is only noted
    bool hideIdentities = false;

private:
    //! A change on its way into the table.
    struct Update
    {
        std::vector<EntryId> added;
        std::vector<EntryId> changed;
        bool resync = false;
        bool whole = false; //!< everything is to be searched again

        bool isEmpty() const { return added.empty() && changed.empty() && !resync && !whole; }
        void merge(const Update &other);
    };
    struct RowRun
    {
        std::size_t first = 0;
        std::size_t end = 0; //!< the row after the last
    };

    // Searching
    void takeBatch(const SearchBatch &batch);
    void showFirst();
    void showSoon();
    void showFound();
    void endSearch();
    void failSearch(const JournalError &error);
    //! Takes out what has been removed from the journal since the search began.
    void dropGone(EntryIdList &list) const { list.remove(m_gone); }

    // Following what changes
    void noteGone(EntryIdList gone);
    void update();
    bool needsFullLook() const;
    bool mayHaveNew() const;
    void lookAgain();
    void readNew();
    void readMeant(const EntryIdList &newIds);
    void readChanged(const EntryIdList &newIds, const std::vector<EntryId> &mayMove, const EntryIdList &meant);
    void readForFullLook(const EntryIdList &all);
    void endUpdate();
    void failUpdate(const Error &error);

    // Rows
    static constexpr int kPageRows = 256; //!< read together
    static void sortOnce(std::vector<EntryId> &ids);
    static EntryIdList listOf(std::vector<EntryId> ids);
    static std::vector<EntryId> idsOf(const std::vector<Entry> &entries);
    void become(const EntryIdList &removed, EntryIdList added);
    std::vector<RowRun> rowRunsOf(const EntryIdList &removed) const;
    void removeRows(const std::vector<RowRun> &runs);
    void insertRows(EntryIdList added);
    std::size_t runsToInsert(const EntryIdList &added) const;
    void resetTo(EntryIdList all);

    // Reading what somebody looks at
    void fetchWanted();
    void takeRows(const std::vector<EntryId> &asked, const std::vector<Entry> &entries);

    EventLog::SearchId m_search = 0;
    EntryIdList m_found;       //!< by the search, not shown yet
    bool m_searchOver = false; //!< nothing more comes into m_found
    bool m_batchCame = false;
    bool m_stopWanted = false;
    bool m_stopped = false;    //!< by a person, before the end
    bool m_showing = false;    //!< the first rows are being read
    bool m_manyWaited = false; //!< a view has had the time to be painted
    QTimer m_showTimer;
    QTimer m_wholeTimer; //!< until everything is searched again, since another process may have removed entries
    QTimer m_patience;   //!< until what the filter before meant goes from the table
    QTimer m_againTimer; //!< until what failed is tried again
    Update m_meanwhile;  //!< changes since the search began, which it may have seen or not
    EntryIdList m_gone;  //!< removed from the journal since the search began

    bool m_missed = false;    //!< something changed while paused
    EntryIdList m_missedGone; //!< removed from the journal while paused

    EntryId m_seenUpTo; //!< new entries are above it
    Update m_pending;
    Update m_current;
    EntryIdList m_all; //!< of a full look that is under way
    EventLog::SearchId m_look = 0;
    bool m_updating = false;
    std::vector<int> m_wantedPages; //!< the latest last
    std::unordered_set<EntryId> m_inFlight;
    bool m_fetchScheduled = false;
};

} // namespace segue
