// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/connections/ConnectionStore.h"
#include "app/connections/FileLock.h"

#include <QFile>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace segue;
using namespace Qt::StringLiterals;

namespace {

constexpr int kPatienceMs = 20'000;

Connection named(const QString &name)
{
    Connection connection;
    connection.id = ConnectionId::create();
    connection.name = name;
    return connection;
}

QStringList namesOf(const ConnectionStore &store)
{
    QStringList names;
    for (const Connection &each : store.all()) {
        names.append(each.name);
    }
    return names;
}

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

void put(const QString &path, const QByteArray &content)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly | QIODevice::Truncate));
    QCOMPARE(file.write(content), content.size());
}

} // namespace

class TestConnectionStore : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();

    void theSandboxIsThereFromTheFirstStart();
    void everyFieldOutlivesARestart();
    void relayingIsOffUntilItIsConfirmed();
    void theFileIsReadableByItsOwnerAlone();
    void theFileNeverHoldsTheSandboxEndpoint();
    void membersOfNewerProgramsAreKept();
    void aRemovedOneComesBackWhereItStood();
    void aNewerFileIsNeverTouched();
    void aDamagedFileIsNeverTouched_data();
    void aDamagedFileIsNeverTouched();
    void theStoreWorksAgainOnceTheFileIsMended();
    void whatWasKnownStaysWhenTheFileBreaksLater();
    void theSandboxStays();
    void theSandboxKeepsItsFixedParts();
    void aFaultyConnectionIsNotWritten();
    void changingWhatIsGoneIsAnError();
    void twoProcessesLoseNothingOfEachOther();
    void changesOfAnotherProcessAreTakenUp();
    void changedComesForRealDifferencesOnly();
    void aHeldLockEndsInBusy();
    void connectionsAreFoundByNameOrId();
    void aMissTellsWhatIsNear();

private:
    std::unique_ptr<QTemporaryDir> m_folder;
};

void TestConnectionStore::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
}

void TestConnectionStore::theSandboxIsThereFromTheFirstStart()
{
    ConnectionStore store(m_folder->path());
    QVERIFY(store.load().ok());
    QVERIFY(!store.fault());
    QCOMPARE(store.all(), QList<Connection>{sandboxConnection()});
    QVERIFY2(!QFile::exists(store.filePath()), "nothing is written before something is changed");
}

void TestConnectionStore::everyFieldOutlivesARestart()
{
    Connection acme = named(u"Acme"_s);
    acme.environment = Environment::Prod;
    acme.endpoint = Endpoint::eu();
    acme.applicationCode = u"1A2B3-C4D5E"_s;
    acme.selection = Selection::list({u"Push Sent"_s, u"Push Delivered"_s});
    acme.paused = true;
    acme.keyExpected = true;
    acme.keyReplacedAt = 1'700'000'000'123;
    acme.relay = {true, RelayChoice::Grounds::OtherSource, 1'700'000'000'456, false};
    acme.webhookToken = {"aa", "bb", 1'700'000'000'789};
    acme.echoToken = {"cc", {}, 0};
    acme.echoSecretExpected = true;
    Connection gateway = named(u"Gateway"_s);
    gateway.endpoint = Endpoint::parse(u"https://events.example.com/collect/v1"_s).value();
    {
        ConnectionStore store(m_folder->path());
        QVERIFY(store.load().ok());
        QVERIFY(store.add(acme).ok());
        QVERIFY(store.add(gateway).ok());
        Connection sandbox = sandboxConnection();
        sandbox.paused = true;
        sandbox.selection = Selection::list({u"SMS Sent"_s});
        QVERIFY(store.update(sandbox).ok());
    }
    ConnectionStore store(m_folder->path());
    QVERIFY(store.load().ok());
    QCOMPARE(namesOf(store), QStringList({u"Acme"_s, u"Gateway"_s, u"Sandbox"_s}));
    QCOMPARE(store.all().at(0), acme);
    QCOMPARE(store.all().at(1), gateway);
    QVERIFY(store.all().at(2).paused);
    QCOMPARE(store.all().at(2).selection, Selection::list({u"SMS Sent"_s}));
}

