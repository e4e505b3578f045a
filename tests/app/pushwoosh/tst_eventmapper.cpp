// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest> // first: moc 6.4 cannot read <compare> before Qt's own headers

#include "app/pushwoosh/EventMapper.h"

#include "app/pushwoosh/Platform.h"
#include "app/pushwoosh/WebhookDecoder.h"
#include "app/segment/JsonOutline.h"
#include "app/segment/TrackCheck.h"

#include <QJsonDocument>
#include <QJsonObject>

using namespace segue;
using namespace Qt::StringLiterals;

class tst_EventMapper : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void platforms_data();
    void platforms();
    void theWholeCall();
    void whoItWas_data();
    void whoItWas();
    void nobodyIsBlocked();
    void aMarkOfTheEncodingInATextIsPartOfIt();
    void aCampaignsNumberIsNoCode();
    void theMessageTypeFollowsThePlatformThenTheEvent_data();
    void theMessageTypeFollowsThePlatformThenTheEvent();
    void theTimeIsTheEventsOwnElseThatOfItsArrival();
    void theSameEventHasTheSameIdHoweverItComes();
    void eachDayHasAnIdOfItsOwn();
    void anotherEventOrConnectionHasAnotherId_data();
    void anotherEventOrConnectionHasAnotherId();
    void everyMappedCallIsReadableJson_data();
    void everyMappedCallIsReadableJson();
};

namespace {

constexpr std::int64_t kArrived = 1'767'323'045'678;
const QString kConnection = u"0c2b9b4e-6f6d-4a52-9a3d-1f0c2b9b4e6f"_s;

TrackCall mapped(const QByteArray &json)
{
    return EventMapper::call(WebhookDecoder::readEvent(json).valueOr(MessageEvent{}), kConnection, kArrived);
}

} // namespace

// Pushwoosh reference 6.1.
void tst_EventMapper::platforms_data()
{
    QTest::addColumn<QString>("given");
    QTest::addColumn<QString>("device");
    QTest::addColumn<QString>("type");
    const auto row = [](const char *given, const char *device, const char *type) {
        QTest::newRow(given) << QString::fromLatin1(given) << QString::fromLatin1(device) << QString::fromLatin1(type);
    };
    row("1", "iOS", "Push");
    row("iOS", "iOS", "Push");
    row("IOS", "iOS", "Push");
    row("ios ", "iOS", "Push");
    row("2", "BlackBerry", "Push");
    row("3", "Android", "Push");
    row("ANDROID", "Android", "Push");
    row("4", "Nokia Asha", "Push");
    row("5", "Windows Phone", "Push");
    row("windows phone", "Windows Phone", "Push");
    row("7", "macOS", "Push");
    row("OSX", "macOS", "Push");
    row("8", "Windows", "Push");
    row("9", "Amazon", "Push");
    row("10", "Safari", "Push");
    row("11", "Chrome", "Push");
    row("12", "Firefox", "Push");
    row("13", "Internet Explorer", "Push");
    row("IE", "Internet Explorer", "Push");
    row("14", "Email", "Email");
    row("Email", "Email", "Email");
    row("EMAIL", "Email", "Email");
    row("15", "15", "Push");
    row("baidu android", "Baidu Android", "Push");
    row("17", "Huawei", "Push");
    row("HUAWEI_ANDROID", "Huawei", "Push");
    row("huawei android", "Huawei", "Push");
    row("18", "SMS", "SMS");
    row("sms", "SMS", "SMS");
    row("19", "Xiaomi", "Push");
    row("20", "20", "Push");
    row("21", "WhatsApp", "");
    row("WHATS_APP", "WhatsApp", "");
    row("22", "LINE", "");
    row("Telegram", "Telegram", "");
    row("Fridge", "Fridge", "Push");
    row("", "", "");
    row("  ", "", "");
}

void tst_EventMapper::platforms()
{
    QFETCH(QString, given);
    const Platform platform = Platform::read(given);
    QTEST(platform.deviceType, "device");
    QTEST(platform.messageType, "type");
}

