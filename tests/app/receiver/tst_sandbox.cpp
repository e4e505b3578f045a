// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest> // first: moc 6.4 cannot read <compare> before Qt's own headers

#include "app/receiver/HttpServer.h"
#include "app/receiver/Sandbox.h"
#include "tests/support/RawClient.h"

#include <zlib.h>

#include <chrono>
#include <condition_variable>
#include <future>
#include <mutex>
#include <thread>

using namespace segue;
using namespace segue::test;

namespace {

constexpr char kKey[] = "sandboxsandboxsandboxsandbox0000";
const QByteArray kAccepted = R"({"success":true})";
const QByteArray kNoKey = R"({"success":false,"message":"An invalid write key was provided","code":"invalid_request"})";
const QByteArray kMalformed = R"({"success":false,"message":"malformed JSON","code":"invalid_request"})";
const QByteArray kTooLarge = R"({"success":false,"message":"Exceed payload limit","code":"invalid_request"})";

// A sandbox and what it brought.
class Fixture
{
public:
    using Answer = std::function<void(bool)>;
    enum class Mode { Keep, Refuse, Hold };

    explicit Fixture(Mode mode = Mode::Keep, const Sandbox::Options &options = {.writeKey = kKey})
    {
        auto started = Sandbox::start(options, [this, mode](std::vector<SandboxEvent> events, Answer answer) {
            {
                const std::lock_guard lock(m_mutex);
                m_events.insert(m_events.end(), events.begin(), events.end());
                m_held.push_back(answer);
            }
            m_arrived.notify_all();
            if (mode != Mode::Hold) {
                answer(mode == Mode::Keep);
            }
        });
        if (started) {
            sandbox = std::move(started).value();
        }
    }

    std::uint16_t port() const { return sandbox->port(); }
    std::vector<SandboxEvent> events() const
    {
        const std::lock_guard lock(m_mutex);
        return m_events;
    }
    // Waits until the handler was called this often; the answers it was given.
    std::vector<Answer> held(std::size_t count)
    {
        std::unique_lock lock(m_mutex);
        m_arrived.wait_for(lock, std::chrono::seconds(20), [&] { return m_held.size() >= count; });
        return m_held;
    }

    std::unique_ptr<Sandbox> sandbox;

private:
    mutable std::mutex m_mutex;
    std::condition_variable m_arrived;
    std::vector<SandboxEvent> m_events;
    std::vector<Answer> m_held;
};

QByteArray head(const Fixture &fixture, const QByteArray &line, const QByteArray &more = {})
{
    return line + " HTTP/1.1\r\nHost: 127.0.0.1:" + QByteArray::number(fixture.port()) + "\r\n" + more;
}

QByteArray post(const Fixture &fixture, const QByteArray &body, const QByteArray &more = {},
                const QByteArray &path = "/v1/track")
{
    return head(fixture, "POST " + path, "Content-Type: application/json\r\n" + more) +
           "Content-Length: " + QByteArray::number(body.size()) + "\r\n\r\n" + body;
}

QByteArray call(const QByteArray &messageId = "m-1")
{
    return R"({"event":"Push Sent","messageId":")" + messageId + R"(","writeKey":")" + kKey + "\"}";
}

RawAnswer ask(const Fixture &fixture, const QByteArray &request)
{
    RawClient client(fixture.port());
    client.send(request);
    return client.readAnswer();
}

QByteArray gzip(const QByteArray &text)
{
    z_stream stream{};
    deflateInit2(&stream, Z_BEST_COMPRESSION, Z_DEFLATED, 16 + MAX_WBITS, 8, Z_DEFAULT_STRATEGY);
    QByteArray packed(static_cast<qsizetype>(deflateBound(&stream, static_cast<uLong>(text.size()))), '\0');
    QByteArray source = text;
    stream.next_in = reinterpret_cast<Bytef *>(source.data());
    stream.avail_in = static_cast<uInt>(source.size());
    stream.next_out = reinterpret_cast<Bytef *>(packed.data());
    stream.avail_out = static_cast<uInt>(packed.size());
    deflate(&stream, Z_FINISH);
    packed.truncate(static_cast<qsizetype>(stream.total_out));
    deflateEnd(&stream);
    return packed;
}

} // namespace

