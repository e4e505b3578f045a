// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest> // first: moc 6.4 cannot read <compare> before Qt's own headers

#include "app/secrets/SessionSecretStore.h"
#include "app/setup/ConnectionRemoval.h"

#include "tests/app/journal/JournalSupport.h"
#include "tests/support/ScriptedSecretStore.h"

#include <QSignalSpy>
#include <QTemporaryDir>

using namespace segue;
using namespace segue::test;

//! What leaves the keychain with a connection.
class TestConnectionRemoval : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup();

    void allItsSecretsGo();
    void whatAKeychainRefusesIsDoneLater();

private:
    void start();
    void store(const ConnectionId &id)
    {
        const QList<SecretName> names = SecretName::allOf(id);
        for (const SecretName &name : names) {
            m_keychain->secrets.insert(name.account, Secret::fromBytes("x"));
        }
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<ScriptedSecretStore> m_keychain;
    std::unique_ptr<SessionSecretStore> m_session;
    Redactor m_redactor;
    std::unique_ptr<SecretAccess> m_secrets;
    std::unique_ptr<Settings> m_settings;
    std::unique_ptr<ConnectionStore> m_connections;
    std::unique_ptr<Journal> m_journal;
    std::unique_ptr<ConnectionRemoval> m_removal;
};

void TestConnectionRemoval::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_keychain = std::make_unique<ScriptedSecretStore>();
    m_session = std::make_unique<SessionSecretStore>();
    m_secrets = std::make_unique<SecretAccess>(*m_keychain, *m_session, m_redactor);
    m_settings = std::make_unique<Settings>(m_folder->path());
    m_connections = std::make_unique<ConnectionStore>(m_folder->path());
    m_journal = openJournal(m_folder->path().toStdString());
    start();
}

void TestConnectionRemoval::start()
{
    m_removal = std::make_unique<ConnectionRemoval>(*m_connections, *m_secrets, *m_journal, *m_settings);
}

void TestConnectionRemoval::cleanup()
{
    m_removal.reset();
    m_journal.reset();
    m_connections.reset();
    m_secrets.reset();
}

void TestConnectionRemoval::allItsSecretsGo()
{
    const ConnectionId id = ConnectionId::create();
    const ConnectionId other = ConnectionId::create();
    store(id);
    store(other);
    QCOMPARE(m_keychain->secrets.size(), 10);
    m_removal->forgetSecrets(id, true);
    QTRY_COMPARE(m_keychain->secrets.size(), 5);
    QVERIFY(m_keychain->secrets.contains(SecretName::webhookToken(other).account));
}

void TestConnectionRemoval::whatAKeychainRefusesIsDoneLater()
{
    const ConnectionId id = ConnectionId::create();
    store(id);
    m_keychain->setTrouble(ScriptedSecretStore::Trouble::Refuses, 3);
    const QSignalSpy postponed(m_removal.get(), &ConnectionRemoval::postponed);
    m_removal->forgetSecrets(id, true);
    QTRY_COMPARE(postponed.size(), 1);
    QCOMPARE(m_keychain->secrets.size(), 3);
    m_keychain->setTrouble(ScriptedSecretStore::Trouble::None, 1);
    start(); // the next start of the program
    m_removal->resume();
    QTRY_VERIFY(m_settings->choice(QStringLiteral("removals")).isEmpty());
    QVERIFY(m_keychain->secrets.isEmpty());
    start();
    m_removal->resume();
    QCOMPARE(m_keychain->calls, 5); // nothing is left to be done
}

QTEST_GUILESS_MAIN(TestConnectionRemoval)
#include "tst_connectionremoval.moc"
