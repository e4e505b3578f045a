// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/core/Error.h"

#include <QByteArray>
#include <QObject>
#include <QString>

#include <condition_variable>
#include <mutex>
#include <optional>
#include <thread>

namespace segue {

//! Writes one file again and again on a thread of its own: what is given while one write goes on is written after it,
//! and of several the latest alone. Each write is atomic and on disk before it counts. What was given is written before
//! the writer goes. To be used on the thread that made it.
class DraftWriter : public QObject
{
    Q_OBJECT
public:
    using Number = quint64;

    explicit DraftWriter(const QString &path, QObject *parent = nullptr);
    ~DraftWriter() override;

    //! Its number; they ascend.
    Number write(const QByteArray &content);
    //! Everything up to this has been written, or has failed to be.
    Number settled() const { return m_settled; }

Q_SIGNALS:
    //! settled() has risen; how the last write went.
    void wrote(const segue::Status &status);

private:
    void work();

    const QString m_path;
    Number m_given = 0;
    Number m_settled = 0;
    std::mutex m_mutex;
    std::condition_variable m_wake;
    std::optional<QByteArray> m_next; //!< guarded
    Number m_nextNumber = 0;          //!< guarded
    bool m_ends = false;              //!< guarded
    std::thread m_thread;
};

} // namespace segue
