// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/journal/Words.h"

#include <span>
#include <vector>

namespace segue {

//! Reads the kept rates. One per reading connection, on its thread.
class RateReader
{
public:
    static JournalResult<RateReader> prepare(SqlDatabase &database);

    //! As JournalReader::rates() says.
    JournalResult<std::vector<RateBucket>> read(std::span<const std::string> connections, std::int64_t since,
                                                std::int64_t until, Words &words);

private:
    SqlStatement m_select;
};

} // namespace segue
