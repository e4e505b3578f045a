// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/catalog/Identity.h"
#include "app/core/Error.h"

#include <QByteArray>
#include <QString>

#include <cstdint>
#include <optional>

namespace segue {

//! One track call of the Pushwoosh source as Segue composes it. A value; the wire form comes from payload().
struct TrackCall
{
    QString event;
    Identity identity;
    QString messageType;   //!< `message_type`; left out when empty
    QString campaignCode;  //!< `campaign_code`; left out when empty
    QString campaignId;    //!< a campaign's number where no code is known: `context.pushwoosh.campaign_id`, as text
    QString deviceType;    //!< `device_type`, always as text; left out when empty (unknown)
    QString messageId;     //!< the same on every attempt
    std::int64_t timestamp = 0;  //!< ms since 1970 UTC
    bool test = false;           //!< `context.segue.test`
    QString runId;               //!< test run: `context.app.version = "segue-<run id>"` and `context.segue.run`; left out when empty
    bool keepOutOfDestinations = false;  //!< `integrations: {"All": false}`

    //! The JSON text, UTF-8, compact, members in this order: type, event, userId or anonymousId, messageId, timestamp,
    //! properties, integrations, context (channel "server", library name "segue" and version, app, pushwoosh,
    //! segue).
    //! Holds neither `writeKey` nor `sentAt`: those belong to the request.
    QByteArray payload() const;

    bool operator==(const TrackCall &) const = default;
};

//! What the journal wants to know of a payload, read from its bytes.
struct TrackFields
{
    QString type;
    QString event;
    Identity identity;
    QString messageType;
    QString campaignCode;
    QString deviceType;  //!< as text, also when it is a number there
    QString messageId;
};

class JsonOutline;

namespace Payload {

//! Reads the fields; an error when the bytes are not one JSON object. Fields of a wrong type are left empty here:
//! TrackCheck names them.
Result<TrackFields> fields(const QByteArray &payload);
//! The same from an outline of this very payload, an object, that goes at least two levels deep.
TrackFields fields(const QByteArray &payload, const JsonOutline &outline);

//! Makes a payload from outside ready to be sent once: `type` "track" when absent or null, the given messageId (replacing
//! one that stands there), `timestamp` when absent or null; every `writeKey` (in any letter case) and `sentAt` cut out.
//! Every other byte stays as it was, what is added stands in front.
Result<QByteArray> prepared(const QByteArray &payload, const QString &messageId, std::int64_t timestamp);

//! The body of POST /v1/track: the payload's own bytes with `sentAt` in front. The key travels in the Authorization header.
//! The payload is one that prepared() or TrackCall::payload() made; bytes that are no object are given back as they are.
QByteArray trackBody(const QByteArray &payload, std::int64_t sentAt);
//! The body of POST /v1/batch: `{"sentAt":…,"batch":[…]}`, each payload's own bytes.
QByteArray batchBody(const QList<QByteArray> &payloads, std::int64_t sentAt);

//! Bytes that batchBody adds around its payloads, apart from one comma between each two.
qsizetype batchOverhead();

//! Splits a file of one track call or an array of them into the calls' own bytes, at most 64 MB. The error names the call
//! and the line. A byte order mark in front of the file is passed over.
Result<QList<QByteArray>> splitFile(const QByteArray &content);

//! ISO 8601, UTC, milliseconds, `Z`; times outside the years 1 to 9999 become the nearest inside.
QString isoTime(std::int64_t ms);

} // namespace Payload

} // namespace segue
