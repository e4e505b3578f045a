// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <cstdint>
#include <optional>

namespace segue::TimeText {

//! A point in time as a person types it: `30s`, `10m`, `2h`, `7d`, `3w` (so long before `nowMs`), `now`, or ISO 8601: a
//! date (the start of that day), or a date and time; local time unless `Z` or an offset says otherwise. ms since 1970
//! UTC; nothing when the text is none of these. Pure but for the local time zone.
std::optional<std::int64_t> point(const QString &text, std::int64_t nowMs);

//! A length of time: a whole number of seconds, or a number with s, m, h, d or w. ms; at most ten years.
std::optional<std::int64_t> duration(const QString &text);

} // namespace segue::TimeText
