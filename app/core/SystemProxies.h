// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/core/ProxyLogins.h"

#include <QNetworkProxy>

#include <memory>

namespace segue {

//! The logins of a time, and by which proxy a request went last.
struct ProxyUse
{
    ProxyLogins::Snapshot logins;
    ProxyName last; //!< null: by none
};

//! The system's proxies, each with the login that is there for it.
class SystemProxies : public QNetworkProxyFactory
{
public:
    explicit SystemProxies(std::shared_ptr<ProxyUse> use)
        : m_use(std::move(use))
    {
    }

    QList<QNetworkProxy> queryProxy(const QNetworkProxyQuery &query) override;

    //! The proxy through which the system leads to an https address; of no type where it leads there directly. May ask
    //! the network, so not for a thread that must not wait.
    static QNetworkProxy forAddress(const QUrl &url);

private:
    std::shared_ptr<ProxyUse> m_use;
};

//! Gives the login to the proxy.
void signIn(QNetworkProxy &proxy, const ProxyLogin &login);

} // namespace segue
