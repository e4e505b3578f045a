// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/Await.h"
#include "app/cli/CheckPrinter.h"
#include "app/cli/Command.h"
#include "app/cli/KeyEntry.h"
#include "app/cli/Options.h"
#include "app/cli/Session.h"
#include "app/core/PrivateFiles.h"
#include "app/exports/PlainText.h"

#include <QCoreApplication>
#include <QDir>

#include <limits>

namespace segue::cli {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(segue::cli::CheckCommand)
};

const QString kAll = QStringLiteral("all");
const QString kFormat = QStringLiteral("format");
const QString kAskSegment = QStringLiteral("ask-segment");
const QString kKeyStdin = QStringLiteral("write-key-stdin");
const QString kReport = QStringLiteral("report");
const QString kUnmask = QStringLiteral("unmask-ids");

enum class Format { Text, Json, Junit };

std::optional<Format> formatOf(const Options &options)
{
    const QString word = options.has(kFormat) ? options.text(kFormat) : QStringLiteral("text");
    if (word == QLatin1StringView("text")) {
        return options.json() && !options.has(kFormat) ? Format::Json : Format::Text;
    }
    if (word == QLatin1StringView("json")) {
        return Format::Json;
    }
    return word == QLatin1StringView("junit") ? std::optional(Format::Junit) : std::nullopt;
}

bool isMarkdown(const QString &path)
{
    return path.endsWith(QLatin1StringView(".md"), Qt::CaseInsensitive);
}

bool isHtml(const QString &path)
{
    return path.endsWith(QLatin1StringView(".html"), Qt::CaseInsensitive);
}

//! The reports of all connections in one.
Report joined(const QList<CheckedConnection> &all, ShownIds ids)
{
    Report report;
    for (const CheckedConnection &each : all) {
        Report one = CheckupReport::of(each.record, each.connection, ids);
        if (all.size() == 1) {
            return one;
        }
        for (qsizetype i = 0; i < one.sections.size(); ++i) {
            one.sections[i].title = i == 0 ? one.title : one.sections.at(i).title;
        }
        report.sections += one.sections;
        report.foot = one.foot;
    }
    report.title = Text::tr("Checkup of %n connection(s)", nullptr, static_cast<int>(all.size()));
    return report;
}

std::optional<int> writeReport(const QList<CheckedConnection> &all, const Options &options, ShownIds ids, Output &out)
{
    const QString path = QDir::current().absoluteFilePath(options.text(kReport));
    const Report report = joined(all, ids);
    const QString text = isHtml(path) ? ReportText::html(report) : ReportText::markdown(report);
    if (const Status written = writePrivately(path, text.toUtf8()); !written) {
        out.failure(written.error().userText);
        return kEnvironment;
    }
    out.note(Text::tr("The report is in %1.").arg(plainText(QDir::toNativeSeparators(path))));
    return std::nullopt;
}

void print(const QList<CheckedConnection> &all, Format format, ShownIds ids, Output &out)
{
    switch (format) {
    case Format::Json:
        out.json(CheckPrinter::json(all, ids));
        return;
    case Format::Junit:
        out.bytes(CheckPrinter::junit(all, ids));
        return;
    case Format::Text:
        break;
    }
    for (const CheckedConnection &each : all) {
        const QStringList lines = CheckPrinter::text(each, ids);
        for (const QString &line : lines) {
            out.result(line);
        }
    }
}

//! One after the other; nothing when the stop was asked for.
std::optional<QList<CheckedConnection>> checkAll(Session &session, const QList<Connection> &connections,
                                                 const Checkup::Options &how, const Invocation &call)
{
    QList<CheckedConnection> all;
    for (const Connection &connection : connections) {
        Checkup checkup(session->checkupParts());
        checkup.start(connection, how);
        const auto isDone = [&checkup] { return !checkup.isRunning(); };
        if (!awaitSignal(&checkup, &Checkup::finished, isDone, std::numeric_limits<int>::max(), call.stop)) {
            call.out.failure(Text::tr("Stopped before all checks were made."));
            return std::nullopt;
        }
        all.append({connection, checkup.record()});
        const auto kept = awaitFuture(session->checkups().add(checkup.record()), call.stop);
        if (kept && !*kept) {
            call.out.warning(kept->error().userText);
        }
    }
    return all;
}

