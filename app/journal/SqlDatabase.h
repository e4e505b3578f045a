// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/journal/Entry.h"

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

struct sqlite3;
struct sqlite3_stmt;

namespace segue {

using JournalStatus = JournalResult<Nothing>;

//! What SQLite's last failure on the connection means to the journal.
JournalError sqlError(sqlite3 *db, int code, std::string_view doing);
//! What a failed system call means to the journal.
JournalError systemError(int code, std::string_view doing);

//! A prepared statement. Texts and blobs bound must live until reset() or the end of run().
class SqlStatement
{
public:
    SqlStatement() = default;

    SqlStatement &bind(int place, std::int64_t value);
    SqlStatement &bind(int place, std::optional<std::int64_t> value);
    //! An empty text is bound as NULL.
    SqlStatement &bindText(int place, std::string_view text);
    SqlStatement &bindBlob(int place, std::string_view bytes);

    //! True when there is a row. After an error the statement has been reset.
    JournalResult<bool> step();
    //! Steps to the end and resets.
    JournalStatus run();
    void reset();

    std::int64_t integer(int column) const;
    bool isNull(int column) const;
    //! Valid until the next step.
    std::string_view text(int column) const;
    std::string_view blob(int column) const;

private:
    friend class SqlDatabase;
    struct Finalizer
    {
        void operator()(sqlite3_stmt *statement) const;
    };
    void noteBind(int code);

    std::unique_ptr<sqlite3_stmt, Finalizer> m_statement;
    int m_bindError = 0;
};

//! Resets the statement when the scope is left, so that no read transaction outlives a call.
class StatementScope
{
public:
    explicit StatementScope(SqlStatement &statement)
        : m_statement(statement)
    {
    }
    ~StatementScope() { m_statement.reset(); }
    StatementScope(const StatementScope &) = delete;
    StatementScope &operator=(const StatementScope &) = delete;

private:
    SqlStatement &m_statement;
};

//! One connection to an SQLite file, for one thread at a time.
class SqlDatabase
{
public:
    //! No reader maps the file: searching whole journals would be a tenth faster (measured), but all that it has read would
    //! count as memory of the process, and a fault of the disk would end it.
    enum class Mode { ReadWrite, Reader };

    SqlDatabase() = default;
    //! The file must exist, so that its mode is decided before SQLite sees it.
    static JournalResult<SqlDatabase> open(const std::string &path, Mode mode);

    JournalStatus exec(const char *sql);
    JournalResult<SqlStatement> prepare(std::string_view sql);
    //! The first column of the first row.
    JournalResult<std::int64_t> integer(const char *sql);
    JournalResult<std::string> text(const char *sql);
    //! Whether closing the last connection moves the log into the file, which changes the file.
    void setCheckpointOnClose(bool on);

    //! Ends the transaction under way, if there is one, without its changes.
    void rollback();
    bool inTransaction() const;
    std::int64_t totalChanges() const;
    sqlite3 *handle() const { return m_db.get(); }

private:
    struct Closer
    {
        void operator()(sqlite3 *db) const;
    };
    std::unique_ptr<sqlite3, Closer> m_db;
};

} // namespace segue
