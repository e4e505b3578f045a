// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest>

#include "app/segment/PublicApi.h"
#include "app/segment/PublicApiReader.h"
#include "tests/support/PublicApiDouble.h"

#include <QJsonDocument>
#include <QRegularExpression>

using namespace segue;
using namespace segue::test;
using namespace Qt::StringLiterals;

Q_DECLARE_METATYPE(segue::test::Answer)
Q_DECLARE_METATYPE(segue::ErrorCode)
Q_DECLARE_METATYPE(segue::test::PublicApiDouble::Spelling)

namespace {

constexpr char kToken[] = "sgp_publicApiTestToken0000000001";
constexpr char kKey[] = "pUbLiCaPiTestWriteKey00000000001";

bool holds(const Secret &secret, QByteArrayView bytes)
{
    return secret.sameAs(Secret::fromBytes(bytes));
}

template <class T> Result<T> wait(const QFuture<Result<T>> &future)
{
    return QTest::qWaitFor([&] { return future.isFinished(); }, 30'000) && future.resultCount() == 1
               ? future.result()
               : Result<T>(Error{ErrorCode::Internal, u"no answer came"_s, {}});
}

PublicApi::Limits quick()
{
    PublicApi::Limits limits;
    limits.timeoutMs = 5'000;
    limits.longestWaitMs = 2'000;
    limits.mostWaits = 3;
    return limits;
}

//! A client of a stand-in that remembers.
struct Rig
{
    explicit Rig(PublicApi::Limits limits = quick(), const QByteArray &token = kToken)
        : segment(kToken)
        , api(clock, redactor, segment.url(), Secret::fromBytes(token), limits)
    {
    }
    FaultServer &server() { return segment.server(); }

    PublicApiDouble segment;
    SystemClock clock;
    Redactor redactor;
    PublicApi api;
};

Answer tooMany(int msBeforeNext)
{
    Answer answer;
    answer.status = 429;
    answer.body = R"({"errors":[{"type":"RequestError","data":{"remainingPoints":0,"msBeforeNext":)" +
                  QByteArray::number(msBeforeNext) + R"(,"consumedPoints":9}}]})";
    return answer;
}

Answer failure(int status, const QByteArray &type, const QByteArray &message)
{
    Answer answer;
    answer.status = status;
    answer.body = R"({"errors":[{"type":")" + type + R"(","message":")" + message + R"(","status":)" +
                  QByteArray::number(status) + "}]}";
    return answer;
}

DeliveryQuery received(const QString &sourceId)
{
    DeliveryQuery query;
    query.sourceId = sourceId;
    query.begin = 1'767'323'040'000;
    query.end = query.begin + 600'000;
    return query;
}

} // namespace

class TestPublicApi : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u"."_s)); }

    void theTokenTravelsInTheHeaderAlone();
    void theHostsAreThoseOfTheRegions();
    void theWorkspaceIsRead();
    void theCatalogueIsAskedByIdAndBySlug();
    void everyPageOfTheSourcesIsRead();
    void aListWithoutEndIsGivenUp();
    void aSourceIsReadWithItsKeys();
    void keysThatAreHiddenAreNone();
    void absentAndUnknownMembersDoNoHarm();
    void aSourceIsMadeNamedAndLabelled();
    void connectedPartsAreRead();
    void schemaSettingsAreRead();
    void volumeIsCounted();
    void deliveryFiguresAreReadForARun_data();
    void deliveryFiguresAreReadForARun();
    void theSpellingIsRemembered();
    void aRefusalOfBothSpellingsIsTold();
    void aTrackingPlanIsMade();
    void aWebhooksDestinationIsMade();

    void everyErrorSaysWhatToDo_data();
    void everyErrorSaysWhatToDo();
    void aWrongTokenIsDenied();
    void aMissingTokenAsksNobody();
    void tooManyRequestsAreWaitedFor();
    void tooLongAWaitIsTold();
    void waitsAreBounded();
    void aWaitCanBeAborted();
    void cancellingEndsTheRequest();
    void abortingAnswersEach();
    void futuresEndWithTheClient();
    void aServerThatNeverAnswersIsTimedOut();

    void writeKeysAreTakenOutOfTheBytes_data();
    void writeKeysAreTakenOutOfTheBytes();
    void noSecretReachesAText();
};

