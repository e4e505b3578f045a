// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/delivery/CourierLock.h"

#include <QCoreApplication>
#include <QFile>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>
#include <cstdio>

using namespace segue;
using namespace Qt::StringLiterals;

namespace {

constexpr int kPatienceMs = 20'000;

//! The other process: takes the lock, says so, and holds it until it is killed.
int holdLock(const QString &folder)
{
    CourierLock lock(folder);
    std::puts(lock.tryTake() ? "held" : "refused");
    std::fflush(stdout);
    return QCoreApplication::exec();
}

bool startHolder(QProcess &process, const QString &folder)
{
    process.start(QCoreApplication::applicationFilePath(), {u"--hold"_s, folder});
    return process.waitForReadyRead(kPatienceMs) && process.readLine().trimmed() == "held";
}

} // namespace

class TestCourierLock : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void oneAtATime();
    void theFileIsItsOwnersAlone();
    void anotherProcessExcludesUs();
    void aKilledProcessHoldsNothing();
    void aStoppedProcessGoesOnHolding();
    void aReplacedFileIsNoticedOnTaking();
    void aFolderThatIsNotThereIsAnError();
};

void TestCourierLock::oneAtATime()
{
    const QTemporaryDir folder;
    CourierLock one(folder.path());
    CourierLock two(folder.path());
    QVERIFY(one.tryTake().ok());
    QVERIFY(one.tryTake().ok());
    QVERIFY(one.isHeld());
    QCOMPARE(two.tryTake().error().code, ErrorCode::Busy);
    one.release();
    QVERIFY(two.tryTake().ok());
    QCOMPARE(one.tryTake().error().code, ErrorCode::Busy);
}

void TestCourierLock::theFileIsItsOwnersAlone()
{
    const QTemporaryDir folder;
    CourierLock lock(folder.path());
    QVERIFY(lock.tryTake().ok());
    const auto others = QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther;
    QCOMPARE(QFile::permissions(folder.filePath(u"courier.lock"_s)) & others, QFile::Permissions());
}

void TestCourierLock::anotherProcessExcludesUs()
{
    const QTemporaryDir folder;
    QProcess holder;
    QVERIFY(startHolder(holder, folder.path()));
    CourierLock lock(folder.path());
    QCOMPARE(lock.tryTake().error().code, ErrorCode::Busy);
    holder.kill();
    QVERIFY(holder.waitForFinished(kPatienceMs));
}

void TestCourierLock::aKilledProcessHoldsNothing()
{
    const QTemporaryDir folder;
    QProcess holder;
    QVERIFY(startHolder(holder, folder.path()));
    holder.kill();
    QVERIFY(holder.waitForFinished(kPatienceMs));
    QCOMPARE(holder.exitStatus(), QProcess::CrashExit);
    CourierLock lock(folder.path());
    QVERIFY(lock.tryTake().ok());
}

void TestCourierLock::aStoppedProcessGoesOnHolding()
{
    const QTemporaryDir folder;
    QProcess holder;
    QVERIFY(startHolder(holder, folder.path()));
    ::kill(static_cast<pid_t>(holder.processId()), SIGSTOP);
    CourierLock lock(folder.path());
    QCOMPARE(lock.tryTake().error().code, ErrorCode::Busy);
    holder.kill();
    QVERIFY(holder.waitForFinished(kPatienceMs));
}

void TestCourierLock::aReplacedFileIsNoticedOnTaking()
{
    const QTemporaryDir folder;
    CourierLock one(folder.path());
    QVERIFY(one.tryTake().ok());
    one.release();
    QVERIFY(QFile::remove(folder.filePath(u"courier.lock"_s)));
    CourierLock two(folder.path());
    QVERIFY(two.tryTake().ok());
    QCOMPARE(one.tryTake().error().code, ErrorCode::Busy);
}

void TestCourierLock::aFolderThatIsNotThereIsAnError()
{
    const QTemporaryDir folder;
    CourierLock lock(folder.filePath(u"nowhere"_s));
    const Status taken = lock.tryTake();
    QCOMPARE(taken.error().code, ErrorCode::Disk);
    QVERIFY(!taken.error().userText.isEmpty());
}

int main(int argc, char *argv[])
{
    const QCoreApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.size() == 3 && arguments.at(1) == u"--hold"_s) {
        return holdLock(arguments.at(2));
    }
    TestCourierLock test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_courierlock.moc"
