// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest> // first: moc 6.4 cannot read <compare> before Qt's own headers

#include "tests/app/journal/JournalSupport.h"

#include <QTemporaryDir>

using namespace segue;
using namespace segue::test;

namespace {

constexpr std::int64_t kHour = 3'600'000;
constexpr std::int64_t kAsked = 1'800'000'000'000;

} // namespace

//! What a person moves: tried again, cancelled.
class TestJournalMoves : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void onlyWhatWasNotDeliveredIsTriedAgain();
    void onlyWhatIsUndeliveredIsCancelled();
    void theBudgetCountsFromTheRequest();
    void theBudgetCountsFromTheFirstTryThatFails();
    void theBudgetBeginsAnewAfterAWait();
    void whatMayHaveArrivedLongAgoSaysSo();
    void aTryThatLiesBeyondADaySaysSoBeforehand();
    void countsAreExactAndTheFileIsWhole();
    void theOldestUndeliveredIsFound();

private:
    Entry entry(EntryId id) { return m_reader->entry(id).value().value(); }
    EntryId in(EventState state);

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Journal> m_journal;
    std::unique_ptr<JournalCalls> m_calls;
    std::unique_ptr<JournalReader> m_reader;
};

void TestJournalMoves::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_journal = openJournal(m_folder->path().toStdString());
    QVERIFY(m_journal);
    m_calls = std::make_unique<JournalCalls>(*m_journal);
    m_reader = openReader(m_folder->path().toStdString());
    QVERIFY(m_reader);
}

void TestJournalMoves::cleanup()
{
    m_reader.reset();
    m_calls.reset();
    m_journal.reset();
}

EntryId TestJournalMoves::in(EventState state)
{
    NewEntry made = trackEntry("m");
    made.fields.state = state;
    made.fields.error = "why: it stands so";
    return m_calls->appendOne(std::move(made));
}

void TestJournalMoves::onlyWhatWasNotDeliveredIsTriedAgain()
{
    std::vector<EntryId> all;
    for (int i = 0; i < kEventStateCount; ++i) {
        all.push_back(in(static_cast<EventState>(i)));
    }
    const std::vector<EntryId> moved = m_calls->tryAgain(all, kAsked).value();
    const std::vector<EntryId> expected{all[4], all[5], all[6], all[7]}; // Refused, Blocked, Gave up, Cancelled
    QVERIFY(moved == expected);
    for (const EntryId id : moved) {
        QCOMPARE(entry(id).fields.state, EventState::Queued);
        QVERIFY(entry(id).fields.error.empty());
        QVERIFY(!entry(id).fields.nextAttempt);
    }
    for (const int other : {2, 3, 8, 9, 10, 11, 12, 13}) {
        QCOMPARE(static_cast<int>(entry(all[static_cast<std::size_t>(other)]).fields.state), other);
    }
    QVERIFY(m_calls->tryAgain(all, kAsked).value().empty());
}

void TestJournalMoves::onlyWhatIsUndeliveredIsCancelled()
{
    std::vector<EntryId> all;
    for (int i = 0; i < kEventStateCount; ++i) {
        all.push_back(in(static_cast<EventState>(i)));
    }
    const std::vector<EntryId> moved = m_calls->cancelEntries(all).value();
    const std::vector<EntryId> expected{all[0], all[1], all[2], all[3]}; // Sending is never written: it stands Queued
    QVERIFY(moved == expected);
    QCOMPARE(entry(all[0]).fields.state, EventState::Cancelled);
    QCOMPARE(entry(all[10]).fields.state, EventState::Accepted);
    QVERIFY(!entry(all[0]).askedAt);
}

void TestJournalMoves::theBudgetCountsFromTheRequest()
{
    const EntryId id = in(EventState::GaveUp);
    QCOMPARE(entry(id).countsFrom(), entry(id).fields.received);
    QVERIFY(m_calls->tryAgain({id}, kAsked));
    QCOMPARE(entry(id).askedAt, std::optional(kAsked));
    QCOMPARE(entry(id).countsFrom(), kAsked);
    // It stays so while it is retried.
    QVERIFY(m_calls->record({{id, EventState::Retrying, kAsked + 5, "unreachable: no", {}}}));
    QCOMPARE(entry(id).countsFrom(), kAsked);
}

void TestJournalMoves::theBudgetCountsFromTheFirstTryThatFails()
{
    const Attempt failed{kAsked, 5, 503, "try-later", false, {}, {}, {}, {}};
    Attempt later = failed;
    later.started += kHour;
    const EntryId id = in(EventState::Queued);
    QVERIFY(m_calls->record({{id, EventState::Retrying, kAsked + 5, "try-later: no", failed}}));
    QCOMPARE(entry(id).countsFrom(), kAsked);
    QVERIFY(m_calls->record({{id, EventState::Retrying, kAsked + kHour + 5, "try-later: no", later}}));
    QCOMPARE(entry(id).attempts, 2);
    QCOMPARE(entry(id).countsFrom(), kAsked);
    Attempt taken = failed;
    taken.outcome = "accepted";
    const EntryId other = in(EventState::Queued);
    QVERIFY(m_calls->record({{other, EventState::Accepted, {}, {}, taken}}));
    QVERIFY(!entry(other).askedAt);
}

