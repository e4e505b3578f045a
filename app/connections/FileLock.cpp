// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/connections/FileLock.h"

#include <QCoreApplication>
#include <QDeadlineTimer>
#include <QDir>
#include <QFile>
#include <QThread>

#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

namespace segue {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(segue::FileLock)
};

constexpr unsigned long kRetryMs = 5;

Error systemError(const QString &path, int number)
{
    const QString reason = QString::fromLocal8Bit(std::strerror(number));
    return {ErrorCode::Disk, path + QStringLiteral(": ") + reason,
            Text::tr("%1 could not be locked (%2). Nothing was changed; check the disk and the folder's permissions.")
                .arg(QDir::toNativeSeparators(path), reason)};
}

} // namespace

FileLock::FileLock(QString path)
    : m_path(std::move(path))
{
}

FileLock::~FileLock()
{
    unlock();
}

Status FileLock::tryLock()
{
    if (isHeld()) {
        return done;
    }
    // A lock on a file that was replaced between opening and locking would exclude nobody: then once more.
    for (int round = 0; round < 10; ++round) {
        bool replaced = false;
        Status status = tryOnce(replaced);
        if (!replaced) {
            return status;
        }
    }
    return systemError(m_path, EAGAIN);
}

Status FileLock::tryOnce(bool &replaced)
{
    const QByteArray name = QFile::encodeName(m_path);
    const int descriptor = ::open(name.constData(), O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, S_IRUSR | S_IWUSR);
    if (descriptor < 0) {
        return systemError(m_path, errno);
    }
    if (::flock(descriptor, LOCK_EX | LOCK_NB) != 0) {
        const int number = errno;
        ::close(descriptor);
        if (number == EWOULDBLOCK) {
            return Error{ErrorCode::Busy, m_path + QStringLiteral(" is locked"),
                         Text::tr("Another Segue process is using %1. Nothing was changed; try again in a moment.")
                             .arg(QDir::toNativeSeparators(m_path))};
        }
        return systemError(m_path, number);
    }
    struct stat opened = {};
    struct stat named = {};
    if (::fstat(descriptor, &opened) != 0 || ::stat(name.constData(), &named) != 0 || opened.st_ino != named.st_ino ||
        opened.st_dev != named.st_dev) {
        ::close(descriptor);
        replaced = true;
        return done;
    }
    m_descriptor = descriptor;
    return done;
}

Status FileLock::lock(int timeoutMs)
{
    const QDeadlineTimer deadline(timeoutMs);
    for (;;) {
        Status status = tryLock();
        if (status || status.error().code != ErrorCode::Busy || deadline.hasExpired()) {
            return status;
        }
        QThread::msleep(kRetryMs);
    }
}

void FileLock::unlock()
{
    if (m_descriptor >= 0) {
        ::close(m_descriptor);
        m_descriptor = -1;
    }
}

} // namespace segue
