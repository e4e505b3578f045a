// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest>

#include "app/segment/WriteKeyProbe.h"
#include "tests/support/FaultServer.h"

#include <QRegularExpression>

using namespace segue;
using namespace segue::test;
using namespace Qt::StringLiterals;

Q_DECLARE_METATYPE(segue::test::Answer)
Q_DECLARE_METATYPE(segue::KeyVerdict)

namespace {

constexpr char kKey[] = "pRoBeTestWriteKey000000000000001";

Secret key()
{
    return Secret::fromBytes(kKey);
}

Answer settings(const QByteArray &segmentIo, int status = 200)
{
    Answer answer;
    answer.status = status;
    answer.body = R"({"integrations":{"Segment.io":)" + segmentIo + R"(,"Actions":{"x":1}},"plan":{}})";
    return answer;
}

struct Prober
{
    KeyProbeAnswer ask(const Endpoint &endpoint = Endpoint::us())
    {
        const QFuture<KeyProbeAnswer> future = probe.ask(endpoint, key());
        return QTest::qWaitFor([&] { return future.isFinished(); }, 30'000) ? future.result() : KeyProbeAnswer();
    }

    FaultServer server;
    SystemClock clock;
    Redactor redactor;
    WriteKeyProbe probe{clock, redactor, server.url(u"/v1"_s)};
};

} // namespace

class TestWriteKeyProbe : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u"."_s)); }
    void theRouteIsSegmentsOwn();
    void theVerdictFollowsTheAnswer_data();
    void theVerdictFollowsTheAnswer();
    void theRegionIsThatOfTheNamedHost_data();
    void theRegionIsThatOfTheNamedHost();
    void anotherEndpointsKeyIsGivenToNobody();
    void anEndpointOnThisComputerIsAskedItself();
    void aKeyReachesNoText();
    void cancellingEndsTheRequest();
    void abortingAnswers();
    void aFutureEndsWithTheProbe();
};

void TestWriteKeyProbe::theRouteIsSegmentsOwn()
{
    QCOMPARE(WriteKeyProbe::segmentCdn(), QUrl(u"https://cdn.segment.com/v1"_s));
    Prober prober;
    prober.server.enqueue(settings("{}"));
    const std::int64_t before = prober.clock.now();
    const KeyProbeAnswer answer = prober.ask();
    const Request request = prober.server.lastRequest();
    QCOMPARE(request.method, QByteArray("GET"));
    QCOMPARE(request.target, QByteArray("/v1/projects/") + kKey + "/settings");
    QCOMPARE(request.headerCount("Authorization"), 0);
    QVERIFY(answer.askedAt >= before && answer.askedAt <= prober.clock.now());
}

void TestWriteKeyProbe::theVerdictFollowsTheAnswer_data()
{
    QTest::addColumn<Answer>("scripted");
    QTest::addColumn<KeyVerdict>("verdict");
    using V = KeyVerdict;
    QTest::newRow("settings") << settings(R"({"apiKey":")" + QByteArray(kKey) + "\"}") << V::Known;
    QTest::newRow("settings without Segment.io") << settings("null") << V::Known;
    QTest::newRow("404") << Answer::error(404) << V::NotConfirmed;
    QTest::newRow("404 as a page") << Answer::html(404) << V::NotConfirmed;
    QTest::newRow("a web page") << Answer::html() << V::CouldNotAsk;
    QTest::newRow("other JSON") << Answer::success() << V::CouldNotAsk;
    QTest::newRow("moved") << Answer::redirect("https://example.com/") << V::CouldNotAsk;
    QTest::newRow("401") << Answer::error(401) << V::CouldNotAsk;
    QTest::newRow("403") << Answer::error(403) << V::CouldNotAsk;
    QTest::newRow("429") << Answer::error(429) << V::CouldNotAsk;
    QTest::newRow("500") << Answer::error(500) << V::CouldNotAsk;
    QTest::newRow("half") << Answer::of(Answer::Fault::HalfAnswer) << V::CouldNotAsk;
    QTest::newRow("endless") << Answer::of(Answer::Fault::EndlessBody) << V::CouldNotAsk;
}

void TestWriteKeyProbe::theVerdictFollowsTheAnswer()
{
    QFETCH(Answer, scripted);
    QFETCH(KeyVerdict, verdict);
    Prober prober;
    prober.server.enqueue(scripted);
    const KeyProbeAnswer answer = prober.ask();
    QCOMPARE(answer.verdict, verdict);
    QVERIFY(!answer.sentence.isEmpty());
    QVERIFY2(!answer.sentence.contains(u"invalid"_s, Qt::CaseInsensitive), qPrintable(answer.sentence));
    QCOMPARE(answer.sentence.contains(u"could not be asked"_s), verdict == KeyVerdict::CouldNotAsk);
}