int run(Session &session, Format format, const Options &options, const Invocation &call)
{
    QList<Connection> connections;
    if (options.has(kAll)) {
        connections = session->connections().all();
        connections.removeIf([](const Connection &each) { return each.isSandbox(); });
        if (connections.isEmpty()) {
            call.out.warning(Text::tr("There is no connection to check but the sandbox."));
        }
    } else {
        const Result<Connection> found = session->connections().findByText(options.words().constFirst());
        if (!found) {
            return options.wrong(found.error().userText, call.out);
        }
        connections.append(found.value());
    }
    Checkup::Options how{.askSegment = options.has(kAskSegment)};
    if (options.has(kKeyStdin)) {
        int status = kUsage;
        how.writeKey = readWriteKey(session, connections.constFirst().endpoint, options, call, status);
        if (!how.writeKey) {
            return status;
        }
    }
    const auto all = checkAll(session, connections, how, call);
    if (!all) {
        return kFailed;
    }
    const ShownIds ids = options.has(kUnmask) ? ShownIds::Unmasked : ShownIds::Masked;
    print(*all, format, ids, call.out);
    if (options.has(kReport)) {
        if (const auto status = writeReport(*all, options, ids, call.out)) {
            return *status;
        }
    }
    const bool failed = std::any_of(all->begin(), all->end(),
                                    [](const CheckedConnection &each) { return each.record.count(Verdict::Fail) > 0; });
    return failed ? kFailed : kDone;
}

} // namespace

int runCheck(const Invocation &call)
{
    Options options(
        QStringLiteral("check"), QStringLiteral("[CONNECTION]"),
        Text::tr(
            "Checks a connection: its key, region and endpoint, its source and destinations in Segment, its Pushwoosh\n"
            "application, what feeds have brought, and the queue. Nothing is sent or changed. A check that cannot be\n"
            "made is “not checked” and says what it needs, such as a token in the keychain. The status is 1 when a\n"
            "check fails."));
    options.addFlag(kAll, Text::tr("all connections but the sandbox, instead of one"));
    options.addValue(kFormat, QStringLiteral("FORMAT"),
                     Text::tr("text (the default), json, or junit for a build server"));
    options.addFlag(kAskSegment,
                    Text::tr("ask Segment's CDN whether it knows the key; this puts the key into a URL of Segment's"));
    options.addFlag(kKeyStdin, Text::tr("read the write key from standard input, one line, for this process alone"));
    options.addValue(kReport, QStringLiteral("FILE"),
                     Text::tr("write a report as well, to a file that ends with .md (Markdown) or .html; PDF is made in the\n"
                              "window alone"));
    options.addFlag(kUnmask, Text::tr("show ids of people whole"));
    options.addExample(QStringLiteral("segue check \"Acme prod\" --report checkup.md"),
                       Text::tr("on the terminal and as a report"));
    options.addExample(QStringLiteral("segue check --all --format junit > checkup.xml"),
                       Text::tr("for a build server"));
    if (const auto status = options.read(call.common + call.arguments, 0, 1, call.out)) {
        return *status;
    }
    const auto format = formatOf(options);
    if (!format) {
        return options.wrongValue(kFormat, QStringLiteral("text, json, junit"), call.out);
    }
    if (options.has(kAll) != options.words().isEmpty()) {
        return options.wrong(options.has(kAll) ? Text::tr("A connection and --all cannot be given together.")
                                               : Text::tr("Name one connection, or give --all."),
                             call.out);
    }
    if (const auto sentence = options.conflict({kAll, kKeyStdin})) {
        return options.wrong(*sentence, call.out);
    }
    if (options.json() && *format != Format::Json) {
        return options.wrong(Text::tr("--json and --format %1 cannot be given together.").arg(options.text(kFormat)),
                             call.out);
    }
    if (options.has(kReport) && !isMarkdown(options.text(kReport)) && !isHtml(options.text(kReport))) {
        return options.wrongValue(kReport, Text::tr("a name that ends with .md or .html (PDF is made in the window)"), call.out);
    }
    const auto session = Session::open(options, Session::Delivery::Off, call.out);
    if (!session) {
        return kEnvironment;
    }
    if (const auto status = (*session).connectionsFault(call.out)) {
        return *status;
    }
    return run(*session, *format, options, call);
}

} // namespace segue::cli
