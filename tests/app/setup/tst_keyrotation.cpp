// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest> // first: moc 6.4 cannot read <compare> before Qt's own headers

#include "app/setup/KeyRotation.h"

#include "app/AppContext.h"
#include "tests/app/journal/JournalSupport.h"
#include "tests/app/secrets/SecretHelpers.h"
#include "tests/support/ScriptedSecretStore.h"

using namespace segue;
using namespace segue::test;
using namespace Qt::StringLiterals;
using Replacement = segue::KeyRotation::Replacement;
using Trouble = segue::test::ScriptedSecretStore::Trouble;

namespace {

const Secret kOld = Secret::fromText(u"OldAfN2kLx7VbR4tYp1WmC6sHd9JgA3e"_s);
const Secret kNew = Secret::fromText(u"NewBfN2kLx7VbR4tYp1WmC6sHd9JgA3e"_s);
const Secret kThird = Secret::fromText(u"ThiCfN2kLx7VbR4tYp1WmC6sHd9JgA3e"_s);
constexpr int kPatience = 20'000;
constexpr std::int64_t kStart = 1'700'000'000'000;

} // namespace

class TestKeyRotation : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void aFirstKeyHasNothingBesideIt();
    void theOldKeyIsKeptBesideTheNewOne();
    void thatOneIsKeptIsKnownAfterARestartWithoutTheKeychain();
    void theSameKeyAgainChangesNothing();
    void aThirdKeyLeavesTheOldOneAndDropsTheOneOnTrial();
    void theOldKeyTypedAgainIsTakenBack();
    void backUsesTheOldKeyAgain();
    void endRemovesTheOldKey();
    void backWithoutAnOldKeySaysSo();
    void aDraftsKeyIsJustReplaced();
    void aKeyForTheSessionLeavesTheKeychainsAlone();
    void aSessionsOldKeyStaysInTheSession();
    void whenTheKeychainRefusesTheOldKeyIsStillThere_data();
    void whenTheKeychainRefusesTheOldKeyIsStillThere();
    void anUncertainWriteKeepsBoth();
    void aFileThatCannotBeWrittenChangesNothing();
    void aDeathAtAnyMomentLosesNoKey_data();
    void aDeathAtAnyMomentLosesNoKey();
    void aDeathWhileTheOldKeyGoesIsMended_data();
    void aDeathWhileTheOldKeyGoesIsMended();
    void oneChangeAtATime();
    void onlyWhatCameAfterTheReplacementProvesTheNewKey();
    void anOldKeyThatCannotGoIsToldOnce();
    void aConfirmedEventInTheLogIsProof();
    void anotherProcessesReplacementIsHeardOf();
    void theSentenceCountsWhatIsQueued();

private:
    //! As when the program is started on the same folder and the same keychain.
    void start();
    Result<Replacement> replace(const Secret &key, SecretPlace place = SecretPlace::Keychain)
    {
        return answerOf(m_rotation->begin(m_id, key, place));
    }
    Secret stored() const { return m_keychain->secrets.value(SecretName::writeKey(m_id).account); }
    Secret previous() const { return m_keychain->secrets.value(SecretName::previousWriteKey(m_id).account); }
    Connection connection() const { return m_connections->find(m_id).value(); }
    QFile file() const { return QFile(m_connections->filePath()); }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<ScriptedSecretStore> m_keychain;
    std::unique_ptr<SessionSecretStore> m_session;
    std::unique_ptr<SecretAccess> m_secrets;
    std::unique_ptr<ConnectionStore> m_connections;
    std::unique_ptr<KeyRotation> m_rotation;
    SetClock m_clock{kStart};
    Redactor m_redactor;
    ConnectionId m_id;
};

void TestKeyRotation::init()
{
    m_rotation.reset();
    m_folder = std::make_unique<QTemporaryDir>();
    m_keychain = std::make_unique<ScriptedSecretStore>();
    m_clock.set(kStart);
    start();
    Connection made;
    made.id = m_id = ConnectionId::create();
    made.name = u"Pushwoosh_Prod"_s;
    QVERIFY(m_connections->add(made).ok());
}

void TestKeyRotation::start()
{
    m_rotation.reset();
    const QHash<QString, Secret> kept = m_keychain->secrets;
    m_keychain = std::make_unique<ScriptedSecretStore>(); // what it owed answers to goes after it
    m_secrets.reset();
    m_keychain->secrets = kept;
    m_session = std::make_unique<SessionSecretStore>();
    m_secrets = std::make_unique<SecretAccess>(*m_keychain, *m_session, m_redactor);
    m_connections = std::make_unique<ConnectionStore>(m_folder->path());
    QVERIFY(m_connections->load().ok());
    m_rotation = std::make_unique<KeyRotation>(*m_connections, *m_secrets, m_clock);
}

