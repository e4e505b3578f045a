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

} // namespace segue