void TestConnectionStore::relayingIsOffUntilItIsConfirmed()
{
    ConnectionStore store(m_folder->path());
    put(store.filePath(), R"({"version":1,"connections":[{"id":"11111111-1111-4111-8111-111111111111","name":"Old",)"
                          R"("environment":"prod","endpoint":"us"}]})");
    QVERIFY(store.load().ok());
    Connection old = store.all().at(0);
    QVERIFY(!old.relay.on && !old.relay.isConfirmed() && old.relay.countRepeats);
    old.relay.on = true;
    QCOMPARE(store.update(old).error().code, ErrorCode::InvalidInput);
    old.relay.grounds = RelayChoice::Grounds::BuiltInIsOff;
    old.relay.confirmedAt = 1;
    QVERIFY(store.update(old).ok());
    QVERIFY(store.all().at(0).relay.on);
}

void TestConnectionStore::theFileIsReadableByItsOwnerAlone()
{
    ConnectionStore store(m_folder->path());
    QVERIFY(store.add(named(u"Acme"_s)).ok());
    const auto others = QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther;
    QCOMPARE(QFile::permissions(store.filePath()) & others, QFile::Permissions());
    QCOMPARE(QFile::permissions(m_folder->filePath(u"connections.lock"_s)) & others, QFile::Permissions());
}

void TestConnectionStore::theFileNeverHoldsTheSandboxEndpoint()
{
    ConnectionStore store(m_folder->path());
    QVERIFY(store.add(named(u"Acme"_s)).ok());
    const QJsonObject root = QJsonDocument::fromJson(contentOf(store.filePath())).object();
    QCOMPARE(root.value("version"_L1).toInt(), 1);
    QCOMPARE(root.value("connections"_L1).toArray().size(), 1);
    QVERIFY(!contentOf(store.filePath()).contains("127.0.0.1"));
    QVERIFY(!contentOf(store.filePath()).contains(sandboxWriteKey()));
}

void TestConnectionStore::membersOfNewerProgramsAreKept()
{
    const Connection acme = named(u"Acme"_s);
    ConnectionStore store(m_folder->path());
    QVERIFY(store.add(acme).ok());
    QJsonObject root = QJsonDocument::fromJson(contentOf(store.filePath())).object();
    QJsonArray list = root.value("connections"_L1).toArray();
    QJsonObject record = list.at(0).toObject();
    record.insert("receiver"_L1, QJsonObject{{"token"_L1, u"abc"_s}});
    list[0] = record;
    root.insert("connections"_L1, list);
    root.insert("order"_L1, u"by hand"_s);
    put(store.filePath(), QJsonDocument(root).toJson());

    Connection renamed = acme;
    renamed.name = u"Acme 2"_s;
    QVERIFY(store.update(renamed).ok());
    QVERIFY(store.remove(acme.id).ok());
    QVERIFY(store.restore(renamed, 0).ok());

    root = QJsonDocument::fromJson(contentOf(store.filePath())).object();
    QCOMPARE(root.value("order"_L1).toString(), u"by hand"_s);
    record = root.value("connections"_L1).toArray().at(0).toObject();
    QCOMPARE(record.value("name"_L1).toString(), u"Acme 2"_s);
    QCOMPARE(record.value("receiver"_L1).toObject().value("token"_L1).toString(), u"abc"_s);
}

void TestConnectionStore::aRemovedOneComesBackWhereItStood()
{
    ConnectionStore store(m_folder->path());
    const Connection second = named(u"B"_s);
    QVERIFY(store.add(named(u"A"_s)).ok());
    QVERIFY(store.add(second).ok());
    QVERIFY(store.add(named(u"C"_s)).ok());
    QVERIFY(store.remove(second.id).ok());
    QCOMPARE(namesOf(store), QStringList({u"A"_s, u"C"_s, u"Sandbox"_s}));
    QVERIFY(store.restore(second, 1).ok());
    QCOMPARE(namesOf(store), QStringList({u"A"_s, u"B"_s, u"C"_s, u"Sandbox"_s}));
    QVERIFY(store.remove(second.id).ok());
    QVERIFY(store.restore(second, 99).ok());
    QCOMPARE(namesOf(store), QStringList({u"A"_s, u"C"_s, u"B"_s, u"Sandbox"_s}));
}

