// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/receiver/Gunzip.h"
#include "app/receiver/SegmentCalls.h"

#include <QtTest>

using namespace segue;
using Verdict = SegmentCalls::Verdict;

namespace {

constexpr char kKey[] = "sandbox-key-0000";

SegmentCalls take(const QByteArray &body, CallForm form = CallForm::Single, const std::string &headerKey = kKey,
                  const SegmentCallLimits &limits = {})
{
    return takeSegmentCalls(body.toStdString(), form, headerKey, kKey, limits);
}

QByteArray bytes(const std::string &text)
{
    return QByteArray::fromStdString(text);
}

} // namespace

class TestSegmentCalls : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theKeyIsCutOutAndEveryOtherByteStays_data();
    void theKeyIsCutOutAndEveryOtherByteStays();
    void whatIsNotJsonIsMalformed_data();
    void whatIsNotJsonIsMalformed();
    void everyKindOfJsonIsTaken();
    void nestingWithoutEndIsRefusedAndHarmless();
    void theItemsOfABatchKeepTheirBytes();
    void aKeyInsideAnItemIsCutOutAsWell();
    void itemsThatAreNoObjectsAreDropped();
    void aBatchWithoutItemsIsTaken_data();
    void aBatchWithoutItemsIsTaken();
    void moreThan2500ItemsAreTakenAndDropped();
    void theLimitOfOneEventLeavesOutWhatBelongsToItsRequest();
    void oneEventTooLargeRefusesItsBatch();
    void theKeyOfTheBodyComesBeforeThatOfTheHeader();
    void aMissingEmptyOrShortKeyIsRefused_data();
    void aMissingEmptyOrShortKeyIsRefused();
    void theKnownKeyPassesHoweverShort();
    void severalGzipMembersAreOneText();
};

void TestSegmentCalls::theKeyIsCutOutAndEveryOtherByteStays_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QByteArray>("payload");
    QTest::newRow("none") << QByteArray(R"( { "a" : 1 } )") << QByteArray(R"({ "a" : 1 })");
    QTest::newRow("first") << QByteArray(R"({"writeKey":"sandbox-key-0000","a":1})") << QByteArray(R"({"a":1})");
    QTest::newRow("middle") << QByteArray(R"({"a":1, "writeKey":"sandbox-key-0000", "b":[2]})")
                            << QByteArray(R"({"a":1, "b":[2]})");
    QTest::newRow("last") << QByteArray(R"({"a":"x,y","writeKey":"sandbox-key-0000"})") << QByteArray(R"({"a":"x,y"})");
    QTest::newRow("only") << QByteArray(R"({"writeKey":"sandbox-key-0000"})") << QByteArray(R"({})");
    QTest::newRow("blanks") << QByteArray("{\n  \"writeKey\" : \"sandbox-key-0000\" ,\n  \"a\" : 1\n}")
                            << QByteArray("{\n  \"a\" : 1\n}");
    QTest::newRow("twice") << QByteArray(R"({"writeKey":"old-old-old","a":1,"writeKey":"sandbox-key-0000"})")
                           << QByteArray(R"({"a":1})");
    QTest::newRow("all but the middle")
        << QByteArray(R"({"writeKey":"1","writeKey":"2","a":1,"b":2,"writeKey":"sandbox-key-0000","c":3})")
        << QByteArray(R"({"a":1,"b":2,"c":3})");
    QTest::newRow("escaped name") << QByteArray(R"({"write\u004bey":"sandbox-key-0000","a":1})")
                                  << QByteArray(R"({"a":1})");
    QTest::newRow("an object as key") << QByteArray(R"({"a":1,"writeKey":{"x":[1,2]}})") << QByteArray(R"({"a":1})");
    QTest::newRow("deeper ones stay") << QByteArray(
                                             R"({"properties":{"writeKey":"mine"},"writeKey":"sandbox-key-0000"})")
                                      << QByteArray(R"({"properties":{"writeKey":"mine"}})");
    QTest::newRow("long numbers and escapes")
        << QByteArray(
               R"({"id":123456789012345678901234567890,"e":1.50E+3,"t":"\u00e4\/","writeKey":"sandbox-key-0000"})")
        << QByteArray(R"({"id":123456789012345678901234567890,"e":1.50E+3,"t":"\u00e4\/"})");
}

void TestSegmentCalls::theKeyIsCutOutAndEveryOtherByteStays()
{
    QFETCH(const QByteArray, body);
    QFETCH(const QByteArray, payload);
    const SegmentCalls taken = take(body);
    QCOMPARE(taken.verdict, Verdict::Taken);
    QCOMPARE(taken.calls.size(), std::size_t{1});
    QCOMPARE(bytes(taken.calls.front().payload), payload);
    QCOMPARE(bytes(taken.writeKey), QByteArray(kKey));
}

