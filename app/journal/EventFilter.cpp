// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/journal/EventFilter.h"

#include "app/journal/CaseFold.h"

#include <algorithm>
#include <charconv>

namespace segue {

namespace {

template <class Value> bool allows(const std::vector<Value> &list, const Value &value)
{
    return list.empty() || std::ranges::find(list, value) != list.end();
}

bool isIdentity(const Entry &entry, IdKind kind, const std::string &value)
{
    return entry.fields.idKind == kind && entry.fields.identity == value;
}

//! `value` is what a term of any field but a compared one asks for.
bool hasValue(SearchField field, const std::string &value, const Entry &entry)
{
    const EntryFields &fields = entry.fields;
    switch (field) {
    case SearchField::Event:
        return equalIgnoringCase(fields.event, value);
    case SearchField::User:
        return isIdentity(entry, IdKind::UserId, value);
    case SearchField::Hwid:
        return isIdentity(entry, IdKind::AnonymousId, value);
    case SearchField::Campaign:
        return fields.campaign == value;
    case SearchField::Device:
        return equalIgnoringCase(fields.device, value);
    case SearchField::State:
        return stateWord(fields.state) == value;
    case SearchField::Origin:
        return originWord(fields.origin) == value;
    case SearchField::HttpStatus: {
        const std::optional<StatusRange> range = statusRange(value);
        return range && entry.lastStatus >= range->first && entry.lastStatus <= range->last;
    }
    default:
        return true;
    }
}

bool compares(SearchTerm::Comparison comparison, std::int64_t value, std::int64_t bound)
{
    return comparison == SearchTerm::Comparison::Above ? value > bound : value < bound;
}

} // namespace

std::optional<StatusRange> statusRange(std::string_view word)
{
    if (word == "none") {
        return StatusRange{0, 0};
    }
    if (word.size() != 3 || word[0] < '1' || word[0] > '9') {
        return std::nullopt;
    }
    if (word.substr(1) == "xx") {
        const int first = (word[0] - '0') * 100;
        return StatusRange{first, first + 99};
    }
    int status = 0;
    const auto [end, fault] = std::from_chars(word.data(), word.data() + word.size(), status);
    if (fault != std::errc() || end != word.data() + word.size()) {
        return std::nullopt;
    }
    return StatusRange{status, status};
}

bool agreesInFields(const SearchTerm &term, const Entry &entry)
{
    if (term.needsPayload()) {
        return true;
    }
    bool agrees = false;
    if (term.field == SearchField::Time) {
        // Above includes the bound: `time>10:00` is what `--since 10:00` is.
        agrees = term.comparison == SearchTerm::Comparison::Above ? entry.fields.received >= term.bound
                                                                  : entry.fields.received < term.bound;
    } else if (term.field == SearchField::Latency) {
        agrees = entry.lastDuration >= 0 && compares(term.comparison, entry.lastDuration, term.bound);
    } else {
        agrees = std::ranges::any_of(term.values,
                                     [&](const std::string &value) { return hasValue(term.field, value, entry); });
    }
    return agrees != term.excluded;
}

bool EventFilter::isEmpty() const
{
    return *this == EventFilter();
}

bool EventFilter::matchesFields(const Entry &entry) const
{
    const EntryFields &fields = entry.fields;
    const bool inParts = (!connection || *connection == fields.connection) &&
                         (!connections || std::ranges::find(*connections, fields.connection) != connections->end()) &&
                         allows(events, fields.event) && allows(states, fields.state) &&
                         allows(origins, fields.origin) && (!since || fields.received >= *since) &&
                         (!until || fields.received < *until);
    return inParts &&
           (search.empty() || std::ranges::any_of(search, [&](const SearchTerms &terms) {
                return std::ranges::all_of(terms, [&](const SearchTerm &term) { return agreesInFields(term, entry); });
            }));
}

bool EventFilter::needsPayload() const
{
    return std::ranges::any_of(
        search, [](const SearchTerms &terms) { return std::ranges::any_of(terms, &SearchTerm::needsPayload); });
}

bool EventFilter::dependsOnDelivery() const
{
    const auto moves = [](const SearchTerm &term) {
        return term.field == SearchField::State || term.field == SearchField::HttpStatus ||
               term.field == SearchField::Latency;
    };
    return !states.empty() ||
           std::ranges::any_of(search, [&](const SearchTerms &terms) { return std::ranges::any_of(terms, moves); });
}

} // namespace segue
