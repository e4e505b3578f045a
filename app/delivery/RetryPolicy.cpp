// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/delivery/RetryPolicy.h"

#include <algorithm>

namespace segue {

namespace {
// Segment reference 1.10: a Retry-After is kept to between these.
constexpr std::int64_t kShortestAskedMs = 1000;
constexpr std::int64_t kLongestAskedMs = 300'000;
} // namespace

std::int64_t RetryPolicy::delay(int failures, std::int64_t retryAfterMs, std::mt19937_64 &random) const
{
    if (retryAfterMs >= 0) {
        return std::clamp(retryAfterMs, kShortestAskedMs, kLongestAskedMs);
    }
    std::int64_t full = std::min(firstDelayMs, longestDelayMs);
    for (int i = 1; i < failures && full < longestDelayMs; ++i) {
        full = full > longestDelayMs / 2 ? longestDelayMs : full * 2;
    }
    std::uniform_int_distribution<std::int64_t> jitter((full + 1) / 2, full);
    return jitter(random);
}

bool RetryPolicy::withinBudget(std::int64_t countsFrom, std::int64_t now) const
{
    return now - countsFrom <= budgetMs;
}

bool RetryPolicy::mayArriveTwice(std::int64_t lastUnknownOutcome, std::int64_t now) const
{
    return lastUnknownOutcome >= 0 && now - lastUnknownOutcome > duplicateWindowMs;
}

} // namespace segue
