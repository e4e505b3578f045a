// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest>

#include "app/journal/JsonPath.h"

using namespace segue;

namespace {

QByteArray valueAt(const QByteArray &path, const QByteArray &payload)
{
    const std::optional<JsonPath> read = JsonPath::parse(path.toStdString());
    const std::string text = payload.toStdString();
    const std::optional<std::string_view> value = read ? read->valueIn(text) : std::nullopt;
    return value ? QByteArray(value->data(), static_cast<qsizetype>(value->size())) : QByteArray();
}

} // namespace

class TestJsonPath : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void theValuesOwnBytesAreGiven_data();
    void theValuesOwnBytesAreGiven();
    void pathsAreWrittenAsTheyAreRead_data();
    void pathsAreWrittenAsTheyAreRead();
    void anEmptyNameIsNoPath();
    void numbersAreComparedByTheirWorth_data();
    void numbersAreComparedByTheirWorth();
    void textsLoseQuotesAndEscapes();
    void brokenPayloadsGiveNothing();
};

void TestJsonPath::theValuesOwnBytesAreGiven_data()
{
    QTest::addColumn<QByteArray>("path");
    QTest::addColumn<QByteArray>("payload");
    QTest::addColumn<QByteArray>("value");
    const auto row = [](const char *name, const char *path, const char *payload, const char *value) {
        QTest::newRow(name) << QByteArray(path) << QByteArray(payload) << QByteArray(value);
    };
    row("a text", "a", R"({"a":"x"})", R"("x")");
    row("a long number", "a.b", R"({"a":{"b":18446744073709551615}})", "18446744073709551615");
    row("an object", "a", R"({"a": {"b": [1, "}"]} , "c":2})", R"({"b": [1, "}"]})");
    row("with blanks", "a.b", " {\n\"a\" : { \"x\":1 , \"b\" :\ttrue } }", "true");
    row("the last of two", "a", R"({"a":1,"b":2,"a":3})", "3");
    row("the last of two objects", "a.b", R"({"a":{"b":1},"a":{"c":2}})", "");
    row("an item", "a.1.b", R"({"a":[0,{"b":null}]})", "null");
    row("no such item", "a.2", R"({"a":[0,1]})", "");
    row("a numeric name", "a.1", R"({"a":{"1":"x"}})", R"("x")");
    row("a name with a dot", R"(a\.b)", R"({"a.b":1,"a":{"b":2}})", "1");
    row("an escaped name", "é", R"({"\u00e9":1})", "1");
    row("quotes in texts", "b", R"({"a":"\"b\":1,{","b":2})", "2");
    row("into a text", "a.b", R"({"a":"b"})", "");
    row("not there", "a.c", R"({"a":{"b":1}})", "");
    row("another case", "A", R"({"a":1})", "");
    row("an empty object", "a", "{}", "");
    row("no JSON", "a", "hello", "");
    row("nothing", "a", "", "");
}

void TestJsonPath::theValuesOwnBytesAreGiven()
{
    QFETCH(QByteArray, path);
    QFETCH(QByteArray, payload);
    QFETCH(QByteArray, value);
    QCOMPARE(valueAt(path, payload), value);
}

void TestJsonPath::pathsAreWrittenAsTheyAreRead_data()
{
    QTest::addColumn<QByteArray>("text");
    for (const char *text : {"a", "properties.message_type", "context.app.version", R"(a\.b.c)", R"(a\ b.\:)",
                             "traits.größe", R"(\"q\\)", "items.0.sku", "$id"}) {
        QTest::newRow(text) << QByteArray(text);
    }
}

void TestJsonPath::pathsAreWrittenAsTheyAreRead()
{
    QFETCH(QByteArray, text);
    const std::optional<JsonPath> path = JsonPath::parse(text.toStdString());
    QVERIFY(path);
    QCOMPARE(QByteArray::fromStdString(path->text()), text);
    QVERIFY(JsonPath::of(path->names()) == *path);
}

void TestJsonPath::anEmptyNameIsNoPath()
{
    for (const char *text : {"", ".", "a.", ".a", "a..b"}) {
        QVERIFY2(!JsonPath::parse(text), text);
    }
}

void TestJsonPath::numbersAreComparedByTheirWorth_data()
{
    QTest::addColumn<QByteArray>("one");
    QTest::addColumn<QByteArray>("other");
    QTest::addColumn<bool>("same");
    const auto row = [](const char *one, const char *other, bool same) {
        QTest::addRow("%s and %s", one, other) << QByteArray(one) << QByteArray(other) << same;
    };
    row("1", "1.0", true);
    row("1", "10e-1", true);
    row("100", "1E+2", true);
    row("0", "-0.00e7", true);
    row("0.5", "5e-1", true);
    row("-1", "1", false);
    row("18446744073709551615", "18446744073709551616", false);
    row("18446744073709551615", "1.8446744073709551615e19", true);
    row("9007199254740993", "9007199254740992", false);
    row("1", "01", false);
    row("1", "+1", false);
    row("1", "1.", false);
    row("1", "1e", false);
    row("1", "1e+", false);
    row("1", "1e+-0", false);
    row("1", " 1", false);
    row("1", "", false);
    row("1", "-", false);
    row("1", "1e99999999999", false);
    row(".5", "0.5", false);
}

void TestJsonPath::numbersAreComparedByTheirWorth()
{
    QFETCH(QByteArray, one);
    QFETCH(QByteArray, other);
    QFETCH(bool, same);
    QCOMPARE(sameJsonNumber(one.toStdString(), other.toStdString()), same);
    QCOMPARE(sameJsonNumber(other.toStdString(), one.toStdString()), same);
}

void TestJsonPath::textsLoseQuotesAndEscapes()
{
    QVERIFY(plainJsonValue(R"("a\"\u00e9")") == "a\"é");
    QVERIFY(plainJsonValue(R"("")").empty());
    QVERIFY(plainJsonValue("1.50") == "1.50");
    QVERIFY((jsonItems(R"([1, "a,]", [2,3], {}])") == std::vector<std::string_view>{"1", R"("a,]")", "[2,3]", "{}"}));
    QVERIFY(jsonItems("[]").empty());
    QVERIFY(jsonItems("{}").empty());
}

void TestJsonPath::brokenPayloadsGiveNothing()
{
    const QByteArray whole = R"({"a":{"b":[1,{"c":"\"x\""}]},"d":"e"})";
    QCOMPARE(valueAt("d", whole), QByteArray(R"("e")"));
    for (qsizetype length = 0; length < whole.size(); ++length) {
        QCOMPARE(valueAt("d", whole.first(length)), QByteArray());
        static_cast<void>(valueAt("a.b.1.c", whole.first(length)));
    }
}

QTEST_GUILESS_MAIN(TestJsonPath)
#include "tst_jsonpath.moc"
