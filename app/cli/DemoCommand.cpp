// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/catalog/EventCatalog.h"
#include "app/cli/Await.h"
#include "app/cli/Command.h"
#include "app/cli/SentEvents.h"
#include "app/cli/Session.h"

#include <QCoreApplication>
#include <QTemporaryDir>
#include <QUuid>

namespace segue::cli {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(segue::cli::DemoCommand)
};

constexpr std::int64_t kLongestMs{20'000};

int sendSamples(Session &session, const Options &options, const Invocation &call)
{
    if (!session->sandboxFault().isEmpty()) {
        call.out.failure(session->sandboxFault());
        return kEnvironment;
    }
    TestSend send;
    send.connection = sandboxId();
    send.now = session->clock().now();
    send.newMessageId = [] { return QUuid::createUuid().toString(QUuid::WithoutBraces); };
    QList<TrackCall> calls;
    for (const CatalogEvent &event : EventCatalog::events()) {
        calls.append(sampleCall(event.name));
    }
    std::vector<NewEntry> entries = send.entriesFor(calls);
    std::vector<std::string> messageIds = messageIdsOf(entries);
    const auto submitted = awaitAnswer<Result<std::vector<EntryId>>>(
        [&](QObject *context, auto callback) { session->submit(std::move(entries), context, std::move(callback)); },
        nullptr);
    if (!*submitted) {
        call.out.failure(submitted->error().userText);
        return kEnvironment;
    }
    SentEvents sent(session->log(), submitted->value(), std::move(messageIds), true);
    sent.wait(kLongestMs, call.stop);
    const std::vector<Entry> ended = sent.entries();
    const int confirmed = sent.count(EventState::Confirmed);
    if (options.json()) {
        call.out.json(QJsonObject{{QStringLiteral("sent"), calls.size()},
                                  {QStringLiteral("confirmed"), confirmed},
                                  {QStringLiteral("events"), sentJson(ended)}});
    } else {
        const QStringList lines = sentTable(ended);
        for (const QString &line : lines) {
            call.out.result(line);
        }
        call.out.result(Text::tr("%1 sent, %2 confirmed by the sandbox").arg(calls.size()).arg(confirmed));
    }
    return confirmed == calls.size() ? kDone : kFailed;
}

} // namespace

int runDemo(const Invocation &call)
{
    Options options(
        QStringLiteral("demo"), {},
        Text::tr("Sends one sample of each of the seven events to a sandbox on this machine and shows the log. Works\n"
                 "in a temporary folder, without account, keychain or network, and leaves nothing behind."));
    options.addExample(QStringLiteral("segue demo"), Text::tr("seven rows, each confirmed"));
    if (const auto status = options.read(call.common + call.arguments, 0, 0, call.out)) {
        return *status;
    }
    if (!options.dataFolder().isEmpty()) {
        call.out.note(Text::tr("--data-dir is left alone: the demo works in a temporary folder."));
    }
    const QTemporaryDir folder;
    if (!folder.isValid()) {
        call.out.failure(Text::tr("No temporary folder could be made (%1).").arg(folder.errorString()));
        return kEnvironment;
    }
    const auto session = Session::open(folder.path(), Session::Delivery::On, call.out);
    return session ? sendSamples(*session, options, call) : kEnvironment;
}

} // namespace segue::cli
