// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest> // first: moc 6.4 cannot read <compare> before Qt's own headers

#include "app/receiver/RouteTokens.h"
#include "app/secrets/SessionSecretStore.h"

#include "tests/app/journal/JournalSupport.h"
#include "tests/support/ScriptedSecretStore.h"

#include <QTemporaryDir>

using namespace segue;
using namespace segue::test;

namespace {

QByteArray textOf(const Secret &secret)
{
    return secret.use([](QByteArrayView bytes) { return bytes.toByteArray(); });
}

template <class T> T answerOf(const QFuture<T> &future)
{
    if (!QTest::qWaitFor([&] { return future.isFinished(); }, 20'000)) {
        qFatal("no answer came");
    }
    return future.result();
}

} // namespace

class TestRouteTokens : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup();

    void aTokenIsMadeOnceAndOnlyItsDigestIsInTheFile();
    void theRoutesHaveTokensOfTheirOwn();
    void renewingKeepsTheOldOneForADay();
    void aRemovedOneIsNobodys();
    void withoutItsTextItCannotBeShown();
    void aKeychainThatRefusesChangesNothing();
    void whereThereIsNoKeychainItIsOfThisSession();
    void oneChangeAtATime();
    void theEchosSecretIsKeptInTheKeychain();
    void theSandboxHasNone();

private:
    Connection connection() const { return *m_connections->find(m_id); }
    QByteArray file() const
    {
        QFile content(m_connections->filePath());
        return content.open(QIODevice::ReadOnly) ? content.readAll() : QByteArray();
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    ConnectionId m_id;
    SetClock m_clock{1'800'000'000'000};
    Redactor m_redactor;
    std::unique_ptr<ScriptedSecretStore> m_keychain;
    std::unique_ptr<SessionSecretStore> m_session;
    std::unique_ptr<SecretAccess> m_secrets;
    std::unique_ptr<ConnectionStore> m_connections;
    std::unique_ptr<RouteTokens> m_tokens;
};

void TestRouteTokens::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_keychain = std::make_unique<ScriptedSecretStore>();
    m_session = std::make_unique<SessionSecretStore>();
    m_secrets = std::make_unique<SecretAccess>(*m_keychain, *m_session, m_redactor);
    m_connections = std::make_unique<ConnectionStore>(m_folder->path());
    QVERIFY(m_connections->load());
    Connection connection;
    m_id = connection.id = ConnectionId::create();
    connection.name = QStringLiteral("Shop");
    QVERIFY(m_connections->add(connection));
    m_tokens = std::make_unique<RouteTokens>(*m_connections, *m_secrets, m_clock);
}

void TestRouteTokens::cleanup()
{
    m_tokens.reset();
    m_connections.reset();
    m_secrets.reset();
    m_session.reset();
    m_keychain.reset();
}

void TestRouteTokens::aTokenIsMadeOnceAndOnlyItsDigestIsInTheFile()
{
    const Secret first = answerOf(m_tokens->token(m_id, TokenRoute::Webhook)).value();
    QCOMPARE(first.size(), qsizetype(RouteToken::kDigits));
    QVERIFY(answerOf(m_tokens->token(m_id, TokenRoute::Webhook)).value().sameAs(first));
    QCOMPARE(connection().webhookToken.digest, RouteToken::digest(first));
    QVERIFY(connection().webhookToken.previous.isEmpty());
    QVERIFY(file().contains(RouteToken::digest(first)));
    QVERIFY(!file().contains(textOf(first)));
    QCOMPARE(m_redactor.redact(QByteArray("x ") + textOf(first)), QByteArray("x [redacted]"));
    // Another process reads the same.
    ConnectionStore again(m_folder->path());
    QVERIFY(again.load());
    QVERIFY(*again.find(m_id) == connection());
}

void TestRouteTokens::theRoutesHaveTokensOfTheirOwn()
{
    const Secret webhook = answerOf(m_tokens->token(m_id, TokenRoute::Webhook)).value();
    const Secret echo = answerOf(m_tokens->token(m_id, TokenRoute::Echo)).value();
    QVERIFY(!webhook.sameAs(echo));
    QCOMPARE(m_keychain->secrets.size(), 2);
    QVERIFY(answerOf(m_tokens->remove(m_id, TokenRoute::Webhook)));
    QVERIFY(answerOf(m_tokens->token(m_id, TokenRoute::Echo)).value().sameAs(echo));
}

