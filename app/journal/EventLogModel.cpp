// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/journal/EventLogModel.h"

#include <QDateTime>

#include <algorithm>

namespace segue {

namespace {

constexpr int kPageRows = 256;
constexpr int kCachedPages = 64;
constexpr std::size_t kMostRows = 5'000'000;

QString text(const std::string &utf8)
{
    return QString::fromUtf8(utf8.data(), static_cast<qsizetype>(utf8.size()));
}

QString wordOf(EventState state)
{
    const std::string_view word = stateWord(state);
    return QString::fromUtf8(word.data(), static_cast<qsizetype>(word.size()));
}

} // namespace

EventLogModel::EventLogModel(EventLog &log, QObject *parent)
    : QAbstractTableModel(parent)
    , m_log(log)
{
    connect(&log, &EventLog::changed, this, &EventLogModel::logChanged);
}

EventLogModel::~EventLogModel() = default;

void EventLogModel::setFilter(const EventFilter &filter)
{
    m_filter = filter;
    reload();
}

const EventFilter &EventLogModel::filter() const
{
    return m_filter;
}

bool EventLogModel::isLoading() const
{
    return m_loading;
}

void EventLogModel::reload()
{
    const int generation = ++m_generation;
    m_loading = true;
    m_catchingUp = false;
    m_log.ids(m_filter, {}, kMostRows, this, [this, generation](Result<std::vector<EntryId>> answer) {
        if (generation != m_generation) {
            return;
        }
        beginResetModel();
        m_pages.clear();
        m_ids = answer ? std::move(answer).value() : std::vector<EntryId>();
        m_loading = false;
        endResetModel();
        if (!answer) {
            Q_EMIT failed(answer.error());
        }
        Q_EMIT loaded();
        catchUp(); // what came while it was read
    });
}

void EventLogModel::setPaused(bool paused)
{
    m_paused = paused;
    if (!paused && std::exchange(m_missed, false)) {
        reload();
    }
}

void EventLogModel::setSending(const QList<EntryId> &ids, bool sending)
{
    for (const EntryId id : ids) {
        if (sending) {
            m_sending.insert(id.value);
        } else {
            m_sending.remove(id.value);
        }
        const int row = rowOf(id);
        if (row >= 0 && !m_paused) {
            Q_EMIT dataChanged(index(row, StateColumn), index(row, StateColumn));
        }
    }
}

void EventLogModel::logChanged(const JournalChange &change, bool resync)
{
    if (m_paused) {
        m_missed = true;
        return;
    }
    if (m_loading) {
        return; // what is being read has it, or catchUp() brings it
    }
    if (!change.added.empty() || resync) {
        catchUp();
    }
    if (resync) {
        std::vector<EntryId> cached;
        for (const Page &page : std::as_const(m_pages)) {
            for (const Entry &entry : page.entries) {
                cached.push_back(entry.id);
            }
        }
        refresh(cached);
    } else if (!change.changed.empty()) {
        refresh(change.changed);
    }
}

// One question at a time: two would bring the same rows twice.
void EventLogModel::catchUp()
{
    if (m_catchingUp) {
        m_catchUpAgain = true;
        return;
    }
    m_catchingUp = true;
    const int generation = m_generation;
    const EntryId last = m_ids.empty() ? EntryId{} : m_ids.back();
    m_log.ids(m_filter, last, kMostRows, this, [this, generation](Result<std::vector<EntryId>> answer) {
        if (generation != m_generation) {
            return;
        }
        m_catchingUp = false;
        if (!answer) {
            Q_EMIT failed(answer.error());
        } else if (!answer.value().empty()) {
            appendRows(std::move(answer).value());
        }
        if (std::exchange(m_catchUpAgain, false)) {
            catchUp();
        }
    });
}

void EventLogModel::appendRows(std::vector<EntryId> ids)
{
    const int first = static_cast<int>(m_ids.size());
    const int firstPage = first / kPageRows;
    beginInsertRows({}, first, first + static_cast<int>(ids.size()) - 1);
    m_ids.insert(m_ids.end(), ids.begin(), ids.end());
    endInsertRows();
    if (m_pages.contains(firstPage) && first % kPageRows != 0) {
        askForPage(firstPage); // grown: read again, shown as it is meanwhile
    }
}

// Of the changed entries, those in the table are shown anew; others may fit the filter only now.
void EventLogModel::refresh(const std::vector<EntryId> &ids)
{
    std::vector<EntryId> wanted;
    for (const EntryId id : ids) {
        const int row = rowOf(id);
        if (!m_filter.states.empty() || (row >= 0 && m_pages.contains(row / kPageRows))) {
            wanted.push_back(id);
        }
    }
    if (wanted.empty()) {
        return;
    }
    const int generation = m_generation;
    m_log.entries(std::move(wanted), this, [this, generation](Result<std::vector<Entry>> answer) {
        if (generation != m_generation || !answer) {
            return;
        }
        replaceRows(answer.value());
        if (!m_filter.states.empty()) {
            dropRowsThatNoLongerFit(answer.value());
        }
    });
}

void EventLogModel::replaceRows(const std::vector<Entry> &entries)
{
    int runFirst = -1;
    int runLast = -1;
    const auto announce = [&] {
        if (runFirst >= 0) {
            Q_EMIT dataChanged(index(runFirst, 0), index(runLast, ColumnCount - 1));
        }
    };
    for (const Entry &entry : entries) {
        const int row = rowOf(entry.id);
        const auto page = row < 0 ? m_pages.end() : m_pages.find(row / kPageRows);
        if (page == m_pages.end() || static_cast<std::size_t>(row % kPageRows) >= page->entries.size()) {
            continue;
        }
        page->entries[static_cast<std::size_t>(row % kPageRows)] = entry;
        if (row != runLast + 1) {
            announce();
            runFirst = row;
        }
        runLast = row;
    }
    announce();
}

void EventLogModel::dropRowsThatNoLongerFit(const std::vector<Entry> &entries)
{
    bool newlyFits = false;
    for (auto entry = entries.rbegin(); entry != entries.rend(); ++entry) {
        const int row = rowOf(entry->id);
        const bool fits = m_filter.matchesFields(*entry);
        if (row >= 0 && !fits) {
            removeRow(row);
        }
        newlyFits = newlyFits || (row < 0 && fits);
    }
    if (newlyFits) {
        reload(); // it has its place among the others
    }
}

void EventLogModel::removeRow(int row)
{
    beginRemoveRows({}, row, row);
    m_ids.erase(m_ids.begin() + row);
    forgetPagesFrom(row / kPageRows);
    endRemoveRows();
}

void EventLogModel::forgetPagesFrom(int page)
{
    m_pages.removeIf([page](const auto &each) { return each.key() >= page; });
}

int EventLogModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_ids.size());
}

int EventLogModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

int EventLogModel::rowOf(EntryId id) const
{
    const auto found = std::lower_bound(m_ids.begin(), m_ids.end(), id);
    return found != m_ids.end() && *found == id ? static_cast<int>(found - m_ids.begin()) : -1;
}

EntryId EventLogModel::idAt(int row) const
{
    return row >= 0 && static_cast<std::size_t>(row) < m_ids.size() ? m_ids[static_cast<std::size_t>(row)] : EntryId{};
}

const Entry *EventLogModel::rowEntry(int row) const
{
    const int number = row / kPageRows;
    const auto page = m_pages.find(number);
    if (page == m_pages.end()) {
        askForPage(number);
        return nullptr;
    }
    page->used = ++m_tick;
    const auto offset = static_cast<std::size_t>(row % kPageRows);
    if (offset >= page->entries.size()) {
        if (!page->asked) {
            askForPage(number);
        }
        return nullptr;
    }
    const Entry &entry = page->entries[offset];
    return entry.id.value == 0 ? nullptr : &entry;
}

void EventLogModel::askForPage(int number) const
{
    Page &page = m_pages[number];
    page.asked = true;
    page.used = ++m_tick;
    const std::size_t first = static_cast<std::size_t>(number) * kPageRows;
    const std::size_t last = std::min(first + kPageRows, m_ids.size());
    std::vector<EntryId> ids(m_ids.begin() + static_cast<std::ptrdiff_t>(first),
                             m_ids.begin() + static_cast<std::ptrdiff_t>(last));
    auto *self = const_cast<EventLogModel *>(this); // data() is const, and reading a page is not part of its answer
    const int generation = m_generation;
    m_log.entries(std::move(ids), self, [self, number, generation](const Result<std::vector<Entry>> &answer) {
        if (generation == self->m_generation && answer) {
            self->pageArrived(number, answer.value());
        }
    });
}

