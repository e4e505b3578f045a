// SPDX-License-Identifier: GPL-3.0-or-later
// Fills a journal with VariedEvents, for tests that search it from outside. Free of Qt.
//   varied_journal <folder> <seed> <events>
// Prints one line for each event: id, HTTP status of its last attempt (0: none), ms of it (-1: none).
#include "app/core/Clock.h"
#include "tests/app/journal/JournalSupport.h"
#include "tests/support/VariedEvents.h"

#include <cstdio>
#include <cstdlib>

using namespace segue;
using namespace segue::test;

namespace {

constexpr int kGroup = 250;

} // namespace

int main(int argc, char **argv)
{
    if (argc != 4) {
        std::fputs("varied_journal <folder> <seed> <events>\n", stderr);
        return 2;
    }
    JournalResult<std::unique_ptr<Journal>> journal = Journal::open({argv[1], nullptr});
    if (!journal) {
        std::fprintf(stderr, "%s\n", journal.error().detail.c_str());
        return 1;
    }
    JournalCalls calls(*journal.value());
    // Not so old that upkeep would take them out.
    VariedEvents events(static_cast<std::uint32_t>(std::strtoul(argv[2], nullptr, 10)),
                        SystemClock().now() - 2 * VariedEvents::kTimeSpan);
    for (int left = std::atoi(argv[3]); left > 0; left -= kGroup) {
        std::vector<NewEntry> entries;
        std::vector<std::optional<StateChange>> changes;
        for (int i = 0; i < std::min(left, kGroup); ++i) {
            VariedEvents::Event event = events.next();
            entries.push_back(std::move(event.entry));
            changes.push_back(std::move(event.change));
        }
        const JournalResult<std::vector<EntryId>> ids = calls.append(std::move(entries));
        if (!ids) {
            return 1;
        }
        std::vector<StateChange> later;
        for (std::size_t i = 0; i < changes.size(); ++i) {
            const std::optional<StateChange> &change = changes[i];
            std::printf("%lld %d %lld\n", static_cast<long long>(ids.value()[i].value),
                        change ? change->attempt->status : 0,
                        static_cast<long long>(change ? change->attempt->duration : -1));
            if (change) {
                later.push_back(*change);
                later.back().id = ids.value()[i];
            }
        }
        if (!calls.record(std::move(later))) {
            return 1;
        }
    }
    return 0;
}
