// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/ConnectionEdit.h"

#include "app/cli/Await.h"
#include "app/cli/ConnectionText.h"
#include "app/cli/ConnectionsCommand.h"
#include "app/cli/KeyEntry.h"
#include "app/cli/RelayOptions.h"
#include "app/exports/PlainText.h"

#include <QCoreApplication>

namespace segue::cli {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(segue::cli::ConnectionEdit)
};

const QString kName = QStringLiteral("name");
const QString kEnvironmentOption = QStringLiteral("environment");
const QString kRegion = QStringLiteral("region");
const QString kEndpoint = QStringLiteral("endpoint");
const QString kApplication = QStringLiteral("application");
const QString kEvents = QStringLiteral("events");
const QString kKeyStdin = QStringLiteral("write-key-stdin");

std::optional<int> applyEnvironment(const Options &options, Connection &connection, Output &out)
{
    if (!options.has(kEnvironmentOption)) {
        return std::nullopt;
    }
    const auto environment = environmentFromWord(options.text(kEnvironmentOption).toLower());
    if (!environment) {
        return options.wrongValue(kEnvironmentOption, QStringLiteral("dev, staging, prod"), out);
    }
    connection.environment = *environment;
    return std::nullopt;
}

std::optional<int> applyEndpoint(const Options &options, Connection &connection, Output &out)
{
    if (const auto sentence = options.conflict({kRegion, kEndpoint})) {
        return options.wrong(*sentence, out);
    }
    if (options.has(kRegion)) {
        const QString region = options.text(kRegion).toLower();
        if (region != u"us" && region != u"eu") {
            return options.wrongValue(kRegion, QStringLiteral("us, eu"), out);
        }
        connection.endpoint = region == u"us" ? Endpoint::us() : Endpoint::eu();
    }
    if (options.has(kEndpoint)) {
        const Result<Endpoint> endpoint = Endpoint::parse(options.text(kEndpoint));
        if (!endpoint) {
            return options.wrong(QStringLiteral("--endpoint: ") + plainText(endpoint.error().userText), out);
        }
        connection.endpoint = endpoint.value();
    }
    return std::nullopt;
}

std::optional<int> applyEvents(const Options &options, Connection &connection, Output &out)
{
    if (!options.has(kEvents)) {
        return std::nullopt;
    }
    const QString text = options.text(kEvents);
    // Names that are not of the catalogue were typed by hand here, which is what adding them takes.
    const ParsedSelection parsed = text.trimmed().compare(u"all", Qt::CaseInsensitive) == 0
                                       ? ParsedSelection{}
                                       : parseSelection(text, UnknownNames::Keep);
    for (const SelectionRemark &remark : parsed.remarks) {
        out.warning(QStringLiteral("--events: ") + plainText(remark.sentence));
    }
    if (!parsed.selection.isValid()) {
        return options.wrong(Text::tr("--events holds no name. Leave it blank, or write “all”, for all events."), out);
    }
    connection.selection = parsed.selection;
    return std::nullopt;
}

void sayWhereEventsGo(const Connection &connection, Output &out)
{
    if (!connection.endpoint.isNull()) {
        out.note(Text::tr("Events go to %1.").arg(connection.endpoint.base().toString()));
    }
}

//! Reads and stores the key when the line says so. Nothing: done; else the status.
std::optional<int> takeKey(Session &session, Connection &connection, const QString &kept, const Options &options,
                           const Invocation &call)
{
    if (!options.has(kKeyStdin)) {
        return std::nullopt;
    }
    if (connection.isSandbox()) {
        return options.wrong(Text::tr("--write-key-stdin: the sandbox has a fixed public key."), call.out);
    }
    int status = kFailed;
    const auto key = readWriteKey(session, connection.endpoint, options, call, status);
    if (!key) {
        return status;
    }
    if (!session->connections().find(connection.id)) {
        const auto failed = storeWriteKey(session, connection.id, *key, SecretPlace::Keychain, kept, call);
        connection.keyExpected = connection.keyExpected || !failed;
        return failed;
    }
    if (const auto failed = replaceWriteKey(session, connection, *key, kept, call)) {
        return failed;
    }
    const auto now = session->connections().find(connection.id);
    connection.keyExpected = true;
    connection.keyReplacedAt = now ? now->keyReplacedAt : 0;
    return std::nullopt;
}

