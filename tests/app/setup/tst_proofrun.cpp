// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest> // first: moc 6.4 cannot read <compare> before Qt's own headers

#include "app/setup/ProofRun.h"

#include "app/AppContext.h"
#include "tests/app/journal/JournalSupport.h"

#include <QJsonDocument>
#include <QJsonObject>

using namespace segue;
using namespace segue::test;
using namespace Qt::StringLiterals;
using Outcome = segue::ProofRun::Outcome;
using By = segue::ProofRecord::CountedBy;

namespace {
constexpr int kPatience = 20'000;
}

class TestProofRun : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void theOutcomeFollowsFromTheStates_data();
    void theOutcomeFollowsFromTheStates();
    void oneSampleOfEachSelectedEventIsSentUnderOneRun();
    void destinationsAreLeftOutWhenAsked();
    void allConfirmedIsProven();
    void allAcceptedIsAcceptedOnly();
    void whatFailedIsNamed();
    void whatWaitsSaysWhy();
    void aPersonsYesIsRecordedAndCanBeTakenBack();
    void countsUnderTheRunsIdProveIt();
    void countsByNameDoNotProveIt();
    void whatFailedOnIngestIsAFailure();
    void countsStayAfterTheEntriesHaveLeftTheLog();
    void aRunIsWatchedAgainAfterARestart();
    void aRunThatHasLeftTheLogProvesNothing();
    void aNewRunLetsTheOldOneGo();

private:
    std::unique_ptr<ProofRun> make();
    void acceptBoth();
    void record(qsizetype sample, EventState state, const std::string &error = {});

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<AppContext> m_context;
    std::unique_ptr<ProofRun> m_run;
    Connection m_connection;
};

void TestProofRun::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_context = std::move(AppContext::create({.dataFolder = m_folder->path(), .deliver = false})).value();
    m_run = make();
    m_connection = {};
    m_connection.id = ConnectionId::create();
    m_connection.selection = Selection::list({u"Email Sent"_s, u"Push Sent"_s});
}

void TestProofRun::cleanup()
{
    m_run.reset();
    m_context.reset();
}

std::unique_ptr<ProofRun> TestProofRun::make()
{
    const auto submit = [this](std::vector<NewEntry> entries, QObject *context,
                               std::function<void(Result<std::vector<EntryId>>)> callback) {
        m_context->submit(std::move(entries), context, std::move(callback));
    };
    const auto newId = [] { return QUuid::createUuid().toString(QUuid::WithoutBraces); };
    return std::make_unique<ProofRun>(m_context->log(), m_context->clock(), submit, newId);
}

void TestProofRun::record(qsizetype sample, EventState state, const std::string &error)
{
    const EntryId id = m_run->record().value().samples.at(sample).entry;
    QVERIFY(JournalCalls(m_context->journal()).record({{id, state, {}, error, {}}}).ok());
}

void TestProofRun::theOutcomeFollowsFromTheStates_data()
{
    using S = EventState;
    QTest::addColumn<QList<int>>("states");
    QTest::addColumn<int>("outcome");
    const auto row = [](const char *name, const QList<S> &states, Outcome outcome) {
        QList<int> numbers;
        for (const S state : states) {
            numbers.append(static_cast<int>(state));
        }
        QTest::newRow(name) << numbers << static_cast<int>(outcome);
    };
    row("none", {}, Outcome::NotStarted);
    row("one on its way", {S::Accepted, S::Queued}, Outcome::Running);
    row("one tried again", {S::Confirmed, S::Retrying}, Outcome::Running);
    row("one waits", {S::Confirmed, S::Waiting, S::Queued}, Outcome::HeldUp);
    row("all seen", {S::Confirmed, S::Confirmed}, Outcome::Proven);
    row("one not seen", {S::Confirmed, S::Accepted}, Outcome::AcceptedOnly);
    row("one refused", {S::Confirmed, S::Refused, S::Waiting}, Outcome::Failed);
    row("one blocked", {S::Blocked, S::Queued}, Outcome::Failed);
    row("one given up", {S::GaveUp}, Outcome::Failed);
    row("one cancelled", {S::Cancelled, S::Accepted}, Outcome::Failed);
}

