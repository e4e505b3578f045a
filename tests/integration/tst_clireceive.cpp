// SPDX-License-Identifier: GPL-3.0-or-later
// `segue receive` in a process of its own: what clients send is printed and kept, a taken port is named, it stops
// cleanly.
#include <QtTest> // first: moc 6.4 cannot read <compare> before Qt's own headers

#include "tests/integration/CliRunner.h"
#include "tests/support/FaultServer.h"
#include "tests/support/RawClient.h"

#include <QCryptographicHash>
#include <QFile>
#include <QJsonDocument>
#include <QMessageAuthenticationCode>
#include <QRegularExpression>
#include <QTcpServer>

#include <atomic>
#include <csignal>
#include <thread>

using namespace segue::test;
using namespace Qt::StringLiterals;

namespace {

const QByteArray kKey = "0123456789abcdef0123456789abcdef";
constexpr int kPatience = 30'000;

QByteArray track(const QByteArray &key, const QByteArray &messageId)
{
    return R"({"writeKey":")" + key + R"(","event":"Push Sent","userId":"4711","messageId":")" + messageId + "\"}";
}

//! A receiver that listens.
class Receiving
{
public:
    Receiving(const CliRunner &cli, const QStringList &options, const QByteArray &input = {})
        : m_process(cli.start(QStringList{u"receive"_s} + options))
    {
        m_process->write(input);
        m_process->closeWriteChannel();
        static const QRegularExpression address(u"http://127\\.0\\.0\\.1:(\\d+)/v1"_s);
        while (port == 0 && (m_process->waitForReadyRead(100) || m_process->state() != QProcess::NotRunning)) {
            m_err += m_process->readAllStandardError();
            port = address.match(QString::fromUtf8(m_err)).captured(1).toUShort();
        }
    }

    int post(const QByteArray &body, const QByteArray &path = "/v1/track", const QByteArray &header = {}) const
    {
        RawClient client(port);
        client.send("POST " + path + " HTTP/1.1\r\nHost: 127.0.0.1:" + QByteArray::number(port) + "\r\n" + header +
                    "Content-Length: " + QByteArray::number(body.size()) + "\r\n\r\n" + body);
        return client.readAnswer().status;
    }
    bool waitForLines(int count)
    {
        return QTest::qWaitFor(
            [&] {
                m_process->waitForReadyRead(50);
                m_out += m_process->readAllStandardOutput();
                return m_out.count('\n') >= count;
            },
            kPatience);
    }
    bool waitToSay(const QByteArray &words)
    {
        return QTest::qWaitFor(
            [&] {
                m_process->waitForReadyRead(50);
                return said().contains(words);
            },
            kPatience);
    }
    CliResult stop()
    {
        ::kill(static_cast<pid_t>(m_process->processId()), SIGTERM);
        CliResult result = CliRunner::finish(*m_process);
        result.out.prepend(m_out);
        return result;
    }

    void kill() { m_process->kill(); }
    //! All that was said so far.
    QByteArray said()
    {
        m_err += m_process->readAllStandardError();
        return m_err;
    }

    std::uint16_t port = 0;

private:
    std::unique_ptr<QProcess> m_process;
    QByteArray m_out;
    QByteArray m_err;
};

QByteArray eventOf(int number)
{
    return R"({"event_name":"Email Sent","message_code":"1A2B-3C4D5E6F-708090A0","platform":"Email","hwid":"h-)" +
           QByteArray::number(number) + R"(","user_id":"u-)" + QByteArray::number(number) + "\"}";
}

//! The path of a connection's address, as `which` shows it.
QByteArray pathOf(const CliRunner &cli, const QString &which, const QStringList &more = {})
{
    const CliResult shown = cli.run(QStringList{u"connections"_s, which, u"Shop"_s, u"--json"_s} + more);
    return QUrl(shown.object().value(u"url"_s).toString()).path().toUtf8();
}

