// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/core/TimeText.h"

#include <QDateTime>
#include <QTest>

using namespace segue;
using namespace Qt::StringLiterals;

namespace {

constexpr std::int64_t kNow = 1'700'000'000'000; // 2023-11-14T22:13:20Z
constexpr qint64 kNone = -1;

} // namespace

class TimeTextTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void pointsInTime_data();
    void pointsInTime();
    void lengthsOfTime_data();
    void lengthsOfTime();
};

void TimeTextTest::initTestCase()
{
    // What has no zone is local.
    qputenv("TZ", "Asia/Kolkata");
    ::tzset();
}

void TimeTextTest::pointsInTime_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<qint64>("ms");
    const auto utc = [](const char *iso) {
        return QDateTime::fromString(QString::fromLatin1(iso), Qt::ISODateWithMs).toMSecsSinceEpoch();
    };
    QTest::newRow("now") << u"now"_s << qint64{kNow};
    QTest::newRow("seconds") << u"30s"_s << qint64{kNow - 30'000};
    QTest::newRow("minutes") << u"10m"_s << qint64{kNow - 600'000};
    QTest::newRow("hours") << u"2h"_s << qint64{kNow - 7'200'000};
    QTest::newRow("days") << u"7d"_s << qint64{kNow - 604'800'000};
    QTest::newRow("weeks") << u"1w"_s << qint64{kNow - 604'800'000};
    QTest::newRow("utc") << u"2023-11-14T10:00:00Z"_s << utc("2023-11-14T10:00:00Z");
    QTest::newRow("small letters") << u"2023-11-14t10:00:00z"_s << utc("2023-11-14T10:00:00Z");
    QTest::newRow("milliseconds") << u"2023-11-14T10:00:00.250Z"_s << utc("2023-11-14T10:00:00.250Z");
    QTest::newRow("offset") << u"2023-11-14T10:00:00+02:00"_s << utc("2023-11-14T08:00:00Z");
    QTest::newRow("offset without colon") << u"2023-11-14T10:00:00-0130"_s << utc("2023-11-14T11:30:00Z");
    QTest::newRow("minutes and zone") << u"2023-11-14T10:00Z"_s << utc("2023-11-14T10:00:00Z");
    QTest::newRow("local") << u"2023-11-14T10:00:00"_s << utc("2023-11-14T04:30:00Z");
    QTest::newRow("local with a blank") << u"2023-11-14 10:00"_s << utc("2023-11-14T04:30:00Z");
    QTest::newRow("a day begins at local midnight") << u"2023-11-14"_s << utc("2023-11-13T18:30:00Z");
    for (const char *wrong : {"", " ", "10", "10 m", "m", "-5m", "10y", "9999999999m", "yesterday", "2023-13-01",
                              "2023-02-30", "2023-11-14T25:00Z", "2023-11-14T10:00Zzz", "2023-11-14 and more",
                              "14.11.2023", "now+1h", "99999w", "2023-11-14T10:00:00+99:00"}) {
        QTest::newRow(qPrintable(u"no time: "_s + QString::fromLatin1(wrong))) << QString::fromLatin1(wrong) << kNone;
    }
}

void TimeTextTest::pointsInTime()
{
    QFETCH(QString, text);
    QFETCH(qint64, ms);
    QCOMPARE(qint64{TimeText::point(text, kNow).value_or(kNone)}, ms);
}

void TimeTextTest::lengthsOfTime_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<qint64>("ms");
    QTest::newRow("bare seconds") << u"30"_s << qint64{30'000};
    QTest::newRow("none") << u"0"_s << qint64{0};
    QTest::newRow("seconds") << u"90s"_s << qint64{90'000};
    QTest::newRow("minutes") << u"5m"_s << qint64{300'000};
    for (const char *wrong : {"", "-1", "1.5", "5 m", "x", "1e3", "now", "3654d"}) {
        QTest::newRow(qPrintable(u"no length: "_s + QString::fromLatin1(wrong))) << QString::fromLatin1(wrong) << kNone;
    }
}

void TimeTextTest::lengthsOfTime()
{
    QFETCH(QString, text);
    QFETCH(qint64, ms);
    QCOMPARE(qint64{TimeText::duration(text).value_or(kNone)}, ms);
}

QTEST_GUILESS_MAIN(TimeTextTest)
#include "tst_timetext.moc"