void TestSegmentCalls::whatIsNotJsonIsMalformed_data()
{
    QTest::addColumn<QByteArray>("body");
    for (const char *body : {
             "",
             "   ",
             "{",
             "}",
             "[]",
             "[{}]",
             "null",
             "\"text\"",
             "12",
             "{} {}",
             "{}x",
             "{\"a\":1,}",
             "{\"a\"}",
             "{a:1}",
             "{\"a\":01}",
             "{\"a\":1.}",
             "{\"a\":-}",
             "{\"a\":+1}",
             "{\"a\":.5}",
             "{\"a\":1e}",
             "{\"a\":tru}",
             "{\"a\":nul}",
             "{\"a\":NaN}",
             "{\"a\":\"\\x\"}",
             "{\"a\":\"\\ud800\"}",
             "{\"a\":\"line\nbreak\"}",
             "{\"a\":[1,]}",
             "{\"a\":[1 2]}",
             "{\"a\":{\"b\":}}",
             "{\"a\":1 \"b\":2}",
             "{\"a\":\"\xff\"}",
             "{'a':1}",
             "{\"batch\":[{\"event\":}]}",
         }) {
        QTest::newRow(QByteArray(body).replace('\n', ' ').constData()) << QByteArray(body);
    }
}

void TestSegmentCalls::whatIsNotJsonIsMalformed()
{
    QFETCH(const QByteArray, body);
    for (const CallForm form : {CallForm::Single, CallForm::Batch}) {
        const SegmentCalls taken = take(body, form);
        QCOMPARE(taken.verdict, Verdict::MalformedJson);
        QVERIFY(taken.calls.empty());
    }
}

void TestSegmentCalls::everyKindOfJsonIsTaken()
{
    const QByteArray body =
        R"({"n":null,"t":true,"f":false,"i":-0,"d":1.5e-7,"s":"\"\\\b\f\n\r\t\u20ac","a":[[],{}],"o":{}})";
    const SegmentCalls taken = take(body);
    QCOMPARE(taken.verdict, Verdict::Taken);
    QCOMPARE(bytes(taken.calls.front().payload), body);
}

void TestSegmentCalls::nestingWithoutEndIsRefusedAndHarmless()
{
    constexpr int depth = 200'000;
    QCOMPARE(take("{\"a\":" + QByteArray(depth, '[') + QByteArray(depth, ']') + '}').verdict, Verdict::MalformedJson);
    QCOMPARE(take("{\"a\":" + QByteArray(200, '[') + QByteArray(200, ']') + '}').verdict, Verdict::Taken);
}

void TestSegmentCalls::theItemsOfABatchKeepTheirBytes()
{
    const QByteArray first = R"({ "type":"track","messageId":"m-1","properties":{"a":[1,{"b":"}]"}]} })";
    const QByteArray second = R"({"messageId":"m\u002d2","id":18446744073709551616})";
    const SegmentCalls taken =
        take(R"({"sentAt":"x","batch":[ )" + first + " , " + second + R"( ],"writeKey":"another-key-1111"})",
             CallForm::Batch, "");
    QCOMPARE(taken.verdict, Verdict::Taken);
    QCOMPARE(bytes(taken.writeKey), QByteArray("another-key-1111"));
    QCOMPARE(taken.calls.size(), std::size_t{2});
    QCOMPARE(bytes(taken.calls[0].payload), first);
    QCOMPARE(bytes(taken.calls[0].messageId), QByteArray("m-1"));
    QCOMPARE(bytes(taken.calls[1].payload), second);
    QCOMPARE(bytes(taken.calls[1].messageId), QByteArray("m-2"));
}

void TestSegmentCalls::aKeyInsideAnItemIsCutOutAsWell()
{
    const SegmentCalls taken = take(R"({"batch":[{"a":1,"writeKey":"inner-secret"}]})", CallForm::Batch);
    QCOMPARE(bytes(taken.calls.at(0).payload), QByteArray(R"({"a":1})"));
    QCOMPARE(bytes(taken.writeKey), QByteArray(kKey));
}

void TestSegmentCalls::itemsThatAreNoObjectsAreDropped()
{
    const SegmentCalls taken = take(R"({"batch":[1,"x",[{}],null,{"messageId":7}]})", CallForm::Batch);
    QCOMPARE(taken.verdict, Verdict::Taken);
    QCOMPARE(taken.calls.size(), std::size_t{1});
    QVERIFY(taken.calls.front().messageId.empty());
}

void TestSegmentCalls::aBatchWithoutItemsIsTaken_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::newRow("absent") << QByteArray("{}");
    QTest::newRow("empty") << QByteArray(R"({"batch":[]})");
    QTest::newRow("no array") << QByteArray(R"({"batch":{"a":1}})");
}

