// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/journal/PayloadNeedle.h"

#include "app/journal/CaseFold.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cstring>

#if defined(__SSE2__)
#include <emmintrin.h>
#endif

namespace segue {

namespace {

//! How often a byte stands in payloads, roughly: small is rare. The anchors are taken from the rare ones.
int commonness(unsigned char byte)
{
    // From the most common one on, counted over track calls.
    static constexpr std::string_view kCommon = "\"etaiosnr:,cpdmu_-l0123456789hgybfvw.x{}TSPEk";
    const std::size_t place = kCommon.find(static_cast<char>(byte));
    return place == std::string_view::npos ? 1 : static_cast<int>(kCommon.size() - place) + 1;
}

int hexDigits(std::string_view text, std::size_t at, char32_t &value)
{
    value = 0;
    for (int i = 0; i < 4; ++i) {
        if (at + static_cast<std::size_t>(i) >= text.size()) {
            return i;
        }
        const char c = text[at + static_cast<std::size_t>(i)];
        const int digit = c >= '0' && c <= '9'   ? c - '0'
                          : c >= 'a' && c <= 'f' ? c - 'a' + 10
                          : c >= 'A' && c <= 'F' ? c - 'A' + 10
                                                 : -1;
        if (digit < 0) {
            return i;
        }
        value = value * 16 + static_cast<char32_t>(digit);
    }
    return 4;
}

//! Takes the `\uXXXX` at `at`, and the second half of a pair. Gives how many bytes it took; 0 when it is none.
std::size_t takeUnicodeEscape(std::string_view text, std::size_t at, std::string &to)
{
    char32_t code = 0;
    if (hexDigits(text, at + 2, code) != 4) {
        return 0;
    }
    if (code >= 0xD800 && code <= 0xDBFF && text.substr(at + 6, 2) == "\\u") {
        char32_t low = 0;
        if (hexDigits(text, at + 8, low) == 4 && low >= 0xDC00 && low <= 0xDFFF) {
            appendUtf8(to, 0x10000 + ((code - 0xD800) << 10U) + (low - 0xDC00));
            return 12;
        }
    }
    appendUtf8(to, code);
    return 6;
}

#if defined(__SSE2__)
//! Two bytes at a fixed distance, looked for at 64 places at once.
class BytePair
{
public:
    static constexpr std::size_t kWidth = 64;

    BytePair(const char *atOne, unsigned char one, unsigned char looseOne, const char *atTwo, unsigned char two,
             unsigned char looseTwo)
        : m_atOne(atOne)
        , m_atTwo(atTwo)
        , m_one(filled(one))
        , m_looseOne(filled(looseOne))
        , m_two(filled(two))
        , m_looseTwo(filled(looseTwo))
    {
    }

    //! A bit for each of the places from `place` on.
    std::uint64_t hits(std::size_t place) const
    {
        const __m128i a = sixteen(place);
        const __m128i b = sixteen(place + 16);
        const __m128i c = sixteen(place + 32);
        const __m128i d = sixteen(place + 48);
        if (bits(_mm_or_si128(_mm_or_si128(a, b), _mm_or_si128(c, d))) == 0) {
            return 0;
        }
        return bits(a) | (bits(b) << 16U) | (bits(c) << 32U) | (bits(d) << 48U);
    }

private:
    static __m128i filled(unsigned char byte) { return _mm_set1_epi8(static_cast<char>(byte)); }
    static __m128i load(const char *place) { return _mm_loadu_si128(reinterpret_cast<const __m128i *>(place)); }
    static std::uint64_t bits(__m128i value)
    {
        return static_cast<std::uint64_t>(static_cast<unsigned>(_mm_movemask_epi8(value)));
    }
    __m128i sixteen(std::size_t place) const
    {
        return _mm_and_si128(_mm_cmpeq_epi8(_mm_or_si128(load(m_atOne + place), m_looseOne), m_one),
                             _mm_cmpeq_epi8(_mm_or_si128(load(m_atTwo + place), m_looseTwo), m_two));
    }

