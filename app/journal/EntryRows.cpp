// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/journal/EntryRows.h"

namespace segue {

namespace {

template <class Value> Value valueOr(std::int64_t number, Value last, Value otherwise)
{
    return number >= 0 && number <= static_cast<std::int64_t>(last) ? static_cast<Value>(number) : otherwise;
}

} // namespace

JournalResult<Entry> entryOf(const SqlStatement &row, Words &words)
{
    Entry entry;
    EntryFields &fields = entry.fields;
    struct Text
    {
        int column;
        std::string EntryFields::*field;
    };
    for (const Text &text : {Text{2, &EntryFields::connection}, Text{4, &EntryFields::event},
                             Text{7, &EntryFields::messageType}, Text{9, &EntryFields::device}}) {
        JournalResult<std::string> found = words.text(row.integer(text.column));
        if (!found) {
            return found.error();
        }
        fields.*text.field = std::move(found).value();
    }
    entry.id = EntryId{row.integer(0)};
    fields.received = row.integer(1);
    fields.origin = valueOr(row.integer(3), Origin::Import, Origin::Import);
    fields.idKind = valueOr(row.integer(5), IdKind::AnonymousId, IdKind::Nobody);
    fields.identity = row.text(6);
    fields.campaign = row.text(8);
    fields.state = valueOr(row.integer(10), EventState::Received, EventState::Unreadable);
    entry.attempts = static_cast<int>(row.integer(11));
    entry.lastStatus = static_cast<int>(row.integer(12));
    if (!row.isNull(13)) {
        fields.nextAttempt = row.integer(13);
    }
    fields.findings = static_cast<std::uint32_t>(row.integer(14));
    fields.error = row.text(15);
    entry.lastDuration = row.isNull(16) ? -1 : row.integer(16);
    entry.mayArriveTwice = row.integer(17) != 0;
    entry.repeats = row.integer(18);
    if (!row.isNull(19)) {
        entry.unknownSince = row.integer(19);
    }
    if (!row.isNull(20)) {
        entry.askedAt = row.integer(20);
    }
    return entry;
}

Attempt attemptOf(const SqlStatement &row)
{
    Attempt attempt;
    attempt.started = row.integer(0);
    attempt.duration = row.integer(1);
    attempt.status = static_cast<int>(row.integer(2));
    attempt.outcome = row.text(3);
    attempt.mayHaveArrived = row.integer(4) != 0;
    attempt.requestHead = row.text(5);
    attempt.responseHead = row.text(6);
    attempt.responseBody = row.blob(7);
    attempt.error = row.text(8);
    return attempt;
}

JournalResult<PayloadReader> PayloadReader::prepare(SqlDatabase &database, BlockKind kind)
{
    JournalResult<SqlStatement> select = database.prepare(std::string("SELECT id, n, raw, body FROM ") + tableOf(kind) +
                                                          " WHERE id<=?1 ORDER BY id DESC LIMIT 1");
    if (!select) {
        return select.error();
    }
    PayloadReader reader;
    reader.m_kind = kind;
    reader.m_select = std::move(select).value();
    return reader;
}

JournalResult<std::string_view> PayloadReader::read(EntryId id)
{
    const auto inBlock = [&](std::int64_t first, std::size_t size) {
        return id.value >= first && id.value - first < static_cast<std::int64_t>(size);
    };
    if (!m_block || !inBlock(m_first, m_block->size())) {
        m_block.reset();
        const StatementScope scope(m_select);
        m_select.bind(1, id.value);
        const JournalResult<bool> row = m_select.step();
        if (!row) {
            return row.error();
        }
        if (!row.value() || !inBlock(m_select.integer(0), static_cast<std::size_t>(m_select.integer(1)))) {
            if (m_kind == BlockKind::SecondParts) {
                return std::string_view();
            }
            return JournalError{JournalError::Kind::Damaged, "no payload of entry " + std::to_string(id.value)};
        }
        JournalResult<PayloadBlock> block =
            PayloadBlock::unpack(m_select.blob(3), static_cast<std::size_t>(m_select.integer(1)),
                                 static_cast<std::size_t>(m_select.integer(2)));
        if (!block) {
            return block.error();
        }
        m_first = m_select.integer(0);
        m_block = std::move(block).value();
    }
    return m_block->at(static_cast<std::size_t>(id.value - m_first));
}

void PayloadReader::forget()
{
    m_block.reset();
}

} // namespace segue
