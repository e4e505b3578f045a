// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

namespace segue::IdentityMask {

//! The payload with what tells who a person is masked by maskedIdentity(), by its place in the JSON; every other byte
//! stays as it was. What was masked is a string afterwards, a number too; `true`, `false` and `null` stay. Masked are:
//!
//! - the members `userId`, `anonymousId`, `previousId`, `hwid`, `email`, `emailAddress`, `phone`, `phoneNumber`,
//!   `deviceId`, `deviceToken`, `pushToken`, `advertisingId`, `idfa`, `idfv` and `ip`, wherever they stand; letter
//!   case,
//!   `_` and `-` do not count in a name, and in an object or array of such a name all values are masked;
//! - all values in `traits` and `externalIds`, wherever they stand;
//! - `id` and `token` in an object `device`;
//! - every other text, member name or number that is the value of one of the first kind again, or `identity`; texts and
//!   names that contain one of at least 5 characters lose that part.
//!
//! A payload that is no JSON object or array may hold a person anywhere, so nothing of it is given: only the mask.
//! Pure; safe on every thread.
QByteArray inPayload(const QByteArray &payload, const QString &identity = {});

//! The text with the identity masked wherever it stands in it; one of fewer than 5 characters only as a word of its
//! own. For sentences and error texts.
QString inText(const QString &text, const QString &identity);

//! What another server said, whole or cut off: as inPayload() when it is JSON, nothing of it when it is JSON that was
//! cut off, else as inText().
QByteArray inAnswer(const QByteArray &body, const QString &identity);

} // namespace segue::IdentityMask
