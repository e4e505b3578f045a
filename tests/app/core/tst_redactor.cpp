// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/core/Logging.h"
#include "app/core/Redactor.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QObject>
#include <QTest>

#include <thread>

using namespace Qt::StringLiterals;
using segue::Redactor;
using segue::Secret;

namespace {

constexpr auto kKey = "wK0123456789abcdefABCDEF";

} // namespace

class tst_Redactor : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aKnownSecretIsTakenOutWhereverItStands();
    void aKnownSecretIsTakenOutInItsBasicForm();
    void aSecretThatBeginsAnotherLeavesNothingOfIt();
    void aShortSecretDoesNotTakeWordsApart();
    void whatLooksLikeASecretIsTakenOut_data();
    void whatLooksLikeASecretIsTakenOut();
    void whatIsNoSecretStays_data();
    void whatIsNoSecretStays();
    void aJsonTextStaysReadable();
    void aVeryLongValueIsTakenOutToo();
    void bytesThatAreNotUtf8StayUnchanged();
    void redactingTwiceChangesNothingMore();
    void textsAreRedactedLikeBytes();
    void learningWhileOthersRedactIsSafe();
};

void tst_Redactor::aKnownSecretIsTakenOutWhereverItStands()
{
    Redactor redactor;
    redactor.learn(Secret::fromBytes(kKey));
    QCOMPARE(redactor.redact(QByteArray("key=") + kKey + "&also=" + kKey + "!"),
             QByteArray("key=[redacted]&also=[redacted]!"));
    QCOMPARE(redactor.redact(QByteArray(kKey)), QByteArray("[redacted]"));
    QCOMPARE(redactor.redact(QByteArray()), QByteArray());
}

void tst_Redactor::aKnownSecretIsTakenOutInItsBasicForm()
{
    Redactor redactor;
    redactor.learn(Secret::fromBytes(kKey));
    const QByteArray basic = QByteArray(QByteArray(kKey) + ":").toBase64();
    const QByteArray out = redactor.redact("sent " + basic + " to the server");
    QCOMPARE(out, QByteArray("sent [redacted] to the server"));
}

void tst_Redactor::aSecretThatBeginsAnotherLeavesNothingOfIt()
{
    Redactor redactor;
    redactor.learn(Secret::fromBytes("abcdef"));
    redactor.learn(Secret::fromBytes("abcdefghijkl"));
    redactor.learn(Secret::fromBytes("xyabcdefz"));
    QCOMPARE(redactor.redact(QByteArray("1 abcdefghijkl 2 abcdef 3 xyabcdefz 4")),
             QByteArray("1 [redacted] 2 [redacted] 3 [redacted] 4"));
}

void tst_Redactor::aShortSecretDoesNotTakeWordsApart()
{
    Redactor redactor;
    redactor.learn(Secret::fromBytes("event"));
    redactor.learn(Secret());
    QCOMPARE(redactor.redact(QByteArray("an event")), QByteArray("an event"));
}

