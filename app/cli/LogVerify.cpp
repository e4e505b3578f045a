// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/LogVerify.h"

#include "app/cli/Await.h"
#include "app/cli/Session.h"
#include "app/exports/PlainText.h"
#include "app/journal/EventLog.h"
#include "app/journal/JournalVerifier.h"

#include <QCoreApplication>
#include <QPromise>

#include <thread>

namespace segue::cli {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(segue::cli::LogVerify)
};

constexpr qsizetype kLongestDetail = 300;

QString kindWord(JournalFinding::Kind kind)
{
    switch (kind) {
    case JournalFinding::Kind::Structure:
        return QStringLiteral("structure");
    case JournalFinding::Kind::Block:
        return QStringLiteral("block");
    case JournalFinding::Kind::BlocksOverlap:
        return QStringLiteral("blocks-overlap");
    case JournalFinding::Kind::BlockWithoutEntries:
        return QStringLiteral("block-without-events");
    case JournalFinding::Kind::PayloadWithoutEntry:
        return QStringLiteral("payload-without-event");
    case JournalFinding::Kind::NoPayload:
        return QStringLiteral("no-payload");
    case JournalFinding::Kind::Row:
        return QStringLiteral("row");
    case JournalFinding::Kind::Counts:
        return QStringLiteral("counts");
    case JournalFinding::Kind::Attempts:
        return QStringLiteral("attempts");
    case JournalFinding::Kind::Request:
        return QStringLiteral("request");
    case JournalFinding::Kind::Serial:
        return QStringLiteral("serial");
    }
    return {};
}

QString sentenceOf(const JournalFinding &finding)
{
    const QString id = QString::number(finding.id);
    const QString detail = plainTextCut(QString::fromStdString(finding.detail), kLongestDetail);
    switch (finding.kind) {
    case JournalFinding::Kind::Structure:
        return Text::tr("The file itself is damaged: %1").arg(detail);
    case JournalFinding::Kind::Block:
        return Text::tr("Block %1 of payloads cannot be read: %2").arg(id, detail);
    case JournalFinding::Kind::BlocksOverlap:
        return Text::tr("Block %1 of payloads begins inside the one before it.").arg(id);
    case JournalFinding::Kind::BlockWithoutEntries:
        return Text::tr("Block %1 of payloads belongs to no event.").arg(id);
    case JournalFinding::Kind::PayloadWithoutEntry:
        return Text::tr("There is a payload of event %1, which is gone.").arg(id);
    case JournalFinding::Kind::NoPayload:
        return Text::tr("Event %1 has no payload.").arg(id);
    case JournalFinding::Kind::Row:
        return Text::tr("Event %1 holds what cannot be in “%2”.").arg(id, detail);
    case JournalFinding::Kind::Counts:
        return Text::tr("A kept count is wrong: %1").arg(detail);
    case JournalFinding::Kind::Attempts:
        return Text::tr("Event %1 and its attempts do not agree: %2").arg(id, detail);
    case JournalFinding::Kind::Request:
        return Text::tr("Request %1 and its attempts do not agree.").arg(id);
    case JournalFinding::Kind::Serial:
        return Text::tr("Event %1 has a number that was never given.").arg(id);
    }
    return {};
}

QJsonObject json(const JournalReport &report)
{
    QJsonArray findings;
    for (const JournalFinding &finding : report.findings) {
        QJsonObject object{{QStringLiteral("kind"), kindWord(finding.kind)},
                           {QStringLiteral("sentence"), sentenceOf(finding)}};
        if (finding.id != 0) {
            object.insert(QStringLiteral("id"), qint64{finding.id});
        }
        findings.append(object);
    }
    return {{QStringLiteral("clean"), report.clean()},
            {QStringLiteral("events"), qint64{report.entries}},
            {QStringLiteral("blocks"), qint64{report.blocks}},
            {QStringLiteral("payloadBytes"), qint64{report.payloadBytes}},
            {QStringLiteral("attempts"), qint64{report.attempts}},
            {QStringLiteral("requests"), qint64{report.requests}},
            {QStringLiteral("fileBytes"), qint64{report.fileBytes}},
            {QStringLiteral("found"), qint64{report.found}},
            {QStringLiteral("findings"), findings}};
}

void say(const JournalReport &report, Output &out)
{
    const auto number = [](std::int64_t value) { return QString::number(value); };
    out.result(Text::tr("Looked at: %1 events, %2 blocks of payloads (%3 bytes), %4 attempts of %5 requests; the file "
                        "has %6 bytes.")
                   .arg(number(report.entries), number(report.blocks), number(report.payloadBytes),
                        number(report.attempts), number(report.requests), number(report.fileBytes)));
    if (report.clean()) {
        out.result(Text::tr("Nothing is wrong."));
        return;
    }
    for (const JournalFinding &finding : report.findings) {
        out.result(sentenceOf(finding));
    }
    if (const std::int64_t more = report.found - static_cast<std::int64_t>(report.findings.size()); more > 0) {
        out.result(Text::tr("… and %n more.", nullptr, static_cast<int>(std::min<std::int64_t>(more, 1'000'000'000))));
    }
    out.failure(
        Text::tr("Something is wrong with the log of events. It was left as it is. If Segue cannot read it at a "
                 "start, it sets the file aside and carries over what was not delivered yet."));
}

//! Nothing when it was stopped.
std::optional<JournalResult<JournalReport>> lookThrough(JournalVerifier &verifier, const Stop &stop)
{
    QPromise<JournalResult<JournalReport>> promise;
    promise.start();
    const QFuture<JournalResult<JournalReport>> future = promise.future();
    std::thread worker([&] {
        promise.addResult(verifier.run());
        promise.finish();
    });
    std::optional<JournalResult<JournalReport>> report = awaitFuture(future, stop);
    if (!report) {
        verifier.interrupt();
    }
    worker.join();
    return report;
}

} // namespace

int verifyLog(const Options &options, const Invocation &call)
{
    const auto failed = [&](const JournalError &error) {
        const Error worded = EventLog::worded(error);
        call.out.failure(worded.userText);
        call.out.detail(plainText(worded.detail));
        return static_cast<int>(statusOf(worded));
    };
    const JournalResult<std::unique_ptr<JournalVerifier>> verifier =
        JournalVerifier::open(Session::folderOf(options).toStdString());
    if (!verifier) {
        return failed(verifier.error());
    }
    const auto report = lookThrough(*verifier.value(), call.stop);
    if (!report) {
        call.out.note(Text::tr("Stopped before the end."));
        return kFailed;
    }
    if (!*report) {
        return failed(report->error());
    }
    const JournalReport &seen = report->value();
    if (options.json()) {
        call.out.json(json(seen));
    } else {
        say(seen, call.out);
    }
    return seen.clean() ? kDone : kFailed;
}

} // namespace segue::cli
