// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/AppContext.h"
#include "app/setup/SetupDraftFile.h"
#include "app/setup/WebLinks.h"

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

SetupDraft fullDraft()
{
    SetupDraft draft;
    draft.id = ConnectionId::create();
    draft.name = u"Pushwoosh_Größe"_s;
    draft.nameTyped = true;
    draft.environment = Environment::Prod;
    draft.region = Endpoint::Region::Other;
    draft.endpointText = u"gateway.example.com/v1/ba"_s;
    draft.applicationText = u"1a2b3-c4d5e"_s;
    draft.allEvents = true;
    draft.events = {u"Email Sent"_s, u"Email Opened"_s};
    draft.keyExpected = true;
    draft.step = SetupStep::Segment;
    draft.furthest = SetupStep::Prove;
    draft.ticks = {u"open"_s, u"key"_s};
    draft.proof = ProofRecord{u"0123456789ab"_s,
                              1'700'000'000'001,
                              true,
                              {{u"Email Sent"_s, u"m-1"_s, EntryId{9'007'199'254'740'993}, ProofRecord::Counted::Failed,
                                u"source_disabled"_s}},
                              ProofRecord::CountedBy::Run,
                              1'700'000'000'003,
                              1'700'000'000'002};
    draft.destinations = {{u"d1"_s, u"Amplitude"_s, 1'700'000'000'004}, {QString(), u"By hand"_s, 0}};
    return draft;
}

Connection named(const QString &name)
{
    Connection connection;
    connection.id = ConnectionId::create();
    connection.name = name;
    return connection;
}

} // namespace

class TestSetupDraft : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void namesAreSuggestedByEnvironment();
    void aTakenNameIsSaid();
    void aDraftWithATakenNameIsSaid();
    void euIsWarnedOf();
    void aConnectionIsMadeOfIt();
    void theFirstFaultIsTold();
    void whatAConnectionSaysIsTakenOver();
    void everyFieldOutlivesARestart();
    void aFileOfAnOlderProgramLacksWhatCameLater();
    void theFileIsTheOwnersAlone();
    void aDraftGoesWithItsConnection();
    void aDiscardedDraftIsGone();
    void finishedOnesAreKeptForTheirTicks();
    void aReplacedKeyForgetsTheProof();
    void aFileThatCannotBeReadIsLeftAlone_data();
    void aFileThatCannotBeReadIsLeftAlone();
    void linksLeadToKnownHostsOnly();

private:
    std::unique_ptr<AppContext> context()
    {
        return std::move(AppContext::create({.dataFolder = m_folder->path(), .deliver = false})).value();
    }

    std::unique_ptr<QTemporaryDir> m_folder;
};

void TestSetupDraft::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
}

void TestSetupDraft::namesAreSuggestedByEnvironment()
{
    QCOMPARE(SetupRules::suggestedName(Environment::Prod, {}), u"Pushwoosh_Prod"_s);
    QCOMPARE(SetupRules::suggestedName(Environment::Staging, {}), u"Pushwoosh_Staging"_s);
    QCOMPARE(SetupRules::suggestedName(Environment::Dev, {}), u"Pushwoosh_Dev"_s);
    QCOMPARE(SetupRules::suggestedName(Environment::Dev, {u"pushwoosh_dev"_s, u"Pushwoosh_Dev_2"_s}), u"Pushwoosh_Dev_3"_s);
}

void TestSetupDraft::aTakenNameIsSaid()
{
    SetupDraft draft;
    draft.id = ConnectionId::create();
    draft.name = u" pushwoosh_PROD "_s;
    QVERIFY(SetupRules::nameFault(draft, {named(u"Pushwoosh_Prod"_s)}, {}).contains(u"Pushwoosh_Prod"_s));
    QVERIFY(SetupRules::nameFault(draft, {named(u"Pushwoosh_Dev"_s)}, {}).isEmpty());
    Connection own = named(u"Pushwoosh_Prod"_s);
    own.id = draft.id;
    QVERIFY2(SetupRules::nameFault(draft, {own}, {}).isEmpty(), "its own connection does not take the name from it");
    draft.name = u"  "_s;
    QVERIFY(!SetupRules::nameFault(draft, {}, {}).isEmpty());
}

void TestSetupDraft::aDraftWithATakenNameIsSaid()
{
    SetupDraft draft = fullDraft();
    SetupDraft other = fullDraft();
    QVERIFY(SetupRules::nameFault(draft, {}, {draft, other}).contains(other.name));
    other.finished = true;
    QVERIFY(SetupRules::nameFault(draft, {}, {draft, other}).isEmpty());
}

void TestSetupDraft::euIsWarnedOf()
{
    QVERIFY(SetupRules::regionWarning(Endpoint::Region::Eu).contains(u"unverified"_s));
    QVERIFY(SetupRules::regionWarning(Endpoint::Region::Us).isEmpty());
    QVERIFY(SetupRules::regionWarning(Endpoint::Region::Other).isEmpty());
}

