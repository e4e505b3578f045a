// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/exports/EntryNdjson.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace segue;
using namespace Qt::StringLiterals;

namespace {

Entry entryOf(IdKind kind, const std::string &identity)
{
    Entry entry;
    entry.id = {42};
    entry.fields.connection = "5e60e5a4-db0c-4000-8000-000000000001";
    entry.fields.received = 1'700'000'000'123;
    entry.fields.event = "Email Sent";
    entry.fields.idKind = kind;
    entry.fields.identity = identity;
    entry.fields.state = EventState::Accepted;
    entry.fields.messageId = "m-1";
    return entry;
}

QJsonObject parsed(const QByteArray &line)
{
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(line, &error);
    return error.error == QJsonParseError::NoError ? document.object() : QJsonObject();
}

} // namespace

class EntryNdjsonTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aLineCarriesWhatWasPromised();
    void thePayloadKeepsItsOwnBytes();
    void aPayloadOfSeveralLinesBecomesOne();
    void whateverCameInTheLineIsJson_data();
    void whateverCameInTheLineIsJson();
    void whatIsKeptBesideFollowsThePayload();
    void namesFromOutsideCannotBreakTheLine();
    void anEntryOfNoConnectionSaysSo();
};

void EntryNdjsonTest::aLineCarriesWhatWasPromised()
{
    const QJsonObject user =
        parsed(EntryNdjson::line(entryOf(IdKind::UserId, "4711"), "{\"type\":\"track\"}", {}, u"Acme"_s));
    QCOMPARE(user.value(u"id").toInt(), 42);
    QCOMPARE(user.value(u"receivedAt").toString(), u"2023-11-14T22:13:20.123Z"_s);
    QCOMPARE(user.value(u"connection").toString(), u"5e60e5a4-db0c-4000-8000-000000000001"_s);
    QCOMPARE(user.value(u"connectionName").toString(), u"Acme"_s);
    QCOMPARE(user.value(u"origin").toString(), u"composer"_s);
    QCOMPARE(user.value(u"state").toString(), u"accepted"_s);
    QCOMPARE(user.value(u"event").toString(), u"Email Sent"_s);
    QCOMPARE(user.value(u"userId").toString(), u"4711"_s);
    QVERIFY(!user.contains(u"anonymousId"));
    QCOMPARE(user.value(u"messageId").toString(), u"m-1"_s);
    QCOMPARE(user.value(u"payload").toObject().value(u"type").toString(), u"track"_s);
    const QJsonObject device = parsed(EntryNdjson::line(entryOf(IdKind::AnonymousId, "9F3C"), "{}", {}, {}));
    QCOMPARE(device.value(u"anonymousId").toString(), u"9F3C"_s);
    QVERIFY(!device.contains(u"userId"));
    QVERIFY(device.value(u"connectionName").isNull());
}

void EntryNdjsonTest::thePayloadKeepsItsOwnBytes()
{
    const QByteArray payload(R"({"z":1,"a":12345678901234567890123,"n":1.10,"e":1e400,"z":2,"u":"\u00e9é"})");
    const QByteArray line = EntryNdjson::line(entryOf(IdKind::UserId, "1"), payload, {}, {});
    QVERIFY(line.endsWith(QByteArray("\"payload\":" + payload + "}\n")));
}

void EntryNdjsonTest::aPayloadOfSeveralLinesBecomesOne()
{
    const QByteArray line = EntryNdjson::line(entryOf(IdKind::UserId, "1"),
                                              "{\n  \"a\": \"x\\ny\",\r\n  \"b\": 18446744073709551615\n}", {}, {});
    QCOMPARE(line.count('\n'), 1);
    QVERIFY(line.endsWith('\n'));
    QVERIFY(line.contains("18446744073709551615"));
    QCOMPARE(parsed(line).value(u"payload").toObject().value(u"a").toString(), u"x\ny"_s);
}

