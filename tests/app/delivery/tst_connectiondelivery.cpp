// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/delivery/ConnectionDelivery.h"

#include <QTest>

using namespace segue;
using namespace Qt::StringLiterals;

namespace {

const std::string kConnection = "5d4f2d52-3f2e-4f0e-9d64-0b2a1a8b6a01";
constexpr std::int64_t kDay = 24LL * 60 * 60 * 1000;

DeliveryTarget acme()
{
    return {Endpoint::us(), false, false, u"Acme"_s};
}

ConnectionDelivery ready()
{
    ConnectionDelivery delivery(kConnection, {});
    delivery.setTarget(acme());
    const std::uint64_t generation = delivery.askKey(0);
    delivery.keyAnswered(generation, Secret::fromBytes("key"), 0);
    return delivery;
}

DeliveryRequest requestOf(const ConnectionDelivery &delivery, int events, std::int64_t received = 0)
{
    DeliveryRequest request;
    request.endpoint = delivery.target()->endpoint;
    request.keyGeneration = delivery.keyGeneration();
    for (int i = 1; i <= events; ++i) {
        request.items.push_back({EntryId{i}, received});
    }
    return request;
}

DeliveryAnswer answerOf(DeliveryOutcome outcome, int status = 0, const QByteArray &body = {})
{
    DeliveryAnswer answer;
    answer.outcome = outcome;
    answer.status = status;
    answer.responseBody = body;
    answer.sentence = u"It happened."_s;
    return answer;
}

std::vector<std::int64_t> values(const std::vector<EntryId> &ids)
{
    std::vector<std::int64_t> result;
    for (const EntryId id : ids) {
        result.push_back(id.value);
    }
    return result;
}

} // namespace

class TestConnectionDelivery : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void acceptedIsForEveryEventOfTheBatch();
    void aRejectedBatchIsHalvedInOrder();
    void aRejectedEventAloneIsRefused();
    void aBadKeyRefusesNoEvent();
    void anUnauthorisedAnswerHoldsTheConnection();
    void anAnswerToAnOldKeyHoldsNothing();
    void anAnswerOfAnOldEndpointHoldsNothing();
    void anotherEndpointEndsTheHold();
    void aFailureIsRetriedAtTheRecordedTime();
    void theWaitFollowsTheMonotonicClock();
    void oldEventsAreGivenUpAfterAFailureOnly();
    void whatWasNeverTriedIsNotGivenUp();
    void aPersonsPauseEndsByItself();
    void theSandboxNeedsNoKeychain();
    void aSandboxThatDoesNotListenHolds();
    void keyProblemsHaveTheirOwnWord_data();
    void keyProblemsHaveTheirOwnWord();
    void aLockedKeychainIsAskedAgainAfterAMinute();
    void aDenialIsNotAskedAgainByItself();
    void theEndOfAPauseEndsADenial();
    void aLateKeyIsDropped();
    void aSilentKeychainIsSaid();
    void aKeyThatIsThereAgainEndsTheHold();
    void anEarlierRunsWaitIsKeptTo();
    void aWaitFromAWrongClockIsNot();

private:
    std::mt19937_64 m_random{1};
};

void TestConnectionDelivery::acceptedIsForEveryEventOfTheBatch()
{
    ConnectionDelivery delivery = ready();
    const auto changes =
        delivery.answered(requestOf(delivery, 3), answerOf(DeliveryOutcome::Accepted, 200), {}, m_random);
    QCOMPARE(changes.size(), std::size_t(3));
    for (const StateChange &change : changes) {
        QCOMPARE(change.state, EventState::Accepted);
        QVERIFY(change.error.empty());
        QCOMPARE(change.attempt->outcome, std::string("accepted"));
    }
}

