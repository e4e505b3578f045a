// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/ConnectionsCommand.h"

#include "app/cli/Await.h"
#include "app/cli/ConnectionText.h"
#include "app/cli/KeyEntry.h"
#include "app/cli/Options.h"
#include "app/cli/Terminal.h"
#include "app/cli/TextTable.h"
#include "app/exports/PlainText.h"
#include "app/setup/TrackingPlanDraft.h"
#include "app/setup/WarehousePlan.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

namespace segue::cli {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(segue::cli::ConnectionsCommand)
};

const QString kConnectionWord = QStringLiteral("CONNECTION");
const QString kDropPrevious = QStringLiteral("drop-previous");
const QString kUsePrevious = QStringLiteral("use-previous");
const QString kSql = QStringLiteral("sql");
const QString kTrackingPlan = QStringLiteral("tracking-plan");

int listConnections(const Invocation &call)
{
    Options options(QStringLiteral("connections list"), {}, Text::tr("Lists the connections, the sandbox last."));
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
    const QList<Connection> connections = (*session)->connections().all();
    const QList<KeyStanding> keys = keyStandings(*session, connections, call.stop);
    QJsonArray array;
    QList<QStringList> rows;
    for (qsizetype i = 0; i < connections.size(); ++i) {
        const Connection &connection = connections[i];
        array.append(connectionJson(connection, keys[i]));
        rows.append({connection.name, environmentName(connection.environment), endpointText(connection),
                     connection.applicationCode,
                     connection.selection.isAll() ? Text::tr("all", "all events")
                                                  : QString::number(connection.selection.names().size()),
                     keys[i].text() + (connection.paused ? Text::tr(", paused") : QString()), connection.id.text()});
    }
    if (options.json()) {
        call.out.json(array);
        return kDone;
    }
    TextTable table({{Text::tr("NAME")},
                     {Text::tr("ENVIRONMENT")},
                     {Text::tr("ENDPOINT"), 60},
                     {Text::tr("APPLICATION")},
                     {Text::tr("EVENTS"), 40, true},
                     {Text::tr("WRITE KEY"), 60},
                     {Text::tr("ID")}});
    const QStringList lines = table.lines(rows);
    for (const QString &line : lines) {
        call.out.result(line);
    }
    return kDone;
}

//! A query for each event's table, to be piped into a warehouse's own tool.
void showQueries(const Connection &connection, Output &out)
{
    const WarehousePlan plan = WarehousePlan::of(connection.name, connection.selection);
    const QString guess =
        Text::tr("The schema is a guess: it follows from the connection's name. The exact one stands in Segment,\n"
                 "in the source's settings for the warehouse.");
    const QStringList lines = guess.split(u'\n');
    for (const QString &line : lines) {
        out.result(QStringLiteral("-- ") + line);
    }
    out.result(QString());
    for (const WarehousePlan::Table &table : plan.tables) {
        out.result(QStringLiteral("-- ") + plainText(table.event));
        out.result(table.query + u";\n");
    }
}

int showConnection(const Invocation &call)
{
    Options options(QStringLiteral("connections show"), kConnectionWord,
                    Text::tr("Shows one connection, by name or id. Its write key is never shown."));
    options.addFlag(kSql, Text::tr("Print an SQL query for the warehouse table of each selected event instead."));
    options.addFlag(kTrackingPlan, Text::tr("Print a tracking plan for the selected events instead, as JSON."));
    if (const auto status = options.read(call.common + call.arguments, 1, 1, call.out)) {
        return *status;
    }
    for (const QStringList &pair : {QStringList{kSql, kTrackingPlan}, QStringList{kSql, QStringLiteral("json")}}) {
        if (const auto sentence = options.conflict(pair)) {
            return options.wrong(*sentence, call.out);
        }
    }
    const auto session = Session::open(options, Session::Delivery::Off, call.out);
    if (!session) {
        return kEnvironment;
    }
    int status = kFailed;
    const auto connection = findConnection(*session, options.words().constFirst(), call.out, status);
    if (!connection) {
        return status;
    }
    if (options.has(kSql)) {
        showQueries(*connection, call.out);
        return kDone;
    }
    if (options.has(kTrackingPlan)) {
        call.out.bytes(TrackingPlanDraft::of(connection->name, connection->selection).json());
        return kDone;
    }
    const KeyStanding key = keyStandings(*session, {*connection}, call.stop).constFirst();
    if (options.json()) {
        call.out.json(connectionJson(*connection, key));
        return kDone;
    }
    const QStringList lines = connectionLines(*connection, key);
    for (const QString &line : lines) {
        call.out.result(line);
    }
    return kDone;
}

