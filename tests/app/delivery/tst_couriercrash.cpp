// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/delivery/CourierRig.h"
#include "tests/support/FaultServer.h"

#include <QCoreApplication>
#include <QHash>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>
#include <QTimer>

#include <csignal>
#include <unistd.h>

using namespace segue;
using namespace segue::test;
using namespace Qt::StringLiterals;

namespace {

constexpr int kEvents = 200;
constexpr qsizetype kEventBytes = 8 * 1024; // four requests for all of them
constexpr int kPatienceMs = 60'000;

//! The process that delivers. With a point it kills itself there, at the given time that it comes by; without one it
//! ends when all is delivered.
int deliver(const QString &folder, const QUrl &server, const QByteArray &point, int times)
{
    CourierRig rig(folder);
    rig.setEndpoint(server);
    int seen = 0;
    rig.start([&](const char *reached) {
        if (point == reached && ++seen == times) {
            ::kill(::getpid(), SIGKILL);
        }
    });
    QTimer look;
    QObject::connect(&look, &QTimer::timeout, &look, [&] {
        if (rig.count(EventState::Accepted) == kEvents) {
            QCoreApplication::exit(0);
        }
    });
    look.start(20);
    return QCoreApplication::exec();
}

bool runChild(const QStringList &arguments, QProcess::ExitStatus expected)
{
    QProcess child;
    child.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    child.start(QCoreApplication::applicationFilePath(), arguments);
    const bool ended = child.waitForFinished(kPatienceMs);
    if (!ended) {
        child.kill();
        child.waitForFinished();
    }
    return ended && child.exitStatus() == expected && (expected == QProcess::CrashExit || child.exitCode() == 0);
}

} // namespace

class TestCourierCrash : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void killedAnywhereItLosesNothingAndKeepsEveryId_data();
    void killedAnywhereItLosesNothingAndKeepsEveryId();
};

void TestCourierCrash::killedAnywhereItLosesNothingAndKeepsEveryId_data()
{
    QTest::addColumn<QString>("point");
    QTest::addColumn<int>("times");
    for (const QString &point : {u"taken"_s, u"written"_s, u"answered"_s, u"recorded"_s}) {
        for (const int times : {1, 3}) {
            QTest::addRow("%s %d", qPrintable(point), times) << point << times;
        }
    }
}

void TestCourierCrash::killedAnywhereItLosesNothingAndKeepsEveryId()
{
    QFETCH(const QString, point);
    QFETCH(const int, times);
    const QTemporaryDir folder;
    FaultServer server;
    QStringList queued;
    {
        CourierRig rig(folder.path());
        for (const EntryId id : rig.queue(kEvents, kEventBytes)) {
            queued.append(CourierRig::messageIdOf(rig.entry(id)));
        }
        QCOMPARE(queued.size(), kEvents);
    }
    const QString url = server.url().toString();
    QVERIFY(runChild({u"--deliver"_s, folder.path(), url, point, QString::number(times)}, QProcess::CrashExit));
    QVERIFY(runChild({u"--deliver"_s, folder.path(), url, u"-"_s, u"0"_s}, QProcess::NormalExit));

    QStringList arrived;
    for (const Request &request : server.requests()) {
        arrived.append(messageIdsIn(request.body));
    }
    const QSet<QString> distinct(arrived.begin(), arrived.end());
    QCOMPARE(distinct, QSet<QString>(queued.begin(), queued.end()));
    // At most the one request that was under way went out twice.
    QVERIFY2(arrived.size() - distinct.size() <= 480 * 1024 / kEventBytes, qPrintable(QString::number(arrived.size())));
    CourierRig rig(folder.path());
    QCOMPARE(rig.count(EventState::Accepted), kEvents);
}

int main(int argc, char *argv[])
{
    const QCoreApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.size() == 6 && arguments.at(1) == u"--deliver"_s) {
        return deliver(arguments.at(2), QUrl(arguments.at(3)), arguments.at(4).toUtf8(), arguments.at(5).toInt());
    }
    TestCourierCrash test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_couriercrash.moc"
