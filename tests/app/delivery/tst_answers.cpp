// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/delivery/ConnectionDelivery.h"

#include <QTest>

using namespace segue;
using namespace Qt::StringLiterals;

namespace {

constexpr std::int64_t kSecond = 1'000;
constexpr std::int64_t kMinute = 60 * kSecond;
constexpr std::int64_t kDay = 24 * 60 * kMinute;
constexpr std::int64_t kNow = 1'800'000'000'000;
const QByteArray kGood = R"({"success":true})";
const QByteArray kBad = R"({"success":false,"message":"Exceed payload limit"})";

//! Why a row waits between two tries.
enum Wait { None, Ours, Asked };

} // namespace

//! ARCHITECTURE, The courier: *Answers* and *Budget*, row by row, with clocks that a test sets.
class TestAnswers : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyAnswer_data();
    void everyAnswer();
    void theWaitsOfAnOutage();
    void aWaitThatIsAskedForDoesNotLengthenOurs();
    void theBudgetIsOurs_data();
    void theBudgetIsOurs();
    void anAskedWaitBeyondTheBudgetGivesUpAtTheNextFailureOnly();
    void anotherPolicyCutsAWait();
    void anotherNetworkCutsTheWaitForWhatCouldNotBeReached();
};

namespace {

ConnectionDelivery ready()
{
    ConnectionDelivery delivery("5d4f2d52-3f2e-4f0e-9d64-0b2a1a8b6a01", {});
    delivery.setTarget(DeliveryTarget{Endpoint::us(), false, false, u"Acme"_s});
    delivery.keyAnswered(delivery.askKey(0), Secret::fromBytes("key"), 0);
    return delivery;
}

DeliveryRequest requestOf(const ConnectionDelivery &delivery, int events, std::int64_t countsFrom)
{
    DeliveryRequest request{{}, delivery.target()->endpoint, delivery.keyGeneration(), false};
    for (int i = 1; i <= events; ++i) {
        request.items.push_back({EntryId{i}, countsFrom});
    }
    return request;
}

//! As TrackingApi gives it. Status 0: no answer.
DeliveryAnswer answerOf(int status, const QByteArray &body = {}, const QByteArray &type = "application/json",
                        const QByteArray &retryAfter = {})
{
    DeliveryAnswer answer;
    answer.status = status;
    answer.outcome = TrackingApi::sortAnswer(status, type, body);
    answer.retryAfter = TrackingApi::readRetryAfter(retryAfter, kNow);
    answer.mayHaveArrived = status == 0;
    answer.responseBody = body;
    answer.sentence = u"It happened."_s;
    return answer;
}

} // namespace

void TestAnswers::everyAnswer_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QByteArray>("type");
    QTest::addColumn<QByteArray>("retryAfter");
    QTest::addColumn<int>("state");   // of one event alone
    QTest::addColumn<int>("ofBatch"); // of each of four together
    QTest::addColumn<bool>("holds");
    QTest::addColumn<int>("wait");
    const auto row = [](const char *name, int status, const QByteArray &body, EventState alone, EventState ofBatch,
                        bool holds, Wait wait, const QByteArray &type = "application/json",
                        const QByteArray &retryAfter = {}) {
        QTest::newRow(name) << status << body << type << retryAfter << int(alone) << int(ofBatch) << holds << int(wait);
    };
    const EventState accepted = EventState::Accepted;
    const EventState waiting = EventState::Waiting;
    const EventState refused = EventState::Refused;
    const EventState retrying = EventState::Retrying;
    row("200", 200, kGood, accepted, accepted, false, None);
    row("201", 201, kGood, accepted, accepted, false, None);
    row("200 HTML", 200, "<html></html>", waiting, waiting, true, None, "text/html");
    row("200 HTML as JSON", 200, "<html></html>", waiting, waiting, true, None);
    row("200 empty", 200, {}, waiting, waiting, true, None);
    row("200 other JSON", 200, "{}", waiting, waiting, true, None);
    row("200 not taken", 200, R"({"success":false})", waiting, waiting, true, None);
    for (const int status : {300, 301, 302, 303, 304, 307, 308}) {
        row(QByteArray::number(status).constData(), status, kGood, waiting, waiting, true, None);
    }
    for (const int status : {401, 403, 404, 407}) {
        row(QByteArray::number(status).constData(), status, kBad, waiting, waiting, true, None);
    }
    for (const int status : {400, 413}) {
        row(QByteArray::number(status).constData(), status, kBad, refused, retrying, false, None);
    }
    for (const int status : {402, 405, 406, 409, 411, 415, 422, 451, 501, 505}) {
        row(QByteArray::number(status).constData(), status, kBad, waiting, waiting, true, None);
    }
    for (const int status : {408, 410, 429, 460, 500, 502, 503, 504, 507, 511, 599}) {
        row(QByteArray::number(status).constData(), status, kBad, retrying, retrying, false, Ours);
    }
    row("no answer", 0, {}, retrying, retrying, false, Ours);
    row("429 in 7 s", 429, kBad, retrying, retrying, false, Asked, "application/json", "7");
    row("503 in 7 s", 503, kBad, retrying, retrying, false, Asked, "application/json", "7");
    row("429 unreadable", 429, kBad, retrying, retrying, false, Ours, "application/json", "soon");
}

