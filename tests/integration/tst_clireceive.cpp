// SPDX-License-Identifier: GPL-3.0-or-later
// `segue receive` in a process of its own: what clients send is printed and kept, a taken port is named, it stops
// cleanly.
#include <QtTest> // first: moc 6.4 cannot read <compare> before Qt's own headers

#include "tests/integration/CliRunner.h"
#include "tests/support/RawClient.h"

#include <QRegularExpression>
#include <QTcpServer>

#include <csignal>

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
    Receiving(const CliRunner &cli, const QStringList &options)
        : m_process(cli.start(QStringList{u"receive"_s} + options))
    {
        static const QRegularExpression address(u"http://127\\.0\\.0\\.1:(\\d+)/v1"_s);
        while (port == 0 && (m_process->waitForReadyRead(100) || m_process->state() != QProcess::NotRunning)) {
            m_err += m_process->readAllStandardError();
            port = address.match(QString::fromUtf8(m_err)).captured(1).toUShort();
        }
    }

    int post(const QByteArray &body) const
    {
        RawClient client(port);
        client.send("POST /v1/track HTTP/1.1\r\nHost: 127.0.0.1:" + QByteArray::number(port) + "\r\nContent-Length: " +
                    QByteArray::number(body.size()) + "\r\n\r\n" + body);
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
    CliResult stop()
    {
        ::kill(static_cast<pid_t>(m_process->processId()), SIGTERM);
        CliResult result = CliRunner::finish(*m_process);
        result.out.prepend(m_out);
        return result;
    }

    std::uint16_t port = 0;

private:
    std::unique_ptr<QProcess> m_process;
    QByteArray m_out;
    QByteArray m_err;
};

} // namespace

class CliReceiveTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void whatComesIsPrintedAndKept();
    void aKnownKeyIsItsConnections();
    void theSameSourceKeepsItsPort();
    void aTakenPortIsNamed();
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

void CliReceiveTest::aKnownKeyIsItsConnections()
{
    if (qgetenv("SEGUE_TEST_BUS_MODE") != "unlocked") {
        QSKIP("needs a keychain that holds the key");
    }
    const CliRunner cli;
    const CliResult added = cli.run({u"connections"_s, u"add"_s, u"--name"_s, u"Shop"_s, u"--environment"_s, u"dev"_s,
                                     u"--endpoint"_s, u"http://127.0.0.1:1"_s, u"--write-key-stdin"_s,
                                     u"--json"_s},
                                    kKey + '\n');
    QVERIFY2(added.status == 0, added.text().constData());
    Receiving receiving(cli, {u"--port"_s, u"0"_s, u"--json"_s});
    // The keychain answers when it likes; until then the key is an unknown one.
    QVERIFY(QTest::qWaitFor(
        [&] {
            RawClient client(receiving.port);
            client.send("GET /v1/projects/" + kKey + "/settings HTTP/1.1\r\nHost: 127.0.0.1:" +
                        QByteArray::number(receiving.port) + "\r\n\r\n");
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

QTEST_GUILESS_MAIN(CliReceiveTest)
#include "tst_clireceive.moc"
