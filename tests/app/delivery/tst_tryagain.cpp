// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest> // first: moc 6.4 cannot read <compare> before Qt's own headers

#include "app/delivery/TryAgain.h"
#include "tests/app/journal/JournalSupport.h"

#include <QTemporaryDir>

using namespace segue;
using namespace segue::test;

namespace {

constexpr std::int64_t kHour = 3'600'000;
constexpr std::int64_t kNow = 1'800'000'000'000;

NewEntry entryIn(EventState state, const std::string &connection = kOne, bool good = true)
{
    static int number = 0;
    const std::string id = "m" + std::to_string(++number);
    NewEntry entry = trackEntry(id, connection);
    entry.fields.state = state;
    entry.fields.error = "why: so";
    const std::string userId = good ? R"("userId":"qa",)" : "";
    entry.payload = "{" + userId + R"("type":"track","event":"Push Sent","messageId":")" + id + "\"}";
    return entry;
}

} // namespace

class TestTryAgain : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void whatCanBeTriedAgainIsCounted();
    void allOfAFilterAreFound();
    void aFilterThatMeansOtherStatesFindsNothing();
    void whatIsQueuedIsCountedExactly();
    void whatMovedOnInBetweenIsLeftAlone();
    void manyGoInPieces();
    void aNewQuestionEndsTheOneBefore();
    void whatWaitsIsCancelled();

private:
    Result<TryAgainPlan> look(const std::vector<EntryId> &ids);
    Result<TryAgainPlan> lookAt(const EventFilter &filter);
    int queue(const TryAgainPlan &plan);
    EventState state(EntryId id) { return m_reader->entry(id).value()->fields.state; }

    std::unique_ptr<QTemporaryDir> m_folder;
    SetClock m_clock{kNow};
    std::unique_ptr<Journal> m_journal;
    std::unique_ptr<JournalCalls> m_calls;
    std::unique_ptr<JournalReader> m_reader;
    std::unique_ptr<EventLog> m_log;
    std::unique_ptr<TryAgain> m_again;
    int m_wakes = 0;
};

void TestTryAgain::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_journal = openJournal(m_folder->path().toStdString());
    QVERIFY(m_journal);
    m_calls = std::make_unique<JournalCalls>(*m_journal);
    m_reader = openReader(m_folder->path().toStdString());
    m_log = std::make_unique<EventLog>(*m_journal, m_folder->path());
    m_wakes = 0;
    m_again = std::make_unique<TryAgain>(*m_log, m_clock, [this] { ++m_wakes; });
}

void TestTryAgain::cleanup()
{
    m_again.reset();
    m_log.reset();
    m_reader.reset();
    m_calls.reset();
    m_journal.reset();
}

