// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/core/Error.h"

#include <QString>

namespace segue {

//! A kernel lock (flock) on an open file (0600): it ends with its holder however that ends, and outlives suspend and
//! clock jumps. Children started meanwhile do not inherit it. The file itself stays. For one thread at a time.
class FileLock
{
public:
    explicit FileLock(QString path);
    ~FileLock();
    FileLock(const FileLock &) = delete;
    FileLock &operator=(const FileLock &) = delete;

    //! Takes the lock if nobody holds it. Busy: somebody does. Disk: the file cannot be made or locked.
    Status tryLock();
    //! Tries for so long; for locks that are held for moments only.
    Status lock(int timeoutMs);
    void unlock();
    bool isHeld() const { return m_descriptor >= 0; }

private:
    Status tryOnce(bool &replaced);

    QString m_path;
    int m_descriptor = -1;
};

} // namespace segue
