// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/core/EditDistance.h"

#include <QTest>

using namespace segue;
using namespace Qt::StringLiterals;

class EditDistanceTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void distanceCountsChangedCharacters();
    void theNearestWordIsFound();
};

void EditDistanceTest::distanceCountsChangedCharacters()
{
    QCOMPARE(editDistance(u"", u""), 0);
    QCOMPARE(editDistance(u"", u"abc"), 3);
    QCOMPARE(editDistance(u"state", u"stat"), 1);
    QCOMPARE(editDistance(u"user", u"uesr"), 2);
    QCOMPARE(editDistance(u"kitten", u"sitting"), 3);
}

void EditDistanceTest::theNearestWordIsFound()
{
    const QStringList words{u"state"_s, u"status"_s, u"origin"_s};
    QCOMPARE(nearestWord(u"Stat"_s, words), u"state"_s);
    QCOMPARE(nearestWord(u"statsu"_s, words), u"state"_s); // two off, as `status` is: the first
    QCOMPARE(nearestWord(u"statuss"_s, words), u"status"_s);
    QCOMPARE(nearestWord(u"colour"_s, words), QString());
    QCOMPARE(nearestWord(u"orgn"_s, words, 1), QString());
}

QTEST_GUILESS_MAIN(EditDistanceTest)
#include "tst_editdistance.moc"
