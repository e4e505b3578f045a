// SPDX-License-Identifier: GPL-3.0-or-later
// How fast the journal takes up events, from their bytes to the acknowledged commit, with synchronous=FULL and all
// indexes, counts and the dictionary in place.
//   bench_writer [--events N] [--group N] [--keep N] [--no-parse] [--second-parts] [--repeats]
// Prints a line per tenth: events a second; CPU time per event in microseconds of the process, of the parsing thread
// and of the writer's thread; time of commits, file and memory. --keep: retention at so many entries. --second-parts:
// with each a second part as long as its payload. --repeats: each is asked about whether it came within the last 24 h
// (all are new).
#include "app/journal/Journal.h"
#include "app/journal/JournalReader.h"
#include "app/journal/JournalVerifier.h"
#include "app/segment/TrackCall.h"
#include "app/segment/TrackCheck.h"
#include "tests/bench/TrackLines.h"

#include <algorithm>
#include <chrono>
#include <cinttypes>
#include <condition_variable>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <ctime>
#include <filesystem>
#include <fstream>
#include <mutex>
#include <sys/resource.h>

using namespace segue;

namespace {

using SteadyClock = std::chrono::steady_clock;

const std::string kConnection = "11111111-1111-4111-8111-111111111111";

double msSince(SteadyClock::time_point start)
{
    return std::chrono::duration<double, std::milli>(SteadyClock::now() - start).count();
}

//! CPU time of the whole process in seconds.
double cpuSeconds()
{
    rusage usage{};
    getrusage(RUSAGE_SELF, &usage);
    const auto seconds = [](const timeval &time) {
        return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_usec) / 1e6;
    };
    return seconds(usage.ru_utime) + seconds(usage.ru_stime);
}

//! CPU time of the calling thread in microseconds: what a busy machine does not lengthen.
double threadCpu()
{
    timespec time{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
    return static_cast<double>(time.tv_sec) * 1e6 + static_cast<double>(time.tv_nsec) / 1e3;
}

double residentMb()
{
    std::ifstream file("/proc/self/statm");
    double all = 0;
    double resident = 0;
    file >> all >> resident;
    return resident * 4096 / 1e6;
}

struct Settings
{
    std::int64_t events = 1'000'000;
    std::size_t group = 100;
    std::int64_t keep = 0;
    bool parse = true;
    bool secondParts = false;
    bool repeats = false;
};

//! As AppContext does it for what the receiver brings.
NewEntry entryOf(std::string payload, const Settings &settings, std::int64_t now)
{
    NewEntry entry;
    entry.repeatSince = settings.repeats ? now - std::int64_t{24} * 60 * 60 * 1'000 : 0;
    entry.secondPart = settings.secondParts ? payload : std::string();
    EntryFields &fields = entry.fields;
    fields.connection = kConnection;
    fields.origin = Origin::Webhook;
    fields.received = now;
    fields.state = EventState::Received;
    if (settings.parse) {
        const QByteArray bytes = QByteArray::fromRawData(payload.data(), static_cast<qsizetype>(payload.size()));
        const PayloadReading reading = PayloadReading::of(bytes);
        const TrackFields &read = reading.fields;
        fields.event = read.event.toStdString();
        fields.identity = read.identity.value.toStdString();
        fields.idKind = read.identity.kind == Identity::Kind::UserId ? IdKind::UserId : IdKind::AnonymousId;
        fields.messageType = read.messageType.toStdString();
        fields.campaign = read.campaignCode.toStdString();
        fields.device = read.deviceType.toStdString();
        fields.messageId = read.messageId.toStdString();
        fields.findings = reading.check.bits();
    }
    entry.payload = std::move(payload);
    return entry;
}

Settings read(int argc, char **argv)
{
    Settings settings;
    for (int i = 1; i < argc; ++i) {
        const auto number = [&] { return i + 1 < argc ? std::atoll(argv[++i]) : 0; };
        if (std::strcmp(argv[i], "--events") == 0) {
            settings.events = number();
        } else if (std::strcmp(argv[i], "--group") == 0) {
            settings.group = static_cast<std::size_t>(number());
        } else if (std::strcmp(argv[i], "--keep") == 0) {
            settings.keep = number();
        } else if (std::strcmp(argv[i], "--no-parse") == 0) {
            settings.parse = false;
        } else if (std::strcmp(argv[i], "--second-parts") == 0) {
            settings.secondParts = true;
        } else if (std::strcmp(argv[i], "--repeats") == 0) {
            settings.repeats = true;
        }
    }
    return settings;
}

//! Feeds a journal as a receiver would: what one request brought is parsed and handed over while others wait for their
//! commit, up to so many events at once.
class Feed
{
public:
    Feed(Journal &journal, const Settings &settings)
        : m_journal(journal)
        , m_settings(settings)
    {
    }

    void take(std::vector<std::string> payloads)
    {
        const SystemClock clock;
        m_lastCommit = SteadyClock::now();
        for (std::size_t first = 0; first < payloads.size(); first += m_settings.group) {
            std::vector<NewEntry> entries;
            entries.reserve(m_settings.group);
            const double before = threadCpu();
            for (std::size_t i = first; i < std::min(payloads.size(), first + m_settings.group); ++i) {
                entries.push_back(entryOf(std::move(payloads[i]), m_settings, clock.now()));
            }
            parsing += threadCpu() - before;
            waitUntilBelow(kMostWaiting);
            const std::scoped_lock lock(m_mutex);
            m_waiting += entries.size();
            m_journal.append(std::move(entries), [this](const auto &ids) { committed(ids); });
        }
        waitUntilBelow(1);
    }

    std::vector<double> commits; //!< ms from one commit to the next
    double parsing = 0;          //!< CPU us
    double writerCpu = 0;        //!< CPU us of the writer's thread since it began

private:
    static constexpr std::size_t kMostWaiting = 2'000;

    void committed(const JournalResult<std::vector<EntryId>> &ids)
    {
        if (!ids) {
            std::fprintf(stderr, "%s\n", ids.error().detail.c_str());
            std::exit(1);
        }
        const std::scoped_lock lock(m_mutex);
        // All that one commit acknowledged is told in a row.
        if (const double since = msSince(m_lastCommit); since > 0.3) {
            commits.push_back(since);
        }
        m_lastCommit = SteadyClock::now();
        writerCpu = threadCpu();
        m_waiting -= ids.value().size();
        m_less.notify_one();
    }

    void waitUntilBelow(std::size_t most)
    {
        std::unique_lock lock(m_mutex);
        m_less.wait(lock, [&] { return m_waiting < most; });
    }

    Journal &m_journal;
    const Settings m_settings;
    std::mutex m_mutex;
    std::condition_variable m_less;
    std::size_t m_waiting = 0;
    SteadyClock::time_point m_lastCommit;
};

double percentile(std::vector<double> values, double share)
{
    if (values.empty()) {
        return 0;
    }
    std::ranges::sort(values);
    return values[std::min(values.size() - 1, static_cast<std::size_t>(static_cast<double>(values.size()) * share))];
}

double fileMb(const std::string &path)
{
    std::error_code error;
    const auto size = std::filesystem::file_size(path, error);
    return error ? 0 : static_cast<double>(size) / 1e6;
}

} // namespace

