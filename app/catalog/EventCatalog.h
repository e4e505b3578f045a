// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>
#include <QStringList>

#include <optional>

namespace segue {

enum class Channel { Email, Push, Sms };

//! One of the events that Pushwoosh sends to Segment.
struct CatalogEvent
{
    QString name;         //!< as Segment gets it; not translated
    Channel channel;
    QString description;  //!< the source page's sentence, translated
    QString meaning;      //!< what it really proves (Pushwoosh reference 6.6), translated; may be empty
    QString messageType;  //!< the value of `message_type` that goes with it
};

//! A kind of device that Pushwoosh knows (Pushwoosh reference 6.1).
struct DeviceType
{
    int code;
    QString name;
};

//! What the Pushwoosh source is, by its own page: seven events, three properties, and the values they take.
namespace EventCatalog {

//! The seven, in the order of the interface: by channel.
const QList<CatalogEvent> &events();
//! By exact name; nothing when it is none of the seven.
std::optional<CatalogEvent> find(const QString &name);
//! The catalogue name nearest to a misspelt one (case and blanks ignored, few letters off); empty when none is near.
QString nearestName(const QString &name);

//! `message_type`, `campaign_code`, `device_type`.
const QStringList &propertyNames();
//! Push, Email, In-App, SMS.
const QStringList &messageTypes();
//! The device types of the reference that are current, by code.
const QList<DeviceType> &deviceTypes();
//! The device type that goes with a channel's samples; for Push it is iOS.
QString sampleDeviceType(Channel channel);
//! What a person reads for a channel, translated.
QString channelName(Channel channel);

} // namespace EventCatalog

} // namespace segue
