// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/journal/Entry.h"

#include <cstdint>
#include <random>
#include <string>
#include <vector>

namespace segue::test {

//! Events as they come from everywhere: every script, every way to write a character in JSON, 64-bit ids, members that
//! are missing or there twice, payloads that are no JSON, every state and origin, attempts with and without an answer.
//! Out of few values, so that searches meet them. The same for the same seed. Free of Qt.
class VariedEvents
{
public:
    //! Received within kTimeSpan from `firstReceived` on, ms since 1970 UTC.
    explicit VariedEvents(std::uint32_t seed, std::int64_t firstReceived = kFirstReceived);

    struct Event
    {
        NewEntry entry;
        //! What happens to it later; the state stays when there is none.
        std::optional<StateChange> change;
    };
    Event next();

    //! Connections that the events are of, besides none.
    static const std::vector<std::string> &connections();
    //! Values that stand in events: for filters.
    static const std::vector<std::string> &names();
    static const std::vector<std::string> &identities();
    static const std::vector<std::string> &values();
    static const std::vector<std::string> &devices();
    static const std::vector<std::string> &campaigns();
    static constexpr std::int64_t kFirstReceived = 1'760'000'000'000;
    static constexpr std::int64_t kTimeSpan = 3'600'000; //!< ms

    std::size_t roll(std::size_t sides) { return static_cast<std::size_t>(m_random() % sides); }
    const std::string &oneOf(const std::vector<std::string> &values) { return values[roll(values.size())]; }

private:
    using Members = std::vector<std::pair<std::string, std::string>>; //!< names and JSON
    std::string json(const std::string &text);
    std::string number();
    std::string anyValue(int depth);
    std::string object(const Members &members);
    std::string properties(EntryFields &fields);
    std::string trackCall(EntryFields &fields);
    std::string noJson();
    void becomes(Event &event);

    std::mt19937 m_random;
    std::int64_t m_firstReceived;
    int m_count = 0;
    bool m_blanks = false; //!< between the parts of the payload under way
};

} // namespace segue::test
