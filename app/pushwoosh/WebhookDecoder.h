// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/core/Error.h"
#include "app/pushwoosh/MessageEvent.h"

#include <QList>

namespace segue {

//! One part of a body, read or not. What cannot be read keeps its bytes.
struct WebhookItem
{
    QByteArray bytes;                  //!< exactly as they came
    std::optional<MessageEvent> event; //!< nothing when it cannot be read
    QString fault;                     //!< why not, a sentence for people; translated

    bool operator==(const WebhookItem &) const = default;
};

//! A body as it is put together.
struct WebhookParts
{
    enum class Form { One, Array, Envelope };
    Form form = Form::One;
    QString envelope;        //!< the name of the array's member in its envelope
    QList<QByteArray> items; //!< each part's own bytes; an array may be empty
};

//! Reads what Pushwoosh's webhook and event streaming post: one event, an array of them, or an object that holds one
//! array (`events`, `items`, `data`, `batch` or, when it has but one, of any name). The exact form is not documented,
//! so everything that can be understood is; for what cannot there is a clear reason. A byte order mark in front is
//! passed over. Pure; safe on every thread, and better not on the window's: a large body takes a while.
namespace WebhookDecoder {

inline constexpr qsizetype kMostBytes = qsizetype{16} * 1024 * 1024;

//! Takes a body apart. Fails (Payload) when it is no JSON, (InvalidInput) when it is too large.
Result<WebhookParts> split(const QByteArray &body);
//! Reads one event. Of several members of one name the last counts, as readers of JSON do. Fails (Payload) when it is
//! no object, or names no event.
Result<MessageEvent> readEvent(const QByteArray &json);
//! Both: every part, read or with the reason why not.
Result<QList<WebhookItem>> decode(const QByteArray &body);

} // namespace WebhookDecoder

} // namespace segue
