// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/checkup/CheckResult.h"
#include "app/connections/Connection.h"
#include "app/exports/Report.h"

namespace segue {

enum class ShownIds { Masked, Unmasked };

//! What a checkup says to others. Pure. No secret is in it.
namespace CheckupReport {

Report of(const CheckupRecord &record, const Connection &connection, ShownIds ids);
//! The evidence and what goes with it, as the report and the page show it below a title. Ids of people stand last.
QStringList linesOf(const CheckResult &result, ShownIds ids);
//! A message to Pushwoosh's support (support@pushwoosh.com, as the source page names it), ready but for the greeting;
//! ids are masked.
QString supportMessage(const CheckupRecord &record, const Connection &connection);

} // namespace CheckupReport

} // namespace segue
