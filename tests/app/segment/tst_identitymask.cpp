// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/segment/IdentityMask.h"

#include "app/segment/JsonOutline.h"

#include <QTest>

using namespace segue;

class TestIdentityMask : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aMaskTellsNeitherValueNorLength();
    void everyPlaceOfAPersonIsMasked_data();
    void everyPlaceOfAPersonIsMasked();
    void whatIsNobodyStaysByteForByte_data();
    void whatIsNobodyStaysByteForByte();
    void aValueSeenAgainElsewhereIsMaskedThereToo();
    void theEntrysOwnIdentityIsMaskedWhereverItStands();
    void aMaskedPayloadIsStillJson();
    void ofBytesThatAreNoJsonNothingIsGiven();
    void aShortIdentityIsMaskedAsAWordOnly();
    void anAnswerCutOffGivesNothingAway();
    void aValueAloneIsMaskedByItsPlace();
};

void TestIdentityMask::aMaskTellsNeitherValueNorLength()
{
    QCOMPARE(IdentityMask::masked(QString()), QString());
    QCOMPARE(IdentityMask::masked(QStringLiteral("7")), QStringLiteral("••••••"));
    QCOMPARE(IdentityMask::masked(QStringLiteral("471")), QStringLiteral("••••••"));
    QCOMPARE(IdentityMask::masked(QStringLiteral("4711")), QStringLiteral("4••••••"));
    QCOMPARE(IdentityMask::masked(QStringLiteral("jane.doe@example.com")), QStringLiteral("j••••••"));
    QCOMPARE(IdentityMask::masked(QStringLiteral("😀-user")), QStringLiteral("😀••••••"));
}

void TestIdentityMask::everyPlaceOfAPersonIsMasked_data()
{
    QTest::addColumn<QByteArray>("payload");
    QTest::addColumn<QByteArray>("expected");
    const auto row = [](const char *name, const char *payload, const char *expected) {
        QTest::newRow(name) << QByteArray(payload) << QByteArray(expected);
    };
    row("userId", R"({"userId":"4711"})", R"({"userId":"4••••••"})");
    row("anonymousId", R"({"anonymousId" : "9F3C-77" })", R"({"anonymousId" : "9••••••" })");
    row("previousId", R"({"previousId":"old-1"})", R"({"previousId":"o••••••"})");
    row("a number", R"({"userId":4711,"n":1})", R"({"userId":"4••••••","n":1})");
    row("letter case and underscores", R"({"USER_ID":"4711","user-id":"4712"})",
        R"({"USER_ID":"4••••••","user-id":"4••••••"})");
    row("escaped name", R"({"user\u0049d":"4711"})", R"({"user\u0049d":"4••••••"})");
    row("escaped value", R"({"userId":"\u0034711"})", R"({"userId":"4••••••"})");
    row("the same name twice", R"({"userId":"4711","userId":"4712"})", R"({"userId":"4••••••","userId":"4••••••"})");
    row("traits", R"({"traits":{"email":"a@b.example","age":41,"home":{"city":"Ulm"},"vip":true}})",
        R"({"traits":{"email":"a••••••","age":"••••••","home":{"city":"••••••"},"vip":true}})");
    row("context.traits", R"({"context":{"traits":{"name":"Jane"}}})", R"({"context":{"traits":{"name":"J••••••"}}})");
    row("device", R"({"context":{"device":{"id":"AB12","token":"tok1","model":"X"}}})",
        R"({"context":{"device":{"id":"A••••••","token":"t••••••","model":"X"}}})");
    row("ip", R"({"context":{"ip":"192.0.2.7"}})", R"({"context":{"ip":"1••••••"}})");
    row("externalIds", R"({"context":{"externalIds":[{"id":"x@y.example","type":"email"}]}})",
        R"({"context":{"externalIds":[{"id":"x••••••","type":"e••••••"}]}})");
    row("properties", R"({"properties":{"email":"a@b.example","phone":"+49 151","hwid":"AB12"}})",
        R"({"properties":{"email":"a••••••","phone":"+••••••","hwid":"A••••••"}})");
    row("names", R"({"properties":{"First_Name":"Jane","customer":{"id":17,"tier":"x"}}})",
        R"({"properties":{"First_Name":"J••••••","customer":{"id":"••••••","tier":"x"}}})");
    row("an address under any name", R"({"properties":{"x":"a@b.example","y":"+4915112345","z":"a @ b"}})",
        R"({"properties":{"x":"a••••••","y":"+••••••","z":"a @ b"}})");
    row("a list", R"({"email":["a@b.example","c@d.example",null]})", R"({"email":["a••••••","c••••••",null]})");
    row("an array of events", R"([{"userId":"4711"},{"userId":"4712"}])",
        R"([{"userId":"4••••••"},{"userId":"4••••••"}])");
}

void TestIdentityMask::everyPlaceOfAPersonIsMasked()
{
    QFETCH(QByteArray, payload);
    QFETCH(QByteArray, expected);
    QCOMPARE(IdentityMask::inPayload(payload), expected);
}

