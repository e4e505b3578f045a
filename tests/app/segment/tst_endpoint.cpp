// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/segment/Endpoint.h"

#include <QTest>

using namespace segue;
using namespace Qt::StringLiterals;

class tst_Endpoint : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theRegionsAreThoseOfTheReference();
    void anEndpointThatWasNotSetIsNull();
    void allFormsMeanTheSameBase_data();
    void allFormsMeanTheSameBase();
    void theBaseThatIsRead_data();
    void theBaseThatIsRead();
    void segmentsOwnHostsAreTheRegions_data();
    void segmentsOwnHostsAreTheRegions();
    void loopback_data();
    void loopback();
    void refusedWithASentence_data();
    void refusedWithASentence();
    void aPasswordIsNeverRepeated();
    void thePublicApisHostIsExplained();
};

void tst_Endpoint::theRegionsAreThoseOfTheReference()
{
    QCOMPARE(Endpoint::us().base(), QUrl(u"https://api.segment.io/v1"_s));
    QCOMPARE(Endpoint::us().trackUrl(), QUrl(u"https://api.segment.io/v1/track"_s));
    QCOMPARE(Endpoint::us().batchUrl(), QUrl(u"https://api.segment.io/v1/batch"_s));
    QCOMPARE(Endpoint::us().displayText(), u"US"_s);
    QCOMPARE(Endpoint::eu().base(), QUrl(u"https://events.eu1.segmentapis.com/v1"_s));
    QCOMPARE(Endpoint::eu().batchUrl(), QUrl(u"https://events.eu1.segmentapis.com/v1/batch"_s));
    QCOMPARE(Endpoint::eu().displayText(), u"EU"_s);
    QVERIFY(Endpoint::us().isSegment());
    QVERIFY(Endpoint::eu().isSegment());
    QVERIFY(!Endpoint::us().isLoopback());
    QVERIFY(!(Endpoint::us() == Endpoint::eu()));
}

void tst_Endpoint::anEndpointThatWasNotSetIsNull()
{
    const Endpoint endpoint;
    QVERIFY(endpoint.isNull());
    QVERIFY(!endpoint.isLoopback());
    QVERIFY(endpoint.trackUrl().isEmpty());
    QVERIFY(endpoint.batchUrl().isEmpty());
    QCOMPARE(endpoint.displayText(), QString());
}

void tst_Endpoint::allFormsMeanTheSameBase_data()
{
    QTest::addColumn<QString>("text");
    for (const QString &scheme : {QString(), u"https://"_s, u"HTTPS://"_s}) {
        for (const QString &host :
             {u"gw.example.com"_s, u"GW.Example.COM"_s, u"gw.example.com."_s, u"gw.example.com:443"_s}) {
            for (const QString &path : {QString(), u"/"_s, u"//"_s, u"/v1"_s, u"/v1/"_s, u"/v1/batch"_s,
                                        u"/v1/batch/"_s, u"/v1/track"_s, u"//v1//track"_s, u"/v1/t"_s, u"/./v1"_s,
                                        u"/x/../v1"_s, u"/../v1"_s, u"/%2e%2e/v1"_s, u"/x/../../../v1/track"_s}) {
                const QString text = scheme + host + path;
                QTest::newRow(qPrintable(text)) << text;
            }
        }
    }
    QTest::newRow("blanks around") << u" \t gw.example.com/v1 \n"_s;
}

void tst_Endpoint::allFormsMeanTheSameBase()
{
    QFETCH(QString, text);
    const auto endpoint = Endpoint::parse(text);
    QVERIFY2(endpoint, endpoint.ok() ? "" : qPrintable(endpoint.error().userText));
    QCOMPARE(endpoint.value().base().toString(), u"https://gw.example.com/v1"_s);
    QCOMPARE(endpoint.value().trackUrl().toString(), u"https://gw.example.com/v1/track"_s);
    QCOMPARE(endpoint.value().batchUrl().toString(), u"https://gw.example.com/v1/batch"_s);
    QCOMPARE(endpoint.value().region(), Endpoint::Region::Other);
    QCOMPARE(endpoint.value(), Endpoint::parse(u"gw.example.com"_s).value());
    QVERIFY(!endpoint.value().isSegment());
    QVERIFY(!endpoint.value().isNull());
}

