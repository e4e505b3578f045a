// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/segment/PublicApiReader.h"

#include "app/segment/PublicApiErrors.h"

#include <QDateTime>
#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace segue {

namespace {

QString text(const QJsonObject &object, QLatin1StringView name)
{
    return object.value(name).toString();
}

std::int64_t number(const QJsonObject &object, QLatin1StringView name)
{
    return qRound64(object.value(name).toDouble());
}

std::optional<bool> answerTo(const QJsonObject &object, QLatin1StringView name)
{
    const QJsonValue value = object.value(name);
    return value.isBool() ? std::optional(value.toBool()) : std::nullopt;
}

std::int64_t timeOf(const QString &iso)
{
    const QDateTime time = QDateTime::fromString(iso, Qt::ISODateWithMs);
    return time.isValid() ? time.toMSecsSinceEpoch() : 0;
}

bool isBlank(char c)
{
    return c == ' ' || c == '\t' || c == '\r' || c == '\n';
}

//! Goes from one string to the next in a list of strings.
class StringList
{
public:
    StringList(QByteArray &bytes, qsizetype at)
        : m_bytes(bytes)
        , m_at(at)
    {
    }
    //! Steps over this character and the blanks before it.
    bool skip(char c)
    {
        while (m_at < m_bytes.size() && isBlank(m_bytes[m_at])) {
            ++m_at;
        }
        if (m_at >= m_bytes.size() || m_bytes[m_at] != c) {
            return false;
        }
        ++m_at;
        return true;
    }
    //! The inside of the string whose opening quote was just stepped over; it ends at the end of the bytes at the
    //! latest.
    std::pair<qsizetype, qsizetype> inside()
    {
        const qsizetype begin = m_at;
        while (m_at < m_bytes.size() && m_bytes[m_at] != '"') {
            m_at += m_bytes[m_at] == '\\' ? 2 : 1;
        }
        m_at = std::min(m_at, m_bytes.size());
        const qsizetype length = m_at - begin;
        ++m_at;
        return {begin, length};
    }
    qsizetype at() const { return m_at; }

private:
    QByteArray &m_bytes;
    qsizetype m_at;
};

//! The number takes the place of the key; the rest of the place becomes blanks, which a reader trims. A key shorter
//! than its number is none.
void putNumber(QByteArray &bytes, qsizetype begin, qsizetype length, qsizetype number)
{
    std::fill_n(bytes.begin() + begin, length, ' ');
    const QByteArray digits = QByteArray::number(number);
    if (digits.size() <= length) {
        std::copy(digits.begin(), digits.end(), bytes.begin() + begin);
    }
}

QList<Secret> writeKeysOf(const QJsonObject &source, const QList<Secret> &keys)
{
    QList<Secret> result;
    const QJsonArray values = source.value("writeKeys"_L1).toArray();
    for (const auto &value : values) {
        bool ok = false;
        const qsizetype number = value.toString().trimmed().toLongLong(&ok);
        if (ok && number >= 0 && number < keys.size()) {
            result.append(keys[number]);
        }
    }
    return result;
}

CatalogSource toKind(const QJsonObject &object)
{
    CatalogSource kind;
    kind.id = text(object, "id"_L1);
    kind.slug = text(object, "slug"_L1);
    kind.name = text(object, "name"_L1);
    kind.description = text(object, "description"_L1);
    kind.isCloudEventSource = object.value("isCloudEventSource"_L1).toBool();
    const QJsonArray categories = object.value("categories"_L1).toArray();
    for (const auto &category : categories) {
        kind.categories.append(category.toString());
    }
    const QJsonArray values = object.value("options"_L1).toArray();
    for (const auto &value : values) {
        const QJsonObject option = value.toObject();
        kind.options.append({text(option, "name"_L1), text(option, "type"_L1), text(option, "label"_L1),
                             text(option, "description"_L1), option.value("required"_L1).toBool(),
                             option.value("defaultValue"_L1)});
    }
    return kind;
}

QList<SegmentLabel> toLabels(const QJsonValue &value)
{
    QList<SegmentLabel> labels;
    const QJsonArray items = value.toArray();
    for (const auto &each : items) {
        const QJsonObject label = each.toObject();
        labels.append({text(label, "key"_L1), text(label, "value"_L1), text(label, "description"_L1)});
    }
    return labels;
}

SegmentSource toSource(const QJsonObject &object, const QList<Secret> &keys)
{
    SegmentSource source;
    source.id = text(object, "id"_L1);
    source.slug = text(object, "slug"_L1);
    source.name = text(object, "name"_L1);
    source.workspaceId = text(object, "workspaceId"_L1);
    source.enabled = object.value("enabled"_L1).toBool();
    source.writeKeys = writeKeysOf(object, keys);
    source.kind = toKind(object.value("metadata"_L1).toObject());
    source.labels = toLabels(object.value("labels"_L1));
    return source;
}

SegmentDestination toDestination(const QJsonObject &object)
{
    SegmentDestination destination;
    destination.id = text(object, "id"_L1);
    destination.name = text(object, "name"_L1);
    destination.sourceId = text(object, "sourceId"_L1);
    destination.enabled = object.value("enabled"_L1).toBool();
    const QJsonObject kind = object.value("metadata"_L1).toObject();
    destination.kindId = text(kind, "id"_L1);
    destination.kindSlug = text(kind, "slug"_L1);
    destination.kindName = text(kind, "name"_L1);
    const QJsonArray values = kind.value("actions"_L1).toArray();
    for (const auto &value : values) {
        const QJsonObject action = value.toObject();
        destination.actions.append({text(action, "id"_L1), text(action, "slug"_L1), text(action, "name"_L1)});
    }
    return destination;
}

SegmentWarehouse toWarehouse(const QJsonObject &object)
{
    const QJsonObject kind = object.value("metadata"_L1).toObject();
    return {text(object, "id"_L1), object.value("enabled"_L1).toBool(), text(kind, "slug"_L1), text(kind, "name"_L1)};
}

QList<CountAt> toSeries(const QJsonValue &value)
{
    QList<CountAt> series;
    const QJsonArray items = value.toArray();
    for (const auto &each : items) {
        const QJsonObject point = each.toObject();
        series.append({timeOf(text(point, "time"_L1)), number(point, "count"_L1)});
    }
    return series;
}

VolumeRow toVolumeRow(const QJsonObject &object)
{
    return {text(object.value("source"_L1).toObject(), "id"_L1), text(object, "eventName"_L1),
            text(object, "eventType"_L1), number(object, "total"_L1), toSeries(object.value("series"_L1))};
}

DeliveryRow toDeliveryRow(const QJsonObject &object)
{
    DeliveryRow row;
    row.eventName = text(object, "eventName"_L1);
    row.eventType = text(object, "eventType"_L1);
    row.appVersion = text(object, "appVersion"_L1);
    row.discardReason = text(object, "discardReason"_L1);
    row.total = number(object, "total"_L1);
    row.retries = number(object, "totalRetryCount"_L1);
    row.series = toSeries(object.value("series"_L1));
    return row;
}

//! One thing under its name, made by `make`; it must have an id.
template <class Make> auto one(const PublicApiPage &page, QLatin1StringView name, Make make)
{
    using T = decltype(make(QJsonObject()));
    const QJsonObject object = page.data.value(name).toObject();
    T value = make(object);
    return value.id.isEmpty() ? Result<T>(PublicApiErrors::unreadable(QString("no "_L1 + name)))
                              : Result<T>(std::move(value));
}

//! The lists under this name of all pages; each page must have one.
template <class Make> auto all(const QList<PublicApiPage> &pages, QLatin1StringView name, Make make)
{
    using T = decltype(make(QJsonObject(), PublicApiPage()));
    QList<T> values;
    for (const PublicApiPage &page : pages) {
        const QJsonValue list = page.data.value(name);
        if (!list.isArray()) {
            return Result<QList<T>>(PublicApiErrors::unreadable(QString("no list of "_L1 + name)));
        }
        const QJsonArray items = list.toArray();
        for (const auto &each : items) {
            values.append(make(each.toObject(), page));
        }
    }
    return Result<QList<T>>(std::move(values));
}

} // namespace