void TestSetupDraft::aConnectionIsMadeOfIt()
{
    SetupDraft draft = fullDraft();
    draft.name = u" Pushwoosh_Prod "_s;
    draft.endpointText = u"gateway.example.com/v1/batch"_s;
    draft.allEvents = false;
    Connection base;
    base.paused = true;
    const Result<Connection> made = draft.connection(base, {});
    QVERIFY2(made.ok(), qPrintable(made.ok() ? QString() : made.error().userText));
    QCOMPARE(made.value().id, draft.id);
    QCOMPARE(made.value().name, u"Pushwoosh_Prod"_s);
    QCOMPARE(made.value().environment, Environment::Prod);
    QCOMPARE(made.value().endpoint.base(), QUrl(u"https://gateway.example.com/v1"_s));
    QCOMPARE(made.value().applicationCode, u"1A2B3-C4D5E"_s);
    QCOMPARE(made.value().selection, Selection::list({u"Email Sent"_s, u"Email Opened"_s}));
    QVERIFY(made.value().keyExpected);
    QVERIFY2(made.value().paused, "what the draft knows nothing of stays");
}

void TestSetupDraft::theFirstFaultIsTold()
{
    SetupDraft draft = fullDraft();
    QVERIFY2(!draft.connection({}, {}), "the endpoint cannot be read");
    QVERIFY(!SetupRules::endpointFault(draft).isEmpty());
    draft.region = Endpoint::Region::Us;
    QVERIFY(draft.connection({}, {}).ok());
    draft.allEvents = false;
    draft.events.clear();
    QVERIFY2(!draft.connection({}, {}), "an empty list is not all events");
}

void TestSetupDraft::whatAConnectionSaysIsTakenOver()
{
    SetupDraft draft = fullDraft();
    const SetupDraft before = draft;
    Connection connection = named(u"Elsewhere"_s);
    connection.endpoint = Endpoint::eu();
    draft.take(connection);
    QCOMPARE(draft.id, connection.id);
    QCOMPARE(draft.name, connection.name);
    QCOMPARE(draft.region, Endpoint::Region::Eu);
    QCOMPARE(draft.endpointText, before.endpointText);
    QVERIFY(draft.allEvents);
    QCOMPARE(draft.events, before.events);
    QCOMPARE(draft.ticks, before.ticks);
    QCOMPARE(draft.proof, before.proof);
}

void TestSetupDraft::everyFieldOutlivesARestart()
{
    const SetupDraft draft = fullDraft();
    SetupDraft other;
    other.id = ConnectionId::create();
    {
        const auto running = context();
        QSignalSpy changed(&running->drafts(), &SetupDraftStore::changed);
        QVERIFY(running->drafts().save(draft).ok());
        QVERIFY(running->drafts().save(other).ok());
        QVERIFY(running->drafts().save(other).ok());
        QCOMPARE(changed.size(), 2);
    }
    const auto again = context();
    QCOMPARE(again->drafts().open(), (QList<SetupDraft>{other, draft}));
}

void TestSetupDraft::aFileOfAnOlderProgramLacksWhatCameLater()
{
    SetupDraft draft = fullDraft();
    QJsonObject root = QJsonDocument::fromJson(SetupDraftFile::bytes({draft}, 1)).object();
    QJsonObject written = root.value(u"drafts"_s).toArray().first().toObject();
    QJsonObject proof = written.value(u"proof"_s).toObject();
    proof.remove(u"countedBy"_s);
    proof.remove(u"countedAt"_s);
    QJsonObject sample = proof.value(u"samples"_s).toArray().first().toObject();
    sample.remove(u"counted"_s);
    sample.remove(u"discardReason"_s);
    proof.insert(u"samples"_s, QJsonArray{sample});
    written.insert(u"proof"_s, proof);
    written.remove(u"destinations"_s);
    root.insert(u"drafts"_s, QJsonArray{written});
    const Result<QList<SetupDraft>> read = SetupDraftFile::read(QJsonDocument(root).toJson(), 1);
    QVERIFY(read.ok());
    draft.destinations.clear();
    draft.proof->countedBy = ProofRecord::CountedBy::Nobody;
    draft.proof->countedAt = 0;
    draft.proof->samples.first().counted = ProofRecord::Counted::No;
    draft.proof->samples.first().discardReason.clear();
    QCOMPARE(read.value().first(), draft);
}

void TestSetupDraft::theFileIsTheOwnersAlone()
{
    const auto running = context();
    QVERIFY(running->drafts().save(fullDraft()).ok());
    QTRY_VERIFY(running->drafts().isWritten());
    QVERIFY(QFile::exists(running->drafts().filePath()));
    const QFile::Permissions open = QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther;
    QCOMPARE(QFileInfo(running->drafts().filePath()).permissions() & open, QFile::Permissions());
}

