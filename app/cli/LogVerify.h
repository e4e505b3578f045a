// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/Command.h"
#include "app/cli/Options.h"

namespace segue::cli {

//! `segue log --verify`: looks through the whole journal and says what it saw; changes nothing. Gives the exit status:
//! kDone when all is well, kFailed when something is wrong.
int verifyLog(const Options &options, const Invocation &call);

} // namespace segue::cli
