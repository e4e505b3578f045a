// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest>

#include "app/pushwoosh/ApplicationsAnswer.h"

using namespace segue;
using namespace Qt::StringLiterals;

Q_DECLARE_METATYPE(segue::ErrorCode)

class TestApplicationsAnswer : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void applicationsComeAsAnObject();
    void anEmptyListComesInBothForms_data();
    void anEmptyListComesInBothForms();
    void everyFormOfAnError_data();
    void everyFormOfAnError();
    void longTextsAreCut();
    void anotherBaseIsToldAndNotUsed();
};

namespace {

Result<ApplicationsPage> read(const QByteArray &body, int status = 200, const QByteArray &type = "application/json")
{
    return readApplicationsPage(status, type, body);
}

} // namespace

void TestApplicationsAnswer::applicationsComeAsAnObject()
{
    const auto page = read(R"json({"status_code":200,"status_message":"OK","response":{"total":"2","page":0,"applications":
        {"A1B2C-3D4E5":"Shop (production)","0F9E8-7D6C5":"Łódź 🎉"}}})json");
    QVERIFY(page.ok());
    QCOMPARE(page.value().total, 2);
    QCOMPARE(page.value().applications.size(), 2);
    QVERIFY(page.value().applications.contains({u"A1B2C-3D4E5"_s, u"Shop (production)"_s}));
    QVERIFY(page.value().applications.contains({u"0F9E8-7D6C5"_s, u"Łódź 🎉"_s}));
}

void TestApplicationsAnswer::anEmptyListComesInBothForms_data()
{
    QTest::addColumn<QByteArray>("list");
    QTest::newRow("object") << QByteArray("{}");
    QTest::newRow("array") << QByteArray("[]");
}

void TestApplicationsAnswer::anEmptyListComesInBothForms()
{
    QFETCH(QByteArray, list);
    const auto page = read(R"({"status_code":200,"response":{"applications":)" + list + "}}");
    QVERIFY(page.ok());
    QVERIFY(page.value().applications.isEmpty());
    QCOMPARE(page.value().total, -1);
}

void TestApplicationsAnswer::everyFormOfAnError_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("type");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<ErrorCode>("code");
    QTest::addColumn<QString>("says");
    const QByteArray json = "application/json";
    QTest::newRow("wrong argument") << 200 << json << QByteArray(R"({"status_code":210,"status_message":"bad page"})")
                                    << ErrorCode::InvalidInput << u"210: bad page"_s;
    QTest::newRow("refused in 200") << 200 << json
                                    << QByteArray(R"({"status_code":403,"status_message":"token restrictions"})")
                                    << ErrorCode::Denied << u"403: token restrictions"_s;
    QTest::newRow("refused") << 403 << json << QByteArray(R"({"error":{"message":"no plan"}})") << ErrorCode::Denied
                             << u"403: no plan"_s;
    QTest::newRow("wrong token") << 401 << json << QByteArray(R"({"error":"unauthorized"})") << ErrorCode::Denied
                                 << u"401: unauthorized"_s;
    QTest::newRow("message") << 400 << json << QByteArray(R"({"message":"no body"})") << ErrorCode::InvalidInput
                             << u"400: no body"_s;
    QTest::newRow("too many") << 429 << json << QByteArray() << ErrorCode::Network << u"429"_s;
    QTest::newRow("their fault") << 500 << json << QByteArray(R"({"status_code":500})") << ErrorCode::Network << u"500"_s;
    QTest::newRow("redirect") << 302 << json << QByteArray() << ErrorCode::Payload << u"302"_s;
    QTest::newRow("nothing there") << 404 << json << QByteArray("<html>") << ErrorCode::Payload << u"404"_s;
    QTest::newRow("web page") << 200 << QByteArray("text/html") << QByteArray("<html><b>Sign in</b>") << ErrorCode::Payload
                              << u"not the Pushwoosh API"_s;
    QTest::newRow("no JSON") << 200 << json << QByteArray("OK") << ErrorCode::Payload << u"not the Pushwoosh API"_s;
    QTest::newRow("another JSON") << 200 << json << QByteArray("{}") << ErrorCode::Payload << u"not the Pushwoosh API"_s;
    QTest::newRow("no list") << 200 << json << QByteArray(R"({"status_code":200,"response":null})") << ErrorCode::Payload
                             << u"not the Pushwoosh API"_s;
    QTest::newRow("a list of another form") << 200 << json
                                            << QByteArray(R"({"status_code":200,"response":{"applications":["A"]}})")
                                            << ErrorCode::Payload << u"not the Pushwoosh API"_s;
}

void TestApplicationsAnswer::everyFormOfAnError()
{
    QFETCH(int, status);
    QFETCH(QByteArray, type);
    QFETCH(QByteArray, body);
    QFETCH(ErrorCode, code);
    QFETCH(QString, says);
    const auto page = read(body, status, type);
    QVERIFY(!page.ok());
    QCOMPARE(page.error().code, code);
    QVERIFY2(page.error().userText.contains(says), qPrintable(page.error().userText));
}

void TestApplicationsAnswer::longTextsAreCut()
{
    const auto page = read(R"({"status_code":200,"response":{"applications":{"A":")" + QByteArray(5'000, 'x') +
                           R"(",")" + QByteArray(500, 'B') + R"(":"too long a code"," ":"no code"}}})");
    QVERIFY(page.ok());
    QCOMPARE(page.value().applications.size(), 1);
    QCOMPARE(page.value().applications.constFirst().name.size(), 300);
    const auto refused = read(R"({"message":")" + QByteArray(5'000, 'y') + R"("})", 403);
    QVERIFY(refused.error().userText.size() < 1'000);
}

void TestApplicationsAnswer::anotherBaseIsToldAndNotUsed()
{
    const auto page =
        read(R"({"status_code":200,"base_url":"https://other.example/json/1.3/","response":{"applications":{}}})");
    QVERIFY(page.ok());
    QCOMPARE(page.value().otherBase, u"https://other.example/json/1.3/"_s);
}

QTEST_GUILESS_MAIN(TestApplicationsAnswer)
#include "tst_applicationsanswer.moc"
