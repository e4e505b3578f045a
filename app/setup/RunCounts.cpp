// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/setup/RunCounts.h"

#include "app/core/Futures.h"
#include "app/segment/PublicApi.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace segue {

namespace {

constexpr std::int64_t kMinute = 60'000;
constexpr std::int64_t kHour = 60 * kMinute;
constexpr std::int64_t kDay = 24 * kHour;

//! The refusals that a query itself can cause; others are about the token, the network or Segment.
bool isRefusal(const Error &error)
{
    return error.code == ErrorCode::InvalidInput || error.code == ErrorCode::Absent || error.code == ErrorCode::Payload;
}

} // namespace

bool RunCounts::isComplete() const
{
    return !events.isEmpty() &&
           std::ranges::all_of(events, [](const Event &event) { return event.received > 0 || event.failed > 0; });
}

RunCountsRequest::RunCountsRequest(std::shared_ptr<PublicApi> api, const QString &sourceId, const ProofRecord &run,
                                   std::int64_t now, bool mayUseNames, Done whenDone)
    : m_api(std::move(api))
    , m_sourceId(sourceId)
    , m_version(u"segue-"_s + run.runId)
    , m_begin(run.started / kMinute * kMinute - kMinute)
    , m_mayUseNames(mayUseNames)
    , m_done(std::move(whenDone))
{
    // The longest spans and the oldest starts that Segment takes (reference 3.10).
    const std::int64_t age = now - m_begin;
    m_granularity = age < 47 * kHour ? Granularity::Minute : age < 29 * kDay ? Granularity::Hour : Granularity::Day;
    const std::int64_t longest = m_granularity == Granularity::Minute ? 4 * kHour
                                 : m_granularity == Granularity::Hour ? 14 * kDay
                                                                      : 30 * kDay;
    m_end = std::min(now / kMinute * kMinute + kMinute, m_begin + longest);
    m_counts.askedAt = now;
    for (const ProofRecord::Sample &sample : run.samples) {
        if (!m_names.contains(sample.event)) {
            m_names.append(sample.event);
            m_counts.events.append({sample.event, 0, 0, {}});
        }
    }
}

void RunCountsRequest::abort()
{
    m_done = nullptr;
    m_api->abortAll();
}

void RunCountsRequest::start()
{
    askReceived();
}

template <class T> void RunCountsRequest::ask(const QFuture<T> &future, void (RunCountsRequest::*take)(const T &))
{
    whenAnswered(future, this, [this, take](const T &answer) {
        if (m_done) {
            (this->*take)(answer);
        }
    });
}

DeliveryQuery RunCountsRequest::query(DeliveryStep step, By by) const
{
    DeliveryQuery query;
    query.step = step;
    query.sourceId = m_sourceId;
    query.granularity = m_granularity;
    query.begin = m_begin;
    query.end = m_end;
    query.groupBy = {u"eventName"_s};
    if (step == DeliveryStep::FailedOnIngest) {
        query.groupBy.append(u"discardReason"_s);
    }
    if (by == By::Run) {
        query.groupBy.append(u"appVersion"_s);
        query.filters.insert(u"appVersion"_s, {m_version});
    }
    return query;
}

void RunCountsRequest::askReceived()
{
    ask(m_api->deliveryFigures(query(DeliveryStep::SuccessfullyReceived, By::Run)), &RunCountsRequest::takeReceived);
}

void RunCountsRequest::takeReceived(const Figures &figures)
{
    if (figures) {
        add(figures.value(), false);
        askFailed();
        return;
    }
    m_error = figures.error();
    if (!isRefusal(figures.error()) && figures.error().code != ErrorCode::Denied) {
        end();
        return;
    }
    // A token may be good for Event Volume alone.
    m_groupingRefused = true;
    askVolume();
}

void RunCountsRequest::askFailed()
{
    ask(m_api->deliveryFigures(query(DeliveryStep::FailedOnIngest, By::Run)), &RunCountsRequest::takeFailed);
}

void RunCountsRequest::takeFailed(const Figures &figures)
{
    if (figures) {
        add(figures.value(), true);
    }
    if (m_counts.isComplete()) {
        end();
    } else {
        askVolume();
    }
}

void RunCountsRequest::askVolume()
{
    VolumeQuery volume;
    volume.granularity = m_granularity;
    volume.begin = m_begin;
    volume.end = m_end;
    volume.groupBy = {u"eventName"_s};
    volume.sourceIds = {m_sourceId};
    volume.appVersions = {m_version};
    ask(m_api->eventVolume(volume), &RunCountsRequest::takeVolume);
}

void RunCountsRequest::takeVolume(const Result<QList<VolumeRow>> &rows)
{
    if (rows) {
        for (const VolumeRow &row : rows.value()) {
            for (RunCounts::Event &event : m_counts.events) {
                if (event.name == row.eventName) {
                    event.received = std::max(event.received, row.total);
                }
            }
        }
        m_error.reset();
    }
    const bool denied = m_error && m_error->code == ErrorCode::Denied;
    if (showsAnything()) {
        m_counts.by = By::Run;
        end();
    } else if (!denied && (m_mayUseNames || (m_groupingRefused && !rows))) {
        askNames();
    } else {
        end();
    }
}

void RunCountsRequest::askNames()
{
    ask(m_api->deliveryFigures(query(DeliveryStep::SuccessfullyReceived, By::Name)), &RunCountsRequest::takeNames);
}

void RunCountsRequest::takeNames(const Figures &figures)
{
    if (!figures) {
        end();
        return;
    }
    m_error.reset();
    m_counts.by = By::Name;
    add(figures.value(), false);
    askNamesFailed();
}

void RunCountsRequest::askNamesFailed()
{
    ask(m_api->deliveryFigures(query(DeliveryStep::FailedOnIngest, By::Name)), &RunCountsRequest::takeNamesFailed);
}

void RunCountsRequest::takeNamesFailed(const Figures &figures)
{
    if (figures) {
        add(figures.value(), true);
    }
    if (!showsAnything()) {
        m_counts.by = By::Nobody;
    }
    end();
}

void RunCountsRequest::add(const DeliveryFigures &figures, bool failed)
{
    for (const DeliveryRow &row : figures.rows) {
        for (RunCounts::Event &event : m_counts.events) {
            // A filter that was passed over would count the events of others.
            const bool isOther = m_counts.by != By::Name && !row.appVersion.isEmpty() && row.appVersion != m_version;
            if (event.name != row.eventName || isOther) {
                continue;
            }
            (failed ? event.failed : event.received) += row.total;
            if (failed && event.discardReason.isEmpty()) {
                event.discardReason = row.discardReason;
            }
        }
    }
    if (m_counts.by == By::Nobody && showsAnything()) {
        m_counts.by = By::Run;
    }
}

bool RunCountsRequest::showsAnything() const
{
    return std::ranges::any_of(m_counts.events,
                               [](const RunCounts::Event &event) { return event.received > 0 || event.failed > 0; });
}

void RunCountsRequest::end()
{
    if (const Done tell = std::exchange(m_done, nullptr)) {
        tell(m_error && !showsAnything() ? Result<RunCounts>(*m_error) : Result<RunCounts>(m_counts));
    }
}

} // namespace segue
