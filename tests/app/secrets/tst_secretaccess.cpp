// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/secrets/SecretAccess.h"
#include "app/secrets/SessionSecretStore.h"
#include "tests/app/secrets/SecretHelpers.h"

#include <QPromise>
#include <QSignalSpy>

#include <optional>

using namespace Qt::StringLiterals;
using namespace segue;
using namespace segue::test;

namespace {

const SecretName kName{u"c/write-key"_s};

//! A keychain in memory that can refuse, and that counts what it is asked.
class FakeKeychain : public SecretStore
{
    Q_OBJECT
public:
    QFuture<Result<Secret>> read(const SecretName &name) override
    {
        ++reads;
        if (refusal) {
            return QtFuture::makeReadyFuture<Result<Secret>>(*refusal);
        }
        const auto found = secrets.constFind(name.account);
        return found == secrets.constEnd() ? QtFuture::makeReadyFuture<Result<Secret>>(Error{ErrorCode::Absent, {}, {}})
                                           : QtFuture::makeReadyFuture<Result<Secret>>(*found);
    }
    QFuture<Status> write(const SecretName &name, const Secret &secret) override
    {
        if (refusal) {
            return QtFuture::makeReadyFuture<Status>(*refusal);
        }
        secrets.insert(name.account, secret);
        return QtFuture::makeReadyFuture<Status>(done);
    }
    QFuture<Status> remove(const SecretName &name) override
    {
        if (refusal) {
            return QtFuture::makeReadyFuture<Status>(*refusal);
        }
        secrets.remove(name.account);
        return QtFuture::makeReadyFuture<Status>(done);
    }

    QHash<QString, Secret> secrets;
    std::optional<Error> refusal;
    int reads = 0;
};

} // namespace

class tst_SecretAccess : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup() { m_access.reset(); }
    void theKeychainIsAskedWhenThisSessionHasNone();
    void oneForThisSessionWins();
    void oneForThisSessionNeverReachesTheKeychain();
    void storingInTheKeychainTakesTheSessionsAway();
    void theSessionsStaysWhenTheKeychainRefuses();
    void removingTakesBothAway();
    void aRefusedRemovalIsSaidButTheSessionsIsGone();
    void whatIsWrittenIsKnownToTheRedactorBeforeItIsStored();
    void whatIsReadIsKnownToTheRedactorBeforeItIsHandedOut();
    void aRefusalChangesNothing();

private:
    std::unique_ptr<FakeKeychain> m_keychain;
    std::unique_ptr<SessionSecretStore> m_session;
    std::unique_ptr<Redactor> m_redactor;
    std::unique_ptr<SecretAccess> m_access;
};

void tst_SecretAccess::init()
{
    m_keychain = std::make_unique<FakeKeychain>();
    m_session = std::make_unique<SessionSecretStore>();
    m_redactor = std::make_unique<Redactor>();
    m_access = std::make_unique<SecretAccess>(*m_keychain, *m_session, *m_redactor);
}

void tst_SecretAccess::theKeychainIsAskedWhenThisSessionHasNone()
{
    QCOMPARE(codeOf(answerOf(m_access->read(kName))), ErrorCode::Absent);
    m_keychain->secrets.insert(kName.account, Secret::fromBytes("from the keychain"));
    QCOMPARE(bytesOf(answerOf(m_access->read(kName)).valueOr({})), QByteArray("from the keychain"));
    QVERIFY(!m_access->isSessionOnly(kName));
}

void tst_SecretAccess::oneForThisSessionWins()
{
    m_keychain->secrets.insert(kName.account, Secret::fromBytes("from the keychain"));
    QVERIFY(answerOf(m_access->write(kName, Secret::fromBytes("this session"), SecretPlace::SessionOnly)).ok());
    QCOMPARE(bytesOf(answerOf(m_access->read(kName)).valueOr({})), QByteArray("this session"));
    QVERIFY(m_access->isSessionOnly(kName));
    QCOMPARE(m_keychain->reads, 0);
}

void tst_SecretAccess::oneForThisSessionNeverReachesTheKeychain()
{
    const QSignalSpy changed(m_access.get(), &SecretAccess::changed);
    QVERIFY(answerOf(m_access->write(kName, Secret::fromBytes("this session"), SecretPlace::SessionOnly)).ok());
    QVERIFY(m_keychain->secrets.isEmpty());
    QCOMPARE(changed.count(), 1);
    QCOMPARE(changed.first().first().toString(), kName.account);
}

