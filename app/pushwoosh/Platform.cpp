// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/pushwoosh/Platform.h"

#include "app/catalog/EventCatalog.h"

#include <array>

using namespace Qt::StringLiterals;

namespace segue {

namespace {

//! Platforms that the catalogue does not offer any more, or by other names (Pushwoosh reference 6.1).
struct Spelling
{
    QLatin1StringView given; //!< without blanks and case
    QLatin1StringView name;
};

constexpr std::array kSpellings{
    Spelling{"osx"_L1, "macOS"_L1},
    Spelling{"mac"_L1, "macOS"_L1},
    Spelling{"huaweiandroid"_L1, "Huawei"_L1},
    Spelling{"baiduandroid"_L1, "Baidu Android"_L1},
    Spelling{"ie"_L1, "Internet Explorer"_L1},
    Spelling{"13"_L1, "Internet Explorer"_L1},
    Spelling{"2"_L1, "BlackBerry"_L1},
    Spelling{"4"_L1, "Nokia Asha"_L1},
    Spelling{"5"_L1, "Windows Phone"_L1},
    Spelling{"windowsphone"_L1, "Windows Phone"_L1},
    Spelling{"6"_L1, "Bada"_L1},
    Spelling{"19"_L1, "Xiaomi"_L1},
};

//! Their events are none of the source's, and no `message_type` of it fits them.
constexpr std::array kMessengers{"whatsapp"_L1, "line"_L1, "telegram"_L1, "kakao"_L1, "viber"_L1};

QString skeleton(const QString &given)
{
    QString result;
    for (const QChar c : given) {
        if (!c.isSpace() && c != u'_' && c != u'-') {
            result += c.toCaseFolded();
        }
    }
    return result;
}

QString nameOf(const QString &given, const QString &bare)
{
    for (const DeviceType &type : EventCatalog::deviceTypes()) {
        if (bare == QString::number(type.code) || bare == skeleton(type.name)) {
            return type.name;
        }
    }
    for (const Spelling &spelling : kSpellings) {
        if (bare == spelling.given) {
            return spelling.name;
        }
    }
    return given;
}

QString messageTypeOf(const QString &name)
{
    const QString bare = skeleton(name);
    if (bare == "email"_L1) {
        return u"Email"_s;
    }
    if (bare == "sms"_L1) {
        return u"SMS"_s;
    }
    for (const QLatin1StringView messenger : kMessengers) {
        if (bare == messenger) {
            return {};
        }
    }
    return u"Push"_s;
}

} // namespace

Platform Platform::read(const QString &given)
{
    const QString trimmed = given.trimmed();
    if (trimmed.isEmpty()) {
        return {};
    }
    const QString name = nameOf(trimmed, skeleton(trimmed));
    return {name, messageTypeOf(name)};
}

} // namespace segue
