// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest> // first: moc 6.4 cannot read <compare> before Qt's own headers

#include "app/pushwoosh/WebhookDecoder.h"

#include "app/pushwoosh/EventTime.h"


using namespace segue;
using namespace Qt::StringLiterals;

//! The forms of Pushwoosh reference 4.1 and 4.2, and what else may arrive at an address that is open to the web.
class tst_WebhookDecoder : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyDocumentedMember();
    void everyFormOfABody_data();
    void everyFormOfABody();
    void whatIsNoBodyHasAReason_data();
    void whatIsNoBodyHasAReason();
    void aPartThatCannotBeReadKeepsItsBytes();
    void numbersKeepEveryDigit_data();
    void numbersKeepEveryDigit();
    void ofDoubledMembersTheLastCountsAndAllAreKept();
    void whatIsUnknownIsKeptExactly();
    void aMemberOfAnotherKindIsKeptAndNotRead();
    void nullCountsAsAbsent();
    void contentThatIsAnObjectIsItsJson();
    void textsMayHoldAnything();
    void aByteOrderMarkIsPassedOver();
    void timesAreRead_data();
    void timesAreRead();
    void largeBodiesAreRead();
    void brackets_data();
    void brackets();
    void everyCutOfABodyIsRefusedOrRead();
};

namespace {

const QByteArray kEvent = R"({
  "event_name": "Email Delivered",
  "message_id": 20012345678,
  "message_code": "1A2B-3C4D5E6F-708090A0",
  "campaign_id": 960001,
  "platform": "Email",
  "application_code": "A1B2C-3D4E5",
  "hwid": "ada@example.test",
  "user_id": "user-1815",
  "payload": "Your weekly notes"
})";

MessageEvent eventOf(const QByteArray &json)
{
    const Result<MessageEvent> read = WebhookDecoder::readEvent(json);
    return read ? read.value() : MessageEvent{};
}

} // namespace

void tst_WebhookDecoder::everyDocumentedMember()
{
    const MessageEvent event = eventOf(kEvent);
    QCOMPARE(event.eventName, u"Email Delivered"_s);
    QCOMPARE(event.messageId, u"20012345678"_s);
    QCOMPARE(event.messageCode, u"1A2B-3C4D5E6F-708090A0"_s);
    QCOMPARE(event.campaignId, u"960001"_s);
    QCOMPARE(event.campaignCode, QString());
    QCOMPARE(event.platform, u"Email"_s);
    QCOMPARE(event.applicationCode, u"A1B2C-3D4E5"_s);
    QCOMPARE(event.hwid, u"ada@example.test"_s);
    QCOMPARE(event.userId, u"user-1815"_s);
    QCOMPARE(event.content, u"Your weekly notes"_s);
    QVERIFY(!event.time);
    QVERIFY(event.others.isEmpty());
    QCOMPARE(event.bytes, kEvent);
}

void tst_WebhookDecoder::everyFormOfABody_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QStringList>("events");
    const QStringList two{u"A"_s, u"B"_s};
    QTest::newRow("one") << QByteArray(R"({"event_name":"A"})") << QStringList{u"A"_s};
    QTest::newRow("array") << QByteArray(R"([{"event_name":"A"},{"event_name":"B"}])") << two;
    QTest::newRow("empty array") << QByteArray("[]") << QStringList();
    for (const char *name : {"events", "items", "data", "batch"}) {
        QTest::newRow(name)
            << QByteArray(R"({"x":1,"NAME":[{"event_name":"A"},{"event_name":"B"}]})").replace("NAME", name) << two;
    }
    QTest::newRow("one array of another name") << QByteArray(R"({"rows":[{"event_name":"A"}]})") << QStringList{u"A"_s};
    QTest::newRow("a known name beside another")
        << QByteArray(R"({"ids":[1],"events":[{"event_name":"A"}]})") << QStringList{u"A"_s};
    QTest::newRow("empty envelope") << QByteArray(R"({"events":[]})") << QStringList();
    QTest::newRow("one event that holds an array")
        << QByteArray(R"({"event_name":"A","events":[{"event_name":"B"}]})") << QStringList{u"A"_s};
    QTest::newRow("blanks around") << QByteArray("\r\n\t [ {\"event_name\" : \"A\"} ] \n") << QStringList{u"A"_s};
}