void tst_SecretAccess::storingInTheKeychainTakesTheSessionsAway()
{
    QVERIFY(answerOf(m_access->write(kName, Secret::fromBytes("this session"), SecretPlace::SessionOnly)).ok());
    const QSignalSpy changed(m_access.get(), &SecretAccess::changed);
    QVERIFY(answerOf(m_access->write(kName, Secret::fromBytes("for good"), SecretPlace::Keychain)).ok());
    QVERIFY(!m_access->isSessionOnly(kName));
    QCOMPARE(bytesOf(answerOf(m_access->read(kName)).valueOr({})), QByteArray("for good"));
    QCOMPARE(changed.count(), 1);
}

void tst_SecretAccess::theSessionsStaysWhenTheKeychainRefuses()
{
    QVERIFY(answerOf(m_access->write(kName, Secret::fromBytes("this session"), SecretPlace::SessionOnly)).ok());
    m_keychain->refusal = Error{ErrorCode::Locked, {}, {}};
    QCOMPARE(codeOf(answerOf(m_access->write(kName, Secret::fromBytes("for good"), SecretPlace::Keychain))),
             ErrorCode::Locked);
    QCOMPARE(bytesOf(answerOf(m_access->read(kName)).valueOr({})), QByteArray("this session"));
}

void tst_SecretAccess::removingTakesBothAway()
{
    m_keychain->secrets.insert(kName.account, Secret::fromBytes("from the keychain"));
    QVERIFY(answerOf(m_access->write(kName, Secret::fromBytes("this session"), SecretPlace::SessionOnly)).ok());
    const QSignalSpy changed(m_access.get(), &SecretAccess::changed);
    QVERIFY(answerOf(m_access->remove(kName)).ok());
    QVERIFY(m_keychain->secrets.isEmpty());
    QVERIFY(!m_access->isSessionOnly(kName));
    QCOMPARE(codeOf(answerOf(m_access->read(kName))), ErrorCode::Absent);
    QCOMPARE(changed.count(), 1);
}

void tst_SecretAccess::aRefusedRemovalIsSaidButTheSessionsIsGone()
{
    QVERIFY(answerOf(m_access->write(kName, Secret::fromBytes("this session"), SecretPlace::SessionOnly)).ok());
    m_keychain->refusal = Error{ErrorCode::NoService, {}, {}};
    const QSignalSpy changed(m_access.get(), &SecretAccess::changed);
    QCOMPARE(codeOf(answerOf(m_access->remove(kName))), ErrorCode::NoService);
    QVERIFY(!m_access->isSessionOnly(kName));
    QCOMPARE(changed.count(), 1);
}

void tst_SecretAccess::whatIsWrittenIsKnownToTheRedactorBeforeItIsStored()
{
    m_keychain->refusal = Error{ErrorCode::Locked, {}, {}};
    const QFuture<Status> status =
        m_access->write(kName, Secret::fromBytes("a-key-being-stored"), SecretPlace::Keychain);
    QCOMPARE(m_redactor->redact(QByteArray("x a-key-being-stored x")), QByteArray("x [redacted] x"));
    QVERIFY(!answerOf(status).ok());
    const QFuture<Status> session =
        m_access->write(kName, Secret::fromBytes("a-key-for-the-session"), SecretPlace::SessionOnly);
    QCOMPARE(m_redactor->redact(QByteArray("x a-key-for-the-session x")), QByteArray("x [redacted] x"));
    QVERIFY(answerOf(session).ok());
}

void tst_SecretAccess::whatIsReadIsKnownToTheRedactorBeforeItIsHandedOut()
{
    m_keychain->secrets.insert(kName.account, Secret::fromBytes("from-the-keychain"));
    QByteArray seen;
    m_access->read(kName).then(this, [&](const Result<Secret> &secret) {
        seen = m_redactor->redact("x " + bytesOf(secret.valueOr({})) + " x");
    });
    QTRY_COMPARE(seen, QByteArray("x [redacted] x"));
}

void tst_SecretAccess::aRefusalChangesNothing()
{
    m_keychain->secrets.insert(kName.account, Secret::fromBytes("from the keychain"));
    m_keychain->refusal = Error{ErrorCode::Locked, {}, {}};
    const QSignalSpy changed(m_access.get(), &SecretAccess::changed);
    QCOMPARE(codeOf(answerOf(m_access->read(kName))), ErrorCode::Locked);
    QCOMPARE(codeOf(answerOf(m_access->write(kName, Secret::fromBytes("new"), SecretPlace::Keychain))),
             ErrorCode::Locked);
    QCOMPARE(codeOf(answerOf(m_access->remove(kName))), ErrorCode::Locked);
    QCOMPARE(changed.count(), 0);
    QVERIFY(m_keychain->secrets.contains(kName.account));
}

QTEST_GUILESS_MAIN(tst_SecretAccess)
#include "tst_secretaccess.moc"
