// SPDX-License-Identifier: GPL-3.0-or-later
// bench_search FOLDER NDJSON: complete searches of a journal (fill_journal), beside ripgrep on the same payloads, and
// look-ups by what is indexed. Medians of five, warm.
#include "app/journal/EntrySearch.h"
#include "app/journal/JournalReader.h"

#include <algorithm>
#include <array>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <future>

using namespace segue;

namespace {

constexpr int kRounds = 5;

double now()
{
    const auto time = std::chrono::steady_clock::now().time_since_epoch();
    return std::chrono::duration<double, std::milli>(time).count();
}

double median(std::vector<double> values)
{
    std::ranges::sort(values);
    return values[values.size() / 2];
}

struct Found
{
    std::size_t hits = 0;
    double first = -1; //!< ms
    double complete = 0;
};

Found searched(EntrySearch &search, const EventFilter &filter)
{
    Found found;
    std::promise<void> over;
    const double begin = now();
    search.start(filter, [&](const SearchBatch &batch) {
        found.hits += batch.ids.size();
        if (found.first < 0 && !batch.ids.isEmpty()) {
            found.first = now() - begin;
        }
        if (batch.last) {
            over.set_value();
        }
    });
    over.get_future().wait();
    found.complete = now() - begin;
    return found;
}

Found medianOf(EntrySearch &search, const EventFilter &filter)
{
    searched(search, filter);
    std::vector<double> first;
    std::vector<double> complete;
    Found found;
    for (int i = 0; i < kRounds; ++i) {
        found = searched(search, filter);
        first.push_back(found.first);
        complete.push_back(found.complete);
    }
    return {found.hits, median(first), median(complete)};
}

//! ripgrep's time for counting the lines, in ms; below 0 when it is not there.
double ripgrep(const std::string &word, bool ignoreCase, const std::string &file, std::size_t &lines)
{
    const std::string command = "rg -c -F " + std::string(ignoreCase ? "-i " : "") + "-e '" + word + "' '" + file + "'";
    std::vector<double> times;
    for (int i = 0; i <= kRounds; ++i) {
        const double begin = now();
        std::FILE *output = popen(command.c_str(), "r");
        std::array<char, 40> text{};
        lines = output != nullptr && std::fgets(text.data(), text.size(), output) != nullptr
                    ? std::strtoull(text.data(), nullptr, 10)
                    : 0;
        const int status = output == nullptr ? -1 : pclose(output);
        if (status < 0 || WEXITSTATUS(status) > 1) {
            return -1;
        }
        if (i > 0) {
            times.push_back(now() - begin);
        }
    }
    return median(times);
}

SearchTerm term(SearchField field, const std::string &value)
{
    SearchTerm made;
    made.field = field;
    made.values = {value};
    return made;
}

EventFilter searchFor(const SearchTerm &one)
{
    EventFilter filter;
    filter.search = {{one}};
    return filter;
}

} // namespace

int main(int argc, char **argv)
{
    if (argc < 3) {
        std::fputs("usage: bench_search FOLDER NDJSON\n", stderr);
        return 2;
    }
    EntrySearch search(argv[1]);
    std::printf("%-34s %9s %10s %13s %10s %9s %7s\n", "free text", "hits", "first (ms)", "complete (ms)", "rg (ms)",
                "rg lines", "ratio");
    struct Text
    {
        const char *word;
        bool exact;
    };
    for (const Text text : {Text{"zebra crossing", false}, Text{"zebra crossing", true}, Text{"C00123-", true},
                            Text{"c00123-", false}, Text{"Huawei", true}, Text{"Push Sent", false}}) {
        const Found found = medianOf(search, searchFor(SearchTerm::text(text.word, text.exact)));
        std::size_t lines = 0;
        const double peer = ripgrep(text.word, !text.exact, argv[2], lines);
        const std::string name = std::string(text.word) + (text.exact ? " (exact)" : " (any case)");
        std::printf("%-34s %9zu %10.1f %13.1f %10.1f %9zu %7.2f\n", name.c_str(), found.hits, found.first,
                    found.complete, peer, lines, peer > 0 ? found.complete / peer : 0);
    }

    JournalResult<std::unique_ptr<JournalReader>> reader = JournalReader::open(argv[1]);
    if (!reader) {
        std::fprintf(stderr, "bench_search: %s\n", reader.error().detail.c_str());
        return 1;
    }
    const std::vector<EntryId> newest = reader.value()->ids({}, {}, 300'000).valueOr({});
    const auto entry = newest.empty() ? JournalResult<std::optional<Entry>>(std::optional<Entry>())
                                      : reader.value()->entry(newest.front());
    if (!entry || !entry.value()) {
        std::fputs("bench_search: the journal is empty\n", stderr);
        return 1;
    }
    const EntryFields &fields = entry.value()->fields;
    EventFilter rare;
    rare.events = {"Email Bounced"};
    EventFilter refused;
    refused.states = {EventState::Refused};
    std::printf("\n%-34s %9s %10s %13s\n", "indexed", "hits", "first (ms)", "complete (ms)");
    const std::pair<const char *, EventFilter> lookUps[] = {
        {"messageId", searchFor(term(SearchField::MessageId, fields.messageId))},
        {"user", searchFor(term(SearchField::User, fields.identity))},
        {"event of 1 %", rare},
        {"state Refused, 1 %", refused},
        {"nothing restricted", {}},
    };
    for (const auto &[name, filter] : lookUps) {
        const Found found = medianOf(search, filter);
        std::printf("%-34s %9zu %10.2f %13.2f\n", name, found.hits, found.first, found.complete);
    }
    return 0;
}