void TestConnectionStore::aNewerFileIsNeverTouched()
{
    ConnectionStore store(m_folder->path());
    const QByteArray content = R"({"version": 2, "connections": {"future": true}})";
    put(store.filePath(), content);
    const Status loaded = store.load();
    QVERIFY(!loaded.ok());
    QCOMPARE(loaded.error().code, ErrorCode::NewerVersion);
    QVERIFY(loaded.error().userText.contains(u"Update Segue"_s));
    QCOMPARE(store.fault(), std::optional(loaded.error()));
    QCOMPARE(store.add(named(u"Acme"_s)).error().code, ErrorCode::NewerVersion);
    QCOMPARE(store.update(sandboxConnection()).error().code, ErrorCode::NewerVersion);
    QCOMPARE(store.remove(ConnectionId::create()).error().code, ErrorCode::NewerVersion);
    QCOMPARE(contentOf(store.filePath()), content);
    QCOMPARE(namesOf(store), QStringList{u"Sandbox"_s});
}

void TestConnectionStore::aDamagedFileIsNeverTouched_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::addColumn<QString>("place");
    const QByteArray head = R"({"version":1,"connections":[{"id":"5d4f2d52-3f2e-4f0e-9d64-0b2a1a8b6a01","name":"A",)";
    QTest::newRow("empty") << QByteArray("") << QString();
    QTest::newRow("half") << head << QString();
    QTest::newRow("no version") << QByteArray(R"({"connections":[]})") << u"version"_s;
    QTest::newRow("version 1.5") << QByteArray(R"({"version":1.5,"connections":[]})") << u"version"_s;
    QTest::newRow("no list") << QByteArray(R"({"version":1})") << u"connections"_s;
    QTest::newRow("not an object") << QByteArray(R"({"version":1,"connections":[7]})") << u"connections[0]"_s;
    QTest::newRow("bad endpoint") << QByteArray(head + R"("environment":"prod","endpoint":"ftp://x"}]})")
                                  << u"connections[0].endpoint"_s;
    QTest::newRow("bad environment") << QByteArray(head + R"("environment":"live","endpoint":"us"}]})")
                                     << u"connections[0].environment"_s;
    QTest::newRow("empty list of events")
        << QByteArray(head + R"("environment":"prod","endpoint":"us","events":[]}]})") << u"connections[0].events"_s;
    QTest::newRow("pause is no flag") << QByteArray(head + R"("environment":"prod","endpoint":"us","paused":"no"}]})")
                                      << u"connections[0].paused"_s;
    QTest::newRow("replaced at no time")
        << QByteArray(head + R"("environment":"prod","endpoint":"us","keyReplacedAt":"lately"}]})")
        << u"connections[0].keyReplacedAt"_s;
    QTest::newRow("relaying that nobody confirmed")
        << QByteArray(head + R"("environment":"prod","endpoint":"us","relay":{"on":true}}]})")
        << u"connections[0].relay.grounds"_s;
    QTest::newRow("grounds that are none")
        << QByteArray(head + R"("environment":"prod","endpoint":"us","relay":{"on":false,"grounds":"because"}}]})")
        << u"connections[0].relay.grounds"_s;
    QTest::newRow("a token without its digest")
        << QByteArray(head + R"("environment":"prod","endpoint":"us","webhookToken":{}}]})")
        << u"connections[0].webhookToken.sha256"_s;
    QTest::newRow("a bad sandbox") << QByteArray(R"({"version":1,"connections":[],"sandbox":{"paused":3}})")
                                   << u"sandbox.paused"_s;
}

