// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/journal/Entry.h"

#include <optional>
#include <string>
#include <vector>

namespace segue {

//! What a term of a search looks at. Payload: Text, MessageId, Property; the others stand in the entry.
enum class SearchField : std::uint8_t {
    Text,       //!< anywhere in the payload, also where JSON's escapes hide it
    Event,      //!< the case of letters is ignored
    User,       //!< userId, exactly
    Hwid,       //!< anonymousId, exactly
    Campaign,   //!< exactly
    Device,     //!< the case of letters is ignored
    MessageId,  //!< exactly
    State,      //!< words of EventState
    HttpStatus, //!< HTTP status of the last answer: `400`, `5xx`, `none`
    Origin,     //!< words of Origin
    Property,   //!< the value at a JSON path: texts ignore the case of letters, numbers are compared as numbers
    Time,       //!< received; Above means at or after
    Latency,    //!< ms of the last attempt; an entry without one is neither above nor below
};

//! One condition of a search.
struct SearchTerm
{
    enum class Comparison : std::uint8_t { AnyOf, Above, Below };

    SearchField field = SearchField::Text;
    std::string path;                //!< of Property, as JsonPath reads it: `properties.message_type`
    std::vector<std::string> values; //!< any of them; UTF-8
    bool excluded = false;           //!< means what the rest does not
    bool exactCase = false;          //!< of Text: a phrase; otherwise a word, whatever the case of its letters
    Comparison comparison = Comparison::AnyOf; //!< of Time and Latency: Above or Below
    std::int64_t bound = 0;                    //!< of Time: ms since 1970 UTC; of Latency: ms

    bool operator==(const SearchTerm &) const = default;

    //! A word, or a phrase.
    static SearchTerm text(std::string word, bool exactCase = false)
    {
        SearchTerm term;
        term.values.push_back(std::move(word));
        term.exactCase = exactCase;
        return term;
    }
    //! Whether it looks into the payload.
    bool needsPayload() const
    {
        return field == SearchField::Text || field == SearchField::MessageId || field == SearchField::Property;
    }
};

//! Terms that must all be meant.
using SearchTerms = std::vector<SearchTerm>;
//! Alternatives, of which one must be meant; empty: everything.
using Search = std::vector<SearchTerms>;

//! Which entries are meant. One description: SQL for the reader (FilterSql), a predicate on live rows (FilterMatcher),
//! and a text that people write (SearchLanguage). Empty lists and absent values do not restrict; all that is given must
//! hold. Free of Qt.
struct EventFilter
{
    std::optional<std::string> connection;               //!< UUID text; "" means: of no connection
    std::optional<std::vector<std::string>> connections; //!< any of these, as of an environment; empty means: nothing
    std::vector<std::string> events;                     //!< exact names
    std::vector<EventState> states;
    std::vector<Origin> origins;
    std::optional<std::int64_t> since; //!< received at or after, ms since 1970 UTC
    std::optional<std::int64_t> until; //!< received before
    Search search;

    bool operator==(const EventFilter &) const = default;

    bool isEmpty() const;
    //! Whether the entry may be meant, as far as can be said without its payload. That is the answer where
    //! needsPayload() is false.
    bool matchesFields(const Entry &entry) const;
    bool needsPayload() const;
    //! Whether an entry can come to be meant, or no longer, by what happens to it later.
    bool dependsOnDelivery() const;
};

//! Statuses that a value of SearchField::HttpStatus means, both ends included.
struct StatusRange
{
    int first = 0;
    int last = 0;
};
//! `400`, `5xx`, or `none` for no answer; nothing when the word is none of these.
std::optional<StatusRange> statusRange(std::string_view word);

//! Whether the entry's own fields agree with the term. A term that looks into the payload is taken to agree.
bool agreesInFields(const SearchTerm &term, const Entry &entry);

} // namespace segue
