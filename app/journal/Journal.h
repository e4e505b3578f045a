// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/core/Clock.h"
#include "app/core/Executor.h"
#include "app/journal/Entry.h"
#include "app/journal/Retention.h"

#include <functional>
#include <memory>
#include <string>
#include <vector>

namespace segue {

//! What one commit of this process changed.
struct JournalChange
{
    std::vector<EntryId> added;   //!< ascending
    std::vector<EntryId> changed; //!< ascending
    //! Ascending, apart from each other: of these ids no entry is left. Some of them may never have had one.
    std::vector<IdRange> removed;

    bool isEmpty() const { return added.empty() && changed.empty() && removed.empty(); }
};

//! Puts ranges in order and joins those that touch.
void joinRanges(std::vector<IdRange> &ranges);

//! The durable store of events and of what became of them: the writing side. One writer thread groups what arrives into
//! one transaction (SQLite, WAL, synchronous=FULL); a callback comes after the commit, on the writer thread, so whoever
//! answers somebody outside answers from there. Several processes may write to one file. Free of Qt; every function may
//! be called on any thread.
class Journal
{
public:
    static constexpr int kSchemaVersion = 4;

    struct Options
    {
        std::string folder; //!< exists, 0700
        const Clock *clock = nullptr;
        //! What this process keeps when the journal looks after itself; absent: that is left to other processes.
        std::optional<Retention> upkeep = std::nullopt;
    };
    //! What became of a person's entries.
    struct Erased
    {
        StateCounts entries; //!< by the state they stood in; those not yet delivered will not be
        //! No byte of theirs is left in the journal's files. False: the entries are gone, but another process was
        //! reading, or the disk had no room to write the file anew; asking again goes on from there.
        bool cleared = false;
        //! Damaged journals that were set aside in the folder and may hold the same events; they are not touched.
        std::vector<std::string> otherFiles;
    };
    template <class T> using Done = std::function<void(const JournalResult<T> &)>;
    using Listener = std::function<void(const JournalChange &)>;

    //! Opens or makes `journal.sqlite` (0600) and brings its schema up to date, each migration in one transaction. A
    //! file of a newer program is not opened; a damaged one is set aside under a new name and told in `notice()`.
    static JournalResult<std::unique_ptr<Journal>> open(const Options &options);
    //! Writes what still waits, then closes.
    ~Journal();
    Journal(const Journal &) = delete;
    Journal &operator=(const Journal &) = delete;

    //! Adds all or none, in one transaction; gives their ids in the order given. A repeat (see NewEntry) adds no entry:
    //! it is counted at the first one, whose id is given; entries of other processes count as well. Fails at once, in
    //! its turn, when what waits to be written takes more than 128 MB. `callback` is called on `answerOn`, if given,
    //! perhaps after a flush().
    void append(std::vector<NewEntry> entries, Done<std::vector<EntryId>> callback,
                std::shared_ptr<Executor> answerOn = nullptr);
    //! Writes the changes that are still allowed; gives the ids that were changed.
    void record(std::vector<StateChange> changes, Done<std::vector<EntryId>> done);
    //! The event with this messageId has been seen at the other side (sandbox or echo): Confirmed from any state, a
    //! pending retry is off. Gives the entry; when none of ours has that id, the one that was Observed with it before,
    //! or nothing.
    void confirm(std::string messageId, std::string how, Done<std::optional<EntryId>> done);
    //! A person wants these tried again: those that stand Refused, Blocked, Gave up or Cancelled become Queued, due
    //! now, under their own messageId; their budget counts from `now` (ms since 1970 UTC). Gives the ids that were
    //! moved. For some hundred at a time, so that others get their turn.
    void tryAgain(std::vector<EntryId> ids, std::int64_t now, Done<std::vector<EntryId>> done);
    //! A person wants these not sent: those that stand Queued, Retrying or Waiting become Cancelled. One that is under
    //! way at that moment may still arrive. Gives the ids that were moved.
    void cancel(std::vector<EntryId> ids, Done<std::vector<EntryId>> done);
    //! What stands Waiting for the connection becomes Queued again, due now; its budget counts from `now`.
    void requeueWaiting(std::string connection, std::int64_t now, Done<std::size_t> done);
    //! The webhook events that were Received for the connection so far become Queued, in slices, the oldest first, so
    //! that other writers get their turn; their budget counts from `now`. Gives how many.
    void sendKept(std::string connection, std::int64_t now, Done<std::size_t> done);
    //! What the courier has not delivered yet for the connection becomes Cancelled.
    void cancelUndelivered(std::string connection, Done<std::size_t> done);

    //! Takes everything about a person out of the file, by userId or HWID: entries of that identity, and those whose
    //! payload names the value (see PersonMatcher), whatever state they stand in, with their attempts; what the answers
    //! kept for other entries say about them; and the bytes, wherever they stood in the file and its log. Takes some
    //! seconds per million entries; only the last part holds up other writers. What an event being sent at that moment
    //! carries may still arrive. The answer comes on a thread of its own.
    void erase(std::string value, Done<Erased> done);
    //! Counts what erase() would take; changes nothing.
    void findPerson(std::string value, Done<Erased> done);
    //! For the upkeep of this process, from now on.
    void setRetention(const Retention &retention);

    //! How many commits the file had when it was opened, and has got through here since. Counted ahead of each commit,
    //! so JournalReader::commits() is above it only when another process has written.
    std::int64_t commits() const;
    //! Told after each commit, on the writer thread. One listener; set before the first write.
    void setListener(Listener listener);
    //! Returns when all that was handed over before has been committed. Not for the GUI thread.
    void flush();
    //! What happened on opening that a person should know, in plain words for a log; empty mostly.
    std::string notice() const;
    std::string filePath() const;

private:
    class Writer;
    explicit Journal(std::unique_ptr<Writer> writer);
    std::unique_ptr<Writer> m_writer;
};

} // namespace segue
