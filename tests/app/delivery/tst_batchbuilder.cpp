// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/delivery/BatchBuilder.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace segue;
using namespace Qt::StringLiterals;

namespace {

//! A JSON object of exactly so many bytes.
QByteArray ofSize(qsizetype bytes)
{
    const QByteArray frame = R"({"x":""})";
    return R"({"x":")" + QByteArray(bytes - frame.size(), 'y') + R"("})";
}

} // namespace

class TestBatchBuilder : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aRequestStaysBelowItsBytes();
    void theCountedBytesAreTheSentOnes();
    void bytesAreCountedNotCharacters();
    void atMostSoManyEvents();
    void anEventThatNoRequestTakesIsSaid();
    void oneEventGoesToTrack();
    void oneEventAtTheLimitGoesAsABatchOfOne();
    void orderAndBytesAreKept();
};

void TestBatchBuilder::aRequestStaysBelowItsBytes()
{
    BatchBuilder batch;
    while (batch.add(ofSize(32 * 1024)) == BatchBuilder::Fit::Added) {
    }
    QCOMPARE(batch.count(), 14);
    QVERIFY(batch.body(0).size() <= 480 * 1024);
    QCOMPARE(batch.add(ofSize(32 * 1024)), BatchBuilder::Fit::Full);
    // What is left can be used up to the last byte.
    const qsizetype left = 480 * 1024 - batch.bytes() - 1;
    QCOMPARE(batch.add(ofSize(left + 1)), BatchBuilder::Fit::Full);
    QCOMPARE(batch.add(ofSize(left)), BatchBuilder::Fit::Added);
    QVERIFY(batch.body(0).size() <= 480 * 1024);
}

void TestBatchBuilder::theCountedBytesAreTheSentOnes()
{
    BatchBuilder batch;
    for (int i = 0; i < 3; ++i) {
        QCOMPARE(batch.add(ofSize(100 + i)), BatchBuilder::Fit::Added);
    }
    QCOMPARE(batch.body(1'700'000'000'000).size(), batch.bytes());
}

void TestBatchBuilder::bytesAreCountedNotCharacters()
{
    BatchBuilder batch({1000, 600, 100});
    QCOMPARE(batch.add(u"{\"x\":\"%1\"}"_s.arg(QString(300, u'é')).toUtf8()), BatchBuilder::Fit::TooLarge);
    QCOMPARE(batch.add(u"{\"x\":\"%1\"}"_s.arg(QString(280, u'é')).toUtf8()), BatchBuilder::Fit::Added);
    QCOMPARE(batch.add(u"{\"x\":\"%1\"}"_s.arg(QString(280, u'é')).toUtf8()), BatchBuilder::Fit::Full);
}

void TestBatchBuilder::atMostSoManyEvents()
{
    BatchBuilder batch;
    for (int i = 0; i < 2500; ++i) {
        QCOMPARE(batch.add("{}"), BatchBuilder::Fit::Added);
    }
    QCOMPARE(batch.add("{}"), BatchBuilder::Fit::Full);
}

void TestBatchBuilder::anEventThatNoRequestTakesIsSaid()
{
    BatchBuilder batch;
    QCOMPARE(batch.add(ofSize(32 * 1024 + 1)), BatchBuilder::Fit::TooLarge);
    QVERIFY(batch.isEmpty());
    QCOMPARE(batch.add(ofSize(32 * 1024)), BatchBuilder::Fit::Added);
}

void TestBatchBuilder::oneEventGoesToTrack()
{
    BatchBuilder batch;
    QCOMPARE(batch.add(R"({"event":"Push Sent"})"), BatchBuilder::Fit::Added);
    QVERIFY(!batch.isBatch());
    const QJsonObject body = QJsonDocument::fromJson(batch.body(1'700'000'000'000)).object();
    QCOMPARE(body.value("event"_L1).toString(), u"Push Sent"_s);
    QCOMPARE(body.value("sentAt"_L1).toString(), u"2023-11-14T22:13:20.000Z"_s);
}

void TestBatchBuilder::oneEventAtTheLimitGoesAsABatchOfOne()
{
    BatchBuilder batch;
    QCOMPARE(batch.add(ofSize(32 * 1024)), BatchBuilder::Fit::Added);
    QVERIFY(batch.isBatch());
    QCOMPARE(QJsonDocument::fromJson(batch.body(0)).object().value("batch"_L1).toArray().size(), 1);
}

void TestBatchBuilder::orderAndBytesAreKept()
{
    BatchBuilder batch;
    const QByteArray first = R"({"n":1, "id":12345678901234567890})";
    const QByteArray second = R"({"n":2.50})";
    QCOMPARE(batch.add(first), BatchBuilder::Fit::Added);
    QCOMPARE(batch.add(second), BatchBuilder::Fit::Added);
    QVERIFY(batch.isBatch());
    const QByteArray body = batch.body(1'700'000'000'000);
    QVERIFY2(body.contains(QByteArray(first + ',' + second)), body.constData());
    QVERIFY(body.contains("2023-11-14T22:13:20.000Z"));
}

QTEST_GUILESS_MAIN(TestBatchBuilder)
#include "tst_batchbuilder.moc"
