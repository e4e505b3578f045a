// SPDX-License-Identifier: GPL-3.0-or-later
// clazy:excludeall=lambda-in-connect
#include <QtTest> // first: moc 6.4 cannot read <compare> before Qt's own headers

#include "app/core/Clock.h"
#include "app/secrets/SessionSecretStore.h"
#include "app/settings/Settings.h"
#include "app/setup/EchoDestinationMaker.h"
#include "app/setup/SourceDestinations.h"
#include "app/setup/TrackingPlanMaker.h"
#include "app/setup/WorkspaceAccess.h"
#include "tests/support/PublicApiDouble.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSettings>
#include <QSignalSpy>
#include <QTemporaryDir>

using namespace segue;
using namespace segue::test;
using namespace Qt::StringLiterals;
using State = segue::OpenedSource::State;

namespace {
const QByteArray kToken = "sgp_of-a-test-0123456789";
const QByteArray kKey = "writeKeyOfTheConnection012345678";
} // namespace

//! What is asked of, and made in, a workspace for a source: its destinations, its tracking plan.
class TestSourceDestinations : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void destinationsComeWithTheirFigures();
    void aLoopIsTold();
    void nothingConnectedIsTold();
    void withoutFiguresTheListStays();
    void withoutATokenItSaysHow();
    void whatHangsIsEnded();
    void theTrackingPlanIsMadeAndConnected();
    void aSourceThatHasAPlanKeepsIt();
    void whatWasMadeBeforeAFaultIsSaid();
    void theFileHoldsWhatTheApiTakes();
    void theEchosDestinationIsMadeAndMapped();
    void aDestinationWithoutItsMappingIsSaid();

private:
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<PublicApiDouble> m_segment;
    SystemClock m_clock;
    std::unique_ptr<Redactor> m_redactor;
    std::unique_ptr<SessionSecretStore> m_keychain;
    std::unique_ptr<SessionSecretStore> m_session;
    std::unique_ptr<SecretAccess> m_secrets;
    std::unique_ptr<Settings> m_settings;
    std::unique_ptr<WorkspaceAccess> m_workspaces;
    std::unique_ptr<SourceDestinations> m_destinations;
    Connection m_connection;
    QString m_source;
};

void TestSourceDestinations::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_segment = std::make_unique<PublicApiDouble>(kToken);
    m_source = m_segment->addSource(u"pushwoosh_dev"_s, kKey);
    QSettings(m_folder->filePath(u"settings.ini"_s), QSettings::IniFormat)
        .setValue(u"segment/publicApiStandIn"_s, m_segment->url().toString());
    m_redactor = std::make_unique<Redactor>();
    m_keychain = std::make_unique<SessionSecretStore>();
    m_session = std::make_unique<SessionSecretStore>();
    m_secrets = std::make_unique<SecretAccess>(*m_keychain, *m_session, *m_redactor);
    m_settings = std::make_unique<Settings>(m_folder->path());
    m_workspaces = std::make_unique<WorkspaceAccess>(m_clock, *m_redactor, *m_secrets, *m_settings);
    m_destinations = std::make_unique<SourceDestinations>(*m_workspaces, *m_secrets, m_clock);
    m_connection = {};
    m_connection.id = ConnectionId::create();
    m_connection.name = u"Pushwoosh_Dev"_s;
    m_secrets->write(SecretName::writeKey(m_connection.id), Secret::fromBytes(kKey), SecretPlace::SessionOnly);
    m_workspaces->keep(Endpoint::Region::Us, Secret::fromBytes(kToken), SecretPlace::SessionOnly);
}

void TestSourceDestinations::cleanup()
{
    m_destinations.reset();
    m_workspaces.reset();
    m_keychain.reset(); // before the one that their answers go to
    m_session.reset();
    m_secrets.reset();
    m_segment.reset();
}

