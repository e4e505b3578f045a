// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/secrets/KeychainUnlockedTest.h"

#include "tests/app/secrets/KeychainHelpers.h"

#include <QDirIterator>
#include <QFile>
#include <QSignalSpy>

using namespace Qt::StringLiterals;
using namespace segue;
using namespace segue::test;

void KeychainUnlockedTest::aSecretComesBackAsItWasStored_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("a write key") << QByteArray("aB3dE6gH9jK2mN5pQ8sT1vW4yZ7bC0dF");
    QTest::newRow("accents") << QByteArray("cl\xc3\xa9 d'\xc3\xa9t\xc3\xa9 \xe6\x9d\xb1\xe4\xba\xac \xf0\x9f\x94\x91");
    QTest::newRow("blanks and quotes") << QByteArray(" \t\"quoted\" \\ 'x'\n ");
    QTest::newRow("long") << QByteArray("0123456789abcdef").repeated(1000);
    QTest::newRow("like base64") << QByteArray("//4=");
}

void KeychainUnlockedTest::aSecretComesBackAsItWasStored()
{
    QFETCH(QByteArray, bytes);
    KeychainSecretStore store;
    const SecretName name = nameOf(u"round-trip"_s);
    QVERIFY(answerOf(store.write(name, Secret::fromBytes(bytes))).ok());
    QCOMPARE(readBack(store, name), bytes);
    KeychainSecretStore another;
    QCOMPARE(readBack(another, name), bytes);
}

void KeychainUnlockedTest::writingAgainReplaces()
{
    KeychainSecretStore store;
    const SecretName name = nameOf(u"replaced"_s);
    QVERIFY(answerOf(store.write(name, Secret::fromBytes("the old one"))).ok());
    QVERIFY(answerOf(store.write(name, Secret::fromBytes("the new one"))).ok());
    QCOMPARE(readBack(store, name), QByteArray("the new one"));
    QVERIFY(answerOf(store.remove(name)).ok());
    QCOMPARE(codeOf(answerOf(store.read(name))), ErrorCode::Absent);
}

void KeychainUnlockedTest::whatWasRemovedIsAbsent()
{
    KeychainSecretStore store;
    const SecretName name = nameOf(u"removed"_s);
    const SecretName neighbour = nameOf(u"removed-not"_s);
    QVERIFY(answerOf(store.write(name, Secret::fromBytes("to be removed"))).ok());
    QVERIFY(answerOf(store.write(neighbour, Secret::fromBytes("to stay"))).ok());
    QVERIFY(answerOf(store.remove(name)).ok());
    const Result<Secret> result = answerOf(store.read(name));
    QCOMPARE(codeOf(result), ErrorCode::Absent);
    QVERIFY(!result.error().userText.isEmpty());
    QCOMPARE(readBack(store, neighbour), QByteArray("to stay"));
}

void KeychainUnlockedTest::removingNothingIsDone()
{
    KeychainSecretStore store;
    QVERIFY(answerOf(store.remove(nameOf(u"never-stored"_s))).ok());
}

void KeychainUnlockedTest::otherProgramsFindTheEntry()
{
    KeychainSecretStore store;
    const SecretName name = SecretName::writeKey(ConnectionId::create());
    QVERIFY(answerOf(store.write(name, Secret::fromText(u"schlüssel-für-alle"_s))).ok());
    QProcess lookup;
    lookup.start(u"secret-tool"_s, {u"lookup"_s, u"server"_s, u"Segue"_s, u"user"_s, name.account});
    QVERIFY(lookup.waitForFinished());
    QCOMPARE(lookup.readAllStandardOutput(), u"schlüssel-für-alle"_s.toUtf8());
}

void KeychainUnlockedTest::callsAreAnsweredInTheirOrder()
{
    KeychainSecretStore store;
    const SecretName name = nameOf(u"in-order"_s);
    const auto write1 = store.write(name, Secret::fromBytes("first"));
    const auto read1 = store.read(name);
    const auto write2 = store.write(name, Secret::fromBytes("second"));
    const auto read2 = store.read(name);
    const auto remove = store.remove(name);
    const auto read3 = store.read(name);
    QVERIFY(!write1.isFinished());
    QVERIFY(answerOf(write1).ok());
    QCOMPARE(bytesOf(answerOf(read1).valueOr({})), QByteArray("first"));
    QVERIFY(answerOf(write2).ok());
    QCOMPARE(bytesOf(answerOf(read2).valueOr({})), QByteArray("second"));
    QVERIFY(answerOf(remove).ok());
    QCOMPARE(codeOf(answerOf(read3)), ErrorCode::Absent);
}

void KeychainUnlockedTest::whatIsNoTextIsNotStored_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("not UTF-8") << QByteArray("\xff\xfe key");
    QTest::newRow("a zero byte") << QByteArray("key\0 with more", 14);
}

void KeychainUnlockedTest::whatIsNoTextIsNotStored()
{
    QFETCH(QByteArray, bytes);
    KeychainSecretStore store;
    const SecretName name = nameOf(u"no-text"_s);
    QVERIFY(answerOf(store.write(name, Secret::fromBytes("kept"))).ok());
    const Status status = answerOf(store.write(name, Secret::fromBytes(bytes)));
    QCOMPARE(codeOf(status), ErrorCode::Payload);
    QVERIFY(!status.error().userText.isEmpty());
    QCOMPARE(readBack(store, name), QByteArray("kept"));
}

