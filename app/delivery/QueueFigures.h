// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/delivery/Courier.h"

#include <QString>

namespace segue {

//! What a person would want to know of a connection's queue.
struct QueueFigures
{
    std::int64_t queued = 0;       //!< Queued, Retrying and Waiting
    std::int64_t oldestSince = -1; //!< when the oldest of them was received, ms since 1970 UTC; -1: not known, or none
    std::int64_t nextTry = -1;     //!< while it is retried
    int perSecond = 0;             //!< events accepted a second, of late

    bool operator==(const QueueFigures &) const = default;

    //! The figures that the courier knows.
    void take(const DeliveryStatus &status);
    //! "1,234 queued · oldest since 09:12 · next try at 09:40:05 · 80 a second"; empty when there is nothing to say.
    QString words(std::int64_t now) const;
};

} // namespace segue
