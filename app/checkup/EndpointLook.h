// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/checkup/CheckFacts.h"
#include "app/core/WebClient.h"

#include <QObject>

#include <functional>

namespace segue {

//! Whether the endpoint answers at all, and whether this computer's clock agrees with its `Date`: one GET without a key
//! or an event, to which Segment says 400 (Segment reference 1.1). Ends when it is deleted. Lives on the main thread.
class EndpointLook : public QObject
{
    Q_OBJECT
public:
    EndpointLook(const Clock &clock, const Redactor &redactor, std::int64_t timeoutMs, CheckFacts &facts,
                 std::function<void()> changed, QObject *parent, ProxyLogins *logins);

    void start(const Endpoint &endpoint);

    //! Reads an HTTP date (RFC 7231, IMF-fixdate). ms since 1970 UTC.
    static std::optional<std::int64_t> readDate(const QByteArray &value);

private:
    const std::int64_t m_timeoutMs;
    CheckFacts &m_facts;
    const std::function<void()> m_changed;
    WebClient m_web;
};

} // namespace segue
