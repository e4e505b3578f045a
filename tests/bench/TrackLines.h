// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/journal/Entry.h"

#include <random>
#include <string>

namespace segue::bench {

//! Makes track calls as Pushwoosh's Segment source sends them, about 400 bytes each, the same for the same seed: random
//! message ids and HWIDs, 200,000 people, seven event names, 1 to 79 ms apart.
class TrackLines
{
public:
    //! `start`: ms since 1970 UTC of the first.
    explicit TrackLines(std::uint64_t seed = 7, std::int64_t start = 1'735'689'600'000);

    //! The next call with the fields that the journal keeps of it; Accepted mostly, 3 in 100 not.
    NewEntry next(const std::string &connection);

private:
    std::uint64_t roll(std::uint64_t sides) { return m_random() % sides; }

    std::mt19937_64 m_random;
    std::int64_t m_time;
};

} // namespace segue::bench
