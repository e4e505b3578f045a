// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/delivery/RateLimiter.h"

#include <algorithm>
#include <cmath>

namespace segue {

namespace {

// Each bucket holds one second's worth.
double refilled(double tokens, double perSecond, std::int64_t elapsedMs)
{
    return std::min(perSecond, tokens + perSecond * static_cast<double>(elapsedMs) / 1000.0);
}

double missingMs(double tokens, double perSecond)
{
    return perSecond <= 0 || tokens >= 1 ? 0 : (1 - tokens) * 1000.0 / perSecond;
}

} // namespace

RateLimiter::RateLimiter(Rates rates)
    : m_rates(rates)
    , m_requests(rates.requestsPerSecond)
    , m_events(rates.eventsPerSecond)
{
}

void RateLimiter::setRates(Rates rates)
{
    // Without a limit nothing was counted off, so a new one starts full.
    const auto held = [](double tokens, double before, double after) {
        return before <= 0 ? after : std::min(tokens, after);
    };
    m_requests = held(m_requests, m_rates.requestsPerSecond, rates.requestsPerSecond);
    m_events = held(m_events, m_rates.eventsPerSecond, rates.eventsPerSecond);
    m_rates = rates;
}

int RateLimiter::allowed(int wanted, std::int64_t nowMs)
{
    refill(nowMs);
    if (wanted <= 0 || (m_rates.requestsPerSecond > 0 && m_requests < 1)) {
        return 0;
    }
    if (m_rates.eventsPerSecond <= 0) {
        return wanted;
    }
    return std::clamp(static_cast<int>(std::floor(m_events)), 0, wanted);
}

void RateLimiter::take(int events, std::int64_t nowMs)
{
    refill(nowMs);
    m_requests -= 1;
    m_events -= events;
}

std::int64_t RateLimiter::waitMs(std::int64_t nowMs)
{
    refill(nowMs);
    const double wait =
        std::max(missingMs(m_requests, m_rates.requestsPerSecond), missingMs(m_events, m_rates.eventsPerSecond));
    return static_cast<std::int64_t>(std::ceil(wait));
}

void RateLimiter::refill(std::int64_t nowMs)
{
    if (m_last >= 0 && nowMs > m_last) {
        m_requests = refilled(m_requests, m_rates.requestsPerSecond, nowMs - m_last);
        m_events = refilled(m_events, m_rates.eventsPerSecond, nowMs - m_last);
    }
    m_last = std::max(m_last, nowMs);
}

} // namespace segue
