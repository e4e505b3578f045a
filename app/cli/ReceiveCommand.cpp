// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/Await.h"
#include "app/cli/ConnectionsCommand.h"
#include "app/cli/HoldLines.h"
#include "app/cli/KeyEntry.h"
#include "app/cli/LogFollower.h"
#include "app/cli/RelayOptions.h"
#include "app/cli/Terminal.h"
#include "app/exports/PlainText.h"

#include <QCoreApplication>
#include <QSet>

namespace segue::cli {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(segue::cli::ReceiveCommand)
};

const QString kConnectionWord = QStringLiteral("CONNECTION");
const QString kPort = QStringLiteral("port");
const QString kRelayTo = QStringLiteral("relay-to");
const QString kYesProd = QStringLiteral("yes-prod");
const QString kKeyStdin = QStringLiteral("write-key-stdin");
const QString kQuiet = QStringLiteral("quiet");
const QString kHideIdentities = QStringLiteral("hide-identities");

//! What comes in from now on.
LogRequest requestOf(const Options &options, std::int64_t now)
{
    LogRequest request;
    request.filter.origins = {Origin::Capture, Origin::Echo, Origin::Webhook};
    request.filter.since = now;
    request.follow = true;
    request.format = options.json() ? LogFormat::Ndjson : LogFormat::Table;
    request.hideIdentities = options.has(kHideIdentities);
    return request;
}

//! What comes, until the stop is asked for.
Status print(Session &session, const LogRequest &request, const Invocation &call)
{
    AppContext &context = *session;
    const JournalResult<std::unique_ptr<BulkReader>> reader = BulkReader::open(context.dataFolder().toStdString());
    if (!reader) {
        return EventLog::worded(reader.error());
    }
    LogPrinter printer(request.format,
                       {ExportFormat::Ndjson, request.hideIdentities, EntryWriter::namesOf(context.connections())},
                       context.redactor(), call.out);
    LogFollower follower(context.log(), *reader.value(), request, printer, call.out, call.stop);
    return follower.run();
}

//! A relay to PROD is asked for once, as a send is.
std::optional<int> askForProd(Session &session, const Connection &connection, const Options &options,
                              const Invocation &call)
{
    if (connection.environment != Environment::Prod || options.has(kYesProd)) {
        return std::nullopt;
    }
    const QString name = plainText(connection.name);
    if (!Terminal::isInteractive()) {
        return options.wrong(
            Text::tr("“%1” is a PROD connection: give --yes-prod to relay there. Nothing was started.").arg(name),
            call.out);
    }
    if (!Terminal(call.out, call.stop)
             .confirms(Text::tr("“%1” is a PROD connection: each webhook event that comes is sent there, to live "
                                "destinations. Relay it?")
                           .arg(name))) {
        call.out.note(Text::tr("Nothing was started."));
        return kFailed;
    }
    session->prodGuard().confirmed(connection);
    return std::nullopt;
}

void sayRelayed(const Connection &connection, Output &out)
{
    out.note(Text::tr("Webhook events of “%1” are sent to Segment as they come; captured calls never are.")
                 .arg(plainText(connection.name)));
}

//! Starts to relay as the line says, and gives to which connection. Nothing: go on; else the status.
std::optional<int> startRelay(Session &session, const Options &options, const Invocation &call, ConnectionId &relayed)
{
    const auto given = RelayOptions::grounds(options, call.out);
    if (!given) {
        return kUsage;
    }
    if (!options.has(kRelayTo)) {
        return options.has(kKeyStdin) || *given != RelayChoice::Grounds::None
                   ? std::optional(options.wrong(Text::tr("This belongs to --relay-to, which is not given."), call.out))
                   : std::nullopt;
    }
    int status = kFailed;
    const auto connection = findConnection(session, options.text(kRelayTo), call.out, status);
    if (!connection) {
        return status;
    }
    if (connection->isSandbox()) {
        return options.wrong(Text::tr("The sandbox has no webhook."), call.out);
    }
    if (*given == RelayChoice::Grounds::None && !connection->relay.isConfirmed()) {
        return RelayOptions::sayUnconfirmed(options, *connection, call.out);
    }
    if (const auto refused = askForProd(session, *connection, options, call)) {
        return refused;
    }
    if (options.has(kKeyStdin)) {
        if (const auto failed =
                takeKeyForThisRun(session, *connection, options, Text::tr("Nothing was started."), call)) {
            return failed;
        }
    }
    if (connection->webhookToken.digest.isEmpty()) {
        call.out.warning(
            Text::tr("“%1” has no address for Pushwoosh's webhook yet, so nothing can come for it: “%2” makes "
                     "one.")
                .arg(plainText(connection->name),
                     QStringLiteral("segue connections webhook-url %1").arg(connection->id.text())));
    }
    session->receiver().relayTo(connection->id);
    sayRelayed(*connection, call.out);
    relayed = connection->id;
    return std::nullopt;
}

