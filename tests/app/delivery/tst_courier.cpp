// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/delivery/CourierRig.h"
#include "tests/app/delivery/NoMoreDisk.h"
#include "tests/support/FaultServer.h"

#include <QElapsedTimer>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace segue;
using namespace segue::test;
using namespace Qt::StringLiterals;

namespace {

constexpr int kPatienceMs = 60'000;

QStringList arrivedAt(const FaultServer &server)
{
    QStringList ids;
    for (const Request &request : server.requests()) {
        ids.append(messageIdsIn(request.body));
    }
    return ids;
}

} // namespace

// The courier with a real journal, real HTTP and a server that misbehaves on demand.
class TestCourier : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void everyAnswerHasItsState_data();
    void everyAnswerHasItsState();
    void aWrongCertificateIsNoDelivery();
    void aClosedPortIsTriedAgain();
    void severalEventsGoInOneRequestInTheirOrder();
    void largeQueuesGoInRequestsThatSegmentTakes();
    void oneCulpritAmongManyIsRefusedAlone();
    void twoCulpritsAreBothFound();
    void anEventTooLargeForSegmentIsBlocked();
    void whileItIsDownOneProbeIsSent();
    void afterTheProbeTheRestFollowsInOrder();
    void aRetryAfterIsKeptTo();
    void anEventCancelledDuringTheWaitIsNotSent();
    void aRestartGoesOnWhereItStopped();
    void aStopReturnsAtOnceAndKeepsTheEventDue();
    void twoCouriersNeverSendTwice();
    void theOneThatStandsByTakesOver();
    void eventsOfAnotherProcessAreSeen();
    void aLaterEventWaitsForItsTime();
    void aPauseHoldsEverythingAndItsEndSendsIt();
    void aRemovedConnectionsEventsWaitAndSaySo();
    void somethingElseHoldsTheQueueUntilAPersonAsks();
    void aNewKeyIsTakenUpAtTryNow();
    void whatAnEarlierRunLeftWaitingIsTriedAnew();
    void aMissingKeySendsNothing();
    void theKeyIsReadOnce();
    void theSandboxTakesItsPublicKey();
    void eachConnectionGoesItsOwnWay();
    void whatIsTooOldIsGivenUpTogether();
    void aClockSetBackDelaysNothing();
    void theStatusSaysWhatGoesOn();
    void eventsUnderWayAreTold();
    void sentAtIsThatOfTheRequest();
    void aFullDiskStopsSendingAndLosesNoResult();
    void aDiskThatIsFullAgainAndAgainSendsNothingTwice();

private:
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<FaultServer> m_server;
    std::unique_ptr<CourierRig> m_rig;
};

void TestCourier::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_server = std::make_unique<FaultServer>();
    m_rig = std::make_unique<CourierRig>(m_folder->path());
    m_rig->setEndpoint(m_server->url());
}

void TestCourier::cleanup()
{
    m_rig.reset();
    m_server.reset();
}

void TestCourier::everyAnswerHasItsState_data()
{
    QTest::addColumn<QStringList>("answers");
    QTest::addColumn<int>("state");
    QTest::addColumn<int>("attempts");
    QTest::addColumn<QString>("word");
    QTest::addColumn<QString>("firstOutcome");
    const auto row = [](const char *name, const QStringList &answers, EventState state, int attempts,
                        const QString &word, const QString &firstOutcome) {
        QTest::newRow(name) << answers << int(state) << attempts << word << firstOutcome;
    };
    row("200", {u"200"_s}, EventState::Accepted, 1, {}, u"accepted"_s);
    row("200 HTML", {u"html"_s}, EventState::Waiting, 1, u"something-else"_s, u"something-else"_s);
    row("302", {u"302"_s}, EventState::Waiting, 1, u"something-else"_s, u"something-else"_s);
    row("501", {u"501"_s}, EventState::Waiting, 1, u"something-else"_s, u"something-else"_s);
    row("401", {u"401"_s}, EventState::Waiting, 1, u"unauthorised"_s, u"unauthorised"_s);
    row("403", {u"403"_s}, EventState::Waiting, 1, u"unauthorised"_s, u"unauthorised"_s);
    row("404", {u"404"_s}, EventState::Waiting, 1, u"unauthorised"_s, u"unauthorised"_s);
    row("400", {u"400"_s}, EventState::Refused, 1, u"rejected"_s, u"rejected"_s);
    row("413", {u"413"_s}, EventState::Refused, 1, u"rejected"_s, u"rejected"_s);
    row("408", {u"408"_s, u"200"_s}, EventState::Accepted, 2, {}, u"try-later"_s);
    row("429", {u"429:1"_s, u"200"_s}, EventState::Accepted, 2, {}, u"try-later"_s);
    row("500", {u"500"_s, u"500"_s, u"200"_s}, EventState::Accepted, 3, {}, u"try-later"_s);
    row("503", {u"503"_s, u"200"_s}, EventState::Accepted, 2, {}, u"try-later"_s);
    row("reset", {u"reset"_s, u"200"_s}, EventState::Accepted, 2, {}, u"unreachable"_s);
    row("close", {u"close"_s, u"200"_s}, EventState::Accepted, 2, {}, u"unreachable"_s);
    row("half an answer", {u"half"_s, u"200"_s}, EventState::Accepted, 2, {}, u"unreachable"_s);
    row("endless body", {u"endless"_s}, EventState::Waiting, 1, u"something-else"_s, u"something-else"_s);
    row("no answer", {u"hang"_s, u"200"_s}, EventState::Accepted, 2, {}, u"unreachable"_s);
    row("dripping body", {u"drip"_s, u"200"_s}, EventState::Accepted, 2, {}, u"unreachable"_s);
}

