// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace segue {

//! What a platform of Pushwoosh, as a number or a name in any spelling, is to Segment. Pure.
struct Platform
{
    QString deviceType;  //!< for `device_type`: the catalogue's name; one that is not known stays as it was given
    QString messageType; //!< for `message_type`; empty where Segment's source has none that fits (WhatsApp, LINE …)

    //! Pushwoosh reference 6.1: spellings differ between its services, so case, blanks, `_` and `-` are passed over.
    //! Numbers whose platform is unverified are not named. Empty text gives an empty platform.
    static Platform read(const QString &given);

    bool operator==(const Platform &) const = default;
};

} // namespace segue
