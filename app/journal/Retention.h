// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/journal/EventState.h"

#include <array>
#include <cstdint>

namespace segue {

//! How much the journal keeps; whichever limit binds first. A limit of 0 is none. Only entries in an end state go, the
//! oldest first.
struct Retention
{
    std::int64_t maxAge = std::int64_t{30} * 24 * 60 * 60 * 1'000; //!< ms since received
    std::int64_t maxBytes = 2'000'000'000;                         //!< of the file, without free pages and log
    std::int64_t maxEntries = 5'000'000;
    //! The part of maxBytes and maxEntries that an origin is sure of, in percent, in the order of Origin. What an
    //! origin leaves unused the others may take; over the limits, the origin that is furthest above its part gives way.
    //! So a flood of captures evicts captures.
    std::array<int, kOriginCount> shares = {10, 50, 15, 15, 10};

    bool operator==(const Retention &) const = default;
};

} // namespace segue
