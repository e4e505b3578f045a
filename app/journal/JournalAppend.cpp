// SPDX-License-Identifier: GPL-3.0-or-later
// What JournalWriter does with new entries.
#include "app/journal/JournalWriter.h"

#include <optional>
#include <tuple>
#include <unordered_map>

namespace segue {

namespace {

//! Kept entries that one transaction moves.
constexpr std::int64_t kKeptSlice = 2'000;

} // namespace

JournalResult<PackedParts> PackedParts::of(std::span<const NewEntry *const> entries)
{
    PackedParts parts;
    std::vector<std::string_view> texts;
    texts.reserve(entries.size());
    for (const auto &[text, kind, packed] :
         {std::tuple(&NewEntry::payload, BlockKind::Payloads, &parts.payloads),
          std::tuple(&NewEntry::secondPart, BlockKind::SecondParts, &parts.secondParts)}) {
        texts.clear();
        for (const NewEntry *entry : entries) {
            texts.emplace_back(entry->*text);
        }
        JournalResult<std::vector<PlacedBlock>> blocks = packInRow(kind, texts);
        if (!blocks) {
            return blocks.error();
        }
        *packed = std::move(blocks).value();
    }
    return parts;
}

JournalResult<std::vector<EntryId>> JournalWriter::append(std::span<const NewEntry *const> entries,
                                                          const PackedParts &parts)
{
    std::vector<EntryId> ids;
    ids.reserve(entries.size());
    const std::int64_t first = m_lastEntry + 1;
    for (const NewEntry *entry : entries) {
        if (JournalStatus inserted = insert(m_lastEntry + 1, *entry); !inserted) {
            return inserted.error();
        }
        ids.push_back(EntryId{++m_lastEntry});
    }
    m_change.added.insert(m_change.added.end(), ids.begin(), ids.end());
    if (JournalStatus inserted = insertBlocks(first, parts); !inserted) {
        return inserted.error();
    }
    return ids;
}

JournalStatus JournalWriter::insertBlocks(std::int64_t first, const PackedParts &parts)
{
    JournalStatus payloads = m_payloadTable->insert(first, parts.payloads);
    return payloads ? m_secondPartTable->insert(first, parts.secondParts) : payloads;
}

//! New entries, and which of them repeat another one.
struct JournalWriter::Sorting
{
    struct First
    {
        std::size_t place = 0; //!< among those that are added
        std::int64_t repeats = 0;
    };
    std::vector<EntryId> ids;            //!< of each entry; 0: not known yet
    std::vector<std::size_t> places;     //!< of each entry whose id is not known, among those that are added
    std::vector<const NewEntry *> added; //!< in their order
    std::unordered_map<std::string_view, First> firsts; //!< by messageId

