// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/journal/EventState.h"

#include <algorithm>
#include <array>
#include <iterator>

namespace segue {

namespace {

constexpr std::array<std::string_view, kEventStateCount> kStateWords = {
    "queued",    "sending", "retrying",   "waiting",  "refused",   "blocked",  "gave-up",
    "cancelled", "skipped", "unreadable", "accepted", "confirmed", "observed", "received",
};
constexpr std::array<std::string_view, kOriginCount> kOriginWords = {"composer", "webhook", "capture", "echo", "import"};

template <class Value, std::size_t N>
std::optional<Value> fromWord(const std::array<std::string_view, N> &words, std::string_view word)
{
    const auto found = std::ranges::find(words, word);
    if (found == words.end()) {
        return std::nullopt;
    }
    return static_cast<Value>(std::distance(words.begin(), found));
}

} // namespace

std::string_view stateWord(EventState state)
{
    return kStateWords[static_cast<std::size_t>(state)];
}

std::optional<EventState> stateFromWord(std::string_view word)
{
    return fromWord<EventState>(kStateWords, word);
}

bool isEndState(EventState state)
{
    return !isUndelivered(state);
}

bool isUndelivered(EventState state)
{
    switch (state) {
    case EventState::Queued:
    case EventState::Sending:
    case EventState::Retrying:
    case EventState::Waiting:
        return true;
    default:
        return false;
    }
}

bool canBeTriedAgain(EventState state)
{
    switch (state) {
    case EventState::Refused:
    case EventState::Blocked:
    case EventState::GaveUp:
    case EventState::Cancelled:
        return true;
    default:
        return false;
    }
}

bool mayBecome(EventState from, EventState to)
{
    if (to == EventState::Sending || from == EventState::Confirmed || from == EventState::Observed) {
        return false;
    }
    if (to == EventState::Confirmed) {
        return true;
    }
    if (from == EventState::Cancelled) {
        return to == EventState::Queued;
    }
    return from != EventState::Accepted;
}

std::string_view originWord(Origin origin)
{
    return kOriginWords[static_cast<std::size_t>(origin)];
}

std::optional<Origin> originFromWord(std::string_view word)
{
    return fromWord<Origin>(kOriginWords, word);
}

} // namespace segue
