// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QHash>

#include <cstdint>

namespace segue::test {

//! An answer as it came over the wire.
struct RawAnswer
{
    int status = 0;  //!< 0: none came
    QHash<QByteArray, QByteArray> headers;  //!< names in lower case
    QByteArray body;
};

//! A plain blocking socket to a server on 127.0.0.1, for requests that no well-behaved client sends. Reads wait at most
//! 20 s. Writes to a closed connection fail, without a signal.
class RawClient
{
public:
    explicit RawClient(std::uint16_t port);
    ~RawClient();
    RawClient(const RawClient &) = delete;
    RawClient &operator=(const RawClient &) = delete;

    //! Whether all of it went out.
    bool send(const QByteArray &bytes);
    //! One whole answer, by its Content-Length.
    RawAnswer readAnswer();
    //! An interim answer such as `HTTP/1.1 100 Continue`, up to its blank line.
    QByteArray readHead();
    //! Waits until the other side has closed; what comes until then is thrown away.
    bool waitForClose();
    //! Closes with a reset.
    void reset();

private:
    bool readMore();

    int m_socket = -1;
    QByteArray m_buffer;
};

} // namespace segue::test
