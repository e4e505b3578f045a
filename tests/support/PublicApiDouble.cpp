// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/PublicApiDouble.h"

#include <QDateTime>
#include <QJsonDocument>
#include <QMap>
#include <QUrlQuery>

#include <algorithm>
#include <optional>
#include <utility>

using namespace Qt::StringLiterals;

namespace segue::test {

namespace {

using Parameters = QMap<QString, QString>; //!< in dots

Answer reply(int status, const QJsonObject &object)
{
    Answer answer;
    answer.status = status;
    answer.body = QJsonDocument(object).toJson(QJsonDocument::Compact);
    return answer;
}

Answer data(const QJsonObject &object, int status = 200)
{
    return reply(status, {{u"data"_s, object}});
}

Answer fail(int status, const QString &type, const QString &message, const QString &field = {})
{
    QJsonObject error{{u"type"_s, type}, {u"message"_s, message}, {u"data"_s, QJsonValue::Null}, {u"status"_s, status}};
    if (!field.isEmpty()) {
        error.insert(u"field"_s, field);
    }
    return reply(status, {{u"errors"_s, QJsonArray{error}}});
}

Answer missing(const QString &field)
{
    return fail(422, u"input-validation"_s, u"\"%1\" is required"_s.arg(field), field);
}

Answer notFound()
{
    return fail(404, u"not-found"_s, u"Resource not found"_s);
}

struct Counted
{
    QString step;
    QString sourceId;
    QString eventName;
    QString appVersion;
    QString discardReason;
};

QJsonObject kindOf(const QString &id, const QString &slug, const QString &name)
{
    return {{u"id"_s, id},
            {u"slug"_s, slug},
            {u"name"_s, name},
            {u"description"_s, u"a kind"_s},
            {u"categories"_s, QJsonArray{u"Marketing Automation"_s}},
            {u"isCloudEventSource"_s, true},
            {u"aMemberOfTomorrow"_s, QJsonArray{1, 2}},
            {u"options"_s, QJsonArray{QJsonObject{{u"name"_s, u"region"_s},
                                                  {u"type"_s, u"string"_s},
                                                  {u"required"_s, false},
                                                  {u"label"_s, u"Region"_s},
                                                  {u"defaultValue"_s, u"us"_s}}}}};
}

QJsonObject pushwooshKind()
{
    return kindOf(u"MW9K4HgBZz"_s, u"pushwoosh-source"_s, u"Pushwoosh Source"_s);
}

QJsonObject bodyOf(const Request &request)
{
    return QJsonDocument::fromJson(request.body).object();
}

//! The list's items from the cursor on.
QJsonObject pageOf(const QString &name, const QJsonArray &items, const Parameters &parameters)
{
    const int count = parameters.value(u"pagination.count"_s).toInt();
    const int begin = QByteArray::fromBase64(parameters.value(u"pagination.cursor"_s).toLatin1()).toInt();
    QJsonArray page;
    for (int i = begin; i < std::min<qsizetype>(begin + count, items.size()); ++i) {
        page.append(items[i]);
    }
    const auto cursor = [](int at) { return QString::fromLatin1(QByteArray::number(at).toBase64()); };
    QJsonObject pagination{{u"current"_s, cursor(begin)}, {u"totalEntries"_s, items.size()}};
    if (begin + count < items.size()) {
        pagination.insert(u"next"_s, cursor(begin + count));
    } else {
        pagination.insert(u"next"_s, QJsonValue::Null);
    }
    return {{name, page}, {u"pagination"_s, pagination}};
}

QStringList listOf(const Parameters &parameters, const QString &name)
{
    QStringList values;
    for (int i = 0; parameters.contains(name + u'.' + QString::number(i)); ++i) {
        values.append(parameters.value(name + u'.' + QString::number(i)));
    }
    return values;
}

} // namespace

class PublicApiDouble::State
{
public:
    explicit State(QByteArray token)
        : m_token(std::move(token))
    {
    }
    Answer answer(const Request &request);

