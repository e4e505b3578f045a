// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/connections/ConnectionStore.h"

#include "app/connections/ConnectionFile.h"
#include "app/connections/FileLock.h"
#include "app/core/EditDistance.h"
#include "app/core/PrivateFiles.h"

#include <QDir>
#include <QFile>
#include <QFileSystemWatcher>
#include <QHash>
#include <QTimer>

#include <algorithm>
#include <functional>

namespace segue {

using namespace Qt::StringLiterals;

namespace {

constexpr int kLockTimeoutMs = 2000;
constexpr int kSettleMs = 100; // another process's write comes as several notices
constexpr qsizetype kNearDistance = 2;

bool isNear(const QString &name, const QString &text)
{
    return name.contains(text, Qt::CaseInsensitive) || text.contains(name, Qt::CaseInsensitive) ||
           editDistance(name.toCaseFolded(), text.toCaseFolded()) <= kNearDistance;
}

} // namespace

class ConnectionStore::Private
{
public:
    Private(ConnectionStore &store, const QString &dataFolder)
        : q(store)
        , folder(dataFolder)
        , path(QDir(dataFolder).filePath(u"connections.json"_s))
        , lock(QDir(dataFolder).filePath(u"connections.lock"_s))
        , all(file.connections())
    {
    }

    Result<ConnectionFile> read() const;
    Status change(const std::function<Status(ConnectionFile &)> &edit);
    Status insert(const Connection &connection, std::optional<int> position);
    void adopt(ConnectionFile fresh);
    void setFault(std::optional<Error> error);
    void lookAgain();
    void watch();