void TestConnectionStore::aDamagedFileIsNeverTouched()
{
    QFETCH(const QByteArray, content);
    QFETCH(const QString, place);
    ConnectionStore store(m_folder->path());
    put(store.filePath(), content);
    const Status loaded = store.load();
    QVERIFY(!loaded.ok());
    QCOMPARE(loaded.error().code, ErrorCode::Damaged);
    QVERIFY2(loaded.error().userText.contains(place), qPrintable(loaded.error().userText));
    QVERIFY(loaded.error().userText.contains(u"left as it is"_s));
    QCOMPARE(store.add(named(u"Acme"_s)).error().code, ErrorCode::Damaged);
    QCOMPARE(contentOf(store.filePath()), content);
}

void TestConnectionStore::theStoreWorksAgainOnceTheFileIsMended()
{
    ConnectionStore store(m_folder->path());
    put(store.filePath(), "{");
    QVERIFY(!store.load().ok());
    QSignalSpy changed(&store, &ConnectionStore::changed);
    put(store.filePath(), R"({"version":1,"connections":[]})");
    QTRY_VERIFY_WITH_TIMEOUT(!store.fault(), kPatienceMs);
    QCOMPARE(changed.count(), 1);
    QVERIFY(store.add(named(u"Acme"_s)).ok());
}

void TestConnectionStore::whatWasKnownStaysWhenTheFileBreaksLater()
{
    ConnectionStore store(m_folder->path());
    QVERIFY(store.load().ok());
    QVERIFY(store.add(named(u"Acme"_s)).ok());
    put(store.filePath(), "{");
    QTRY_VERIFY_WITH_TIMEOUT(store.fault(), kPatienceMs);
    QCOMPARE(namesOf(store), QStringList({u"Acme"_s, u"Sandbox"_s}));
    QCOMPARE(store.add(named(u"B"_s)).error().code, ErrorCode::Damaged);
    QCOMPARE(contentOf(store.filePath()), QByteArray("{"));
}

void TestConnectionStore::theSandboxStays()
{
    ConnectionStore store(m_folder->path());
    const Status removed = store.remove(sandboxId());
    QCOMPARE(removed.error().code, ErrorCode::InvalidInput);
    QVERIFY(!store.add(sandboxConnection()).ok());
    QCOMPARE(namesOf(store), QStringList{u"Sandbox"_s});
}

void TestConnectionStore::theSandboxKeepsItsFixedParts()
{
    ConnectionStore store(m_folder->path());
    Connection sandbox = sandboxConnection();
    sandbox.name = u"Mine"_s;
    QCOMPARE(store.update(sandbox).error().code, ErrorCode::InvalidInput);
    QCOMPARE(namesOf(store), QStringList{u"Sandbox"_s});
}

void TestConnectionStore::aFaultyConnectionIsNotWritten()
{
    ConnectionStore store(m_folder->path());
    QVERIFY(store.add(named(u"Acme"_s)).ok());
    const QByteArray before = contentOf(store.filePath());
    QCOMPARE(store.add(named(u"acme"_s)).error().code, ErrorCode::InvalidInput);
    Connection empty = store.all().constFirst();
    empty.selection = Selection::list({});
    QCOMPARE(store.update(empty).error().code, ErrorCode::InvalidInput);
    QCOMPARE(contentOf(store.filePath()), before);
}

void TestConnectionStore::changingWhatIsGoneIsAnError()
{
    ConnectionStore store(m_folder->path());
    QCOMPARE(store.update(named(u"Acme"_s)).error().code, ErrorCode::Absent);
    QCOMPARE(store.remove(ConnectionId::create()).error().code, ErrorCode::Absent);
}