void TestSourceDestinations::destinationsComeWithTheirFigures()
{
    m_segment->addDestination(m_source, u"kind-a"_s, u"amplitude"_s, true);
    m_segment->addDestination(m_source, u"kind-b"_s, u"mixpanel"_s, false);
    for (int i = 0; i < 3; ++i) {
        m_segment->count(u"successful-delivery"_s, m_source, u"Push Sent"_s, {});
    }
    m_segment->count(u"failed-delivery"_s, m_source, u"Push Sent"_s, {}, u"timeout"_s);
    m_destinations->look(m_connection);
    QVERIFY(m_destinations->isAsking());
    QTRY_VERIFY(!m_destinations->isAsking());
    const auto all = m_destinations->destinations();
    QCOMPARE(all.size(), 3);
    QCOMPARE(all.at(0).name, u"amplitude"_s);
    QCOMPARE(all.at(0).delivered, std::optional<std::int64_t>(3));
    QCOMPARE(all.at(0).failed, std::optional<std::int64_t>(1));
    QVERIFY2(!all.at(1).enabled && !all.at(1).delivered, "one that is off is not asked about");
    QVERIFY(all.at(2).isWarehouse);
    QVERIFY(m_destinations->hasEnabled());
    QVERIFY(m_destinations->askedAt() > 0);
}

void TestSourceDestinations::aLoopIsTold()
{
    m_segment->addDestination(m_source, u"64e72af1eabf77368b877a51"_s, u"actions-pushwoosh"_s, true);
    m_destinations->look(m_connection);
    QTRY_VERIFY(!m_destinations->isAsking());
    QVERIFY(m_destinations->destinations().first().isPushwoosh);
}

void TestSourceDestinations::nothingConnectedIsTold()
{
    Answer none;
    none.body = R"({"data":{"warehouses":[],"pagination":{"current":"MA=="}}})";
    m_segment->server().setResponder({});
    Answer sources;
    sources.body = R"({"data":{"sources":[{"id":"s","slug":"pushwoosh_dev","enabled":true}]}})";
    Answer destinations;
    destinations.body = R"({"data":{"destinations":[]}})";
    m_segment->server().enqueue({sources, destinations, none});
    m_destinations->look(m_connection);
    QTRY_VERIFY(!m_destinations->isAsking());
    QVERIFY(m_destinations->askedAt() > 0);
    QVERIFY(!m_destinations->hasEnabled());
}

void TestSourceDestinations::withoutFiguresTheListStays()
{
    Answer refusal;
    refusal.status = 403;
    refusal.body = R"({"errors":[{"type":"forbidden","message":"no"}]})";
    Answer sources;
    sources.body = QByteArray(R"({"data":{"sources":[{"id":"ID","slug":"pushwoosh_dev","enabled":true}]}})")
                       .replace("ID", m_source.toLatin1());
    Answer destinations;
    destinations.body = R"({"data":{"destinations":[{"id":"d","name":"Amplitude","enabled":true}]}})";
    Answer warehouses;
    warehouses.body = R"({"data":{"warehouses":[]}})";
    m_segment->server().enqueue({sources, destinations, warehouses, refusal});
    m_destinations->look(m_connection);
    QTRY_VERIFY(m_segment->server().requestCount() >= 4 && !m_destinations->isAsking());
    QCOMPARE(m_destinations->destinations().size(), 1);
    QVERIFY(!m_destinations->destinations().first().delivered);
    QVERIFY(!m_destinations->sentence().isEmpty());
}

void TestSourceDestinations::withoutATokenItSaysHow()
{
    m_workspaces->forget(Endpoint::Region::Us);
    m_destinations->look(m_connection);
    QTRY_VERIFY(!m_destinations->isAsking());
    QCOMPARE(m_destinations->opened()->state, State::NoToken);
    QVERIFY(m_destinations->sentence().contains(u"Access Management"_s));
    QCOMPARE(m_segment->server().requestCount(), 0);
    m_connection.endpoint = Endpoint::parse(u"https://gateway.example"_s).valueOr(Endpoint());
    m_destinations->look(m_connection);
    QTRY_VERIFY(!m_destinations->isAsking());
    QCOMPARE(m_destinations->opened()->state, State::NoApi);
}

