// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/exports/PlainText.h"

#include <algorithm>

namespace segue {

namespace {

constexpr char16_t kZeroWidthJoiner = 0x200D; // joins emoji; shown as it is

bool isHarmless(QChar character, KeepLines keepLines)
{
    if (keepLines == KeepLines::Yes && (character == u'\n' || character == u'\t')) {
        return true;
    }
    switch (character.category()) {
    case QChar::Other_Control:
    case QChar::Separator_Line:
    case QChar::Separator_Paragraph:
        return false;
    case QChar::Other_Format:
        return character.unicode() == kZeroWidthJoiner;
    default:
        return true;
    }
}

QString picture(QChar character)
{
    const char16_t code = character.unicode();
    if (code < 0x20) {
        return QString(QChar(static_cast<char16_t>(0x2400 + code)));
    }
    if (code == 0x7F) {
        return QString(QChar(u'\u2421'));
    }
    return QStringLiteral("\\u%1").arg(static_cast<uint>(code), 4, 16, QLatin1Char('0'));
}

} // namespace

QString plainText(const QString &text, KeepLines keepLines)
{
    if (std::all_of(text.begin(), text.end(), [&](QChar each) { return isHarmless(each, keepLines); })) {
        return text;
    }
    QString shown;
    shown.reserve(text.size() + 16);
    for (const QChar each : text) {
        if (isHarmless(each, keepLines)) {
            shown += each;
        } else {
            shown += picture(each);
        }
    }
    return shown;
}

} // namespace segue
