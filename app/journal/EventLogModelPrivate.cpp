// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/journal/EventLogModelPrivate.h"

#include <algorithm>
#include <iterator>
#include <utility>

namespace segue {

namespace {

constexpr std::size_t kMostNew = 5'000'000;
constexpr std::size_t kPages = 64;
//! New rows are read before they appear; of a flood only the newest, since nobody sees the others.
constexpr std::size_t kMostReadAhead = 4'096;
//! More changes than this are found faster by searching again.
constexpr std::size_t kMostChangedOneByOne = 20'000;
//! Of the first rows of a filter not more than these are shown at once: the table appears, the others follow.
constexpr std::size_t kMostAtFirst = 4'096;
constexpr int kShowMs = 50;
//! A view needs some ten milliseconds to take up so many rows, and shall be painted before.
constexpr std::size_t kMany = 2'000'000;
constexpr int kShowManyMs = 400;
//! While another process writes, everything is searched again so often at most.
constexpr int kWholeMs = 3'000;
//! A search that has found nothing for so long takes the rows of the filter before out of the table.
constexpr int kPatienceMs = 150;
//! What could not be read is asked for again.
constexpr int kAgainMs = 2'000;

std::vector<EntryId> newest(const EntryIdList &ids, std::size_t most)
{
    return ids.ids(ids.size() - std::min(ids.size(), most), most);
}

template <class T> void append(std::vector<T> &all, const std::vector<T> &more)
{
    all.insert(all.end(), more.begin(), more.end());
}

} // namespace

EventLogModel::Private::Private(EventLogModel &model, EventLog &eventLog)
    : q(model)
    , log(eventLog)
    , rows(kPages * kPageRows)
    , values(eventLog)
    , columns{{TimeColumn, {}}, {EventColumn, {}}, {IdentityColumn, {}}, {StateColumn, {}}, {DurationColumn, {}}}
{
    for (QTimer *timer : {&m_showTimer, &m_wholeTimer, &m_patience, &m_againTimer}) {
        timer->setSingleShot(true);
    }
    QObject::connect(&m_wholeTimer, &QTimer::timeout, &q, [this] {
        m_pending.whole = true;
        update();
    });
    QObject::connect(&m_againTimer, &QTimer::timeout, &q, [this] { update(); });
    QObject::connect(&m_showTimer, &QTimer::timeout, &q, [this] { showFound(); });
    QObject::connect(&m_patience, &QTimer::timeout, &q, [this] {
        if (loading && !m_showing) {
            resetTo({});
        }
    });
    QObject::connect(&values, &PayloadValues::read, &q,
                     [this](const std::vector<EntryId> &read) { announceRows(read); });
}

void EventLogModel::Private::Update::merge(const Update &other)
{
    append(added, other.added);
    append(changed, other.changed);
    sortOnce(added);
    sortOnce(changed);
    resync = resync || other.resync;
    whole = whole || other.whole;
}

// Searching

void EventLogModel::Private::load()
{
    ++generation;
    loading = true;
    searching = true;
    searched = 0;
    log.cancelSearch(m_search);
    log.cancelSearch(m_look);
    m_found.clear();
    m_gone.clear();
    m_meanwhile = {};
    m_searchOver = false;
    m_batchCame = m_stopWanted = m_stopped = m_manyWaited = false;
    m_showing = false;
    m_seenUpTo = {};
    m_inFlight.clear();
    m_showTimer.stop();
    m_wholeTimer.stop();
    m_patience.start(kPatienceMs);
    if (std::exchange(m_updating, false)) {
        m_pending.merge(std::exchange(m_current, {}));
    }
    m_search = log.search(filter, &q, [this](const SearchBatch &batch) { takeBatch(batch); });
    Q_EMIT q.searchChanged();
}

void EventLogModel::Private::takeBatch(const SearchBatch &batch)
{
    if (batch.error) {
        failSearch(*batch.error);
        return;
    }
    if (loading && !m_showing) {
        m_seenUpTo = batch.all.first <= batch.all.last ? batch.all.last : EntryId();
    }
    m_batchCame = true;
    m_found.insert(batch.ids);
    m_searchOver = batch.last;
    searched = batch.searchedShare();
    if (m_stopWanted && !m_searchOver) {
        stopSearch();
        return;
    }
    if (!loading) {
        showSoon();
    } else if (!m_showing && (batch.last || !m_found.isEmpty())) {
        showFirst();
    } else {
        Q_EMIT q.searchChanged();
    }
}

//! The newest rows are read first, so that the table does not appear empty and fill a moment later.
void EventLogModel::Private::showFirst()
{
    m_showing = true;
    std::vector<EntryId> page = newest(m_found, kPageRows);
    std::erase_if(page, [this](EntryId id) { return rows.contains(id); });
    log.entries(std::move(page), &q, [this, asked = generation](const Result<std::vector<Entry>> &entries) {
        if (asked != generation) {
            return;
        }
        if (entries) {
            for (const Entry &entry : entries.value()) {
                rows.put(entry);
            }
        }
        loading = false;
        dropGone(m_found);
        EntryIdList first = listOf(newest(m_found, kMostAtFirst));
        m_found.remove(first);
        resetTo(std::move(first));
        Q_EMIT q.loaded();
        if (m_found.isEmpty() && m_searchOver) {
            endSearch();
        } else {
            Q_EMIT q.searchChanged();
            showSoon();
        }
        update();
    });
}

void EventLogModel::Private::showSoon()
{
    if (m_found.size() > kMany && !m_manyWaited) {
        m_manyWaited = true;
        m_showTimer.start(kShowManyMs);
    } else if (!m_showTimer.isActive()) {
        m_showTimer.start(kShowMs);
    }
}

void EventLogModel::Private::showFound()
{
    dropGone(m_found);
    become({}, std::exchange(m_found, {}));
    if (m_searchOver) {
        endSearch();
    } else {
        Q_EMIT q.searchChanged();
    }
}

//! What changed while the search went on is looked at again: the search may have read it before the change.
void EventLogModel::Private::endSearch()
{
    searching = false;
    searched = m_stopped ? searched : 1;
    if (filter.dependsOnDelivery() || m_meanwhile.resync) {
        m_pending.merge(std::exchange(m_meanwhile, {}));
    }
    Q_EMIT q.searchChanged();
    update();
}

void EventLogModel::Private::failSearch(const JournalError &error)
{
    searching = false;
    m_searchOver = true;
    if (std::exchange(loading, false)) {
        resetTo({});
    }
    Q_EMIT q.searchChanged();
    Q_EMIT q.failed(EventLog::worded(error));
}

void EventLogModel::Private::resetTo(EntryIdList all)
{
    m_patience.stop();
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
    if (paused) {
        m_missed = true;
        for (const IdRange &range : change.removed) {
            m_missedGone.insert(range);
        }
        return;
    }
    m_pending.merge({change.added, change.changed, resync, false});
    if (searching) {
        m_meanwhile.merge({{}, change.changed, resync, false});
    }
    EntryIdList gone;
    for (const IdRange &range : change.removed) {
        gone.insert(range);
    }
    noteGone(std::move(gone));
    update();
}

void EventLogModel::Private::setPaused(bool pause)
{
    paused = pause;
    if (paused) {
        return;
    }
    noteGone(std::exchange(m_missedGone, {}));
    if (std::exchange(m_missed, false)) {
        m_pending.resync = true;
        m_meanwhile.resync = m_meanwhile.resync || searching;
    }
    update();
}

//! What is gone needs no reading.
void EventLogModel::Private::noteGone(EntryIdList gone)
{
    if (gone.isEmpty()) {
        return;
    }
    m_gone.insert(gone);
    rows.drop(gone);
    values.drop(gone);
    if (!loading) {
        become(std::move(gone), {});
    }
}

bool EventLogModel::Private::mayHaveNew() const
{
    const auto above = [this](const std::vector<EntryId> &list) { return !list.empty() && list.back() > m_seenUpTo; };
    return m_current.resync || above(m_current.added) || (filter.dependsOnDelivery() && above(m_current.changed));
}

//! Whether everything must be searched again. By a change, only a filter that depends on what becomes of an event can
//! come to mean an old entry, or no longer.
bool EventLogModel::Private::needsFullLook() const
{
    return m_current.whole ||
           (filter.dependsOnDelivery() && (m_current.resync || m_current.changed.size() > kMostChangedOneByOne));
}

void EventLogModel::Private::update()
{
    if (loading || m_updating || paused || m_pending.isEmpty()) {
        return;
    }
    m_updating = true;
    m_current = std::exchange(m_pending, {});
    if (m_current.resync && !m_wholeTimer.isActive()) {
        m_wholeTimer.start(kWholeMs); // new rows at once, those that have gone a little later
    }
    if (needsFullLook()) {
        lookAgain();
    } else if (mayHaveNew()) {
        readNew();
    } else {
        readMeant({});
    }
}

void EventLogModel::Private::readNew()
{
    log.ids(filter, m_seenUpTo, kMostNew, &q, [this, asked = generation](const Result<std::vector<EntryId>> &found) {
        if (asked != generation) {
            return;
        }
        if (!found) {
            failUpdate(found.error());
            return;
        }
        // Commits come in the order of ids, so all up to these were there when the ids were asked for.
        const std::vector<EntryId> &added = m_current.added;
        for (const std::vector<EntryId> *list : {&found.value(), &added}) {
            m_seenUpTo = std::max(m_seenUpTo, list->empty() ? EntryId() : list->back());
        }
        if (filter.dependsOnDelivery() && !m_current.changed.empty()) {
            m_seenUpTo = std::max(m_seenUpTo, m_current.changed.back());
        }
        readMeant(EntryIdList(found.value()));
    });
}

//! Which of the changed entries are meant now, where that can change.
void EventLogModel::Private::readMeant(const EntryIdList &newIds)
{
    std::vector<EntryId> mayMove;
    if (filter.dependsOnDelivery()) {
        std::ranges::copy_if(m_current.changed, std::back_inserter(mayMove),
                             [&](EntryId id) { return !newIds.contains(id); });
    }
    if (mayMove.empty()) {
        readChanged(newIds, {}, {});
        return;
    }
    log.matching(filter, mayMove, &q,
                 [this, newIds, mayMove, of = generation](const Result<std::vector<EntryId>> &meant) {
                     if (of != generation) {
                         return;
                     }
                     if (!meant) {
                         failUpdate(meant.error());
                         return;
                     }
                     readChanged(newIds, mayMove, EntryIdList(meant.value()));
                 });
}

void EventLogModel::Private::readChanged(const EntryIdList &newIds, const std::vector<EntryId> &mayMove,
                                         const EntryIdList &meant)
{
    EntryIdList joined = newIds;
    joined.insert(meant.without(ids));
    std::vector<EntryId> asked = newest(joined, kMostReadAhead);
    std::ranges::copy_if(m_current.changed, std::back_inserter(asked),
                         [this](EntryId id) { return rows.contains(id); });
    if (m_current.resync) {
        append(asked, rows.keepUsed());
    }
    sortOnce(asked);
    const EntryIdList left = listOf(mayMove).without(meant);
    if (asked.empty()) {
        become(left, joined);
        endUpdate();
        return;
    }
    log.entries(asked, &q, [this, asked, joined, left, of = generation](const Result<std::vector<Entry>> &entries) {
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
        const std::vector<EntryId> read = idsOf(entries.value());
        EntryIdList gone = EntryIdList(asked).without(EntryIdList(read)); // from the journal
        EntryIdList added = joined.without(gone);
        gone.insert(left);
        become(std::move(gone), std::move(added));
        std::vector<EntryId> changed = read;
        std::erase_if(changed, [&joined](EntryId id) { return joined.contains(id); });
        announceRows(std::move(changed));
        endUpdate();
    });
}

void EventLogModel::Private::lookAgain()
{
    m_all.clear();
    m_look = log.search(filter, &q, [this](const SearchBatch &batch) {
        if (batch.error) {
            failUpdate(EventLog::worded(*batch.error));
            return;
        }
        m_all.insert(batch.ids);
        if (batch.last) {
            m_seenUpTo = std::max(m_seenUpTo, batch.all.last);
            readForFullLook(std::exchange(m_all, {}));
        }
    });
}

void EventLogModel::Private::readForFullLook(const EntryIdList &all)
{
    std::vector<EntryId> asked = newest(all.without(ids), kMostReadAhead);
    append(asked, rows.keepUsed());
    sortOnce(asked);
    log.entries(asked, &q, [this, all, of = generation](const Result<std::vector<Entry>> &entries) {
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
        become(ids.without(all), all.without(ids));
        announceRows(idsOf(entries.value()));
        endUpdate();
    });
}

void EventLogModel::Private::endUpdate()
{
    m_updating = false;
    m_current = {};
    update();
}

//! Tried again with the next change, or in a while.
void EventLogModel::Private::failUpdate(const Error &error)
{
    m_updating = false;
    m_pending.merge(std::exchange(m_current, {}));
    m_againTimer.start(kAgainMs);
    Q_EMIT q.failed(error);
}

} // namespace segue
