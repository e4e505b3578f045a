// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/journal/AnonymousIds.h"
#include "app/journal/EventFilter.h"

#include <cstddef>
#include <memory>
#include <span>

namespace segue {

//! A due entry with what is needed to send it.
struct DueEntry
{
    Entry entry;
    std::string payload;
};

//! An entry with its payload.
struct EntryContent
{
    Entry entry;
    std::optional<std::string> payload; //!< the exact bytes; nothing when they cannot be read
    std::string secondPart = {}; //!< only when asked for; empty when there is none, or it cannot be read any more
};

//! What is read of an entry besides itself.
enum class ContentParts { Payloads, PayloadsAndSecondParts };

//! One reading connection to the journal, for one thread at a time; never in a transaction between two calls. Free of
//! Qt.
class JournalReader
{
public:
    static JournalResult<std::unique_ptr<JournalReader>> open(const std::string &folder);
    ~JournalReader();
    JournalReader(const JournalReader &) = delete;
    JournalReader &operator=(const JournalReader &) = delete;

    //! Ids that the filter means, ascending, above `after`; the newest `limit` of them.
    JournalResult<std::vector<EntryId>> ids(const EventFilter &filter, EntryId after, std::size_t limit);
    //! Those of the ids, ascending, that the filter means.
    JournalResult<std::vector<EntryId>> matching(const EventFilter &filter, std::span<const EntryId> ids);
    //! The entries in the order given; ids that are gone are left out.
    JournalResult<std::vector<Entry>> entries(std::span<const EntryId> ids);
    JournalResult<std::optional<Entry>> entry(EntryId id);
    //! The exact bytes; nothing when the entry is gone.
    JournalResult<std::optional<std::string>> payload(EntryId id);
    //! The exact bytes of its second part (see NewEntry); empty when it has none, or is gone.
    JournalResult<std::string> secondPart(EntryId id);
    JournalResult<std::vector<Attempt>> attempts(EntryId id);
    //! The entries whole, in the order given; ids that are gone are left out, and so is the payload of a damaged block.
    JournalResult<std::vector<EntryContent>> contents(std::span<const EntryId> ids,
                                                      ContentParts parts = ContentParts::Payloads);
    //! Kept counts; of one connection, or of all when nothing is given.
    JournalResult<StateCounts> counts(const std::optional<std::string> &connection);
    //! Kept counts by time received, ascending, without the buckets in which nothing was received. Every bucket that
    //! touches `since` <= time < `until`, of these connections, or of all when none is given; an empty text means the
    //! entries of no connection. Reaches back kRateKeptMs.
    JournalResult<std::vector<RateBucket>> rates(std::span<const std::string> connections, std::int64_t since,
                                                 std::int64_t until);
    //! UUID texts of the connections that have entries Queued or Retrying.
    JournalResult<std::vector<std::string>> connectionsWithWork();
    //! Entries Queued or Retrying of the connection that are due at `now`, in the order of their ids.
    JournalResult<std::vector<DueEntry>> due(const std::string &connection, std::int64_t now, std::size_t limit);
    //! When the next entry of the connection falls due; nothing when none waits for a time.
    JournalResult<std::optional<std::int64_t>> nextDue(const std::string &connection);
    //! When the entry of the connection was received that has waited longest for delivery; nothing when none does.
    JournalResult<std::optional<std::int64_t>> oldestUndelivered(const std::string &connection);
    //! The anonymous ids that entries of the connection have which were received at `since` or later, among the `span`
    //! ids below `before`. Looks at no payload.
    JournalResult<AnonymousIds> anonymousIds(const std::string &connection, std::int64_t since, EntryId before,
                                             std::int64_t span);
    //! Changes when another connection or process has committed.
    std::int64_t dataVersion();
    //! How many commits there have been, of all processes.
    JournalResult<std::int64_t> commits();
    //! Makes a call that another thread has under way here return early with an error.
    void interrupt();

private:
    class Private;
    explicit JournalReader(std::unique_ptr<Private> d);
    std::unique_ptr<Private> d;
};

} // namespace segue
