// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/Options.h"
#include "app/connections/Connection.h"
#include "app/segment/TrackCall.h"

#include <QByteArray>
#include <QList>

#include <cstdint>
#include <optional>

namespace segue::cli {

//! What `segue send` was asked for, read from its line alone.
struct SendRequest
{
    QString connection;
    QStringList events;               //!< empty: all selected ones, or a file
    QString payloadFile;              //!< empty: samples
    std::optional<Identity> identity; //!< absent: the samples' own
    std::optional<QString> messageType;
    std::optional<QString> campaignCode;
    std::optional<QString> deviceType;
    std::int64_t timestamp = 0; //!< ms since 1970 UTC; 0: when it is due
    int count = 1;
    double perSecond = 0;
    std::int64_t timeoutMs = 30'000;
    std::optional<bool> keepOut; //!< absent: in PROD
    bool yesProd = false;
    bool keyFromStdin = false;

    static void addOptions(Options &options);
    //! Nothing when the line cannot be used, which has been said; `status` says how to end then.
    static std::optional<SendRequest> read(const Options &options, std::int64_t now, Output &out, int &status);

    //! The samples for this connection; remarks on names are said.
    QList<TrackCall> calls(const Connection &target, Output &out) const;
    bool keepsOut(const Connection &target) const;
};

} // namespace segue::cli
