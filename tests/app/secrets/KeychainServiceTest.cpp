// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/secrets/KeychainServiceTest.h"

#include "tests/app/secrets/KeychainHelpers.h"

#include <QDir>
#include <QSet>
#include <QSignalSpy>

#include <csignal>

using namespace Qt::StringLiterals;
using namespace segue;
using namespace segue::test;

namespace {

constexpr int kShortMs = 1500;

} // namespace

void KeychainAbsentTest::withoutAServiceEveryCallSaysSo()
{
    KeychainSecretStore store;
    const SecretName name = nameOf(u"nowhere"_s);
    QElapsedTimer clock;
    clock.start();
    const Result<Secret> read = answerOf(store.read(name));
    const Status write = answerOf(store.write(name, Secret::fromBytes("kept nowhere 0123456789")));
    const Status remove = answerOf(store.remove(name));
    QVERIFY(clock.elapsed() < KeychainSecretStore::Options().answerTimeoutMs);
    QCOMPARE(codeOf(read), ErrorCode::NoService);
    QCOMPARE(codeOf(write), ErrorCode::NoService);
    QCOMPARE(codeOf(remove), ErrorCode::NoService);
    QCOMPARE(store.state(), KeychainState::NoService);
    QVERIFY(read.error().userText.contains(u"this session only"_s));
    QVERIFY(write.error().userText.contains(u"this session only"_s));
    QVERIFY(!remove.error().userText.isEmpty());
    // Nor did it fall back to a file.
    QVERIFY(QDir(qEnvironmentVariable("XDG_CONFIG_HOME")).isEmpty());
    QVERIFY(QDir(qEnvironmentVariable("HOME")).isEmpty());
    QVERIFY(QDir(qEnvironmentVariable("XDG_DATA_HOME")).isEmpty());
}

void KeychainAbsentTest::aProbeSaysSo()
{
    KeychainSecretStore store;
    const QSignalSpy changes(&store, &KeychainSecretStore::stateChanged);
    store.probe();
    QTRY_COMPARE_WITH_TIMEOUT(store.state(), KeychainState::NoService, 30'000);
    QCOMPARE(changes.count(), 1);
}

void KeychainAbsentTest::everyStateHasItsSentence()
{
    QSet<QString> sentences;
    for (const KeychainState state : {KeychainState::NotAsked, KeychainState::Ready, KeychainState::Locked,
                                      KeychainState::NoService, KeychainState::NotAnswering}) {
        const QString sentence = KeychainSecretStore::describe(state);
        QVERIFY(sentence.endsWith(u'.'));
        sentences.insert(sentence);
    }
    QCOMPARE(sentences.size(), 5);
    QCOMPARE(KeychainSecretStore::serviceName(), u"Secret Service"_s);
}

void KeychainAbsentTest::onceTheServiceIsThereEverythingWorks()
{
    KeychainSecretStore store;
    const SecretName name = nameOf(u"later"_s);
    QCOMPARE(codeOf(answerOf(store.write(name, Secret::fromBytes("a key")))), ErrorCode::NoService);
    QVERIFY(keyring(u"unlock"_s));
    QVERIFY(answerOf(store.write(name, Secret::fromBytes("a key"))).ok());
    QCOMPARE(readBack(store, name), QByteArray("a key"));
    QCOMPARE(store.state(), KeychainState::Ready);
    QVERIFY(keyring(u"stop"_s));
    QCOMPARE(codeOf(answerOf(store.read(name))), ErrorCode::NoService);
    QCOMPARE(codeOf(answerOf(store.remove(name))), ErrorCode::NoService);
    QVERIFY(keyring(u"unlock"_s));
    QCOMPARE(readBack(store, name), QByteArray("a key"));
}

void KeychainSilentTest::aSilentServiceEndsInATimeOut()
{
    KeychainSecretStore store({kShortMs});
    const Heartbeat heartbeat;
    QElapsedTimer clock;
    clock.start();
    const Result<Secret> result = answerOf(store.read(nameOf(u"silent"_s)));
    QCOMPARE(codeOf(result), ErrorCode::TimedOut);
    QVERIFY(!result.error().userText.isEmpty());
    QVERIFY(clock.elapsed() >= kShortMs - kShortMs / 10);
    QVERIFY(clock.elapsed() < 15'000);
    QCOMPARE(store.state(), KeychainState::NotAnswering);
    QVERIFY(heartbeat.beats() >= 20);
    QVERIFY(heartbeat.longestPauseMs() < kShortMs);
}

void KeychainSilentTest::laterCallsAreNotHeldUp()
{
    KeychainSecretStore store({kShortMs});
    const SecretName name = nameOf(u"silent"_s);
    const auto read = store.read(name);
    const auto write = store.write(name, Secret::fromBytes("a key"));
    const auto remove = store.remove(name);
    QCOMPARE(codeOf(answerOf(read)), ErrorCode::TimedOut);
    QCOMPARE(codeOf(answerOf(write)), ErrorCode::TimedOut);
    QCOMPARE(codeOf(answerOf(remove)), ErrorCode::TimedOut);
}

void KeychainSilentTest::theStoreMayGoWhileTheServiceIsSilent()
{
    QFuture<Status> open;
    {
        KeychainSecretStore store;
        store.probe();
        open = store.write(nameOf(u"silent"_s), Secret::fromBytes("a key"));
        // Another's question that was put after it has been given up by now: this one is out.
        KeychainSecretStore other({kShortMs});
        QCOMPARE(codeOf(answerOf(other.read(nameOf(u"silent"_s)))), ErrorCode::TimedOut);
    }
    QCOMPARE(codeOf(answerOf(open)), ErrorCode::Cancelled);
}

void KeychainSilentTest::onceTheServiceAnswersEverythingWorks()
{
    KeychainSecretStore store({kShortMs});
    const SecretName name = nameOf(u"silent"_s);
    QCOMPARE(codeOf(answerOf(store.read(name))), ErrorCode::TimedOut);

    const int mute = qEnvironmentVariableIntValue("SEGUE_TEST_MUTE_PID");
    QVERIFY(mute > 0);
    QCOMPARE(::kill(mute, SIGKILL), 0);
    KeychainSecretStore patient;
    QVERIFY(keyring(u"unlock"_s));
    QVERIFY(answerOf(patient.write(name, Secret::fromBytes("a key"))).ok());
    QCOMPARE(readBack(store, name), QByteArray("a key"));
    QCOMPARE(store.state(), KeychainState::Ready);
}
