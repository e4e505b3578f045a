// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/segment/TrackCall.h"
#include "app/segment/TrackCheck.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRandomGenerator>
#include <QTest>

using namespace segue;
using namespace Qt::StringLiterals;

class tst_Payload : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void fieldsOfAPayload();
    void fieldsOfAWrongTypeStayEmpty();
    void anEmptyUserIdGivesWayToTheAnonymousId();
    void ofDoubledFieldsTheLastIsRead();
    void whatIsNoObjectHasNoFields_data();
    void whatIsNoObjectHasNoFields();
    void prepared_data();
    void prepared();
    void aKeyLeavesInNoSpelling();
    void preparedLeavesTheOtherBytesAlone();
    void preparingTwiceChangesOnlyTheMessageId();
    void trackBody_data();
    void trackBody();
    void batchBodyHoldsThePayloadsAsTheyAre();
    void theOverheadOfABatchIsExact();
    void splitFile_data();
    void splitFile();
    void aFileKeepsTheBytesOfItsCalls();
    void aBadFileNamesThePlace_data();
    void aBadFileNamesThePlace();
    void aFileMayHave64Mb();
    void isoTime_data();
    void isoTime();
};

namespace {

constexpr std::int64_t kTime = 1767323045678;
const QString kId = u"m-1"_s;

QByteArray preparedOf(const QByteArray &payload)
{
    const auto result = Payload::prepared(payload, kId, kTime);
    return result ? result.value() : QByteArray("(error) ") + result.error().userText.toUtf8();
}

quint32 seed()
{
    bool given = false;
    const int value = qEnvironmentVariableIntValue("SEGUE_TEST_SEED", &given);
    const quint32 chosen = given ? static_cast<quint32>(value) : QRandomGenerator::system()->generate() >> 1;
    qInfo("SEGUE_TEST_SEED=%u", chosen);
    return chosen;
}

//! Makes JSON texts with every freedom that the format leaves.
class RandomJson
{
public:
    explicit RandomJson(quint32 seed)
        : m_random(seed)
    {
    }

    int upTo(int highest) { return static_cast<int>(m_random.bounded(highest + 1)); }
    QByteArray blanks() { return pick({"", "", "", " ", "\n", "\t ", "\r\n  "}); }

    QByteArray name()
    {
        return pick({R"("a")", R"("messageId")", R"("message\u0049d")", R"("writeKey")", R"("write\u004bey")",
                     R"("WRITEKEY")", R"("sentAt")", R"("type")", R"("timestamp")", R"("event")", R"("")",
                     R"("\"writeKey\"")", R"("x\\")", R"("properties")", "\"\xc3\xa4\""});
    }

    QByteArray value(int depth = 0)
    {
        switch (upTo(depth > 3 ? 5 : 7)) {
        case 0:
            return pick({"null", "true", "false"});
        case 1:
        case 2:
            return pick(
                {"0", "-1.10", "9007199254740993", "18446744073709551615", "123456789012345678901234567890", "1E+5"});
        case 6: {
            QByteArray text = "[";
            for (int i = 0, count = upTo(3); i < count; ++i) {
                text += (i > 0 ? "," : "") + blanks() + value(depth + 1) + blanks();
            }
            return text + ']';
        }
        case 7: {
            QByteArray text = "{";
            for (int i = 0, count = upTo(3); i < count; ++i) {
                text +=
                    (i > 0 ? "," : "") + blanks() + name() + blanks() + ':' + blanks() + value(depth + 1) + blanks();
            }
            return text + '}';
        }
        default:
            return pick({R"("")", R"("text")", R"("a,b")", R"("}")", R"("\"}")", R"("\\")", R"("{\"writeKey\":\"x\"}")",
                         R"("\ud83d\ude00")", "\"\xf0\x9f\x98\x80\"", R"("],\\\"[")"});
        }
    }

private:
    QByteArray pick(std::initializer_list<const char *> choices)
    {
        return {choices.begin()[m_random.bounded(static_cast<int>(choices.size()))]};
    }

    QRandomGenerator m_random;
};

//! The unescaped name of a member of RandomJson.
QString plainName(const QByteArray &name)
{
    return QJsonDocument::fromJson('[' + name + ']').array().first().toString();
}

} // namespace

