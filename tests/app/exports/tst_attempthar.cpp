// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/exports/AttemptHar.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace segue;
using namespace Qt::StringLiterals;

namespace {

StoredEntry storedWith(std::vector<Attempt> attempts)
{
    StoredEntry stored;
    stored.entry.id = {42};
    stored.entry.attempts = static_cast<int>(attempts.size());
    stored.entry.fields.event = "Email Sent";
    stored.entry.fields.messageId = "m-1";
    stored.entry.fields.connection = "5e60e5a4-db0c-4000-8000-000000000001";
    stored.payload = R"({"event":"Email Sent","n":18446744073709551615})";
    stored.attempts = std::move(attempts);
    return stored;
}

Attempt accepted(const std::string &path = "/v1/track", const std::string &host = "api.segment.io")
{
    Attempt attempt;
    attempt.started = 1'700'000'000'123;
    attempt.duration = 84;
    attempt.status = 200;
    attempt.outcome = "accepted";
    attempt.requestHead = "POST " + path + " HTTP/1.1\r\nHost: " + host +
                          "\r\nContent-Type: application/json\r\nContent-Length: 99\r\nAuthorization: [redacted]\r\n";
    attempt.responseHead = "HTTP/1.1 200 OK\r\nContent-Type: application/json; charset=utf-8\r\nContent-Length: 16\r\n";
    attempt.responseBody = R"({"success":true})";
    return attempt;
}

QJsonArray entriesOf(const StoredEntry &stored)
{
    const QByteArray whole = AttemptHar::begin() + AttemptHar::entries(stored, u"Acme"_s) + AttemptHar::end();
    const QJsonDocument document = QJsonDocument::fromJson(whole);
    const QJsonObject log = document.object().value(u"log").toObject();
    if (log.value(u"version").toString() != u"1.2" || !log.value(u"creator").toObject().contains(u"version"_s)) {
        return {};
    }
    return log.value(u"entries").toArray();
}

QJsonObject firstOf(Attempt attempt)
{
    return entriesOf(storedWith({std::move(attempt)})).at(0).toObject();
}

} // namespace

class TestAttemptHar : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyAttemptIsAnEntryWithAllThatTheFormatWants();
    void theAddressIsPutTogetherFromTheHead_data();
    void theAddressIsPutTogetherFromTheHead();
    void anEventOfABatchSaysThatMoreWasSent();
    void whatWasCutOffIsSaid();
    void anAnswerThatIsNoTextIsStillValidJson();
    void noAnswerIsToldAsNone();
    void withoutAttemptsTheArchiveIsValid();
};

void TestAttemptHar::everyAttemptIsAnEntryWithAllThatTheFormatWants()
{
    Attempt second = accepted();
    second.started += 5000;
    const QJsonArray entries = entriesOf(storedWith({accepted(), second}));
    QCOMPARE(entries.size(), 2);
    const QJsonObject entry = entries.at(0).toObject();
    QCOMPARE(entry.value(u"startedDateTime").toString(), u"2023-11-14T22:13:20.123Z"_s);
    QCOMPARE(entry.value(u"time").toInt(), 84);
    const QJsonObject request = entry.value(u"request").toObject();
    QCOMPARE(request.value(u"method").toString(), u"POST"_s);
    QCOMPARE(request.value(u"url").toString(), u"https://api.segment.io/v1/track"_s);
    QCOMPARE(request.value(u"httpVersion").toString(), u"HTTP/1.1"_s);
    QCOMPARE(request.value(u"headers").toArray().size(), 4);
    QCOMPARE(request.value(u"headers").toArray().at(3).toObject().value(u"value").toString(), u"[redacted]"_s);
    QCOMPARE(request.value(u"postData").toObject().value(u"mimeType").toString(), u"application/json"_s);
    QCOMPARE(request.value(u"postData").toObject().value(u"text").toString(),
             uR"({"event":"Email Sent","n":18446744073709551615})"_s);
    for (const auto *member : {"cookies", "queryString", "headersSize", "bodySize"}) {
        QVERIFY2(request.contains(QLatin1String(member)), member);
    }
    const QJsonObject response = entry.value(u"response").toObject();
    QCOMPARE(response.value(u"status").toInt(), 200);
    QCOMPARE(response.value(u"statusText").toString(), u"OK"_s);
    QCOMPARE(response.value(u"content").toObject().value(u"text").toString(), uR"({"success":true})"_s);
    QCOMPARE(response.value(u"content").toObject().value(u"size").toInt(), 16);
    QVERIFY(!response.value(u"content").toObject().contains(u"comment"));
    for (const auto *member : {"httpVersion", "cookies", "headers", "redirectURL", "headersSize", "bodySize"}) {
        QVERIFY2(response.contains(QLatin1String(member)), member);
    }
    QVERIFY(entry.value(u"cache").isObject());
    const QJsonObject timings = entry.value(u"timings").toObject();
    QCOMPARE(timings.value(u"wait").toInt(), 84);
    QCOMPARE(timings.value(u"send").toInt(), 0);
    QCOMPARE(timings.value(u"receive").toInt(), 0);
    const QJsonObject segue = entries.at(1).toObject().value(u"_segue").toObject();
    QCOMPARE(segue.value(u"attempt").toInt(), 2);
    QCOMPARE(segue.value(u"messageId").toString(), u"m-1"_s);
    QCOMPARE(segue.value(u"connectionName").toString(), u"Acme"_s);
}

