// SPDX-License-Identifier: GPL-3.0-or-later
// The rows of the table and the reading of those that somebody looks at.
#include "app/journal/EventLogModelPrivate.h"

#include <algorithm>
#include <iterator>
#include <utility>

namespace segue {

namespace {

//! Pages that were scrolled past before they could be read are not read any more.
constexpr std::size_t kMostWanted = 8;
//! More separate runs of rows than this are cheaper as one reset.
constexpr std::size_t kMostRuns = 64;

} // namespace

void EventLogModel::Private::sortOnce(std::vector<EntryId> &ids)
{
    std::ranges::sort(ids);
    ids.erase(std::unique(ids.begin(), ids.end()), ids.end());
}

EntryIdList EventLogModel::Private::listOf(std::vector<EntryId> ids)
{
    sortOnce(ids);
    return EntryIdList(ids);
}

std::vector<EntryId> EventLogModel::Private::idsOf(const std::vector<Entry> &entries)
{
    std::vector<EntryId> ids;
    ids.reserve(entries.size());
    std::ranges::transform(entries, std::back_inserter(ids), &Entry::id);
    sortOnce(ids);
    return ids;
}

// Rows

int EventLogModel::Private::rowOf(EntryId id) const
{
    return ids.contains(id) ? static_cast<int>(ids.lowerBound(id)) : -1;
}

EventState EventLogModel::Private::shownState(EntryId id, const LogRow &row) const
{
    return isUndelivered(row.state) && sending.contains(id.value) ? EventState::Sending : row.state;
}

void EventLogModel::Private::become(const EntryIdList &removed, EntryIdList added)
{
    dropGone(added);
    added.remove(ids);
    const std::vector<RowRun> removedRuns = rowRunsOf(removed);
    if (removedRuns.size() + runsToInsert(added) > kMostRuns) {
        EntryIdList all = ids.without(removed);
        all.insert(added);
        resetTo(std::move(all));
        Q_EMIT q.loaded();
        return;
    }
    removeRows(removedRuns);
    insertRows(std::move(added));
}

//! The rows of these entries, ascending.
std::vector<EventLogModel::Private::RowRun> EventLogModel::Private::rowRunsOf(const EntryIdList &removed) const
{
    std::vector<RowRun> runs;
    for (const IdRange &range : removed.ranges()) {
        const std::size_t first = ids.lowerBound(range.first);
        const std::size_t end = ids.lowerBound(EntryId{range.last.value + 1});
        if (!runs.empty() && runs.back().end == first) {
            runs.back().end = end;
        } else if (first < end) {
            runs.push_back({first, end});
        }
    }
    return runs;
}

void EventLogModel::Private::removeRows(const std::vector<RowRun> &runs)
{
    for (auto run = runs.rbegin(); run != runs.rend(); ++run) {
        const IdRange gone{ids.at(run->first), ids.at(run->end - 1)};
        q.beginRemoveRows({}, static_cast<int>(run->first), static_cast<int>(run->end) - 1);
        ids.remove(gone);
        q.endRemoveRows();
    }
}

//! How many runs the new ids make: two belong to one when no row lies between them.
std::size_t EventLogModel::Private::runsToInsert(const EntryIdList &added) const
{
    std::size_t runs = 0;
    for (std::size_t end = added.size(); end > 0 && runs <= kMostRuns; ++runs) {
        const std::size_t place = ids.lowerBound(added.at(end - 1));
        end = place == 0 ? 0 : added.lowerBound(ids.at(place - 1));
    }
    return runs;
}

void EventLogModel::Private::insertRows(EntryIdList added)
{
    while (!added.isEmpty()) {
        const std::size_t place = ids.lowerBound(added.back());
        const EntryId above = place == 0 ? EntryId{-1} : ids.at(place - 1);
        const IdRange range{EntryId{above.value + 1}, added.back()};
        const EntryIdList run = added.within(range);
        const int row = static_cast<int>(place);
        q.beginInsertRows({}, row, row + static_cast<int>(run.size()) - 1);
        ids.insert(run);
        q.endInsertRows();
        added.remove(range);
    }
}

void EventLogModel::Private::announceRows(std::vector<EntryId> changedIds)
{
    sortOnce(changedIds);
    std::vector<int> places;
    for (const EntryId id : changedIds) {
        if (const int row = rowOf(id); row >= 0) {
            places.push_back(row);
        }
    }
    for (std::size_t i = 0; i < places.size();) {
        const int first = places[i];
        int last = first;
        for (++i; i < places.size() && places[i] == last + 1; ++i) {
            ++last;
        }
        Q_EMIT q.dataChanged(q.index(first, 0), q.index(last, q.columnCount() - 1));
    }
}

// Reading what somebody looks at

void EventLogModel::Private::want(int row)
{
    const int page = row / kPageRows;
    if (m_wantedPages.empty() || m_wantedPages.back() != page) {
        std::erase(m_wantedPages, page);
        m_wantedPages.push_back(page);
        if (m_wantedPages.size() > kMostWanted) {
            m_wantedPages.erase(m_wantedPages.begin());
        }
    }
    if (!m_fetchScheduled) {
        m_fetchScheduled = true;
        QMetaObject::invokeMethod(
            &q, [this] { fetchWanted(); }, Qt::QueuedConnection);
    }
}

void EventLogModel::Private::fetchWanted()
{
    m_fetchScheduled = false;
    std::vector<EntryId> asked;
    for (const int page : std::exchange(m_wantedPages, {})) {
        for (const EntryId id : ids.ids(static_cast<std::size_t>(page) * kPageRows, kPageRows)) {
            if (!rows.contains(id) && m_inFlight.insert(id).second) {
                asked.push_back(id);
            }
        }
    }
    if (asked.empty()) {
        return;
    }
    log.entries(asked, &q, [this, asked, of = generation](const Result<std::vector<Entry>> &entries) {
        if (of != generation) {
            return;
        }
        for (const EntryId id : asked) {
            m_inFlight.erase(id);
        }
        if (!entries) {
            Q_EMIT q.failed(entries.error());
            return;
        }
        takeRows(asked, entries.value());
    });
}

void EventLogModel::Private::takeRows(const std::vector<EntryId> &asked, const std::vector<Entry> &entries)
{
    for (const Entry &entry : entries) {
        rows.put(entry);
    }
    const std::vector<EntryId> read = idsOf(entries);
    become(listOf(asked).without(EntryIdList(read)), {});
    announceRows(read);
}

} // namespace segue