    //! The one of this transaction that the entry repeats; null: none.
    First *firstOf(const NewEntry &entry)
    {
        First *found = firstUnder(entry.fields.messageId, entry.fields.connection);
        for (auto id = entry.repeatIds.begin(); found == nullptr && id != entry.repeatIds.end(); ++id) {
            found = firstUnder(*id, entry.fields.connection);
        }
        return found;
    }

private:
    First *firstUnder(std::string_view messageId, const std::string &connection)
    {
        const auto first = firsts.find(messageId);
        const bool isOne = first != firsts.end() && added[first->second.place]->fields.connection == connection;
        return isOne ? &first->second : nullptr;
    }
};

JournalResult<std::vector<EntryId>> JournalWriter::appendUnlessRepeated(std::span<const NewEntry *const> entries,
                                                                        const PackedParts &parts)
{
    Sorting sorting;
    if (JournalStatus sorted = sortOutRepeats(entries, sorting); !sorted) {
        return sorted.error();
    }
    std::optional<PackedParts> packedAgain; // only when there was a repeat
    if (sorting.added.size() != entries.size()) {
        JournalResult<PackedParts> packed = PackedParts::of(sorting.added);
        if (!packed) {
            return packed.error();
        }
        packedAgain = std::move(packed).value();
    }
    const JournalResult<std::vector<EntryId>> given = append(sorting.added, packedAgain ? *packedAgain : parts);
    if (!given) {
        return given;
    }
    for (std::size_t i = 0; i < entries.size(); ++i) {
        if (sorting.ids[i].value == 0) {
            sorting.ids[i] = given.value()[sorting.places[i]];
        }
    }
    for (const auto &[messageId, first] : sorting.firsts) {
        m_repeats->note(messageId);
        if (first.repeats > 0) {
            if (JournalStatus counted = countRepeats(given.value()[first.place], first.repeats); !counted) {
                return counted.error();
            }
        }
    }
    return std::move(sorting.ids);
}

JournalStatus JournalWriter::sortOutRepeats(std::span<const NewEntry *const> entries, Sorting &sorting)
{
    sorting.ids.resize(entries.size());
    sorting.places.resize(entries.size());
    for (std::size_t i = 0; i < entries.size(); ++i) {
        const NewEntry &entry = *entries[i];
        const EntryFields &fields = entry.fields;
        if (entry.repeatSince > 0 && !fields.messageId.empty()) {
            if (Sorting::First *twin = sorting.firstOf(entry)) {
                ++twin->repeats;
                sorting.places[i] = twin->place;
                continue;
            }
            const JournalResult<std::optional<EntryId>> first = repeatedBy(entry);
            if (!first) {
                return first.error();
            }
            if (first.value()) {
                sorting.ids[i] = *first.value();
                if (JournalStatus counted = countRepeats(sorting.ids[i], 1); !counted) {
                    return counted;
                }
                continue;
            }
            sorting.firsts.emplace(fields.messageId, Sorting::First{sorting.added.size(), 0});
        }
        sorting.places[i] = sorting.added.size();
        sorting.added.push_back(&entry);
    }
    return done;
}

JournalResult<std::optional<EntryId>> JournalWriter::repeatedBy(const NewEntry &entry)
{
    const JournalResult<std::int64_t> connection = m_words->find(WordKind::Connection, entry.fields.connection);
    if (!connection) {
        return connection.error();
    }
    const auto find = [&](std::string_view messageId) {
        return m_repeats->find({messageId, connection.value(), entry.repeatSince, m_lastEntry}, *m_payloads,
                               m_messageIds);
    };
    JournalResult<std::optional<EntryId>> found = find(entry.fields.messageId);
    for (auto id = entry.repeatIds.begin(); found && !found.value() && id != entry.repeatIds.end(); ++id) {
        found = find(*id);
    }
    return found;
}

JournalStatus JournalWriter::countRepeats(EntryId id, std::int64_t times)
{
    m_change.changed.push_back(id);
    return m_countRepeats.bind(1, id.value).bind(2, times).run();
}

JournalResult<KeptSlice> JournalWriter::queueKept(const std::string &connection, std::int64_t from, std::int64_t upTo,
                                                  std::int64_t now)
{
    KeptSlice slice;
    slice.upTo = upTo == 0 ? m_lastEntry : upTo;
    const JournalResult<std::int64_t> number = m_words->find(WordKind::Connection, connection);
    if (!number) {
        return number.error();
    }
    std::int64_t last = 0;
    {
        const StatementScope scope(m_kept);
        m_kept.bind(1, from).bind(2, slice.upTo).bind(3, number.value()).bind(4, kKeptSlice);
        for (;;) {
            const JournalResult<bool> row = m_kept.step();
            if (!row) {
                return row.error();
            }
            if (!row.value()) {
                break;
            }
            last = m_kept.integer(0);
            m_change.changed.push_back(EntryId{last});
            m_counters->move({number.value(), Origin::Webhook, m_kept.integer(1), EventState::Received},
                             EventState::Queued);
            ++slice.moved;
        }
    }
    if (slice.moved == 0) {
        return slice;
    }
    slice.next = static_cast<std::int64_t>(slice.moved) == kKeptSlice ? last + 1 : 0;
    if (JournalStatus moved = m_queueKept.bind(1, from).bind(2, last).bind(3, number.value()).bind(4, now).run();
        !moved) {
        return moved.error();
    }
    return slice;
}

} // namespace segue
