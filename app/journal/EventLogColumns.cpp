// SPDX-License-Identifier: GPL-3.0-or-later
// The columns of EventLogModel: what they are called, and what stands in their cells.
#include "app/journal/EventLogModelPrivate.h"
#include "app/segment/IdentityMask.h"

#include <QDateTime>

#include <algorithm>
#include <cstdlib>

namespace segue {

namespace {

//! Payloads of this many rows around a looked-at one are read together.
constexpr int kValuesPage = 64;

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

QString originSentence(Origin origin)
{
    switch (origin) {
    case Origin::Composer:
        return EventLogModel::tr("A test event of Segue");
    case Origin::Webhook:
        return EventLogModel::tr("Came through Pushwoosh's webhook");
    case Origin::Capture:
        return EventLogModel::tr("Captured by the receiver");
    case Origin::Echo:
        return EventLogModel::tr("Came back from Segment");
    case Origin::Import:
        return EventLogModel::tr("Imported from a file");
    }
    return {};
}

//! The message id stands in the payload alone.
const JsonPath &messageIdPath()
{
    static const JsonPath path = JsonPath::of({"messageId"});
    return path;
}

//! "UTC+1", "UTC-3:30": the zone in which times are shown now.
QString zoneText()
{
    const int minutes = QDateTime::currentDateTime().offsetFromUtc() / 60;
    if (minutes == 0) {
        return QStringLiteral("UTC");
    }
    const int rest = std::abs(minutes) % 60;
    return QStringLiteral("UTC%1%2%3")
        .arg(minutes < 0 ? u'-' : u'+')
        .arg(std::abs(minutes) / 60)
        .arg(rest == 0 ? QString() : QStringLiteral(":%1").arg(rest, 2, 10, QLatin1Char('0')));
}

bool isNumber(EventLogModel::Column column)
{
    return column == EventLogModel::DurationColumn || column == EventLogModel::AttemptsColumn ||
           column == EventLogModel::StatusColumn;
}

bool readsPayload(const EventLogModel::ColumnSpec &column)
{
    return column.column == EventLogModel::PayloadColumn || column.column == EventLogModel::MessageIdColumn;
}

const JsonPath &pathOf(const EventLogModel::ColumnSpec &column)
{
    return column.column == EventLogModel::MessageIdColumn ? messageIdPath() : column.path;
}

} // namespace

QString EventLogModel::columnName(const ColumnSpec &column)
{
    switch (column.column) {
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
    case OriginColumn:
        return tr("Origin");
    case ConnectionColumn:
        return tr("Connection");
    case EnvironmentColumn:
        return tr("Environment");
    case MessageTypeColumn:
        return tr("Message type");
    case CampaignColumn:
        return tr("Campaign");
    case DeviceColumn:
        return tr("Device");
    case MessageIdColumn:
        return tr("Message ID");
    case AttemptsColumn:
        return tr("Attempts");
    case StatusColumn:
        return tr("Status", "the HTTP status of an answer, as a column's header");
    case ReasonColumn:
        return tr("Reason");
    case PayloadColumn:
        return QString::fromStdString(column.path.text());
    case ColumnCount:
        break;
    }
    return {};
}

QVariant EventLogModel::Private::cell(const ColumnSpec &column, EntryId id, const LogRow &row, EventState state) const
{
    switch (column.column) {
    case TimeColumn:
        return isoTime(row.received);
    case EventColumn:
        return row.event;
    case IdentityColumn:
        return row.identity;
    case StateColumn:
        return latin(stateWord(state));
    case DurationColumn:
        return row.duration < 0 ? QVariant() : QVariant(row.duration);
    case OriginColumn:
        return latin(originWord(row.origin));
    case ConnectionColumn:
        return row.connection.isEmpty() ? QString() : labels.value(row.connection, {row.connection, {}}).name;
    case EnvironmentColumn:
        return labels.value(row.connection).environment;
    case MessageTypeColumn:
        return row.messageType;
    case CampaignColumn:
        return row.campaign;
    case DeviceColumn:
        return row.device;
    case AttemptsColumn:
        return row.attempts;
    case StatusColumn:
        return row.status > 0 ? QVariant(row.status) : QVariant();
    case ReasonColumn:
        return row.error;
    case MessageIdColumn:
    case PayloadColumn: {
        const QList<QString> *read = values.find(id);
        const qsizetype place = values.paths().indexOf(pathOf(column));
        return read == nullptr || place < 0 ? QVariant() : QVariant(read->value(place));
    }
    case ColumnCount:
        break;
    }
    return {};
}

QString EventLogModel::Private::sentence(const ColumnSpec &column, EntryId id, const LogRow &row,
                                         EventState state) const
{
    const auto shown = [&](const QString &text) {
        return hideIdentities ? IdentityMask::inText(text, row.identity) : text;
    };
    switch (column.column) {
    case TimeColumn:
        return tr("Received %1").arg(isoTime(row.received));
    case EventColumn:
        return row.event.isEmpty() ? tr("No event name")
               : row.repeats > 0
                   ? tr("Event %1, came %n time(s)", nullptr, static_cast<int>(row.repeats) + 1).arg(shown(row.event))
                   : tr("Event %1").arg(shown(row.event));
    case IdentityColumn:
        if (row.idKind == IdKind::Nobody) {
            return tr("Nobody is named");
        }
        return (row.idKind == IdKind::UserId ? tr("User ID %1") : tr("Anonymous ID %1"))
            .arg(hideIdentities ? IdentityMask::masked(row.identity) : row.identity);
    case StateColumn:
        return stateSentence(state);
    case DurationColumn:
        return row.duration < 0 ? tr("No attempt yet") : tr("The last attempt took %1 ms").arg(row.duration);
    case OriginColumn:
        return originSentence(row.origin);
    default:
        break;
    }
    QString text = cell(column, id, row, state).toString();
    if (hideIdentities && readsPayload(column)) {
        text = IdentityMask::inValue(pathOf(column).names(), text, row.identity);
    } else {
        text = shown(text);
    }
    return tr("%1: %2", "a column's name and the value in it")
        .arg(columnName(column), text.isEmpty() ? tr("nothing", "no value in a cell") : text);
}

bool EventLogModel::Private::isBeingRead(const ColumnSpec &column, int row)
{
    if (!readsPayload(column) || values.find(q.idAt(row)) != nullptr) {
        return false;
    }
    const int first = row - row % kValuesPage;
    std::vector<EntryId> page;
    for (int each = first; each < std::min(first + kValuesPage, q.rowCount()); ++each) {
        page.push_back(q.idAt(each));
    }
    values.want(page);
    return true;
}

void EventLogModel::Private::columnsChanged()
{
    QList<JsonPath> paths;
    for (const ColumnSpec &column : std::as_const(columns)) {
        if (readsPayload(column) && !paths.contains(pathOf(column))) {
            paths.append(pathOf(column));
        }
    }
    values.setPaths(paths);
}

void EventLogModel::setColumns(const QList<ColumnSpec> &columns)
{
    if (columns == d->columns) {
        return;
    }
    beginResetModel();
    d->columns = columns;
    d->columnsChanged();
    endResetModel();
}

QVariant EventLogModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= d->columns.size()) {
        return {};
    }
    const ColumnSpec &column = d->columns.at(section);
    switch (role) {
    case Qt::DisplayRole:
        return column.column == TimeColumn ? tr("Time (%1)", "with the time zone").arg(zoneText()) : columnName(column);
    case Qt::ToolTipRole:
        return column.column == DurationColumn ? tr("How long the last attempt took, in milliseconds") : QVariant();
    case Qt::TextAlignmentRole:
        return isNumber(column.column) ? QVariant::fromValue(Qt::AlignTrailing | Qt::AlignVCenter) : QVariant();
    default:
        return {};
    }
}

