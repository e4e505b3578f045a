// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/journal/EventFilter.h"
#include "app/journal/Words.h"

#include <optional>
#include <string>

namespace segue {

//! The parts of the filter that the columns answer, as a condition on `entry`; the search is not among them. Nothing when
//! no entry at all can be meant, since a name was never stored. Numbers only, so nothing needs to be bound.
JournalResult<std::optional<std::string>> filterSql(const EventFilter &filter, Words &words);

} // namespace segue