void TestSetupDraft::aDraftGoesWithItsConnection()
{
    const auto running = context();
    const Connection connection = named(u"Pushwoosh_Dev"_s);
    QVERIFY(running->connections().add(connection).ok());
    SetupDraft draft;
    draft.take(connection);
    QVERIFY(running->drafts().save(draft).ok());
    QVERIFY(running->removal().remove(connection.id).ok());
    QVERIFY2(running->drafts().open().isEmpty(), "a removed connection's draft is not offered");
    QVERIFY(running->removal().undo(connection.id).ok());
    QCOMPARE(running->drafts().open().size(), 1);
    Q_EMIT running->removal().removed(connection.id);
    QVERIFY(!running->drafts().find(connection.id));
}

void TestSetupDraft::aDiscardedDraftIsGone()
{
    const SetupDraft draft = fullDraft();
    {
        const auto running = context();
        QVERIFY(running->drafts().save(draft).ok());
        QVERIFY(running->drafts().discard(draft.id).ok());
        QVERIFY(running->drafts().open().isEmpty());
        QVERIFY2(running->settings().choice(u"removals"_s).contains(draft.id.text()),
                 "its key is to go even when the program ends now");
    }
    QVERIFY(context()->drafts().open().isEmpty());
}

void TestSetupDraft::finishedOnesAreKeptForTheirTicks()
{
    const Connection connection = named(u"Pushwoosh_Dev"_s);
    SetupDraft kept = fullDraft();
    kept.finished = true;
    SetupDraft orphan = kept;
    orphan.id = ConnectionId::create();
    kept.id = connection.id;
    {
        const auto running = context();
        QVERIFY(running->connections().add(connection).ok());
        QVERIFY(running->drafts().save(kept).ok());
        QVERIFY(running->drafts().save(orphan).ok());
        QVERIFY(running->drafts().open().isEmpty());
    }
    const auto again = context();
    QCOMPARE(again->drafts().find(connection.id), std::optional(kept));
    QVERIFY2(!again->drafts().find(orphan.id), "what belongs to no connection is let go");
}

//! A run with the key before says nothing of the new one.
void TestSetupDraft::aReplacedKeyForgetsTheProof()
{
    const Connection connection = named(u"Pushwoosh_Dev"_s);
    SetupDraft kept = fullDraft();
    kept.finished = true;
    kept.id = connection.id;
    QVERIFY(kept.proof.has_value());
    {
        const auto running = context();
        QVERIFY(running->connections().add(connection).ok());
        QVERIFY(running->drafts().save(kept).ok());
        Q_EMIT running->rotation().replaced(connection.id);
        QVERIFY(!running->drafts().find(connection.id)->proof);
    }
    kept.proof.reset();
    QCOMPARE(context()->drafts().find(connection.id), std::optional(kept));
}

void TestSetupDraft::aFileThatCannotBeReadIsLeftAlone_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::newRow("newer") << QByteArray(R"({"version": 2, "drafts": "unknown"})");
    QTest::newRow("no json") << QByteArray("{\"version\": 1, ");
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("no list") << QByteArray(R"({"version": 1})");
    QTest::newRow("no id") << QByteArray(R"({"version": 1, "drafts": [{"name": "x"}]})");
}

void TestSetupDraft::aFileThatCannotBeReadIsLeftAlone()
{
    QFETCH(QByteArray, content);
    QFile file(m_folder->filePath(u"setup.json"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(file.write(content), content.size());
    file.close();
    const auto running = context();
    QVERIFY(running->drafts().fault());
    const SetupDraft draft = fullDraft();
    QVERIFY2(!running->drafts().save(draft), "it is said that it is not on disk");
    QCOMPARE(running->drafts().open(), QList<SetupDraft>{draft});
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(file.readAll(), content);
}

void TestSetupDraft::linksLeadToKnownHostsOnly()
{
    QCOMPARE(WebLinks::application(u"1A2B3-C4D5E"_s), QUrl(u"https://app.pushwoosh.com/applications/1A2B3-C4D5E"_s));
    for (const QUrl &url : {WebLinks::sourcesCatalog(), WebLinks::debugger(u"Pushwoosh_Prod"_s),
                            WebLinks::debugger(u"../../evil?x#y"_s), WebLinks::application(u"@evil.example/"_s),
                            WebLinks::application(u"1A2B3-C4D5E"_s)}) {
        QVERIFY2(WebLinks::mayOpen(url), qPrintable(url.toString()));
        QVERIFY2(!url.toString().contains(u".."_s) && !url.hasQuery() && !url.hasFragment(), qPrintable(url.toString()));
    }
    for (const QString &bad : {u"http://app.segment.com/"_s, u"https://app.segment.com.evil.example/"_s, u"file:///etc"_s,
                               u"https://user@app.segment.com/"_s, u"https://app.segment.com:444/"_s, QString()}) {
        QVERIFY2(!WebLinks::mayOpen(QUrl(bad)), qPrintable(bad));
    }
}

QTEST_GUILESS_MAIN(TestSetupDraft)
#include "tst_setupdraft.moc"