void TestPublicApi::theTokenTravelsInTheHeaderAlone()
{
    Rig rig;
    QVERIFY(wait(rig.api.workspace()).ok());
    const Request request = rig.server().lastRequest();
    QCOMPARE(request.target, QByteArray("/"));
    QCOMPARE(request.header("Authorization"), QByteArray("Bearer ") + kToken);
    QCOMPARE(request.header("Accept"), QByteArray("application/vnd.segment.v1+json"));
    QCOMPARE(QString::fromLatin1(rig.redactor.redact(QByteArray(kToken))), u"[redacted]"_s);
}

void TestPublicApi::theHostsAreThoseOfTheRegions()
{
    QCOMPARE(PublicApi::baseOf(Endpoint::Region::Us), QUrl(u"https://api.segmentapis.com"_s));
    QCOMPARE(PublicApi::baseOf(Endpoint::Region::Eu), QUrl(u"https://eu1.api.segmentapis.com"_s));
    QVERIFY(PublicApi::baseOf(Endpoint::Region::Other).isEmpty());
}

void TestPublicApi::theWorkspaceIsRead()
{
    Rig rig;
    const Result<SegmentWorkspace> workspace = wait(rig.api.workspace());
    QVERIFY(workspace.ok());
    QCOMPARE(workspace.value(), (SegmentWorkspace{u"workspace1"_s, u"acme"_s, u"Acme"_s}));
}

void TestPublicApi::theCatalogueIsAskedByIdAndBySlug()
{
    Rig rig;
    const Result<CatalogSource> byId = wait(rig.api.catalogSource(u"MW9K4HgBZz"_s));
    QVERIFY(byId.ok());
    QCOMPARE(byId.value().slug, u"pushwoosh-source"_s);
    QVERIFY(byId.value().isCloudEventSource);
    QCOMPARE(byId.value().options.size(), 1);
    QCOMPARE(byId.value().options[0].name, u"region"_s);
    QCOMPARE(byId.value().options[0].defaultValue, QJsonValue(u"us"_s));
    const Result<CatalogSource> bySlug = wait(rig.api.catalogSourceBySlug(u"pushwoosh-source"_s));
    QVERIFY(bySlug.ok());
    QCOMPARE(bySlug.value(), byId.value());
    QCOMPARE(wait(rig.api.catalogSource(u"nothing"_s)).error().code, ErrorCode::Absent);
    QCOMPARE(wait(rig.api.catalogSourceBySlug(u"nothing"_s)).error().code, ErrorCode::Absent);
}

void TestPublicApi::everyPageOfTheSourcesIsRead()
{
    PublicApi::Limits limits = quick();
    limits.pageSize = 3;
    Rig rig(limits);
    for (int i = 0; i < 8; ++i) {
        rig.segment.addSource(u"source_%1"_s.arg(i), QByteArray(kKey) + QByteArray::number(i));
    }
    const Result<QList<SegmentSource>> sources = wait(rig.api.sources());
    QVERIFY(sources.ok());
    QCOMPARE(sources.value().size(), 8);
    for (int i = 0; i < 8; ++i) {
        QCOMPARE(sources.value()[i].slug, u"source_%1"_s.arg(i));
        QCOMPARE(sources.value()[i].writeKeys.size(), 1);
        QVERIFY(holds(sources.value()[i].writeKeys[0], QByteArray(QByteArray(kKey) + QByteArray::number(i))));
        QCOMPARE(sources.value()[i].kind.id, u"MW9K4HgBZz"_s);
    }
    QCOMPARE(rig.server().requestCount(), 3);
    QCOMPARE(rig.server().requests()[0].target, QByteArray("/sources?pagination%5Bcount%5D=3"));
    QVERIFY(rig.server().requests()[1].target.contains("pagination%5Bcursor%5D="));
}