int finish(Session &session, const Connection &connection, const QString &sentence, const Options &options,
           const Invocation &call)
{
    call.out.note(sentence.arg(plainText(connection.name), connection.id.text()));
    if (options.json()) {
        call.out.json(connectionJson(connection, keyStandings(session, {connection}, call.stop).constFirst()));
    }
    return kDone;
}

//! Saves a new connection after its key, so that no connection is left that lacks the key it was given.
int saveNew(Session &session, Connection &connection, const Options &options, const Invocation &call)
{
    if (const auto error = checkConnection(connection, session->connections().all())) {
        call.out.failure(plainText(error->userText) + u' ' + Text::tr("Nothing was added."));
        return kFailed;
    }
    if (const auto failed = takeKey(session, connection, Text::tr("The connection was not added."), options, call)) {
        return *failed;
    }
    if (const Status added = session->connections().add(connection); !added) {
        call.out.failure(added.error().userText);
        if (connection.keyExpected) {
            awaitFuture(session->secrets().remove(SecretName::writeKey(connection.id)), call.stop);
        }
        return statusOf(added.error());
    }
    sayWhereEventsGo(connection, call.out);
    if (!connection.keyExpected) {
        call.out.note(Text::tr("It has no write key yet: “%1” keeps one.")
                          .arg(QStringLiteral("segue connections set-key %1").arg(connection.id.text())));
    }
    return finish(session, connection, Text::tr("“%1” was added (%2).", "%1: name, %2: id"), options, call);
}

//! Writes what differs. `before` is how it stood.
int saveChanged(Session &session, Connection &connection, const Connection &before, const Options &options,
                const Invocation &call)
{
    if (connection == before && !options.has(kKeyStdin)) {
        return finish(session, connection, Text::tr("“%1” is as it was (%2).", "%1: name, %2: id"), options, call);
    }
    if (const auto error = checkConnection(connection, session->connections().all())) {
        call.out.failure(plainText(error->userText) + u' ' + Text::tr("Nothing was changed."));
        return kFailed;
    }
    if (const auto failed = takeKey(session, connection, Text::tr("Nothing was changed."), options, call)) {
        return *failed;
    }
    if (const Status updated = session->connections().update(connection); !updated) {
        call.out.failure(updated.error().userText);
        return statusOf(updated.error());
    }
    releaseWaiting(session, connection.id);
    if (connection.endpoint != before.endpoint) {
        sayWhereEventsGo(connection, call.out);
    }
    return finish(session, connection, Text::tr("“%1” was changed (%2).", "%1: name, %2: id"), options, call);
}

//! What is written here is delivered by whichever process runs a courier.
int sendKept(Session &session, const Connection &connection, const Invocation &call)
{
    const auto sent = awaitAnswer<Result<std::size_t>>(
        [&](QObject *context, auto callback) { session->sendKept(connection.id, context, std::move(callback)); },
        &call.stop);
    if (!sent) {
        call.out.failure(Text::tr("Stopped. Some of what was kept may be queued already; the rest stays as it is."));
        return kFailed;
    }
    if (!*sent) {
        call.out.failure(sent->error().userText);
        return statusOf(sent->error());
    }
    call.out.note(Text::tr("%n kept event(s) queued to be sent.", nullptr, static_cast<int>(sent->value())));
    return kDone;
}

} // namespace

