// SPDX-License-Identifier: GPL-3.0-or-later
// fill_journal FOLDER EVENTS [NDJSON]: a journal of so many generated events; the same payloads as lines of a file.
#include "tests/bench/TrackLines.h"

#include "app/core/Clock.h"
#include "app/journal/Journal.h"

#include <atomic>
#include <condition_variable>
#include <cstdio>
#include <cstdlib>
#include <mutex>

using namespace segue;

namespace {

constexpr std::size_t kAtOnce = 500;
constexpr std::size_t kMostUnderWay = 8;
//! The sandbox, which every log has, so that the window shows the events at once.
const std::string kConnection = "5e60e5a4-db0c-4000-8000-000000000001";

//! Lets a few appends be under way at once.
class Gate
{
public:
    void enter()
    {
        std::unique_lock lock(m_mutex);
        m_change.wait(lock, [this] { return m_inside < kMostUnderWay; });
        ++m_inside;
    }
    void leave()
    {
        {
            const std::scoped_lock lock(m_mutex);
            --m_inside;
        }
        m_change.notify_one();
    }

private:
    std::mutex m_mutex;
    std::condition_variable m_change;
    std::size_t m_inside = 0;
};

} // namespace

int main(int argc, char **argv)
{
    if (argc < 3) {
        std::fputs("usage: fill_journal FOLDER EVENTS [NDJSON]\n", stderr);
        return 2;
    }
    const std::size_t events = std::strtoull(argv[2], nullptr, 10);
    std::FILE *lines = argc > 3 ? std::fopen(argv[3], "w") : nullptr;
    JournalResult<std::unique_ptr<Journal>> journal = Journal::open({argv[1], nullptr});
    if (!journal || (argc > 3 && lines == nullptr)) {
        std::fputs("fill_journal: cannot write there\n", stderr);
        return 1;
    }
    // The last one has just come, so that nothing is too old to be kept.
    constexpr std::int64_t kApart = 40;
    bench::TrackLines source(7, SystemClock().now() - static_cast<std::int64_t>(events) * kApart);
    Gate gate;
    std::atomic<bool> failed = false;
    for (std::size_t made = 0; made < events && !failed;) {
        std::vector<NewEntry> some;
        for (; some.size() < kAtOnce && made < events; ++made) {
            some.push_back(source.next(kConnection));
            if (lines != nullptr) {
                const std::string line = some.back().payload + "\n";
                std::fwrite(line.data(), 1, line.size(), lines);
            }
        }
        gate.enter();
        journal.value()->append(std::move(some), [&](const JournalResult<std::vector<EntryId>> &added) {
            failed = failed || !added;
            gate.leave();
        });
    }
    journal.value()->flush();
    if (lines != nullptr && std::fclose(lines) != 0) {
        failed = true;
    }
    return failed ? 1 : 0;
}
