// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest> // first: moc 6.4 cannot read <compare> before Qt's own headers

#include "app/receiver/HttpServer.h"
#include "tests/support/RawClient.h"

#include <algorithm>
#include <mutex>
#include <thread>

using namespace segue;
using namespace segue::test;

namespace {

constexpr std::size_t kMb = std::size_t{1024} * 1024;

//! A server that answers every request 200 with the size of its body.
std::unique_ptr<HttpServer> start(const HttpServer::Options &options)
{
    auto started = HttpServer::start(
        options, [](std::string_view, std::string_view) { return HttpServer::Screening{}; },
        [](const HttpRequest &request, const HttpServer::Answer &answer) {
            HttpReply reply;
            reply.body = std::to_string(request.body.size());
            answer(std::move(reply));
        });
    return started ? std::move(started).value() : nullptr;
}

QByteArray head(const HttpServer &server, const QByteArray &line, const QByteArray &more = {})
{
    return line + " HTTP/1.1\r\nHost: 127.0.0.1:" + QByteArray::number(server.port()) + "\r\n" + more + "\r\n";
}

QByteArray length(qsizetype bytes)
{
    return "Content-Length: " + QByteArray::number(bytes) + "\r\n";
}

RawAnswer post(const HttpServer &server, qsizetype bytes)
{
    RawClient client(server.port());
    client.send(head(server, "POST /", length(bytes)) + QByteArray(bytes, 'x'));
    return client.readAnswer();
}

//! What others have sent is read meanwhile: each of these takes the server a turn at least.
bool readsAll(const HttpServer &server)
{
    bool all = true;
    for (int i = 0; i < 200; ++i) {
        all = post(server, 3).status == 200 && all;
    }
    return all;
}

//! Clients that begin a request and do not go on.
class SlowSenders
{
public:
    SlowSenders(const HttpServer &server, int count, const QByteArray &begun)
    {
        for (int i = 0; i < count; ++i) {
            m_clients.push_back(std::make_unique<RawClient>(server.port()));
            m_allBegan = m_clients.back()->send(begun) && m_allBegan;
        }
    }
    bool allBegan() const { return m_allBegan; }
    RawClient &operator[](std::size_t index) { return *m_clients[index]; }

private:
    std::vector<std::unique_ptr<RawClient>> m_clients;
    bool m_allBegan = true;
};

} // namespace

class TestHttpServer : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void slowSendersKeepNobodyOut_data();
    void slowSendersKeepNobodyOut();
    void thoseWhoAreServedAndThenSlowKeepNobodyOut();
    void whoSentNothingForTheLongestGivesWay();
    void aLargeBodyIsTakenAmongHalves();
    void oneEmptyLineBeforeARequestIsPassedOver();
    void theHeadOfAnAnswerSaysWhatFollows();
    void answersOfOneMomentAllArrive();
    void whatIsAnsweredArrivesThoughTheServerEnds();
    void whatIsLeftToTheServersThreadIsDoneThere();
    void whatIsLeftToAServerThatEndsIsDoneAllTheSame();
};

void TestHttpServer::slowSendersKeepNobodyOut_data()
{
    QTest::addColumn<QByteArray>("more");
    QTest::addColumn<int>("count");
    for (const int count : {40, 256}) {
        QTest::addRow("%d of unknown length", count) << QByteArray("Transfer-Encoding: chunked\r\n") << count;
        QTest::addRow("%d of 4 MB", count) << length(4'194'304) << count;
    }
}

