// SPDX-License-Identifier: GPL-3.0-or-later
// A process that writes to a journal, for tests that kill it or let several write at once. Free of Qt.
//   journal_child <folder> <connection> <groups> <entries of a group> [slow]
// Prints each id once it has been acknowledged, then `end`.
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
    JournalResult<std::unique_ptr<Journal>> journal = Journal::open({argv[1], nullptr});
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
        // Every other one of the group becomes Accepted, so that the counts move as well.
        std::vector<StateChange> changes;
        for (std::size_t i = 0; i < ids.value().size(); i += 2) {
            changes.push_back({ids.value()[i], EventState::Accepted, {}, {}, {}});
        }
        if (!calls.record(std::move(changes))) {
            return 1;
        }
    }
    std::puts("end");
    return 0;
}