    mutable std::mutex mutex;
    FaultServer::Responder trap;
    Spelling spelling = Spelling::Both;
    bool hidesWriteKeys = false;
    int lastId = 0;
    QJsonArray sources;
    QJsonArray destinations;
    QJsonArray subscriptions;
    QJsonArray labels;
    QJsonArray plans;
    QMap<QString, QJsonObject> rules;
    QMap<QString, QJsonObject> schemaSettings;
    QList<Counted> counted;

    QString newId(const QString &kind) { return kind + QString::number(++lastId); }
    QJsonObject makeSource(const QString &slug, const QString &writeKey, const QJsonObject &kind);

private:
    Answer route(const Request &request, const QStringList &path, const Parameters &parameters);
    Answer ofSources(const Request &request, const QStringList &path, const Parameters &parameters);
    Answer ofOneSource(const Request &request, QJsonObject source, const QStringList &path,
                       const Parameters &parameters);
    Answer createSource(const Request &request);
    Answer addLabels(const Request &request, QJsonObject source);
    Answer ofDestinations(const Request &request, const QStringList &path);
    Answer ofTrackingPlans(const Request &request, const QStringList &path);
    Answer ofLabels(const Request &request);
    Answer volume(const Parameters &parameters) const;
    Answer delivery(const QString &step, const Request &request, const Parameters &parameters) const;
    std::optional<Parameters> read(const QString &query) const;
    QJsonObject shown(QJsonObject source) const;
    void replace(const QJsonObject &source);

