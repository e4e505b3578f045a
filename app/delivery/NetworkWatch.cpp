// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/delivery/NetworkWatch.h"

#include <QNetworkInterface>

#include <utility>

namespace segue {

namespace {

constexpr std::int64_t kBetweenLooksMs = 2'000;

QByteArray addressesNow()
{
    QByteArray all;
    const QList<QNetworkInterface> interfaces = QNetworkInterface::allInterfaces();
    for (const QNetworkInterface &each : interfaces) {
        const QNetworkInterface::InterfaceFlags flags = each.flags();
        if (!flags.testFlag(QNetworkInterface::IsRunning) || flags.testFlag(QNetworkInterface::IsLoopBack)) {
            continue;
        }
        all += each.name().toUtf8();
        const QList<QNetworkAddressEntry> entries = each.addressEntries();
        for (const QNetworkAddressEntry &entry : entries) {
            all += ' ' + entry.ip().toString().toUtf8();
        }
        all += '\n';
    }
    return all;
}

} // namespace

NetworkWatch::NetworkWatch()
    : NetworkWatch(addressesNow)
{
}

NetworkWatch::NetworkWatch(Look look)
    : m_look(std::move(look))
{
}

bool NetworkWatch::changed(std::int64_t monotonic)
{
    if (m_looked && monotonic < m_lookAt) {
        return false;
    }
    m_lookAt = monotonic + kBetweenLooksMs;
    QByteArray seen = m_look();
    const bool first = !std::exchange(m_looked, true);
    // Without any network there is nothing to try.
    const bool other = seen != m_seen && !seen.isEmpty();
    m_seen = std::move(seen);
    return other && !first;
}

} // namespace segue
