// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/journal/Checkpointer.h"
#include "app/journal/Erasure.h"
#include "app/journal/JournalFile.h"
#include "app/journal/JournalJobs.h"
#include "app/journal/Upkeep.h"

#include <atomic>
#include <chrono>
#include <condition_variable>
#include <deque>
#include <mutex>
#include <span>
#include <thread>

namespace segue {

//! Appends that follow each other share their payload blocks.
struct AppendRun;

//! The thread of a Journal: groups what arrives into transactions, and looks after the file in between.
class Journal::Writer
{
public:
    Writer(std::string folder, FolderLock lock, std::string path, std::string notice,
           std::unique_ptr<JournalWriter> store);
    ~Writer();
    Writer(const Writer &) = delete;
    Writer &operator=(const Writer &) = delete;

    static JournalResult<std::unique_ptr<Writer>> start(const Options &options);
    //! Starts the threads; `second` is the connection for checkpoints.
    void begin(SqlDatabase second);

    void add(AnyJob job);
    void sendKept(KeptRequest request, std::size_t sentBefore, Done<std::size_t> callback);
    void erase(std::string value, bool remove, Done<Erased> callback);
    void setRetention(const Retention &retention);
    void flush();
    void setListener(Listener listener);
    const std::string &notice() const { return m_notice; }
    const std::string &path() const { return m_path; }
    std::int64_t commits() const { return m_commits.load(); }

private:
    using Group = std::vector<AnyJob>;

    using SteadyTime = std::chrono::steady_clock::time_point;

    template <class Job, class Answer> JournalResult<Answer> addAndWait(Job job);
    void run();
    void waitForWork(std::unique_lock<std::mutex> &lock);
    Group takeGroup();
    void planUpkeep(std::size_t appended);
    void lookAfterFile();
    void noteFailure(const JournalError &error);
    //! Writes, and notes how it went with each job.
    void process(Group &group);
    //! `begun`: the transaction was; without it no single job is to blame. `open`: the jobs are all of this group, and
    //! what comes meanwhile joins it.
    JournalStatus write(std::span<AnyJob> jobs, bool &begun, Group *open = nullptr);
    JournalStatus writeJoiners(Group &group);
    bool takeJoiners(Group &group, std::size_t &places, std::size_t &bytes);
    JournalStatus writeJobs(std::span<AnyJob> jobs, const std::vector<AppendRun> &runs);
    JournalStatus writeOther(AnyJob &job);
    JournalStatus commit();
    JournalResult<bool> scrub(const std::string &value);
    void tell();

    const std::string m_folder;
    FolderLock m_lock;
    const std::string m_path;
    const std::string m_notice;
    std::unique_ptr<JournalWriter> m_store;
    std::unique_ptr<Checkpointer> m_checkpointer;
    std::atomic<std::int64_t> m_commits = 0;

    std::mutex m_mutex;
    std::condition_variable m_wake;
    std::condition_variable m_progress;
    std::deque<AnyJob> m_waiting;
    std::size_t m_waitingBytes = 0; //!< and those of the group under way
    std::uint64_t m_added = 0;
    std::uint64_t m_finished = 0;
    bool m_checkpoint = false;
    bool m_stop = false;
    bool m_held = false; //!< no upkeep for now
    std::optional<Retention> m_newRetention;

    const Clock *m_clock = nullptr;
    std::unique_ptr<Upkeep> m_upkeep; //!< null: left to other processes
    SteadyTime m_upkeepAt;
    std::size_t m_appended = 0; //!< since the last upkeep

    std::mutex m_listenerMutex;
    Listener m_listener;
    std::thread m_thread;
    std::mutex m_erasureMutex;
    std::unique_ptr<Erasure> m_erasure; //!< made when first needed
};

} // namespace segue
