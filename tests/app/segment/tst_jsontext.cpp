// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/segment/JsonText.h"

#include <QElapsedTimer>
#include <QTest>

using namespace segue;
using namespace Qt::StringLiterals;

class TestJsonText : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void everyTokenStaysAsItIsWritten();
    void emptyPartsStayOnTheirLine();
    void partsKnowWhereTheyCloseAndHowManyMembersTheyHave();
    void linesKnowTheirPath();
    void valuesAreTheStoredBytes();
    void stringsAreCopiedUnescaped();
    void whatIsNoJsonIsShownAsItIsWithItsReason();
    void aCutTextHasWholeLinesAndIsSaidToBeCut();
    void aCutNeverPartsACharacter();
    void theDeepestTextIsLaidOut();
    void layingOutAgainChangesNothing();
};

void TestJsonText::everyTokenStaysAsItIsWritten()
{
    const QByteArray json =
        R"({"b":1.10,"a":12345678901234567890123,"b":-0.0e+5,"\u00e9":"\u00E9\/é","t":[true,null]})";
    QCOMPARE(JsonText::of(json, 1000).text(), uR"({
  "b": 1.10,
  "a": 12345678901234567890123,
  "b": -0.0e+5,
  "\u00e9": "\u00E9\/é",
  "t": [
    true,
    null
  ]
})"_s);
}

void TestJsonText::emptyPartsStayOnTheirLine()
{
    QCOMPARE(JsonText::of("{}", 1000).text(), u"{}"_s);
    QCOMPARE(JsonText::of("{ \"a\" : { } , \"b\":[ ]}", 1000).text(), u"{\n  \"a\": {},\n  \"b\": []\n}"_s);
}

void TestJsonText::partsKnowWhereTheyCloseAndHowManyMembersTheyHave()
{
    const JsonText text = JsonText::of(R"({"a":{"x":1,"x":2},"b":[1,2,[3]],"c":{}})", 1000);
    QVERIFY(text.canFold(0));
    QCOMPARE(text.members(0), 3);
    QVERIFY(text.canFold(1));
    QCOMPARE(text.members(1), 2);
    QCOMPARE(text.lines()[1].closedBy, 4);
    QCOMPARE(text.lines()[4].openedBy, 1);
    QVERIFY(text.isArray(5));
    QCOMPARE(text.members(5), 3);
    const int last = static_cast<int>(text.lines().size()) - 1;
    QVERIFY(!text.canFold(last - 1)); // "c": {}
    QCOMPARE(text.lines()[0].closedBy, last);
    QVERIFY(!text.canFold(-1) && !text.canFold(last + 1));
    QCOMPARE(text.text().count(u'\n') + 1, static_cast<qsizetype>(text.lines().size()));
}

void TestJsonText::linesKnowTheirPath()
{
    const JsonText text = JsonText::of(R"({"properties":{"campaign_code":"5F","items":[{"a.b":1},7]},"größe x":0})", 1000);
    QCOMPARE(text.path(0), QString());
    QCOMPARE(text.path(1), u"properties"_s);
    QCOMPARE(text.path(2), u"properties.campaign_code"_s);
    QCOMPARE(text.path(3), u"properties.items"_s);
    QCOMPARE(text.path(4), u"properties.items.0"_s);
    QCOMPARE(text.path(5), u"properties.items.0.a\\.b"_s);
    QCOMPARE(text.path(6), u"properties.items.0"_s);
    QCOMPARE(text.path(7), u"properties.items.1"_s);
    QCOMPARE(text.path(10), u"größe\\ x"_s);
    QCOMPARE(text.path(99), QString());
}

void TestJsonText::valuesAreTheStoredBytes()
{
    const JsonText text = JsonText::of("{\"a\" : { \"id\":9007199254740993 ,\"p\":1.10}}", 1000);
    QCOMPARE(text.value(1), QByteArray("{ \"id\":9007199254740993 ,\"p\":1.10}"));
    QCOMPARE(text.value(2), QByteArray("9007199254740993"));
    QCOMPARE(text.value(3), QByteArray("1.10"));
    QCOMPARE(text.value(4), text.value(1)); // the closing bracket stands for the whole
}

void TestJsonText::stringsAreCopiedUnescaped()
{
    const JsonText text = JsonText::of(R"({"a":"\u00e9\"\n"})", 1000);
    QCOMPARE(text.plainValue(1), u"é\"\n"_s);
    QCOMPARE(text.value(1), QByteArray(R"("\u00e9\"\n")"));
}

void TestJsonText::whatIsNoJsonIsShownAsItIsWithItsReason()
{
    const JsonText text = JsonText::of("{\"a\":1", 1000);
    QVERIFY(!text.isJson());
    QCOMPARE(text.fault()->reason, JsonFault::Reason::NotClosed);
    QVERIFY(!jsonFaultText(*text.fault()).isEmpty());
    QCOMPARE(text.text(), u"{\"a\":1"_s);
    QVERIFY(text.lines().empty());
    QVERIFY(text.value(0).isEmpty());
    QVERIFY(!JsonText::of("plain\ntext", 1000).isJson());
    QVERIFY(!JsonText::of("", 1000).isJson());
}

void TestJsonText::aCutTextHasWholeLinesAndIsSaidToBeCut()
{
    QByteArray json = "{\"list\":[0";
    for (int i = 1; i < 1000; ++i) {
        json += ',' + QByteArray::number(i);
    }
    json += "]}";
    const JsonText text = JsonText::of(json, 100);
    QVERIFY(text.isJson());
    QVERIFY(text.isCut());
    QVERIFY(text.text().size() < 500);
    QCOMPARE(text.text().count(u'\n') + 1, static_cast<qsizetype>(text.lines().size()));
    QVERIFY(!text.canFold(0)); // its end is not there
    QVERIFY(!JsonText::of(json, 100'000).isCut());
}

void TestJsonText::aCutNeverPartsACharacter()
{
    const JsonText text = JsonText::of("ééé", 3);
    QVERIFY(text.isCut());
    QCOMPARE(text.text(), u"é"_s);
}

void TestJsonText::theDeepestTextIsLaidOut()
{
    const int depth = JsonOutline::kDeepest;
    const QByteArray json = QByteArray(depth, '[') + '1' + QByteArray(depth, ']');
    const JsonText text = JsonText::of(json, 1'000'000);
    QVERIFY(text.isJson());
    QCOMPARE(static_cast<int>(text.lines().size()), 2 * depth + 1);
    QCOMPARE(text.path(depth).count(u'.'), depth - 1);
    QVERIFY(!JsonText::of('[' + json + ']', 1'000'000).isJson());
}

void TestJsonText::layingOutAgainChangesNothing()
{
    const QByteArray json = R"({"a":[{"b":[]},{}],"c":"x, y: {z}"})";
    const QString once = JsonText::of(json, 1000).text();
    QCOMPARE(JsonText::of(once.toUtf8(), 1000).text(), once);
}

QTEST_APPLESS_MAIN(TestJsonText)
#include "tst_jsontext.moc"