void TestIdentityMask::whatIsNobodyStaysByteForByte_data()
{
    QTest::addColumn<QByteArray>("payload");
    QTest::newRow("a big number") << QByteArray(R"({"id":12345678901234567890123, "x" : 1.50e+3 })");
    QTest::newRow("id outside a device") << QByteArray(R"({"context":{"campaign":{"id":"C-1"}}})");
    QTest::newRow("escapes") << QByteArray("{\"a\":\"\\u00e9\\/\\n\",\r\n\t\"b\":[ ]}");
    QTest::newRow("no identity") << QByteArray(R"({"userId":null,"anonymousId":"","email":false})");
    QTest::newRow("empty") << QByteArray();
}

void TestIdentityMask::whatIsNobodyStaysByteForByte()
{
    QFETCH(QByteArray, payload);
    QCOMPARE(IdentityMask::inPayload(payload), payload);
}

void TestIdentityMask::aValueSeenAgainElsewhereIsMaskedThereToo()
{
    QCOMPARE(IdentityMask::inPayload(R"({"properties":{"owner":"jane@a.example","n":47110,"by":{"jane@a.example":1},)"
                                     R"("url":"https://x.example/?u=jane@a.example&v=1"},"userId":"jane@a.example",)"
                                     R"("anonymousId":"47110"})"),
             QByteArray(R"({"properties":{"owner":"j••••••","n":"4••••••","by":{"j••••••":1},)"
                        R"("url":"https://x.example/?u=j••••••&v=1"},"userId":"j••••••","anonymousId":"4••••••"})"));
    // A short one is no part of other words.
    QCOMPARE(IdentityMask::inPayload(R"({"userId":"17","a":"2017-01-17","b":"17"})"),
             QByteArray(R"({"userId":"••••••","a":"2017-01-17","b":"••••••"})"));
}

void TestIdentityMask::theEntrysOwnIdentityIsMaskedWhereverItStands()
{
    QCOMPARE(IdentityMask::inPayload(R"({"who":"jane@a.example"})", QStringLiteral("jane@a.example")),
             QByteArray(R"({"who":"j••••••"})"));
}

void TestIdentityMask::aMaskedPayloadIsStillJson()
{
    const QByteArray payload =
        R"({"userId":"\"quoted\\","a\"b" : {"traits":{"x":"\"\\"},"\"quoted\\":[1,"\"quoted\\"]}})";
    const QByteArray masked = IdentityMask::inPayload(payload);
    QVERIFY2(JsonOutline::read(masked, 0).ok(), masked.constData());
    QVERIFY2(!masked.contains("quoted"), masked.constData());
}

void TestIdentityMask::ofBytesThatAreNoJsonNothingIsGiven()
{
    QCOMPARE(IdentityMask::inPayload(R"({"userId":"4711")"), QByteArray("••••••"));
    QCOMPARE(IdentityMask::inPayload("jane@a.example"), QByteArray("••••••"));
    QCOMPARE(IdentityMask::inPayload("\xff\xfe"), QByteArray("••••••"));
}

void TestIdentityMask::aShortIdentityIsMaskedAsAWordOnly()
{
    QCOMPARE(IdentityMask::inText(QStringLiteral("user 17 of 2017"), QStringLiteral("17")),
             QStringLiteral("user •••••• of 2017"));
    QCOMPARE(IdentityMask::inText(QStringLiteral("xjane@a.exampley"), QStringLiteral("jane@a.example")),
             QStringLiteral("xj••••••y"));
    QCOMPARE(IdentityMask::inText(QStringLiteral("nothing"), QString()), QStringLiteral("nothing"));
    // The mask may begin with the identity's own text; the search goes on behind it.
    QCOMPARE(IdentityMask::inText(QStringLiteral("•••••"), QStringLiteral("•••••")), QStringLiteral("•••••••"));
}

void TestIdentityMask::anAnswerCutOffGivesNothingAway()
{
    const QString who = QStringLiteral("jane@a.example");
    QCOMPARE(IdentityMask::inAnswer(R"({"success":true})", who), QByteArray(R"({"success":true})"));
    QCOMPARE(IdentityMask::inAnswer(R"( [{"userId":"other@a.exam)", who), QByteArray("••••••"));
    QCOMPARE(IdentityMask::inAnswer("<p>no jane@a.example here</p>", who), QByteArray("<p>no j•••••• here</p>"));
}

void TestIdentityMask::aValueAloneIsMaskedByItsPlace()
{
    const QString who = QStringLiteral("jane@a.example");
    const auto shown = [&](const std::vector<std::string> &names, const char *value) {
        return IdentityMask::inValue(names, QString::fromUtf8(value), who);
    };
    QCOMPARE(shown({"traits", "plan"}, "gold"), QStringLiteral("g••••••"));
    QCOMPARE(shown({"context", "device", "id"}, "AB12"), QStringLiteral("A••••••"));
    QCOMPARE(shown({"properties", "owner"}, "jane@a.example"), QStringLiteral("j••••••"));
    QCOMPARE(shown({"properties", "plan"}, "gold"), QStringLiteral("gold"));
    QCOMPARE(shown({"properties", "a\"b"}, "true"), QStringLiteral("true"));
    QCOMPARE(shown({"properties"}, R"({"email":"x@y.example","n":1})"), QStringLiteral(R"({"email":"x••••••","n":1})"));
    QCOMPARE(shown({"userId"}, "4711"), QStringLiteral("4••••••"));
}

QTEST_GUILESS_MAIN(TestIdentityMask)
#include "tst_identitymask.moc"
