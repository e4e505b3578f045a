// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest> // first: moc 6.4 cannot read <compare> before Qt's own headers

#include "ui/log/RatePlot.h"
#include "ui/shell/Theme.h"
#include "ui/widgets/Tone.h"

using namespace segue;

namespace {

constexpr qint64 kEnd = 1'700'000'000'000;

RateSeries seriesOf(int spans)
{
    RateSeries series;
    series.end = kEnd;
    series.span = 5'000;
    for (int i = 0; i < spans; ++i) {
        series.spans.append({10, 0, i == 5 ? 10 : 0, 0});
    }
    series.perSecond = 12;
    series.failedLately = 3;
    return series;
}

} // namespace

class TestRatePlot : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();

    void draggingChoosesTheTimeUnderIt();
    void aClickChoosesOneSpan();
    void arrowsAndEnterChooseAsWell();
    void escapeDropsTheChoice();
    void isToldInWordsButNotAllTheTime();
    void failuresArePaintedInTheirColour();
    void anEmptyPlotTakesNoChoice();

private:
    std::unique_ptr<RatePlot> m_plot;
};

void TestRatePlot::init()
{
    m_plot = std::make_unique<RatePlot>();
    m_plot->setPalette(Theme::palette(false));
    m_plot->resize(300, 30);
    m_plot->setSeries(seriesOf(20));
    m_plot->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_plot.get()));
}

void TestRatePlot::draggingChoosesTheTimeUnderIt()
{
    QSignalSpy chosen(m_plot.get(), &RatePlot::rangeChosen);
    QTest::mousePress(m_plot.get(), Qt::LeftButton, {}, {4, 15});
    QTest::mouseMove(m_plot.get(), {90, 15});
    QVERIFY(chosen.isEmpty());
    QTest::mouseRelease(m_plot.get(), Qt::LeftButton, {}, {90, 15});
    QCOMPARE(chosen.size(), 1);
    const qint64 since = chosen.at(0).at(0).toLongLong();
    const qint64 until = chosen.at(0).at(1).toLongLong();
    QCOMPARE(since, kEnd - 20 * 5'000);
    QVERIFY(until > since + 5'000 && until < kEnd);
    QCOMPARE((kEnd - until) % 5'000, 0);
}

void TestRatePlot::aClickChoosesOneSpan()
{
    QSignalSpy chosen(m_plot.get(), &RatePlot::rangeChosen);
    QTest::mouseClick(m_plot.get(), Qt::LeftButton, {}, {4, 15});
    QCOMPARE(chosen.size(), 1);
    QCOMPARE(chosen.at(0).at(1).toLongLong() - chosen.at(0).at(0).toLongLong(), 5'000);
}

void TestRatePlot::arrowsAndEnterChooseAsWell()
{
    QSignalSpy chosen(m_plot.get(), &RatePlot::rangeChosen);
    QTest::keyClick(m_plot.get(), Qt::Key_Enter);
    QVERIFY(chosen.isEmpty()); // nothing is marked yet
    QTest::keyClick(m_plot.get(), Qt::Key_Left);
    QTest::keyClick(m_plot.get(), Qt::Key_Left);
    QTest::keyClick(m_plot.get(), Qt::Key_Left, Qt::ShiftModifier);
    QVERIFY(!m_plot->accessibleDescription().isEmpty());
    QTest::keyClick(m_plot.get(), Qt::Key_Return);
    QCOMPARE(chosen.size(), 1);
    QCOMPARE(chosen.at(0).at(0).toLongLong(), kEnd - 3 * 5'000);
    QCOMPARE(chosen.at(0).at(1).toLongLong(), kEnd - 5'000);
}

void TestRatePlot::escapeDropsTheChoice()
{
    QSignalSpy chosen(m_plot.get(), &RatePlot::rangeChosen);
    QTest::keyClick(m_plot.get(), Qt::Key_Left);
    QTest::keyClick(m_plot.get(), Qt::Key_Escape);
    QTest::keyClick(m_plot.get(), Qt::Key_Enter);
    QVERIFY(chosen.isEmpty());
}

void TestRatePlot::isToldInWordsButNotAllTheTime()
{
    QVERIFY(m_plot->sentence().contains(QStringLiteral("12")));
    QVERIFY(m_plot->sentence().contains(QStringLiteral("3")));
    QCOMPARE(m_plot->accessibleDescription(), m_plot->sentence());
    RateSeries other = seriesOf(20);
    other.perSecond = 99;
    m_plot->setSeries(other);
    QVERIFY(m_plot->sentence().contains(QStringLiteral("99")));
    QVERIFY(!m_plot->accessibleDescription().contains(QStringLiteral("99")));
}

void TestRatePlot::failuresArePaintedInTheirColour()
{
    const QImage image = m_plot->grab().toImage();
    const QRgb bad = toneColor(m_plot->palette(), Tone::Bad).rgb();
    const QRgb good = toneColor(m_plot->palette(), Tone::Good).rgb();
    int badPixels = 0;
    int goodPixels = 0;
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x) {
            badPixels += image.pixel(x, y) == bad ? 1 : 0;
            goodPixels += image.pixel(x, y) == good ? 1 : 0;
        }
    }
    QVERIFY(badPixels > 20);
    QVERIFY(goodPixels > 10 * badPixels);
}

void TestRatePlot::anEmptyPlotTakesNoChoice()
{
    m_plot->setSeries({});
    QSignalSpy chosen(m_plot.get(), &RatePlot::rangeChosen);
    QTest::mouseClick(m_plot.get(), Qt::LeftButton, {}, {40, 15});
    QTest::keyClick(m_plot.get(), Qt::Key_Left);
    QTest::keyClick(m_plot.get(), Qt::Key_Enter);
    QVERIFY(chosen.isEmpty());
    m_plot->grab();
}

QTEST_MAIN(TestRatePlot)
#include "tst_rateplot.moc"
