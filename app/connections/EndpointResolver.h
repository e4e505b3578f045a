// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/core/ConnectionId.h"
#include "app/segment/Endpoint.h"

#include <QList>

#include <optional>

namespace segue {

//! Where a connection's events go right now, for the delivery thread.
struct DeliveryTarget
{
    Endpoint endpoint;
    bool paused = false;  //!< by a person
    bool sandbox = false; //!< its key is the fixed public one; no keychain is asked
    QString name;         //!< for sentences
};

class EndpointResolver
{
public:
    virtual ~EndpointResolver() = default;
    //! Safe on every thread. Nothing when there is no such connection (any more).
    virtual std::optional<DeliveryTarget> resolve(const ConnectionId &id) const = 0;
    //! Safe on every thread. All that can be resolved, in any order.
    virtual QList<ConnectionId> connections() const = 0;
};

} // namespace segue