void TestPublicApi::aListWithoutEndIsGivenUp()
{
    Rig rig;
    Answer same;
    same.body = R"({"data":{"sources":[],"pagination":{"current":"MA==","next":"Mw=="}}})";
    rig.server().enqueue({same, same, same, same});
    const Result<QList<SegmentSource>> sources = wait(rig.api.sources());
    QVERIFY(!sources.ok());
    QCOMPARE(sources.error().code, ErrorCode::Payload);
    QCOMPARE(rig.server().requestCount(), 2);
}

void TestPublicApi::aSourceIsReadWithItsKeys()
{
    Rig rig;
    const QString id = rig.segment.addSource(u"pushwoosh_prod"_s, kKey);
    const Result<SegmentSource> source = wait(rig.api.source(id));
    QVERIFY(source.ok());
    QCOMPARE(source.value().id, id);
    QCOMPARE(source.value().kind.slug, u"pushwoosh-source"_s);
    QVERIFY(source.value().enabled);
    QVERIFY(source.value().trackingPlanId.isEmpty());
    QCOMPARE(source.value().writeKeys.size(), 1);
    QVERIFY(holds(source.value().writeKeys[0], kKey));
    QCOMPARE(wait(rig.api.source(u"another one/../x"_s)).error().code, ErrorCode::Absent);
    QCOMPARE(rig.server().lastRequest().target, QByteArray("/sources/another%20one%2F..%2Fx"));
}

void TestPublicApi::keysThatAreHiddenAreNone()
{
    Rig rig;
    const QString id = rig.segment.addSource(u"pushwoosh_prod"_s, kKey);
    rig.segment.setHidesWriteKeys(true);
    const Result<SegmentSource> source = wait(rig.api.source(id));
    QVERIFY(source.ok());
    QVERIFY(source.value().writeKeys.isEmpty());
}

void TestPublicApi::absentAndUnknownMembersDoNoHarm()
{
    Rig rig;
    rig.segment.addRawSource({{u"id"_s, u"bare"_s}});
    rig.segment.addRawSource({{u"id"_s, u"odd"_s},
                              {u"name"_s, QJsonValue::Null},
                              {u"writeKeys"_s, QJsonValue::Null},
                              {u"labels"_s, 7},
                              {u"metadata"_s, u"text"_s},
                              {u"new"_s, QJsonObject{{u"a"_s, QJsonArray{1}}}}});
    const Result<QList<SegmentSource>> sources = wait(rig.api.sources());
    QVERIFY(sources.ok());
    QCOMPARE(sources.value().size(), 2);
    QVERIFY(sources.value()[1].name.isEmpty() && sources.value()[1].writeKeys.isEmpty());
}

void TestPublicApi::aSourceIsMadeNamedAndLabelled()
{
    Rig rig;
    const Result<SegmentSource> made =
        wait(rig.api.createSource({u"pushwoosh_dev"_s, u"MW9K4HgBZz"_s, true, QJsonObject{{u"region"_s, u"us"_s}}}));
    QVERIFY(made.ok());
    QCOMPARE(made.value().writeKeys.size(), 1);
    QVERIFY(!made.value().writeKeys[0].isEmpty());
    const QString id = made.value().id;
    QCOMPARE(wait(rig.api.renameSource(id, u"Pushwoosh_Dev"_s)).value().name, u"Pushwoosh_Dev"_s);
    const SegmentLabel label{u"environment"_s, u"dev"_s, {}};
    QCOMPARE(wait(rig.api.addLabels(id, {label})).error().code, ErrorCode::InvalidInput);
    QVERIFY(wait(rig.api.createLabel(label)).ok());
    QCOMPARE(wait(rig.api.labels()).value(), QList<SegmentLabel>{label});
    QCOMPARE(wait(rig.api.addLabels(id, {label})).value(), QList<SegmentLabel>{label});
    QCOMPARE(wait(rig.api.source(id)).value().labels, QList<SegmentLabel>{label});

    const Error taken = wait(rig.api.createSource({u"pushwoosh_dev"_s, u"MW9K4HgBZz"_s, true, {}})).error();
    QCOMPARE(taken.code, ErrorCode::InvalidInput);
    QVERIFY(taken.userText.contains(u"there already"_s));
}

