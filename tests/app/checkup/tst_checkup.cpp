// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest> // first: moc 6.4 cannot read <compare> before Qt's own headers

#include "app/AppContext.h"
#include "app/checkup/CheckupFile.h"
#include "app/checkup/CheckupReport.h"
#include "app/checkup/EndpointLook.h"
#include "tests/app/journal/JournalSupport.h"
#include "tests/support/PublicApiDouble.h"

#include <QJsonDocument>
#include <QTemporaryDir>

// clazy:excludeall=lambda-in-connect

using namespace segue;
using namespace segue::test;
using namespace Qt::StringLiterals;

namespace {

constexpr int kPatience = 30'000;
const QByteArray kKey = "Zq8fN2kLx7VbR4tYp1WmC6sHd9JgA3eU";
const QByteArray kToken = "sgp_theTokenOfTheWorkspace0123456789";
const QByteArray kPushwooshToken = "pUsHwOoShServerToken0123456789AbCdEf";

} // namespace

//! Checkups of a real context beside stand-ins for Segment and Pushwoosh.
class TestCheckup : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();
    void withEverythingAtHandTheChecksAreMade();
    void segmentIsAskedAboutTheKeyOnlyWhenAllowed();
    void anotherEndpointIsNeverAskedAboutItsKey();
    void aKeyGivenForTheRunIsUsedAndKeptNowhere();
    void withoutTokensAndFeedsNothingPasses();
    void theSourceOfTheOtherRegionIsFound();
    void aRefusedTokenIsNotCheckedAndSaysWhy();
    void feedsAreReadFromTheJournal();
    void theQueueIsRead();
    void eachResultIsAnnouncedOnce();
    void aSilentServerEndsWithTheTimeLimit();
    void cancellingEndsTheRequests();
    void aNewRunTakesThePlaceOfTheOldOne();
    void noSecretIsInAnyResult();
    void httpDatesAreRead();

private:
    void write(const SecretName &name, const QByteArray &secret);
    CheckupRecord run(const Checkup::Options &options = {});
    CheckResult result(const CheckupRecord &record, CheckId id) const;

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<PublicApiDouble> m_api;
    std::unique_ptr<FaultServer> m_cdn;
    std::unique_ptr<FaultServer> m_pushwoosh;
    std::unique_ptr<AppContext> m_context;
    Connection m_connection;
    QString m_sourceId;
};

void TestCheckup::initTestCase()
{
    // Nothing leaves this computer: the way to Segment's own endpoint ends at a proxy that is not there.
    qputenv("https_proxy", "http://127.0.0.1:9");
}

void TestCheckup::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_api = std::make_unique<PublicApiDouble>(kToken);
    m_sourceId = m_api->addSource(u"pushwoosh_prod"_s, kKey);
    m_api->addDestination(m_sourceId, u"5f7d"_s, u"amplitude"_s, true);
    m_api->setSchemaSettings(m_sourceId, {{u"track"_s, QJsonObject{{u"allowUnplannedEvents"_s, true}}}});
    m_api->count(u"successfully-received"_s, m_sourceId, u"Push Sent"_s, {});
    m_cdn = std::make_unique<FaultServer>();
    Answer known;
    known.body = R"({"integrations":{"Segment.io":{"apiHost":"api.segment.io/v1"}}})";
    m_cdn->setStandingAnswer(known);
    m_pushwoosh = std::make_unique<FaultServer>();
    Answer applications;
    applications.body =
        R"({"status_code":200,"status_message":"OK","response":{"applications":{"1A2B3-C4D5E":"Acme Shop"}}})";
    m_pushwoosh->setStandingAnswer(applications);
    {
        QSettings settings(m_folder->filePath(u"settings.ini"_s), QSettings::IniFormat);
        settings.setValue(u"segment/publicApiStandIn"_s, m_api->url().toString());
        settings.setValue(u"segment/cdnStandIn"_s, m_cdn->url(u"/v1"_s).toString());
        settings.setValue(u"pushwoosh/address"_s, m_pushwoosh->url().toString());
    }
    m_context = std::move(AppContext::create({.dataFolder = m_folder->path(), .deliver = false})).value();
    m_connection = {};
    m_connection.id = ConnectionId::create();
    m_connection.name = u"Pushwoosh_Prod"_s;
    m_connection.environment = Environment::Prod;
    m_connection.applicationCode = u"1A2B3-C4D5E"_s;
    QVERIFY(m_context->connections().add(m_connection).ok());
    write(SecretName::writeKey(m_connection.id), kKey);
    write(WorkspaceAccess::nameOf(Endpoint::Region::Us), kToken);
    write(SecretName::pushwooshToken(), kPushwooshToken);
}

