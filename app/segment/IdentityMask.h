// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

#include <optional>
#include <string>
#include <vector>

namespace segue::IdentityMask {

//! How an identity, or anything else that tells who a person is, is shown while *Hide identities* is on: its first
//! character and six dots, whatever its length; of fewer than four characters only the dots. An empty one stays empty.
//! The only place that decides this.
QString masked(const QString &identity);

//! The payload with what tells who a person is masked by masked(), by its place in the JSON; every other byte
//! stays as it was. What was masked is a string afterwards, a number too; `true`, `false` and `null` stay. Letter case,
//! `_` and `-` do not count in a name. Masked are, wherever they stand, and in an object or array of such a name all
//! values:
//!
//! - `userId`, `anonymousId`, `previousId`, `hwid`, `externalId`, `customerId`, `contactId`, `profileId`, `username`;
//!   `email`, `mail`, `emailAddress`, `userEmail`, `phone`, `phoneNumber`, `mobile`, `mobilePhone`, `msisdn`,
//!   `whatsapp`, `to`, `recipient`; `deviceId`, `deviceToken`, `pushToken`, `advertisingId`, `idfa`, `idfv`, `gaid`,
//!   `ip`, `ipAddress`; and every text that is as a whole an e-mail address or a phone number;
//! - `traits`, `externalIds`, `firstName`, `lastName`, `fullName`, `birthday`; `id`, `token` and `name` in an object
//!   `device`; `id` in an object `user`, `profile` or `customer`;
//! - every other text, member name or number that is a value of the first kind again, or `identity`; texts and names
//!   that contain one of at least 5 characters lose that part.
//!
//! Nothing when the bytes are no JSON object or array: a person may be anywhere in them. Pure; safe on every thread.
std::optional<QByteArray> maskedPayload(const QByteArray &payload, const QString &identity);

//! The same; of a payload that is no JSON only the mask.
QByteArray inPayload(const QByteArray &payload, const QString &identity = {});

//! The text with the identity masked wherever it stands in it; one of fewer than 5 characters only as a word of its
//! own. For sentences and error texts.
QString inText(const QString &text, const QString &identity);

//! The value that stands at the place of these names in a payload (a text without quotes, anything else as it is
//! written), masked as maskedPayload() would.
QString inValue(const std::vector<std::string> &names, const QString &value, const QString &identity);

//! What another server said, whole or cut off: as inPayload() when it is JSON, nothing of it when it is JSON that was
//! cut off, else as inText().
QByteArray inAnswer(const QByteArray &body, const QString &identity);

} // namespace segue::IdentityMask
