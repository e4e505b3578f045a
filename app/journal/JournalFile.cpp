// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/journal/JournalFile.h"

#include "app/journal/Counters.h"
#include "app/journal/EntryRows.h"
#include "app/journal/Journal.h"
#include "app/journal/JournalSchema.h"
#include "app/journal/Salvage.h"

#include <fcntl.h>
#include <sqlite3.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <chrono>
#include <cstdio>
#include <cstring>
#include <ctime>
#include <thread>
#include <utility>

namespace segue {

namespace {

constexpr mode_t kOwnerOnly = S_IRUSR | S_IWUSR;
constexpr std::array<const char *, 3> kParts = {"", "-wal", "-shm"};
constexpr int kLockTries = 200;
constexpr std::chrono::milliseconds kLockPause{10};

std::string suspectPath(const std::string &folder)
{
    return folder + "/journal.suspect";
}

//! Where a journal waits that took over a damaged one's events, until it is put in its place.
std::string salvagedPath(const std::string &folder)
{
    return folder + "/journal.salvaged.sqlite";
}

class Descriptor
{
public:
    explicit Descriptor(int descriptor)
        : m_descriptor(descriptor)
    {
    }
    ~Descriptor()
    {
        if (m_descriptor >= 0) {
            close(m_descriptor);
        }
    }
    Descriptor(const Descriptor &) = delete;
    Descriptor &operator=(const Descriptor &) = delete;
    bool valid() const { return m_descriptor >= 0; }
    int get() const { return m_descriptor; }

private:
    int m_descriptor;
};

//! SQLite gives its log and index the mode of the file, so the file is made here; a process-wide umask would be a race.
JournalStatus makeFile(const std::string &path)
{
    const Descriptor file(::open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, kOwnerOnly));
    if (!file.valid()) {
        return systemError(errno, path);
    }
    return done;
}

void closeToOthers(const std::string &path)
{
    for (const char *part : kParts) {
        const std::string name = path + part;
        struct stat status = {};
        if (stat(name.c_str(), &status) == 0 && (status.st_mode & (S_IRWXG | S_IRWXO)) != 0) {
            static_cast<void>(chmod(name.c_str(), kOwnerOnly));
        }
    }
}

//! Looks at the first bytes without SQLite, which might change a file of a newer program by opening it (SQLite,
//! database file format 1.3: the version of the user is a big-endian number at byte 60).
JournalStatus checkHeader(const std::string &path)
{
    const Descriptor file(::open(path.c_str(), O_RDONLY | O_CLOEXEC));
    if (!file.valid()) {
        return systemError(errno, path);
    }
    std::array<unsigned char, 100> header = {};
    const ssize_t size = pread(file.get(), header.data(), header.size(), 0);
    if (size < 0) {
        return systemError(errno, path);
    }
    if (size == 0) {
        return done;
    }
    static constexpr char kMagic[] = "SQLite format 3";
    if (static_cast<std::size_t>(size) < header.size() || std::memcmp(header.data(), kMagic, sizeof(kMagic)) != 0) {
        return JournalError{JournalError::Kind::Damaged, "not a database"};
    }
    const std::uint32_t version = static_cast<std::uint32_t>(header[60]) << 24U |
                                  static_cast<std::uint32_t>(header[61]) << 16U |
                                  static_cast<std::uint32_t>(header[62]) << 8U | header[63];
    if (version > static_cast<std::uint32_t>(Journal::kSchemaVersion)) {
        return JournalError{JournalError::Kind::NewerVersion, "schema " + std::to_string(version)};
    }
    return done;
}

//! What a start reads anyway: serial, counts, the newest page and its payload. The whole file is looked at only when a
//! page could not be read before, since that takes 1.5 s per million entries.
JournalStatus checkContents(SqlDatabase &database, const std::string &folder)
{
    for (const char *sql : {"SELECT last_entry+commits FROM serial", "SELECT sum(n) FROM tally",
                            "SELECT count(*) FROM (SELECT received, state FROM entry ORDER BY id DESC LIMIT 256)",
                            "SELECT count(*) FROM attempt WHERE entry<0", "SELECT count(*) FROM request WHERE id<0",
                            "SELECT count(*) FROM word WHERE id<0", "SELECT count(*) FROM second_block WHERE id<0"}) {
        const JournalResult<std::int64_t> read = database.integer(sql);
        if (!read) {
            return readingFailed(database, read.error());
        }
    }
    const JournalResult<std::string> fresh = database.text("SELECT fresh FROM serial");
    if (!fresh || !Counters::areCounts(fresh.value())) {
        return fresh ? JournalError{JournalError::Kind::Damaged, "counts that are none"}
                     : readingFailed(database, fresh.error());
    }
    const JournalResult<std::int64_t> newest = database.integer("SELECT max(id) FROM entry");
    JournalResult<PayloadReader> payloads = PayloadReader::prepare(database);
    if (!newest || !payloads) {
        return readingFailed(database, newest ? payloads.error() : newest.error());
    }
    if (newest.value() > 0) {
        const JournalResult<std::string_view> payload = payloads.value().read(EntryId{newest.value()});
        if (!payload) {
            return payload.error();
        }
    }
    if (access(suspectPath(folder).c_str(), F_OK) != 0) {
        return done;
    }
    const JournalResult<std::string> verdict = database.text("PRAGMA quick_check(1)");
    if (!verdict) {
        return verdict.error();
    }
    if (verdict.value() != "ok") {
        return JournalError{JournalError::Kind::Damaged, verdict.value()};
    }
    unlink(suspectPath(folder).c_str());
    return done;
}

//! Holds the lock exclusively while an older file is changed: a process of that version would write what is not there
//! any more.
JournalStatus takeUp(SqlDatabase &database, FolderLock &lock)
{
    const JournalResult<std::int64_t> version = database.integer("PRAGMA user_version");
    const bool isOlder = version.valueOr(0) > 0 && version.value() < Journal::kSchemaVersion;
    if (isOlder && !lock.makeExclusive()) {
        return JournalError{JournalError::Kind::OlderVersion, "an older version of Segue has it open"};
    }
    JournalStatus migrated = migrate(database);
    if (isOlder && migrated.ok()) {
        lock.makeShared();
    }
    return migrated;
}

JournalResult<SqlDatabase> tryOpen(const std::string &folder, FolderLock &lock)
{
    const std::string path = journalPath(folder);
    if (JournalStatus made = makeFile(path); !made) {
        return made.error();
    }
    if (JournalStatus header = checkHeader(path); !header) {
        return header.error();
    }
    closeToOthers(path);
    JournalResult<SqlDatabase> database = SqlDatabase::open(path, SqlDatabase::Mode::ReadWrite);
    if (!database) {
        return database;
    }
    // Until the version in the log is known to be ours, closing must not change the file.
    database.value().setCheckpointOnClose(false);
    if (JournalStatus taken = takeUp(database.value(), lock); !taken) {
        return taken.error();
    }
    if (JournalStatus contents = checkContents(database.value(), folder); !contents) {
        return contents.error();
    }
    database.value().setCheckpointOnClose(true);
    return database;
}

std::string utcName(std::int64_t now)
{
    const std::time_t seconds = static_cast<std::time_t>(now / 1000);
    std::tm parts{};
    gmtime_r(&seconds, &parts);
    std::array<char, 32> text{};
    return {text.data(), std::strftime(text.data(), text.size(), "%Y%m%dT%H%M%SZ", &parts)};
}

//! The file first: a log without its file is discarded by SQLite, a file without its log would lose commits.
JournalStatus moveParts(const std::string &from, const std::string &to)
{
    for (const char *part : kParts) {
        if (rename((from + part).c_str(), (to + part).c_str()) != 0 && errno != ENOENT) {
            return systemError(errno, from + part);
        }
    }
    return done;
}

//! Also when only its log and index are left.
JournalResult<std::string> setAside(const std::string &folder, std::int64_t now)
{
    std::string aside = folder + "/journal.damaged-" + utcName(now) + ".sqlite";
    for (int i = 2; access(aside.c_str(), F_OK) == 0; ++i) {
        aside = folder + "/journal.damaged-" + utcName(now) + "-" + std::to_string(i) + ".sqlite";
    }
    if (JournalStatus moved = moveParts(journalPath(folder), aside); !moved) {
        return moved.error();
    }
    unlink(suspectPath(folder).c_str());
    return aside;
}

//! A new journal under another name, filled with what can be carried over, and closed.
JournalResult<Salvaged> salvageInto(const std::string &path, const std::string &damaged)
{
    for (const char *part : kParts) {
        unlink((path + part).c_str()); // of a try that was broken off
    }
    if (JournalStatus made = makeFile(path); !made) {
        return made.error();
    }
    JournalResult<SqlDatabase> fresh = SqlDatabase::open(path, SqlDatabase::Mode::ReadWrite);
    if (!fresh) {
        return fresh.error();
    }
    if (JournalStatus migrated = migrate(fresh.value()); !migrated) {
        return migrated.error();
    }
    JournalResult<Salvaged> salvaged = salvage(damaged, std::move(fresh).value());
    if (salvaged) {
        salvaged.value().database = {};
    }
    return salvaged;
}

//! A stop at any moment leaves the damaged journal in its place, to be carried over anew, or a salvaged one that is
//! whole, which the next start puts there.
JournalResult<JournalFile> replaceDamaged(JournalFile file, const std::string &folder, const Clock &clock,
                                          const JournalError &damage)
{
    const std::string filling = folder + "/journal.salvage.sqlite";
    const JournalResult<Salvaged> salvaged = salvageInto(filling, file.path);
    if (!salvaged) {
        return salvaged.error();
    }
    if (JournalStatus whole = moveParts(filling, salvagedPath(folder)); !whole) {
        return whole.error();
    }
    const JournalResult<std::string> aside = setAside(folder, clock.now());
    if (!aside) {
        return aside.error();
    }
    if (JournalStatus placed = moveParts(salvagedPath(folder), file.path); !placed) {
        return placed.error();
    }
    JournalResult<SqlDatabase> opened = tryOpen(folder, file.lock);
    if (!opened) {
        return opened.error();
    }
    file.database = std::move(opened).value();
    file.notice = "The journal could not be read (" + damage.detail + "). It was set aside as " + aside.value() + "; " +
                  std::to_string(salvaged.value().carried) + " undelivered events were carried over, " +
                  std::to_string(salvaged.value().lost) + " known ones could not be read.";
    if (!salvaged.value().complete) {
        file.notice += " Parts of it could not be looked through, so more may be missing.";
    }
    file.lock.makeShared();
    return file;
}

//! Ends what a start before this one had begun with replaceDamaged(): its salvaged journal is whole, and the damaged
//! one has been set aside.
JournalStatus placeSalvaged(JournalFile &file, const std::string &folder, const Clock &clock)
{
    const auto isDue = [&] {
        return access(file.path.c_str(), F_OK) != 0 && access(salvagedPath(folder).c_str(), F_OK) == 0;
    };
    if (!isDue()) {
        return done;
    }
    if (!file.lock.makeExclusive()) {
        return JournalError{JournalError::Kind::Open, "another process has the folder open"};
    }
    JournalStatus status = done;
    if (isDue()) {
        // What is left of the damaged one must not be taken for a log of this.
        const JournalResult<std::string> aside = setAside(folder, clock.now());
        status = aside ? moveParts(salvagedPath(folder), file.path) : JournalStatus(aside.error());
        file.notice = "The journal could not be read at an earlier start, and was set aside as journal.damaged-…; what "
                      "could be carried over is in its place.";
    }
    file.lock.makeShared();
    return status;
}

} // namespace

