// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/journal/RowRemoval.h"

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

JournalResult<std::unique_ptr<RowRemoval>> RowRemoval::prepare(SqlDatabase &database, BlockTable &payloads,
                                                               BlockTable &secondParts)
{
    std::unique_ptr<RowRemoval> removal(new RowRemoval(payloads, secondParts));
    const std::pair<SqlStatement *, const char *> statements[] = {
        {&removal->m_rows, "SELECT id, connection, origin, received, state FROM entry WHERE id BETWEEN ?1 AND ?2"},
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
    if (JournalStatus taken = takeOut(gone, going, counters); !taken) {
        return taken.error();
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

JournalStatus RowRemoval::takeOut(std::span<const EntryId> gone, std::span<const Going> going, Counters &counters)
{
    const JournalResult<std::vector<std::size_t>> payloads = m_payloads.takeOut(gone);
    if (!payloads) {
        return payloads.error();
    }
    const JournalResult<std::vector<std::size_t>> secondParts = m_secondParts.takeOut(gone);
    if (!secondParts) {
        return secondParts.error();
    }
    for (std::size_t i = 0; i < going.size(); ++i) {
        counters.remove(going[i].row, payloads.value()[i] + secondParts.value()[i]);
    }
    return done;
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
