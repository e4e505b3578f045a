// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest> // first: moc 6.4 cannot read <compare> before Qt's own headers

#include "app/connections/ConnectionStore.h"
#include "app/receiver/ReceiverService.h"
#include "app/receiver/RouteToken.h"
#include "app/secrets/SecretAccess.h"
#include "app/secrets/SessionSecretStore.h"
#include "app/settings/Settings.h"

#include "tests/app/journal/JournalSupport.h"
#include "tests/support/RawClient.h"
#include "tests/support/ScriptedSecretStore.h"

#include <QSignalSpy>
#include <QTcpServer>
#include <QTemporaryDir>
#include <QTimer>

#include <functional>

using namespace segue;
using namespace segue::test;

namespace {

//! Tells when it is asked for the first time, which is while the receiver starts.
class TellingSecretStore : public ScriptedSecretStore
{
public:
    QFuture<Result<Secret>> read(const SecretName &name) override
    {
        if (const auto tell = std::exchange(asked, {})) {
            tell();
        }
        return ScriptedSecretStore::read(name);
    }

    std::function<void()> asked;
};

//! A receiver that tries again soon, and another program, which has its port.
struct Rig
{
    QTemporaryDir folder;
    std::unique_ptr<Journal> journal = openJournal(folder.path().toStdString());
    SystemClock clock;
    Redactor redactor;
    ScriptedSecretStore keychain;
    SessionSecretStore session;
    SecretAccess secrets{keychain, session, redactor};
    Settings settings{folder.path()};
    ConnectionStore connections{folder.path()};
    int looks = 0; //!< at the keychain
    ReceiverService receiver{{settings, connections, secrets, *journal, clock, redactor, [this] { lookAtKeychain(); }}};
    QTcpServer other;
    std::uint16_t port = 0;

    Rig()
    {
        if (connections.load() && other.listen(QHostAddress::LocalHost)) {
            port = other.serverPort();
            settings.setReceiverPort(port);
        }
        receiver.tryAgainEvery(std::chrono::milliseconds(20));
        receiver.lookEvery(std::chrono::milliseconds(20));
    }

    //! The keychain's answers must not come after who asked has gone.
    ~Rig() { QCoreApplication::sendPostedEvents(&keychain); }
    Q_DISABLE_COPY_MOVE(Rig)

    //! A connection whose echoes must be signed, and its address.
    ConnectionId addSigned(QByteArray &path)
    {
        const Secret token = RouteToken::create();
        Connection connection;
        connection.id = ConnectionId::create();
        connection.name = QStringLiteral("Shop");
        connection.echoSecretExpected = true;
        connection.echoToken.digest = RouteToken::digest(token);
        keychain.secrets.insert(SecretName::echoSecret(connection.id).account, Secret::fromBytes("shared"));
        path = "/segment/" + token.use([](QByteArrayView bytes) { return bytes.toByteArray(); });
        return connections.add(connection) ? connection.id : ConnectionId();
    }

    void lookAtKeychain()
    {
        ++looks;
        if (isOpen) {
            receiver.keychainOpened();
        }
    }

    int postEcho(const QByteArray &path)
    {
        const QByteArray body = R"({"type":"track","event":"Email Sent","messageId":"m","userId":"1"})";
        RawClient client(receiver.port());
        client.send("POST " + path + " HTTP/1.1\r\nHost: 127.0.0.1:" + QByteArray::number(receiver.port()) +
                    "\r\nX-Signature: 00\r\nContent-Length: " + QByteArray::number(body.size()) + "\r\n\r\n" + body);
        const int status = client.readAnswer().status;
        refused += status == 401 ? 1 : 0;
        return status;
    }

    std::uint64_t refused = 0;
    bool isOpen = false;
};

} // namespace

class TestReceiverService : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void addressesAreKnownBeforeAnybodyIsHeard();
    void aTakenPortIsTriedAgainUntilItIsFree();
    void whatIsStoppedIsNotTriedAgain();
    void anotherPortEndsTheWait();
    void aStartThatWasNotToBeKeptIsNotTriedAgain();
    void refusedEchoesAreToldTogether();
    void theEndTellsWhatWasRefused();
    void aKeychainThatOpensLaterIsReadThen();
    void aKeyThatTwoHaveStaysTheOthers();
};

