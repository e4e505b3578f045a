// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/Options.h"
#include "app/connections/Connection.h"

#include <cstdint>

namespace segue::cli {

//! The options with which a person says that relayed events will not arrive twice, shared by `connections edit` and
//! `receive`, and those that change what becomes of a connection's webhook events.
namespace RelayOptions {

void addGrounds(Options &options);
//! Which of them was given; nothing, with the sentence said, when both were.
std::optional<RelayChoice::Grounds> grounds(const Options &options, Output &out);
//! Says why a confirmation is needed, and how it is given; the status for wrong usage.
int sayUnconfirmed(const Options &options, const Connection &connection, Output &out);

//! --relay, --repeats, --send-kept and the grounds.
void addChoice(Options &options);
//! Writes what they say over the connection. Nothing: done; else the status, which has been said.
std::optional<int> apply(const Options &options, Connection &connection, std::int64_t now, Output &out);

//! Whether what was kept is to be sent; asked after apply(), which sees to it that it may be.
bool sendsKept(const Options &options);

} // namespace RelayOptions

} // namespace segue::cli
