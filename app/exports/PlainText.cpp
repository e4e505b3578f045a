// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/exports/PlainText.h"

#include <QChar>

#include <algorithm>

namespace segue {

namespace {

constexpr char32_t kFirstPicture = 0x2400;
constexpr char32_t kDelete = 0x7F;
constexpr char32_t kDeletePicture = 0x2421;
constexpr char32_t kLastOfPlane0 = 0xFFFF;

// Characters that change how their neighbours are shown, or are not seen at all. The joiners U+200C and U+200D are
// left alone: Persian, Indic scripts and emoji are wrong without them.
bool isDeceptive(char32_t c)
{
    return (c >= 0x80 && c <= 0x9F)          // C1 controls: a terminal may take 0x9B as an escape
           || c == 0xAD                      // soft hyphen
           || c == 0x061C                    // Arabic letter mark
           || c == 0x180E                    // Mongolian vowel separator
           || c == 0x200B                    // zero width space
           || c == 0x200E || c == 0x200F     // direction marks
           || (c >= 0x2028 && c <= 0x202E)   // line and paragraph separators, embeddings, overrides
           || (c >= 0x2060 && c <= 0x206F)   // word joiner, invisible operators, isolates, deprecated controls
           || c == 0xFEFF                    // byte order mark
           || (c >= 0xFFF9 && c <= 0xFFFB)   // interlinear annotation
           || (c >= 0xE0000 && c <= 0xE007F) // tags
        ;
}

void appendEscape(QString &to, char32_t c)
{
    const bool isLong = c > kLastOfPlane0;
    to += isLong ? QStringLiteral("\\U") : QStringLiteral("\\u");
    to += QString::number(static_cast<uint>(c), 16).toUpper().rightJustified(isLong ? 8 : 4, u'0');
}

void appendShown(QString &to, char32_t c, KeepLines keepLines)
{
    if (keepLines == KeepLines::Yes && (c == U'\n' || c == U'\t')) {
        to += QChar(static_cast<char16_t>(c));
    } else if (c < 0x20) {
        to += QChar(static_cast<char16_t>(kFirstPicture + c));
    } else if (c == kDelete) {
        to += QChar(static_cast<char16_t>(kDeletePicture));
    } else if (isDeceptive(c)) {
        appendEscape(to, c);
    } else if (QChar::isSurrogate(c)) {
        to += QChar(QChar::ReplacementCharacter);
    } else {
        to += QChar::fromUcs4(c);
    }
}

// Most texts are; they are given back without a copy.
bool isPlainAscii(const QString &text)
{
    return std::all_of(text.begin(), text.end(), [](QChar c) { return c >= u' ' && c < u'\x7F'; });
}

QString shown(const QString &text, qsizetype longest, KeepLines keepLines)
{
    QString result;
    result.reserve(std::min(text.size(), longest) + 16);
    for (qsizetype i = 0; i < text.size(); ++i) {
        const bool pair = text[i].isHighSurrogate() && i + 1 < text.size() && text[i + 1].isLowSurrogate();
        if (i + (pair ? 2 : 1) > longest) {
            return result + QChar(u'…');
        }
        if (pair) {
            appendShown(result, QChar::surrogateToUcs4(text[i], text[i + 1]), keepLines);
            ++i;
        } else {
            appendShown(result, text[i].unicode(), keepLines);
        }
    }
    return result;
}

} // namespace

QString plainText(const QString &text, KeepLines keepLines)
{
    return isPlainAscii(text) ? text : shown(text, text.size(), keepLines);
}

QString plainTextCut(const QString &text, qsizetype longest)
{
    return shown(text, longest, KeepLines::No);
}

} // namespace segue
