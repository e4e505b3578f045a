// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/journal/BlockTable.h"
#include "app/journal/Words.h"

#include <optional>

namespace segue {

//! What entryOf() reads, as the columns of a SELECT FROM entry.
inline constexpr const char *kEntryColumns = "id, received, connection, origin, event, id_kind, identity, "
                                             "message_type, campaign, device, state, attempts, status, "
                                             "next_attempt, findings, error, last_duration, twice, repeats, "
                                             "unknown_at, asked_at";
//! The same of a file of version 2 or 1.
inline constexpr const char *kOldEntryColumns = "id, received, connection, origin, event, id_kind, identity, "
                                                "message_type, campaign, device, state, attempts, status, "
                                                "next_attempt, findings, error, last_duration, twice, 0, "
                                                "unknown_at, NULL";

//! What attemptOf() reads: the attempts of entry ?1, the first one first.
inline constexpr const char *kAttemptsOfEntry =
    "SELECT started, duration, status, outcome, may_have_arrived, request_head, response_head, response_body, error "
    "FROM attempt JOIN request ON request.id=attempt.request WHERE attempt.entry=?1 ORDER BY attempt.nr";

//! The attempt of the statement's row.
Attempt attemptOf(const SqlStatement &row);

//! The entry of the statement's row, without messageId.
JournalResult<Entry> entryOf(const SqlStatement &row, Words &words);

//! Reads payloads, or second parts, out of their blocks; the last block stays unpacked. One per connection, on its
//! thread.
class PayloadReader
{
public:
    static JournalResult<PayloadReader> prepare(SqlDatabase &database, BlockKind kind = BlockKind::Payloads);

    //! The exact bytes, valid until the next call. Where no block holds the entry, a payload is Damaged and a second
    //! part empty.
    JournalResult<std::string_view> read(EntryId id);
    //! After a rollback: a block number may mean another block next time.
    void forget();

private:
    BlockKind m_kind = BlockKind::Payloads;
    SqlStatement m_select;
    std::optional<PayloadBlock> m_block;
    std::int64_t m_first = 0;
};

} // namespace segue