QStringList statesOf(const CliRunner &cli)
{
    QStringList states;
    const QList<QJsonObject> log = cli.log();
    for (const QJsonObject &line : log) {
        states.append(line.value(u"state"_s).toString());
    }
    return states;
}

} // namespace

class CliReceiveTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void whatComesIsPrintedAndKept();
    void quietPrintsNoEvents();
    void aKnownKeyIsItsConnections();
    void theSameSourceKeepsItsPort();
    void aTakenPortIsNamed();
    void webhookEventsAreKeptUntilTheyAreSent();
    void relayingNeedsAWord();
    void whatIsRelayedArrivesAtSegment();
    void withoutAKeyEventsWaitAndCaptureGoesOn();
    void aHoldIsSaidAndRetryEndsIt();
    void addressesAreRenewedAndRemoved();
    void tokensNeedNoKeychain();
    void aSignedEchoIsVerified();
    void aRepeatIsToldInTheLog();
    void whatWasAcknowledgedSurvivesAKill();
};

void CliReceiveTest::whatComesIsPrintedAndKept()
{
    const CliRunner cli;
    Receiving receiving(cli, {u"--port"_s, u"0"_s, u"--json"_s});
    QVERIFY(receiving.port != 0);
    QCOMPARE(receiving.post(track("ffffffffffffffffffffffffffffffff", "m-1")), 200);
    QCOMPARE(receiving.post(track("ffffffffffffffffffffffffffffffff", "m-2")), 200);
    QVERIFY(receiving.waitForLines(2));
    const CliResult result = receiving.stop();
    QVERIFY2(result.status == 0, result.text().constData());
    const QList<QJsonObject> lines = result.lines();
    QCOMPARE(lines.size(), 2);
    QCOMPARE(lines.at(0).value(u"state"_s).toString(), u"received"_s);
    QCOMPARE(lines.at(1).value(u"messageId"_s).toString(), u"m-2"_s);
    QVERIFY(!result.out.contains("ffffffffffffffff"));
    QCOMPARE(cli.log().size(), 2);
}

void CliReceiveTest::quietPrintsNoEvents()
{
    const CliRunner cli;
    Receiving receiving(cli, {u"--port"_s, u"0"_s, u"--quiet"_s});
    QVERIFY(receiving.port != 0);
    QCOMPARE(receiving.post(track("ffffffffffffffffffffffffffffffff", "m-1")), 200);
    const CliResult result = receiving.stop();
    QVERIFY2(result.status == 0 && result.out.isEmpty(), result.text().constData());
    QCOMPARE(cli.log().size(), 1);
}

void CliReceiveTest::aKnownKeyIsItsConnections()
{
    if (qgetenv("SEGUE_TEST_BUS_MODE") != "unlocked") {
        QSKIP("needs a keychain that holds the key");
    }
    const CliRunner cli;
    const CliResult added = cli.run({u"connections"_s, u"add"_s, u"--name"_s, u"Shop"_s, u"--environment"_s, u"dev"_s,
                                     u"--endpoint"_s, u"http://127.0.0.1:1"_s, u"--write-key-stdin"_s, u"--json"_s},
                                    kKey + '\n');
    QVERIFY2(added.status == 0, added.text().constData());
    Receiving receiving(cli, {u"--port"_s, u"0"_s, u"--json"_s});
    // The keychain answers when it likes; until then the key is an unknown one.
    QVERIFY(QTest::qWaitFor(
        [&] {
            RawClient client(receiving.port);
            client.send("GET /v1/projects/" + kKey +
                        "/settings HTTP/1.1\r\nHost: 127.0.0.1:" + QByteArray::number(receiving.port) + "\r\n\r\n");
            return client.readAnswer().status == 200;
        },
        kPatience));
    QCOMPARE(receiving.post(track(kKey, "m-1")), 200);
    QVERIFY(receiving.waitForLines(1));
    const CliResult result = receiving.stop();
    QCOMPARE(result.lines().at(0).value(u"connection"_s), added.object().value(u"id"_s));
    QVERIFY(!added.object().value(u"id"_s).toString().isEmpty());
    QVERIFY(!result.text().contains(kKey));
}

