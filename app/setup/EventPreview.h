// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/core/Error.h"
#include "app/pushwoosh/WebhookDecoder.h"
#include "app/segment/TrackCheck.h"

#include <QList>
#include <QString>

#include <cstdint>

namespace segue {

//! One call as Segment would get it.
struct PreviewedCall
{
    enum class Kind {
        Webhook,    //!< an event of Pushwoosh's webhook, mapped
        Call,       //!< a call to Segment, taken as it is
        Unreadable, //!< neither
    };
    Kind kind = Kind::Unreadable;
    QByteArray given;       //!< its own bytes
    QByteArray call;        //!< what Segment would get; empty for what cannot be read
    PayloadReading reading; //!< of `call`
    QString fault;          //!< why it cannot be read, a sentence; translated
    QStringList notes;      //!< what became of the event's parts, a sentence each; translated
};

//! What Segment would get of a text: a body of Pushwoosh's webhook, a call to Segment, an array or a batch of either.
struct EventPreview
{
    //! More are counted, not shown.
    static constexpr qsizetype kMostCalls = 500;

    QList<PreviewedCall> calls;
    qsizetype left = 0; //!< how many parts more the text holds
    QString envelope;   //!< the member of the text that holds the parts; may be empty

    //! @param connection the key of the connection that it would be relayed by, for the messageIds
    //! @param now when it would arrive, ms since 1970 UTC
    //! The error says why nothing can be read. Pure; takes a while for large texts.
    static Result<EventPreview> of(const QByteArray &text, const QString &connection, std::int64_t now);
};

} // namespace segue