void TestConnectionDelivery::aRejectedBatchIsHalvedInOrder()
{
    ConnectionDelivery delivery = ready();
    const auto changes =
        delivery.answered(requestOf(delivery, 5), answerOf(DeliveryOutcome::Rejected, 400), {}, m_random);
    QCOMPARE(changes.front().state, EventState::Retrying);
    QCOMPARE(changes.front().nextAttempt, std::optional<std::int64_t>(0));
    QCOMPARE(values(delivery.group()), (std::vector<std::int64_t>{1, 2}));
    delivery.takeFromGroup({{EntryId{1}, 0}});
    QCOMPARE(values(delivery.group()), (std::vector<std::int64_t>{2}));
    delivery.takeFromGroup({{EntryId{2}, 0}});
    QCOMPARE(values(delivery.group()), (std::vector<std::int64_t>{3, 4, 5}));
    delivery.takeFromGroup({{EntryId{3}, 0}, {EntryId{5}, 0}});
    QVERIFY(!delivery.hasGroup());
}

void TestConnectionDelivery::aRejectedEventAloneIsRefused()
{
    ConnectionDelivery delivery = ready();
    const auto changes =
        delivery.answered(requestOf(delivery, 1), answerOf(DeliveryOutcome::Rejected, 413), {}, m_random);
    QCOMPARE(changes.front().state, EventState::Refused);
    QVERIFY(changes.front().error.starts_with("rejected: It happened. "));
    QVERIFY(!delivery.hold());
}

void TestConnectionDelivery::aBadKeyRefusesNoEvent()
{
    ConnectionDelivery delivery = ready();
    const QByteArray body = R"({"success":false,"message":"An invalid write key was provided"})";
    const auto changes =
        delivery.answered(requestOf(delivery, 2), answerOf(DeliveryOutcome::Rejected, 400, body), {}, m_random);
    QCOMPARE(changes.size(), std::size_t(2));
    QCOMPARE(changes.front().state, EventState::Waiting);
    QCOMPARE(delivery.status().reason, u"unauthorised"_s);
}

void TestConnectionDelivery::anUnauthorisedAnswerHoldsTheConnection()
{
    ConnectionDelivery delivery = ready();
    const auto changes =
        delivery.answered(requestOf(delivery, 1), answerOf(DeliveryOutcome::Unauthorised, 401), {}, m_random);
    QCOMPARE(changes.front().state, EventState::Waiting);
    QVERIFY(changes.front().error.starts_with("unauthorised: It happened. "));
    QCOMPARE(delivery.status().kind, DeliveryStatus::Kind::Paused);
    QVERIFY2(!delivery.hasKey(), "the key is read anew the next time");
    QVERIFY2(!delivery.mustAskKey(1'000'000), "and not before a person asks");
    delivery.tryNow();
    QVERIFY(!delivery.hold());
    QVERIFY(delivery.mustRequeue());
    QVERIFY(delivery.mustAskKey(0));
}

void TestConnectionDelivery::anAnswerToAnOldKeyHoldsNothing()
{
    ConnectionDelivery delivery = ready();
    const DeliveryRequest request = requestOf(delivery, 1);
    delivery.tryNow();
    delivery.keyAnswered(delivery.askKey(0), Secret::fromBytes("new"), 0);
    const auto changes = delivery.answered(request, answerOf(DeliveryOutcome::Unauthorised, 401), {}, m_random);
    QCOMPARE(changes.front().state, EventState::Retrying);
    QVERIFY(!delivery.hold());
    QVERIFY(delivery.hasKey());
}

void TestConnectionDelivery::anAnswerOfAnOldEndpointHoldsNothing()
{
    ConnectionDelivery delivery = ready();
    const DeliveryRequest request = requestOf(delivery, 1);
    DeliveryTarget moved = acme();
    moved.endpoint = Endpoint::eu();
    delivery.setTarget(moved);
    const auto changes = delivery.answered(request, answerOf(DeliveryOutcome::SomethingElse, 302), {}, m_random);
    QCOMPARE(changes.front().state, EventState::Retrying);
    QVERIFY(!delivery.hold());
}

