// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/journal/SqlDatabase.h"

#include "app/core/Clock.h"

#include <string>

namespace segue {

//! Where the journal of a folder is.
std::string journalPath(const std::string &folder);

//! Remembers that a page could not be read, so that the next start looks at the whole file before it is used again.
void markSuspect(const std::string &folder);

//! A kernel lock on the folder: shared while a journal is open, exclusive while a damaged one is set aside, so that a
//! file is never taken from under another process. Dies with its holder.
class FolderLock
{
public:
    FolderLock() = default;
    ~FolderLock();
    FolderLock(FolderLock &&other) noexcept;
    FolderLock &operator=(FolderLock &&other) noexcept;

    static JournalResult<FolderLock> shared(const std::string &folder);
    //! False when others still hold it after a moment; the shared lock is then held again.
    bool makeExclusive();
    void makeShared();

private:
    int m_descriptor = -1;
};

//! A journal file, opened and up to date, with what holds it.
struct JournalFile
{
    FolderLock lock; // goes last
    SqlDatabase database;
    std::string path;
    std::string notice;
};

//! Opens or makes the journal of the folder, as Journal::open() says.
JournalResult<JournalFile> openJournalFile(const std::string &folder, const Clock &clock);

//! A reading connection to the journal of the folder; fails when there is none, or none of this program's version.
JournalResult<SqlDatabase> openJournalForReading(const std::string &folder);

} // namespace segue
