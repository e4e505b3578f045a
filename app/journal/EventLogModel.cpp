// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/journal/EventLogModel.h"

#include "app/catalog/Identity.h"
#include "app/journal/EventLogModelPrivate.h"

#include <QDateTime>

#include <utility>

namespace segue {

namespace {

QString isoTime(qint64 ms)
{
    return QDateTime::fromMSecsSinceEpoch(ms, Qt::UTC).toString(Qt::ISODateWithMs);
}

QString latin(std::string_view word)
{
    return QString::fromLatin1(word.data(), static_cast<qsizetype>(word.size()));
}

QString stateSentence(EventState state)
{
    switch (state) {
    case EventState::Queued:
        return EventLogModel::tr("Queued, not sent yet");
    case EventState::Sending:
        return EventLogModel::tr("Being sent");
    case EventState::Retrying:
        return EventLogModel::tr("Not delivered yet, will be tried again");
    case EventState::Waiting:
        return EventLogModel::tr("Waiting until its connection can send again");
    case EventState::Refused:
        return EventLogModel::tr("Refused by Segment");
    case EventState::Blocked:
        return EventLogModel::tr("Blocked by Segue's own check, not sent");
    case EventState::GaveUp:
        return EventLogModel::tr("Given up after many attempts");
    case EventState::Cancelled:
        return EventLogModel::tr("Cancelled");
    case EventState::Skipped:
        return EventLogModel::tr("Skipped, not among the selected events");
    case EventState::Unreadable:
        return EventLogModel::tr("Could not be read");
    case EventState::Accepted:
        return EventLogModel::tr("Accepted by Segment, not confirmed");
    case EventState::Confirmed:
        return EventLogModel::tr("Confirmed, seen at the other side");
    case EventState::Observed:
        return EventLogModel::tr("Observed, not sent by Segue");
    case EventState::Received:
        return EventLogModel::tr("Received and kept");
    }
    return {};
}

QVariant rawText(int column, const LogRow &row, EventState state)
{
    switch (column) {
    case EventLogModel::TimeColumn:
        return isoTime(row.received);
    case EventLogModel::EventColumn:
        return row.event;
    case EventLogModel::IdentityColumn:
        return row.identity;
    case EventLogModel::StateColumn:
        return latin(stateWord(state));
    case EventLogModel::DurationColumn:
        return row.duration < 0 ? QVariant() : QVariant(row.duration);
    default:
        return {};
    }
}

} // namespace

QString EventLogModel::Private::sentence(int column, const LogRow &row, EventState state) const
{
    switch (column) {
    case TimeColumn:
        return tr("Received %1").arg(isoTime(row.received));
    case EventColumn:
        return row.event.isEmpty() ? tr("No event name") : tr("Event %1").arg(row.event);
    case IdentityColumn:
        if (row.idKind == IdKind::Nobody) {
            return tr("Nobody is named");
        }
        return (row.idKind == IdKind::UserId ? tr("User ID %1") : tr("Anonymous ID %1"))
            .arg(hideIdentities ? maskedIdentity(row.identity) : row.identity);
    case StateColumn:
        return stateSentence(state);
    case DurationColumn:
        return row.duration < 0 ? tr("No attempt yet") : tr("The last attempt took %1 ms").arg(row.duration);
    default:
        return {};
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
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant EventLogModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid)) {
        return {};
    }
    const EntryId id = idAt(index.row());
    if (role == EntryIdRole) {
        return qint64(id.value);
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
        return rawText(index.column(), *row, state);
    case Qt::AccessibleTextRole:
        return d->sentence(index.column(), *row, state);
    case LoadingRole:
        return false;
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
    default:
        return {};
    }
}

QVariant EventLogModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole) {
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
        return tr("ms", "milliseconds, as the header of a narrow column");
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

double EventLogModel::searchedShare() const
{
    return d->searched;
}

} // namespace segue