void EntryNdjsonTest::whateverCameInTheLineIsJson_data()
{
    QTest::addColumn<QByteArray>("payload");
    QTest::addColumn<QString>("member");
    QTest::newRow("not JSON") << QByteArray("hello\nworld") << u"payloadText"_s;
    QTest::newRow("cut off") << QByteArray("{\"a\":") << u"payloadText"_s;
    QTest::newRow("a way out of the object") << QByteArray("1},{\"id\":7") << u"payloadText"_s;
    QTest::newRow("raw line break in a string") << QByteArray("{\"a\":\"x\ny\"}") << u"payloadText"_s;
    QTest::newRow("not UTF-8") << QByteArray("{\"a\":\"\xff\"}") << u"payloadBase64"_s;
    QTest::newRow("zero byte") << QByteArray("{}\0", 3) << u"payloadText"_s;
    QTest::newRow("nothing") << QByteArray() << u"payloadText"_s;
}

void EntryNdjsonTest::whateverCameInTheLineIsJson()
{
    QFETCH(QByteArray, payload);
    QFETCH(QString, member);
    const QByteArray line = EntryNdjson::line(entryOf(IdKind::Nobody, {}), payload, {}, {});
    QCOMPARE(line.count('\n'), 1);
    const QJsonObject object = parsed(line);
    QCOMPARE(object.value(u"id").toInt(), 42);
    QVERIFY(object.value(u"payload").isNull());
    const QString given = object.value(member).toString();
    QVERIFY(object.contains(member));
    QCOMPARE(member == u"payloadBase64" ? QByteArray::fromBase64(given.toLatin1()) : given.toUtf8(), payload);
}

void EntryNdjsonTest::whatIsKeptBesideFollowsThePayload()
{
    Entry entry = entryOf(IdKind::Nobody, {});
    const QByteArray part("{\n \"message_id\": 18446744073709551615}");
    entry.fields.origin = Origin::Webhook;
    QVERIFY(EntryNdjson::line(entry, "{}", part, {})
                .endsWith(R"("payload":{},"webhookEvent":{  "message_id": 18446744073709551615}})"
                          "\n"));
    entry.fields.origin = Origin::Capture;
    QVERIFY(EntryNdjson::line(entry, "{}", part, {}).contains(R"("sharedByBatch":{  "message_id")"));
    const QJsonObject broken = parsed(EntryNdjson::line(entry, "{}", "{\"a\":", {}));
    QVERIFY(broken.value(u"sharedByBatch").isNull());
    QCOMPARE(broken.value(u"sharedByBatchText").toString(), u"{\"a\":"_s);
    const QJsonObject without = parsed(EntryNdjson::line(entry, "{}", {}, {}));
    QVERIFY(!without.contains(u"sharedByBatch") && !without.contains(u"webhookEvent"));
}

void EntryNdjsonTest::namesFromOutsideCannotBreakTheLine()
{
    Entry entry = entryOf(IdKind::UserId, "a\"b\\c\nd\x01\xff");
    entry.fields.event = "x\",\"state\":\"confirmed\n";
    entry.fields.messageId = "\x1b[31m";
    entry.fields.error = "rejected: \"no\"\r\n";
    const QByteArray line = EntryNdjson::line(entry, "{}", {}, u"A\nB"_s);
    QCOMPARE(line.count('\n'), 1);
    QVERIFY(!line.contains('\x1b'));
    const QJsonObject object = parsed(line);
    QCOMPARE(object.value(u"state").toString(), u"accepted"_s);
    QCOMPARE(object.value(u"event").toString(), u"x\",\"state\":\"confirmed\n"_s);
    QCOMPARE(object.value(u"userId").toString(), u"a\"b\\c\nd\x01\ufffd"_s);
    QCOMPARE(object.value(u"reason").toString(), u"rejected: \"no\"\r\n"_s);
}

void EntryNdjsonTest::anEntryOfNoConnectionSaysSo()
{
    Entry entry = entryOf(IdKind::Nobody, {});
    entry.fields.connection.clear();
    const QJsonObject object = parsed(EntryNdjson::line(entry, "{}", {}, {}));
    QVERIFY(object.contains(u"connection"));
    QVERIFY(object.value(u"connection").isNull());
    QVERIFY(!object.contains(u"userId"));
    QVERIFY(!object.contains(u"anonymousId"));
}

QTEST_GUILESS_MAIN(EntryNdjsonTest)
#include "tst_entryndjson.moc"
