// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/core/ProxyLogins.h"

#include <QNetworkProxy>

namespace segue {

ProxyName ProxyName::of(const QNetworkProxy &proxy)
{
    const bool isProxy = proxy.type() == QNetworkProxy::HttpProxy || proxy.type() == QNetworkProxy::HttpCachingProxy ||
                         proxy.type() == QNetworkProxy::Socks5Proxy;
    return isProxy ? ProxyName{proxy.hostName().toLower(), proxy.port()} : ProxyName{};
}

QString ProxyName::text() const
{
    const QString name = host.contains(u':') ? u'[' + host + u']' : host;
    return name + u':' + QString::number(port);
}

size_t qHash(const ProxyName &proxy, size_t seed)
{
    return qHashMulti(seed, proxy.host, proxy.port);
}

std::optional<ProxyLogin> ProxyLogins::find(const ProxyName &proxy) const
{
    const std::lock_guard lock(m_mutex);
    const auto found = m_logins.constFind(proxy);
    return found == m_logins.constEnd() ? std::nullopt : std::optional(*found);
}

ProxyLogins::Snapshot ProxyLogins::snapshot() const
{
    const std::lock_guard lock(m_mutex);
    return {m_generation, m_logins};
}

quint64 ProxyLogins::generation() const
{
    const std::lock_guard lock(m_mutex);
    return m_generation;
}

void ProxyLogins::put(const ProxyName &proxy, const ProxyLogin &login)
{
    const std::lock_guard lock(m_mutex);
    m_logins.insert(proxy, login);
    ++m_generation;
}

void ProxyLogins::drop(const ProxyName &proxy)
{
    const std::lock_guard lock(m_mutex);
    if (m_logins.remove(proxy)) {
        ++m_generation;
    }
}

} // namespace segue
