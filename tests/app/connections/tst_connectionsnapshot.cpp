// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/connections/ConnectionSnapshot.h"

#include <QTest>

#include <atomic>
#include <thread>

using namespace segue;
using namespace Qt::StringLiterals;

class TestConnectionSnapshot : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aPublishedConnectionIsResolved();
    void aRemovedConnectionIsGone();
    void theSandboxFollowsItsListener();
    void aStandInTakesTheRegionsPlaceAlone();
    void resolvesOnOtherThreadsWhileTheListChanges();
};

void TestConnectionSnapshot::aPublishedConnectionIsResolved()
{
    Connection acme;
    acme.id = ConnectionId::create();
    acme.name = u"Acme"_s;
    acme.endpoint = Endpoint::eu();
    acme.paused = true;
    ConnectionSnapshot snapshot;
    snapshot.setConnections({acme, sandboxConnection()});
    const auto target = snapshot.resolve(acme.id);
    QVERIFY(target);
    QCOMPARE(target->endpoint.base(), Endpoint::eu().base());
    QCOMPARE(target->name, u"Acme"_s);
    QVERIFY(target->paused);
    QVERIFY(!target->sandbox);
}

void TestConnectionSnapshot::aRemovedConnectionIsGone()
{
    Connection acme;
    acme.id = ConnectionId::create();
    ConnectionSnapshot snapshot;
    snapshot.setConnections({acme});
    QVERIFY(snapshot.resolve(acme.id));
    snapshot.setConnections({});
    QVERIFY(!snapshot.resolve(acme.id));
}

void TestConnectionSnapshot::theSandboxFollowsItsListener()
{
    ConnectionSnapshot snapshot;
    snapshot.setConnections({sandboxConnection()});
    QVERIFY(snapshot.resolve(sandboxId())->endpoint.isNull());
    const Result<Endpoint> listener = Endpoint::parse(u"http://127.0.0.1:4321"_s);
    QVERIFY(listener.ok());
    snapshot.setSandboxEndpoint(listener.value());
    QCOMPARE(snapshot.resolve(sandboxId())->endpoint.base().port(), 4321);
    QVERIFY(snapshot.resolve(sandboxId())->sandbox);
    snapshot.setConnections({sandboxConnection()});
    QCOMPARE(snapshot.resolve(sandboxId())->endpoint.base().port(), 4321);
}

void TestConnectionSnapshot::aStandInTakesTheRegionsPlaceAlone()
{
    Connection region;
    region.id = ConnectionId::create();
    region.endpoint = Endpoint::eu();
    Connection gateway;
    gateway.id = ConnectionId::create();
    gateway.endpoint = Endpoint::parse(u"https://gateway.example"_s).value();
    ConnectionSnapshot snapshot;
    snapshot.setConnections({region, gateway, sandboxConnection()});
    const Endpoint standIn = Endpoint::parse(u"http://127.0.0.1:4321/v1"_s).value();
    snapshot.setStandIn(standIn);
    QCOMPARE(snapshot.resolve(region.id)->endpoint, standIn);
    QCOMPARE(snapshot.resolve(gateway.id)->endpoint, gateway.endpoint);
    QVERIFY(snapshot.resolve(sandboxId())->endpoint.isNull());
    snapshot.setStandIn({});
    QCOMPARE(snapshot.resolve(region.id)->endpoint, Endpoint::eu());
}

void TestConnectionSnapshot::resolvesOnOtherThreadsWhileTheListChanges()
{
    ConnectionSnapshot snapshot;
    Connection acme;
    acme.id = ConnectionId::create();
    acme.name = u"Acme"_s;
    snapshot.setConnections({acme});
    std::atomic_bool stop = false;
    std::atomic_int wrong = 0;
    std::thread reader([&] {
        while (!stop) {
            const auto target = snapshot.resolve(acme.id);
            if (!target || (target->name != u"Acme"_s && target->name != u"Other"_s)) {
                ++wrong;
            }
        }
    });
    for (int i = 0; i < 2000; ++i) {
        acme.name = i % 2 == 0 ? u"Other"_s : u"Acme"_s;
        snapshot.setConnections({acme});
    }
    stop = true;
    reader.join();
    QCOMPARE(wrong.load(), 0);
}

QTEST_GUILESS_MAIN(TestConnectionSnapshot)
#include "tst_connectionsnapshot.moc"
