// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/journal/RepeatFinder.h"

#include "app/journal/JournalSchema.h"
#include "app/journal/KeyHash.h"

#include <algorithm>

namespace segue {

namespace {

//! 8 MB a filter: with a million events one in 10^6 new ones is looked up in vain, with five million one in 200.
constexpr std::size_t kWords = std::size_t{1} << 20U;
constexpr std::uint64_t kBits = kWords * 64;
constexpr int kTraces = 4;

constexpr std::int64_t kSegment = std::int64_t{1} << kSegmentShift;
//! The window's first entry is looked for anew after so long.
constexpr std::int64_t kBetweenAdvances = 60'000;
//! What a filter covers at least before it is let go; a window is not longer.
constexpr std::int64_t kCovered = std::int64_t{24} * 60 * 60 * 1'000;

// splitmix64: spreads 32 bits over 64.
std::uint64_t spread(std::int32_t number)
{
    std::uint64_t value = static_cast<std::uint32_t>(number) + 0x9e3779b97f4a7c15U;
    value = (value ^ (value >> 30U)) * 0xbf58476d1ce4e5b9U;
    value = (value ^ (value >> 27U)) * 0x94d049bb133111ebU;
    return value ^ (value >> 31U);
}

//! Calls `each` with the places of a number's traces as long as it says true.
template <class Each> bool forTraces(std::int32_t number, const Each &each)
{
    const std::uint64_t value = spread(number);
    const std::uint64_t step = (value >> 32U) | 1U;
    for (std::uint64_t i = 0; i < kTraces; ++i) {
        const std::uint64_t bit = (value + i * step) % kBits;
        if (!each(bit / 64, std::uint64_t{1} << (bit % 64))) {
            return false;
        }
    }
    return true;
}

} // namespace

void TraceFilter::add(std::int32_t number)
{
    m_words.resize(kWords);
    forTraces(number, [this](std::uint64_t word, std::uint64_t bit) {
        m_words[word] |= bit;
        return true;
    });
}

bool TraceFilter::mayHold(std::int32_t number) const
{
    return !m_words.empty() &&
           forTraces(number, [this](std::uint64_t word, std::uint64_t bit) { return (m_words[word] & bit) != 0; });
}

JournalResult<std::unique_ptr<RepeatFinder>> RepeatFinder::prepare(SqlDatabase &database)
{
    std::unique_ptr<RepeatFinder> finder(new RepeatFinder);
    const std::pair<SqlStatement *, const char *> statements[] = {
        {&finder->m_below, "SELECT id, received, origin, mid FROM entry WHERE id<=?1 ORDER BY id DESC LIMIT ?2"},
        {&finder->m_above, "SELECT mid FROM entry NOT INDEXED WHERE id>?1 AND id<=?2 AND origin=1 AND mid IS NOT NULL"},
        {&finder->m_firstSince, "SELECT id FROM entry NOT INDEXED WHERE id>=?1 AND received>=?2 ORDER BY id LIMIT 1"},
        // Newest segment first, down to that in which the window begins.
        {&finder->m_byMessageId, "WITH RECURSIVE s(v) AS (SELECT ?1>>12 UNION ALL SELECT v-1 FROM s WHERE v>?3>>12) "
                                 "SELECT entry.id FROM s CROSS JOIN entry ON id>>12=s.v AND mid=?2 "
                                 "WHERE origin=1 AND received>=?4 AND connection=?5"},
    };
    for (const auto &[statement, sql] : statements) {
        JournalResult<SqlStatement> prepared = database.prepare(sql);
        if (!prepared) {
            return prepared.error();
        }
        *statement = std::move(prepared).value();
    }
    return finder;
}

JournalResult<std::optional<EntryId>> RepeatFinder::find(const Question &question, PayloadReader &payloads,
                                                         MessageIdReader &messageIds)
{
    if (JournalStatus known = catchUp(question.since, question.lastEntry); !known) {
        return known.error();
    }
    const std::int32_t hash = keyHash(question.messageId);
    if (!m_younger.mayHold(hash) && !m_older.mayHold(hash)) {
        return std::optional<EntryId>();
    }
    const StatementScope scope(m_byMessageId);
    m_byMessageId.bind(1, question.lastEntry)
        .bind(2, std::int64_t{hash})
        .bind(3, m_windowFirst)
        .bind(4, question.since)
        .bind(5, question.connection);
    for (;;) {
        const JournalResult<bool> row = m_byMessageId.step();
        if (!row) {
            return row.error();
        }
        if (!row.value()) {
            return std::optional<EntryId>();
        }
        // 32 bits agree by chance now and then. A payload that cannot be read proves nothing: rather twice than lost.
        const EntryId id{m_byMessageId.integer(0)};
        const JournalResult<std::string_view> payload = payloads.read(id);
        if (payload && messageIds.read(payload.value()) == question.messageId) {
            return std::optional(id);
        }
    }
}

void RepeatFinder::note(std::string_view messageId)
{
    m_younger.add(keyHash(messageId));
}

JournalStatus RepeatFinder::catchUp(std::int64_t since, std::int64_t lastEntry)
{
    if (m_youngerSince == 0) {
        return fill(since, lastEntry);
    }
    rotate(since);
    // Lower after a rollback: what was noted then stays in the filters, where it does no harm.
    m_upTo = std::min(m_upTo, lastEntry);
    if (m_upTo < lastEntry) {
        const StatementScope scope(m_above);
        m_above.bind(1, m_upTo).bind(2, lastEntry);
        for (;;) {
            const JournalResult<bool> row = m_above.step();
            if (!row) {
                return row.error();
            }
            if (!row.value()) {
                break;
            }
            m_younger.add(static_cast<std::int32_t>(m_above.integer(0)));
        }
        m_upTo = lastEntry;
    }
    return since - m_advanced >= kBetweenAdvances ? advance(since) : done;
}

//! From the newest entry down, until a whole segment holds none of the window: times need not ascend.
JournalStatus RepeatFinder::fill(std::int64_t since, std::int64_t lastEntry)
{
    m_windowFirst = lastEntry + 1;
    for (std::int64_t from = lastEntry; from > 0;) {
        const StatementScope scope(m_below);
        m_below.bind(1, from).bind(2, kSegment);
        bool inWindow = false;
        from = 0;
        for (;;) {
            const JournalResult<bool> row = m_below.step();
            if (!row) {
                return row.error();
            }
            if (!row.value()) {
                break;
            }
            from = m_below.integer(0) - 1;
            if (m_below.integer(1) < since) {
                continue;
            }
            inWindow = true;
            m_windowFirst = m_below.integer(0);
            if (m_below.integer(2) == static_cast<std::int64_t>(Origin::Webhook) && !m_below.isNull(3)) {
                m_younger.add(static_cast<std::int32_t>(m_below.integer(3)));
            }
        }
        if (!inWindow) {
            break;
        }
    }
    m_upTo = lastEntry;
    m_youngerSince = since;
    m_advanced = since;
    return done;
}

JournalStatus RepeatFinder::advance(std::int64_t since)
{
    const StatementScope scope(m_firstSince);
    m_firstSince.bind(1, m_windowFirst).bind(2, since);
    const JournalResult<bool> row = m_firstSince.step();
    if (!row) {
        return row.error();
    }
    m_windowFirst = row.value() ? m_firstSince.integer(0) : m_upTo + 1;
    m_advanced = since;
    return done;
}

void RepeatFinder::rotate(std::int64_t since)
{
    if (since - m_youngerSince >= kCovered) {
        std::swap(m_younger, m_older);
        m_younger.clear();
        m_youngerSince = since;
    }
}

} // namespace segue