void TestCheckup::cleanup()
{
    m_context.reset();
}

void TestCheckup::write(const SecretName &name, const QByteArray &secret)
{
    m_context->secrets().write(name, Secret::fromBytes(secret), SecretPlace::SessionOnly);
}

CheckupRecord TestCheckup::run(const Checkup::Options &options)
{
    Checkup checkup(m_context->checkupParts(), {.endpointMs = 2'000});
    bool finished = false;
    connect(&checkup, &Checkup::finished, this, [&] { finished = true; });
    checkup.start(m_connection, options);
    QTest::qVerify(QTest::qWaitFor([&] { return finished; }, kPatience), "the checkup ends", "", __FILE__, __LINE__);
    return checkup.record();
}

CheckResult TestCheckup::result(const CheckupRecord &record, CheckId id) const
{
    for (const CheckResult &each : record.results) {
        if (each.id == id) {
            return each;
        }
    }
    QTest::qFail(qPrintable(u"no result of "_s + checkWord(id)), __FILE__, __LINE__);
    return {};
}

void TestCheckup::withEverythingAtHandTheChecksAreMade()
{
    const CheckupRecord record = run({.askSegment = true});
    QList<CheckId> ids;
    for (const CheckResult &each : record.results) {
        ids.append(each.id);
        QVERIFY(each.at >= record.startedAt);
    }
    QCOMPARE(ids, allChecks());
    for (const CheckId id :
         {CheckId::KeyShape, CheckId::KeyKnown, CheckId::Region, CheckId::Source, CheckId::Destinations, CheckId::Loop,
          CheckId::Schema, CheckId::Application, CheckId::Selection, CheckId::Queue}) {
        const CheckResult each = result(record, id);
        QVERIFY2(each.verdict == Verdict::Pass,
                 qPrintable(checkWord(id) + u": "_s + each.title + each.evidence.join(u' ')));
    }
    QCOMPARE(result(record, CheckId::KeychainEntry).verdict, Verdict::Warn); // for this session only
    QVERIFY(result(record, CheckId::Source).evidence.join(u' ').contains(u"pushwoosh_prod"_s));
    QVERIFY(result(record, CheckId::Application).evidence.join(u' ').contains(u"Acme Shop"_s));
    QVERIFY(result(record, CheckId::Delivery24h).evidence.join(u' ').contains(u"1 received"_s));
}

void TestCheckup::segmentIsAskedAboutTheKeyOnlyWhenAllowed()
{
    const CheckupRecord record = run();
    QCOMPARE(m_cdn->requestCount(), 0);
    QVERIFY(!record.askedSegment);
    QVERIFY2(result(record, CheckId::KeyKnown).verdict == Verdict::Pass, "the Public API names the key's source");
    m_context->secrets().remove(WorkspaceAccess::nameOf(Endpoint::Region::Us));
    const CheckResult alone = result(run(), CheckId::KeyKnown);
    QCOMPARE(alone.verdict, Verdict::NotChecked);
    QCOMPARE(alone.next.kind, NextStep::Kind::AskSegment);
    QCOMPARE(m_cdn->requestCount(), 0);
    QCOMPARE(result(run({.askSegment = true}), CheckId::KeyKnown).verdict, Verdict::Pass);
    QCOMPARE(m_cdn->requestCount(), 1);
}

//! Who is asked gets the key in an address.
void TestCheckup::anotherEndpointIsNeverAskedAboutItsKey()
{
    FaultServer gateway;
    m_connection.endpoint = Endpoint::parse(gateway.url().toString()).value();
    QVERIFY(m_context->connections().update(m_connection).ok());
    const CheckupRecord record = run({.askSegment = true});
    const auto isAboutKnowing = [](const CheckResult &each) { return each.id == CheckId::KeyKnown; };
    QVERIFY(!record.results.isEmpty() && std::ranges::none_of(record.results, isAboutKnowing));
    QCOMPARE(m_cdn->requestCount(), 0);
    const auto requests = gateway.requests();
    for (const auto &request : requests) {
        QVERIFY2(!request.target.contains(kKey), request.target.constData());
    }
}

void TestCheckup::aKeyGivenForTheRunIsUsedAndKeptNowhere()
{
    const QByteArray other = "Aq8fN2kLx7VbR4tYp1WmC6sHd9JgA3eU";
    const CheckupRecord record = run({.writeKey = Secret::fromBytes(other)});
    QCOMPARE(result(record, CheckId::KeychainEntry).verdict, Verdict::NotChecked);
    QCOMPARE(result(record, CheckId::KeyShape).verdict, Verdict::Pass);
    QCOMPARE(result(record, CheckId::Source).verdict, Verdict::Fail);
    QVERIFY(result(run(), CheckId::Source).verdict == Verdict::Pass);
}

void TestCheckup::withoutTokensAndFeedsNothingPasses()
{
    m_context->secrets().remove(WorkspaceAccess::nameOf(Endpoint::Region::Us));
    m_context->secrets().remove(SecretName::pushwooshToken());
    m_context->secrets().remove(SecretName::writeKey(m_connection.id));
    const CheckupRecord record = run();
    QCOMPARE(record.results.size(), allChecks().size());
    QCOMPARE(result(record, CheckId::KeychainEntry).verdict, Verdict::Fail);
    for (const CheckResult &each : record.results) {
        if (each.id == CheckId::KeychainEntry || each.id == CheckId::Endpoint || each.id == CheckId::Selection ||
            each.id == CheckId::Queue) {
            continue;
        }
        QVERIFY2(each.verdict == Verdict::NotChecked, qPrintable(checkWord(each.id) + u": "_s + each.title));
        QVERIFY2(!each.needs.isEmpty(), qPrintable(checkWord(each.id)));
    }
    QCOMPARE(m_api->server().requestCount(), 0);
    QCOMPARE(m_pushwoosh->requestCount(), 0);
}

void TestCheckup::theSourceOfTheOtherRegionIsFound()
{
    m_context->secrets().remove(WorkspaceAccess::nameOf(Endpoint::Region::Us));
    write(WorkspaceAccess::nameOf(Endpoint::Region::Eu), kToken);
    const CheckResult region = result(run(), CheckId::Region);
    QCOMPARE(region.verdict, Verdict::Fail);
    QVERIFY(region.evidence.join(u' ').contains(u"EU workspace"_s));
}

void TestCheckup::aRefusedTokenIsNotCheckedAndSaysWhy()
{
    write(WorkspaceAccess::nameOf(Endpoint::Region::Us), "sgp_anotherToken0123456789");
    const CheckupRecord record = run();
    const CheckResult source = result(record, CheckId::Source);
    QCOMPARE(source.verdict, Verdict::NotChecked);
    QVERIFY2(!source.evidence.isEmpty(), "why there is no answer");
    QCOMPARE(result(record, CheckId::Destinations).verdict, Verdict::NotChecked);
}

void TestCheckup::feedsAreReadFromTheJournal()
{
    std::vector<NewEntry> rows;
    for (int i = 0; i < 1'200; ++i) {
        NewEntry row = trackEntry("m-" + std::to_string(i), m_connection.id.key());
        row.fields.received = m_context->clock().now() - 1'000;
        row.fields.origin = Origin::Webhook;
        row.fields.state = EventState::Received;
        row.fields.event = "Email Sent";
        row.fields.identity = i % 2 == 0 ? "ada@example.test" : "4711";
        row.payload = R"({"event_name":"Email Sent","hwid":"ada@example.test"})";
        rows.push_back(row);
    }
    // What is older, of another connection, or composed here is no feed's of this connection.
    rows.push_back(rows.back());
    rows.back().fields.received = 1'700'000'000'000;
    rows.push_back(trackEntry("composed", m_connection.id.key()));
    rows.back().fields.state = EventState::Accepted;
    QVERIFY(JournalCalls(m_context->journal()).append(rows).ok());
    const CheckResult user = result(run(), CheckId::UserIsHwid);
    QCOMPARE(user.verdict, Verdict::Warn);
    QVERIFY2(user.title.contains(u"50 %"_s), qPrintable(user.title));
    QVERIFY2(user.evidence.join(u' ').contains(u"1,200"_s) || user.evidence.join(u' ').contains(u"1200"_s),
             qPrintable(user.evidence.join(u' ')));
    QCOMPARE(user.identities, QStringList{u"ada@example.test"_s});
    const CheckResult expected = result(run(), CheckId::ExpectedEvents);
    QCOMPARE(expected.verdict, Verdict::Warn);
    QVERIFY(expected.title.contains(u"Email Delivered"_s));
    QCOMPARE(result(run(), CheckId::DoubleSending).verdict, Verdict::NotChecked);
}

void TestCheckup::theQueueIsRead()
{
    NewEntry waiting = trackEntry("m-1", m_connection.id.key());
    waiting.fields.state = EventState::Waiting;
    waiting.fields.error = "key-absent: The key is not on this machine.";
    QVERIFY(JournalCalls(m_context->journal()).append({waiting}).ok());
    const CheckResult queue = result(run(), CheckId::Queue);
    QCOMPARE(queue.verdict, Verdict::Fail);
    QVERIFY(queue.evidence.join(u' ').contains(u"The key is not on this machine."_s));
    QCOMPARE(queue.next.kind, NextStep::Kind::TryNow);
}

void TestCheckup::eachResultIsAnnouncedOnce()
{
    Checkup checkup(m_context->checkupParts(), {.endpointMs = 2'000});
    QList<CheckId> announced;
    int finished = 0;
    connect(&checkup, &Checkup::resultReady, this, [&](const CheckResult &each) { announced.append(each.id); });
    connect(&checkup, &Checkup::finished, this, [&] {
        ++finished;
        QVERIFY(!checkup.isRunning());
    });
    checkup.start(m_connection, {});
    QVERIFY(checkup.isRunning());
    QTRY_COMPARE_WITH_TIMEOUT(finished, 1, kPatience);
    QCOMPARE(announced.size(), allChecks().size());
    QCOMPARE(QSet<CheckId>(announced.begin(), announced.end()).size(), allChecks().size());
}

void TestCheckup::aSilentServerEndsWithTheTimeLimit()
{
    m_api->server().enqueue(QList<Answer>(20, Answer::of(Answer::Fault::Hang)));
    m_pushwoosh->setStandingAnswer(Answer::of(Answer::Fault::Hang));
    Checkup checkup(m_context->checkupParts(), {.wholeMs = 3'000, .endpointMs = 1'000});
    bool finished = false;
    connect(&checkup, &Checkup::finished, this, [&] { finished = true; });
    checkup.start(m_connection, {});
    QTRY_VERIFY_WITH_TIMEOUT(finished, kPatience);
    for (const CheckId id : {CheckId::Source, CheckId::Destinations, CheckId::Delivery24h, CheckId::Application}) {
        const CheckResult each = result(checkup.record(), id);
        QCOMPARE(each.verdict, Verdict::NotChecked);
        QVERIFY2(each.evidence.join(u' ').contains(u"No answer came within 3 s"_s), qPrintable(checkWord(id)));
    }
    QCOMPARE(result(checkup.record(), CheckId::Queue).verdict, Verdict::Pass);
}

void TestCheckup::cancellingEndsTheRequests()
{
    m_api->server().enqueue(QList<Answer>(20, Answer::of(Answer::Fault::Hang)));
    Checkup checkup(m_context->checkupParts());
    int announced = 0;
    int finished = 0;
    connect(&checkup, &Checkup::resultReady, this, [&] { ++announced; });
    connect(&checkup, &Checkup::finished, this, [&] { ++finished; });
    checkup.start(m_connection, {});
    QTRY_VERIFY_WITH_TIMEOUT(m_api->server().requestCount() > 0, kPatience);
    checkup.cancel();
    QVERIFY(!checkup.isRunning());
    const int before = announced;
    // Another run comes to its end; of the one that was given up nothing more is heard.
    m_api->server().clear();
    QCOMPARE(run().results.size(), allChecks().size());
    QCOMPARE(announced, before);
    QCOMPARE(finished, 0);
}

void TestCheckup::aNewRunTakesThePlaceOfTheOldOne()
{
    Checkup checkup(m_context->checkupParts(), {.endpointMs = 2'000});
    int finished = 0;
    connect(&checkup, &Checkup::finished, this, [&] { ++finished; });
    checkup.start(m_connection, {});
    Connection other = m_connection;
    other.applicationCode = u"00000-00000"_s;
    checkup.start(other, {});
    QTRY_COMPARE_WITH_TIMEOUT(finished, 1, kPatience);
    QCOMPARE(result(checkup.record(), CheckId::Application).verdict, Verdict::Fail);
    QCOMPARE(checkup.record().results.size(), allChecks().size());
}

void TestCheckup::noSecretIsInAnyResult()
{
    // Servers that throw back what they were given, and an event that waits with the key in its reason.
    Answer thrown = Answer::error(422);
    thrown.body = R"({"errors":[{"type":"x","message":")" + kToken + ' ' + kKey + R"("}]})";
    m_api->server().enqueue(QList<Answer>(40, thrown));
    Answer said;
    said.body = R"({"status_code":403,"status_message":")" + kPushwooshToken + R"("})";
    m_pushwoosh->setStandingAnswer(said);
    NewEntry waiting = trackEntry("m-1", m_connection.id.key());
    waiting.fields.state = EventState::Waiting;
    waiting.fields.error = "odd: " + kKey.toStdString();
    QVERIFY(JournalCalls(m_context->journal()).append({waiting}).ok());
    const CheckupRecord record = run({.askSegment = true});
    QByteArray all = CheckupFile::bytes({record});
    for (const ShownIds ids : {ShownIds::Masked, ShownIds::Unmasked}) {
        const Report report = CheckupReport::of(record, m_connection, ids);
        all += ReportText::markdown(report).toUtf8() + ReportText::html(report).toUtf8();
    }
    all += CheckupReport::supportMessage(record, m_connection).toUtf8();
    QVERIFY(all.contains("[redacted]"));
    for (const QByteArray &secret : {kKey, kToken, kPushwooshToken}) {
        QVERIFY2(!all.contains(secret), secret.constData());
    }
}

void TestCheckup::httpDatesAreRead()
{
    QCOMPARE(EndpointLook::readDate("Sun, 06 Nov 1994 08:49:37 GMT"), std::optional<std::int64_t>(784'111'777'000));
    QVERIFY(!EndpointLook::readDate(""));
    QVERIFY(!EndpointLook::readDate("yesterday"));
}

QTEST_GUILESS_MAIN(TestCheckup)
#include "tst_checkup.moc"