class TestSandbox : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyRouteOfSegmentTakesItsCall_data();
    void everyRouteOfSegmentTakesItsCall();
    void aBatchBringsEachItemWithoutTheKey();
    void theKeyMayComeAsBasicAuthentication();
    void whoseKeyItWasIsTold();
    void aBadRequestIsRefusedInSegmentsWords_data();
    void aBadRequestIsRefusedInSegmentsWords();
    void moreThan2500ItemsAnswer200AndBringNothing();
    void settingsAreThereForTheKnownKeyOnly();
    void otherAddressesAndMethods_data();
    void otherAddressesAndMethods();
    void theAnswerWaitsUntilTheEventsAreKept();
    void whatCouldNotBeKeptIsAnswered503();
    void withoutAWordOfTheHandlerTheLimitAnswers503();
    void onlyTheFirstWordOfTheHandlerCounts();
    void anAnswerMayComeFromAnotherThread();
    void anAnswerAfterTheClientOrTheSandboxHasGoneIsHarmless();
    void fivePipelinedRequestsGetFiveAnswers();
    void aThousandRefusalsInOnePieceAreAnswered();
    void aRequestMayComeByteByByte();
    void aChunkedBodyIsTaken();
    void ambiguousLengthsAreRefused_data();
    void ambiguousLengthsAreRefused();
    void aHugeHeaderIsRefused();
    void aHugeBodyIsRefusedBeforeItIsRead_data();
    void aHugeBodyIsRefusedBeforeItIsRead();
    void continueIsSentWhereItIsExpected();
    void aSlowRequestIsEnded_data();
    void aSlowRequestIsEnded();
    void anIdleConnectionIsClosed();
    void connectionsAreCounted();
    void thoseWhoSayNothingGiveWay();
    void gzipIsUnpacked();
    void aGzipBombIsRefused();
    void otherPackingsAreRefused_data();
    void otherPackingsAreRefused();
    void onlyItsOwnNamesAreServed_data();
    void onlyItsOwnNamesAreServed();
    void webPagesAreRefused_data();
    void webPagesAreRefused();
    void aClientThatGoesInTheMiddleHarmsNobody();
    void itStopsAtAnyMoment();
};

void TestSandbox::everyRouteOfSegmentTakesItsCall_data()
{
    QTest::addColumn<bool>("batch");
    for (const char *path : {"/v1/track", "/v1/identify", "/v1/page", "/v1/screen", "/v1/group", "/v1/alias", "/v1/t",
                             "/v1/i", "/v1/p", "/v1/s", "/v1/g", "/v1/a", "/v1/track?x=1"}) {
        QTest::newRow(path) << false;
    }
    for (const char *path : {"/v1/batch", "/v1/b", "/v1/import"}) {
        QTest::newRow(path) << true;
    }
}

void TestSandbox::everyRouteOfSegmentTakesItsCall()
{
    QFETCH(const bool, batch);
    Fixture fixture;
    const QByteArray body =
        batch ? R"({"batch":[{"messageId":"m-1"}],"writeKey":")" + QByteArray(kKey) + "\"}" : call();
    const RawAnswer answer = ask(fixture, post(fixture, body, {}, QTest::currentDataTag()));
    QCOMPARE(answer.status, 200);
    QCOMPARE(answer.body, kAccepted);
    QCOMPARE(answer.headers.value("content-type"), QByteArray("application/json"));
    QCOMPARE(fixture.events().size(), std::size_t{1});
    QCOMPARE(fixture.events()[0].messageId, std::string("m-1"));
}

void TestSandbox::aBatchBringsEachItemWithoutTheKey()
{
    Fixture fixture;
    const QByteArray body = R"({"writeKey":")" + QByteArray(kKey) +
                            R"(","batch":[{"messageId":"a", "n":12345678901234567890123}, {"messageId":"b"}]})";
    QCOMPARE(ask(fixture, post(fixture, body, {}, "/v1/batch")).body, kAccepted);
    const std::vector<SandboxEvent> events = fixture.events();
    QCOMPARE(events.size(), std::size_t{2});
    QCOMPARE(events[0].payload, std::string(R"({"messageId":"a", "n":12345678901234567890123})"));
    QCOMPARE(events[1].payload, std::string(R"({"messageId":"b"})"));
    QCOMPARE(ask(fixture, post(fixture, call("c"))).body, kAccepted);
    QCOMPARE(fixture.events().at(2).payload, std::string(R"({"event":"Push Sent","messageId":"c"})"));
}

void TestSandbox::theKeyMayComeAsBasicAuthentication()
{
    Fixture fixture;
    const auto basic = [](const QByteArray &pair) -> QByteArray {
        return "Authorization: basic " + pair.toBase64() + "\r\n";
    };
    QCOMPARE(ask(fixture, post(fixture, "{}", basic(kKey + QByteArray(":")))).status, 200);
    QVERIFY(fixture.events().at(0).ownKey);
    QCOMPARE(ask(fixture, post(fixture, "{}", basic(kKey))).body, kNoKey); // the colon is needed
    QCOMPARE(ask(fixture, post(fixture, "{}", basic(":"))).body, kNoKey);
    QCOMPARE(ask(fixture, post(fixture, "{}", "Authorization: Basic ?!\r\n")).body, kNoKey);
    QCOMPARE(ask(fixture, post(fixture, "{}", "Authorization: Basic \r\n")).body, kNoKey);
    QCOMPARE(ask(fixture, post(fixture, "{}", "Authorization: Bearer abcdefghijklmnop\r\n")).body, kNoKey);
}