void KeychainUnlockedTest::whatIsNoTextIsNotGivenOut()
{
    const SecretName name = nameOf(u"binary"_s);
    QProcess tool;
    tool.start(u"secret-tool"_s, {u"store"_s, u"--label=Segue"_s, u"server"_s, u"Segue"_s, u"user"_s, name.account,
                                  u"type"_s, u"base64"_s});
    tool.write("//79");
    tool.closeWriteChannel();
    QVERIFY(tool.waitForFinished());
    QCOMPARE(tool.exitCode(), 0);

    KeychainSecretStore store;
    QCOMPARE(codeOf(answerOf(store.read(name))), ErrorCode::Payload);
    QVERIFY(answerOf(store.remove(name)).ok());
    QCOMPARE(codeOf(answerOf(store.read(name))), ErrorCode::Absent);
}

void KeychainUnlockedTest::noFileHoldsASecretInTheClear()
{
    KeychainSecretStore store;
    const QByteArray secret("in-the-clear-nowhere-0123456789");
    const SecretName name = nameOf(u"clear"_s);
    QVERIFY(answerOf(store.write(name, Secret::fromBytes(secret))).ok());
    QCOMPARE(readBack(store, name), secret);

    const QString text = QString::fromLatin1(secret);
    const QByteArray wide(reinterpret_cast<const char *>(text.constData()), text.size() * 2);
    int keyrings = 0;
    QDirIterator files(qEnvironmentVariable("SEGUE_TEST_BUS_ROOT"), QDir::Files | QDir::Hidden | QDir::System,
                       QDirIterator::Subdirectories);
    while (files.hasNext()) {
        QFile file(files.next());
        if (!file.open(QIODevice::ReadOnly)) {
            continue; // a socket
        }
        const QByteArray content = file.readAll();
        QVERIFY2(!content.contains(secret) && !content.contains(wide) && !content.contains(secret.toBase64()),
                 qPrintable(file.fileName()));
        keyrings += file.fileName().endsWith(".keyring"_L1) ? 1 : 0;
    }
    QVERIFY(keyrings > 0); // or the search saw nothing
}

void KeychainUnlockedTest::aKeyNeverReachesTheLog()
{
    const QByteArray secret("never-in-a-log-0123456789");
    QProcessEnvironment loud = QProcessEnvironment::systemEnvironment();
    loud.insert(u"QT_LOGGING_RULES"_s, u"*=true"_s);
    loud.insert(u"G_MESSAGES_DEBUG"_s, u"all"_s);
    const ChildResult child = otherProcess({u"--round-trip"_s, nameOf(u"logged"_s).account}, secret, loud);
    QCOMPARE(child.status, 0);
    QVERIFY(child.log.contains("segue.secrets"));
    for (const QByteArray &output : {child.log, child.output}) {
        QVERIFY(!output.contains(secret));
        QVERIFY(!output.contains(secret.toBase64(QByteArray::OmitTrailingEquals)));
        QVERIFY(!output.contains("never-in-a-log"));
    }
}

void KeychainUnlockedTest::anOpenKeyringIsReady()
{
    KeychainSecretStore store;
    QCOMPARE(store.state(), KeychainState::NotAsked);
    const QSignalSpy changes(&store, &KeychainSecretStore::stateChanged);
    store.probe();
    QTRY_COMPARE_WITH_TIMEOUT(store.state(), KeychainState::Ready, 30'000);
    QCOMPARE(codeOf(answerOf(store.read(nameOf(u"never-stored"_s)))), ErrorCode::Absent);
    QCOMPARE(changes.count(), 1);
    QCOMPARE(store.state(), KeychainState::Ready);
}

void KeychainUnlockedTest::openCallsAreAnsweredWhenTheStoreGoes()
{
    const SecretName name = nameOf(u"closing"_s);
    QFuture<Status> write;
    QFuture<Result<Secret>> read;
    {
        KeychainSecretStore store;
        QVERIFY(answerOf(store.write(name, Secret::fromBytes("before"))).ok());
        write = store.write(name, Secret::fromBytes("after"));
        read = store.read(name);
        QCoreApplication::processEvents();
    }
    QVERIFY(write.isFinished());
    QVERIFY(read.isFinished());
    QCOMPARE(codeOf(write.result()), ErrorCode::Cancelled);
    QCOMPARE(codeOf(read.result()), ErrorCode::Cancelled);
    KeychainSecretStore next;
    QVERIFY(!readBack(next, name).isEmpty());
}

void KeychainUnlockedTest::whoeverHearsTheAnswerMayDestroyTheStore()
{
    auto store = std::make_unique<KeychainSecretStore>();
    bool heard = false;
    store->read(nameOf(u"never-stored"_s)).then(this, [&](const Result<Secret> &) {
        store.reset();
        heard = true;
    });
    QTRY_VERIFY_WITH_TIMEOUT(heard, 30'000);
    QVERIFY(!store);
}