void EventLogModel::pageArrived(int number, const std::vector<Entry> &entries)
{
    const auto page = m_pages.find(number);
    if (page == m_pages.end()) {
        return;
    }
    const int first = number * kPageRows;
    const int last = std::min<int>(first + kPageRows, static_cast<int>(m_ids.size())) - 1;
    page->entries.assign(static_cast<std::size_t>(std::max(0, last - first + 1)), Entry{});
    page->asked = false;
    for (const Entry &entry : entries) {
        const int row = rowOf(entry.id);
        if (row >= first && row <= last) {
            page->entries[static_cast<std::size_t>(row - first)] = entry;
        }
    }
    trimCache();
    if (last >= first) {
        Q_EMIT dataChanged(index(first, 0), index(last, ColumnCount - 1));
    }
}

void EventLogModel::trimCache()
{
    while (m_pages.size() > kCachedPages) {
        const auto oldest = std::min_element(m_pages.begin(), m_pages.end(),
                                             [](const Page &a, const Page &b) { return a.used < b.used; });
        m_pages.erase(oldest);
    }
}

QVariant EventLogModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) {
        return {};
    }
    if (role == EntryIdRole) {
        return static_cast<qlonglong>(m_ids[static_cast<std::size_t>(index.row())].value);
    }
    const Entry *entry = rowEntry(index.row());
    if (role == LoadingRole) {
        return entry == nullptr;
    }
    return entry == nullptr ? QVariant() : entryData(*entry, index.column(), role);
}

EventState EventLogModel::shownState(const Entry &entry) const
{
    const bool underWay = m_sending.contains(entry.id.value) && isUndelivered(entry.fields.state);
    return underWay ? EventState::Sending : entry.fields.state;
}

QVariant EventLogModel::entryData(const Entry &entry, int column, int role) const
{
    const EntryFields &fields = entry.fields;
    switch (role) {
    case ReceivedRole:
        return static_cast<qlonglong>(fields.received);
    case EventRole:
        return text(fields.event);
    case IdKindRole:
        return static_cast<int>(fields.idKind);
    case IdentityRole:
        return text(fields.identity);
    case StateRole:
        return static_cast<int>(shownState(entry));
    case NextAttemptRole:
        return static_cast<qlonglong>(fields.nextAttempt.value_or(-1));
    case DurationRole:
        return static_cast<qlonglong>(entry.lastDuration);
    case ErrorRole:
        return text(fields.error);
    case ConnectionRole:
        return text(fields.connection);
    case OriginRole:
        return static_cast<int>(fields.origin);
    case StatusRole:
        return entry.lastStatus;
    case AttemptsRole:
        return entry.attempts;
    case MayArriveTwiceRole:
        return entry.mayArriveTwice;
    case Qt::TextAlignmentRole:
        return column == DurationColumn ? QVariant(Qt::AlignRight | Qt::AlignVCenter) : QVariant();
    case Qt::DisplayRole:
    case Qt::AccessibleTextRole:
        break;
    default:
        return {};
    }
    switch (column) {
    case TimeColumn:
        return QDateTime::fromMSecsSinceEpoch(fields.received).toString(Qt::ISODateWithMs);
    case EventColumn:
        return text(fields.event);
    case IdentityColumn:
        return text(fields.identity);
    case StateColumn:
        return wordOf(shownState(entry));
    case DurationColumn:
        return entry.lastDuration < 0 ? QVariant() : QVariant(static_cast<qlonglong>(entry.lastDuration));
    default:
        return {};
    }
}

QVariant EventLogModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal) {
        return {};
    }
    if (role == Qt::TextAlignmentRole && section == DurationColumn) {
        return QVariant(Qt::AlignRight | Qt::AlignVCenter);
    }
    if (role != Qt::DisplayRole) {
        return {};
    }
    switch (section) {
    case TimeColumn:
        return tr("Time");
    case EventColumn:
        return tr("Event");
    case IdentityColumn:
        return tr("Identity");
    case StateColumn:
        return tr("State");
    case DurationColumn:
        return tr("ms", "milliseconds, head of a column");
    default:
        return {};
    }
}

} // namespace segue
