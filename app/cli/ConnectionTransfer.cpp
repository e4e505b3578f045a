// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/Await.h"
#include "app/cli/ConnectionText.h"
#include "app/cli/ConnectionsCommand.h"
#include "app/cli/Options.h"
#include "app/cli/Terminal.h"
#include "app/connections/ConnectionFile.h"
#include "app/core/PrivateFiles.h"
#include "app/exports/PlainText.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>

namespace segue::cli {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(segue::cli::ConnectionTransfer)
};

const QString kOut = QStringLiteral("out");
constexpr qsizetype kLongestFile = qsizetype{16} * 1024 * 1024;

//! The bytes of the file or of standard input. Nothing when they cannot be had, which has been said.
std::optional<QByteArray> contentOf(const QString &path, const Invocation &call, int &status)
{
    if (path == u"-") {
        const Result<QByteArray> content = Terminal(call.out, call.stop).readAll(kLongestFile);
        if (!content) {
            call.out.failure(content.error().userText);
            status = kFailed;
            return std::nullopt;
        }
        return content.value();
    }
    QFile file(path);
    const bool opened = file.open(QIODevice::ReadOnly);
    QByteArray content = opened ? file.read(kLongestFile + 1) : QByteArray();
    const QString shown = plainText(QDir::toNativeSeparators(path));
    if (!opened || file.error() != QFileDevice::NoError) {
        call.out.failure(Text::tr("%1 cannot be read (%2).").arg(shown, file.errorString()));
        status = kEnvironment;
        return std::nullopt;
    }
    if (content.size() > kLongestFile) {
        call.out.failure(Text::tr("%1 is too large for a file of connections.").arg(shown));
        status = kFailed;
        return std::nullopt;
    }
    return content;
}

//! Without what is true of one keychain, or was decided for one machine, only: a second receiver that relays would send
//! every event twice, and nobody there knows the tokens.
Connection ofNoMachine(Connection connection)
{
    connection.keyReplacedAt = 0;
    connection.relay = {};
    connection.webhookToken = {};
    connection.echoToken = {};
    connection.echoSecretExpected = false;
    return connection;
}

//! Takes up what is new; what is here already stays. All or nothing until the first write.
std::optional<int> takeUp(Session &session, const QList<Connection> &given, QList<Connection> &taken, Output &out)
{
    QList<Connection> others = session->connections().all();
    bool refused = false;
    for (const Connection &connection : given) {
        if (const auto here = session->connections().find(connection.id)) {
            out.note(Text::tr("“%1” is here already and stays as it is.").arg(plainText(here->name)));
            continue;
        }
        if (const auto error = checkConnection(connection, others)) {
            out.failure(QStringLiteral("“%1”: %2").arg(plainText(connection.name), plainText(error->userText)));
            refused = true;
            continue;
        }
        others.append(connection);
        taken.append(ofNoMachine(connection));
    }
    if (refused) {
        out.failure(Text::tr("Nothing was imported."));
        return kFailed;
    }
    for (qsizetype i = 0; i < taken.size(); ++i) {
        if (const Status added = session->connections().add(taken[i]); !added) {
            out.failure(added.error().userText);
            out.note(Text::tr("%n connection(s) had been imported before.", nullptr, static_cast<int>(i)));
            return statusOf(added.error());
        }
    }
    return std::nullopt;
}

} // namespace

int exportConnections(const Invocation &call)
{
    Options options(
        QStringLiteral("connections export"), {},
        Text::tr("Writes all connections but the sandbox as JSON. Holds no secret: keys are given anew elsewhere."));
    options.addValue(kOut, QStringLiteral("FILE"),
                     Text::tr("write to this file, readable by its owner alone, not to standard output"));
    options.addExample(QStringLiteral("segue connections export --out connections.json"),
                       Text::tr("for another machine"));
    if (const auto status = options.read(call.common + call.arguments, 0, 0, call.out)) {
        return *status;
    }
    const auto session = Session::open(options, Session::Delivery::Off, call.out);
    if (!session) {
        return kEnvironment;
    }
    if (const auto status = session->connectionsFault(call.out)) {
        return *status;
    }
    ConnectionFile file;
    const QList<Connection> &connections = (*session)->connections().all();
    for (const Connection &connection : connections) {
        if (!connection.isSandbox()) {
            file.records.append({ofNoMachine(connection), {}});
        }
    }
    const QByteArray content = file.bytes(ConnectionStore::kFileVersion);
    if (!options.has(kOut) || options.text(kOut) == u"-") {
        call.out.bytes(content);
        return kDone;
    }
    const QString path = options.text(kOut);
    const QFileInfo target(path);
    const QFileInfo own((*session)->connections().filePath());
    if (path.isEmpty() || target.isDir() || target.canonicalFilePath() == own.canonicalFilePath()) {
        return options.wrongValue(kOut, Text::tr("the name of a file of its own"), call.out);
    }
    if (const Status written = writePrivately(path, content); !written) {
        call.out.failure(written.error().userText);
        return kEnvironment;
    }
    call.out.note(
        Text::tr("%n connection(s) written to %1, without keys.", nullptr, static_cast<int>(file.records.size()))
            .arg(plainText(QDir::toNativeSeparators(path))));
    return kDone;
}

int importConnections(const Invocation &call)
{
    Options options(
        QStringLiteral("connections import"), QStringLiteral("FILE"),
        Text::tr("Takes up the connections of an exported file; FILE may be - for standard input. One that is here\n"
                 "already stays as it is. When one of them cannot be taken, none is."));
    if (const auto status = options.read(call.common + call.arguments, 1, 1, call.out)) {
        return *status;
    }
    const auto session = Session::open(options, Session::Delivery::Off, call.out);
    if (!session) {
        return kEnvironment;
    }
    if (const auto status = session->connectionsFault(call.out)) {
        return *status;
    }
    int status = kFailed;
    const auto content = contentOf(options.words().constFirst(), call, status);
    if (!content) {
        return status;
    }
    const Result<ConnectionFile> file = ConnectionFile::read(*content, ConnectionStore::kFileVersion);
    if (!file) {
        call.out.failure(file.error().code == ErrorCode::NewerVersion
                             ? Text::tr("The file was written by a newer version of Segue. Nothing was imported.")
                             : Text::tr("This is no file of connections, or it is damaged (%1). Nothing was imported.")
                                   .arg(plainText(file.error().detail)));
        return kFailed;
    }
    QList<Connection> given = file.value().connections();
    given.removeLast(); // the sandbox
    QList<Connection> taken;
    if (const auto failed = takeUp(*session, given, taken, call.out)) {
        return *failed;
    }
    const QList<KeyStanding> keys = keyStandings(*session, taken, call.stop);
    QJsonArray array;
    for (qsizetype i = 0; i < taken.size(); ++i) {
        array.append(connectionJson(taken[i], keys[i]));
        call.out.note(Text::tr("“%1” was imported: %2.", "%1: name, %2: where its key is")
                          .arg(plainText(taken[i].name), keys[i].text()));
    }
    if (options.json()) {
        call.out.json(array);
    }
    return kDone;
}

} // namespace segue::cli
