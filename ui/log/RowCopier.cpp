// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/log/RowCopier.h"

#include "ui/log/TableText.h"

#include <QClipboard>
#include <QGuiApplication>

namespace segue {

namespace {
//! So many are turned into text in one turn of the event loop.
constexpr std::size_t kAtATime = 200;
} // namespace

RowCopier::RowCopier(EventLog &log, const ConnectionStore &connections, const Redactor &redactor, QObject *parent)
    : QObject(parent)
    , m_log(log)
    , m_connections(connections)
    , m_redactor(redactor)
{
}

void RowCopier::copy(std::vector<EntryId> ids, Format format, const QList<EventLogModel::ColumnSpec> &columns,
                     bool hideIdentities)
{
    ++m_job;
    m_ids = std::move(ids);
    m_next = 0;
    m_format = format;
    m_columns = columns;
    m_writer.emplace(EntryWriter::Options{format == Format::Csv ? ExportFormat::Csv : ExportFormat::Ndjson,
                                          hideIdentities, EntryWriter::namesOf(m_connections)},
                     m_redactor);
    m_rows = 0;
    m_text.clear();
    if (m_ids.empty()) {
        return;
    }
    if (m_ids.size() > static_cast<std::size_t>(kMostRows)) {
        giveUp(tr("More than %n rows are too many for the clipboard, so nothing was copied. Export them into a file "
                  "instead.",
                  nullptr, kMostRows));
        return;
    }
    if (format == Format::Table) {
        m_text = TableText::header(columns);
    } else if (format != Format::MessageIds) {
        m_text = m_writer->begin();
    }
    askForMore();
}

void RowCopier::askForMore()
{
    const std::size_t end = std::min(m_next + kAtATime, m_ids.size());
    std::vector<EntryId> asked(m_ids.begin() + static_cast<std::ptrdiff_t>(m_next),
                               m_ids.begin() + static_cast<std::ptrdiff_t>(end));
    const auto taken = [this, end, job = m_job](const Result<std::vector<EntryContent>> &contents) {
        if (job != m_job) {
            return;
        }
        if (!contents) {
            giveUp(contents.error().userText);
            return;
        }
        m_next = end;
        take(contents.value());
    };
    m_log.contents(std::move(asked), this, taken,
                   m_format == Format::Ndjson ? ContentParts::PayloadsAndSecondParts : ContentParts::Payloads);
}

void RowCopier::take(const std::vector<EntryContent> &contents)
{
    for (const EntryContent &content : contents) {
        m_text += textOf(content);
        ++m_rows;
    }
    if (m_text.size() > kMostBytes) {
        giveUp(tr("These rows hold more text than a clipboard should, so nothing was copied. Export them into a file "
                  "instead."));
    } else if (m_next < m_ids.size()) {
        askForMore();
    } else {
        finish();
    }
}

QByteArray RowCopier::textOf(const EntryContent &content)
{
    StoredEntry stored{content.entry, content.payload, {}, content.secondPart};
    if (m_format == Format::Ndjson || m_format == Format::Csv) {
        return m_writer->entry(std::move(stored));
    }
    stored = m_writer->prepared(std::move(stored));
    if (m_format == Format::MessageIds) {
        return stored.entry.fields.messageId.empty() ? QByteArray()
                                                     : QByteArray::fromStdString(stored.entry.fields.messageId) + '\n';
    }
    const ConnectionId id = ConnectionId::fromText(QString::fromStdString(content.entry.fields.connection));
    const QByteArray payload = QByteArray::fromStdString(stored.payload.value_or(std::string()));
    return TableText::row(m_columns, {stored.entry, payload, m_connections.find(id)});
}

void RowCopier::finish()
{
    QGuiApplication::clipboard()->setText(QString::fromUtf8(m_text));
    m_text.clear();
    m_ids.clear();
    m_next = 0;
    Q_EMIT copied(m_rows);
}

void RowCopier::giveUp(const QString &text)
{
    ++m_job;
    m_text.clear();
    m_ids.clear();
    m_next = 0;
    Q_EMIT failed(text);
}

} // namespace segue