void tst_WebhookDecoder::everyFormOfABody()
{
    QFETCH(QByteArray, body);
    const Result<QList<WebhookItem>> items = WebhookDecoder::decode(body);
    QVERIFY(items.ok());
    QStringList names;
    for (const WebhookItem &item : items.value()) {
        QVERIFY2(item.event.has_value(), qPrintable(item.fault));
        names.append(item.event->eventName);
        QVERIFY(body.contains(item.bytes));
    }
    QTEST(names, "events");
}

void tst_WebhookDecoder::whatIsNoBodyHasAReason_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::newRow("nothing") << QByteArray();
    QTest::newRow("blanks") << QByteArray(" \n ");
    QTest::newRow("a text") << QByteArray("\"Email Sent\"");
    QTest::newRow("a number") << QByteArray("12");
    QTest::newRow("words") << QByteArray("event_name=Email+Sent");
    QTest::newRow("a web page") << QByteArray("<html></html>");
    QTest::newRow("two objects") << QByteArray(R"({"event_name":"A"}{"event_name":"B"})");
    QTest::newRow("not closed") << QByteArray(R"([{"event_name":"A"})");
    QTest::newRow("bad UTF-8") << QByteArray("{\"event_name\":\"\xff\xfe\"}");
    QTest::newRow("half a sequence") << QByteArray("{\"event_name\":\"\xe2\x82\"}");
    QTest::newRow("half a surrogate pair") << QByteArray(R"({"event_name":"\ud83d"})");
    QTest::newRow("the other half") << QByteArray(R"([{"event_name":"\ude00 A"}])");
    QTest::newRow("UTF-16") << QByteArray("\xff\xfe{\0}\0", 6);
    QTest::newRow("a raw zero") << QByteArray("{\"event_name\":\"A\0\"}", 19);
    QTest::newRow("several arrays") << QByteArray(R"({"a":[{"event_name":"A"}],"b":[{"event_name":"B"}]})");
    QTest::newRow("several of the known names") << QByteArray(R"({"events":[],"data":[{"event_name":"B"}]})");
    QTest::newRow("too deep")
        << QByteArray("{\"event_name\":").append(QByteArray(600, '[')).append(QByteArray(600, ']')) + '}';
    QTest::newRow("too large") << QByteArray(WebhookDecoder::kMostBytes + 1, ' ');
}

void tst_WebhookDecoder::whatIsNoBodyHasAReason()
{
    QFETCH(QByteArray, body);
    const Result<QList<WebhookItem>> items = WebhookDecoder::decode(body);
    QVERIFY(!items.ok());
    QVERIFY(!items.error().userText.isEmpty());
    QVERIFY(!items.error().detail.contains(u"Email"_s)); // a log gets nothing of the body
}

void tst_WebhookDecoder::aPartThatCannotBeReadKeepsItsBytes()
{
    const auto items = WebhookDecoder::decode(R"([{"event_name":"A"}, 7 ,{"other":1.50},{"event_name":" "},[1],null])");
    QVERIFY(items.ok());
    QList<QByteArray> bytes;
    for (const WebhookItem &item : items.value()) {
        bytes.append(item.bytes);
        QCOMPARE(item.event.has_value(), item.fault.isEmpty());
    }
    QCOMPARE(bytes, (QList<QByteArray>{R"({"event_name":"A"})", "7", R"({"other":1.50})", R"({"event_name":" "})",
                                       "[1]", "null"}));
    QVERIFY(items.value().at(0).event.has_value());
    QVERIFY(!items.value().at(2).event.has_value());
    QVERIFY(items.value().at(2).fault.contains(u"event_name"_s));
}

void tst_WebhookDecoder::numbersKeepEveryDigit_data()
{
    QTest::addColumn<QByteArray>("written");
    QTest::addColumn<QString>("read");
    QTest::newRow("above a double's") << QByteArray("9007199254740993") << u"9007199254740993"_s;
    QTest::newRow("64 bits") << QByteArray("18446744073709551615") << u"18446744073709551615"_s;
    QTest::newRow("beyond 64 bits") << QByteArray("1844674407370955161599999") << u"1844674407370955161599999"_s;
    QTest::newRow("huge") << QByteArray("1e999999") << u"1e999999"_s;
    QTest::newRow("as text") << QByteArray("\"18446744073709551615\"") << u"18446744073709551615"_s;
    QTest::newRow("null") << QByteArray("null") << QString();
}

