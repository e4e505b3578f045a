// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/delivery/Courier.h"

#include "app/delivery/CourierWorker.h"

#include <QThread>

namespace segue {

Courier::Courier(Parts parts, QObject *parent)
    : QObject(parent)
    , m_parts(std::move(parts))
{
}

Courier::~Courier()
{
    stop();
}

void Courier::start()
{
    if (m_thread) {
        return;
    }
    m_thread = new QThread(this);
    m_thread->setObjectName(QStringLiteral("delivery"));
    m_worker = new CourierWorker(m_parts);
    m_worker->moveToThread(m_thread);
    connect(m_thread, &QThread::started, m_worker, &CourierWorker::start);
    connect(m_thread, &QThread::finished, m_worker, &QObject::deleteLater);
    connect(m_worker, &CourierWorker::keyWanted, this, &Courier::readKey);
    connect(m_worker, &CourierWorker::statusChanged, this, &Courier::statusChanged);
    connect(m_worker, &CourierWorker::sendingChanged, this, &Courier::sendingChanged);
    connect(m_worker, &CourierWorker::workingChanged, this, [this](bool working) {
        if (m_working != working) {
            m_working = working;
            Q_EMIT workingChanged(working);
        }
    });
    m_thread->start();
}

void Courier::stop()
{
    if (!m_thread) {
        return;
    }
    QMetaObject::invokeMethod(
        m_worker,
        [worker = m_worker] {
            worker->shutDown();
            QThread::currentThread()->quit();
        },
        Qt::QueuedConnection);
    m_thread->wait();
    m_worker = nullptr;
    delete std::exchange(m_thread, nullptr);
    if (std::exchange(m_working, false)) {
        Q_EMIT workingChanged(false);
    }
}

void Courier::wake()
{
    if (m_worker) {
        m_worker->wake();
    }
}

void Courier::tryNow(const ConnectionId &id)
{
    if (m_worker) {
        QMetaObject::invokeMethod(
            m_worker, [worker = m_worker, id] { worker->tryNow(id); }, Qt::QueuedConnection);
    }
}

void Courier::proxyOpened()
{
    if (m_worker) {
        QMetaObject::invokeMethod(m_worker, &CourierWorker::proxyOpened, Qt::QueuedConnection);
    }
}

void Courier::setRules(const CourierRules &rules)
{
    m_parts.rules = rules;
    if (m_worker) {
        QMetaObject::invokeMethod(
            m_worker, [worker = m_worker, rules] { worker->setRules(rules); }, Qt::QueuedConnection);
    }
}

bool Courier::isWorking() const
{
    return m_working;
}

void Courier::readKey(const QString &connection, quint64 generation)
{
    const auto answer = [this, connection, generation](const Result<Secret> &key) {
        if (m_worker) {
            QMetaObject::invokeMethod(
                m_worker,
                [worker = m_worker, connection, generation, key] {
                    worker->keyAnswered(connection.toStdString(), generation, key);
                },
                Qt::QueuedConnection);
        }
    };
    m_parts.readKey(ConnectionId::fromText(connection)).then(this, answer).onCanceled(this, [answer] {
        answer(Error{ErrorCode::Cancelled, QStringLiteral("reading the key was given up"), {}});
    });
}

} // namespace segue