void TestPublicApi::connectedPartsAreRead()
{
    Rig rig;
    const QString id = rig.segment.addSource(u"pushwoosh_prod"_s, kKey);
    rig.segment.addDestination(id, u"64e72af1eabf77368b877a51"_s, u"actions-pushwoosh"_s, false);
    rig.segment.addDestination(u"another"_s, u"x"_s, u"y"_s, true);
    const Result<QList<SegmentDestination>> destinations = wait(rig.api.connectedDestinations(id));
    QVERIFY(destinations.ok());
    QCOMPARE(destinations.value().size(), 1);
    QCOMPARE(destinations.value()[0].kindId, u"64e72af1eabf77368b877a51"_s);
    QVERIFY(!destinations.value()[0].enabled);
    const Result<QList<SegmentWarehouse>> warehouses = wait(rig.api.connectedWarehouses(id));
    QVERIFY(warehouses.ok());
    QCOMPARE(warehouses.value(), (QList<SegmentWarehouse>{{u"warehouse1"_s, true, u"bigquery"_s, u"BigQuery"_s}}));
}

void TestPublicApi::schemaSettingsAreRead()
{
    Rig rig;
    const QString id = rig.segment.addSource(u"pushwoosh_prod"_s, kKey);
    rig.segment.setSchemaSettings(
        id, {{u"track"_s, QJsonObject{{u"allowUnplannedEvents"_s, false}, {u"commonEventOnViolations"_s, u"BLOCK"_s}}},
             {u"forwardingBlockedEventsTo"_s, u"source9"_s}});
    const Result<SchemaSettings> settings = wait(rig.api.schemaSettings(id));
    QVERIFY(settings.ok());
    QCOMPARE(settings.value().sourceId, id);
    QCOMPARE(settings.value().allowUnplannedEvents, std::optional(false));
    QVERIFY(!settings.value().allowUnplannedEventProperties);
    QCOMPARE(settings.value().commonEventOnViolations, u"BLOCK"_s);
    QCOMPARE(settings.value().forwardingBlockedEventsTo, u"source9"_s);
}

void TestPublicApi::volumeIsCounted()
{
    Rig rig;
    const QString id = rig.segment.addSource(u"pushwoosh_prod"_s, kKey);
    rig.segment.count(u"successfully-received"_s, id, u"Push Sent"_s, u"run1"_s);
    rig.segment.count(u"successfully-received"_s, id, u"Push Sent"_s, u"run1"_s);
    rig.segment.count(u"successfully-received"_s, id, u"SMS Sent"_s, u"run0"_s);
    VolumeQuery query;
    query.begin = 1'767'323'040'000;
    query.end = query.begin + 600'000;
    query.sourceIds = {id};
    query.groupBy = {u"eventName"_s};
    query.eventNames = {u"Push Sent"_s, u"SMS Sent"_s};
    query.appVersions = {u"run1"_s};
    const Result<QList<VolumeRow>> rows = wait(rig.api.eventVolume(query));
    QVERIFY(rows.ok());
    QCOMPARE(rows.value(), (QList<VolumeRow>{{id, u"Push Sent"_s, u"track"_s, 2, {{query.begin, 2}}}}));
    QVERIFY(rig.server().lastRequest().target.contains("granularity=MINUTE&startTime=2026-01-02T03%3A04%3A00.000Z"));
}

void TestPublicApi::deliveryFiguresAreReadForARun_data()
{
    QTest::addColumn<PublicApiDouble::Spelling>("spelling");
    QTest::newRow("brackets") << PublicApiDouble::Spelling::Brackets;
    QTest::newRow("dots") << PublicApiDouble::Spelling::Dots;
}

