// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest>

#include "app/core/WebClient.h"
#include "tests/support/FaultServer.h"

#include <QRegularExpression>

#include <memory>

using namespace segue;
using namespace segue::test;
using namespace Qt::StringLiterals;

namespace {

constexpr char kToken[] = "sgp_webClientTestToken0000000001";

struct Caller
{
    Caller() { redactor.learn(Secret::fromBytes(kToken)); }

    WebClient::Id send(const WebRequest &request)
    {
        return client->send(request, [this](WebAnswer &&answer) { answers.append(std::move(answer)); });
    }
    WebAnswer ask(const WebRequest &request)
    {
        const qsizetype before = answers.size();
        send(request);
        return QTest::qWaitFor([&] { return answers.size() > before; }, 30'000) ? answers.last() : WebAnswer();
    }

    SystemClock clock;
    Redactor redactor;
    std::unique_ptr<WebClient> client = std::make_unique<WebClient>(clock, redactor);
    QList<WebAnswer> answers;
};

WebRequest get(const QUrl &url)
{
    WebRequest request;
    request.url = url;
    return request;
}

WebRequest withBody(const QByteArray &method, const QUrl &url, const QByteArray &body)
{
    WebRequest request = get(url);
    request.method = method;
    request.body = body;
    request.headers = {{"Content-Type", "application/json"}};
    return request;
}

} // namespace

// What TrackingApi's tests do not already show of the transport: other methods, the bearer, one call's end.
class TestWebClient : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u"."_s)); }
    void aGetHasNoBodyAndTheAnswerIsGivenWhole();
    void everyMethodSendsItsBodyOnce_data();
    void everyMethodSendsItsBodyOnce();
    void theSecretTravelsInTheAuthorizationHeaderAlone();
    void nothingIsSentInPlainTextToAnotherMachine();
    void oneCallIsEndedAndTheOthersGoOn();
    void aStatusIsNoFailure();
    void aBrokenGetTellsNothingOfArrival();
    void retryAfterIsRead();
};

void TestWebClient::aGetHasNoBodyAndTheAnswerIsGivenWhole()
{
    FaultServer server;
    server.enqueue(Answer::success().withHeader("X-Word", "hello"));
    Caller caller;
    WebRequest request = get(server.url(u"/a/b"_s));
    request.url.setQuery(u"c=%5B1%5D"_s);
    request.headers = {{"Accept", "application/json"}};
    const WebAnswer answer = caller.ask(request);
    QCOMPARE(answer.failure, WebFailure::None);
    QCOMPARE(answer.status, 200);
    QCOMPARE(answer.header("x-word"), QByteArray("hello"));
    QCOMPARE(answer.body, QByteArray(R"({"success":true})"));
    QVERIFY(answer.sentence.isEmpty());
    QVERIFY(answer.requestHead.startsWith("GET /a/b?c=%5B1%5D HTTP/1.1\r\n"));
    const Request taken = server.lastRequest();
    QCOMPARE(taken.method, QByteArray("GET"));
    QCOMPARE(taken.target, QByteArray("/a/b?c=%5B1%5D"));
    QCOMPARE(taken.header("Accept"), QByteArray("application/json"));
    QCOMPARE(taken.headerCount("Content-Length"), 0);
    QCOMPARE(taken.headerCount("Authorization"), 0);
}

void TestWebClient::everyMethodSendsItsBodyOnce_data()
{
    QTest::addColumn<QByteArray>("method");
    QTest::addColumn<QByteArray>("body");
    for (const char *method : {"POST", "PUT", "PATCH", "DELETE"}) {
        QTest::newRow(method) << QByteArray(method) << QByteArray(R"({"a":1})");
    }
    QTest::newRow("POST without a body") << QByteArray("POST") << QByteArray();
}