void TestSandbox::whoseKeyItWasIsTold()
{
    Fixture fixture;
    QCOMPARE(ask(fixture, post(fixture, R"({"writeKey":"somebody-elses-key"})")).body, kAccepted);
    QCOMPARE(ask(fixture, post(fixture, call())).body, kAccepted);
    QVERIFY(!fixture.events().at(0).ownKey);
    QVERIFY(fixture.events().at(1).ownKey);
}

void TestSandbox::aBadRequestIsRefusedInSegmentsWords_data()
{
    QTest::addColumn<QByteArray>("path");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QByteArray>("refusal");
    const QByteArray large = R"({"writeKey":")" + QByteArray(kKey) + R"(","a":")" + QByteArray(33'000, 'x') + "\"}";
    const QByteArray manyLarge = R"({"batch":[{"a":")" + QByteArray(30'000, 'x') + "\"}" +
                                 QByteArray(R"(,{"a":")" + QByteArray(30'000, 'x') + "\"}").repeated(17) +
                                 R"(],"writeKey":")" + kKey + "\"}";
    const QByteArray track = "/v1/track";
    const QByteArray batch = "/v1/batch";
    QTest::newRow("no JSON") << track << QByteArray("event=1") << kMalformed;
    QTest::newRow("empty") << track << QByteArray() << kMalformed;
    QTest::newRow("an array") << batch << QByteArray("[]") << kMalformed;
    QTest::newRow("large event") << track << large << kTooLarge;
    QTest::newRow("over 500 KB") << batch << manyLarge << kTooLarge;
    QTest::newRow("no key") << track << QByteArray(R"({"event":"x"})") << kNoKey;
    QTest::newRow("empty key") << track << QByteArray(R"({"writeKey":""})") << kNoKey;
    QTest::newRow("short key") << track << QByteArray(R"({"writeKey":"abc123"})") << kNoKey;
    QTest::newRow("no key of a batch") << batch << QByteArray(R"({"batch":[{"writeKey":"inside-inside"}]})") << kNoKey;
}

void TestSandbox::aBadRequestIsRefusedInSegmentsWords()
{
    QFETCH(const QByteArray, path);
    QFETCH(const QByteArray, body);
    QFETCH(const QByteArray, refusal);
    Fixture fixture;
    RawClient client(fixture.port());
    QVERIFY(client.send(post(fixture, body, {}, path)));
    const RawAnswer answer = client.readAnswer();
    QCOMPARE(answer.status, 400);
    QCOMPARE(answer.body, refusal);
    QVERIFY(fixture.events().empty());
    // The connection stays.
    QVERIFY(client.send(post(fixture, call())));
    QCOMPARE(client.readAnswer().status, 200);
}

void TestSandbox::moreThan2500ItemsAnswer200AndBringNothing()
{
    Fixture fixture;
    const QByteArray body = R"({"batch":[{})" + QByteArray(",{}").repeated(2500) + R"(],"writeKey":")" + kKey + "\"}";
    QCOMPARE(ask(fixture, post(fixture, body, {}, "/v1/batch")).body, kAccepted);
    QVERIFY(fixture.events().empty());
}

void TestSandbox::settingsAreThereForTheKnownKeyOnly()
{
    Fixture fixture;
    const RawAnswer known = ask(fixture, head(fixture, "GET /v1/projects/" + QByteArray(kKey) + "/settings", "\r\n"));
    QCOMPARE(known.status, 200);
    QCOMPARE(known.body, R"({"integrations":{"Segment.io":{"apiKey":")" + QByteArray(kKey) + R"("}}})");
    QCOMPARE(ask(fixture, head(fixture, "GET /v1/projects/unknownunknown/settings", "\r\n")).status, 404);
    QCOMPARE(ask(fixture, head(fixture, "GET /v1/projects//settings", "\r\n")).status, 404);
    QCOMPARE(ask(fixture, post(fixture, "{}", {}, "/v1/projects/unknownunknown/settings")).status, 405);
}