void TestAnswers::everyAnswer()
{
    QFETCH(const int, status);
    QFETCH(const QByteArray, body);
    QFETCH(const QByteArray, type);
    QFETCH(const QByteArray, retryAfter);
    QFETCH(const int, state);
    QFETCH(const int, ofBatch);
    QFETCH(const bool, holds);
    QFETCH(const int, wait);
    std::mt19937_64 random{1};
    const DeliveryMoment moment{kNow, 50, kNow};
    for (const int events : {1, 4}) {
        ConnectionDelivery delivery = ready();
        const auto changes = delivery.answered(requestOf(delivery, events, kNow - kMinute),
                                               answerOf(status, body, type, retryAfter), moment, random);
        QCOMPARE(changes.size(), static_cast<std::size_t>(events));
        for (const StateChange &change : changes) {
            QCOMPARE(int(change.state), events == 1 ? state : ofBatch);
            QVERIFY(change.attempt);
            QCOMPARE(change.attempt->status, status);
        }
        QCOMPARE(delivery.hold().has_value(), holds);
        QCOMPARE(delivery.isDown(), wait != None);
        if (wait != None) {
            const std::int64_t waits = delivery.retryAtMonotonic() - moment.monotonic;
            QVERIFY(wait == Asked ? waits == 7 * kSecond : waits >= 250 && waits <= 500);
            QCOMPARE(changes.front().nextAttempt, std::optional(kNow + waits));
            QVERIFY(!delivery.mayTry(moment.monotonic + waits - 1));
            QVERIFY(delivery.mayTry(moment.monotonic + waits));
        }
        // Four that were refused together go on in two halves.
        const bool halved = events == 4 && ofBatch == int(EventState::Retrying) && wait == None;
        QCOMPARE(delivery.hasGroup(), halved);
    }
}

void TestAnswers::theWaitsOfAnOutage()
{
    std::mt19937_64 random{1};
    ConnectionDelivery delivery = ready();
    DeliveryMoment moment{kNow, 0, kNow};
    std::int64_t full = 500;
    for (int i = 0; i < 40; ++i) {
        static_cast<void>(delivery.answered(requestOf(delivery, 1, kNow), answerOf(0), moment, random));
        const std::int64_t wait = delivery.retryAtMonotonic() - moment.monotonic;
        QVERIFY2(wait >= full / 2 && wait <= full, qPrintable(QString::number(wait)));
        full = std::min(full * 2, 5 * kMinute);
        moment = {moment.now + wait, moment.monotonic + wait, moment.steady + wait};
    }
}

void TestAnswers::aWaitThatIsAskedForDoesNotLengthenOurs()
{
    std::mt19937_64 random{1};
    ConnectionDelivery delivery = ready();
    DeliveryMoment moment{kNow, 0, kNow};
    for (int i = 0; i < 20; ++i) {
        static_cast<void>(
            delivery.answered(requestOf(delivery, 1, kNow), answerOf(429, kBad, {}, "2"), moment, random));
        QCOMPARE(delivery.retryAtMonotonic() - moment.monotonic, 2 * kSecond);
        moment.monotonic += 2 * kSecond;
    }
    static_cast<void>(delivery.answered(requestOf(delivery, 1, kNow), answerOf(503), moment, random));
    QVERIFY(delivery.retryAtMonotonic() - moment.monotonic <= kSecond);
}