void TestWriteKeyProbe::theRegionIsThatOfTheNamedHost_data()
{
    QTest::addColumn<QByteArray>("host");
    QTest::addColumn<int>("region"); // -1: none
    QTest::newRow("US") << QByteArray("api.segment.io/v1") << int(Endpoint::Region::Us);
    QTest::newRow("EU") << QByteArray("events.eu1.segmentapis.com/v1") << int(Endpoint::Region::Eu);
    QTest::newRow("EU with a scheme") << QByteArray("https://events.eu1.segmentapis.com/v1")
                                      << int(Endpoint::Region::Eu);
    QTest::newRow("a proxy of the customer's") << QByteArray("events.example.com/v1") << -1;
    QTest::newRow("nothing readable") << QByteArray("??") << -1;
    QTest::newRow("empty") << QByteArray() << -1;
}

void TestWriteKeyProbe::theRegionIsThatOfTheNamedHost()
{
    QFETCH(QByteArray, host);
    QFETCH(int, region);
    Prober prober;
    prober.server.enqueue(settings(R"({"apiKey":")" + QByteArray(kKey) + R"(","apiHost":")" + host + "\"}"));
    const KeyProbeAnswer answer = prober.ask(Endpoint::eu());
    QCOMPARE(answer.verdict, KeyVerdict::Known);
    QCOMPARE(answer.region ? int(*answer.region) : -1, region);
}

void TestWriteKeyProbe::anotherEndpointsKeyIsGivenToNobody()
{
    Prober prober;
    const KeyProbeAnswer answer = prober.ask(Endpoint::parse(u"https://events.example.com"_s).value());
    QCOMPARE(answer.verdict, KeyVerdict::CouldNotAsk);
    QCOMPARE(prober.server.requestCount(), 0);
}

void TestWriteKeyProbe::anEndpointOnThisComputerIsAskedItself()
{
    Prober prober;
    FaultServer sandbox;
    sandbox.enqueue(settings("{}"));
    const KeyProbeAnswer answer = prober.ask(Endpoint::parse(sandbox.url().toString()).value());
    QCOMPARE(answer.verdict, KeyVerdict::Known);
    QCOMPARE(sandbox.lastRequest().target, QByteArray("/v1/projects/") + kKey + "/settings");
    QCOMPARE(prober.server.requestCount(), 0);
}

void TestWriteKeyProbe::aKeyReachesNoText()
{
    for (const Answer &scripted : {Answer::error(404, kKey), Answer::error(500, kKey), settings("{}"),
                                   Answer::of(Answer::Fault::CloseAfterReading)}) {
        Prober prober;
        prober.server.setStandingAnswer(scripted);
        const KeyProbeAnswer answer = prober.ask();
        QVERIFY2(!QString(answer.sentence + answer.detail).contains(QLatin1String(kKey)), qPrintable(answer.detail));
    }
}

void TestWriteKeyProbe::cancellingEndsTheRequest()
{
    Prober prober;
    prober.server.setStandingAnswer(Answer::of(Answer::Fault::Hang));
    QFuture<KeyProbeAnswer> future = prober.probe.ask(Endpoint::us(), key());
    bool told = false;
    future.then(&prober.probe, [&told](const KeyProbeAnswer &) { told = true; });
    QVERIFY(QTest::qWaitFor([&] { return prober.server.requestCount() == 1; }));
    future.cancel();
    QTRY_VERIFY(future.isFinished());
    QVERIFY(!told);
    QCOMPARE(future.resultCount(), 0);
}

void TestWriteKeyProbe::abortingAnswers()
{
    Prober prober;
    prober.server.setStandingAnswer(Answer::of(Answer::Fault::Hang));
    const QFuture<KeyProbeAnswer> future = prober.probe.ask(Endpoint::us(), key());
    prober.probe.abortAll();
    QTRY_VERIFY(future.isFinished());
    QCOMPARE(future.result().verdict, KeyVerdict::CouldNotAsk);
}

void TestWriteKeyProbe::aFutureEndsWithTheProbe()
{
    FaultServer server;
    server.setStandingAnswer(Answer::of(Answer::Fault::Hang));
    SystemClock clock;
    Redactor redactor;
    auto probe = std::make_unique<WriteKeyProbe>(clock, redactor, server.url(u"/v1"_s));
    const QFuture<KeyProbeAnswer> future = probe->ask(Endpoint::us(), key());
    probe.reset();
    QVERIFY(future.isFinished() && future.isCanceled());
}

QTEST_GUILESS_MAIN(TestWriteKeyProbe)
#include "tst_writekeyprobe.moc"
