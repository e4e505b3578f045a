// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/core/Executor.h"
#include "app/receiver/HttpServer.h"

#include <cstdint>
#include <deque>
#include <functional>
#include <memory>
#include <mutex>
#include <vector>

namespace boost::asio {
class io_context;
}

namespace segue {

class HttpSession;

//! The way back to the server's thread for answers that come from others, and for what leads to them: what comes in one
//! moment goes there together.
class LateAnswers : public Executor, public std::enable_shared_from_this<LateAnswers>
{
public:
    explicit LateAnswers(boost::asio::io_context &context)
        : m_context(&context)
    {
    }
    //! From any thread; after the end of the server it is thrown away. `request`: a session's number of it.
    void add(std::weak_ptr<HttpSession> session, std::uint64_t request, HttpReply reply);
    void run(std::function<void()> work) override;
    //! The server stops: does what is left, and takes no more.
    void end();
    //! Sends what has been taken, on the server's thread, at its end.
    void giveAll();

private:
    struct Late
    {
        std::weak_ptr<HttpSession> session;
        std::uint64_t request = 0;
        HttpReply reply;
    };
    void callDelivery();
    void deliver();
    void takeAnswers();
    void giveOne();
    std::vector<std::function<void()>> takeWork();

    std::mutex m_mutex;
    boost::asio::io_context *m_context;
    std::vector<std::function<void()>> m_work;
    std::vector<Late> m_waiting;
    bool m_isCalled = false; //!< deliver() is on its way
    // On the server's thread alone:
    std::deque<Late> m_ready;
    bool m_isGiving = false; //!< giveOne() is on its way
};

} // namespace segue
