// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/segment/TrackCall.h"

#include <QByteArray>
#include <QList>
#include <QString>
#include <QStringList>

#include <cstdint>

namespace segue {

//! One of Segment's rules, or one of ours, as a bit of the journal's `findings`. The numbers are stored: never renumber.
enum class Finding : std::uint32_t {
    MalformedJson = 1u << 0,           //!< `malformed_json` (reference 1.6)
    EventTooLarge = 1u << 1,           //!< `payload_too_large`: over 32 KB (1.5)
    NoUserAnonId = 1u << 2,            //!< `no_user_anon_id`
    EventNotDefined = 1u << 3,         //!< `event_not_defined`
    EventNotString = 1u << 4,          //!< `event_not_string`
    PropertiesNotObject = 1u << 5,     //!< `properties_not_object`
    TraitsNotObject = 1u << 6,         //!< `traits_not_object`
    IdNotString = 1u << 7,             //!< `id_not_string`
    NameNotString = 1u << 8,           //!< `name_not_string`
    CategoryNotString = 1u << 9,       //!< `category_not_string`
    IdRequired = 1u << 10,             //!< `id_required`: group without groupId, alias without previousId
    AdvertisingIdNotString = 1u << 11, //!< `device_advertisingid_should_be_string`
    InvalidType = 1u << 12,            //!< `invalid_type`: `type` is there and none of Segment's six
    // From here on: warnings, the event is sent.
    MessageIdTooLong = 1u << 16,       //!< over 100 characters (1.4)
    TooManyProperties = 1u << 17,      //!< over 10,000: the rest is dropped (1.5)
    TimestampNotIso = 1u << 18,        //!< `timestamp` is no ISO 8601 text
    UserIdIsDevice = 1u << 19,         //!< the User ID looks like a device id (PRODUCT, truth 3)
    HwidIsPersonal = 1u << 20,         //!< an e-mail address or a phone number leaves as anonymousId
    UnknownEvent = 1u << 21,           //!< not one of the seven of the catalogue
    EventCaseDiffers = 1u << 22,       //!< one of the seven but for its case or blanks
    UnknownMessageType = 1u << 23,     //!< `message_type` is none of Push, Email, In-App, SMS
    ReservedColumn = 1u << 24,         //!< a property whose column name is a standard column (5)
    DeviceTypeNotText = 1u << 25,      //!< `device_type` is a number: the warehouse column's type is fixed by the first value
};

//! What one finding means.
struct FindingText
{
    Finding finding;
    bool blocks;       //!< Segment would drop or refuse the event
    QString code;      //!< Segment's code word where there is one, else ours
    QString sentence;  //!< translated
    QString remedy;    //!< translated
};

//! Segment's drop rules, applied before the event leaves (Segment reference 1.4, 1.5, 1.9; where that leaves a choice, the
//! discard table of Segment's Delivery Overview page). A member that is null counts as absent; of several with one name the
//! last counts. `userId` and `anonymousId`:
//!
//! - absent or empty, both: `no_user_anon_id`
//! - one of them no string (a number, say): `id_not_string`, and not `no_user_anon_id` as well
//! - one of them an empty string beside a good one: `id_not_string` ("an empty string or not a string")
//! - blanks alone: an id to Segment, hence no finding; Segue's own composing never makes one
//!
//! A call without `type` is of the type that its route says, which is a track call when nobody knows. Safe on every
//! thread.
class TrackCheck
{
public:
    //! One message, at most (reference 1.5): 32 KB of serialised UTF-8.
    static constexpr qsizetype kMaxEventBytes = qsizetype{32} * 1024;
    static constexpr qsizetype kMaxBatchBytes = qsizetype{500} * 1024;
    static constexpr int kMaxBatchItems = 2500;

    //! Checks the payload's bytes as they would be sent. Never fails: what cannot be read is MalformedJson.
    static TrackCheck of(const QByteArray &payload, const QString &typeOfRoute = {});

    bool blocks() const;
    bool has(Finding finding) const { return (m_findings & static_cast<std::uint32_t>(finding)) != 0; }
    //! The bits, as the journal keeps them.
    std::uint32_t bits() const { return m_findings; }
    //! The code word of the first finding that blocks; empty when none does.
    QString blockingCode() const { return blockingCode(m_findings); }
    //! The same of bits that the journal kept. Cheap when none blocks.
    static QString blockingCode(std::uint32_t bits);

    //! Everything found, what blocks first.
    static QList<FindingText> explain(std::uint32_t bits);
    //! What was looked at and found in order, a few short sentences; translated. `track`: it is a track call, which needs
    //! an event's name.
    static QStringList passed(std::uint32_t bits, bool track);

private:
    friend struct PayloadReading;
    static TrackCheck of(const QByteArray &payload, const JsonOutline *outline, const QString &typeOfRoute);

    std::uint32_t m_findings = 0;
};

//! A payload read once for both: the fields that the journal keeps, empty when it is no JSON object, and its check.
//! Safe on every thread.
struct PayloadReading
{
    TrackFields fields;
    TrackCheck check;

    static PayloadReading of(const QByteArray &payload, const QString &typeOfRoute = {});
};

} // namespace segue
