// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/checkup/CheckupReport.h"

#include <QByteArray>
#include <QJsonObject>
#include <QList>
#include <QStringList>

namespace segue::cli {

//! A connection and what its checkup has found.
struct CheckedConnection
{
    Connection connection;
    CheckupRecord record;
};

//! How checkups are written for people and machines. Pure.
namespace CheckPrinter {

QStringList text(const CheckedConnection &checked, ShownIds ids);
//! `checkups`, one for each connection, and `failed`.
QJsonObject json(const QList<CheckedConnection> &all, ShownIds ids);
//! JUnit XML, UTF-8: a suite for each connection, a test for each check. Fail is a failure, warn passes and says why in
//! its output, not checked is skipped.
QByteArray junit(const QList<CheckedConnection> &all, ShownIds ids);

} // namespace CheckPrinter

} // namespace segue::cli
