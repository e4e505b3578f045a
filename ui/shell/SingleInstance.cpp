// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/SingleInstance.h"

#include <QDir>
#include <QFile>
#include <QLocalServer>
#include <QLocalSocket>
#include <QTimer>

#include <fcntl.h>
#include <memory>
#include <sys/file.h>
#include <unistd.h>

namespace segue {

namespace {
constexpr int kAnswerMs = 2000;
}

SingleInstance::SingleInstance(const QString &dataFolder, QObject *parent)
    : QObject(parent)
    , m_lockPath(QDir(dataFolder).filePath(QStringLiteral("window.lock")))
    , m_socketPath(QDir(dataFolder).absoluteFilePath(QStringLiteral("window.socket")))
{
}

SingleInstance::~SingleInstance()
{
    if (m_lock >= 0) {
        ::close(m_lock);
    }
}

bool SingleInstance::acquire()
{
    m_lock = ::open(QFile::encodeName(m_lockPath).constData(), O_RDWR | O_CREAT | O_CLOEXEC, 0600);
    if (m_lock < 0 || ::flock(m_lock, LOCK_EX | LOCK_NB) != 0) {
        return false;
    }
    m_server = new QLocalServer(this);
    m_server->setSocketOptions(QLocalServer::UserAccessOption);
    QLocalServer::removeServer(m_socketPath);
    m_server->listen(m_socketPath);
    connect(m_server, &QLocalServer::newConnection, this, [this] {
        while (QLocalSocket *caller = m_server->nextPendingConnection()) {
            caller->deleteLater();
            Q_EMIT raiseRequested();
        }
    });
    return true;
}

void SingleInstance::raiseFirst(std::function<void(bool)> callback)
{
    auto *socket = new QLocalSocket(this);
    const auto answered = std::make_shared<bool>(false);
    const auto answer = [socket, answered, callback = std::move(callback)](bool reached) {
        if (!*answered) {
            *answered = true;
            socket->deleteLater();
            callback(reached);
        }
    };
    connect(socket, &QLocalSocket::connected, this, [answer] { answer(true); });
    connect(socket, &QLocalSocket::errorOccurred, this, [answer] { answer(false); });
    QTimer::singleShot(kAnswerMs, this, [answer] { answer(false); });
    socket->connectToServer(m_socketPath);
}

} // namespace segue
