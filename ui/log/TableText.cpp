// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/log/TableText.h"

#include "app/exports/EntryCsv.h"
#include "app/segment/TrackCall.h"
#include "ui/widgets/EventWords.h"

namespace segue::TableText {

namespace {

using Model = EventLogModel;

QString text(const std::string &utf8)
{
    return QString::fromStdString(utf8);
}

QString valueAt(const JsonPath &path, const QByteArray &payload)
{
    const auto value = path.valueIn({payload.data(), static_cast<std::size_t>(payload.size())});
    return value ? text(plainJsonValue(*value)) : QString();
}

QString plainCell(const Model::ColumnSpec &column, const Row &row)
{
    const EntryFields &fields = row.entry.fields;
    switch (column.column) {
    case Model::TimeColumn:
        return Payload::isoTime(fields.received);
    case Model::EventColumn:
        return text(fields.event);
    case Model::IdentityColumn:
        return text(fields.identity);
    case Model::StateColumn:
        return EventWords::state(fields.state).word;
    case Model::DurationColumn:
        return row.entry.lastDuration < 0 ? QString() : QString::number(row.entry.lastDuration);
    case Model::OriginColumn:
        return EventWords::origin(fields.origin);
    case Model::ConnectionColumn:
        return row.connection ? row.connection->name : text(fields.connection);
    case Model::EnvironmentColumn:
        return row.connection ? environmentName(row.connection->environment) : QString();
    case Model::MessageTypeColumn:
        return text(fields.messageType);
    case Model::CampaignColumn:
        return text(fields.campaign);
    case Model::DeviceColumn:
        return text(fields.device);
    case Model::MessageIdColumn:
        return text(fields.messageId);
    case Model::AttemptsColumn:
        return QString::number(row.entry.attempts);
    case Model::StatusColumn:
        return row.entry.lastStatus > 0 ? QString::number(row.entry.lastStatus) : QString();
    case Model::ReasonColumn:
        return EventWords::storedSentence(text(fields.error));
    case Model::PayloadColumn:
        return valueAt(column.path, row.payload);
    case Model::ColumnCount:
        break;
    }
    return {};
}

QString onOneLine(QString value)
{
    for (QChar &c : value) {
        if (c == u'\t' || c == u'\n' || c == u'\r' || c == QChar::LineSeparator || c == QChar::ParagraphSeparator) {
            c = u' ';
        }
    }
    return value;
}

QByteArray line(const QStringList &cells)
{
    return cells.join(u'\t').toUtf8() + '\n';
}

} // namespace

QByteArray header(const QList<Model::ColumnSpec> &columns)
{
    QStringList cells;
    for (const Model::ColumnSpec &column : columns) {
        cells.append(EntryCsv::defused(onOneLine(Model::columnName(column))));
    }
    return line(cells);
}

QByteArray row(const QList<Model::ColumnSpec> &columns, const Row &row)
{
    QStringList cells;
    for (const Model::ColumnSpec &column : columns) {
        cells.append(EntryCsv::defused(onOneLine(plainCell(column, row))));
    }
    return line(cells);
}

} // namespace segue::TableText
