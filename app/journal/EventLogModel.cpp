// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/journal/EventLogModel.h"

#include "app/journal/EventLogModelPrivate.h"

#include <utility>

namespace segue {

void EventLogModel::Private::stopSearch()
{
    if (!searching || m_searchOver) {
        return;
    }
    if (!m_batchCame) {
        m_stopWanted = true; // the first batch says which entries are new from then on
        return;
    }
    log.cancelSearch(m_search);
    m_searchOver = true;
    m_stopped = true;
    if (!loading) {
        m_showTimer.start(0);
    } else if (!m_showing) {
        showFirst();
    }
}

EventLogModel::EventLogModel(EventLog &log, QObject *parent)
    : QAbstractTableModel(parent)
    , d(std::make_unique<Private>(*this, log))
{
    connect(&log, &EventLog::changed, this,
            [this](const JournalChange &change, bool resync) { d->noteChange(change, resync); });
}

EventLogModel::~EventLogModel() = default;

void EventLogModel::setFilter(const EventFilter &filter)
{
    d->filter = filter;
    d->load();
}

const EventFilter &EventLogModel::filter() const
{
    return d->filter;
}

void EventLogModel::setPaused(bool paused)
{
    d->setPaused(paused);
}

void EventLogModel::setHideIdentities(bool hide)
{
    d->hideIdentities = hide;
}

void EventLogModel::setSending(const QList<EntryId> &ids, bool sending)
{
    for (const EntryId id : ids) {
        if (sending) {
            d->sending.insert(id.value);
        } else {
            d->sending.remove(id.value);
        }
    }
    d->announceRows({ids.begin(), ids.end()});
}

int EventLogModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(d->ids.size());
}

int EventLogModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(d->columns.size());
}

QVariant EventLogModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid)) {
        return {};
    }
    const EntryId id = idAt(index.row());
    const ColumnSpec &column = d->columns.at(index.column());
    if (role == EntryIdRole) {
        return qint64(id.value);
    }
    if (role == ColumnRole) {
        return column.column;
    }
    const LogRow *row = d->rows.find(id);
    if (row == nullptr) {
        d->want(index.row());
        if (role == Qt::AccessibleTextRole) {
            return tr("Being read");
        }
        return role == LoadingRole ? QVariant(true) : QVariant();
    }
    const EventState state = d->shownState(id, *row);
    switch (role) {
    case Qt::DisplayRole:
        return d->cell(column, id, *row, state);
    case Qt::AccessibleTextRole:
        return d->sentence(column, id, *row, state);
    case LoadingRole:
        return d->isBeingRead(column, index.row());
    case ReceivedRole:
        return row->received;
    case EventRole:
        return row->event;
    case IdKindRole:
        return static_cast<int>(row->idKind);
    case IdentityRole:
        return row->identity;
    case StateRole:
        return static_cast<int>(state);
    case NextAttemptRole:
        return row->nextAttempt;
    case DurationRole:
        return row->duration;
    case ErrorRole:
        return row->error;
    case ConnectionRole:
        return row->connection;
    case OriginRole:
        return static_cast<int>(row->origin);
    case StatusRole:
        return row->status;
    case AttemptsRole:
        return row->attempts;
    case MayArriveTwiceRole:
        return row->mayArriveTwice;
    case RepeatsRole:
        return row->repeats;
    case CampaignRole:
        return row->campaign;
    default:
        return {};
    }
}

int EventLogModel::rowOf(EntryId id) const
{
    return d->rowOf(id);
}

EntryId EventLogModel::idAt(int row) const
{
    return row < 0 || row >= rowCount() ? EntryId() : d->ids.at(static_cast<std::size_t>(row));
}

bool EventLogModel::isLoading() const
{
    return d->loading;
}

bool EventLogModel::isSearching() const
{
    return d->searching;
}

void EventLogModel::stopSearching()
{
    d->stopSearch();
}

double EventLogModel::searchedShare() const
{
    return d->searched;
}

} // namespace segue
