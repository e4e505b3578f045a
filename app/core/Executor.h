// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>

namespace segue {

//! A thread that does what others leave to it.
class Executor
{
public:
    Executor() = default;
    virtual ~Executor() = default;
    Executor(const Executor &) = delete;
    Executor &operator=(const Executor &) = delete;

    //! From any thread: does the work soon, in the order given; at once, on the caller's thread, when its own has
    //! ended.
    virtual void run(std::function<void()> work) = 0;
};

} // namespace segue
