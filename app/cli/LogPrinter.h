// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/LogRequest.h"
#include "app/cli/TextTable.h"
#include "app/exports/EntryWriter.h"

#include <vector>

namespace segue::cli {

//! Writes entries in the format that was asked for.
class LogPrinter
{
public:
    LogPrinter(LogFormat format, EntryWriter::Options look, const Redactor &redactor, Output &out);

    //! What of each entry is needed.
    BulkReader::Parts parts() const;
    //! Writes the header on the first call.
    void print(std::vector<StoredEntry> entries);

private:
    void printTable(std::vector<StoredEntry> entries);
    QStringList cells(const Entry &entry) const;

    LogFormat m_format;
    EntryWriter m_writer;
    Output &m_out;
    TextTable m_table;
    bool m_headerWritten = false;
};

} // namespace segue::cli
