// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/core/Error.h"
#include "app/core/ProxyLogins.h"

#include <QNetworkProxy>
#include <QObject>
#include <QTcpSocket>
#include <QTimer>

#include <functional>

namespace segue {

//! Tries a login at a proxy, once: asks for a way to an address, by which nothing is sent. Its answer comes later,
//! once, unless the object goes first. Lives on one thread.
class ProxyTrial : public QObject
{
    Q_OBJECT
public:
    enum class Outcome {
        Taken,      //!< the proxy has opened the way, or has refused it for another reason than the login
        Refused,    //!< name or password
        NotReached, //!< the proxy could not be asked
    };
    //! `reason`: for logs and people, why it was not reached.
    using Callback = std::function<void(Outcome outcome, const QString &reason)>;

    //! @param address where the way leads to
    ProxyTrial(QNetworkProxy proxy, const ProxyLogin &login, const QUrl &address, int timeoutMs, Callback callback,
               QObject *parent);

private:
    void end(Outcome outcome, const QString &reason = {});
    void failed(QAbstractSocket::SocketError error);

    QTcpSocket m_socket;
    QTimer m_timer;
    Callback m_callback;
};

} // namespace segue