void TestProofRun::theOutcomeFollowsFromTheStates()
{
    QFETCH(QList<int>, states);
    QFETCH(int, outcome);
    std::vector<EventState> given;
    for (const int state : states) {
        given.push_back(static_cast<EventState>(state));
    }
    QCOMPARE(static_cast<int>(ProofRun::outcomeOf(given)), outcome);
}

void TestProofRun::oneSampleOfEachSelectedEventIsSentUnderOneRun()
{
    m_run->start(m_connection, false);
    QTRY_VERIFY_WITH_TIMEOUT(m_run->record(), kPatience);
    const ProofRecord record = m_run->record().value();
    QCOMPARE(record.samples.size(), 2);
    QCOMPARE(record.samples.first().event, u"Email Sent"_s);
    QVERIFY(record.samples.first().messageId != record.samples.last().messageId);
    QVERIFY(!record.runId.isEmpty());
    for (const ProofRecord::Sample &sample : record.samples) {
        std::optional<EventDetails> details;
        m_context->log().details(sample.entry, this, [&](const Result<std::optional<EventDetails>> &answer) {
            details = answer.value();
        });
        QTRY_VERIFY_WITH_TIMEOUT(details, kPatience);
        const QJsonObject payload = QJsonDocument::fromJson(details->payload).object();
        QCOMPARE(payload.value(u"event"_s).toString(), sample.event);
        QCOMPARE(payload.value(u"messageId"_s).toString(), sample.messageId);
        const QJsonObject context = payload.value(u"context"_s).toObject();
        QCOMPARE(context.value(u"app"_s).toObject().value(u"version"_s).toString(), u"segue-"_s + record.runId);
        QVERIFY(!payload.contains(u"integrations"_s));
    }
    QCOMPARE(m_run->outcome(), Outcome::Running);
}

void TestProofRun::destinationsAreLeftOutWhenAsked()
{
    m_run->start(m_connection, true);
    QTRY_VERIFY_WITH_TIMEOUT(m_run->record(), kPatience);
    QVERIFY(m_run->record()->keptOut);
    std::optional<EventDetails> details;
    m_context->log().details(m_run->record()->samples.first().entry, this,
                             [&](const Result<std::optional<EventDetails>> &answer) { details = answer.value(); });
    QTRY_VERIFY_WITH_TIMEOUT(details, kPatience);
    QVERIFY(details->payload.contains(R"("integrations":{"All":false})"));
}

void TestProofRun::allConfirmedIsProven()
{
    m_run->start(m_connection, false);
    QTRY_VERIFY_WITH_TIMEOUT(m_run->record(), kPatience);
    JournalCalls journal(m_context->journal());
    const ProofRecord record = m_run->record().value();
    for (const ProofRecord::Sample &sample : record.samples) {
        QVERIFY(journal.confirm(sample.messageId.toStdString()).ok());
    }
    QTRY_COMPARE_WITH_TIMEOUT(m_run->outcome(), Outcome::Proven, kPatience);
    QCOMPARE(m_run->resultWord(), u"proven"_s);
}

void TestProofRun::allAcceptedIsAcceptedOnly()
{
    m_run->start(m_connection, false);
    QTRY_VERIFY_WITH_TIMEOUT(m_run->record(), kPatience);
    record(0, EventState::Accepted);
    record(1, EventState::Accepted);
    QTRY_COMPARE_WITH_TIMEOUT(m_run->outcome(), Outcome::AcceptedOnly, kPatience);
    QCOMPARE(m_run->resultWord(), u"accepted only"_s);
    QVERIFY2(m_run->sentence().contains(u"not proven"_s), "200 is not delivered");
}

