// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/segment/IdentityMask.h"

#include <QTest>

using namespace segue;
using namespace Qt::StringLiterals;

class TestIdentityMask : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void anIdentityKeepsItsFirstCharacter();
    void aShortIdDoesNotMangleOtherText();
    void personalPlacesAreMasked_data();
    void personalPlacesAreMasked();
    void otherBytesStayAsTheyWere();
    void everyDoubleIsMasked();
    void whatIsNoJsonIsNotShown();
};

void TestIdentityMask::anIdentityKeepsItsFirstCharacter()
{
    QCOMPARE(IdentityMask::masked(u"4711"_s), u"4•••"_s);
    QCOMPARE(IdentityMask::masked(u"someone@example.com"_s), u"s••••••"_s);
    QCOMPARE(IdentityMask::masked(u"4"_s), u"•"_s);
    QCOMPARE(IdentityMask::masked(u"\U0001F600x"_s), u"\U0001F600•"_s);
    QCOMPARE(IdentityMask::masked(QString()), QString());
}

void TestIdentityMask::aShortIdDoesNotMangleOtherText()
{
    const QByteArray payload = R"({"event":"Email Sent 4","userId":"4","properties":{"n":14,"code":"4x4"}})";
    QCOMPARE(IdentityMask::maskedPayload(payload, u"4"_s).value(),
             QByteArray(R"({"event":"Email Sent 4","userId":"•","properties":{"n":14,"code":"4x4"}})"));
}

void TestIdentityMask::personalPlacesAreMasked_data()
{
    QTest::addColumn<QByteArray>("payload");
    QTest::newRow("userId") << QByteArray(R"({"userId":"SECRET"})");
    QTest::newRow("a number") << QByteArray(R"({"userId":7777777})");
    QTest::newRow("anonymousId") << QByteArray(R"({"anonymousId":"SECRET"})");
    QTest::newRow("previousId") << QByteArray(R"({"previousId":"SECRET"})");
    QTest::newRow("traits") << QByteArray(R"({"traits":{"plan":"SECRET","address":{"city":"SECRET"}}})");
    QTest::newRow("traits in context") << QByteArray(R"({"context":{"traits":{"email":"SECRET"}}})");
    QTest::newRow("device") << QByteArray(R"({"context":{"device":{"id":"SECRET","advertisingId":"SECRET"}}})");
    QTest::newRow("ip") << QByteArray(R"({"context":{"ip":"SECRET"}})");
    QTest::newRow("email property") << QByteArray(R"({"properties":{"user_email":"SECRET"}})");
    QTest::newRow("phones") << QByteArray(R"({"properties":{"phone":["SECRET",7777777]}})");
    QTest::newRow("e-mail anywhere") << QByteArray(R"({"properties":{"x":"SECRET@example.com"}})");
    QTest::newRow("phone anywhere") << QByteArray(R"({"properties":{"x":["+77777771"]}})");
    QTest::newRow("the identity anywhere") << QByteArray(R"({"properties":{"x":"SECRET"}})");
    QTest::newRow("escaped") << QByteArray(R"({"user\u0049d":"\u0053ECRET"})");
    QTest::newRow("Pushwoosh") << QByteArray(R"({"user_id":"SECRET","hwid":"SECRET"})");
    QTest::newRow("group") << QByteArray(R"([{"userId":"SECRET"}])");
}

void TestIdentityMask::personalPlacesAreMasked()
{
    QFETCH(const QByteArray, payload);
    const QByteArray masked = IdentityMask::maskedPayload(payload, u"SECRET"_s).value();
    QVERIFY2(!masked.contains("ECRET"), masked.constData());
    QVERIFY2(!masked.contains("7777777"), masked.constData());
    QVERIFY(masked.contains("•"));
}

void TestIdentityMask::otherBytesStayAsTheyWere()
{
    const QByteArray payload = "{ \"a\" : 1.10,\"userId\":\"u1\" ,\n\"properties\":{\"id\":9007199254740993}}";
    QCOMPARE(IdentityMask::maskedPayload(payload, u"u1"_s).value(),
             QByteArray("{ \"a\" : 1.10,\"userId\":\"u•\" ,\n\"properties\":{\"id\":9007199254740993}}"));
}

void TestIdentityMask::everyDoubleIsMasked()
{
    QCOMPARE(IdentityMask::maskedPayload(R"({"userId":"abc","userId":"xyz"})", {}).value(),
             QByteArray(R"({"userId":"a••","userId":"x••"})"));
}

void TestIdentityMask::whatIsNoJsonIsNotShown()
{
    QVERIFY(!IdentityMask::maskedPayload("{\"userId\":\"4711\"", u"4711"_s));
}

QTEST_APPLESS_MAIN(TestIdentityMask)
#include "tst_identitymask.moc"
