// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace segue {

class AppContext;
struct Connection;

//! Which feeds of events are on for a connection now: what Segue sends, what Pushwoosh's webhook and Segment's echo can
//! bring, what clients of Segment send here under its key. A feed that is only prepared, while the receiver is off, is
//! not named.
QString feedWords(AppContext &context, const Connection &connection);
//! Of all connections together.
QString feedWords(AppContext &context);

} // namespace segue