void TestPublicApi::deliveryFiguresAreReadForARun()
{
    QFETCH(PublicApiDouble::Spelling, spelling);
    PublicApi::Limits limits = quick();
    limits.pageSize = 1;
    Rig rig(limits);
    rig.segment.setSpelling(spelling);
    const QString id = rig.segment.addSource(u"pushwoosh_prod"_s, kKey);
    rig.segment.count(u"failed-on-ingest"_s, id, u"Push Sent"_s, u"run1"_s, u"no_user_anon_id"_s);
    rig.segment.count(u"failed-on-ingest"_s, id, u"SMS Sent"_s, u"run1"_s, u"bad_request"_s);
    rig.segment.count(u"failed-on-ingest"_s, id, u"SMS Sent"_s, u"run0"_s, u"bad_request"_s);
    DeliveryQuery query = received(id);
    query.step = DeliveryStep::FailedOnIngest;
    query.groupBy = {u"eventName"_s, u"discardReason"_s};
    query.filters = {{u"appVersion"_s, {u"run1"_s}}};
    const Result<DeliveryFigures> figures = wait(rig.api.deliveryFigures(query));
    QVERIFY(figures.ok());
    QCOMPARE(figures.value().total, 2);
    QCOMPARE(figures.value().rows.size(), 2);
    QCOMPARE(figures.value().rows[0].eventName, u"Push Sent"_s);
    QCOMPARE(figures.value().rows[0].discardReason, u"no_user_anon_id"_s);
    QCOMPARE(figures.value().rows[0].total, 1);
    QCOMPARE(rig.server().lastRequest().header("Accept"), QByteArray("application/vnd.segment.v1beta+json"));

    query.step = DeliveryStep::SuccessfulDelivery;
    QCOMPARE(wait(rig.api.deliveryFigures(query)).error().code, ErrorCode::InvalidInput);
    query.destinationId = u"destination1"_s;
    QCOMPARE(wait(rig.api.deliveryFigures(query)).value().total, 0);
}

void TestPublicApi::theSpellingIsRemembered()
{
    Rig rig;
    rig.segment.setSpelling(PublicApiDouble::Spelling::Dots);
    QVERIFY(wait(rig.api.sources()).ok());
    QCOMPARE(rig.server().requestCount(), 2);
    QVERIFY(rig.server().requests()[0].target.contains("pagination%5Bcount%5D"));
    QVERIFY(rig.server().requests()[1].target.contains("pagination.count="));
    QVERIFY(wait(rig.api.sources()).ok());
    QCOMPARE(rig.server().requestCount(), 3);
    // And is tried first on other routes.
    QVERIFY(wait(rig.api.deliveryFigures(received(u"source1"_s))).ok());
    QCOMPARE(rig.server().requestCount(), 4);
    // A 422 of a route that has taken a spelling is about something else: it is not asked twice.
    rig.server().enqueue(failure(422, "input-validation", "too far back"));
    QCOMPARE(wait(rig.api.sources()).error().code, ErrorCode::InvalidInput);
    QCOMPARE(rig.server().requestCount(), 5);
}

void TestPublicApi::aRefusalOfBothSpellingsIsTold()
{
    Rig rig;
    rig.server().setResponder({});
    rig.server().setStandingAnswer(failure(422, "input-validation", "startTime is too far back"));
    const Result<DeliveryFigures> figures = wait(rig.api.deliveryFigures(received(u"source1"_s)));
    QVERIFY(!figures.ok());
    QVERIFY(figures.error().userText.contains(u"too far back"_s));
    QCOMPARE(rig.server().requestCount(), 2);
    // Without parts there is nothing to spell.
    QVERIFY(!wait(rig.api.workspace()).ok());
    QCOMPARE(rig.server().requestCount(), 3);
}

void TestPublicApi::aTrackingPlanIsMade()
{
    Rig rig;
    const Result<TrackingPlan> plan = wait(rig.api.createTrackingPlan(u"Pushwoosh"_s, u"Seven events"_s));
    QVERIFY(plan.ok());
    QCOMPARE(plan.value().name, u"Pushwoosh"_s);
    const TrackRule rule{u"Push Sent"_s, QJsonObject{{u"type"_s, u"object"_s}}, 1};
    QVERIFY(wait(rig.api.setTrackingPlanRules(plan.value().id, {rule})).ok());
    const QJsonObject kept = rig.segment.rulesOf(plan.value().id).value(u"rules"_s)[0].toObject();
    QCOMPARE(kept.value(u"type"_s), QJsonValue(u"TRACK"_s));
    QCOMPARE(kept.value(u"key"_s), QJsonValue(u"Push Sent"_s));
    QCOMPARE(kept.value(u"jsonSchema"_s).toObject(), rule.jsonSchema);
    QVERIFY(wait(rig.api.connectTrackingPlan(plan.value().id, u"source1"_s)).ok());
}