void tst_Endpoint::theBaseThatIsRead_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("base");
    QTest::newRow("port") << u"gw.example.com:8443/v1/batch"_s << u"https://gw.example.com:8443/v1"_s;
    QTest::newRow("highest port") << u"gw.example.com:65535"_s << u"https://gw.example.com:65535/v1"_s;
    QTest::newRow("port of http on https") << u"gw.example.com:80"_s << u"https://gw.example.com:80/v1"_s;
    QTest::newRow("prefix") << u"https://example.com/segment/v1/batch"_s << u"https://example.com/segment/v1"_s;
    QTest::newRow("prefix without v1") << u"https://example.com/segment/"_s << u"https://example.com/segment/v1"_s;
    QTest::newRow("prefix that is a route's name")
        << u"https://example.com/track"_s << u"https://example.com/track/v1"_s;
    QTest::newRow("v1 twice") << u"https://example.com/v1/eu/v1/track"_s << u"https://example.com/v1/eu/v1"_s;
    QTest::newRow("encoded prefix") << u"https://example.com/a%2Fb/v1"_s << u"https://example.com/a%2Fb/v1"_s;
    QTest::newRow("bare loopback") << u"localhost:8080"_s << u"http://localhost:8080/v1"_s;
    QTest::newRow("bare loopback address") << u"127.0.0.1:8080/v1/track"_s << u"http://127.0.0.1:8080/v1"_s;
    QTest::newRow("loopback by https") << u"https://localhost:8443"_s << u"https://localhost:8443/v1"_s;
    QTest::newRow("loopback, port of http") << u"localhost:80"_s << u"http://localhost/v1"_s;
    QTest::newRow("IPv6 loopback") << u"[::1]:8080"_s << u"http://[::1]:8080/v1"_s;
    QTest::newRow("IPv6 loopback by http") << u"http://[::1]:8080/v1/batch"_s << u"http://[::1]:8080/v1"_s;
    QTest::newRow("IPv6 without brackets") << u"::1"_s << u"http://[::1]/v1"_s;
    QTest::newRow("IPv6") << u"https://[2001:db8::1]/v1"_s << u"https://[2001:db8::1]/v1"_s;
    QTest::newRow("IPv4") << u"192.0.2.7"_s << u"https://192.0.2.7/v1"_s;
    QTest::newRow("name of the local network") << u"https://gateway:9000"_s << u"https://gateway:9000/v1"_s;
    QTest::newRow("IDN") << u"m\u00fcnchen.example"_s << u"https://xn--mnchen-3ya.example/v1"_s;
    QTest::newRow("look-alike letters are shown encoded")
        << u"https://\u0440\u0430ypal.com"_s << u"https://xn--ypal-43d9g.com/v1"_s;
}

void tst_Endpoint::theBaseThatIsRead()
{
    QFETCH(QString, text);
    QFETCH(QString, base);
    const auto endpoint = Endpoint::parse(text);
    QVERIFY2(endpoint, endpoint.ok() ? "" : qPrintable(endpoint.error().userText));
    QCOMPARE(endpoint.value().displayText(), base);
    QCOMPARE(endpoint.value().base().toString(QUrl::FullyEncoded), base);
    QCOMPARE(endpoint.value().batchUrl().toString(QUrl::FullyEncoded), QString(base + u"/batch"));
    const auto again = Endpoint::parse(endpoint.value().displayText());
    QVERIFY(again);
    QCOMPARE(again.value(), endpoint.value());
}

void tst_Endpoint::segmentsOwnHostsAreTheRegions_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("eu");
    QTest::newRow("US host") << u"api.segment.io"_s << false;
    QTest::newRow("US base") << u"https://api.segment.io/v1"_s << false;
    QTest::newRow("US route, port, case") << u"HTTPS://API.Segment.IO:443/v1/track"_s << false;
    QTest::newRow("EU host") << u"events.eu1.segmentapis.com/"_s << true;
    QTest::newRow("EU route, root dot") << u"https://events.eu1.segmentapis.com./v1/batch"_s << true;
}

void tst_Endpoint::segmentsOwnHostsAreTheRegions()
{
    QFETCH(QString, text);
    QFETCH(bool, eu);
    const auto endpoint = Endpoint::parse(text);
    QVERIFY(endpoint);
    QCOMPARE(endpoint.value(), eu ? Endpoint::eu() : Endpoint::us());
    QCOMPARE(endpoint.value().region(), eu ? Endpoint::Region::Eu : Endpoint::Region::Us);
}