std::string journalPath(const std::string &folder)
{
    return folder + "/journal.sqlite";
}

void markSuspect(const std::string &folder)
{
    const Descriptor mark(::open(suspectPath(folder).c_str(), O_WRONLY | O_CREAT | O_CLOEXEC, kOwnerOnly));
}

FolderLock::~FolderLock()
{
    if (m_descriptor >= 0) {
        close(m_descriptor);
    }
}

FolderLock::FolderLock(FolderLock &&other) noexcept
    : m_descriptor(std::exchange(other.m_descriptor, -1))
{
}

FolderLock &FolderLock::operator=(FolderLock &&other) noexcept
{
    std::swap(m_descriptor, other.m_descriptor);
    return *this;
}

JournalResult<FolderLock> FolderLock::shared(const std::string &folder)
{
    const std::string path = folder + "/journal.lock";
    FolderLock lock;
    lock.m_descriptor = ::open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, kOwnerOnly);
    if (lock.m_descriptor < 0) {
        return systemError(errno, path);
    }
    // A file system without locks: SQLite will say so itself if it cannot work there.
    while (flock(lock.m_descriptor, LOCK_SH) != 0 && errno == EINTR) {
    }
    return lock;
}

bool FolderLock::makeExclusive()
{
    for (int i = 0; i < kLockTries; ++i) {
        if (flock(m_descriptor, LOCK_EX | LOCK_NB) == 0) {
            return true;
        }
        std::this_thread::sleep_for(kLockPause);
    }
    makeShared();
    return false;
}

