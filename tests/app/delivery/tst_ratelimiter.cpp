// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/delivery/RateLimiter.h"

#include <QTest>

using namespace segue;

class TestRateLimiter : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void noMoreRequestsThanAllowedInAnySecond();
    void noMoreEventsThanAllowedInAnySecond();
    void aRequestIsCutToWhatMayGo();
    void theWaitIsAsLongAsNeeded();
    void noLimitMeansNoLimit();
    void aClockThatStandsStillOrGoesBackGivesNothingAway();
};

void TestRateLimiter::noMoreRequestsThanAllowedInAnySecond()
{
    RateLimiter limiter({});
    QList<std::int64_t> sent;
    for (std::int64_t now = 0; now < 10'000; ++now) {
        while (limiter.allowed(1, now) > 0) {
            limiter.take(1, now);
            sent.append(now);
        }
    }
    // A full bucket at the start, then 50 for each second.
    QVERIFY(sent.size() <= 50 + 500);
    QVERIFY(sent.size() >= 500);
    for (qsizetype i = 100; i < sent.size(); ++i) {
        QVERIFY(sent.at(i) - sent.at(i - 100) >= 1000);
    }
}

void TestRateLimiter::noMoreEventsThanAllowedInAnySecond()
{
    RateLimiter limiter({});
    std::int64_t events = 0;
    for (std::int64_t now = 0; now < 10'000; now += 7) {
        if (const int allowed = limiter.allowed(2500, now)) {
            limiter.take(allowed, now);
            events += allowed;
        }
    }
    QVERIFY(events <= 1000 + 10'000);
    QVERIFY(events >= 9'500);
}

void TestRateLimiter::aRequestIsCutToWhatMayGo()
{
    RateLimiter limiter({});
    QCOMPARE(limiter.allowed(2500, 0), 1000);
    QCOMPARE(limiter.allowed(300, 0), 300);
    limiter.take(300, 0);
    QCOMPARE(limiter.allowed(2500, 0), 700);
    QCOMPARE(limiter.allowed(0, 0), 0);
}

void TestRateLimiter::theWaitIsAsLongAsNeeded()
{
    RateLimiter limiter({2, 10});
    QCOMPARE(limiter.waitMs(0), 0);
    limiter.take(1, 0);
    limiter.take(1, 0);
    QCOMPARE(limiter.allowed(1, 0), 0);
    const std::int64_t wait = limiter.waitMs(0);
    QCOMPARE(wait, 500);
    QCOMPARE(limiter.allowed(1, wait - 1), 0);
    QCOMPARE(limiter.allowed(1, wait), 1);
}

void TestRateLimiter::noLimitMeansNoLimit()
{
    RateLimiter limiter({0, 0});
    for (int i = 0; i < 1000; ++i) {
        QCOMPARE(limiter.allowed(2500, 0), 2500);
        limiter.take(2500, 0);
    }
    QCOMPARE(limiter.waitMs(0), 0);
}

void TestRateLimiter::aClockThatStandsStillOrGoesBackGivesNothingAway()
{
    RateLimiter limiter({1, 1});
    limiter.take(1, 5000);
    QCOMPARE(limiter.allowed(1, 5000), 0);
    QCOMPARE(limiter.allowed(1, 1000), 0);
    QCOMPARE(limiter.allowed(1, 5500), 0);
    QCOMPARE(limiter.allowed(1, 6000), 1);
}

QTEST_GUILESS_MAIN(TestRateLimiter)
#include "tst_ratelimiter.moc"
