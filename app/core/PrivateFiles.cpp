// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/core/PrivateFiles.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>

#include <cerrno>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

namespace segue {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(segue::PrivateFiles)
};

constexpr QFile::Permissions kOwnerOnly{QFile::ReadOwner, QFile::WriteOwner};

Error diskError(const QString &path, const QString &reason)
{
    return {ErrorCode::Disk, path + QStringLiteral(": ") + reason,
            Text::tr("%1 could not be written (%2). Nothing was changed; check the disk and the folder's permissions.")
                .arg(QDir::toNativeSeparators(path), reason)};
}

Error fullError(const QString &path)
{
    return {ErrorCode::Disk, path + QStringLiteral(": disk full"),
            Text::tr("%1 was not written, because the disk is full. Nothing was left behind, and an earlier file of that "
                     "name is as it was. Free some space, or choose another place.")
                .arg(QDir::toNativeSeparators(path))};
}

} // namespace

Status makePrivateFolder(const QString &path)
{
    if (!QDir().mkpath(path)) {
        return diskError(path, Text::tr("the folder could not be made"));
    }
    if (!QFile::setPermissions(path, kOwnerOnly | QFile::ExeOwner)) {
        return diskError(path, Text::tr("the folder's permissions could not be set"));
    }
    return done;
}

Status writePrivately(const QString &path, const QByteArray &content)
{
    PrivateFile file(path);
    if (Status opened = file.open(); !opened) {
        return opened;
    }
    if (Status written = file.write(content); !written) {
        return written;
    }
    return file.commit();
}

PrivateFile::PrivateFile(const QString &path)
    : m_file(path)
{
}

Status PrivateFile::open()
{
    if (!m_file.open(QIODevice::WriteOnly) || !m_file.setPermissions(kOwnerOnly)) {
        return fault();
    }
    return done;
}

Status PrivateFile::write(const QByteArray &piece)
{
    if (m_file.write(piece) != piece.size()) {
        return fault();
    }
    return done;
}

Status PrivateFile::commit()
{
    if (!m_file.flush()) {
        return fault();
    }
    // QSaveFile syncs too, but keeps to itself when that fails; some disks tell only now that they are full.
    if (::fsync(m_file.handle()) != 0 && errno != EINVAL && errno != EROFS) {
        const bool full = errno == ENOSPC || errno == EDQUOT;
        return full ? fullError(m_file.fileName()) : diskError(m_file.fileName(), qt_error_string());
    }
    if (!m_file.commit()) {
        return fault();
    }
    return done;
}

Error PrivateFile::fault() const
{
    const bool full = m_file.error() == QFileDevice::ResourceError;
    return full ? fullError(m_file.fileName()) : diskError(m_file.fileName(), m_file.errorString());
}

void keepFilesAndMemoryPrivate()
{
    umask(S_IRWXG | S_IRWXO);
#ifdef NDEBUG
    const rlimit none{0, 0};
    setrlimit(RLIMIT_CORE, &none);
    prctl(PR_SET_DUMPABLE, 0);
#endif
}

} // namespace segue
