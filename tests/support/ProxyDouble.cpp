// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/ProxyDouble.h"

#include <QHostAddress>
#include <QTcpSocket>

namespace segue::test {

namespace {

constexpr char kVariable[] = "https_proxy";

QByteArray headerOf(const QByteArray &head, const QByteArray &name)
{
    const QList<QByteArray> lines = head.split('\n');
    for (const QByteArray &line : lines) {
        if (line.toLower().startsWith(QByteArray(name + ':'))) {
            return line.mid(name.size() + 1).trimmed();
        }
    }
    return {};
}

} // namespace

ProxyDouble::ProxyDouble(quint16 target)
    : m_target(target)
{
    listen(QHostAddress::LocalHost);
    connect(this, &QTcpServer::newConnection, this, [this] {
        while (QTcpSocket *client = nextPendingConnection()) {
            connect(client, &QTcpSocket::readyRead, this, [this, client] { read(client); });
            connect(client, &QTcpSocket::disconnected, client, &QObject::deleteLater);
        }
    });
}

void ProxyDouble::askFor(const QByteArray &user, const QByteArray &password)
{
    m_login = user.isEmpty() ? QByteArray() : user + ':' + password;
}

void ProxyDouble::read(QTcpSocket *client)
{
    if (!client->peek(65'536).contains("\r\n\r\n")) {
        return;
    }
    const QByteArray head = client->readAll();
    const QByteArray given = headerOf(head, "proxy-authorization");
    const QByteArray login = QByteArray::fromBase64(given.mid(given.indexOf(' ') + 1));
    if (!given.isEmpty()) {
        logins.append(login);
    } else {
        ++asked;
    }
    if (login != m_login) {
        client->write("HTTP/1.1 407 Proxy Authentication Required\r\nProxy-Authenticate: Basic realm=\"office\"\r\n"
                      "Content-Length: 6\r\n\r\nno way");
    } else if (m_refusal != 0) {
        client->write("HTTP/1.1 " + QByteArray::number(m_refusal) + " No\r\nContent-Length: 0\r\n\r\n");
        client->disconnectFromHost();
    } else {
        open(client, head.split(' ').value(1));
    }
}

void ProxyDouble::open(QTcpSocket *client, const QByteArray &name)
{
    tunnels.append(name);
    client->disconnect(this);
    auto *target = new QTcpSocket(client);
    const auto pass = [](QTcpSocket *from, QTcpSocket *to) {
        connect(from, &QTcpSocket::readyRead, to, [from, to] { to->write(from->readAll()); });
        connect(from, &QTcpSocket::disconnected, to, &QTcpSocket::disconnectFromHost);
    };
    pass(client, target);
    pass(target, client);
    connect(target, &QTcpSocket::connected, client, [client] { client->write("HTTP/1.1 200 Open\r\n\r\n"); });
    target->connectToHost(QHostAddress(QHostAddress::LocalHost), m_target);
}

SystemProxyIs::SystemProxyIs(const QByteArray &address)
    : m_before(qgetenv(kVariable))
    , m_was(qEnvironmentVariableIsSet(kVariable))
{
    qputenv(kVariable, address);
}

SystemProxyIs::~SystemProxyIs()
{
    if (m_was) {
        qputenv(kVariable, m_before);
    } else {
        qunsetenv(kVariable);
    }
}

} // namespace segue::test
