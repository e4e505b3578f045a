// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/connections/ConnectionSnapshot.h"

#include <utility>

namespace segue {

void ConnectionSnapshot::setConnections(const QList<Connection> &connections)
{
    QHash<ConnectionId, DeliveryTarget> targets;
    for (const Connection &connection : connections) {
        targets.insert(connection.id,
                       {connection.endpoint, connection.paused, connection.isSandbox(), connection.name});
    }
    const std::lock_guard lock(m_mutex);
    m_targets = std::move(targets);
}

void ConnectionSnapshot::setSandboxEndpoint(const Endpoint &endpoint)
{
    const std::lock_guard lock(m_mutex);
    m_sandbox = endpoint;
}

void ConnectionSnapshot::setStandIn(const Endpoint &endpoint)
{
    const std::lock_guard lock(m_mutex);
    m_standIn = endpoint;
}

std::optional<DeliveryTarget> ConnectionSnapshot::resolve(const ConnectionId &id) const
{
    const std::lock_guard lock(m_mutex);
    const auto found = m_targets.constFind(id);
    if (found == m_targets.constEnd()) {
        return std::nullopt;
    }
    DeliveryTarget target = *found;
    if (target.sandbox) {
        target.endpoint = m_sandbox;
    } else if (target.endpoint.isSegment() && !m_standIn.isNull()) {
        target.endpoint = m_standIn;
    }
    return target;
}

QList<ConnectionId> ConnectionSnapshot::connections() const
{
    const std::lock_guard lock(m_mutex);
    return m_targets.keys();
}

} // namespace segue
