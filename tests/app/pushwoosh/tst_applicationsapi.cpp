// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest>

#include "app/pushwoosh/ApplicationsApi.h"
#include "tests/support/FaultServer.h"

#include <QJsonDocument>
#include <QJsonObject>

using namespace segue;
using namespace segue::test;
using namespace Qt::StringLiterals;

namespace {

const QByteArray kToken = R"(sErVer"ToKen\42)";

//! What Pushwoosh answers for a page: `perPage` of `count` applications; beyond the end an empty array.
Answer pageOf(const Request &request, int count, int perPage, int total)
{
    const QJsonObject asked = QJsonDocument::fromJson(request.body).object().value(u"request"_s).toObject();
    const int page = asked.value(u"page"_s).toInt();
    QByteArray applications;
    for (int i = page * perPage; i < std::min(count, (page + 1) * perPage); ++i) {
        applications += (applications.isEmpty() ? "" : ",") + QByteArray("\"") +
                        QByteArray::number(i).rightJustified(5, '0') + "-00000\":\"App " +
                        QByteArray::number(count - i).rightJustified(6, '0') + '"';
    }
    Answer answer;
    answer.body = R"({"status_code":200,"status_message":"OK","response":{"total":)" + QByteArray::number(total) +
                  R"(,"applications":)" + (applications.isEmpty() ? QByteArray("[]") : QByteArray('{' + applications + '}')) + "}}";
    return answer;
}

} // namespace

class TestApplicationsApi : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();

    void asksAsDocumented();
    void allPagesAreMergedAndSorted_data();
    void allPagesAreMergedAndSorted();
    void thePagesHaveAnEnd();
    void waitsWhenAsked();
    void doesNotWaitForEver();
    void faultsHaveSentences_data();
    void faultsHaveSentences();
    void theTokenIsInNoError();
    void aRedirectIsNotFollowed();
    void givingUpAnswersAtOnce();
    void goesAwayWhileAsking();
    void addresses_data();
    void addresses();

private:
    Result<ApplicationList> list();

    SystemClock m_clock;
    Redactor m_redactor;
    std::unique_ptr<FaultServer> m_server;
    std::unique_ptr<ApplicationsApi> m_api;
    ApplicationsApi::Limits m_limits;
};

void TestApplicationsApi::init()
{
    m_server = std::make_unique<FaultServer>();
    m_limits = {};
    m_limits.timeoutMs = 5'000;
    m_api = std::make_unique<ApplicationsApi>(m_clock, m_redactor, m_limits);
}

