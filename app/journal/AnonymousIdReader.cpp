// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/journal/AnonymousIdReader.h"

#include <algorithm>

namespace segue {

JournalResult<AnonymousIdReader> AnonymousIdReader::prepare(SqlDatabase &database)
{
    JournalResult<SqlStatement> select =
        database.prepare("SELECT DISTINCT ih FROM entry WHERE id>=?1 AND id<?2 AND connection=?3 AND id_kind=?4 AND "
                         "received>=?5 AND ih IS NOT NULL");
    if (!select) {
        return select.error();
    }
    JournalResult<SqlStatement> newest =
        database.prepare("SELECT id, received FROM entry WHERE id<?1 ORDER BY id DESC LIMIT 1");
    if (!newest) {
        return newest.error();
    }
    AnonymousIdReader reader;
    reader.m_select = std::move(select).value();
    reader.m_newest = std::move(newest).value();
    return reader;
}

JournalResult<std::optional<AnonymousIdReader::Newest>> AnonymousIdReader::newestBelow(std::int64_t id)
{
    const StatementScope scope(m_newest);
    m_newest.bind(1, id);
    const JournalResult<bool> row = m_newest.step();
    if (!row) {
        return row.error();
    }
    return row.value() ? std::optional(Newest{m_newest.integer(0), m_newest.integer(1)}) : std::nullopt;
}

JournalResult<AnonymousIds> AnonymousIdReader::read(const std::string &connection, std::int64_t since, EntryId before,
                                                    std::int64_t span, Words &words)
{
    const JournalResult<std::int64_t> number = words.find(WordKind::Connection, connection);
    if (!number) {
        return number.error();
    }
    const JournalResult<std::optional<Newest>> newest = newestBelow(before.value);
    if (!newest) {
        return newest.error();
    }
    AnonymousIds found;
    found.isLast = true;
    if (!newest.value() || newest.value()->received < since) {
        return found;
    }
    const std::int64_t end = newest.value()->id + 1;
    const std::int64_t begin = std::max<std::int64_t>(end - span, 0);
    {
        const StatementScope scope(m_select);
        m_select.bind(1, begin).bind(2, end).bind(3, number.value());
        m_select.bind(4, static_cast<std::int64_t>(IdKind::AnonymousId)).bind(5, since);
        for (;;) {
            const JournalResult<bool> row = m_select.step();
            if (!row) {
                return row.error();
            }
            if (!row.value()) {
                break;
            }
            found.hashes.push_back(static_cast<std::int32_t>(m_select.integer(0)));
        }
    }
    // Ids grow with the time of arrival.
    const JournalResult<std::optional<Newest>> older = newestBelow(begin);
    if (!older) {
        return older.error();
    }
    found.next = EntryId{begin};
    found.isLast = !older.value() || older.value()->received < since;
    return found;
}

} // namespace segue