void TestConnectionDelivery::anotherEndpointEndsTheHold()
{
    ConnectionDelivery delivery = ready();
    QVERIFY(!delivery.answered(requestOf(delivery, 1), answerOf(DeliveryOutcome::SomethingElse, 302), {}, m_random)
                 .empty());
    delivery.setTarget(acme());
    QVERIFY(delivery.hold());
    DeliveryTarget moved = acme();
    moved.endpoint = Endpoint::eu();
    delivery.setTarget(moved);
    QVERIFY(!delivery.hold());
    QVERIFY(delivery.mustRequeue());
}

void TestConnectionDelivery::aFailureIsRetriedAtTheRecordedTime()
{
    ConnectionDelivery delivery = ready();
    DeliveryAnswer answer = answerOf(DeliveryOutcome::TryLater, 429);
    answer.retryAfter = 4000;
    const auto changes = delivery.answered(requestOf(delivery, 1), answer, {1000, 50}, m_random);
    QCOMPARE(changes.front().state, EventState::Retrying);
    QCOMPARE(changes.front().nextAttempt, std::optional<std::int64_t>(5000));
    QVERIFY(changes.front().error.starts_with("try-later: It happened. "));
    QVERIFY(changes.front().error.find("in 4 s") != std::string::npos);
    const DeliveryStatus status = delivery.status();
    QCOMPARE(status.kind, DeliveryStatus::Kind::Retrying);
    QCOMPARE(status.nextAttempt, 5000);
}

