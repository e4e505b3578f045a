// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/core/ConnectionId.h"

#include <QHash>
#include <QList>

#include <cstdint>

namespace segue {

//! What a person should be told of.
enum class AlertKind : std::uint8_t {
    FailedDelivery, //!< more events were refused or given up
    HeldUp,         //!< nothing is sent for a connection, and a person has to do something
    QuietRelay,     //!< the webhook has brought nothing for the chosen time
    FullDisk,       //!< of no connection
};

//! One kind of alert about one connection.
struct AlertKey
{
    AlertKind kind = AlertKind::FailedDelivery;
    ConnectionId connection; //!< null: of the whole program

    bool operator==(const AlertKey &) const = default;
};
size_t qHash(const AlertKey &key, size_t seed = 0);

//! Which alerts stand, and which of them are to be told: each once until it has gone or has grown, and when it comes
//! again, not before a pause since it was told last. Pure: time is given.
class AlertBook
{
public:
    explicit AlertBook(std::int64_t pauseMs)
        : m_pauseMs(pauseMs)
    {
    }
    void setPause(std::int64_t pauseMs) { m_pauseMs = pauseMs; }

    void raise(const AlertKey &key);
    void clear(const AlertKey &key);
    //! What stands says more than when it was told: it is to be told anew.
    void grow(const AlertKey &key);
    bool stands(const AlertKey &key) const { return m_alerts.value(key).stands; }
    QList<AlertKey> standing() const;
    //! Those that are to be told now; they count as told. `now`: ms of a clock that only grows.
    QList<AlertKey> take(std::int64_t now);

private:
    struct State
    {
        bool stands = false;
        bool told = false;    //!< since it stands, or has grown
        bool wasTold = false; //!< ever
        std::int64_t lastTold = 0;
    };
    std::int64_t m_pauseMs;
    QHash<AlertKey, State> m_alerts;
};

} // namespace segue
