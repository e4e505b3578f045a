// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/core/Secret.h"

#include <QJsonObject>
#include <QJsonValue>
#include <QList>
#include <QMap>
#include <QString>
#include <QStringList>

#include <cstdint>
#include <optional>

//! What Segment's Public API gives and takes (Segment reference 3), as far as Segue needs it. Names and ids are as
//! Segment gives them; an absent text is empty.
namespace segue {

struct SegmentWorkspace
{
    QString id;
    QString slug;
    QString name;

    bool operator==(const SegmentWorkspace &) const = default;
};

struct SegmentLabel
{
    QString key;
    QString value;
    QString description;

    bool operator==(const SegmentLabel &) const = default;
};

//! A setting that a source of this kind takes.
struct CatalogOption
{
    QString name;
    QString type;
    QString label;
    QString description;
    bool required = false;
    QJsonValue defaultValue;

    bool operator==(const CatalogOption &) const = default;
};

//! A kind of source in Segment's catalogue.
struct CatalogSource
{
    QString id;
    QString slug;
    QString name;
    QString description;
    QStringList categories;
    bool isCloudEventSource = false;
    QList<CatalogOption> options;

    //! The kind of source that Pushwoosh sends to (Segment reference 3.5), by its id or its slug.
    static QString pushwooshId() { return QStringLiteral("MW9K4HgBZz"); }
    static QString pushwooshSlug() { return QStringLiteral("pushwoosh-source"); }
    bool isPushwoosh() const { return id == pushwooshId() || slug == pushwooshSlug(); }

    bool operator==(const CatalogSource &) const = default;
};

//! A source of the workspace. Its settings are not kept: they may hold secrets of other tools.
struct SegmentSource
{
    QString id;
    QString slug;
    QString name; //!< may be empty
    QString workspaceId;
    bool enabled = false;
    QList<Secret> writeKeys; //!< empty as well for a token without the right to see them
    CatalogSource kind;
    QList<SegmentLabel> labels;
    QString trackingPlanId; //!< only where one source was asked for
};

//! A source to be made. Segment's stable version takes no name: the source is then called as its slug.
struct NewSource
{
    QString slug;
    QString metadataId; //!< the kind's id in the catalogue
    bool enabled = true;
    QJsonObject settings; //!< by CatalogOption::name
};

//! An action that a destination offers for its mappings.
struct DestinationAction
{
    QString id;
    QString slug;
    QString name;

    bool operator==(const DestinationAction &) const = default;
};

struct SegmentDestination
{
    QString id;
    QString name;
    QString sourceId;
    bool enabled = false;
    QString kindId; //!< of the catalogue
    QString kindSlug;
    QString kindName;
    QList<DestinationAction> actions;

    //! Segment's own destination of Pushwoosh: the other direction (Segment reference 3.5).
    bool isPushwoosh() const
    {
        return kindId == QLatin1StringView("64e72af1eabf77368b877a51") ||
               kindSlug == QLatin1StringView("actions-pushwoosh");
    }

    bool operator==(const SegmentDestination &) const = default;
};

struct SegmentWarehouse
{
    QString id;
    bool enabled = false;
    QString kindSlug;
    QString kindName;

    bool operator==(const SegmentWarehouse &) const = default;
};

//! What a source lets through (Segment reference 3.8). Nothing where Segment says nothing.
struct SchemaSettings
{
    QString sourceId;
    std::optional<bool> allowUnplannedEvents;
    std::optional<bool> allowUnplannedEventProperties;
    std::optional<bool> allowEventOnViolations;
    std::optional<bool> allowPropertiesOnViolations;
    QString commonEventOnViolations; //!< ALLOW, BLOCK, OMIT_PROPERTIES
    QString forwardingViolationsTo;  //!< id of a source
    QString forwardingBlockedEventsTo;

    bool operator==(const SchemaSettings &) const = default;
};

enum class Granularity { Minute, Hour, Day };

//! How many at a time. ms since 1970 UTC.
struct CountAt
{
    std::int64_t time = 0;
    std::int64_t count = 0;

    bool operator==(const CountAt &) const = default;
};

//! Segment reference 3.9. Times in ms since 1970 UTC: from the begin on, before the end.
struct VolumeQuery
{
    Granularity granularity = Granularity::Minute;
    std::int64_t begin = 0;
    std::int64_t end = 0;
    QStringList groupBy; //!< eventName, eventType, source
    QStringList sourceIds;
    QStringList eventNames;
    QStringList eventTypes;
    QStringList appVersions;
};

struct VolumeRow
{
    QString sourceId;
    QString eventName;
    QString eventType;
    std::int64_t total = 0;
    QList<CountAt> series;

    bool operator==(const VolumeRow &) const = default;
};

//! The steps of an event's way (Segment reference 3.10). The last three are asked for one destination.
enum class DeliveryStep {
    SuccessfullyReceived,
    FailedOnIngest,
    FilteredAtSource,
    FilteredAtDestination,
    FailedDelivery,
    SuccessfulDelivery,
};

//! Times in ms since 1970 UTC. At most 4 h by minute, 14 d by hour, 30 d by day (Segment reference 3.10).
struct DeliveryQuery
{
    DeliveryStep step = DeliveryStep::SuccessfullyReceived;
    QString sourceId;
    QString destinationId; //!< for the last three steps
    Granularity granularity = Granularity::Minute;
    std::int64_t begin = 0;
    std::int64_t end = 0;
    QStringList groupBy;                //!< eventName, eventType, appVersion, discardReason
    QMap<QString, QStringList> filters; //!< by the same names
};

struct DeliveryRow
{
    QString eventName;
    QString eventType;
    QString appVersion;
    QString discardReason;
    std::int64_t total = 0;
    std::int64_t retries = 0;
    QList<CountAt> series;

    bool operator==(const DeliveryRow &) const = default;
};

struct DeliveryFigures
{
    std::int64_t total = 0;
    QList<DeliveryRow> rows;

    bool operator==(const DeliveryFigures &) const = default;
};

struct TrackingPlan
{
    QString id;
    QString name;
    QString slug;

    bool operator==(const TrackingPlan &) const = default;
};

//! A rule for one event (Segment reference 3.8).
struct TrackRule
{
    QString event;
    QJsonObject jsonSchema;
    int version = 1;

    bool operator==(const TrackRule &) const = default;
};

} // namespace segue
