// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/LogExport.h"

#include "app/AppContext.h"
#include "app/exports/EventExport.h"
#include "app/exports/PlainText.h"

#include <QCoreApplication>
#include <QDir>
#include <QEventLoop>
#include <QLocale>

#include <unistd.h>

namespace segue::cli {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(segue::cli::LogExport)
};

//! Erases what stands on the terminal's line.
const QString kLineAgain = QStringLiteral("\r\x1b[K");

ExportFormat formatOf(LogFormat format)
{
    switch (format) {
    case LogFormat::Csv:
        return ExportFormat::Csv;
    case LogFormat::Har:
        return ExportFormat::Har;
    case LogFormat::Table:
    case LogFormat::Ndjson:
        break;
    }
    return ExportFormat::Ndjson;
}

ExportRequest exportOf(const LogRequest &request, AppContext &context, Output &out)
{
    ExportRequest asked;
    asked.look = {formatOf(request.format), request.hideIdentities, EntryWriter::namesOf(context.connections())};
    asked.filter = request.filter;
    asked.limit = request.limit;
    if (!request.output.isEmpty()) {
        asked.path = QDir::current().absoluteFilePath(request.output);
    } else {
        asked.sink = [&out](const QByteArray &piece) -> Status {
            out.bytes(piece);
            if (out.broken()) {
                return Error{ErrorCode::Cancelled, QStringLiteral("nobody reads standard output"), {}};
            }
            return done;
        };
    }
    return asked;
}

void sayWhatWasWritten(const LogRequest &request, const ExportOutcome &outcome, Output &out)
{
    if (outcome.unreadable > 0) {
        out.warning(Text::tr("%n event(s) had a payload that could not be read; they are there without it.", nullptr,
                             static_cast<int>(outcome.unreadable)));
    }
    if (request.output.isEmpty()) {
        return;
    }
    const QString file = plainText(QDir::toNativeSeparators(request.output));
    out.note(request.format == LogFormat::Har
                 ? Text::tr("%n attempt(s) were written to %1.", nullptr, static_cast<int>(outcome.attempts)).arg(file)
                 : Text::tr("%n event(s) were written to %1.", nullptr, static_cast<int>(outcome.events)).arg(file));
    if (outcome.events == static_cast<qint64>(request.limit)) {
        out.note(Text::tr("There may be more: --limit says how many of the newest are taken."));
    }
}

} // namespace

Status exportLog(const LogRequest &request, AppContext &context, Output &out, const Stop &stop)
{
    EventExport exporter(context.dataFolder(), context.redactor());
    QEventLoop loop;
    ExportOutcome outcome;
    const bool tells = ::isatty(STDERR_FILENO) == 1 && (!request.output.isEmpty() || ::isatty(STDOUT_FILENO) == 0);
    QObject::connect(&stop, &Stop::requested, &exporter, &EventExport::cancel);
    QObject::connect(&exporter, &EventExport::progress, &loop, [&](qint64 written, qint64 total) {
        if (tells) {
            out.prompt(kLineAgain +
                       Text::tr("%1 of %2 events").arg(QLocale().toString(written), QLocale().toString(total)));
        }
    });
    QObject::connect(&exporter, &EventExport::finished, &loop, [&](const ExportOutcome &ended) {
        outcome = ended;
        loop.quit();
    });
    exporter.start(exportOf(request, context, out));
    if (stop.isRequested()) {
        exporter.cancel();
    }
    loop.exec();
    if (tells) {
        out.prompt(kLineAgain);
    }
    if (out.broken()) {
        return done;
    }
    if (outcome.error) {
        if (outcome.error->code == ErrorCode::Cancelled && request.output.isEmpty()) {
            return Error{ErrorCode::Cancelled, outcome.error->detail, Text::tr("Stopped before all was written.")};
        }
        return *outcome.error;
    }
    sayWhatWasWritten(request, outcome, out);
    return done;
}

} // namespace segue::cli
