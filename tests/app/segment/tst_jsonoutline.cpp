// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/segment/JsonOutline.h"

#include <QTest>

using namespace segue;

using Reason = JsonFault::Reason;
Q_DECLARE_METATYPE(JsonFault::Reason)

class tst_JsonOutline : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyNodeKnowsItsBytes();
    void ofSeveralMembersTheLastCounts();
    void namesAreComparedUnescaped();
    void deeperNodesAreCheckedButNotKept();
    void wellFormed_data();
    void wellFormed();
    void faults_data();
    void faults();
    void broken_data();
    void broken();
    void theDeepestLevelIsExact();
};

namespace {

QByteArray bytesOf(const QByteArray &text, const JsonNode &node)
{
    return text.mid(node.begin, node.end - node.begin);
}

} // namespace

void tst_JsonOutline::everyNodeKnowsItsBytes()
{
    const QByteArray text = " {\"a\" : 1.10 ,\n\"b\":[ true, {\"c\":null } ]\t, \"d\":\"x\\ny\" ,\"e\":{ }} \n";
    const auto read = JsonOutline::read(text, 5);
    QVERIFY(read);
    QStringList seen;
    for (const JsonNode &node : read.value().nodes()) {
        seen.append(QString::fromUtf8(node.name + '=' + bytesOf(text, node)));
    }
    QCOMPARE(seen.join(u'|'),
             QStringLiteral("=%1|a=1.10|b=[ true, {\"c\":null } ]|=true|={\"c\":null }|c=null|d=\"x\\ny\"|e={ }")
                 .arg(QString::fromUtf8(text.trimmed())));
    const JsonNode *d = read.value().member(&read.value().root(), "d");
    QCOMPARE(d->text, QByteArray("x\ny"));
    QCOMPARE(text.mid(d->nameBegin, 3), QByteArray("\"d\""));
}

void tst_JsonOutline::ofSeveralMembersTheLastCounts()
{
    const QByteArray text = R"({"a":1,"b":{"a":9},"a":2})";
    const auto read = JsonOutline::read(text, 3);
    QVERIFY(read);
    QCOMPARE(bytesOf(text, *read.value().member(&read.value().root(), "a")), QByteArray("2"));
    QVERIFY(!read.value().member(&read.value().root(), "A"));
    QVERIFY(!read.value().member(nullptr, "a"));
    QVERIFY(!read.value().member(read.value().member(&read.value().root(), "a"), "a"));
    QCOMPARE(read.value().children(read.value().root()).size(), std::size_t(3));
}

void tst_JsonOutline::namesAreComparedUnescaped()
{
    const QByteArray text = R"({"\u0061\"\\\ud83d\ude00":1})";
    const auto read = JsonOutline::read(text, 1);
    QVERIFY(read);
    QVERIFY(read.value().member(&read.value().root(), "a\"\\\xf0\x9f\x98\x80"));
}

void tst_JsonOutline::deeperNodesAreCheckedButNotKept()
{
    const auto read = JsonOutline::read(R"([{"a":[1]},2])", 1);
    QVERIFY(read);
    QCOMPARE(read.value().nodes().size(), std::size_t(3));
    QVERIFY(!JsonOutline::read(R"([{"a":[01]},2])", 1));
    QVERIFY(!JsonOutline::read(R"([{"a":["\ud800"]},2])", 1));
}

void tst_JsonOutline::wellFormed_data()
{
    QTest::addColumn<QByteArray>("text");
    for (const char *text : {"{}",
                             "[]",
                             " \t\r\n{ } ",
                             "[{}]",
                             R"({"":""})",
                             "[0]",
                             "[-0]",
                             "[0.0]",
                             "[-0.5e+10]",
                             "[1E5]",
                             "[1e-400]",
                             "[1e999]",
                             "[123456789012345678901234567890]",
                             "[18446744073709551616]",
                             "[1.10]",
                             R"(["\u0000\/\b\f"])",
                             R"(["\ud83d\ude00"])",
                             R"(["\uD83D\uDE00"])",
                             "[\"\x7f\"]",
                             "[\"\xf4\x8f\xbf\xbf\"]",
                             "[true,false,null]",
                             "[\n1\n,\n2\n]"}) {
        QTest::newRow(text) << QByteArray(text);
    }
}

void tst_JsonOutline::wellFormed()
{
    QFETCH(QByteArray, text);
    const auto read = JsonOutline::read(text, 3);
    QVERIFY(read);
    QCOMPARE(bytesOf(text, read.value().root()), text.trimmed());
}