//! What happens without being asked for on this line: relays that are on, and what Settings make the answers.
void saySettings(AppContext &context, const ConnectionId &said, Output &out)
{
    const QList<Connection> connections = context.connections().all();
    for (const Connection &connection : connections) {
        if (connection.relay.on && connection.id != said) {
            sayRelayed(connection, out);
        }
    }
    const ReceiverChoice choice = context.settings().receiver();
    if (choice.strict) {
        out.note(Text::tr("Strict: what Segment would take and drop is answered 400 with the reason."));
    }
    const FaultChoice &faults = choice.faults;
    if (const int share = faults.tooMany + faults.serverError + faults.delay + faults.reset; share > 0) {
        out.note(Text::tr("Faults are switched on in the settings: %1 of 100 requests of Segment's clients get one.")
                     .arg(share));
    }
}

//! Says of each connection, once, that its echoes are refused; until `run` has gone.
void warnOfRefusedEchoes(AppContext &context, Output &out, const QObject &run)
{
    const auto warn = [context = &context, out = &out, told = QSet<ConnectionId>()]() mutable {
        const QList<Connection> connections = context->connections().all();
        for (const Connection &connection : connections) {
            if (!told.contains(connection.id) && context->receiver().refusedEchoes(connection.id).count > 0) {
                told.insert(connection.id);
                out->warning(Text::tr("An echo for “%1” was refused: its signature does not fit the secret. The same "
                                      "secret has to be kept here and in Segment's destination; further ones are only "
                                      "counted.")
                                 .arg(plainText(connection.name)));
            }
        }
    };
    QObject::connect(&context.receiver(), &ReceiverService::echoesRefused, &run, warn);
}

} // namespace

int runReceive(const Invocation &call)
{
    Options options(
        QStringLiteral("receive"), {},
        Text::tr("Listens on this computer as Segment's tracking API does, and keeps every call that a client\n"
                 "sends: with its own connection when the write key is one that Segue has, as captured\n"
                 "otherwise. Takes what Pushwoosh's webhook and Segment's echo send to a connection's addresses\n"
                 "as well. Each is printed as it comes. Ends cleanly on Ctrl+C and SIGTERM."));
    options.addValue(
        kPort, QStringLiteral("PORT"),
        Text::tr("the port to listen on, 0 for any free one (default: the one that was chosen at the first "
                 "start)"));
    options.addValue(
        kRelayTo, kConnectionWord,
        Text::tr("send the webhook events of this connection to Segment while this runs, also when relaying "
                 "is off in its settings; captured calls are never sent"));
    RelayOptions::addGrounds(options);
    options.addFlag(kYesProd, Text::tr("relay to a PROD connection without asking"));
    options.addFlag(kKeyStdin,
                    Text::tr("with --relay-to: read its write key from standard input, one line, for this run "
                             "only"));
    options.addFlag(kHideIdentities, Text::tr("mask user ids and device ids"));
    options.addFlag(kQuiet, Text::tr("print no events; what comes is in the log"));
    options.addExample(QStringLiteral("segue receive"), Text::tr("what comes, as it comes"));
    options.addExample(QStringLiteral("segue receive --relay-to \"Acme dev\" --built-in-is-off"),
                       Text::tr("Pushwoosh's webhook goes on to Segment"));
    options.addExample(QStringLiteral("segue receive --port 8765 --json > captured.ndjson"), Text::tr("for a script"));
    if (const auto status = options.read(call.common + call.arguments, 0, 0, call.out)) {
        return *status;
    }
    const std::optional<int> port = options.number(kPort, 0, 0, 65'535, call.out);
    if (!port) {
        return kUsage;
    }
    const auto delivery = options.has(kKeyStdin) ? Session::Delivery::AfterKey : Session::Delivery::On;
    const auto session = Session::open(options, delivery, call.out);
    if (!session) {
        return kEnvironment;
    }
    ConnectionId relayed;
    if (const auto status = startRelay(*session, options, call, relayed)) {
        return *status;
    }
    const bool anyPort = options.has(kPort) && *port == 0;
    const LogRequest request = requestOf(options, (*session)->clock().now());
    ReceiverService &receiver = (*session)->receiver();
    const QObject run;
    warnOfRefusedEchoes(**session, call.out, run);
    const HoldLines holds(**session, call.out);
    const Status listening = anyPort ? receiver.startAnywhere() : receiver.start(static_cast<std::uint16_t>(*port));
    if (!listening) {
        call.out.failure(listening.error().userText);
        return kEnvironment;
    }
    call.out.note(Text::tr("Listening on http://127.0.0.1:%1/v1").arg(receiver.port()));
    saySettings(**session, relayed, call.out);
    Status printed = done;
    if (options.has(kQuiet)) {
        awaitStop(call.stop);
    } else {
        printed = print(*session, request, call);
    }
    receiver.stop();
    if (!printed && printed.error().code != ErrorCode::Cancelled) {
        call.out.failure(printed.error().userText);
        return statusOf(printed.error());
    }
    call.out.note(Text::tr("Stopped. What came is in the log."));
    return kDone;
}

} // namespace segue::cli
