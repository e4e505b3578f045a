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
