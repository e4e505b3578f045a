// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/core/WebClient.h"

#include "app/core/WebExchange.h"

#include <QHostAddress>
#include <QNetworkAccessManager>
#include <QNetworkProxy>

#include <algorithm>
#include <utility>

namespace segue {

namespace {

class SystemProxies : public QNetworkProxyFactory
{
public:
    QList<QNetworkProxy> queryProxy(const QNetworkProxyQuery &query) override { return systemProxyForQuery(query); }
};

} // namespace

WebClient::WebClient(const Clock &clock, const Redactor &redactor, QObject *parent)
    : QObject(parent)
    , m_clock(clock)
    , m_redactor(redactor)
{
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
        exchange->start(networkFor(request.url), request);
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
QNetworkAccessManager &WebClient::networkFor(const QUrl &url)
{
    if (isLoopback(url.host())) {
        if (!m_direct) {
            m_direct = std::make_unique<QNetworkAccessManager>();
            m_direct->setProxy(QNetworkProxy(QNetworkProxy::NoProxy));
        }
        return *m_direct;
    }
    if (!m_proxied) {
        m_proxied = std::make_unique<QNetworkAccessManager>();
        m_proxied->setProxyFactory(new SystemProxies);
    }
    return *m_proxied;
}

} // namespace segue
