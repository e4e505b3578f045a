// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/receiver/BodyWorker.h"

#include <utility>

namespace segue {

BodyWorker::~BodyWorker()
{
    stop();
    if (m_thread.joinable()) {
        m_thread.join();
    }
}

void BodyWorker::stop()
{
    std::deque<Job> dropped;
    {
        const std::scoped_lock lock(m_mutex);
        m_stopped = true;
        dropped.swap(m_waiting);
    }
    m_change.notify_one();
    for (const Job &job : std::as_const(dropped)) {
        job.answer(HttpReply::notKept());
    }
}

void BodyWorker::take(const std::string &connection, std::size_t bytes, Work work, HttpServer::Answer answer)
{
    std::unique_lock lock(m_mutex);
    if (bytes < kLarge && !m_ofConnection.contains(connection)) {
        lock.unlock();
        work(std::move(answer));
        return;
    }
    if (m_stopped || bytes > kMostBytes - m_bytes) {
        lock.unlock();
        answer(HttpReply::notKept());
        return;
    }
    m_bytes += bytes;
    ++m_ofConnection[connection];
    m_waiting.push_back({connection, bytes, std::move(work), std::move(answer)});
    if (!m_thread.joinable()) {
        m_thread = std::thread([this] { run(); });
    }
    lock.unlock();
    m_change.notify_one();
}

void BodyWorker::run()
{
    std::unique_lock lock(m_mutex);
    for (;;) {
        m_change.wait(lock, [this] { return m_stopped || !m_waiting.empty(); });
        if (m_stopped) {
            return;
        }
        Job job = std::move(m_waiting.front());
        m_waiting.pop_front();
        lock.unlock();
        job.work(std::move(job.answer));
        job.work = {};
        lock.lock();
        m_bytes -= job.bytes;
        if (--m_ofConnection[job.connection] == 0) {
            m_ofConnection.erase(job.connection);
        }
    }
}

} // namespace segue
