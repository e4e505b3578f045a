// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/secrets/ProxyAccess.h"

#include "app/core/Futures.h"
#include "app/core/Logging.h"
#include "app/core/PoolWork.h"
#include "app/core/SystemProxies.h"
#include "app/secrets/KeptLogin.h"

#include <QPromise>

#include <algorithm>

namespace segue {

using State = ProxyStanding::State;

ProxyAccess::ProxyAccess(const Parts &parts, QObject *parent)
    : QObject(parent)
    , m_parts(parts)
    , m_timer(this)
{
    qRegisterMetaType<ProxyName>();
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, &ProxyAccess::lookAround);
    connect(&parts.logins, &ProxyLogins::asked, this, &ProxyAccess::asked);
}

QFuture<ProxyName> ProxyAccess::systemProxy() const
{
    return inThePool<ProxyName>(
        [address = m_parts.options.address] { return ProxyName::of(SystemProxies::forAddress(address)); });
}

QList<ProxyName> ProxyAccess::asking() const
{
    QList<ProxyName> names;
    for (auto each = m_proxies.cbegin(); each != m_proxies.cend(); ++each) {
        if (each->isLookedFor && each->standing.isAsking()) {
            names.append(each.key());
        }
    }
    return names;
}

QFuture<Result<ProxyAccess::Kept>> ProxyAccess::kept(const ProxyName &proxy)
{
    auto promise = std::make_shared<QPromise<Result<Kept>>>();
    promise->start();
    whenAnswered(m_parts.secrets.read(SecretName::proxy(proxy.text())), this, [promise](const Result<Secret> &kept) {
        const auto read = kept ? KeptLogin::read(kept.value()) : std::nullopt;
        if (read) {
            promise->addResult(Kept{read->login.user, read->isRefused});
        } else {
            promise->addResult(kept ? Error{ErrorCode::Absent, QStringLiteral("no login in the entry"), {}}
                                    : kept.error());
        }
        promise->finish();
    });
    return promise->future();
}

void ProxyAccess::asked(const ProxyName &proxy, quint64 generation, bool wasTried)
{
    Proxy &known = m_proxies[proxy];
    known.isLookedFor = true;
    if (known.standing.state == State::Looking) {
        return; // whoever waits is told when that has ended
    }
    if (const auto login = m_parts.logins.find(proxy)) {
        if (wasTried && generation == m_parts.logins.generation()) {
            refuse(proxy, *login);
        }
        m_parts.logins.settle();
    } else if (known.standing.state == State::Unknown || known.standing.state == State::Open) {
        read(proxy);
    } else {
        m_parts.logins.settle(); // it was looked for a short while ago, and will be again
    }
}

// What is under way for it is given up.
quint64 ProxyAccess::begin(const ProxyName &proxy)
{
    Proxy &known = m_proxies[proxy];
    delete known.trial;
    return ++known.job;
}

void ProxyAccess::read(const ProxyName &proxy)
{
    const quint64 job = begin(proxy);
    stand(proxy, State::Looking, {});
    const auto kept = m_parts.secrets.read(SecretName::proxy(proxy.text()));
    whenAnswered(kept, this, [this, proxy, job](const Result<Secret> &answer) {
        if (m_proxies[proxy].job == job) {
            taken(proxy, answer);
        }
    });
}

void ProxyAccess::taken(const ProxyName &proxy, const Result<Secret> &kept)
{
    const auto again = [this, &proxy](int ms) { m_proxies[proxy].readAgainAt = ms > 0 ? m_clock.monotonic() + ms : 0; };
    again(m_parts.options.readAgainMs);
    const auto read = kept ? KeptLogin::read(kept.value()) : std::nullopt;
    if (read && !read->isRefused) {
        learn(read->login);
        tryKept(proxy, read->login);
        return;
    }
    if (read) {
        stand(proxy, State::Refused, read->login.user);
    } else if (kept || kept.error().code == ErrorCode::Absent) {
        stand(proxy, State::Missing, {});
    } else {
        const ErrorCode code = kept.error().code;
        if (code == ErrorCode::Locked || code == ErrorCode::Denied) {
            again(code == ErrorCode::Locked ? m_parts.options.readLockedAgainMs : 0);
        }
        stand(proxy, State::Unread, {}, kept.error().userText);
    }
    m_parts.logins.settle();
}

