// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/receiver/KeyCutter.h"
#include "app/receiver/SegmentCalls.h"

#include <QtTest>

using namespace segue;

namespace {

const QByteArray kKey = "Zq8mWv3TxB6nRk1YdL5sHc9Pf2GjUa7e";

QByteArray cut(const QByteArray &text, const QByteArray &headerKey = {})
{
    return QByteArray::fromStdString(withoutKeys(text.toStdString(), headerKey.toStdString()));
}

//! Whether some part of the key that would help anybody is left.
bool holdsKey(QByteArray text)
{
    text.replace('\0', QByteArray());
    for (qsizetype i = 0; i + 12 <= kKey.size(); ++i) {
        if (text.contains(kKey.sliced(i, 12))) {
            return true;
        }
    }
    return false;
}

} // namespace

class TestKeyCutter : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void noKeyIsLeft_data();
    void noKeyIsLeft();
    void theRestStays_data();
    void theRestStays();
    void theKeyOfTheHeaderIsCutOutEverywhere();
    void manyNamesTakeNoLonger();
    void aBodyThatIsNoJsonIsCut();
};

void TestKeyCutter::noKeyIsLeft_data()
{
    QTest::addColumn<QByteArray>("text");
    for (const char *text : {
             R"({"writeKey":"KEY","event":"A",)",
             R"({"write\u004bey":"KEY")",
             R"({"\u0077riteKey":"KEY")",
             R"({"write\U0000004bey":"KEY")",
             R"({'write\x4bey':'KEY')",
             R"({'write\u{4b}ey':'KEY')",
             R"({'write\113ey':'KEY')",
             "a=b&write%4Bey=KEY",
             R"({"WriteKey":"KEY")",
             R"({"WRITE_KEY":"KEY")",
             R"({"write_key":"KEY")",
             R"({"write-key":"KEY")",
             R"({"writeKeys":["KEY"])",
             R"({"writeKey":["KEY"])",
             R"({"writeKey":["x]", "KEY")",
             R"({"writeKey":{"a":"KEY"})",
             R"({"writeKey":{"a":{"b":["\"}]}KEY"]}}})",
             R"({"writeKey" /*c*/ : "KEY")",
             R"({"writeKey": /* "KEY" */ // KEY)",
             "{\"writeKey\" // c\n : \"KEY\"",
             R"({"writeKey":"ab\"KEY")",
             R"({"writeKey":"ab\\\"KEY")",
             R"({"writeKey":'it"s KEY')",
             R"("{\"writeKey\":\"KEY\",\"event\":\"A\"}" x)",
             R"("{\"writeKey\":\n\t\"ab\\\"KEY\"}" x)",
             R"({"writeKey":KEY)",
             R"({writeKey:KEY})",
             "writeKey=KEY&event=A",
             "writeKey = b'KEY'",
             "{'writeKey' => 'KEY'}",
             R"([["writeKey","KEY"],)",
             "<writeKey>KEY</writeKey>",
             "Write Key: KEY\n",
             R"({"writeKey":"KEY)",
             "writeKeyKEY",
             R"(writeKey"writeKey":"KEY")",
             "writeKey: // c\n\"writeKey\":\"KEY\"",
             R"({"writeKey":"a writeKey, "writeKey":"KEY")",
             R"({"writeKey":"my write key is abc, def KEY")",
         }) {
        QTest::newRow(QByteArray(text).simplified().constData())
            << QByteArray(text).replace("KEY", kKey).replace(QByteArray("WRITE_" + kKey), "WRITE_KEY");
    }
    QByteArray wide;
    const QByteArray narrow = R"({"writeKey":")" + kKey + '"';
    for (const char c : narrow) {
        wide.append(c).append('\0');
    }
    QTest::newRow("UTF-16") << wide;
}

void TestKeyCutter::noKeyIsLeft()
{
    QFETCH(const QByteArray, text);
    const QByteArray result = cut(text);
    QVERIFY(holdsKey(text));
    QVERIFY2(!holdsKey(result), result.constData());
}

void TestKeyCutter::theRestStays_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("result");
    const auto row = [](const char *name, const char *text, const char *result) {
        QTest::newRow(name) << QByteArray(text) << QByteArray(result);
    };
    row("quoted", R"({"a":"b","writeKey":"x\"y","event":"A",)", R"({"a":"b","writeKey":"","event":"A",)");
    row("an array", R"({"writeKey":["x","y"],"event":"A",)", R"({"writeKey":,"event":"A",)");
    row("within a text", R"("{\"writeKey\":\"x\",\"event\":\"A\"}" x)", R"("{\"writeKey\":\"\",\"event\":\"A\"}" x)");
    row("a form", "writeKey=x&event=A", "writeKey=&event=A");
    row("of others", R"({"write":"Keys","rewritekeyboard":"x","event":"A",)",
        R"({"write":"Keys","rewritekey":"","event":"A",)");
    row("no letters are hidden", R"({"id":"0123456789abcdef0123456789abcdef","a":"\u00e4\u4e2d%20%40",)",
        R"({"id":"0123456789abcdef0123456789abcdef","a":"\u00e4\u4e2d%20%40",)");
    row("short words stay", R"({"\u0061":"0123456789abcdef","b":"hello world"})", R"({"\u0061":"","b":"hello world"})");
    row("nothing", "", "");
    row("the name alone", "writeKey", "writeKey");
}

void TestKeyCutter::theRestStays()
{
    QFETCH(const QByteArray, text);
    QFETCH(const QByteArray, result);
    QCOMPARE(cut(text), result);
}

void TestKeyCutter::theKeyOfTheHeaderIsCutOutEverywhere()
{
    QCOMPARE(cut(kKey + " and [" + kKey + kKey + "]", kKey), QByteArray(" and []"));
    QCOMPARE(cut("a text", "a"), QByteArray("a text")); // too short to be one
}

void TestKeyCutter::manyNamesTakeNoLonger()
{
    QElapsedTimer timer;
    timer.start();
    const QByteArray result = cut(QByteArray("writeKey=x&").repeated(100'000) + kKey, kKey);
    QCOMPARE(result, QByteArray("writeKey=&").repeated(100'000));
    QVERIFY2(timer.elapsed() < 5'000, QByteArray::number(timer.elapsed()).constData());
    // With the square of the length the first of these took 40 s.
    for (const QByteArray &part : QList<QByteArray>{"writeKey:wwwww", "writeKey", "writeKey/*", "writeKey[",
                                                    R"(writeKey")", "writeKey writeKey[", R"(writeKey\"writeKey")"}) {
        timer.start();
        cut(part.repeated(500'000 / part.size()));
        QVERIFY2(timer.elapsed() < 5'000, part.constData());
    }
}

void TestKeyCutter::aBodyThatIsNoJsonIsCut()
{
    const QByteArray body = R"({"WriteKey":["body-key-of-32-letters-and-more"],"a":")" + kKey + R"(",)";
    const SegmentCalls taken = takeSegmentCalls(body.toStdString(), CallForm::Single, kKey.toStdString(), {}, {});
    QCOMPARE(taken.verdict, SegmentCalls::Verdict::MalformedJson);
    QCOMPARE(QByteArray::fromStdString(taken.unreadable), QByteArray(R"({"WriteKey":,"a":"",)"));
}

QTEST_APPLESS_MAIN(TestKeyCutter)
#include "tst_keycutter.moc"
