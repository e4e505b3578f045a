// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/journal/EventLog.h"

#include <QByteArray>
#include <QString>

namespace segue::EventTexts {

//! Each attempt with its request, answer and times.
QString attempts(const EventDetails &details);
//! The row that the event becomes in the warehouse: schema, table, column and value. A preview: Segment's exact rule for
//! the schema is unverified, and said so.
QString warehouseRow(const EventDetails &details, const QString &sourceName, bool hideIdentities);
//! The payload with its identity masked, for showing only.
QByteArray withoutIdentity(const EventDetails &details);

} // namespace segue::EventTexts
