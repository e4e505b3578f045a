// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace segue {

//! One character of a UTF-8 text; a byte that is no UTF-8 stands for itself, above all code points.
struct Utf8Character
{
    static constexpr char32_t kStrayByte = 0x110000;
    char32_t code = 0;
    std::size_t length = 0; //!< bytes
};

//! The character that begins at `offset`, which must lie inside the text.
Utf8Character utf8At(std::string_view text, std::size_t offset);
//! Appends the character's UTF-8; half a surrogate pair and what is no code point become U+FFFD, a stray byte itself.
void appendUtf8(std::string &text, char32_t code);

//! The character without its case: Unicode's simple case folding, which maps one character to one (`É` → `é`, `ẞ` →
//! `ß`). Free of Qt, of locales and of allocations.
char32_t caseFolded(char32_t code);
//! All characters that fold to the same one, the folded one first.
std::vector<char32_t> caseVariants(char32_t code);
//! Whether two texts are the same but for the case of their letters.
bool equalIgnoringCase(std::string_view a, std::string_view b);

} // namespace segue
