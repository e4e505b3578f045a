// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest>

#include "app/journal/PersonMatcher.h"

using namespace segue;

class TestPersonMatcher : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aPayloadIsAboutThePerson_data();
    void aPayloadIsAboutThePerson();
    void deepTextsAreNoDanger();
};

void TestPersonMatcher::aPayloadIsAboutThePerson_data()
{
    QTest::addColumn<QByteArray>("value");
    QTest::addColumn<QByteArray>("payload");
    QTest::addColumn<bool>("about");

    const auto row = [](const char *name, const char *value, const char *payload, bool about) {
        QTest::newRow(name) << QByteArray(value) << QByteArray(payload) << about;
    };
    row("userId", "anna", R"({"userId":"anna","event":"x"})", true);
    row("anonymousId", "anna", R"({"event":"x","anonymousId":"anna"})", true);
    row("hwid in properties", "9F-1", R"({"userId":"u","properties":{"hwid":"9F-1"}})", true);
    row("previousId of an alias", "anna", R"({"type":"alias","previousId":"anna","userId":"u2"})", true);
    row("other spellings", "anna", R"({"a":{"user_id":"anna"}})", true);
    row("capitals", "anna", R"({"a":{"HWID":"anna"}})", true);
    row("a batch that was captured whole", "anna", R"({"batch":[{"userId":"b"},{"userId":"anna"}]})", true);
    row("a list of ids", "anna", R"({"userId":["b","anna"]})", true);
    row("written with escapes", "ann\xc3\xa9", R"({"userId":"ann\u00e9"})", true);
    row("the name written with escapes", "anna", R"({"user\u0049d":"anna"})", true);
    row("a quote in it", "a\"b", R"({"userId":"a\"b"})", true);
    row("a number", "4711", R"({"userId":4711})", true);
    row("a number with blanks behind it", "4711", R"({"userId":4711 , "event":"x"})", true);
    row("a number beyond 64 bits", "184467440737095516150", R"({"userId":184467440737095516150})", true);

    row("another person", "anna", R"({"userId":"annabel"})", false);
    row("another letter case", "anna", R"({"userId":"Anna"})", false);
    row("a person of that name in a property", "anna", R"({"userId":"b","properties":{"campaign_code":"anna"}})",
        false);
    row("only a part of the number", "47", R"({"userId":4711})", false);
    row("the value as a name", "anna", R"({"anna":"userId"})", false);
    row("an object under the name", "anna", R"({"userId":{"name":"anna"}})", false);

    row("no JSON", "anna", "user anna, sent", true);
    row("no JSON, part of a word", "anna", "user annabel", false);
    row("cut off", "anna", R"({"userId":"anna","event":"x)", true);
    row("cut off inside the id", "anna", R"({"userId":"anna)", true);
    row("two objects", "anna", R"({"userId":"b"}{"userId":"anna"})", true);
    row("nothing", "anna", "", false);
}

void TestPersonMatcher::aPayloadIsAboutThePerson()
{
    QFETCH(QByteArray, value);
    QFETCH(QByteArray, payload);
    QFETCH(bool, about);
    PersonMatcher matcher(value.toStdString());
    QCOMPARE(matcher.matches(payload.toStdString()), about);
    // One payload leaves nothing behind for the next.
    QVERIFY(matcher.matches(R"({"userId":")" + std::string("x\\") + R"("})") == false);
    QCOMPARE(matcher.matches(payload.toStdString()), about);
}

void TestPersonMatcher::deepTextsAreNoDanger()
{
    PersonMatcher matcher("anna");
    const std::string deep = std::string(1'000'000, '[') + "\"anna\"";
    QVERIFY(matcher.matches(deep));
    std::string nested;
    for (int i = 0; i < 900; ++i) {
        nested += R"({"a":)";
    }
    nested += R"({"userId":"anna"})" + std::string(900, '}');
    QVERIFY(matcher.matches(nested));
}

QTEST_GUILESS_MAIN(TestPersonMatcher)
#include "tst_personmatcher.moc"
