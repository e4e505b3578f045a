// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/segment/JsonDiff.h"

#include <QTest>

using namespace segue;
using namespace Qt::StringLiterals;
using Kind = JsonDifference::Kind;

class TestJsonDiff : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void equalTextsHaveNoDifference();
    void blanksAndTheOrderOfMembersDoNotCount();
    void valuesAreComparedAsTheyAreWritten();
    void whatIsNewStandsWhereTheRightTextHasIt();
    void aPartThatBecomesAValueIsBothRemovedAndAdded();
    void doublesAreToldApart();
    void messageIdsAndTimesAreIncidental();
    void anIdWithinPropertiesIsNot();
    void textsThatAreNoJsonAreComparedAsBytes();
};

namespace {

QString shown(const JsonComparison &comparison)
{
    QStringList lines;
    for (const JsonDifference &each : comparison.differences) {
        const QString sign = each.kind == Kind::Added ? u"+"_s : each.kind == Kind::Removed ? u"-"_s : u"~"_s;
        lines.append(sign + each.path + u'=' + QString::fromUtf8(each.left) + u'|' + QString::fromUtf8(each.right));
    }
    return lines.join(u' ');
}

} // namespace

void TestJsonDiff::equalTextsHaveNoDifference()
{
    const JsonComparison same = compareJson(R"({"a":1,"b":{"c":[1,2]}})", R"({"a":1,"b":{"c":[1,2]}})");
    QVERIFY(same.isEqual());
    QVERIFY(!same.isEqualButForIdsAndTimes());
    QCOMPARE(same.same, 3);
}

void TestJsonDiff::blanksAndTheOrderOfMembersDoNotCount()
{
    QVERIFY(compareJson(R"({"a":1,"b":{"c":2,"d":{}}})", "{\n \"b\": {\"d\":{ }, \"c\": 2}, \"a\": 1 }").isEqual());
    QCOMPARE(shown(compareJson("[1,2]", "[2,1]")), u"~0=1|2 ~1=2|1"_s);
}

void TestJsonDiff::valuesAreComparedAsTheyAreWritten()
{
    QCOMPARE(
        shown(compareJson(R"({"a":1.10,"id":9007199254740993,"s":"1"})", R"({"a":1.1,"id":9007199254740992,"s":1})")),
        uR"(~a=1.10|1.1 ~id=9007199254740993|9007199254740992 ~s="1"|1)"_s);
}

void TestJsonDiff::whatIsNewStandsWhereTheRightTextHasIt()
{
    QCOMPARE(shown(compareJson(R"({"b":1,"c":2,"d":3})", R"({"a":0,"b":1,"bb":5,"c":4})")),
             u"+a=|0 +bb=|5 ~c=2|4 -d=3|"_s);
}

void TestJsonDiff::aPartThatBecomesAValueIsBothRemovedAndAdded()
{
    QCOMPARE(shown(compareJson(R"({"a":{"x":1,"y":2}})", R"({"a":7})")), u"+a=|7 -a.x=1| -a.y=2|"_s);
}

void TestJsonDiff::doublesAreToldApart()
{
    QCOMPARE(shown(compareJson(R"({"a":1,"a":2})", R"({"a":1})")), u"-a#2=2|"_s);
    QCOMPARE(shown(compareJson(R"({"a":{"x":1},"a":{"x":2}})", R"({"a":{"x":1},"a":{"x":3}})")), u"~a#2.x=2|3"_s);
}

void TestJsonDiff::messageIdsAndTimesAreIncidental()
{
    const JsonComparison twice = compareJson(R"({"event":"A","messageId":"1","timestamp":"t1"})",
                                             R"({"event":"A","messageId":"2","timestamp":"t2","sentAt":"t3"})");
    QCOMPARE(twice.differences.size(), 3);
    QVERIFY(twice.isEqualButForIdsAndTimes());
    QVERIFY(!compareJson(R"({"event":"A","messageId":"1"})", R"({"event":"B","messageId":"2"})")
                 .isEqualButForIdsAndTimes());
}

void TestJsonDiff::anIdWithinPropertiesIsNot()
{
    QVERIFY(!compareJson(R"({"properties":{"messageId":"1"}})", R"({"properties":{"messageId":"2"}})")
                 .isEqualButForIdsAndTimes());
    QVERIFY(!compareJson(R"({"userId":"1"})", R"({"userId":"2"})").isEqualButForIdsAndTimes());
}

void TestJsonDiff::textsThatAreNoJsonAreComparedAsBytes()
{
    QVERIFY(compareJson("{oops", "{oops").isEqual());
    const JsonComparison other = compareJson("{oops", "{}");
    QVERIFY(!other.readable);
    QCOMPARE(other.differences.size(), 1);
    QCOMPARE(other.differences.at(0).left, QByteArray("{oops"));
}

QTEST_APPLESS_MAIN(TestJsonDiff)
#include "tst_jsondiff.moc"
