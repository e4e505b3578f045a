// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/connections/ConnectionStore.h"
#include "app/exports/EntryWriter.h"
#include "app/journal/EventLog.h"
#include "app/journal/EventLogModel.h"

#include <QObject>

#include <optional>
#include <vector>

namespace segue {

//! Puts rows of the log on the clipboard. Their payloads are read off the main thread and turned into text some at a
//! time, so that the window never waits; a copy that is asked for later takes the place of one under way.
class RowCopier : public QObject
{
    Q_OBJECT
public:
    enum class Format {
        Table, //!< tab-separated with a line of names: for spreadsheets
        Ndjson,
        Csv,
        MessageIds
    };
    //! More rows are for an export into a file.
    static constexpr int kMostRows = 5'000;
    //! More text than this does no clipboard good.
    static constexpr qsizetype kMostBytes = qsizetype{32} * 1024 * 1024;

    RowCopier(EventLog &log, const ConnectionStore &connections, const Redactor &redactor, QObject *parent = nullptr);

    //! `columns` are those of the table's text, `hideIdentities` masks them as exports do.
    void copy(std::vector<EntryId> ids, Format format, const QList<EventLogModel::ColumnSpec> &columns,
              bool hideIdentities);
    bool isCopying() const { return m_next < m_ids.size(); }

Q_SIGNALS:
    void copied(int rows);
    //! In words for people.
    void failed(const QString &text);

private:
    void askForMore();
    void take(const std::vector<EntryContent> &contents);
    QByteArray textOf(const EntryContent &content);
    void finish();
    void giveUp(const QString &text);

    EventLog &m_log;
    const ConnectionStore &m_connections;
    const Redactor &m_redactor;
    std::optional<EntryWriter> m_writer; //!< of the copy under way
    std::vector<EntryId> m_ids;
    std::size_t m_next = 0;
    Format m_format = Format::Table;
    QList<EventLogModel::ColumnSpec> m_columns;
    QByteArray m_text;
    int m_rows = 0;
    quint64 m_job = 0;
};

} // namespace segue