void CliReceiveTest::theSameSourceKeepsItsPort()
{
    const CliRunner cli;
    Receiving first(cli, {});
    QVERIFY(first.port != 0);
    QCOMPARE(first.stop().status, 0);
    Receiving second(cli, {});
    QCOMPARE(second.port, first.port);
    QCOMPARE(second.stop().status, 0);
}

void CliReceiveTest::aTakenPortIsNamed()
{
    const CliRunner cli;
    QTcpServer other;
    QVERIFY(other.listen(QHostAddress::LocalHost));
    const QString port = QString::number(other.serverPort());
    const CliResult result = cli.run({u"receive"_s, u"--port"_s, port});
    QCOMPARE(result.status, 3);
    QVERIFY2(result.err.contains(port.toUtf8()), result.text().constData());
    QCOMPARE(cli.run({u"receive"_s, u"--port"_s, u"70000"_s}).status, 2);
}

void CliReceiveTest::webhookEventsAreKeptUntilTheyAreSent()
{
    const CliRunner cli;
    QVERIFY(cli.addConnection(u"Shop"_s, u"dev"_s, QUrl(u"http://127.0.0.1:1"_s)));
    const QByteArray path = pathOf(cli, u"webhook-url"_s);
    QVERIFY2(path.startsWith("/pushwoosh/"), path.constData());
    Receiving receiving(cli, {u"--port"_s, u"0"_s, u"--json"_s});
    QCOMPARE(receiving.post('[' + eventOf(1) + ',' + eventOf(2) + ']', path), 200);
    QVERIFY(receiving.waitForLines(2));
    const CliResult result = receiving.stop();
    QVERIFY2(result.status == 0, result.text().constData());
    QVERIFY(!result.text().contains(path.mid(11)));
    QCOMPARE(statesOf(cli), (QStringList{u"received"_s, u"received"_s}));
    QCOMPARE(cli.log().constFirst().value(u"origin"_s).toString(), u"webhook"_s);

    const QStringList edit{u"connections"_s, u"edit"_s, u"Shop"_s};
    const CliResult unconfirmed = cli.run(edit + QStringList{u"--send-kept"_s});
    QVERIFY2(unconfirmed.status == 2 && unconfirmed.err.contains("--built-in-is-off"), unconfirmed.text().constData());
    QCOMPARE(cli.run(edit + QStringList{u"--relay"_s, u"on"_s}).status, 2);
    QCOMPARE(statesOf(cli), (QStringList{u"received"_s, u"received"_s}));
    QCOMPARE(cli.run(edit + QStringList{u"--relay"_s, u"on"_s, u"--built-in-is-off"_s}).status, 0);
    QCOMPARE(statesOf(cli), (QStringList{u"received"_s, u"received"_s})); // new ones only
    const QJsonObject shown = cli.run({u"connections"_s, u"show"_s, u"Shop"_s, u"--json"_s}).object();
    QCOMPARE(shown[u"receiving"_s][u"relay"_s].toBool(), true);
    QCOMPARE(shown[u"receiving"_s][u"relayGrounds"_s].toString(), u"built-in-is-off"_s);
    const CliResult sent = cli.run(edit + QStringList{u"--send-kept"_s});
    QVERIFY2(sent.status == 0 && sent.err.contains("2 kept event"), sent.text().constData());
    QCOMPARE(statesOf(cli), (QStringList{u"queued"_s, u"queued"_s}));
    // Whoever starts it is told what goes out without being asked for on the line.
    Receiving relaying(cli, {u"--port"_s, u"0"_s, u"--quiet"_s});
    const QByteArray first = relaying.said();
    const CliResult rest = relaying.stop();
    const QByteArray told = first + rest.text();
    QVERIFY2(rest.status == 0 && told.contains("Webhook events of “Shop” are sent"), told.constData());
}