void TestCourier::everyAnswerHasItsState()
{
    QFETCH(const QStringList, answers);
    QFETCH(const int, state);
    QFETCH(const int, attempts);
    QFETCH(const QString, word);
    QFETCH(const QString, firstOutcome);
    m_server->setStandingAnswer(Answer::error(500));
    for (const QString &answer : answers) {
        m_server->enqueue(*Answer::parse(answer));
    }
    m_rig->limits.timeoutMs = 1000;
    const EntryId id = m_rig->queue(1).front();
    m_rig->start();
    QTRY_COMPARE_WITH_TIMEOUT(int(m_rig->state(id)), state, kPatienceMs);
    QCOMPARE(m_rig->entry(id).attempts, attempts);
    QCOMPARE(m_rig->error(id).section(u": "_s, 0, 0), word);
    QVERIFY2(word.isEmpty() || m_rig->error(id).section(u": "_s, 1).size() > 20, qPrintable(m_rig->error(id)));
    QCOMPARE(m_rig->attempts(id).size(), static_cast<std::size_t>(attempts));
    QCOMPARE(QString::fromStdString(m_rig->attempts(id).front().outcome), firstOutcome);
    QCOMPARE(m_server->requestCount(), attempts);
    const QStringList ids = arrivedAt(*m_server);
    QCOMPARE(QSet<QString>(ids.begin(), ids.end()), QSet<QString>{CourierRig::messageIdOf(m_rig->entry(id))});
}

void TestCourier::aWrongCertificateIsNoDelivery()
{
    FaultServer tls(FaultServer::Transport::Tls);
    m_rig->setEndpoint(tls.url());
    const EntryId id = m_rig->queue(1).front();
    m_rig->start();
    QTRY_VERIFY_WITH_TIMEOUT(m_rig->entry(id).attempts >= 2, kPatienceMs);
    QCOMPARE(m_rig->state(id), EventState::Retrying);
    QVERIFY2(m_rig->error(id).startsWith(u"unreachable: "_s), qPrintable(m_rig->error(id)));
    QCOMPARE(tls.requestCount(), 0);
}

void TestCourier::aClosedPortIsTriedAgain()
{
    m_server->stopListening();
    const EntryId id = m_rig->queue(1).front();
    m_rig->start();
    QTRY_VERIFY_WITH_TIMEOUT(m_rig->entry(id).attempts >= 2, kPatienceMs);
    QVERIFY(m_rig->error(id).startsWith(u"unreachable: "_s));
    QVERIFY(m_server->listenAgain());
    QTRY_COMPARE_WITH_TIMEOUT(m_rig->state(id), EventState::Accepted, kPatienceMs);
    QCOMPARE(m_server->requestCount(), 1);
}

void TestCourier::severalEventsGoInOneRequestInTheirOrder()
{
    QStringList queued;
    for (const EntryId id : m_rig->queue(50)) {
        queued.append(CourierRig::messageIdOf(m_rig->entry(id)));
    }
    m_rig->start();
    QTRY_COMPARE_WITH_TIMEOUT(m_rig->count(EventState::Accepted), 50, kPatienceMs);
    QCOMPARE(m_server->requestCount(), 1);
    QVERIFY(m_server->lastRequest().target.endsWith("/v1/batch"));
    QCOMPARE(arrivedAt(*m_server), queued);
}