void TestSandbox::otherAddressesAndMethods_data()
{
    QTest::addColumn<int>("status");
    QTest::newRow("GET /v1/track") << 400;
    QTest::newRow("GET /v1/b") << 400;
    QTest::newRow("PUT /v1/track") << 405;
    QTest::newRow("HEAD /v1/track") << 405;
    QTest::newRow("OPTIONS /v1/batch") << 405;
    QTest::newRow("GET /") << 404;
    QTest::newRow("POST /v1/unknown") << 404;
    QTest::newRow("POST /v1/track/") << 404;
    QTest::newRow("POST /v2/track") << 404;
    QTest::newRow("GET http://127.0.0.1/v1/track") << 400;
    QTest::newRow("OPTIONS *") << 400;
}

void TestSandbox::otherAddressesAndMethods()
{
    QFETCH(const int, status);
    Fixture fixture;
    const QByteArray line = QTest::currentDataTag();
    RawClient client(fixture.port());
    QVERIFY(client.send(head(fixture, line, "\r\n")));
    if (line.startsWith("HEAD")) { // has no body, whatever it says of one
        QVERIFY(client.readHead().startsWith("HTTP/1.1 405 "));
        QVERIFY(client.waitForClose());
        return;
    }
    const RawAnswer answer = client.readAnswer();
    QCOMPARE(answer.status, status);
    QCOMPARE(answer.body == kMalformed, line == "GET /v1/track" || line == "GET /v1/b");
    QCOMPARE(answer.headers.contains("allow"), status == 405);
}

void TestSandbox::theAnswerWaitsUntilTheEventsAreKept()
{
    Fixture fixture(Fixture::Mode::Hold);
    RawClient client(fixture.port());
    QVERIFY(client.send(post(fixture, call())));
    const auto held = fixture.held(1);
    QCOMPARE(held.size(), std::size_t{1});
    // Others are served meanwhile, which also shows that the first was not answered at once.
    RawClient other(fixture.port());
    QVERIFY(other.send(post(fixture, "not JSON")));
    QCOMPARE(other.readAnswer().body, kMalformed);
    held[0](true);
    QCOMPARE(client.readAnswer().body, kAccepted);
}

void TestSandbox::whatCouldNotBeKeptIsAnswered503()
{
    Fixture fixture(Fixture::Mode::Refuse);
    RawClient client(fixture.port());
    for (int i = 0; i < 2; ++i) {
        QVERIFY(client.send(post(fixture, call())));
        const RawAnswer answer = client.readAnswer();
        QCOMPARE(answer.status, 503);
        QCOMPARE(answer.headers.value("retry-after"), QByteArray("1"));
    }
}

void TestSandbox::withoutAWordOfTheHandlerTheLimitAnswers503()
{
    Fixture fixture(Fixture::Mode::Hold, {.writeKey = kKey, .requestSeconds = 1});
    RawClient client(fixture.port());
    QVERIFY(client.send(post(fixture, call())));
    QCOMPARE(client.readAnswer().status, 503);
    const auto held = fixture.held(1);
    QCOMPARE(held.size(), std::size_t{1});
    // The late word belongs to no request any more, and not to the next one either.
    QVERIFY(client.send(post(fixture, call())));
    QCOMPARE(fixture.held(2).size(), std::size_t{2});
    held[0](true);
    fixture.held(2)[1](false);
    QCOMPARE(client.readAnswer().status, 503);
}

void TestSandbox::onlyTheFirstWordOfTheHandlerCounts()
{
    Fixture fixture(Fixture::Mode::Hold);
    RawClient client(fixture.port());
    for (std::size_t i = 1; i <= 3; ++i) {
        QVERIFY(client.send(post(fixture, call())));
        const auto answer = fixture.held(i).back();
        answer(true);
        answer(false);
        answer(true);
        QCOMPARE(client.readAnswer().status, 200);
    }
}

void TestSandbox::anAnswerMayComeFromAnotherThread()
{
    Fixture fixture(Fixture::Mode::Hold);
    std::vector<std::thread> clients;
    std::atomic<int> accepted{0};
    constexpr int count = 20;
    for (int i = 0; i < count; ++i) {
        clients.emplace_back([&] { accepted += ask(fixture, post(fixture, call())).status == 200 ? 1 : 0; });
    }
    const auto held = fixture.held(count);
    std::thread first([&held] {
        for (std::size_t i = 0; i < held.size(); i += 2) {
            held[i](true);
        }
    });
    for (std::size_t i = 1; i < held.size(); i += 2) {
        held[i](true);
    }
    first.join();
    for (std::thread &client : clients) {
        client.join();
    }
    QCOMPARE(accepted.load(), count);
}

