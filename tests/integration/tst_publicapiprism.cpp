// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest>

#include "app/segment/PublicApi.h"

#include <QRegularExpression>

using namespace segue;
using namespace Qt::StringLiterals;

namespace {

template <class T> Result<T> wait(const QFuture<Result<T>> &future)
{
    return QTest::qWaitFor([&] { return future.isFinished(); }, 30'000) && future.resultCount() == 1
               ? future.result()
               : Result<T>(Error{ErrorCode::Internal, u"no answer came"_s, {}});
}

template <class T> QString whyNot(const Result<T> &result)
{
    return result.ok() ? QString() : result.error().detail;
}

} // namespace

// The client beside Segment's own OpenAPI file: Prism holds every request against it and answers with its examples.
// Delivery Overview and destinations are not in that copy of the file; tst_publicapi asks a stand-in for them.
class TestPublicApiPrism : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u"."_s)); }
    void theWorkspaceIsRead();
    void theCatalogueIsRead();
    void sourcesAreReadWithTheirKeys();
    void aSourceIsMadeAndLabelled();
    void connectedPartsAreRead();
    void schemaSettingsAreRead();
    void volumeIsCounted();
    void aTrackingPlanIsMade();
    void whatTheFileDoesNotAllowIsTold();
    void whatTheFileDoesNotKnowIsAbsent();

private:
    SystemClock m_clock;
    Redactor m_redactor;
    PublicApi m_api{m_clock, m_redactor, QUrl(qEnvironmentVariable("SEGUE_PRISM_URL")),
                    Secret::fromBytes("sgp_prismTestToken")};
};

void TestPublicApiPrism::theWorkspaceIsRead()
{
    const auto workspace = wait(m_api.workspace());
    QVERIFY2(workspace.ok(), qPrintable(whyNot(workspace)));
    QCOMPARE(workspace.value().slug, u"papi-e2e"_s);
}

void TestPublicApiPrism::theCatalogueIsRead()
{
    const auto byId = wait(m_api.catalogSource(u"IqDTy1TpoU"_s));
    QVERIFY2(byId.ok(), qPrintable(whyNot(byId)));
    QVERIFY(!byId.value().slug.isEmpty());
    // The example's page always names a next one: a list without end, and given up as such.
    const auto endless = wait(m_api.catalogSourceBySlug(u"javascript"_s));
    QVERIFY(!endless.ok());
    QCOMPARE(endless.error().code, ErrorCode::Payload);
}

void TestPublicApiPrism::sourcesAreReadWithTheirKeys()
{
    const auto sources = wait(m_api.sources());
    QVERIFY2(sources.ok(), qPrintable(whyNot(sources)));
    QCOMPARE(sources.value().size(), 2);
    QCOMPARE(sources.value()[0].id, u"qQEHquLrjRDN9j1ByrChyn"_s);
    QCOMPARE(sources.value()[0].writeKeys.size(), 1);
    QVERIFY(sources.value()[0].writeKeys[0].sameAs(Secret::fromBytes("3YdEudTwjouyC5WPjpbTik")));
    QCOMPARE(sources.value()[1].kind.slug, u"javascript"_s);
    const auto source = wait(m_api.source(u"rh5BDZp6QDHvXFCkibm1pR"_s));
    QVERIFY2(source.ok(), qPrintable(whyNot(source)));
    QVERIFY(!source.value().writeKeys.isEmpty());
}

void TestPublicApiPrism::aSourceIsMadeAndLabelled()
{
    const auto made = wait(m_api.createSource({u"pushwoosh_dev"_s, u"MW9K4HgBZz"_s, true, {}}));
    QVERIFY2(made.ok(), qPrintable(whyNot(made)));
    QCOMPARE(made.value().writeKeys.size(), 1);
    const auto labels = wait(m_api.labels());
    QVERIFY2(labels.ok(), qPrintable(whyNot(labels)));
    QVERIFY(!labels.value().isEmpty());
    const SegmentLabel label{u"environment"_s, u"dev"_s, u"of Segue"_s};
    const auto created = wait(m_api.createLabel(label));
    QVERIFY2(created.ok(), qPrintable(whyNot(created)));
    const auto put = wait(m_api.addLabels(made.value().id, {label}));
    QVERIFY2(put.ok(), qPrintable(whyNot(put)));
}

