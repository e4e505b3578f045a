// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/journal/SqlDatabase.h"

#include <condition_variable>
#include <functional>
#include <mutex>
#include <thread>

namespace segue {

//! Moves the write-ahead log into the file on a connection and a thread of its own, so that no commit waits for it:
//! above 8,000 frames until under 300 are left. Twice what journal layout 1 measured: pages that each commit changes
//! are moved half as often.
class Checkpointer
{
public:
    static constexpr int kStartFrames = 8'000;
    static constexpr int kEnoughFrames = 300;

    //! `caughtUp` is called on this thread when little is left: one more checkpoint between two transactions of the
    //! writer then lets the log start over.
    Checkpointer(SqlDatabase database, std::function<void()> caughtUp);
    ~Checkpointer();
    Checkpointer(const Checkpointer &) = delete;
    Checkpointer &operator=(const Checkpointer &) = delete;

    //! Cheap; for the writer after a commit that left so many frames.
    void noteFrames(int frames);

    //! One passive checkpoint; gives the frames that are left, or -1 when it could not be done now.
    static int checkpoint(SqlDatabase &database);

private:
    void run();
    void work();

    SqlDatabase m_database;
    std::function<void()> m_caughtUp;
    std::mutex m_mutex;
    std::condition_variable m_wake;
    bool m_wanted = false;
    bool m_stop = false;
    std::thread m_thread;
};

} // namespace segue