void TestSourceDestinations::whatHangsIsEnded()
{
    m_segment->server().enqueue(Answer::of(Answer::Fault::Hang));
    m_destinations->look(m_connection);
    QTRY_COMPARE(m_segment->server().requestCount(), 1);
    QVERIFY(m_destinations->isAsking());
    m_destinations->stop();
    QVERIFY(!m_destinations->isAsking());
    m_destinations->look(m_connection);
    QTRY_VERIFY(!m_destinations->isAsking() && m_destinations->askedAt() > 0);
}

void TestSourceDestinations::theTrackingPlanIsMadeAndConnected()
{
    TrackingPlanMaker maker(*m_workspaces, *m_secrets);
    QSignalSpy ready(&maker, &TrackingPlanMaker::ready);
    QSignalSpy made(&maker, &TrackingPlanMaker::made);
    const TrackingPlanDraft plan = TrackingPlanDraft::of(m_connection.name, Selection::all());
    maker.prepare(m_connection, plan);
    QTRY_COMPARE(ready.size(), 1);
    QVERIFY(maker.question().contains(u"Pushwoosh_Dev"_s));
    QVERIFY(maker.question().contains(u"7"_s));
    for (const Request &request : m_segment->server().requests()) {
        QCOMPARE(request.method, QByteArray("GET")); // nothing is changed before the answer
    }
    maker.make();
    QTRY_COMPARE(made.size(), 1);
    const Request last = m_segment->server().lastRequest();
    QVERIFY(last.target.endsWith("/sources"));
    QVERIFY(last.body.contains(m_source.toLatin1()));
    const QString planId = QString::fromLatin1(last.target.split('/').value(2));
    const QJsonArray rules = m_segment->rulesOf(planId).value(u"rules"_s).toArray();
    const QJsonArray own = QJsonDocument::fromJson(plan.json()).object().value(u"rules"_s).toArray();
    QCOMPARE(rules.size(), 7);
    QCOMPARE(rules, own); // the file holds what is sent
}

void TestSourceDestinations::aSourceThatHasAPlanKeepsIt()
{
    Answer sources;
    sources.body = R"({"data":{"sources":[{"id":"s","slug":"pushwoosh_dev","enabled":true}]}})";
    Answer source;
    source.body = R"({"data":{"source":{"id":"s","slug":"pushwoosh_dev","enabled":true},"trackingPlanId":"tp_1"}})";
    m_segment->server().enqueue({sources, source});
    TrackingPlanMaker maker(*m_workspaces, *m_secrets);
    QSignalSpy failed(&maker, &TrackingPlanMaker::failed);
    maker.prepare(m_connection, TrackingPlanDraft::of(u"x"_s, Selection::all()));
    QTRY_COMPARE(failed.size(), 1);
    QVERIFY(!maker.isBusy());
    for (const Request &request : m_segment->server().requests()) {
        QCOMPARE(request.method, QByteArray("GET"));
    }
}

void TestSourceDestinations::whatWasMadeBeforeAFaultIsSaid()
{
    TrackingPlanMaker maker(*m_workspaces, *m_secrets);
    QSignalSpy ready(&maker, &TrackingPlanMaker::ready);
    QSignalSpy failed(&maker, &TrackingPlanMaker::failed);
    maker.prepare(m_connection, TrackingPlanDraft::of(u"The plan"_s, Selection::all()));
    QTRY_COMPARE(ready.size(), 1);
    Answer made;
    made.body = R"({"data":{"trackingPlan":{"id":"tp_9","name":"The plan"}}})";
    Answer refusal;
    refusal.status = 403;
    refusal.body = R"({"errors":[{"type":"forbidden","message":"no"}]})";
    m_segment->server().enqueue({made, refusal});
    maker.make();
    QTRY_COMPARE(failed.size(), 1);
    QVERIFY(failed.first().first().toString().contains(u"without rules"_s));
    QVERIFY(failed.first().first().toString().contains(u"The plan"_s));
}

