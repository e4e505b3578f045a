// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

#include <optional>

namespace segue::IdentityMask {

//! An identity as it is shown while identities are hidden: its first character, and dots for some of the others.
QString masked(const QString &identity);

//! The payload with what says who it was masked, by its place: the ids of the call (`userId`, `anonymousId`,
//! `previousId`, and Pushwoosh's `hwid`, `user_id`), everything in `traits`, members that are named after an e-mail
//! address, a phone number, a name, an address or a device's id, and every text that is an e-mail address or a phone
//! number. A value equal to `identity` is masked wherever it stands whole. Every other byte stays as it was: a short id
//! does not mangle other text. Nothing when the bytes are no JSON, so that nothing can be told apart.
std::optional<QByteArray> maskedPayload(const QByteArray &payload, const QString &identity);

} // namespace segue::IdentityMask
