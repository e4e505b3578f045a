// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <cstdint>
#include <optional>

namespace segue {

//! A time as Pushwoosh may write it: ISO 8601, `YYYY-MM-DD HH:MM:SS` (UTC, Pushwoosh reference 8), or seconds or
//! milliseconds since 1970. ms since 1970 UTC; nothing for anything else, and outside the years 2000 to 2100. Pure.
std::optional<std::int64_t> readEventTime(const QString &text);

} // namespace segue
