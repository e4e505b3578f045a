// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/core/Error.h"
#include "app/segment/Endpoint.h"

#include <QByteArray>
#include <QString>

namespace segue::CurlText {

//! A command for a POSIX shell that sends the payload to the endpoint's /track as Segue would. Everything in it is
//! quoted, so that nothing of a payload from outside is run or expanded; the one thing that the shell fills in is
//! `$SEGMENT_WRITE_KEY`, since a key never stands in a text of ours. Fails (InvalidInput) for a payload that no command
//! line can carry: one with a zero byte, or one that is no UTF-8.
Result<QString> command(const Endpoint &endpoint, const QByteArray &payload);

//! The text as one word of a POSIX shell (XCU 2.2.2): in single quotes, each single quote as `'\''`.
QString quoted(const QString &text);

} // namespace segue::CurlText