    const char *m_atOne;
    const char *m_atTwo;
    __m128i m_one;
    __m128i m_looseOne;
    __m128i m_two;
    __m128i m_looseTwo;
};
#endif

} // namespace

PayloadNeedle::PayloadNeedle(std::string_view text, Case letters)
{
    for (std::size_t at = 0; at < text.size();) {
        const Utf8Character character = utf8At(text, at);
        Ways ways;
        if (letters == Case::Exact || character.code >= Utf8Character::kStrayByte) {
            ways.emplace_back(text.substr(at, character.length));
        } else {
            const std::vector<char32_t> variants = caseVariants(character.code);
            for (const char32_t variant : variants) {
                appendUtf8(ways.emplace_back(), variant);
            }
        }
        m_characters.push_back(std::move(ways));
        at += character.length;
    }
    chooseFixedPart();
    if (letters == Case::Exact) {
        m_isPlain = true;
        m_plain = text;
    }
}

PayloadNeedle::LooseByte PayloadNeedle::looseByte(const Ways &ways, std::size_t at)
{
    LooseByte byte{static_cast<unsigned char>(ways.front()[at]), 0};
    for (const std::string &way : ways) {
        byte.loose = static_cast<unsigned char>(byte.loose | (byte.value ^ static_cast<unsigned char>(way[at])));
    }
    byte.value |= byte.loose;
    return byte;
}

void PayloadNeedle::chooseAnchors(FixedPart &part)
{
    std::vector<std::pair<int, std::size_t>> places;
    for (std::size_t place = 0; place < part.bytes.size(); ++place) {
        int sum = 0;
        for (unsigned value = 0; value < 256; ++value) {
            const bool meant = part.bytes[place].means(static_cast<char>(value));
            sum += meant ? commonness(static_cast<unsigned char>(value)) : 0;
        }
        places.emplace_back(sum, place);
    }
    std::ranges::sort(places);
    const auto &[rarest, place] = places.front();
    const auto &[next, nextPlace] = places[places.size() > 1 ? 1 : 0];
    part.anchors[0] = place;
    part.anchors[1] = nextPlace;
    // One byte alone is found far more often than two.
    part.commonness = places.size() > 1 ? rarest * next : rarest * 100;
}

void PayloadNeedle::chooseFixedPart()
{
    FixedPart part;
    const auto keepRarer = [&] {
        if (!part.bytes.empty()) {
            chooseAnchors(part);
            if (m_fixed.bytes.empty() || part.commonness < m_fixed.commonness) {
                m_fixed = part;
            }
        }
        part = {};
    };
    for (std::size_t i = 0; i < m_characters.size(); ++i) {
        const Ways &ways = m_characters[i];
        const std::size_t length = ways.front().size();
        if (!std::ranges::all_of(ways, [length](const std::string &way) { return way.size() == length; })) {
            keepRarer();
            continue;
        }
        part.first = part.bytes.empty() ? i : part.first;
        for (std::size_t at = 0; at < length; ++at) {
            part.bytes.push_back(looseByte(ways, at));
        }
    }
    keepRarer();
}

std::size_t PayloadNeedle::beginOf(std::string_view bytes, std::size_t run, std::size_t from) const
{
    const auto wayAt = [&](const Ways &ways, std::size_t at) -> std::size_t {
        for (const std::string &way : ways) {
            if (bytes.compare(at, way.size(), way) == 0) {
                return way.size();
            }
        }
        return 0;
    };
    std::size_t at = run;
    for (std::size_t i = m_fixed.first; i < m_characters.size(); ++i) {
        const std::size_t length = at <= bytes.size() ? wayAt(m_characters[i], at) : 0;
        if (length == 0) {
            return kNotFound;
        }
        at += length;
    }
    at = run;
    for (std::size_t i = m_fixed.first; i > 0; --i) {
        const Ways &ways = m_characters[i - 1];
        const auto way = std::ranges::find_if(ways, [&](const std::string &candidate) {
            return at - from >= candidate.size() &&
                   bytes.compare(at - candidate.size(), candidate.size(), candidate) == 0;
        });
        if (way == ways.end()) {
            return kNotFound;
        }
        at -= way->size();
    }
    return at;
}

std::size_t PayloadNeedle::findWithoutAnchors(std::string_view bytes, std::size_t from) const
{
    std::array<bool, 256> begins{};
    for (const std::string &way : m_characters.front()) {
        begins[static_cast<unsigned char>(way.front())] = true;
    }
    for (std::size_t at = from; at < bytes.size(); ++at) {
        if (begins[static_cast<unsigned char>(bytes[at])] && beginOf(bytes, at, from) != kNotFound) {
            return at;
        }
    }
    return kNotFound;
}

std::size_t PayloadNeedle::find(std::string_view bytes, std::size_t from) const
{
    if (m_characters.empty()) {
        return from <= bytes.size() ? from : kNotFound;
    }
    if (m_fixed.bytes.empty()) {
        return findWithoutAnchors(bytes, from);
    }
    if (from > bytes.size() || bytes.size() - from < m_fixed.bytes.size()) {
        return kNotFound;
    }
    const std::size_t end = bytes.size() - m_fixed.bytes.size() + 1; // of the places where the fixed part may begin
    const LooseByte one = m_fixed.bytes[m_fixed.anchors[0]];
    const LooseByte two = m_fixed.bytes[m_fixed.anchors[1]];
    const char *const atOne = bytes.data() + m_fixed.anchors[0];
    const char *const atTwo = bytes.data() + m_fixed.anchors[1];
    const auto beginAt = [&](std::size_t run) {
        if (m_isPlain) {
            return std::memcmp(bytes.data() + run, m_plain.data(), m_plain.size()) == 0 ? run : kNotFound;
        }
        return beginOf(bytes, run, from);
    };
    std::size_t run = from;
#if defined(__SSE2__)
    const BytePair pair(atOne, one.value, one.loose, atTwo, two.value, two.loose);
    for (; run + BytePair::kWidth <= end; run += BytePair::kWidth) {
        for (std::uint64_t set = pair.hits(run); set != 0; set &= set - 1) {
            const std::size_t begin = beginAt(run + static_cast<std::size_t>(std::countr_zero(set)));
            if (begin != kNotFound) {
                return begin;
            }
        }
    }
#endif
    for (; run < end; ++run) {
        if (one.means(atOne[run]) && two.means(atTwo[run])) {
            if (const std::size_t begin = beginAt(run); begin != kNotFound) {
                return begin;
            }
        }
    }
    return kNotFound;
}

bool PayloadNeedle::in(std::string_view payload) const
{
    if (find(payload) != kNotFound) {
        return true;
    }
    std::string plain;
    return unescape(payload, plain) && find(plain) != kNotFound;
}

bool PayloadNeedle::unescape(std::string_view payload, std::string &to)
{
    std::size_t backslash = payload.find('\\');
    if (backslash == std::string_view::npos) {
        return false;
    }
    to.clear();
    to.reserve(payload.size());
    std::size_t copied = 0;
    for (; backslash != std::string_view::npos; backslash = payload.find('\\', copied)) {
        to.append(payload.substr(copied, backslash - copied));
        copied = backslash;
        static constexpr std::string_view kLetters = "\"\\/bfnrt";
        static constexpr std::string_view kMeant = "\"\\/\b\f\n\r\t";
        const char letter = backslash + 1 < payload.size() ? payload[backslash + 1] : '\0';
        const std::size_t simple = kLetters.find(letter);
        if (letter == 'u') {
            copied += takeUnicodeEscape(payload, backslash, to);
        } else if (simple != std::string_view::npos) {
            to.push_back(kMeant[simple]);
            copied += 2;
        }
        if (copied == backslash) { // no escape
            to.push_back('\\');
            ++copied;
        }
    }
    to.append(payload.substr(copied));
    return true;
}

} // namespace segue
