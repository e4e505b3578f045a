// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/journal/EntryRows.h"
#include "app/journal/MessageIdReader.h"

#include <memory>
#include <string_view>
#include <vector>

namespace segue {

//! A fixed number of bits in which numbers leave their traces (a Bloom filter): what has not been put in is mostly seen
//! to be new, what has been is never taken for new. Takes its memory with the first number.
class TraceFilter
{
public:
    void add(std::int32_t number);
    bool mayHold(std::int32_t number) const;
    void clear() { m_words.clear(); }

private:
    std::vector<std::uint64_t> m_words;
};

//! Whether an event of Pushwoosh's webhook was received before, within some hours. For JournalWriter, inside its
//! transactions, so that what other processes have committed counts as well. Its memory does not grow with the events:
//! two filters of message ids, of which the older one is let go when the younger covers the whole window, say who needs
//! the look into the file. The first question reads the window's rows, 0.2 s for a million.
class RepeatFinder
{
public:
    static JournalResult<std::unique_ptr<RepeatFinder>> prepare(SqlDatabase &database);

    struct Question
    {
        std::string_view messageId;
        std::int64_t connection = 0; //!< its number in the dictionary
        std::int64_t since = 0;
        std::int64_t lastEntry = 0; //!< the newest one of the file
    };

    //! The entry of the connection with this messageId that was received at `since` or later.
    JournalResult<std::optional<EntryId>> find(const Question &question, PayloadReader &payloads,
                                               MessageIdReader &messageIds);
    //! It was added in this transaction.
    void note(std::string_view messageId);

private:
    RepeatFinder() = default;
    JournalStatus catchUp(std::int64_t since, std::int64_t lastEntry);
    JournalStatus fill(std::int64_t since, std::int64_t lastEntry);
    JournalStatus advance(std::int64_t since);
    void rotate(std::int64_t since);

    SqlStatement m_below;
    SqlStatement m_above;
    SqlStatement m_firstSince;
    SqlStatement m_byMessageId;
    TraceFilter m_younger;
    TraceFilter m_older;
    std::int64_t m_upTo = 0;         //!< entries up to it are in the filters
    std::int64_t m_windowFirst = 0;  //!< entries below it are older than the window
    std::int64_t m_youngerSince = 0; //!< the window's begin when the younger filter was begun; 0: not filled yet
    std::int64_t m_advanced = 0;     //!< the window's begin when m_windowFirst was found
};

} // namespace segue
