// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/integration/CliRunner.h"
#include "tests/support/FaultServer.h"

#include <QDateTime>
#include <QJsonDocument>
#include <QTest>
#include <QUrl>

#include <csignal>

using namespace segue::test;
using namespace Qt::StringLiterals;

namespace {

constexpr int kPatienceMs = 60'000;
const QByteArray kKey = "Kx7wQ2vN8rT5yB1mZ4cL6dF9gH3jP0sA";

//! The calls of all requests, whether they came alone or in a batch.
QList<QJsonObject> callsOf(const FaultServer &server)
{
    QList<QJsonObject> calls;
    const QList<Request> requests = server.requests();
    for (const Request &request : requests) {
        const QJsonObject body = QJsonDocument::fromJson(request.body).object();
        if (request.target.endsWith("/batch")) {
            const QJsonArray batch = body.value(u"batch").toArray();
            for (const QJsonValue &each : batch) {
                calls.append(each.toObject());
            }
        } else {
            calls.append(body);
        }
    }
    return calls;
}

} // namespace

//! `segue send` on a machine without a keychain: the key comes by standard input, or does not come.
class CliSendTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void aSampleArrivesAsSegmentWantsIt();
    void withoutAKeychainItSaysSoAtOnceAndTheEventsStay();
    void aPausedConnectionIsSaidAtOnce();
    void aRefusedEventIsOne();
    void aBlockedEventNeverLeaves();
    void whatTheEndpointDoesNotTakeNowStaysQueued();
    void aStopLeavesTheEventsQueuedAndTheNextRunSendsThem();
    void prodIsNotSentToUnasked();
    void inProdSamplesAreKeptOutOfDestinations();
    void namesNearTheRightOnesAreWarnedAbout();
    void aFileIsSentAsItStandsThere();
    void aFileThatCannotBeReadSendsNothing();
    void copiesAndPaceAreKept();
    void theOutcomeIsReadableForMachines();
    void deviceTypesAreTakenInAnyCase();

private:
    CliResult send(const QStringList &options, const QByteArray &input = kKey + '\n') const;

    std::unique_ptr<FaultServer> m_server;
    std::unique_ptr<CliRunner> m_cli;
};

void CliSendTest::init()
{
    m_server = std::make_unique<FaultServer>();
    m_cli = std::make_unique<CliRunner>();
    QVERIFY(m_cli->addConnection(u"Acme"_s, u"dev"_s, m_server->url()));
    QVERIFY(m_cli->addConnection(u"Live"_s, u"prod"_s, m_server->url()));
}

CliResult CliSendTest::send(const QStringList &options, const QByteArray &input) const
{
    return m_cli->run(
        QStringList{u"send"_s, u"--write-key-stdin"_s, u"--timeout"_s, u"60"_s, u"--connection"_s} + options, input);
}

void CliSendTest::aSampleArrivesAsSegmentWantsIt()
{
    const CliResult result = send({u"Acme"_s, u"--event"_s, u"Email Sent"_s, u"--user-id"_s, u"4711"_s,
                                   u"--campaign-code"_s, u"C-1"_s, u"--timestamp"_s, u"2024-05-01T10:00:00Z"_s});
    QVERIFY2(result.status == 0, result.text().constData());
    QVERIFY2(result.out.contains("accepted"), result.text().constData());
    QCOMPARE(m_server->requestCount(), 1);
    const Request request = m_server->lastRequest();
    QCOMPARE(request.method, QByteArray("POST"));
    QCOMPARE(request.header("Authorization"), QByteArray("Basic " + QByteArray(kKey + ':').toBase64()));
    QVERIFY(!request.body.contains(kKey));
    const QJsonObject call = callsOf(*m_server).value(0);
    QCOMPARE(call.value(u"event").toString(), u"Email Sent"_s);
    QCOMPARE(call.value(u"userId").toString(), u"4711"_s);
    QCOMPARE(call.value(u"timestamp").toString(), u"2024-05-01T10:00:00.000Z"_s);
    QCOMPARE(call.value(u"properties").toObject().value(u"campaign_code").toString(), u"C-1"_s);
    QVERIFY(!call.contains(u"integrations"));
}

