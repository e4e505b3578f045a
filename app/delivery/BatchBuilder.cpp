// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/delivery/BatchBuilder.h"

#include "app/segment/TrackCall.h"

namespace segue {

BatchBuilder::BatchBuilder(Limits limits)
    : m_limits(limits)
    , m_bytes(Payload::batchOverhead())
{
}

BatchBuilder::Fit BatchBuilder::add(const QByteArray &payload)
{
    if (payload.size() > m_limits.eventBytes) {
        return Fit::TooLarge;
    }
    const qsizetype added = payload.size() + (m_payloads.isEmpty() ? 0 : 1);
    if (count() >= m_limits.events || (!m_payloads.isEmpty() && m_bytes + added > m_limits.requestBytes)) {
        return Fit::Full;
    }
    m_payloads.append(payload);
    m_bytes += added;
    return Fit::Added;
}

bool BatchBuilder::isBatch() const
{
    return count() != 1 || Payload::trackBody(m_payloads.constFirst(), 0).size() > m_limits.eventBytes;
}

QByteArray BatchBuilder::body(std::int64_t sentAt) const
{
    return isBatch() ? Payload::batchBody(m_payloads, sentAt) : Payload::trackBody(m_payloads.constFirst(), sentAt);
}

} // namespace segue
