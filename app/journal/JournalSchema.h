// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/journal/SqlDatabase.h"

namespace segue {

//! Numbers of the dictionary's kinds. Stored: never renumber.
enum class WordKind : std::uint8_t { Connection = 1, Event = 2, MessageType = 3, Device = 4 };

//! A block holds at most so many payloads (measured: journal layout 3) …
inline constexpr std::size_t kBlockPayloads = 256;
//! … and not many more bytes than this, so that one payload is never far to unpack. A longer payload stands alone.
inline constexpr std::size_t kBlockBytes = std::size_t{512} * 1024;
//! Rows of one segment of the indexes: `id>>12`.
inline constexpr int kSegmentShift = 12;

//! Makes an empty file a journal, and an older journal one of today, each step in one transaction that sets the
//! version.
JournalStatus migrate(SqlDatabase &database);

//! A table or column of ours that is not there: whatever this file is, it cannot serve as the journal. A file system
//! that fails, or a lock, is no damage.
JournalError readingFailed(const SqlDatabase &database, JournalError error);

} // namespace segue