    ConnectionStore &q;
    const QString folder;
    const QString path;
    FileLock lock;
    ConnectionFile file;
    QList<Connection> all;
    std::optional<Error> fault;
    QFileSystemWatcher watcher;
    QTimer settle;
    QHash<ConnectionId, QJsonObject> removed; // members of removed ones, for restore()
};

Result<ConnectionFile> ConnectionStore::Private::read() const
{
    QFile source(path);
    const QString shown = QDir::toNativeSeparators(path);
    if (!source.open(QIODevice::ReadOnly)) {
        if (!source.exists()) {
            return ConnectionFile();
        }
        return Error{ErrorCode::Disk, path + u": "_s + source.errorString(),
                     ConnectionStore::tr("The connections file %1 cannot be opened (%2). It was left as it is, and no "
                                         "connection can be changed. Check the file's permissions.")
                         .arg(shown, source.errorString())};
    }
    const QByteArray bytes = source.readAll();
    Result<ConnectionFile> result = ConnectionFile::read(bytes, kFileVersion);
    if (result) {
        return result;
    }
    Error error = result.error();
    if (error.code == ErrorCode::NewerVersion) {
        error.userText =
            ConnectionStore::tr("The connections file %1 was written by a newer version of Segue. It was left "
                                "as it is, and no connection can be changed. Update Segue to go on.")
                .arg(shown);
    } else {
        error.userText =
            ConnectionStore::tr("The connections file %1 is damaged (%2). It was left as it is, and no "
                                "connection can be changed. Mend the file or move it away; Segue then takes "
                                "it up by itself.")
                .arg(shown, error.detail);
    }
    error.detail = path + u": "_s + error.detail;
    return error;
}

Status ConnectionStore::Private::change(const std::function<Status(ConnectionFile &)> &edit)
{
    if (Status locked = lock.lock(kLockTimeoutMs); !locked) {
        return locked;
    }
    auto status = [&]() -> Status {
        Result<ConnectionFile> fresh = read();
        if (!fresh) {
            setFault(fresh.error());
            return fresh.error();
        }
        if (Status edited = edit(fresh.value()); !edited) {
            return edited;
        }
        if (Status written = writePrivately(path, fresh.value().bytes(kFileVersion)); !written) {
            return written;
        }
        adopt(std::move(fresh).value());
        return done;
    }();
    lock.unlock();
    watch();
    return status;
}

Status ConnectionStore::Private::insert(const Connection &connection, std::optional<int> position)
{
    return change([&](ConnectionFile &target) -> Status {
        if (const auto error = checkConnection(connection, target.connections())) {
            return *error;
        }
        if (connection.isSandbox() || target.indexOf(connection.id) >= 0) {
            return Error{
                ErrorCode::InvalidInput, u"connection exists"_s,
                ConnectionStore::tr("The connection “%1” is already there. Nothing was changed.").arg(connection.name)};
        }
        const qsizetype end = target.records.size();
        const qsizetype at = position ? std::clamp<qsizetype>(*position, 0, end) : end;
        target.records.insert(at, {connection, removed.value(connection.id)});
        return done;
    });
}

void ConnectionStore::Private::adopt(ConnectionFile fresh)
{
    QList<Connection> now = fresh.connections();
    const bool differs = now != all || fault.has_value();
    file = std::move(fresh);
    all = std::move(now);
    fault.reset();
    if (differs) {
        Q_EMIT q.changed();
    }
}

void ConnectionStore::Private::setFault(std::optional<Error> error)
{
    if (fault != error) {
        fault = std::move(error);
        Q_EMIT q.changed();
    }
}

void ConnectionStore::Private::lookAgain()
{
    Result<ConnectionFile> fresh = read();
    if (fresh) {
        adopt(std::move(fresh).value());
    } else {
        // What was known stays in the list: the events of those connections still have to be delivered.
        setFault(fresh.error());
    }
    watch();
}

void ConnectionStore::Private::watch()
{
    // A file that was replaced is no longer watched by its name.
    if (!watcher.files().contains(path) && QFile::exists(path)) {
        watcher.addPath(path);
    }
    if (!watcher.directories().contains(folder) && QFile::exists(folder)) {
        watcher.addPath(folder);
    }
}

ConnectionStore::ConnectionStore(const QString &dataFolder, QObject *parent)
    : QObject(parent)
    , d(std::make_unique<Private>(*this, dataFolder))
{
    d->settle.setSingleShot(true);
    d->settle.setInterval(kSettleMs);
    const auto start = [this] { d->settle.start(); };
    connect(&d->watcher, &QFileSystemWatcher::fileChanged, this, start);
    connect(&d->watcher, &QFileSystemWatcher::directoryChanged, this, start);
    connect(&d->settle, &QTimer::timeout, this, [this] { d->lookAgain(); });
}

ConnectionStore::~ConnectionStore() = default;

Status ConnectionStore::load()
{
    d->watch();
    Result<ConnectionFile> fresh = d->read();
    if (!fresh) {
        d->file = ConnectionFile();
        d->all = d->file.connections();
        d->setFault(fresh.error());
        return fresh.error();
    }
    d->adopt(std::move(fresh).value());
    return done;
}

std::optional<Error> ConnectionStore::fault() const
{
    return d->fault;
}

const QList<Connection> &ConnectionStore::all() const
{
    return d->all;
}

std::optional<Connection> ConnectionStore::find(const ConnectionId &id) const
{
    const auto found =
        std::find_if(d->all.begin(), d->all.end(), [&](const Connection &each) { return each.id == id; });
    return found == d->all.end() ? std::nullopt : std::optional(*found);
}

Result<Connection> ConnectionStore::findByText(const QString &nameOrId) const
{
    QStringList sameLetters;
    QStringList near;
    const ConnectionId id = ConnectionId::fromText(nameOrId);
    std::optional<Connection> found;
    for (const Connection &each : d->all) {
        if (each.name == nameOrId || (!id.isNull() && each.id == id)) {
            return each;
        }
        if (each.name.compare(nameOrId, Qt::CaseInsensitive) == 0) {
            sameLetters.append(each.name);
            found = each;
        } else if (isNear(each.name, nameOrId)) {
            near.append(each.name);
        }
    }
    if (sameLetters.size() == 1) {
        return *found;
    }
    const auto quoted = [](const QStringList &names) -> QString { return u"“"_s + names.join(u"”, “"_s) + u"”"_s; };
    if (!sameLetters.isEmpty()) {
        return Error{
            ErrorCode::InvalidInput, u"several connections fit"_s,
            tr("Several connections fit “%1”: %2. Write the name exactly.").arg(nameOrId, quoted(sameLetters))};
    }
    if (nameOrId.isEmpty() || near.isEmpty()) {
        return Error{ErrorCode::Absent, u"no such connection"_s,
                     tr("There is no connection “%1”. There are: %2.").arg(nameOrId, quoted([this] {
                                                                               QStringList names;
                                                                               for (const Connection &each : d->all) {
                                                                                   names.append(each.name);
                                                                               }
                                                                               return names;
                                                                           }()))};
    }
    return Error{ErrorCode::Absent, u"no such connection"_s,
                 tr("There is no connection “%1”. Did you mean %2?").arg(nameOrId, quoted(near))};
}

Status ConnectionStore::add(const Connection &connection)
{
    return d->insert(connection, std::nullopt);
}

Status ConnectionStore::update(const Connection &connection)
{
    return d->change([&](ConnectionFile &file) -> Status {
        const qsizetype at = file.indexOf(connection.id);
        if (at < 0 && connection.id != sandboxId()) {
            return Error{
                ErrorCode::Absent, u"no such connection"_s,
                tr("The connection “%1” has been removed meanwhile. Nothing was changed.").arg(connection.name)};
        }
        if (const auto error = checkConnection(connection, file.connections())) {
            return *error;
        }
        if (at >= 0) {
            file.records[at].connection = connection;
            return done;
        }
        Connection allowed = file.sandbox;
        allowed.selection = connection.selection;
        allowed.paused = connection.paused;
        if (allowed != connection) {
            return Error{ErrorCode::InvalidInput, u"fixed part of the sandbox"_s,
                         tr("Only the selected events and the pause of the sandbox can be changed.")};
        }
        file.sandbox = allowed;
        return done;
    });
}

Status ConnectionStore::remove(const ConnectionId &id)
{
    return d->change([&](ConnectionFile &file) -> Status {
        if (id == sandboxId()) {
            return Error{ErrorCode::InvalidInput, u"the sandbox stays"_s, tr("The sandbox cannot be removed.")};
        }
        const qsizetype at = file.indexOf(id);
        if (at < 0) {
            return Error{ErrorCode::Absent, u"no such connection"_s,
                         tr("The connection has already been removed. Nothing was changed.")};
        }
        d->removed.insert(id, file.records[at].members);
        file.records.removeAt(at);
        return done;
    });
}

Status ConnectionStore::restore(const Connection &connection, int position)
{
    return d->insert(connection, position);
}

QString ConnectionStore::filePath() const
{
    return d->path;
}

} // namespace segue
