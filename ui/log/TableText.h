// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/connections/Connection.h"
#include "app/journal/EventLogModel.h"

#include <QByteArray>

#include <optional>

namespace segue::TableText {

//! What a row of text is made of, redacted and masked already where it must be.
struct Row
{
    const Entry &entry;
    const QByteArray &payload;
    std::optional<Connection> connection; //!< the one that the entry names, when it is still there
};

//! The names of the columns, parted by tabs, ended by a line feed; UTF-8.
QByteArray header(const QList<EventLogModel::ColumnSpec> &columns);
//! One row of those columns. Times are ISO 8601 in UTC; tabs and line breaks in a value become blanks; a value that a
//! spreadsheet would take for a formula gets an apostrophe in front (OWASP, CSV Injection).
QByteArray row(const QList<EventLogModel::ColumnSpec> &columns, const Row &row);

} // namespace segue::TableText