void TestCourier::largeQueuesGoInRequestsThatSegmentTakes()
{
    QStringList queued;
    for (const EntryId id : m_rig->queue(120, 30'000)) {
        queued.append(CourierRig::messageIdOf(m_rig->entry(id)));
    }
    for (const EntryId id : m_rig->queue(3000, 300)) {
        queued.append(CourierRig::messageIdOf(m_rig->entry(id)));
    }
    m_rig->start();
    QTRY_COMPARE_WITH_TIMEOUT(m_rig->count(EventState::Accepted), 3120, kPatienceMs);
    QCOMPARE(arrivedAt(*m_server), queued);
    for (const Request &request : m_server->requests()) {
        QVERIFY(request.body.size() <= 480 * 1024);
        QVERIFY(messageIdsIn(request.body).size() <= 2500);
    }
    QVERIFY2(m_server->requestCount() <= 16, "requests are filled");
}

void TestCourier::oneCulpritAmongManyIsRefusedAlone()
{
    const std::vector<EntryId> ids = m_rig->queue(100);
    const QString culprit = CourierRig::messageIdOf(m_rig->entry(ids[37]));
    m_server->setResponder([culprit](const Request &request) -> std::optional<Answer> {
        return messageIdsIn(request.body).contains(culprit) ? Answer::error(400, "Exceed payload limit")
                                                            : Answer::success();
    });
    m_rig->start();
    QTRY_COMPARE_WITH_TIMEOUT(m_rig->count(EventState::Accepted), 99, kPatienceMs);
    QTRY_COMPARE_WITH_TIMEOUT(m_rig->state(ids[37]), EventState::Refused, kPatienceMs);
    QVERIFY(m_rig->error(ids[37]).startsWith(u"rejected: "_s));
    QVERIFY2(m_server->requestCount() <= 16, "halved, not tried one by one");
}

void TestCourier::twoCulpritsAreBothFound()
{
    const std::vector<EntryId> ids = m_rig->queue(64);
    const QSet<QString> culprits{CourierRig::messageIdOf(m_rig->entry(ids[0])),
                                 CourierRig::messageIdOf(m_rig->entry(ids[63]))};
    m_server->setResponder([culprits](const Request &request) -> std::optional<Answer> {
        const QStringList held = messageIdsIn(request.body);
        return culprits.intersects(QSet<QString>(held.begin(), held.end())) ? Answer::error(413) : Answer::success();
    });
    m_rig->start();
    QTRY_COMPARE_WITH_TIMEOUT(m_rig->count(EventState::Accepted), 62, kPatienceMs);
    QTRY_COMPARE_WITH_TIMEOUT(m_rig->count(EventState::Refused), 2, kPatienceMs);
    QCOMPARE(m_rig->state(ids[0]), EventState::Refused);
    QCOMPARE(m_rig->state(ids[63]), EventState::Refused);
}

void TestCourier::anEventTooLargeForSegmentIsBlocked()
{
    const EntryId first = m_rig->queue(1).front();
    const EntryId large = m_rig->queue(1, 33'000).front();
    const EntryId last = m_rig->queue(1).front();
    m_rig->start();
    QTRY_COMPARE_WITH_TIMEOUT(m_rig->state(last), EventState::Accepted, kPatienceMs);
    QCOMPARE(m_rig->state(first), EventState::Accepted);
    QCOMPARE(m_rig->state(large), EventState::Blocked);
    QVERIFY(m_rig->error(large).startsWith(u"payload_too_large: "_s));
    QCOMPARE(arrivedAt(*m_server).size(), 2);
}

void TestCourier::whileItIsDownOneProbeIsSent()
{
    m_server->setStandingAnswer(Answer::error(503));
    const EntryId probe = m_rig->queue(1).front();
    m_rig->start();
    QTRY_COMPARE_WITH_TIMEOUT(m_rig->state(probe), EventState::Retrying, kPatienceMs);
    const std::vector<EntryId> others = m_rig->queue(20);
    const int before = m_server->requestCount();
    QTRY_VERIFY_WITH_TIMEOUT(m_server->requestCount() >= before + 5, kPatienceMs);
    for (const Request &request : m_server->requests()) {
        QCOMPARE(messageIdsIn(request.body), QStringList{CourierRig::messageIdOf(m_rig->entry(probe))});
    }
    for (const EntryId id : others) {
        QCOMPARE(m_rig->state(id), EventState::Queued);
        QCOMPARE(m_rig->entry(id).attempts, 0);
    }
}

void TestCourier::afterTheProbeTheRestFollowsInOrder()
{
    m_server->enqueue({Answer::error(503), Answer::error(503)});
    std::vector<EntryId> ids = m_rig->queue(10);
    m_rig->start();
    QTRY_VERIFY_WITH_TIMEOUT(m_server->requestCount() >= 1, kPatienceMs);
    for (const EntryId id : m_rig->queue(10)) {
        ids.push_back(id);
    }
    QTRY_COMPARE_WITH_TIMEOUT(m_rig->count(EventState::Accepted), 20, kPatienceMs);
    QStringList queued;
    for (const EntryId id : ids) {
        queued.append(CourierRig::messageIdOf(m_rig->entry(id)));
    }
    QStringList accepted;
    const QList<Request> requests = m_server->requests();
    for (const Request &request : requests.mid(2)) {
        accepted.append(messageIdsIn(request.body));
    }
    QCOMPARE(accepted, queued);
    QCOMPARE(messageIdsIn(requests.at(1).body).size(), 1);
}

void TestCourier::aRetryAfterIsKeptTo()
{
    m_server->enqueue(Answer::retryAfter("2"));
    const EntryId id = m_rig->queue(1).front();
    QElapsedTimer timer;
    timer.start();
    m_rig->start();
    QTRY_COMPARE_WITH_TIMEOUT(m_rig->state(id), EventState::Accepted, kPatienceMs);
    QVERIFY2(timer.elapsed() >= 2000, qPrintable(QString::number(timer.elapsed())));
    QCOMPARE(m_server->requestCount(), 2);
}

void TestCourier::anEventCancelledDuringTheWaitIsNotSent()
{
    m_server->enqueue(Answer::retryAfter("1"));
    const std::vector<EntryId> ids = m_rig->queue(2);
    m_rig->start();
    QTRY_COMPARE_WITH_TIMEOUT(m_rig->state(ids[1]), EventState::Retrying, kPatienceMs);
    m_rig->journal->record({{ids[0], EventState::Cancelled, {}, {}, {}}}, [](const auto &) {});
    QTRY_COMPARE_WITH_TIMEOUT(m_rig->state(ids[1]), EventState::Accepted, kPatienceMs);
    QCOMPARE(m_rig->state(ids[0]), EventState::Cancelled);
    QCOMPARE(arrivedAt(*m_server).count(CourierRig::messageIdOf(m_rig->entry(ids[0]))), 1);
}

void TestCourier::aRestartGoesOnWhereItStopped()
{
    m_server->setStandingAnswer(Answer::error(503));
    const std::vector<EntryId> ids = m_rig->queue(5);
    m_rig->start();
    QTRY_COMPARE_WITH_TIMEOUT(m_rig->state(ids[4]), EventState::Retrying, kPatienceMs);
    m_rig.reset();
    m_server->clear();
    m_server->setStandingAnswer(Answer::success());
    m_rig = std::make_unique<CourierRig>(m_folder->path());
    m_rig->setEndpoint(m_server->url());
    m_rig->start();
    QTRY_COMPARE_WITH_TIMEOUT(m_rig->count(EventState::Accepted), 5, kPatienceMs);
    QCOMPARE(messageIdsIn(m_server->requests().constFirst().body).size(), 1);
    QCOMPARE(m_server->requestCount(), 2);
}

void TestCourier::aStopReturnsAtOnceAndKeepsTheEventDue()
{
    m_server->setStandingAnswer(Answer::of(Answer::Fault::Hang));
    m_rig->limits.timeoutMs = 120'000;
    const EntryId id = m_rig->queue(1).front();
    m_rig->start();
    QTRY_COMPARE_WITH_TIMEOUT(m_server->requestCount(), 1, kPatienceMs);
    QElapsedTimer timer;
    timer.start();
    m_rig->courier->stop();
    QVERIFY2(timer.elapsed() < 5000, qPrintable(QString::number(timer.elapsed())));
    QCOMPARE(m_rig->state(id), EventState::Queued);
    QVERIFY(!m_rig->courier->isWorking());
    m_server->setStandingAnswer(Answer::success());
    m_rig->courier->start();
    QTRY_COMPARE_WITH_TIMEOUT(m_rig->state(id), EventState::Accepted, kPatienceMs);
}

void TestCourier::twoCouriersNeverSendTwice()
{
    CourierRig other(m_folder->path());
    other.setEndpoint(m_server->url());
    m_rig->start();
    other.start();
    QTRY_VERIFY_WITH_TIMEOUT(m_rig->courier->isWorking() || other.courier->isWorking(), kPatienceMs);
    for (int i = 0; i < 20; ++i) {
        m_rig->queue(5);
        other.queue(5);
    }
    QTRY_COMPARE_WITH_TIMEOUT(m_rig->count(EventState::Accepted), 200, kPatienceMs);
    QVERIFY(m_rig->courier->isWorking() != other.courier->isWorking());
    const QStringList arrived = arrivedAt(*m_server);
    QCOMPARE(arrived.size(), 200);
    QCOMPARE(QSet<QString>(arrived.begin(), arrived.end()).size(), 200);
}

void TestCourier::theOneThatStandsByTakesOver()
{
    m_rig->start();
    QTRY_VERIFY_WITH_TIMEOUT(m_rig->courier->isWorking(), kPatienceMs);
    CourierRig other(m_folder->path());
    other.setEndpoint(m_server->url());
    other.start();
    QSignalSpy working(other.courier.get(), &Courier::workingChanged);
    const EntryId before = other.queue(1).front();
    QTRY_COMPARE_WITH_TIMEOUT(other.state(before), EventState::Accepted, kPatienceMs);
    QCOMPARE(working.count(), 0);
    m_rig->stop();
    QElapsedTimer timer;
    timer.start();
    QTRY_COMPARE_WITH_TIMEOUT(working.count(), 1, kPatienceMs);
    QVERIFY2(timer.elapsed() < 2000, qPrintable(QString::number(timer.elapsed())));
    QVERIFY(other.courier->isWorking());
    const EntryId id = m_rig->queue(1).front();
    QTRY_COMPARE_WITH_TIMEOUT(other.state(id), EventState::Accepted, kPatienceMs);
}

void TestCourier::eventsOfAnotherProcessAreSeen()
{
    m_rig->start();
    QTRY_VERIFY_WITH_TIMEOUT(m_rig->courier->isWorking(), kPatienceMs);
    CourierRig other(m_folder->path());
    const EntryId id = other.queue(1).front();
    QTRY_COMPARE_WITH_TIMEOUT(m_rig->state(id), EventState::Accepted, kPatienceMs);
}

void TestCourier::aLaterEventWaitsForItsTime()
{
    NewEntry later = m_rig->event();
    const std::int64_t due = m_rig->clock.now() + 1500;
    later.fields.nextAttempt = due;
    const EntryId first = m_rig->append({later}).front();
    const EntryId second = m_rig->queue(1).front();
    m_rig->start();
    QTRY_COMPARE_WITH_TIMEOUT(m_rig->state(second), EventState::Accepted, kPatienceMs);
    QTRY_COMPARE_WITH_TIMEOUT(m_rig->state(first), EventState::Accepted, kPatienceMs);
    QVERIFY(m_rig->attempts(first).front().started >= due);
}

void TestCourier::aPauseHoldsEverythingAndItsEndSendsIt()
{
    m_rig->connection.paused = true;
    m_rig->publish();
    const std::vector<EntryId> ids = m_rig->queue(3);
    m_rig->start();
    QTRY_COMPARE_WITH_TIMEOUT(m_rig->count(EventState::Waiting), 3, kPatienceMs);
    QVERIFY2(m_rig->error(ids[0]).startsWith(u"paused: “Acme” is paused."_s), qPrintable(m_rig->error(ids[0])));
    const EntryId later = m_rig->queue(1).front();
    QTRY_COMPARE_WITH_TIMEOUT(m_rig->state(later), EventState::Waiting, kPatienceMs);
    QCOMPARE(m_server->requestCount(), 0);
    m_rig->connection.paused = false;
    m_rig->publish();
    QTRY_COMPARE_WITH_TIMEOUT(m_rig->count(EventState::Accepted), 4, kPatienceMs);
    QCOMPARE(m_server->requestCount(), 1);
}

void TestCourier::aRemovedConnectionsEventsWaitAndSaySo()
{
    m_rig->snapshot.setConnections({});
    const EntryId id = m_rig->queue(1).front();
    m_rig->start();
    QTRY_COMPARE_WITH_TIMEOUT(m_rig->state(id), EventState::Waiting, kPatienceMs);
    QVERIFY(m_rig->error(id).startsWith(u"no-connection: "_s));
    m_rig->publish();
    QTRY_COMPARE_WITH_TIMEOUT(m_rig->state(id), EventState::Accepted, kPatienceMs);
}

void TestCourier::somethingElseHoldsTheQueueUntilAPersonAsks()
{
    m_server->enqueue(Answer::html());
    const EntryId first = m_rig->queue(1).front();
    m_rig->start();
    QTRY_COMPARE_WITH_TIMEOUT(m_rig->state(first), EventState::Waiting, kPatienceMs);
    const std::vector<EntryId> more = m_rig->queue(10);
    QTRY_COMPARE_WITH_TIMEOUT(m_rig->count(EventState::Waiting), 11, kPatienceMs);
    QVERIFY(m_rig->error(more[9]).startsWith(u"something-else: "_s));
    QCOMPARE(m_rig->entry(more[9]).attempts, 0);
    QCOMPARE(m_server->requestCount(), 1);
    m_rig->courier->tryNow(m_rig->connection.id);
    QTRY_COMPARE_WITH_TIMEOUT(m_rig->count(EventState::Accepted), 11, kPatienceMs);
}

void TestCourier::aNewKeyIsTakenUpAtTryNow()
{
    m_server->setResponder([](const Request &request) -> std::optional<Answer> {
        const bool good = request.header("Authorization") == "Basic " + QByteArray("new key:").toBase64();
        return good ? Answer::success() : Answer::error(401);
    });
    const EntryId id = m_rig->queue(1).front();
    m_rig->start();
    QTRY_COMPARE_WITH_TIMEOUT(m_rig->state(id), EventState::Waiting, kPatienceMs);
    m_rig->key = Secret::fromBytes("new key");
    m_rig->courier->tryNow(m_rig->connection.id);
    QTRY_COMPARE_WITH_TIMEOUT(m_rig->state(id), EventState::Accepted, kPatienceMs);
}

void TestCourier::whatAnEarlierRunLeftWaitingIsTriedAnew()
{
    m_rig->key = Error{ErrorCode::Locked, {}, {}};
    const std::vector<EntryId> ids = m_rig->queue(3);
    m_rig->start();
    QTRY_COMPARE_WITH_TIMEOUT(m_rig->count(EventState::Waiting), 3, kPatienceMs);
    QVERIFY(m_rig->error(ids[0]).startsWith(u"key-locked: "_s));
    m_rig.reset();
    m_rig = std::make_unique<CourierRig>(m_folder->path());
    m_rig->setEndpoint(m_server->url());
    m_rig->start();
    QTRY_COMPARE_WITH_TIMEOUT(m_rig->count(EventState::Accepted), 3, kPatienceMs);
}

void TestCourier::aMissingKeySendsNothing()
{
    m_rig->key = Error{ErrorCode::Absent, {}, {}};
    const EntryId id = m_rig->queue(1).front();
    m_rig->start();
    QTRY_COMPARE_WITH_TIMEOUT(m_rig->state(id), EventState::Waiting, kPatienceMs);
    QVERIFY(m_rig->error(id).startsWith(u"key-absent: "_s));
    QCOMPARE(m_server->requestCount(), 0);
    m_rig->key = Secret::fromBytes("key");
    m_rig->courier->tryNow(m_rig->connection.id);
    QTRY_COMPARE_WITH_TIMEOUT(m_rig->state(id), EventState::Accepted, kPatienceMs);
}

void TestCourier::theKeyIsReadOnce()
{
    m_rig->start();
    for (int i = 1; i <= 5; ++i) {
        m_rig->queue(1);
        QTRY_COMPARE_WITH_TIMEOUT(m_rig->count(EventState::Accepted), i, kPatienceMs);
    }
    QCOMPARE(m_rig->keyQuestions, 1);
}

void TestCourier::theSandboxTakesItsPublicKey()
{
    m_rig->snapshot.setSandboxEndpoint(Endpoint::parse(m_server->url().toString()).value());
    NewEntry entry = m_rig->event();
    entry.fields.connection = sandboxId().key();
    const EntryId id = m_rig->append({entry}).front();
    m_rig->start();
    QTRY_COMPARE_WITH_TIMEOUT(m_rig->state(id), EventState::Accepted, kPatienceMs);
    QCOMPARE(m_rig->keyQuestions, 0);
    QCOMPARE(m_server->lastRequest().header("Authorization"),
             "Basic " + QByteArray(sandboxWriteKey() + ':').toBase64());
}

void TestCourier::eachConnectionGoesItsOwnWay()
{
    FaultServer silent;
    silent.setStandingAnswer(Answer::of(Answer::Fault::Hang));
    m_rig->limits.timeoutMs = 120'000;
    Connection second = m_rig->connection;
    second.id = ConnectionId::create();
    second.name = u"Second"_s;
    second.endpoint = Endpoint::parse(silent.url().toString()).value();
    m_rig->snapshot.setConnections({m_rig->connection, second});
    NewEntry stuck = m_rig->event();
    stuck.fields.connection = second.id.key();
    m_rig->append({stuck});
    m_rig->start();
    QTRY_COMPARE_WITH_TIMEOUT(silent.requestCount(), 1, kPatienceMs);
    m_rig->queue(3);
    QTRY_COMPARE_WITH_TIMEOUT(m_rig->count(EventState::Accepted), 3, kPatienceMs);
    QCOMPARE(silent.requestCount(), 1);
}

void TestCourier::whatIsTooOldIsGivenUpTogether()
{
    m_server->setStandingAnswer(Answer::error(503));
    const std::vector<EntryId> old = m_rig->queue(4);
    m_rig->start();
    QTRY_COMPARE_WITH_TIMEOUT(m_rig->count(EventState::Retrying), 4, kPatienceMs);
    const std::vector<EntryId> untried = m_rig->queue(2);
    // The first alone is sent; those tried with it fall under its verdict without a request of their own.
    m_rig->clock.passed += 8LL * 24 * 60 * 60 * 1000;
    m_rig->courier->wake();
    QTRY_COMPARE_WITH_TIMEOUT(m_rig->count(EventState::GaveUp), 4, kPatienceMs);
    for (std::size_t i = 1; i < old.size(); ++i) {
        QVERIFY(m_rig->error(old[i]).startsWith(u"gave-up: "_s));
        QCOMPARE(m_rig->entry(old[i]).attempts, 1);
    }
    // Each gets its own try first.
    QTRY_VERIFY_WITH_TIMEOUT(m_rig->entry(untried[0]).attempts > 2, kPatienceMs);
    QCOMPARE(m_rig->state(untried[0]), EventState::Retrying);
    QCOMPARE(m_rig->state(untried[1]), EventState::Queued);
}

void TestCourier::aClockSetBackDelaysNothing()
{
    m_server->enqueue(Answer::error(503));
    m_rig->policy.firstDelayMs = 2000;
    m_rig->policy.longestDelayMs = 2000;
    const std::vector<EntryId> ids = m_rig->queue(3);
    m_rig->start();
    QTRY_COMPARE_WITH_TIMEOUT(m_rig->state(ids[0]), EventState::Retrying, kPatienceMs);
    m_rig->clock.moved = -24LL * 60 * 60 * 1000;
    QTRY_COMPARE_WITH_TIMEOUT(m_rig->count(EventState::Accepted), 3, kPatienceMs);
}

void TestCourier::theStatusSaysWhatGoesOn()
{
    m_server->setStandingAnswer(Answer::error(503));
    const EntryId id = m_rig->queue(1).front();
    m_rig->start();
    QSignalSpy status(m_rig->courier.get(), &Courier::statusChanged);
    const auto last = [&status] {
        return status.isEmpty() ? DeliveryStatus() : status.constLast().at(1).value<DeliveryStatus>();
    };
    QTRY_COMPARE_WITH_TIMEOUT(last().kind, DeliveryStatus::Kind::Retrying, kPatienceMs);
    QVERIFY2(last().sentence.contains(u"will be tried again"_s), qPrintable(last().sentence));
    QVERIFY(last().nextAttempt > 0);
    m_server->setStandingAnswer(Answer::html());
    QTRY_COMPARE_WITH_TIMEOUT(last().kind, DeliveryStatus::Kind::Paused, kPatienceMs);
    QCOMPARE(last().reason, u"something-else"_s);
    m_server->setStandingAnswer(Answer::success());
    m_rig->courier->tryNow(m_rig->connection.id);
    QTRY_COMPARE_WITH_TIMEOUT(last().kind, DeliveryStatus::Kind::Idle, kPatienceMs);
    QVERIFY(last().sentence.isEmpty());
    QTRY_COMPARE_WITH_TIMEOUT(m_rig->state(id), EventState::Accepted, kPatienceMs);
}

void TestCourier::eventsUnderWayAreTold()
{
    m_server->enqueue(Answer::slow(std::chrono::milliseconds(700)));
    m_rig->start();
    QSignalSpy sending(m_rig->courier.get(), &Courier::sendingChanged);
    const std::vector<EntryId> ids = m_rig->queue(2);
    QTRY_COMPARE_WITH_TIMEOUT(sending.count(), 2, kPatienceMs);
    const QList<EntryId> expected(ids.begin(), ids.end());
    QCOMPARE(sending.at(0).at(0).value<QList<EntryId>>(), expected);
    QVERIFY(sending.at(0).at(1).toBool());
    QCOMPARE(sending.at(1).at(0).value<QList<EntryId>>(), expected);
    QVERIFY(!sending.at(1).at(1).toBool());
}

void TestCourier::sentAtIsThatOfTheRequest()
{
    m_server->enqueue(Answer::retryAfter("1"));
    const EntryId id = m_rig->queue(1).front();
    m_rig->start();
    QTRY_COMPARE_WITH_TIMEOUT(m_rig->state(id), EventState::Accepted, kPatienceMs);
    const QList<Request> requests = m_server->requests();
    const auto sentAt = [&](qsizetype i) {
        const QJsonObject body = QJsonDocument::fromJson(requests.at(i).body).object();
        return QDateTime::fromString(body.value("sentAt"_L1).toString(), Qt::ISODateWithMs).toMSecsSinceEpoch();
    };
    QCOMPARE(requests.size(), 2);
    QVERIFY(sentAt(1) - sentAt(0) >= 1000);
    QVERIFY(!requests.at(0).body.contains("writeKey"));
}

void TestCourier::aFullDiskStopsSendingAndLosesNoResult()
{
    m_server->enqueue(Answer::slow(std::chrono::milliseconds(500)));
    const EntryId id = m_rig->queue(1).front();
    m_rig->start();
    QSignalSpy status(m_rig->courier.get(), &Courier::statusChanged);
    QTRY_COMPARE_WITH_TIMEOUT(m_server->requestCount(), 1, kPatienceMs);
    {
        const NoMoreDisk full;
        QTRY_VERIFY_WITH_TIMEOUT(
            !status.isEmpty() && status.constLast().at(1).value<DeliveryStatus>().reason == u"journal"_s, kPatienceMs);
        QVERIFY(!status.constLast().at(1).value<DeliveryStatus>().sentence.isEmpty());
        QCOMPARE(m_rig->state(id), EventState::Queued);
    }
    QTRY_COMPARE_WITH_TIMEOUT(m_rig->state(id), EventState::Accepted, kPatienceMs);
    QCOMPARE(m_server->requestCount(), 1);
    QTRY_COMPARE_WITH_TIMEOUT(status.constLast().at(1).value<DeliveryStatus>().kind, DeliveryStatus::Kind::Idle,
                              kPatienceMs);
}

void TestCourier::aDiskThatIsFullAgainAndAgainSendsNothingTwice()
{
    constexpr int kEvents = 120; // of 30 KB, 16 to a request
    m_server->setStandingAnswer(Answer::slow(std::chrono::milliseconds(150)));
    m_rig->queue(kEvents, 30'000);
    m_rig->start();
    QSignalSpy status(m_rig->courier.get(), &Courier::statusChanged);
    const auto reason = [&] {
        return status.isEmpty() ? QString() : status.constLast().at(1).value<DeliveryStatus>().reason;
    };
    for (int i = 0; i < 3; ++i) {
        const int before = m_server->requestCount();
        QTRY_VERIFY_WITH_TIMEOUT(m_server->requestCount() > before, kPatienceMs);
        {
            const NoMoreDisk full;
            QTRY_COMPARE_WITH_TIMEOUT(reason(), u"journal"_s, kPatienceMs);
        }
        QTRY_VERIFY_WITH_TIMEOUT(reason() != u"journal"_s, kPatienceMs);
    }
    QTRY_COMPARE_WITH_TIMEOUT(m_rig->count(EventState::Accepted), kEvents, kPatienceMs);
    const QStringList arrived = arrivedAt(*m_server);
    QCOMPARE(arrived.size(), kEvents);
    QCOMPARE(QSet<QString>(arrived.begin(), arrived.end()).size(), kEvents);
}

QTEST_GUILESS_MAIN(TestCourier)
#include "tst_courier.moc"