void CliReceiveTest::relayingNeedsAWord()
{
    const CliRunner cli;
    QVERIFY(cli.addConnection(u"Shop"_s, u"prod"_s, QUrl(u"http://127.0.0.1:1"_s)));
    const QStringList relay{u"receive"_s, u"--port"_s, u"0"_s, u"--relay-to"_s, u"Shop"_s};
    const CliResult unconfirmed = cli.run(relay);
    QVERIFY2(unconfirmed.status == 2 && unconfirmed.err.contains("--built-in-is-off"), unconfirmed.text().constData());
    const CliResult prod = cli.run(relay + QStringList{u"--built-in-is-off"_s});
    QVERIFY2(prod.status == 2 && prod.err.contains("--yes-prod"), prod.text().constData());
    QCOMPARE(cli.run(relay + QStringList{u"--built-in-is-off"_s, u"--other-source"_s, u"--yes-prod"_s}).status, 2);
    const QStringList edit{u"connections"_s, u"edit"_s, u"Shop"_s, u"--relay"_s, u"on"_s, u"--built-in-is-off"_s};
    const CliResult kept = cli.run(edit);
    QVERIFY2(kept.status == 2 && kept.err.contains("--yes-prod"), kept.text().constData());
    QCOMPARE(cli.run(edit + QStringList{u"--yes-prod"_s}).status, 0);
    QCOMPARE(cli.run(edit.first(3) + QStringList{u"--relay"_s, u"off"_s}).status, 0);
    QCOMPARE(cli.run(edit.first(3) + QStringList{u"--send-kept"_s}).status, 2);
    QCOMPARE(cli.run(edit.first(3) + QStringList{u"--send-kept"_s, u"--yes-prod"_s}).status, 0);
    QCOMPARE(cli.run({u"receive"_s, u"--built-in-is-off"_s}).status, 2);
    QCOMPARE(cli.run({u"receive"_s, u"--relay-to"_s, u"Nobody"_s, u"--built-in-is-off"_s}).status, 2);
    Receiving receiving(cli, relay.mid(1) + QStringList{u"--other-source"_s, u"--yes-prod"_s});
    QVERIFY2(receiving.port != 0, receiving.said().constData());
    QVERIFY(receiving.said().contains("webhook-url")); // it has no address yet
    QCOMPARE(receiving.stop().status, 0);
}

void CliReceiveTest::whatIsRelayedArrivesAtSegment()
{
    const CliRunner segment; // another receiver answers as Segment does
    Receiving sink(segment, {u"--port"_s, u"0"_s, u"--json"_s});
    const CliRunner cli;
    QVERIFY(cli.addConnection(u"Shop"_s, u"dev"_s, QUrl(u"http://127.0.0.1:%1"_s.arg(sink.port))));
    const QByteArray path = pathOf(cli, u"webhook-url"_s);
    Receiving relay(
        cli,
        {u"--port"_s, u"0"_s, u"--json"_s, u"--relay-to"_s, u"Shop"_s, u"--built-in-is-off"_s, u"--write-key-stdin"_s},
        kKey + '\n');
    QVERIFY2(relay.port != 0, relay.said().constData());
    QCOMPARE(relay.post('[' + eventOf(1) + ',' + eventOf(2) + ']', path), 200);
    QCOMPARE(relay.post(track(kKey, "captured"), "/v1/track"), 200);
    QVERIFY(sink.waitForLines(2));
    QVERIFY(QTest::qWaitFor([&] { return statesOf(cli).count(u"accepted"_s) == 2; }, kPatience));
    QVERIFY(statesOf(cli).contains(u"received"_s)); // a captured call is never relayed
    const CliResult result = relay.stop();
    QVERIFY2(result.status == 0, result.text().constData());
    QVERIFY(!result.text().contains(kKey));
    const QList<QJsonObject> arrived = sink.stop().lines();
    QCOMPARE(arrived.size(), 2);
    QStringList ids;
    const QList<QJsonObject> log = cli.log({u"--state"_s, u"accepted"_s});
    for (const QJsonObject &line : log) {
        ids.append(line.value(u"messageId"_s).toString());
    }
    QVERIFY(ids.contains(arrived.at(0).value(u"messageId"_s).toString()));
    QVERIFY(ids.contains(arrived.at(1).value(u"messageId"_s).toString()));
}

