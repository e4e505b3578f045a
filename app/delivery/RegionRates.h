// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/delivery/RateLimiter.h"
#include "app/segment/Endpoint.h"

#include <map>

namespace segue {

//! The rates to Segment's own hosts: one limiter for each region, shared by all connections to it, since the limit is a
//! workspace's (Segment reference 1.5). Loopback and other gateways have none.
class RegionRates
{
public:
    explicit RegionRates(RateLimiter::Rates rates)
        : m_rates(rates)
    {
    }

    //! Null: no limit for this endpoint.
    RateLimiter *limiterFor(const Endpoint &endpoint);
    //! From now on; what a region has used up stays used up.
    void setRates(RateLimiter::Rates rates);

private:
    RateLimiter::Rates m_rates;
    std::map<Endpoint::Region, RateLimiter> m_limiters;
};

} // namespace segue
