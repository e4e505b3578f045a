// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/segment/TrackCall.h"
#include "app/segment/TrackCheck.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace segue;
using namespace Qt::StringLiterals;

class tst_TrackCall : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theWholePayload();
    void whatIsUnknownIsLeftOut();
    void anAnonymousPersonGoesByAnonymousId();
    void nobodyHasNeitherIdAndIsBlocked();
    void aRunIsMarkedInItsContext();
    void textsAreEscaped_data();
    void textsAreEscaped();
    void keyAndSendTimeStayOutside();
    void theFieldsReadBack();
    void theCheckFindsNothing();
};

namespace {

TrackCall sample()
{
    TrackCall call;
    call.event = u"Push Sent"_s;
    call.identity = {Identity::Kind::UserId, u"qa-user-1"_s};
    call.messageType = u"Push"_s;
    call.campaignCode = u"12345-67890"_s;
    call.deviceType = u"iOS"_s;
    call.messageId = u"0c2b9b4e-6f6d-4a52-9a3d-1f0c2b9b4e6f"_s;
    call.timestamp = 1767323045678;
    return call;
}

} // namespace

void tst_TrackCall::theWholePayload()
{
    TrackCall call = sample();
    call.test = true;
    call.runId = u"r1"_s;
    call.keepOutOfDestinations = true;
    QCOMPARE(call.payload(),
             QByteArray(R"({"type":"track","event":"Push Sent","userId":"qa-user-1",)"
                        R"("messageId":"0c2b9b4e-6f6d-4a52-9a3d-1f0c2b9b4e6f",)"
                        R"("timestamp":"2026-01-02T03:04:05.678Z",)"
                        R"("properties":{"message_type":"Push","campaign_code":"12345-67890",)"
                        R"("device_type":"iOS"},"integrations":{"All":false},)"
                        R"("context":{"channel":"server","library":{"name":"segue","version":")" SEGUE_VERSION
                        R"("},"app":{"version":"segue-r1"},)"
                        R"("segue":{"test":true,"run":"r1"}}})"));
}

void tst_TrackCall::whatIsUnknownIsLeftOut()
{
    TrackCall call = sample();
    call.campaignCode.clear();
    call.deviceType.clear();
    call.messageType.clear();
    QCOMPARE(call.payload(),
             QByteArray(R"({"type":"track","event":"Push Sent","userId":"qa-user-1",)"
                        R"("messageId":"0c2b9b4e-6f6d-4a52-9a3d-1f0c2b9b4e6f",)"
                        R"("timestamp":"2026-01-02T03:04:05.678Z","properties":{},)"
                        R"("context":{"channel":"server","library":{"name":"segue","version":")" SEGUE_VERSION
                        R"("}}})"));
}

void tst_TrackCall::anAnonymousPersonGoesByAnonymousId()
{
    TrackCall call = sample();
    call.identity = {Identity::Kind::AnonymousId, u"hw-1"_s};
    const QJsonObject object = QJsonDocument::fromJson(call.payload()).object();
    QCOMPARE(object[u"anonymousId"].toString(), u"hw-1"_s);
    QVERIFY(!object.contains(u"userId"));
}

void tst_TrackCall::nobodyHasNeitherIdAndIsBlocked()
{
    TrackCall call = sample();
    call.identity = {};
    const QJsonObject object = QJsonDocument::fromJson(call.payload()).object();
    QVERIFY(!object.contains(u"anonymousId"));
    QVERIFY(!object.contains(u"userId"));
    QCOMPARE(TrackCheck::of(call.payload()).blockingCode(), u"no_user_anon_id"_s);
}

void tst_TrackCall::aRunIsMarkedInItsContext()
{
    TrackCall call = sample();
    call.runId = u"r-2"_s;
    QJsonObject context = QJsonDocument::fromJson(call.payload()).object()[u"context"].toObject();
    QCOMPARE(context[u"app"][u"version"].toString(), u"segue-r-2"_s);
    QCOMPARE(context[u"segue"].toObject(), QJsonObject({{u"run"_s, u"r-2"_s}}));
    call.runId.clear();
    call.test = true;
    context = QJsonDocument::fromJson(call.payload()).object()[u"context"].toObject();
    QCOMPARE(context[u"segue"].toObject(), QJsonObject({{u"test"_s, true}}));
    QVERIFY(!context.contains(u"app"));
}

