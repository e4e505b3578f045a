// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/delivery/CourierRig.h"
#include "tests/app/delivery/NoMoreDisk.h"
#include "tests/support/FaultServer.h"

#include <QDir>
#include <QElapsedTimer>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <atomic>

using namespace segue;
using namespace segue::test;
using namespace Qt::StringLiterals;

namespace {

constexpr int kPatienceMs = 60'000;

std::atomic<int> failedWrites = 0;

void countFailedWrites(QtMsgType, const QMessageLogContext &, const QString &text)
{
    failedWrites += text.contains(u"recording failed"_s) ? 1 : 0;
}

} // namespace

//! What holds delivery up, and how it comes free: also from another process, which a second courier on the same folder
//! stands for.
class TestCourierHolds : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void anotherProcessMayAskToTryNow();
    void whatIsQueuedAgainByHandAsksAsWell();
    void aNewEventAsksNothing();
    void eachAskIsTriedOnce();
    void aPersonsPauseStays();
    void aDeniedKeyIsAskedForAgain();
    void aPauseAfterADenialEndsInAQuestion();
    void aRequeueThatCannotBeWrittenIsTriedOnceASecond();
    void aLockThatCannotBeMadeIsSaid();
    void anEventLogThatCannotBeReadIsSaid();

private:
    std::int64_t waiting() { return m_rig->count(EventState::Waiting); }
    DeliveryStatus status() const
    {
        return m_status->isEmpty() ? DeliveryStatus() : m_status->constLast().at(1).value<DeliveryStatus>();
    }
    void start();
    //! One that stands by, for another process.
    void startOther();

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<FaultServer> m_server;
    std::unique_ptr<CourierRig> m_rig;
    std::unique_ptr<CourierRig> m_other;
    std::unique_ptr<QSignalSpy> m_status;
};

void TestCourierHolds::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_server = std::make_unique<FaultServer>();
    m_rig = std::make_unique<CourierRig>(m_folder->path());
    m_rig->setEndpoint(m_server->url());
}

void TestCourierHolds::cleanup()
{
    m_status.reset();
    m_other.reset();
    m_rig.reset();
    m_server.reset();
}

void TestCourierHolds::start()
{
    m_rig->start();
    m_status = std::make_unique<QSignalSpy>(m_rig->courier.get(), &Courier::statusChanged);
}

void TestCourierHolds::startOther()
{
    QTRY_VERIFY_WITH_TIMEOUT(m_rig->courier->isWorking(), kPatienceMs);
    m_other = std::make_unique<CourierRig>(m_folder->path());
    m_other->setEndpoint(m_server->url());
    m_other->start();
}

void TestCourierHolds::anotherProcessMayAskToTryNow()
{
    m_server->setStandingAnswer(Answer::error(401));
    m_rig->queue(3);
    start();
    QTRY_COMPARE_WITH_TIMEOUT(waiting(), 3, kPatienceMs);
    startOther();
    m_server->setStandingAnswer(Answer::success());
    m_other->courier->tryNow(m_other->connection.id);
    QTRY_COMPARE_WITH_TIMEOUT(m_rig->count(EventState::Accepted), 3, kPatienceMs);
    QVERIFY(!m_other->courier->isWorking());
    QTRY_COMPARE_WITH_TIMEOUT(status().kind, DeliveryStatus::Kind::Idle, kPatienceMs);
}

void TestCourierHolds::whatIsQueuedAgainByHandAsksAsWell()
{
    NewEntry given = m_rig->event();
    given.fields.state = EventState::GaveUp;
    const EntryId old = m_rig->append({given}).front();
    m_server->setStandingAnswer(Answer::html());
    m_rig->queue(3);
    start();
    QTRY_COMPARE_WITH_TIMEOUT(waiting(), 3, kPatienceMs);
    startOther();
    m_server->setStandingAnswer(Answer::success());
    m_other->journal->tryAgain({old}, m_other->clock.now(), {});
    QTRY_COMPARE_WITH_TIMEOUT(m_rig->count(EventState::Accepted), 4, kPatienceMs);
}

void TestCourierHolds::aNewEventAsksNothing()
{
    m_server->setStandingAnswer(Answer::error(401));
    m_rig->queue(3);
    start();
    QTRY_COMPARE_WITH_TIMEOUT(waiting(), 3, kPatienceMs);
    startOther();
    for (int i = 1; i <= 5; ++i) {
        m_other->queue(1);
        QTRY_COMPARE_WITH_TIMEOUT(waiting(), 3 + i, kPatienceMs);
    }
    QCOMPARE(m_server->requestCount(), 1);
    QCOMPARE(status().kind, DeliveryStatus::Kind::Paused);
}

void TestCourierHolds::eachAskIsTriedOnce()
{
    m_server->setStandingAnswer(Answer::error(401));
    m_rig->queue(20);
    start();
    QTRY_COMPARE_WITH_TIMEOUT(waiting(), 20, kPatienceMs);
    startOther();
    for (int asks = 1; asks <= 3; ++asks) {
        m_other->courier->tryNow(m_other->connection.id);
        QTRY_COMPARE_WITH_TIMEOUT(m_server->requestCount(), 1 + asks, kPatienceMs);
        QTRY_COMPARE_WITH_TIMEOUT(waiting(), 20, kPatienceMs);
        // Looked at since, and nothing came of it.
        const EntryId next = m_other->queue(1).front();
        QTRY_COMPARE_WITH_TIMEOUT(m_rig->state(next), EventState::Waiting, kPatienceMs);
        m_other->journal->cancel({next}, {});
        QTRY_COMPARE_WITH_TIMEOUT(waiting(), 20, kPatienceMs);
        QCOMPARE(m_server->requestCount(), 1 + asks);
    }
}

