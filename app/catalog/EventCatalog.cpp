// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/catalog/EventCatalog.h"

#include "app/core/EditDistance.h"

#include <QCoreApplication>

#include <algorithm>
#include <cstdlib>

using namespace Qt::StringLiterals;

namespace segue::EventCatalog {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(segue::EventCatalog)
};

constexpr qsizetype kLettersOff = 2;

QList<CatalogEvent> makeEvents()
{
    return {
        {u"Email Sent"_s, Channel::Email, Text::tr("Email was sent successfully"), {}, u"Email"_s},
        {u"Email Delivered"_s, Channel::Email, Text::tr("Email successfully delivered"),
         Text::tr("The mail server took it"), u"Email"_s},
        {u"Email Bounced"_s, Channel::Email, Text::tr("Email returned to sender due to permanent error"),
         Text::tr("Returned for good; the address is not mailed again"), u"Email"_s},
        {u"Push Sent"_s, Channel::Push, Text::tr("Push notification successfully sent"),
         Text::tr("The gateway took it, also for users with notifications off"), u"Push"_s},
        {u"Push Delivered"_s, Channel::Push, Text::tr("Push notification successfully delivered"),
         Text::tr("The device confirmed it; on iOS only with the extension"), u"Push"_s},
        {u"SMS Sent"_s, Channel::Sms, Text::tr("SMS sent to recipient"), Text::tr("Sent to the recipient"), u"SMS"_s},
        {u"SMS Delivered"_s, Channel::Sms, Text::tr("SMS successfully delivered"),
         Text::tr("Needs the provider's receipts"), u"SMS"_s},
    };
}

//! The name without what people get wrong most: case, blanks, and the `_` or `-` of table names.
QString skeleton(const QString &name)
{
    QString result;
    for (const QChar c : name) {
        if (!c.isSpace() && c != u'_' && c != u'-') {
            result += c.toCaseFolded();
        }
    }
    return result;
}

} // namespace

const QList<CatalogEvent> &events()
{
    static const QList<CatalogEvent> all = makeEvents();
    return all;
}

std::optional<CatalogEvent> find(const QString &name)
{
    const auto &all = events();
    const auto found = std::find_if(all.begin(), all.end(), [&](const CatalogEvent &e) { return e.name == name; });
    return found == all.end() ? std::nullopt : std::optional(*found);
}

QString nearestName(const QString &name)
{
    const QString given = skeleton(name);
    QString nearest;
    qsizetype best = kLettersOff + 1;
    for (const CatalogEvent &event : events()) {
        const QString wanted = skeleton(event.name);
        if (std::abs(wanted.size() - given.size()) > kLettersOff) {
            continue;
        }
        if (const qsizetype off = editDistance(given, wanted); off < best) {
            best = off;
            nearest = event.name;
        }
    }
    return nearest;
}

const QStringList &propertyNames()
{
    static const QStringList all{u"message_type"_s, u"campaign_code"_s, u"device_type"_s};
    return all;
}

const QStringList &messageTypes()
{
    static const QStringList all{u"Push"_s, u"Email"_s, u"In-App"_s, u"SMS"_s};
    return all;
}

const QList<DeviceType> &deviceTypes()
{
    static const QList<DeviceType> all{
        {1, u"iOS"_s},     {3, u"Android"_s},   {7, u"macOS"_s},    {8, u"Windows"_s}, {9, u"Amazon"_s},
        {10, u"Safari"_s}, {11, u"Chrome"_s},   {12, u"Firefox"_s}, {14, u"Email"_s},  {17, u"Huawei"_s},
        {18, u"SMS"_s},    {21, u"WhatsApp"_s}, {22, u"LINE"_s},
    };
    return all;
}

QString sampleDeviceType(Channel channel)
{
    switch (channel) {
    case Channel::Email:
        return u"Email"_s;
    case Channel::Sms:
        return u"SMS"_s;
    case Channel::Push:
        break;
    }
    return u"iOS"_s;
}

QString channelName(Channel channel)
{
    switch (channel) {
    case Channel::Email:
        //: a channel of messages
        return Text::tr("Email");
    case Channel::Sms:
        //: a channel of messages
        return Text::tr("SMS");
    case Channel::Push:
        break;
    }
    //: a channel of messages: push notifications
    return Text::tr("Push");
}

} // namespace segue::EventCatalog
