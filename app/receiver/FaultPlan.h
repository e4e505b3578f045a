// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/receiver/HttpServer.h"
#include "app/settings/FaultChoice.h"

#include <random>

namespace segue {

//! Draws the faults that the receiver plays to those who send it events. Pure: the same seed draws the same.
class FaultPlan
{
public:
    struct Fault
    {
        enum class Kind { None, TooMany, ServerError, Delay, Reset };

        Kind kind = Kind::None;
        int status = 0;  //!< of TooMany and ServerError
        int seconds = 0; //!< Retry-After of TooMany; of Delay: how late

        //! The request is taken, and its answer held back.
        bool isLate() const { return kind == Kind::Delay; }
        //! What is answered in place of taking the request; nothing when it is to be taken.
        std::optional<HttpReply> instead() const;
        //! The way for the answer to a request that is taken.
        HttpServer::Answer after(HttpServer::Answer answer) const;
    };

    //! 0: a seed that nobody knows.
    explicit FaultPlan(std::uint64_t seed);

    //! For one more request. Each fault comes in its share of them, by chance.
    Fault next(const FaultChoice &choice);

private:
    std::mt19937_64 m_random;
};

} // namespace segue