Result<ApplicationList> TestApplicationsApi::list()
{
    const auto future = m_api->list(m_server->url(), Secret::fromBytes(kToken));
    if (!QTest::qWaitFor([&] { return future.isFinished(); }, 30'000)) {
        return Error{ErrorCode::Internal, u"no answer"_s, {}};
    }
    return future.result();
}

void TestApplicationsApi::asksAsDocumented()
{
    m_server->setResponder([](const Request &request) { return pageOf(request, 2, 50, 1); });
    const auto answer = list();
    QVERIFY(answer.ok());
    QCOMPARE(answer.value().applications.size(), 2);
    QVERIFY(answer.value().isComplete);
    const Request first = m_server->requests().constFirst();
    QCOMPARE(first.method, "POST");
    QCOMPARE(first.target, "/json/1.3/getApplications");
    QCOMPARE(first.header("Content-Type"), "application/json");
    QVERIFY(first.header("Authorization").isEmpty());
    const QJsonObject request = QJsonDocument::fromJson(first.body).object().value(u"request"_s).toObject();
    QCOMPARE(request.value(u"auth"_s).toString().toUtf8(), kToken);
    QCOMPARE(request.value(u"page"_s).toInt(-1), 0);
}

void TestApplicationsApi::allPagesAreMergedAndSorted_data()
{
    QTest::addColumn<int>("count");
    QTest::addColumn<int>("total");
    QTest::addColumn<int>("requests");
    QTest::newRow("none") << 0 << 0 << 1;
    QTest::newRow("the total is the last page") << 250 << 2 << 3;
    QTest::newRow("the total is the number of pages") << 250 << 3 << 4;
    QTest::newRow("the total counts applications") << 250 << 250 << 4;
    QTest::newRow("ten thousand") << 10'000 << 10'000 << 100;
}

void TestApplicationsApi::allPagesAreMergedAndSorted()
{
    QFETCH(int, count);
    QFETCH(int, total);
    QFETCH(int, requests);
    m_server->setResponder([=](const Request &request) { return pageOf(request, count, 100, total); });
    const auto answer = list();
    QVERIFY2(answer.ok(), qPrintable(answer.ok() ? QString() : answer.error().detail));
    const QList<PushwooshApplication> &all = answer.value().applications;
    QCOMPARE(all.size(), count);
    QVERIFY(std::ranges::is_sorted(all, {}, &PushwooshApplication::name));
    QCOMPARE(m_server->requestCount(), requests);
}

void TestApplicationsApi::thePagesHaveAnEnd()
{
    m_limits.pages = 5;
    m_api = std::make_unique<ApplicationsApi>(m_clock, m_redactor, m_limits);
    m_server->setResponder([](const Request &request) { return pageOf(request, 1'000, 10, 1'000); });
    const auto answer = list();
    QVERIFY(answer.ok());
    QCOMPARE(answer.value().applications.size(), 50);
    QVERIFY(!answer.value().isComplete);
    QCOMPARE(m_server->requestCount(), 5);
}

void TestApplicationsApi::waitsWhenAsked()
{
    m_server->enqueue(Answer::retryAfter("0"));
    m_server->setResponder([](const Request &request) { return pageOf(request, 3, 10, 0); });
    const auto answer = list();
    QVERIFY(answer.ok());
    QCOMPARE(answer.value().applications.size(), 3);
    QCOMPARE(m_server->requestCount(), 2);
}

void TestApplicationsApi::doesNotWaitForEver()
{
    m_server->setStandingAnswer(Answer::retryAfter("0"));
    const auto often = list();
    QVERIFY(!often.ok());
    QCOMPARE(often.error().code, ErrorCode::Network);
    QCOMPARE(m_server->requestCount(), m_limits.waits + 1);
    m_server->clear();
    m_server->setStandingAnswer(Answer::retryAfter("3600"));
    QVERIFY(!list().ok());
    QCOMPARE(m_server->requestCount(), 1);
}

void TestApplicationsApi::faultsHaveSentences_data()
{
    QTest::addColumn<QString>("answer");
    for (const QString &word : {u"401"_s, u"403"_s, u"500"_s, u"503"_s, u"html"_s, u"302"_s, u"reset"_s, u"close"_s,
                                u"half"_s, u"endless"_s}) {
        QTest::newRow(qPrintable(word)) << word;
    }
}

void TestApplicationsApi::faultsHaveSentences()
{
    QFETCH(QString, answer);
    m_server->setStandingAnswer(*Answer::parse(answer));
    const auto result = list();
    QVERIFY(!result.ok());
    QVERIFY(!result.error().userText.isEmpty());
    QCOMPARE(m_server->requestCount(), 1);
}

void TestApplicationsApi::theTokenIsInNoError()
{
    m_redactor.learn(Secret::fromBytes("sErVerToKen42plain"));
    Answer echo = Answer::error(403);
    echo.body = R"({"status_message":"token sErVerToKen42plain is not allowed"})";
    m_server->setStandingAnswer(echo);
    const auto result = list();
    QVERIFY(!result.ok());
    QVERIFY(!result.error().userText.contains(u"sErVerToKen42plain"_s));
    QVERIFY(!result.error().detail.contains(u"sErVerToKen42plain"_s));
}

void TestApplicationsApi::aRedirectIsNotFollowed()
{
    FaultServer other;
    m_server->setStandingAnswer(Answer::redirect(other.url(u"/json/1.3/getApplications"_s).toEncoded(), 307));
    const auto result = list();
    QVERIFY(!result.ok());
    QVERIFY(result.error().userText.contains(u"307"_s));
    QCOMPARE(other.requestCount(), 0);
}

void TestApplicationsApi::givingUpAnswersAtOnce()
{
    m_server->setStandingAnswer(Answer::of(Answer::Fault::Hang));
    const auto future = m_api->list(m_server->url(), Secret::fromBytes(kToken));
    QTRY_COMPARE(m_server->requestCount(), 1);
    m_api->abort();
    QVERIFY(future.isFinished());
    QCOMPARE(future.result().error().code, ErrorCode::Cancelled);
    m_server->setResponder([](const Request &request) { return pageOf(request, 1, 10, 0); });
    QVERIFY(list().ok());
}

void TestApplicationsApi::goesAwayWhileAsking()
{
    m_server->setStandingAnswer(Answer::of(Answer::Fault::Hang));
    const auto future = m_api->list(m_server->url(), Secret::fromBytes(kToken));
    QTRY_COMPARE(m_server->requestCount(), 1);
    m_api.reset();
    QVERIFY(future.isFinished());
    QCOMPARE(future.result().error().code, ErrorCode::Cancelled);
}

void TestApplicationsApi::addresses_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("url");
    QTest::newRow("default") << u"https://api.pushwoosh.com"_s << u"https://api.pushwoosh.com"_s;
    QTest::newRow("without scheme") << u" cp.pushwoosh.com/ "_s << u"https://cp.pushwoosh.com"_s;
    QTest::newRow("with the method's path") << u"https://api.example.com/eu/json/1.3/"_s << u"https://api.example.com/eu"_s;
    QTest::newRow("this computer") << u"http://127.0.0.1:99"_s << u"http://127.0.0.1:99"_s;
    QTest::newRow("plain") << u"http://api.pushwoosh.com"_s << QString();
    QTest::newRow("empty") << u" "_s << QString();
    QTest::newRow("with a user") << u"https://user:secret@api.pushwoosh.com"_s << QString();
    QTest::newRow("with a query") << u"https://api.pushwoosh.com/?token=1"_s << QString();
    QTest::newRow("no address") << u"https://"_s << QString();
}

void TestApplicationsApi::addresses()
{
    QFETCH(QString, text);
    QFETCH(QString, url);
    const Result<QUrl> read = ApplicationsApi::readBase(text);
    QCOMPARE(read.ok(), !url.isEmpty());
    if (read) {
        QCOMPARE(read.value().toString(), url);
    } else {
        QCOMPARE(read.error().code, ErrorCode::InvalidInput);
        QVERIFY(!read.error().userText.contains(u"secret"_s));
    }
}

QTEST_GUILESS_MAIN(TestApplicationsApi)
#include "tst_applicationsapi.moc"