void CliSendTest::withoutAKeychainItSaysSoAtOnceAndTheEventsStay()
{
    const CliResult result =
        m_cli->run({u"send"_s, u"--connection"_s, u"Acme"_s, u"--all-events"_s, u"--timeout"_s, u"300"_s});
    QVERIFY2(result.status == 3, result.text().constData());
    QVERIFY2(result.err.contains("keychain") && result.err.contains("--write-key-stdin"), result.text().constData());
    QVERIFY2(result.err.contains("stay queued"), result.text().constData());
    QVERIFY(result.ms < 60'000);
    QCOMPARE(m_server->requestCount(), 0);
    const QList<QJsonObject> log = m_cli->log();
    QCOMPARE(log.size(), 7);
    QCOMPARE(log[0].value(u"state").toString(), u"waiting"_s);
    // With the key they go, and so does the new one.
    QCOMPARE(send({u"Acme"_s, u"--event"_s, u"Push Sent"_s}).status, 0);
    QTRY_COMPARE_WITH_TIMEOUT(callsOf(*m_server).size(), 8, kPatienceMs);
}

void CliSendTest::aPausedConnectionIsSaidAtOnce()
{
    QCOMPARE(m_cli->run({u"connections"_s, u"edit"_s, u"Acme"_s, u"--pause"_s}).status, 0);
    CliResult result = send({u"Acme"_s, u"--event"_s, u"Email Sent"_s});
    QVERIFY2(result.status == 1, result.text().constData());
    QVERIFY2(result.err.contains("paused") && result.err.contains("--resume"), result.text().constData());
    QVERIFY(result.ms < 50'000);
    QCOMPARE(m_server->requestCount(), 0);
    QCOMPARE(m_cli->run({u"connections"_s, u"edit"_s, u"Acme"_s, u"--resume"_s}).status, 0);
    result = send({u"Acme"_s, u"--event"_s, u"Push Sent"_s});
    QVERIFY2(result.status == 0, result.text().constData());
}

void CliSendTest::aRefusedEventIsOne()
{
    m_server->setStandingAnswer(Answer::error(400));
    CliResult result = send({u"Acme"_s, u"--event"_s, u"Email Sent"_s});
    QVERIFY2(result.status == 1 && result.out.contains("refused"), result.text().constData());
    m_server->setStandingAnswer(Answer::error(401));
    result = send({u"Acme"_s, u"--event"_s, u"Email Sent"_s});
    QVERIFY2(result.status == 1 && result.out.contains("waiting (unauthorised)"), result.text().constData());
    QVERIFY2(result.err.contains("stay queued"), result.text().constData());
}

void CliSendTest::aBlockedEventNeverLeaves()
{
    const CliResult result = send({u"Acme"_s, u"--event"_s, u"Email Sent"_s, u"--user-id"_s, u"  "_s});
    QVERIFY2(result.status == 1, result.text().constData());
    QVERIFY2(result.out.contains("blocked (no_user_anon_id)") && result.err.contains("no_user_anon_id"),
             result.text().constData());
    QCOMPARE(m_server->requestCount(), 0);
}

void CliSendTest::whatTheEndpointDoesNotTakeNowStaysQueued()
{
    m_server->setStandingAnswer(Answer::retryAfter("120", 503));
    const CliResult result = m_cli->run({u"send"_s, u"--connection"_s, u"Acme"_s, u"--event"_s, u"Email Sent"_s,
                                         u"--write-key-stdin"_s, u"--timeout"_s, u"3"_s},
                                        kKey);
    QVERIFY2(result.status == 1, result.text().constData());
    QVERIFY2(result.err.contains("stay queued"), result.text().constData());
    QCOMPARE(m_cli->log()[0].value(u"state").toString(), u"retrying"_s);
}

void CliSendTest::aStopLeavesTheEventsQueuedAndTheNextRunSendsThem()
{
    m_server->setStandingAnswer(Answer::of(Answer::Fault::Hang));
    for (const int signal : {SIGINT, SIGTERM}) {
        const std::unique_ptr<QProcess> process =
            m_cli->start({u"send"_s, u"--connection"_s, u"Acme"_s, u"--event"_s, u"Email Sent"_s,
                          u"--write-key-stdin"_s, u"--timeout"_s, u"300"_s});
        process->write(kKey + '\n');
        const int before = m_server->requestCount();
        QVERIFY(process->waitForBytesWritten(kPatienceMs));
        QVERIFY(m_server->waitForRequests(before + 1, std::chrono::milliseconds(kPatienceMs)));
        ::kill(static_cast<pid_t>(process->processId()), signal);
        const CliResult result = CliRunner::finish(*process);
        QVERIFY2(result.status == 1, result.text().constData());
        QVERIFY2(result.err.contains("Stopped") && result.err.contains("stay queued"), result.text().constData());
    }
    const QList<QJsonObject> log = m_cli->log();
    QCOMPARE(log.size(), 2);
    m_server->clear();
    m_server->setStandingAnswer(Answer::success());
    const CliResult next = send({u"Acme"_s, u"--event"_s, u"Push Sent"_s});
    QVERIFY2(next.status == 0, next.text().constData());
    QStringList arrived;
    for (const QJsonObject &call : callsOf(*m_server)) {
        arrived.append(call.value(u"messageId").toString());
    }
    QVERIFY(arrived.contains(log[0].value(u"messageId").toString()));
    QVERIFY(arrived.contains(log[1].value(u"messageId").toString()));
}

void CliSendTest::prodIsNotSentToUnasked()
{
    const CliResult result = send({u"Live"_s, u"--all-events"_s});
    QVERIFY2(result.status == 2, result.text().constData());
    QVERIFY2(result.err.contains("--yes-prod") && result.err.contains("Live"), result.text().constData());
    QCOMPARE(m_server->requestCount(), 0);
    QCOMPARE(m_cli->log().size(), 0);
}

void CliSendTest::inProdSamplesAreKeptOutOfDestinations()
{
    QCOMPARE(send({u"Live"_s, u"--event"_s, u"Email Sent"_s, u"--yes-prod"_s}).status, 0);
    QCOMPARE(callsOf(*m_server).constLast().value(u"integrations").toObject().value(u"All"), QJsonValue(false));
    QCOMPARE(send({u"Live"_s, u"--event"_s, u"Email Sent"_s, u"--yes-prod"_s, u"--no-keep-out"_s}).status, 0);
    QVERIFY(!callsOf(*m_server).constLast().contains(u"integrations"));
    QCOMPARE(send({u"Acme"_s, u"--event"_s, u"Email Sent"_s, u"--keep-out"_s}).status, 0);
    QCOMPARE(callsOf(*m_server).constLast().value(u"integrations").toObject().value(u"All"), QJsonValue(false));
}

void CliSendTest::namesNearTheRightOnesAreWarnedAbout()
{
    QCOMPARE(m_cli->run({u"connections"_s, u"edit"_s, u"Acme"_s, u"--events"_s, u"Push Sent"_s}).status, 0);
    CliResult result = send({u"Acme"_s, u"--event"_s, u"email sent"_s});
    QVERIFY2(result.status == 0 && result.err.contains("“Email Sent”"), result.text().constData());
    result = send({u"Acme"_s, u"--event"_s, u"Email Sent"_s});
    QVERIFY2(result.status == 0 && result.err.contains("not selected"), result.text().constData());
    result = send({u"Acme"_s, u"--event"_s, u"Push Sent"_s});
    QVERIFY2(result.status == 0, result.text().constData());
    QCOMPARE(result.err, QByteArray());
    result = send({u"Acme"_s, u"--all-events"_s, u"--json"_s});
    QCOMPARE(result.object().value(u"events").toArray().size(), 1);
}

void CliSendTest::aFileIsSentAsItStandsThere()
{
    const QString path = m_cli->scratch(u"calls.json"_s);
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(R"([ {"event":"Email Sent","userId":"1","properties":{"id":18446744073709551615,"b":1.10}},
                    {"event":"Push Sent","anonymousId":"d","writeKey":"other","messageId":"old"},
                    {"event":"SMS Sent"} ])");
    file.close();
    const CliResult result = send({u"Acme"_s, u"--payload"_s, path});
    QVERIFY2(result.status == 1, result.text().constData());
    QVERIFY2(result.out.contains("blocked (no_user_anon_id)"), result.text().constData());
    const QList<QJsonObject> calls = callsOf(*m_server);
    QCOMPARE(calls.size(), 2);
    QByteArray bodies;
    for (const Request &request : m_server->requests()) {
        bodies += request.body;
    }
    QVERIFY(bodies.contains(R"("properties":{"id":18446744073709551615,"b":1.10})"));
    QVERIFY(!bodies.contains("\"other\""));
    QVERIFY(!bodies.contains("\"old\""));
}

void CliSendTest::aFileThatCannotBeReadSendsNothing()
{
    QCOMPARE(send({u"Acme"_s, u"--payload"_s, m_cli->scratch(u"none.json"_s)}).status, 3);
    const QString path = m_cli->scratch(u"bad.json"_s);
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("[{\"event\":\"Email Sent\",\"userId\":\"1\"},\n{\"event\":}]");
    file.close();
    const CliResult result = send({u"Acme"_s, u"--payload"_s, path});
    QVERIFY2(result.status == 1 && result.err.contains("bad.json") && result.err.contains("Nothing was sent"),
             result.text().constData());
    QCOMPARE(m_server->requestCount(), 0);
    QCOMPARE(m_cli->log().size(), 0);
}

void CliSendTest::copiesAndPaceAreKept()
{
    const CliResult result =
        send({u"Acme"_s, u"--event"_s, u"Email Sent"_s, u"--count"_s, u"5"_s, u"--pace"_s, u"4/s"_s});
    QVERIFY2(result.status == 0, result.text().constData());
    QVERIFY(result.ms >= 1000);
    const QList<QJsonObject> calls = callsOf(*m_server);
    QCOMPARE(calls.size(), 5);
    QSet<QString> ids;
    for (const QJsonObject &call : calls) {
        ids.insert(call.value(u"messageId").toString());
    }
    QCOMPARE(ids.size(), 5);
}

void CliSendTest::theOutcomeIsReadableForMachines()
{
    const CliResult result = send({u"Acme"_s, u"--all-events"_s, u"--json"_s});
    QVERIFY2(result.status == 0, result.text().constData());
    const QJsonObject outcome = result.object();
    QCOMPARE(outcome.value(u"connectionName").toString(), u"Acme"_s);
    QCOMPARE(outcome.value(u"submitted").toInt(), 7);
    QCOMPARE(outcome.value(u"accepted").toInt(), 7);
    QCOMPARE(outcome.value(u"left").toInt(), 0);
    const QJsonArray events = outcome.value(u"events").toArray();
    QCOMPARE(events.size(), 7);
    for (const QJsonValue &event : events) {
        QCOMPARE(event.toObject().value(u"state").toString(), u"accepted"_s);
        QVERIFY(!event.toObject().value(u"messageId").toString().isEmpty());
        QVERIFY(event.toObject().value(u"milliseconds").isDouble());
    }
}

void CliSendTest::deviceTypesAreTakenInAnyCase()
{
    QCOMPARE(
        send({u"Acme"_s, u"--event"_s, u"Push Sent"_s, u"--device-type"_s, u"ios"_s, u"--message-type"_s, u"push"_s})
            .status,
        0);
    const QJsonObject properties = callsOf(*m_server).constLast().value(u"properties").toObject();
    QCOMPARE(properties.value(u"device_type").toString(), u"iOS"_s);
    QCOMPARE(properties.value(u"message_type").toString(), u"Push"_s);
}

QTEST_GUILESS_MAIN(CliSendTest)
#include "tst_clisend.moc"
