// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/journal/Entry.h"

#include <QByteArray>
#include <QString>

namespace segue::EntryCsv {

//! The names of the columns, as one line of CSV (RFC 4180), UTF-8, ended by CR LF.
QByteArray header();

//! One entry as one record: what EntryNdjson gives, with userId and anonymousId in columns of their own, and message
//! type, campaign, device, attempts and the last HTTP status. Times are ISO 8601 in UTC.
//!
//! A cell that a spreadsheet would take for a formula (it starts with `=`, `+`, `-`, `@`, their full-width forms, a tab
//! or a line break, blanks before them ignored) gets an apostrophe in front: these texts come from outside (OWASP, CSV
//! Injection).
QByteArray row(const Entry &entry, const QByteArray &payload, const QString &connectionName);

//! The text as a spreadsheet may have it: an apostrophe in front of what it would take for a formula.
QString defused(const QString &text);

//! One cell, defused and quoted where it must be. Without a separator.
QByteArray cell(const QString &text);

} // namespace segue::EntryCsv
