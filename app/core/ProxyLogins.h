// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/core/Secret.h"

#include <QHash>
#include <QObject>
#include <QString>

#include <mutex>
#include <optional>

class QNetworkProxy;

namespace segue {

//! A proxy, by where it listens.
struct ProxyName
{
    QString host;
    quint16 port = 0;

    //! Null for what is no proxy at all.
    static ProxyName of(const QNetworkProxy &proxy);
    bool isNull() const { return host.isEmpty(); }
    //! `host:port`; an IPv6 address in brackets.
    QString text() const;

    bool operator==(const ProxyName &) const = default;
};
size_t qHash(const ProxyName &proxy, size_t seed = 0);

//! How one signs in to a proxy.
struct ProxyLogin
{
    QString user;
    Secret password;
};

//! The logins with which proxies are used now, for every WebClient of the program, and the way by which these say that
//! a proxy asks for one. It finds none by itself: whoever hears asked() does. Its functions are safe on every thread.
class ProxyLogins : public QObject
{
    Q_OBJECT
public:
    using QObject::QObject;

    struct Snapshot
    {
        quint64 generation = 0;
        QHash<ProxyName, ProxyLogin> all;
    };

    std::optional<ProxyLogin> find(const ProxyName &proxy) const;
    Snapshot snapshot() const;
    //! Grows with every change: what was made with an older one may hold a login that is no longer to be used.
    quint64 generation() const;
    void put(const ProxyName &proxy, const ProxyLogin &login);
    void drop(const ProxyName &proxy);

    //! A proxy has asked. settled() follows when somebody hears it.
    void ask(const ProxyName &proxy, quint64 generation, bool wasTried) { Q_EMIT asked(proxy, generation, wasTried); }
    //! All that can be done about what was asked has been done, for now.
    void settle() { Q_EMIT settled(); }

Q_SIGNALS:
    //! @param generation with which the request was made
    //! @param wasTried a name and a password were sent, and refused
    void asked(const segue::ProxyName &proxy, quint64 generation, bool wasTried);
    void settled();

private:
    mutable std::mutex m_mutex;
    QHash<ProxyName, ProxyLogin> m_logins;
    quint64 m_generation = 1;
};

} // namespace segue

Q_DECLARE_METATYPE(segue::ProxyName)
