// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/checkup/WorkspaceLook.h"

#include "app/core/Futures.h"

#include <utility>

namespace segue {

using namespace Qt::StringLiterals;

namespace {

constexpr std::int64_t kDayMs = std::int64_t{24} * 60 * 60 * 1'000;
constexpr int kMostDestinations = 8;

QString aToken()
{
    return WorkspaceLook::tr(
        "A token of Segment's Public API, kept in the keychain for the region of this connection.");
}

Missing unanswered(const Error &error)
{
    return {error.userText, WorkspaceLook::tr("An answer of Segment's Public API."), {}};
}

} // namespace

WorkspaceLook::WorkspaceLook(WorkspaceAccess &workspaces, const Clock &clock, CheckFacts &facts,
                             std::function<void()> changed, QObject *parent)
    : QObject(parent)
    , m_workspaces(workspaces)
    , m_clock(clock)
    , m_facts(facts)
    , m_changed(std::move(changed))
{
}

std::optional<Error> WorkspaceLook::Workspace::trouble() const
{
    if (fault) {
        return fault;
    }
    if (!*workspace) {
        return workspace->error();
    }
    return *sources ? std::nullopt : std::optional(sources->error());
}

void WorkspaceLook::start(const std::optional<Secret> &key)
{
    m_key = key;
    const Region own = m_facts.connection.endpoint.region();
    if (m_facts.connection.isSandbox() || own == Region::Other) {
        none({tr("Another endpoint than Segment's has no Public API."), {}, {}});
        return;
    }
    // The other region as well: a key that is found there explains why nothing arrives here.
    for (const Region region : {own, own == Region::Us ? Region::Eu : Region::Us}) {
        m_asked.push_back(std::make_unique<Workspace>());
        m_asked.back()->region = region;
    }
    for (const auto &each : m_asked) {
        open(*each);
    }
}

void WorkspaceLook::open(Workspace &workspace)
{
    whenAnswered(
        m_workspaces.open(workspace.region), this, [this, &workspace](const Result<std::shared_ptr<PublicApi>> &api) {
            if (!api) {
                workspace.fault = api.error();
                choose();
                return;
            }
            workspace.api = api.value();
            whenAnswered(workspace.api->workspace(), this, [this, &workspace](const Result<SegmentWorkspace> &found) {
                workspace.workspace = found;
                choose();
            });
            whenAnswered(workspace.api->sources(), this, [this, &workspace](const Result<QList<SegmentSource>> &found) {
                workspace.sources = found;
                choose();
            });
        });
}

void WorkspaceLook::choose()
{
    if (m_facts.source || !std::ranges::all_of(m_asked, [](const auto &each) { return each->isDone(); })) {
        return;
    }
    const Workspace *best = nullptr;
    SourceFact fact;
    for (const auto &each : m_asked) {
        if (each->trouble()) {
            continue;
        }
        const SourceFact found = SourceFact::of(each->sources->value(), m_key, m_facts.connection.name);
        const bool isOwn = each->region == m_facts.connection.endpoint.region();
        // Of another region only the key itself counts: the name may stand in both.
        if (isOwn || (found.match.isByKey() && !fact.match.isByKey())) {
            fact = found;
            best = each.get();
        }
    }
    if (best == nullptr) {
        const Error why = m_asked.front()->trouble().value_or(Error());
        none(why.code == ErrorCode::Absent && m_asked.front()->fault
                 ? Missing{{}, aToken(), {NextStep::Kind::Setup, {}}}
                 : unanswered(why));
        return;
    }
    take(*best, fact);
}

void WorkspaceLook::take(const Workspace &workspace, const SourceFact &fact)
{
    SourceFact found = fact;
    found.workspace = workspace.workspace->value();
    found.region = workspace.region;
    if (!found.match.isFound()) {
        const Missing noSource{
            tr("The source was not found in the workspace."), tr("A token that sees the source."), {}};
        m_facts.outlets = noSource;
        m_facts.schema = noSource;
        m_facts.day = noSource;
    }
    m_facts.source = found;
    m_changed();
    if (found.match.isFound()) {
        m_api = workspace.api;
        m_source = found.match.source;
        lookAtOutlets();
        lookAtSchema();
    }
}

void WorkspaceLook::none(const Missing &missing)
{
    m_facts.source = missing;
    m_facts.outlets = missing;
    m_facts.schema = missing;
    m_facts.day = missing;
    m_changed();
}

void WorkspaceLook::lookAtOutlets()
{
    const auto settle = [this] {
        if (!m_destinations || !m_warehouses) {
            return;
        }
        if (!*m_destinations || !*m_warehouses) {
            m_facts.outlets = unanswered(*m_destinations ? m_warehouses->error() : m_destinations->error());
        } else {
            m_facts.outlets = OutletFact{m_source.slug, m_destinations->value(), m_warehouses->value()};
        }
        m_changed();
        lookAtDay();
    };
    whenAnswered(m_api->connectedDestinations(m_source.id), this,
                 [this, settle](const Result<QList<SegmentDestination>> &found) {
                     m_destinations = found;
                     settle();
                 });
    whenAnswered(m_api->connectedWarehouses(m_source.id), this,
                 [this, settle](const Result<QList<SegmentWarehouse>> &found) {
                     m_warehouses = found;
                     settle();
                 });
}

void WorkspaceLook::lookAtSchema()
{
    const auto settle = [this] {
        if (!m_settings || !m_whole) {
            return;
        }
        if (!*m_settings || !*m_whole) {
            m_facts.schema = unanswered(*m_settings ? m_whole->error() : m_settings->error());
        } else {
            m_facts.schema = SchemaFact{m_source.slug, m_settings->value(), !m_whole->value().trackingPlanId.isEmpty()};
        }
        m_changed();
    };
    whenAnswered(m_api->schemaSettings(m_source.id), this, [this, settle](const Result<SchemaSettings> &found) {
        m_settings = found;
        settle();
    });
    whenAnswered(m_api->source(m_source.id), this, [this, settle](const Result<SegmentSource> &found) {
        m_whole = found;
        settle();
    });
}

void WorkspaceLook::lookAtDay()
{
    m_day.sourceSlug = m_source.slug;
    m_dayEnd = m_clock.now();
    ++m_dayOpen; // until all have been asked
    askDay(DeliveryStep::SuccessfullyReceived, {},
           [this](const DeliveryFigures &figures) { m_day.received = figures.total; });
    askDay(DeliveryStep::FailedOnIngest, {},
           [this](const DeliveryFigures &figures) { m_day.failedOnIngest = figures; });
    askDay(DeliveryStep::FilteredAtSource, {},
           [this](const DeliveryFigures &figures) { m_day.filteredAtSource = figures.total; });
    const QList<SegmentDestination> connected = m_destinations->valueOr({});
    for (const SegmentDestination &each : connected) {
        if (!each.enabled) {
            continue;
        }
        if (m_day.destinations.size() == kMostDestinations) {
            ++m_day.leftOut;
            continue;
        }
        const qsizetype at = m_day.destinations.size();
        m_day.destinations.append({each.name.isEmpty() ? each.kindName : each.name, each.kindSlug, 0, 0});
        askDay(DeliveryStep::SuccessfulDelivery, each.id,
               [this, at](const DeliveryFigures &figures) { m_day.destinations[at].delivered = figures.total; });
        askDay(DeliveryStep::FailedDelivery, each.id,
               [this, at](const DeliveryFigures &figures) { m_day.destinations[at].failed = figures.total; });
    }
    dayAnswered({});
}

void WorkspaceLook::askDay(DeliveryStep step, const QString &destinationId,
                           const std::function<void(const DeliveryFigures &)> &take)
{
    DeliveryQuery query;
    query.step = step;
    query.sourceId = m_source.id;
    query.destinationId = destinationId;
    query.granularity = Granularity::Hour;
    query.begin = m_dayEnd - kDayMs;
    query.end = m_dayEnd;
    if (step == DeliveryStep::FailedOnIngest) {
        query.groupBy = {u"discardReason"_s};
    }
    ++m_dayOpen;
    whenAnswered(m_api->deliveryFigures(query), this, [this, take](const Result<DeliveryFigures> &figures) {
        if (figures) {
            take(figures.value());
        }
        dayAnswered(figures ? std::nullopt : std::optional(figures.error()));
    });
}

void WorkspaceLook::dayAnswered(const std::optional<Error> &error)
{
    --m_dayOpen;
    if (m_facts.day) {
        return; // one of the figures could not be had; the rest would give half a picture
    }
    if (error) {
        m_facts.day = unanswered(*error);
    } else if (m_dayOpen == 0) {
        m_facts.day = m_day;
    } else {
        return;
    }
    m_changed();
}

} // namespace segue
