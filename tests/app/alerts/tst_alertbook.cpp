// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest> // first: moc 6.4 cannot read <compare> before Qt's own headers

#include "app/alerts/AlertBook.h"

using namespace segue;
using namespace Qt::StringLiterals;

namespace {

constexpr std::int64_t kPause = 30 * 60'000;

const AlertKey kFailed{AlertKind::FailedDelivery, ConnectionId::fromText(u"11111111-1111-4111-8111-111111111111"_s)};
const AlertKey kHeldUp{AlertKind::HeldUp, ConnectionId::fromText(u"11111111-1111-4111-8111-111111111111"_s)};
const AlertKey kOther{AlertKind::FailedDelivery, ConnectionId::fromText(u"22222222-2222-4222-8222-222222222222"_s)};

} // namespace

//! Step by step, with a clock of its own: `+` what is raised, `-` what has gone, `*` what has grown, then the minute,
//! then what is told.
class TestAlertBook : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void whatIsToldAndWhen_data();
    void whatIsToldAndWhen();
    void kindsAndConnectionsAreApart();
    void aShorterPauseHoldsAtOnce();
};

void TestAlertBook::whatIsToldAndWhen_data()
{
    QTest::addColumn<QString>("steps");
    QTest::newRow("once, however often it is raised") << u"+0! +1 +2 +40 +90"_s;
    QTest::newRow("gone and not back") << u"+0! -1 ?60"_s;
    QTest::newRow("gone and back after the pause") << u"+0! -1 +31!"_s;
    QTest::newRow("gone and back within it: told when it is over") << u"+0! -1 +2 ?29 ?30! ?90"_s;
    QTest::newRow("gone before it is over: never told") << u"+0! -1 +2 -5 ?31"_s;
    QTest::newRow("to and fro is told once a pause") << u"+0! -1 +2 -3 +4 -5 +6 ?30! -31 +32 ?59 ?60!"_s;
    QTest::newRow("grown: told anew after the pause") << u"+0! *5 ?29 ?30! ?90"_s;
    QTest::newRow("growing on is told once a pause") << u"+0! *1 *20 *31! *40 ?60 ?61!"_s;
    QTest::newRow("grown, then gone") << u"+0! *5 -6 ?31"_s;
    QTest::newRow("what has gone does not grow") << u"+0! -1 *2 ?31"_s;
}

void TestAlertBook::whatIsToldAndWhen()
{
    QFETCH(QString, steps);
    AlertBook book(kPause);
    for (const QString &step : steps.split(u' ')) {
        const bool told = step.endsWith(u'!');
        const std::int64_t minute = step.mid(1, step.size() - (told ? 2 : 1)).toLongLong();
        if (step.startsWith(u'+')) {
            book.raise(kFailed);
        } else if (step.startsWith(u'-')) {
            book.clear(kFailed);
        } else if (step.startsWith(u'*')) {
            book.grow(kFailed);
        }
        QVERIFY2(book.take(minute * 60'000) == (told ? QList<AlertKey>{kFailed} : QList<AlertKey>()), qPrintable(step));
    }
}

void TestAlertBook::kindsAndConnectionsAreApart()
{
    AlertBook book(kPause);
    book.raise(kFailed);
    QCOMPARE(book.take(0).size(), 1);
    book.raise(kHeldUp);
    book.raise(kOther);
    const QList<AlertKey> told = book.take(1);
    QCOMPARE(told.size(), 2);
    QVERIFY(told.contains(kHeldUp) && told.contains(kOther));
    book.clear(kOther);
    QVERIFY(book.stands(kFailed) && book.stands(kHeldUp) && !book.stands(kOther));
}

void TestAlertBook::aShorterPauseHoldsAtOnce()
{
    AlertBook book(kPause);
    book.raise(kFailed);
    QCOMPARE(book.take(0).size(), 1);
    book.clear(kFailed);
    book.raise(kFailed);
    QVERIFY(book.take(60'000).isEmpty());
    book.setPause(60'000);
    QCOMPARE(book.take(60'000).size(), 1);
}

QTEST_GUILESS_MAIN(TestAlertBook)
#include "tst_alertbook.moc"
