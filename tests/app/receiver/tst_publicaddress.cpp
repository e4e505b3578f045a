// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest> // first: moc 6.4 cannot read <compare> before Qt's own headers

#include "app/receiver/PublicAddress.h"

using namespace segue;
using namespace Qt::StringLiterals;

class TestPublicAddress : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void whatIsTakenAndAs_data();
    void whatIsTakenAndAs();
    void whatIsRefused_data();
    void whatIsRefused();
    void anOriginIsSpeltAsBrowsersDo();
    void theNamesOfATunnel();
    void theTokenComesLast();
};

void TestPublicAddress::whatIsTakenAndAs_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("taken");
    QTest::newRow("nothing") << u"  "_s << QString();
    QTest::newRow("whole") << u"https://segue.example.com"_s << u"https://segue.example.com"_s;
    QTest::newRow("name alone") << u" segue.example.com/ "_s << u"https://segue.example.com"_s;
    QTest::newRow("port and path") << u"https://example.com:8443/in/"_s << u"https://example.com:8443/in"_s;
}

void TestPublicAddress::whatIsTakenAndAs()
{
    QFETCH(QString, typed);
    QFETCH(QString, taken);
    const Result<QUrl> url = PublicAddress::parse(typed);
    QVERIFY(url.ok());
    QCOMPARE(url.value().toString(), taken);
}

void TestPublicAddress::whatIsRefused_data()
{
    QTest::addColumn<QString>("typed");
    for (const char *typed :
         {"http://segue.example.com", "https://", "https://user:secret@example.com", "https://a.example?x=1",
          "https://a.example#x", "https://localhost:8765", "127.0.0.1:8765", "https://[::1]", "ftp://a.example",
          "https://a b", "80", "10.1", "https://80:443"}) {
        QTest::newRow(typed) << QString::fromLatin1(typed);
    }
}

void TestPublicAddress::whatIsRefused()
{
    QFETCH(QString, typed);
    const Result<QUrl> url = PublicAddress::parse(typed);
    QVERIFY(!url.ok());
    QCOMPARE(url.error().code, ErrorCode::InvalidInput);
    QVERIFY(!url.error().userText.isEmpty());
}

void TestPublicAddress::anOriginIsSpeltAsBrowsersDo()
{
    QCOMPARE(PublicAddress::parseOrigin(u"https://Shop.Example:443/"_s).value(), u"https://shop.example"_s);
    QCOMPARE(PublicAddress::parseOrigin(u" http://127.0.0.1:3000"_s).value(), u"http://127.0.0.1:3000"_s);
    for (const QString &text : {u"*"_s, u"shop.example"_s, u"https://shop.example/x"_s, u"null"_s, QString()}) {
        QVERIFY(!PublicAddress::parseOrigin(text).ok());
    }
}

void TestPublicAddress::theNamesOfATunnel()
{
    QVERIFY(PublicAddress::hosts({}).empty());
    QCOMPARE(PublicAddress::hosts(QUrl(u"https://segue.example.com/in"_s)),
             (std::vector<std::string>{"segue.example.com", "segue.example.com:443"}));
}

void TestPublicAddress::theTokenComesLast()
{
    const Secret whole =
        PublicAddress::withToken(QUrl(u"https://segue.example.com/in"_s), "/segment/", Secret::fromBytes("0123"));
    QVERIFY(whole.sameAs(Secret::fromBytes("https://segue.example.com/in/segment/0123")));
}

QTEST_GUILESS_MAIN(TestPublicAddress)
#include "tst_publicaddress.moc"