void TestJournalMoves::theBudgetBeginsAnewAfterAWait()
{
    const EntryId waiting = in(EventState::Waiting);
    const EntryId retrying = in(EventState::Retrying);
    NewEntry made = trackEntry("m");
    made.fields.state = EventState::Received;
    made.fields.origin = Origin::Webhook;
    const EntryId kept = m_calls->appendOne(std::move(made));
    QCOMPARE(m_calls->requeue(kOne, kAsked).value(), std::size_t(1));
    QCOMPARE(entry(waiting).countsFrom(), kAsked);
    QVERIFY(!entry(retrying).askedAt);
    QCOMPARE(m_calls->sendKept(kOne, kAsked + kHour).value(), std::size_t(1));
    QCOMPARE(entry(kept).countsFrom(), kAsked + kHour);
    QCOMPARE(m_calls->cancel(kOne).value(), std::size_t(3));
    QCOMPARE(entry(waiting).countsFrom(), kAsked);
}

void TestJournalMoves::whatMayHaveArrivedLongAgoSaysSo()
{
    std::vector<EntryId> ids;
    for (const bool unknown : {true, true, false}) {
        const EntryId id = in(EventState::Queued);
        const Attempt attempt{kAsked - 30 * kHour, 5, 0, "unreachable", unknown, {}, {}, {}, {}};
        QVERIFY(m_calls->record({{id, EventState::GaveUp, {}, "gave-up: so", attempt}}));
        ids.push_back(id);
    }
    QVERIFY(!entry(ids[0]).mayArriveTwice);
    QCOMPARE(entry(ids[0]).unknownSince, std::optional(kAsked - 30 * kHour));
    QVERIFY(m_calls->tryAgain({ids[0], ids[2]}, kAsked));
    QVERIFY(m_calls->tryAgain({ids[1]}, kAsked - 10 * kHour));
    QVERIFY(entry(ids[0]).mayArriveTwice);
    QVERIFY(!entry(ids[1]).mayArriveTwice);
    QVERIFY(!entry(ids[2]).mayArriveTwice);
}

void TestJournalMoves::aTryThatLiesBeyondADaySaysSoBeforehand()
{
    const EntryId id = in(EventState::Queued);
    const Attempt attempt{kAsked, 5, 0, "unreachable", true, {}, {}, {}, {}};
    QVERIFY(m_calls->record({{id, EventState::Retrying, kAsked + 24 * kHour, "unreachable: no", attempt}}));
    QVERIFY(!entry(id).mayArriveTwice);
    QVERIFY(m_calls->record({{id, EventState::Retrying, kAsked + 24 * kHour + 1, "unreachable: no", {}}}));
    QVERIFY(entry(id).mayArriveTwice);
}

void TestJournalMoves::countsAreExactAndTheFileIsWhole()
{
    std::vector<EntryId> ids;
    for (int i = 0; i < 40; ++i) {
        ids.push_back(in(i % 3 == 0 ? EventState::Refused : EventState::Accepted));
    }
    QCOMPARE(m_calls->tryAgain(ids, kAsked).value().size(), std::size_t(14));
    QCOMPARE(m_calls->cancelEntries({ids[0], ids[3]}).value().size(), std::size_t(2));
    const StateCounts counts = m_reader->counts(kOne).value();
    QCOMPARE(counts.of(EventState::Queued), std::int64_t(12));
    QCOMPARE(counts.of(EventState::Cancelled), std::int64_t(2));
    QCOMPARE(counts.of(EventState::Refused), std::int64_t(0));
    QCOMPARE(counts.of(EventState::Accepted), std::int64_t(26));
    m_journal->flush();
    QCOMPARE(faultsOf(m_folder->path().toStdString()), std::string());
}

void TestJournalMoves::theOldestUndeliveredIsFound()
{
    QVERIFY(!m_reader->oldestUndelivered(kOne).value());
    const auto at = [this](std::int64_t received, EventState state) {
        NewEntry made = trackEntry("m");
        made.fields.received = received;
        made.fields.state = state;
        m_calls->appendOne(std::move(made));
    };
    at(5, EventState::Accepted);
    QVERIFY(!m_reader->oldestUndelivered(kOne).value());
    at(10, EventState::Waiting);
    at(20, EventState::Queued);
    at(30, EventState::Retrying);
    QCOMPARE(m_reader->oldestUndelivered(kOne).value(), std::optional<std::int64_t>(10));
    QVERIFY(!m_reader->oldestUndelivered(kTwo).value());
}

QTEST_GUILESS_MAIN(TestJournalMoves)
#include "tst_journalmoves.moc"
