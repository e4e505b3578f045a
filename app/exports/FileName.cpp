// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/exports/FileName.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace segue {

namespace {

constexpr qsizetype kLongest = 60; // in UTF-8 at most 240 bytes of the 255 that a name may have

bool stays(uint character)
{
    return QChar::isLetterOrNumber(character) || QChar::isMark(character) || character == u'-' || character == u'_' ||
           character == u'.';
}

} // namespace

QString fileNamePart(const QString &text)
{
    static const QRegularExpression edges(u"^[._-]+|[._-]+$"_s);
    // Windows keeps these for devices, whatever the suffix.
    static const QRegularExpression kept(u"^(con|prn|aux|nul|com[0-9]|lpt[0-9])(\\.|$)"_s,
                                         QRegularExpression::CaseInsensitiveOption);
    QString part;
    qsizetype length = 0;
    const QList<uint> characters = text.normalized(QString::NormalizationForm_C).toUcs4();
    for (const uint each : characters) {
        if (length == kLongest) {
            break;
        }
        if (stays(each)) {
            part += QString::fromUcs4(reinterpret_cast<const char32_t *>(&each), 1);
            ++length;
        } else if (!part.endsWith(u'_')) {
            part += u'_';
            ++length;
        }
    }
    part.remove(edges);
    if (part.isEmpty()) {
        return u"connection"_s;
    }
    return kept.match(part).hasMatch() ? part + u'_' : part;
}

} // namespace segue