const QList<EventLogModel::ColumnSpec> &EventLogModel::columns() const
{
    return d->columns;
}

void EventLogModel::appendColumn(const ColumnSpec &column)
{
    const int place = columnCount();
    beginInsertColumns({}, place, place);
    d->columns.append(column);
    d->columnsChanged();
    endInsertColumns();
}

void EventLogModel::removeColumnAt(int column)
{
    if (column < 0 || column >= columnCount()) {
        return;
    }
    beginRemoveColumns({}, column, column);
    d->columns.removeAt(column);
    d->columnsChanged();
    endRemoveColumns();
}

void EventLogModel::askValue(EntryId id, const JsonPath &path, QObject *context,
                             std::function<void(const QString &)> callback)
{
    d->log.payloadValues({id}, {path}, context,
                         [callback = std::move(callback)](const Result<std::vector<EntryValues>> &found) {
                             const bool there = found && !found.value().empty() && found.value().front().values.front();
                             callback(there ? QString::fromUtf8(*found.value().front().values.front()) : QString());
                         });
}

void EventLogModel::setConnectionLabels(const QHash<QString, ConnectionLabel> &labels)
{
    if (labels == d->labels) {
        return;
    }
    d->labels = labels;
    if (rowCount() > 0 && columnCount() > 0) {
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
    }
}

} // namespace segue