void tst_TrackCall::textsAreEscaped_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QByteArray>("written");
    QTest::addColumn<QString>("readBack");
    const auto row = [](const char *name, const QString &text, const QByteArray &written, const QString &readBack) {
        QTest::newRow(name) << text << written << readBack;
    };
    const auto same = [&](const char *name, const QString &text, const QByteArray &written) {
        row(name, text, written, text);
    };
    same("quote", u"a\"b"_s, R"("a\"b")");
    same("backslash", u"a\\b"_s, R"("a\\b")");
    same("end of the string", u"\",\"userId\":\"x"_s, R"("\",\"userId\":\"x")");
    same("line ends and tab", u"a\n\r\tb"_s, R"("a\n\r\tb")");
    same("control characters", u"\u0001\u001f\b\f"_s, "\"\\u0001\\u001f\\u0008\\u000c\"");
    same("nul", QString(QChar(0)), "\"\\u0000\"");
    same("delete", u"\u007f"_s, "\"\x7f\"");
    same("umlaut", u"\u00e4"_s, "\"\xc3\xa4\"");
    same("beyond the first plane", QString::fromUcs4(U"\U0001F600", 1), "\"\xf0\x9f\x98\x80\"");
    same("line separators", u"\u2028\u2029"_s, "\"\xe2\x80\xa8\xe2\x80\xa9\"");
    const QString replaced = u"a\ufffdb"_s;
    row("first half of a pair alone", u"a"_s + QChar(0xd83d) + u'b',
        "\"a\xef\xbf\xbd"
        "b\"",
        replaced);
    row("second half of a pair alone", u"a"_s + QChar(0xde00) + u'b',
        "\"a\xef\xbf\xbd"
        "b\"",
        replaced);
    row("first half at the end", u"a"_s + QChar(0xd83d), "\"a\xef\xbf\xbd\"", u"a\ufffd"_s);
    row("halves in the wrong order", QString(QChar(0xde00)) + QChar(0xd83d), "\"\xef\xbf\xbd\xef\xbf\xbd\"",
        u"\ufffd\ufffd"_s);
}

void tst_TrackCall::textsAreEscaped()
{
    QFETCH(QString, text);
    QFETCH(QByteArray, written);
    QFETCH(QString, readBack);
    TrackCall call = sample();
    call.event = text;
    call.identity.value = text;
    call.campaignCode = text;
    call.runId = text;
    const QByteArray payload = call.payload();
    QVERIFY2(payload.contains(QByteArray("\"event\":" + written + ',')), payload.constData());
    QJsonParseError error;
    const QJsonObject object = QJsonDocument::fromJson(payload, &error).object();
    QCOMPARE(error.error, QJsonParseError::NoError);
    QCOMPARE(object[u"event"].toString(), readBack);
    QCOMPARE(object[u"userId"].toString(), readBack);
    QCOMPARE(object[u"properties"][u"campaign_code"].toString(), readBack);
    QCOMPARE(object[u"context"][u"segue"][u"run"].toString(), readBack);
    QVERIFY(!TrackCheck::of(payload).has(Finding::MalformedJson));
    QCOMPARE(Payload::fields(payload).value().event, readBack);
}

void tst_TrackCall::keyAndSendTimeStayOutside()
{
    const QJsonObject object = QJsonDocument::fromJson(sample().payload()).object();
    QVERIFY(!object.contains(u"writeKey"));
    QVERIFY(!object.contains(u"sentAt"));
}

void tst_TrackCall::theFieldsReadBack()
{
    const TrackCall call = sample();
    const auto fields = Payload::fields(call.payload());
    QVERIFY(fields);
    QCOMPARE(fields.value().type, u"track"_s);
    QCOMPARE(fields.value().event, call.event);
    QCOMPARE(fields.value().identity, call.identity);
    QCOMPARE(fields.value().messageType, call.messageType);
    QCOMPARE(fields.value().campaignCode, call.campaignCode);
    QCOMPARE(fields.value().deviceType, call.deviceType);
    QCOMPARE(fields.value().messageId, call.messageId);
}

void tst_TrackCall::theCheckFindsNothing()
{
    TrackCall call = sample();
    call.test = true;
    call.runId = u"r1"_s;
    QCOMPARE(TrackCheck::of(call.payload()).bits(), 0u);
}

QTEST_GUILESS_MAIN(tst_TrackCall)
#include "tst_trackcall.moc"