void CliReceiveTest::withoutAKeyEventsWaitAndCaptureGoesOn()
{
    const CliRunner cli;
    QVERIFY(cli.addConnection(u"Shop"_s, u"dev"_s, QUrl(u"http://127.0.0.1:1"_s)));
    const QByteArray path = pathOf(cli, u"webhook-url"_s);
    Receiving receiving(cli, {u"--port"_s, u"0"_s, u"--relay-to"_s, u"Shop"_s, u"--other-source"_s});
    QCOMPARE(receiving.post(eventOf(1), path), 200);
    QVERIFY(QTest::qWaitFor([&] { return statesOf(cli) == QStringList{u"waiting"_s}; }, kPatience));
    QVERIFY(!cli.log().constFirst().value(u"reason"_s).toString().isEmpty());
    QCOMPARE(receiving.post(track("ffffffffffffffffffffffffffffffff", "m-1")), 200);
    QCOMPARE(receiving.post(eventOf(2), path), 200);
    QCOMPARE(receiving.stop().status, 0);
    QCOMPARE(cli.log().size(), 3);
}

void CliReceiveTest::aHoldIsSaidAndRetryEndsIt()
{
    FaultServer segment;
    segment.setStandingAnswer(Answer::error(401));
    const CliRunner cli;
    QVERIFY(cli.addConnection(u"Shop"_s, u"dev"_s, segment.url()));
    const QByteArray path = pathOf(cli, u"webhook-url"_s);
    Receiving relay(
        cli,
        {u"--port"_s, u"0"_s, u"--quiet"_s, u"--relay-to"_s, u"Shop"_s, u"--built-in-is-off"_s, u"--write-key-stdin"_s},
        kKey + '\n');
    QVERIFY2(relay.port != 0, relay.said().constData());
    const QByteArray hold = "segue: warning: Shop: ";
    for (int i = 1; i <= 3; ++i) {
        QCOMPARE(relay.post(eventOf(i), path), 200);
        QVERIFY(QTest::qWaitFor([&] { return statesOf(cli).count(u"waiting"_s) == i; }, kPatience));
    }
    QVERIFY2(relay.waitToSay(hold), relay.said().constData());
    QVERIFY2(relay.said().contains("segue retry --connection"), relay.said().constData());
    // Nothing has changed: it is tried, and the line says what is true.
    const QStringList retry{u"retry"_s, u"--connection"_s, u"Shop"_s};
    const CliResult held = cli.run(retry);
    QVERIFY2(held.status == 1 && !held.err.contains("nothing to try again"), held.text().constData());
    QCOMPARE(segment.requestCount(), 2);
    segment.setStandingAnswer(Answer::success());
    const CliResult freed = cli.run(retry + QStringList{u"--json"_s});
    QVERIFY2(freed.status == 0, freed.text().constData());
    QCOMPARE(freed.object().value(u"waiting"_s).toInt(), 3);
    QCOMPARE(freed.object().value(u"accepted"_s).toInt(), 3);
    QVERIFY2(relay.waitToSay("goes on for"), relay.said().constData());
    QCOMPARE(relay.said().count(hold), 1);
    QCOMPARE(relay.stop().status, 0);
}