void TestSegmentCalls::aBatchWithoutItemsIsTaken()
{
    QFETCH(const QByteArray, body);
    const SegmentCalls taken = take(body, CallForm::Batch);
    QCOMPARE(taken.verdict, Verdict::Taken);
    QVERIFY(taken.calls.empty());
}

void TestSegmentCalls::moreThan2500ItemsAreTakenAndDropped()
{
    const auto batchOf = [](int items) -> QByteArray {
        return R"({"batch":[{"a":1})" + QByteArray(R"(,{"a":1})").repeated(items - 1) + "]}";
    };
    QCOMPARE(take(batchOf(2500), CallForm::Batch).calls.size(), std::size_t{2500});
    const SegmentCalls taken = take(batchOf(2501), CallForm::Batch);
    QCOMPARE(taken.verdict, Verdict::Taken);
    QVERIFY(taken.calls.empty());
}

void TestSegmentCalls::theLimitOfOneEventLeavesOutWhatBelongsToItsRequest()
{
    const auto eventOf = [](qsizetype size) -> QByteArray {
        return R"({"writeKey":"sandbox-key-0000","sentAt":"2026-01-01T00:00:00.000Z","a":")" +
               QByteArray(size - qsizetype{8}, 'x') + "\"}";
    };
    constexpr qsizetype limit = 32 * 1024;
    QCOMPARE(take(eventOf(limit)).verdict, Verdict::Taken);
    QCOMPARE(take(eventOf(limit + 1)).verdict, Verdict::PayloadLimit);
}

void TestSegmentCalls::oneEventTooLargeRefusesItsBatch()
{
    const QByteArray large = "{\"a\":\"" + QByteArray(32 * 1024, 'x') + "\"}";
    const SegmentCalls taken = take("{\"batch\":[{}," + large + ",{}]}", CallForm::Batch);
    QCOMPARE(taken.verdict, Verdict::PayloadLimit);
    QVERIFY(taken.calls.empty());
}

void TestSegmentCalls::theKeyOfTheBodyComesBeforeThatOfTheHeader()
{
    QCOMPARE(bytes(take(R"({"writeKey":"body-key-1234"})").writeKey), QByteArray("body-key-1234"));
    QCOMPARE(bytes(take(R"({"writeKey":""})").writeKey), QByteArray(kKey));
}

void TestSegmentCalls::aMissingEmptyOrShortKeyIsRefused_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::newRow("missing") << QByteArray("{}");
    QTest::newRow("empty") << QByteArray(R"({"writeKey":""})");
    QTest::newRow("short") << QByteArray(R"({"writeKey":"abc123"})");
    QTest::newRow("null") << QByteArray(R"({"writeKey":null})");
    QTest::newRow("number") << QByteArray(R"({"writeKey":12345678901234567890})");
}

void TestSegmentCalls::aMissingEmptyOrShortKeyIsRefused()
{
    QFETCH(const QByteArray, body);
    QCOMPARE(take(body, CallForm::Single, "").verdict, Verdict::NoWriteKey);
    QCOMPARE(take(body, CallForm::Batch, "").verdict, Verdict::NoWriteKey);
}

void TestSegmentCalls::theKnownKeyPassesHoweverShort()
{
    QCOMPARE(takeSegmentCalls(R"({"writeKey":"s"})", CallForm::Single, "", "s", {}).verdict, Verdict::Taken);
    QCOMPARE(takeSegmentCalls("{}", CallForm::Single, "", "", {}).verdict, Verdict::NoWriteKey);
}

void TestSegmentCalls::severalGzipMembersAreOneText()
{
    // printf a | gzip -n, printf b | gzip -n
    const QByteArray a = QByteArray::fromHex("1f8b08000000000000034b040043beb7e801000000");
    const QByteArray b = QByteArray::fromHex("1f8b08000000000000034b0200f9efbe7101000000");
    std::string text;
    QCOMPARE(gunzip(QByteArray(a + b).toStdString(), 2, text), GunzipResult::Done);
    QCOMPARE(bytes(text), QByteArray("ab"));
    QCOMPARE(gunzip(QByteArray(a + b).toStdString(), 1, text), GunzipResult::TooLarge);
    QCOMPARE(gunzip(QByteArray(a + "rubbish").toStdString(), 9, text), GunzipResult::Damaged);
    QCOMPARE(gunzip(a.chopped(3).toStdString(), 9, text), GunzipResult::Damaged);
    QCOMPARE(gunzip("", 9, text), GunzipResult::Damaged);
}

QTEST_APPLESS_MAIN(TestSegmentCalls)
#include "tst_segmentcalls.moc"
