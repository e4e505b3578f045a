// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest>

#include "app/segment/TrackingApi.h"
#include "tests/support/FaultServer.h"

#include <QNetworkProxyFactory>
#include <QRegularExpression>
#include <QSslConfiguration>

#include <memory>
#include <optional>

using namespace segue;
using namespace segue::test;
using namespace Qt::StringLiterals;

namespace {

constexpr char kKey[] = "tRaCkInGaPiTestWriteKey000000001";
const QByteArray kBody = R"({"sentAt":"2026-01-02T03:04:05.678Z","event":"Push Sent","userId":"qa"})";

Secret key()
{
    return Secret::fromBytes(kKey);
}

QByteArray basicPair()
{
    return QByteArray(QByteArray(kKey) + ':').toBase64();
}

Endpoint endpointOf(const QUrl &url)
{
    const Result<Endpoint> endpoint = Endpoint::parse(url.toString());
    return endpoint ? endpoint.value() : Endpoint();
}

// For as long as it lives the variable has this value.
class Environment
{
public:
    Environment(const char *name, const QByteArray &value)
        : m_name(name)
        , m_before(qgetenv(name))
        , m_wasSet(qEnvironmentVariableIsSet(name))
    {
        qputenv(name, value);
    }
    ~Environment() { m_wasSet ? qputenv(m_name, m_before) : qunsetenv(m_name); }
    Q_DISABLE_COPY_MOVE(Environment)

private:
    const char *m_name;
    QByteArray m_before;
    bool m_wasSet;
};

// An API and the answers it gave.
struct Caller
{
    explicit Caller(TrackingApi::Limits limits = {})
        : api(std::make_unique<TrackingApi>(clock, redactor, limits))
    {
        redactor.learn(key());
    }

    void post(const Endpoint &endpoint)
    {
        api->postTrack(endpoint, key(), kBody, [this](const DeliveryAnswer &answer) { answers.append(answer); });
    }
    // Posts and waits for the answer.
    DeliveryAnswer ask(const Endpoint &endpoint)
    {
        const qsizetype before = answers.size();
        post(endpoint);
        return QTest::qWaitFor([&] { return answers.size() > before; }, 30'000) ? answers.last() : DeliveryAnswer();
    }

    SystemClock clock;
    Redactor redactor;
    std::unique_ptr<TrackingApi> api;
    QList<DeliveryAnswer> answers;
};

QByteArray allTextOf(const DeliveryAnswer &answer)
{
    return answer.requestHead + answer.responseHead + answer.responseBody + answer.detail.toUtf8() +
           answer.sentence.toUtf8();
}

} // namespace

Q_DECLARE_METATYPE(segue::DeliveryOutcome)
Q_DECLARE_METATYPE(segue::test::Answer)

class TestTrackingApi : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void theRequestIsWhatSegmentAsksFor();
    void theKeyTravelsInTheAuthorizationHeaderAlone();
    void whatIsKeptIsRedactedAndBounded();
    void aKeyAtTheEdgeOfWhatIsKeptIsNotCutInTwo();
    void everyAnswerIsSorted_data();
    void everyAnswerIsSorted();
    void noRedirectIsFollowed();
    void noCookieIsSentBack();
    void aBrokenExchangeIsUnreachable_data();
    void aBrokenExchangeIsUnreachable();
    void aResetBeforeReadingIsUnreachable();
    void aClosedPortMeansNothingWasSent();
    void anUnknownHostMeansNothingWasSent();
    void theTimeOutIsForTheWholeExchange_data();
    void theTimeOutIsForTheWholeExchange();
    void anEndlessAnswerIsEnded_data();
    void anEndlessAnswerIsEnded();
    void anUntrustedCertificateGetsNothing();
    void aTrustedCertificateIsForItsNameAlone();
    void onePostIsOneRequestWhenAKeptConnectionDrops();
    void onePostIsOneRequestWhenTheConnectionDropsAtOnce();
    void connectionsAreKept();
    void loopbackGoesThroughNoProxy();
    void othersFollowTheSystemsProxy();
    void aProxyThatAsksForAPasswordIsNamed();
    void abortingAnswersEachCallLaterAndOnce();
    void anAnswerThatComesAfterTheObjectIsDropped();
    void theObjectMayGoInItsOwnCallback();
    void aLateAnswerIsNotMixedUp();
    void sortingKnowsSegmentsForm_data();
    void sortingKnowsSegmentsForm();
    void retryAfterIsRead_data();
    void retryAfterIsRead();
};

