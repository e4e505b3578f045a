// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <csignal>
#include <pthread.h>
#include <thread>
#include <utility>

namespace segue {

//! A thread that takes no signals: they belong to the main thread, which knows what to do with them.
template <class Body> std::thread quietThread(Body body)
{
    sigset_t all;
    sigset_t before;
    sigfillset(&all);
    pthread_sigmask(SIG_SETMASK, &all, &before);
    std::thread thread(std::move(body));
    pthread_sigmask(SIG_SETMASK, &before, nullptr);
    return thread;
}

} // namespace segue