void TestProofRun::whatFailedIsNamed()
{
    m_run->start(m_connection, false);
    QTRY_VERIFY_WITH_TIMEOUT(m_run->record(), kPatience);
    record(1, EventState::Refused, "rejected: Too large.");
    QTRY_COMPARE_WITH_TIMEOUT(m_run->outcome(), Outcome::Failed, kPatience);
    QCOMPARE(m_run->resultWord(), u"failed at Push Sent"_s);
    QVERIFY(m_run->sentence().contains(u"Too large."_s));
}

void TestProofRun::whatWaitsSaysWhy()
{
    m_run->start(m_connection, false);
    QTRY_VERIFY_WITH_TIMEOUT(m_run->record(), kPatience);
    record(0, EventState::Waiting, "key-absent: The key is not on this machine.");
    QTRY_COMPARE_WITH_TIMEOUT(m_run->outcome(), Outcome::HeldUp, kPatience);
    QVERIFY(m_run->sentence().contains(u"not on this machine"_s));
}

void TestProofRun::aPersonsYesIsRecordedAndCanBeTakenBack()
{
    m_run->setSeenByPerson(true);
    QVERIFY2(!m_run->record(), "there is nothing to have seen");
    m_run->start(m_connection, false);
    QTRY_VERIFY_WITH_TIMEOUT(m_run->record(), kPatience);
    record(0, EventState::Accepted);
    record(1, EventState::Accepted);
    QTRY_COMPARE_WITH_TIMEOUT(m_run->outcome(), Outcome::AcceptedOnly, kPatience);
    m_run->setSeenByPerson(true);
    QVERIFY(m_run->record()->seenByPerson > 0);
    QCOMPARE(m_run->outcome(), Outcome::AcceptedOnly);
    QVERIFY(m_run->resultWord().contains(u"seen by a person"_s));
    m_run->setSeenByPerson(false);
    QCOMPARE(m_run->record()->seenByPerson, 0);
    QCOMPARE(m_run->resultWord(), u"accepted only"_s);
}

void TestProofRun::acceptBoth()
{
    m_run->start(m_connection, false);
    QTRY_VERIFY_WITH_TIMEOUT(m_run->record(), kPatience);
    record(0, EventState::Accepted);
    record(1, EventState::Accepted);
    QTRY_COMPARE_WITH_TIMEOUT(m_run->outcome(), Outcome::AcceptedOnly, kPatience);
}

void TestProofRun::countsUnderTheRunsIdProveIt()
{
    acceptBoth();
    RunCounts counts{By::Run, {{u"Email Sent"_s, 1, 0, {}}, {u"Push Sent"_s, 0, 0, {}}}, 1};
    m_run->setCounts(counts);
    QCOMPARE(m_run->outcome(), Outcome::AcceptedOnly);
    counts.events.last().received = 1;
    m_run->setCounts(counts);
    QCOMPARE(m_run->outcome(), Outcome::Proven);
    QCOMPARE(m_run->evidence(), ProofRun::Evidence::Counted);
    QVERIFY(m_run->resultWord().contains(u"counts"_s));
    QVERIFY2(m_run->sentence().contains(u"destinations"_s), "what the counts do not say is said");
    // A weaker count later takes nothing back.
    m_run->setCounts({By::Name, {{u"Email Sent"_s, 0, 1, {}}}, 2});
    QCOMPARE(m_run->outcome(), Outcome::Proven);
}

void TestProofRun::countsByNameDoNotProveIt()
{
    acceptBoth();
    m_run->setCounts({By::Name, {{u"Email Sent"_s, 1, 0, {}}, {u"Push Sent"_s, 2, 0, {}}}, 1});
    QCOMPARE(m_run->outcome(), Outcome::AcceptedOnly);
    QCOMPARE(m_run->evidence(), ProofRun::Evidence::Named);
    QVERIFY(m_run->sentence().contains(u"not proven"_s));
    m_run->setSeenByPerson(true);
    QCOMPARE(m_run->evidence(), ProofRun::Evidence::Person);
}

