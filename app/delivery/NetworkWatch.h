// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

#include <cstdint>
#include <functional>

namespace segue {

//! Notices that this machine's network has become another one: an interface came up or an address changed, as after a
//! sleep or a change of the wireless network. Asks the system itself, so it works without a network service. Cheap, but
//! not for every turn: changed() looks at most every two seconds.
class NetworkWatch
{
public:
    //! Addresses of the interfaces that are up, loopback aside, in an order that stays.
    using Look = std::function<QByteArray()>;

    NetworkWatch();
    explicit NetworkWatch(Look look);

    //! True once after each change; never at the first look. `monotonic` in ms.
    bool changed(std::int64_t monotonic);

private:
    Look m_look;
    QByteArray m_seen;
    std::int64_t m_lookAt = 0;
    bool m_looked = false;
};

} // namespace segue
