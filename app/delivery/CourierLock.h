// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/connections/FileLock.h"

namespace segue {

//! Who may deliver from a data folder: one process at a time, by a kernel lock on `courier.lock`.
class CourierLock
{
public:
    explicit CourierLock(const QString &dataFolder);

    //! Busy while another process delivers; Disk when the lock cannot be made.
    Status tryTake() { return m_lock.tryLock(); }
    void release() { m_lock.unlock(); }
    bool isHeld() const { return m_lock.isHeld(); }

private:
    FileLock m_lock;
};

} // namespace segue
