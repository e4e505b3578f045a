// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/delivery/RetryPolicy.h"

#include <QTest>

using namespace segue;

namespace {

constexpr std::int64_t kHour = 60LL * 60 * 1000;

} // namespace

class TestRetryPolicy : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theWaitDoublesUpToTheLongest();
    void theWaitIsSpread();
    void anAnswersOwnWaitIsKeptTo();
    void anAnswersOwnWaitHasBounds();
    void anEventIsTriedForSevenDays();
    void aClockSetBackGivesNothingUp();
    void aDayAfterAnUnknownOutcomeItMayArriveTwice();
};

void TestRetryPolicy::theWaitDoublesUpToTheLongest()
{
    const RetryPolicy policy;
    std::mt19937_64 random(1);
    std::int64_t full = 500;
    for (int failures = 1; failures <= 100; ++failures) {
        for (int i = 0; i < 50; ++i) {
            const std::int64_t delay = policy.delay(failures, -1, random);
            QVERIFY2(delay >= full / 2 && delay <= full, qPrintable(QString::number(delay)));
        }
        full = std::min<std::int64_t>(full * 2, 5LL * 60 * 1000);
    }
}

void TestRetryPolicy::theWaitIsSpread()
{
    const RetryPolicy policy;
    std::mt19937_64 random(1);
    std::int64_t shortest = policy.delay(8, -1, random);
    std::int64_t longest = shortest;
    for (int i = 0; i < 200; ++i) {
        const std::int64_t delay = policy.delay(8, -1, random);
        shortest = std::min(shortest, delay);
        longest = std::max(longest, delay);
    }
    QVERIFY(longest - shortest > 64'000 / 4);
}

void TestRetryPolicy::anAnswersOwnWaitIsKeptTo()
{
    std::mt19937_64 random(1);
    QCOMPARE(RetryPolicy().delay(1, 7000, random), 7000);
    QCOMPARE(RetryPolicy().delay(20, 7000, random), 7000);
}

void TestRetryPolicy::anAnswersOwnWaitHasBounds()
{
    std::mt19937_64 random(1);
    QCOMPARE(RetryPolicy().delay(1, 0, random), 1000);
    QCOMPARE(RetryPolicy().delay(1, 24 * kHour, random), 300'000);
}

void TestRetryPolicy::anEventIsTriedForSevenDays()
{
    const RetryPolicy policy;
    QVERIFY(policy.withinBudget(0, 7 * 24 * kHour));
    QVERIFY(!policy.withinBudget(0, 7 * 24 * kHour + 1));
}

void TestRetryPolicy::aClockSetBackGivesNothingUp()
{
    QVERIFY(RetryPolicy().withinBudget(10 * 24 * kHour, 0));
}

void TestRetryPolicy::aDayAfterAnUnknownOutcomeItMayArriveTwice()
{
    const RetryPolicy policy;
    QVERIFY(!policy.mayArriveTwice(-1, 100 * kHour));
    QVERIFY(!policy.mayArriveTwice(0, 24 * kHour));
    QVERIFY(policy.mayArriveTwice(0, 24 * kHour + 1));
}

QTEST_GUILESS_MAIN(TestRetryPolicy)
#include "tst_retrypolicy.moc"
