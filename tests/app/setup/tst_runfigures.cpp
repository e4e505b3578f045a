// SPDX-License-Identifier: GPL-3.0-or-later
// clazy:excludeall=lambda-in-connect
#include <QtTest> // first: moc 6.4 cannot read <compare> before Qt's own headers

#include "app/core/Clock.h"
#include "app/secrets/SessionSecretStore.h"
#include "app/settings/Settings.h"
#include "app/setup/DiscardText.h"
#include "app/setup/RunFigures.h"
#include "app/setup/WorkspaceAccess.h"
#include "tests/support/PublicApiDouble.h"

#include <QSettings>
#include <QTemporaryDir>

using namespace segue;
using namespace segue::test;
using namespace Qt::StringLiterals;
using Phase = segue::RunFigures::Phase;
using By = segue::ProofRecord::CountedBy;

namespace {
const QByteArray kToken = "sgp_of-a-test-0123456789";
const QByteArray kKey = "writeKeyOfTheConnection012345678";
const QString kReceived = u"successfully-received"_s;
const QString kFailed = u"failed-on-ingest"_s;
const QString kVersion = u"segue-run0123456789"_s;
} // namespace

//! What Segment counts for a run, asked until it is all there.
class TestRunFigures : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void everyEventCountedUnderTheRunsIdIsComplete_data();
    void everyEventCountedUnderTheRunsIdIsComplete();
    void whatIsCountedLateIsAskedForAgain();
    void theEventsOfOthersAreNotCounted();
    void whatFailedOnIngestComesWithItsReason();
    void countsByNameAreUsedOnlyWhenTheRunShowsNothing();
    void aRefusedGroupingFallsBackToVolume();
    void theSourceIsFoundByKeyElseByName();
    void aSourceThatShowsAnotherKeyIsNotTaken();
    void aRefusedTokenIsSaidAndNotAskedAgain_data();
    void aRefusedTokenIsSaidAndNotAskedAgain();
    void aServerThatFailsIsAskedAgain();
    void aServerThatNeverAnswersIsAbortedWhenThePageIsLeft();
    void nothingIsAskedWithoutAToken();
    void anotherEndpointHasNone();
    void itGivesUpAndGoesOnOnRequest();
    void aRunThatIsCountedIsNotAskedAbout();
    void theSpellingLearnedIsRememberedBeyondOneClient();
    void discardReasonsHaveRemedies_data();
    void discardReasonsHaveRemedies();

private:
    void keepToken(const QByteArray &token = kToken);
    void watch();
    int asked(const QByteArray &route) const;

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<PublicApiDouble> m_segment;
    SystemClock m_clock;
    std::unique_ptr<Redactor> m_redactor;
    std::unique_ptr<SessionSecretStore> m_keychain;
    std::unique_ptr<SessionSecretStore> m_session;
    std::unique_ptr<SecretAccess> m_secrets;
    std::unique_ptr<Settings> m_settings;
    std::unique_ptr<WorkspaceAccess> m_workspaces;
    RunFigures::Pace m_pace;
    std::unique_ptr<RunFigures> m_figures;
    Connection m_connection;
    ProofRecord m_run;
    QString m_source;
};

void TestRunFigures::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_segment = std::make_unique<PublicApiDouble>(kToken);
    m_segment->addSource(u"another"_s, "anotherWriteKey0123456789012345");
    m_source = m_segment->addSource(u"pushwoosh_dev"_s, kKey);
    QSettings(m_folder->filePath(u"settings.ini"_s), QSettings::IniFormat)
        .setValue(u"segment/publicApiStandIn"_s, m_segment->url().toString());
    m_redactor = std::make_unique<Redactor>();
    m_keychain = std::make_unique<SessionSecretStore>();
    m_session = std::make_unique<SessionSecretStore>();
    m_secrets = std::make_unique<SecretAccess>(*m_keychain, *m_session, *m_redactor);
    m_settings = std::make_unique<Settings>(m_folder->path());
    m_workspaces = std::make_unique<WorkspaceAccess>(m_clock, *m_redactor, *m_secrets, *m_settings);
    m_connection = {};
    m_connection.id = ConnectionId::create();
    m_connection.name = u"Pushwoosh_Dev"_s;
    m_secrets->write(SecretName::writeKey(m_connection.id), Secret::fromBytes(kKey), SecretPlace::SessionOnly);
    m_run = {};
    m_run.runId = u"run0123456789"_s;
    m_run.started = m_clock.now();
    m_run.samples = {{u"Email Sent"_s, u"m-1"_s, EntryId{1}}, {u"Push Sent"_s, u"m-2"_s, EntryId{2}}};
    m_pace = {20, 60, 60'000, 60'000};
}

