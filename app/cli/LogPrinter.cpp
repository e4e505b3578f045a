// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/LogPrinter.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QTimeZone>

namespace segue::cli {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(segue::cli::LogPrinter)
};

const QString kUnknownKey = QStringLiteral("unknown-key: "); // as the receiver writes it
constexpr int kWidestIdentity = 44;
constexpr int kWidestConnection = 24;

TextTable tableOfLog()
{
    const QString zone = QDateTime::currentDateTime().toString(QStringLiteral("t"));
    return TextTable({{Text::tr("TIME (%1)", "%1: time zone").arg(zone), 0},
                      {Text::tr("EVENT")},
                      {Text::tr("WHO", "the person or device of an event"), kWidestIdentity},
                      {Text::tr("STATE")},
                      {Text::tr("MS", "milliseconds"), 0, true},
                      {Text::tr("CONNECTION"), kWidestConnection},
                      {Text::tr("MESSAGE ID"), 0}});
}

QString identityText(const EntryFields &fields)
{
    const QString id = QString::fromStdString(fields.identity);
    switch (fields.idKind) {
    case IdKind::UserId:
        return QStringLiteral("user:") + id;
    case IdKind::AnonymousId:
        return QStringLiteral("hwid:") + id;
    case IdKind::Nobody:
        break;
    }
    return QStringLiteral("-");
}

//! Of a connection that has no name here: its id, or by which key the call came.
QString senderOf(const EntryFields &fields)
{
    const QString error = QString::fromStdString(fields.error);
    if (fields.connection.empty() && error.startsWith(kUnknownKey)) {
        return Text::tr("unknown key %1", "its fingerprint").arg(error.mid(kUnknownKey.size()));
    }
    return QString::fromStdString(fields.connection).left(8);
}

//! As wide as rows usually are, for columns that are to be straight before the first row has come.
QStringList usualRow()
{
    return {QStringLiteral("2000-01-01 00:00:00.000"), QStringLiteral("Push Delivered"),
            QStringLiteral("hwid:00000000-0000-0000-0000-000000000000"), QStringLiteral("unreadable"),
            QStringLiteral("0000"), Text::tr("unknown key %1", "its fingerprint").arg(QStringLiteral("00000000"))};
}

} // namespace

LogPrinter::LogPrinter(LogFormat format, EntryWriter::Options look, const Redactor &redactor, Output &out)
    : m_format(format)
    , m_writer(std::move(look), redactor)
    , m_out(out)
    , m_table(tableOfLog())
{
}

QStringList LogPrinter::cells(const Entry &entry) const
{
    const EntryFields &fields = entry.fields;
    const QString time =
        QDateTime::fromMSecsSinceEpoch(fields.received).toString(QStringLiteral("yyyy-MM-dd HH:mm:ss.zzz"));
    const QString name = m_writer.nameOf(entry);
    const QString event = QString::fromStdString(fields.event);
    return {time,
            entry.repeats > 0 ? QString(event + QStringLiteral(" ×") + QString::number(entry.repeats + 1)) : event,
            identityText(fields),
            QString::fromUtf8(stateWord(fields.state)),
            entry.lastDuration < 0 ? QString() : QString::number(entry.lastDuration),
            name.isEmpty() ? senderOf(fields) : name,
            QString::fromStdString(fields.messageId)};
}

BulkReader::Parts LogPrinter::parts() const
{
    return m_format == LogFormat::Table ? BulkReader::Parts::Payloads : m_writer.parts();
}

void LogPrinter::print(std::vector<StoredEntry> entries)
{
    if (m_format == LogFormat::Table) {
        printTable(std::move(entries));
    } else {
        QByteArray lines = m_headerWritten ? QByteArray() : m_writer.begin();
        for (StoredEntry &each : entries) {
            lines += m_writer.entry(std::move(each));
        }
        m_out.bytes(lines);
    }
    m_headerWritten = true;
}

void LogPrinter::printTable(std::vector<StoredEntry> entries)
{
    QList<QStringList> rows;
    for (StoredEntry &each : entries) {
        rows.append(cells(m_writer.prepared(std::move(each)).entry));
    }
    if (!m_headerWritten) {
        m_table.fit(rows.isEmpty() ? QList<QStringList>{usualRow()} : rows);
        m_out.result(m_table.header());
    }
    for (const QStringList &row : std::as_const(rows)) {
        m_out.result(m_table.line(row));
    }
}

} // namespace segue::cli
