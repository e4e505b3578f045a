// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/core/Error.h"
#include "app/core/Result.h"
#include "app/segment/PublicApiTypes.h"

#include <QByteArray>
#include <QJsonObject>
#include <QList>

#include <optional>

namespace segue {

//! The `data` of one answer of the Public API. The write keys that were in it are not in the JSON any more: each
//! `writeKeys` list there holds their numbers in this list, as texts.
struct PublicApiPage
{
    QJsonObject data;
    QList<Secret> writeKeys;
};

//! From an answer's bytes to values. Unknown members are passed over, absent ones give empty values, since Segment adds
//! and leaves out without notice; a wrong type where an id must be is an answer that cannot be read. Pure.
namespace PublicApiReader {

//! Takes every write key out of the bytes and writes its number in its place; the bytes still are JSON of the same
//! length. Works on what is cut off or not JSON as well.
QList<Secret> takeWriteKeys(QByteArray &body);
//! Takes the write keys out of the body and reads `{"data":{…}}`; nothing when it is something else.
std::optional<PublicApiPage> page(QByteArray &&body);
//! The cursor of the next page; empty: this is the last one.
QString nextCursor(const PublicApiPage &page);

Result<SegmentWorkspace> workspace(const PublicApiPage &page);
Result<CatalogSource> catalogSource(const PublicApiPage &page);
Result<SegmentSource> source(const PublicApiPage &page);
Result<QList<CatalogSource>> catalog(const QList<PublicApiPage> &pages);
Result<QList<SegmentSource>> sources(const QList<PublicApiPage> &pages);
Result<QList<SegmentLabel>> labels(const QList<PublicApiPage> &pages);
Result<SegmentDestination> destination(const PublicApiPage &page);
Result<QList<SegmentDestination>> destinations(const QList<PublicApiPage> &pages);
Result<QList<SegmentWarehouse>> warehouses(const QList<PublicApiPage> &pages);
Result<SchemaSettings> schemaSettings(const PublicApiPage &page);
Result<QList<VolumeRow>> volume(const QList<PublicApiPage> &pages);
Result<DeliveryFigures> delivery(const QList<PublicApiPage> &pages);
Result<TrackingPlan> trackingPlan(const PublicApiPage &page);

} // namespace PublicApiReader

} // namespace segue