void TestRunFigures::cleanup()
{
    m_figures.reset();
    m_workspaces.reset();
    m_keychain.reset(); // before the one that their answers go to
    m_session.reset();
    m_secrets.reset();
    m_segment.reset();
}

void TestRunFigures::keepToken(const QByteArray &token)
{
    m_workspaces->keep(Endpoint::Region::Us, Secret::fromBytes(token), SecretPlace::SessionOnly);
}

void TestRunFigures::watch()
{
    m_figures = std::make_unique<RunFigures>(*m_workspaces, *m_secrets, m_clock, m_pace);
    m_figures->watch(m_connection, m_run);
}

int TestRunFigures::asked(const QByteArray &route) const
{
    int count = 0;
    for (const Request &request : m_segment->server().requests()) {
        count += request.target.startsWith(route) ? 1 : 0;
    }
    return count;
}

void TestRunFigures::everyEventCountedUnderTheRunsIdIsComplete_data()
{
    QTest::addColumn<int>("spelling");
    QTest::newRow("brackets") << static_cast<int>(PublicApiDouble::Spelling::Brackets);
    QTest::newRow("dots") << static_cast<int>(PublicApiDouble::Spelling::Dots);
    QTest::newRow("both") << static_cast<int>(PublicApiDouble::Spelling::Both);
}

void TestRunFigures::everyEventCountedUnderTheRunsIdIsComplete()
{
    QFETCH(int, spelling);
    m_segment->setSpelling(static_cast<PublicApiDouble::Spelling>(spelling));
    keepToken();
    m_segment->count(kReceived, m_source, u"Email Sent"_s, kVersion);
    m_segment->count(kReceived, m_source, u"Push Sent"_s, kVersion);
    watch();
    QTRY_COMPARE(m_figures->phase(), Phase::Complete);
    QCOMPARE(m_figures->counts().by, By::Run);
    QCOMPARE(m_figures->counts().events,
             (QList<RunCounts::Event>{{u"Email Sent"_s, 1, 0, {}}, {u"Push Sent"_s, 1, 0, {}}}));
    QCOMPARE(m_figures->source().by, SourceMatch::By::WriteKey);
    QCOMPARE(m_figures->nextAsk(), 0);
}

void TestRunFigures::whatIsCountedLateIsAskedForAgain()
{
    keepToken();
    m_segment->count(kReceived, m_source, u"Email Sent"_s, kVersion);
    watch();
    QTRY_VERIFY(asked("/delivery-overview/successfully-received") >= 3);
    QVERIFY(!m_figures->counts().isComplete());
    QCOMPARE(m_figures->counts().events.first().received, 1);
    QTRY_VERIFY(m_figures->phase() == Phase::Waiting && m_figures->nextAsk() > 0);
    m_segment->count(kReceived, m_source, u"Push Sent"_s, kVersion);
    QTRY_COMPARE(m_figures->phase(), Phase::Complete);
    QCOMPARE(m_figures->nextAsk(), 0);
}

void TestRunFigures::theEventsOfOthersAreNotCounted()
{
    keepToken();
    for (const QString &event : {u"Email Sent"_s, u"Push Sent"_s}) {
        m_segment->count(kReceived, m_source, event, u"segue-another-run"_s);
        m_segment->count(kReceived, u"another source"_s, event, kVersion);
    }
    watch();
    QTRY_VERIFY(asked("/delivery-overview/successfully-received") >= 2);
    QCOMPARE(m_figures->counts().by, By::Nobody);
    QCOMPARE(m_figures->counts().events.first().received, 0);
}

void TestRunFigures::whatFailedOnIngestComesWithItsReason()
{
    keepToken();
    m_segment->count(kReceived, m_source, u"Email Sent"_s, kVersion);
    m_segment->count(kFailed, m_source, u"Push Sent"_s, kVersion, u"source_disabled"_s);
    watch();
    QTRY_COMPARE(m_figures->phase(), Phase::Complete);
    QCOMPARE(m_figures->counts().events.last(), (RunCounts::Event{u"Push Sent"_s, 0, 1, u"source_disabled"_s}));
}