void tst_Payload::fieldsOfAPayload()
{
    const auto read =
        Payload::fields(R"( {"anonymousId":"h1","messageId":"m1","type":"track","event":"SMS Sent",)"
                        R"("properties":{"device_type":18,"message_type":"SMS","campaign_code":"c\u0041"}} )");
    QVERIFY(read);
    const TrackFields &fields = read.value();
    QCOMPARE(fields.type, u"track"_s);
    QCOMPARE(fields.event, u"SMS Sent"_s);
    QCOMPARE(fields.identity, (Identity{Identity::Kind::AnonymousId, u"h1"_s}));
    QCOMPARE(fields.messageType, u"SMS"_s);
    QCOMPARE(fields.campaignCode, u"cA"_s);
    QCOMPARE(fields.deviceType, u"18"_s);
    QCOMPARE(fields.messageId, u"m1"_s);
    QCOMPARE(Payload::fields("{}").value().identity, Identity());
}

void tst_Payload::fieldsOfAWrongTypeStayEmpty()
{
    const auto read = Payload::fields(R"({"userId":1,"messageId":2,"type":[],"event":{},)"
                                      R"("properties":{"device_type":{"a":1},"message_type":3,"campaign_code":null}})");
    QVERIFY(read);
    const TrackFields &fields = read.value();
    QCOMPARE(fields.identity, Identity());
    for (const QString &text :
         {fields.type, fields.event, fields.messageType, fields.campaignCode, fields.deviceType, fields.messageId}) {
        QCOMPARE(text, QString());
    }
    QVERIFY(Payload::fields(R"({"properties":"x"})"));
    QCOMPARE(Payload::fields(R"({"properties":{"device_type":12345678901234567890123}})").value().deviceType,
             u"12345678901234567890123"_s);
}

void tst_Payload::anEmptyUserIdGivesWayToTheAnonymousId()
{
    const Identity anonymous{Identity::Kind::AnonymousId, u"h1"_s};
    for (const char *userId : {R"("")", "null", "5"}) {
        QCOMPARE(Payload::fields(R"({"anonymousId":"h1","userId":)" + QByteArray(userId) + '}').value().identity,
                 anonymous);
    }
    QCOMPARE(Payload::fields(R"({"anonymousId":"h1","userId":"u1"})").value().identity,
             (Identity{Identity::Kind::UserId, u"u1"_s}));
}

void tst_Payload::ofDoubledFieldsTheLastIsRead()
{
    QCOMPARE(Payload::fields(R"({"event":"a","event":"b"})").value().event, u"b"_s);
}

void tst_Payload::whatIsNoObjectHasNoFields_data()
{
    QTest::addColumn<QByteArray>("payload");
    for (const char *text : {"", "[]", "[{}]", "1", "{", "{}{}", "{\"a\":\"\xff\"}", "\xef\xbb\xbf{}", "null"}) {
        QTest::newRow(text) << QByteArray(text);
    }
}

void tst_Payload::whatIsNoObjectHasNoFields()
{
    QFETCH(QByteArray, payload);
    const auto fields = Payload::fields(payload);
    QVERIFY(!fields);
    QCOMPARE(fields.error().code, ErrorCode::Payload);
    QVERIFY(fields.error().userText.contains(u"one JSON object"));
    QVERIFY(!Payload::prepared(payload, kId, kTime));
}

