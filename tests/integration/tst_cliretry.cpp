// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/integration/CliRunner.h"
#include "tests/support/FaultServer.h"

#include <QTest>

using namespace segue::test;
using namespace Qt::StringLiterals;

namespace {

const QByteArray kKey = "ABCDEFGHIJabcdefghij012345678901\n";

} // namespace

//! `segue retry`, on a machine without a keychain.
class TestCliRetry : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void whatWasRefusedIsSentAgainUnderItsId();
    void singleEventsAreNamedByTheirNumber();
    void blockedEventsStayWhereSegmentWouldDropThem();
    void nothingToTryIsNoFailure();
    void prodIsAskedFor();
    void theLineIsChecked_data();
    void theLineIsChecked();

private:
    CliResult sendOne(const QString &connection = u"Acme"_s, const QStringList &more = {});

    std::unique_ptr<CliRunner> m_segue;
    std::unique_ptr<FaultServer> m_server;
};

void TestCliRetry::init()
{
    m_segue = std::make_unique<CliRunner>();
    m_server = std::make_unique<FaultServer>();
    QVERIFY(m_segue->addConnection(u"Acme"_s, u"dev"_s, m_server->url()));
}

CliResult TestCliRetry::sendOne(const QString &connection, const QStringList &more)
{
    return m_segue->run(
        QStringList{u"send"_s, u"--connection"_s, connection, u"--event"_s, u"Push Sent"_s, u"--write-key-stdin"_s} +
            more,
        kKey);
}

void TestCliRetry::whatWasRefusedIsSentAgainUnderItsId()
{
    m_server->enqueue(Answer::error(400));
    QCOMPARE(sendOne().status, 1);
    const QJsonObject refused = m_segue->log().constFirst();
    QCOMPARE(refused.value("state"_L1).toString(), u"refused"_s);
    const CliResult again =
        m_segue->run({u"retry"_s, u"--connection"_s, u"Acme"_s, u"--write-key-stdin"_s, u"--json"_s}, kKey);
    QVERIFY2(again.status == 0, again.text().constData());
    QCOMPARE(again.object().value("queued"_L1).toInt(), 1);
    QCOMPARE(again.object().value("accepted"_L1).toInt(), 1);
    QCOMPARE(again.object().value("left"_L1).toInt(), 0);
    const QList<QJsonObject> log = m_segue->log();
    QCOMPARE(log.size(), 1);
    QCOMPARE(log.constFirst().value("state"_L1).toString(), u"accepted"_s);
    QCOMPARE(m_server->requestCount(), 2);
    QVERIFY(m_server->lastRequest().body.contains(refused.value("messageId"_L1).toString().toUtf8()));
}

void TestCliRetry::singleEventsAreNamedByTheirNumber()
{
    m_server->enqueue({Answer::error(400), Answer::error(400)});
    QCOMPARE(sendOne().status, 1);
    QCOMPARE(sendOne().status, 1);
    const QList<QJsonObject> before = m_segue->log();
    // Without its key it stays queued, which is said.
    const CliResult again = m_segue->run({u"retry"_s, u"--id"_s, QString::number(before.at(1).value("id"_L1).toInt()),
                                          u"--id"_s, u"999"_s, u"--timeout"_s, u"0"_s});
    QVERIFY2(again.status == 1, again.text().constData());
    QVERIFY2(again.err.contains("1 event is queued again") || again.err.contains("1 event(s) are queued again"),
             again.text().constData());
    QVERIFY2(again.err.contains("stay as they are") || again.err.contains("stays as it is"), again.text().constData());
    QCOMPARE(m_segue->log().at(0).value("state"_L1).toString(), u"refused"_s);
    QVERIFY(m_segue->log().at(1).value("state"_L1).toString() != u"refused"_s);
}

void TestCliRetry::blockedEventsStayWhereSegmentWouldDropThem()
{
    QFile file(m_segue->scratch(u"calls.json"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(R"([{"type":"track","event":"Push Sent"}])");
    file.close();
    QCOMPARE(m_segue->run({u"send"_s, u"--connection"_s, u"Acme"_s, u"--payload"_s, file.fileName()}).status, 1);
    QCOMPARE(m_segue->log().constFirst().value("state"_L1).toString(), u"blocked"_s);
    const CliResult again =
        m_segue->run({u"retry"_s, u"--connection"_s, u"Acme"_s, u"--state"_s, u"blocked"_s, u"--json"_s});
    QVERIFY2(again.status == 1, again.text().constData());
    QCOMPARE(again.object().value("queued"_L1).toInt(-1), 0);
    QCOMPARE(again.object().value("blocked"_L1).toInt(), 1);
    QCOMPARE(m_segue->log().constFirst().value("state"_L1).toString(), u"blocked"_s);
}

void TestCliRetry::nothingToTryIsNoFailure()
{
    const CliResult again = m_segue->run({u"retry"_s, u"--connection"_s, u"Acme"_s});
    QVERIFY2(again.status == 0, again.text().constData());
    QVERIFY2(again.err.contains("nothing to try again"), again.text().constData());
}

void TestCliRetry::prodIsAskedFor()
{
    QVERIFY(m_segue->addConnection(u"Live"_s, u"prod"_s, m_server->url()));
    m_server->enqueue(Answer::error(400));
    QCOMPARE(sendOne(u"Live"_s, {u"--yes-prod"_s}).status, 1);
    const QStringList line{u"retry"_s, u"--connection"_s, u"Live"_s, u"--write-key-stdin"_s};
    const CliResult asked = m_segue->run(line, kKey);
    QVERIFY2(asked.status == 2, asked.text().constData());
    QVERIFY2(asked.err.contains("--yes-prod"), asked.text().constData());
    QCOMPARE(m_server->requestCount(), 1);
    QCOMPARE(m_segue->log().constFirst().value("state"_L1).toString(), u"refused"_s);
    const CliResult sent = m_segue->run(line + QStringList{u"--yes-prod"_s}, kKey);
    QVERIFY2(sent.status == 0, sent.text().constData());
    QCOMPARE(m_server->requestCount(), 2);
}

void TestCliRetry::theLineIsChecked_data()
{
    QTest::addColumn<QStringList>("options");
    QTest::newRow("nothing") << QStringList{};
    QTest::newRow("both") << QStringList{u"--connection"_s, u"Acme"_s, u"--id"_s, u"1"_s};
    QTest::newRow("no number") << QStringList{u"--id"_s, u"first"_s};
    QTest::newRow("delivered") << QStringList{u"--connection"_s, u"Acme"_s, u"--state"_s, u"accepted"_s};
    QTest::newRow("no state") << QStringList{u"--connection"_s, u"Acme"_s, u"--state"_s, u","_s};
    QTest::newRow("time") << QStringList{u"--connection"_s, u"Acme"_s, u"--timeout"_s, u"soon"_s};
}

void TestCliRetry::theLineIsChecked()
{
    QFETCH(const QStringList, options);
    const CliResult result = m_segue->run(QStringList{u"retry"_s} + options);
    QVERIFY2(result.status == 2, result.text().constData());
    QVERIFY(!result.err.isEmpty());
}

QTEST_GUILESS_MAIN(TestCliRetry)
#include "tst_cliretry.moc"
