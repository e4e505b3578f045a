// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/core/ShortTurns.h"

#include <cstdint>

#include <sys/syscall.h>
#include <unistd.h>

namespace segue {

namespace {

constexpr std::uint64_t kShortestTurnNs = 100'000; // the kernel takes none below

// As of Linux 3.14; the C library has no declaration of it.
struct SchedulingWish
{
    std::uint32_t size = sizeof(SchedulingWish);
    std::uint32_t policy = 0; // SCHED_OTHER
    std::uint64_t flags = 0;
    std::int32_t nice = 0;
    std::uint32_t priority = 0;
    std::uint64_t runtimeNs = kShortestTurnNs;
    std::uint64_t deadlineNs = 0;
    std::uint64_t periodNs = 0;
};

} // namespace

void askForShortTurns()
{
    SchedulingWish wish;
    // Read first, so that the niceness the program was started with stays.
    if (syscall(SYS_sched_getattr, 0, &wish, sizeof wish, 0) != 0 || wish.policy != 0) {
        return;
    }
    wish.size = sizeof wish;
    wish.runtimeNs = kShortestTurnNs;
    static_cast<void>(syscall(SYS_sched_setattr, 0, &wish, 0));
}

} // namespace segue
