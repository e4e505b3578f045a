// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/journal/SqlDatabase.h"

#include "app/journal/JoinedWrites.h"
#include <sqlite3.h>

#include <cerrno>
#include <chrono>
#include <system_error>
#include <thread>

namespace segue {

namespace {

constexpr int kBusyTries = 5'000; // of a millisecond each

//! SQLite's own waiting grows to 100 ms between two looks: on a slow disk it would hardly ever meet the moment in which
//! another process that writes without a pause lets go.
int waitWhileBusy(void *, int tries)
{
    std::this_thread::sleep_for(std::chrono::milliseconds(1));
    return tries < kBusyTries ? 1 : 0;
}

JournalError::Kind kindOfErrno(int code, JournalError::Kind otherwise)
{
    switch (code) {
    case ENOSPC:
    case EDQUOT:
    case EFBIG:
        return JournalError::Kind::DiskFull;
    case EACCES:
    case EPERM:
    case EROFS:
        return JournalError::Kind::ReadOnly;
    default:
        return otherwise;
    }
}

int lastErrno(sqlite3_file *file)
{
    int code = 0;
    if (file != nullptr && file->pMethods != nullptr) {
        file->pMethods->xFileControl(file, SQLITE_FCNTL_LAST_ERRNO, &code);
    }
    return code;
}

//! SQLite 3.40 does not pass the system's reason on when a COMMIT fails; its files still know it.
int systemCodeOf(sqlite3 *db)
{
    if (db == nullptr) {
        return 0;
    }
    sqlite3_file *log = nullptr;
    sqlite3_file *main = nullptr;
    sqlite3_file_control(db, nullptr, SQLITE_FCNTL_JOURNAL_POINTER, &log);
    sqlite3_file_control(db, nullptr, SQLITE_FCNTL_FILE_POINTER, &main);
    for (const int code : {lastErrno(log), lastErrno(main), sqlite3_system_errno(db)}) {
        if (code != 0) {
            return code;
        }
    }
    return 0;
}

JournalError::Kind kindOf(sqlite3 *db, int code)
{
    switch (code & 0xff) {
    case SQLITE_FULL:
        return JournalError::Kind::DiskFull;
    case SQLITE_READONLY:
    case SQLITE_PERM:
        return JournalError::Kind::ReadOnly;
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
        return JournalError::Kind::Damaged;
    case SQLITE_CANTOPEN:
        return kindOfErrno(db == nullptr ? 0 : sqlite3_system_errno(db), JournalError::Kind::Open);
    case SQLITE_IOERR:
        return code == SQLITE_IOERR_CORRUPTFS ? JournalError::Kind::Damaged
                                              : kindOfErrno(systemCodeOf(db), JournalError::Kind::Other);
    default:
        return JournalError::Kind::Other;
    }
}

} // namespace

JournalError sqlError(sqlite3 *db, int code, std::string_view doing)
{
    std::string detail(doing);
    detail += ": ";
    detail += db == nullptr ? sqlite3_errstr(code) : sqlite3_errmsg(db);
    detail += " (" + std::to_string(code) + ")";
    return {kindOf(db, code), std::move(detail)};
}

JournalError systemError(int code, std::string_view doing)
{
    return {kindOfErrno(code, JournalError::Kind::Open),
            std::string(doing) + ": " + std::generic_category().message(code)};
}

void SqlStatement::Finalizer::operator()(sqlite3_stmt *statement) const
{
    sqlite3_finalize(statement);
}

SqlStatement &SqlStatement::bind(int place, std::int64_t value)
{
    noteBind(sqlite3_bind_int64(m_statement.get(), place, value));
    return *this;
}

SqlStatement &SqlStatement::bind(int place, std::optional<std::int64_t> value)
{
    noteBind(value ? sqlite3_bind_int64(m_statement.get(), place, *value)
                   : sqlite3_bind_null(m_statement.get(), place));
    return *this;
}

SqlStatement &SqlStatement::bindText(int place, std::string_view text)
{
    noteBind(text.empty()
                 ? sqlite3_bind_null(m_statement.get(), place)
                 : sqlite3_bind_text64(m_statement.get(), place, text.data(), text.size(), SQLITE_STATIC, SQLITE_UTF8));
    return *this;
}

SqlStatement &SqlStatement::bindBlob(int place, std::string_view bytes)
{
    noteBind(
        sqlite3_bind_blob64(m_statement.get(), place, bytes.empty() ? "" : bytes.data(), bytes.size(), SQLITE_STATIC));
    return *this;
}

void SqlStatement::noteBind(int code)
{
    if (m_bindError == SQLITE_OK) {
        m_bindError = code;
    }
}

JournalResult<bool> SqlStatement::step()
{
    const int code = m_bindError != 0 ? m_bindError : sqlite3_step(m_statement.get());
    if (code == SQLITE_ROW) {
        return true;
    }
    if (code == SQLITE_DONE) {
        return false;
    }
    const JournalError error = sqlError(sqlite3_db_handle(m_statement.get()), code, sqlite3_sql(m_statement.get()));
    reset();
    return error;
}

JournalStatus SqlStatement::run()
{
    for (;;) {
        const JournalResult<bool> row = step();
        if (!row) {
            return row.error();
        }
        if (!row.value()) {
            reset();
            return done;
        }
    }
}

void SqlStatement::reset()
{
    sqlite3_reset(m_statement.get());
    sqlite3_clear_bindings(m_statement.get());
    m_bindError = 0;
}

std::int64_t SqlStatement::integer(int column) const
{
    return sqlite3_column_int64(m_statement.get(), column);
}

bool SqlStatement::isNull(int column) const
{
    return sqlite3_column_type(m_statement.get(), column) == SQLITE_NULL;
}

std::string_view SqlStatement::text(int column) const
{
    const unsigned char *bytes = sqlite3_column_text(m_statement.get(), column);
    if (bytes == nullptr) {
        return {};
    }
    return {reinterpret_cast<const char *>(bytes),
            static_cast<std::size_t>(sqlite3_column_bytes(m_statement.get(), column))};
}

std::string_view SqlStatement::blob(int column) const
{
    const void *bytes = sqlite3_column_blob(m_statement.get(), column);
    if (bytes == nullptr) {
        return {};
    }
    return {static_cast<const char *>(bytes),
            static_cast<std::size_t>(sqlite3_column_bytes(m_statement.get(), column))};
}

JournalResult<SqlDatabase> SqlDatabase::open(const std::string &path, Mode mode)
{
    // Every allocation of every connection would wait for the lock of a count that nobody asks for.
    static const int counted = sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0);
    static_cast<void>(counted);
    // Readers open for writing too: in WAL mode they take part in the shared index; query_only keeps them from the
    // rest.
    sqlite3 *raw = nullptr;
    const int code = sqlite3_open_v2(path.c_str(), &raw,
                                     SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE,
                                     mode == Mode::ReadWrite ? joinedWrites() : nullptr);
    SqlDatabase database;
    database.m_db.reset(raw);
    if (code != SQLITE_OK) {
        return sqlError(raw, code, "open");
    }
    sqlite3_busy_handler(raw, waitWhileBusy, nullptr);
    // Debian's SQLite overwrites what is deleted: measured at ten times the cost; erasing a person does it on purpose.
    const char *settings = "PRAGMA synchronous=FULL; PRAGMA secure_delete=OFF; PRAGMA cache_size=-16384; "
                           "PRAGMA wal_autocheckpoint=0; PRAGMA journal_size_limit=67108864;";
    if (mode == Mode::Reader) {
        settings = "PRAGMA query_only=ON; PRAGMA mmap_size=0; PRAGMA cache_size=-4096;";
    }
    if (JournalStatus set = database.exec(settings); !set) {
        return set.error();
    }
    return database;
}

