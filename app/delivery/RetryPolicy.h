// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/segment/TrackingApi.h"

#include <cstdint>
#include <random>

namespace segue {

//! When an undelivered event is tried again, and when it is given up. Pure: randomness and time come from outside.
struct RetryPolicy
{
    std::int64_t firstDelayMs = 500;
    std::int64_t longestDelayMs = std::int64_t{5} * 60 * 1000;
    std::int64_t budgetMs = 7LL * 24 * 60 * 60 * 1000;      //!< an event that was tried for so long is given up
    std::int64_t duplicateWindowMs = 24LL * 60 * 60 * 1000; //!< Segment's window for ids (reference 1.8)

    //! The wait after `failures` failures in a row (1 or more): doubled each time, up to the longest, with jitter of
    //! 50 % to 100 %. An answer's own Retry-After (ms, or -1) is kept to instead.
    std::int64_t delay(int failures, std::int64_t retryAfterMs, std::mt19937_64 &random) const;
    //! Whether an event whose budget counts from then may still be tried at `now`.
    bool withinBudget(std::int64_t countsFrom, std::int64_t now) const;
    //! Whether a further attempt may make the event arrive twice.
    bool mayArriveTwice(std::int64_t lastUnknownOutcome, std::int64_t now) const;
};

} // namespace segue
