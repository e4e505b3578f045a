// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/segment/PublicApiQuery.h"

#include <QDateTime>
#include <QUrl>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace segue {

namespace {

// The route for event volume takes them in upper case, those of Delivery Overview in lower case (Segment reference 3.9,
// 3.10).
QString name(Granularity granularity)
{
    switch (granularity) {
    case Granularity::Minute:
        return u"minute"_s;
    case Granularity::Hour:
        return u"hour"_s;
    case Granularity::Day:
        break;
    }
    return u"day"_s;
}

QString isoTime(std::int64_t ms)
{
    return QDateTime::fromMSecsSinceEpoch(ms, Qt::UTC).toString(Qt::ISODateWithMs);
}

QString encoded(const QString &text)
{
    return QString::fromLatin1(QUrl::toPercentEncoding(text));
}

} // namespace

PublicApiQuery &PublicApiQuery::add(const QString &name, const QString &value)
{
    m_parameters.append({{name}, value});
    return *this;
}

PublicApiQuery &PublicApiQuery::addList(const QString &name, const QStringList &values)
{
    for (qsizetype i = 0; i < values.size(); ++i) {
        m_parameters.append({{name, QString::number(i)}, values[i]});
    }
    return *this;
}

PublicApiQuery &PublicApiQuery::addPart(const QString &name, const QString &part, const QString &value)
{
    m_parameters.append({{name, part}, value});
    return *this;
}

PublicApiQuery &PublicApiQuery::addPartList(const QString &name, const QString &part, const QStringList &values)
{
    for (qsizetype i = 0; i < values.size(); ++i) {
        m_parameters.append({{name, part, QString::number(i)}, values[i]});
    }
    return *this;
}

PublicApiQuery &PublicApiQuery::addPage(int count, const QString &cursor)
{
    addPart(u"pagination"_s, u"count"_s, QString::number(count));
    if (!cursor.isEmpty()) {
        addPart(u"pagination"_s, u"cursor"_s, cursor);
    }
    return *this;
}

bool PublicApiQuery::hasParts() const
{
    return std::any_of(m_parameters.begin(), m_parameters.end(),
                       [](const Parameter &parameter) { return parameter.name.size() > 1; });
}

QString PublicApiQuery::text(QuerySpelling spelling) const
{
    QStringList pairs;
    for (const Parameter &parameter : m_parameters) {
        QString written = encoded(parameter.name.first());
        for (qsizetype i = 1; i < parameter.name.size(); ++i) {
            const QString part = encoded(parameter.name[i]);
            written += spelling == QuerySpelling::Brackets ? QString(u"%5B"_s + part + u"%5D"_s) : QString(u'.' + part);
        }
        pairs.append(written + u'=' + encoded(parameter.value));
    }
    return pairs.join(u'&');
}

PublicApiQuery PublicApiQuery::volume(const VolumeQuery &query)
{
    PublicApiQuery result;
    result.add(u"granularity"_s, name(query.granularity).toUpper());
    result.add(u"startTime"_s, isoTime(query.begin)).add(u"endTime"_s, isoTime(query.end));
    result.addList(u"groupBy"_s, query.groupBy).addList(u"sourceId"_s, query.sourceIds);
    result.addList(u"eventName"_s, query.eventNames).addList(u"eventType"_s, query.eventTypes);
    result.addList(u"appVersion"_s, query.appVersions);
    return result;
}

PublicApiQuery PublicApiQuery::delivery(const DeliveryQuery &query)
{
    PublicApiQuery result;
    result.add(u"sourceId"_s, query.sourceId);
    if (!query.destinationId.isEmpty()) {
        result.add(u"destinationConfigId"_s, query.destinationId);
    }
    result.add(u"startTime"_s, isoTime(query.begin)).add(u"endTime"_s, isoTime(query.end));
    result.add(u"granularity"_s, name(query.granularity));
    result.addList(u"groupBy"_s, query.groupBy);
    for (auto filter = query.filters.begin(); filter != query.filters.end(); ++filter) {
        result.addPartList(u"filter"_s, filter.key(), filter.value());
    }
    return result;
}

} // namespace segue
