// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/core/PrivateFiles.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QSaveFile>

#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/stat.h>

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
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly)) {
        return diskError(path, file.errorString());
    }
    if (!file.setPermissions(kOwnerOnly) || file.write(content) != content.size() || !file.commit()) {
        return diskError(path, file.errorString());
    }
    return done;
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
