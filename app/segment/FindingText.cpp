// SPDX-License-Identifier: GPL-3.0-or-later
// What findings mean, for people: the half of TrackCheck that grows with the rules' wording and not with the rules.
#include "app/catalog/EventCatalog.h"
#include "app/segment/TrackCheck.h"

#include <QCoreApplication>

#include <algorithm>
#include <initializer_list>

using namespace Qt::StringLiterals;

namespace segue {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(segue::TrackCheck)
};

//! The lower half of the bits blocks, the upper half warns.
constexpr std::uint32_t kBlocking = 0xffffu;

QString inKb(qsizetype bytes)
{
    return QString::number(bytes / 1024);
}

QList<FindingText> contentRules()
{
    return {
        {Finding::MalformedJson, true, u"malformed_json"_s, Text::tr("The event is not one JSON object in UTF-8."),
         Text::tr("Look for a missing quote, comma or bracket, and for half an escaped character.")},
        {Finding::EventTooLarge, true, u"payload_too_large"_s,
         Text::tr("The event is larger than the %1 KB that Segment takes for one.")
             .arg(inKb(TrackCheck::kMaxEventBytes)),
         Text::tr("Take out properties, or shorten them.")},
        {Finding::EventNotDefined, true, u"event_not_defined"_s, Text::tr("The track call names no event."),
         Text::tr("Give the event's name in “event”.")},
        {Finding::EventNotString, true, u"event_not_string"_s, Text::tr("The event's name is not text."),
         Text::tr("Write the name in quotes.")},
        {Finding::PropertiesNotObject, true, u"properties_not_object"_s, Text::tr("“properties” is not an object."),
         Text::tr("Write the properties in braces, or leave them out.")},
        {Finding::TraitsNotObject, true, u"traits_not_object"_s, Text::tr("“traits” is not an object."),
         Text::tr("Write the traits in braces, or leave them out.")},
        {Finding::NameNotString, true, u"name_not_string"_s,
         Text::tr("The name of the page or screen is empty or not text."),
         Text::tr("Write the name in quotes, or leave it out.")},
        {Finding::CategoryNotString, true, u"category_not_string"_s,
         Text::tr("The category of the page or screen is empty or not text."),
         Text::tr("Write the category in quotes, or leave it out.")},
        {Finding::InvalidType, true, u"invalid_type"_s,
         Text::tr("“type” is none of track, identify, page, screen, group, alias."),
         Text::tr("Write “track”, in lower case, or leave it out.")},
    };
}

QList<FindingText> identityRules()
{
    return {
        {Finding::NoUserAnonId, true, u"no_user_anon_id"_s,
         Text::tr("Neither “userId” nor “anonymousId” says who it was."),
         Text::tr("Give the Pushwoosh User ID as “userId”, or the HWID as “anonymousId”.")},
        {Finding::IdNotString, true, u"id_not_string"_s, Text::tr("An id is not text, or is empty text."),
         Text::tr("Write the id in quotes; leave an empty one out.")},
        {Finding::IdRequired, true, u"id_required"_s, Text::tr("The call lacks the id that its type needs."),
         Text::tr("Give “groupId” with group, “previousId” with alias.")},
        {Finding::AdvertisingIdNotString, true, u"device_advertisingid_should_be_string"_s,
         Text::tr("The device's advertising id is not text."),
         Text::tr("Write “context.device.advertisingId” in quotes, or leave it out.")},
    };
}

QList<FindingText> identityWarnings()
{
    return {
        {Finding::MessageIdTooLong, false, u"message_id_too_long"_s,
         Text::tr("“messageId” is longer than the 100 characters that Segment documents."),
         Text::tr("Use a shorter id, such as a UUID.")},
        {Finding::UserIdIsDevice, false, u"user_id_is_device"_s,
         Text::tr("The User ID looks like a device id. Pushwoosh gives it to people who never logged in; Segment then "
                  "counts "
                  "the device as a user."),
         Text::tr("Set User IDs in the app at login, or accept the higher count.")},
        {Finding::HwidIsPersonal, false, u"hwid_is_personal"_s,
         Text::tr("The HWID is an e-mail address or a phone number, and leaves as “anonymousId”."),
         Text::tr("Check that each destination may hold it; with a User ID set it does not leave.")},
    };
}

