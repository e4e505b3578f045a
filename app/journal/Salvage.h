// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/journal/SqlDatabase.h"

#include <string>

namespace segue {

//! What became of the undelivered events of a damaged journal.
struct Salvaged
{
    SqlDatabase database; //!< the one given, with what was carried over
    std::int64_t carried = 0;
    std::int64_t lost = 0; //!< known to have been undelivered, but not readable
    bool complete = true;  //!< false when parts could not even be looked through
};

//! Carries what can be read of the undelivered entries of a file that was set aside into a new journal, under their own
//! ids, so that they leave with the messageId that they always had. The old file is not changed. Fails only when the
//! new journal cannot be written.
JournalResult<Salvaged> salvage(const std::string &damagedPath, SqlDatabase into);

} // namespace segue
