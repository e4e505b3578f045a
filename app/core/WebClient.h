// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/core/Clock.h"
#include "app/core/Redactor.h"
#include "app/core/WebAnswer.h"

#include <QHash>
#include <QObject>

#include <functional>
#include <memory>

class QNetworkAccessManager;

namespace segue {

class WebExchange;

//! The way out to HTTP servers, with the rules that hold for each of them. Lives on one thread, that of its first send.
//! TLS is always verified, redirects are never followed, cookies are neither kept nor sent, loopback never goes through
//! a proxy and others follow the system's, an answer has a limit in time and size.
class WebClient : public QObject
{
    Q_OBJECT
public:
    using Callback = std::function<void(WebAnswer &&)>;
    using Id = quint64;

    WebClient(const Clock &clock, const Redactor &redactor, QObject *parent = nullptr);
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
    QNetworkAccessManager &networkFor(const QUrl &url);

    const Clock &m_clock;
    const Redactor &m_redactor;
    Id m_lastId = 0;
    QHash<Id, WebExchange *> m_exchanges;             //!< under way
    std::unique_ptr<QNetworkAccessManager> m_direct;  //!< loopback: no proxy
    std::unique_ptr<QNetworkAccessManager> m_proxied; //!< others: the system's proxy
};

} // namespace segue