void tst_WebhookDecoder::numbersKeepEveryDigit()
{
    QFETCH(QByteArray, written);
    const MessageEvent event = eventOf("{\"event_name\":\"A\",\"message_id\":" + written +
                                       ",\"campaign_id\" : " + written + " ,\"user_id\":" + written + '}');
    QTEST(event.messageId, "read");
    QTEST(event.campaignId, "read");
    QTEST(event.userId, "read");
}

void tst_WebhookDecoder::ofDoubledMembersTheLastCountsAndAllAreKept()
{
    const QByteArray json = R"({"event_name":"A","hwid":"first","hwid":"second","x":1,"x":2,"event_name":"B"})";
    const MessageEvent event = eventOf(json);
    QCOMPARE(event.eventName, u"B"_s);
    QCOMPARE(event.hwid, u"second"_s);
    QCOMPARE(event.others, (QList<MessageEvent::Other>{
                               {u"event_name"_s, "\"A\""}, {u"hwid"_s, "\"first\""}, {u"x"_s, "1"}, {u"x"_s, "2"}}));
    QCOMPARE(event.bytes, json);
}

void tst_WebhookDecoder::whatIsUnknownIsKeptExactly()
{
    const MessageEvent event = eventOf(
        R"({"bounce_reason":"550 \u0022no\u0022","event_name":"Email Bounced","n":1.10,"deep":{"b": [ 1 , {} ]}})");
    QCOMPARE(event.others, (QList<MessageEvent::Other>{{u"bounce_reason"_s, R"("550 \u0022no\u0022")"},
                                                       {u"n"_s, "1.10"},
                                                       {u"deep"_s, R"({"b": [ 1 , {} ]})"}}));
}

void tst_WebhookDecoder::aMemberOfAnotherKindIsKeptAndNotRead()
{
    const MessageEvent event = eventOf(R"({"event_name":"A","hwid":["x"],"user_id":{"id":1},"platform":true})");
    QCOMPARE(event.hwid, QString());
    QCOMPARE(event.userId, QString());
    QCOMPARE(event.platform, QString());
    QCOMPARE(event.others.size(), 3);
    QVERIFY(!WebhookDecoder::readEvent(R"({"event_name":["A"]})").ok());
}

void tst_WebhookDecoder::nullCountsAsAbsent()
{
    const MessageEvent event = eventOf(R"({"event_name":"A","user_id":null,"payload":null,"campaign_id":null})");
    QCOMPARE(event.userId, QString());
    QCOMPARE(event.content, QString());
    QVERIFY(event.others.isEmpty());
    QVERIFY(!WebhookDecoder::readEvent(R"({"event_name":null})").ok());
}

void tst_WebhookDecoder::contentThatIsAnObjectIsItsJson()
{
    const QByteArray object = R"({"event_name":"A","payload":{"aps":{"alert": "Hi"}}})";
    QCOMPARE(eventOf(object).content, u"{\"aps\":{\"alert\": \"Hi\"}}"_s);
    const QByteArray text = R"({"event_name":"A","payload":"{\"aps\":1}"})"; // not in the macro: moc 6.4 cannot read it
    QCOMPARE(eventOf(text).content, u"{\"aps\":1}"_s);
}

void tst_WebhookDecoder::textsMayHoldAnything()
{
    const MessageEvent event =
        eventOf("{\"event_name\":\"\\u0041\\ud83d\\ude00\xc3\xa4\\u0000b\",\"hwid\":\"\\\"\\\\\\/\\n\"}");
    QCOMPARE(event.eventName, QString::fromUtf8("A\xf0\x9f\x98\x80\xc3\xa4") + QChar(0) + u'b');
    QCOMPARE(event.hwid, u"\"\\/\n"_s);
}

