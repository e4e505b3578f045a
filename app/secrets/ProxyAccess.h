// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/core/Clock.h"
#include "app/core/ProxyLogins.h"
#include "app/core/ProxyTrial.h"
#include "app/secrets/SecretAccess.h"

#include <QFuture>
#include <QHash>
#include <QList>
#include <QPointer>
#include <QTimer>
#include <QUrl>

#include <memory>

namespace segue {

//! How things stand with one proxy.
struct ProxyStanding
{
    enum class State {
        Unknown,    //!< not asked for anything yet
        Looking,    //!< the keychain is read, or a login is tried
        Open,       //!< the proxy took the login
        Missing,    //!< it asks for a name and a password, and none is kept
        Refused,    //!< it refused those that are kept; they are not tried again
        Unread,     //!< the keychain did not give them
        NotReached, //!< the proxy could not be asked whether it takes them
    };
    State state = State::Unknown;
    QString user;   //!< of the login that is kept or in use
    QString reason; //!< for people, translated: of Unread and NotReached

    bool isAsking() const { return state == State::Missing || state == State::Refused || state == State::Unread; }
    bool operator==(const ProxyStanding &) const = default;
};

//! Finds the logins of the proxies that ask for one: in the keychain, where they are kept as JSON under the name of the
//! proxy, or from a person. Each login is tried once, alone, before all of the program uses it, and one that was
//! refused is never tried again, by no process: its entry says so. While a proxy goes without, the keychain is looked
//! at now and then, since another process may have put one there. Lives on the main thread.
class ProxyAccess : public QObject
{
    Q_OBJECT
public:
    struct Options
    {
        QUrl address; //!< which a login is tried with; only a way is opened to it, nothing is sent
        int trialTimeoutMs = 10'000;
        int readAgainMs = 30'000;
        int readLockedAgainMs = 60'000; //!< each time may bring a question up
    };
    struct Parts
    {
        ProxyLogins &logins;
        SecretAccess &secrets;
        Redactor &redactor;
        Options options;
    };

    explicit ProxyAccess(const Parts &parts, QObject *parent = nullptr);

    //! The proxy to which the system sends what goes to Segment; null: none. Asked aside.
    QFuture<ProxyName> systemProxy() const;
    ProxyStanding standing(const ProxyName &proxy) const { return m_proxies.value(proxy).standing; }
    //! Those that have asked and go without.
    QList<ProxyName> asking() const;

    //! Whose password the keychain holds.
    struct Kept
    {
        QString user;
        bool isRefused = false;
    };
    //! Absent when none is kept. Nothing is tried.
    QFuture<Result<Kept>> kept(const ProxyName &proxy);

    enum class Outcome {
        Taken,   //!< kept, and used from now on
        Untried, //!< kept, but the proxy could not be reached
        Refused, //!< not kept; what was kept before still is
    };
    //! Tries the login, and when the proxy does not refuse it, keeps it.
    QFuture<Result<Outcome>> set(const ProxyName &proxy, const ProxyLogin &login, SecretPlace place);
    QFuture<Status> forget(const ProxyName &proxy);
    //! Looks into the keychain again, now.
    void lookAgain(const ProxyName &proxy);
    //! The keychain answers now: what it did not give is read again.
    void keychainOpened();

    //! What has become of a login that was given, for people.
    static QString sentence(Outcome outcome, const ProxyName &proxy);
    //! How things stand, for people; empty: nobody has asked.
    static QString sentence(const ProxyStanding &standing, const ProxyName &proxy);

Q_SIGNALS:
    void changed(const segue::ProxyName &proxy);
    //! The way through a proxy is open that was not: what it held up can go on.
    void opened();

private:
    struct Proxy
    {
        ProxyStanding standing;
        quint64 job = 0; //!< the last thing begun; answers to an older one are late
        QPointer<ProxyTrial> trial;
        bool isLookedFor = false; //!< somebody has asked for it
        qint64 readAgainAt = 0;   //!< of a clock that only grows; 0: not by itself
    };

    quint64 begin(const ProxyName &proxy);
    void asked(const ProxyName &proxy, quint64 generation, bool wasTried);
    void read(const ProxyName &proxy);
    void taken(const ProxyName &proxy, const Result<Secret> &kept);
    void tryKept(const ProxyName &proxy, const ProxyLogin &login);
    void trial(const ProxyName &proxy, const ProxyLogin &login, ProxyTrial::Callback callback);
    void refuse(const ProxyName &proxy, const ProxyLogin &login);
    void stand(const ProxyName &proxy, ProxyStanding::State state, const QString &user, const QString &reason = {});
    void schedule();
    void lookAround();
    void use(const ProxyName &proxy, const ProxyLogin &login);
    void learn(const ProxyLogin &login);

    const Parts m_parts;
    QHash<ProxyName, Proxy> m_proxies;
    QTimer m_timer;
    SystemClock m_clock; // for waiting alone
};

} // namespace segue
