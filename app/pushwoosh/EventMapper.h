// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/pushwoosh/MessageEvent.h"
#include "app/segment/TrackCall.h"

#include <array>

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

//! Hex SHA-256 of the connection's key and the event without the blanks between its tokens, then the day (UTC) of its
//! arrival: the same event delivered again, alone or in a batch, gets the same id that day, and what comes more than 24
//! hours later always another one. (What identifies an event is not documented, so all of it does: Pushwoosh reference
//! 4.1.)
QString messageId(const QByteArray &event, const QString &connection, std::int64_t received);

//! The ids of the same event on the day before and the day after: what came less than 24 hours ago has its messageId
//! or the former, or the latter when the clock was put back meanwhile.
std::array<QString, 2> idsOfDaysBeside(const QString &messageId);

} // namespace segue::EventMapper
