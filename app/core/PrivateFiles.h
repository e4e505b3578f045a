// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/core/Error.h"

#include <QByteArray>
#include <QString>

namespace segue {

//! Makes the folder, and those above it, readable by its owner alone (0700); mends the mode of one that exists.
Status makePrivateFolder(const QString &path);

//! Writes the whole file or leaves the old one untouched; readable by its owner alone (0600), flushed to the disk.
Status writePrivately(const QString &path, const QByteArray &content);

//! From now on every file that the process makes is its owner's alone, and a crash leaves no memory image
//! (in builds without debug information only, so that developers keep theirs).
void keepFilesAndMemoryPrivate();

} // namespace segue
