// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/journal/PayloadTest.h"

#include <utility>
#include <vector>

namespace segue {

//! The filter as a predicate, made ready once for many entries. Agrees with what JournalReader::ids() gives. One thread
//! at a time. Free of Qt.
class FilterMatcher
{
public:
    explicit FilterMatcher(EventFilter filter);

    const EventFilter &filter() const { return m_filter; }
    //! Whether the entry is meant. `payload()` gives its bytes; it is asked only where the fields agree and the payload
    //! must decide.
    template <class PayloadOf> bool matches(const Entry &entry, PayloadOf &&payload)
    {
        if (!m_filter.matchesFields(entry)) {
            return false;
        }
        return !m_needsPayload || passesSearch(entry, std::forward<PayloadOf>(payload)());
    }

private:
    bool passesSearch(const Entry &entry, std::string_view payload);

    EventFilter m_filter;
    std::vector<PayloadTest> m_tests; //!< one for each alternative
    bool m_needsPayload;
};

} // namespace segue
