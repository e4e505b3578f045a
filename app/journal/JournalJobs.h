// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/core/Executor.h"
#include "app/journal/JournalWriter.h"

#include <memory>
#include <variant>
#include <vector>

namespace segue {

//! What one call asked for, and what it got.
template <class Request, class Answer> struct Job
{
    Request request;
    Journal::Done<Answer> callback;
    Answer answer = {};
    JournalStatus status{done};
    std::size_t bytes = 0;                        //!< that it keeps in memory, where they count
    std::shared_ptr<Executor> answerOn = nullptr; //!< null: the journal's own thread
};

struct ConfirmRequest
{
    std::string messageId;
    std::string how;
};
struct MoveRequest
{
    std::string connection;
    bool cancel = false; //!< else: what waits is queued again
    std::int64_t now = 0;
};

//! What a person asked for, entry by entry.
struct HandRequest
{
    std::vector<EntryId> ids;
    EventState to = EventState::Queued;
    std::int64_t now = 0;
};
struct RemoveRequest
{
    std::vector<EntryId> ids;
};
struct ScrubRequest
{
    std::string value;
};

//! One slice of what is kept for a connection.
struct KeptRequest
{
    std::string connection;
    std::int64_t now = 0;
    std::int64_t from = 0;
    std::int64_t upTo = 0; //!< 0: the newest entry there is
};

using AppendJob = Job<std::vector<NewEntry>, std::vector<EntryId>>;
using RecordJob = Job<std::vector<StateChange>, std::vector<EntryId>>;
using ConfirmJob = Job<ConfirmRequest, std::optional<EntryId>>;
using MoveJob = Job<MoveRequest, std::size_t>;
using HandJob = Job<HandRequest, std::vector<EntryId>>;
using KeptJob = Job<KeptRequest, KeptSlice>;
using RemoveJob = Job<RemoveRequest, StateCounts>; //!< for good: the bytes are overwritten; in a group of its own
using ScrubJob = Job<ScrubRequest, bool>;          //!< outside transactions; in a group of its own
using AnyJob = std::variant<AppendJob, RecordJob, ConfirmJob, MoveJob, HandJob, KeptJob, RemoveJob, ScrubJob>;

//! How much it is beside others of its group, in entries.
std::size_t weightOf(const AnyJob &job);
//! What an append keeps in memory until it is written.
std::size_t bytesOf(const std::vector<NewEntry> &entries);
std::size_t bytesOf(const AnyJob &job);
//! Nothing else shares its transaction.
bool standsAlone(const AnyJob &job);
//! How it went; what was refused before stays refused.
void setStatus(AnyJob &job, const JournalStatus &status);
//! Calls back, here or where a job wants it; neighbours that want the same place go there together.
void giveAnswers(std::vector<AnyJob> jobs);

} // namespace segue