QList<Secret> PublicApiReader::takeWriteKeys(QByteArray &body)
{
    // By the bytes, before anything else reads them: a JSON reader would keep copies that cannot be wiped. A quote
    // inside of a string is escaped, so that the name with its quotes stands nowhere but as a name or as a whole value,
    // and no colon follows a value.
    static constexpr QByteArrayView kName("\"writeKeys\"");
    QList<Secret> keys;
    for (qsizetype at = body.indexOf(kName); at >= 0; at = body.indexOf(kName, at)) {
        at += kName.size();
        StringList list(body, at);
        if (!list.skip(':') || !list.skip('[')) {
            continue;
        }
        while (list.skip('"')) {
            const auto [begin, length] = list.inside();
            if (length > 0) {
                keys.append(Secret::fromBytes(QByteArrayView(body).sliced(begin, length)));
                putNumber(body, begin, length, keys.size() - 1);
            }
            if (!list.skip(',')) {
                break;
            }
        }
        at = std::min(list.at(), body.size());
    }
    return keys;
}

std::optional<PublicApiPage> PublicApiReader::page(QByteArray &&body)
{
    PublicApiPage page;
    page.writeKeys = takeWriteKeys(body);
    const QJsonValue data = QJsonDocument::fromJson(body).object().value("data"_L1);
    if (!data.isObject()) {
        return {};
    }
    page.data = data.toObject();
    return page;
}

