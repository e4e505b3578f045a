// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace segue {

//! What became of an event (PRODUCT, States). Free of Qt. The numbers are stored: never renumber. Those below
//! kFirstUnindexedState are rare or of passing and stand in a partial index.
enum class EventState : std::uint8_t {
    Queued = 0,
    Sending = 1, //!< in memory only, never written
    Retrying = 2,
    Waiting = 3,
    Refused = 4,
    Blocked = 5,
    GaveUp = 6,
    Cancelled = 7,
    Skipped = 8,
    Unreadable = 9,
    Accepted = 10,
    Confirmed = 11,
    Observed = 12,
    Received = 13,
};

inline constexpr int kEventStateCount = 14;
inline constexpr int kFirstUnindexedState = 10;

//! `queued` … `gave-up` …: as filters, commands and exports spell it.
std::string_view stateWord(EventState state);
std::optional<EventState> stateFromWord(std::string_view word);
//! Nothing more happens by itself.
bool isEndState(EventState state);
//! The courier still has something to do with it.
bool isUndelivered(EventState state);
//! Not delivered, and a person may have it tried again: Refused, Blocked, Gave up, Cancelled.
bool canBeTriedAgain(EventState state);
//! Whether an entry may be moved (PRODUCT, States): Sending is never written, Confirmed and Observed stay, Accepted can
//! only become Confirmed, and Cancelled leaves through Queued or Confirmed.
bool mayBecome(EventState from, EventState to);

enum class Origin : std::uint8_t { Composer = 0, Webhook = 1, Capture = 2, Echo = 3, Import = 4 };

inline constexpr int kOriginCount = 5;

std::string_view originWord(Origin origin);
std::optional<Origin> originFromWord(std::string_view word);

} // namespace segue
