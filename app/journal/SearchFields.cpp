// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/journal/SearchFields.h"

#include "app/catalog/EventCatalog.h"
#include "app/journal/JsonPath.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace segue::SearchFields {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(segue::SearchLanguage)
};

//! Members that stand at the top of Segment's calls and are compared as they are (Segment reference, 1.2).
const QStringList &topLevelMembers()
{
    static const QStringList all{u"type"_s,       u"userId"_s,    u"anonymousId"_s,      u"messageId"_s,
                                 u"timestamp"_s,  u"sentAt"_s,    u"receivedAt"_s,       u"channel"_s,
                                 u"version"_s,    u"name"_s,      u"category"_s,         u"groupId"_s,
                                 u"previousId"_s, u"projectId"_s, u"originalTimestamp"_s};
    return all;
}

QStringList deviceNames()
{
    QStringList names;
    for (const DeviceType &type : EventCatalog::deviceTypes()) {
        names.append(type.name);
    }
    return names;
}

QStringList eventNames()
{
    QStringList names;
    for (const CatalogEvent &event : EventCatalog::events()) {
        names.append(event.name);
    }
    return names;
}

QString toText(std::string_view text)
{
    return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
}

} // namespace

const QList<SearchFieldName> &all()
{
    static const QList<SearchFieldName> names{
        {SearchField::Event, u"event"_s},       {SearchField::State, u"state"_s},
        {SearchField::User, u"user"_s},         {SearchField::Hwid, u"hwid"_s},
        {SearchField::Campaign, u"campaign"_s}, {SearchField::Device, u"device"_s},
        {SearchField::Origin, u"origin"_s},     {SearchField::HttpStatus, u"status"_s},
        {SearchField::Latency, u"latency"_s},   {SearchField::Time, u"time"_s},
        {SearchField::Text, u"text"_s},         {SearchField::MessageId, u"message_id"_s},
    };
    return names;
}

QString meaning(SearchField field)
{
    switch (field) {
    case SearchField::Text:
        return Text::tr("Text anywhere in the payload");
    case SearchField::Event:
        return Text::tr("Name of the event");
    case SearchField::User:
        return Text::tr("User ID, exactly");
    case SearchField::Hwid:
        return Text::tr("HWID, exactly");
    case SearchField::Campaign:
        return Text::tr("Campaign code, exactly");
    case SearchField::Device:
        return Text::tr("Device type");
    case SearchField::MessageId:
        return Text::tr("Message ID, exactly");
    case SearchField::State:
        return Text::tr("What became of the event");
    case SearchField::HttpStatus:
        return Text::tr("HTTP status of the last answer");
    case SearchField::Origin:
        return Text::tr("Where the event came from");
    case SearchField::Time:
        return Text::tr("When it was received");
    case SearchField::Latency:
        return Text::tr("Milliseconds of the last attempt");
    case SearchField::Property:
        return Text::tr("Value in the payload");
    }
    return {};
}

std::optional<SearchFieldName> find(const QString &name)
{
    const auto &names = all();
    const auto field = std::ranges::find_if(names, [&](const SearchFieldName &candidate) {
        return candidate.name.compare(name, Qt::CaseInsensitive) == 0;
    });
    if (field != names.end()) {
        return *field;
    }
    const std::optional<JsonPath> path = JsonPath::parse(name.toStdString());
    if (!path || (path->names().size() == 1 && !topLevelMembers().contains(name))) {
        return std::nullopt;
    }
    return SearchFieldName{SearchField::Property, name};
}

const QStringList &commonPaths()
{
    static const QStringList paths = [] {
        QStringList made;
        for (const QString &name : EventCatalog::propertyNames()) {
            made.append(u"properties."_s + name);
        }
        made << u"context.app.version"_s << u"context.channel"_s << u"context.library.name"_s
             << u"context.library.version"_s << u"context.segue.test"_s;
        return made << topLevelMembers();
    }();
    return paths;
}

bool holdsMembers(const QString &name)
{
    static const QStringList names{u"properties"_s, u"context"_s, u"traits"_s, u"integrations"_s};
    return names.contains(name);
}

bool isCompared(SearchField field)
{
    return field == SearchField::Time || field == SearchField::Latency;
}

QStringList words(SearchField field)
{
    QStringList all;
    if (field == SearchField::State) {
        for (int state = 0; state < kEventStateCount; ++state) {
            if (static_cast<EventState>(state) != EventState::Sending) { // never stored
                all.append(toText(stateWord(static_cast<EventState>(state))));
            }
        }
    } else if (field == SearchField::Origin) {
        for (int origin = 0; origin <= static_cast<int>(Origin::Import); ++origin) {
            all.append(toText(originWord(static_cast<Origin>(origin))));
        }
    }
    return all;
}

QStringList commonValues(const SearchFieldName &name)
{
    switch (name.field) {
    case SearchField::Event:
        return eventNames();
    case SearchField::State:
    case SearchField::Origin:
        return words(name.field);
    case SearchField::Device:
        return deviceNames();
    case SearchField::HttpStatus:
        return {u"200"_s, u"4xx"_s, u"5xx"_s, u"400"_s, u"401"_s, u"413"_s, u"429"_s, u"503"_s, u"none"_s};
    case SearchField::Time:
        return {u"10m"_s, u"1h"_s, u"24h"_s, u"7d"_s};
    case SearchField::Latency:
        return {u"100"_s, u"500"_s, u"1000"_s, u"5000"_s};
    case SearchField::Property:
        if (name.name == u"properties.message_type") {
            return EventCatalog::messageTypes();
        }
        if (name.name == u"properties.device_type") {
            return deviceNames();
        }
        if (name.name == u"type") {
            return {u"track"_s, u"identify"_s, u"page"_s, u"screen"_s, u"group"_s, u"alias"_s};
        }
        return {};
    default:
        return {};
    }
}

} // namespace segue::SearchFields