void TestSourceDestinations::theEchosDestinationIsMadeAndMapped()
{
    EchoDestinationMaker maker(*m_workspaces, *m_secrets);
    QSignalSpy ready(&maker, &EchoDestinationMaker::ready);
    QSignalSpy made(&maker, &EchoDestinationMaker::made);
    maker.prepare(m_connection);
    QTRY_COMPARE(ready.size(), 1);
    QVERIFY2(maker.question().contains(u"pushwoosh_dev"_s), qPrintable(maker.question()));
    for (const Request &request : m_segment->server().requests()) {
        QCOMPARE(request.method, QByteArray("GET")); // nothing is changed before the answer
    }
    const QByteArray address = "https://segue.example/segment/0123456789abcdef0123456789abcdef";
    maker.make(Secret::fromBytes(address), Secret::fromBytes("theSharedSecret"));
    QTRY_COMPARE(made.size(), 1);
    QVERIFY(!maker.isBusy());
    const QJsonObject destination = m_segment->destinations().last().toObject();
    QCOMPARE(destination.value(u"sourceId"_s).toString(), m_source);
    QCOMPARE(destination[u"settings"][u"sharedSecret"].toString(), u"theSharedSecret"_s);
    QCOMPARE(m_segment->subscriptions().size(), 1);
    const QJsonObject mapping = m_segment->subscriptions().first().toObject();
    QCOMPARE(mapping[u"settings"][u"url"].toString().toLatin1(), address);
    QCOMPARE(mapping.value(u"trigger"_s).toString(), u"type = \"track\""_s);
    for (const QString &text : {made.first().first().toString(), maker.question()}) {
        QVERIFY(!text.contains(QString::fromLatin1(address)) && !text.contains(u"theSharedSecret"_s));
    }
}

void TestSourceDestinations::aDestinationWithoutItsMappingIsSaid()
{
    EchoDestinationMaker maker(*m_workspaces, *m_secrets);
    QSignalSpy ready(&maker, &EchoDestinationMaker::ready);
    QSignalSpy failed(&maker, &EchoDestinationMaker::failed);
    maker.prepare(m_connection);
    QTRY_COMPARE(ready.size(), 1);
    Answer destination;
    destination.body = R"({"data":{"destination":{"id":"d9","enabled":true,"metadata":{"slug":"actions-webhook",
        "actions":[{"id":"a1","slug":"send"}]}}}})";
    Answer refusal;
    refusal.status = 403;
    refusal.body = R"({"errors":[{"type":"forbidden","message":"no"}]})";
    m_segment->server().enqueue({destination, refusal});
    maker.make(Secret::fromBytes("https://segue.example/segment/x"), {});
    QTRY_COMPARE(failed.size(), 1);
    QVERIFY2(failed.first().first().toString().contains(u"sends nothing yet"_s),
             qPrintable(failed.first().first().toString()));
    QVERIFY(!maker.isBusy());
}

void TestSourceDestinations::theFileHoldsWhatTheApiTakes()
{
    const TrackingPlanDraft plan =
        TrackingPlanDraft::of(u" Shop "_s, Selection::list({u"Push Sent"_s, u"Email Opened"_s}));
    const QJsonObject file = QJsonDocument::fromJson(plan.json()).object();
    const QJsonObject head = file.value(u"trackingPlan"_s).toObject();
    QCOMPARE(head.value(u"name"_s).toString(), u"Shop"_s);
    QCOMPARE(head.value(u"type"_s).toString(), u"LIVE"_s);
    const QJsonArray rules = file.value(u"rules"_s).toArray();
    QCOMPARE(rules.size(), 2);
    const QJsonObject rule = rules.first().toObject();
    QCOMPARE(rule.value(u"type"_s).toString(), u"TRACK"_s);
    QCOMPARE(rule.value(u"key"_s).toString(), u"Push Sent"_s);
    const QJsonObject schema = rule.value(u"jsonSchema"_s).toObject();
    QVERIFY(schema.value(u"$schema"_s).toString().contains(u"draft-07"_s));
    const QJsonObject properties = schema.value(u"properties"_s).toObject().value(u"properties"_s).toObject();
    QCOMPARE(properties.value(u"properties"_s).toObject().keys(),
             (QStringList{u"campaign_code"_s, u"device_type"_s, u"message_type"_s}));
    QCOMPARE(properties.value(u"required"_s).toArray(), QJsonArray{u"message_type"_s});
}

QTEST_GUILESS_MAIN(TestSourceDestinations)
#include "tst_sourcedestinations.moc"