    QByteArray m_token;
};

QJsonObject PublicApiDouble::State::makeSource(const QString &slug, const QString &writeKey, const QJsonObject &kind)
{
    return {{u"id"_s, newId(u"source"_s)},
            {u"slug"_s, slug},
            {u"name"_s, slug},
            {u"workspaceId"_s, u"workspace1"_s},
            {u"enabled"_s, true},
            {u"writeKeys"_s, QJsonArray{writeKey}},
            {u"settings"_s, QJsonObject()},
            {u"labels"_s, QJsonArray()},
            {u"metadata"_s, kind},
            {u"aMemberOfTomorrow"_s, QJsonObject{{u"x"_s, 1}}}};
}

// Every parameter in dots; nothing when one is written in the spelling that is not taken.
std::optional<Parameters> PublicApiDouble::State::read(const QString &query) const
{
    Parameters parameters;
    for (const auto &[name, value] : QUrlQuery(query).queryItems(QUrl::FullyDecoded)) {
        const bool isBracketed = name.contains(u'[');
        const bool isDotted = name.contains(u'.');
        if ((isBracketed && spelling == Spelling::Dots) || (isDotted && spelling == Spelling::Brackets)) {
            return {};
        }
        QString dotted = name;
        dotted.replace(u"]["_s, u"."_s).replace(u'[', u'.').remove(u']');
        parameters.insert(dotted, value);
    }
    return parameters;
}

QJsonObject PublicApiDouble::State::shown(QJsonObject source) const
{
    if (hidesWriteKeys) {
        source.insert(u"writeKeys"_s, QJsonArray());
    }
    return source;
}

void PublicApiDouble::State::replace(const QJsonObject &source)
{
    for (QJsonValueRef each : sources) {
        if (each.toObject().value(u"id"_s) == source.value(u"id"_s)) {
            each = source;
        }
    }
}

Answer PublicApiDouble::State::answer(const Request &request)
{
    const std::lock_guard lock(mutex);
    if (const std::optional<Answer> trapped = trap ? trap(request) : std::nullopt) {
        return *trapped;
    }
    if (request.header("Authorization") != "Bearer " + m_token) {
        return fail(403, u"forbidden"_s, u"You are not authorized to access this resource"_s);
    }
    const QUrl url(QString::fromLatin1(request.target));
    const std::optional<Parameters> parameters = read(url.query(QUrl::FullyEncoded));
    if (!parameters) {
        return missing(u"pagination"_s);
    }
    return route(request, url.path().split(u'/', Qt::SkipEmptyParts), *parameters);
}

Answer PublicApiDouble::State::route(const Request &request, const QStringList &path, const Parameters &parameters)
{
    const QString first = path.value(0);
    if (first.isEmpty()) {
        return data({{u"workspace"_s, QJsonObject{{u"id"_s, u"workspace1"_s},
                                                  {u"slug"_s, u"acme"_s},
                                                  {u"name"_s, u"Acme"_s},
                                                  {u"plan"_s, u"business"_s}}}});
    }
    if (first == u"sources") {
        return ofSources(request, path, parameters);
    }
    if (first == u"destinations") {
        return ofDestinations(request, path);
    }
    if (first == u"tracking-plans") {
        return ofTrackingPlans(request, path);
    }
    if (first == u"labels") {
        return ofLabels(request);
    }
    if (path.join(u'/') == u"events/volume") {
        return volume(parameters);
    }
    if (first == u"delivery-overview" && path.size() == 2) {
        return delivery(path[1], request, parameters);
    }
    if (first == u"catalog" && path.size() == 3) {
        return path[2] == u"MW9K4HgBZz" ? data({{u"sourceMetadata"_s, pushwooshKind()}}) : notFound();
    }
    if (path.join(u'/') == u"catalog/sources") {
        const QJsonArray catalog{kindOf(u"iUM16Md8P2"_s, u"http-api"_s, u"HTTP API"_s), pushwooshKind()};
        return data(pageOf(u"sourcesCatalog"_s, catalog, parameters));
    }
    return notFound();
}

Answer PublicApiDouble::State::ofSources(const Request &request, const QStringList &path, const Parameters &parameters)
{
    if (path.size() == 1 && request.method == "POST") {
        return createSource(request);
    }
    if (path.size() == 1) {
        if (!parameters.contains(u"pagination.count"_s)) {
            return missing(u"pagination"_s);
        }
        QJsonArray all;
        for (const QJsonValue &source : std::as_const(sources)) {
            all.append(shown(source.toObject()));
        }
        return data(pageOf(u"sources"_s, all, parameters));
    }
    for (const QJsonValue &source : std::as_const(sources)) {
        if (source.toObject().value(u"id"_s) == path[1]) {
            return ofOneSource(request, source.toObject(), path, parameters);
        }
    }
    return notFound();
}

Answer PublicApiDouble::State::ofOneSource(const Request &request, QJsonObject source, const QStringList &path,
                                           const Parameters &parameters)
{
    const QString what = path.value(2);
    const QString id = source.value(u"id"_s).toString();
    if (what.isEmpty() && request.method == "PATCH") {
        source.insert(u"name"_s, bodyOf(request).value(u"name"_s));
        replace(source);
        return data({{u"source"_s, shown(source)}});
    }
    if (what.isEmpty()) {
        return data({{u"source"_s, shown(source)}, {u"trackingPlanId"_s, QJsonValue::Null}});
    }
    if (what == u"labels") {
        return addLabels(request, source);
    }
    if (what == u"settings") {
        return data({{u"sourceId"_s, id}, {u"settings"_s, schemaSettings.value(id)}});
    }
    if (!parameters.contains(u"pagination.count"_s)) {
        return missing(u"pagination"_s);
    }
    if (what == u"connected-destinations") {
        QJsonArray connected;
        for (const QJsonValue &destination : std::as_const(destinations)) {
            if (destination.toObject().value(u"sourceId"_s) == id) {
                connected.append(destination);
            }
        }
        return data(pageOf(u"destinations"_s, connected, parameters));
    }
    const QJsonArray warehouses{
        QJsonObject{{u"id"_s, u"warehouse1"_s},
                    {u"enabled"_s, true},
                    {u"settings"_s, QJsonObject{{u"password"_s, u"of the warehouse"_s}}},
                    {u"metadata"_s, QJsonObject{{u"slug"_s, u"bigquery"_s}, {u"name"_s, u"BigQuery"_s}}}}};
    return what == u"connected-warehouses" ? data(pageOf(u"warehouses"_s, warehouses, parameters)) : notFound();
}

Answer PublicApiDouble::State::createSource(const Request &request)
{
    const QJsonObject body = bodyOf(request);
    for (const QString &field : {u"slug"_s, u"enabled"_s, u"metadataId"_s}) {
        if (!body.contains(field)) {
            return missing(field);
        }
    }
    for (const QJsonValue &source : std::as_const(sources)) {
        if (source.toObject().value(u"slug"_s) == body.value(u"slug"_s)) {
            return fail(409, u"conflict"_s, u"A source with this slug exists"_s, u"slug"_s);
        }
    }
    if (body.value(u"metadataId"_s) != u"MW9K4HgBZz"_s) {
        return fail(422, u"input-validation"_s, u"\"metadataId\" is unknown"_s, u"metadataId"_s);
    }
    QJsonObject source = makeSource(body.value(u"slug"_s).toString(), {}, pushwooshKind());
    source.insert(u"writeKeys"_s, QJsonArray{u"madeWriteKey%1"_s.arg(lastId, 20, 10, QChar(u'0'))});
    source.insert(u"settings"_s, body.value(u"settings"_s));
    sources.append(source);
    return data({{u"source"_s, source}}, 201);
}

Answer PublicApiDouble::State::addLabels(const Request &request, QJsonObject source)
{
    QJsonArray all = source.value(u"labels"_s).toArray();
    for (const QJsonValue &label : bodyOf(request).value(u"labels"_s).toArray()) {
        if (!std::any_of(labels.begin(), labels.end(), [&](const QJsonValue &known) {
                return known.toObject().value(u"key"_s) == label.toObject().value(u"key"_s) &&
                       known.toObject().value(u"value"_s) == label.toObject().value(u"value"_s);
            })) {
            return fail(422, u"input-validation"_s, u"label does not exist"_s, u"labels"_s);
        }
        all.append(label);
    }
    source.insert(u"labels"_s, all);
    replace(source);
    return data({{u"labels"_s, all}});
}

Answer PublicApiDouble::State::ofLabels(const Request &request)
{
    if (request.method == "POST") {
        labels.append(bodyOf(request).value(u"label"_s));
        return data({{u"label"_s, labels.last()}}, 201);
    }
    return data({{u"labels"_s, labels}});
}

Answer PublicApiDouble::State::ofDestinations(const Request &request, const QStringList &path)
{
    QJsonObject body = bodyOf(request);
    if (path.size() == 1 && request.method == "POST") {
        body.insert(u"id"_s, newId(u"destination"_s));
        body.insert(u"metadata"_s, QJsonObject{{u"id"_s, body.value(u"metadataId"_s)},
                                               {u"slug"_s, u"actions-webhook"_s},
                                               {u"actions"_s, QJsonArray{QJsonObject{{u"id"_s, u"action1"_s},
                                                                                     {u"slug"_s, u"send"_s},
                                                                                     {u"name"_s, u"Send"_s}}}}});
        destinations.append(body);
        return data({{u"destination"_s, body}}, 201);
    }
    if (path.size() == 3 && path[2] == u"subscriptions" && request.method == "POST") {
        if (!request.header("Accept").contains("v1alpha")) {
            return notFound();
        }
        body.insert(u"destinationId"_s, path[1]);
        subscriptions.append(body);
        return data({{u"destinationSubscription"_s, body}}, 201);
    }
    return notFound();
}

Answer PublicApiDouble::State::ofTrackingPlans(const Request &request, const QStringList &path)
{
    QJsonObject body = bodyOf(request);
    if (path.size() == 1 && request.method == "POST") {
        if (body.value(u"type"_s) != u"LIVE"_s) {
            return missing(u"type"_s);
        }
        body.insert(u"id"_s, newId(u"tp_"_s));
        plans.append(body);
        return data({{u"trackingPlan"_s, body}}, 201);
    }
    if (path.size() == 3 && path[2] == u"rules" && request.method == "PUT") {
        rules.insert(path[1], body);
        return data({{u"status"_s, u"SUCCESS"_s}});
    }
    if (path.size() == 3 && path[2] == u"sources" && request.method == "POST") {
        return body.contains(u"sourceId"_s) ? data({{u"status"_s, u"SUCCESS"_s}}) : missing(u"sourceId"_s);
    }
    return notFound();
}

Answer PublicApiDouble::State::volume(const Parameters &parameters) const
{
    if (!QStringList{u"MINUTE"_s, u"HOUR"_s, u"DAY"_s}.contains(parameters.value(u"granularity"_s))) {
        return missing(u"granularity"_s);
    }
    const QStringList wanted = listOf(parameters, u"eventName"_s);
    const QStringList versions = listOf(parameters, u"appVersion"_s);
    const QStringList ids = listOf(parameters, u"sourceId"_s);
    QMap<QString, int> totals;
    for (const Counted &each : counted) {
        if (each.step == u"successfully-received" && (ids.isEmpty() || ids.contains(each.sourceId)) &&
            (wanted.isEmpty() || wanted.contains(each.eventName)) &&
            (versions.isEmpty() || versions.contains(each.appVersion))) {
            ++totals[each.eventName];
        }
    }
    QJsonArray rows;
    for (auto total = totals.begin(); total != totals.end(); ++total) {
        const QJsonObject point{{u"time"_s, parameters.value(u"startTime"_s)}, {u"count"_s, total.value()}};
        rows.append(QJsonObject{{u"eventName"_s, total.key()},
                                {u"eventType"_s, u"track"_s},
                                {u"source"_s, QJsonObject{{u"id"_s, ids.value(0)}}},
                                {u"total"_s, total.value()},
                                {u"series"_s, QJsonArray{point}}});
    }
    return data({{u"path"_s, u"/events/volume"_s},
                 {u"result"_s, rows},
                 {u"pagination"_s, QJsonObject{{u"current"_s, u"MA=="_s}}}});
}

Answer PublicApiDouble::State::delivery(const QString &step, const Request &request, const Parameters &parameters) const
{
    static const QStringList steps{u"successfully-received"_s,   u"failed-on-ingest"_s, u"filtered-at-source"_s,
                                   u"filtered-at-destination"_s, u"failed-delivery"_s,  u"successful-delivery"_s};
    if (!steps.contains(step) || !request.header("Accept").contains("v1beta")) {
        return notFound();
    }
    QStringList required{u"sourceId"_s, u"startTime"_s, u"endTime"_s, u"pagination.count"_s};
    if (steps.indexOf(step) > 2) {
        required.append(u"destinationConfigId"_s);
    }
    for (const QString &name : std::as_const(required)) {
        if (!parameters.contains(name)) {
            return missing(name.section(u'.', 0, 0));
        }
    }
    if (!QStringList{u"minute"_s, u"hour"_s, u"day"_s}.contains(parameters.value(u"granularity"_s))) {
        return missing(u"granularity"_s);
    }
    const QStringList versions = listOf(parameters, u"filter.appVersion"_s);
    const QStringList groups = listOf(parameters, u"groupBy"_s);
    QMap<QStringList, int> totals;
    int all = 0;
    for (const Counted &each : counted) {
        if (each.step != step || each.sourceId != parameters.value(u"sourceId"_s) ||
            (!versions.isEmpty() && !versions.contains(each.appVersion))) {
            continue;
        }
        const auto part = [&](const QString &name, const QString &value) {
            return groups.contains(name) ? value : QString();
        };
        ++totals[{part(u"eventName"_s, each.eventName), part(u"appVersion"_s, each.appVersion),
                  part(u"discardReason"_s, each.discardReason)}];
        ++all;
    }
    QJsonArray rows;
    for (auto total = totals.begin(); total != totals.end(); ++total) {
        const QJsonObject point{
            {u"time"_s, parameters.value(u"startTime"_s)}, {u"count"_s, total.value()}, {u"retryCount"_s, 0}};
        QJsonObject row{{u"total"_s, total.value()}, {u"totalRetryCount"_s, 0}, {u"series"_s, QJsonArray{point}}};
        const QStringList names{u"eventName"_s, u"appVersion"_s, u"discardReason"_s};
        for (qsizetype i = 0; i < names.size(); ++i) {
            if (groups.contains(names[i])) {
                row.insert(names[i], total.key()[i]);
            }
        }
        rows.append(row);
    }
    QJsonObject page = pageOf(u"dataset"_s, rows, parameters);
    page.insert(u"total"_s, all);
    return data(page);
}

PublicApiDouble::PublicApiDouble(const QByteArray &token)
    : m_state(std::make_unique<State>(token))
{
    m_server.setResponder([state = m_state.get()](const Request &request) { return state->answer(request); });
}

PublicApiDouble::~PublicApiDouble() = default;

void PublicApiDouble::setTrap(FaultServer::Responder trap)
{
    const std::lock_guard lock(m_state->mutex);
    m_state->trap = std::move(trap);
}

void PublicApiDouble::setSpelling(Spelling spelling)
{
    const std::lock_guard lock(m_state->mutex);
    m_state->spelling = spelling;
}

void PublicApiDouble::setHidesWriteKeys(bool hides)
{
    const std::lock_guard lock(m_state->mutex);
    m_state->hidesWriteKeys = hides;
}

QString PublicApiDouble::addSource(const QString &slug, const QByteArray &writeKey)
{
    const std::lock_guard lock(m_state->mutex);
    const QJsonObject source = m_state->makeSource(slug, QString::fromLatin1(writeKey), pushwooshKind());
    m_state->sources.append(source);
    return source.value(u"id"_s).toString();
}

void PublicApiDouble::addRawSource(const QJsonObject &source)
{
    const std::lock_guard lock(m_state->mutex);
    m_state->sources.append(source);
}

void PublicApiDouble::addDestination(const QString &sourceId, const QString &kindId, const QString &kindSlug,
                                     bool enabled)
{
    const std::lock_guard lock(m_state->mutex);
    m_state->destinations.append(
        QJsonObject{{u"id"_s, m_state->newId(u"destination"_s)},
                    {u"sourceId"_s, sourceId},
                    {u"enabled"_s, enabled},
                    {u"name"_s, kindSlug},
                    {u"settings"_s, QJsonObject{{u"apiKey"_s, u"of another tool"_s}}},
                    {u"metadata"_s, QJsonObject{{u"id"_s, kindId}, {u"slug"_s, kindSlug}, {u"name"_s, kindSlug}}}});
}

void PublicApiDouble::setSchemaSettings(const QString &sourceId, const QJsonObject &settings)
{
    const std::lock_guard lock(m_state->mutex);
    m_state->schemaSettings.insert(sourceId, settings);
}

void PublicApiDouble::count(const QString &step, const QString &sourceId, const QString &eventName,
                            const QString &appVersion, const QString &discardReason)
{
    const std::lock_guard lock(m_state->mutex);
    m_state->counted.append({step, sourceId, eventName, appVersion, discardReason});
}

QJsonArray PublicApiDouble::sources() const
{
    const std::lock_guard lock(m_state->mutex);
    return m_state->sources;
}

QJsonArray PublicApiDouble::destinations() const
{
    const std::lock_guard lock(m_state->mutex);
    return m_state->destinations;
}

QJsonArray PublicApiDouble::subscriptions() const
{
    const std::lock_guard lock(m_state->mutex);
    return m_state->subscriptions;
}

QJsonObject PublicApiDouble::rulesOf(const QString &planId) const
{
    const std::lock_guard lock(m_state->mutex);
    return m_state->rules.value(planId);
}

} // namespace segue::test
