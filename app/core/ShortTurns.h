// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace segue {

//! For a thread that mostly waits and works for some microseconds at a time: asks Linux for short turns, so that it gets
//! the processor soon after what it waited for has come, and not only when a busy thread has used up a long turn. Changes
//! nothing on kernels before 6.12, which do not know the wish. See sched(7), sched_setattr(2): `sched_runtime` of
//! SCHED_OTHER.
void askForShortTurns();

} // namespace segue
