// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/journal/AnonymousIds.h"
#include "app/journal/Words.h"

#include <optional>

namespace segue {

//! Reads which anonymous ids entries have, in stretches. One per reading connection, on its thread.
class AnonymousIdReader
{
public:
    static JournalResult<AnonymousIdReader> prepare(SqlDatabase &database);

    //! As JournalReader::anonymousIds() says.
    JournalResult<AnonymousIds> read(const std::string &connection, std::int64_t since, EntryId before,
                                     std::int64_t span, Words &words);

private:
    struct Newest
    {
        std::int64_t id = 0;
        std::int64_t received = 0;
    };
    JournalResult<std::optional<Newest>> newestBelow(std::int64_t id);

    SqlStatement m_select;
    SqlStatement m_newest;
};

} // namespace segue