void TestRunFigures::countsByNameAreUsedOnlyWhenTheRunShowsNothing()
{
    keepToken();
    for (const QString &event : {u"Email Sent"_s, u"Push Sent"_s}) {
        m_segment->count(kReceived, m_source, event, QString());
    }
    watch();
    QTRY_VERIFY(asked("/events/volume") >= 2);
    QVERIFY2(!m_figures->counts().isComplete(), "the run is young: its counts may yet come");
    m_pace.namesAfter = 0;
    watch();
    QTRY_COMPARE(m_figures->phase(), Phase::Complete);
    QCOMPARE(m_figures->counts().by, By::Name);
    QVERIFY(m_figures->sentence().contains(u"by name"_s));
}

void TestRunFigures::aRefusedGroupingFallsBackToVolume()
{
    keepToken();
    m_segment->count(kReceived, m_source, u"Email Sent"_s, kVersion);
    m_segment->count(kReceived, m_source, u"Push Sent"_s, kVersion);
    Answer refusal;
    refusal.status = 422;
    refusal.body = R"({"errors":[{"type":"input-validation","message":"\"groupBy\" is not allowed"}]})";
    Answer sources;
    sources.body = R"({"data":{"sources":[{"id":"SOURCE","slug":"pushwoosh_dev","name":"x","enabled":true}]}})";
    sources.body.replace("SOURCE", m_source.toLatin1());
    m_segment->server().enqueue({sources, refusal, refusal});
    watch();
    QTRY_COMPARE(m_figures->phase(), Phase::Complete);
    QCOMPARE(m_figures->counts().by, By::Run);
    QCOMPARE(asked("/events/volume"), 1);
}

void TestRunFigures::theSourceIsFoundByKeyElseByName()
{
    keepToken();
    m_segment->setHidesWriteKeys(true);
    watch();
    QTRY_VERIFY(m_figures->source().isFound());
    QCOMPARE(m_figures->source().by, SourceMatch::By::Slug);
    QCOMPARE(m_figures->source().source.id, m_source);
    m_connection.name = u"nowhere"_s;
    watch();
    QTRY_COMPARE(m_figures->phase(), Phase::NoSource);
    QVERIFY(!m_figures->sentence().isEmpty());
}

void TestRunFigures::aSourceThatShowsAnotherKeyIsNotTaken()
{
    keepToken();
    m_connection.name = u"another"_s;
    m_secrets->write(SecretName::writeKey(m_connection.id), Secret::fromBytes("aKeyThatNoSourceHas0123456789012"),
                     SecretPlace::SessionOnly);
    watch();
    QTRY_COMPARE(m_figures->phase(), Phase::NoSource);
}

void TestRunFigures::aRefusedTokenIsSaidAndNotAskedAgain_data()
{
    QTest::addColumn<int>("status");
    QTest::newRow("401") << 401;
    QTest::newRow("403") << 403;
}

void TestRunFigures::aRefusedTokenIsSaidAndNotAskedAgain()
{
    QFETCH(int, status);
    keepToken();
    Answer refusal;
    refusal.status = status;
    refusal.body = R"({"errors":[{"type":"forbidden","message":"no"}]})";
    m_segment->server().setResponder([refusal](const Request &) { return refusal; });
    watch();
    QTRY_COMPARE(m_figures->phase(), Phase::Fault);
    QVERIFY(!m_figures->sentence().isEmpty());
    QVERIFY(!m_figures->sentence().contains(QString::fromLatin1(kToken)));
    QCOMPARE(m_figures->nextAsk(), 0);
    const int requests = m_segment->server().requestCount();
    QCOMPARE(requests, 1);
    keepToken(kToken + "-another");
    QTRY_VERIFY(m_segment->server().requestCount() > requests);
    QCOMPARE(m_segment->server().lastRequest().header("Authorization"), "Bearer " + kToken + "-another");
}

void TestRunFigures::aServerThatFailsIsAskedAgain()
{
    keepToken();
    m_segment->count(kReceived, m_source, u"Email Sent"_s, kVersion);
    m_segment->count(kReceived, m_source, u"Push Sent"_s, kVersion);
    Answer trouble;
    trouble.status = 503;
    m_segment->server().enqueue({trouble, Answer::of(Answer::Fault::CloseAfterReading)});
    watch();
    QTRY_COMPARE(m_figures->phase(), Phase::Complete);
}