void CliReceiveTest::addressesAreRenewedAndRemoved()
{
    const CliRunner cli;
    QVERIFY(cli.addConnection(u"Shop"_s, u"dev"_s, QUrl(u"http://127.0.0.1:1"_s)));
    const QByteArray first = pathOf(cli, u"webhook-url"_s);
    const QByteArray echo = pathOf(cli, u"echo-url"_s);
    QVERIFY(echo.startsWith("/segment/"));
    Receiving receiving(cli, {u"--port"_s, u"0"_s});
    const QByteArray second = pathOf(cli, u"webhook-url"_s, {u"--renew"_s});
    QVERIFY(second.startsWith("/pushwoosh/") && second != first);
    // The running receiver takes the file's change up.
    QVERIFY(QTest::qWaitFor([&] { return receiving.post(eventOf(1), second) == 200; }, kPatience));
    QCOMPARE(receiving.post(eventOf(2), first), 200); // for a day more
    QCOMPARE(receiving.post(eventOf(3), "/segment/" + first.mid(11)), 404);
    cli.run({u"connections"_s, u"webhook-url"_s, u"Shop"_s, u"--remove"_s});
    QVERIFY(QTest::qWaitFor([&] { return receiving.post(eventOf(4), second) == 404; }, kPatience));
    QCOMPARE(receiving.post(eventOf(4), first), 404);
    QCOMPARE(receiving.post("[]", echo), 200);
    QCOMPARE(receiving.stop().status, 0);
    // Neither leaves with the connections, and nobody but the one who asks is shown them.
    const CliResult exported = cli.run({u"connections"_s, u"export"_s});
    QVERIFY2(!exported.out.contains("oken") && exported.out.contains("Shop"), exported.text().constData());
    QVERIFY(!cli.run({u"connections"_s, u"show"_s, u"Shop"_s}).text().contains(echo.mid(9)));
    QCOMPARE(cli.run({u"connections"_s, u"webhook-url"_s, u"Sandbox"_s}).status, 1);
}

void CliReceiveTest::tokensNeedNoKeychain()
{
    const CliRunner cli;
    QVERIFY(cli.addConnection(u"Shop"_s, u"dev"_s, QUrl(u"http://127.0.0.1:1"_s)));
    // As it stands when the keychain cannot be asked, or was left on another machine.
    QFile file(cli.folder() + u"/connections.json"_s);
    QVERIFY(file.open(QIODevice::ReadWrite));
    QJsonObject root = QJsonDocument::fromJson(file.readAll()).object();
    QJsonArray connections = root.value(u"connections"_s).toArray();
    QJsonObject connection = connections.at(0).toObject();
    const auto record = [](const QByteArray &token) {
        const QByteArray digest = QCryptographicHash::hash(token, QCryptographicHash::Sha256).toHex();
        return QJsonObject{{u"sha256"_s, QString::fromLatin1(digest)}};
    };
    const QByteArray webhook(32, 'a');
    const QByteArray echo(32, 'b');
    connection.insert(u"webhookToken"_s, record(webhook));
    connection.insert(u"echoToken"_s, record(echo));
    connection.insert(u"echoSecretExpected"_s, true);
    connections.replace(0, connection);
    root.insert(u"connections"_s, connections);
    QVERIFY(file.resize(0) && file.seek(0));
    file.write(QJsonDocument(root).toJson());
    file.close();

    Receiving receiving(cli, {u"--port"_s, u"0"_s});
    QCOMPARE(receiving.post(eventOf(1), "/pushwoosh/" + webhook), 200);
    // Without its secret an echo is not believed, and Segment is asked to send it again.
    QCOMPARE(receiving.post(track("x", "m"), "/segment/" + echo), 503);
    QCOMPARE(receiving.stop().status, 0);
    QCOMPARE(cli.log().size(), 1);
    // Where its text is not known it is not made up.
    QVERIFY(cli.run({u"connections"_s, u"webhook-url"_s, u"Shop"_s}).status != 0);
}

