// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/receiver/LateAnswers.h"

#include "app/receiver/HttpSession.h"

#include <iterator>
#include <utility>

namespace segue {

void LateAnswers::add(std::weak_ptr<HttpSession> session, std::uint64_t request, HttpReply reply)
{
    const std::lock_guard lock(m_mutex);
    if (m_context != nullptr) {
        m_waiting.push_back({std::move(session), request, std::move(reply)});
        callDelivery();
    }
}

void LateAnswers::run(std::function<void()> work)
{
    {
        const std::lock_guard lock(m_mutex);
        if (m_context != nullptr) {
            m_work.push_back(std::move(work));
            callDelivery();
            return;
        }
    }
    work();
}

void LateAnswers::end()
{
    for (;;) {
        std::vector<std::function<void()>> work;
        {
            const std::lock_guard lock(m_mutex);
            work = std::exchange(m_work, {});
            if (work.empty()) {
                m_context = nullptr;
                return;
            }
        }
        for (const auto &each : work) {
            each();
        }
    }
}

void LateAnswers::giveAll()
{
    takeAnswers();
    while (!m_ready.empty()) {
        giveOne();
    }
}

void LateAnswers::callDelivery()
{
    if (!std::exchange(m_isCalled, true)) {
        boost::asio::post(*m_context, [self = shared_from_this()] { self->deliver(); });
    }
}

std::vector<std::function<void()>> LateAnswers::takeWork()
{
    const std::lock_guard lock(m_mutex);
    return std::exchange(m_work, {});
}

void LateAnswers::deliver()
{
    // What comes until the work is done needs no turn of its own.
    for (std::vector<std::function<void()>> work = takeWork(); !work.empty(); work = takeWork()) {
        for (const auto &each : work) {
            each();
        }
    }
    takeAnswers();
    if (!m_isGiving) {
        giveOne();
    }
}

void LateAnswers::takeAnswers()
{
    const std::lock_guard lock(m_mutex);
    m_ready.insert(m_ready.end(), std::make_move_iterator(m_waiting.begin()), std::make_move_iterator(m_waiting.end()));
    m_waiting.clear();
    m_isCalled = false;
    if (!m_work.empty() && m_context != nullptr) {
        callDelivery();
    }
}

// One a turn: the next requests of those that have their answer are read in between, and reach a transaction that the
// journal still has open.
void LateAnswers::giveOne()
{
    if (!m_ready.empty()) {
        Late late = std::move(m_ready.front());
        m_ready.pop_front();
        if (const std::shared_ptr<HttpSession> session = late.session.lock()) {
            session->answer(late.request, std::move(late.reply));
        }
    }
    const std::lock_guard lock(m_mutex);
    m_isGiving = !m_ready.empty() && m_context != nullptr;
    if (m_isGiving) {
        boost::asio::post(*m_context, [self = shared_from_this()] { self->giveOne(); });
    }
}

} // namespace segue
