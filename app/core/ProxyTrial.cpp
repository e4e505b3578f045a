// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/core/ProxyTrial.h"

#include "app/core/SystemProxies.h"

#include <QUrl>

#include <utility>

namespace segue {

namespace {
constexpr quint16 kHttpsPort = 443;
} // namespace

ProxyTrial::ProxyTrial(QNetworkProxy proxy, const ProxyLogin &login, const QUrl &address, int timeoutMs,
                       Callback callback, QObject *parent)
    : QObject(parent)
    , m_callback(std::move(callback))
{
    signIn(proxy, login);
    m_socket.setProxy(proxy);
    connect(&m_socket, &QTcpSocket::connected, this, [this] { end(Outcome::Taken); });
    connect(&m_socket, &QTcpSocket::errorOccurred, this, &ProxyTrial::failed);
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, [this] { end(Outcome::NotReached, tr("it did not answer in time")); });
    m_timer.start(timeoutMs);
    m_socket.connectToHost(address.host(), static_cast<quint16>(address.port(kHttpsPort)));
}

void ProxyTrial::failed(QAbstractSocket::SocketError error)
{
    switch (error) {
    case QAbstractSocket::ProxyAuthenticationRequiredError:
        end(Outcome::Refused);
        break;
    case QAbstractSocket::SocketAccessError: // 403, 405: the login is right, the way is not open to it
    case QAbstractSocket::HostNotFoundError:
    case QAbstractSocket::ConnectionRefusedError:
        end(Outcome::Taken);
        break;
    default:
        end(Outcome::NotReached, m_socket.errorString());
    }
}

void ProxyTrial::end(Outcome outcome, const QString &reason)
{
    if (!m_callback) {
        return;
    }
    m_timer.stop();
    m_socket.disconnect(this);
    m_socket.abort();
    // Later, so that whoever hears of it may delete this object.
    QMetaObject::invokeMethod(
        this, [callback = std::exchange(m_callback, nullptr), outcome, reason] { callback(outcome, reason); },
        Qt::QueuedConnection);
}

} // namespace segue