void TestRunFigures::aServerThatNeverAnswersIsAbortedWhenThePageIsLeft()
{
    keepToken();
    m_segment->server().enqueue(Answer::of(Answer::Fault::Hang));
    watch();
    QTRY_COMPARE(m_segment->server().requestCount(), 1);
    QCOMPARE(m_figures->phase(), Phase::Asking);
    m_figures->pause();
    QCOMPARE(m_figures->phase(), Phase::Paused);
    QCOMPARE(m_figures->nextAsk(), 0);
    m_segment->count(kReceived, m_source, u"Email Sent"_s, kVersion);
    m_segment->count(kReceived, m_source, u"Push Sent"_s, kVersion);
    m_figures->goOn();
    QTRY_COMPARE(m_figures->phase(), Phase::Complete);
}

void TestRunFigures::nothingIsAskedWithoutAToken()
{
    watch();
    QTRY_COMPARE(m_figures->phase(), Phase::NoToken);
    QVERIFY(m_figures->sentence().contains(u"Access Management"_s));
    QCOMPARE(m_segment->server().requestCount(), 0);
    keepToken();
    QTRY_VERIFY(m_segment->server().requestCount() > 0); // by itself
}

void TestRunFigures::anotherEndpointHasNone()
{
    keepToken();
    m_connection.endpoint = Endpoint::parse(u"https://gateway.example"_s).valueOr(Endpoint());
    watch();
    QCOMPARE(m_figures->phase(), Phase::NoApi);
    m_figures->askNow();
    QCOMPARE(m_figures->phase(), Phase::NoApi);
}

void TestRunFigures::itGivesUpAndGoesOnOnRequest()
{
    m_pace.giveUp = 100;
    keepToken();
    watch();
    QTRY_COMPARE(m_figures->phase(), Phase::GivenUp);
    m_segment->count(kReceived, m_source, u"Email Sent"_s, kVersion);
    m_segment->count(kReceived, m_source, u"Push Sent"_s, kVersion);
    m_figures->askNow();
    QTRY_COMPARE(m_figures->phase(), Phase::Complete);
}

void TestRunFigures::aRunThatIsCountedIsNotAskedAbout()
{
    keepToken();
    m_run.countedBy = By::Run;
    m_run.countedAt = m_run.started + 1;
    for (ProofRecord::Sample &sample : m_run.samples) {
        sample.counted = ProofRecord::Counted::Received;
    }
    watch();
    QCOMPARE(m_figures->phase(), Phase::Complete);
    QCOMPARE(m_segment->server().requestCount(), 0);
    QCOMPARE(m_figures->counts().askedAt, m_run.countedAt);
}

void TestRunFigures::theSpellingLearnedIsRememberedBeyondOneClient()
{
    keepToken();
    m_segment->setSpelling(PublicApiDouble::Spelling::Dots);
    watch();
    QTRY_VERIFY(m_figures->source().isFound());
    m_figures.reset();
    m_workspaces.reset();
    m_settings = std::make_unique<Settings>(m_folder->path()); // as after a restart
    m_workspaces = std::make_unique<WorkspaceAccess>(m_clock, *m_redactor, *m_secrets, *m_settings);
    m_segment->server().clear();
    watch();
    QTRY_VERIFY(m_segment->server().requestCount() > 0);
    QVERIFY(m_segment->server().requests().first().target.contains("pagination.count"));
    // A guess that is wrong by now is mended.
    m_segment->setSpelling(PublicApiDouble::Spelling::Brackets);
    watch();
    QTRY_VERIFY(m_figures->source().isFound());
}

void TestRunFigures::discardReasonsHaveRemedies_data()
{
    QTest::addColumn<QString>("code");
    for (const char *code : {"empty_batch",
                             "empty_batch_result",
                             "source_disabled",
                             "multi_user_error",
                             "no_user_anon_id",
                             "event_not_defined",
                             "event_not_string",
                             "properties_not_object",
                             "traits_not_object",
                             "name_not_string",
                             "category_not_string",
                             "id_required",
                             "id_not_string",
                             "device_advertisingid_should_be_string",
                             "consent_whatever",
                             "bad_request",
                             "unknown_source",
                             "locked_workspace",
                             "common_schema_violation",
                             "event_setting",
                             "of_tomorrow",
                             ""}) {
        QTest::newRow(code) << QString::fromLatin1(code);
    }
}

void TestRunFigures::discardReasonsHaveRemedies()
{
    QFETCH(QString, code);
    const DiscardText text = DiscardText::of(code);
    QVERIFY(!text.sentence.isEmpty());
    QVERIFY(!text.remedy.isEmpty());
    const bool known = !code.isEmpty() && code != u"of_tomorrow";
    QCOMPARE(text.sentence != DiscardText::of(u"of_tomorrow"_s).sentence, known);
}

QTEST_GUILESS_MAIN(TestRunFigures)
#include "tst_runfigures.moc"