Result<TryAgainPlan> TestTryAgain::look(const std::vector<EntryId> &ids)
{
    std::optional<Result<TryAgainPlan>> plan;
    m_again->look(ids, [&](const Result<TryAgainPlan> &found) { plan = found; });
    return QTest::qWaitFor([&] { return plan.has_value(); }, 30'000) ? *plan : Result<TryAgainPlan>(Error{});
}

Result<TryAgainPlan> TestTryAgain::lookAt(const EventFilter &filter)
{
    std::optional<Result<TryAgainPlan>> plan;
    m_again->lookAt(filter, [&](const Result<TryAgainPlan> &found) { plan = found; });
    return QTest::qWaitFor([&] { return plan.has_value(); }, 30'000) ? *plan : Result<TryAgainPlan>(Error{});
}

int TestTryAgain::queue(const TryAgainPlan &plan)
{
    std::optional<Result<int>> moved;
    m_again->queue(plan, [&](const Result<int> &count) { moved = count; });
    return QTest::qWaitFor([&] { return moved.has_value(); }, 30'000) ? moved->valueOr(-1) : -1;
}

void TestTryAgain::whatCanBeTriedAgainIsCounted()
{
    const std::vector<EntryId> ids =
        m_calls
            ->append({entryIn(EventState::Refused), entryIn(EventState::GaveUp), entryIn(EventState::GaveUp, kTwo),
                      entryIn(EventState::Cancelled), entryIn(EventState::Blocked),
                      entryIn(EventState::Blocked, kOne, false), entryIn(EventState::Accepted),
                      entryIn(EventState::Queued), entryIn(EventState::Refused, {})})
            .value();
    const Attempt unknown{kNow - 25 * kHour, 5, 0, "unreachable", true, {}, {}, {}, {}};
    QVERIFY(m_calls->record({{ids[1], EventState::GaveUp, {}, "gave-up: so", unknown}}));
    std::vector<EntryId> asked(ids.rbegin(), ids.rend());
    asked.push_back(ids.front());
    asked.push_back(EntryId{4711});
    const TryAgainPlan plan = look(asked).value();
    QVERIFY(plan.ids == std::vector<EntryId>({ids[0], ids[1], ids[2], ids[3], ids[4]}));
    QCOMPARE(plan.states.of(EventState::GaveUp), 2);
    QCOMPARE(plan.states.of(EventState::Blocked), 1);
    QCOMPARE(plan.connections.value(ConnectionId::fromText(QString::fromStdString(kOne))), 4);
    QCOMPARE(plan.connections.value(ConnectionId::fromText(QString::fromStdString(kTwo))), 1);
    QCOMPARE(plan.mayArriveTwice, 1);
    QCOMPARE(plan.blocked, 1);
    QCOMPARE(plan.others, 4);
}

void TestTryAgain::allOfAFilterAreFound()
{
    QVERIFY(m_calls->append({entryIn(EventState::Refused), entryIn(EventState::GaveUp, kTwo),
                             entryIn(EventState::Cancelled), entryIn(EventState::Accepted)}));
    QCOMPARE(lookAt({}).value().ids.size(), std::size_t(3));
    EventFilter one;
    one.connection = kOne;
    QCOMPARE(lookAt(one).value().ids.size(), std::size_t(2));
    one.states = {EventState::Refused, EventState::Accepted};
    QCOMPARE(lookAt(one).value().ids.size(), std::size_t(1));
}

void TestTryAgain::aFilterThatMeansOtherStatesFindsNothing()
{
    QVERIFY(m_calls->append({entryIn(EventState::Refused), entryIn(EventState::Accepted)}));
    EventFilter accepted;
    accepted.states = {EventState::Accepted};
    const TryAgainPlan plan = lookAt(accepted).value();
    QVERIFY(plan.ids.empty());
    QCOMPARE(plan.others, 0);
}

void TestTryAgain::whatIsQueuedIsCountedExactly()
{
    const std::vector<EntryId> ids =
        m_calls->append({entryIn(EventState::Refused), entryIn(EventState::GaveUp)}).value();
    QCOMPARE(queue(look(ids).value()), 2);
    QCOMPARE(state(ids[0]), EventState::Queued);
    QCOMPARE(m_reader->entry(ids[1]).value()->askedAt, std::optional(kNow));
    QCOMPARE(m_wakes, 1);
    QCOMPARE(queue({}), 0);
    QCOMPARE(m_wakes, 1);
}

void TestTryAgain::whatMovedOnInBetweenIsLeftAlone()
{
    const std::vector<EntryId> ids =
        m_calls->append({entryIn(EventState::Refused), entryIn(EventState::GaveUp)}).value();
    const TryAgainPlan plan = look(ids).value();
    QCOMPARE(plan.ids.size(), std::size_t(2));
    QVERIFY(m_calls->record({{ids[0], EventState::Confirmed, {}, "echo", {}}}));
    QCOMPARE(queue(plan), 1);
    QCOMPARE(state(ids[0]), EventState::Confirmed);
    QCOMPARE(queue(plan), 0);
}

void TestTryAgain::manyGoInPieces()
{
    std::vector<NewEntry> entries;
    for (int i = 0; i < 1'700; ++i) {
        entries.push_back(entryIn(EventState::GaveUp));
    }
    QVERIFY(m_calls->append(std::move(entries)));
    const TryAgainPlan plan = lookAt({}).value();
    QCOMPARE(plan.ids.size(), std::size_t(1'700));
    QCOMPARE(queue(plan), 1'700);
    QCOMPARE(m_wakes, 4);
    QCOMPARE(m_reader->counts(kOne).value().of(EventState::Queued), 1'700);
}

void TestTryAgain::aNewQuestionEndsTheOneBefore()
{
    const std::vector<EntryId> ids =
        m_calls->append({entryIn(EventState::Refused), entryIn(EventState::GaveUp)}).value();
    int answers = 0;
    m_again->look(ids, [&](const Result<TryAgainPlan> &) { ++answers; });
    m_again->lookAt({}, [&](const Result<TryAgainPlan> &) { ++answers; });
    QCOMPARE(look({ids[0]}).value().ids.size(), std::size_t(1));
    QCOMPARE(answers, 0);
}

void TestTryAgain::whatWaitsIsCancelled()
{
    const std::vector<EntryId> ids =
        m_calls->append({entryIn(EventState::Queued), entryIn(EventState::Waiting), entryIn(EventState::Accepted)})
            .value();
    std::optional<Result<int>> moved;
    m_again->cancelEvents(ids, [&](const Result<int> &count) { moved = count; });
    QTRY_VERIFY_WITH_TIMEOUT(moved.has_value(), 30'000);
    QCOMPARE(moved->valueOr(-1), 2);
    QCOMPARE(state(ids[0]), EventState::Cancelled);
    QCOMPARE(state(ids[2]), EventState::Accepted);
    QCOMPARE(m_wakes, 0);
}

QTEST_GUILESS_MAIN(TestTryAgain)
#include "tst_tryagain.moc"
