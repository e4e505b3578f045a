// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/journal/JournalSchema.h"

#include <functional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace segue {

//! The dictionary of texts that come again and again; 0 stands for the empty text. Rows are never removed, so what has
//! been looked up once may be kept. One per connection, on its thread.
class Words
{
public:
    static JournalResult<Words> prepare(SqlDatabase &database);

    //! The number of a text, made when it is new. Only inside a writing transaction.
    JournalResult<std::int64_t> numberFor(WordKind kind, std::string_view text);
    //! The number of a text; -1 when nothing was ever stored under it.
    JournalResult<std::int64_t> find(WordKind kind, std::string_view text);
    //! The numbers of all texts of the kind that `means` accepts, the empty one among them.
    JournalResult<std::vector<std::int64_t>> matching(WordKind kind,
                                                      const std::function<bool(std::string_view)> &means);
    //! Damaged when there is no such number.
    JournalResult<std::string> text(std::int64_t number);
    //! After a rollback: numbers made in it are void.
    void forget();

private:
    SqlStatement m_insert;
    SqlStatement m_find;
    SqlStatement m_text;
    SqlStatement m_all;
    std::unordered_map<std::string, std::int64_t> m_numbers;
    std::unordered_map<std::int64_t, std::string> m_texts;
};

} // namespace segue