void TestPublicApi::aWebhooksDestinationIsMade()
{
    Rig rig;
    const QByteArray shared = "a \"quoted\" \\ secret";
    const QByteArray url = "https://echo.example.com/segment/0123456789abcdef0123456789abcdef";
    const Result<SegmentDestination> made =
        wait(rig.api.createWebhooksDestination(u"source1"_s, u"Segue echo"_s, Secret::fromBytes(shared)));
    QVERIFY(made.ok());
    QCOMPARE(made.value().kindId, u"614a3c7d791c91c41bae7599"_s);
    QCOMPARE(made.value().actions.size(), 1);
    QCOMPARE(made.value().actions[0].slug, u"send"_s);
    const QJsonObject kept = rig.segment.destinations()[0].toObject();
    QCOMPARE(kept.value(u"settings"_s)[u"sharedSecret"_s].toString().toUtf8(), shared);
    QVERIFY(
        wait(rig.api.createWebhooksMapping(made.value().id, made.value().actions[0].id, Secret::fromBytes(url))).ok());
    const QJsonObject mapping = rig.segment.subscriptions()[0].toObject();
    QCOMPARE(mapping.value(u"settings"_s)[u"url"_s].toString().toUtf8(), url);
    QCOMPARE(mapping.value(u"settings"_s)[u"method"_s], QJsonValue(u"POST"_s));
    QCOMPARE(mapping.value(u"trigger"_s), QJsonValue(u"type = \"track\""_s));

    QVERIFY(wait(rig.api.createWebhooksDestination(u"source1"_s, u"Unsigned"_s, {})).ok());
    QCOMPARE(rig.segment.destinations()[1].toObject().value(u"settings"_s), QJsonValue(QJsonObject()));
}

void TestPublicApi::everyErrorSaysWhatToDo_data()
{
    QTest::addColumn<Answer>("scripted");
    QTest::addColumn<ErrorCode>("code");
    QTest::addColumn<QString>("word");
    using C = ErrorCode;
    QTest::newRow("400") << failure(400, "bad-request", "odd") << C::InvalidInput << u"odd"_s;
    QTest::newRow("401") << failure(401, "unauthorized", "no") << C::Denied << u"Access Management"_s;
    QTest::newRow("403") << failure(403, "forbidden", "no") << C::Denied << u"Access Management"_s;
    QTest::newRow("404") << failure(404, "not-found", "no") << C::Absent << u"Refresh"_s;
    QTest::newRow("409") << failure(409, "conflict", "slug taken") << C::InvalidInput << u"slug taken"_s;
    QTest::newRow("413") << failure(413, "too-large", "big") << C::InvalidInput << u"less"_s;
    QTest::newRow("422") << failure(422, "input-validation", "slug is required") << C::InvalidInput << u"slug is"_s;
    QTest::newRow("429 for an hour") << tooMany(3'600'000) << C::Busy << u"wait"_s;
    QTest::newRow("429 by header") << Answer::retryAfter("90") << C::Busy << u"wait"_s;
    QTest::newRow("500") << failure(500, "internal", "oops") << C::Network << u"status.segment.com"_s;
    QTest::newRow("503 as a page") << Answer::html(503) << C::Network << u"status.segment.com"_s;
    QTest::newRow("302") << Answer::redirect("https://example.com/") << C::Payload << u"redirect"_s;
    QTest::newRow("a web page") << Answer::html() << C::Payload << u"sign-in"_s;
    QTest::newRow("other JSON") << Answer::success() << C::Payload << u"sign-in"_s;
    QTest::newRow("half") << Answer::of(Answer::Fault::HalfAnswer) << C::Network << u"try again"_s;
    QTest::newRow("closed") << Answer::of(Answer::Fault::CloseAfterReading) << C::Network << u"try again"_s;
    QTest::newRow("endless") << Answer::of(Answer::Fault::EndlessBody) << C::Payload << u"try again"_s;
}

