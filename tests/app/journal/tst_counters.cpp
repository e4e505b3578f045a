// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest> // first: moc 6.4 cannot read <compare> before Qt's own headers

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
