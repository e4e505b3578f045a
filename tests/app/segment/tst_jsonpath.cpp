// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/segment/JsonPath.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace segue;

class TestJsonPath : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void namesArePartedByDots();
    void aNameInQuotesMayHoldDotsAndQuotes();
    void aFaultIsSaidInWords_data();
    void aFaultIsSaidInWords();
    void valuesAreTheStoredBytes_data();
    void valuesAreTheStoredBytes();
    void severalPathsAreReadAtOnce();
    void whatIsNoJsonHasNoValues();
};

void TestJsonPath::namesArePartedByDots()
{
    const Result<JsonPath> path = JsonPath::parse(u"  properties.campaign_code "_s);
    QVERIFY(path.ok());
    QCOMPARE(path.value().names(), (QList<QByteArray>{"properties", "campaign_code"}));
    QCOMPARE(path.value().text(), u"properties.campaign_code"_s);
    QCOMPARE(JsonPath::parse(u"größe"_s).value().names(), QList<QByteArray>{"größe"});
}

void TestJsonPath::aNameInQuotesMayHoldDotsAndQuotes()
{
    const Result<JsonPath> path = JsonPath::parse(uR"(properties."a.b \"c\" \\"."")"_s);
    QVERIFY(path.ok());
    QCOMPARE(path.value().names(), (QList<QByteArray>{"properties", R"(a.b "c" \)", ""}));
}

void TestJsonPath::aFaultIsSaidInWords_data()
{
    QTest::addColumn<QString>("typed");
    QTest::newRow("nothing") << QString();
    QTest::newRow("blanks") << u"   "_s;
    QTest::newRow("dot at the end") << u"properties."_s;
    QTest::newRow("dot in front") << u".properties"_s;
    QTest::newRow("two dots") << u"a..b"_s;
    QTest::newRow("blank in a name") << u"a b"_s;
    QTest::newRow("quote in a name") << u"a\"b"_s;
    QTest::newRow("open quote") << u"a.\"b"_s;
    QTest::newRow("text behind a quote") << u"\"a\"b"_s;
    QTest::newRow("too many names") << QString(u"a"_s + QString(u".a"_s).repeated(16));
    QTest::newRow("too long") << QString(201, u'a');
}

void TestJsonPath::aFaultIsSaidInWords()
{
    QFETCH(const QString, typed);
    const Result<JsonPath> path = JsonPath::parse(typed);
    QVERIFY(!path.ok());
    QCOMPARE(path.error().code, ErrorCode::InvalidInput);
    QVERIFY(path.error().userText.size() > 10);
}

void TestJsonPath::valuesAreTheStoredBytes_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<bool>("there");
    QTest::addColumn<QByteArray>("value");
    QTest::newRow("text") << u"properties.code"_s << true << QByteArray("5F-\"é\"");
    QTest::newRow("empty text") << u"properties.none"_s << true << QByteArray("");
    QTest::newRow("64-bit number") << u"properties.big"_s << true << QByteArray("9007199254740993");
    QTest::newRow("longer number") << u"properties.long"_s << true << QByteArray("123456789012345678901234567890.10");
    QTest::newRow("true") << u"properties.yes"_s << true << QByteArray("true");
    QTest::newRow("null") << u"properties.nil"_s << true << QByteArray("null");
    QTest::newRow("object") << u"properties.in"_s << true << QByteArray(R"({ "b" : [1,  {"c":7}] })");
    QTest::newRow("item") << u"properties.in.b.1.c"_s << true << QByteArray("7");
    QTest::newRow("the last of a name") << u"twice"_s << true << QByteArray("2");
    QTest::newRow("name in quotes") << u"\"a.b\""_s << true << QByteArray("dotted");
    QTest::newRow("absent") << u"properties.other"_s << false << QByteArray();
    QTest::newRow("beyond the array") << u"properties.in.b.2"_s << false << QByteArray();
    QTest::newRow("into a text") << u"properties.code.x"_s << false << QByteArray();
}

void TestJsonPath::valuesAreTheStoredBytes()
{
    QFETCH(const QString, typed);
    QFETCH(const bool, there);
    QFETCH(const QByteArray, value);
    const QByteArray json = R"({"twice":1,"properties":{"code":"5F-\"\u00e9\"","none":"","big":9007199254740993,
        "long":123456789012345678901234567890.10,"yes":true,"nil":null,"in":{ "b" : [1,  {"c":7}] }},
        "a.b":"dotted","twice":2})";
    const std::vector<std::optional<QByteArray>> values = valuesAt(json, {JsonPath::parse(typed).value()});
    QCOMPARE(values.size(), std::size_t(1));
    QCOMPARE(values[0].has_value(), there);
    QCOMPARE(values[0].value_or(QByteArray()), value);
}

void TestJsonPath::severalPathsAreReadAtOnce()
{
    const QList<JsonPath> paths{JsonPath::parse(u"b.c"_s).value(), JsonPath::parse(u"x"_s).value(),
                                JsonPath::parse(u"a"_s).value()};
    const std::vector<std::optional<QByteArray>> values = valuesAt(R"({"a":1,"b":{"c":2}})", paths);
    QCOMPARE(values.size(), std::size_t(3));
    QCOMPARE(values[0].value_or(QByteArray()), QByteArray("2"));
    QVERIFY(!values[1]);
    QCOMPARE(values[2].value_or(QByteArray()), QByteArray("1"));
}

void TestJsonPath::whatIsNoJsonHasNoValues()
{
    const QList<JsonPath> paths{JsonPath::parse(u"a"_s).value()};
    for (const QByteArray &text : {QByteArray(), QByteArray("{\"a\":"), QByteArray("7"), QByteArray("\xFF\xFE")}) {
        QVERIFY(!valuesAt(text, paths)[0]);
    }
}

QTEST_APPLESS_MAIN(TestJsonPath)
#include "tst_jsonpath.moc"
