// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/Theme.h"
#include "ui/widgets/Tone.h"

#include <QTest>

#include <algorithm>
#include <array>
#include <cmath>

using namespace segue;

namespace {

//! Relative luminance (WCAG 2.1).
double luminance(const QColor &color)
{
    const auto linear = [](float share) {
        const auto part = static_cast<double>(share);
        return part <= 0.04045 ? part / 12.92 : std::pow((part + 0.055) / 1.055, 2.4);
    };
    return 0.2126 * linear(color.redF()) + 0.7152 * linear(color.greenF()) + 0.0722 * linear(color.blueF());
}

double contrast(const QColor &one, const QColor &other)
{
    const auto [dark, light] = std::minmax({luminance(one), luminance(other)});
    return (light + 0.05) / (dark + 0.05);
}

constexpr double kReadable = 4.5; // WCAG 2.1, 1.4.3

} // namespace

class TestTone : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void blackOnWhiteIsTheGreatestContrast();
    void everyToneIsReadableOnEverySurfaceItStandsOn_data();
    void everyToneIsReadableOnEverySurfaceItStandsOn();
    void chipsAndPrimaryButtonsAreReadable_data();
    void chipsAndPrimaryButtonsAreReadable();
};

void TestTone::blackOnWhiteIsTheGreatestContrast()
{
    QVERIFY(std::abs(contrast(Qt::black, Qt::white) - 21.0) < 0.01);
    QVERIFY(std::abs(contrast(Qt::red, Qt::red) - 1.0) < 0.01);
}

void TestTone::everyToneIsReadableOnEverySurfaceItStandsOn_data()
{
    QTest::addColumn<bool>("dark");
    QTest::addColumn<Tone>("tone");
    QTest::addColumn<Surface>("surface");
    const std::array tones{Tone::Plain, Tone::Muted, Tone::Accent, Tone::Good, Tone::Warning, Tone::Bad, Tone::Prod};
    const std::array surfaces{Surface::Content, Surface::Sidebar, Surface::Hover, Surface::Selected};
    for (const bool dark : {false, true}) {
        for (const Tone tone : tones) {
            for (const Surface surface : surfaces) {
                QTest::addRow("%s, tone %d on surface %d", dark ? "dark" : "light", static_cast<int>(tone),
                              static_cast<int>(surface))
                    << dark << tone << surface;
            }
        }
    }
}

void TestTone::everyToneIsReadableOnEverySurfaceItStandsOn()
{
    QFETCH(const bool, dark);
    QFETCH(const Tone, tone);
    QFETCH(const Surface, surface);
    const QPalette palette = Theme::palette(dark);
    QCOMPARE(isDark(palette), dark);
    const double found = contrast(toneColor(palette, tone), surfaceColor(palette, surface));
    QVERIFY2(found >= kReadable, qPrintable(QString::number(found)));
}

void TestTone::chipsAndPrimaryButtonsAreReadable_data()
{
    QTest::addColumn<bool>("dark");
    QTest::newRow("light") << false;
    QTest::newRow("dark") << true;
}

void TestTone::chipsAndPrimaryButtonsAreReadable()
{
    QFETCH(const bool, dark);
    const QPalette palette = Theme::palette(dark);
    const auto on = [&](const QColor &text, Surface surface) { return contrast(text, surfaceColor(palette, surface)); };
    QVERIFY(on(toneColor(palette, Tone::Prod), Surface::ProdChip) >= kReadable);
    QVERIFY(on(toneColor(palette, Tone::Muted), Surface::NeutralChip) >= kReadable);
    QVERIFY(on(toneColor(palette, Tone::Plain), Surface::NeutralChip) >= kReadable);
    QVERIFY(on(surfaceColor(palette, Surface::PrimaryText), Surface::Primary) >= kReadable);
}

QTEST_MAIN(TestTone)
#include "tst_tone.moc"
