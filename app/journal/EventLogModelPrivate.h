// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/journal/EventLogModel.h"
#include "app/journal/LogRows.h"

#include <QSet>

#include <unordered_set>
#include <vector>

namespace segue {

//! What EventLogModel knows and asks for. Three things go on here, each by asynchronous calls: loading the ids that a
//! filter means, following what changes (one update at a time), and reading the rows that somebody looks at.
class EventLogModel::Private
{
public:
    Private(EventLogModel &model, EventLog &eventLog);

    void load();
    void noteChange(const JournalChange &change, bool resync);
    //! Somebody looks at a row that has not been read.
    void want(int row);
    int rowOf(EntryId id) const;
    EventState shownState(EntryId id, const LogRow &row) const;
    //! A cell as a plain sentence, for those who do not see it.
    QString sentence(int column, const LogRow &row, EventState state) const;
    void announceRows(std::vector<EntryId> changedIds);

    EventLogModel &q;
    EventLog &log;
    EventFilter filter;
    std::vector<EntryId> ids; //!< ascending
    LogRows rows;
    QSet<qint64> sending;
    quint64 generation = 0; //!< of the filter; an answer to an older one is dropped
    bool loading = false;
    bool paused = false; //!< what changes meanwhile is only noted
    bool missed = false;
    bool hideIdentities = false;

private:
    //! A change on its way into the table.
    struct Update
    {
        JournalChange change;
        bool resync = false;

        bool isEmpty() const { return change.added.empty() && change.changed.empty() && !resync; }
        void merge(const Update &other);
    };

    void finishLoading(std::vector<EntryId> found);
    void update();
    bool needsFullLook() const;
    bool mayHaveNew() const;
    void readChanged(std::vector<EntryId> newIds);
    void readForFullLook(std::vector<EntryId> all);
    void apply(const std::vector<EntryId> &asked, const std::vector<Entry> &entries,
               const std::vector<EntryId> &newIds);
    void endUpdate(const std::vector<EntryId> &found);
    void failUpdate(const Error &error);
    void become(std::vector<EntryId> removed, std::vector<EntryId> added);
    void removeRows(const std::vector<EntryId> &removed);
    void insertRows(const std::vector<EntryId> &added);
    void resetTo(std::vector<EntryId> all);
    void fetchWanted();
    void takeRows(const std::vector<EntryId> &asked, const std::vector<Entry> &entries);

    EntryId m_seenUpTo; //!< new entries are above it
    Update m_pending;
    Update m_current;
    bool m_updating = false;
    std::vector<int> m_wantedPages; //!< the latest last
    std::unordered_set<EntryId> m_inFlight;
    bool m_fetchScheduled = false;
};

} // namespace segue
