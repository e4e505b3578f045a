// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/Options.h"
#include "app/connections/Connection.h"

namespace segue::cli {

//! The options that describe a connection, shared by `connections add` and `connections edit`.
namespace ConnectionEdit {

void addOptions(Options &options);

//! Writes what the options say over the connection; remarks are said. Nothing: done; else the status for a value that
//! cannot be used, which has been said.
std::optional<int> apply(const Options &options, Connection &connection, Output &out);

} // namespace ConnectionEdit

} // namespace segue::cli
