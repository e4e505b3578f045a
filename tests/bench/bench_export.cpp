// SPDX-License-Identifier: GPL-3.0-or-later
// How fast events leave: fills a journal of so many events of about 400 bytes, each with one attempt for every tenth,
// and exports it in each format. Prints a table. `bench_export [events] [folder]`: a folder given stays, for measuring
// the command line on it.
#include "app/core/Redactor.h"
#include "app/exports/EventExport.h"
#include "tests/app/journal/JournalSupport.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QFileInfo>
#include <QTemporaryDir>

#include <cstdio>
#include <cstdlib>
#include <fstream>

using namespace segue;
using namespace segue::test;

namespace {

NewEntry eventOf(std::int64_t number)
{
    const std::string n = std::to_string(number);
    NewEntry entry =
        trackEntry("9f3c1a77-2b40-4c1e-8d11-" + std::string(12 - std::min<std::size_t>(12, n.size()), '0') + n);
    entry.fields.received += number * 7;
    entry.fields.identity = "user-" + std::to_string(number % 50'000);
    entry.payload =
        R"({"type":"track","event":"Push Notification Sent","userId":")" + entry.fields.identity +
        R"(","messageId":")" + entry.fields.messageId +
        R"(","timestamp":"2023-11-14T22:13:20.123Z","properties":{"message_type":"push","campaign_code":)"
        R"("C-1A2B3-)" +
        std::to_string(number % 900) +
        R"(","device_type":"ios"},"context":{"channel":"server","library":{"name":"segue","version":"0.1.0"},)"
        R"("app":{"version":"segue-run-1"},"segue":{"test":true,"run":"run-1","note":"filled up to a usual size"}}})";
    return entry;
}

void fill(const std::string &folder, std::int64_t events)
{
    const auto journal = openJournal(folder);
    JournalCalls calls(*journal);
    Attempt attempt;
    attempt.started = 1'700'000'000'000;
    attempt.status = 200;
    attempt.outcome = "accepted";
    attempt.requestHead = "POST /v1/batch HTTP/1.1\r\nHost: api.segment.io\r\nContent-Length: 9000\r\n";
    attempt.responseHead = "HTTP/1.1 200 OK\r\nContent-Length: 16\r\n";
    attempt.responseBody = R"({"success":true})";
    for (std::int64_t at = 0; at < events;) {
        std::vector<NewEntry> entries;
        for (; at < events && entries.size() < 10'000; ++at) {
            entries.push_back(eventOf(at));
        }
        const auto ids = calls.append(std::move(entries));
        std::vector<StateChange> changes;
        for (std::size_t i = 0; ids && i < ids.value().size(); i += 10) {
            changes.push_back({ids.value()[i], EventState::Accepted, {}, {}, attempt});
        }
        if (!ids || !calls.record(std::move(changes))) {
            std::fputs("the journal could not be filled\n", stderr);
            std::exit(1);
        }
    }
}

//! The largest resident size of this process until now, in MB.
double peakMegabytes()
{
    std::ifstream status("/proc/self/status");
    for (std::string word; status >> word;) {
        if (word == "VmHWM:") {
            double kilobytes = 0;
            status >> kilobytes;
            return kilobytes / 1024;
        }
    }
    return 0;
}

void measure(EventExport &exporter, const char *name, ExportFormat format, bool hide, const QString &target)
{
    ExportRequest request;
    request.look = {format, hide, {}};
    request.filter = EventFilter();
    request.path = target;
    QElapsedTimer timer;
    QObject context;
    QObject::connect(&exporter, &EventExport::finished, &context, [&](const ExportOutcome &outcome) {
        const double seconds = static_cast<double>(timer.nsecsElapsed()) / 1e9;
        if (outcome.error) {
            std::printf("%s\n", qPrintable(outcome.error->detail));
        } else {
            std::printf("%-20s %8.2f s %10.0f events/s %8.1f MB  peak %6.1f MB\n", name, seconds,
                        static_cast<double>(outcome.events) / seconds,
                        static_cast<double>(QFileInfo(target).size()) / 1e6, peakMegabytes());
        }
        QCoreApplication::quit();
    });
    timer.start();
    exporter.start(std::move(request));
    QCoreApplication::exec();
}

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    const std::int64_t events = argc > 1 ? std::atoll(argv[1]) : 1'000'000;
    const QTemporaryDir temporary;
    const QString folder = argc > 2 ? QString::fromLocal8Bit(argv[2]) : temporary.path();
    fill(folder.toStdString(), events);
    const Redactor redactor;
    EventExport exporter(folder, redactor);
    const QString target = temporary.filePath(QStringLiteral("out"));
    measure(exporter, "NDJSON", ExportFormat::Ndjson, false, target);
    measure(exporter, "NDJSON, masked", ExportFormat::Ndjson, true, target);
    measure(exporter, "CSV", ExportFormat::Csv, false, target);
    measure(exporter, "HAR", ExportFormat::Har, false, target);
    return 0;
}