void tst_Payload::prepared_data()
{
    QTest::addColumn<QByteArray>("payload");
    QTest::addColumn<QByteArray>("expected");
    const auto row = [](const char *name, const char *payload, const char *expected) {
        QTest::newRow(name) << QByteArray(payload) << QByteArray(expected);
    };
    const char *allAdded = R"({"type":"track","messageId":"m-1","timestamp":"2026-01-02T03:04:05.678Z"})";
    row("empty object", "{}", allAdded);
    row("blanks in an empty object", " { } ",
        " {\"type\":\"track\",\"messageId\":\"m-1\",\"timestamp\":\"2026-01-02T03:04:05.678Z\" } ");
    row("nothing to do", R"({"type":"track","messageId":"m-1","timestamp":"x"})",
        R"({"type":"track","messageId":"m-1","timestamp":"x"})");
    row("messageId replaced in its place", R"({"type":"track","messageId" : "old" ,"timestamp":"x"})",
        R"({"type":"track","messageId" : "m-1" ,"timestamp":"x"})");
    row("messageId that is no text", R"({"messageId":{"a":[1]},"type":"track","timestamp":"x"})",
        R"({"messageId":"m-1","type":"track","timestamp":"x"})");
    row("messageId doubled", R"({"messageId":1,"type":"track","messageId":2,"timestamp":"x","messageId":3})",
        R"({"messageId":"m-1","type":"track","timestamp":"x"})");
    row("key first", R"({"writeKey":"k","type":"track","messageId":"m-1","timestamp":"x"})",
        R"({"type":"track","messageId":"m-1","timestamp":"x"})");
    row("key in the middle", R"({"type":"track", "writeKey":"k" , "messageId":"m-1","timestamp":"x"})",
        R"({"type":"track" , "messageId":"m-1","timestamp":"x"})");
    row("key last", R"({"type":"track","messageId":"m-1","timestamp":"x" , "writeKey":"k" })",
        R"({"type":"track","messageId":"m-1","timestamp":"x" })");
    row("keys and times everywhere",
        R"({"sentAt":1,"writeKey":2,"type":"track","writeKey":3,"messageId":"m-1","sentAt":4,"timestamp":"x","sentAt":5})",
        R"({"type":"track","messageId":"m-1","timestamp":"x"})");
    row("nothing but what is cut", R"({"writeKey":"k","sentAt":"t"})", allAdded);
    row("type and time null", R"({"type":null,"a":1,"timestamp":null})",
        R"({"type":"track","messageId":"m-1","timestamp":"2026-01-02T03:04:05.678Z","a":1})");
    row("type of another kind stays", R"({"type":"identify","messageId":"m-1","timestamp":5})",
        R"({"type":"identify","messageId":"m-1","timestamp":5})");
    row("same names deeper stay",
        R"({"type":"track","messageId":"m-1","timestamp":"x","context":{"writeKey":"k","sentAt":1,"messageId":2}})",
        R"({"type":"track","messageId":"m-1","timestamp":"x","context":{"writeKey":"k","sentAt":1,"messageId":2}})");
    row("order, numbers and blanks stay", "{ \"z\":1.10,\n\t\"a\":9007199254740993 , \"b\" : \"\\u0041\" }",
        "{\"type\":\"track\",\"messageId\":\"m-1\",\"timestamp\":\"2026-01-02T03:04:05.678Z\", "
        "\"z\":1.10,\n\t\"a\":9007199254740993 , "
        "\"b\" : \"\\u0041\" }");
}

void tst_Payload::prepared()
{
    QFETCH(QByteArray, payload);
    QTEST(preparedOf(payload), "expected");
}

void tst_Payload::aKeyLeavesInNoSpelling()
{
    for (const char *name : {"writeKey", "writekey", "WRITEKEY", "write\\u004bey", "\\u0077riteKey"}) {
        for (const char *value : {R"("geheim")", R"({"k":"geheim"})", R"(["geheim"])", R"("\"geheim")"}) {
            const QByteArray member = '"' + QByteArray(name) + "\":" + value;
            for (const QByteArray &payload : {QByteArray('{' + member + '}'), QByteArray('{' + member + R"(,"a":1})"),
                                              QByteArray(R"({"a":1,)" + member + '}'),
                                              QByteArray('{' + member + ',' + member + R"(,"a":1,)" + member + '}')}) {
                const QByteArray result = preparedOf(payload);
                QVERIFY2(!result.contains("geheim"), result.constData());
                QVERIFY2(QJsonDocument::fromJson(result).isObject(), result.constData());
            }
        }
    }
}

void tst_Payload::preparedLeavesTheOtherBytesAlone()
{
    RandomJson random(seed());
    for (int round = 0; round < 3000; ++round) {
        QByteArray payload = random.blanks() + '{';
        QList<QByteArray> kept;
        bool typeGiven = false;
        bool timeGiven = false;
        bool idMet = false;
        for (int i = 0, count = random.upTo(8); i < count; ++i) {
            const QByteArray name = random.name();
            const QByteArray before = name + random.blanks() + ':' + random.blanks();
            const QByteArray value = random.value();
            payload += (i > 0 ? "," : "") + random.blanks() + before + value + random.blanks();
            const QString plain = plainName(name);
            const bool clock = plain == u"type" || plain == u"timestamp";
            typeGiven = typeGiven || (plain == u"type" && value != "null");
            timeGiven = timeGiven || (plain == u"timestamp" && value != "null");
            if (plain == u"messageId" && !idMet) {
                idMet = true;
                kept.append(before + "\"m-1\"");
            } else if (plain != u"messageId" && plain != u"sentAt" &&
                       plain.compare(u"writeKey", Qt::CaseInsensitive) != 0 && !(clock && value == "null")) {
                kept.append(before + value);
            }
        }
        payload += random.blanks() + '}' + random.blanks();

        const QByteArray result = preparedOf(payload);
        const QByteArray shown = payload + "\n->\n" + result;
        const QJsonObject object = QJsonDocument::fromJson(result).object();
        QVERIFY2(!object.isEmpty(), shown.constData());
        QVERIFY2(!object.contains(u"writeKey") && !object.contains(u"sentAt"), shown.constData());
        QCOMPARE(object[u"messageId"].toString(), kId);
        QByteArray rest;
        qsizetype at = 0;
        for (const QByteArray &member : kept) {
            const qsizetype found = result.indexOf(member, at);
            QVERIFY2(found >= at, shown.constData());
            rest += result.mid(at, found - at);
            at = found + member.size();
        }
        rest += result.mid(at);
        // What was added stands once in front, and nothing else is left but commas, brackets and blanks.
        for (const auto &[added, wanted] :
             {std::pair(QByteArray(R"("type":"track")"), !typeGiven),
              std::pair(QByteArray(R"("messageId":"m-1")"), !idMet),
              std::pair(QByteArray(R"("timestamp":"2026-01-02T03:04:05.678Z")"), !timeGiven)}) {
            QCOMPARE(rest.count(added), wanted ? 1 : 0);
            rest.replace(added, "");
        }
        for (const char c : std::as_const(rest)) {
            QVERIFY2(QByteArray("{}, \t\r\n").contains(c), shown.constData());
        }
        QVERIFY2(!TrackCheck::of(result).has(Finding::MalformedJson), shown.constData());
    }
}

