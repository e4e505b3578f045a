// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/core/Clock.h"
#include "app/core/ProxyLogins.h"
#include "app/core/Redactor.h"
#include "app/core/WebAnswer.h"

#include <QHash>
#include <QObject>

#include <functional>
#include <memory>

class QNetworkAccessManager;

namespace segue {

class WebExchange;
struct ProxyUse;

//! The way out to HTTP servers, with the rules that hold for each of them. Lives on one thread, that of its first send.
//! TLS is always verified, redirects are never followed, cookies are neither kept nor sent, loopback never goes through
//! a proxy and others follow the system's, an answer has a limit in time and size. When the proxy asks for a name and a
//! password, the request waits within its time until they have been looked for, and is begun once more if they are
//! there.
class WebClient : public QObject
{
    Q_OBJECT
public:
    using Callback = std::function<void(WebAnswer &&)>;
    using Id = quint64;

    //! `logins` is borrowed; null: there are none.
    WebClient(const Clock &clock, const Redactor &redactor, QObject *parent = nullptr, ProxyLogins *logins = nullptr);
    ~WebClient() override;

    //! Sends. The callback comes once, on this object's thread, later, unless the object goes first. A call with a
    //! body, or of another method than GET, is at most one request on the wire: left alone, Qt 6.4 sends a POST a
    //! second time in silence when its connection, new or kept, is reset or closed before an answer (counted: two
    //! requests for one post). Here that is prevented; such a drop is Unreachable with mayHaveArrived. A GET may be
    //! repeated by Qt.
    //! @return for abort(); never 0, never the same again
    Id send(const WebRequest &request, Callback callback);
    //! Ends this one if it is under way; its callback gets Aborted.
    void abort(Id id);
    //! Ends all that are under way.
    void abortAll();

    //! 127.0.0.0/8, ::1 or localhost.
    static bool isLoopback(const QString &host);

private:
    std::shared_ptr<QNetworkAccessManager> networkFor(const QUrl &url);
    std::shared_ptr<QNetworkAccessManager> proxiedNetwork();
    void askForLogin(const ProxyUse &use);
    void resume();

    const Clock &m_clock;
    const Redactor &m_redactor;
    ProxyLogins *m_logins;
    Id m_lastId = 0;
    QHash<Id, WebExchange *> m_exchanges;             //!< under way
    std::shared_ptr<QNetworkAccessManager> m_direct;  //!< loopback: no proxy
    std::shared_ptr<QNetworkAccessManager> m_proxied; //!< others: the system's proxy
    std::shared_ptr<ProxyUse> m_use;                  //!< of m_proxied
    ProxyName m_asking;                               //!< the last proxy that asked
};

} // namespace segue