void TestConnectionStore::twoProcessesLoseNothingOfEachOther()
{
    ConnectionStore one(m_folder->path());
    ConnectionStore two(m_folder->path());
    QVERIFY(one.load().ok());
    QVERIFY(two.load().ok());
    QVERIFY(one.add(named(u"A"_s)).ok());
    QVERIFY(two.add(named(u"B"_s)).ok());
    QCOMPARE(namesOf(two), QStringList({u"A"_s, u"B"_s, u"Sandbox"_s}));
    QVERIFY(one.add(named(u"C"_s)).ok());
    QCOMPARE(namesOf(one), QStringList({u"A"_s, u"B"_s, u"C"_s, u"Sandbox"_s}));
    QCOMPARE(two.add(named(u"c"_s)).error().code, ErrorCode::InvalidInput);
}

void TestConnectionStore::changesOfAnotherProcessAreTakenUp()
{
    ConnectionStore mine(m_folder->path());
    ConnectionStore theirs(m_folder->path());
    QVERIFY(mine.load().ok());
    QVERIFY(theirs.load().ok());
    Connection acme = named(u"Acme"_s);
    QVERIFY(theirs.add(acme).ok());
    QTRY_VERIFY_WITH_TIMEOUT(mine.find(acme.id), kPatienceMs);
    // Again, since a replaced file is a new one to the watcher.
    acme.paused = true;
    QVERIFY(theirs.update(acme).ok());
    QTRY_VERIFY_WITH_TIMEOUT(mine.find(acme.id)->paused, kPatienceMs);
    QVERIFY(theirs.remove(acme.id).ok());
    QTRY_VERIFY_WITH_TIMEOUT(!mine.find(acme.id), kPatienceMs);
}

void TestConnectionStore::changedComesForRealDifferencesOnly()
{
    ConnectionStore store(m_folder->path());
    QVERIFY(store.load().ok());
    QSignalSpy changed(&store, &ConnectionStore::changed);
    const Connection acme = named(u"Acme"_s);
    QVERIFY(store.add(acme).ok());
    QCOMPARE(changed.count(), 1);
    QVERIFY(store.update(acme).ok());
    QCOMPARE(changed.count(), 1);
    // A marker written by another store shows that the notices of the writes before have been looked at.
    ConnectionStore other(m_folder->path());
    QVERIFY(other.add(named(u"B"_s)).ok());
    QTRY_COMPARE_WITH_TIMEOUT(store.all().size(), 3, kPatienceMs);
    QCOMPARE(changed.count(), 2);
}

void TestConnectionStore::aHeldLockEndsInBusy()
{
    ConnectionStore store(m_folder->path());
    FileLock held(m_folder->filePath(u"connections.lock"_s));
    QVERIFY(held.tryLock().ok());
    QCOMPARE(store.add(named(u"Acme"_s)).error().code, ErrorCode::Busy);
    held.unlock();
    QVERIFY(store.add(named(u"Acme"_s)).ok());
}

void TestConnectionStore::connectionsAreFoundByNameOrId()
{
    ConnectionStore store(m_folder->path());
    const Connection acme = named(u"Acme"_s);
    QVERIFY(store.add(acme).ok());
    QCOMPARE(store.findByText(u"Acme"_s).value().id, acme.id);
    QCOMPARE(store.findByText(u"aCME"_s).value().id, acme.id);
    QCOMPARE(store.findByText(acme.id.text()).value().id, acme.id);
    QCOMPARE(store.findByText(u"sandbox"_s).value().id, sandboxId());
}

void TestConnectionStore::aMissTellsWhatIsNear()
{
    ConnectionStore store(m_folder->path());
    QVERIFY(store.add(named(u"Acme Prod"_s)).ok());
    QVERIFY(store.add(named(u"Other"_s)).ok());
    const Result<Connection> near = store.findByText(u"acme"_s);
    QCOMPARE(near.error().code, ErrorCode::Absent);
    QVERIFY(near.error().userText.contains(u"Acme Prod"_s));
    QVERIFY(!near.error().userText.contains(u"Other"_s));
    QVERIFY(store.findByText(u"Acme Prdo"_s).error().userText.contains(u"Acme Prod"_s));
    QVERIFY(store.findByText(u"zzzzzz"_s).error().userText.contains(u"Other"_s));
}

QTEST_GUILESS_MAIN(TestConnectionStore)
#include "tst_connectionstore.moc"
