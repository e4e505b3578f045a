// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/journal/EventFilter.h"

#include <algorithm>
#include <cstring>

namespace segue {

namespace {

constexpr char lowered(char c)
{
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

constexpr char raised(char c)
{
    return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
}

template <class Value> bool allows(const std::vector<Value> &list, const Value &value)
{
    return list.empty() || std::ranges::find(list, value) != list.end();
}

//! Walks through the places of one byte in either case, each memchr going on where it stopped.
class FirstByte
{
public:
    FirstByte(std::string_view text, char byte)
        : m_end(text.data() + text.size())
        , m_low(find(text.data(), lowered(byte)))
        , m_high(lowered(byte) == raised(byte) ? m_end : find(text.data(), raised(byte)))
        , m_byte(byte)
    {
    }

    //! The next place; the text's end when there is none.
    const char *next()
    {
        const char *place = std::min(m_low, m_high);
        if (place == m_end) {
            return m_end;
        }
        if (place == m_low) {
            m_low = find(place + 1, lowered(m_byte));
        } else {
            m_high = find(place + 1, raised(m_byte));
        }
        return place;
    }

private:
    const char *find(const char *from, char byte) const
    {
        const void *found = from == m_end ? nullptr : std::memchr(from, byte, static_cast<std::size_t>(m_end - from));
        return found == nullptr ? m_end : static_cast<const char *>(found);
    }

    const char *m_end;
    const char *m_low;
    const char *m_high;
    char m_byte;
};

} // namespace

bool EventFilter::isEmpty() const
{
    return !connection && events.empty() && states.empty() && origins.empty() && !since && !until && text.empty();
}

bool EventFilter::matchesFields(const Entry &entry) const
{
    const EntryFields &fields = entry.fields;
    return (!connection || *connection == fields.connection) && allows(events, fields.event) &&
           allows(states, fields.state) && allows(origins, fields.origin) && (!since || fields.received >= *since) &&
           (!until || fields.received < *until);
}

bool EventFilter::textInFields(const Entry &entry) const
{
    const EntryFields &fields = entry.fields;
    return containsIgnoringCase(fields.event, text) || containsIgnoringCase(fields.identity, text) ||
           containsIgnoringCase(fields.campaign, text) || containsIgnoringCase(fields.device, text);
}

bool EventFilter::containsIgnoringCase(std::string_view text, std::string_view word)
{
    if (word.empty()) {
        return true;
    }
    if (word.size() > text.size()) {
        return false;
    }
    const std::size_t last = text.size() - word.size();
    FirstByte places(text.substr(0, last + 1), word.front());
    for (const char *end = text.data() + last + 1, *place = places.next(); place != end; place = places.next()) {
        if (std::equal(word.begin(), word.end(), place, [](char a, char b) { return lowered(a) == lowered(b); })) {
            return true;
        }
    }
    return false;
}

} // namespace segue
