// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/journal/Checkpointer.h"

#include "app/journal/QuietThread.h"

#include <sqlite3.h>

#include <utility>

namespace segue {

Checkpointer::Checkpointer(SqlDatabase database, std::function<void()> caughtUp)
    : m_database(std::move(database))
    , m_caughtUp(std::move(caughtUp))
    , m_thread(quietThread([this] { run(); }))
{
}

Checkpointer::~Checkpointer()
{
    {
        const std::scoped_lock lock(m_mutex);
        m_stop = true;
    }
    m_wake.notify_one();
    m_thread.join();
}

void Checkpointer::noteFrames(int frames)
{
    if (frames <= kStartFrames) {
        return;
    }
    {
        const std::scoped_lock lock(m_mutex);
        m_wanted = true;
    }
    m_wake.notify_one();
}

int Checkpointer::checkpoint(SqlDatabase &database)
{
    int inLog = 0;
    int moved = 0;
    const int code = sqlite3_wal_checkpoint_v2(database.handle(), nullptr, SQLITE_CHECKPOINT_PASSIVE, &inLog, &moved);
    return code == SQLITE_OK ? inLog - moved : -1;
}

void Checkpointer::run()
{
    std::unique_lock lock(m_mutex);
    for (;;) {
        m_wake.wait(lock, [this] { return m_wanted || m_stop; });
        if (m_stop) {
            return;
        }
        m_wanted = false;
        lock.unlock();
        work();
        lock.lock();
    }
}

void Checkpointer::work()
{
    // A reader in a transaction, a full disk or another process at the same work: the next commit asks again.
    for (int before = -1;;) {
        const int left = checkpoint(m_database);
        if (left < 0 || (before >= 0 && left >= before)) {
            return;
        }
        if (left < kEnoughFrames) {
            m_caughtUp();
            return;
        }
        before = left;
    }
}

} // namespace segue