void TestPublicApi::everyErrorSaysWhatToDo()
{
    QFETCH(Answer, scripted);
    QFETCH(ErrorCode, code);
    QFETCH(QString, word);
    PublicApi::Limits limits = quick();
    limits.maxAnswerBytes = 100'000;
    Rig rig(limits);
    rig.server().setResponder({});
    rig.server().setStandingAnswer(scripted);
    const Result<SegmentWorkspace> result = wait(rig.api.workspace());
    QVERIFY(!result.ok());
    QCOMPARE(result.error().code, code);
    QVERIFY2(result.error().userText.contains(word), qPrintable(result.error().userText));
    QVERIFY(!result.error().detail.isEmpty());
}

void TestPublicApi::aWrongTokenIsDenied()
{
    Rig rig(quick(), "sgp_anotherToken");
    QCOMPARE(wait(rig.api.workspace()).error().code, ErrorCode::Denied);
}

void TestPublicApi::aMissingTokenAsksNobody()
{
    Rig rig(quick(), {});
    QCOMPARE(wait(rig.api.workspace()).error().code, ErrorCode::InvalidInput);
    QCOMPARE(rig.server().requestCount(), 0);
}

void TestPublicApi::tooManyRequestsAreWaitedFor()
{
    Rig rig;
    rig.server().enqueue({tooMany(120), tooMany(0)});
    QElapsedTimer timer;
    timer.start();
    QVERIFY(wait(rig.api.createSource({u"pushwoosh_dev"_s, u"MW9K4HgBZz"_s, true, {}})).ok());
    QVERIFY(timer.elapsed() >= 120);
    QCOMPARE(rig.server().requestCount(), 3);
    QCOMPARE(rig.segment.sources().size(), 1);
}

