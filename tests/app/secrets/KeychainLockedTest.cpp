// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/secrets/KeychainLockedTest.h"

#include "tests/app/secrets/KeychainHelpers.h"

#include <QSignalSpy>

using namespace Qt::StringLiterals;
using namespace segue;
using namespace segue::test;

namespace {

const auto kStored = "stored before it was locked";
constexpr int kShortMs = 1500;

//! Takes the place of the window that asks for the keyring's password, and never answers.
class UnansweredWindow
{
public:
    UnansweredWindow()
    {
        m_process.start(qEnvironmentVariable("SEGUE_MUTE_SERVICE"),
                        {u"org.gnome.keyring.SystemPrompter"_s, u"org.gnome.keyring.PrivatePrompter"_s});
        m_ready = m_process.waitForReadyRead(20'000) && m_process.readAllStandardOutput().startsWith("ready");
    }
    ~UnansweredWindow()
    {
        m_process.kill();
        m_process.waitForFinished();
    }
    Q_DISABLE_COPY_MOVE(UnansweredWindow)
    bool isReady() const { return m_ready; }

private:
    QProcess m_process;
    bool m_ready = false;
};

SecretName storedName()
{
    return nameOf(u"stored"_s);
}

} // namespace

void KeychainLockedTest::init()
{
    QVERIFY(keyring(u"unlock"_s));
    KeychainSecretStore store;
    QVERIFY(answerOf(store.write(storedName(), Secret::fromBytes(kStored))).ok());
    QVERIFY(keyring(u"lock"_s));
}

void KeychainLockedTest::lockedIsNotAbsent()
{
    KeychainSecretStore store;
    const Result<Secret> stored = answerOf(store.read(storedName()));
    QCOMPARE(codeOf(stored), ErrorCode::Locked);
    QVERIFY(!stored.error().userText.isEmpty());
    QCOMPARE(store.state(), KeychainState::Locked);
    // Nobody can know whether this one is there.
    QCOMPARE(codeOf(answerOf(store.read(nameOf(u"never-stored"_s)))), ErrorCode::Locked);
}

void KeychainLockedTest::aLockedKeyringRemovesNothing()
{
    KeychainSecretStore store;
    QCOMPARE(codeOf(answerOf(store.remove(storedName()))), ErrorCode::Locked);
    QVERIFY(keyring(u"unlock"_s));
    QCOMPARE(readBack(store, storedName()), QByteArray(kStored));
}

void KeychainLockedTest::aLockedKeyringStoresNothing()
{
    KeychainSecretStore store;
    QCOMPARE(codeOf(answerOf(store.write(storedName(), Secret::fromBytes("another one")))), ErrorCode::Locked);
    QVERIFY(keyring(u"unlock"_s));
    QCOMPARE(readBack(store, storedName()), QByteArray(kStored));
}

void KeychainLockedTest::onceUnlockedEverythingWorksWithoutARestart()
{
    KeychainSecretStore store;
    QCOMPARE(codeOf(answerOf(store.read(storedName()))), ErrorCode::Locked);
    QVERIFY(keyring(u"unlock"_s));
    QCOMPARE(readBack(store, storedName()), QByteArray(kStored));
    QCOMPARE(store.state(), KeychainState::Ready);
    QVERIFY(answerOf(store.write(storedName(), Secret::fromBytes("another one"))).ok());
    QVERIFY(answerOf(store.remove(storedName())).ok());
    QCOMPARE(codeOf(answerOf(store.read(storedName()))), ErrorCode::Absent);
    QVERIFY(keyring(u"lock"_s));
    QCOMPARE(codeOf(answerOf(store.read(storedName()))), ErrorCode::Locked);
}

void KeychainLockedTest::aProbeTellsLockedFromUnlocked()
{
    KeychainSecretStore store;
    store.probe();
    QTRY_COMPARE_WITH_TIMEOUT(store.state(), KeychainState::Locked, 30'000);
    QVERIFY(keyring(u"unlock"_s));
    store.probe();
    QTRY_COMPARE_WITH_TIMEOUT(store.state(), KeychainState::Ready, 30'000);
}

void KeychainLockedTest::aWindowThatNobodyAnswersEndsInATimeOut()
{
    const UnansweredWindow window;
    QVERIFY(window.isReady());
    KeychainSecretStore store({kShortMs});
    const Heartbeat heartbeat;
    QElapsedTimer clock;
    clock.start();
    const Result<Secret> result = answerOf(store.read(storedName()));
    QCOMPARE(codeOf(result), ErrorCode::TimedOut);
    QVERIFY(!result.error().userText.isEmpty());
    QVERIFY(clock.elapsed() >= kShortMs * 9 / 10);
    QVERIFY(clock.elapsed() < 10 * kShortMs); // the keychain's own limit is 25 s
    QCOMPARE(store.state(), KeychainState::NotAnswering);
    QVERIFY(heartbeat.beats() >= 20);
    QVERIFY(heartbeat.longestPauseMs() < kShortMs);
}

void KeychainLockedTest::aSecondWindowIsNeverOpened()
{
    const UnansweredWindow window;
    QVERIFY(window.isReady());
    KeychainSecretStore store({kShortMs});
    const auto first = store.read(storedName());
    const auto second = store.read(storedName());
    const auto third = store.write(storedName(), Secret::fromBytes("another one"));
    QCOMPARE(codeOf(answerOf(first)), ErrorCode::TimedOut);
    // A second window would have to time out as well.
    QCOMPARE(codeOf(answerOf(second)), ErrorCode::Locked);
    QCOMPARE(codeOf(answerOf(third)), ErrorCode::Locked);
    QVERIFY(second.result().error().userText.contains(u"already waits"_s));
}

void KeychainLockedTest::anotherProcessOpensNoSecondWindow()
{
    const UnansweredWindow window;
    QVERIFY(window.isReady());
    KeychainSecretStore store({kShortMs});
    QCOMPARE(codeOf(answerOf(store.read(storedName()))), ErrorCode::TimedOut);
    const ChildResult child = otherProcess({u"--read"_s, storedName().account}, {});
    QCOMPARE(child.output.trimmed(), QByteArray::number(static_cast<int>(ErrorCode::Locked)));
}

void KeychainLockedTest::afterAnUnansweredWindowEverythingWorksAgain()
{
    KeychainSecretStore store({kShortMs});
    {
        const UnansweredWindow window;
        QVERIFY(window.isReady());
        QCOMPARE(codeOf(answerOf(store.read(storedName()))), ErrorCode::TimedOut);
    }
    QVERIFY(keyring(u"unlock"_s));
    QCOMPARE(readBack(store, storedName()), QByteArray(kStored));
    QCOMPARE(store.state(), KeychainState::Ready);
    QVERIFY(answerOf(store.write(storedName(), Secret::fromBytes("another one"))).ok());
    QCOMPARE(readBack(store, storedName()), QByteArray("another one"));
}

void KeychainLockedTest::theStoreMayGoWhileAWindowIsOpen()
{
    QFuture<Result<Secret>> open;
    {
        const UnansweredWindow window;
        QVERIFY(window.isReady());
        KeychainSecretStore store;
        open = store.read(storedName());
        QTRY_COMPARE_WITH_TIMEOUT(store.state(), KeychainState::Locked, 30'000);
    }
    QCOMPARE(codeOf(answerOf(open)), ErrorCode::Cancelled);
    // The late answer of the job that was given up comes while another store works.
    QVERIFY(keyring(u"unlock"_s));
    KeychainSecretStore next;
    QCOMPARE(readBack(next, storedName()), QByteArray(kStored));
}
