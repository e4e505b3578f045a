// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/checkup/CheckResult.h"
#include "app/core/Error.h"

#include <QByteArray>
#include <QJsonObject>

namespace segue {

//! Checkups as they are kept in a file. Pure. Ids of people are left out.
namespace CheckupFile {

//! NewerVersion, or Damaged when the file as a whole cannot be understood; a checkup in it that cannot is left out.
Result<QList<CheckupRecord>> read(const QByteArray &bytes, const ConnectionId &connection);
QByteArray bytes(const QList<CheckupRecord> &records);

//! One result for machines: id, verdict, title, evidence, remedy, needs, at (ISO 8601, UTC).
QJsonObject resultJson(const CheckResult &result);

} // namespace CheckupFile

} // namespace segue
