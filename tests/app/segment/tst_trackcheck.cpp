// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/segment/JsonOutline.h"
#include "app/segment/TrackCheck.h"

#include <QSet>
#include <QTest>

using namespace segue;
using namespace Qt::StringLiterals;

class tst_TrackCheck : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void rules_data();
    void rules();
    void anEventMayHaveExactly32KbOfBytes();
    void theLimitCountsBytesAndNotCharacters();
    void aMessageIdMayHave100Characters();
    void anEventMayHave10000Properties();
    void nestingBeyondTheLimitIsMalformed();
    void theCodeOfTheFirstBlockingFindingIsNamed();
    void everyFindingHasItsWords();
    void theCodesAreSegmentsOwn();
    void blockingFindingsAreExplainedFirst();
    void warningsDoNotBlock();
    void aCallWithoutATypeIsWhatItsRouteSays();
    void whatPassesIsSaid();
    void readOnceGivesTheSame();
};

namespace {

const QList<Finding> kAll{
    Finding::MalformedJson,     Finding::EventTooLarge,     Finding::NoUserAnonId,
    Finding::EventNotDefined,   Finding::EventNotString,    Finding::PropertiesNotObject,
    Finding::TraitsNotObject,   Finding::IdNotString,       Finding::NameNotString,
    Finding::CategoryNotString, Finding::IdRequired,        Finding::AdvertisingIdNotString,
    Finding::InvalidType,       Finding::MessageIdTooLong,  Finding::TooManyProperties,
    Finding::TimestampNotIso,   Finding::UserIdIsDevice,    Finding::HwidIsPersonal,
    Finding::UnknownEvent,      Finding::EventCaseDiffers,  Finding::UnknownMessageType,
    Finding::ReservedColumn,    Finding::DeviceTypeNotText,
};

//! The codes of all findings, in the order in which they are explained.
QString codes(std::uint32_t bits)
{
    QStringList result;
    for (const FindingText &text : TrackCheck::explain(bits)) {
        result.append(text.code);
    }
    return result.join(u' ');
}

QString codesOf(const QByteArray &payload)
{
    return codes(TrackCheck::of(payload).bits());
}

//! A good call with something added or put in place of `userId`.
QByteArray track(const QByteArray &more, const QByteArray &identity = R"("userId":"u1")")
{
    return R"({"type":"track","event":"Push Sent",)" + identity + (more.isEmpty() ? "" : ",") + more + '}';
}

QByteArray properties(const QByteArray &members)
{
    return track(R"("properties":{)" + members + '}');
}

//! A good call with a property of that content.
QByteArray withText(const QByteArray &text)
{
    return properties(R"("text":")" + text + '"');
}

QByteArray withMessageId(const QByteArray &id)
{
    return track(R"("messageId":")" + id + '"');
}

//! A good call of exactly that many bytes.
QByteArray ofSize(qsizetype bytes)
{
    return withText(QByteArray(bytes - withText("").size(), 'x'));
}

void row(const char *name, const QByteArray &payload, const char *expected)
{
    QTest::newRow(name) << payload << QString::fromLatin1(expected);
}

void identityRows()
{
    row("userId alone", track(""), "");
    row("anonymousId alone", track("", R"("anonymousId":"h1")"), "");
    row("both ids", track("", R"("userId":"u1","anonymousId":"h1")"), "");
    row("no id", R"({"event":"Push Sent"})", "no_user_anon_id");
    row("ids null", track("", R"("userId":null,"anonymousId":null)"), "no_user_anon_id");
    row("userId null beside an anonymousId", track("", R"("userId":null,"anonymousId":"h1")"), "");
    row("userId empty", track("", R"("userId":"")"), "no_user_anon_id");
    row("both empty", track("", R"("userId":"","anonymousId":"")"), "no_user_anon_id");
    row("userId empty beside an anonymousId", track("", R"("userId":"","anonymousId":"h1")"), "id_not_string");
    row("userId blanks", track("", R"("userId":"  ")"), "");
    row("userId a number", track("", R"("userId":12)"), "id_not_string");
    row("userId a number beside an anonymousId", track("", R"("userId":12,"anonymousId":"h1")"), "id_not_string");
    row("userId an object", track("", R"("userId":{"id":"x"})"), "id_not_string");
    row("userId an array", track("", R"("userId":["x"])"), "id_not_string");
    row("userId false", track("", R"("userId":false)"), "id_not_string");
    row("anonymousId a number", track("", R"("anonymousId":12)"), "id_not_string");
    row("the last of two userIds counts", track("", R"("userId":"u1","userId":7)"), "id_not_string");
    row("the first of two userIds does not", track("", R"("userId":7,"userId":"u1")"), "");
    row("an id below context is none", track(R"("context":{"userId":"u1"})", R"("x":1)"), "no_user_anon_id");
    row("an escaped name is the same name", track("", R"("user\u0049d":"u1")"), "");
}

void eventRows()
{
    row("event missing", R"({"userId":"u1"})", "event_not_defined");
    row("event null", R"({"userId":"u1","event":null})", "event_not_defined");
    row("event empty", R"({"userId":"u1","event":""})", "event_not_defined");
    row("event a number", R"({"userId":"u1","event":5})", "event_not_string");
    row("event an object", R"({"userId":"u1","event":{}})", "event_not_string");
    row("event unknown", R"({"userId":"u1","event":"Email Opened"})", "unknown_event");
    row("event in another case", R"({"userId":"u1","event":"push sent"})", "event_case_differs");
    row("event with a blank behind", R"({"userId":"u1","event":"Push Sent "})", "event_case_differs");
    row("event without its blank", R"({"userId":"u1","event":"PushSent"})", "event_case_differs");
    row("event by its table's name", R"({"userId":"u1","event":"push_sent"})", "unknown_event");
    row("type missing", R"({"userId":"u1","event":"Push Sent"})", "");
    row("type null", R"({"type":null,"userId":"u1","event":"Push Sent"})", "");
    row("type in another case", R"({"type":"Track","userId":"u1","event":"Push Sent"})", "invalid_type");
    row("type unknown", R"({"type":"event","userId":"u1"})", "invalid_type");
    row("type a number", R"({"type":1,"userId":"u1"})", "invalid_type");
    row("type empty", R"({"type":"","userId":"u1"})", "invalid_type");
}

void otherTypeRows()
{
    row("identify", R"({"type":"identify","userId":"u1","traits":{"a":1}})", "");
    row("identify, traits a text", R"({"type":"identify","userId":"u1","traits":"a"})", "traits_not_object");
    row("identify, traits null", R"({"type":"identify","userId":"u1","traits":null})", "");
    row("identify without id", R"({"type":"identify"})", "no_user_anon_id");
    row("traits of a track call", track(R"("traits":"a")"), "");
    row("page", R"({"type":"page","userId":"u1"})", "");
    row("page, name a number", R"({"type":"page","userId":"u1","name":1})", "name_not_string");
    row("page, name empty", R"({"type":"page","userId":"u1","name":""})", "name_not_string");
    row("page, category an array", R"({"type":"page","userId":"u1","category":[]})", "category_not_string");
    row("page, properties an array", R"({"type":"page","userId":"u1","properties":[]})", "properties_not_object");
    row("screen, name a number", R"({"type":"screen","userId":"u1","name":1})", "name_not_string");
    row("name of a track call", track(R"("name":1,"category":1)"), "");
    row("group", R"({"type":"group","userId":"u1","groupId":"g1"})", "");
    row("group without groupId", R"({"type":"group","userId":"u1"})", "id_required");
    row("group, groupId empty", R"({"type":"group","userId":"u1","groupId":""})", "id_required");
    row("group, groupId a number", R"({"type":"group","userId":"u1","groupId":1})", "id_not_string");
    row("group, traits an array", R"({"type":"group","userId":"u1","groupId":"g1","traits":[]})", "traits_not_object");
    row("alias", R"({"type":"alias","userId":"u1","previousId":"p1"})", "");
    row("alias without previousId", R"({"type":"alias","userId":"u1"})", "id_required");
    row("alias, previousId null", R"({"type":"alias","userId":"u1","previousId":null})", "id_required");
}

void contentRows()
{
    row("properties null", track(R"("properties":null)"), "");
    row("properties a text", track(R"("properties":"a")"), "properties_not_object");
    row("properties an array", track(R"("properties":[])"), "properties_not_object");
    row("properties a number", track(R"("properties":1)"), "properties_not_object");
    row("advertising id", track(R"("context":{"device":{"advertisingId":"a"}})"), "");
    row("advertising id a number", track(R"("context":{"device":{"advertisingId":1}})"),
        "device_advertisingid_should_be_string");
    row("advertising id null", track(R"("context":{"device":{"advertisingId":null}})"), "");
    row("context a text", track(R"("context":"a")"), "");
    row("message type", properties(R"("message_type":"In-App")"), "");
    row("message type in another case", properties(R"("message_type":"push")"), "unknown_message_type");
    row("message type unknown", properties(R"("message_type":"WhatsApp")"), "unknown_message_type");
    row("message type a number", properties(R"("message_type":1)"), "unknown_message_type");
    row("message type null", properties(R"("message_type":null)"), "");
    row("device type a number", properties(R"("device_type":1)"), "device_type_not_text");
    row("device type text", properties(R"("device_type":"1")"), "");
    for (const char *time : {"2026-01-02T03:04:05.678Z", "2026-01-02T03:04:05Z", "2026-01-02T03:04:05.123456789+02:00",
                             "2026-01-02", "2026-01-02T03:04-0500", "2024-02-29T00:00:00Z", "2026-01-02T23:59:60Z"}) {
        row(time, track(R"("timestamp":")" + QByteArray(time) + '"'), "");
    }
    for (const char *time :
         {"", "yesterday", "2026-02-29T00:00:00Z", "2026-13-01", "2026-01-02 03:04:05", "2026-01-02T24:04:05Z",
          "2026-01-02T03:60:05Z", "02.01.2026", "1767323045678", "2026-01-02T03:04:05Z\\n"}) {
        row(qPrintable(u"no time: "_s + QString::fromLatin1(time)), track(R"("timestamp":")" + QByteArray(time) + '"'),
            "timestamp_not_iso");
    }
    row("timestamp a number", track(R"("timestamp":1767323045678)"), "timestamp_not_iso");
    row("timestamp null", track(R"("timestamp":null)"), "");
}

void personRows()
{
    const QByteArray uuid = R"("userId":"6F9619FF-8B86-D011-B42D-00CF4FC964FF")";
    row("User ID a UUID", track("", uuid), "user_id_is_device");
    row("User ID the HWID", track("", R"("userId":"h1","anonymousId":"h1")"), "user_id_is_device");
    row("User ID of an e-mail event an address",
        R"({"event":"Email Sent","userId":"ann@example.com","properties":{"message_type":"Email"}})",
        "user_id_is_device");
    row("User ID of an e-mail event a UUID", R"({"event":"Email Sent",)" + uuid + '}', "");
    row("User ID of a push event an address", track("", R"("userId":"ann@example.com")"), "");
    row("User ID of an SMS event a number", R"({"event":"SMS Sent","userId":"+15550100"})", "user_id_is_device");
    row("HWID an address", track("", R"("anonymousId":"ann@example.com")"), "hwid_is_personal");
    row("HWID a phone number", track("", R"("anonymousId":"+15550100")"), "hwid_is_personal");
    row("HWID of WhatsApp", track("", R"("anonymousId":"whatsapp:+15550100")"), "hwid_is_personal");
    row("HWID a UUID", track("", R"("anonymousId":"6f9619ff-8b86-d011-b42d-00cf4fc964ff")"), "");
}

void columnRows()
{
    for (const char *name :
         {"id", "anonymous_id", "user_id", "event", "event_text", "received_at", "sent_at", "timestamp",
          "original_timestamp", "uuid", "uuid_ts", "context_ip", "userId", "ID", "Event Text"}) {
        row(qPrintable(u"column "_s + QString::fromLatin1(name)), properties('"' + QByteArray(name) + R"(":"x")"),
            "reserved_column");
    }
    row("column by nesting", properties(R"("user":{"id":"x"})"), "reserved_column");
    row("column by deep nesting", properties(R"("original":{"x":1,"Timestamp":[]})"), "reserved_column");
    row("object that is no column", properties(R"("user":{"name":"x"},"id":{"x":1})"), "");
    row("objects of an array are no columns", properties(R"("items":[{"id":"x"}])"), "");
    row("other names", properties(R"("idea":1,"my_id":2,"contextual":3)"), "");
}

void malformedRows()
{
    row("empty text", "", "malformed_json");
    row("blanks", "  ", "malformed_json");
    row("an array", "[" + track("") + "]", "malformed_json");
    row("a text", "\"a\"", "malformed_json");
    row("two objects", track("") + track(""), "malformed_json");
    row("cut off", track("").chopped(1), "malformed_json");
    row("comma at the end", R"({"event":"Push Sent","userId":"u1",})", "malformed_json");
    row("single quotes", "{'event':'Push Sent','userId':'u1'}", "malformed_json");
    row("comment", track("") + "//x", "malformed_json");
    row("byte order mark", "\xef\xbb\xbf" + track(""), "malformed_json");
    row("bad UTF-8", track("\"a\":\"\xff\""), "malformed_json");
    row("surrogate as UTF-8", track("\"a\":\"\xed\xa0\x80\""), "malformed_json");
    row("half a pair", track(R"("a":"\ud800")"), "malformed_json");
    row("second half alone", track(R"("a":"\udc00")"), "malformed_json");
    row("half a pair deep inside", properties(R"("a":[{"b":"\ud800"}])"), "malformed_json");
    row("a whole pair", track(R"("a":"\ud83d\ude00")"), "");
    row("control character", track("\"a\":\"\x01\""), "malformed_json");
    row("nul", QByteArray("{\0}", 3), "malformed_json");
    row("NaN", track(R"("a":NaN)"), "malformed_json");
    row("number with a leading zero", track(R"("a":01)"), "malformed_json");
    row("long and exact numbers", track(R"("a":123456789012345678901234567890,"b":1.10,"c":1e999)"), "");
}

} // namespace

void tst_TrackCheck::rules_data()
{
    QTest::addColumn<QByteArray>("payload");
    QTest::addColumn<QString>("expected");
    identityRows();
    eventRows();
    otherTypeRows();
    contentRows();
    personRows();
    columnRows();
    malformedRows();
}

void tst_TrackCheck::rules()
{
    QFETCH(QByteArray, payload);
    QTEST(codesOf(payload), "expected");
}

void tst_TrackCheck::anEventMayHaveExactly32KbOfBytes()
{
    QCOMPARE(TrackCheck::kMaxEventBytes, qsizetype(32768));
    QCOMPARE(ofSize(32768).size(), qsizetype(32768));
    QCOMPARE(codesOf(ofSize(32767)), QString());
    QCOMPARE(codesOf(ofSize(32768)), QString());
    QCOMPARE(codesOf(ofSize(32769)), u"payload_too_large"_s);
    QCOMPARE(codesOf(ofSize(32768) + ' '), u"payload_too_large"_s);
    QCOMPARE(codesOf(QByteArray(32769, '[')), u"malformed_json payload_too_large"_s);
}

void tst_TrackCheck::theLimitCountsBytesAndNotCharacters()
{
    const qsizetype room = 32768 - withText("").size();
    const QByteArray smile = "\xf0\x9f\x98\x80";
    QByteArray text = smile.repeated(room / 4) + QByteArray(room % 4, 'x');
    QCOMPARE(codesOf(withText(text)), QString());
    QCOMPARE(codesOf(withText(text + 'x')), u"payload_too_large"_s);
    text = smile.repeated(room / 4 + 1);
    QVERIFY(QString::fromUtf8(text).size() < room);
    QCOMPARE(codesOf(withText(text)), u"payload_too_large"_s);
}

void tst_TrackCheck::aMessageIdMayHave100Characters()
{
    const auto check = [](const QByteArray &id) { return codesOf(withMessageId(id)); };
    QCOMPARE(check(QByteArray(100, 'x')), QString());
    QCOMPARE(check(QByteArray(101, 'x')), u"message_id_too_long"_s);
    QCOMPARE(check(QByteArray("\xf0\x9f\x98\x80").repeated(100)), QString());
    QCOMPARE(check(QByteArray("\xf0\x9f\x98\x80").repeated(101)), u"message_id_too_long"_s);
    QCOMPARE(check(QByteArray("\\u0041").repeated(100)), QString());
}

void tst_TrackCheck::anEventMayHave10000Properties()
{
    const auto check = [](int count) {
        QByteArray members;
        for (int i = 0; i < count; ++i) {
            members += (i > 0 ? ",\"p" : "\"p") + QByteArray::number(i) + "\":1";
        }
        return TrackCheck::of(properties(members)).has(Finding::TooManyProperties);
    };
    QVERIFY(!check(10000));
    QVERIFY(check(10001));
}

void tst_TrackCheck::nestingBeyondTheLimitIsMalformed()
{
    const auto nested = [](int levels) {
        return properties(R"("a":)" + QByteArray(levels, '[') + QByteArray(levels, ']'));
    };
    QCOMPARE(codesOf(nested(JsonOutline::kDeepest - 2)), QString());
    QCOMPARE(codesOf(nested(JsonOutline::kDeepest)), u"malformed_json"_s);
    QVERIFY(TrackCheck::of(nested(2'000'000)).has(Finding::MalformedJson));
}

void tst_TrackCheck::theCodeOfTheFirstBlockingFindingIsNamed()
{
    QCOMPARE(TrackCheck::of(track("")).blockingCode(), QString());
    QCOMPARE(TrackCheck::of("{\"properties\":1}").blockingCode(), u"no_user_anon_id"_s);
    QCOMPARE(TrackCheck::of("{\"userId\":\"u1\",\"properties\":1}").blockingCode(), u"event_not_defined"_s);
    QCOMPARE(TrackCheck::of("{").blockingCode(), u"malformed_json"_s);
    QVERIFY(TrackCheck::of("{").blocks());
}

void tst_TrackCheck::everyFindingHasItsWords()
{
    QSet<QString> seen;
    for (const Finding finding : kAll) {
        const QList<FindingText> texts = TrackCheck::explain(static_cast<std::uint32_t>(finding));
        QCOMPARE(texts.size(), 1);
        QCOMPARE(texts[0].finding, finding);
        QCOMPARE(texts[0].blocks, static_cast<std::uint32_t>(finding) < (1u << 16));
        QVERIFY(texts[0].sentence.endsWith(u'.'));
        QVERIFY(texts[0].remedy.endsWith(u'.'));
        QVERIFY(!texts[0].sentence.contains(u'%'));
        QVERIFY(!seen.contains(texts[0].code));
        seen.insert(texts[0].code);
    }
    QCOMPARE(TrackCheck::explain(~0u).size(), kAll.size());
    QVERIFY(TrackCheck::explain(0).isEmpty());
}

void tst_TrackCheck::theCodesAreSegmentsOwn()
{
    QCOMPARE(
        codes(0xffffu),
        u"malformed_json payload_too_large no_user_anon_id event_not_defined event_not_string properties_not_object "
        "traits_not_object id_not_string name_not_string category_not_string id_required "
        "device_advertisingid_should_be_string invalid_type"_s);
}

void tst_TrackCheck::blockingFindingsAreExplainedFirst()
{
    const auto texts = TrackCheck::explain(TrackCheck::of(R"({"event":"push sent","timestamp":1,"userId":1})").bits());
    QCOMPARE(texts.size(), 3);
    QVERIFY(texts[0].blocks);
    QVERIFY(!texts[1].blocks);
    QVERIFY(!texts[2].blocks);
}

void tst_TrackCheck::warningsDoNotBlock()
{
    const TrackCheck check = TrackCheck::of(
        R"({"event":"Email Opened","anonymousId":"ann@example.com","timestamp":"x","properties":{"id":1,"device_type":1}})");
    QVERIFY(check.bits() != 0);
    QVERIFY(!check.blocks());
    QCOMPARE(check.blockingCode(), QString());
}

void tst_TrackCheck::whatPassesIsSaid()
{
    const qsizetype all = TrackCheck::passed(0, true).size();
    QVERIFY(all >= 6);
    QCOMPARE(TrackCheck::passed(0, false).size(), all - 1); // only a track call needs an event's name
    QVERIFY(TrackCheck::passed(static_cast<std::uint32_t>(Finding::MalformedJson), true).isEmpty());
    for (const Finding finding : kAll) {
        QVERIFY2(TrackCheck::passed(static_cast<std::uint32_t>(finding), true).size() < all ||
                     finding == Finding::NameNotString || finding == Finding::CategoryNotString ||
                     finding == Finding::AdvertisingIdNotString || finding == Finding::InvalidType,
                 qPrintable(codes(static_cast<std::uint32_t>(finding))));
    }
}

void tst_TrackCheck::readOnceGivesTheSame()
{
    const QByteArray tooLong = R"({"userId":")" + QByteArray(TrackCheck::kMaxEventBytes, 'x') + "\"}";
    for (const QByteArray &payload :
         {QByteArray(R"({"type":"track","event":"Push Sent","userId":"u","messageId":"m","timestamp":"soon",)"
                     R"("properties":{"message_type":"Push","campaign_code":"c","device_type":3,"id":{"a":[1]}}})"),
          QByteArray(R"({"anonymousId":"h","event":7})"), QByteArray(R"([{"event":"x"}])"), QByteArray("no JSON"),
          QByteArray(), tooLong}) {
        const PayloadReading reading = PayloadReading::of(payload);
        const TrackFields fields = Payload::fields(payload).valueOr(TrackFields{});
        QCOMPARE(reading.check.bits(), TrackCheck::of(payload).bits());
        QCOMPARE(reading.fields.event, fields.event);
        QVERIFY(reading.fields.identity == fields.identity);
        QCOMPARE(reading.fields.messageId, fields.messageId);
        QCOMPARE(reading.fields.messageType, fields.messageType);
        QCOMPARE(reading.fields.campaignCode, fields.campaignCode);
        QCOMPARE(reading.fields.deviceType, fields.deviceType);
    }
}

void tst_TrackCheck::aCallWithoutATypeIsWhatItsRouteSays()
{
    const QByteArray call = R"({"userId":"4711","traits":5})";
    const TrackCheck identify = TrackCheck::of(call, u"identify"_s);
    QVERIFY(identify.has(Finding::TraitsNotObject) && !identify.has(Finding::EventNotDefined));
    QVERIFY(TrackCheck::of(call).has(Finding::EventNotDefined));
    QVERIFY(TrackCheck::of(call, u"Push Sent"_s).has(Finding::EventNotDefined)); // no type of Segment's
    // What the call says itself counts.
    QVERIFY(TrackCheck::of(R"({"userId":"4711","type":"track"})", u"identify"_s).has(Finding::EventNotDefined));
}

QTEST_GUILESS_MAIN(tst_TrackCheck)
#include "tst_trackcheck.moc"