void FolderLock::makeShared()
{
    while (flock(m_descriptor, LOCK_SH) != 0 && errno == EINTR) {
    }
}

JournalResult<JournalFile> openJournalFile(const std::string &folder, const Clock &clock)
{
    JournalResult<FolderLock> lock = FolderLock::shared(folder);
    if (!lock) {
        return lock.error();
    }
    JournalFile file;
    file.lock = std::move(lock).value();
    file.path = journalPath(folder);

    if (JournalStatus placed = placeSalvaged(file, folder, clock); !placed) {
        return placed.error();
    }
    JournalResult<SqlDatabase> opened = tryOpen(folder, file.lock);
    if (!opened && opened.error().kind == JournalError::Kind::Damaged) {
        if (!file.lock.makeExclusive()) {
            return JournalError{JournalError::Kind::Damaged, opened.error().detail + "; another process has it open"};
        }
        // Another process may have mended it while this one waited.
        opened = tryOpen(folder, file.lock);
        if (!opened && opened.error().kind == JournalError::Kind::Damaged) {
            const JournalError &damage = opened.error();
            return replaceDamaged(std::move(file), folder, clock, damage);
        }
        file.lock.makeShared();
    }
    if (!opened) {
        return opened.error();
    }
    file.database = std::move(opened).value();
    return file;
}

JournalResult<SqlDatabase> openJournalForReading(const std::string &folder)
{
    const std::string path = journalPath(folder);
    if (access(path.c_str(), F_OK) != 0) {
        return systemError(errno, path);
    }
    JournalResult<SqlDatabase> database = SqlDatabase::open(path, SqlDatabase::Mode::Reader);
    if (!database) {
        return database.error();
    }
    const JournalResult<std::int64_t> schema = database.value().integer("PRAGMA user_version");
    if (!schema) {
        return schema.error();
    }
    if (schema.value() != Journal::kSchemaVersion) {
        const bool newer = schema.value() > Journal::kSchemaVersion;
        return JournalError{newer ? JournalError::Kind::NewerVersion : JournalError::Kind::OlderVersion,
                            "schema " + std::to_string(schema.value())};
    }
    return database;
}

} // namespace segue
