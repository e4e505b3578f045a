// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/journal/BulkReader.h"

#include <QByteArray>
#include <QString>

namespace segue::AttemptHar {

//! What stands before the first and behind the last entry of an HTTP Archive (HAR 1.2), UTF-8.
QByteArray begin();
QByteArray end();

//! One entry of the archive for each attempt of the event, joined by `,` and a line feed; empty when there is none.
//!
//! The request is the stored head, redacted, with this event's own payload as its body: what else a batch held is not
//! told, and a comment says so. The address is put together from the head; its scheme is http for this machine, else
//! https, as Segue sends to no others. The answer is the stored head and the first 4 KB; a comment says what was cut
//! off. Only the whole time of an attempt is known: it stands as `wait`. What Segue knows besides stands in `_segue`.
QByteArray entries(const StoredEntry &stored, const QString &connectionName);

} // namespace segue::AttemptHar
