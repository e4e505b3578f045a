// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string_view>

namespace segue {

//! 32 bits of a text for the journal's narrow indexes (FNV-1a of 64 bits, folded). Stored: never change it. Different
//! texts may share a value, so a hit is confirmed against the text itself. Signed, since SQLite then needs 4 bytes.
constexpr std::int32_t keyHash(std::string_view text)
{
    std::uint64_t hash = 0xcbf29ce484222325U;
    for (const char c : text) {
        hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001b3U;
    }
    return static_cast<std::int32_t>(static_cast<std::uint32_t>(hash ^ (hash >> 32U)));
}

} // namespace segue
