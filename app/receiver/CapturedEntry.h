// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/journal/Entry.h"

namespace segue {

//! An entry for a call that came in from outside, read and checked by Segment's rules: the connection, origin and state
//! are the caller's to say. `typeOfRoute`: what a call is that does not say its type. Safe on every thread.
NewEntry entryOfCall(std::string payload, std::int64_t received, std::string_view typeOfRoute = {});

} // namespace segue
