// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest> // first: moc 6.4 cannot read <compare> before Qt's own headers

#include "app/setup/EventPreview.h"

#include "app/segment/TrackCheck.h"


using namespace segue;
using namespace Qt::StringLiterals;
using Kind = segue::PreviewedCall::Kind;

//! What a person pastes, and what Segment would get of it.
class tst_EventPreview : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aWebhookBodyBecomesTrackCalls();
    void whatSegmentDoesNotGetIsNamed();
    void aTrackCallIsTakenAsItIs();
    void aCallMayHoldAnArray();
    void aBatchIsTakenApart();
    void aWriteKeyIsNeverShown();
    void whatIsNeitherSaysSo();
    void whatSegmentWouldDropIsSaid();
    void whatIsNoTextSaysWhy_data();
    void whatIsNoTextSaysWhy();
    void manyAreBoundedAndCounted();
};

namespace {

EventPreview previewOf(const QByteArray &text)
{
    return EventPreview::of(text, u"c"_s, 1'767'323'045'678).valueOr({});
}

} // namespace

void tst_EventPreview::aWebhookBodyBecomesTrackCalls()
{
    const EventPreview preview = previewOf(
        R"({"events":[{"event_name":"Push Sent","hwid":"h","platform":"iOS","campaign_id":7,"odd":1},{"event_name":"X"}]})");
    QCOMPARE(preview.envelope, u"events"_s);
    QCOMPARE(preview.calls.size(), 2);
    const PreviewedCall &first = preview.calls.first();
    QCOMPARE(first.kind, Kind::Webhook);
    QCOMPARE(first.reading.fields.event, u"Push Sent"_s);
    QVERIFY(first.call.contains(R"("anonymousId":"h")"));
    QVERIFY(!first.reading.check.blocks());
    QVERIFY(first.notes.join(u' ').contains(u"odd"_s));
    QVERIFY(preview.calls.last().reading.check.blocks());
}

void tst_EventPreview::whatSegmentDoesNotGetIsNamed()
{
    const EventPreview preview = previewOf(
        R"({"event_name":"Foo Bar","user_id":"u","message_id":7,"message_code":"C","application_code":"1A2B3-C4D5E"})");
    const QString notes = preview.calls.constFirst().notes.join(u' ');
    for (const QString &member : {u"message_id"_s, u"message_code"_s, u"application_code"_s}) {
        QVERIFY2(notes.contains(member), qPrintable(member));
    }
    QVERIFY(!previewOf(R"({"event_name":"Push Sent","user_id":"u"})").calls.constFirst().notes.join(u' ').contains(
        u"message_code"_s));
}

void tst_EventPreview::aTrackCallIsTakenAsItIs()
{
    const EventPreview preview = previewOf(
        R"({"event":"Push Sent","userId":"u","n": 1.10,"messageId":"m-1","timestamp":"2026-01-02T03:04:05Z"})");
    QCOMPARE(preview.calls.size(), 1);
    QCOMPARE(preview.calls.first().kind, Kind::Call);
    QVERIFY(preview.calls.first().call.contains("\"n\": 1.10"));
    QVERIFY(preview.calls.first().call.contains("\"messageId\":\"m-1\""));
    QVERIFY(preview.calls.first().notes.isEmpty());
    QVERIFY(!previewOf(R"({"event":"A","userId":"u"})").calls.first().notes.isEmpty());
}

void tst_EventPreview::aCallMayHoldAnArray()
{
    const EventPreview preview = previewOf(R"({"event":"A","userId":"u","tags":[{"event_name":"B"}]})");
    QCOMPARE(preview.calls.size(), 1);
    QCOMPARE(preview.calls.first().reading.fields.event, u"A"_s);
}

void tst_EventPreview::aBatchIsTakenApart()
{
    const EventPreview preview = previewOf(
        R"({"writeKey":"k","messageId":"x","batch":[{"type":"track","event":"A","userId":"u"},{"type":"identify","userId":"u"}]})");
    QCOMPARE(preview.calls.size(), 2);
    QCOMPARE(preview.calls.first().reading.fields.event, u"A"_s);
    QVERIFY(!preview.calls.last().reading.check.blocks());
}

void tst_EventPreview::aWriteKeyIsNeverShown()
{
    const EventPreview preview = previewOf(R"({"event":"A","userId":"u","WRITEKEY":"s3cret","writeKey":"s3cret"})");
    QVERIFY(!preview.calls.first().call.contains("s3cret"));
    QVERIFY(!preview.calls.first().notes.isEmpty());
}

void tst_EventPreview::whatIsNeitherSaysSo()
{
    const EventPreview preview = previewOf(R"([{"a":1},7,{"event_name":"Push Sent","user_id":"u"}])");
    QCOMPARE(preview.calls.size(), 3);
    QCOMPARE(preview.calls.at(0).kind, Kind::Unreadable);
    QVERIFY(!preview.calls.at(0).fault.isEmpty());
    QCOMPARE(preview.calls.at(1).kind, Kind::Unreadable);
    QCOMPARE(preview.calls.at(1).given, QByteArray("7"));
    QCOMPARE(preview.calls.at(2).kind, Kind::Webhook);
}

void tst_EventPreview::whatSegmentWouldDropIsSaid()
{
    const PreviewedCall call = previewOf(R"({"event":7,"userId":"u"})").calls.first();
    QVERIFY(call.reading.check.blocks());
    QVERIFY(call.reading.check.has(Finding::EventNotString));
}

void tst_EventPreview::whatIsNoTextSaysWhy_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("nothing") << QByteArray();
    QTest::newRow("blanks") << QByteArray(" \n");
    QTest::newRow("words") << QByteArray("hello");
    QTest::newRow("empty array") << QByteArray("[]");
    QTest::newRow("not closed") << QByteArray("{\"event\":\"A\"");
    QTest::newRow("too large") << QByteArray(WebhookDecoder::kMostBytes + 1, 'x');
}

void tst_EventPreview::whatIsNoTextSaysWhy()
{
    QFETCH(QByteArray, text);
    const Result<EventPreview> preview = EventPreview::of(text, {}, 0);
    QVERIFY(!preview.ok());
    QVERIFY(!preview.error().userText.isEmpty());
}

void tst_EventPreview::manyAreBoundedAndCounted()
{
    QByteArray text("[{\"event_name\":\"A\"}");
    for (int i = 1; i < 700; ++i) {
        text += ",{\"event_name\":\"A\"}";
    }
    const EventPreview preview = previewOf(text + ']');
    QCOMPARE(preview.calls.size(), EventPreview::kMostCalls);
    QCOMPARE(preview.left, 200);
}

QTEST_APPLESS_MAIN(tst_EventPreview)
#include "tst_eventpreview.moc"
