// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/checkup/CheckupHistory.h"

#include "app/checkup/CheckupFile.h"
#include "app/connections/FileLock.h"
#include "app/core/PrivateFiles.h"
#include "app/secrets/SecretAccess.h"
#include "app/setup/ConnectionRemoval.h"

#include <QDir>
#include <QFile>
#include <QPromise>

#include <memory>

namespace segue {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 kLargestFile = qint64{16} * 1024 * 1024;
constexpr int kLockMs = 5'000;

Result<QList<CheckupRecord>> readFile(const QString &path, const ConnectionId &connection)
{
    QFile file(path);
    if (!file.exists()) {
        return QList<CheckupRecord>();
    }
    if (!file.open(QIODevice::ReadOnly)) {
        return Error{ErrorCode::Disk, path + u": "_s + file.errorString(),
                     CheckupHistory::tr("Earlier checkups in %1 cannot be read (%2).")
                         .arg(QDir::toNativeSeparators(path), file.errorString())};
    }
    return CheckupFile::read(file.read(kLargestFile), connection);
}

Status addTo(const QString &folder, const QString &path, const CheckupRecord &record)
{
    if (Status made = makePrivateFolder(folder); !made) {
        return made;
    }
    // A command beside the window adds to the same file.
    FileLock lock(QDir(folder).filePath(u"lock"_s));
    if (Status locked = lock.lock(kLockMs); !locked) {
        return locked;
    }
    Result<QList<CheckupRecord>> records = readFile(path, record.connection);
    if (!records) {
        return records.error();
    }
    records.value().prepend(record);
    return writePrivately(path, CheckupFile::bytes(records.value().mid(0, CheckupHistory::kMost)));
}

//! What cannot be read or written stays as it is: the next checkup says why.
void markEarlierKey(const QString &folder, const QString &path, const ConnectionId &connection)
{
    if (!QFile::exists(path)) {
        return;
    }
    FileLock lock(QDir(folder).filePath(u"lock"_s));
    if (Status locked = lock.lock(kLockMs); !locked) {
        return;
    }
    Result<QList<CheckupRecord>> records = readFile(path, connection);
    if (!records || records.value().isEmpty()) {
        return;
    }
    for (CheckupRecord &record : records.value()) {
        record.earlierKey = true;
    }
    static_cast<void>(writePrivately(path, CheckupFile::bytes(records.value())).ok());
}

} // namespace

CheckupHistory::CheckupHistory(const QString &dataFolder, ConnectionRemoval &removal, SecretAccess &secrets,
                               QObject *parent)
    : QObject(parent)
    , m_folder(QDir(dataFolder).filePath(u"checkups"_s))
{
    m_pool.setMaxThreadCount(1);
    connect(&removal, &ConnectionRemoval::removed, this, &CheckupHistory::remove);
    connect(&secrets, &SecretAccess::changed, this, &CheckupHistory::noteKeyChange);
}

void CheckupHistory::noteKeyChange(const QString &account)
{
    const ConnectionId connection = ConnectionId::fromText(account.section(u'/', 0, 0));
    if (connection.isNull() || SecretName::writeKey(connection).account != account) {
        return;
    }
    m_pool.start(
        [folder = m_folder, path = pathOf(connection), connection] { markEarlierKey(folder, path, connection); });
    Q_EMIT keyChanged(connection);
}

void CheckupHistory::remove(const ConnectionId &connection)
{
    m_pool.start([path = pathOf(connection)] { QFile::remove(path); });
}

QString CheckupHistory::pathOf(const ConnectionId &connection) const
{
    return QDir(m_folder).filePath(connection.text() + u".json"_s);
}

template <class T, class Work> QFuture<T> CheckupHistory::later(Work work)
{
    const auto promise = std::make_shared<QPromise<T>>();
    promise->start();
    QFuture<T> future = promise->future();
    m_pool.start([promise, work = std::move(work)] {
        promise->addResult(work());
        promise->finish();
    });
    return future;
}

QFuture<Result<QList<CheckupRecord>>> CheckupHistory::read(const ConnectionId &connection)
{
    return later<Result<QList<CheckupRecord>>>(
        [path = pathOf(connection), connection] { return readFile(path, connection); });
}

QFuture<Status> CheckupHistory::add(const CheckupRecord &record)
{
    return later<Status>(
        [folder = m_folder, path = pathOf(record.connection), record] { return addTo(folder, path, record); });
}

} // namespace segue
