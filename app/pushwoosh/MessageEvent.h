// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>
#include <QString>

#include <cstdint>
#include <optional>

namespace segue {

//! One event of a message as Pushwoosh's webhook or event streaming tells it (Pushwoosh reference 4.1, 4.2). Texts are
//! as they came; a number where a text is expected is its digits, so that ids of 64 bits keep each of them. Empty: not
//! there, or null. A value.
struct MessageEvent
{
    //! A member that has no place below, or whose value is of another kind than its name asks for.
    struct Other
    {
        QString name;
        QByteArray json; //!< exactly as it came

        bool operator==(const Other &) const = default;
    };

    QString eventName;
    QString messageId; //!< digits
    QString messageCode;
    QString campaignId;   //!< digits; the number, which is not the code
    QString campaignCode; //!< not documented for webhooks
    QString platform;     //!< a name or, in event streaming, maybe a number
    QString messageType;  //!< not documented for webhooks
    QString applicationCode;
    QString hwid;
    QString userId;                   //!< Pushwoosh's; may be the HWID
    QString content;                  //!< of `payload`; what is no text there is its JSON
    std::optional<std::int64_t> time; //!< ms since 1970 UTC; not documented for webhooks
    QList<Other> others;              //!< in the order of the text
    QByteArray bytes;                 //!< the whole event, exactly as it came

    bool operator==(const MessageEvent &) const = default;
};

} // namespace segue
