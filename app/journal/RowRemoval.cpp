// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/journal/RowRemoval.h"

#include <optional>

namespace segue {

namespace {

//! Calls `each` with every run of neighbouring ids.
template <class Each> JournalStatus forRuns(std::span<const EntryId> ids, const Each &each)
{
    for (std::size_t first = 0; first < ids.size();) {
        std::size_t end = first + 1;
        while (end < ids.size() && ids[end].value == ids[end - 1].value + 1) {
            ++end;
        }
        if (JournalStatus status = each(IdRange{ids[first], ids[end - 1]}); !status) {
            return status;
        }
        first = end;
    }
    return done;
}

} // namespace

JournalResult<std::unique_ptr<RowRemoval>> RowRemoval::prepare(SqlDatabase &database)
{
    std::unique_ptr<RowRemoval> removal(new RowRemoval);
    const std::pair<SqlStatement *, const char *> statements[] = {
        {&removal->m_rows, "SELECT id, connection, origin, received, state FROM entry WHERE id BETWEEN ?1 AND ?2"},
        {&removal->m_block, "SELECT id, n, raw, body FROM block WHERE id<=?1 ORDER BY id DESC LIMIT 1"},
        {&removal->m_living, "SELECT count(*) FROM entry WHERE id BETWEEN ?1 AND ?2"},
        {&removal->m_dropBlock, "DELETE FROM block WHERE id=?1"},
        {&removal->m_setBlock, "UPDATE block SET raw=?2, body=?3 WHERE id=?1"},
        {&removal->m_dropRows, "DELETE FROM entry WHERE id BETWEEN ?1 AND ?2"},
        {&removal->m_requests, "SELECT request, count(*) FROM attempt WHERE entry BETWEEN ?1 AND ?2 GROUP BY request"},
        {&removal->m_unrefer, "UPDATE request SET refs=refs-?2 WHERE id=?1"},
        {&removal->m_dropRequest, "DELETE FROM request WHERE id=?1 AND refs<=0"},
        {&removal->m_dropAttempts, "DELETE FROM attempt WHERE entry BETWEEN ?1 AND ?2"},
    };
    for (const auto &[statement, sql] : statements) {
        JournalResult<SqlStatement> prepared = database.prepare(sql);
        if (!prepared) {
            return prepared.error();
        }
        *statement = std::move(prepared).value();
    }
    return removal;
}

JournalResult<StateCounts> RowRemoval::remove(std::span<const EntryId> ids, Counters &counters, JournalChange &change)
{
    std::vector<Going> going;
    if (JournalStatus read = this->read(ids, going); !read) {
        return read.error();
    }
    StateCounts removed;
    std::vector<EntryId> gone;
    gone.reserve(going.size());
    for (const Going &entry : going) {
        ++removed.counts[static_cast<std::size_t>(entry.row.state)];
        gone.push_back(entry.id);
    }
    for (std::size_t first = 0; first < going.size();) {
        const JournalResult<std::size_t> taken = takeOut(std::span(going).subspan(first), counters);
        if (!taken) {
            return taken.error();
        }
        first += taken.value();
    }
    JournalStatus dropped = forRuns(gone, [&](IdRange run) { return removeRun(run); });
    if (!dropped) {
        return dropped.error();
    }
    static_cast<void>(forRuns(gone, [&](IdRange run) -> JournalStatus {
        change.removed.push_back(run);
        return done;
    }));
    return removed;
}

JournalStatus RowRemoval::read(std::span<const EntryId> ids, std::vector<Going> &going)
{
    return forRuns(ids, [&](IdRange run) -> JournalStatus {
        const StatementScope scope(m_rows);
        m_rows.bind(1, run.first.value).bind(2, run.last.value);
        for (;;) {
            const JournalResult<bool> row = m_rows.step();
            if (!row) {
                return row.error();
            }
            if (!row.value()) {
                return done;
            }
            const std::int64_t origin = m_rows.integer(2);
            const std::int64_t state = m_rows.integer(4);
            if (origin < 0 || origin >= kOriginCount || state < 0 || state >= kEventStateCount) {
                return JournalError{JournalError::Kind::Damaged, "entry " + std::to_string(m_rows.integer(0))};
            }
            going.push_back(
                {EntryId{m_rows.integer(0)},
                 {m_rows.integer(1), static_cast<Origin>(origin), m_rows.integer(3), static_cast<EventState>(state)}});
        }
    });
}

JournalResult<std::size_t> RowRemoval::takeOut(std::span<const Going> going, Counters &counters)
{
    const std::int64_t wanted = going.front().id.value;
    std::int64_t first = 0;
    std::int64_t size = 0;
    std::optional<PayloadBlock> block;
    {
        const StatementScope scope(m_block);
        m_block.bind(1, wanted);
        const JournalResult<bool> row = m_block.step();
        if (!row) {
            return row.error();
        }
        first = row.value() ? m_block.integer(0) : 0;
        size = row.value() ? m_block.integer(1) : 0;
        if (wanted >= first + size) {
            return JournalError{JournalError::Kind::Damaged, "no payload of entry " + std::to_string(wanted)};
        }
        JournalResult<PayloadBlock> unpacked = PayloadBlock::unpack(m_block.blob(3), static_cast<std::size_t>(size),
                                                                    static_cast<std::size_t>(m_block.integer(2)));
        if (!unpacked) {
            return unpacked.error();
        }
        block = std::move(unpacked).value();
    }
    std::size_t count = 0;
    for (; count < going.size() && going[count].id.value < first + size; ++count) {
        counters.remove(going[count].row, block->at(static_cast<std::size_t>(going[count].id.value - first)).size());
    }
    const StatementScope scope(m_living);
    m_living.bind(1, first).bind(2, first + size - 1);
    const JournalResult<bool> living = m_living.step();
    if (!living) {
        return living.error();
    }
    const bool last = m_living.integer(0) == static_cast<std::int64_t>(count);
    JournalStatus written = last ? m_dropBlock.bind(1, first).run() : rewrite(*block, first, going.subspan(0, count));
    if (!written) {
        return written.error();
    }
    return count;
}

JournalStatus RowRemoval::rewrite(const PayloadBlock &block, std::int64_t first, std::span<const Going> going)
{
    std::vector<std::string_view> payloads;
    payloads.reserve(block.size());
    for (std::size_t i = 0; i < block.size(); ++i) {
        payloads.push_back(block.at(i));
    }
    for (const Going &entry : going) {
        payloads[static_cast<std::size_t>(entry.id.value - first)] = {};
    }
    const JournalResult<std::vector<PackedBlock>> packed = packPayloads(payloads);
    if (!packed) {
        return packed.error();
    }
    const PackedBlock &whole = packed.value().front();
    return m_setBlock.bind(1, first).bind(2, static_cast<std::int64_t>(whole.rawSize)).bindBlob(3, whole.body).run();
}

JournalStatus RowRemoval::removeRun(IdRange run)
{
    if (JournalStatus attempts = removeAttempts(run); !attempts) {
        return attempts;
    }
    return m_dropRows.bind(1, run.first.value).bind(2, run.last.value).run();
}

JournalStatus RowRemoval::removeAttempts(IdRange run)
{
    std::vector<std::pair<std::int64_t, std::int64_t>> requests;
    {
        const StatementScope scope(m_requests);
        m_requests.bind(1, run.first.value).bind(2, run.last.value);
        for (;;) {
            const JournalResult<bool> row = m_requests.step();
            if (!row) {
                return row.error();
            }
            if (!row.value()) {
                break;
            }
            requests.emplace_back(m_requests.integer(0), m_requests.integer(1));
        }
    }
    for (const auto &[request, count] : requests) {
        if (JournalStatus less = m_unrefer.bind(1, request).bind(2, count).run(); !less) {
            return less;
        }
        if (JournalStatus dropped = m_dropRequest.bind(1, request).run(); !dropped) {
            return dropped;
        }
    }
    return requests.empty() ? JournalStatus(done)
                            : m_dropAttempts.bind(1, run.first.value).bind(2, run.last.value).run();
}

} // namespace segue