void tst_Endpoint::loopback_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("loopback");
    QTest::newRow("localhost") << u"http://localhost"_s << true;
    QTest::newRow("LOCALHOST") << u"http://LOCALHOST:1"_s << true;
    QTest::newRow("localhost.") << u"http://localhost.:8080"_s << true;
    QTest::newRow("127.0.0.1") << u"http://127.0.0.1"_s << true;
    QTest::newRow("127.255.255.254") << u"http://127.255.255.254"_s << true;
    QTest::newRow("::1") << u"http://[::1]"_s << true;
    QTest::newRow("::1 written out") << u"http://[0:0:0:0:0:0:0:1]"_s << true;
    QTest::newRow("localhost.example.com") << u"https://localhost.example.com"_s << false;
    QTest::newRow("127.0.0.1.example.com") << u"https://127.0.0.1.example.com"_s << false;
    QTest::newRow("128.0.0.1") << u"https://128.0.0.1"_s << false;
    QTest::newRow("0.0.0.0") << u"https://0.0.0.0"_s << false;
    QTest::newRow("::") << u"https://[::]"_s << false;
    QTest::newRow("::2") << u"https://[::2]"_s << false;
    QTest::newRow("192.168.0.1") << u"https://192.168.0.1"_s << false;
}

void tst_Endpoint::loopback()
{
    QFETCH(QString, text);
    const auto endpoint = Endpoint::parse(text);
    QVERIFY(endpoint);
    QTEST(endpoint.value().isLoopback(), "loopback");
}

void tst_Endpoint::refusedWithASentence_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("says");
    QTest::newRow("empty") << QString() << u"is empty"_s;
    QTest::newRow("blanks") << u" \n "_s << u"is empty"_s;
    QTest::newRow("blank inside") << u"gw.example .com"_s << u"a blank"_s;
    QTest::newRow("line end inside") << u"gw.example.com\n/v1"_s << u"a blank"_s;
    QTest::newRow("invisible character") << u"gw.exam\u200bple.com"_s << u"invisible"_s;
    QTest::newRow("nul") << u"gw.example.com"_s + QChar(0) + u"/v1"_s << u"invisible"_s;
    QTest::newRow("user and password") << u"https://ann:secret@gw.example.com"_s << u"password"_s;
    QTest::newRow("user") << u"https://ann@gw.example.com"_s << u"user name"_s;
    QTest::newRow("user without scheme") << u"ann:secret@gw.example.com"_s << u"password"_s;
    QTest::newRow("mail address") << u"mailto:ann@example.com"_s << u"user name"_s;
    QTest::newRow("query") << u"https://gw.example.com/v1?key=1"_s << u"query"_s;
    QTest::newRow("empty query") << u"https://gw.example.com/v1?"_s << u"query"_s;
    QTest::newRow("query behind the host") << u"gw.example.com?x"_s << u"query"_s;
    QTest::newRow("fragment") << u"https://gw.example.com/v1#x"_s << u"fragment"_s;
    QTest::newRow("empty fragment") << u"https://gw.example.com/v1#"_s << u"fragment"_s;
    QTest::newRow("ftp") << u"ftp://gw.example.com"_s << u"https://"_s;
    QTest::newRow("file") << u"file:///etc/passwd"_s << u"https://"_s;
    QTest::newRow("ws on loopback") << u"ws://localhost"_s << u"https://"_s;
    QTest::newRow("empty scheme") << u"://gw.example.com"_s << u""_s;
    QTest::newRow("script") << u"javascript:alert(1)"_s << u"not a port"_s;
    QTest::newRow("scheme alone") << u"https://"_s << u"no host"_s;
    QTest::newRow("path alone") << u"/v1/batch"_s << u"no host"_s;
    QTest::newRow("three slashes") << u"https:///v1"_s << u"no host"_s;
    QTest::newRow("one slash") << u"https:/gw.example.com"_s << u"not a port"_s;
    QTest::newRow("no slash") << u"https:gw.example.com"_s << u"not a port"_s;
    QTest::newRow("backslashes") << u"https:\\\\gw.example.com"_s << u""_s;
    QTest::newRow("port alone") << u":8080"_s << u""_s;
    QTest::newRow("port 0") << u"gw.example.com:0"_s << u"from 1 to 65535"_s;
    QTest::newRow("port too high") << u"gw.example.com:65536"_s << u"from 1 to 65535"_s;
    QTest::newRow("port far too high") << u"gw.example.com:99999999999999999999"_s << u"from 1 to 65535"_s;
    QTest::newRow("port negative") << u"gw.example.com:-1"_s << u"from 1 to 65535"_s;
    QTest::newRow("port signed") << u"gw.example.com:+80"_s << u"from 1 to 65535"_s;
    QTest::newRow("port empty") << u"gw.example.com:/v1"_s << u"from 1 to 65535"_s;
    QTest::newRow("port 0 of IPv6") << u"[::1]:0"_s << u"from 1 to 65535"_s;
    QTest::newRow("plain http") << u"http://gw.example.com"_s << u"Plain http"_s;
    QTest::newRow("plain http, local network") << u"http://192.168.0.1:8080"_s << u"Plain http"_s;
    QTest::newRow("plain http, looks like loopback") << u"http://localhost.example.com"_s << u"Plain http"_s;
    QTest::newRow("plain http, any address") << u"http://0.0.0.0:8080"_s << u"Plain http"_s;
    QTest::newRow("plain http to Segment") << u"http://api.segment.io/v1"_s << u"Plain http"_s;
    QTest::newRow("Segment's host, port") << u"https://api.segment.io:8443"_s << u"Segment's own host"_s;
    QTest::newRow("Segment's host, prefix") << u"https://api.segment.io/x/v1"_s << u"Segment's own host"_s;
    QTest::newRow("behind v1") << u"https://gw.example.com/v1/nonsense"_s << u"follows /v1"_s;
    QTest::newRow("open bracket") << u"https://[::1"_s << u""_s;
    QTest::newRow("bad IPv6") << u"https://[::zz]"_s << u""_s;
    QTest::newRow("bad host") << u"https://exa<mple.com"_s << u""_s;
    QTest::newRow("empty label") << u"https://a..example.com"_s << u""_s;
    QTest::newRow("percent") << u"https://ho%20st"_s << u""_s;
    QTest::newRow("dots") << u"https://..."_s << u""_s;
    QTest::newRow("dot") << u"https://."_s << u""_s;
}

