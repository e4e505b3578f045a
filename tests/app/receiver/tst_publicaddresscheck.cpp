// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest> // first: moc 6.4 cannot read <compare> before Qt's own headers

#include "app/receiver/PublicAddressCheck.h"
#include "app/receiver/Receiver.h"
#include "app/receiver/RouteToken.h"

#include <QTcpServer>

using namespace segue;
using namespace Qt::StringLiterals;
using Outcome = segue::PublicAddressCheck::Outcome;

namespace {

constexpr int kPatience = 20'000;

//! The receiver's side, which takes nothing in these tests.
class NoIntake : public ReceiverIntake
{
public:
    void takeCalls(CapturedCalls, HttpServer::Answer answer) override { answer(HttpReply::notKept()); }
    void takeUnreadable(UnreadableCall, HttpReply refusal, HttpServer::Answer answer) override
    {
        answer(std::move(refusal));
    }
    void takeWebhook(WebhookBody, HttpServer::Answer answer) override { answer(HttpReply::notKept()); }
    void takeEcho(EchoBody, HttpServer::Answer answer) override { answer(HttpReply::notKept()); }
    void echoRefused(const std::string &) override {}
    std::string health() override { return "{}"; }
};

WebAnswer answerOf(int status, const QByteArray &body)
{
    WebAnswer answer;
    answer.failure = WebFailure::None;
    answer.status = status;
    answer.body = body;
    return answer;
}

} // namespace

class TestPublicAddressCheck : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void whatAnAnswerMeans_data();
    void whatAnAnswerMeans();
    void ownReceiverAndAnotherToken();
    void nobodyListens();

private:
    Outcome ask(const QByteArray &address)
    {
        PublicAddressCheck check(m_clock, m_redactor);
        std::optional<Outcome> outcome;
        connect(&check, &PublicAddressCheck::found, this,
                [&](const PublicAddressCheck::Finding &finding) { outcome = finding.outcome; });
        check.ask(Secret::fromBytes(address));
        [&] { QTRY_VERIFY_WITH_TIMEOUT(outcome.has_value(), kPatience); }();
        return outcome.value_or(Outcome::NoAnswer);
    }

    SystemClock m_clock;
    Redactor m_redactor;
};

void TestPublicAddressCheck::whatAnAnswerMeans_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<Outcome>("outcome");
    const QByteArray html = "<html>";
    QTest::newRow("another server's 405") << 405 << html << Outcome::OtherServer;
    QTest::newRow("another server's 404") << 404 << html << Outcome::OtherServer;
    QTest::newRow("a page") << 200 << html << Outcome::OtherServer;
    QTest::newRow("elsewhere") << 302 << QByteArray() << Outcome::OtherServer;
    QTest::newRow("nobody behind it") << 502 << html << Outcome::NobodyThere;
    QTest::newRow("a log-in") << 401 << html << Outcome::LogIn;
    QTest::newRow("another name") << 421
                                  << QByteArray::fromStdString(
                                         HttpReply::fault(421, "This server has another name").body)
                                  << Outcome::OtherName;
}

void TestPublicAddressCheck::whatAnAnswerMeans()
{
    QFETCH(int, status);
    QFETCH(QByteArray, body);
    QFETCH(Outcome, outcome);
    const PublicAddressCheck::Finding finding = PublicAddressCheck::judge(answerOf(status, body));
    QCOMPARE(finding.outcome, outcome);
    QVERIFY(!finding.sentence.isEmpty());
}

void TestPublicAddressCheck::ownReceiverAndAnotherToken()
{
    ReceiverDirectory directory;
    NoIntake intake;
    const Secret token = RouteToken::create();
    ReceiverDirectory::Content content;
    content.tokens.insert(RouteToken::digest(token), {"11111111-1111-4111-8111-111111111111", TokenRoute::Webhook, 0});
    directory.publish(content);
    const auto receiver = Receiver::start({}, m_clock, directory, intake);
    QVERIFY(receiver.ok());
    const QByteArray base = "http://127.0.0.1:" + QByteArray::number(receiver.value()->port()) + "/pushwoosh/";
    QCOMPARE(ask(base + token.use([](QByteArrayView bytes) { return bytes.toByteArray(); })), Outcome::Reached);
    QCOMPARE(ask(base + QByteArray(RouteToken::kDigits, '0')), Outcome::OtherToken);
}

void TestPublicAddressCheck::nobodyListens()
{
    QTcpServer server;
    QVERIFY(server.listen(QHostAddress::LocalHost));
    const quint16 port = server.serverPort();
    server.close();
    QCOMPARE(ask("http://127.0.0.1:" + QByteArray::number(port) + "/pushwoosh/0"), Outcome::NoAnswer);
}

QTEST_GUILESS_MAIN(TestPublicAddressCheck)
#include "tst_publicaddresscheck.moc"