void tst_EventMapper::theWholeCall()
{
    const QByteArray json =
        R"({"event_name":"Email Delivered","message_id":20012345678,"message_code":"1A2B-3C4D5E6F-708090A0",)"
        R"("campaign_id":18446744073709551615,"platform":"Email","application_code":"A1B2C-3D4E5",)"
        R"("hwid":"ada@example.test","user_id":"user-1815","payload":"Your weekly notes","x":1})";
    const TrackCall call = mapped(json);
    QCOMPARE(call.payload(),
             QByteArray(R"({"type":"track","event":"Email Delivered","userId":"user-1815","messageId":")") +
                 EventMapper::messageId(json, kConnection, kArrived).toLatin1() +
                 QByteArray(R"(","timestamp":"2026-01-02T03:04:05.678Z",)"
                            R"("properties":{"message_type":"Email","device_type":"Email"},)"
                            R"("context":{"channel":"server","library":{"name":"segue","version":")" SEGUE_VERSION
                            R"("},"pushwoosh":{"campaign_id":"18446744073709551615"}}})"));
    QCOMPARE(TrackCheck::of(call.payload()).bits(), 0u);
}

void tst_EventMapper::whoItWas_data()
{
    QTest::addColumn<QByteArray>("members");
    QTest::addColumn<QString>("id");
    QTest::addColumn<bool>("anonymous");
    QTest::newRow("user") << QByteArray(R"("user_id":"u","hwid":"h")") << u"u"_s << false;
    QTest::newRow("a number for a user") << QByteArray(R"("user_id":4711,"hwid":"h")") << u"4711"_s << false;
    QTest::newRow("absent") << QByteArray(R"("hwid":"h")") << u"h"_s << true;
    QTest::newRow("null") << QByteArray(R"("user_id":null,"hwid":"h")") << u"h"_s << true;
    QTest::newRow("empty") << QByteArray(R"("user_id":"","hwid":"h")") << u"h"_s << true;
    QTest::newRow("blanks") << QByteArray(R"("user_id":" \t","hwid":" h ")") << u"h"_s << true;
    QTest::newRow("the device itself") << QByteArray(R"("user_id":"h","hwid":"h")") << u"h"_s << false;
}

void tst_EventMapper::whoItWas()
{
    QFETCH(QByteArray, members);
    QFETCH(bool, anonymous);
    const TrackCall call = mapped(R"({"event_name":"Push Sent",)" + members + '}');
    QTEST(call.identity.value, "id");
    QCOMPARE(call.identity.kind, anonymous ? Identity::Kind::AnonymousId : Identity::Kind::UserId);
}

void tst_EventMapper::aMarkOfTheEncodingInATextIsPartOfIt()
{
    const TrackCall call = mapped(
        "{\"event_name\":\"\xef\xbb\xbf\xef\xbb\xbfSent\",\"hwid\":\"h\",\"user_id\":\"\xef\xbb\xbf\\ufeffme\"}");
    QCOMPARE(call.event, u"\ufeff\ufeffSent"_s);
    QCOMPARE(call.identity.value, u"\ufeff\ufeffme"_s);
    const QByteArray payload = call.payload();
    const TrackFields fields = Payload::fields(payload, JsonOutline::read(payload, 2).value());
    QCOMPARE(fields.event, call.event);
    QCOMPARE(fields.identity.value, call.identity.value);
}

void tst_EventMapper::nobodyIsBlocked()
{
    const TrackCall call = mapped(R"({"event_name":"Push Sent","user_id":"","hwid":" "})");
    QCOMPARE(call.identity.kind, Identity::Kind::Nobody);
    QCOMPARE(TrackCheck::of(call.payload()).blockingCode(), u"no_user_anon_id"_s);
}

void tst_EventMapper::aCampaignsNumberIsNoCode()
{
    const TrackCall number = mapped(R"({"event_name":"A","campaign_id":960001})");
    QCOMPARE(number.campaignCode, QString());
    QCOMPARE(number.campaignId, u"960001"_s);
    const TrackCall code = mapped(R"({"event_name":"A","campaign_id":960001,"campaign_code":"11AA2-33BB4"})");
    QCOMPARE(code.campaignCode, u"11AA2-33BB4"_s);
    QVERIFY(!code.payload().contains("960001"));
    QVERIFY(!mapped(R"({"event_name":"A"})").payload().contains("pushwoosh"));
}

void tst_EventMapper::theMessageTypeFollowsThePlatformThenTheEvent_data()
{
    QTest::addColumn<QByteArray>("members");
    QTest::addColumn<QString>("type");
    QTest::newRow("by platform") << QByteArray(R"("event_name":"Push Sent","platform":"Android")") << u"Push"_s;
    QTest::newRow("by number") << QByteArray(R"("event_name":"SMS Sent","platform":18)") << u"SMS"_s;
    QTest::newRow("by event") << QByteArray(R"("event_name":"Email Bounced")") << u"Email"_s;
    QTest::newRow("messenger") << QByteArray(R"("event_name":"Push Sent","platform":21)") << QString();
    QTest::newRow("neither") << QByteArray(R"("event_name":"Something")") << QString();
    QTest::newRow("as given") << QByteArray(R"("event_name":"X","platform":"iOS","message_type":"In-App")")
                              << u"In-App"_s;
}

