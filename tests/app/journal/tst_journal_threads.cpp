// SPDX-License-Identifier: GPL-3.0-or-later
// The journal under many threads at once, for the thread sanitizer: without Qt, whose own synchronisation it cannot
// see.
#include "tests/app/journal/JournalSupport.h"

#include <atomic>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <set>
#include <thread>

using namespace segue;
using namespace segue::test;

namespace {

constexpr int kWriters = 4;
constexpr int kRounds = 60;
constexpr int kPerRound = 20;
constexpr int kGone = 300;

void check(bool ok, const char *what)
{
    if (!ok) {
        std::fprintf(stderr, "failed: %s\n", what);
        std::exit(1);
    }
}

std::string idOf(int writer, int number)
{
    return "w" + std::to_string(writer) + "-" + std::to_string(number);
}

void write(Journal &journal, int writer, std::atomic<int> &acknowledged, std::atomic<int> &confirmed)
{
    JournalCalls calls(journal);
    const std::string &connection = writer % 2 == 0 ? kOne : kTwo;
    for (int round = 0; round < kRounds; ++round) {
        std::vector<NewEntry> entries;
        for (int i = 0; i < kPerRound; ++i) {
            entries.push_back(trackEntry(idOf(writer, round * kPerRound + i), connection));
        }
        const JournalResult<std::vector<EntryId>> ids = calls.append(std::move(entries));
        check(ids.ok() && ids.value().size() == kPerRound, "append");
        acknowledged += kPerRound;
        std::vector<StateChange> changes;
        for (std::size_t i = 0; i < kPerRound; ++i) {
            changes.push_back({ids.value()[i], i % 3 == 0 ? EventState::Waiting : EventState::Accepted, {}, "why", {}});
        }
        check(calls.record(std::move(changes)).value().size() == kPerRound, "record");
        journal.confirm(
            idOf(writer, round * kPerRound), "sandbox",
            [&](const JournalResult<std::optional<EntryId>> &found) { confirmed += found && found.value() ? 1 : 0; });
        if (round % 20 == 19) {
            journal.requeueWaiting(connection, 0, [](const JournalResult<std::size_t> &) {});
            journal.flush();
        }
    }
}

void read(const std::string &folder, JournalReader &shared, const std::atomic<bool> &stop)
{
    const std::unique_ptr<JournalReader> reader = openReader(folder);
    check(reader != nullptr, "reader");
    EventFilter word;
    word.search = {{SearchTerm::text("w2-7")}};
    while (!stop) {
        const JournalResult<StateCounts> counts = reader->counts({});
        check(counts.ok(), "counts");
        const JournalResult<std::vector<EntryId>> ids = reader->ids(word, {}, 50);
        check(ids.ok() && reader->entries(ids.value()).value().size() == ids.value().size(), "ids");
        check(reader->due(kOne, 0, 20).ok(), "due");
        shared.interrupt();
    }
}

Retention withoutEnd()
{
    Retention retention;
    retention.maxAge = 0; // the events of these tests are old
    return retention;
}

//! What looks after the file while it is written.
void lookAfter(const std::string &folder, Journal &journal, const std::atomic<bool> &stop)
{
    JournalCalls calls(journal);
    check(calls.erase("gone").value().entries.total() == kGone, "erase");
    while (!stop) {
        journal.setRetention(withoutEnd());
        check(calls.find("gone").value().entries.total() == 0, "find");
        const JournalResult<std::unique_ptr<JournalVerifier>> verifier = JournalVerifier::open(folder);
        check(verifier.ok(), "verifier");
        std::thread interrupting([&] { verifier.value()->interrupt(); });
        const JournalResult<JournalReport> report = verifier.value()->run();
        check(!report || report.value().clean(), "report");
        interrupting.join();
    }
}

} // namespace

int main()
{
    std::string folder = (std::filesystem::temp_directory_path() / "segue-journal-XXXXXX").string();
    check(mkdtemp(folder.data()) != nullptr, "folder");
    std::atomic<int> acknowledged = 0;
    std::atomic<int> confirmed = 0;
    std::atomic<bool> stop = false;
    std::set<EntryId> heard; // by the writer thread alone
    {
        Journal::Options options;
        options.folder = folder;
        options.upkeep = withoutEnd();
        const std::unique_ptr<Journal> journal = std::move(Journal::open(options)).value();
        check(journal != nullptr, "open");
        std::vector<NewEntry> gone(kGone, trackEntry("gone"));
        for (NewEntry &entry : gone) {
            entry.fields.identity = "gone";
        }
        check(JournalCalls(*journal).append(std::move(gone)).ok(), "append");
        journal->flush(); // what was acknowledged is told to the listener afterwards: none is to hear of these
        const std::unique_ptr<JournalReader> interrupted = openReader(folder);
        journal->setListener(
            [&](const JournalChange &change) { heard.insert(change.added.begin(), change.added.end()); });
        std::vector<std::thread> readers;
        for (int i = 0; i < 2; ++i) {
            readers.emplace_back([&] { read(folder, *interrupted, stop); });
        }
        std::thread searcher([&] {
            EventFilter word;
            word.search = {{SearchTerm::text("nowhere at all")}};
            while (!stop) {
                const JournalResult<std::vector<EntryId>> none = interrupted->ids(word, {}, 1);
                check(!none || none.value().empty(), "search");
            }
        });
        std::thread keeper([&] { lookAfter(folder, *journal, stop); });
        std::vector<std::thread> writers;
        for (int i = 0; i < kWriters; ++i) {
            writers.emplace_back([&, i] { write(*journal, i, acknowledged, confirmed); });
        }
        for (std::thread &writer : writers) {
            writer.join();
        }
        journal->flush();
        stop = true;
        searcher.join();
        keeper.join();
        for (std::thread &reader : readers) {
            reader.join();
        }
        journal->setListener({});
    }
    constexpr int kAll = kWriters * kRounds * kPerRound;
    check(acknowledged == kAll, "acknowledged");
    check(confirmed == kWriters * kRounds, "confirmed");
    check(heard.size() == kAll, "listener");
    const std::unique_ptr<JournalReader> reader = openReader(folder);
    check(reader->counts({}).value().total() == kAll, "counts");
    check(reader->ids({}, {}, kAll + 1).value().size() == kAll, "entries");
    check(faultsOf(folder).empty(), "faults");
    std::filesystem::remove_all(folder);
    std::puts("ok");
    return 0;
}
