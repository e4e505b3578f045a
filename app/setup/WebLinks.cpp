// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/setup/WebLinks.h"

#include "app/catalog/WarehouseNames.h"

#include <QRegularExpression>
#include <QStringList>

namespace segue::WebLinks {

using namespace Qt::StringLiterals;

QUrl sourcesCatalog()
{
    return QUrl(u"https://app.segment.com/goto-my-workspace/sources/catalog"_s);
}

QUrl debugger(const QString &sourceName)
{
    // The slug of a source follows its name as the schema does, as far as is known.
    const QString slug = WarehouseNames::schema(sourceName);
    return QUrl(slug.isEmpty() ? u"https://app.segment.com/goto-my-workspace/sources"_s
                               : u"https://app.segment.com/goto-my-workspace/sources/%1/debugger"_s.arg(slug));
}

QUrl sourceOverview(const QString &slug)
{
    const QString encoded = QString::fromLatin1(QUrl::toPercentEncoding(slug));
    return QUrl(encoded.isEmpty() ? u"https://app.segment.com/goto-my-workspace/sources"_s
                                  : u"https://app.segment.com/goto-my-workspace/sources/%1/overview"_s.arg(encoded));
}

QUrl destinationDocument(const QString &kindSlug)
{
    static const QRegularExpression shape(u"^[a-z0-9][a-z0-9-]*$"_s);
    return QUrl(shape.match(kindSlug).hasMatch()
                    ? u"https://segment.com/docs/connections/destinations/catalog/%1/"_s.arg(kindSlug)
                    : u"https://segment.com/docs/connections/destinations/catalog/"_s);
}

QUrl application(const QString &code)
{
    static const QRegularExpression shape(u"^[0-9A-Z]{5}-[0-9A-Z]{5}$"_s);
    return QUrl(shape.match(code).hasMatch() ? u"https://app.pushwoosh.com/applications/%1"_s.arg(code)
                                             : u"https://app.pushwoosh.com/"_s);
}

bool mayOpen(const QUrl &url)
{
    static const QStringList hosts{u"app.segment.com"_s, u"segment.com"_s, u"app.pushwoosh.com"_s};
    return url.isValid() && url.scheme() == u"https"_s && hosts.contains(url.host()) && url.userInfo().isEmpty()
           && url.port() == -1;
}

} // namespace segue::WebLinks