void TestConnectionDelivery::theWaitFollowsTheMonotonicClock()
{
    ConnectionDelivery delivery = ready();
    DeliveryAnswer answer = answerOf(DeliveryOutcome::TryLater, 429);
    answer.retryAfter = 4000;
    QVERIFY(!delivery.answered(requestOf(delivery, 1), answer, {1'000'000'000, 50}, m_random).empty());
    QVERIFY(!delivery.mayTry(4049));
    QVERIFY(delivery.mayTry(4050));
}

void TestConnectionDelivery::oldEventsAreGivenUpAfterAFailureOnly()
{
    ConnectionDelivery delivery = ready();
    const DeliveryRequest old = requestOf(delivery, 1, 0);
    const DeliveryMoment moment{8 * kDay, 0, 8 * kDay};
    QCOMPARE(delivery.answered(old, answerOf(DeliveryOutcome::Accepted, 200), moment, m_random).front().state,
             EventState::Accepted);
    QVERIFY(!delivery.mustGiveUpOld());
    const auto changes = delivery.answered(old, answerOf(DeliveryOutcome::Unreachable), moment, m_random);
    QCOMPARE(changes.front().state, EventState::GaveUp);
    QVERIFY(changes.front().error.starts_with("gave-up: It happened. "));
    QVERIFY(changes.front().attempt);
    QVERIFY(delivery.mustGiveUpOld());
}

void TestConnectionDelivery::whatWasNeverTriedIsNotGivenUp()
{
    ConnectionDelivery delivery = ready();
    DeliveryRequest request = requestOf(delivery, 2, 0);
    request.items.back().countsFrom.reset();
    const DeliveryMoment moment{8 * kDay, 0, 8 * kDay};
    const auto changes = delivery.answered(request, answerOf(DeliveryOutcome::Unreachable), moment, m_random);
    QCOMPARE(changes.front().state, EventState::GaveUp);
    QCOMPARE(changes.back().state, EventState::Retrying);
    // The days are those of the settings, and one is one.
    RetryPolicy oneDay;
    oneDay.budgetMs = kDay;
    delivery.setPolicy(oneDay, moment);
    const QString sentence = QString::fromStdString(delivery.givenUp(EntryId{1}, {}).error);
    QVERIFY2(sentence.contains(u"for 1 day"_s) && !sentence.contains(u"1 days"_s), qPrintable(sentence));
}

void TestConnectionDelivery::aPersonsPauseEndsByItself()
{
    ConnectionDelivery delivery = ready();
    DeliveryTarget target = acme();
    target.paused = true;
    delivery.setTarget(target);
    QCOMPARE(delivery.status().reason, u"by-person"_s);
    QVERIFY(delivery.moved(EntryId{1}, 7).error.starts_with("paused: "));
    QVERIFY(!delivery.mustRequeue());
    delivery.setTarget(std::nullopt);
    QCOMPARE(delivery.status().reason, u"no-connection"_s);
    QVERIFY2(delivery.mustRequeue(), "what waits has to say the new reason");
    delivery.setTarget(acme());
    QVERIFY(!delivery.hold());
    QCOMPARE(delivery.status().kind, DeliveryStatus::Kind::Idle);
}

void TestConnectionDelivery::theSandboxNeedsNoKeychain()
{
    ConnectionDelivery delivery(kConnection, {});
    DeliveryTarget sandbox{Endpoint::parse(u"http://127.0.0.1:99"_s).value(), false, true, u"Sandbox"_s};
    delivery.setTarget(sandbox);
    QVERIFY(delivery.hasKey());
    QVERIFY(!delivery.mustAskKey(0));
    delivery.tryNow();
    delivery.setTarget(sandbox);
    QVERIFY(delivery.hasKey());
}

void TestConnectionDelivery::aSandboxThatDoesNotListenHolds()
{
    ConnectionDelivery delivery(kConnection, {});
    delivery.setTarget(DeliveryTarget{Endpoint(), false, true, u"Sandbox"_s});
    QCOMPARE(delivery.status().reason, u"sandbox-off"_s);
}

void TestConnectionDelivery::keyProblemsHaveTheirOwnWord_data()
{
    QTest::addColumn<int>("code");
    QTest::addColumn<QString>("word");
    QTest::newRow("absent") << int(ErrorCode::Absent) << u"key-absent"_s;
    QTest::newRow("locked") << int(ErrorCode::Locked) << u"key-locked"_s;
    QTest::newRow("no service") << int(ErrorCode::NoService) << u"key-no-service"_s;
    QTest::newRow("timed out") << int(ErrorCode::TimedOut) << u"key-timed-out"_s;
    QTest::newRow("denied") << int(ErrorCode::Denied) << u"key-denied"_s;
    QTest::newRow("other") << int(ErrorCode::Payload) << u"key-unreadable"_s;
}

void TestConnectionDelivery::keyProblemsHaveTheirOwnWord()
{
    QFETCH(const int, code);
    QFETCH(const QString, word);
    ConnectionDelivery delivery(kConnection, {});
    delivery.setTarget(acme());
    delivery.keyAnswered(delivery.askKey(0), Error{static_cast<ErrorCode>(code), {}, {}}, 0);
    QCOMPARE(delivery.status().reason, word);
    QVERIFY(delivery.status().sentence.contains(u"Acme"_s));
    QVERIFY(delivery.moved(EntryId{1}, 0).error.starts_with(word.toStdString() + ": "));
}

void TestConnectionDelivery::aLockedKeychainIsAskedAgainAfterAMinute()
{
    ConnectionDelivery delivery(kConnection, {});
    delivery.setTarget(acme());
    delivery.keyAnswered(delivery.askKey(0), Error{ErrorCode::Locked, {}, {}}, 1000);
    QVERIFY(!delivery.mustAskKey(60'999));
    QVERIFY(delivery.mustAskKey(61'000));
    delivery.keyAnswered(delivery.askKey(61'000), Error{ErrorCode::TimedOut, {}, {}}, 61'000);
    QVERIFY(!delivery.mustAskKey(90'999));
    QVERIFY(delivery.mustAskKey(91'000));
}

void TestConnectionDelivery::aDenialIsNotAskedAgainByItself()
{
    ConnectionDelivery delivery(kConnection, {});
    delivery.setTarget(acme());
    delivery.keyAnswered(delivery.askKey(0), Error{ErrorCode::Denied, {}, {}}, 0);
    QVERIFY(!delivery.mustAskKey(kDay));
    delivery.tryNow();
    QVERIFY(delivery.mustAskKey(0));
}

void TestConnectionDelivery::theEndOfAPauseEndsADenial()
{
    DeliveryTarget paused = acme();
    paused.paused = true;
    for (const bool deniedBefore : {true, false}) {
        ConnectionDelivery delivery(kConnection, {});
        delivery.setTarget(acme());
        const std::uint64_t generation = delivery.askKey(0);
        if (!deniedBefore) {
            delivery.setTarget(paused);
        }
        delivery.keyAnswered(generation, Error{ErrorCode::Denied, {}, {}}, 0);
        delivery.setTarget(paused);
        QVERIFY(!delivery.mustAskKey(1));
        delivery.setTarget(acme());
        QVERIFY(!delivery.hold());
        QVERIFY(delivery.mustAskKey(1));
    }
}

void TestConnectionDelivery::aLateKeyIsDropped()
{
    ConnectionDelivery delivery(kConnection, {});
    delivery.setTarget(acme());
    const std::uint64_t first = delivery.askKey(0);
    delivery.tryNow();
    const std::uint64_t second = delivery.askKey(0);
    delivery.keyAnswered(first, Secret::fromBytes("old"), 0);
    QVERIFY(!delivery.hasKey());
    delivery.keyAnswered(second, Secret::fromBytes("new"), 0);
    QVERIFY(delivery.writeKey().sameAs(Secret::fromBytes("new")));
}

void TestConnectionDelivery::aSilentKeychainIsSaid()
{
    ConnectionDelivery delivery(kConnection, {});
    delivery.setTarget(acme());
    const std::uint64_t generation = delivery.askKey(0);
    delivery.noteLateKey(9'999);
    QVERIFY(!delivery.hold());
    delivery.noteLateKey(10'000);
    QCOMPARE(delivery.status().reason, u"key-asked"_s);
    delivery.keyAnswered(generation, Secret::fromBytes("key"), 20'000);
    QVERIFY(!delivery.hold());
    QVERIFY(delivery.mustRequeue());
}

void TestConnectionDelivery::aKeyThatIsThereAgainEndsTheHold()
{
    ConnectionDelivery delivery(kConnection, {});
    delivery.setTarget(acme());
    delivery.keyAnswered(delivery.askKey(0), Error{ErrorCode::Locked, {}, {}}, 0);
    QVERIFY(delivery.hold());
    delivery.keyAnswered(delivery.askKey(60'000), Secret::fromBytes("key"), 60'000);
    QVERIFY(!delivery.hold());
    QVERIFY(delivery.mustRequeue());
}

void TestConnectionDelivery::anEarlierRunsWaitIsKeptTo()
{
    Entry oldest;
    oldest.attempts = 3;
    oldest.fields.nextAttempt = 61'000;
    oldest.fields.error = "unreachable: It happened.";
    ConnectionDelivery delivery = ready();
    delivery.resumeDown(oldest, {1000, 0});
    QVERIFY(delivery.isDown());
    QVERIFY(!delivery.mayTry(59'999));
    QVERIFY(delivery.mayTry(60'000));
    QCOMPARE(delivery.status().sentence, u"It happened."_s);
    QCOMPARE(delivery.status().reason, u"unreachable"_s);
}

void TestConnectionDelivery::aWaitFromAWrongClockIsNot()
{
    Entry oldest;
    oldest.attempts = 1;
    oldest.fields.nextAttempt = 400 * kDay;
    ConnectionDelivery delivery = ready();
    delivery.resumeDown(oldest, {1000, 0});
    QVERIFY(delivery.mayTry(0));
}

QTEST_GUILESS_MAIN(TestConnectionDelivery)
#include "tst_connectiondelivery.moc"
