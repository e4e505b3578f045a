// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/delivery/DeliveryPace.h"
#include "app/delivery/NetworkWatch.h"
#include "app/delivery/QueueFigures.h"
#include "app/delivery/RegionRates.h"
#include "app/delivery/SteadyTime.h"

#include <QLocale>
#include <QTest>

using namespace segue;
using namespace Qt::StringLiterals;

namespace {

struct HandClock final : Clock
{
    std::int64_t now() const override { return wall; }
    std::int64_t monotonic() const override { return grown; }

    std::int64_t wall = 1'000'000;
    std::int64_t grown = 50;
};

} // namespace

//! The small parts of the courier, each alone.
class TestDeliveryParts : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void connectionsOfOneRegionShareItsRates();
    void loopbackAndOtherGatewaysHaveNoRate();
    void newRatesHoldAtOnce();
    void anotherNetworkIsNoticedOnce();
    void noNetworkIsNoReasonToTry();
    void theRealNetworkCanBeLookedAt();
    void aClockSetForwardIsNotFollowed();
    void aClockSetBackIsFollowed();
    void thePaceIsThatOfTenSeconds();
    void figuresAreSaidInWords();
};

void TestDeliveryParts::connectionsOfOneRegionShareItsRates()
{
    RegionRates rates({.requestsPerSecond = 2, .eventsPerSecond = 100});
    RateLimiter *us = rates.limiterFor(Endpoint::us());
    QVERIFY(us);
    us->take(100, 0);
    QCOMPARE(rates.limiterFor(Endpoint::us())->allowed(10, 0), 0);
    QCOMPARE(rates.limiterFor(Endpoint::eu())->allowed(10, 0), 10);
}

void TestDeliveryParts::loopbackAndOtherGatewaysHaveNoRate()
{
    RegionRates rates({});
    QVERIFY(!rates.limiterFor(Endpoint::parse(u"http://127.0.0.1:99"_s).value()));
    QVERIFY(!rates.limiterFor(Endpoint::parse(u"https://gateway.example"_s).value()));
}

void TestDeliveryParts::newRatesHoldAtOnce()
{
    RegionRates rates({.requestsPerSecond = 50, .eventsPerSecond = 1000});
    RateLimiter *us = rates.limiterFor(Endpoint::us());
    us->take(400, 0);
    rates.setRates({.requestsPerSecond = 50, .eventsPerSecond = 100});
    QCOMPARE(us->allowed(1000, 0), 100);
    us->take(100, 0);
    QCOMPARE(us->allowed(1000, 500), 50);
    rates.setRates({.requestsPerSecond = 0, .eventsPerSecond = 0});
    QCOMPARE(us->allowed(1000, 500), 1000);
    rates.setRates({.requestsPerSecond = 1, .eventsPerSecond = 10});
    QCOMPARE(us->allowed(1000, 500), 10);
}

void TestDeliveryParts::anotherNetworkIsNoticedOnce()
{
    QByteArray addresses("eth0 10.0.0.1");
    NetworkWatch watch([&addresses] { return addresses; });
    QVERIFY2(!watch.changed(0), "the first look compares with nothing");
    QVERIFY(!watch.changed(5'000));
    addresses = "wlan0 192.168.1.7";
    QVERIFY2(!watch.changed(6'000), "not at every turn");
    QVERIFY(watch.changed(7'000));
    QVERIFY(!watch.changed(20'000));
}

void TestDeliveryParts::noNetworkIsNoReasonToTry()
{
    QByteArray addresses("eth0 10.0.0.1");
    NetworkWatch watch([&addresses] { return addresses; });
    QVERIFY(!watch.changed(0));
    addresses.clear();
    QVERIFY(!watch.changed(5'000));
    addresses = "eth0 10.0.0.1";
    QVERIFY2(watch.changed(10'000), "it is there again");
}

void TestDeliveryParts::theRealNetworkCanBeLookedAt()
{
    NetworkWatch watch;
    QVERIFY(!watch.changed(0));
}

void TestDeliveryParts::aClockSetForwardIsNotFollowed()
{
    HandClock clock;
    const SteadyTime steady(clock);
    clock.wall += 5'000;
    clock.grown += 5'000;
    QCOMPARE(steady.now(), 1'005'000);
    clock.wall += 900'000'000;
    QCOMPARE(steady.now(), 1'005'000);
    clock.wall += 1'000;
    clock.grown += 1'000;
    QCOMPARE(steady.now(), 1'006'000);
}

void TestDeliveryParts::aClockSetBackIsFollowed()
{
    HandClock clock;
    const SteadyTime steady(clock);
    clock.wall -= 400'000;
    QCOMPARE(steady.now(), 600'000);
}

void TestDeliveryParts::thePaceIsThatOfTenSeconds()
{
    DeliveryPace pace;
    QCOMPARE(pace.perSecond(100'000), 0);
    for (int second = 100; second < 110; ++second) {
        pace.add(80, second * 1'000 + 500);
    }
    QCOMPARE(pace.perSecond(110'000), 80);
    QCOMPARE(pace.perSecond(115'000), 40);
    QCOMPARE(pace.perSecond(119'000), 8);
    QCOMPARE(pace.perSecond(120'000), 0);
    pace.add(1, 500'000);
    QCOMPARE(pace.perSecond(501'000), 1);
    QCOMPARE(pace.perSecond(900'000), 0);
}

void TestDeliveryParts::figuresAreSaidInWords()
{
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
    QueueFigures figures;
    QCOMPARE(figures.words(0), QString());
    const std::int64_t now = QDateTime(QDate(2026, 3, 4), QTime(12, 0)).toMSecsSinceEpoch();
    figures.queued = 1234;
    figures.oldestSince = QDateTime(QDate(2026, 3, 4), QTime(9, 12)).toMSecsSinceEpoch();
    DeliveryStatus status;
    status.kind = DeliveryStatus::Kind::Retrying;
    status.nextAttempt = QDateTime(QDate(2026, 3, 4), QTime(12, 0, 5)).toMSecsSinceEpoch();
    status.perSecond = 80;
    figures.take(status);
    QCOMPARE(figures.words(now), u"1,234 queued · oldest since %1 · next try at 12:00:05 · 80 a second"_s.arg(
                                     QLocale().toString(QTime(9, 12), QLocale::ShortFormat)));
    status.kind = DeliveryStatus::Kind::Paused;
    status.perSecond = 0;
    figures.take(status);
    figures.oldestSince -= 5LL * 24 * 60 * 60 * 1000;
    QVERIFY2(figures.words(now).contains(u"27"_s), qPrintable(figures.words(now)));
    QVERIFY(!figures.words(now).contains(u"next try"_s));
}

QTEST_GUILESS_MAIN(TestDeliveryParts)
#include "tst_deliveryparts.moc"
