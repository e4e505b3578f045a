// SPDX-License-Identifier: GPL-3.0-or-later
// A process that writes to a journal, for tests that kill it or let several write at once. Free of Qt.
//   journal_child <folder> <connection> <groups> <entries of a group> [<entries to keep>]
// Prints each id once it has been acknowledged, then `end`. Every other entry of a group becomes Accepted, so those
// with an odd place in it stay Queued. With a number of entries to keep, the process looks after the file as well.
#include "tests/app/journal/JournalSupport.h"

#include <cstdio>
#include <cstdlib>

using namespace segue;
using namespace segue::test;

int main(int argc, char **argv)
{
    if (argc < 5) {
        return 2;
    }
    const std::string connection = argv[2];
    const int groups = std::atoi(argv[3]);
    const int size = std::atoi(argv[4]);
    Journal::Options options;
    options.folder = argv[1];
    if (argc > 5) {
        options.upkeep = Retention{};
        options.upkeep->maxEntries = std::atoi(argv[5]);
    }
    JournalResult<std::unique_ptr<Journal>> journal = Journal::open(options);
    if (!journal) {
        std::fprintf(stderr, "%s\n", journal.error().detail.c_str());
        return 1;
    }
    JournalCalls calls(*journal.value());
    for (int group = 0; group < groups; ++group) {
        std::vector<NewEntry> entries;
        for (int i = 0; i < size; ++i) {
            entries.push_back(trackEntry(connection + "/" + std::to_string(group * size + i), connection));
        }
        const JournalResult<std::vector<EntryId>> ids = calls.append(std::move(entries));
        if (!ids) {
            std::fprintf(stderr, "%s\n", ids.error().detail.c_str());
            return 1;
        }
        for (const EntryId id : ids.value()) {
            std::printf("%lld\n", static_cast<long long>(id.value));
        }
        std::fflush(stdout);
        // So that the counts move as well, and attempts come and go.
        std::vector<StateChange> changes;
        for (std::size_t i = 0; i < ids.value().size(); i += 2) {
            changes.push_back({ids.value()[i],
                               EventState::Accepted,
                               {},
                               {},
                               Attempt{group, 1, 200, "accepted", true, {}, {}, "body", {}}});
        }
        if (!calls.record(std::move(changes))) {
            return 1;
        }
    }
    std::puts("end");
    return 0;
}
