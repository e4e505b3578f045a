// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest> // first: moc 6.4 cannot read <compare> before Qt's own headers

#include "app/AppContext.h"
#include "app/checkup/CheckupChange.h"
#include "app/checkup/CheckupFile.h"
#include "tests/app/secrets/SecretHelpers.h"

#include <QTemporaryDir>

using namespace segue;
using namespace segue::test;
using namespace Qt::StringLiterals;

namespace {

constexpr int kPatience = 20'000;

CheckupRecord recordOf(const ConnectionId &connection, std::int64_t startedAt)
{
    CheckupRecord record;
    record.connection = connection;
    record.startedAt = startedAt;
    record.duration = 1'200;
    record.askedSegment = true;
    CheckResult result;
    result.id = CheckId::Destinations;
    result.verdict = Verdict::Fail;
    result.title = u"No destination is connected to the source"_s;
    result.evidence = {u"Segment switches it off."_s};
    result.remedy = u"Connect one."_s;
    result.next = {NextStep::Kind::OpenSegment, QUrl(u"https://app.segment.com/goto-my-workspace/sources"_s)};
    result.at = startedAt + 700;
    record.results.append(result);
    result = {};
    result.id = CheckId::UserIsHwid;
    result.verdict = Verdict::NotChecked;
    result.title = u"User IDs that are device ids"_s;
    result.needs = u"A feed."_s;
    record.results.append(result);
    return record;
}

} // namespace

class TestCheckupHistory : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup() { m_context.reset(); }
    void whatIsKeptComesBack();
    void theNewestComesFirstAndTheOldestGo();
    void idsOfPeopleAreNotKept();
    void filesAreTheOwnersAlone();
    void aDamagedFileIsLeftAsItIs_data();
    void aDamagedFileIsLeftAsItIs();
    void itGoesWithTheConnection();
    void aChangedKeyIsNotedInWhatWasFound();
    void aChangedEndpointOrApplicationIsTold();

private:
    QList<CheckupRecord> kept(const ConnectionId &connection)
    {
        return answerOf(m_context->checkups().read(connection)).valueOr({});
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<AppContext> m_context;
};

void TestCheckupHistory::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_context = std::move(AppContext::create({.dataFolder = m_folder->path(), .deliver = false})).value();
}

void TestCheckupHistory::whatIsKeptComesBack()
{
    const ConnectionId id = ConnectionId::create();
    QVERIFY(kept(id).isEmpty());
    const CheckupRecord record = recordOf(id, 1'790'000'000'000);
    QVERIFY(answerOf(m_context->checkups().add(record)).ok());
    QCOMPARE(kept(id), QList<CheckupRecord>{record});
    QVERIFY(kept(ConnectionId::create()).isEmpty());
}

void TestCheckupHistory::theNewestComesFirstAndTheOldestGo()
{
    const ConnectionId id = ConnectionId::create();
    for (int i = 0; i < CheckupHistory::kMost + 3; ++i) {
        m_context->checkups().add(recordOf(id, 1'790'000'000'000 + i));
    }
    const QList<CheckupRecord> records = kept(id);
    QCOMPARE(records.size(), CheckupHistory::kMost);
    QCOMPARE(records.first().startedAt, 1'790'000'000'000 + CheckupHistory::kMost + 2);
    QCOMPARE(records.last().startedAt, 1'790'000'000'003);
}

void TestCheckupHistory::idsOfPeopleAreNotKept()
{
    CheckupRecord record = recordOf(ConnectionId::create(), 1);
    record.results[0].identities = {u"ada@example.test"_s};
    QVERIFY(answerOf(m_context->checkups().add(record)).ok());
    QFile file(m_context->checkups().pathOf(record.connection));
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray bytes = file.readAll();
    QVERIFY(bytes.contains("destinations") && !bytes.contains("ada@"));
}

void TestCheckupHistory::filesAreTheOwnersAlone()
{
    const CheckupRecord record = recordOf(ConnectionId::create(), 1);
    QVERIFY(answerOf(m_context->checkups().add(record)).ok());
    const QFileInfo file(m_context->checkups().pathOf(record.connection));
    constexpr auto others = QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther;
    QVERIFY(!(file.permissions() & others));
    QVERIFY(!(QFileInfo(file.absolutePath()).permissions() & others));
}

