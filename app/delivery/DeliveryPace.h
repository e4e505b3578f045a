// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstdint>

namespace segue {

//! How many events a second have been accepted of late: over the ten whole seconds before now. Pure; time comes from
//! outside.
class DeliveryPace
{
public:
    void add(int events, std::int64_t monotonicMs)
    {
        moveTo(monotonicMs / kSecondMs);
        m_events.at(slot(m_second)) += events;
    }

    //! Rounded; 1 for anything above nothing.
    int perSecond(std::int64_t monotonicMs)
    {
        moveTo(monotonicMs / kSecondMs);
        std::int64_t sum = 0;
        for (std::int64_t second = m_second - kSeconds; second < m_second; ++second) {
            sum += second < 0 ? 0 : m_events.at(slot(second));
        }
        return static_cast<int>((sum + kSeconds - 1) / kSeconds);
    }

private:
    static constexpr std::int64_t kSecondMs = 1'000;
    static constexpr std::int64_t kSeconds = 10;
    static constexpr std::size_t kSlots = 11; //!< those ten and the one that is not over

    static std::size_t slot(std::int64_t second) { return static_cast<std::size_t>(second) % kSlots; }

    void moveTo(std::int64_t second)
    {
        if (second - m_second > kSeconds) {
            m_events.fill(0);
            m_second = second;
        }
        while (m_second < second) {
            m_events.at(slot(++m_second)) = 0;
        }
    }

    std::array<std::int64_t, kSlots> m_events = {};
    std::int64_t m_second = 0;
};

} // namespace segue
