// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace segue {

//! A text from outside as a part of a file's name: letters and digits of every script, `-`, `_` and `.` stay, the rest
//! becomes one `_` each run. Never empty, hidden, too long, or a name that some file system keeps for itself. Pure.
QString fileNamePart(const QString &text);

} // namespace segue
