// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest> // first: moc 6.4 cannot read <compare> before Qt's own headers

#include "tests/app/delivery/CourierRig.h"
#include "tests/support/FaultServer.h"

#include <QSignalSpy>
#include <QTemporaryDir>

using namespace segue;
using namespace segue::test;
using namespace Qt::StringLiterals;

namespace {

constexpr int kPatienceMs = 120'000;
constexpr std::int64_t kMinute = 60'000;
constexpr std::int64_t kHour = 60 * kMinute;
constexpr std::int64_t kDay = 24 * kHour;

} // namespace

//! Long times, with a clock that a test moves on: outages, sleep, clocks that jump, settings that change.
class TestCourierOutage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void eightHoursCostAHandfulOfProbes();
    void afterASleepOneProbeIsSent();
    void aClockSetForwardGivesNothingUp();
    void whatIsTriedAgainHasANewBudget();
    void whatWasKeptForLongIsNotGivenUpAtTheFirstFailure();
    void afterALongSleepTheFirstFailureGivesNothingUp();
    void whatWaitedForLongIsNotGivenUpAtTheFirstFailure();
    void whatMayArriveTwiceSaysSoBeforeItIsSent();
    void newRulesHoldAtOnce();

private:
    DeliveryStatus status() const
    {
        return m_status->isEmpty() ? DeliveryStatus() : m_status->constLast().at(1).value<DeliveryStatus>();
    }
    void start();
    //! Asleep for so long, then two probes: the first gives nothing up yet.
    void letTheBudgetPass();
    void failForTheWholeBudget(const std::vector<EntryId> &ids);
    //! Lets the time pass until the next try.
    bool waitForNextProbe();

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<FaultServer> m_server;
    std::unique_ptr<CourierRig> m_rig;
    std::unique_ptr<QSignalSpy> m_status;
};

void TestCourierOutage::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_server = std::make_unique<FaultServer>();
    m_rig = std::make_unique<CourierRig>(m_folder->path());
    m_rig->setEndpoint(m_server->url());
    m_rig->policy = RetryPolicy{};
}

void TestCourierOutage::cleanup()
{
    m_status.reset();
    m_rig.reset();
    m_server.reset();
}

void TestCourierOutage::start()
{
    m_rig->start();
    m_status = std::make_unique<QSignalSpy>(m_rig->courier.get(), &Courier::statusChanged);
}

bool TestCourierOutage::waitForNextProbe()
{
    const int before = m_server->requestCount();
    const std::int64_t wait = status().nextAttempt - m_rig->clock.now();
    m_status->clear();
    m_rig->clock.passed += std::max<std::int64_t>(wait, 0);
    m_rig->courier->wake();
    return QTest::qWaitFor(
        [&] {
            // A further one may have come by itself where the waits are still short.
            return m_server->requestCount() > before && status().kind == DeliveryStatus::Kind::Retrying &&
                   status().nextAttempt > m_rig->clock.now();
        },
        kPatienceMs);
}