void TestSandbox::anAnswerAfterTheClientOrTheSandboxHasGoneIsHarmless()
{
    Fixture fixture(Fixture::Mode::Hold);
    {
        RawClient client(fixture.port());
        QVERIFY(client.send(post(fixture, call())));
        fixture.held(1)[0](true);
        client.reset();
        RawClient second(fixture.port());
        QVERIFY(second.send(post(fixture, call())));
        QCOMPARE(fixture.held(2).size(), std::size_t{2});
        second.reset();
    }
    RawClient waiting(fixture.port());
    QVERIFY(waiting.send(post(fixture, call())));
    const auto held = fixture.held(3);
    QCOMPARE(held.size(), std::size_t{3});
    held[1](true);
    fixture.sandbox.reset();
    held[2](true);
    QVERIFY(waiting.waitForClose());
}

void TestSandbox::fivePipelinedRequestsGetFiveAnswers()
{
    Fixture fixture;
    RawClient client(fixture.port());
    QByteArray all;
    for (int i = 0; i < 5; ++i) {
        all += i == 2 ? head(fixture, "GET /nothing", "\r\n") : post(fixture, call(QByteArray::number(i)));
    }
    QVERIFY(client.send(all));
    for (int i = 0; i < 5; ++i) {
        const RawAnswer answer = client.readAnswer();
        QCOMPARE(answer.status, i == 2 ? 404 : 200);
        const QDateTime date = QDateTime::fromString(QString::fromLatin1(answer.headers["date"]), Qt::RFC2822Date);
        QVERIFY(std::abs(date.secsTo(QDateTime::currentDateTimeUtc())) < 60);
    }
    QCOMPARE(httpDate(std::chrono::sys_seconds(std::chrono::seconds(784'111'777))), // RFC 9110's own example
             std::string("Sun, 06 Nov 1994 08:49:37 GMT"));
    QCOMPARE(fixture.events().size(), std::size_t{4});
    QCOMPARE(fixture.events()[3].messageId, std::string("4"));
}