void TestReceiverService::addressesAreKnownBeforeAnybodyIsHeard()
{
    const QTemporaryDir folder;
    const auto journal = openJournal(folder.path().toStdString());
    const SystemClock clock;
    Redactor redactor;
    TellingSecretStore keychain;
    SessionSecretStore session;
    SecretAccess secrets(keychain, session, redactor);
    Settings settings(folder.path());
    ConnectionStore connections(folder.path());
    QVERIFY(connections.load());
    const Secret token = RouteToken::create();
    Connection connection;
    connection.id = ConnectionId::create();
    connection.name = QStringLiteral("Shop");
    connection.keyExpected = true;
    connection.webhookToken.digest = RouteToken::digest(token);
    QVERIFY(connections.add(connection));

    ReceiverService receiver({settings, connections, secrets, *journal, clock, redactor});
    const QByteArray path = "/pushwoosh/" + token.use([](QByteArrayView bytes) { return bytes.toByteArray(); });
    const QByteArray event = R"({"event_name":"Push Sent","hwid":"h-1"})";
    int status = -1;
    keychain.asked = [&] {
        RawClient client(receiver.port());
        client.send("POST " + path + " HTTP/1.1\r\nHost: 127.0.0.1:" + QByteArray::number(receiver.port()) +
                    "\r\nContent-Length: " + QByteArray::number(event.size()) + "\r\n\r\n" + event);
        status = client.readAnswer().status;
    };
    QVERIFY(receiver.startAnywhere());
    QCOMPARE(status, 200);
    QCoreApplication::sendPostedEvents(&keychain); // its answer must not come after who asked has gone
}

void TestReceiverService::aTakenPortIsTriedAgainUntilItIsFree()
{
    Rig rig;
    QVERIFY(rig.port != 0);
    QSignalSpy changed(&rig.receiver, &ReceiverService::changed);
    const Status started = rig.receiver.keepOn();
    QVERIFY(!started);
    QCOMPARE(started.error().code, ErrorCode::Busy);
    QVERIFY(!rig.receiver.isListening() && rig.receiver.isWanted());
    QCOMPARE(rig.receiver.takenPort(), rig.port);
    QCOMPARE(changed.size(), 1);
    rig.other.close();
    QTRY_VERIFY(rig.receiver.isListening());
    QCOMPARE(rig.receiver.port(), rig.port);
    QCOMPARE(rig.receiver.takenPort(), std::uint16_t{0});
    QCOMPARE(changed.size(), 2);
}

void TestReceiverService::whatIsStoppedIsNotTriedAgain()
{
    Rig rig;
    QVERIFY(!rig.receiver.keepOn());
    rig.receiver.stop();
    QVERIFY(!rig.receiver.isWanted());
    rig.other.close();
    // A second timer of the same pause has fired several times by then.
    QTimer pace;
    QSignalSpy fired(&pace, &QTimer::timeout);
    pace.start(20);
    QTRY_VERIFY(fired.size() >= 5);
    QVERIFY(!rig.receiver.isListening());
}

void TestReceiverService::anotherPortEndsTheWait()
{
    Rig rig;
    QVERIFY(!rig.receiver.keepOn());
    QTcpServer second;
    QVERIFY(second.listen(QHostAddress::LocalHost));
    QVERIFY(!rig.receiver.moveTo(second.serverPort()));
    QCOMPARE(rig.receiver.takenPort(), rig.port);
    const std::uint16_t freePort = second.serverPort();
    second.close();
    QVERIFY(rig.receiver.moveTo(freePort));
    QCOMPARE(rig.receiver.port(), freePort);
    QCOMPARE(rig.receiver.takenPort(), std::uint16_t{0});
    QCOMPARE(rig.settings.receiverPort(), freePort);
}

void TestReceiverService::aStartThatWasNotToBeKeptIsNotTriedAgain()
{
    Rig rig;
    QVERIFY(!rig.receiver.start());
    QVERIFY(!rig.receiver.isWanted());
}

