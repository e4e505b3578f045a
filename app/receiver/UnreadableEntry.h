// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/journal/Entry.h"

namespace segue {

//! More bytes than this are not kept of what cannot be read.
inline constexpr std::size_t kMostUnreadableBytes = std::size_t{1} * 1024 * 1024;

//! An entry for bytes that cannot be read: `unreadable: ` and the reason, with the bytes, or the first
//! kMostUnreadableBytes of them, which is then said. Safe on every thread.
NewEntry unreadableEntry(const std::string &connection, Origin origin, std::int64_t received, std::string reason,
                         std::string bytes);

//! The refusal of it: 400 with the reason.
std::string refusalText(const std::string &reason);

} // namespace segue
