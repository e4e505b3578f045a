// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/connections/Connection.h"
#include "app/connections/EndpointResolver.h"

#include <QHash>

#include <mutex>

namespace segue {

//! The connections as the delivery thread sees them: the main thread publishes, any thread resolves.
class ConnectionSnapshot final : public EndpointResolver
{
public:
    //! Replaces the list; call it whenever the store changed.
    void setConnections(const QList<Connection> &connections);
    //! Where the sandbox of this process listens; a null endpoint while it does not.
    void setSandboxEndpoint(const Endpoint &endpoint);

    //! Where events for Segment's own hosts go instead; null: to Segment.
    void setStandIn(const Endpoint &endpoint);

    //! The sandbox's target has a null endpoint while nothing listens.
    std::optional<DeliveryTarget> resolve(const ConnectionId &id) const override;
    QList<ConnectionId> connections() const override;

private:
    mutable std::mutex m_mutex;
    QHash<ConnectionId, DeliveryTarget> m_targets;
    Endpoint m_sandbox;
    Endpoint m_standIn;
};

} // namespace segue
