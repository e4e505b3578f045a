// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace segue {

enum class KeepLines { No, Yes };

//! Text from outside as it may be shown to a person, in the window or in a terminal: control characters become their
//! pictures (U+2400 …) or `\uXXXX`, so that no escape sequence reaches a terminal; line separators, bidirectional
//! controls and other invisible characters become `\uXXXX` in writing, so that a text cannot pose as another; half a
//! surrogate pair becomes U+FFFD. Letters of every script stay as they are, and so do the joiners that they and emoji
//! need. `KeepLines` leaves line feeds and tabs. Pure; safe on every thread.
QString plainText(const QString &text, KeepLines keepLines = KeepLines::No);

//! The same on one line, of at most the first `longest` characters; what was cut ends with "…". Never cuts a surrogate
//! pair apart.
QString plainTextCut(const QString &text, qsizetype longest);

} // namespace segue