void TestTrackingApi::init()
{
    QTest::failOnWarning(QRegularExpression(u"."_s)); // Qt warns of a request that begins after its end
}

void TestTrackingApi::theRequestIsWhatSegmentAsksFor()
{
    FaultServer server;
    Caller caller;
    const std::int64_t before = caller.clock.now();
    const DeliveryAnswer answer = caller.ask(endpointOf(server.url()));
    QCOMPARE(answer.outcome, DeliveryOutcome::Accepted);
    QCOMPARE(answer.status, 200);
    QCOMPARE(answer.retryAfter, -1);
    QVERIFY(!answer.mayHaveArrived);
    QVERIFY(answer.startedAt >= before && answer.startedAt <= caller.clock.now());
    QVERIFY(answer.duration >= 0);
    QVERIFY(answer.sentence.contains(u"accepted"_s) && !answer.sentence.contains(u"deliver"_s));

    caller.api->postBatch(endpointOf(server.url()), key(), kBody,
                          [&caller](const DeliveryAnswer &batch) { caller.answers.append(batch); });
    QTRY_COMPARE_WITH_TIMEOUT(caller.answers.size(), 2, 30'000);
    const QList<Request> requests = server.requests();
    QCOMPARE(requests.size(), 2);
    QCOMPARE(requests[0].method, QByteArray("POST"));
    QCOMPARE(requests[0].target, QByteArray("/v1/track"));
    QCOMPARE(requests[1].target, QByteArray("/v1/batch"));
    QCOMPARE(requests[0].body, kBody);
    QCOMPARE(requests[0].header("Content-Type"), QByteArray("application/json"));
    QCOMPARE(requests[0].header("Content-Length"), QByteArray::number(kBody.size()));
    QCOMPARE(requests[0].header("User-Agent"), QByteArray("Segue/" SEGUE_VERSION));
    QCOMPARE(requests[0].header("Authorization"), "Basic " + basicPair());
    QCOMPARE(requests[0].headerCount("Authorization"), 1);
    QCOMPARE(requests[0].headerCount("Cookie"), 0);
}

void TestTrackingApi::theKeyTravelsInTheAuthorizationHeaderAlone()
{
    FaultServer server;
    Caller caller;
    caller.ask(endpointOf(server.url()));
    const Request request = server.lastRequest();
    const QByteArray encoded = basicPair();
    QVERIFY(!request.target.contains(kKey));
    QVERIFY(!request.body.contains(kKey) && !request.body.contains(encoded));
    for (const auto &[name, value] : request.headers) {
        QVERIFY(!value.contains(kKey));
        QCOMPARE(value.contains(encoded), name.toLower() == "authorization");
    }
}

void TestTrackingApi::whatIsKeptIsRedactedAndBounded()
{
    FaultServer server;
    Answer telltale = Answer::error(400, QByteArray("the key ") + kKey + " is wrong");
    telltale = telltale.withHeader("Set-Cookie", "session=very-secret-session");
    telltale = telltale.withHeader("X-Echo", basicPair());
    telltale = telltale.withHeader("X-Long", QByteArray(3000, 'h'));
    telltale.body += QByteArray(20'000, 'b');
    server.enqueue(telltale);
    Caller caller;
    const DeliveryAnswer answer = caller.ask(endpointOf(server.url()));
    QCOMPARE(answer.status, 400);
    const QByteArray all = allTextOf(answer);
    QVERIFY(!all.contains(kKey));
    QVERIFY(!all.contains(basicPair()));
    QVERIFY(!all.contains("very-secret-session"));
    QVERIFY(answer.requestHead.startsWith("POST /v1/track HTTP/1.1\r\nHost: 127.0.0.1:"));
    QVERIFY(answer.requestHead.contains("Authorization: [redacted]"));
    QVERIFY(answer.responseHead.startsWith("HTTP/1.1 400 Scripted\r\n"));
    QVERIFY(answer.responseHead.contains("Content-Type: application/json"));
    QCOMPARE(answer.responseBody.size(), 4096);
    QVERIFY(answer.responseBody.startsWith(R"({"success":false)"));
}

void TestTrackingApi::aKeyAtTheEdgeOfWhatIsKeptIsNotCutInTwo()
{
    FaultServer server;
    Answer telltale;
    telltale.body = QByteArray(4096 - 20, 'b') + kKey;
    server.enqueue(telltale);
    Caller caller;
    const DeliveryAnswer answer = caller.ask(endpointOf(server.url()));
    QVERIFY(!answer.responseBody.contains(QByteArray(kKey).left(8)));
}

void TestTrackingApi::everyAnswerIsSorted_data()
{
    QTest::addColumn<Answer>("scripted");
    QTest::addColumn<DeliveryOutcome>("outcome");
    QTest::addColumn<int>("retryAfter");
    QTest::addColumn<QString>("word");
    using O = DeliveryOutcome;
    const auto row = [](const char *name, const Answer &answer, O outcome, const QString &word, int retryAfter = -1) {
        QTest::newRow(name) << answer << outcome << retryAfter << word;
    };
    Answer wrongForm;
    wrongForm.body = R"({"hello":"world"})";
    row("200", Answer::success(), O::Accepted, u"200"_s);
    row("200 with a web page", Answer::html(), O::SomethingElse, u"web page"_s);
    row("200 in another form", wrongForm, O::Accepted, u"200"_s); // not one of Segment's own hosts
    row("302", Answer::redirect("http://127.0.0.1:9/"), O::SomethingElse, u"302 (moved to another address)"_s);
    row("304", Answer::redirect("", 304), O::SomethingElse, u"304"_s);
    row("400", Answer::error(400, "malformed JSON"), O::Rejected, u"(400): malformed JSON"_s);
    row("401", Answer::error(401), O::Unauthorised, u"401"_s);
    row("403", Answer::html(403), O::Unauthorised, u"403"_s);
    row("404", Answer::html(404), O::Unauthorised, u"404"_s);
    row("407", Answer::error(407), O::Unauthorised, u"407"_s);
    row("408", Answer::error(408), O::TryLater, u"408"_s);
    row("410", Answer::error(410), O::TryLater, u"410"_s);
    row("413", Answer::error(413), O::Rejected, u"413 (too large)"_s);
    row("418", Answer::error(418), O::SomethingElse, u"418"_s);
    row("429", Answer::retryAfter("7"), O::TryLater, u"asks to wait for 7 s"_s, 7000);
    row("429 without a time", Answer::error(429), O::TryLater, u"429"_s);
    row("460", Answer::error(460), O::TryLater, u"460"_s);
    row("500", Answer::error(500), O::TryLater, u"500 (a fault on its side)"_s);
    row("501", Answer::error(501), O::SomethingElse, u"501"_s);
    row("503", Answer::retryAfter("900", 503), O::TryLater, u"503"_s, 300'000);
    row("505", Answer::error(505), O::SomethingElse, u"505"_s);
}

void TestTrackingApi::everyAnswerIsSorted()
{
    QFETCH(const Answer, scripted);
    QFETCH(const DeliveryOutcome, outcome);
    QFETCH(const int, retryAfter);
    QFETCH(const QString, word);
    FaultServer server;
    server.enqueue(scripted);
    Caller caller;
    const DeliveryAnswer answer = caller.ask(endpointOf(server.url()));
    QCOMPARE(answer.outcome, outcome);
    QCOMPARE(answer.status, scripted.status);
    QCOMPARE(answer.retryAfter, retryAfter);
    QVERIFY(!answer.mayHaveArrived);
    QVERIFY2(answer.sentence.contains(word), qPrintable(answer.sentence));
    QCOMPARE(server.requestCount(), 1);
}

void TestTrackingApi::noRedirectIsFollowed()
{
    FaultServer elsewhere;
    FaultServer server;
    Caller caller;
    for (const int status : {301, 302, 303, 307, 308}) {
        server.enqueue(Answer::redirect(elsewhere.url(u"/v1/track"_s).toEncoded(), status));
        const DeliveryAnswer answer = caller.ask(endpointOf(server.url()));
        QCOMPARE(answer.outcome, DeliveryOutcome::SomethingElse);
        QCOMPARE(answer.status, status);
    }
    QCOMPARE(elsewhere.connectionCount(), 0);
    QCOMPARE(server.requestCount(), 5);
}

void TestTrackingApi::noCookieIsSentBack()
{
    FaultServer server;
    Answer cookie;
    cookie = cookie.withHeader("Set-Cookie", "session=1; Path=/");
    server.setStandingAnswer(cookie);
    Caller caller;
    caller.ask(endpointOf(server.url()));
    caller.ask(endpointOf(server.url()));
    QCOMPARE(server.requestCount(), 2);
    QCOMPARE(server.lastRequest().headerCount("Cookie"), 0);
}

void TestTrackingApi::aBrokenExchangeIsUnreachable_data()
{
    QTest::addColumn<Answer>("scripted");
    QTest::addColumn<int>("status");
    QTest::newRow("reset") << Answer::of(Answer::Fault::ResetAfterReading) << 0;
    QTest::newRow("closed without a word") << Answer::of(Answer::Fault::CloseAfterReading) << 0;
    QTest::newRow("half an answer") << Answer::of(Answer::Fault::HalfAnswer) << 200;
    Answer halfError = Answer::error(503);
    halfError.fault = Answer::Fault::HalfAnswer;
    QTest::newRow("half a 503") << halfError << 503;
}

void TestTrackingApi::aBrokenExchangeIsUnreachable()
{
    QFETCH(const Answer, scripted);
    QFETCH(const int, status);
    FaultServer server;
    server.enqueue(scripted);
    Caller caller;
    const DeliveryAnswer answer = caller.ask(endpointOf(server.url()));
    QCOMPARE(answer.outcome, DeliveryOutcome::Unreachable);
    QCOMPARE(answer.status, status);
    QVERIFY(answer.mayHaveArrived);
    QVERIFY2(answer.sentence.contains(u"not known whether the request arrived"_s), qPrintable(answer.sentence));
    QCOMPARE(server.requestCount(), 1);
}

void TestTrackingApi::aResetBeforeReadingIsUnreachable()
{
    FaultServer server;
    server.enqueue(Answer::of(Answer::Fault::ResetBeforeReading));
    Caller caller;
    const DeliveryAnswer answer = caller.ask(endpointOf(server.url()));
    QCOMPARE(answer.outcome, DeliveryOutcome::Unreachable);
    QVERIFY(answer.mayHaveArrived); // the bytes had left, nobody told what became of them
    QCOMPARE(server.requestCount(), 0);
    QCOMPARE(server.connectionCount(), 1);
}

void TestTrackingApi::aClosedPortMeansNothingWasSent()
{
    FaultServer server;
    server.stopListening();
    Caller caller;
    const DeliveryAnswer answer = caller.ask(endpointOf(server.url()));
    QCOMPARE(answer.outcome, DeliveryOutcome::Unreachable);
    QCOMPARE(answer.status, 0);
    QVERIFY(!answer.mayHaveArrived);
    QVERIFY2(answer.sentence.contains(u"refused"_s) && answer.sentence.contains(u"Nothing was sent"_s),
             qPrintable(answer.sentence));
    QVERIFY(server.listenAgain());
    QCOMPARE(caller.ask(endpointOf(server.url())).outcome, DeliveryOutcome::Accepted);
}

void TestTrackingApi::anUnknownHostMeansNothingWasSent()
{
    const Environment plain("http_proxy", "");
    const Environment tls("https_proxy", "");
    Caller caller;
    const DeliveryAnswer answer = caller.ask(endpointOf(QUrl(u"https://segue-test.invalid"_s)));
    QCOMPARE(answer.outcome, DeliveryOutcome::Unreachable);
    QVERIFY(!answer.mayHaveArrived);
    QVERIFY2(answer.sentence.contains(u"segue-test.invalid was not found"_s), qPrintable(answer.sentence));
}

void TestTrackingApi::theTimeOutIsForTheWholeExchange_data()
{
    QTest::addColumn<Answer>("scripted");
    QTest::newRow("no answer") << Answer::of(Answer::Fault::Hang);
    QTest::newRow("an answer that drips") << Answer::of(Answer::Fault::DrippingBody);
}

void TestTrackingApi::theTimeOutIsForTheWholeExchange()
{
    QFETCH(const Answer, scripted);
    FaultServer server;
    server.enqueue(scripted);
    Caller caller({.timeoutMs = 500});
    const DeliveryAnswer answer = caller.ask(endpointOf(server.url()));
    QCOMPARE(answer.outcome, DeliveryOutcome::Unreachable);
    QVERIFY2(answer.sentence.contains(u"timed out after 0.5 s"_s), qPrintable(answer.sentence));
    QVERIFY(answer.mayHaveArrived);
    QVERIFY2(answer.duration >= 450, QByteArray::number(qint64{answer.duration}).constData());
    QCOMPARE(server.requestCount(), 1);
    // The next one is not hindered by it.
    QCOMPARE(caller.ask(endpointOf(server.url())).outcome, DeliveryOutcome::Accepted);
}

void TestTrackingApi::anEndlessAnswerIsEnded_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<DeliveryOutcome>("outcome");
    QTest::newRow("200") << 200 << DeliveryOutcome::SomethingElse;
    QTest::newRow("503") << 503 << DeliveryOutcome::TryLater;
}

void TestTrackingApi::anEndlessAnswerIsEnded()
{
    QFETCH(const int, status);
    QFETCH(const DeliveryOutcome, outcome);
    FaultServer server;
    Answer endless = Answer::of(Answer::Fault::EndlessBody);
    endless.status = status;
    server.enqueue(endless);
    Caller caller({.timeoutMs = 30'000, .maxAnswerBytes = 100'000});
    const DeliveryAnswer answer = caller.ask(endpointOf(server.url()));
    QCOMPARE(answer.outcome, outcome);
    QCOMPARE(answer.status, status);
    QCOMPARE(answer.sentence.contains(u"does not end"_s), status == 200);
    QVERIFY(answer.responseBody.size() <= 4096);
}

void TestTrackingApi::anUntrustedCertificateGetsNothing()
{
    FaultServer server(FaultServer::Transport::Tls);
    Caller caller;
    const DeliveryAnswer answer = caller.ask(endpointOf(server.url()));
    QCOMPARE(answer.outcome, DeliveryOutcome::Unreachable);
    QCOMPARE(answer.status, 0);
    QVERIFY(!answer.mayHaveArrived);
    QVERIFY2(answer.sentence.contains(u"certificate of localhost"_s) && answer.sentence.contains(u"self-signed"_s) &&
                 answer.sentence.contains(u"Nothing was sent"_s),
             qPrintable(answer.sentence));
    QCOMPARE(server.requestCount(), 0);
}

void TestTrackingApi::aTrustedCertificateIsForItsNameAlone()
{
    const QSslConfiguration before = QSslConfiguration::defaultConfiguration();
    QSslConfiguration trusting = before;
    trusting.addCaCertificate(FaultServer::certificate());
    QSslConfiguration::setDefaultConfiguration(trusting);
    FaultServer server(FaultServer::Transport::Tls);
    Caller caller;
    const DeliveryAnswer byName = caller.ask(endpointOf(server.url()));
    QUrl address = server.url();
    address.setHost(u"127.0.0.1"_s);
    const DeliveryAnswer byAddress = caller.ask(endpointOf(address));
    QSslConfiguration::setDefaultConfiguration(before);
    QCOMPARE(byName.outcome, DeliveryOutcome::Accepted);
    QCOMPARE(byAddress.outcome, DeliveryOutcome::Unreachable);
    QVERIFY(!byAddress.mayHaveArrived);
    QCOMPARE(server.requestCount(), 1);
}

void TestTrackingApi::onePostIsOneRequestWhenAKeptConnectionDrops()
{
    FaultServer server;
    server.setResponder([](const Request &request) -> std::optional<Answer> {
        return request.number > 1 ? Answer::of(Answer::Fault::CloseAfterReading) : Answer::success();
    });
    Caller caller;
    QCOMPARE(caller.ask(endpointOf(server.url())).outcome, DeliveryOutcome::Accepted);
    const DeliveryAnswer second = caller.ask(endpointOf(server.url()));
    // Were the request sent again in silence, it would be accepted on a new connection.
    QCOMPARE(second.outcome, DeliveryOutcome::Unreachable);
    QVERIFY(second.mayHaveArrived);
    QCOMPARE(server.requestCount(), 2);
    QCOMPARE(caller.ask(endpointOf(server.url())).outcome, DeliveryOutcome::Accepted);
    QCOMPARE(server.requestCount(), 3);
}

void TestTrackingApi::onePostIsOneRequestWhenTheConnectionDropsAtOnce()
{
    FaultServer server;
    server.enqueue(Answer::of(Answer::Fault::CloseAfterReading));
    Caller caller;
    QCOMPARE(caller.ask(endpointOf(server.url())).outcome, DeliveryOutcome::Unreachable);
    QCOMPARE(server.requestCount(), 1);
}

void TestTrackingApi::connectionsAreKept()
{
    FaultServer server;
    Caller caller;
    for (int i = 0; i < 5; ++i) {
        QCOMPARE(caller.ask(endpointOf(server.url())).outcome, DeliveryOutcome::Accepted);
    }
    QCOMPARE(server.connectionCount(), 1);
    QCOMPARE(server.lastRequest().number, 5);
}

void TestTrackingApi::loopbackGoesThroughNoProxy()
{
    FaultServer proxy;
    const QByteArray address = proxy.url().toEncoded();
    const Environment plain("http_proxy", address);
    const Environment tls("https_proxy", address);
    const Environment all("all_proxy", address);
    QNetworkProxyFactory::setUseSystemConfiguration(true);
    FaultServer server;
    Caller caller;
    const DeliveryAnswer answer = caller.ask(endpointOf(server.url()));
    QUrl byName = server.url();
    byName.setHost(u"localhost"_s);
    const DeliveryAnswer named = caller.ask(endpointOf(byName));
    QNetworkProxyFactory::setUseSystemConfiguration(false);
    QCOMPARE(answer.outcome, DeliveryOutcome::Accepted);
    QCOMPARE(named.outcome, DeliveryOutcome::Accepted);
    QCOMPARE(server.requestCount(), 2);
    QCOMPARE(proxy.connectionCount(), 0);
}

void TestTrackingApi::othersFollowTheSystemsProxy()
{
    FaultServer proxy;
    proxy.setStandingAnswer(Answer::error(502));
    const QByteArray address = proxy.url().toEncoded();
    const Environment plain("http_proxy", address);
    const Environment tls("https_proxy", address);
    Caller caller;
    const DeliveryAnswer answer = caller.ask(endpointOf(QUrl(u"https://segue-test.invalid"_s)));
    QCOMPARE(answer.outcome, DeliveryOutcome::Unreachable);
    QVERIFY(!answer.mayHaveArrived);
    QVERIFY(proxy.requestCount() > 0);
    QCOMPARE(proxy.lastRequest().method, QByteArray("CONNECT"));
    QCOMPARE(proxy.lastRequest().target, QByteArray("segue-test.invalid:443"));
    QCOMPARE(proxy.lastRequest().headerCount("Authorization"), 0);
}

void TestTrackingApi::aProxyThatAsksForAPasswordIsNamed()
{
    FaultServer proxy;
    Answer challenge = Answer::error(407);
    challenge = challenge.withHeader("Proxy-Authenticate", "Basic realm=\"office\"");
    proxy.setStandingAnswer(challenge);
    const QByteArray address = proxy.url().toEncoded();
    const Environment plain("http_proxy", address);
    const Environment tls("https_proxy", address);
    Caller caller;
    const DeliveryAnswer answer = caller.ask(endpointOf(QUrl(u"https://segue-test.invalid"_s)));
    QCOMPARE(answer.outcome, DeliveryOutcome::Unauthorised);
    QCOMPARE(answer.status, 407);
    QVERIFY(!answer.mayHaveArrived);
    QVERIFY2(answer.sentence.contains(u"proxy asks for a name and a password"_s), qPrintable(answer.sentence));
}

void TestTrackingApi::abortingAnswersEachCallLaterAndOnce()
{
    FaultServer server;
    server.setStandingAnswer(Answer::of(Answer::Fault::Hang));
    Caller caller;
    caller.api->abortAll(); // nothing is under way
    caller.post(endpointOf(server.url()));
    caller.post(endpointOf(server.url()));
    QTRY_COMPARE_WITH_TIMEOUT(server.requestCount(), 2, 30'000);
    caller.post(endpointOf(server.url())); // not begun
    caller.api->abortAll();
    caller.api->abortAll();
    QCOMPARE(caller.answers.size(), 0);
    QTRY_COMPARE_WITH_TIMEOUT(caller.answers.size(), 3, 30'000);
    for (const DeliveryAnswer &answer : std::as_const(caller.answers)) {
        QCOMPARE(answer.outcome, DeliveryOutcome::Aborted);
    }
    QVERIFY(caller.answers[0].mayHaveArrived);
    QVERIFY(!caller.answers[2].mayHaveArrived);
    server.setStandingAnswer(Answer::success());
    QCOMPARE(caller.ask(endpointOf(server.url())).outcome, DeliveryOutcome::Accepted);
    QCOMPARE(caller.answers.size(), 4);
    QCOMPARE(server.requestCount(), 3); // what was given up before it began was never sent
}

void TestTrackingApi::anAnswerThatComesAfterTheObjectIsDropped()
{
    FaultServer server;
    server.setStandingAnswer(Answer::of(Answer::Fault::Hang));
    Caller caller;
    caller.post(endpointOf(server.url()));
    QTRY_COMPARE_WITH_TIMEOUT(server.requestCount(), 1, 30'000);
    caller.api->abortAll();
    caller.post(endpointOf(server.url()));
    caller.api.reset();
    QCoreApplication::sendPostedEvents();
    QCoreApplication::processEvents();
    QCOMPARE(caller.answers.size(), 0);
}

void TestTrackingApi::theObjectMayGoInItsOwnCallback()
{
    FaultServer server;
    Caller caller;
    bool called = false;
    caller.api->postTrack(endpointOf(server.url()), key(), kBody, [&](const DeliveryAnswer &) {
        called = true;
        caller.api.reset();
    });
    caller.post(endpointOf(server.url()));
    QTRY_VERIFY_WITH_TIMEOUT(called, 30'000);
    QVERIFY(!caller.api);
}

void TestTrackingApi::aLateAnswerIsNotMixedUp()
{
    FaultServer server;
    server.setResponder([](const Request &request) -> std::optional<Answer> {
        return request.target == "/v1/track" ? Answer::slow(std::chrono::milliseconds(200)) : Answer::error(500);
    });
    Caller caller;
    std::optional<DeliveryAnswer> slow;
    std::optional<DeliveryAnswer> fast;
    caller.api->postTrack(endpointOf(server.url()), key(), kBody, [&](const DeliveryAnswer &answer) { slow = answer; });
    caller.api->postBatch(endpointOf(server.url()), key(), kBody, [&](const DeliveryAnswer &answer) { fast = answer; });
    QTRY_VERIFY_WITH_TIMEOUT(slow && fast, 30'000);
    QCOMPARE(slow->status, 200);
    QCOMPARE(fast->status, 500);
}

void TestTrackingApi::sortingKnowsSegmentsForm_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("type");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<bool>("segment"); // accepted of Segment's own hosts
    QTest::addColumn<bool>("other");   // accepted of other gateways
    const QByteArray json = "application/json; charset=utf-8";
    const QByteArray page = "Text/HTML";
    const auto row = [](const char *name, int status, const QByteArray &type, const QByteArray &body, bool segment,
                        bool other) { QTest::newRow(name) << status << type << body << segment << other; };
    row("Segment", 200, json, R"({"success": true})", true, true);
    row("more members", 201, json, R"( {"success":true,"id":1} )", true, true);
    row("no content type", 200, "", R"({"success":true})", true, true);
    row("success as a page", 200, page, R"({"success":true})", false, false);
    row("success: false", 200, json, R"({"success":false})", false, false);
    row("success as text", 200, json, R"({"success":"true"})", false, true);
    row("empty object", 200, json, "{}", false, true);
    row("an array", 200, json, "[]", false, true);
    row("ok: true", 200, json, R"({"ok":true})", false, true);
    row("ok: false", 200, json, R"({"ok":false})", false, false);
    row("OK", 200, "text/plain", "OK", false, true);
    row("\"OK\"", 200, json, "\"OK\"\n", false, true);
    row("empty", 200, "", "", false, true);
    row("204", 204, "", "", false, true);
    row("an empty page", 200, page, "", false, false);
    row("a page without a type", 200, "", "\n <!doctype html>", false, false);
    row("a page as JSON", 200, json, "<html>", false, false);
    row("another text", 200, "text/plain", "Welcome to the router", false, false);
    row("half of JSON", 200, json, R"({"success":tr)", false, false);
}

void TestTrackingApi::sortingKnowsSegmentsForm()
{
    QFETCH(const int, status);
    QFETCH(const QByteArray, type);
    QFETCH(const QByteArray, body);
    QFETCH(const bool, segment);
    QFETCH(const bool, other);
    const auto outcome = [](bool accepted) {
        return accepted ? DeliveryOutcome::Accepted : DeliveryOutcome::SomethingElse;
    };
    QCOMPARE(TrackingApi::sortAnswer(status, type, body), outcome(segment));
    QCOMPARE(TrackingApi::sortAnswer(status, type, body, false), outcome(other));
}

void TestTrackingApi::retryAfterIsRead_data()
{
    QTest::addColumn<QByteArray>("value");
    QTest::addColumn<qint64>("wait");
    QTest::newRow("absent") << QByteArray() << qint64{-1};
    QTest::newRow("seconds") << QByteArray(" 12 ") << qint64{12'000};
    QTest::newRow("zero") << QByteArray("0") << qint64{1'000};
    QTest::newRow("long") << QByteArray("86400") << qint64{300'000};
    QTest::newRow("beyond numbers") << QByteArray("99999999999999999999999") << qint64{300'000};
    QTest::newRow("negative") << QByteArray("-5") << qint64{-1};
    QTest::newRow("words") << QByteArray("soon") << qint64{-1};
    QTest::newRow("half a date") << QByteArray("Sun, 06 Nov") << qint64{-1};
    QTest::newRow("a date") << QByteArray("Sun, 06 Nov 1994 08:49:37 GMT") << qint64{37'000};
    QTest::newRow("a date gone by") << QByteArray("Sun, 06 Nov 1994 08:00:00 GMT") << qint64{1'000};
    QTest::newRow("a far date") << QByteArray("Mon, 07 Nov 1994 08:49:37 GMT") << qint64{300'000};
}

void TestTrackingApi::retryAfterIsRead()
{
    QFETCH(const QByteArray, value);
    QFETCH(const qint64, wait);
    constexpr std::int64_t now = 784'111'740'000; // 1994-11-06 08:49:00 UTC
    const Environment zone("TZ", "Asia/Tokyo");
    QCOMPARE(qint64{TrackingApi::readRetryAfter(value, now)}, wait);
}

QTEST_GUILESS_MAIN(TestTrackingApi)
#include "tst_trackingapi.moc"
