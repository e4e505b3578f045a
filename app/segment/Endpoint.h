// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/core/Error.h"

#include <QString>
#include <QUrl>

namespace segue {

//! Where track calls go: one of Segment's two regions, or another Segment-compatible endpoint.
class Endpoint
{
public:
    enum class Region { Us, Eu, Other };

    static Endpoint us();
    static Endpoint eu();
    //! Reads what a person gives for another endpoint: `host`, `host/`, `host/v1` and `host/v1/batch` (or `/v1/track`) all
    //! mean the same base. `https://` is assumed, `http://` for a bare loopback host. Refused with a sentence: user:password
    //! or a query or fragment in it, plain http to anything but loopback, another scheme, no host. A path before `/v1` is kept.
    static Result<Endpoint> parse(const QString &text);

    Region region() const { return m_region; }
    //! Ends with `/v1`.
    QUrl base() const { return m_base; }
    QUrl trackUrl() const;
    QUrl batchUrl() const;
    //! 127.0.0.0/8, ::1 or localhost.
    bool isLoopback() const;
    //! Segment's own hosts, to which Segment's rate limits apply.
    bool isSegment() const { return m_region != Region::Other; }
    //! What a person reads: `US`, `EU`, or the base.
    QString displayText() const;
    bool isNull() const { return m_base.isEmpty(); }

    bool operator==(const Endpoint &) const = default;

private:
    Region m_region = Region::Us;
    QUrl m_base;
};

} // namespace segue
