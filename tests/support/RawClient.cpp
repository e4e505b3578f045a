// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/RawClient.h"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/socket.h>
#include <unistd.h>

namespace segue::test {

RawClient::RawClient(std::uint16_t port)
    : m_socket(socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0))
{
    const timeval patience{20, 0};
    const int on = 1;
    setsockopt(m_socket, SOL_SOCKET, SO_RCVTIMEO, &patience, sizeof patience);
    setsockopt(m_socket, SOL_SOCKET, SO_SNDTIMEO, &patience, sizeof patience);
    setsockopt(m_socket, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(port);
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    if (connect(m_socket, reinterpret_cast<const sockaddr *>(&address), sizeof address) != 0) {
        close(m_socket);
        m_socket = -1;
    }
}

RawClient::~RawClient()
{
    if (m_socket >= 0) {
        close(m_socket);
    }
}

bool RawClient::send(const QByteArray &bytes)
{
    qsizetype sent = 0;
    while (sent < bytes.size()) {
        const ssize_t count =
            ::send(m_socket, bytes.constData() + sent, static_cast<std::size_t>(bytes.size() - sent), MSG_NOSIGNAL);
        if (count <= 0) {
            return false;
        }
        sent += count;
    }
    return true;
}

bool RawClient::readMore()
{
    char piece[4096];
    const ssize_t count = recv(m_socket, piece, sizeof piece, 0);
    if (count <= 0) {
        return false;
    }
    m_buffer.append(piece, count);
    return true;
}

QByteArray RawClient::readHead()
{
    qsizetype end = -1;
    while ((end = m_buffer.indexOf("\r\n\r\n")) < 0) {
        if (!readMore()) {
            return {};
        }
    }
    QByteArray head = m_buffer.left(end);
    m_buffer.remove(0, end + 4);
    return head;
}

RawAnswer RawClient::readAnswer()
{
    RawAnswer answer;
    QList<QByteArray> lines = readHead().split('\n');
    const int status = lines.takeFirst().split(' ').value(1).toInt();
    for (const QByteArray &line : std::as_const(lines)) {
        const qsizetype colon = line.indexOf(':');
        answer.headers.insert(line.left(colon).trimmed().toLower(), line.mid(colon + 1).trimmed());
    }
    const qsizetype length = answer.headers.value("content-length").toLongLong();
    while (m_buffer.size() < length) {
        if (!readMore()) {
            return {};
        }
    }
    answer.status = status;
    answer.body = m_buffer.left(length);
    m_buffer.remove(0, length);
    return answer;
}

bool RawClient::waitForClose()
{
    char piece[4096];
    for (;;) {
        const ssize_t count = recv(m_socket, piece, sizeof piece, 0);
        if (count == 0 || (count < 0 && errno == ECONNRESET)) {
            return true;
        }
        if (count < 0) {
            return false;
        }
    }
}

void RawClient::reset()
{
    const linger atOnce{1, 0};
    setsockopt(m_socket, SOL_SOCKET, SO_LINGER, &atOnce, sizeof atOnce);
    close(m_socket);
    m_socket = -1;
}

} // namespace segue::test
