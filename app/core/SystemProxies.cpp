// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/core/SystemProxies.h"

namespace segue {

QList<QNetworkProxy> SystemProxies::queryProxy(const QNetworkProxyQuery &query)
{
    QList<QNetworkProxy> proxies = systemProxyForQuery(query);
    m_use->last = {};
    for (QNetworkProxy &proxy : proxies) {
        const ProxyName name = ProxyName::of(proxy);
        m_use->last = m_use->last.isNull() ? name : m_use->last;
        const auto login = m_use->logins.all.constFind(name);
        if (login != m_use->logins.all.constEnd()) {
            signIn(proxy, *login);
        }
    }
    return proxies;
}

QNetworkProxy SystemProxies::forAddress(const QUrl &url)
{
    const QList<QNetworkProxy> proxies = systemProxyForQuery(QNetworkProxyQuery(url));
    for (const QNetworkProxy &proxy : proxies) {
        if (proxy.type() == QNetworkProxy::NoProxy ||
            (proxy.capabilities() & QNetworkProxy::TunnelingCapability) != 0) {
            return proxy;
        }
    }
    return QNetworkProxy(QNetworkProxy::NoProxy);
}

void signIn(QNetworkProxy &proxy, const ProxyLogin &login)
{
    proxy.setUser(login.user);
    proxy.setPassword(login.password.use([](QByteArrayView bytes) { return QString::fromUtf8(bytes); }));
}

} // namespace segue