void tst_Payload::preparingTwiceChangesOnlyTheMessageId()
{
    RandomJson random(seed());
    for (int round = 0; round < 500; ++round) {
        QByteArray payload = "{";
        for (int i = 0, count = random.upTo(5); i < count; ++i) {
            payload += (i > 0 ? "," : "") + random.name() + ':' + random.value();
        }
        payload += '}';
        const QByteArray once = preparedOf(payload);
        QCOMPARE(preparedOf(once), once);
        const auto other = Payload::prepared(once, u"m-2"_s, kTime + 1);
        QVERIFY(other);
        QCOMPARE(other.value().size(), once.size());
        QCOMPARE(Payload::prepared(other.value(), kId, 0).value(), once);
    }
}

void tst_Payload::trackBody_data()
{
    QTest::addColumn<QByteArray>("payload");
    QTest::addColumn<QByteArray>("body");
    const QByteArray sentAt = R"({"sentAt":"2026-01-02T03:04:05.678Z")";
    QTest::newRow("call") << QByteArray(R"({"a":1.10})") << QByteArray(sentAt + R"(,"a":1.10})");
    QTest::newRow("blanks") << QByteArray(" {\n\"a\" : 1 }\n") << QByteArray(' ' + sentAt + ",\n\"a\" : 1 }\n");
    QTest::newRow("empty object") << QByteArray("{ }") << QByteArray(sentAt + " }");
    QTest::newRow("no object") << QByteArray("[1]") << QByteArray("[1]");
    QTest::newRow("nothing") << QByteArray() << QByteArray();
}

void tst_Payload::trackBody()
{
    QFETCH(QByteArray, payload);
    QTEST(Payload::trackBody(payload, kTime), "body");
}

void tst_Payload::batchBodyHoldsThePayloadsAsTheyAre()
{
    const QByteArray first = R"({"z":1.10,"a":9007199254740993})";
    const QByteArray second = " {\"b\" : \"\\u0041\"} ";
    QCOMPARE(Payload::batchBody({first, second}, kTime),
             QByteArray(R"({"sentAt":"2026-01-02T03:04:05.678Z","batch":[)" + first + ',' + second + "]}"));
    QCOMPARE(Payload::batchBody({}, kTime), QByteArray(R"({"sentAt":"2026-01-02T03:04:05.678Z","batch":[]})"));
}

void tst_Payload::theOverheadOfABatchIsExact()
{
    for (int count = 1; count < 5; ++count) {
        for (const std::int64_t time :
             {kTime, std::int64_t(0), std::int64_t(-1), std::numeric_limits<std::int64_t>::max()}) {
            const QList<QByteArray> payloads(count, "{}");
            QCOMPARE(Payload::batchBody(payloads, time).size(), Payload::batchOverhead() + 2 * count + count - 1);
        }
    }
}

void tst_Payload::splitFile_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::addColumn<QByteArray>("calls"); // joined by a bar
    QTest::newRow("one object") << QByteArray("{\"a\":1}\n") << QByteArray("{\"a\":1}");
    QTest::newRow("array") << QByteArray("[ {\"a\":1.10} ,\n {\"b\" : [ ]}\n]\n")
                           << QByteArray("{\"a\":1.10}|{\"b\" : [ ]}");
    QTest::newRow("array of one") << QByteArray("[{}]") << QByteArray("{}");
    QTest::newRow("byte order mark") << QByteArray("\xef\xbb\xbf[{\"a\":1}]") << QByteArray("{\"a\":1}");
    QTest::newRow("brackets in texts") << QByteArray(R"([{"a":"},{"},{"b":"]"}])")
                                       << QByteArray(R"({"a":"},{"}|{"b":"]"})");
}

