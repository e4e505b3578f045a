// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/LogRequest.h"
#include "app/cli/TextTable.h"
#include "app/journal/EventLog.h"

#include <QList>

namespace segue::cli {

//! Writes entries in the format that was asked for.
class LogPrinter
{
public:
    LogPrinter(LogFormat format, const ConnectionStore &connections, Output &out);

    //! Writes the header on the first call.
    void print(const QList<EventDetails> &entries);

private:
    QString nameOf(const Entry &entry) const;
    QStringList cells(const Entry &entry) const;
    void printHeader(const QList<QStringList> &rows);

    LogFormat m_format;
    const ConnectionStore &m_connections;
    Output &m_out;
    TextTable m_table;
    bool m_headerWritten = false;
};

} // namespace segue::cli