void tst_WebhookDecoder::aByteOrderMarkIsPassedOver()
{
    const auto items = WebhookDecoder::decode("\xef\xbb\xbf{\"event_name\":\"A\"}");
    QVERIFY(items.ok());
    QCOMPARE(items.value().first().bytes, QByteArray(R"({"event_name":"A"})"));
    QVERIFY(!WebhookDecoder::decode("\xef\xbb\xbf\xef\xbb\xbf{}").ok());
}

void tst_WebhookDecoder::timesAreRead_data()
{
    QTest::addColumn<QByteArray>("written");
    QTest::addColumn<qint64>("read"); // -1: none
    const qint64 second = 1'767'323'045'000;
    QTest::newRow("seconds") << QByteArray("1767323045") << second;
    QTest::newRow("seconds as text") << QByteArray("\"1767323045\"") << second;
    QTest::newRow("parts of a second") << QByteArray("1767323045.25") << second + 250;
    QTest::newRow("milliseconds") << QByteArray("1767323045678") << second + 678;
    QTest::newRow("ISO") << QByteArray("\"2026-01-02T03:04:05Z\"") << second;
    QTest::newRow("ISO with parts") << QByteArray("\"2026-01-02T03:04:05.678Z\"") << second + 678;
    QTest::newRow("ISO with an offset") << QByteArray("\"2026-01-02T05:04:05+02:00\"") << second;
    QTest::newRow("Pushwoosh's, UTC") << QByteArray("\"2026-01-02 03:04:05\"") << second;
    QTest::newRow("zero") << QByteArray("0") << qint64{-1};
    QTest::newRow("negative") << QByteArray("-1767323045") << qint64{-1};
    QTest::newRow("far too large") << QByteArray("99999999999999999999999") << qint64{-1};
    QTest::newRow("microseconds") << QByteArray("1767323045678000") << qint64{-1};
    QTest::newRow("words") << QByteArray("\"yesterday\"") << qint64{-1};
    QTest::newRow("two points") << QByteArray("\"1.7.2026\"") << qint64{-1};
    QTest::newRow("empty") << QByteArray("\"\"") << qint64{-1};
    QTest::newRow("null") << QByteArray("null") << qint64{-1};
}

void tst_WebhookDecoder::timesAreRead()
{
    QFETCH(QByteArray, written);
    QFETCH(qint64, read);
    const MessageEvent event = eventOf("{\"event_name\":\"A\",\"timestamp\":" + written + '}');
    QCOMPARE(event.time.value_or(-1), read);
    // What was not understood is kept.
    QCOMPARE(event.others.size(), read < 0 ? 1 : 0);
}

void tst_WebhookDecoder::largeBodiesAreRead()
{
    QByteArray body("{\"events\":[");
    const int count = 20'000;
    for (int i = 0; i < count; ++i) {
        body += (i > 0 ? "," : "") + QByteArray(kEvent).replace("20012345678", QByteArray::number(i));
    }
    body += "]}";
    const auto items = WebhookDecoder::decode(body);
    QVERIFY(items.ok());
    QCOMPARE(items.value().size(), count);
    QCOMPARE(items.value().last().event->messageId, QString::number(count - 1));
}

void tst_WebhookDecoder::brackets_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::newRow("opening") << QByteArray(WebhookDecoder::kMostBytes, '[');
    QTest::newRow("objects") << QByteArray(WebhookDecoder::kMostBytes, '{');
    QByteArray many("[1");
    for (int i = 0; i < 4'000'000; ++i) {
        many += ",1";
    }
    QTest::newRow("millions of numbers") << many + ']';
}

void tst_WebhookDecoder::brackets()
{
    QFETCH(QByteArray, body);
    QVERIFY(!WebhookDecoder::decode(body).ok());
}

void tst_WebhookDecoder::everyCutOfABodyIsRefusedOrRead()
{
    const QByteArray body = '[' + kEvent + ',' + kEvent + ']';
    for (qsizetype size = 0; size < body.size(); ++size) {
        QVERIFY(!WebhookDecoder::decode(body.left(size)).ok());
    }
    QVERIFY(WebhookDecoder::decode(body).ok());
}

QTEST_APPLESS_MAIN(tst_WebhookDecoder)
#include "tst_webhookdecoder.moc"