void tst_Endpoint::refusedWithASentence()
{
    QFETCH(QString, text);
    QFETCH(QString, says);
    const auto endpoint = Endpoint::parse(text);
    QVERIFY2(!endpoint, endpoint.ok() ? qPrintable(endpoint.value().displayText()) : "");
    QCOMPARE(endpoint.error().code, ErrorCode::InvalidInput);
    QVERIFY(endpoint.error().userText.endsWith(u'.') || endpoint.error().userText.contains(u". "));
    QVERIFY2(endpoint.error().userText.contains(says), qPrintable(endpoint.error().userText));
}

void tst_Endpoint::aPasswordIsNeverRepeated()
{
    for (const QString &text : {u"https://ann:geheim@gw.example.com"_s, u"ann:geheim@gw.example.com"_s,
                                u"https://ann:ge/heim@gw.example.com"_s, u"https://gw.example.com/v1?k=geheim"_s,
                                u"geheim:x"_s, u"ftp://a:geheim@b"_s}) {
        const auto endpoint = Endpoint::parse(text);
        QVERIFY(!endpoint);
        QVERIFY(!endpoint.error().userText.contains(u"heim"));
        QVERIFY(!endpoint.error().detail.contains(u"heim"));
    }
}

void tst_Endpoint::thePublicApisHostIsExplained()
{
    for (const QString &text : {u"api.segmentapis.com"_s, u"https://eu1.api.segmentapis.com/v1"_s,
                                u"EU1.API.SEGMENTAPIS.COM."_s, u"http://eu1.api.segmentapis.com/v1/track"_s}) {
        const auto endpoint = Endpoint::parse(text);
        QVERIFY2(!endpoint, qPrintable(text));
        QVERIFY(endpoint.error().userText.contains(u"Public API"));
        QVERIFY(endpoint.error().userText.contains(u"events.eu1.segmentapis.com"));
        QVERIFY(endpoint.error().userText.contains(u"api.segment.io"));
    }
}

QTEST_GUILESS_MAIN(tst_Endpoint)
#include "tst_endpoint.moc"