int setKey(const Invocation &call)
{
    Options options(
        QStringLiteral("connections set-key"), kConnectionWord,
        Text::tr("Reads a write key from standard input, one line, and keeps it in the keychain in place of the\n"
                 "one that was there, which is kept beside it until a test is proven. A terminal does not show what\n"
                 "is typed. A key is never an argument."));
    options.addFlag(kDropPrevious, Text::tr("read no key; remove the old one that is kept beside the one in use"));
    options.addFlag(kUsePrevious, Text::tr("read no key; use the old one again, and let the new one go"));
    options.addExample(QStringLiteral("pass show segment/acme | segue connections set-key \"Acme dev\""),
                       Text::tr("takes the key from a password store"));
    if (const auto status = options.read(call.common + call.arguments, 1, 1, call.out)) {
        return *status;
    }
    if (const auto sentence = options.conflict({kDropPrevious, kUsePrevious})) {
        return options.wrong(*sentence, call.out);
    }
    const auto session = Session::open(options, Session::Delivery::Off, call.out);
    if (!session) {
        return kEnvironment;
    }
    int status = kFailed;
    const auto connection = findConnection(*session, options.words().constFirst(), call.out, status);
    if (!connection) {
        return status;
    }
    if (connection->isSandbox()) {
        call.out.failure(Text::tr("The sandbox has a fixed public key of its own. Nothing was changed."));
        return kFailed;
    }
    if (options.has(kDropPrevious) || options.has(kUsePrevious)) {
        status = settlePreviousKey(*session, *connection,
                                   options.has(kDropPrevious) ? PreviousKey::Drop : PreviousKey::Use, call);
        if (status == kDone && options.has(kUsePrevious)) {
            releaseWaiting(*session, connection->id);
        }
        return status;
    }
    const auto key = readWriteKey(*session, connection->endpoint, options, call, status);
    if (!key) {
        return status;
    }
    if (const auto failed = replaceWriteKey(*session, *connection, *key, Text::tr("The key was not changed."), call)) {
        return *failed;
    }
    releaseWaiting(*session, connection->id);
    call.out.note(Text::tr("The write key of “%1” is in the keychain.").arg(plainText(connection->name)));
    if (options.json()) {
        const Connection now = (*session)->connections().find(connection->id).value_or(*connection);
        call.out.json(connectionJson(now, {KeyStanding::Kind::Stored, {}}));
    }
    return kDone;
}

//! What a removal takes with it, for the question and for the answer.
QString whatGoes(const Connection &connection, std::int64_t queued, bool keepKey)
{
    QString sentence = Text::tr("“%1” will be removed from Segue; nothing is changed in Segment or Pushwoosh.")
                           .arg(plainText(connection.name));
    if (connection.keyExpected) {
        sentence += u' ' + (keepKey ? Text::tr("Its write key stays in the keychain.")
                                    : Text::tr("Its write key will be taken out of the keychain."));
    }
    if (queued > 0) {
        sentence += u' ' + Text::tr("%n event(s) not yet sent will be cancelled.", nullptr, static_cast<int>(queued));
    }
    return sentence + u' ' + Text::tr("Its events stay in the log.");
}

//! What has to leave the keychain with the connection.
QList<SecretName> secretsOf(const Connection &connection, bool keepKey)
{
    QList<SecretName> names;
    if (keepKey) {
        return names; // no keychain is asked; without the connection its tokens open nothing
    }
    // The old one of a replaced key first: without its mark it would never be looked for again.
    if (connection.keyExpected) {
        names += {SecretName::previousWriteKey(connection.id), SecretName::writeKey(connection.id)};
    }
    if (!connection.webhookToken.digest.isEmpty()) {
        names += SecretName::webhookToken(connection.id);
    }
    if (!connection.echoToken.digest.isEmpty()) {
        names += SecretName::echoToken(connection.id);
    }
    if (connection.echoSecretExpected) {
        names += SecretName::echoSecret(connection.id);
    }
    return names;
}

int carryOutRemoval(Session &session, const Connection &connection, bool keepKey, const Invocation &call)
{
    const QList<SecretName> names = secretsOf(connection, keepKey);
    for (const SecretName &name : names) {
        const auto removed = awaitFuture(session->secrets().remove(name), call.stop);
        if (!removed) {
            call.out.failure(Text::tr("Stopped before the keychain answered. The connection was not removed."));
            return kFailed;
        }
        if (!*removed) {
            call.out.failure(removed->error().userText + u' ' +
                             Text::tr("The connection was not removed. (--keep-key removes it and leaves the key.)"));
            return kEnvironment;
        }
    }
    if (const Status removed = session->connections().remove(connection.id); !removed) {
        call.out.failure(removed.error().userText);
        return statusOf(removed.error());
    }
    session->checkups().remove(connection.id);
    session->journal().cancelUndelivered(connection.id.key(), [](const JournalResult<std::size_t> &) {});
    call.out.note(Text::tr("“%1” was removed.").arg(plainText(connection.name)));
    return kDone;
}

