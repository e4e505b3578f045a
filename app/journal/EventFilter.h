// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/journal/Entry.h"

#include <optional>
#include <string>
#include <vector>

namespace segue {

//! Which entries are meant. One description, used as SQL by the reader and as a predicate on live rows. Empty lists and
//! absent values do not restrict. Free of Qt.
struct EventFilter
{
    std::optional<std::string> connection; //!< UUID text; "" means: of no connection
    std::vector<std::string> events;
    std::vector<EventState> states;
    std::vector<Origin> origins;
    std::optional<std::int64_t> since; //!< received at or after, ms since 1970 UTC
    std::optional<std::int64_t> until; //!< received before
    //! A word searched in event, identity, campaign, device and payload; ASCII case is ignored.
    std::string text;

    bool isEmpty() const;
    //! Whether an entry can come to be meant, or no longer, by what happens to it later.
    bool dependsOnDelivery() const { return !states.empty(); }
    //! Whether the entry is meant. `payload` is asked for only when the other parts agree and text must be searched in
    //! it.
    template <class PayloadOf> bool matches(const Entry &entry, PayloadOf &&payload) const
    {
        return matchesFields(entry) && (text.empty() || textInFields(entry) || containsIgnoringCase(payload(), text));
    }

    bool matchesFields(const Entry &entry) const;
    bool textInFields(const Entry &entry) const;
    static bool containsIgnoringCase(std::string_view text, std::string_view word);
};

} // namespace segue