void TestAttemptHar::theAddressIsPutTogetherFromTheHead_data()
{
    QTest::addColumn<QString>("host");
    QTest::addColumn<QString>("url");
    QTest::newRow("Segment") << u"events.eu1.segmentapis.com"_s << u"https://events.eu1.segmentapis.com/v1/track"_s;
    QTest::newRow("this machine") << u"127.0.0.1:8765"_s << u"http://127.0.0.1:8765/v1/track"_s;
    QTest::newRow("by name") << u"localhost:1"_s << u"http://localhost:1/v1/track"_s;
    QTest::newRow("IPv6") << u"[::1]:8765"_s << u"http://[::1]:8765/v1/track"_s;
    QTest::newRow("poses as it") << u"127.0.0.1.example.com"_s << u"https://127.0.0.1.example.com/v1/track"_s;
}

void TestAttemptHar::theAddressIsPutTogetherFromTheHead()
{
    QFETCH(QString, host);
    QFETCH(QString, url);
    QCOMPARE(firstOf(accepted("/v1/track", host.toStdString())).value(u"request").toObject().value(u"url").toString(),
             url);
}

void TestAttemptHar::anEventOfABatchSaysThatMoreWasSent()
{
    const auto commentOf = [](const std::string &path) {
        const QJsonObject request = firstOf(accepted(path)).value(u"request").toObject();
        return request.value(u"postData").toObject().value(u"comment").toString();
    };
    QVERIFY(commentOf("/v1/batch").contains(u"batch"));
    QVERIFY(!commentOf("/v1/track").contains(u"batch"));
}

void TestAttemptHar::whatWasCutOffIsSaid()
{
    Attempt attempt = accepted();
    attempt.responseHead = "HTTP/1.1 502 Bad Gateway\r\nContent-Type: text/html\r\nContent-Length: 9000\r\n";
    // Cut off in the middle of a character.
    attempt.responseBody = std::string(4095, 'x') + "\xc3";
    const QJsonObject response = firstOf(attempt).value(u"response").toObject();
    const QJsonObject content = response.value(u"content").toObject();
    QCOMPARE(response.value(u"statusText").toString(), u"Bad Gateway"_s);
    QCOMPARE(content.value(u"size").toInt(), 9000);
    QVERIFY(content.value(u"comment").toString().contains(u"4 KB"));
    QVERIFY(content.value(u"text").toString().startsWith(u"xxx"));
    QVERIFY(!content.contains(u"encoding"));
    // Without a length in the head, by the size of what was kept.
    attempt.responseHead = "HTTP/1.1 502 Bad Gateway\r\n";
    QVERIFY(firstOf(attempt).value(u"response").toObject().value(u"content").toObject().contains(u"comment"));
}

void TestAttemptHar::anAnswerThatIsNoTextIsStillValidJson()
{
    Attempt attempt = accepted();
    attempt.responseBody = "\xff\xfe\x00\"";
    const QJsonObject content = firstOf(attempt).value(u"response").toObject().value(u"content").toObject();
    QCOMPARE(content.value(u"encoding").toString(), u"base64"_s);
    QCOMPARE(QByteArray::fromBase64(content.value(u"text").toString().toLatin1()).toStdString(), attempt.responseBody);
}

void TestAttemptHar::noAnswerIsToldAsNone()
{
    Attempt attempt;
    attempt.started = 1;
    attempt.outcome = "unreachable";
    attempt.error = "Segment could not be reached.";
    attempt.requestHead = accepted().requestHead;
    const QJsonObject entry = firstOf(attempt);
    QCOMPARE(entry.value(u"response").toObject().value(u"status").toInt(-1), 0);
    QCOMPARE(entry.value(u"comment").toString(), u"Segment could not be reached."_s);
    QCOMPARE(entry.value(u"_segue").toObject().value(u"outcome").toString(), u"unreachable"_s);
}

void TestAttemptHar::withoutAttemptsTheArchiveIsValid()
{
    QVERIFY(AttemptHar::entries(storedWith({}), {}).isEmpty());
    QVERIFY(QJsonDocument::fromJson(AttemptHar::begin() + AttemptHar::end()).isObject());
}

QTEST_GUILESS_MAIN(TestAttemptHar)
#include "tst_attempthar.moc"
