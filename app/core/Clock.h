// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>

namespace segue {

//! Where time comes from. Free of Qt; safe on every thread.
class Clock
{
public:
    virtual ~Clock() = default;
    //! Milliseconds since 1970-01-01 UTC.
    virtual std::int64_t now() const = 0;
    //! Milliseconds that only ever grow, suspend included; for durations and time-outs.
    virtual std::int64_t monotonic() const = 0;
};

//! The machine's clock.
class SystemClock final : public Clock
{
public:
    std::int64_t now() const override;
    std::int64_t monotonic() const override;
};

} // namespace segue