void tst_JsonOutline::faults_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<Reason>("reason");
    const auto row = [](const char *name, const QByteArray &text, Reason reason) {
        QTest::newRow(name) << text << reason;
    };
    row("empty", "", Reason::Empty);
    row("blanks", " \n", Reason::Empty);
    row("byte order mark", "\xef\xbb\xbf{}", Reason::ByteOrderMark);
    row("byte order mark of UTF-16", QByteArray("\xff\xfe{\0}\0", 6), Reason::NotUtf8);
    row("stray continuation", "{\"a\":\"\x80\"}", Reason::NotUtf8);
    row("overlong", "{\"a\":\"\xc0\xaf\"}", Reason::NotUtf8);
    row("surrogate in UTF-8", "{\"a\":\"\xed\xa0\x80\"}", Reason::NotUtf8);
    row("beyond Unicode", "{\"a\":\"\xf4\x90\x80\x80\"}", Reason::NotUtf8);
    row("cut sequence", "{\"a\":\"\xe2\x82\"}", Reason::NotUtf8);
    row("string", "\"a\"", Reason::NotObjectOrArray);
    row("number", "12", Reason::NotObjectOrArray);
    row("null", "null", Reason::NotObjectOrArray);
    row("two objects", "{}{}", Reason::MoreFollows);
    row("lines of objects", "{\"a\":1}\n{\"a\":2}\n", Reason::MoreFollows);
    row("comma behind", "{},", Reason::NotClosed);
    row("brace behind", "{\"a\":1}}", Reason::MoreFollows);
    row("comment behind", "[1]//c", Reason::NotClosed);
    row("cut off", "{\"a\":1", Reason::NotClosed);
    row("inner bracket closed alone", "{\"a\":[1]", Reason::NotClosed);
    row("comma missing", "[1 2]", Reason::Syntax);
    row("stray bracket", "]", Reason::NotObjectOrArray);
}

void tst_JsonOutline::faults()
{
    QFETCH(QByteArray, text);
    const auto read = JsonOutline::read(text, 3);
    QVERIFY(!read);
    QTEST(read.error().reason, "reason");
    QVERIFY(read.error().offset >= 0 && read.error().offset <= text.size());
}

void tst_JsonOutline::broken_data()
{
    QTest::addColumn<QByteArray>("text");
    const QByteArray lines = R"~({
[
{"a"
{"a":
{"a":{}
{"a":[}
{"a":1,}
[1,]
[,1]
[1,,2]
[1 2]
{"a" 1}
{"a":1 "b":2}
{a:1}
{'a':1}
{1:1}
{"a":}
{"a"}
{,}
["a]
["a\"]
[01]
[+1]
[1.]
[.5]
[1e]
[1e+]
[-]
[0x10]
[1a]
[1.2.3]
[NaN]
[Infinity]
[tru]
[truex]
[True]
[nul]
[nulll]
[falsee]
["\x"]
["\u12"]
["\u12g4"]
["\ud800"]
["\ud800x"]
["\ud800\u0041"]
["\udc00"]
["\ud800\ud800"]
{"\ud800":1}
[1]]x
[1}
{"a":1]
/*c*/[1]
["a""b"]
["a"x]
:
,)~";
    for (const QByteArray &text : lines.split('\n')) {
        QTest::newRow(text.constData()) << text;
    }
    QTest::newRow("tab") << QByteArray("[\"\t\"]");
    QTest::newRow("line end") << QByteArray("[\"\n\"]");
    QTest::newRow("form feed") << QByteArray("[1\f]");
    QTest::newRow("nul behind") << QByteArray("[1]\0", 4);
    QTest::newRow("nul inside") << QByteArray("[\"\0\"]", 5);
    QTest::newRow("nul as value") << QByteArray("[\0]", 3);
}

void tst_JsonOutline::broken()
{
    QFETCH(QByteArray, text);
    QVERIFY(!JsonOutline::read(text, 3));
    QVERIFY(!JsonOutline::read(text, 0));
    QVERIFY(!JsonOutline::read("{\"x\":" + text + "}", 1));
}

void tst_JsonOutline::theDeepestLevelIsExact()
{
    const auto nested = [](int levels, const char *open, const char *close) -> QByteArray {
        return QByteArray(open).repeated(levels) + "1" + QByteArray(close).repeated(levels);
    };
    for (const auto &[open, close] : {std::pair("[", "]"), std::pair("{\"a\":", "}")}) {
        QVERIFY(JsonOutline::read(nested(JsonOutline::kDeepest, open, close), 1));
        const auto deeper = JsonOutline::read(nested(JsonOutline::kDeepest + 1, open, close), 1);
        QVERIFY(!deeper);
        QCOMPARE(deeper.error().reason, Reason::TooDeep);
        QVERIFY(!JsonOutline::read(nested(1'000'000, open, close), 1));
    }
    QVERIFY(!JsonOutline::read(QByteArray(1'000'000, '['), 1));
}

QTEST_GUILESS_MAIN(tst_JsonOutline)
#include "tst_jsonoutline.moc"
