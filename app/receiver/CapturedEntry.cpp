// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/receiver/CapturedEntry.h"

#include "app/segment/TrackCall.h"
#include "app/segment/TrackCheck.h"

namespace segue {

namespace {

IdKind kindOf(Identity::Kind kind)
{
    switch (kind) {
    case Identity::Kind::UserId:
        return IdKind::UserId;
    case Identity::Kind::AnonymousId:
        return IdKind::AnonymousId;
    case Identity::Kind::Nobody:
        break;
    }
    return IdKind::Nobody;
}

} // namespace

NewEntry entryOfCall(std::string payload, std::int64_t received, std::string_view typeOfRoute)
{
    const QString ofRoute = QString::fromLatin1(typeOfRoute.data(), static_cast<qsizetype>(typeOfRoute.size()));
    const PayloadReading reading =
        PayloadReading::of(QByteArray::fromRawData(payload.data(), static_cast<qsizetype>(payload.size())), ofRoute);
    const TrackFields &read = reading.fields;
    NewEntry entry;
    EntryFields &fields = entry.fields;
    fields.origin = Origin::Capture;
    fields.received = received;
    // Other calls than track have no event; their type says what they are.
    const QString type = read.type.isEmpty() ? ofRoute : read.type;
    fields.event = (read.event.isEmpty() && type != u"track" ? type : read.event).toStdString();
    fields.identity = read.identity.value.toStdString();
    fields.idKind = kindOf(read.identity.kind);
    fields.messageType = read.messageType.toStdString();
    fields.campaign = read.campaignCode.toStdString();
    fields.device = read.deviceType.toStdString();
    fields.messageId = read.messageId.toStdString();
    fields.findings = reading.check.bits();
    fields.state = EventState::Received;
    entry.payload = std::move(payload);
    return entry;
}

} // namespace segue