void CliReceiveTest::aSignedEchoIsVerified()
{
    if (qgetenv("SEGUE_TEST_BUS_MODE") != "unlocked") {
        QSKIP("needs a keychain that holds the secret");
    }
    const CliRunner cli;
    QVERIFY(cli.addConnection(u"Shop"_s, u"dev"_s, QUrl(u"http://127.0.0.1:1"_s)));
    const QByteArray path = pathOf(cli, u"echo-url"_s);
    const QByteArray secret = "what-segment-signs-with";
    const QStringList command{u"connections"_s, u"echo-secret"_s, u"Shop"_s};
    QCOMPARE(cli.run(command, secret + '\n').status, 0);
    Receiving receiving(cli, {u"--port"_s, u"0"_s});
    const QByteArray body = track("x", "m-1");
    const QByteArray signature =
        "X-Signature: " + QMessageAuthenticationCode::hash(body, secret, QCryptographicHash::Sha1).toHex() + "\r\n";
    // Refused for now until the keychain has answered.
    QVERIFY(QTest::qWaitFor([&] { return receiving.post(body, path) == 401; }, kPatience));
    QCOMPARE(receiving.post(body, path, signature), 200);
    QCOMPARE(cli.log().constFirst().value(u"reason"_s).toString(), u"echo"_s);
    QCOMPARE(cli.run(command + QStringList{u"--clear"_s}).status, 0);
    QVERIFY(QTest::qWaitFor([&] { return receiving.post(track("x", "m-2"), path) == 200; }, kPatience));
    const CliResult result = receiving.stop();
    QVERIFY2(result.status == 0 && !result.text().contains(secret), result.text().constData());
}

void CliReceiveTest::aRepeatIsToldInTheLog()
{
    const CliRunner cli;
    QVERIFY(cli.addConnection(u"Shop"_s, u"dev"_s, QUrl(u"http://127.0.0.1:1"_s)));
    const QByteArray path = pathOf(cli, u"webhook-url"_s);
    Receiving receiving(cli, {u"--port"_s, u"0"_s});
    for (int i = 0; i < 3; ++i) {
        QCOMPARE(receiving.post(eventOf(1), path), 200);
    }
    QCOMPARE(receiving.stop().status, 0);
    QCOMPARE(cli.log().size(), 1);
    QCOMPARE(cli.log().constFirst().value(u"repeats"_s).toInt(), 2);
}

void CliReceiveTest::whatWasAcknowledgedSurvivesAKill()
{
    const CliRunner cli;
    QVERIFY(cli.addConnection(u"Shop"_s, u"dev"_s, QUrl(u"http://127.0.0.1:1"_s)));
    const QByteArray path = pathOf(cli, u"webhook-url"_s);
    QStringList acknowledged;
    int number = 0;
    for (int round = 0; round < 3; ++round) {
        Receiving receiving(cli, {u"--port"_s, u"0"_s});
        QVERIFY2(receiving.port != 0, receiving.said().constData());
        std::atomic<bool> over = false;
        std::atomic<int> answered = 0;
        QStringList mine;
        const int first = number;
        std::thread sender([&] {
            for (int i = first; !over; ++i) {
                // Whoever got no answer sends again after the restart: counted, not twice.
                if (receiving.post(eventOf(i), path) != 200) {
                    break;
                }
                mine.append(u"u-%1"_s.arg(i));
                ++answered;
            }
        });
        const bool enough = QTest::qWaitFor([&] { return answered >= 40; }, kPatience);
        receiving.kill();
        over = true;
        sender.join();
        QVERIFY(enough);
        acknowledged += mine;
        number = first + static_cast<int>(mine.size());
    }
    QStringList kept;
    const QList<QJsonObject> log = cli.log();
    for (const QJsonObject &line : log) {
        kept.append(line.value(u"userId"_s).toString());
    }
    for (const QString &id : std::as_const(acknowledged)) {
        QCOMPARE(kept.count(id), 1);
    }
    QCOMPARE(cli.run({u"log"_s, u"--verify"_s}).status, 0);
}

QTEST_GUILESS_MAIN(CliReceiveTest)
#include "tst_clireceive.moc"
