// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/core/EntryId.h"
#include "app/core/Result.h"
#include "app/journal/EventState.h"

#include <optional>
#include <string>
#include <vector>

namespace segue {

enum class IdKind : std::uint8_t { Nobody = 0, UserId = 1, AnonymousId = 2 };

//! Why the journal failed. Free of Qt, so without a translated text: EventLog words it.
struct JournalError
{
    enum class Kind { Open, ReadOnly, DiskFull, Damaged, NewerVersion, OlderVersion, Closed, Other };
    Kind kind = Kind::Other;
    std::string detail;
};

template <class T> using JournalResult = Result<T, JournalError>;

//! What every entry keeps, apart from its payload. Times are ms since 1970 UTC. Texts are UTF-8.
struct EntryFields
{
    std::string connection; //!< UUID text; empty: of no connection
    Origin origin = Origin::Composer;
    std::int64_t received = 0;
    std::string event;
    IdKind idKind = IdKind::Nobody;
    std::string identity;
    std::string messageType;
    std::string campaign;
    std::string device;
    std::string messageId;
    EventState state = EventState::Queued;
    std::optional<std::int64_t> nextAttempt; //!< when it is due; absent: now
    std::uint32_t findings = 0;              //!< bits of TrackCheck's Finding
    std::string error; //!< the last error or the reason for waiting: a stable code word, `: `, detail
};

//! An entry to be added.
struct NewEntry
{
    EntryFields fields;
    std::string payload; //!< the exact bytes
    //! What belongs to it besides, as its exact bytes: the event of Pushwoosh's webhook whose track call the payload
    //! is, or what the envelope of a batch said for all its items. Empty: nothing does.
    std::string secondPart = {};
    //! When an event of the webhook with the same messageId was received under its connection at this time or later,
    //! this one is a repeat: counted there, not added. 0: added in any case.
    std::int64_t repeatSince = 0;
    //! Further messageIds that the one it repeats may have.
    std::vector<std::string> repeatIds = {};
};

//! An entry as it stands.
struct Entry
{
    EntryId id;
    EntryFields fields;
    int attempts = 0;
    int lastStatus = 0;             //!< HTTP status of the last answer; 0: none
    std::int64_t lastDuration = -1; //!< ms of the last attempt; -1: none
    std::int64_t repeats = 0;       //!< how often the same event came again; see Journal::append()
    bool mayArriveTwice = false; //!< an attempt of unknown outcome lies more than 24 h before a later or the next one
    std::optional<std::int64_t> unknownSince; //!< start of the first attempt of unknown outcome
    //! Its first try that failed, or when it was last queued again, by a person or after a wait.
    std::optional<std::int64_t> askedAt;

    //! From when its budget of tries counts. Time that it lay before its first try, or waited, burns nothing.
    std::int64_t countsFrom() const { return askedAt && *askedAt > fields.received ? *askedAt : fields.received; }
};

//! One try to deliver an entry, kept beside it.
struct Attempt
{
    std::int64_t started = 0;
    std::int64_t duration = 0; //!< ms
    int status = 0;            //!< HTTP status; 0: no answer
    std::string outcome;       //!< `accepted`, `something-else`, `unauthorised`, `rejected`, `try-later`, `unreachable`
    bool mayHaveArrived = false;
    std::string requestHead;  //!< redacted
    std::string responseHead; //!< redacted
    std::string responseBody; //!< redacted, first 4 KB
    std::string error;

    bool operator==(const Attempt &) const = default;
};

//! A change of one entry's state. Written only where the entry still stands in a state that allows it: nothing moves a
//! Confirmed entry, and only a person moves a Cancelled one.
struct StateChange
{
    EntryId id;
    EventState state = EventState::Queued;
    std::optional<std::int64_t> nextAttempt;
    std::string error;
    std::optional<Attempt> attempt; //!< counted and kept when there was one
};

//! How many entries stand in each state.
struct StateCounts
{
    std::int64_t counts[kEventStateCount] = {};

    std::int64_t total() const
    {
        std::int64_t sum = 0;
        for (const std::int64_t count : counts) {
            sum += count;
        }
        return sum;
    }
    std::int64_t of(EventState state) const { return counts[static_cast<std::size_t>(state)]; }
    //! What has yet to go out.
    std::int64_t undelivered() const
    {
        std::int64_t sum = 0;
        for (int i = 0; i < kEventStateCount; ++i) {
            sum += isUndelivered(static_cast<EventState>(i)) ? counts[i] : 0;
        }
        return sum;
    }
};

//! Width of a bucket of the kept rates.
inline constexpr std::int64_t kRateBucketMs = 5'000;
//! How long the rates of a time are kept.
inline constexpr std::int64_t kRateKeptMs = std::int64_t{6} * 60 * 60 * 1'000;

//! How many entries were received in one stretch of kRateBucketMs, each under the state that it has now.
struct RateBucket
{
    std::int64_t start = 0; //!< ms since 1970 UTC, a multiple of kRateBucketMs
    StateCounts counts;
};

} // namespace segue
