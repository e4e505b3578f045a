// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/Options.h"
#include "app/connections/ConnectionStore.h"
#include "app/journal/EventFilter.h"

#include <optional>

namespace segue::cli {

enum class LogFormat { Table, Ndjson, Csv, Har };

//! What `segue log` was asked for.
struct LogRequest
{
    QString connection; //!< as given; empty: all
    EventFilter filter; //!< without the connection
    std::size_t limit = 1000;
    bool follow = false;
    LogFormat format = LogFormat::Table;
    QString output; //!< the file to write; empty: standard output
    bool hideIdentities = false;

    static void addOptions(Options &options);
    //! Nothing when the line cannot be used, which has been said; the status is kUsage then.
    static std::optional<LogRequest> read(const Options &options, std::int64_t now, Output &out);

    //! Puts the connection that was given into the filter. Events of a removed one are found by its id.
    Status resolve(const ConnectionStore &connections);
};

} // namespace segue::cli