QList<FindingText> contentWarnings()
{
    return {
        {Finding::TooManyProperties, false, u"too_many_properties"_s,
         Text::tr("The event has more than 10,000 properties; Segment drops the rest."),
         Text::tr("Send fewer properties.")},
        {Finding::TimestampNotIso, false, u"timestamp_not_iso"_s,
         Text::tr("“timestamp” is not a time in the form of ISO 8601."),
         Text::tr("Write it like 2026-01-02T03:04:05.678Z, or leave it out: then the time of sending counts.")},
        {Finding::UnknownEvent, false, u"unknown_event"_s,
         Text::tr("The event is none of the seven of the Pushwoosh source."),
         Text::tr("Check the name; send it as it is when it is meant.")},
        {Finding::EventCaseDiffers, false, u"event_case_differs"_s,
         Text::tr(
             "The event's name differs from one of the seven in case or blanks. Segment takes it for another event."),
         Text::tr("Write the name exactly as the catalogue has it.")},
        {Finding::UnknownMessageType, false, u"unknown_message_type"_s,
         Text::tr("“message_type” is not exactly one of %1.").arg(EventCatalog::messageTypes().join(u", "_s)),
         Text::tr("Check its spelling, upper and lower case included.")},
        {Finding::ReservedColumn, false, u"reserved_column"_s,
         Text::tr("A property has the name of a standard column of the warehouse, which drops it there."),
         Text::tr("Give the property another name.")},
        {Finding::DeviceTypeNotText, false, u"device_type_not_text"_s,
         Text::tr("“device_type” is not text. The first value that arrives fixes the type of the warehouse's column."),
         Text::tr("Write it in quotes.")},
    };
}

} // namespace

bool TrackCheck::blocks() const
{
    return (m_findings & kBlocking) != 0;
}

QString TrackCheck::blockingCode(std::uint32_t bits)
{
    return (bits & kBlocking) == 0 ? QString() : explain(bits & kBlocking).constFirst().code;
}

QList<FindingText> TrackCheck::explain(std::uint32_t bits)
{
    QList<FindingText> all = contentRules() + identityRules() + identityWarnings() + contentWarnings();
    all.removeIf([&](const FindingText &text) { return (bits & static_cast<std::uint32_t>(text.finding)) == 0; });
    std::sort(all.begin(), all.end(), [](const FindingText &a, const FindingText &b) { return a.finding < b.finding; });
    return all;
}

QStringList TrackCheck::passed(std::uint32_t bits, bool track)
{
    const auto clean = [bits](std::initializer_list<Finding> findings) {
        return std::none_of(findings.begin(), findings.end(),
                            [bits](Finding finding) { return (bits & static_cast<std::uint32_t>(finding)) != 0; });
    };
    if (!clean({Finding::MalformedJson})) {
        return {}; // nothing else could be looked at
    }
    QStringList result;
    const auto add = [&](std::initializer_list<Finding> findings, const QString &sentence) {
        if (clean(findings)) {
            result.append(sentence);
        }
    };
    add({Finding::EventTooLarge}, Text::tr("One JSON object in UTF-8, at most %1 KB").arg(inKb(kMaxEventBytes)));
    add({Finding::NoUserAnonId, Finding::IdNotString, Finding::IdRequired}, Text::tr("An id says who it was"));
    if (track) {
        add({Finding::EventNotDefined, Finding::EventNotString, Finding::UnknownEvent, Finding::EventCaseDiffers},
            Text::tr("The name is one of the seven events"));
    }
    add({Finding::PropertiesNotObject, Finding::TraitsNotObject, Finding::TooManyProperties},
        Text::tr("The properties are an object of permitted size"));
    add({Finding::UnknownMessageType, Finding::DeviceTypeNotText},
        Text::tr("“message_type” and “device_type” hold what the source knows"));
    add({Finding::UserIdIsDevice, Finding::HwidIsPersonal},
        Text::tr("The User ID looks like no device id, the HWID like no e-mail address or phone number"));
    add({Finding::MessageIdTooLong, Finding::TimestampNotIso},
        Text::tr("Message id and timestamp have the documented form"));
    add({Finding::ReservedColumn}, Text::tr("No property takes the name of a standard warehouse column"));
    return result;
}

} // namespace segue
