// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/journal/PayloadBlocks.h"

#include "app/journal/JournalSchema.h"

#include <zstd.h>

#include <memory>
#include <optional>

namespace segue {

namespace {

constexpr int kLevel = 1;
//! Half as long for a small block, which is joined with its neighbours and packed anew soon (BlockJoiner).
constexpr int kSmallLevel = -1;
constexpr std::size_t kSmall = std::size_t{8} * 1024;
//! SQLite's own limit for one value; a larger number is not ours.
constexpr std::size_t kLargestRaw = 1'000'000'000;

struct ContextDeleter
{
    void operator()(ZSTD_CCtx *context) const { ZSTD_freeCCtx(context); }
    void operator()(ZSTD_DCtx *context) const { ZSTD_freeDCtx(context); }
};

// One of each for a thread: making one takes longer than a small block does.
ZSTD_CCtx *packing()
{
    thread_local const std::unique_ptr<ZSTD_CCtx, ContextDeleter> context(ZSTD_createCCtx());
    ZSTD_CCtx_reset(context.get(), ZSTD_reset_session_and_parameters);
    ZSTD_CCtx_setParameter(context.get(), ZSTD_c_checksumFlag, 1);
    return context.get();
}

ZSTD_DCtx *unpacking()
{
    thread_local const std::unique_ptr<ZSTD_DCtx, ContextDeleter> context(ZSTD_createDCtx());
    return context.get();
}

JournalError damaged(std::string_view what)
{
    return {JournalError::Kind::Damaged, "payload block: " + std::string(what)};
}

void appendNumber(std::string &bytes, std::size_t number)
{
    for (; number >= 0x80; number >>= 7U) {
        bytes.push_back(static_cast<char>((number & 0x7fU) | 0x80U));
    }
    bytes.push_back(static_cast<char>(number));
}

std::optional<std::size_t> takeNumber(std::string_view bytes, std::size_t &offset)
{
    std::size_t number = 0;
    for (unsigned shift = 0; shift < 63 && offset < bytes.size(); shift += 7) {
        const auto byte = static_cast<unsigned char>(bytes[offset++]);
        number |= static_cast<std::size_t>(byte & 0x7fU) << shift;
        if ((byte & 0x80U) == 0) {
            return number;
        }
    }
    return std::nullopt;
}

} // namespace

JournalResult<std::vector<PackedBlock>> packPayloads(const std::vector<std::string_view> &payloads)
{
    ZSTD_CCtx *const context = packing();
    std::vector<PackedBlock> blocks;
    std::string raw;
    for (std::size_t first = 0; first < payloads.size();) {
        raw.clear();
        std::size_t end = first;
        for (std::size_t bytes = 0; end < payloads.size() && end - first < kBlockPayloads; ++end) {
            bytes += payloads[end].size();
            if (end > first && bytes > kBlockBytes) {
                break;
            }
            appendNumber(raw, payloads[end].size());
        }
        for (std::size_t i = first; i < end; ++i) {
            raw.append(payloads[i]);
            raw.push_back('\n');
        }
        ZSTD_CCtx_setParameter(context, ZSTD_c_compressionLevel, raw.size() <= kSmall ? kSmallLevel : kLevel);
        PackedBlock block;
        block.payloads = end - first;
        block.rawSize = raw.size();
        block.body.resize(ZSTD_compressBound(raw.size()));
        const std::size_t size = ZSTD_compress2(context, block.body.data(), block.body.size(), raw.data(), raw.size());
        if (ZSTD_isError(size) != 0U || raw.size() > kLargestRaw) {
            return JournalError{JournalError::Kind::Other, std::string("payload block: ") + ZSTD_getErrorName(size)};
        }
        block.body.resize(size);
        blocks.push_back(std::move(block));
        first = end;
    }
    return blocks;
}

JournalResult<PayloadBlock> PayloadBlock::unpack(std::string_view body, std::size_t payloads, std::size_t rawSize)
{
    PayloadBlock block;
    if (const JournalResult<Nothing> filled = block.refill(body, payloads, rawSize); !filled) {
        return filled.error();
    }
    return block;
}

JournalResult<Nothing> PayloadBlock::refill(std::string_view body, std::size_t payloads, std::size_t rawSize)
{
    m_places.clear();
    if (rawSize > kLargestRaw || payloads > kBlockPayloads ||
        ZSTD_getFrameContentSize(body.data(), body.size()) != rawSize) {
        return damaged("sizes");
    }
    m_raw.resize(rawSize);
    const std::size_t size = ZSTD_decompressDCtx(unpacking(), m_raw.data(), rawSize, body.data(), body.size());
    if (ZSTD_isError(size) != 0U || size != rawSize) {
        return damaged(ZSTD_getErrorName(size));
    }
    m_places.resize(payloads);
    JournalResult<Nothing> read = readLengths();
    if (!read) {
        m_places.clear();
    }
    return read;
}

JournalResult<Nothing> PayloadBlock::readLengths()
{
    std::size_t offset = 0;
    for (Place &place : m_places) {
        const std::optional<std::size_t> length = takeNumber(m_raw, offset);
        if (!length || *length > m_raw.size()) {
            return damaged("lengths");
        }
        place.length = *length;
    }
    for (Place &place : m_places) {
        place.start = offset;
        offset += place.length + 1;
    }
    return offset == m_raw.size() ? JournalResult<Nothing>(done) : damaged("contents");
}

} // namespace segue
