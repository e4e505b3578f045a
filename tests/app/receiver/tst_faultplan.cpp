// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest> // first: moc 6.4 cannot read <compare> before Qt's own headers

#include "app/receiver/FaultPlan.h"

#include <array>

using namespace segue;

class TestFaultPlan : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void withoutAChoiceNothingIsPlayed();
    void eachComesInItsShare();
    void theSameSeedPlaysTheSame();
    void whatComesInPlaceOfAnAnswer();
    void aLateAnswerIsTheRealOne();
};

void TestFaultPlan::withoutAChoiceNothingIsPlayed()
{
    FaultPlan plan(1);
    for (int i = 0; i < 1'000; ++i) {
        QVERIFY(plan.next({}).kind == FaultPlan::Fault::Kind::None);
    }
}

void TestFaultPlan::eachComesInItsShare()
{
    constexpr int kRequests = 100'000;
    const FaultChoice choice{.tooMany = 5, .serverError = 10, .delay = 20, .reset = 1};
    FaultPlan plan(42);
    std::array<int, 5> counts{};
    for (int i = 0; i < kRequests; ++i) {
        ++counts.at(static_cast<std::size_t>(plan.next(choice).kind));
    }
    const std::array<int, 5> percent{64, 5, 10, 20, 1};
    for (std::size_t kind = 0; kind < percent.size(); ++kind) {
        const double share = 100.0 * counts.at(kind) / kRequests;
        QVERIFY2(qAbs(share - percent.at(kind)) < 0.5, qPrintable(QString::number(share)));
    }
}

void TestFaultPlan::theSameSeedPlaysTheSame()
{
    const FaultChoice choice{.tooMany = 20, .serverError = 20, .delay = 20, .reset = 20};
    FaultPlan one(7);
    FaultPlan other(7);
    for (int i = 0; i < 1'000; ++i) {
        const FaultPlan::Fault fault = one.next(choice);
        const FaultPlan::Fault same = other.next(choice);
        QVERIFY(fault.kind == same.kind && fault.status == same.status);
    }
}

void TestFaultPlan::whatComesInPlaceOfAnAnswer()
{
    FaultPlan plan(3);
    const auto refused = plan.next({.tooMany = 100, .retryAfterSeconds = 9}).instead();
    QVERIFY(refused && refused->status == 429);
    QCOMPARE(refused->headers, (std::vector<std::pair<std::string, std::string>>{{"Retry-After", "9"}}));
    QSet<int> errors;
    for (int i = 0; i < 200; ++i) {
        errors.insert(plan.next({.serverError = 100}).instead()->status);
    }
    QCOMPARE(errors, (QSet<int>{500, 502, 503, 504}));
    QVERIFY(plan.next({.reset = 100}).instead()->isReset);
    QVERIFY(!plan.next({.delay = 100}).instead());
}

void TestFaultPlan::aLateAnswerIsTheRealOne()
{
    FaultPlan plan(3);
    HttpReply got;
    plan.next({.delay = 100, .delaySeconds = 2}).after([&got](HttpReply reply) {
        got = std::move(reply);
    })({201, "{}", {}});
    QCOMPARE(got.status, 201);
    QCOMPARE(got.delayMs, 2'000);
}

QTEST_GUILESS_MAIN(TestFaultPlan)
#include "tst_faultplan.moc"
