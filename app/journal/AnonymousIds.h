// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/core/EntryId.h"

#include <cstdint>
#include <vector>

namespace segue {

//! The anonymous ids of a stretch of entries.
struct AnonymousIds
{
    std::vector<std::int32_t> hashes; //!< keyHash() of each, without doubles
    EntryId next;                     //!< below it lies the stretch before this one
    bool isLast = false;              //!< nothing older belongs to it
};

} // namespace segue
