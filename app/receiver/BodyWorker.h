// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/receiver/HttpServer.h"

#include <condition_variable>
#include <deque>
#include <map>
#include <mutex>
#include <thread>

namespace segue {

//! Takes large bodies apart in a thread of its own, one after the other, so that the server answers others meanwhile.
//! What comes for a connection while one of its bodies waits here goes the same way: its order stays. Free of Qt.
class BodyWorker
{
public:
    //! Takes one body apart and sees to its answer.
    using Work = std::function<void(HttpServer::Answer)>;

    //! From this size on a body would keep others waiting for some ten milliseconds.
    static constexpr std::size_t kLarge = std::size_t{128} * 1024;
    //! All bodies here at once; what would go above is answered that it could not be kept.
    static constexpr std::size_t kMostBytes = std::size_t{64} * 1024 * 1024;

    BodyWorker() = default;
    //! Waits for the body that is being taken apart.
    ~BodyWorker();
    BodyWorker(const BodyWorker &) = delete;
    BodyWorker &operator=(const BodyWorker &) = delete;

    //! Does the work: at once on the caller's thread, or later on its own. For calls from one thread at a time.
    void take(const std::string &connection, std::size_t bytes, Work work, HttpServer::Answer answer);
    //! What waits, and what is large and comes later, is answered that it could not be kept. Does not wait.
    void stop();

private:
    struct Job
    {
        std::string connection;
        std::size_t bytes = 0;
        Work work;
        HttpServer::Answer answer;
    };
    void run();

    std::mutex m_mutex;
    std::condition_variable m_change;
    std::deque<Job> m_waiting;
    std::map<std::string, std::size_t> m_ofConnection; //!< how many bodies are here, the one under way with them
    std::size_t m_bytes = 0;                           //!< of all of them
    bool m_stopped = false;
    std::thread m_thread; //!< from the first large body on
};

} // namespace segue
