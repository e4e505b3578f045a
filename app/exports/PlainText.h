// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace segue::PlainText {

//! Makes a text from outside harmless to show on one line, in a terminal or in the window: control characters become their
//! pictures (U+2400 …) or `\uXXXX`, so that no escape sequence reaches a terminal; line separators, bidirectional controls
//! and invisible characters become `\uXXXX`, so that what is read is what stands there; lone surrogates become U+FFFD.
//! Letters of every script stay as they are. Pure; safe on every thread.
QString shown(const QString &text);

//! The same, cut to at most `longest` characters; what was cut ends with "…". Never cuts a surrogate pair apart.
QString shown(const QString &text, qsizetype longest);

} // namespace segue::PlainText
