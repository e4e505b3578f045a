// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/core/Clock.h"

#include <ctime>

namespace segue {

namespace {
std::int64_t milliseconds(clockid_t clock)
{
    timespec time{};
    clock_gettime(clock, &time);
    return static_cast<std::int64_t>(time.tv_sec) * 1000 + time.tv_nsec / 1'000'000;
}
} // namespace

std::int64_t SystemClock::now() const
{
    return milliseconds(CLOCK_REALTIME);
}

std::int64_t SystemClock::monotonic() const
{
    return milliseconds(CLOCK_BOOTTIME);
}

} // namespace segue