void TestProofRun::whatFailedOnIngestIsAFailure()
{
    acceptBoth();
    m_run->setCounts({By::Run, {{u"Email Sent"_s, 1, 0, {}}, {u"Push Sent"_s, 0, 1, u"source_disabled"_s}}, 1});
    QCOMPARE(m_run->outcome(), Outcome::Failed);
    QCOMPARE(m_run->resultWord(), u"failed at ingest: Push Sent"_s);
    QVERIFY(m_run->sentence().contains(u"source_disabled"_s));
    QVERIFY(m_run->sentence().contains(u"switched off"_s));
}

void TestProofRun::countsStayAfterTheEntriesHaveLeftTheLog()
{
    ProofRecord record;
    record.runId = u"0123456789ab"_s;
    record.samples = {{u"Email Sent"_s, u"m-1"_s, EntryId{1}, ProofRecord::Counted::Received}};
    record.countedBy = By::Run;
    record.countedAt = 1;
    m_run->resume(record);
    QTRY_COMPARE_WITH_TIMEOUT(m_run->outcome(), Outcome::Proven, kPatience);
    QCOMPARE(m_run->evidence(), ProofRun::Evidence::Counted);
}

void TestProofRun::aRunIsWatchedAgainAfterARestart()
{
    m_run->start(m_connection, false);
    QTRY_VERIFY_WITH_TIMEOUT(m_run->record(), kPatience);
    ProofRecord record = m_run->record().value();
    QVERIFY(!record.proven);
    m_run.reset();
    m_context.reset();
    m_context = std::move(AppContext::create({.dataFolder = m_folder->path(), .deliver = false})).value();
    m_run = make();
    m_run->resume(record);
    QCOMPARE(m_run->outcome(), Outcome::Running);
    JournalCalls journal(m_context->journal());
    for (const ProofRecord::Sample &sample : record.samples) {
        QVERIFY(journal.confirm(sample.messageId.toStdString()).ok());
    }
    QTRY_COMPARE_WITH_TIMEOUT(m_run->outcome(), Outcome::Proven, kPatience);
    record.proven = true; // and it stays so
    QCOMPARE(m_run->record(), std::optional(record));
}

void TestProofRun::aRunThatHasLeftTheLogProvesNothing()
{
    ProofRecord record;
    record.runId = u"0123456789ab"_s;
    record.samples = {{u"Email Sent"_s, u"m-1"_s, EntryId{1}}};
    // Another entry has that number by now.
    QVERIFY(JournalCalls(m_context->journal()).append({trackEntry("m-other")}).ok());
    m_run->resume(record);
    QTRY_COMPARE_WITH_TIMEOUT(m_run->outcome(), Outcome::NotStarted, kPatience);
}

void TestProofRun::aNewRunLetsTheOldOneGo()
{
    m_run->start(m_connection, false);
    QTRY_VERIFY_WITH_TIMEOUT(m_run->record(), kPatience);
    const ProofRecord first = m_run->record().value();
    m_run->start(m_connection, false);
    QVERIFY2(!m_run->record(), "nothing is kept before it is on disk");
    QTRY_VERIFY_WITH_TIMEOUT(m_run->record(), kPatience);
    QVERIFY(m_run->record()->runId != first.runId);
    QVERIFY(JournalCalls(m_context->journal()).confirm(first.samples.first().messageId.toStdString()).ok());
    QVERIFY(JournalCalls(m_context->journal()).confirm(first.samples.last().messageId.toStdString()).ok());
    QCOMPARE(m_run->outcome(), Outcome::Running);
}

QTEST_GUILESS_MAIN(TestProofRun)
#include "tst_proofrun.moc"
