// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest> // first: moc 6.4 cannot read <compare> before Qt's own headers

#include "app/journal/Counters.h"
#include "tests/app/journal/JournalSupport.h"
#include "tests/app/journal/SqlProbe.h"

#include <QTemporaryDir>

using namespace segue;
using namespace segue::test;

//! The kept rates and the counts by origin.
class TestCounters : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup();

    void anEventCountsWhereItWasReceivedUnderItsPresentState();
    void connectionsAreCountedApart();
    void onlyTheTimeAskedForIsGiven();
    void whatWasReceivedLongAgoIsNotCounted();
    void everyWayOfChangingTheStateIsCounted();
    void fewCountsWaitInTheRowOfSerialNumbers();
    void manyCountsGoToTheirTable();
    void whatWasTakenBackIsNotCounted();
    void whatHalfWentToTheTableIsNotCounted();
    void countsThatAreNoneAreDamage();
    void anOlderFileInUseIsNotTakenUp();
    void aFileOfVersionThreeIsTakenUp();
    void anOlderFileIsCountedWhenItIsOpened();

private:
    std::vector<RateBucket> rates(const std::vector<std::string> &connections = {})
    {
        return m_reader->rates(connections, 0, m_now + 1'000'000).value();
    }
    static NewEntry received(const std::string &messageId, std::int64_t when, const std::string &connection = kOne)
    {
        NewEntry entry = trackEntry(messageId, connection);
        entry.fields.received = when;
        return entry;
    }
    std::string folder() const { return m_folder->path().toStdString(); }
    QString path() const { return m_folder->filePath(QStringLiteral("journal.sqlite")); }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Journal> m_journal;
    std::unique_ptr<JournalCalls> m_calls;
    std::unique_ptr<JournalReader> m_reader;
    std::int64_t m_now = 0; //!< the start of a bucket
};

void TestCounters::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_journal = openJournal(folder());
    m_calls = std::make_unique<JournalCalls>(*m_journal);
    m_reader = openReader(folder());
    m_now = SystemClock().now() / kRateBucketMs * kRateBucketMs;
}

void TestCounters::cleanup()
{
    const std::string faults = faultsOf(folder());
    QVERIFY2(faults.empty(), faults.c_str());
    m_reader.reset();
    m_calls.reset();
    m_journal.reset();
}

void TestCounters::anEventCountsWhereItWasReceivedUnderItsPresentState()
{
    const auto ids = m_calls
                         ->append({received("a", m_now), received("b", m_now + kRateBucketMs - 1),
                                   received("c", m_now + kRateBucketMs)})
                         .value();
    std::vector<RateBucket> buckets = rates();
    QCOMPARE(buckets.size(), std::size_t(2));
    QCOMPARE(buckets[0].start, m_now);
    QCOMPARE(buckets[0].counts.of(EventState::Queued), std::int64_t(2));
    QCOMPARE(buckets[1].start, m_now + kRateBucketMs);
    QCOMPARE(buckets[1].counts.total(), std::int64_t(1));
    // Delivered much later, it still counts where it was received.
    QVERIFY(m_calls->record({{ids[1], EventState::Accepted, {}, {}, {}}}));
    buckets = rates();
    QCOMPARE(buckets.size(), std::size_t(2));
    QCOMPARE(buckets[0].counts.of(EventState::Queued), std::int64_t(1));
    QCOMPARE(buckets[0].counts.of(EventState::Accepted), std::int64_t(1));
}

void TestCounters::connectionsAreCountedApart()
{
    QVERIFY(m_calls->append(
        {received("a", m_now), received("b", m_now, kTwo), received("c", m_now, kTwo), received("d", m_now, "")}));
    QCOMPARE(rates().front().counts.total(), std::int64_t(4));
    QCOMPARE(rates({kOne}).front().counts.total(), std::int64_t(1));
    QCOMPARE(rates({kOne, kTwo}).front().counts.total(), std::int64_t(3));
    QCOMPARE(rates({std::string()}).front().counts.total(), std::int64_t(1));
    QVERIFY(rates({"33333333-3333-4333-8333-333333333333"}).empty());
}

void TestCounters::onlyTheTimeAskedForIsGiven()
{
    std::vector<NewEntry> entries;
    for (int i = 0; i < 10; ++i) {
        entries.push_back(received(std::to_string(i), m_now + i * kRateBucketMs));
    }
    QVERIFY(m_calls->append(std::move(entries)));
    const auto some = m_reader->rates({}, m_now + 2 * kRateBucketMs + 1, m_now + 5 * kRateBucketMs).value();
    QCOMPARE(some.size(), std::size_t(3));
    QCOMPARE(some.front().start, m_now + 2 * kRateBucketMs);
    QCOMPARE(some.back().start, m_now + 4 * kRateBucketMs);
    QVERIFY(m_reader->rates({}, m_now, m_now).value().empty());
    QVERIFY(m_reader->rates({}, m_now + 20 * kRateBucketMs, m_now).value().empty());
}

