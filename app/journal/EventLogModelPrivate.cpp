// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/journal/EventLogModelPrivate.h"

#include <algorithm>
#include <iterator>
#include <utility>

namespace segue {

namespace {

constexpr std::size_t kMostIds = 5'000'000;
constexpr int kPageRows = 256;
constexpr std::size_t kPages = 64;
//! Pages that were scrolled past before they could be read are not read any more.
constexpr std::size_t kMostWanted = 8;
//! New rows are read before they appear; of a flood only the newest, since nobody sees the others.
constexpr std::size_t kMostReadAhead = 4'096;
//! More changes than this are found faster by asking for all ids again.
constexpr std::size_t kMostChangedOneByOne = 20'000;
//! More separate runs of rows than this are cheaper as one reset.
constexpr std::size_t kMostRuns = 64;

std::vector<EntryId> without(const std::vector<EntryId> &from, const std::vector<EntryId> &what)
{
    std::vector<EntryId> rest;
    std::ranges::set_difference(from, what, std::back_inserter(rest));
    return rest;
}

void sortOnce(std::vector<EntryId> &ids)
{
    std::ranges::sort(ids);
    ids.erase(std::unique(ids.begin(), ids.end()), ids.end());
}

std::vector<EntryId> idsOf(const std::vector<Entry> &entries)
{
    std::vector<EntryId> ids;
    ids.reserve(entries.size());
    std::ranges::transform(entries, std::back_inserter(ids), &Entry::id);
    sortOnce(ids);
    return ids;
}

std::vector<EntryId> newest(const std::vector<EntryId> &ids, std::size_t most)
{
    return {ids.end() - static_cast<std::ptrdiff_t>(std::min(ids.size(), most)), ids.end()};
}

} // namespace

EventLogModel::Private::Private(EventLogModel &model, EventLog &eventLog)
    : q(model)
    , log(eventLog)
    , rows(kPages * kPageRows)
    , values(eventLog)
    , columns{{TimeColumn, {}}, {EventColumn, {}}, {IdentityColumn, {}}, {StateColumn, {}}, {DurationColumn, {}}}
{
    QObject::connect(&values, &PayloadValues::read, &q,
                     [this](const std::vector<EntryId> &read) { announceRows(read); });
}

void EventLogModel::Private::Update::merge(const Update &other)
{
    change.added.insert(change.added.end(), other.change.added.begin(), other.change.added.end());
    change.changed.insert(change.changed.end(), other.change.changed.begin(), other.change.changed.end());
    sortOnce(change.added);
    sortOnce(change.changed);
    resync = resync || other.resync;
}

// Loading

void EventLogModel::Private::load()
{
    ++generation;
    loading = true;
    m_inFlight.clear();
    if (std::exchange(m_updating, false)) {
        m_pending.merge(std::exchange(m_current, {}));
    }
    log.ids(filter, {}, kMostIds, &q, [this, asked = generation](Result<std::vector<EntryId>> found) {
        if (asked != generation) {
            return;
        }
        if (!found) {
            m_seenUpTo = {};
            loading = false;
            resetTo({});
            Q_EMIT q.failed(found.error());
            return;
        }
        // The newest rows are read first, so that the table does not appear empty and fill a moment later.
        std::vector<EntryId> page = newest(found.value(), kPageRows);
        std::erase_if(page, [this](EntryId id) { return rows.contains(id); });
        log.entries(std::move(page), &q,
                    [this, asked, all = std::move(found).value()](const Result<std::vector<Entry>> &entries) {
                        if (asked != generation) {
                            return;
                        }
                        if (entries) {
                            for (const Entry &entry : entries.value()) {
                                rows.put(entry);
                            }
                        }
                        finishLoading(all);
                    });
    });
}

void EventLogModel::Private::finishLoading(std::vector<EntryId> found)
{
    m_seenUpTo = found.empty() ? EntryId() : found.back();
    loading = false;
    resetTo(std::move(found));
    Q_EMIT q.loaded();
    update();
}

void EventLogModel::Private::resetTo(std::vector<EntryId> all)
{
    q.beginResetModel();
    ids = std::move(all);
    q.endResetModel();
}

// Following what changes

void EventLogModel::Private::noteChange(const JournalChange &change, bool resync)
{
    if (generation == 0) {
        return; // no filter yet: nothing is shown
    }
    m_pending.merge({change, resync});
    update();
}

bool EventLogModel::Private::mayHaveNew() const
{
    const JournalChange &change = m_current.change;
    const auto above = [this](const std::vector<EntryId> &list) { return !list.empty() && list.back() > m_seenUpTo; };
    return m_current.resync || above(change.added) || (filter.dependsOnDelivery() && above(change.changed));
}

//! Whether the ids must be asked for from the beginning. Only a filter that depends on what becomes of an event can
//! come to mean an old entry, or no longer.
bool EventLogModel::Private::needsFullLook() const
{
    if (!filter.dependsOnDelivery()) {
        return false;
    }
    const std::vector<EntryId> &changed = m_current.change.changed;
    if (m_current.resync || changed.size() > kMostChangedOneByOne) {
        return true;
    }
    // What the payload decides is for the reader to say: of an entry outside the table, and, where there are
    // alternatives, of one inside that leaves the alternative it was found by.
    return filter.needsPayload() &&
           (filter.search.size() > 1 ? !changed.empty()
                                     : std::ranges::any_of(changed, [this](EntryId id) { return rowOf(id) < 0; }));
}

void EventLogModel::Private::update()
{
    if (loading || m_updating || m_pending.isEmpty()) {
        return;
    }
    m_updating = true;
    m_current = std::exchange(m_pending, {});
    const bool full = needsFullLook();
    if (!full && !mayHaveNew()) {
        readChanged({});
        return;
    }
    log.ids(filter, full ? EntryId() : m_seenUpTo, kMostIds, &q,
            [this, full, asked = generation](Result<std::vector<EntryId>> found) {
                if (asked != generation) {
                    return;
                }
                if (!found) {
                    failUpdate(found.error());
                } else if (full) {
                    readForFullLook(std::move(found).value());
                } else {
                    readChanged(std::move(found).value());
                }
            });
}

void EventLogModel::Private::readChanged(std::vector<EntryId> newIds)
{
    std::vector<EntryId> asked = newest(newIds, kMostReadAhead);
    for (const EntryId id : m_current.change.changed) {
        const bool mayMove = filter.dependsOnDelivery() && id <= m_seenUpTo;
        if (mayMove || rows.contains(id)) {
            asked.push_back(id);
        }
    }
    if (m_current.resync) {
        const std::vector<EntryId> used = rows.keepUsed();
        asked.insert(asked.end(), used.begin(), used.end());
    }
    sortOnce(asked);
    if (asked.empty()) {
        apply({}, {}, {});
        return;
    }
    log.entries(asked, &q,
                [this, asked, newIds = std::move(newIds), of = generation](const Result<std::vector<Entry>> &entries) {
                    if (of != generation) {
                        return;
                    }
                    if (!entries) {
                        failUpdate(entries.error());
                        return;
                    }
                    apply(asked, entries.value(), newIds);
                });
}

void EventLogModel::Private::readForFullLook(std::vector<EntryId> all)
{
    std::vector<EntryId> asked = newest(without(all, ids), kMostReadAhead);
    const std::vector<EntryId> used = rows.keepUsed();
    asked.insert(asked.end(), used.begin(), used.end());
    sortOnce(asked);
    log.entries(asked, &q, [this, all = std::move(all), of = generation](const Result<std::vector<Entry>> &entries) {
        if (of != generation) {
            return;
        }
        if (!entries) {
            failUpdate(entries.error());
            return;
        }
        for (const Entry &entry : entries.value()) {
            rows.put(entry);
        }
        become(without(ids, all), without(all, ids));
        announceRows(idsOf(entries.value()));
        endUpdate(all);
    });
}

void EventLogModel::Private::apply(const std::vector<EntryId> &asked, const std::vector<Entry> &entries,
                                   const std::vector<EntryId> &newIds)
{
    std::vector<EntryId> joined = newIds;
    std::vector<EntryId> removed = without(asked, idsOf(entries)); // gone from the journal
    std::vector<EntryId> changed;
    for (const Entry &entry : entries) {
        rows.put(entry);
        if (std::ranges::binary_search(newIds, entry.id)) {
            continue;
        }
        const bool shown = rowOf(entry.id) >= 0;
        const bool meant = !filter.dependsOnDelivery() ? shown : filter.matchesFields(entry);
        if (shown && meant) {
            changed.push_back(entry.id);
        } else if (shown) {
            removed.push_back(entry.id);
        } else if (meant && entry.id <= m_seenUpTo) {
            joined.push_back(entry.id);
        }
    }
    become(std::move(removed), std::move(joined));
    announceRows(std::move(changed));
    endUpdate(newIds);
}

void EventLogModel::Private::endUpdate(const std::vector<EntryId> &found)
{
    // Commits come in the order of ids, so all up to these were there when the ids were asked for.
    const std::vector<EntryId> &added = m_current.change.added;
    for (const std::vector<EntryId> *list : {&found, &added}) {
        m_seenUpTo = std::max(m_seenUpTo, list->empty() ? EntryId() : list->back());
    }
    if (filter.dependsOnDelivery() && !m_current.change.changed.empty()) {
        m_seenUpTo = std::max(m_seenUpTo, m_current.change.changed.back());
    }
    m_updating = false;
    m_current = {};
    update();
}

//! Tried again with the next change.
void EventLogModel::Private::failUpdate(const Error &error)
{
    m_updating = false;
    m_pending.merge(std::exchange(m_current, {}));
    Q_EMIT q.failed(error);
}

// Rows

int EventLogModel::Private::rowOf(EntryId id) const
{
    const auto found = std::ranges::lower_bound(ids, id);
    return found == ids.end() || *found != id ? -1 : static_cast<int>(found - ids.begin());
}

EventState EventLogModel::Private::shownState(EntryId id, const LogRow &row) const
{
    return isUndelivered(row.state) && sending.contains(id.value) ? EventState::Sending : row.state;
}

void EventLogModel::Private::become(std::vector<EntryId> removed, std::vector<EntryId> added)
{
    sortOnce(removed);
    sortOnce(added);
    std::erase_if(removed, [this](EntryId id) { return rowOf(id) < 0; });
    std::erase_if(added, [this](EntryId id) { return rowOf(id) >= 0; });
    // Two neighbours belong to one run when no row that stays lies between them.
    const auto runsOf = [this](const std::vector<EntryId> &list, int step) {
        std::size_t runs = list.empty() ? 0 : 1;
        const auto place = [this](EntryId id) { return std::ranges::lower_bound(ids, id) - ids.begin(); };
        for (std::size_t i = 1; i < list.size() && runs <= kMostRuns; ++i) {
            runs += place(list[i]) - place(list[i - 1]) > step ? 1U : 0U;
        }
        return runs;
    };
    if (runsOf(removed, 1) + runsOf(added, 0) > kMostRuns) {
        std::vector<EntryId> all;
        std::ranges::set_union(without(ids, removed), added, std::back_inserter(all));
        resetTo(std::move(all));
        Q_EMIT q.loaded();
        return;
    }
    removeRows(removed);
    insertRows(added);
}

void EventLogModel::Private::removeRows(const std::vector<EntryId> &removed)
{
    for (std::size_t end = removed.size(); end > 0;) {
        const int last = rowOf(removed[end - 1]);
        int first = last;
        for (--end; end > 0 && rowOf(removed[end - 1]) == first - 1; --end) {
            --first;
        }
        q.beginRemoveRows({}, first, last);
        ids.erase(ids.begin() + first, ids.begin() + last + 1);
        q.endRemoveRows();
    }
}

void EventLogModel::Private::insertRows(const std::vector<EntryId> &added)
{
    for (std::size_t end = added.size(); end > 0;) {
        const auto place = std::ranges::lower_bound(ids, added[end - 1]);
        std::size_t first = end - 1;
        while (first > 0 && (place == ids.begin() || added[first - 1] > *std::prev(place))) {
            --first;
        }
        const int row = static_cast<int>(place - ids.begin());
        q.beginInsertRows({}, row, row + static_cast<int>(end - first) - 1);
        ids.insert(place, added.begin() + static_cast<std::ptrdiff_t>(first),
                   added.begin() + static_cast<std::ptrdiff_t>(end));
        q.endInsertRows();
        end = first;
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
        const std::size_t first = static_cast<std::size_t>(page) * kPageRows;
        for (std::size_t row = first; row < std::min(first + kPageRows, ids.size()); ++row) {
            if (!rows.contains(ids[row]) && m_inFlight.insert(ids[row]).second) {
                asked.push_back(ids[row]);
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
    std::vector<EntryId> all = asked;
    sortOnce(all);
    become(without(all, idsOf(entries)), {});
    announceRows(idsOf(entries));
}

} // namespace segue