void TestCourierOutage::eightHoursCostAHandfulOfProbes()
{
    constexpr int kQueued = 50'000;
    std::vector<EntryId> ids;
    for (int i = 0; i < kQueued / 5'000; ++i) {
        const std::vector<EntryId> some = m_rig->queue(5'000, 300);
        ids.insert(ids.end(), some.begin(), some.end());
    }
    m_server->setStandingAnswer(Answer::error(503));
    start();
    QTRY_COMPARE_WITH_TIMEOUT(status().kind, DeliveryStatus::Kind::Retrying, kPatienceMs);
    const std::int64_t begun = m_rig->clock.now();
    while (m_rig->clock.now() - begun < 8 * kHour) {
        QVERIFY(waitForNextProbe());
    }
    const QList<Request> requests = m_server->requests();
    qInfo("%lld requests in eight hours, of which one carried more than one event",
          static_cast<long long>(requests.size()));
    // Ten of the growing waits, then one every 2.5 to 5 minutes.
    QVERIFY(requests.size() <= 10 + 192);
    const QString probe = CourierRig::messageIdOf(m_rig->entry(ids.front()));
    for (const Request &request : requests.mid(1)) {
        QCOMPARE(messageIdsIn(request.body), QStringList{probe});
    }
    QCOMPARE(m_rig->entry(ids.back()).attempts, 0);
    QCOMPARE(m_rig->state(ids.back()), EventState::Queued);
    QCOMPARE(m_rig->count(EventState::GaveUp), 0);

    m_server->clear();
    m_server->setStandingAnswer(Answer::success());
    m_rig->clock.passed += 5 * kMinute;
    m_rig->courier->wake();
    QTRY_COMPARE_WITH_TIMEOUT(m_rig->count(EventState::Accepted), kQueued, kPatienceMs);
    QStringList arrived;
    for (const Request &request : m_server->requests()) {
        arrived.append(messageIdsIn(request.body));
    }
    QCOMPARE(arrived.size(), kQueued);
    QCOMPARE(QSet<QString>(arrived.begin(), arrived.end()).size(), kQueued);
    QVERIFY2(m_server->requestCount() < 100, "and the queue leaves in full requests");
}

void TestCourierOutage::afterASleepOneProbeIsSent()
{
    m_server->setStandingAnswer(Answer::error(503));
    m_rig->queue(100);
    start();
    QTRY_COMPARE_WITH_TIMEOUT(status().kind, DeliveryStatus::Kind::Retrying, kPatienceMs);
    for (int i = 0; i < 8; ++i) {
        QVERIFY(waitForNextProbe());
    }
    // A day asleep, then still down: one probe, and waits as long as before.
    const int before = m_server->requestCount();
    m_status->clear();
    m_rig->clock.passed += kDay;
    m_rig->courier->wake();
    QTRY_VERIFY_WITH_TIMEOUT(!m_status->isEmpty() && status().nextAttempt > m_rig->clock.now(), kPatienceMs);
    QCOMPARE(m_server->requestCount(), before + 1);
    QVERIFY(status().nextAttempt - m_rig->clock.now() > kMinute / 2);
    m_server->setStandingAnswer(Answer::success());
    m_rig->clock.passed += 5 * kMinute;
    m_rig->courier->wake();
    QTRY_COMPARE_WITH_TIMEOUT(m_rig->count(EventState::Accepted), 100, kPatienceMs);
}

void TestCourierOutage::aClockSetForwardGivesNothingUp()
{
    m_server->setStandingAnswer(Answer::error(503));
    m_rig->queue(20);
    start();
    QTRY_COMPARE_WITH_TIMEOUT(status().kind, DeliveryStatus::Kind::Retrying, kPatienceMs);
    m_rig->clock.moved = 400 * kDay;
    for (int i = 0; i < 3; ++i) {
        const int before = m_server->requestCount();
        m_rig->courier->tryNow(m_rig->connection.id);
        QTRY_VERIFY_WITH_TIMEOUT(m_server->requestCount() > before, kPatienceMs);
    }
    m_rig->clock.moved = 0;
    m_server->setStandingAnswer(Answer::success());
    m_rig->courier->tryNow(m_rig->connection.id);
    QTRY_COMPARE_WITH_TIMEOUT(m_rig->count(EventState::Accepted), 20, kPatienceMs);
}

void TestCourierOutage::whatIsTriedAgainHasANewBudget()
{
    m_server->setStandingAnswer(Answer::error(503));
    const EntryId id = m_rig->queue(1).front();
    start();
    QTRY_COMPARE_WITH_TIMEOUT(m_rig->state(id), EventState::Retrying, kPatienceMs);
    letTheBudgetPass();
    QTRY_COMPARE_WITH_TIMEOUT(m_rig->state(id), EventState::GaveUp, kPatienceMs);
    m_rig->journal->tryAgain({id}, m_rig->clock.now(), {});
    m_rig->courier->wake();
    QTRY_COMPARE_WITH_TIMEOUT(m_rig->state(id), EventState::Retrying, kPatienceMs);
    for (int i = 0; i < 4; ++i) {
        QVERIFY(waitForNextProbe());
        QCOMPARE(m_rig->state(id), EventState::Retrying);
    }
    letTheBudgetPass();
    QTRY_COMPARE_WITH_TIMEOUT(m_rig->state(id), EventState::GaveUp, kPatienceMs);
    m_rig->journal->tryAgain({id}, m_rig->clock.now(), {});
    m_server->setStandingAnswer(Answer::success());
    m_rig->courier->tryNow(m_rig->connection.id);
    QTRY_COMPARE_WITH_TIMEOUT(m_rig->state(id), EventState::Accepted, kPatienceMs);
}

void TestCourierOutage::letTheBudgetPass()
{
    const std::int64_t givenUp = m_rig->count(EventState::GaveUp);
    m_rig->clock.passed += 7 * kDay + kMinute;
    QVERIFY(waitForNextProbe());
    QCOMPARE(m_rig->count(EventState::GaveUp), givenUp);
    m_rig->clock.passed += 5 * kMinute;
    m_rig->courier->wake();
}

// One failure, some more of them, and the time of the budget once more: then only are they given up.
void TestCourierOutage::failForTheWholeBudget(const std::vector<EntryId> &ids)
{
    QTRY_COMPARE_WITH_TIMEOUT(m_rig->state(ids.back()), EventState::Retrying, kPatienceMs);
    for (int i = 0; i < 4; ++i) {
        QVERIFY(waitForNextProbe());
        QCOMPARE(m_rig->count(EventState::GaveUp), 0);
    }
    letTheBudgetPass();
    QTRY_COMPARE_WITH_TIMEOUT(m_rig->count(EventState::GaveUp), std::int64_t(ids.size()), kPatienceMs);
    QVERIFY(m_rig->error(ids.back()).contains(u"7"_s));
}

void TestCourierOutage::whatWasKeptForLongIsNotGivenUpAtTheFirstFailure()
{
    std::vector<NewEntry> kept;
    for (int i = 0; i < 40; ++i) {
        kept.push_back(m_rig->event());
        kept.back().fields.origin = Origin::Webhook;
        kept.back().fields.state = EventState::Received;
        kept.back().fields.received -= 8 * kDay;
    }
    const std::vector<EntryId> ids = m_rig->append(std::move(kept));
    m_server->setStandingAnswer(Answer::error(503));
    start();
    m_rig->journal->sendKept(m_rig->connection.id.key(), m_rig->clock.now(), [](const auto &) {});
    failForTheWholeBudget(ids);
}

void TestCourierOutage::afterALongSleepTheFirstFailureGivesNothingUp()
{
    m_server->setStandingAnswer(Answer::error(503));
    m_rig->queue(10);
    start();
    QTRY_COMPARE_WITH_TIMEOUT(m_rig->count(EventState::Retrying), 10, kPatienceMs);
    for (int i = 0; i < 8; ++i) {
        QVERIFY(waitForNextProbe());
    }
    m_rig->queue(100);
    // The first probe after it still finds no way; then only what was tried before falls under the second one's
    // verdict.
    m_rig->clock.passed += 8 * kDay;
    QVERIFY(waitForNextProbe());
    QCOMPARE(m_rig->count(EventState::GaveUp), 0);
    m_rig->clock.passed += 5 * kMinute;
    m_rig->courier->wake();
    QTRY_COMPARE_WITH_TIMEOUT(m_rig->count(EventState::GaveUp), 10, kPatienceMs);
    m_server->setStandingAnswer(Answer::success());
    m_rig->courier->tryNow(m_rig->connection.id);
    QTRY_COMPARE_WITH_TIMEOUT(m_rig->count(EventState::Accepted), 100, kPatienceMs);
    QCOMPARE(m_rig->count(EventState::GaveUp), 10);
}

void TestCourierOutage::whatWaitedForLongIsNotGivenUpAtTheFirstFailure()
{
    m_server->setStandingAnswer(Answer::error(401));
    const std::vector<EntryId> ids = m_rig->queue(10);
    start();
    QTRY_COMPARE_WITH_TIMEOUT(m_rig->count(EventState::Waiting), 10, kPatienceMs);
    m_rig->clock.passed += 8 * kDay;
    m_server->setStandingAnswer(Answer::error(503));
    m_rig->courier->tryNow(m_rig->connection.id);
    failForTheWholeBudget(ids);
}

void TestCourierOutage::whatMayArriveTwiceSaysSoBeforeItIsSent()
{
    m_server->setStandingAnswer(Answer::of(Answer::Fault::CloseAfterReading));
    const std::vector<EntryId> ids = m_rig->queue(3);
    start();
    QTRY_COMPARE_WITH_TIMEOUT(m_rig->state(ids[2]), EventState::Retrying, kPatienceMs);
    QVERIFY(!m_rig->entry(ids[2]).mayArriveTwice);
    QVERIFY(m_rig->entry(ids[2]).unknownSince.has_value());
    std::atomic<int> unsaid = 0;
    m_server->setResponder([&](const Request &request) -> std::optional<Answer> {
        const auto reader = JournalReader::open(m_folder->path().toStdString());
        for (const EntryId id : ids) {
            const Entry entry = reader.value()->contents({{id}}).value().front().entry;
            unsaid += messageIdsIn(request.body).contains(CourierRig::messageIdOf(entry)) && !entry.mayArriveTwice;
        }
        return Answer::success();
    });
    m_rig->clock.passed += kDay + kMinute;
    m_rig->courier->wake();
    QTRY_COMPARE_WITH_TIMEOUT(m_rig->count(EventState::Accepted), 3, kPatienceMs);
    QCOMPARE(unsaid.load(), 0);
}

void TestCourierOutage::newRulesHoldAtOnce()
{
    m_server->setStandingAnswer(Answer::error(503));
    const EntryId id = m_rig->queue(1).front();
    start();
    QTRY_COMPARE_WITH_TIMEOUT(status().kind, DeliveryStatus::Kind::Retrying, kPatienceMs);
    for (int i = 0; i < 10; ++i) {
        QVERIFY(waitForNextProbe());
    }
    QVERIFY(status().nextAttempt - m_rig->clock.now() > kMinute);
    CourierRules rules;
    rules.retry.longestDelayMs = 1'000;
    m_server->setStandingAnswer(Answer::success());
    m_rig->courier->setRules(rules);
    QTRY_COMPARE_WITH_TIMEOUT(m_rig->state(id), EventState::Accepted, kPatienceMs);
}

QTEST_GUILESS_MAIN(TestCourierOutage)
#include "tst_courieroutage.moc"
