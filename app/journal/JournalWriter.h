// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/journal/Counters.h"
#include "app/journal/EntryRows.h"
#include "app/journal/Journal.h"
#include "app/journal/MessageIdReader.h"
#include "app/journal/RepeatFinder.h"
#include "app/journal/RowRemoval.h"

#include <memory>
#include <span>
#include <utility>

namespace segue {

//! The payloads and second parts of new entries in a row, packed.
struct PackedParts
{
    std::vector<PlacedBlock> payloads;
    std::vector<PlacedBlock> secondParts;

    static JournalResult<PackedParts> of(std::span<const NewEntry *const> entries);
};

//! What one step of sending what is kept did.
struct KeptSlice
{
    std::size_t moved = 0;
    std::int64_t next = 0; //!< the entry to go on from; 0: that was all
    std::int64_t upTo = 0;
};

//! The writing connection and what is done in its transactions. Between begin() and commit() the calls add up; after an
//! error only rollback() makes sense. One thread at a time.
class JournalWriter
{
public:
    static JournalResult<std::unique_ptr<JournalWriter>> create(SqlDatabase database);

    //! Ends the writer and gives its connection back.
    static SqlDatabase release(std::unique_ptr<JournalWriter> writer);

    //! Waits for other processes that write, up to half a minute.
    JournalStatus begin();
    //! Whether commit() has something to write.
    bool hasChanged() const;
    JournalStatus commit();
    void rollback();

    //! Adds entries with ids in a row and their payloads and second parts, packed from the same entries in the same
    //! order. Gives the ids.
    JournalResult<std::vector<EntryId>> append(std::span<const NewEntry *const> entries, const PackedParts &parts);
    //! The same, but a repeat is counted at the entry that it repeats, and that one's id is given.
    JournalResult<std::vector<EntryId>> appendUnlessRepeated(std::span<const NewEntry *const> entries,
                                                             const PackedParts &parts);
    //! Gives the ids whose state was written.
    JournalResult<std::vector<EntryId>> record(const std::vector<StateChange> &changes);
    JournalResult<std::optional<EntryId>> confirm(const std::string &messageId, const std::string &how);
    //! Moves every entry of the connection that stands in one of the states; to Queued with a budget that counts from
    //! `now`.
    JournalResult<std::size_t> moveAll(const std::string &connection, std::initializer_list<EventState> from,
                                       EventState to, std::int64_t now);
    //! Moves those of the entries that a person may move there: to Queued what can be tried again, with a budget that
    //! counts from `now`; to Cancelled what is undelivered. Gives the ids that were moved.
    JournalResult<std::vector<EntryId>> moveByHand(std::span<const EntryId> ids, EventState to, std::int64_t now);
    //! Makes some of the connection's webhook events that stand Received Queued, with a budget that counts from `now`:
    //! from that entry on, up to `upTo`, or to the newest when that is 0.
    JournalResult<KeptSlice> queueKept(const std::string &connection, std::int64_t from, std::int64_t upTo,
                                       std::int64_t now);
    //! Takes entries out for good, whatever state they stand in; see RowRemoval.
    JournalResult<StateCounts> remove(std::span<const EntryId> ids);
    //! Takes a person's userId or HWID out of what is kept for other entries: heads, bodies and errors of attempts that
    //! mention it.
    JournalStatus clearMentions(const std::string &value);
    //! Takes over an entry of another file under its own id, which must be free.
    JournalStatus adopt(const Entry &entry, std::string payload, std::string secondPart);
    //! Ids given from now on are above this one.
    void reserveIds(std::int64_t last);

    //! What the transaction changed so far; sorted, each id once.
    JournalChange takeChange();
    SqlDatabase &database() { return m_database; }
    Counters &counters() { return *m_counters; }
    //! Blocks were changed by somebody else in this transaction.
    void forgetPayloads() { m_payloads->forget(); }
    //! The transaction has something to write that changes no row.
    void touch() { m_touched = true; }

private:
    explicit JournalWriter(SqlDatabase database);
    JournalStatus prepare();

    struct Words4
    {
        std::int64_t connection = 0;
        std::int64_t event = 0;
        std::int64_t messageType = 0;
        std::int64_t device = 0;
    };
    JournalResult<Words4> wordsOf(const EntryFields &fields);
    JournalStatus insert(std::int64_t id, const NewEntry &entry);
    struct Sorting;
    JournalStatus sortOutRepeats(std::span<const NewEntry *const> entries, Sorting &sorting);
    //! The entry that was there before this transaction and that this one repeats.
    JournalResult<std::optional<EntryId>> repeatedBy(const NewEntry &entry);
    JournalStatus countRepeats(EntryId id, std::int64_t times);
    JournalStatus insertBlocks(std::int64_t first, const PackedParts &parts);
    JournalStatus recordRange(std::span<const StateChange> run, std::vector<EntryId> &moved);
    JournalResult<std::size_t> noteMoves(EntryId first, EntryId last, std::uint32_t from, EventState to,
                                         std::vector<EntryId> &moved);
    JournalStatus keepAttempt(const Attempt &attempt, EntryId first, EntryId last);
    JournalStatus keepRequest(const Attempt &attempt, EntryId lastEntry);
    std::optional<EntryId> newestOf(const std::vector<std::pair<EntryId, EventState>> &hits,
                                    const std::string &messageId, EventState &state, std::optional<EntryId> &observed);

    SqlDatabase m_database;
    std::unique_ptr<Words> m_words;
    std::unique_ptr<Counters> m_counters;
    std::unique_ptr<BlockTable> m_payloadTable;
    std::unique_ptr<BlockTable> m_secondPartTable;
    std::unique_ptr<RowRemoval> m_removal;
    std::unique_ptr<PayloadReader> m_payloads;
    std::unique_ptr<RepeatFinder> m_repeats;
    MessageIdReader m_messageIds;
    SqlStatement m_begin;
    SqlStatement m_commit;
    SqlStatement m_serial;
    SqlStatement m_setSerial;
    SqlStatement m_insertEntry;
    SqlStatement m_adopt;
    SqlStatement m_range;
    SqlStatement m_move;
    SqlStatement m_moveByHand;
    SqlStatement m_noteAttempt;
    SqlStatement m_insertRequest;
    SqlStatement m_touchRequest;
    SqlStatement m_insertAttempts;
    SqlStatement m_byMessageId;
    SqlStatement m_standing;
    SqlStatement m_moveStanding;
    SqlStatement m_kept;
    SqlStatement m_queueKept;
    SqlStatement m_countRepeats;

    std::int64_t m_lastEntry = 0;
    std::int64_t m_commits = 0;
    std::int64_t m_changesBefore = 0;
    std::int64_t m_lastBefore = 0;
    bool m_touched = false;
    JournalChange m_change;
    std::optional<Attempt> m_lastAttempt; //!< of this transaction: a batch shares one
    std::int64_t m_lastRequest = 0;
};

} // namespace segue
