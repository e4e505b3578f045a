// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

#include <mutex>
#include <utility>

namespace segue {

//! Lets other threads reach an object of the delivery thread for as long as there is one.
class WorkerDoor
{
public:
    explicit WorkerDoor(QObject &worker)
        : m_worker(&worker)
    {
    }

    //! Any thread. Passed over once the door is closed.
    template <class F> void post(F &&call)
    {
        const std::lock_guard lock(m_mutex);
        if (m_worker) {
            QMetaObject::invokeMethod(m_worker, std::forward<F>(call), Qt::QueuedConnection);
        }
    }

    void close()
    {
        const std::lock_guard lock(m_mutex);
        m_worker = nullptr;
    }

private:
    std::mutex m_mutex;
    QObject *m_worker;
};

} // namespace segue
