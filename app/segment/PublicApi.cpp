// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/segment/PublicApi.h"

#include "app/core/Futures.h"
#include "app/segment/PublicApiErrors.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QPromise>

#include <algorithm>
#include <memory>
#include <utility>

using namespace Qt::StringLiterals;

namespace segue {

namespace {

const QString kWebhooksKind = u"614a3c7d791c91c41bae7599"_s; // Webhooks (Actions), Segment reference 3.5

QString encoded(const QString &part)
{
    return QString::fromLatin1(QUrl::toPercentEncoding(part));
}

QByteArray json(const QJsonObject &object)
{
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

PublicApiRequest get(const QString &operation, const QString &route)
{
    PublicApiRequest request;
    request.operation = operation;
    request.route = route;
    return request;
}

PublicApiRequest list(const QString &operation, const QString &route)
{
    PublicApiRequest request = get(operation, route);
    request.isPaged = true;
    return request;
}

PublicApiRequest change(const QByteArray &method, const QString &operation, const QString &route,
                        const QByteArray &body)
{
    PublicApiRequest request = get(operation, route);
    request.method = method;
    request.body = body;
    return request;
}

QString ofSource(const QString &sourceId, const QString &rest = {})
{
    return u"/sources/"_s + encoded(sourceId) + rest;
}

//! The secret as a JSON text, without a copy in a QString.
QByteArray jsonText(const Secret &secret)
{
    return secret.use([](QByteArrayView bytes) {
        QByteArray text("\"");
        text.reserve(bytes.size() * 6 + 2);
        for (const char c : bytes) {
            if (c == '"' || c == '\\') {
                text += '\\';
                text += c;
            } else if (static_cast<unsigned char>(c) < 0x20) {
                text += "\\u00" + QByteArray::number(static_cast<unsigned char>(c), 16).rightJustified(2, '0');
            } else {
                text += c;
            }
        }
        text += '"';
        return text;
    });
}

//! The object's JSON with one member more, whose text is given.
QByteArray withMember(const QJsonObject &object, const QByteArray &name, const QByteArray &text)
{
    QByteArray result = json(object);
    result.chop(1);
    return result + (object.isEmpty() ? "\"" : ",\"") + name + "\":" + text + '}';
}

QJsonObject toJson(const SegmentLabel &label)
{
    QJsonObject object{{u"key"_s, label.key}, {u"value"_s, label.value}};
    if (!label.description.isEmpty()) {
        object.insert(u"description"_s, label.description);
    }
    return object;
}

QString routeOf(DeliveryStep step)
{
    switch (step) {
    case DeliveryStep::SuccessfullyReceived:
        return u"successfully-received"_s;
    case DeliveryStep::FailedOnIngest:
        return u"failed-on-ingest"_s;
    case DeliveryStep::FilteredAtSource:
        return u"filtered-at-source"_s;
    case DeliveryStep::FilteredAtDestination:
        return u"filtered-at-destination"_s;
    case DeliveryStep::FailedDelivery:
        return u"failed-delivery"_s;
    case DeliveryStep::SuccessfulDelivery:
        break;
    }
    return u"successful-delivery"_s;
}

} // namespace

PublicApi::PublicApi(const Clock &clock, Redactor &redactor, const QUrl &base, const Secret &token, Limits limits,
                     QObject *parent, ProxyLogins *logins)
    : QObject(parent)
    , m_web(clock, redactor, this, logins)
    , m_session{m_web, redactor, base, token, limits, {}}
{
    redactor.learn(token);
    m_session.learned = [this](const QString &) { Q_EMIT spellingLearned(); };
}

PublicApi::~PublicApi()
{
    // Before what they use. Their futures end as cancelled.
    for (const QPointer<PublicApiCall> &call : std::as_const(m_calls)) {
        delete call;
    }
}

QUrl PublicApi::baseOf(Endpoint::Region region)
{
    switch (region) {
    case Endpoint::Region::Us:
        return QUrl(u"https://api.segmentapis.com"_s);
    case Endpoint::Region::Eu:
        return QUrl(u"https://eu1.api.segmentapis.com"_s);
    case Endpoint::Region::Other:
        break;
    }
    return {};
}

template <class T>
QFuture<Result<T>> PublicApi::ask(PublicApiRequest request, std::function<Result<T>(const QList<PublicApiPage> &)> read)
{
    const auto promise = std::make_shared<QPromise<Result<T>>>();
    promise->start();
    QFuture<Result<T>> future = promise->future();
    auto *call = new PublicApiCall(
        m_session, std::move(request),
        [promise, read = std::move(read)](Result<QList<PublicApiPage>> &&pages) {
            promise->addResult(pages ? read(pages.value()) : Result<T>(pages.error()));
            promise->finish();
        },
        this);
    m_calls.removeIf([](const QPointer<PublicApiCall> &each) { return each.isNull(); });
    m_calls.append(call);
    whenCancelled(future, call, [call] { call->abort(); });
    call->start();
    return future;
}

template <class T>
QFuture<Result<T>> PublicApi::askOne(PublicApiRequest request, Result<T> (*read)(const PublicApiPage &))
{
    return ask<T>(std::move(request), [read](const QList<PublicApiPage> &pages) { return read(pages.first()); });
}

template <class T>
QFuture<Result<T>> PublicApi::askAll(PublicApiRequest request, Result<T> (*read)(const QList<PublicApiPage> &))
{
    return ask<T>(std::move(request), read);
}

QFuture<Status> PublicApi::askDone(PublicApiRequest request)
{
    return ask<Nothing>(std::move(request), [](const QList<PublicApiPage> &) { return Status(done); });
}

QFuture<Result<SegmentWorkspace>> PublicApi::workspace()
{
    return askOne(get(u"getWorkspace"_s, u"/"_s), PublicApiReader::workspace);
}

QFuture<Result<CatalogSource>> PublicApi::catalogSource(const QString &metadataId)
{
    return askOne(get(u"getSourceMetadata"_s, u"/catalog/sources/"_s + encoded(metadataId)),
                  PublicApiReader::catalogSource);
}

QFuture<Result<CatalogSource>> PublicApi::catalogSourceBySlug(const QString &slug)
{
    return ask<CatalogSource>(list(u"getSourcesCatalog"_s, u"/catalog/sources"_s),
                              [slug](const QList<PublicApiPage> &pages) -> Result<CatalogSource> {
                                  const Result<QList<CatalogSource>> all = PublicApiReader::catalog(pages);
                                  if (!all) {
                                      return all.error();
                                  }
                                  for (const CatalogSource &source : all.value()) {
                                      if (source.slug == slug) {
                                          return source;
                                      }
                                  }
                                  return Error{ErrorCode::Absent, u"Public API: no source of this slug"_s,
                                               tr("Segment's catalogue has no source called %1. Add the source in "
                                                  "Segment by hand and paste its write key.")
                                                   .arg(slug)};
                              });
}

QFuture<Result<QList<SegmentSource>>> PublicApi::sources()
{
    return askAll(list(u"listSources"_s, u"/sources"_s), PublicApiReader::sources);
}

QFuture<Result<SegmentSource>> PublicApi::source(const QString &sourceId)
{
    return askOne(get(u"getSource"_s, ofSource(sourceId)), PublicApiReader::source);
}

QFuture<Result<SegmentSource>> PublicApi::createSource(const NewSource &source)
{
    const QJsonObject body{{u"slug"_s, source.slug},
                           {u"enabled"_s, source.enabled},
                           {u"metadataId"_s, source.metadataId},
                           {u"settings"_s, source.settings}};
    return askOne(change("POST", u"createSource"_s, u"/sources"_s, json(body)), PublicApiReader::source);
}

QFuture<Result<SegmentSource>> PublicApi::renameSource(const QString &sourceId, const QString &name)
{
    return askOne(change("PATCH", u"updateSource"_s, ofSource(sourceId), json({{u"name"_s, name}})),
                  PublicApiReader::source);
}

QFuture<Result<QList<SegmentDestination>>> PublicApi::connectedDestinations(const QString &sourceId)
{
    return askAll(list(u"listConnectedDestinationsFromSource"_s, ofSource(sourceId, u"/connected-destinations"_s)),
                  PublicApiReader::destinations);
}

QFuture<Result<QList<SegmentWarehouse>>> PublicApi::connectedWarehouses(const QString &sourceId)
{
    return askAll(list(u"listConnectedWarehousesFromSource"_s, ofSource(sourceId, u"/connected-warehouses"_s)),
                  PublicApiReader::warehouses);
}

QFuture<Result<SchemaSettings>> PublicApi::schemaSettings(const QString &sourceId)
{
    return askOne(get(u"listSchemaSettingsInSource"_s, ofSource(sourceId, u"/settings"_s)),
                  PublicApiReader::schemaSettings);
}

QFuture<Result<QList<SegmentLabel>>> PublicApi::labels()
{
    return askAll(get(u"listLabels"_s, u"/labels"_s), PublicApiReader::labels);
}

QFuture<Status> PublicApi::createLabel(const SegmentLabel &label)
{
    return askDone(change("POST", u"createLabel"_s, u"/labels"_s, json({{u"label"_s, toJson(label)}})));
}

QFuture<Result<QList<SegmentLabel>>> PublicApi::addLabels(const QString &sourceId, const QList<SegmentLabel> &labels)
{
    QJsonArray array;
    for (const SegmentLabel &label : labels) {
        array.append(toJson(label));
    }
    return askAll(
        change("POST", u"addLabelsToSource"_s, ofSource(sourceId, u"/labels"_s), json({{u"labels"_s, array}})),
        PublicApiReader::labels);
}

QFuture<Result<QList<VolumeRow>>> PublicApi::eventVolume(const VolumeQuery &query)
{
    PublicApiRequest request = list(u"getEventsVolumeFromWorkspace"_s, u"/events/volume"_s);
    request.query = PublicApiQuery::volume(query);
    return askAll(request, PublicApiReader::volume);
}

QFuture<Result<DeliveryFigures>> PublicApi::deliveryFigures(const DeliveryQuery &query)
{
    const QString route = routeOf(query.step);
    PublicApiRequest request = list(u"delivery-overview"_s, u"/delivery-overview/"_s + route);
    request.query = PublicApiQuery::delivery(query);
    request.version = "v1beta";
    // A query with a filter has parts that one without does not have: what was taken for one tells nothing of the
    // other.
    if (!query.filters.isEmpty()) {
        request.operation += u" with filter"_s;
    }
    return askAll(request, PublicApiReader::delivery);
}

QFuture<Result<TrackingPlan>> PublicApi::createTrackingPlan(const QString &name, const QString &description)
{
    QJsonObject body{{u"name"_s, name}, {u"type"_s, u"LIVE"_s}};
    if (!description.isEmpty()) {
        body.insert(u"description"_s, description);
    }
    return askOne(change("POST", u"createTrackingPlan"_s, u"/tracking-plans"_s, json(body)),
                  PublicApiReader::trackingPlan);
}

QFuture<Status> PublicApi::setTrackingPlanRules(const QString &planId, const QList<TrackRule> &rules)
{
    QJsonArray array;
    for (const TrackRule &rule : rules) {
        array.append(QJsonObject{{u"type"_s, u"TRACK"_s},
                                 {u"key"_s, rule.event},
                                 {u"version"_s, rule.version},
                                 {u"jsonSchema"_s, rule.jsonSchema}});
    }
    const QString route = u"/tracking-plans/"_s + encoded(planId) + u"/rules"_s;
    return askDone(change("PUT", u"replaceRulesInTrackingPlan"_s, route, json({{u"rules"_s, array}})));
}

QFuture<Status> PublicApi::connectTrackingPlan(const QString &planId, const QString &sourceId)
{
    const QString route = u"/tracking-plans/"_s + encoded(planId) + u"/sources"_s;
    return askDone(change("POST", u"addSourceToTrackingPlan"_s, route, json({{u"sourceId"_s, sourceId}})));
}

QFuture<Result<SegmentDestination>> PublicApi::createWebhooksDestination(const QString &sourceId, const QString &name,
                                                                         const Secret &sharedSecret)
{
    const QJsonObject body{
        {u"sourceId"_s, sourceId}, {u"metadataId"_s, kWebhooksKind}, {u"enabled"_s, true}, {u"name"_s, name}};
    const QByteArray settings =
        sharedSecret.isEmpty() ? QByteArray("{}") : withMember({}, "sharedSecret", jsonText(sharedSecret));
    return askOne(change("POST", u"createDestination"_s, u"/destinations"_s, withMember(body, "settings", settings)),
                  PublicApiReader::destination);
}

QFuture<Status> PublicApi::createWebhooksMapping(const QString &destinationId, const QString &actionId,
                                                 const Secret &url)
{
    const QJsonObject body{{u"name"_s, u"Track calls to Segue"_s},
                           {u"actionId"_s, actionId},
                           {u"trigger"_s, u"type = \"track\""_s},
                           {u"enabled"_s, true}};
    const QJsonObject settings{{u"method"_s, u"POST"_s}, {u"data"_s, QJsonObject{{u"@path"_s, u"$."_s}}}};
    const QString route = u"/destinations/"_s + encoded(destinationId) + u"/subscriptions"_s;
    PublicApiRequest request = change("POST", u"createDestinationSubscription"_s, route,
                                      withMember(body, "settings", withMember(settings, "url", jsonText(url))));
    request.version = "v1alpha";
    return askDone(std::move(request));
}

void PublicApi::abortAll()
{
    const QList<QPointer<PublicApiCall>> calls = m_calls;
    for (const QPointer<PublicApiCall> &call : calls) {
        if (call) {
            call->abort();
        }
    }
}

} // namespace segue
