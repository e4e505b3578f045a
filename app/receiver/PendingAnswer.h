// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <atomic>
#include <cstddef>
#include <functional>
#include <utility>

namespace segue {

//! Counts the parts of one request; answers when the last is on disk, or has failed. Parts may end on any thread.
class PendingAnswer
{
public:
    PendingAnswer(std::size_t parts, std::function<void(bool)> answer)
        : m_left(parts)
        , m_answer(std::move(answer))
    {
    }
    void partDone(bool kept)
    {
        if (!kept) {
            m_allKept = false;
        }
        if (--m_left == 0) {
            m_answer(m_allKept);
        }
    }

private:
    std::atomic<std::size_t> m_left;
    std::atomic<bool> m_allKept = true;
    std::function<void(bool)> m_answer;
};

} // namespace segue
