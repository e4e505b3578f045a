// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/checkup/CheckResult.h"
#include "app/connections/Connection.h"

//! Whether a checkup still is about the connection as it stands. Pure.
namespace segue::CheckupChange {

//! Has the record say which endpoint and which application it is about.
void note(CheckupRecord &record, const Connection &connection);
//! What was changed since the checkup and so may make its results wrong, a sentence each, translated; none when nothing
//! was.
QStringList since(const CheckupRecord &record, const Connection &now);

} // namespace segue::CheckupChange