void TestPublicApiPrism::connectedPartsAreRead()
{
    const auto destinations = wait(m_api.connectedDestinations(u"rh5BDZp6QDHvXFCkibm1pR"_s));
    QVERIFY2(destinations.ok(), qPrintable(whyNot(destinations)));
    QVERIFY(destinations.value().isEmpty()); // so is the example
    const auto warehouses = wait(m_api.connectedWarehouses(u"rh5BDZp6QDHvXFCkibm1pR"_s));
    QVERIFY2(warehouses.ok(), qPrintable(whyNot(warehouses)));
    QVERIFY(!warehouses.value().isEmpty());
    QVERIFY(!warehouses.value()[0].kindSlug.isEmpty());
}

void TestPublicApiPrism::schemaSettingsAreRead()
{
    const auto settings = wait(m_api.schemaSettings(u"rh5BDZp6QDHvXFCkibm1pR"_s));
    QVERIFY2(settings.ok(), qPrintable(whyNot(settings)));
    QVERIFY(settings.value().allowUnplannedEvents.has_value());
}

void TestPublicApiPrism::volumeIsCounted()
{
    VolumeQuery query;
    query.granularity = Granularity::Day;
    query.begin = 1'635'379'200'000;
    query.end = query.begin + 2 * 86'400'000;
    query.groupBy = {u"eventType"_s};
    query.eventTypes = {u"track"_s, u"identify"_s};
    const auto rows = wait(m_api.eventVolume(query));
    QVERIFY2(rows.ok(), qPrintable(whyNot(rows)));
    QVERIFY(!rows.value().isEmpty());
    QVERIFY(rows.value()[0].total > 0);
    QCOMPARE(rows.value()[0].series.value(0).time, query.begin);
}

void TestPublicApiPrism::aTrackingPlanIsMade()
{
    const auto plan = wait(m_api.createTrackingPlan(u"Pushwoosh"_s, u"Seven events"_s));
    QVERIFY2(plan.ok(), qPrintable(whyNot(plan)));
    const QJsonObject schema{{u"$schema"_s, u"http://json-schema.org/draft-07/schema#"_s}, {u"type"_s, u"object"_s}};
    const auto rules = wait(m_api.setTrackingPlanRules(plan.value().id, {{u"Push Sent"_s, schema, 1}}));
    QVERIFY2(rules.ok(), qPrintable(whyNot(rules)));
    const auto connected = wait(m_api.connectTrackingPlan(plan.value().id, u"rh5BDZp6QDHvXFCkibm1pR"_s));
    QVERIFY2(connected.ok(), qPrintable(whyNot(connected)));
}

void TestPublicApiPrism::whatTheFileDoesNotAllowIsTold()
{
    // The file wants the source's id in the body as well, which neither Segment's documents nor its libraries send.
    const auto named = wait(m_api.renameSource(u"rh5BDZp6QDHvXFCkibm1pR"_s, u"Pushwoosh_Dev"_s));
    QVERIFY(!named.ok());
    QCOMPARE(named.error().code, ErrorCode::InvalidInput);
    QVERIFY(named.error().userText.contains(u"Validation failure"_s));
}

void TestPublicApiPrism::whatTheFileDoesNotKnowIsAbsent()
{
    const auto made = wait(m_api.createWebhooksDestination(u"source1"_s, u"Echo"_s, {}));
    QVERIFY(!made.ok());
    QCOMPARE(made.error().code, ErrorCode::Absent);
    QVERIFY(!made.error().userText.isEmpty());
}

QTEST_GUILESS_MAIN(TestPublicApiPrism)
#include "tst_publicapiprism.moc"