void tst_Redactor::whatLooksLikeASecretIsTakenOut_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("expected");
    const auto row = [](const char *name, const char *text, const char *expected) {
        QTest::newRow(name) << QByteArray(text) << QByteArray(expected);
    };
    row("Authorization", "Host: x\r\nAuthorization: Basic d3JpdGU6\r\nAccept: */*\r\n",
        "Host: x\r\nAuthorization: [redacted]\r\nAccept: */*\r\n");
    row("any case", "authorization:Bearer abc", "authorization:[redacted]");
    row("Proxy-Authorization", "Proxy-Authorization: Basic abc", "Proxy-Authorization: [redacted]");
    row("Cookie", "Cookie: a=b; c=d\nX: y", "Cookie: [redacted]\nX: y");
    row("Set-Cookie", "Set-Cookie: sid=1; HttpOnly", "Set-Cookie: [redacted]");
    row("X-Signature", "x-signature: 0a1b2c", "x-signature: [redacted]");
    row("writeKey", R"({"writeKey":"abc","event":"x"})", R"({"writeKey":"[redacted]","event":"x"})");
    row("writeKey with blanks", "{\"writeKey\" :\n  \"abc\"}", "{\"writeKey\" :\n  \"[redacted]\"}");
    row("auth", R"({"request":{"auth":"tok","page":0}})", R"({"request":{"auth":"[redacted]","page":0}})");
    row("header as a member", R"({"Authorization":"Basic abc","n":1})", R"({"Authorization":"[redacted]","n":1})");
    row("escaped quote in the value", R"({"auth":"ab\"cd","n":1})", R"({"auth":"[redacted]","n":1})");
    row("backslash ends the value", R"({"auth":"ab\\","n":"keep"})", R"({"auth":"[redacted]","n":"keep"})");
    row("value cut off", R"({"writeKey":"abcde)", R"({"writeKey":"[redacted])");
    row("JSON in a string", R"({"body":"{\"writeKey\":\"abc\",\"n\":\"keep\"}"})",
        R"({"body":"{\"writeKey\":\"[redacted]\",\"n\":\"keep\"}"})");
    row("JSON in a string, laid out", R"({"body":"{\"auth\":\n\t\"abc\"}"})",
        R"({"body":"{\"auth\":\n\t\"[redacted]\"}"})");
    row("JSON in a string, quote in the value", R"({"body":"{\"auth\":\"ab\\\"cd\",\"n\":\"keep\"}"})",
        R"({"body":"{\"auth\":\"[redacted]\",\"n\":\"keep\"}"})");
    row("JSON in a string in a string", R"("{\\\"auth\\\":\\\"abc\\\",\\\"n\\\":1}")",
        R"("{\\\"auth\\\":\\\"[redacted]\\\",\\\"n\\\":1}")");
    row("Public API token", "token sgp_Ab1-_9 seen", "token [redacted] seen");
    row("Public API token, glued", "t%3Dsgp_Ab19&x", "t%3D[redacted]&x");
    row("webhook path", "POST /pushwoosh/0123456789abcdef0123456789abcdef HTTP/1.1",
        "POST /pushwoosh/[redacted] HTTP/1.1");
    row("echo path", "http://127.0.0.1:8765/segment/abcDEF_-0123456789?x=1",
        "http://127.0.0.1:8765/segment/[redacted]?x=1");
    row("path in escaped JSON", R"("http:\/\/h\/pushwoosh\/0123456789abcdef0123")",
        R"("http:\/\/h\/pushwoosh\/[redacted]")");
    row("path, percent-encoded", "u=http%3A%2F%2Fh%2Fpushwoosh%2F0123456789abcdef0123",
        "u=http%3A%2F%2Fh%2Fpushwoosh%2F[redacted]");
    row("settings path", "GET /v1/projects/aBcD1234/settings HTTP/1.1",
        "GET /v1/projects/[redacted]/settings HTTP/1.1");
    row("settings path cut off", "https://cdn.segment.com/v1/projects/aBcD1234",
        "https://cdn.segment.com/v1/projects/[redacted]");
}

void tst_Redactor::whatLooksLikeASecretIsTakenOut()
{
    QFETCH(QByteArray, text);
    QFETCH(QByteArray, expected);
    const Redactor redactor;
    QCOMPARE(redactor.redact(text), expected);
}

void tst_Redactor::whatIsNoSecretStays_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("event") << QByteArray(R"({"event":"Push Notification Sent","userId":"u-1"})");
    QTest::newRow("words") << QByteArray("the author authorised it");
    QTest::newRow("empty key") << QByteArray(R"({"writeKey":""})");
    QTest::newRow("empty key, escaped") << QByteArray(R"({"body":"{\"writeKey\":\"\"}"})");
    QTest::newRow("another member") << QByteArray(R"({"author":"me"})");
    QTest::newRow("short path") << QByteArray("GET /pushwoosh/short HTTP/1.1");
    QTest::newRow("empty header") << QByteArray("X-Signature:\r\nHost: a");
}

void tst_Redactor::whatIsNoSecretStays()
{
    QFETCH(QByteArray, text);
    Redactor redactor;
    redactor.learn(Secret::fromBytes(kKey));
    QCOMPARE(redactor.redact(text), text);
}

