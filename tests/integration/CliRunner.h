// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QJsonArray>
#include <QJsonObject>
#include <QProcess>
#include <QProcessEnvironment>
#include <QStringList>
#include <QTemporaryDir>

#include <memory>

namespace segue::test {

//! How a run of the program ended.
struct CliResult
{
    int status = -1; //!< exit status; -1: it did not end, or crashed
    QByteArray out;
    QByteArray err;
    qint64 ms = 0;

    //! The result as JSON; empty when it is none.
    QJsonObject object() const;
    QJsonArray array() const;
    //! NDJSON; a line that is no object fails as an empty object.
    QList<QJsonObject> lines() const;
    //! For a message of a failed test.
    QByteArray text() const { return "status " + QByteArray::number(status) + "\n" + out + err; }
};

//! Runs the program on a data folder of its own.
class CliRunner
{
public:
    CliRunner();

    //! Where the program keeps its data; given to it as --data-dir.
    QString folder() const { return m_folder.path(); }
    //! For files of the test.
    QString scratch(const QString &name) const { return m_scratch.filePath(name); }
    QProcessEnvironment environment;
    //! A program with arguments that runs the program instead of the test, such as one that lowers a limit.
    QStringList wrapper;

    CliResult run(const QStringList &arguments, const QByteArray &input = {}) const;
    //! Starts it and leaves it running; standard input stays open.
    std::unique_ptr<QProcess> start(const QStringList &arguments) const;
    //! Waits for its end.
    static CliResult finish(QProcess &process);
    //! The line with --data-dir behind it.
    QStringList withFolder(const QStringList &arguments) const;

    //! Adds a connection without a key.
    bool addConnection(const QString &name, const QString &environment, const QUrl &endpoint) const;
    //! What the log holds, oldest first.
    QList<QJsonObject> log(const QStringList &options = {}) const;

private:
    QTemporaryDir m_folder;
    QTemporaryDir m_scratch;
};

} // namespace segue::test
