// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/journal/LogRows.h"

#include <algorithm>

namespace segue {

LogRow LogRow::of(const Entry &entry)
{
    LogRow row;
    row.received = entry.fields.received;
    row.event = QString::fromStdString(entry.fields.event);
    row.identity = QString::fromStdString(entry.fields.identity);
    row.error = QString::fromStdString(entry.fields.error);
    row.connection = QString::fromStdString(entry.fields.connection);
    row.messageType = QString::fromStdString(entry.fields.messageType);
    row.campaign = QString::fromStdString(entry.fields.campaign);
    row.device = QString::fromStdString(entry.fields.device);
    row.nextAttempt = entry.fields.nextAttempt.value_or(-1);
    row.duration = entry.lastDuration;
    row.repeats = entry.repeats;
    row.attempts = entry.attempts;
    row.status = entry.lastStatus;
    row.idKind = entry.fields.idKind;
    row.state = entry.fields.state;
    row.origin = entry.fields.origin;
    row.mayArriveTwice = entry.mayArriveTwice;
    return row;
}

LogRows::LogRows(std::size_t most)
    : m_most(most)
{
}

const LogRow *LogRows::find(EntryId id) const
{
    const auto found = m_rows.find(id);
    if (found == m_rows.end()) {
        return nullptr;
    }
    found->second.used = ++m_uses;
    return &found->second.row;
}

void LogRows::put(const Entry &entry)
{
    Slot &slot = m_rows[entry.id];
    slot.row = LogRow::of(entry);
    slot.used = ++m_uses;
    // A quarter more than wanted, so that the look at all of them is rare.
    if (m_rows.size() > m_most + m_most / 4) {
        trim();
    }
}

void LogRows::drop(const EntryIdList &gone)
{
    if (gone.size() > m_rows.size()) {
        std::erase_if(m_rows, [&gone](const auto &row) { return gone.contains(row.first); });
        return;
    }
    for (const EntryId id : gone.ids(0, gone.size())) {
        m_rows.erase(id);
    }
}

std::vector<EntryId> LogRows::keepUsed()
{
    std::erase_if(m_rows, [this](const auto &row) { return row.second.used <= m_mark; });
    m_mark = m_uses;
    std::vector<EntryId> kept;
    kept.reserve(m_rows.size());
    for (const auto &row : m_rows) {
        kept.push_back(row.first);
    }
    return kept;
}

void LogRows::trim()
{
    std::vector<quint64> uses;
    uses.reserve(m_rows.size());
    for (const auto &row : m_rows) {
        uses.push_back(row.second.used);
    }
    const auto oldestKept = uses.end() - static_cast<std::ptrdiff_t>(m_most);
    std::nth_element(uses.begin(), oldestKept, uses.end());
    std::erase_if(m_rows, [limit = *oldestKept](const auto &row) { return row.second.used < limit; });
}

} // namespace segue
