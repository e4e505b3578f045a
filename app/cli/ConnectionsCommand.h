// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/Command.h"
#include "app/cli/Session.h"

namespace segue::cli {

//! The parts of `segue connections`; each gives the exit status.
int addConnection(const Invocation &call);
int editConnection(const Invocation &call);
int exportConnections(const Invocation &call);
int importConnections(const Invocation &call);
int showWebhookAddress(const Invocation &call);
int showEchoAddress(const Invocation &call);
int setEchoSecret(const Invocation &call);

//! The connection of that name or id. Nothing when there is none, which has been said; `status` says how to end then.
std::optional<Connection> findConnection(Session &session, const QString &nameOrId, Output &out, int &status);

//! What stands Waiting for the connection is due again: its key or its endpoint has changed.
void releaseWaiting(Session &session, const ConnectionId &id);

} // namespace segue::cli
