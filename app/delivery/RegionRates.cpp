// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/delivery/RegionRates.h"

namespace segue {

RateLimiter *RegionRates::limiterFor(const Endpoint &endpoint)
{
    if (!endpoint.isSegment()) {
        return nullptr;
    }
    return &m_limiters.try_emplace(endpoint.region(), m_rates).first->second;
}

void RegionRates::setRates(RateLimiter::Rates rates)
{
    m_rates = rates;
    for (auto &[region, limiter] : m_limiters) {
        limiter.setRates(rates);
    }
}

} // namespace segue