void TestAnswers::theBudgetIsOurs_data()
{
    QTest::addColumn<qint64>("age");
    QTest::addColumn<int>("status");
    QTest::addColumn<int>("state");
    QTest::newRow("young, fails") << qint64{kMinute} << 503 << int(EventState::Retrying);
    QTest::newRow("seven days, fails") << qint64{7 * kDay} << 503 << int(EventState::Retrying);
    QTest::newRow("a moment more, fails") << qint64{7 * kDay + 1} << 503 << int(EventState::GaveUp);
    QTest::newRow("a moment more, no answer") << qint64{7 * kDay + 1} << 0 << int(EventState::GaveUp);
    QTest::newRow("a year, taken") << qint64{365 * kDay} << 200 << int(EventState::Accepted);
    QTest::newRow("a year, paused") << qint64{365 * kDay} << 401 << int(EventState::Waiting);
    QTest::newRow("from a clock ahead") << qint64{-30 * kDay} << 503 << int(EventState::Retrying);
}

void TestAnswers::theBudgetIsOurs()
{
    QFETCH(const qint64, age);
    QFETCH(const int, status);
    QFETCH(const int, state);
    std::mt19937_64 random{1};
    ConnectionDelivery delivery = ready();
    const auto changes = delivery.answered(requestOf(delivery, 1, kNow - age),
                                           answerOf(status, status == 200 ? kGood : kBad), {kNow, 0, kNow}, random);
    QCOMPARE(int(changes.front().state), state);
}

void TestAnswers::anAskedWaitBeyondTheBudgetGivesUpAtTheNextFailureOnly()
{
    std::mt19937_64 random{1};
    ConnectionDelivery delivery = ready();
    const std::int64_t countsFrom = kNow - 7 * kDay + kSecond;
    auto changes =
        delivery.answered(requestOf(delivery, 1, countsFrom), answerOf(429, kBad, {}, "300"), {kNow, 0, kNow}, random);
    QCOMPARE(changes.front().state, EventState::Retrying);
    const DeliveryMoment later{kNow + 5 * kMinute, 5 * kMinute, kNow + 5 * kMinute};
    changes = delivery.answered(requestOf(delivery, 1, countsFrom), answerOf(429, kBad, {}, "300"), later, random);
    QCOMPARE(changes.front().state, EventState::GaveUp);
}

void TestAnswers::anotherPolicyCutsAWait()
{
    std::mt19937_64 random{1};
    for (const bool asked : {false, true}) {
        ConnectionDelivery delivery = ready();
        for (int i = 0; i < 12; ++i) {
            static_cast<void>(delivery.answered(requestOf(delivery, 1, kNow),
                                                answerOf(503, kBad, {}, asked ? "300" : ""), {kNow, 0, kNow}, random));
        }
        QVERIFY(delivery.retryAtMonotonic() >= 150 * kSecond);
        RetryPolicy policy;
        policy.longestDelayMs = 10 * kSecond;
        delivery.setPolicy(policy, {kNow, kSecond, kNow});
        QCOMPARE(delivery.retryAtMonotonic(), asked ? 300 * kSecond : 11 * kSecond);
    }
}

void TestAnswers::anotherNetworkCutsTheWaitForWhatCouldNotBeReached()
{
    std::mt19937_64 random{1};
    for (const int status : {0, 503}) {
        ConnectionDelivery delivery = ready();
        for (int i = 0; i < 12; ++i) {
            static_cast<void>(
                delivery.answered(requestOf(delivery, 1, kNow), answerOf(status), {kNow, 0, kNow}, random));
        }
        const std::int64_t before = delivery.retryAtMonotonic();
        delivery.networkChanged({kNow, kSecond, kNow}, random);
        QVERIFY(status == 0 ? delivery.retryAtMonotonic() <= 2 * kSecond : delivery.retryAtMonotonic() == before);
    }
}

QTEST_GUILESS_MAIN(TestAnswers)
#include "tst_answers.moc"