void ProxyAccess::tryKept(const ProxyName &proxy, const ProxyLogin &login)
{
    trial(proxy, login, [this, proxy, login](ProxyTrial::Outcome outcome, const QString &reason) {
        switch (outcome) {
        case ProxyTrial::Outcome::Taken:
            use(proxy, login);
            break;
        case ProxyTrial::Outcome::Refused:
            refuse(proxy, login);
            break;
        case ProxyTrial::Outcome::NotReached:
            stand(proxy, State::NotReached, login.user, reason);
            break;
        }
        m_parts.logins.settle();
    });
}

void ProxyAccess::trial(const ProxyName &proxy, const ProxyLogin &login, ProxyTrial::Callback callback)
{
    const quint64 job = begin(proxy);
    stand(proxy, State::Looking, login.user);
    // The system is asked again for what kind of proxy it is; one that it names no longer is taken for the usual kind.
    const auto found =
        inThePool<QNetworkProxy>([address = m_parts.options.address] { return SystemProxies::forAddress(address); });
    whenAnswered(found, this, [this, proxy, login, job, callback = std::move(callback)](QNetworkProxy way) {
        if (m_proxies[proxy].job != job) {
            return;
        }
        if (ProxyName::of(way) != proxy) {
            way = QNetworkProxy(QNetworkProxy::HttpProxy, proxy.host, proxy.port);
        }
        auto *tried = new ProxyTrial(
            way, login, m_parts.options.address, m_parts.options.trialTimeoutMs,
            [this, proxy, job, callback](ProxyTrial::Outcome outcome, const QString &reason) {
                if (m_proxies[proxy].job == job) {
                    m_proxies[proxy].trial->deleteLater();
                    m_proxies[proxy].trial.clear();
                    callback(outcome, reason);
                }
            },
            this);
        m_proxies[proxy].trial = tried;
    });
}

void ProxyAccess::use(const ProxyName &proxy, const ProxyLogin &login)
{
    m_parts.logins.put(proxy, login);
    stand(proxy, State::Open, login.user);
    Q_EMIT opened();
}

// For every process, and for those that are still to come.
void ProxyAccess::refuse(const ProxyName &proxy, const ProxyLogin &login)
{
    qCWarning(lcApp).noquote() << "the proxy" << proxy.text() << "refused the login that is kept for it";
    m_parts.logins.drop(proxy);
    m_proxies[proxy].readAgainAt = m_clock.monotonic() + m_parts.options.readAgainMs;
    stand(proxy, State::Refused, login.user);
    const SecretName name = SecretName::proxy(proxy.text());
    const SecretPlace place = m_parts.secrets.isSessionOnly(name) ? SecretPlace::SessionOnly : SecretPlace::Keychain;
    whenAnswered(m_parts.secrets.read(name), this, [this, name, login, place](const Result<Secret> &kept) {
        const auto read = kept ? KeptLogin::read(kept.value()) : std::nullopt;
        // Another one may have been put there meanwhile.
        if (read && read->login.user == login.user && read->login.password.sameAs(login.password)) {
            m_parts.secrets.write(name, KeptLogin{login, true}.written(), place);
        }
    });
}

QFuture<Result<ProxyAccess::Outcome>> ProxyAccess::set(const ProxyName &proxy, const ProxyLogin &login,
                                                       SecretPlace place)
{
    learn(login);
    auto promise = std::make_shared<QPromise<Result<Outcome>>>();
    promise->start();
    const auto answer = [this, promise](const Result<Outcome> &result) {
        m_parts.logins.settle();
        promise->addResult(result);
        promise->finish();
    };
    const ProxyStanding before = standing(proxy);
    trial(proxy, login,
          [this, proxy, login, place, before, answer](ProxyTrial::Outcome outcome, const QString &reason) {
              if (outcome == ProxyTrial::Outcome::Refused) {
                  stand(proxy, before.state == State::Looking ? State::Unknown : before.state, before.user,
                        before.reason);
                  answer(Outcome::Refused);
                  return;
              }
              const Secret kept = KeptLogin{login, false}.written();
              const bool isTaken = outcome == ProxyTrial::Outcome::Taken;
              whenAnswered(m_parts.secrets.write(SecretName::proxy(proxy.text()), kept, place), this,
                           [this, proxy, login, before, reason, isTaken, answer](const Status &written) {
                               if (!written) {
                                   stand(proxy, before.state, before.user, before.reason);
                                   answer(written.error());
                               } else if (isTaken) {
                                   use(proxy, login);
                                   answer(Outcome::Taken);
                               } else {
                                   stand(proxy, State::NotReached, login.user, reason);
                                   answer(Outcome::Untried);
                               }
                           });
          });
    return promise->future();
}

