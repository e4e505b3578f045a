// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/LogRequest.h"
#include "app/cli/Stop.h"

namespace segue {

class AppContext;

namespace cli {

//! Writes the events that were asked for in a format that is no table, to standard output or into a file, and says how
//! far it is on a terminal. A stop leaves no file behind and is an error (Cancelled); a reader of standard output that
//! went away is none.
Status exportLog(const LogRequest &request, AppContext &context, Output &out, const Stop &stop);

} // namespace cli
} // namespace segue