int removeConnection(const Invocation &call)
{
    Options options(
        QStringLiteral("connections remove"), kConnectionWord,
        Text::tr("Removes a connection and its write key, and cancels what it has not sent yet. Asks first."));
    options.addFlag(QStringLiteral("yes"), Text::tr("do not ask"));
    options.addFlag(QStringLiteral("keep-key"), Text::tr("leave the write key in the keychain"));
    if (const auto status = options.read(call.common + call.arguments, 1, 1, call.out)) {
        return *status;
    }
    const auto session = Session::open(options, Session::Delivery::Off, call.out);
    if (!session) {
        return kEnvironment;
    }
    int status = kFailed;
    const auto connection = findConnection(*session, options.words().constFirst(), call.out, status);
    if (!connection) {
        return status;
    }
    if (connection->isSandbox()) {
        call.out.failure(Text::tr("The sandbox cannot be removed."));
        return kFailed;
    }
    const bool keepKey = options.has(QStringLiteral("keep-key"));
    const QString sentence = whatGoes(*connection, undelivered(*session, connection->id, call.stop), keepKey);
    if (!options.has(QStringLiteral("yes"))) {
        if (!Terminal::isInteractive()) {
            call.out.note(sentence);
            return options.wrong(Text::tr("Nobody can be asked here: give --yes. Nothing was removed."), call.out);
        }
        if (!Terminal(call.out, call.stop).confirms(sentence + u' ' + Text::tr("Remove it?"))) {
            call.out.note(Text::tr("Nothing was removed."));
            return kFailed;
        }
    } else {
        call.out.note(sentence);
    }
    return carryOutRemoval(*session, *connection, keepKey, call);
}

struct Part
{
    const char *name;
    int (*run)(const Invocation &call);
};

constexpr std::array<Part, 11> kParts{{
    {"list", listConnections},
    {"show", showConnection},
    {"add", addConnection},
    {"edit", editConnection},
    {"remove", removeConnection},
    {"set-key", setKey},
    {"webhook-url", showWebhookAddress},
    {"echo-url", showEchoAddress},
    {"echo-secret", setEchoSecret},
    {"export", exportConnections},
    {"import", importConnections},
}};

QString connectionsHelp()
{
    return Text::tr("Usage: segue connections COMMAND [options]\n\n"
                    "Looks after the connections: Segment sources as Segue knows them.\n\n"
                    "Commands:\n"
                    "  list                   all of them\n"
                    "  show CONNECTION        one of them, by name or id\n"
                    "  add                    a new one\n"
                    "  edit CONNECTION        changes what is given, leaves the rest\n"
                    "  remove CONNECTION      with its write key; asks first\n"
                    "  set-key CONNECTION     reads its write key from standard input into the keychain\n"
                    "  webhook-url CONNECTION shows the secret address for Pushwoosh's webhook\n"
                    "  echo-url CONNECTION    shows the secret address for Segment's echo\n"
                    "  echo-secret CONNECTION reads the echo's shared secret from standard input into the keychain\n"
                    "  export                 all of them as a file without secrets\n"
                    "  import FILE            takes up such a file\n\n"
                    "“segue connections COMMAND --help” shows the options of each.\n\n"
                    "Examples:\n"
                    "  segue connections add --name \"Acme dev\" --environment dev --region us --write-key-stdin\n"
                    "  segue connections show \"Acme dev\" --json\n");
}

} // namespace

std::optional<Connection> findConnection(Session &session, const QString &nameOrId, Output &out, int &status)
{
    if (const auto fault = session.connectionsFault(out)) {
        status = *fault;
        return std::nullopt;
    }
    const Result<Connection> found = session->connections().findByText(nameOrId);
    if (!found) {
        out.failure(plainText(found.error().userText));
        status = kUsage; // the line names something that is not there
        return std::nullopt;
    }
    return found.value();
}

void releaseWaiting(Session &session, const ConnectionId &id)
{
    // Written at the latest when the journal closes, so there is nothing to wait for.
    session->journal().requeueWaiting(id.key(), session->clock().now(), [](const JournalResult<std::size_t> &) {});
}

int runConnections(const Invocation &call)
{
    const QString word = call.arguments.value(0);
    const auto *part = std::find_if(kParts.begin(), kParts.end(),
                                    [&](const Part &each) { return word == QLatin1StringView(each.name); });
    if (part != kParts.end()) {
        return part->run({call.common, call.arguments.mid(1), call.out, call.stop});
    }
    const QStringList all = call.common + call.arguments;
    if (all.contains(QStringLiteral("--help")) || all.contains(QStringLiteral("-h"))) {
        call.out.bytes(connectionsHelp().toUtf8());
        return kDone;
    }
    call.out.failure(word.isEmpty() || word.startsWith(u'-')
                         ? Text::tr("“connections” needs a command right behind it: list, show, add, edit, remove, "
                                    "set-key, webhook-url, echo-url, echo-secret, export or import.")
                         : Text::tr("There is no command “connections %1”.").arg(plainTextCut(word, 60)));
    call.out.note(Text::tr("“%1” shows what can be given.").arg(QStringLiteral("segue connections --help")));
    return kUsage;
}

} // namespace segue::cli
