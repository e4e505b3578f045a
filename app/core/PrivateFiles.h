// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/core/Error.h"

#include <QByteArray>
#include <QSaveFile>
#include <QString>

namespace segue {

//! Makes the folder, and those above it, readable by its owner alone (0700); mends the mode of one that exists.
Status makePrivateFolder(const QString &path);

//! Writes the whole file or leaves the old one untouched; readable by its owner alone (0600), flushed to the disk.
Status writePrivately(const QString &path, const QByteArray &content);

//! A file that comes into being in pieces, as a whole or not at all: written beside its place, readable and writable by
//! its owner only. Without a successful commit() nothing is left of it, and an earlier file of that name is as it was.
//! For one thread at a time.
class PrivateFile
{
public:
    explicit PrivateFile(const QString &path);

    Status open();
    Status write(const QByteArray &piece);
    //! On disk (fsync), then in its place.
    Status commit();

private:
    Error fault() const;

    QSaveFile m_file;
};

//! From now on every file that the process makes is its owner's alone, and a crash leaves no memory image
//! (in builds without debug information only, so that developers keep theirs).
void keepFilesAndMemoryPrivate();

} // namespace segue
