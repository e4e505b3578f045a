// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/Command.h"
#include "app/cli/Session.h"

#include <optional>

namespace segue::cli {

//! Reads a write key from standard input, makes it known to the redactor, and says what looks odd about it. Nothing
//! when none came, which has been said; the status is then in `status`.
std::optional<Secret> readWriteKey(Session &session, const Endpoint &endpoint, const Options &options,
                                   const Invocation &call, int &status);

//! Stores the key. Nothing: done; else the status, and why has been said. `kept` is a sentence on what was not changed.
std::optional<int> storeWriteKey(Session &session, const ConnectionId &id, const Secret &key, SecretPlace place,
                                 const QString &kept, const Invocation &call);

} // namespace segue::cli
