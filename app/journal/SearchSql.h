// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/journal/EventFilter.h"
#include "app/journal/Words.h"

#include <string>

namespace segue {

//! What the columns say about the terms of one alternative of a search, as a condition on `entry`; it agrees with
//! agreesInFields(). Terms that look into the payload do not restrict. "1" when none is left. Nothing is to be bound.
JournalResult<std::string> searchSql(const SearchTerms &terms, Words &words);

//! keyHash() of the values, as they stand in `IN (…)`.
std::string keyHashList(const std::vector<std::string> &values);

} // namespace segue
