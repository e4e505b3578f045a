// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/connections/Connection.h"

#include <QTest>

using namespace segue;
using namespace Qt::StringLiterals;

namespace {

Connection named(const QString &name)
{
    Connection connection;
    connection.id = ConnectionId::create();
    connection.name = name;
    return connection;
}

} // namespace

class TestConnection : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void environmentWordsAreReadBack();
    void aGoodConnectionHasNoFault();
    void whatCannotBeSavedIsSaidInWords_data();
    void whatCannotBeSavedIsSaidInWords();
    void aNameStandsOnceWhateverItsCase();
    void aConnectionMayKeepItsOwnName();
    void theSandboxIsOne();
    void applicationCodesAreTrimmedAndUpperCased();
    void oddApplicationCodesAreRemarkedOn_data();
    void oddApplicationCodesAreRemarkedOn();
    void oddWriteKeysAreRemarkedOn_data();
    void oddWriteKeysAreRemarkedOn();
    void anotherEndpointsKeysMayHaveAnyShape();
};

void TestConnection::environmentWordsAreReadBack()
{
    for (const Environment each : {Environment::Prod, Environment::Staging, Environment::Dev, Environment::Sandbox}) {
        QCOMPARE(environmentFromWord(environmentWord(each)), std::optional(each));
        QVERIFY(!environmentName(each).isEmpty());
    }
    QVERIFY(!environmentFromWord(u"PROD"_s));
}

void TestConnection::aGoodConnectionHasNoFault()
{
    QVERIFY(!checkConnection(named(u"Acme"_s), {sandboxConnection()}));
    QVERIFY(!checkConnection(sandboxConnection(), {named(u"Acme"_s)}));
}

void TestConnection::whatCannotBeSavedIsSaidInWords_data()
{
    QTest::addColumn<Connection>("connection");
    QTest::newRow("no name") << named({});
    QTest::newRow("blank name") << named(u"  "_s);
    QTest::newRow("blank at the end") << named(u"Acme "_s);
    QTest::newRow("101 characters") << named(QString(101, u'x'));
    QTest::newRow("line break") << named(u"Ac\nme"_s);
    Connection empty = named(u"Acme"_s);
    empty.selection = Selection::list({});
    QTest::newRow("nothing selected") << empty;
    Connection nowhere = named(u"Acme"_s);
    nowhere.endpoint = Endpoint();
    QTest::newRow("no endpoint") << nowhere;
    Connection sandbox = named(u"Acme"_s);
    sandbox.environment = Environment::Sandbox;
    QTest::newRow("second sandbox") << sandbox;
    Connection noId = named(u"Acme"_s);
    noId.id = ConnectionId();
    QTest::newRow("no id") << noId;
}

void TestConnection::whatCannotBeSavedIsSaidInWords()
{
    QFETCH(const Connection, connection);
    const auto error = checkConnection(connection, {});
    QVERIFY(error);
    QVERIFY(!error->userText.isEmpty());
}

void TestConnection::aNameStandsOnceWhateverItsCase()
{
    QVERIFY(!checkConnection(named(QString(100, u'x')), {}));
    const auto error = checkConnection(named(u"ACME"_s), {named(u"Acme"_s)});
    QVERIFY(error);
    QVERIFY(error->userText.contains(u"Acme"_s));
    QVERIFY(checkConnection(named(u"sandbox"_s), {sandboxConnection()}));
}

void TestConnection::aConnectionMayKeepItsOwnName()
{
    const Connection acme = named(u"Acme"_s);
    QVERIFY(!checkConnection(acme, {acme}));
}

void TestConnection::theSandboxIsOne()
{
    Connection moved = sandboxConnection();
    moved.environment = Environment::Prod;
    QVERIFY(checkConnection(moved, {}));
    QCOMPARE(sandboxWriteKey().size(), 32);
    QVERIFY(writeKeyRemark(QString::fromLatin1(sandboxWriteKey()), false).isEmpty());
}

void TestConnection::applicationCodesAreTrimmedAndUpperCased()
{
    const ApplicationCode code = readApplicationCode(u"  1a2b3-c4d5e\n"_s);
    QCOMPARE(code.code, u"1A2B3-C4D5E"_s);
    QVERIFY(code.remark.isEmpty());
    QVERIFY(readApplicationCode({}).remark.isEmpty());
}

void TestConnection::oddApplicationCodesAreRemarkedOn_data()
{
    QTest::addColumn<QString>("typed");
    QTest::newRow("not hexadecimal") << u"1A2B3-C4D5Z"_s;
    QTest::newRow("old style") << u"4FC89B6D14A655.46488481"_s;
    QTest::newRow("too short") << u"1A2B3"_s;
    QTest::newRow("no hyphen") << u"1A2B3C4D5E"_s;
}

void TestConnection::oddApplicationCodesAreRemarkedOn()
{
    QFETCH(const QString, typed);
    QCOMPARE(readApplicationCode(typed).code, typed);
    QVERIFY(!readApplicationCode(typed).remark.isEmpty());
}

void TestConnection::oddWriteKeysAreRemarkedOn_data()
{
    QTest::addColumn<QString>("key");
    QTest::addColumn<QString>("word");
    QTest::newRow("none yet") << QString() << QString();
    QTest::newRow("as they are") << u"ABCDEFGHIJabcdefghij012345678901"_s << QString();
    QTest::newRow("line break") << u"ABCDEFGHIJabcdefghij012345678901\n"_s << u"line breaks"_s;
    QTest::newRow("quotes") << u"\"ABCDEFGHIJabcdefghij012345678901\""_s << u"quotation marks"_s;
    QTest::newRow("curly quotes") << u"“ABCDEFGHIJabcdefghij012345678901”"_s << u"quotation marks"_s;
    QTest::newRow("token") << u"sgp_ABCDEFGHIJabcdefghij0123456789"_s << u"Public API token"_s;
    QTest::newRow("source id") << u"rh5BDZp6QDHvXFCkibm1pR"_s << u"source id"_s;
    QTest::newRow("application code") << u"1A2B3-C4D5E"_s << u"Pushwoosh code"_s;
    QTest::newRow("too short") << u"abc123"_s << u"6"_s;
    QTest::newRow("other characters") << u"ABCDEFGHIJabcdefghij01234567890!"_s << u"letters and digits"_s;
}

void TestConnection::oddWriteKeysAreRemarkedOn()
{
    QFETCH(const QString, key);
    QFETCH(const QString, word);
    const QString remark = writeKeyRemark(key, false);
    QCOMPARE(remark.isEmpty(), word.isEmpty());
    QVERIFY2(remark.contains(word), qPrintable(remark));
    QVERIFY2(key.isEmpty() || !remark.contains(key), "a remark never repeats the key");
}

void TestConnection::anotherEndpointsKeysMayHaveAnyShape()
{
    QVERIFY(writeKeyRemark(u"short-key_1"_s, true).isEmpty());
    QVERIFY(!writeKeyRemark(u" short-key_1"_s, true).isEmpty());
}

QTEST_GUILESS_MAIN(TestConnection)
#include "tst_connection.moc"
