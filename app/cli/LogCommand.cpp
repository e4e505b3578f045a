// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/Await.h"
#include "app/cli/Command.h"
#include "app/cli/LogExport.h"
#include "app/cli/LogFollower.h"
#include "app/cli/LogPrinter.h"
#include "app/cli/LogRequest.h"
#include "app/cli/LogVerify.h"
#include "app/cli/Session.h"
#include "app/exports/PlainText.h"

#include <QCoreApplication>

namespace segue::cli {

namespace {

const QString kVerify = QStringLiteral("verify");

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(segue::cli::LogCommand)
};

Status show(const LogRequest &request, AppContext &context, const Invocation &call)
{
    if (request.format != LogFormat::Table && !request.follow) {
        return exportLog(request, context, call.out, call.stop);
    }
    const JournalResult<std::unique_ptr<BulkReader>> reader = BulkReader::open(context.dataFolder().toStdString());
    if (!reader) {
        return EventLog::worded(reader.error());
    }
    const auto format = request.format == LogFormat::Csv ? ExportFormat::Csv : ExportFormat::Ndjson;
    LogPrinter printer(request.format, {format, request.hideIdentities, EntryWriter::namesOf(context.connections())},
                       context.redactor(), call.out);
    LogFollower follower(context.log(), *reader.value(), request, printer, call.out, call.stop);
    return follower.run();
}

} // namespace

int runLog(const Invocation &call)
{
    Options options(
        QStringLiteral("log"), {},
        Text::tr("Shows the events of the journal, newest last, and exports them. Changes nothing, and works beside a\n"
                 "running window."));
    LogRequest::addOptions(options);
    options.addFlag(kVerify, Text::tr("look through the whole file and say what is wrong with it"));
    options.addExample(QStringLiteral("segue log --since 2h --state refused,blocked,gave-up"),
                       Text::tr("what did not arrive in the last two hours"));
    options.addExample(QStringLiteral("segue log --search 'spring -\"Spring Sale\" event:\"Push Sent\",\"SMS Sent\"'"),
                       Text::tr("a word in the payload, without a phrase, in one of two events"));
    options.addExample(QStringLiteral("segue log --search 'state:refused time>2h OR status:5xx latency>500'"),
                       Text::tr("either of two searches; fields are event, user, hwid, campaign, device, message_id, "
                                "state, status, origin, time, latency, text, and paths of the payload"));
    options.addExample(QStringLiteral("segue log --search 'properties.message_type:Push context.app.version:1.0'"),
                       Text::tr("by values in the payload"));
    options.addExample(QStringLiteral("segue log --connection \"Acme dev\" --follow"),
                       Text::tr("what passes, as it passes"));
    options.addExample(
        QStringLiteral("segue log --event \"Email Sent\" --limit 100000 --format ndjson --output sent.ndjson"),
        Text::tr("one JSON object a line, payloads as they were sent"));
    if (const auto status = options.read(call.common + call.arguments, 0, 0, call.out)) {
        return *status;
    }
    if (options.has(kVerify)) {
        return verifyLog(options, call);
    }
    auto request = LogRequest::read(options, SystemClock().now(), call.out);
    if (!request) {
        return kUsage;
    }
    const auto session = Session::open(options, Session::Delivery::Off, call.out);
    if (!session) {
        return kEnvironment;
    }
    if (const auto fault = (*session)->connections().fault()) {
        call.out.warning(fault->userText);
    }
    if (const Status resolved = request->resolve((*session)->connections()); !resolved) {
        call.out.failure(plainText(resolved.error().userText));
        return kUsage;
    }
    const Status shown = show(*request, **session, call);
    if (!shown) {
        call.out.failure(shown.error().userText);
        return statusOf(shown.error());
    }
    return kDone;
}

} // namespace segue::cli
