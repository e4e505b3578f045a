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

#include <QTemporaryDir>

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

} // namespace

class TestReceiverService : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void addressesAreKnownBeforeAnybodyIsHeard();
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

    ReceiverService receiver({settings, connections, secrets, *journal, clock});
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
}

QTEST_GUILESS_MAIN(TestReceiverService)
#include "tst_receiverservice.moc"