QString PublicApiReader::nextCursor(const PublicApiPage &page)
{
    return text(page.data.value("pagination"_L1).toObject(), "next"_L1);
}

Result<SegmentWorkspace> PublicApiReader::workspace(const PublicApiPage &page)
{
    return one(page, "workspace"_L1, [](const QJsonObject &object) {
        return SegmentWorkspace{text(object, "id"_L1), text(object, "slug"_L1), text(object, "name"_L1)};
    });
}

Result<CatalogSource> PublicApiReader::catalogSource(const PublicApiPage &page)
{
    return one(page, "sourceMetadata"_L1, toKind);
}

Result<SegmentSource> PublicApiReader::source(const PublicApiPage &page)
{
    return one(page, "source"_L1, [&page](const QJsonObject &object) {
        SegmentSource source = toSource(object, page.writeKeys);
        source.trackingPlanId = text(page.data, "trackingPlanId"_L1);
        return source;
    });
}

Result<QList<CatalogSource>> PublicApiReader::catalog(const QList<PublicApiPage> &pages)
{
    return all(pages, "sourcesCatalog"_L1,
               [](const QJsonObject &object, const PublicApiPage &) { return toKind(object); });
}

Result<QList<SegmentSource>> PublicApiReader::sources(const QList<PublicApiPage> &pages)
{
    return all(pages, "sources"_L1,
               [](const QJsonObject &object, const PublicApiPage &page) { return toSource(object, page.writeKeys); });
}

Result<QList<SegmentLabel>> PublicApiReader::labels(const QList<PublicApiPage> &pages)
{
    return all(pages, "labels"_L1, [](const QJsonObject &label, const PublicApiPage &) {
        return SegmentLabel{text(label, "key"_L1), text(label, "value"_L1), text(label, "description"_L1)};
    });
}

Result<SegmentDestination> PublicApiReader::destination(const PublicApiPage &page)
{
    return one(page, "destination"_L1, toDestination);
}

Result<QList<SegmentDestination>> PublicApiReader::destinations(const QList<PublicApiPage> &pages)
{
    return all(pages, "destinations"_L1,
               [](const QJsonObject &object, const PublicApiPage &) { return toDestination(object); });
}

Result<QList<SegmentWarehouse>> PublicApiReader::warehouses(const QList<PublicApiPage> &pages)
{
    return all(pages, "warehouses"_L1,
               [](const QJsonObject &object, const PublicApiPage &) { return toWarehouse(object); });
}

Result<SchemaSettings> PublicApiReader::schemaSettings(const PublicApiPage &page)
{
    const QJsonValue value = page.data.value("settings"_L1);
    if (!value.isObject()) {
        return PublicApiErrors::unreadable(u"no settings"_s);
    }
    const QJsonObject settings = value.toObject();
    const QJsonObject track = settings.value("track"_L1).toObject();
    SchemaSettings result;
    result.sourceId = text(page.data, "sourceId"_L1);
    result.allowUnplannedEvents = answerTo(track, "allowUnplannedEvents"_L1);
    result.allowUnplannedEventProperties = answerTo(track, "allowUnplannedEventProperties"_L1);
    result.allowEventOnViolations = answerTo(track, "allowEventOnViolations"_L1);
    result.allowPropertiesOnViolations = answerTo(track, "allowPropertiesOnViolations"_L1);
    result.commonEventOnViolations = text(track, "commonEventOnViolations"_L1);
    result.forwardingViolationsTo = text(settings, "forwardingViolationsTo"_L1);
    result.forwardingBlockedEventsTo = text(settings, "forwardingBlockedEventsTo"_L1);
    return result;
}

Result<QList<VolumeRow>> PublicApiReader::volume(const QList<PublicApiPage> &pages)
{
    return all(pages, "result"_L1,
               [](const QJsonObject &object, const PublicApiPage &) { return toVolumeRow(object); });
}

Result<DeliveryFigures> PublicApiReader::delivery(const QList<PublicApiPage> &pages)
{
    Result<QList<DeliveryRow>> rows = all(
        pages, "dataset"_L1, [](const QJsonObject &object, const PublicApiPage &) { return toDeliveryRow(object); });
    if (!rows) {
        return rows.error();
    }
    DeliveryFigures figures;
    figures.rows = std::move(rows).value();
    figures.total = pages.isEmpty() ? 0 : number(pages.first().data, "total"_L1);
    return figures;
}

Result<TrackingPlan> PublicApiReader::trackingPlan(const PublicApiPage &page)
{
    return one(page, "trackingPlan"_L1, [](const QJsonObject &object) {
        return TrackingPlan{text(object, "id"_L1), text(object, "name"_L1), text(object, "slug"_L1)};
    });
}

} // namespace segue