void tst_Payload::splitFile()
{
    QFETCH(QByteArray, content);
    const auto calls = Payload::splitFile(content);
    QVERIFY(calls);
    QTEST(calls.value().join('|'), "calls");
}

void tst_Payload::aFileKeepsTheBytesOfItsCalls()
{
    RandomJson random(seed());
    for (int round = 0; round < 500; ++round) {
        QList<QByteArray> calls;
        QByteArray content = random.blanks() + '[';
        for (int i = 0, count = 1 + random.upTo(5); i < count; ++i) {
            const QByteArray call =
                '{' + random.blanks() + random.name() + ':' + random.value() + random.blanks() + '}';
            content += (i > 0 ? "," : "") + random.blanks() + call + random.blanks();
            calls.append(call);
        }
        content += ']' + random.blanks();
        const auto split = Payload::splitFile(content);
        QVERIFY2(split, content.constData());
        QCOMPARE(split.value(), calls);
    }
}

void tst_Payload::aBadFileNamesThePlace_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::addColumn<QString>("says");
    QTest::newRow("empty") << QByteArray() << u"nothing in it"_s;
    QTest::newRow("empty array") << QByteArray("[ ]") << u"empty"_s;
    QTest::newRow("text") << QByteArray("hello") << u"neither an object nor an array"_s;
    QTest::newRow("lines of calls") << QByteArray("{\"a\":1}\n{\"a\":2}\n") << u"(line 2): more text follows"_s;
    QTest::newRow("number in the array") << QByteArray("[{},\n5]") << u"Call 2 of the file is not a JSON object"_s;
    QTest::newRow("array in the array") << QByteArray("[[{}]]") << u"Call 1 of the file is not a JSON object"_s;
    QTest::newRow("third is broken") << QByteArray("[{},\n{},\n{\"a\":tru},{}]") << u"Call 3 of the file (line 3)"_s;
    QTest::newRow("second is cut off") << QByteArray("[{},\n{\"a\":1")
                                       << u"(line 2): it does not end with its closing bracket"_s;
    QTest::newRow("one call is broken") << QByteArray("{\"a\":1,\n\"b\":01}") << u"(line 2): it is not valid JSON"_s;
    QTest::newRow("bad UTF-8") << QByteArray("[{},\n{},\n\n{\"a\":\"\xff\"}]") << u"(line 4): it is not UTF-8"_s;
    QTest::newRow("too deep") << QByteArray("[{},{\"a\":" + QByteArray(600, '[') + QByteArray(600, ']') + "}]")
                              << u"nested more than 500 levels"_s;
}

void tst_Payload::aBadFileNamesThePlace()
{
    QFETCH(QByteArray, content);
    QFETCH(QString, says);
    const auto calls = Payload::splitFile(content);
    QVERIFY(!calls);
    QCOMPARE(calls.error().code, ErrorCode::InvalidInput);
    QVERIFY2(calls.error().userText.contains(says), qPrintable(calls.error().userText));
}

void tst_Payload::aFileMayHave64Mb()
{
    constexpr qsizetype kMost = 64 * 1024 * 1024;
    QByteArray content = "{}" + QByteArray(kMost - 2, ' ');
    QVERIFY(Payload::splitFile(content));
    content += ' ';
    const auto calls = Payload::splitFile(content);
    QVERIFY(!calls);
    QVERIFY(calls.error().userText.contains(u"64 MB"));
}

void tst_Payload::isoTime_data()
{
    QTest::addColumn<qint64>("ms");
    QTest::addColumn<QString>("text");
    QTest::newRow("with milliseconds") << qint64(1767323045678) << u"2026-01-02T03:04:05.678Z"_s;
    QTest::newRow("whole second") << qint64(1767323045000) << u"2026-01-02T03:04:05.000Z"_s;
    QTest::newRow("start") << qint64(0) << u"1970-01-01T00:00:00.000Z"_s;
    QTest::newRow("before") << qint64(-1) << u"1969-12-31T23:59:59.999Z"_s;
    QTest::newRow("far past") << std::numeric_limits<qint64>::min() << u"0001-01-01T00:00:00.000Z"_s;
    QTest::newRow("far future") << std::numeric_limits<qint64>::max() << u"9999-12-31T23:59:59.999Z"_s;
}

void tst_Payload::isoTime()
{
    QFETCH(qint64, ms);
    QTEST(Payload::isoTime(ms), "text");
}

QTEST_GUILESS_MAIN(tst_Payload)
#include "tst_payload.moc"