void tst_Redactor::aJsonTextStaysReadable()
{
    const QJsonObject inner{{u"auth"_s, u"say \"hi\" \\ bye"_s}, {u"n"_s, 1}};
    const QJsonObject outer{
        {u"writeKey"_s, QString::fromLatin1(kKey)},
        {u"body"_s, QString::fromUtf8(QJsonDocument(inner).toJson(QJsonDocument::Compact))},
        {u"last"_s, u"kept"_s},
    };
    const Redactor redactor;
    const QByteArray out = redactor.redact(QJsonDocument(outer).toJson(QJsonDocument::Compact));
    const QJsonObject read = QJsonDocument::fromJson(out).object();
    QCOMPARE(read.value(u"writeKey"_s).toString(), u"[redacted]"_s);
    QCOMPARE(read.value(u"last"_s).toString(), u"kept"_s);
    const QJsonObject readInner = QJsonDocument::fromJson(read.value(u"body"_s).toString().toUtf8()).object();
    QCOMPARE(readInner.value(u"auth"_s).toString(), u"[redacted]"_s);
    QCOMPARE(readInner.value(u"n"_s).toInt(), 1);
}

void tst_Redactor::aVeryLongValueIsTakenOutToo()
{
    const QByteArray value = QByteArray("s3cr\\\"et").repeated(300'000);
    const Redactor redactor;
    QCOMPARE(redactor.redact("{\"auth\":\"" + value + "\",\"n\":1}"), QByteArray("{\"auth\":\"[redacted]\",\"n\":1}"));
    const QByteArray plain = QByteArray("s3cret").repeated(300'000);
    QCOMPARE(redactor.redact("{\\\"auth\\\":\\\"" + plain + "\\\",\\\"n\\\":1}"),
             QByteArray("{\\\"auth\\\":\\\"[redacted]\\\",\\\"n\\\":1}"));
}

void tst_Redactor::bytesThatAreNotUtf8StayUnchanged()
{
    Redactor redactor;
    redactor.learn(Secret::fromBytes("\xff\xfe\xfd\xfc\xfb\xfa\xf9"));
    QByteArray every;
    for (int i = 0; i < 256; ++i) {
        every.append(static_cast<char>(i));
    }
    QCOMPARE(redactor.redact(every), every);
    // Beside something that is taken out, too.
    QCOMPARE(redactor.redact(every + "{\"auth\":\"abc\"}" + every), every + "{\"auth\":\"[redacted]\"}" + every);
    QCOMPARE(redactor.redact(QByteArray("a\xff\xfe\xfd\xfc\xfb\xfa\xf9z")), QByteArray("a[redacted]z"));
}

void tst_Redactor::redactingTwiceChangesNothingMore()
{
    Redactor redactor;
    redactor.learn(Secret::fromBytes(kKey));
    const QByteArray once =
        redactor.redact(QByteArray(R"({"writeKey":"a","b":"{\"auth\":\"x\"}"} sgp_1 /v1/projects/k/settings )") + kKey +
                        "\nCookie: a=b");
    QCOMPARE(redactor.redact(once), once);
}

void tst_Redactor::textsAreRedactedLikeBytes()
{
    Redactor redactor;
    redactor.learn(Secret::fromText(u"geheim-schlüssel"_s));
    QCOMPARE(redactor.redact(u"Straße geheim-schlüssel 東京"_s), u"Straße [redacted] 東京"_s);
    QCOMPARE(redactor.redact(u"Ünïcode \"auth\":\"clé\""_s), u"Ünïcode \"auth\":\"[redacted]\""_s);
}

void tst_Redactor::learningWhileOthersRedactIsSafe()
{
    Redactor redactor;
    std::thread learner([&] {
        for (int i = 0; i < 200; ++i) {
            redactor.learn(Secret::fromText(u"secret-number-%1"_s.arg(i)));
        }
    });
    for (int i = 0; i < 200; ++i) {
        QVERIFY(redactor.redact(QByteArray("secret-number-")).startsWith("secret-number"));
    }
    learner.join();
    QCOMPARE(redactor.redact(QByteArray("secret-number-199.")), QByteArray("[redacted]."));
}

QTEST_GUILESS_MAIN(tst_Redactor)
#include "tst_redactor.moc"
