// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/integration/CliRunner.h"

#include <QElapsedTimer>
#include <QJsonDocument>
#include <QUrl>

namespace segue::test {

using namespace Qt::StringLiterals;

namespace {

constexpr int kPatienceMs = 90'000;

} // namespace

QJsonObject CliResult::object() const
{
    return QJsonDocument::fromJson(out).object();
}

QJsonArray CliResult::array() const
{
    return QJsonDocument::fromJson(out).array();
}

QList<QJsonObject> CliResult::lines() const
{
    QList<QJsonObject> objects;
    const QList<QByteArray> all = out.trimmed().split('\n');
    for (const QByteArray &line : all) {
        if (!line.isEmpty()) {
            objects.append(QJsonDocument::fromJson(line).object());
        }
    }
    return objects;
}

CliRunner::CliRunner()
    : environment(QProcessEnvironment::systemEnvironment())
{
    environment.insert(u"TMPDIR"_s, m_scratch.path());
    environment.insert(u"LC_ALL"_s, u"C.UTF-8"_s);
}

QStringList CliRunner::withFolder(const QStringList &arguments) const
{
    return arguments + QStringList{u"--data-dir"_s, folder()};
}

std::unique_ptr<QProcess> CliRunner::start(const QStringList &arguments) const
{
    auto process = std::make_unique<QProcess>();
    process->setProcessEnvironment(environment);
    process->setWorkingDirectory(m_scratch.path());
    QStringList line = wrapper + QStringList{QStringLiteral(SEGUE_CLI)} + withFolder(arguments);
    const QString program = line.takeFirst();
    process->start(program, line);
    return process;
}

CliResult CliRunner::finish(QProcess &process)
{
    CliResult result;
    if (process.state() != QProcess::NotRunning && !process.waitForFinished(kPatienceMs)) {
        process.kill();
        process.waitForFinished(kPatienceMs);
    } else if (process.exitStatus() == QProcess::NormalExit) {
        result.status = process.exitCode();
    }
    result.out = process.readAllStandardOutput();
    result.err = process.readAllStandardError();
    return result;
}

CliResult CliRunner::run(const QStringList &arguments, const QByteArray &input) const
{
    QElapsedTimer timer;
    timer.start();
    const std::unique_ptr<QProcess> process = start(arguments);
    if (!process->waitForStarted(kPatienceMs)) {
        return {};
    }
    process->write(input);
    process->closeWriteChannel();
    CliResult result = finish(*process);
    result.ms = timer.elapsed();
    return result;
}

bool CliRunner::addConnection(const QString &name, const QString &environmentWord, const QUrl &endpoint) const
{
    return run({u"connections"_s, u"add"_s, u"--name"_s, name, u"--environment"_s, environmentWord, u"--endpoint"_s,
                endpoint.toString()})
               .status == 0;
}

QList<QJsonObject> CliRunner::log(const QStringList &options) const
{
    return run(QStringList{u"log"_s, u"--format"_s, u"ndjson"_s} + options).lines();
}

} // namespace segue::test
