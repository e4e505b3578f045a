// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/Command.h"
#include "app/cli/LogFollower.h"
#include "app/cli/Options.h"
#include "app/cli/Session.h"

#include <QCoreApplication>

namespace segue::cli {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(segue::cli::ReceiveCommand)
};

const QString kPort = QStringLiteral("port");
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

} // namespace

int runReceive(const Invocation &call)
{
    Options options(QStringLiteral("receive"), {},
                    Text::tr("Listens on this computer as Segment's tracking API does, and keeps every call that a client\n"
                             "sends: with its own connection when the write key is one that Segue has, as captured\n"
                             "otherwise. Each is printed as it comes. Ends cleanly on Ctrl+C and SIGTERM."));
    options.addValue(kPort, QStringLiteral("PORT"),
                     Text::tr("the port to listen on, 0 for any free one (default: the one that was chosen at the first "
                              "start)"));
    options.addFlag(kHideIdentities, Text::tr("mask user ids and device ids"));
    options.addExample(QStringLiteral("segue receive"), Text::tr("what comes, as it comes"));
    options.addExample(QStringLiteral("segue receive --port 8765 --json > captured.ndjson"), Text::tr("for a script"));
    if (const auto status = options.read(call.common + call.arguments, 0, 0, call.out)) {
        return *status;
    }
    const std::optional<int> port = options.number(kPort, 0, 0, 65'535, call.out);
    if (!port) {
        return kUsage;
    }
    const auto session = Session::open(options, Session::Delivery::On, call.out);
    if (!session) {
        return kEnvironment;
    }
    const bool anyPort = options.has(kPort) && *port == 0;
    const LogRequest request = requestOf(options, (*session)->clock().now());
    ReceiverService &receiver = (*session)->receiver();
    const Status listening =
        anyPort ? receiver.startAnywhere() : receiver.start(static_cast<std::uint16_t>(*port));
    if (!listening) {
        call.out.failure(listening.error().userText);
        return kEnvironment;
    }
    call.out.note(Text::tr("Listening on http://127.0.0.1:%1/v1").arg(receiver.port()));
    const Status printed = print(*session, request, call);
    receiver.stop();
    if (!printed && printed.error().code != ErrorCode::Cancelled) {
        call.out.failure(printed.error().userText);
        return statusOf(printed.error());
    }
    call.out.note(Text::tr("Stopped. What came is in the log."));
    return kDone;
}

} // namespace segue::cli
