// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/Output.h"
#include "app/cli/Stop.h"

#include <QStringList>

namespace segue::cli {

//! What a command is given: the words behind its name, and what it works with.
struct Invocation
{
    QStringList common;    //!< options that stood in front of the command
    QStringList arguments; //!< what stood behind it
    Output &out;
    Stop &stop;
};

//! Each gives the exit status.
int runDemo(const Invocation &call);
int runConnections(const Invocation &call);
int runSend(const Invocation &call);
int runRetry(const Invocation &call);
int runLog(const Invocation &call);
int runReceive(const Invocation &call);
int runErase(const Invocation &call);
int runApps(const Invocation &call);
int runCheck(const Invocation &call);
int runProxy(const Invocation &call);

} // namespace segue::cli
