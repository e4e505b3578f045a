// SPDX-License-Identifier: GPL-3.0-or-later
// Moves that a person asks for, of many entries at once.
#include "app/journal/JournalWriter.h"

namespace segue {

namespace {

//! A bit for each state from which a person may bring an entry there.
std::uint32_t statesByHand(EventState to)
{
    std::uint32_t mask = 0;
    for (int from = 0; from < kEventStateCount; ++from) {
        const auto state = static_cast<EventState>(from);
        const bool may = to == EventState::Queued      ? canBeTriedAgain(state)
                         : to == EventState::Cancelled ? isUndelivered(state)
                                                       : false;
        mask |= may ? 1U << static_cast<unsigned>(from) : 0U;
    }
    return mask;
}

} // namespace

JournalResult<std::size_t> JournalWriter::moveAll(const std::string &connection, std::initializer_list<EventState> from,
                                                  EventState to, std::int64_t now)
{
    const JournalResult<std::int64_t> number = m_words->find(WordKind::Connection, connection);
    if (!number) {
        return number.error();
    }
    std::size_t total = 0;
    for (const EventState state : from) {
        std::int64_t moved = 0;
        {
            const StatementScope scope(m_standing);
            m_standing.bind(1, static_cast<std::int64_t>(state)).bind(2, number.value());
            for (;; ++moved) {
                const JournalResult<bool> row = m_standing.step();
                if (!row) {
                    return row.error();
                }
                if (!row.value()) {
                    break;
                }
                m_change.changed.push_back(EntryId{m_standing.integer(0)});
                m_counters->move({number.value(), Origin::Composer, m_standing.integer(1), state}, to);
            }
        }
        JournalStatus written = m_moveStanding.bind(1, static_cast<std::int64_t>(state))
                                    .bind(2, number.value())
                                    .bind(3, static_cast<std::int64_t>(to))
                                    .bind(4, now)
                                    .run();
        if (!written) {
            return written.error();
        }
        total += static_cast<std::size_t>(moved);
    }
    return total;
}

JournalResult<std::vector<EntryId>> JournalWriter::moveByHand(std::span<const EntryId> ids, EventState to,
                                                              std::int64_t now)
{
    const std::uint32_t from = statesByHand(to);
    std::vector<EntryId> moved;
    for (std::size_t begin = 0; begin < ids.size();) {
        std::size_t end = begin + 1;
        while (end < ids.size() && ids[end].value == ids[end - 1].value + 1) {
            ++end;
        }
        const EntryId first = ids[begin];
        const EntryId last = ids[end - 1];
        const JournalResult<std::size_t> some = noteMoves(first, last, from, to, moved);
        if (!some) {
            return some.error();
        }
        if (some.value() > 0) {
            JournalStatus written = m_moveByHand.bind(1, first.value)
                                        .bind(2, last.value)
                                        .bind(3, static_cast<std::int64_t>(to))
                                        .bind(4, static_cast<std::int64_t>(from))
                                        .bind(5, now)
                                        .run();
            if (!written) {
                return written.error();
            }
        }
        begin = end;
    }
    return moved;
}

//! Counts what a move of a run of entries will change. Gives how many.
JournalResult<std::size_t> JournalWriter::noteMoves(EntryId first, EntryId last, std::uint32_t from, EventState to,
                                                    std::vector<EntryId> &moved)
{
    const StatementScope scope(m_range);
    m_range.bind(1, first.value).bind(2, last.value);
    for (std::size_t movable = 0;;) {
        const JournalResult<bool> row = m_range.step();
        if (!row) {
            return row.error();
        }
        if (!row.value()) {
            return movable;
        }
        const std::int64_t state = m_range.integer(3);
        if (state >= 0 && state < kEventStateCount && ((from >> state) & 1U) != 0) {
            ++movable;
            const EntryId id{m_range.integer(0)};
            moved.push_back(id);
            m_change.changed.push_back(id);
            m_counters->move({m_range.integer(1), Origin::Composer, m_range.integer(2), static_cast<EventState>(state)},
                             to);
        }
    }
}

} // namespace segue