void tst_EventMapper::theMessageTypeFollowsThePlatformThenTheEvent()
{
    QFETCH(QByteArray, members);
    QTEST(mapped('{' + members + '}').messageType, "type");
}

void tst_EventMapper::theTimeIsTheEventsOwnElseThatOfItsArrival()
{
    QCOMPARE(mapped(R"({"event_name":"A"})").timestamp, kArrived);
    QCOMPARE(mapped(R"({"event_name":"A","timestamp":1767323000})").timestamp, std::int64_t{1'767'323'000'000});
}

void tst_EventMapper::theSameEventHasTheSameIdHoweverItComes()
{
    const QByteArray one = R"({"event_name":"A b","hwid":"h \" x"})";
    const QString id = EventMapper::messageId(one, kConnection, kArrived);
    QVERIFY2(id.size() <= 100, "Segment's documents allow no more");
    QCOMPARE(EventMapper::messageId("{ \"event_name\" :\t\"A b\",\r\n \"hwid\": \"h \\\" x\" }", kConnection, kArrived),
             id);
    const auto items = WebhookDecoder::decode("[" + one + " , " + one + "]");
    for (const WebhookItem &item : items.value()) {
        QCOMPARE(EventMapper::call(*item.event, kConnection, kArrived).messageId, id);
        QCOMPARE(EventMapper::call(*item.event, kConnection, kArrived + 1).messageId, id);
    }
}

void tst_EventMapper::eachDayHasAnIdOfItsOwn()
{
    const QByteArray json = R"({"event_name":"A b","hwid":"h"})";
    constexpr std::int64_t kDay = std::int64_t{24} * 60 * 60 * 1'000;
    constexpr std::int64_t kMidnight = kArrived / kDay * kDay;
    const auto idAt = [&](std::int64_t received) { return EventMapper::messageId(json, kConnection, received); };
    const QString id = idAt(kMidnight);
    QCOMPARE(idAt(kMidnight + kDay - 1), id);
    QVERIFY(idAt(kMidnight - 1) != id);
    QVERIFY(idAt(kMidnight + kDay) != id);
    QCOMPARE(EventMapper::idsOfDaysBeside(id), (std::array{idAt(kMidnight - 1), idAt(kMidnight + kDay)}));
}

void tst_EventMapper::anotherEventOrConnectionHasAnotherId_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QString>("connection");
    const QByteArray one = R"({"event_name":"A b","hwid":"h"})";
    QTest::newRow("connection") << one << u"another"_s;
    QTest::newRow("event") << QByteArray(one).replace("A b", "A c") << kConnection;
    QTest::newRow("blanks in a text") << QByteArray(one).replace("A b", "A  b") << kConnection;
    QTest::newRow("device") << QByteArray(one).replace("\"h\"", "\"H\"") << kConnection;
    QTest::newRow("a member more") << QByteArray(one).replace("}", ",\"n\":1}") << kConnection;
}

void tst_EventMapper::anotherEventOrConnectionHasAnotherId()
{
    QFETCH(QByteArray, json);
    QFETCH(QString, connection);
    QVERIFY(EventMapper::messageId(json, connection, kArrived) !=
            EventMapper::messageId(R"({"event_name":"A b","hwid":"h"})", kConnection, kArrived));
}

void tst_EventMapper::everyMappedCallIsReadableJson_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::newRow("quotes") << QByteArray(R"({"event_name":"\"A\"","hwid":"\\","platform":"\u0000\u001f"})");
    QTest::newRow("emoji") << QByteArray(
        R"({"event_name":"\ud83d\ude00","user_id":"\u202e","campaign_id":"\ud83d\ude00"})");
    QTest::newRow("long") << "{\"event_name\":\"A\",\"hwid\":\"" + QByteArray(100'000, 'x') + "\"}";
    QTest::newRow("huge numbers") << QByteArray(
        R"({"event_name":1e400,"user_id":-0.0,"campaign_id":1E+999,"platform":1e9})");
}

void tst_EventMapper::everyMappedCallIsReadableJson()
{
    QFETCH(QByteArray, json);
    QVERIFY(WebhookDecoder::readEvent(json).ok());
    const QJsonDocument document = QJsonDocument::fromJson(mapped(json).payload());
    QVERIFY(document.isObject());
    QVERIFY(!document.object().value(u"event"_s).toString().isEmpty());
}

QTEST_APPLESS_MAIN(tst_EventMapper)
#include "tst_eventmapper.moc"