int main(int argc, char **argv)
{
    const Settings settings = read(argc, argv);
    std::string folder = (std::filesystem::temp_directory_path() / "segue-bench-XXXXXX").string();
    if (mkdtemp(folder.data()) == nullptr) {
        return 1;
    }
    Journal::Options options;
    options.folder = folder;
    if (settings.keep > 0) {
        options.upkeep = Retention{};
        options.upkeep->maxEntries = settings.keep;
    }
    double raw = 0;
    {
        std::unique_ptr<Journal> journal = std::move(Journal::open(options)).value();
        bench::TrackLines lines;
        std::printf("%9s %9s %9s %8s %8s %8s %8s %8s %8s %8s %8s\n", "events", "events/s", "us/e all", "parse", "write",
                    "p50 ms", "p99 ms", "worst ms", "file MB", "log MB", "RSS MB");
        const std::int64_t tenth = std::max<std::int64_t>(1, settings.events / 10);
        std::vector<double> all;
        double seconds = 0;
        double writerCpu = 0;
        for (std::int64_t sent = 0; sent < settings.events;) {
            Feed feed(*journal, settings);
            double part = 0;
            double cpu = 0;
            std::int64_t taken = 0;
            // Making the events is not measured.
            while (taken < tenth) {
                std::vector<std::string> payloads;
                for (std::int64_t i = 0; i < std::min<std::int64_t>(50'000, tenth - taken); ++i) {
                    payloads.push_back(lines.next(kConnection).payload);
                    raw += static_cast<double>(payloads.back().size() + 1);
                }
                taken += static_cast<std::int64_t>(payloads.size());
                const SteadyClock::time_point start = SteadyClock::now();
                const double cpuBefore = cpuSeconds();
                feed.take(std::move(payloads));
                part += msSince(start) / 1'000;
                cpu += cpuSeconds() - cpuBefore;
            }
            sent += taken;
            seconds += part;
            all.insert(all.end(), feed.commits.begin(), feed.commits.end());
            const auto count = static_cast<double>(taken);
            std::printf("%9" PRId64 " %9.0f %9.1f %8.1f %8.1f %8.2f %8.2f %8.2f %8.1f %8.1f %8.1f\n", sent,
                        count / part, cpu / count * 1e6, feed.parsing / count, (feed.writerCpu - writerCpu) / count,
                        percentile(feed.commits, 0.5), percentile(feed.commits, 0.99), percentile(feed.commits, 1),
                        fileMb(journal->filePath()), fileMb(journal->filePath() + "-wal"), residentMb());
            std::fflush(stdout);
            writerCpu = feed.writerCpu;
        }
        std::printf("all: %.0f events/s, commit p50 %.2f, p99 %.2f, worst %.2f ms\n",
                    static_cast<double>(settings.events) / seconds, percentile(all, 0.5), percentile(all, 0.99),
                    percentile(all, 1));
    }
    const double file = fileMb(folder + "/journal.sqlite");
    std::printf("file %.1f MB of %.1f MB NDJSON: %.2f\n", file, raw / 1e6, file * 1e6 / raw);
    const SteadyClock::time_point start = SteadyClock::now();
    const JournalReport report = JournalVerifier::open(folder).value()->run().value();
    std::printf("look through it all: %.1f s, %" PRId64 " entries, %s\n", msSince(start) / 1'000, report.entries,
                report.clean() ? "clean" : report.findings.front().detail.c_str());
    std::filesystem::remove_all(folder);
    return report.clean() ? 0 : 1;
}
