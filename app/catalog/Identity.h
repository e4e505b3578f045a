// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>

namespace segue {

//! Who an event is about, by the source page's rule: `userId` = Pushwoosh User ID; when there is none (absent, null,
//! empty, blanks), `anonymousId` = HWID; neither: nobody, and Segment would drop the event.
struct Identity
{
    enum class Kind { Nobody, UserId, AnonymousId };
    Kind kind = Kind::Nobody;
    QString value;

    static Identity fromPushwoosh(const QString &userId, const QString &hwid);

    bool operator==(const Identity &) const = default;
};

//! What an HWID looks like (Pushwoosh reference 6.5). No format is enforced.
enum class HwidShape { Other, Uuid, Email, Phone };
HwidShape hwidShape(const QString &hwid);

//! How an identity, or anything else that tells who a person is, is shown while *Hide identities* is on: its first
//! character and six dots, whatever its length; of fewer than four characters only the dots. An empty one stays empty.
//! The only place that decides this.
QString maskedIdentity(const QString &identity);

} // namespace segue