void TestReceiverService::refusedEchoesAreToldTogether()
{
    Rig rig;
    QByteArray path;
    const ConnectionId id = rig.addSigned(path);
    QVERIFY(!id.isNull());
    QVERIFY(rig.receiver.startAnywhere());
    QTRY_COMPARE(rig.postEcho(path), 401); // 503 until the secret was read
    QSignalSpy told(&rig.receiver, &ReceiverService::echoesRefused);
    const std::int64_t before = rig.clock.now();
    QCOMPARE(rig.postEcho(path), 401);
    QCOMPARE(rig.postEcho(path), 401);
    QCOMPARE(rig.receiver.refusedEchoes(id).count, std::uint64_t{0}); // nothing before the main thread's turn
    QTRY_COMPARE(rig.receiver.refusedEchoes(id).count, rig.refused);
    QCOMPARE(told.size(), 1);
    QVERIFY(rig.receiver.refusedEchoes(id).last >= before);
    QCOMPARE(rig.receiver.refusedEchoes(ConnectionId::create()).count, std::uint64_t{0});
}

void TestReceiverService::theEndTellsWhatWasRefused()
{
    Rig rig;
    QByteArray path;
    const ConnectionId id = rig.addSigned(path);
    QVERIFY(rig.receiver.startAnywhere());
    QTRY_COMPARE(rig.postEcho(path), 401);
    rig.receiver.stop();
    QCOMPARE(rig.receiver.refusedEchoes(id).count, rig.refused);
}

void TestReceiverService::aKeychainThatOpensLaterIsReadThen()
{
    Rig rig;
    rig.keychain.setTrouble(ScriptedSecretStore::Trouble::Refuses, 1);
    QByteArray path;
    QVERIFY(!rig.addSigned(path).isNull());
    QVERIFY(rig.receiver.startAnywhere());
    QTRY_VERIFY(rig.looks >= 2);
    QCOMPARE(rig.postEcho(path), 503); // nobody knows yet who signed it
    rig.keychain.setTrouble(ScriptedSecretStore::Trouble::None, 0);
    rig.isOpen = true;
    QTRY_COMPARE(rig.postEcho(path), 401); // its signature is wrong, which is known now
    rig.isOpen = false;
    // A timer of the same pause that begins now: one that were still running would come in between.
    const int looks = rig.looks;
    QTimer beats;
    int beat = 0;
    connect(&beats, &QTimer::timeout, this, [&beat] { ++beat; });
    beats.start(20);
    QTRY_VERIFY(beat >= 5);
    QCOMPARE(rig.looks, looks);
}

void TestReceiverService::aKeyThatTwoHaveStaysTheOthers()
{
    Rig rig;
    const QByteArray shared(32, 'a');
    QList<Connection> both;
    for (const char *name : {"One", "Two"}) {
        Connection connection;
        connection.id = ConnectionId::create();
        connection.name = QString::fromLatin1(name);
        connection.keyExpected = true;
        rig.keychain.secrets.insert(SecretName::writeKey(connection.id).account, Secret::fromBytes(shared));
        QVERIFY(rig.connections.add(connection));
        both.append(connection);
    }
    QVERIFY(rig.receiver.startAnywhere());
    const auto reader = openReader(rig.folder.path().toStdString());
    // Whose a captured call with this key is.
    const auto owner = [&](const QByteArray &key) {
        const QByteArray body = R"({"event":"Email Sent","userId":"1","writeKey":")" + key + "\"}";
        RawClient client(rig.receiver.port());
        client.send("POST /v1/track HTTP/1.1\r\nHost: 127.0.0.1:" + QByteArray::number(rig.receiver.port()) +
                    "\r\nContent-Length: " + QByteArray::number(body.size()) + "\r\n\r\n" + body);
        client.readAnswer();
        const std::vector<EntryId> ids = reader->ids({}, {}, 1'000).value();
        return ids.empty() ? std::string() : reader->entry(ids.back()).value()->fields.connection;
    };
    QTRY_VERIFY(!owner(shared).empty());
    // One of them gets another key, then loses it.
    for (qsizetype i : {0, 1}) {
        const QByteArray fresh(32, i == 0 ? 'b' : 'c');
        rig.keychain.secrets.insert(SecretName::writeKey(both[i].id).account, Secret::fromBytes(fresh));
        both[i].keyReplacedAt = 1;
        QVERIFY(rig.connections.update(both[i]));
        QTRY_COMPARE(owner(fresh), both[i].id.key());
        QCOMPARE(owner(shared), i == 0 ? both[1].id.key() : std::string());
    }
    both[0].keyExpected = false;
    QVERIFY(rig.connections.update(both[0]));
    QTRY_COMPARE(owner(QByteArray(32, 'b')), std::string());
}

QTEST_GUILESS_MAIN(TestReceiverService)
#include "tst_receiverservice.moc"