void TestSandbox::aThousandRefusalsInOnePieceAreAnswered()
{
    Fixture fixture;
    RawClient client(fixture.port());
    QVERIFY(client.send(head(fixture, "GET /nothing", "\r\n").repeated(1'000)));
    for (int i = 0; i < 1'000; ++i) {
        QCOMPARE(client.readAnswer().status, 404);
    }
}

void TestSandbox::aRequestMayComeByteByByte()
{
    Fixture fixture;
    RawClient client(fixture.port());
    for (int round = 0; round < 2; ++round) {
        const QByteArray request = post(fixture, call());
        for (const char byte : request) {
            QVERIFY(client.send(QByteArray(1, byte)));
        }
        QCOMPARE(client.readAnswer().status, 200);
    }
}

void TestSandbox::aChunkedBodyIsTaken()
{
    Fixture fixture;
    const QByteArray body = call();
    const QByteArray request = head(fixture, "POST /v1/track", "Transfer-Encoding: chunked\r\n\r\n") + "5\r\n" +
                               body.left(5) + "\r\n" + QByteArray::number(body.size() - 5, 16) + ";ext=1\r\n" +
                               body.mid(5) + "\r\n0\r\nTrailer: x\r\n\r\n";
    RawClient client(fixture.port());
    QVERIFY(client.send(request + request));
    QCOMPARE(client.readAnswer().body, kAccepted);
    QCOMPARE(client.readAnswer().body, kAccepted);
    QCOMPARE(fixture.events().at(1).messageId, std::string("m-1"));
}

void TestSandbox::ambiguousLengthsAreRefused_data()
{
    QTest::addColumn<QByteArray>("lengths");
    QTest::newRow("two different") << QByteArray("Content-Length: 2\r\nContent-Length: 60\r\n");
    QTest::newRow("two alike") << QByteArray("Content-Length: 2\r\nContent-Length: 2\r\n");
    QTest::newRow("a list") << QByteArray("Content-Length: 2, 60\r\n");
    QTest::newRow("length and chunks") << QByteArray("Content-Length: 2\r\nTransfer-Encoding: chunked\r\n");
    QTest::newRow("chunks and length") << QByteArray("Transfer-Encoding: chunked\r\nContent-Length: 2\r\n");
    QTest::newRow("negative") << QByteArray("Content-Length: -2\r\n");
    QTest::newRow("signed") << QByteArray("Content-Length: +2\r\n");
    QTest::newRow("no number") << QByteArray("Content-Length: two\r\n");
    QTest::newRow("beyond 64 bits") << QByteArray("Content-Length: 18446744073709551618\r\n");
    QTest::newRow("chunks not last") << QByteArray("Transfer-Encoding: chunked, gzip\r\n");
    QTest::newRow("gzip, then chunks") << QByteArray("Transfer-Encoding: gzip, chunked\r\n");
    QTest::newRow("unknown encoding") << QByteArray("Transfer-Encoding: xchunked\r\n");
    QTest::newRow("two encodings") << QByteArray("Transfer-Encoding: chunked\r\nTransfer-Encoding: chunked\r\n");
    QTest::newRow("blank before the colon") << QByteArray("Content-Length : 2\r\n");
}

void TestSandbox::ambiguousLengthsAreRefused()
{
    QFETCH(const QByteArray, lengths);
    Fixture fixture;
    RawClient client(fixture.port());
    QVERIFY(client.send(head(fixture, "POST /v1/track", lengths) + "\r\n{}" + post(fixture, call("smuggled"))));
    QCOMPARE(client.readAnswer().status, 400);
    QVERIFY(client.waitForClose());
    QVERIFY(fixture.events().empty());
}

void TestSandbox::aHugeHeaderIsRefused()
{
    Fixture fixture;
    RawClient client(fixture.port());
    client.send(head(fixture, "POST /v1/track", "X-Large: " + QByteArray(256 * 1024, 'x') + "\r\n\r\n"));
    QCOMPARE(client.readAnswer().status, 431);
    QVERIFY(client.waitForClose());
    // A kilobyte below the limit is taken.
    QCOMPARE(ask(fixture, post(fixture, call(), "X-Large: " + QByteArray(15 * 1024, 'x') + "\r\n")).status, 200);
}

void TestSandbox::aHugeBodyIsRefusedBeforeItIsRead_data()
{
    QTest::addColumn<bool>("chunked");
    QTest::newRow("with a length") << false;
    QTest::newRow("in chunks") << true;
}

void TestSandbox::aHugeBodyIsRefusedBeforeItIsRead()
{
    QFETCH(const bool, chunked);
    Fixture fixture;
    RawClient client(fixture.port());
    constexpr int megabyte = 1024 * 1024;
    if (!chunked) {
        QVERIFY(client.send(head(fixture, "POST /v1/batch", "Content-Length: " + QByteArray::number(64 * megabyte)) +
                            "\r\n\r\n"));
        QCOMPARE(client.readAnswer().status, 413);
        QVERIFY(client.waitForClose());
    }
    // A client that does not look up from sending gets to read the answer as well.
    RawClient busy(fixture.port());
    QVERIFY(busy.send(head(fixture, "POST /v1/batch",
                           chunked ? QByteArray("Transfer-Encoding: chunked")
                                   : "Content-Length: " + QByteArray::number(64 * megabyte)) +
                      "\r\n\r\n"));
    const QByteArray piece = (chunked ? QByteArray("100000\r\n") : QByteArray()) + QByteArray(megabyte, ' ') + "\r\n";
    for (int i = 0; i < 64 && busy.send(piece); ++i) {
    }
    QCOMPARE(busy.readAnswer().status, 413);
    QVERIFY(fixture.events().empty());
}

void TestSandbox::continueIsSentWhereItIsExpected()
{
    Fixture fixture;
    RawClient client(fixture.port());
    const QByteArray whole = post(fixture, call(), "Expect: 100-continue\r\n");
    const qsizetype headSize = whole.indexOf("\r\n\r\n") + 4;
    QVERIFY(client.send(whole.left(headSize)));
    QCOMPARE(client.readHead(), QByteArray("HTTP/1.1 100 Continue"));
    QVERIFY(client.send(whole.mid(headSize)));
    QCOMPARE(client.readAnswer().status, 200);

    RawClient refused(fixture.port());
    QVERIFY(refused.send(head(fixture, "POST /v1/nothing", "Expect: 100-continue\r\nContent-Length: 9\r\n\r\n")));
    QCOMPARE(refused.readAnswer().status, 404);
    QCOMPARE(ask(fixture, post(fixture, call(), "Expect: wonders\r\n")).status, 417);
}

void TestSandbox::aSlowRequestIsEnded_data()
{
    QTest::addColumn<bool>("headFirst");
    QTest::newRow("header drip") << false;
    QTest::newRow("body drip") << true;
}

void TestSandbox::aSlowRequestIsEnded()
{
    QFETCH(const bool, headFirst);
    Fixture fixture(Fixture::Mode::Keep, {.writeKey = kKey, .requestSeconds = 1});
    RawClient client(fixture.port());
    const QByteArray whole =
        headFirst ? head(fixture, "POST /v1/track", "Content-Length: 4000\r\n\r\n") + QByteArray(4000, ' ')
                  : head(fixture, "POST /v1/track", "X-Slow: " + QByteArray(4000, 'x') + "\r\n\r\n");
    const qsizetype start = headFirst ? whole.indexOf("\r\n\r\n") + 4 : 10;
    QElapsedTimer timer;
    timer.start();
    QVERIFY(client.send(whole.left(start)));
    std::promise<void> answered;
    std::thread drip([&, over = answered.get_future()] {
        // The pace of a slow client, until the answer is there.
        const auto goesOn = [&] { return over.wait_for(std::chrono::milliseconds(10)) == std::future_status::timeout; };
        for (qsizetype i = start; i < whole.size() && goesOn(); ++i) {
            client.send(whole.mid(i, 1));
        }
    });
    const RawAnswer answer = client.readAnswer();
    const qint64 elapsed = timer.elapsed();
    answered.set_value();
    drip.join();
    QCOMPARE(answer.status, 408);
    QVERIFY2(elapsed >= 900, QByteArray::number(elapsed).constData());
    QVERIFY(client.waitForClose());
    QVERIFY(fixture.events().empty());
}

void TestSandbox::anIdleConnectionIsClosed()
{
    Fixture fixture(Fixture::Mode::Keep, {.writeKey = kKey, .requestSeconds = 10, .idleSeconds = 1});
    RawClient silent(fixture.port());
    RawClient served(fixture.port());
    QVERIFY(served.send(post(fixture, call())));
    QCOMPARE(served.readAnswer().status, 200);
    QVERIFY(served.waitForClose());
    QVERIFY(silent.waitForClose());
}

void TestSandbox::connectionsAreCounted()
{
    Fixture fixture(Fixture::Mode::Keep, {.writeKey = kKey, .maxConnections = 2});
    auto first = std::make_unique<RawClient>(fixture.port());
    RawClient second(fixture.port());
    for (RawClient *client : {first.get(), &second}) {
        QVERIFY(client->send(post(fixture, call())));
        QCOMPARE(client->readAnswer().status, 200);
    }
    RawClient third(fixture.port());
    QCOMPARE(third.readAnswer().status, 503);
    QVERIFY(third.waitForClose());
    first.reset();
    int status = 0;
    QVERIFY(QTest::qWaitFor(
        [&] {
            status = ask(fixture, post(fixture, call())).status;
            return status == 200;
        },
        20'000));
}

void TestSandbox::thoseWhoSayNothingGiveWay()
{
    Fixture fixture(Fixture::Mode::Keep, {.writeKey = kKey, .maxConnections = 3});
    RawClient known(fixture.port());
    QVERIFY(known.send(post(fixture, call())));
    QCOMPARE(known.readAnswer().status, 200);
    RawClient silent(fixture.port());
    RawClient slow(fixture.port());
    QVERIFY(slow.send("POST /v1/track HTTP/1.1\r\nHost: "));
    RawClient third(fixture.port());
    QVERIFY(third.send(post(fixture, call())));
    QCOMPARE(third.readAnswer().status, 200);
    QVERIFY2(silent.waitForClose(), "the oldest goes first");
    RawClient fourth(fixture.port());
    QVERIFY(fourth.send(post(fixture, call())));
    QCOMPARE(fourth.readAnswer().status, 200);
    QVERIFY(slow.waitForClose());
    QVERIFY(known.send(post(fixture, call())));
    QCOMPARE(known.readAnswer().status, 200);
    RawClient fifth(fixture.port());
    QCOMPARE(fifth.readAnswer().status, 503);
}

void TestSandbox::gzipIsUnpacked()
{
    Fixture fixture;
    QCOMPARE(ask(fixture, post(fixture, gzip(call("packed")), "Content-Encoding: gzip\r\n")).body, kAccepted);
    QCOMPARE(fixture.events().at(0).messageId, std::string("packed"));
    QCOMPARE(ask(fixture, post(fixture, gzip(QByteArray(600 * 1024, ' ')), "Content-Encoding: gzip\r\n")).body,
             kTooLarge);
    QCOMPARE(ask(fixture, post(fixture, gzip(call()).chopped(6), "Content-Encoding: gzip\r\n")).status, 400);
    QCOMPARE(ask(fixture, post(fixture, call(), "Content-Encoding: gzip\r\n")).status, 400);
    QCOMPARE(ask(fixture, post(fixture, call(), "Content-Encoding: identity\r\n")).status, 200);
    QCOMPARE(fixture.events().size(), std::size_t{2});
}

void TestSandbox::aGzipBombIsRefused()
{
    Fixture fixture;
    const QByteArray bomb = gzip(QByteArray(100 * 1024 * 1024, ' '));
    QVERIFY(bomb.size() < 200 * 1024);
    QCOMPARE(ask(fixture, post(fixture, bomb, "Content-Encoding: gzip\r\n")).status, 413);
    QVERIFY(fixture.events().empty());
}

void TestSandbox::otherPackingsAreRefused_data()
{
    QTest::addColumn<int>("status");
    QTest::newRow("br") << 415;
    QTest::newRow("deflate") << 415;
    QTest::newRow("gzip, gzip") << 415;
}

void TestSandbox::otherPackingsAreRefused()
{
    QFETCH(const int, status);
    Fixture fixture;
    const QByteArray header = "Content-Encoding: " + QByteArray(QTest::currentDataTag()) + "\r\n";
    QCOMPARE(ask(fixture, post(fixture, call(), header)).status, status);
}

void TestSandbox::onlyItsOwnNamesAreServed_data()
{
    QTest::addColumn<QByteArray>("host");
    QTest::addColumn<int>("status");
    QTest::newRow("address") << QByteArray("Host: 127.0.0.1:PORT\r\n") << 200;
    QTest::newRow("name") << QByteArray("Host: LocalHost:PORT\r\n") << 200;
    QTest::newRow("IPv6") << QByteArray("Host: [::1]:PORT\r\n") << 200;
    QTest::newRow("another name") << QByteArray("Host: attacker.example:PORT\r\n") << 421;
    QTest::newRow("another port") << QByteArray("Host: 127.0.0.1:1\r\n") << 421;
    QTest::newRow("no port") << QByteArray("Host: 127.0.0.1\r\n") << 421;
    QTest::newRow("empty") << QByteArray("Host: \r\n") << 421;
    QTest::newRow("none") << QByteArray() << 400;
    QTest::newRow("two") << QByteArray("Host: 127.0.0.1:PORT\r\nHost: attacker.example\r\n") << 400;
}

void TestSandbox::onlyItsOwnNamesAreServed()
{
    QFETCH(QByteArray, host);
    QFETCH(const int, status);
    Fixture fixture;
    host.replace("PORT", QByteArray::number(fixture.port()));
    const QByteArray body = call();
    QCOMPARE(ask(fixture, "POST /v1/track HTTP/1.1\r\n" + host + "Content-Length: " + QByteArray::number(body.size()) +
                              "\r\n\r\n" + body)
                 .status,
             status);
    QCOMPARE(fixture.events().size(), std::size_t(status == 200 ? 1 : 0));
}

void TestSandbox::webPagesAreRefused_data()
{
    QTest::addColumn<QByteArray>("header");
    QTest::addColumn<int>("status");
    QTest::newRow("origin") << QByteArray("Origin: https://attacker.example\r\n") << 403;
    QTest::newRow("null origin") << QByteArray("Origin: null\r\n") << 403;
    QTest::newRow("cross-site") << QByteArray("Sec-Fetch-Site: cross-site\r\n") << 403;
    QTest::newRow("typed in") << QByteArray("Sec-Fetch-Site: none\r\n") << 200;
}

void TestSandbox::webPagesAreRefused()
{
    QFETCH(const QByteArray, header);
    QFETCH(const int, status);
    Fixture fixture;
    const RawAnswer answer = ask(fixture, post(fixture, call(), header));
    QCOMPARE(answer.status, status);
    QVERIFY(!answer.headers.contains("access-control-allow-origin"));
    QCOMPARE(fixture.events().size(), std::size_t(status == 200 ? 1 : 0));
}

void TestSandbox::aClientThatGoesInTheMiddleHarmsNobody()
{
    Fixture fixture;
    const QByteArray whole = post(fixture, call());
    for (qsizetype cut = 1; cut < whole.size(); cut += 7) {
        RawClient client(fixture.port());
        client.send(whole.left(cut));
        if (cut % 2 == 0) {
            client.reset();
        }
    }
    for (int i = 0; i < 20; ++i) { // answers to somebody who has gone
        RawClient client(fixture.port());
        client.send(whole.repeated(20));
        client.reset();
    }
    QCOMPARE(ask(fixture, whole).status, 200);
}

void TestSandbox::itStopsAtAnyMoment()
{
    for (int round = 0; round < 20; ++round) {
        Fixture fixture(round % 2 == 0 ? Fixture::Mode::Hold : Fixture::Mode::Keep);
        RawClient idle(fixture.port());
        RawClient waiting(fixture.port());
        QVERIFY(waiting.send(post(fixture, call())));
        RawClient half(fixture.port());
        QVERIFY(half.send(post(fixture, call()).chopped(5)));
        RawClient refused(fixture.port());
        refused.send(head(fixture, "POST /v1/track", "Content-Length: 99999999\r\n\r\n"));
        if (round % 4 < 2) {
            QCOMPARE(fixture.held(1).size(), std::size_t{1});
        }
        fixture.sandbox.reset();
        QVERIFY(idle.waitForClose());
        QVERIFY(waiting.waitForClose());
        QVERIFY(half.waitForClose());
        QVERIFY(refused.waitForClose());
    }
}

QTEST_GUILESS_MAIN(TestSandbox)
#include "tst_sandbox.moc"
