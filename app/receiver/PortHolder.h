// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/core/WebClient.h"

#include <QObject>

#include <cstdint>
#include <string>

namespace segue {

//! Asks a port of this computer that cannot be listened on whether another process receives there for the same data
//! folder: a service, or `segue receive`. Then no other port is needed. Lives on the main thread.
class PortHolder : public QObject
{
    Q_OBJECT
public:
    PortHolder(const Clock &clock, const Redactor &redactor, QObject *parent = nullptr);

    //! @param salt of this installation
    void ask(std::uint16_t port, const QByteArray &salt);
    //! Nothing is found after this.
    void stop();

    //! Whether this answer of `/healthz` is that of a receiver of this installation (see IntakeCounts). One that does
    //! not say whose it is, as an older version, counts as such. Pure.
    static bool isOurs(const WebAnswer &answer, const std::string &installation);

Q_SIGNALS:
    void found(bool isOurs);

private:
    WebClient m_web;
    WebClient::Id m_id = 0;
};

} // namespace segue
