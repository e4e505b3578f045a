// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/catalog/Identity.h"

#include <algorithm>

namespace segue {

namespace {

bool isDigit(QChar c)
{
    return c >= u'0' && c <= u'9';
}

bool isHexDigit(QChar c)
{
    return isDigit(c) || (c >= u'a' && c <= u'f') || (c >= u'A' && c <= u'F');
}

//! Pushwoosh reference 8, `hwid_uuid`: 8-4-4-4-12 hexadecimal digits in either case.
bool isUuid(const QString &text)
{
    if (text.size() != 36) {
        return false;
    }
    for (qsizetype i = 0; i < text.size(); ++i) {
        const bool hyphenHere = i == 8 || i == 13 || i == 18 || i == 23;
        if (hyphenHere ? text[i] != u'-' : !isHexDigit(text[i])) {
            return false;
        }
    }
    return true;
}

//! `hwid_email`: one `@` with something on both sides, no blanks.
bool isEmail(const QString &text)
{
    const qsizetype at = text.indexOf(u'@');
    return at > 0 && at < text.size() - 1 && text.indexOf(u'@', at + 1) < 0 &&
           std::none_of(text.begin(), text.end(), [](QChar c) { return c.isSpace(); });
}

//! `hwid_phone`: E.164 with 6 to 15 digits, as WhatsApp's HWID too.
bool isPhone(const QString &text)
{
    QStringView rest(text);
    if (rest.startsWith(u"whatsapp:")) {
        rest = rest.mid(9);
    }
    if (!rest.startsWith(u'+')) {
        return false;
    }
    rest = rest.mid(1);
    return rest.size() >= 6 && rest.size() <= 15 && std::all_of(rest.begin(), rest.end(), isDigit);
}

} // namespace

Identity Identity::fromPushwoosh(const QString &userId, const QString &hwid)
{
    if (const QString user = userId.trimmed(); !user.isEmpty()) {
        return {Kind::UserId, user};
    }
    if (const QString device = hwid.trimmed(); !device.isEmpty()) {
        return {Kind::AnonymousId, device};
    }
    return {};
}

HwidShape hwidShape(const QString &hwid)
{
    if (isUuid(hwid)) {
        return HwidShape::Uuid;
    }
    if (isEmail(hwid)) {
        return HwidShape::Email;
    }
    return isPhone(hwid) ? HwidShape::Phone : HwidShape::Other;
}

} // namespace segue