void TestKeyRotation::aFirstKeyHasNothingBesideIt()
{
    QCOMPARE(replace(kOld).value(), Replacement::First);
    QVERIFY(stored().sameAs(kOld));
    QVERIFY(previous().isEmpty());
    QVERIFY(!m_rotation->isUnderWay(m_id));
    QVERIFY(connection().keyExpected);
}

void TestKeyRotation::theOldKeyIsKeptBesideTheNewOne()
{
    QCOMPARE(replace(kOld).value(), Replacement::First);
    QSignalSpy replaced(m_rotation.get(), &KeyRotation::replaced);
    m_clock.set(kStart + 5'000);
    QCOMPARE(replace(kNew).value(), Replacement::Replaced);
    QVERIFY(stored().sameAs(kNew));
    QVERIFY(previous().sameAs(kOld));
    QVERIFY(m_rotation->isUnderWay(m_id));
    QCOMPARE(connection().keyReplacedAt, kStart + 5'000);
    QVERIFY2(!replaced.isEmpty(), "who sends asks for the key anew");
    QFile connections = file();
    QVERIFY(connections.open(QIODevice::ReadOnly));
    const QByteArray content = connections.readAll();
    QVERIFY2(content.contains("2023-11-14T22:13:25.000Z"), "readable in the file");
    QVERIFY(!content.contains(bytesOf(kOld)) && !content.contains(bytesOf(kNew)));
}

void TestKeyRotation::thatOneIsKeptIsKnownAfterARestartWithoutTheKeychain()
{
    QVERIFY(replace(kOld).ok() && replace(kNew).ok());
    start();
    QVERIFY(m_rotation->isUnderWay(m_id));
    QCOMPARE(m_keychain->calls, 0);
}

void TestKeyRotation::theSameKeyAgainChangesNothing()
{
    QVERIFY(replace(kOld).ok());
    QCOMPARE(replace(kOld).value(), Replacement::Unchanged);
    QVERIFY(stored().sameAs(kOld) && previous().isEmpty());
    QVERIFY(!m_rotation->isUnderWay(m_id));
}

void TestKeyRotation::aThirdKeyLeavesTheOldOneAndDropsTheOneOnTrial()
{
    QVERIFY(replace(kOld).ok() && replace(kNew).ok());
    m_clock.set(kStart + 9'000);
    QCOMPARE(replace(kThird).value(), Replacement::Replaced);
    QVERIFY(stored().sameAs(kThird));
    QVERIFY2(previous().sameAs(kOld), "the one that was proven, not the one on trial");
    QCOMPARE(connection().keyReplacedAt, kStart + 9'000);
}

void TestKeyRotation::theOldKeyTypedAgainIsTakenBack()
{
    QVERIFY(replace(kOld).ok() && replace(kNew).ok());
    QCOMPARE(replace(kOld).value(), Replacement::TakenBack);
    QVERIFY(stored().sameAs(kOld) && previous().isEmpty());
    QVERIFY(!m_rotation->isUnderWay(m_id));
}

void TestKeyRotation::backUsesTheOldKeyAgain()
{
    QVERIFY(replace(kOld).ok() && replace(kNew).ok());
    QVERIFY(answerOf(m_rotation->back(m_id)).ok());
    QVERIFY(stored().sameAs(kOld) && previous().isEmpty());
    QVERIFY(!m_rotation->isUnderWay(m_id));
    start();
    QVERIFY(!m_rotation->isUnderWay(m_id));
}

void TestKeyRotation::endRemovesTheOldKey()
{
    QVERIFY(replace(kOld).ok() && replace(kNew).ok());
    QVERIFY(answerOf(m_rotation->end(m_id)).ok());
    QVERIFY(stored().sameAs(kNew) && previous().isEmpty());
    QCOMPARE(connection().keyReplacedAt, 0);
    QVERIFY2(answerOf(m_rotation->end(m_id)).ok(), "nothing to remove is no failure");
}

void TestKeyRotation::backWithoutAnOldKeySaysSo()
{
    QVERIFY(replace(kOld).ok() && replace(kNew).ok());
    m_keychain->secrets.remove(SecretName::previousWriteKey(m_id).account);
    const Status back = answerOf(m_rotation->back(m_id));
    QCOMPARE(codeOf(back), ErrorCode::Absent);
    QVERIFY(!back.error().userText.isEmpty());
    QVERIFY(stored().sameAs(kNew));
    QVERIFY2(!m_rotation->isUnderWay(m_id), "the mark went with it");
}

void TestKeyRotation::aDraftsKeyIsJustReplaced()
{
    QVERIFY(m_connections->remove(m_id).ok());
    QVERIFY(replace(kOld).ok());
    QCOMPARE(replace(kNew).value(), Replacement::First);
    QVERIFY(stored().sameAs(kNew) && previous().isEmpty());
}

void TestKeyRotation::aKeyForTheSessionLeavesTheKeychainsAlone()
{
    QVERIFY(replace(kOld).ok());
    QCOMPARE(replace(kNew, SecretPlace::SessionOnly).value(), Replacement::First);
    QVERIFY(stored().sameAs(kOld) && previous().isEmpty());
    QVERIFY(answerOf(m_secrets->read(SecretName::writeKey(m_id))).value().sameAs(kNew));
    QVERIFY(!m_rotation->isUnderWay(m_id));
    // Now one for the keychain: its own is what must not be lost.
    QCOMPARE(replace(kThird).value(), Replacement::Replaced);
    QVERIFY(stored().sameAs(kThird) && previous().sameAs(kOld));
    QVERIFY(!m_secrets->isSessionOnly(SecretName::writeKey(m_id)));
}

void TestKeyRotation::aSessionsOldKeyStaysInTheSession()
{
    QVERIFY(replace(kOld, SecretPlace::SessionOnly).ok());
    QCOMPARE(replace(kNew).value(), Replacement::Replaced);
    QVERIFY(stored().sameAs(kNew));
    QVERIFY2(previous().isEmpty(), "what was for this session only never reaches the keychain");
    QVERIFY(m_secrets->isSessionOnly(SecretName::previousWriteKey(m_id)));
    QVERIFY(m_rotation->isUnderWay(m_id));
    QVERIFY(answerOf(m_rotation->end(m_id)).ok());
    QVERIFY(!m_secrets->isSessionOnly(SecretName::previousWriteKey(m_id)));
    QVERIFY(!m_rotation->isUnderWay(m_id));
}

void TestKeyRotation::whenTheKeychainRefusesTheOldKeyIsStillThere_data()
{
    QTest::addColumn<int>("call");
    QTest::newRow("reading the old one") << 1;
    QTest::newRow("keeping the old one") << 2;
    QTest::newRow("storing the new one") << 3;
}

void TestKeyRotation::whenTheKeychainRefusesTheOldKeyIsStillThere()
{
    QFETCH(int, call);
    QVERIFY(replace(kOld).ok());
    m_keychain->setTrouble(Trouble::Refuses, call);
    const Result<Replacement> refused = replace(kNew);
    QCOMPARE(codeOf(refused), ErrorCode::Locked);
    QVERIFY(stored().sameAs(kOld));
    m_keychain->setTrouble(Trouble::None, 0);
    QCOMPARE(replace(kNew).value(), Replacement::Replaced);
    QVERIFY(stored().sameAs(kNew) && previous().sameAs(kOld));
}

void TestKeyRotation::anUncertainWriteKeepsBoth()
{
    QVERIFY(replace(kOld).ok());
    m_keychain->setTrouble(Trouble::Refuses, 3, ErrorCode::TimedOut);
    QCOMPARE(codeOf(replace(kNew)), ErrorCode::TimedOut);
    m_keychain->setTrouble(Trouble::None, 0);
    QVERIFY2(previous().sameAs(kOld) && m_rotation->isUnderWay(m_id), "the keychain may still do what it was told");
    m_keychain->secrets.insert(SecretName::writeKey(m_id).account, kNew);
    QVERIFY(answerOf(m_rotation->back(m_id)).ok());
    QVERIFY(stored().sameAs(kOld));
}

void TestKeyRotation::aFileThatCannotBeWrittenChangesNothing()
{
    QVERIFY(replace(kOld).ok());
    QFile connections = file();
    QVERIFY(connections.open(QIODevice::WriteOnly | QIODevice::Truncate));
    connections.write("damaged");
    connections.close();
    const Result<Replacement> refused = replace(kNew);
    QCOMPARE(codeOf(refused), ErrorCode::Damaged);
    QVERIFY(stored().sameAs(kOld));
    QVERIFY2(previous().isEmpty(), "no copy is left that nothing tells of");
}

void TestKeyRotation::aDeathAtAnyMomentLosesNoKey_data()
{
    QTest::addColumn<int>("call");
    QTest::addColumn<bool>("wasDone");
    for (int call = 1; call <= 3; ++call) {
        for (const bool wasDone : {false, true}) {
            QTest::addRow("at call %d, %s it was done", call, wasDone ? "after" : "before") << call << wasDone;
        }
    }
}

void TestKeyRotation::aDeathAtAnyMomentLosesNoKey()
{
    QFETCH(int, call);
    QFETCH(bool, wasDone);
    QVERIFY(replace(kOld).ok());
    m_keychain->setTrouble(wasDone ? Trouble::SilentAfter : Trouble::SilentBefore, call);
    const auto unfinished = m_rotation->begin(m_id, kNew, SecretPlace::Keychain);
    QTRY_VERIFY_WITH_TIMEOUT(m_keychain->isSilent(), kPatience);
    QVERIFY(!unfinished.isFinished());
    start();
    const bool oldInUse = stored().sameAs(kOld);
    QVERIFY2(oldInUse || (stored().sameAs(kNew) && previous().sameAs(kOld) && m_rotation->isUnderWay(m_id)),
             "the old key stands somewhere, and what says where is on disk");
    // And from there it goes on as if nothing had been.
    const auto again = replace(kNew);
    QVERIFY(again.ok());
    QCOMPARE(again.value(), oldInUse ? Replacement::Replaced : Replacement::Unchanged);
    QVERIFY(stored().sameAs(kNew) && previous().sameAs(kOld) && m_rotation->isUnderWay(m_id));
    QVERIFY(answerOf(m_rotation->back(m_id)).ok());
    QVERIFY(stored().sameAs(kOld) && previous().isEmpty() && !m_rotation->isUnderWay(m_id));
}

void TestKeyRotation::aDeathWhileTheOldKeyGoesIsMended_data()
{
    QTest::addColumn<bool>("back");
    QTest::addColumn<int>("call");
    QTest::newRow("removing it") << false << 1;
    QTest::newRow("taking it back: read") << true << 1;
    QTest::newRow("taking it back: written") << true << 2;
    QTest::newRow("taking it back: removed") << true << 3;
}

void TestKeyRotation::aDeathWhileTheOldKeyGoesIsMended()
{
    QFETCH(bool, back);
    QFETCH(int, call);
    QVERIFY(replace(kOld).ok() && replace(kNew).ok());
    m_keychain->setTrouble(Trouble::SilentAfter, call);
    const auto unfinished = back ? m_rotation->back(m_id) : m_rotation->end(m_id);
    QTRY_VERIFY_WITH_TIMEOUT(m_keychain->isSilent(), kPatience);
    QVERIFY(!unfinished.isFinished());
    start();
    QVERIFY2(m_rotation->isUnderWay(m_id), "the mark goes last");
    QVERIFY(stored().sameAs(kNew) || (back && stored().sameAs(kOld)));
    QVERIFY(answerOf(m_rotation->end(m_id)).ok());
    QVERIFY(previous().isEmpty() && !m_rotation->isUnderWay(m_id));
    QVERIFY(!stored().isEmpty());
}

void TestKeyRotation::oneChangeAtATime()
{
    QVERIFY(replace(kOld).ok());
    const auto first = m_rotation->begin(m_id, kNew, SecretPlace::Keychain);
    QCOMPARE(codeOf(replace(kThird)), ErrorCode::Busy);
    QCOMPARE(codeOf(answerOf(m_rotation->end(m_id))), ErrorCode::Busy);
    QCOMPARE(answerOf(first).value(), Replacement::Replaced);
    QVERIFY(stored().sameAs(kNew) && previous().sameAs(kOld));
}

void TestKeyRotation::onlyWhatCameAfterTheReplacementProvesTheNewKey()
{
    QVERIFY(replace(kOld).ok());
    m_clock.set(kStart + 1'000);
    QVERIFY(replace(kNew).ok());
    QSignalSpy told(m_rotation.get(), &KeyRotation::told);
    m_rotation->proven(m_id, kStart + 999);
    QVERIFY2(m_keychain->calls > 0 && m_rotation->isUnderWay(m_id), "it was sent with the old key");
    const int calls = m_keychain->calls;
    m_rotation->proven(ConnectionId::create(), kStart + 2'000);
    QCOMPARE(m_keychain->calls, calls);
    m_rotation->proven(m_id, kStart + 1'001);
    QTRY_COMPARE_WITH_TIMEOUT(told.size(), 1, kPatience);
    QVERIFY(told.constFirst().constFirst().toString().contains(u"Pushwoosh_Prod"_s));
    QVERIFY(stored().sameAs(kNew) && previous().isEmpty() && !m_rotation->isUnderWay(m_id));
}

void TestKeyRotation::anOldKeyThatCannotGoIsToldOnce()
{
    QVERIFY(replace(kOld).ok() && replace(kNew).ok());
    QSignalSpy told(m_rotation.get(), &KeyRotation::told);
    m_keychain->setTrouble(Trouble::Refuses, 1);
    m_rotation->proven(m_id, kStart + 1);
    QTRY_COMPARE_WITH_TIMEOUT(told.size(), 1, kPatience);
    QVERIFY(told.constFirst().constFirst().toString().contains(u"The keychain says no."_s));
    const int calls = m_keychain->calls;
    m_rotation->proven(m_id, kStart + 2);
    QCOMPARE(m_keychain->calls, calls);
    QVERIFY2(m_rotation->isUnderWay(m_id), "it is kept, and can be removed by hand");
    m_keychain->setTrouble(Trouble::None, 0);
    QVERIFY(answerOf(m_rotation->end(m_id)).ok());
}

void TestKeyRotation::aConfirmedEventInTheLogIsProof()
{
    auto journal = openJournal(m_folder->path().toStdString());
    QVERIFY(journal != nullptr);
    EventLog log(*journal, m_folder->path());
    m_rotation->watch(log);
    QVERIFY(replace(kOld).ok());
    JournalCalls calls(*journal);
    NewEntry before = trackEntry("m-before", m_id.key());
    before.fields.received = kStart - 1;
    NewEntry after = trackEntry("m-after", m_id.key());
    after.fields.received = kStart + 1;
    QVERIFY(calls.append({before, after}).ok());
    QVERIFY(replace(kNew).ok());
    QSignalSpy seen(&log, &EventLog::changed);
    QVERIFY(calls.confirm("m-before").ok());
    QTRY_VERIFY_WITH_TIMEOUT(!seen.isEmpty(), kPatience);
    // A later question to the log is answered after the one that the news made.
    bool answered = false;
    log.counts({}, this, [&](const auto &) { answered = true; });
    QTRY_VERIFY_WITH_TIMEOUT(answered, kPatience);
    QVERIFY(m_rotation->isUnderWay(m_id) && previous().sameAs(kOld));
    QVERIFY(calls.confirm("m-after").ok());
    QTRY_VERIFY_WITH_TIMEOUT(!m_rotation->isUnderWay(m_id), kPatience);
    QVERIFY(previous().isEmpty() && stored().sameAs(kNew));
    m_rotation.reset();
}

void TestKeyRotation::anotherProcessesReplacementIsHeardOf()
{
    QVERIFY(replace(kOld).ok());
    ConnectionStore elsewhere(m_folder->path());
    QVERIFY(elsewhere.load().ok());
    QSignalSpy replaced(m_rotation.get(), &KeyRotation::replaced);
    Connection changed = elsewhere.find(m_id).value();
    changed.keyReplacedAt = kStart + 7;
    QVERIFY(elsewhere.update(changed).ok());
    QTRY_COMPARE_WITH_TIMEOUT(replaced.size(), 1, kPatience);
    QVERIFY(m_rotation->isUnderWay(m_id));
}

void TestKeyRotation::theSentenceCountsWhatIsQueued()
{
    StateCounts counts;
    for (const EventState state :
         {EventState::Queued, EventState::Retrying, EventState::Waiting, EventState::Accepted}) {
        counts.counts[static_cast<std::size_t>(state)] = 2;
    }
    QCOMPARE(counts.undelivered(), 6);
    const QString some = KeyRotation::sentence(Replacement::Replaced, counts.undelivered());
    QVERIFY2(some.contains(u'6') && some.contains(u"kept until a test is proven"_s), qPrintable(some));
    const QString none = KeyRotation::sentence(Replacement::Replaced, 0);
    QVERIFY2(!none.contains(u'0') && none.contains(u"kept until"_s), qPrintable(none));
    QStringList all;
    for (const Replacement each : {Replacement::First, Replacement::Unchanged, Replacement::TakenBack}) {
        all.append(KeyRotation::sentence(each, 3));
        QVERIFY(!all.constLast().isEmpty());
    }
    QCOMPARE(QSet<QString>(all.cbegin(), all.cend()).size(), 3);
}

QTEST_GUILESS_MAIN(TestKeyRotation)
#include "tst_keyrotation.moc"
