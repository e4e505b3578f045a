// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/log/RateFeed.h"

#include "app/core/Clock.h"

namespace segue {

namespace {

constexpr int kAskMs = 1'000;

RateSeries::Kind kindOf(EventState state)
{
    switch (state) {
    case EventState::Accepted:
    case EventState::Confirmed:
    case EventState::Observed:
        return RateSeries::Good;
    case EventState::Retrying:
    case EventState::Waiting:
        return RateSeries::Pending;
    case EventState::Refused:
    case EventState::Blocked:
    case EventState::GaveUp:
    case EventState::Unreadable:
        return RateSeries::Failed;
    case EventState::Queued:
    case EventState::Sending:
    case EventState::Cancelled:
    case EventState::Skipped:
    case EventState::Received:
        break;
    }
    return RateSeries::Other;
}

RateSeries::Counts countsOf(const StateCounts &counts)
{
    RateSeries::Counts kinds{};
    for (int number = 0; number < kEventStateCount; ++number) {
        const auto state = static_cast<EventState>(number);
        kinds.at(static_cast<std::size_t>(kindOf(state))) += counts.of(state);
    }
    return kinds;
}

} // namespace

RateFeed::RateFeed(EventLog &log, const Clock &clock, RatePlot &plot)
    : QObject(&plot)
    , m_log(log)
    , m_clock(clock)
    , m_plot(plot)
{
    m_timer.setInterval(kAskMs);
    connect(&m_timer, &QTimer::timeout, this, &RateFeed::ask);
    m_timer.start();
}

void RateFeed::setConnections(const std::vector<std::string> &connections)
{
    m_connections = connections;
    ++m_generation;
    m_asked = false;
    ask();
}

void RateFeed::ask()
{
    // One question at a time: a busy reader is not given a queue of them.
    if (m_asked || !m_plot.isVisible()) {
        return;
    }
    m_asked = true;
    const qint64 now = m_clock.now();
    m_log.rates(m_connections, now - kShownMs, now + kRateBucketMs, this,
                [this, now, of = m_generation](const Result<std::vector<RateBucket>> &buckets) {
                    if (of != m_generation) {
                        return;
                    }
                    m_asked = false;
                    if (buckets) {
                        m_plot.setSeries(seriesOf(buckets.value(), now));
                    }
                });
}

RateSeries RateFeed::seriesOf(const std::vector<RateBucket> &buckets, qint64 now)
{
    const qint64 last = now - now % kRateBucketMs;
    RateSeries series;
    series.span = kRateBucketMs;
    series.end = last + kRateBucketMs;
    series.spans.resize(kShownMs / kRateBucketMs);
    qint64 lately = 0;
    for (const RateBucket &bucket : buckets) {
        const qint64 place = (bucket.start - series.begin()) / kRateBucketMs;
        if (bucket.start < series.begin() || place >= series.spans.size()) {
            continue;
        }
        const RateSeries::Counts counts = countsOf(bucket.counts);
        series.spans[place] = counts;
        series.failedLately += counts.at(RateSeries::Failed);
        lately += bucket.start >= last - kRateBucketMs ? RateSeries::total(counts) : 0;
    }
    // Over the span that has just begun and the whole one before it, so that the number does not jump at each start.
    series.perSecond = static_cast<double>(lately) * 1'000 / static_cast<double>(now - last + kRateBucketMs);
    return series;
}

} // namespace segue