void TestWebClient::everyMethodSendsItsBodyOnce()
{
    QFETCH(QByteArray, method);
    QFETCH(QByteArray, body);
    FaultServer server;
    Caller caller;
    const WebAnswer answer = caller.ask(withBody(method, server.url(u"/x"_s), body));
    QCOMPARE(answer.status, 200);
    QCOMPARE(server.lastRequest().method, method);
    QCOMPARE(server.lastRequest().body, body);
    if (body.isEmpty()) {
        return;
    }
    server.enqueue(Answer::of(Answer::Fault::CloseAfterReading));
    const WebAnswer dropped = caller.ask(withBody(method, server.url(u"/x"_s), body));
    QCOMPARE(dropped.failure, WebFailure::Unreachable);
    QVERIFY(dropped.mayHaveArrived);
    QVERIFY(dropped.sentence.contains(u"not known whether the request arrived"_s));
    QCOMPARE(server.requestCount(), 2);
}

void TestWebClient::theSecretTravelsInTheAuthorizationHeaderAlone()
{
    FaultServer server;
    server.enqueue(Answer::error(400, QByteArray("bad ") + kToken).withHeader("X-Echo", kToken));
    Caller caller;
    WebRequest request = withBody("POST", server.url(u"/x"_s), "{}");
    request.authorization = WebAuthorization::bearer(Secret::fromBytes(kToken));
    const WebAnswer answer = caller.ask(request);
    QCOMPARE(server.lastRequest().header("Authorization"), QByteArray("Bearer ") + kToken);
    QVERIFY(answer.requestHead.contains("Authorization: [redacted]"));
    const QByteArray shown =
        answer.requestHead + answer.responseHead + answer.detail.toUtf8() + answer.sentence.toUtf8();
    QVERIFY(!shown.contains(kToken));
}

void TestWebClient::nothingIsSentInPlainTextToAnotherMachine()
{
    Caller caller;
    const WebAnswer answer = caller.ask(get(QUrl(u"http://api.example.com/"_s)));
    QCOMPARE(answer.failure, WebFailure::NotAllowed);
    QVERIFY(answer.sentence.contains(u"Nothing was sent"_s));
}

void TestWebClient::oneCallIsEndedAndTheOthersGoOn()
{
    FaultServer server;
    server.enqueue(Answer::of(Answer::Fault::Hang));
    Caller caller;
    const WebClient::Id hanging = caller.send(get(server.url(u"/hang"_s)));
    QVERIFY(server.waitForRequests(1) || QTest::qWaitFor([&] { return server.requestCount() == 1; }));
    caller.send(get(server.url(u"/next"_s)));
    caller.client->abort(hanging);
    QVERIFY(caller.answers.isEmpty()); // later
    QTRY_COMPARE(caller.answers.size(), 2);
    QCOMPARE(caller.answers[0].failure, WebFailure::Aborted);
    QCOMPARE(caller.answers[1].failure, WebFailure::None);
    caller.client->abort(hanging); // long gone
}

void TestWebClient::aStatusIsNoFailure()
{
    for (const int status : {204, 302, 401, 404, 429, 500, 503}) {
        FaultServer server;
        server.enqueue(Answer::error(status));
        Caller caller;
        const WebAnswer answer = caller.ask(get(server.url()));
        QCOMPARE(answer.failure, WebFailure::None);
        QCOMPARE(answer.status, status);
    }
}

void TestWebClient::aBrokenGetTellsNothingOfArrival()
{
    FaultServer server;
    server.setStandingAnswer(Answer::of(Answer::Fault::CloseAfterReading));
    Caller caller;
    const WebAnswer answer = caller.ask(get(server.url()));
    QCOMPARE(answer.failure, WebFailure::Unreachable);
    QVERIFY(!answer.mayHaveArrived);
    QVERIFY2(answer.sentence.endsWith(u"closed the connection without an answer."_s), qPrintable(answer.sentence));
}

void TestWebClient::retryAfterIsRead()
{
    QCOMPARE(readRetryAfter("7", 0), 7'000);
    QCOMPARE(readRetryAfter("0", 0), 0);
    QCOMPARE(readRetryAfter("Thu, 01 Jan 1970 00:00:10 GMT", 4'000), 6'000);
    QCOMPARE(readRetryAfter("soon", 0), -1);
    QCOMPARE(readRetryAfter("", 0), -1);
}

QTEST_GUILESS_MAIN(TestWebClient)
#include "tst_webclient.moc"