QFuture<Status> ProxyAccess::forget(const ProxyName &proxy)
{
    begin(proxy);
    m_parts.logins.drop(proxy);
    stand(proxy, m_proxies[proxy].isLookedFor ? State::Missing : State::Unknown, {});
    m_parts.logins.settle();
    return m_parts.secrets.remove(SecretName::proxy(proxy.text()));
}

void ProxyAccess::lookAgain(const ProxyName &proxy)
{
    if (m_proxies[proxy].standing.state != State::Looking) {
        read(proxy);
    }
}

void ProxyAccess::keychainOpened()
{
    const QList<ProxyName> names = asking();
    for (const ProxyName &name : names) {
        if (standing(name).state == State::Unread) {
            lookAgain(name);
        }
    }
}

QString ProxyAccess::sentence(Outcome outcome, const ProxyName &proxy)
{
    switch (outcome) {
    case Outcome::Taken:
        return tr("The proxy %1 took the name and the password.").arg(proxy.text());
    case Outcome::Untried:
        return tr("The proxy %1 could not be reached, so the name and the password are kept untried.")
            .arg(proxy.text());
    case Outcome::Refused:
        break;
    }
    return tr("The proxy %1 refused the name and the password. They are not kept and are not tried again.")
        .arg(proxy.text());
}

QString ProxyAccess::sentence(const ProxyStanding &standing, const ProxyName &proxy)
{
    const QString name = proxy.text();
    switch (standing.state) {
    case State::Unknown:
        break;
    case State::Looking:
        return tr("The keychain and the proxy %1 are asked…").arg(name);
    case State::Open:
        return tr("The proxy %1 took the name “%2” and its password.").arg(name, standing.user);
    case State::Missing:
        return tr("The proxy %1 asks for a name and a password. What is to go out is kept until they are given.")
            .arg(name);
    case State::Refused:
        return tr("The proxy %1 refused the name “%2” with the password that is kept; it is not tried again. What is "
                  "to go "
                  "out is kept until another one is given.")
            .arg(name, standing.user);
    case State::Unread:
        return tr("The proxy %1 asks for a name and a password, and they could not be read: %2")
            .arg(name, standing.reason);
    case State::NotReached:
        return tr("The proxy %1 could not be reached, so the kept name and password are untried (%2).")
            .arg(name, standing.reason);
    }
    return {};
}

void ProxyAccess::stand(const ProxyName &proxy, State state, const QString &user, const QString &reason)
{
    ProxyStanding &known = m_proxies[proxy].standing;
    const ProxyStanding now{state, user, reason};
    if (known != now) {
        known = now;
        Q_EMIT changed(proxy);
    }
    schedule();
}

void ProxyAccess::schedule()
{
    qint64 next = 0;
    for (const Proxy &proxy : std::as_const(m_proxies)) {
        const bool mayCome = proxy.standing.isAsking() || proxy.standing.state == State::NotReached;
        if (proxy.isLookedFor && mayCome && proxy.readAgainAt > 0) {
            next = next == 0 ? proxy.readAgainAt : std::min(next, proxy.readAgainAt);
        }
    }
    if (next == 0) {
        m_timer.stop();
    } else {
        m_timer.start(static_cast<int>(std::max<qint64>(1, next - m_clock.monotonic())));
    }
}

// In silence: nothing is said as long as it is as it was.
void ProxyAccess::lookAround()
{
    const qint64 now = m_clock.monotonic();
    const QList<ProxyName> names = m_proxies.keys();
    for (const ProxyName &name : names) {
        Proxy &proxy = m_proxies[name];
        const bool mayCome = proxy.standing.isAsking() || proxy.standing.state == State::NotReached;
        if (!proxy.isLookedFor || !mayCome || proxy.readAgainAt == 0 || proxy.readAgainAt > now) {
            continue;
        }
        proxy.readAgainAt = now + m_parts.options.readAgainMs;
        const quint64 job = begin(name);
        whenAnswered(m_parts.secrets.read(SecretName::proxy(name.text())), this,
                     [this, name, job](const Result<Secret> &answer) {
                         if (m_proxies[name].job == job) {
                             taken(name, answer);
                         }
                     });
    }
    schedule();
}

void ProxyAccess::learn(const ProxyLogin &login)
{
    m_parts.redactor.learn(login.password);
    // As it goes over the wire (RFC 7617).
    QByteArray pair =
        login.user.toUtf8() + ':' + login.password.use([](QByteArrayView bytes) { return bytes.toByteArray(); });
    QByteArray encoded = pair.toBase64();
    m_parts.redactor.learn(Secret::fromBytes(encoded));
    wipe(pair);
    wipe(encoded);
}

} // namespace segue
