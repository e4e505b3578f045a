// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace segue {

//! A text to be found in payloads, made ready once for many of them. A word is found whatever the case of its letters,
//! of any script; a phrase exactly. Immutable, so that several threads may use one. Free of Qt.
class PayloadNeedle
{
public:
    enum class Case { Ignored, Exact };
    static constexpr std::size_t kNotFound = static_cast<std::size_t>(-1);

    //! `text` is UTF-8. An empty one is found everywhere.
    PayloadNeedle(std::string_view text, Case letters);

    //! Whether the payload's bytes hold the text, or, where it has JSON escapes, what they stand for does.
    bool in(std::string_view payload) const;
    //! Where the text first begins at or after `from`, in the bytes as they are; kNotFound when it does not. Made for
    //! whole blocks of payloads: some GB/s where nothing is found.
    std::size_t find(std::string_view bytes, std::size_t from = 0) const;

    //! Writes what the payload says without JSON's escapes: `\"`, `\/`, `\n`, `\u00e9` … become the characters they
    //! stand for, half a surrogate pair U+FFFD; a backslash that begins no escape stays. False, with nothing written,
    //! when there is no backslash at all.
    static bool unescape(std::string_view payload, std::string &to);

private:
    //! One character: the ways to write it. No way is the beginning or the end of another.
    using Ways = std::vector<std::string>;
    //! A byte to look for: matches b where (b | loose) == value.
    struct LooseByte
    {
        unsigned char value = 0;
        unsigned char loose = 0;

        bool means(char byte) const { return (static_cast<unsigned char>(byte) | loose) == value; }
    };
    //! Bytes at known distances: characters first … whose ways are equally long, and the two rarest of them.
    struct FixedPart
    {
        std::size_t first = 0;
        std::vector<LooseByte> bytes;
        std::size_t anchors[2] = {0, 0};
        int commonness = 0; //!< of the anchors
    };
    static LooseByte looseByte(const Ways &ways, std::size_t at);
    static void chooseAnchors(FixedPart &part);
    void chooseFixedPart();
    //! Whether the text stands around `run`, the place of the fixed part's first byte; gives where it begins.
    std::size_t beginOf(std::string_view bytes, std::size_t run, std::size_t from) const;
    std::size_t findWithoutAnchors(std::string_view bytes, std::size_t from) const;

    std::vector<Ways> m_characters;
    FixedPart m_fixed;      //!< what is looked for first; no bytes: no character is of one length
    bool m_isPlain = false; //!< one way each: compared at once
    std::string m_plain;
};

} // namespace segue
