// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/setup/DraftWriter.h"

#include "app/core/PrivateFiles.h"
#include "app/journal/QuietThread.h"

#include <utility>

namespace segue {

DraftWriter::DraftWriter(const QString &path, QObject *parent)
    : QObject(parent)
    , m_path(path)
{
}

DraftWriter::~DraftWriter()
{
    {
        const std::lock_guard guard(m_mutex);
        m_ends = true;
    }
    m_wake.notify_one();
    if (m_thread.joinable()) {
        m_thread.join();
    }
}

DraftWriter::Number DraftWriter::write(const QByteArray &content)
{
    ++m_given;
    {
        const std::lock_guard guard(m_mutex);
        m_next = content;
        m_nextNumber = m_given;
    }
    if (!m_thread.joinable()) {
        m_thread = quietThread([this] { work(); });
    }
    m_wake.notify_one();
    return m_given;
}

void DraftWriter::work()
{
    std::unique_lock lock(m_mutex);
    while (true) {
        m_wake.wait(lock, [this] { return m_next || m_ends; });
        if (!m_next) {
            return;
        }
        const QByteArray content = *std::exchange(m_next, std::nullopt);
        const Number number = m_nextNumber;
        lock.unlock();
        const Status status = writePrivately(m_path, content);
        // Dropped with the writer when it goes before.
        QMetaObject::invokeMethod(
            this,
            [this, number, status] {
                m_settled = number;
                Q_EMIT wrote(status);
            },
            Qt::QueuedConnection);
        lock.lock();
    }
}

} // namespace segue
