// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/core/WebClient.h"

#include "app/core/SystemProxies.h"
#include "app/core/WebExchange.h"

#include <QHostAddress>
#include <QNetworkAccessManager>

#include <algorithm>
#include <utility>

namespace segue {

WebClient::WebClient(const Clock &clock, const Redactor &redactor, QObject *parent, ProxyLogins *logins)
    : QObject(parent)
    , m_clock(clock)
    , m_redactor(redactor)
    , m_logins(logins)
{
    if (logins != nullptr) {
        connect(logins, &ProxyLogins::settled, this, &WebClient::resume, Qt::QueuedConnection);
    }
}

WebClient::~WebClient()
{
    // Those that have answered wait for their deletion as children; all of them go before the managers.
    const QList<QObject *> all = children();
    qDeleteAll(all);
}

WebClient::Id WebClient::send(const WebRequest &request, Callback callback)
{
    const Id id = ++m_lastId;
    // Later, so that whoever hears of it may do as they like with this object.
    auto done = [this, id, callback = std::move(callback)](WebAnswer &&answer) mutable {
        m_exchanges.remove(id);
        QMetaObject::invokeMethod(
            this,
            [callback = std::move(callback), answer = std::move(answer)]() mutable { callback(std::move(answer)); },
            Qt::QueuedConnection);
    };
    auto *exchange = new WebExchange(m_clock, m_redactor, std::move(done), this);
    m_exchanges.insert(id, exchange);
    if (request.url.scheme() == QLatin1String("https") ||
        (request.url.scheme() == QLatin1String("http") && isLoopback(request.url.host()))) {
        const auto network = networkFor(request.url);
        const bool mayAsk = m_logins != nullptr && network == m_proxied;
        exchange->start(network, request,
                        mayAsk ? [this, use = m_use] { askForLogin(*use); } : std::function<void()>());
    } else {
        exchange->refuse(request);
    }
    return id;
}

void WebClient::abort(Id id)
{
    if (WebExchange *exchange = m_exchanges.value(id)) {
        exchange->abort();
    }
}

void WebClient::abortAll()
{
    // In the order in which they were begun.
    QList<Id> underWay = m_exchanges.keys();
    std::sort(underWay.begin(), underWay.end());
    for (const Id id : std::as_const(underWay)) {
        abort(id);
    }
}

bool WebClient::isLoopback(const QString &host)
{
    return host == QLatin1String("localhost") || QHostAddress(host).isLoopback();
}

// Made on first use: a manager starts a thread and loads the TLS library.
std::shared_ptr<QNetworkAccessManager> WebClient::networkFor(const QUrl &url)
{
    if (!isLoopback(url.host())) {
        return proxiedNetwork();
    }
    if (!m_direct) {
        m_direct = std::make_shared<QNetworkAccessManager>();
        m_direct->setProxy(QNetworkProxy(QNetworkProxy::NoProxy));
    }
    return m_direct;
}

// A manager remembers logins, also those that were refused, and tries them again: with other logins it is another one.
// The old one lives on with the exchanges that use it.
std::shared_ptr<QNetworkAccessManager> WebClient::proxiedNetwork()
{
    if (m_proxied && (m_logins == nullptr || m_logins->generation() == m_use->logins.generation)) {
        return m_proxied;
    }
    m_use = std::make_shared<ProxyUse>();
    if (m_logins != nullptr) {
        m_use->logins = m_logins->snapshot();
    }
    m_proxied = std::make_shared<QNetworkAccessManager>();
    m_proxied->setProxyFactory(new SystemProxies(m_use));
    return m_proxied;
}

void WebClient::askForLogin(const ProxyUse &use)
{
    m_asking = use.last;
    if (m_asking.isNull()) {
        resume();
    } else {
        m_logins->ask(m_asking, use.logins.generation, use.logins.all.contains(m_asking));
    }
}

void WebClient::resume()
{
    const bool isThere = m_logins->find(m_asking).has_value();
    QList<Id> underWay = m_exchanges.keys();
    std::sort(underWay.begin(), underWay.end());
    for (const Id id : std::as_const(underWay)) {
        WebExchange *exchange = m_exchanges.value(id);
        if (exchange != nullptr && exchange->isWaitingForLogin()) {
            exchange->resume(isThere ? proxiedNetwork() : nullptr);
        }
    }
}

} // namespace segue
