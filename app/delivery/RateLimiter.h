// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>

namespace segue {

//! Two token buckets, requests and events per second (Segment reference 1.5). Pure; time comes from outside.
class RateLimiter
{
public:
    struct Rates
    {
        double requestsPerSecond = 50; //!< 0: no limit
        double eventsPerSecond = 1000; //!< 0: no limit
    };

    explicit RateLimiter(Rates rates);

    //! From now on. What has been used up stays used up; a bucket holds no more than the new rate.
    void setRates(Rates rates);
    //! How many of the wanted events may go now in one request; 0 when none may.
    int allowed(int wanted, std::int64_t nowMs);
    //! Takes one request with that many events.
    void take(int events, std::int64_t nowMs);
    //! ms until at least one event may go.
    std::int64_t waitMs(std::int64_t nowMs);

private:
    void refill(std::int64_t nowMs);

    Rates m_rates;
    double m_requests;
    double m_events;
    std::int64_t m_last = -1;
};

} // namespace segue