void TestPublicApi::tooLongAWaitIsTold()
{
    Rig rig;
    rig.server().enqueue(tooMany(90'000));
    const Error error = wait(rig.api.workspace()).error();
    QCOMPARE(error.code, ErrorCode::Busy);
    QVERIFY2(error.userText.contains(u"90 s"_s), qPrintable(error.userText));
    QCOMPARE(rig.server().requestCount(), 1);
}

void TestPublicApi::waitsAreBounded()
{
    Rig rig;
    rig.server().setResponder({});
    rig.server().setStandingAnswer(tooMany(1));
    QCOMPARE(wait(rig.api.workspace()).error().code, ErrorCode::Busy);
    QCOMPARE(rig.server().requestCount(), 4);
}

void TestPublicApi::aWaitCanBeAborted()
{
    PublicApi::Limits limits = quick();
    limits.longestWaitMs = 600'000;
    Rig rig(limits);
    rig.server().enqueue(tooMany(300'000));
    const QFuture<Result<SegmentWorkspace>> future = rig.api.workspace();
    QVERIFY(QTest::qWaitFor([&] { return rig.server().requestCount() == 1; }));
    rig.api.abortAll();
    QCOMPARE(wait(future).error().code, ErrorCode::Cancelled);
    QCOMPARE(rig.server().requestCount(), 1);
}

void TestPublicApi::cancellingEndsTheRequest()
{
    Rig rig;
    rig.server().enqueue(Answer::of(Answer::Fault::Hang));
    QFuture<Result<SegmentWorkspace>> future = rig.api.workspace();
    bool told = false;
    future.then(&rig.api, [&told](const Result<SegmentWorkspace> &) { told = true; });
    QVERIFY(QTest::qWaitFor([&] { return rig.server().requestCount() == 1; }));
    future.cancel();
    QTRY_VERIFY(future.isFinished());
    QCOMPARE(future.resultCount(), 0);
    QVERIFY(!told);
    QVERIFY(wait(rig.api.workspace()).ok());
}

void TestPublicApi::abortingAnswersEach()
{
    Rig rig;
    rig.server().enqueue({Answer::of(Answer::Fault::Hang), Answer::of(Answer::Fault::Hang)});
    const auto first = rig.api.sources();
    const auto second = rig.api.workspace();
    rig.api.abortAll();
    QCOMPARE(wait(first).error().code, ErrorCode::Cancelled);
    QCOMPARE(wait(second).error().code, ErrorCode::Cancelled);
    rig.api.abortAll();
}

void TestPublicApi::futuresEndWithTheClient()
{
    FaultServer server;
    server.setStandingAnswer(Answer::of(Answer::Fault::Hang));
    SystemClock clock;
    Redactor redactor;
    auto api = std::make_unique<PublicApi>(clock, redactor, server.url(), Secret::fromBytes(kToken));
    const auto future = api->sources();
    QVERIFY(QTest::qWaitFor([&] { return server.requestCount() == 1; }));
    api.reset();
    QVERIFY(future.isFinished() && future.isCanceled());
}

void TestPublicApi::aServerThatNeverAnswersIsTimedOut()
{
    PublicApi::Limits limits = quick();
    limits.timeoutMs = 200;
    Rig rig(limits);
    rig.server().setResponder({});
    rig.server().setStandingAnswer(Answer::of(Answer::Fault::Hang));
    const Error asked = wait(rig.api.workspace()).error();
    QCOMPARE(asked.code, ErrorCode::TimedOut);
    QVERIFY(asked.userText.contains(u"try again"_s));
    // What may have been made is to be looked for first.
    const Error made = wait(rig.api.createSource({u"x"_s, u"MW9K4HgBZz"_s, true, {}})).error();
    QCOMPARE(made.code, ErrorCode::TimedOut);
    QVERIFY(made.userText.contains(u"Look in Segment"_s));
}

void TestPublicApi::writeKeysAreTakenOutOfTheBytes_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QByteArray>("left");
    QTest::addColumn<int>("count");
    const QByteArray key(kKey);
    const auto number = [](int i) { return QByteArray::number(i).leftJustified(32, ' '); };
    QTest::newRow("one") << "{\"writeKeys\":[\"" + key + "\"]}"
                         << "{\"writeKeys\":[\"" + number(0) + "\"]}" << 1;
    QTest::newRow("two lists, blanks") << "[{\"writeKeys\" : [ \"" + key + "\" ,\n\"" + key +
                                              "\" ] },{\"writeKeys\":[\"" + key + "\"]}]"
                                       << "[{\"writeKeys\" : [ \"" + number(0) + "\" ,\n\"" + number(1) +
                                              "\" ] },{\"writeKeys\":[\"" + number(2) + "\"]}]"
                                       << 3;
    QTest::newRow("empty") << QByteArray(R"({"writeKeys":[]})") << QByteArray(R"({"writeKeys":[]})") << 0;
    QTest::newRow("null") << QByteArray(R"({"writeKeys":null})") << QByteArray(R"({"writeKeys":null})") << 0;
    QTest::newRow("as a value") << QByteArray(R"(["writeKeys",["a"]])") << QByteArray(R"(["writeKeys",["a"]])") << 0;
    QTest::newRow("cut off") << "{\"writeKeys\":[\"" + key << "{\"writeKeys\":[\"" + number(0) << 1;
    QTest::newRow("cut off at an escape")
        << QByteArray("{\"writeKeys\":[\"abcd\\") << QByteArray("{\"writeKeys\":[\"0    ") << 1;
    QTest::newRow("cut off before") << QByteArray("{\"writeKeys\":[") << QByteArray("{\"writeKeys\":[") << 0;
}

void TestPublicApi::writeKeysAreTakenOutOfTheBytes()
{
    QFETCH(QByteArray, body);
    QFETCH(QByteArray, left);
    QFETCH(int, count);
    const QList<Secret> keys = PublicApiReader::takeWriteKeys(body);
    QCOMPARE(body, left);
    QCOMPARE(keys.size(), count);
}

void TestPublicApi::noSecretReachesAText()
{
    for (const int status : {200, 400, 403, 409, 422, 500}) {
        Rig rig;
        Answer echo = failure(status, kToken, QByteArray(kToken) + " and more");
        echo.body.replace("\"errors\"", QByteArray("\"writeKeys\":[\"" + QByteArray(kKey) + "\"],\"errors\""));
        rig.server().setResponder({});
        rig.server().setStandingAnswer(echo);
        const Error error = wait(rig.api.workspace()).error();
        const QString all = error.detail + error.userText;
        QVERIFY2(!all.contains(QLatin1String(kToken)) && !all.contains(QLatin1String(kKey)), qPrintable(all));
    }
}

QTEST_GUILESS_MAIN(TestPublicApi)
#include "tst_publicapi.moc"
