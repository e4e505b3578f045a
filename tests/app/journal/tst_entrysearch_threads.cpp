// SPDX-License-Identifier: GPL-3.0-or-later
// Searches from several threads while others write, for the thread sanitizer: without Qt, whose own synchronisation it
// cannot see.
#include "app/journal/EntrySearch.h"

#include "tests/app/journal/JournalSupport.h"

#include <atomic>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <thread>

using namespace segue;
using namespace segue::test;

namespace {

constexpr int kRounds = 150;
constexpr int kPerRound = 60;
constexpr int kAll = kRounds * kPerRound;

void check(bool ok, const char *what)
{
    if (!ok) {
        std::fprintf(stderr, "failed: %s\n", what);
        std::exit(1);
    }
}

EventFilter wordFilter(const std::string &word)
{
    EventFilter filter;
    filter.search = {{SearchTerm::text(word)}};
    return filter;
}

EntryIdList searched(EntrySearch &search, const EventFilter &filter)
{
    std::promise<void> over;
    EntryIdList ids;
    EntryId below{kAll + 1};
    search.start(filter, [&](const SearchBatch &batch) {
        check(!batch.error, "no error");
        check(batch.ids.isEmpty() || batch.ids.back() < below, "the newest first");
        below = batch.reached;
        ids.insert(batch.ids);
        if (batch.last) {
            over.set_value();
        }
    });
    over.get_future().wait();
    return ids;
}

void write(Journal &journal)
{
    JournalCalls calls(journal);
    for (int round = 0; round < kRounds; ++round) {
        std::vector<NewEntry> entries;
        for (int i = 0; i < kPerRound; ++i) {
            entries.push_back(trackEntry("m-" + std::to_string(round * kPerRound + i), i % 2 == 0 ? kOne : kTwo));
        }
        const JournalResult<std::vector<EntryId>> ids = calls.append(std::move(entries));
        check(ids.ok(), "append");
        check(calls.record({{ids.value().front(), EventState::Refused, {}, "why", {}}}).ok(), "record");
    }
}

} // namespace

int main()
{
    std::string folder = (std::filesystem::temp_directory_path() / "segue-search-XXXXXX").string();
    check(mkdtemp(folder.data()) != nullptr, "folder");
    {
        const std::unique_ptr<Journal> journal = openJournal(folder);
        check(journal != nullptr, "open");
        EntrySearch search(folder);
        std::atomic<bool> stop = false;
        std::vector<std::thread> searchers;
        for (const char *word : {"Push", "m-77", "nowhere"}) {
            searchers.emplace_back([&search, &stop, word] {
                while (!stop) {
                    searched(search, wordFilter(word));
                }
            });
        }
        searchers.emplace_back([&search, &stop] {
            EventFilter refused;
            refused.states = {EventState::Refused};
            while (!stop) {
                search.cancel(search.start(refused, [](const SearchBatch &) {}));
                searched(search, refused);
            }
        });
        write(*journal);
        stop = true;
        for (std::thread &searcher : searchers) {
            searcher.join();
        }
        check(searched(search, {}).size() == kAll, "all");
        check(searched(search, wordFilter("push")).size() == kAll, "the word of all");
        check(searched(search, wordFilter("m-8999")).size() == 1, "the word of one");
        // Destroyed with work under way.
        search.start(wordFilter("nowhere"), [](const SearchBatch &) {});
    }
    std::filesystem::remove_all(folder);
    std::puts("ok");
    return 0;
}