namespace ConnectionEdit {

void addOptions(Options &options)
{
    options.addValue(kName, QStringLiteral("NAME"),
                     Text::tr("what it is called, as a rule the source's name in Segment"));
    options.addValue(kEnvironmentOption, QStringLiteral("ENV"),
                     Text::tr("dev, staging or prod (the sandbox is always there)"));
    options.addValue(kRegion, QStringLiteral("REGION"), Text::tr("us or eu: the region of the Segment workspace"));
    options.addValue(kEndpoint, QStringLiteral("URL"),
                     Text::tr("another Segment-compatible endpoint instead of a region"));
    options.addValue(kApplication, QStringLiteral("CODE"), Text::tr("Pushwoosh application code, such as 1A2B3-C4D5E"));
    options.addValue(kEvents, QStringLiteral("LIST"),
                     Text::tr("events that are exported, such as \"Email Sent,Push Sent\"; blank or all: all"));
    options.addFlag(kKeyStdin, Text::tr("read the write key from standard input, one line, into the keychain"));
}

std::optional<int> apply(const Options &options, Connection &connection, Output &out)
{
    if (options.has(kName)) {
        connection.name = options.text(kName).trimmed();
        if (connection.name.isEmpty()) {
            return options.wrong(Text::tr("--name needs a name with something in it."), out);
        }
    }
    if (const auto status = applyEnvironment(options, connection, out)) {
        return status;
    }
    if (const auto status = applyEndpoint(options, connection, out)) {
        return status;
    }
    if (options.has(kApplication)) {
        const ApplicationCode code = readApplicationCode(options.text(kApplication));
        connection.applicationCode = code.code;
        if (!code.remark.isEmpty()) {
            out.warning(QStringLiteral("--application: ") + code.remark);
        }
    }
    return applyEvents(options, connection, out);
}

} // namespace ConnectionEdit

int addConnection(const Invocation &call)
{
    Options options(QStringLiteral("connections add"), {},
                    Text::tr("Adds a connection: --name, --environment and one of --region or --endpoint are needed."));
    ConnectionEdit::addOptions(options);
    options.addExample(
        QStringLiteral("segue connections add --name \"Acme dev\" --environment dev --region us --write-key-stdin"),
        Text::tr("asks for the write key, which is not shown, and keeps it in the keychain"));
    options.addExample(
        QStringLiteral("segue connections add --name Gateway --environment staging --endpoint https://t.example.com"),
        Text::tr("without a key for the time being"));
    if (const auto status = options.read(call.common + call.arguments, 0, 0, call.out)) {
        return *status;
    }
    for (const QString &needed : {kName, kEnvironmentOption}) {
        if (!options.has(needed)) {
            return options.wrong(Text::tr("--%1 is needed.").arg(needed), call.out);
        }
    }
    Connection connection;
    connection.id = ConnectionId::create();
    if (const auto status = ConnectionEdit::apply(options, connection, call.out)) {
        return *status;
    }
    if (!options.has(kRegion) && !options.has(kEndpoint) && !connection.isSandbox()) {
        return options.wrong(Text::tr("One of --region and --endpoint is needed."), call.out);
    }
    const auto session = Session::open(options, Session::Delivery::Off, call.out);
    if (!session) {
        return kEnvironment;
    }
    if (const auto status = session->connectionsFault(call.out)) {
        return *status;
    }
    return saveNew(*session, connection, options, call);
}

int editConnection(const Invocation &call)
{
    Options options(QStringLiteral("connections edit"), QStringLiteral("CONNECTION"),
                    Text::tr("Changes what is given and leaves the rest as it is."));
    ConnectionEdit::addOptions(options);
    options.addFlag(QStringLiteral("pause"), Text::tr("keep its events waiting from now on"));
    options.addFlag(QStringLiteral("resume"), Text::tr("send them again"));
    RelayOptions::addChoice(options);
    options.addExample(QStringLiteral("segue connections edit \"Acme dev\" --events \"Email Sent,Email Delivered\""),
                       Text::tr("selects two events"));
    if (const auto status = options.read(call.common + call.arguments, 1, 1, call.out)) {
        return *status;
    }
    if (const auto sentence = options.conflict({QStringLiteral("pause"), QStringLiteral("resume")})) {
        return options.wrong(*sentence, call.out);
    }
    const auto session = Session::open(options, Session::Delivery::Off, call.out);
    if (!session) {
        return kEnvironment;
    }
    int status = kFailed;
    const auto before = findConnection(*session, options.words().constFirst(), call.out, status);
    if (!before) {
        return status;
    }
    Connection connection = *before;
    if (const auto wrong = ConnectionEdit::apply(options, connection, call.out)) {
        return *wrong;
    }
    if (const auto wrong = RelayOptions::apply(options, connection, (*session)->clock().now(), call.out)) {
        return *wrong;
    }
    connection.paused =
        options.has(QStringLiteral("pause")) || (before->paused && !options.has(QStringLiteral("resume")));
    status = saveChanged(*session, connection, *before, options, call);
    return status == kDone && RelayOptions::sendsKept(options) ? sendKept(*session, connection, call) : status;
}

} // namespace segue::cli