void TestCheckupHistory::aDamagedFileIsLeftAsItIs_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::addColumn<int>("code");
    QTest::newRow("no JSON") << QByteArray("{\"version\":1,") << static_cast<int>(ErrorCode::Damaged);
    QTest::newRow("no list") << QByteArray("{\"version\":1}") << static_cast<int>(ErrorCode::Damaged);
    QTest::newRow("newer") << QByteArray("{\"version\":2,\"checkups\":[]}")
                           << static_cast<int>(ErrorCode::NewerVersion);
}

void TestCheckupHistory::aDamagedFileIsLeftAsItIs()
{
    QFETCH(QByteArray, content);
    QFETCH(int, code);
    const CheckupRecord record = recordOf(ConnectionId::create(), 1);
    const QString path = m_context->checkups().pathOf(record.connection);
    QVERIFY(QDir().mkpath(QFileInfo(path).absolutePath()));
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(content);
    file.close();
    const auto read = answerOf(m_context->checkups().read(record.connection));
    QVERIFY(!read);
    QCOMPARE(static_cast<int>(read.error().code), code);
    QVERIFY(!read.error().userText.isEmpty());
    QVERIFY(!answerOf(m_context->checkups().add(record)).ok());
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(file.readAll(), content);
}

void TestCheckupHistory::itGoesWithTheConnection()
{
    Connection connection;
    connection.id = ConnectionId::create();
    connection.name = u"Acme"_s;
    QVERIFY(m_context->connections().add(connection).ok());
    QVERIFY(answerOf(m_context->checkups().add(recordOf(connection.id, 1))).ok());
    const QString path = m_context->checkups().pathOf(connection.id);
    QVERIFY(QFile::exists(path));
    Q_EMIT m_context->removal().removed(connection.id);
    QTRY_VERIFY_WITH_TIMEOUT(!QFile::exists(path), kPatience);
}

void TestCheckupHistory::aChangedKeyIsNotedInWhatWasFound()
{
    const ConnectionId id = ConnectionId::create();
    const ConnectionId other = ConnectionId::create();
    QVERIFY(answerOf(m_context->checkups().add(recordOf(id, 1))).ok());
    QVERIFY(answerOf(m_context->checkups().add(recordOf(other, 1))).ok());
    QSignalSpy changed(&m_context->checkups(), &CheckupHistory::keyChanged);
    SecretAccess &secrets = m_context->secrets();
    const Secret key = Secret::fromText(u"Zq8fN2kLx7VbR4tYp1WmC6sHd9JgA3eU"_s);
    QVERIFY(answerOf(secrets.write(SecretName::previousWriteKey(id), key, SecretPlace::SessionOnly)).ok());
    QCOMPARE(changed.size(), 0);
    QVERIFY(!kept(id).constFirst().earlierKey);
    QVERIFY(answerOf(secrets.write(SecretName::writeKey(id), key, SecretPlace::SessionOnly)).ok());
    QCOMPARE(changed.size(), 1);
    QVERIFY(kept(id).constFirst().earlierKey);
    QVERIFY(!kept(other).constFirst().earlierKey);
    QVERIFY(answerOf(m_context->checkups().add(recordOf(id, 2))).ok());
    QVERIFY(!kept(id).constFirst().earlierKey);
    Connection now;
    now.id = id;
    QCOMPARE(CheckupChange::since(kept(id).constLast(), now).size(), 1);
}

void TestCheckupHistory::aChangedEndpointOrApplicationIsTold()
{
    Connection connection;
    connection.id = ConnectionId::create();
    connection.applicationCode = u"1A2B3-C4D5E"_s;
    CheckupRecord record = recordOf(connection.id, 1);
    QVERIFY2(CheckupChange::since(record, connection).isEmpty(), "one that says nothing of it is not doubted");
    CheckupChange::note(record, connection);
    QVERIFY(answerOf(m_context->checkups().add(record)).ok());
    const CheckupRecord read = kept(connection.id).value(0);
    QCOMPARE(read, record);
    QVERIFY(CheckupChange::since(read, connection).isEmpty());
    connection.endpoint = Endpoint::eu();
    connection.applicationCode.clear();
    const QStringList changes = CheckupChange::since(read, connection);
    QCOMPARE(changes.size(), 2);
    QVERIFY(changes.at(0).contains(u"US"_s) && changes.at(0).contains(u"EU"_s));
    QVERIFY(changes.at(1).contains(u"1A2B3-C4D5E"_s));
}

QTEST_GUILESS_MAIN(TestCheckupHistory)
#include "tst_checkuphistory.moc"
