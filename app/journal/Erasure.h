// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/journal/Journal.h"

#include <atomic>
#include <condition_variable>
#include <deque>
#include <mutex>
#include <thread>

namespace segue {

//! Finds a person's entries on a thread and a reading connection of its own, so that events can be written meanwhile,
//! and hands what is to go to the journal's writer in slices. Works off one request after the other.
class Erasure
{
public:
    //! What the writer does for it, each waited for.
    struct Writer
    {
        std::function<JournalResult<StateCounts>(std::vector<EntryId> ids)> remove;
        //! Attempts, free pages and log; see Journal::Erased.
        std::function<JournalResult<bool>(std::string value)> scrub;
        //! No upkeep between true and false.
        std::function<void(bool)> hold;
    };

    Erasure(std::string folder, Writer writer);
    //! What has not begun is answered with Closed; what is under way ends at the next slice.
    ~Erasure();
    Erasure(const Erasure &) = delete;
    Erasure &operator=(const Erasure &) = delete;

    //! With `remove` false it only counts.
    void add(std::string value, bool remove, Journal::Done<Journal::Erased> done);

private:
    struct Request
    {
        std::string value;
        bool remove = false;
        Journal::Done<Journal::Erased> callback;
    };

    void run();
    JournalResult<Journal::Erased> work(const Request &request);
    JournalResult<Journal::Erased> erase(const Request &request);

    const std::string m_folder;
    const Writer m_writer;
    std::mutex m_mutex;
    std::condition_variable m_wake;
    std::deque<Request> m_waiting;
    std::atomic<bool> m_stop = false;
    std::thread m_thread;
};

} // namespace segue
