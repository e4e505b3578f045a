// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/setup/SourceDestinations.h"

#include "app/core/Clock.h"
#include "app/core/Futures.h"
#include "app/segment/PublicApi.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace segue {

namespace {

constexpr std::int64_t kHour = 3'600'000;

DeliveryQuery lastDay(DeliveryStep step, const QString &sourceId, const QString &destinationId, std::int64_t now)
{
    DeliveryQuery query;
    query.step = step;
    query.sourceId = sourceId;
    query.destinationId = destinationId;
    query.granularity = Granularity::Hour;
    query.end = now / kHour * kHour + kHour;
    query.begin = query.end - 24 * kHour;
    return query;
}

} // namespace

SourceDestinations::SourceDestinations(WorkspaceAccess &workspaces, SecretAccess &secrets, const Clock &clock,
                                       QObject *parent)
    : QObject(parent)
    , m_access(workspaces, secrets)
    , m_clock(clock)
{
}

void SourceDestinations::look(const Connection &connection)
{
    stop();
    m_asking = true;
    m_fault.clear();
    Q_EMIT changed();
    m_access.open(connection, [this](const OpenedSource &opened) {
        m_opened = opened;
        if (opened.state == OpenedSource::State::Ready) {
            askDestinations();
        } else {
            m_fault = opened.sentence();
            finish();
        }
    });
}

void SourceDestinations::stop()
{
    ++m_generation;
    m_access.stop();
    if (m_opened && m_opened->api) {
        m_opened->api->abortAll();
    }
    if (m_asking) {
        m_asking = false;
        Q_EMIT changed();
    }
}

void SourceDestinations::clear()
{
    stop();
    m_opened.reset();
    m_destinations.clear();
    m_askedAt = 0;
    m_fault.clear();
    Q_EMIT changed();
}

void SourceDestinations::askDestinations()
{
    using Destinations = Result<QList<SegmentDestination>>;
    whenAnswered(m_opened->api->connectedDestinations(m_opened->match.source.id), this,
                 [this, own = m_generation](const Destinations &all) {
                     if (own != m_generation) {
                         return;
                     }
                     if (!all) {
                         m_fault = all.error().userText;
                         finish();
                         return;
                     }
                     m_destinations.clear();
                     for (const SegmentDestination &each : all.value()) {
                         const QString kind = each.kindName.isEmpty() ? each.kindSlug : each.kindName;
                         m_destinations.append({each.id,
                                                each.name.isEmpty() ? kind : each.name,
                                                kind,
                                                each.enabled,
                                                false,
                                                each.isPushwoosh(),
                                                {},
                                                {}});
                     }
                     askWarehouses();
                 });
}

void SourceDestinations::askWarehouses()
{
    using Warehouses = Result<QList<SegmentWarehouse>>;
    whenAnswered(m_opened->api->connectedWarehouses(m_opened->match.source.id), this,
                 [this, own = m_generation](const Warehouses &all) {
                     if (own != m_generation) {
                         return;
                     }
                     if (all) {
                         for (const SegmentWarehouse &each : all.value()) {
                             const QString kind = each.kindName.isEmpty() ? each.kindSlug : each.kindName;
                             m_destinations.append({each.id, kind, tr("warehouse"), each.enabled, true, false, {}, {}});
                         }
                     } else {
                         m_fault = all.error().userText;
                     }
                     m_askedAt = m_clock.now();
                     Q_EMIT changed();
                     askFigures(0);
                 });
}

void SourceDestinations::askFigures(qsizetype index)
{
    while (index < m_destinations.size() &&
           (m_destinations.at(index).isWarehouse || !m_destinations.at(index).enabled)) {
        ++index;
    }
    if (index >= std::min(m_destinations.size(), kMostAsked)) {
        finish();
        return;
    }
    const DeliveryQuery query = lastDay(DeliveryStep::SuccessfulDelivery, m_opened->match.source.id,
                                        m_destinations.at(index).id, m_clock.now());
    whenAnswered(m_opened->api->deliveryFigures(query), this,
                 [this, index, own = m_generation](const Result<DeliveryFigures> &figures) {
                     if (own != m_generation) {
                         return;
                     }
                     if (!figures) {
                         // What one destination refuses the others will refuse as well.
                         m_fault = figures.error().userText;
                         finish();
                         return;
                     }
                     m_destinations[index].delivered = figures.value().total;
                     askFailed(index);
                 });
}

void SourceDestinations::askFailed(qsizetype index)
{
    const DeliveryQuery query =
        lastDay(DeliveryStep::FailedDelivery, m_opened->match.source.id, m_destinations.at(index).id, m_clock.now());
    whenAnswered(m_opened->api->deliveryFigures(query), this,
                 [this, index, own = m_generation](const Result<DeliveryFigures> &figures) {
                     if (own != m_generation) {
                         return;
                     }
                     if (figures) {
                         m_destinations[index].failed = figures.value().total;
                     }
                     Q_EMIT changed();
                     askFigures(index + 1);
                 });
}

void SourceDestinations::finish()
{
    m_asking = false;
    Q_EMIT changed();
}

bool SourceDestinations::hasEnabled() const
{
    return std::ranges::any_of(m_destinations, [](const Destination &each) { return each.enabled; });
}

QString SourceDestinations::sentence() const
{
    if (!m_fault.isEmpty()) {
        return m_fault;
    }
    return m_askedAt == 0 ? QString()
                          : tr("The figures are those of destinations in cloud mode; Segment has none for warehouses.");
}

} // namespace segue
