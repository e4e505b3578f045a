// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>
#include <QTcpServer>

class QTcpSocket;

namespace segue::test {

//! An HTTP proxy on 127.0.0.1 that opens tunnels, whatever name they are asked for, to one port of this computer, and
//! may ask for a name and a password first. Lives on the thread of the test, which must let it work.
class ProxyDouble : public QTcpServer
{
public:
    //! `target`: the port at which every tunnel ends.
    explicit ProxyDouble(quint16 target);

    //! Only with this login from now on; empty: without one.
    void askFor(const QByteArray &user, const QByteArray &password);
    //! What is answered to a request for a tunnel that is let in, instead of the tunnel; 0: the tunnel.
    void setRefusal(int status) { m_refusal = status; }
    QByteArray address() const { return "http://127.0.0.1:" + QByteArray::number(serverPort()); }

    int asked = 0;             //!< requests for a tunnel without a login
    QList<QByteArray> logins;  //!< those that were tried, `user:password`, in their order
    QList<QByteArray> tunnels; //!< `host:port` of those that were opened

private:
    void read(QTcpSocket *client);
    void open(QTcpSocket *client, const QByteArray &name);

    quint16 m_target;
    QByteArray m_login;
    int m_refusal = 0;
};

//! The system's proxy for https, for as long as this lives.
class SystemProxyIs
{
public:
    explicit SystemProxyIs(const QByteArray &address);
    ~SystemProxyIs();
    Q_DISABLE_COPY_MOVE(SystemProxyIs)

private:
    QByteArray m_before;
    bool m_was = false;
};

} // namespace segue::test