void TestRouteTokens::renewingKeepsTheOldOneForADay()
{
    const Secret first = answerOf(m_tokens->token(m_id, TokenRoute::Webhook)).value();
    const Secret second = answerOf(m_tokens->renew(m_id, TokenRoute::Webhook)).value();
    QVERIFY(!second.sameAs(first));
    QCOMPARE(connection().webhookToken.digest, RouteToken::digest(second));
    QCOMPARE(connection().webhookToken.previous, RouteToken::digest(first));
    QCOMPARE(connection().webhookToken.previousUntil, m_clock.now() + 24 * 60 * 60 * 1'000);
    QVERIFY(answerOf(m_tokens->token(m_id, TokenRoute::Webhook)).value().sameAs(second));
    const Secret third = answerOf(m_tokens->renew(m_id, TokenRoute::Webhook)).value();
    QCOMPARE(connection().webhookToken.previous, RouteToken::digest(second));
    QVERIFY(!third.sameAs(second));
}

void TestRouteTokens::aRemovedOneIsNobodys()
{
    QVERIFY(answerOf(m_tokens->token(m_id, TokenRoute::Webhook)));
    QVERIFY(answerOf(m_tokens->renew(m_id, TokenRoute::Webhook)));
    QVERIFY(answerOf(m_tokens->remove(m_id, TokenRoute::Webhook)));
    QVERIFY(connection().webhookToken == TokenRecord());
    QVERIFY(m_keychain->secrets.isEmpty());
    QVERIFY(!file().contains("webhookToken"));
}

void TestRouteTokens::withoutItsTextItCannotBeShown()
{
    QVERIFY(answerOf(m_tokens->token(m_id, TokenRoute::Webhook)));
    const QByteArray digest = connection().webhookToken.digest;
    m_keychain->secrets.clear();
    const Result<Secret> token = answerOf(m_tokens->token(m_id, TokenRoute::Webhook));
    QVERIFY(!token && token.error().code == ErrorCode::Absent);
    // One that was put there by somebody else is not shown either.
    m_keychain->secrets.insert(SecretName::webhookToken(m_id).account, RouteToken::create());
    QVERIFY(!answerOf(m_tokens->token(m_id, TokenRoute::Webhook)));
    QCOMPARE(connection().webhookToken.digest, digest);
    QVERIFY(answerOf(m_tokens->renew(m_id, TokenRoute::Webhook)));
    QCOMPARE(connection().webhookToken.previous, digest);
}

void TestRouteTokens::aKeychainThatRefusesChangesNothing()
{
    const Secret first = answerOf(m_tokens->token(m_id, TokenRoute::Webhook)).value();
    const Connection before = connection();
    m_keychain->setTrouble(ScriptedSecretStore::Trouble::Refuses, 1);
    QVERIFY(!answerOf(m_tokens->token(m_id, TokenRoute::Echo)));
    QVERIFY(!answerOf(m_tokens->renew(m_id, TokenRoute::Webhook)));
    const Result<Secret> locked = answerOf(m_tokens->token(m_id, TokenRoute::Webhook));
    QVERIFY(!locked && locked.error().code == ErrorCode::Locked);
    QVERIFY(connection() == before);
    m_keychain->setTrouble(ScriptedSecretStore::Trouble::None, 1);
    QVERIFY(answerOf(m_tokens->token(m_id, TokenRoute::Webhook)).value().sameAs(first));
}

void TestRouteTokens::whereThereIsNoKeychainItIsOfThisSession()
{
    m_keychain->setTrouble(ScriptedSecretStore::Trouble::Refuses, 1, ErrorCode::NoService);
    const Secret token = answerOf(m_tokens->token(m_id, TokenRoute::Webhook)).value();
    QCOMPARE(connection().webhookToken.digest, RouteToken::digest(token));
    QVERIFY(answerOf(m_tokens->token(m_id, TokenRoute::Webhook)).value().sameAs(token));
    QVERIFY(m_keychain->secrets.isEmpty());
}

void TestRouteTokens::oneChangeAtATime()
{
    const auto first = m_tokens->renew(m_id, TokenRoute::Webhook);
    const Result<Secret> second = answerOf(m_tokens->renew(m_id, TokenRoute::Webhook));
    QVERIFY(!second && second.error().code == ErrorCode::Busy);
    QVERIFY(answerOf(first));
    QVERIFY(answerOf(m_tokens->renew(m_id, TokenRoute::Webhook)));
}

void TestRouteTokens::theEchosSecretIsKeptInTheKeychain()
{
    QVERIFY(!answerOf(m_tokens->setEchoSecret(m_id, Secret())));
    QVERIFY(answerOf(m_tokens->setEchoSecret(m_id, Secret::fromBytes("shared-secret"))));
    QVERIFY(connection().echoSecretExpected);
    QVERIFY(!file().contains("shared-secret"));
    m_keychain->setTrouble(ScriptedSecretStore::Trouble::Refuses, 1);
    QVERIFY(!answerOf(m_tokens->clearEchoSecret(m_id)));
    QVERIFY(connection().echoSecretExpected);
    m_keychain->setTrouble(ScriptedSecretStore::Trouble::None, 1);
    QVERIFY(answerOf(m_tokens->clearEchoSecret(m_id)));
    QVERIFY(!connection().echoSecretExpected);
    QVERIFY(m_keychain->secrets.isEmpty());
}

void TestRouteTokens::theSandboxHasNone()
{
    QVERIFY(!answerOf(m_tokens->token(sandboxId(), TokenRoute::Webhook)));
    QVERIFY(!answerOf(m_tokens->token(ConnectionId::create(), TokenRoute::Webhook)));
    QVERIFY(m_keychain->secrets.isEmpty());
}

QTEST_GUILESS_MAIN(TestRouteTokens)
#include "tst_routetokens.moc"
