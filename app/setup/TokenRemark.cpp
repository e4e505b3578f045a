// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/setup/TokenRemark.h"

#include <QCoreApplication>
#include <QRegularExpression>

namespace segue::TokenRemark {

using namespace Qt::StringLiterals;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(segue::TokenRemark)
};

const QString kSegmentPrefix = u"sgp_"_s;

bool looksLikeWriteKey(const QString &token)
{
    static const QRegularExpression shape(u"^[A-Za-z0-9]{32}$"_s);
    return shape.match(token).hasMatch();
}

//! What a token of neither service would be.
QString neither(const QString &token)
{
    static const QRegularExpression blank(uR"([\s"'`“”‘’„«»])"_s);
    static const QRegularExpression applicationCode(u"^[0-9A-Za-z]{5}-[0-9A-Za-z]{5}$"_s);
    if (token.contains(blank)) {
        return Text::tr("The token holds blanks, line breaks or quotation marks, which do not belong to it.");
    }
    if (applicationCode.match(token).hasMatch()) {
        return Text::tr("This looks like the code of a Pushwoosh application, not like a token.");
    }
    return looksLikeWriteKey(token) ? Text::tr("This looks like the write key of a source, not like a token.")
                                    : QString();
}

} // namespace

QString ofSegment(const QString &token)
{
    if (token.isEmpty()) {
        return {};
    }
    if (const QString remark = neither(token); !remark.isEmpty()) {
        return remark;
    }
    return token.startsWith(kSegmentPrefix)
               ? QString()
               : Text::tr(
                     "Tokens of Segment's Public API seen so far begin with “sgp_”; this one does not. Is it one of "
                     "Pushwoosh?");
}

QString ofPushwoosh(const QString &token)
{
    if (token.isEmpty()) {
        return {};
    }
    if (token.startsWith(kSegmentPrefix)) {
        return Text::tr(
            "This looks like a token of Segment's Public API. Pushwoosh's stands in its Control Panel, under "
            "Settings › API Access.");
    }
    return neither(token);
}

} // namespace segue::TokenRemark
