// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/pushwoosh/MessageEvent.h"
#include "app/segment/TrackCall.h"

namespace segue::EventMapper {

//! The track call that an event of Pushwoosh's webhook becomes (PRODUCT, Identity, mapping; Pushwoosh reference 4.1):
//!
//! - `userId` is the User ID; without one `anonymousId` is the HWID; without both the call is nobody's, and blocked
//! - `message_type` as given, else by the platform, else by the event of the catalogue
//! - `campaign_code` only where a code is given; the number of a campaign goes into the context
//! - `device_type` is the platform's name
//! - the time is the event's own, else that of its arrival, in ms since 1970 UTC
//! - the messageId is messageId() below
//!
//! Never fails. Pure.
TrackCall call(const MessageEvent &event, const QString &connection, std::int64_t received);

//! Hex SHA-256 of the connection's key and the event without the blanks between its tokens: the same event delivered
//! again, alone or in a batch, gets the same id, and Segment drops the second. (What identifies an event is not
//! documented, so all of it does: Pushwoosh reference 4.1.)
QString messageId(const QByteArray &event, const QString &connection);

} // namespace segue::EventMapper
