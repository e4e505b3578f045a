// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/core/Clock.h"

#include <algorithm>

namespace segue {

//! The time of day by which an event's budget is judged: it never runs ahead of the clock that only grows, so a clock
//! that is set forward gives up nothing.
class SteadyTime
{
public:
    explicit SteadyTime(const Clock &clock)
        : m_clock(clock)
        , m_offset(clock.now() - clock.monotonic())
    {
    }

    //! ms since 1970 UTC; at most what the clock says.
    std::int64_t now() const { return std::min(m_clock.now(), m_clock.monotonic() + m_offset); }

private:
    const Clock &m_clock;
    std::int64_t m_offset;
};

} // namespace segue
