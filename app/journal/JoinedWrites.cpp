// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/journal/JoinedWrites.h"

#include <sqlite3.h>

#include <cstddef>
#include <memory>
#include <new>
#include <string>

namespace segue {

namespace {

constexpr char kName[] = "segue-joined-writes";
//! SQLite's own way to the system writes at most 128 KB in one call.
constexpr std::size_t kMostJoined = std::size_t{64} * 1024;

//! A log that is open. SQLite gives the memory and knows it by its first member; the system's own file follows it.
struct LogFile
{
    sqlite3_file base{};
    sqlite3_int64 offset = 0; //!< where `pending` belongs
    std::string pending;

    sqlite3_file *inner() { return reinterpret_cast<sqlite3_file *>(this + 1); }
    static LogFile &of(sqlite3_file *file) { return *reinterpret_cast<LogFile *>(file); }

    int write(const char *bytes, std::size_t size, sqlite3_int64 to)
    {
        const bool follows = to == offset + static_cast<sqlite3_int64>(pending.size());
        if (!pending.empty() && (!follows || pending.size() + size > kMostJoined)) {
            if (const int code = flush(); code != SQLITE_OK) {
                return code;
            }
        }
        if (pending.empty()) {
            offset = to;
        }
        pending.append(bytes, size);
        return SQLITE_OK;
    }

    //! What could not be written is given up: SQLite takes back the commit it belongs to.
    int flush()
    {
        if (pending.empty()) {
            return SQLITE_OK;
        }
        const int code = inner()->pMethods->xWrite(inner(), pending.data(), static_cast<int>(pending.size()), offset);
        pending.clear();
        return code;
    }
};

template <class Then> int flushed(sqlite3_file *file, Then &&then)
{
    LogFile &log = LogFile::of(file);
    const int code = log.flush();
    return code == SQLITE_OK ? then(log.inner()) : code;
}

int close(sqlite3_file *file)
{
    LogFile &log = LogFile::of(file);
    const int written = log.flush();
    const int closed = log.inner()->pMethods->xClose(log.inner());
    log.~LogFile();
    return written == SQLITE_OK ? closed : written;
}

int read(sqlite3_file *file, void *to, int size, sqlite3_int64 from)
{
    return flushed(file, [&](sqlite3_file *inner) { return inner->pMethods->xRead(inner, to, size, from); });
}

int write(sqlite3_file *file, const void *bytes, int size, sqlite3_int64 to)
{
    try {
        return LogFile::of(file).write(static_cast<const char *>(bytes), static_cast<std::size_t>(size), to);
    } catch (const std::bad_alloc &) {
        return SQLITE_IOERR_NOMEM;
    }
}

int truncate(sqlite3_file *file, sqlite3_int64 size)
{
    return flushed(file, [&](sqlite3_file *inner) { return inner->pMethods->xTruncate(inner, size); });
}

int sync(sqlite3_file *file, int flags)
{
    return flushed(file, [&](sqlite3_file *inner) { return inner->pMethods->xSync(inner, flags); });
}

int size(sqlite3_file *file, sqlite3_int64 *result)
{
    return flushed(file, [&](sqlite3_file *inner) { return inner->pMethods->xFileSize(inner, result); });
}

int control(sqlite3_file *file, int operation, void *argument)
{
    return flushed(file,
                   [&](sqlite3_file *inner) { return inner->pMethods->xFileControl(inner, operation, argument); });
}

int sectorSize(sqlite3_file *file)
{
    sqlite3_file *const inner = LogFile::of(file).inner();
    return inner->pMethods->xSectorSize(inner);
}

int characteristics(sqlite3_file *file)
{
    sqlite3_file *const inner = LogFile::of(file).inner();
    return inner->pMethods->xDeviceCharacteristics(inner);
}

//! SQLite locks and maps the database file, never a log.
int unused(sqlite3_file * /*file*/, int /*level*/)
{
    return SQLITE_OK;
}

int unlocked(sqlite3_file * /*file*/, int *result)
{
    *result = 0;
    return SQLITE_OK;
}

constexpr sqlite3_io_methods kMethods{
    1,          close,           read,    write,   truncate, sync,    size,    unused, unused, unlocked, control,
    sectorSize, characteristics, nullptr, nullptr, nullptr,  nullptr, nullptr, nullptr};

sqlite3_vfs *systems()
{
    static sqlite3_vfs *const vfs = sqlite3_vfs_find(nullptr);
    return vfs;
}

int open(sqlite3_vfs * /*vfs*/, sqlite3_filename name, sqlite3_file *file, int flags, int *given)
{
    if ((static_cast<unsigned>(flags) & static_cast<unsigned>(SQLITE_OPEN_WAL)) == 0) {
        return systems()->xOpen(systems(), name, file, flags, given);
    }
    auto *const log = new (file) LogFile;
    const int code = systems()->xOpen(systems(), name, log->inner(), flags, given);
    if (code != SQLITE_OK) {
        log->~LogFile();
        file->pMethods = nullptr; // nothing is to be closed
        return code;
    }
    log->base.pMethods = &kMethods;
    return SQLITE_OK;
}

sqlite3_vfs registered()
{
    sqlite3_vfs vfs = *systems();
    vfs.zName = kName;
    vfs.pNext = nullptr;
    vfs.szOsFile += static_cast<int>(sizeof(LogFile));
    vfs.xOpen = open;
    return vfs;
}

} // namespace

void dropJoinedWrites(sqlite3 *connection)
{
    sqlite3_file *log = nullptr;
    sqlite3_file_control(connection, "main", SQLITE_FCNTL_JOURNAL_POINTER, &log);
    if (log != nullptr && log->pMethods == &kMethods) {
        LogFile::of(log).pending.clear();
    }
}

const char *joinedWrites()
{
    static sqlite3_vfs vfs = registered();
    static const int code = sqlite3_vfs_register(&vfs, 0);
    return code == SQLITE_OK ? kName : nullptr;
}

} // namespace segue