void TestCourierHolds::aPersonsPauseStays()
{
    m_rig->connection.paused = true;
    m_rig->publish();
    m_rig->queue(2);
    start();
    QTRY_COMPARE_WITH_TIMEOUT(waiting(), 2, kPatienceMs);
    startOther();
    m_other->courier->tryNow(m_other->connection.id);
    const EntryId next = m_other->queue(1).front();
    QTRY_COMPARE_WITH_TIMEOUT(m_rig->state(next), EventState::Waiting, kPatienceMs);
    QTRY_COMPARE_WITH_TIMEOUT(waiting(), 3, kPatienceMs);
    QCOMPARE(m_server->requestCount(), 0);
}

void TestCourierHolds::aDeniedKeyIsAskedForAgain()
{
    m_rig->key = Error{ErrorCode::Denied, u"denied"_s, {}};
    m_rig->queue(2);
    start();
    QTRY_COMPARE_WITH_TIMEOUT(waiting(), 2, kPatienceMs);
    QCOMPARE(m_rig->keyQuestions, 1);
    startOther();
    m_rig->key = Secret::fromBytes("ABCDEFGHIJabcdefghij012345678901");
    m_other->courier->tryNow(m_other->connection.id);
    QTRY_COMPARE_WITH_TIMEOUT(m_rig->count(EventState::Accepted), 2, kPatienceMs);
    QCOMPARE(m_rig->keyQuestions, 2);
}

void TestCourierHolds::aPauseAfterADenialEndsInAQuestion()
{
    m_rig->key = Error{ErrorCode::Denied, u"denied"_s, {}};
    const EntryId id = m_rig->queue(1).front();
    start();
    QTRY_VERIFY_WITH_TIMEOUT(m_rig->error(id).startsWith(u"key-denied: "_s), kPatienceMs);
    m_rig->connection.paused = true;
    m_rig->publish();
    QTRY_VERIFY_WITH_TIMEOUT(m_rig->error(id).startsWith(u"paused: "_s), kPatienceMs);
    m_rig->key = Secret::fromBytes("ABCDEFGHIJabcdefghij012345678901");
    m_rig->connection.paused = false;
    m_rig->publish();
    QTRY_COMPARE_WITH_TIMEOUT(m_rig->state(id), EventState::Accepted, kPatienceMs);
}

void TestCourierHolds::aRequeueThatCannotBeWrittenIsTriedOnceASecond()
{
    m_server->setStandingAnswer(Answer::error(401));
    m_rig->queue(1);
    start();
    QTRY_COMPARE_WITH_TIMEOUT(waiting(), 1, kPatienceMs);
    m_server->setStandingAnswer(Answer::success());
    failedWrites = 0;
    const QtMessageHandler before = qInstallMessageHandler(countFailedWrites);
    const auto restore = qScopeGuard([before] { qInstallMessageHandler(before); });
    {
        const NoMoreDisk full;
        QElapsedTimer timer;
        timer.start();
        m_rig->courier->tryNow(m_rig->connection.id);
        QTRY_VERIFY_WITH_TIMEOUT(failedWrites >= 3, kPatienceMs);
        QVERIFY2(timer.elapsed() >= 1'900, qPrintable(QString::number(timer.elapsed())));
        QCOMPARE(status().reason, u"journal"_s);
    }
    QTRY_COMPARE_WITH_TIMEOUT(m_rig->count(EventState::Accepted), 1, kPatienceMs);
    QTRY_COMPARE_WITH_TIMEOUT(status().kind, DeliveryStatus::Kind::Idle, kPatienceMs);
}

void TestCourierHolds::aLockThatCannotBeMadeIsSaid()
{
    QVERIFY(QDir(m_folder->path()).mkdir(u"courier.lock"_s));
    m_rig->queue(1);
    start();
    QTRY_COMPARE_WITH_TIMEOUT(status().kind, DeliveryStatus::Kind::Paused, kPatienceMs);
    QVERIFY2(status().sentence.contains(u"courier.lock"_s), qPrintable(status().sentence));
    QVERIFY(QDir(m_folder->path()).rmdir(u"courier.lock"_s));
    QTRY_COMPARE_WITH_TIMEOUT(m_rig->count(EventState::Accepted), 1, kPatienceMs);
    QTRY_COMPARE_WITH_TIMEOUT(status().kind, DeliveryStatus::Kind::Idle, kPatienceMs);
}

void TestCourierHolds::anEventLogThatCannotBeReadIsSaid()
{
    const QString file = QString::fromStdString(m_rig->journal->filePath());
    m_rig->queue(1);
    QVERIFY(QFile::rename(file, file + u".away"_s));
    start();
    QTRY_COMPARE_WITH_TIMEOUT(status().kind, DeliveryStatus::Kind::Paused, kPatienceMs);
    QVERIFY2(status().sentence.contains(u"cannot be read"_s), qPrintable(status().sentence));
    QVERIFY(QFile::rename(file + u".away"_s, file));
    QTRY_COMPARE_WITH_TIMEOUT(m_rig->count(EventState::Accepted), 1, kPatienceMs);
    QTRY_COMPARE_WITH_TIMEOUT(status().kind, DeliveryStatus::Kind::Idle, kPatienceMs);
}

QTEST_GUILESS_MAIN(TestCourierHolds)
#include "tst_courierholds.moc"