void TestCounters::whatWasReceivedLongAgoIsNotCounted()
{
    const EntryId id = m_calls->appendOne(received("old", m_now - kRateKeptMs - 60'000));
    QVERIFY(m_calls->record({{id, EventState::Accepted, {}, {}, {}}}));
    QVERIFY(rates().empty());
    QCOMPARE(m_reader->counts({}).value().of(EventState::Accepted), std::int64_t(1));
}

void TestCounters::everyWayOfChangingTheStateIsCounted()
{
    QVERIFY(m_calls->append({received("a", m_now), received("b", m_now), received("c", m_now + kRateBucketMs)}));
    QVERIFY(m_calls->confirm("a"));
    QVERIFY(m_calls->record(
        {{EntryId{2}, EventState::Waiting, {}, "offline", {}}, {EntryId{3}, EventState::Waiting, {}, "offline", {}}}));
    QCOMPARE(m_calls->requeue(kOne).value(), std::size_t(2));
    QCOMPARE(rates()[0].counts.of(EventState::Queued), std::int64_t(1));
    QCOMPARE(rates()[1].counts.of(EventState::Queued), std::int64_t(1));
    QCOMPARE(m_calls->cancel(kOne).value(), std::size_t(2));
    QCOMPARE(rates()[0].counts.of(EventState::Confirmed), std::int64_t(1));
    QCOMPARE(rates()[0].counts.of(EventState::Cancelled), std::int64_t(1));
    QCOMPARE(rates()[1].counts.of(EventState::Cancelled), std::int64_t(1));
    QCOMPARE(rates()[1].counts.total(), std::int64_t(1));
}

void TestCounters::fewCountsWaitInTheRowOfSerialNumbers()
{
    for (int i = 0; i < 50; ++i) {
        QVERIFY(m_calls->append({received(std::to_string(i), m_now)}));
    }
    QCOMPARE(numbersIn(path(), "SELECT count(*) FROM counter"), QList<qint64>{0});
    QCOMPARE(numbersIn(path(), "SELECT json_array_length(fresh) FROM serial"), QList<qint64>{4});
    QCOMPARE(m_reader->counts({}).value().of(EventState::Queued), std::int64_t(50));
    QCOMPARE(rates().front().counts.total(), std::int64_t(50));
    // What has become nothing does not wait.
    QVERIFY(m_calls->erase("qa-user"));
    QCOMPARE(numbersIn(path(), "SELECT fresh IS NULL FROM serial"), QList<qint64>{1});
    QCOMPARE(m_reader->counts({}).value().total(), std::int64_t(0));
}

void TestCounters::manyCountsGoToTheirTable()
{
    constexpr int kBuckets = 3 * static_cast<int>(Counters::kMostFresh);
    for (int i = 0; i < kBuckets; ++i) {
        const EntryId id = m_calls->appendOne(received(std::to_string(i), m_now + i * kRateBucketMs));
        QVERIFY(m_calls->record({{id, EventState::Accepted, {}, {}, {}}}));
        const QList<qint64> waiting = numbersIn(path(), "SELECT ifnull(json_array_length(fresh), 0) FROM serial");
        QVERIFY(waiting.size() == 1 && waiting.front() <= static_cast<qint64>(Counters::kMostFresh));
        QCOMPARE(m_reader->counts({}).value().of(EventState::Accepted), std::int64_t(i + 1));
        QCOMPARE(m_reader->counts({}).value().total(), std::int64_t(i + 1));
        const std::string faults = faultsOf(folder());
        QVERIFY2(faults.empty(), faults.c_str());
    }
    QVERIFY(numbersIn(path(), "SELECT count(*) FROM counter").front() > 2 * kBuckets / 3);
    const auto all = m_reader->rates({}, m_now, m_now + kBuckets * kRateBucketMs).value();
    QCOMPARE(all.size(), static_cast<std::size_t>(kBuckets));
    for (const RateBucket &bucket : all) {
        QCOMPARE(bucket.counts.of(EventState::Accepted), std::int64_t(1));
        QCOMPARE(bucket.counts.total(), std::int64_t(1));
    }
}

void TestCounters::whatWasTakenBackIsNotCounted()
{
    QVERIFY(m_calls->append({received("a", m_now)}));
    runSql(path(), "CREATE TRIGGER full BEFORE UPDATE ON serial BEGIN SELECT raise(ABORT, 'no'); END", true);
    QVERIFY(!m_calls->append({received("b", m_now), received("c", m_now, kTwo)}));
    runSql(path(), "DROP TRIGGER full", true);
    QCOMPARE(m_reader->counts({}).value().total(), std::int64_t(1));
    QVERIFY(m_calls->append({received("d", m_now)}));
    QCOMPARE(m_reader->counts({}).value().total(), std::int64_t(2));
    QCOMPARE(rates().front().counts.total(), std::int64_t(2));
}

void TestCounters::whatHalfWentToTheTableIsNotCounted()
{
    QVERIFY(m_calls->append({received("a", m_now)}));
    runSql(path(), "CREATE TRIGGER full BEFORE INSERT ON counter WHEN NEW.kind=1 BEGIN SELECT raise(ABORT, 'no'); END",
           true);
    std::vector<NewEntry> many;
    for (std::size_t i = 0; i < Counters::kMostFresh; ++i) {
        many.push_back(received(std::to_string(i), m_now + static_cast<std::int64_t>(i) * kRateBucketMs));
    }
    QVERIFY(!m_calls->append(many));
    runSql(path(), "DROP TRIGGER full", true);
    QCOMPARE(m_reader->counts({}).value().total(), std::int64_t(1));
    QVERIFY(m_calls->append(std::move(many)));
    QCOMPARE(m_reader->counts({}).value().total(), static_cast<std::int64_t>(Counters::kMostFresh + 1));
}

void TestCounters::countsThatAreNoneAreDamage()
{
    QVERIFY(m_calls->append({received("a", m_now)}));
    runSql(path(), "UPDATE serial SET fresh='[[9,0,0,0,1]]'", true);
    for (int i = 0; i < 2; ++i) {
        const auto refused = m_calls->append({received("b", m_now)});
        QVERIFY(!refused && refused.error().kind == JournalError::Kind::Damaged);
    }
    m_reader.reset();
    m_calls.reset();
    m_journal.reset();
    m_journal = openJournal(folder());
    QVERIFY(m_journal && !m_journal->notice().empty());
    m_calls = std::make_unique<JournalCalls>(*m_journal);
    m_reader = openReader(folder());
    QVERIFY(m_calls->append({received("b", m_now)}));
    QCOMPARE(m_reader->counts({}).value().total(), std::int64_t(2));
}

void TestCounters::aFileOfVersionThreeIsTakenUp()
{
    QVERIFY(m_calls->append({received("a", m_now), received("b", m_now, kTwo), received("old", 5)}));
    m_reader.reset();
    m_calls.reset();
    m_journal.reset();
    asVersionThree(path());
    m_journal = openJournal(folder());
    QVERIFY(m_journal && m_journal->notice().empty());
    m_calls = std::make_unique<JournalCalls>(*m_journal);
    m_reader = openReader(folder());
    QCOMPARE(m_reader->counts({}).value().total(), std::int64_t(3));
    QCOMPARE(rates({kTwo}).front().counts.total(), std::int64_t(1));
    QVERIFY(m_calls->append({received("c", m_now)}));
    QCOMPARE(m_reader->counts(kOne).value().total(), std::int64_t(3));
}

void TestCounters::anOlderFileInUseIsNotTakenUp()
{
    QVERIFY(m_calls->append({received("a", m_now)}));
    std::unique_ptr<Journal> older = std::move(m_journal); // as if it were of that version
    m_reader.reset();
    m_calls.reset();
    asVersionThree(path());
    const JournalResult<std::unique_ptr<Journal>> refused = Journal::open({.folder = folder()});
    QVERIFY(!refused && refused.error().kind == JournalError::Kind::OlderVersion);
    QCOMPARE(numbersIn(path(), "PRAGMA user_version"), QList<qint64>{3});
    older.reset();
    m_journal = openJournal(folder());
    QCOMPARE(numbersIn(path(), "PRAGMA user_version"), QList<qint64>{Journal::kSchemaVersion});
}

void TestCounters::anOlderFileIsCountedWhenItIsOpened()
{
    NewEntry capture = received("b", m_now);
    capture.fields.origin = Origin::Capture;
    QVERIFY(m_calls->append({received("a", m_now), capture, received("old", 5)}));
    const Attempt attempt{m_now, 5, 200, "accepted", true, {}, {}, {}, {}};
    QVERIFY(m_calls->record(
        {{EntryId{1}, EventState::Accepted, {}, {}, attempt}, {EntryId{2}, EventState::Accepted, {}, {}, attempt}}));
    m_reader.reset();
    m_calls.reset();
    m_journal.reset();
    // As version 1 left it.
    asVersionThree(path());
    runSql(path(), "DROP TABLE rate; DROP TABLE kept; ALTER TABLE serial DROP COLUMN rate_from;"
                   "ALTER TABLE request DROP COLUMN refs; DROP TABLE second_block;"
                   "ALTER TABLE entry DROP COLUMN repeats; ALTER TABLE entry DROP COLUMN asked_at;"
                   "PRAGMA user_version=1");
    m_journal = openJournal(folder());
    QVERIFY(m_journal);
    m_calls = std::make_unique<JournalCalls>(*m_journal);
    m_reader = openReader(folder());
    QCOMPARE(rates().size(), std::size_t(1));
    QCOMPARE(rates().front().counts.of(EventState::Accepted), std::int64_t(2));
    QCOMPARE(numbersIn(path(), "SELECT refs FROM request"), QList<qint64>{2});
    QCOMPARE(numbersIn(path(), "SELECT entries FROM kept ORDER BY origin"), (QList<qint64>{2, 1}));
}

QTEST_GUILESS_MAIN(TestCounters)
#include "tst_counters.moc"
