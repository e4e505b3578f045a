// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/journal/Entry.h"

#include <QByteArray>
#include <QString>

namespace segue::EntryNdjson {

//! One entry as one line of NDJSON, UTF-8, with its line feed: id, receivedAt (ISO 8601, UTC), connection (UUID, or
//! null), connectionName (or null when there is none by that id), origin, state, event, userId or anonymousId,
//! messageId, reason (the last error, why it waits, or how it was confirmed) where there is one, and payload.
//!
//! The payload stands there in its own bytes, so that the order of its members and 64-bit numbers stay exact; only line
//! breaks between its parts become blanks. A payload that is not JSON is given as `"payload":null` with its text in
//! `payloadText`, or in `payloadBase64` when it is no UTF-8 either: the line is valid JSON whatever came in.
//!
//! What the journal keeps beside the payload follows in the same way where there is something: `webhookEvent`, the
//! event as Pushwoosh's webhook sent it, or `sharedByBatch`, what the envelope of a captured batch said for all its
//! calls.
QByteArray line(const Entry &entry, const QByteArray &payload, const QByteArray &secondPart,
                const QString &connectionName);

} // namespace segue::EntryNdjson
