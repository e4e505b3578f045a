// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace segue {

//! Faults that the receiver plays to those who send it events, to test them: each for a share of their requests, in
//! percent. What does not fit into 100 together is not played.
struct FaultChoice
{
    int tooMany = 0;           //!< answered 429
    int retryAfterSeconds = 5; //!< what a 429 asks for
    int serverError = 0;       //!< answered 500, 502, 503 or 504
    int delay = 0;             //!< answered as usual, but late
    int delaySeconds = 3;
    int reset = 0; //!< the connection is cut without an answer

    bool isOn() const { return tooMany > 0 || serverError > 0 || delay > 0 || reset > 0; }
    int total() const { return tooMany + serverError + delay + reset; }
    bool operator==(const FaultChoice &) const = default;
};

} // namespace segue
