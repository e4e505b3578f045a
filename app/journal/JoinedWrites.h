// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

struct sqlite3;

namespace segue {

//! The name of a way for SQLite to reach its files (a VFS, https://sqlite.org/vfs.html) that is the system's own, but for
//! one thing: what is written to a write-ahead log one behind the other goes to the system in one call, at the latest
//! when SQLite syncs, reads, cuts or closes the log. SQLite itself makes two calls a page, some twenty a commit; they
//! were a sixth of the time of a small one. Only for connections with synchronous=FULL: those sync before a commit can
//! be seen, so that nobody looks for what has not been written yet. What the late call fails of, the sync reports.
//! Safe on every thread.
const char *joinedWrites();

//! To be called before a transaction is rolled back, while its lock is held: what it wrote to the log ahead of its end
//! and still waits here must not come out later, over another process's commit.
void dropJoinedWrites(sqlite3 *connection);

} // namespace segue