void TestHttpServer::slowSendersKeepNobodyOut()
{
    QFETCH(const QByteArray, more);
    QFETCH(const int, count);
    const auto server = start({.maxBodyBytes = 4 * kMb});
    QVERIFY(server);
    RawClient known(server->port());
    const QByteArray small = head(*server, "POST /", length(3)) + "abc";
    QVERIFY(known.send(small));
    QCOMPARE(known.readAnswer().status, 200);
    const SlowSenders slow(*server, count, head(*server, "POST /", more));
    QVERIFY(slow.allBegan());
    for (int i = 0; i < 3; ++i) {
        QVERIFY(known.send(small));
        QCOMPARE(known.readAnswer().body, QByteArray("3"));
        QCOMPARE(post(*server, 300'000).body, QByteArray("300000"));
    }
}

void TestHttpServer::thoseWhoAreServedAndThenSlowKeepNobodyOut()
{
    const auto server = start({.maxConnections = 2});
    QVERIFY(server);
    const QByteArray servedThenSlow =
        head(*server, "POST /", length(0)) + head(*server, "POST /", "Transfer-Encoding: chunked\r\n");
    SlowSenders slow(*server, 2, servedThenSlow);
    for (std::size_t i = 0; i < 2; ++i) {
        QCOMPARE(slow[i].readAnswer().status, 200);
    }
    QTRY_COMPARE(post(*server, 3).status, 200);
}

void TestHttpServer::whoSentNothingForTheLongestGivesWay()
{
    const auto server = start({.maxBodyBytes = kMb, .maxBufferedBytes = kMb});
    QVERIFY(server);
    const QByteArray begun = head(*server, "POST /", length(900'000)) + QByteArray(600'000, 'x');
    SlowSenders slow(*server, 1, begun);
    QVERIFY(readsAll(*server));
    SlowSenders next(*server, 1, begun);
    const RawAnswer gaveWay = slow[0].readAnswer();
    QCOMPARE(gaveWay.status, 503);
    QCOMPARE(gaveWay.headers.value("retry-after"), QByteArray("1"));
    QVERIFY(slow[0].waitForClose());
    QVERIFY(next[0].send(QByteArray(300'000, 'x')));
    QCOMPARE(next[0].readAnswer().body, QByteArray("900000"));
}

void TestHttpServer::aLargeBodyIsTakenAmongHalves()
{
    const auto server = start({.maxBodyBytes = kMb, .maxBufferedBytes = kMb});
    QVERIFY(server);
    const QByteArray half = "Transfer-Encoding: chunked\r\n";
    SlowSenders slow(*server, 20, head(*server, "POST /", half) + "61A80\r\n" + QByteArray(399'000, 'x'));
    QVERIFY(slow.allBegan());
    QVERIFY(readsAll(*server));
    QCOMPARE(post(*server, 900'000).body, QByteArray("900000"));
    for (std::size_t i = 0; i < 15; ++i) {
        QCOMPARE(slow[i].readAnswer().status, 503);
    }
}

void TestHttpServer::oneEmptyLineBeforeARequestIsPassedOver()
{
    const auto server = start({});
    QVERIFY(server);
    const QByteArray request = head(*server, "POST /", length(1)) + "x";
    RawClient client(server->port());
    QVERIFY(client.send("\r\n" + request + "\r\n" + request));
    QCOMPARE(client.readAnswer().status, 200);
    QCOMPARE(client.readAnswer().status, 200);
    const QByteArray withLine = "\r\n" + request;
    for (const char c : withLine) {
        QVERIFY(client.send(QByteArray(1, c)));
        QCOMPARE(post(*server, 1).status, 200); // so that it comes alone
    }
    QCOMPARE(client.readAnswer().status, 200);
    QVERIFY(client.send("\r\n\r\n" + request));
    QCOMPARE(client.readAnswer().status, 400);
    RawClient halves(server->port());
    QVERIFY(halves.send("\rx" + request));
    QCOMPARE(halves.readAnswer().status, 400);
}

void TestHttpServer::theHeadOfAnAnswerSaysWhatFollows()
{
    auto started = HttpServer::start(
        {}, [](std::string_view, std::string_view) { return HttpServer::Screening{}; },
        [](const HttpRequest &request, const HttpServer::Answer &answer) {
            answer(request.path == "/none" ? HttpReply::mayAsk() : HttpReply::fault(400, "So it is"));
        });
    QVERIFY(started.ok());
    const HttpServer &server = *started.value();
    RawClient client(server.port());
    QVERIFY(client.send(head(server, "GET /")));
    const RawAnswer fault = client.readAnswer();
    QCOMPARE(fault.status, 400);
    QCOMPARE(fault.body, QByteArray(R"({"success":false,"message":"So it is","code":"invalid_request"})"));
    QCOMPARE(fault.headers.value("content-type"), QByteArray("application/json"));
    QVERIFY(!fault.headers.contains("connection"));
    // RFC 9110, 8.6: an answer without a body by its status has no length.
    QVERIFY(client.send(head(server, "GET /none")));
    const QByteArray none = client.readHead();
    QVERIFY2(none.startsWith("HTTP/1.1 204 No Content\r\n") && !none.contains("Content-Length"), none.constData());
    QVERIFY(client.send(head(server, "HEAD /")));
    const QByteArray headOnly = client.readHead();
    QVERIFY2(headOnly.contains(length(fault.body.size()).trimmed()), headOnly.constData());
    QVERIFY(client.waitForClose());
    RawClient old(server.port());
    const QByteArray host = "Host: 127.0.0.1:" + QByteArray::number(server.port()) + "\r\n";
    QVERIFY(old.send("GET / HTTP/1.0\r\nConnection: keep-alive\r\n" + host + "\r\n"));
    QCOMPARE(old.readAnswer().headers.value("connection"), QByteArray("keep-alive"));
    QVERIFY(old.send("GET / HTTP/1.0\r\n" + host + "\r\n"));
    const RawAnswer last = old.readAnswer();
    QCOMPARE(last.status, 400);
    QVERIFY(old.waitForClose());
}

void TestHttpServer::answersOfOneMomentAllArrive()
{
    constexpr std::size_t kClients = 8;
    std::vector<HttpServer::Answer> held; // of the server's thread
    std::thread other;
    auto started = HttpServer::start(
        {}, [](std::string_view, std::string_view) { return HttpServer::Screening{}; },
        [&](const HttpRequest &request, const HttpServer::Answer &answer) {
            if (request.body != "first") {
                answer({});
                return;
            }
            held.push_back(answer);
            if (held.size() == kClients) {
                other = std::thread([&held, thread = request.thread] {
                    thread->run([&held] { std::ranges::for_each(held, [](const auto &each) { each({}); }); });
                });
            }
        });
    QVERIFY(started.ok());
    const HttpServer &server = *started.value();
    const QByteArray both = head(server, "POST /", length(5)) + "first" + head(server, "POST /", length(6)) + "second";
    std::vector<std::unique_ptr<RawClient>> clients;
    for (std::size_t i = 0; i < kClients; ++i) {
        clients.push_back(std::make_unique<RawClient>(server.port()));
        QVERIFY(clients.back()->send(both));
        if (i == 3) {
            QCOMPARE(post(server, 1).status, 200); // it has been read
            clients.back().reset();                // and its client has gone
        }
    }
    for (const auto &client : clients) {
        QVERIFY(!client || client->readAnswer().status == 200);
        QVERIFY(!client || client->readAnswer().status == 200);
    }
    other.join();
}

void TestHttpServer::whatIsAnsweredArrivesThoughTheServerEnds()
{
    constexpr std::size_t kClients = 16;
    std::mutex mutex;
    std::vector<HttpServer::Answer> held;
    auto started = HttpServer::start(
        {}, [](std::string_view, std::string_view) { return HttpServer::Screening{}; },
        [&](const HttpRequest & /*request*/, const HttpServer::Answer &answer) {
            const std::scoped_lock lock(mutex);
            held.push_back(answer);
        });
    QVERIFY(started.ok());
    std::unique_ptr<HttpServer> server = std::move(started).value();
    std::vector<std::unique_ptr<RawClient>> clients;
    const QByteArray request = head(*server, "POST /", length(1)) + "x";
    for (std::size_t i = 0; i < kClients; ++i) {
        clients.push_back(std::make_unique<RawClient>(server->port()));
        QVERIFY(clients.back()->send(request));
    }
    QTRY_COMPARE((std::scoped_lock(mutex), held.size()), kClients);
    std::ranges::for_each(held, [](const auto &each) { each({}); });
    server.reset();
    for (const auto &client : clients) {
        QCOMPARE(client->readAnswer().status, 200);
    }
}

void TestHttpServer::whatIsLeftToTheServersThreadIsDoneThere()
{
    std::atomic<bool> isThere = false;
    std::thread other;
    auto started = HttpServer::start(
        {}, [](std::string_view, std::string_view) { return HttpServer::Screening{}; },
        [&](const HttpRequest &request, const HttpServer::Answer &answer) {
            other = std::thread([&isThere, thread = request.thread, answer, server = std::this_thread::get_id()] {
                thread->run([&isThere, answer, server] {
                    isThere = std::this_thread::get_id() == server;
                    answer({});
                });
            });
        });
    QVERIFY(started.ok());
    QCOMPARE(post(*started.value(), 1).status, 200);
    other.join();
    QVERIFY(isThere);
}

void TestHttpServer::whatIsLeftToAServerThatEndsIsDoneAllTheSame()
{
    std::shared_ptr<Executor> thread;
    std::atomic<int> done = 0;
    auto started = HttpServer::start(
        {}, [](std::string_view, std::string_view) { return HttpServer::Screening{}; },
        [&](const HttpRequest &request, const HttpServer::Answer &answer) {
            thread = request.thread;
            answer({});
        });
    QVERIFY(started.ok());
    QCOMPARE(post(*started.value(), 1).status, 200);
    for (int i = 0; i < 1'000; ++i) {
        thread->run([&done] { ++done; });
    }
    std::move(started).value().reset();
    QCOMPARE(done.load(), 1'000);
    thread->run([&done] { ++done; });
    QCOMPARE(done.load(), 1'001);
}

QTEST_APPLESS_MAIN(TestHttpServer)
#include "tst_httpserver.moc"
