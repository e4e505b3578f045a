// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/receiver/Gunzip.h"

#include <array>
#include <limits>

#define ZLIB_CONST
#include <zlib.h>

namespace segue {

namespace {

constexpr int kGzipOnly = 16 + MAX_WBITS; // zlib.h, inflateInit2

class Inflater
{
public:
    Inflater() { m_ready = inflateInit2(&m_stream, kGzipOnly) == Z_OK; }
    ~Inflater()
    {
        if (m_ready) {
            inflateEnd(&m_stream);
        }
    }
    Inflater(const Inflater &) = delete;
    Inflater &operator=(const Inflater &) = delete;

    bool isReady() const { return m_ready; }
    z_stream &stream() { return m_stream; }

private:
    z_stream m_stream{};
    bool m_ready = false;
};

} // namespace

GunzipResult gunzip(std::string_view packed, std::size_t limit, std::string &into)
{
    into.clear();
    Inflater inflater;
    if (!inflater.isReady() || packed.empty() || packed.size() > std::numeric_limits<uInt>::max()) {
        return GunzipResult::Damaged;
    }
    z_stream &stream = inflater.stream();
    stream.next_in = reinterpret_cast<const Bytef *>(packed.data());
    stream.avail_in = static_cast<uInt>(packed.size());
    std::array<char, 16'384> piece;
    for (;;) {
        stream.next_out = reinterpret_cast<Bytef *>(piece.data());
        stream.avail_out = static_cast<uInt>(piece.size());
        const int state = inflate(&stream, Z_NO_FLUSH);
        if (state != Z_OK && state != Z_STREAM_END) {
            return GunzipResult::Damaged;
        }
        const std::size_t unpacked = piece.size() - stream.avail_out;
        if (unpacked > limit - into.size()) {
            return GunzipResult::TooLarge;
        }
        into.append(piece.data(), unpacked);
        if (state == Z_STREAM_END) {
            if (stream.avail_in == 0) {
                return GunzipResult::Done;
            }
            if (inflateReset(&stream) != Z_OK) {
                return GunzipResult::Damaged;
            }
        } else if (stream.avail_in == 0 && unpacked < piece.size()) {
            return GunzipResult::Damaged; // it ends before its end
        }
    }
}

} // namespace segue
