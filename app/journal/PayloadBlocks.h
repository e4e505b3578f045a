// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/journal/Entry.h"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace segue {

//! Payloads of consecutive entries, compressed together (zstd, level 1, with a checksum). Unpacked: the lengths as
//! LEB128 numbers, then each payload followed by a newline, so that no word is found across two of them.
struct PackedBlock
{
    std::size_t payloads = 0;
    std::size_t rawSize = 0;
    std::string body;
};

//! Packs the payloads, in their order, into as few blocks as the limits of JournalSchema.h allow. Does no input or
//! output.
JournalResult<std::vector<PackedBlock>> packPayloads(const std::vector<std::string_view> &payloads);

//! A block made readable again.
class PayloadBlock
{
public:
    //! Damaged when the bytes are not what packPayloads() made.
    static JournalResult<PayloadBlock> unpack(std::string_view body, std::size_t payloads, std::size_t rawSize);
    //! The same into this block, whose memory is used again; after an error it holds nothing.
    JournalResult<Nothing> refill(std::string_view body, std::size_t payloads, std::size_t rawSize);

    std::size_t size() const { return m_places.size(); }
    //! Valid as long as the block.
    std::string_view at(std::size_t index) const
    {
        return std::string_view(m_raw).substr(m_places[index].start, m_places[index].length);
    }

private:
    JournalResult<Nothing> readLengths();

    struct Place
    {
        std::size_t start = 0;
        std::size_t length = 0;
    };
    std::string m_raw;
    std::vector<Place> m_places;
};

} // namespace segue
