// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest> // first: moc 6.4 cannot read <compare> before Qt's own headers

#include "app/journal/EntrySearch.h"
#include "app/journal/FilterMatcher.h"
#include "app/journal/JournalFile.h"

#include "tests/app/journal/JournalSupport.h"

#include <QDir>
#include <QTemporaryDir>

#include <algorithm>
#include <atomic>
#include <future>
#include <random>

using namespace segue;
using namespace segue::test;

namespace {

constexpr int kEntries = 26'000; // more than what is looked through without asking an index

//! What a search handed over.
struct Heard
{
    std::vector<SearchBatch> batches;
    EntryIdList ids;
};

Heard searched(EntrySearch &search, const EventFilter &filter)
{
    std::promise<void> over;
    Heard heard;
    search.start(filter, [&](SearchBatch batch) {
        const bool last = batch.last;
        heard.ids.insert(batch.ids);
        heard.batches.push_back(std::move(batch));
        if (last) {
            over.set_value();
        }
    });
    over.get_future().wait();
    return heard;
}

EventFilter wordFilter(const std::string &word)
{
    EventFilter filter;
    filter.search = {{SearchTerm::text(word)}};
    return filter;
}

//! An event whose fields and payload are drawn.
NewEntry drawnEntry(std::mt19937 &random, int number)
{
    const auto roll = [&](int sides) { return static_cast<int>(random() % static_cast<unsigned>(sides)); };
    static const char *const kEvents[] = {"Push Sent", "Email Bounced", "push sent", ""};
    static const char *const kDevices[] = {"iOS", "android", ""};
    NewEntry entry = trackEntry("m-" + std::to_string(number), roll(3) == 0 ? kTwo : kOne);
    EntryFields &fields = entry.fields;
    fields.event = kEvents[roll(4)];
    fields.device = kDevices[roll(3)];
    fields.campaign = roll(4) == 0 ? std::string() : "C-" + std::to_string(roll(30));
    fields.idKind = static_cast<IdKind>(roll(3));
    fields.identity = fields.idKind == IdKind::Nobody ? std::string() : "user-" + std::to_string(roll(2'000));
    fields.origin = static_cast<Origin>(roll(5));
    fields.received += number * 10;
    fields.state =
        static_cast<EventState>(roll(20) == 0 ? roll(kEventStateCount) : static_cast<int>(EventState::Accepted));
    const char *const rare = roll(500) == 0 ? "Zebra" : roll(500) == 0 ? "z\\u00e9bra" : "plain";
    entry.payload = R"({"type":"track","messageId":")" + fields.messageId + R"(","event":")" + fields.event +
                    R"(","userId":")" + fields.identity + R"(","properties":{"note":")" + rare + R"(","n":)" +
                    std::to_string(roll(50)) + "}}";
    return entry;
}

SearchTerm drawnTerm(std::mt19937 &random)
{
    const auto roll = [&](int sides) { return static_cast<int>(random() % static_cast<unsigned>(sides)); };
    const auto number = [&](int sides) { return std::to_string(roll(sides)); };
    SearchTerm term;
    term.excluded = roll(4) == 0;
    switch (roll(13)) {
    case 0:
        term.values = {"zebra"};
        break;
    case 1:
        term.values = {roll(2) == 0 ? "zébra" : "Zebra"};
        term.exactCase = true;
        break;
    case 2:
        term.field = SearchField::Event;
        term.values = {roll(2) == 0 ? "PUSH sent" : "email bounced", "none such"};
        break;
    case 3:
        term.field = SearchField::User;
        term.values = {"user-" + number(2'000), "user-" + number(2'000)};
        break;
    case 4:
        term.field = SearchField::Hwid;
        term.values = {"user-" + number(2'000)};
        break;
    case 5:
        term.field = SearchField::Campaign;
        term.values = {"C-" + number(30), "it's \"new\""};
        break;
    case 6:
        term.field = SearchField::Device;
        term.values = {roll(2) == 0 ? "IOS" : ""};
        break;
    case 7:
        term.field = SearchField::MessageId;
        term.values = {"m-" + number(kEntries), "m-" + number(kEntries)};
        break;
    case 8:
        term.field = SearchField::State;
        term.values = {std::string(stateWord(static_cast<EventState>(roll(kEventStateCount)))), "refused"};
        break;
    case 9:
        term.field = SearchField::HttpStatus;
        term.values = {roll(3) == 0 ? "none" : roll(2) == 0 ? "5xx" : "400"};
        break;
    case 10:
        term.field = SearchField::Origin;
        term.values = {std::string(originWord(static_cast<Origin>(roll(5))))};
        break;
    case 11:
        term.field = roll(2) == 0 ? SearchField::Time : SearchField::Latency;
        term.comparison = roll(2) == 0 ? SearchTerm::Comparison::Above : SearchTerm::Comparison::Below;
        term.bound = term.field == SearchField::Time ? 1'700'000'000'000 + roll(kEntries) * 10 : roll(400);
        break;
    default:
        term.field = SearchField::Property;
        term.path = "properties.n";
        term.values = {number(50)};
    }
    return term;
}

EventFilter drawnFilter(std::mt19937 &random)
{
    const auto roll = [&](int sides) { return static_cast<int>(random() % static_cast<unsigned>(sides)); };
    EventFilter filter;
    if (roll(4) == 0) {
        filter.connection = kTwo;
    }
    if (roll(4) == 0) {
        filter.events = {"Push Sent"};
    }
    if (roll(4) == 0) {
        filter.states = {EventState::Refused, roll(2) == 0 ? EventState::Accepted : EventState::Queued};
    }
    if (roll(6) == 0) {
        filter.since = 1'700'000'000'000 + roll(kEntries) * 10;
    }
    for (int alternatives = roll(4); alternatives > 0; --alternatives) {
        SearchTerms terms;
        for (int count = 1 + roll(3); count > 0; --count) {
            terms.push_back(drawnTerm(random));
        }
        filter.search.push_back(std::move(terms));
    }
    return filter;
}

} // namespace

class TestEntrySearch : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();

    void anEmptyJournalIsSearchedAtOnce();
    void batchesGoFromTheNewestToTheOldest();
    void theFirstBatchDoesNotWaitForTheRest();
    void everyFilterFindsWhatItsPredicateMeans();
    void entriesThatAreGoneAreNotFound();
    void nothingIsHeardOfACancelledSearch();
    void searchesAreDoneOneAfterTheOther();
    void aJournalThatIsNotThereIsToldOnce();
    void theConnectionsAreClosedWhenNothingIsSearched();

private:
    std::string folder() const { return m_folder.path().toStdString(); }

    QTemporaryDir m_folder;
    std::unique_ptr<Journal> m_journal;
};

void TestEntrySearch::initTestCase()
{
    m_journal = openJournal(folder());
    QVERIFY(m_journal);
    std::mt19937 random(11);
    JournalCalls calls(*m_journal);
    for (int made = 0; made < kEntries;) {
        std::vector<NewEntry> some;
        // Blocks of every size, also in the middle of the range of a piece.
        for (std::size_t left = 1 + random() % 900; left > 0 && made < kEntries; --left) {
            some.push_back(drawnEntry(random, made++));
        }
        const std::vector<EntryId> ids = calls.append(std::move(some)).value();
        Attempt attempt;
        attempt.duration = static_cast<std::int64_t>(random() % 400);
        attempt.status = random() % 2 == 0 ? 503 : 400;
        QVERIFY(calls.record({{ids.front(), EventState::Retrying, 7, "try-later", attempt}}));
    }
}

void TestEntrySearch::anEmptyJournalIsSearchedAtOnce()
{
    const QTemporaryDir empty;
    const std::unique_ptr<Journal> journal = openJournal(empty.path().toStdString());
    EntrySearch search(empty.path().toStdString());
    for (const EventFilter &filter : {EventFilter(), wordFilter("zebra")}) {
        const Heard heard = searched(search, filter);
        QCOMPARE(heard.batches.size(), std::size_t(1));
        QVERIFY(heard.batches.front().last && heard.ids.isEmpty() && !heard.batches.front().error);
        QCOMPARE(heard.batches.front().searchedShare(), 1.0);
    }
}

void TestEntrySearch::batchesGoFromTheNewestToTheOldest()
{
    EntrySearch search(folder());
    const Heard heard = searched(search, wordFilter("zebra"));
    QVERIFY(heard.ids.size() > 20);
    EntryId below{kEntries + 1};
    double share = 0;
    for (const SearchBatch &batch : heard.batches) {
        QVERIFY(batch.all == (IdRange{EntryId{1}, EntryId{kEntries}}));
        QVERIFY(batch.ids.isEmpty() || (batch.ids.back() < below && batch.ids.front() >= batch.reached));
        QVERIFY(batch.reached < below);
        QVERIFY(batch.searchedShare() > share);
        below = batch.reached;
        share = batch.searchedShare();
        QCOMPARE(batch.last, &batch == &heard.batches.back());
    }
    QCOMPARE(below, EntryId{1});
    QCOMPARE(share, 1.0);
}

void TestEntrySearch::theFirstBatchDoesNotWaitForTheRest()
{
    EntrySearch search(folder());
    EventFilter found = wordFilter("plain");
    const Heard heard = searched(search, found);
    QVERIFY(heard.batches.size() > 1);
    QVERIFY(heard.batches.front().reached > EntryId{kEntries / 2});
}

void TestEntrySearch::everyFilterFindsWhatItsPredicateMeans()
{
    const std::unique_ptr<JournalReader> reader = openReader(folder());
    std::vector<EntryId> all = reader->ids({}, {}, kEntries).value();
    QCOMPARE(all.size(), std::size_t(kEntries));
    const std::vector<Entry> entries = reader->entries(all).value();
    std::vector<std::string> payloads;
    for (const EntryId id : all) {
        payloads.push_back(reader->payload(id).value().value());
    }
    EntrySearch search(folder());
    std::mt19937 random(5);
    std::size_t some = 0;
    for (int i = 0; i < 150; ++i) {
        const EventFilter filter = drawnFilter(random);
        FilterMatcher matcher(filter);
        std::vector<EntryId> meant;
        for (std::size_t k = 0; k < entries.size(); ++k) {
            if (matcher.matches(entries[k], [&] { return std::string_view(payloads[k]); })) {
                meant.push_back(entries[k].id);
            }
        }
        const Heard heard = searched(search, filter);
        QVERIFY2(heard.ids == EntryIdList(meant),
                 qPrintable(QStringLiteral("filter %1: %2 of %3").arg(i).arg(heard.ids.size()).arg(meant.size())));
        // The reader finds the same, and the newest of them when only some are asked for.
        QVERIFY(reader->ids(filter, {}, kEntries).value() == meant);
        const std::size_t few = std::min<std::size_t>(meant.size(), 7);
        const std::vector<EntryId> newest(meant.end() - static_cast<std::ptrdiff_t>(few), meant.end());
        QVERIFY(reader->ids(filter, {}, 7).value() == newest);
        const EntryId after{kEntries - 500};
        std::erase_if(meant, [after](EntryId id) { return id <= after; });
        QVERIFY(reader->ids(filter, after, kEntries).value() == meant);
        QVERIFY(reader->matching(filter, std::span(all).last(500)).value() == meant);
        some += heard.ids.isEmpty() ? 0U : 1U;
    }
    QVERIFY2(some > 75, qPrintable(QString::number(some)));
}

void TestEntrySearch::entriesThatAreGoneAreNotFound()
{
    const QTemporaryDir own;
    const std::string path = own.path().toStdString();
    const std::unique_ptr<Journal> journal = openJournal(path);
    std::vector<NewEntry> entries;
    for (int i = 0; i < 9'000; ++i) {
        entries.push_back(trackEntry("m-" + std::to_string(i)));
    }
    QVERIFY(JournalCalls(*journal).append(std::move(entries)));
    // As retention leaves it: the rows have gone, a block that is still needed has not.
    JournalResult<SqlDatabase> other = SqlDatabase::open(journalPath(path), SqlDatabase::Mode::ReadWrite);
    QVERIFY(other.value().exec("DELETE FROM entry WHERE id<=4100 OR id=8000; "
                               "INSERT INTO counter SELECT 0, connection, state, 0, -4101 FROM tally"));
    EntryIdList left;
    left.insert(IdRange{EntryId{4'101}, EntryId{9'000}});
    left.remove(IdRange{EntryId{8'000}, EntryId{8'000}});
    EntrySearch search(path);
    QVERIFY(searched(search, {}).ids == left);
    QVERIFY(searched(search, wordFilter("track")).ids == left);
    QVERIFY(searched(search, wordFilter("m-7999")).ids == EntryIdList());
    QVERIFY(searched(search, wordFilter("m-8000")).ids == EntryIdList(std::vector<EntryId>{EntryId{8'001}}));
}

void TestEntrySearch::nothingIsHeardOfACancelledSearch()
{
    EntrySearch search(folder());
    std::atomic<int> heard = 0;
    for (int i = 0; i < 50; ++i) {
        const EntrySearch::JobId job = search.start(wordFilter("nowhere"), [&](const SearchBatch &) { ++heard; });
        if (i % 2 == 0) {
            std::this_thread::yield();
        }
        search.cancel(job);
        const int before = heard;
        const Heard next = searched(search, wordFilter("zebra"));
        QVERIFY(next.batches.back().last);
        QVERIFY(heard - before <= 1); // a call that was under way
    }
}

void TestEntrySearch::searchesAreDoneOneAfterTheOther()
{
    EntrySearch search(folder());
    constexpr int kSearches = 6;
    std::promise<void> over;
    std::atomic<int> left = kSearches;
    std::vector<EntryIdList> found(kSearches);
    for (std::size_t i = 0; i < found.size(); ++i) {
        search.start(wordFilter(i % 2 == 0 ? "zebra" : "zébra"), [&, i](SearchBatch batch) {
            found[i].insert(batch.ids);
            if (batch.last && --left == 0) {
                over.set_value();
            }
        });
    }
    over.get_future().wait();
    QVERIFY(!found[0].isEmpty() && !found[1].isEmpty());
    for (std::size_t i = 2; i < found.size(); ++i) {
        QVERIFY(found[i] == found[i - 2]);
    }
}

void TestEntrySearch::aJournalThatIsNotThereIsToldOnce()
{
    const QTemporaryDir empty;
    EntrySearch search(empty.path().toStdString());
    const Heard heard = searched(search, {});
    QCOMPARE(heard.batches.size(), std::size_t(1));
    QVERIFY(heard.batches.front().error);
}

void TestEntrySearch::theConnectionsAreClosedWhenNothingIsSearched()
{
    const auto openFiles = [this] {
        const QStringList all =
            QDir(QStringLiteral("/proc/self/fd")).entryList(QDir::NoDotAndDotDot | QDir::AllEntries);
        return std::ranges::count_if(all, [this](const QString &name) {
            return QFile::symLinkTarget(QStringLiteral("/proc/self/fd/") + name).startsWith(m_folder.path());
        });
    };
    const auto before = openFiles();
    EntrySearch search(folder());
    searched(search, wordFilter("zebra"));
    QVERIFY(openFiles() > before);
    QTRY_COMPARE_WITH_TIMEOUT(openFiles(), before, 20'000);
    QVERIFY(!searched(search, wordFilter("zebra")).ids.isEmpty());
}

QTEST_GUILESS_MAIN(TestEntrySearch)
#include "tst_entrysearch.moc"
