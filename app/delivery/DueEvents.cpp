// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/delivery/DueEvents.h"

#include <algorithm>
#include <limits>

namespace segue {

namespace {

constexpr std::size_t kAllIds = 1'000'000;

EventFilter filterFor(const std::optional<std::string> &connection, EventState state)
{
    EventFilter filter;
    filter.connection = connection;
    filter.states = {state};
    return filter;
}

DueEvent eventOf(const Entry &entry, const std::string &payload)
{
    const auto countsFrom = entry.attempts == 0 ? std::nullopt : std::optional(entry.countsFrom());
    return {entry.id, countsFrom, entry.askedAt, entry.mayArriveTwice ? std::nullopt : entry.unknownSince,
            QByteArray::fromStdString(payload)};
}

} // namespace

DueEvents::DueEvents(std::unique_ptr<JournalReader> reader)
    : m_reader(std::move(reader))
{
}

JournalResult<std::vector<DueEvent>> DueEvents::due(const std::string &connection, std::int64_t until,
                                                    std::size_t limit)
{
    const auto entries = m_reader->due(connection, until, limit);
    if (!entries) {
        return entries.error();
    }
    std::vector<DueEvent> events;
    events.reserve(entries.value().size());
    for (const DueEntry &each : entries.value()) {
        events.push_back(eventOf(each.entry, each.payload));
    }
    return events;
}

JournalResult<std::vector<DueEvent>> DueEvents::stillOpen(const std::string &connection,
                                                          const std::vector<EntryId> &ids, std::int64_t now)
{
    // They are mostly the oldest that are due, and those come with their payloads in one go.
    auto oldest = due(connection, now, ids.size());
    if (!oldest) {
        return oldest;
    }
    std::vector<DueEvent> &found = oldest.value();
    const auto isOther = [&](const DueEvent &event) { return !std::binary_search(ids.begin(), ids.end(), event.id); };
    if (!found.empty() && std::none_of(found.begin(), found.end(), isOther)) {
        return oldest;
    }
    const auto entries = m_reader->entries(ids);
    if (!entries) {
        return entries.error();
    }
    std::vector<DueEvent> events;
    for (const Entry &entry : entries.value()) {
        if (entry.fields.state != EventState::Queued && entry.fields.state != EventState::Retrying) {
            continue;
        }
        const auto payload = m_reader->payload(entry.id);
        if (!payload) {
            return payload.error();
        }
        if (payload.value()) {
            events.push_back(eventOf(entry, *payload.value()));
        }
    }
    return events;
}

JournalResult<std::optional<Entry>> DueEvents::oldest(const std::string &connection)
{
    const auto entries = m_reader->due(connection, std::numeric_limits<std::int64_t>::max(), 1);
    if (!entries) {
        return entries.error();
    }
    return entries.value().empty() ? std::optional<Entry>() : entries.value().front().entry;
}

JournalResult<std::vector<EntryId>> DueEvents::retryingAfter(const std::string &connection, std::int64_t now)
{
    const auto ids = m_reader->ids(filterFor(connection, EventState::Retrying), EntryId{}, kAllIds);
    if (!ids) {
        return ids.error();
    }
    const auto entries = m_reader->entries(ids.value());
    if (!entries) {
        return entries.error();
    }
    std::vector<EntryId> later;
    for (const Entry &entry : entries.value()) {
        if (entry.fields.nextAttempt.value_or(now) > now) {
            later.push_back(entry.id);
        }
    }
    return later;
}

JournalResult<std::optional<std::string>> DueEvents::connectionThatWaits()
{
    const auto ids = m_reader->ids(filterFor(std::nullopt, EventState::Waiting), EntryId{}, 1);
    if (!ids) {
        return ids.error();
    }
    if (ids.value().empty()) {
        return std::optional<std::string>();
    }
    const auto entry = m_reader->entry(ids.value().front());
    if (!entry) {
        return entry.error();
    }
    return entry.value() ? std::optional(entry.value()->fields.connection) : std::optional<std::string>();
}

} // namespace segue
