// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest> // first: moc 6.4 cannot read <compare> before Qt's own headers

#include "tests/ui/UiFixture.h"
#include "ui/log/RateFeed.h"

using namespace segue;
using namespace segue::test;

namespace {

constexpr int kPatience = 30'000;
constexpr qint64 kNow = 1'700'000'002'500; // in the middle of a span

RateBucket bucket(qint64 start, EventState state, qint64 count)
{
    RateBucket made;
    made.start = start;
    made.counts.counts[static_cast<std::size_t>(state)] = count;
    return made;
}

} // namespace

class TestRateFeed : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void spansWithoutEventsAreEmpty();
    void everyStateIsOfOneKind();
    void theRateIsThatOfTheLastSeconds();
    void thePlotShowsWhatTheJournalCounts();
};

void TestRateFeed::spansWithoutEventsAreEmpty()
{
    const qint64 begin = 1'700'000'000'000;
    const RateSeries series =
        RateFeed::seriesOf({bucket(begin - 3'600'000, EventState::Accepted, 99),
                            bucket(begin - 10'000, EventState::Accepted, 4), bucket(begin, EventState::Refused, 2)},
                           kNow);
    QCOMPARE(series.spans.size(), 60);
    QCOMPARE(series.end, begin + 5'000);
    QCOMPARE(series.spans.at(59), (RateSeries::Counts{0, 0, 2, 0}));
    QCOMPARE(series.spans.at(58), RateSeries::Counts{});
    QCOMPARE(series.spans.at(57), (RateSeries::Counts{4, 0, 0, 0}));
    QCOMPARE(series.failedLately, 2);
}

void TestRateFeed::everyStateIsOfOneKind()
{
    for (int number = 0; number < kEventStateCount; ++number) {
        const RateSeries series =
            RateFeed::seriesOf({bucket(1'700'000'000'000, static_cast<EventState>(number), 3)}, kNow);
        QCOMPARE(RateSeries::total(series.spans.last()), 3);
    }
}

void TestRateFeed::theRateIsThatOfTheLastSeconds()
{
    const RateSeries series = RateFeed::seriesOf({bucket(1'699'999'990'000, EventState::Accepted, 1'000),
                                                  bucket(1'699'999'995'000, EventState::Accepted, 50),
                                                  bucket(1'700'000'000'000, EventState::Received, 25)},
                                                 kNow);
    QCOMPARE(series.perSecond, 10.0);
}

void TestRateFeed::thePlotShowsWhatTheJournalCounts()
{
    UiFixture ui;
    QVERIFY(ui.isOpen());
    RatePlot plot;
    auto *feed = new RateFeed(ui.context().log(), ui.context().clock(), plot);
    plot.show();
    std::vector<NewEntry> entries;
    for (int i = 0; i < 30; ++i) {
        entries.push_back(trackEntry("m" + std::to_string(i), i % 3 == 0 ? kTwo : kOne));
        entries.back().fields.received = ui.context().clock().now();
        entries.back().fields.state = EventState::Received;
    }
    ui.append(std::move(entries));
    const auto shown = [&plot] {
        qint64 all = 0;
        for (const RateSeries::Counts &counts : plot.series().spans) {
            all += RateSeries::total(counts);
        }
        return all;
    };
    feed->setConnections({});
    QTRY_COMPARE_WITH_TIMEOUT(shown(), 30, kPatience);
    QVERIFY(plot.series().perSecond > 0);
    feed->setConnections({kTwo});
    QTRY_COMPARE_WITH_TIMEOUT(shown(), 10, kPatience);
}

QTEST_MAIN(TestRateFeed)
#include "tst_ratefeed.moc"
