// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/checkup/CheckFacts.h"
#include "app/journal/EventLog.h"

#include <QHash>
#include <QList>

namespace segue {

//! Counts what feeds have brought, row by row. Holds numbers and a few examples, never the rows. Pure.
class FeedTally
{
public:
    //! Where payloads name the device beside a User ID: what `values` of add() were read at, in this order.
    static QList<JsonPath> devicePaths();

    //! One row of origin webhook, echo or capture.
    void add(const Entry &entry, const std::vector<std::optional<QByteArray>> &values);
    FeedFact result() const;

private:
    struct Sighting
    {
        std::int64_t time = 0;
        bool isEcho = false;
    };
    void addIdentity(const Entry &entry, const std::vector<std::optional<QByteArray>> &values);
    void addSighting(const Entry &entry);

    FeedFact m_fact;
    QHash<QByteArray, QList<Sighting>> m_sightings; //!< by a hash of event, person, campaign and device
};

} // namespace segue
