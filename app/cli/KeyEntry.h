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

//! Reads the key and keeps it for this run alone; the sandbox, whose key is fixed, is refused. Nothing: done; else the
//! status, and why has been said.
std::optional<int> takeKeyForThisRun(Session &session, const Connection &connection, const Options &options,
                                     const QString &kept, const Invocation &call);

//! Puts the key in the place of a saved connection's, whose old one is kept beside it until the new one is proven, and
//! says so. Nothing: done; else the status, and why has been said.
std::optional<int> replaceWriteKey(Session &session, const Connection &connection, const Secret &key,
                                   const QString &kept, const Invocation &call);

//! Removes the old key that is kept beside the one in use, or uses it again. The status; it has been said.
enum class PreviousKey { Drop, Use };
int settlePreviousKey(Session &session, const Connection &connection, PreviousKey what, const Invocation &call);

//! Events of the connection that have yet to go out.
std::int64_t undelivered(Session &session, const ConnectionId &id, const Stop &stop);

} // namespace segue::cli
