// SPDX-License-Identifier: GPL-3.0-or-later
// clazy:excludeall=lambda-in-connect
#include <QtTest> // first: moc 6.4 cannot read <compare> before Qt's own headers

#include "app/receiver/IntakeCounts.h"
#include "app/receiver/PortHolder.h"

#include <QTcpServer>
#include <QTcpSocket>

using namespace segue;
using namespace Qt::StringLiterals;

namespace {
constexpr int kPatience = 20'000;
} // namespace

//! Who has the port.
class TestPortHolder : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void whatAnAnswerMeans_data();
    void whatAnAnswerMeans();
    void whoSaysNothingIsNotWaitedForLong();
    void nothingIsFoundAfterAStop();
    void aDigestTellsFoldersApart();

private:
    const QByteArray m_salt = QByteArray(32, 's');
    const QByteArray m_whose = QByteArray::fromStdString(IntakeCounts::installation(m_salt));
    SystemClock m_clock;
    Redactor m_redactor;
};

void TestPortHolder::whatAnAnswerMeans_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<bool>("ours");
    const QByteArray ours = R"({"status":"ok","installation":")" + m_whose + R"(","captured":3,"notKept":0})";
    QTest::newRow("the same data") << 200 << ours << true;
    QTest::newRow("other data") << 200 << QByteArray(ours).replace(m_whose, QByteArray(32, '0')) << false;
    QTest::newRow("an older version") << 200 << QByteArray(R"({"status":"ok","captured":3,"notKept":0})") << true;
    QTest::newRow("almost the same") << 200 << QByteArray(ours).replace(R"("installation":")", R"("installation":" )")
                                     << false;
    QTest::newRow("another program's health") << 200 << QByteArray(R"({"status":"ok"})") << false;
    QTest::newRow("no JSON") << 200 << QByteArray("ok") << false;
    QTest::newRow("an error") << 503 << ours << false;
}

void TestPortHolder::whatAnAnswerMeans()
{
    QFETCH(int, status);
    QFETCH(QByteArray, body);
    QFETCH(bool, ours);
    QTcpServer server;
    QVERIFY(server.listen(QHostAddress::LocalHost));
    QByteArray asked;
    connect(&server, &QTcpServer::newConnection, this, [&] {
        QTcpSocket *socket = server.nextPendingConnection();
        connect(socket, &QTcpSocket::readyRead, this, [&, socket] {
            asked += socket->readAll();
            if (asked.endsWith("\r\n\r\n")) {
                socket->write("HTTP/1.1 " + QByteArray::number(status) +
                              " As it is\r\nContent-Length: " + QByteArray::number(body.size()) + "\r\n\r\n" + body);
            }
        });
    });
    PortHolder holder(m_clock, m_redactor);
    QSignalSpy found(&holder, &PortHolder::found);
    holder.ask(server.serverPort(), m_salt);
    QTRY_COMPARE_WITH_TIMEOUT(found.count(), 1, kPatience);
    QCOMPARE(found.constFirst().constFirst().toBool(), ours);
    QVERIFY2(asked.startsWith("GET /healthz HTTP/1.1\r\n"), asked.constData());
}

void TestPortHolder::whoSaysNothingIsNotWaitedForLong()
{
    QTcpServer server;
    QVERIFY(server.listen(QHostAddress::LocalHost));
    PortHolder holder(m_clock, m_redactor);
    QSignalSpy found(&holder, &PortHolder::found);
    holder.ask(server.serverPort(), m_salt);
    QTRY_COMPARE_WITH_TIMEOUT(found.count(), 1, kPatience);
    QVERIFY(!found.constFirst().constFirst().toBool());
    const std::uint16_t port = server.serverPort();
    server.close();
    holder.ask(port, m_salt);
    QTRY_COMPARE_WITH_TIMEOUT(found.count(), 2, kPatience);
    QVERIFY(!found.constLast().constFirst().toBool());
}

void TestPortHolder::nothingIsFoundAfterAStop()
{
    QTcpServer server;
    QVERIFY(server.listen(QHostAddress::LocalHost));
    PortHolder holder(m_clock, m_redactor);
    QSignalSpy found(&holder, &PortHolder::found);
    holder.ask(server.serverPort(), m_salt);
    QTRY_VERIFY_WITH_TIMEOUT(server.hasPendingConnections(), kPatience);
    holder.stop();
    const std::uint16_t port = server.serverPort();
    server.close();
    holder.ask(port, m_salt); // this one is answered, the first is not
    QTRY_COMPARE_WITH_TIMEOUT(found.count(), 1, kPatience);
}

void TestPortHolder::aDigestTellsFoldersApart()
{
    const std::string one = IntakeCounts::installation(QByteArray(32, 'a'));
    QCOMPARE(one.size(), std::size_t(32));
    QVERIFY(one != IntakeCounts::installation(QByteArray(32, 'b')));
    QVERIFY(one == IntakeCounts::installation(QByteArray(32, 'a')));
}

QTEST_GUILESS_MAIN(TestPortHolder)
#include "tst_portholder.moc"
