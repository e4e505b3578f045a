// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/receiver/HttpServer.h"

#include <QByteArray>

#include <array>
#include <atomic>
#include <memory>
#include <string>

namespace segue {

//! What the receiver has taken since it began, as `/healthz` tells it. Late answers count as well, so it is shared.
//! Safe on every thread.
class IntakeCounts
{
public:
    enum Kind { Captured, Webhook, Echoed, EchoesRefused, NotKept, kKinds };

    //! The answer, which counts so many events: as kept, or as not kept when it says so.
    static HttpServer::Answer counting(const std::shared_ptr<IntakeCounts> &counts, Kind kind, std::size_t events,
                                       HttpServer::Answer answer);
    //! One of it.
    void count(Kind kind) { ++m_counts[kind]; }
    //! A JSON object.
    //! @param salt of the installation
    std::string json(const QByteArray &salt) const;
    //! What stands there of the installation: tells one data folder from another and says nothing of either.
    static std::string installation(const QByteArray &salt);

private:
    std::array<std::atomic<std::uint64_t>, kKinds> m_counts{};
};

} // namespace segue
