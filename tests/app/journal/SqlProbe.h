// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QFile>
#include <QList>
#include <QString>
#include <QTest>

#include <sqlite3.h>

namespace segue::test {

//! What another program does to the file.
inline void runSql(const QString &path, const char *sql, bool keepLog = false)
{
    sqlite3 *db = nullptr;
    QCOMPARE(sqlite3_open(QFile::encodeName(path).constData(), &db), SQLITE_OK);
    sqlite3_db_config(db, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, keepLog ? 1 : 0, nullptr);
    char *error = nullptr;
    sqlite3_exec(db, sql, nullptr, nullptr, &error);
    QVERIFY2(error == nullptr, error);
    QCOMPARE(sqlite3_close(db), SQLITE_OK);
}

//! The first column of what the file answers to another program.
inline QList<qint64> numbersIn(const QString &path, const char *sql)
{
    QList<qint64> found;
    sqlite3 *db = nullptr;
    sqlite3_stmt *statement = nullptr;
    sqlite3_open(QFile::encodeName(path).constData(), &db);
    sqlite3_db_config(db, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1, nullptr);
    sqlite3_prepare_v2(db, sql, -1, &statement, nullptr);
    while (sqlite3_step(statement) == SQLITE_ROW) {
        found.append(sqlite3_column_int64(statement, 0));
    }
    sqlite3_finalize(statement);
    sqlite3_close(db);
    return found;
}

//! As version 3 left the file: a table for each kind of kept counts.
inline void asVersionThree(const QString &path)
{
    runSql(path,
           "CREATE TABLE t3(connection INTEGER, state INTEGER, n INTEGER NOT NULL, PRIMARY KEY(connection, state)) "
           "WITHOUT ROWID; INSERT INTO t3 SELECT * FROM tally;"
           "CREATE TABLE r3(bucket INTEGER, connection INTEGER, state INTEGER, n INTEGER NOT NULL, "
           "PRIMARY KEY(bucket, connection, state)) WITHOUT ROWID; INSERT INTO r3 SELECT * FROM rate;"
           "CREATE TABLE k3(origin INTEGER PRIMARY KEY, entries INTEGER NOT NULL, bytes INTEGER NOT NULL);"
           "INSERT INTO k3 SELECT * FROM kept;"
           "DROP VIEW tally; DROP VIEW rate; DROP VIEW kept; DROP VIEW counted; DROP TABLE counter;"
           "ALTER TABLE serial DROP COLUMN fresh; ALTER TABLE t3 RENAME TO tally; ALTER TABLE r3 RENAME TO rate;"
           "ALTER TABLE k3 RENAME TO kept; PRAGMA user_version=3");
}

inline QByteArray bytesOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

//! Puts rubbish over a part of the file.
inline void overwrite(const QString &path, qint64 offset, qint64 size)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadWrite));
    QVERIFY(file.seek(offset));
    QCOMPARE(file.write(QByteArray(static_cast<qsizetype>(size), '\xA5')), size);
}

} // namespace segue::test
