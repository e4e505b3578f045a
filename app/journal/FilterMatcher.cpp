// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/journal/FilterMatcher.h"

#include <algorithm>

namespace segue {

FilterMatcher::FilterMatcher(EventFilter filter)
    : m_filter(std::move(filter))
    , m_needsPayload(m_filter.needsPayload())
{
    for (const SearchTerms &terms : m_filter.search) {
        m_tests.emplace_back(terms);
    }
}

bool FilterMatcher::passesSearch(const Entry &entry, std::string_view payload)
{
    for (std::size_t i = 0; i < m_tests.size(); ++i) {
        const bool agrees = std::ranges::all_of(m_filter.search[i],
                                                [&](const SearchTerm &term) { return agreesInFields(term, entry); });
        if (agrees && m_tests[i].passes(payload)) {
            return true;
        }
    }
    return false;
}

} // namespace segue