JournalStatus SqlDatabase::exec(const char *sql)
{
    const int code = sqlite3_exec(m_db.get(), sql, nullptr, nullptr, nullptr);
    if (code != SQLITE_OK) {
        return sqlError(m_db.get(), code, sql);
    }
    return done;
}

JournalResult<SqlStatement> SqlDatabase::prepare(std::string_view sql)
{
    sqlite3_stmt *raw = nullptr;
    const int code = sqlite3_prepare_v3(m_db.get(), sql.data(), static_cast<int>(sql.size()), SQLITE_PREPARE_PERSISTENT,
                                        &raw, nullptr);
    if (code != SQLITE_OK) {
        return sqlError(m_db.get(), code, sql);
    }
    SqlStatement statement;
    statement.m_statement.reset(raw);
    return statement;
}

JournalResult<std::int64_t> SqlDatabase::integer(const char *sql)
{
    JournalResult<std::string> found = text(sql);
    if (!found) {
        return found.error();
    }
    return found.value().empty() ? 0 : static_cast<std::int64_t>(std::strtoll(found.value().c_str(), nullptr, 10));
}

JournalResult<std::string> SqlDatabase::text(const char *sql)
{
    JournalResult<SqlStatement> statement = prepare(sql);
    if (!statement) {
        return statement.error();
    }
    const JournalResult<bool> row = statement.value().step();
    if (!row) {
        return row.error();
    }
    return std::string(row.value() ? statement.value().text(0) : std::string_view());
}

void SqlDatabase::setCheckpointOnClose(bool on)
{
    sqlite3_db_config(m_db.get(), SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, on ? 0 : 1, nullptr);
}

void SqlDatabase::rollback()
{
    // A full disk may have ended the transaction already.
    dropJoinedWrites(m_db.get());
    if (inTransaction()) {
        static_cast<void>(exec("ROLLBACK"));
    }
}

bool SqlDatabase::inTransaction() const
{
    return sqlite3_get_autocommit(m_db.get()) == 0;
}

std::int64_t SqlDatabase::totalChanges() const
{
    return sqlite3_total_changes64(m_db.get());
}

void SqlDatabase::Closer::operator()(sqlite3 *db) const
{
    sqlite3_close_v2(db);
}

} // namespace segue
