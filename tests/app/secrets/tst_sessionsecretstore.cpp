// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/secrets/SessionSecretStore.h"
#include "tests/app/secrets/SecretHelpers.h"

using namespace Qt::StringLiterals;
using namespace segue;
using namespace segue::test;

class tst_SessionSecretStore : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aSecretComesBack();
    void writingAgainReplaces();
    void whatWasRemovedIsAbsent();
    void removingNothingIsDone();
    void anEmptySecretReplacesNothing();
    void anotherNameIsAnotherSecret();
    void answersComeLater();
};

void tst_SessionSecretStore::aSecretComesBack()
{
    SessionSecretStore store;
    const SecretName name{u"c/write-key"_s};
    QVERIFY(!store.has(name));
    QVERIFY(answerOf(store.write(name, Secret::fromText(u"clé"_s))).ok());
    QVERIFY(store.has(name));
    QCOMPARE(bytesOf(answerOf(store.read(name)).valueOr({})), QByteArray("cl\xc3\xa9"));
}

void tst_SessionSecretStore::writingAgainReplaces()
{
    SessionSecretStore store;
    const SecretName name{u"a"_s};
    QVERIFY(answerOf(store.write(name, Secret::fromBytes("one"))).ok());
    QVERIFY(answerOf(store.write(name, Secret::fromBytes("two"))).ok());
    QCOMPARE(bytesOf(answerOf(store.read(name)).valueOr({})), QByteArray("two"));
}

void tst_SessionSecretStore::whatWasRemovedIsAbsent()
{
    SessionSecretStore store;
    const SecretName name{u"a"_s};
    QVERIFY(answerOf(store.write(name, Secret::fromBytes("one"))).ok());
    QVERIFY(answerOf(store.remove(name)).ok());
    QVERIFY(!store.has(name));
    const Result<Secret> result = answerOf(store.read(name));
    QCOMPARE(codeOf(result), ErrorCode::Absent);
    QVERIFY(!result.error().userText.isEmpty());
}

void tst_SessionSecretStore::removingNothingIsDone()
{
    SessionSecretStore store;
    QVERIFY(answerOf(store.remove({u"never"_s})).ok());
}

void tst_SessionSecretStore::anEmptySecretReplacesNothing()
{
    SessionSecretStore store;
    const SecretName name{u"a"_s};
    QVERIFY(answerOf(store.write(name, Secret::fromBytes("one"))).ok());
    QCOMPARE(codeOf(answerOf(store.write(name, Secret()))), ErrorCode::Payload);
    QCOMPARE(bytesOf(answerOf(store.read(name)).valueOr({})), QByteArray("one"));
}

void tst_SessionSecretStore::anotherNameIsAnotherSecret()
{
    SessionSecretStore store;
    QVERIFY(answerOf(store.write({u"a"_s}, Secret::fromBytes("one"))).ok());
    QVERIFY(answerOf(store.remove({u"b"_s})).ok());
    QVERIFY(store.has({u"a"_s}));
    QCOMPARE(codeOf(answerOf(store.read({u"b"_s}))), ErrorCode::Absent);
}

void tst_SessionSecretStore::answersComeLater()
{
    SessionSecretStore store;
    const QFuture<Status> written = store.write({u"a"_s}, Secret::fromBytes("one"));
    const QFuture<Result<Secret>> read = store.read({u"a"_s});
    QVERIFY(!written.isFinished());
    QVERIFY(!read.isFinished());
    QVERIFY(answerOf(written).ok());
    QVERIFY(answerOf(read).ok());
}

QTEST_GUILESS_MAIN(tst_SessionSecretStore)
#include "tst_sessionsecretstore.moc"
