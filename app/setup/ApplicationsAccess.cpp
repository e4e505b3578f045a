// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/setup/ApplicationsAccess.h"

#include "app/core/Futures.h"
#include "app/core/Logging.h"
#include "app/settings/Settings.h"

#include <QPromise>
#include <QThreadPool>

namespace segue {

namespace {

template <class T> QFuture<Result<T>> answered(Result<T> result)
{
    QPromise<Result<T>> promise;
    promise.start();
    promise.addResult(std::move(result));
    promise.finish();
    return promise.future();
}

//! Does it on a thread of the pool.
template <class T, class F> QFuture<Result<T>> aside(F work)
{
    const auto promise = std::make_shared<QPromise<Result<T>>>();
    promise->start();
    QFuture<Result<T>> future = promise->future();
    QThreadPool::globalInstance()->start([promise, work = std::move(work)] {
        promise->addResult(work());
        promise->finish();
    });
    return future;
}

} // namespace

ApplicationsAccess::ApplicationsAccess(const Clock &clock, Redactor &redactor, SecretAccess &secrets,
                                       const Settings &settings, const QString &dataFolder, QObject *parent,
                                       ProxyLogins *logins)
    : QObject(parent)
    , m_clock(clock)
    , m_redactor(redactor)
    , m_secrets(secrets)
    , m_settings(settings)
    , m_known(dataFolder)
    , m_api(clock, redactor, {}, nullptr, logins)
{
}

Result<QUrl> ApplicationsAccess::base() const
{
    const QString set = m_settings.pushwooshAddress();
    return ApplicationsApi::readBase(set.isEmpty() ? ApplicationsApi::defaultBase().toString() : set);
}

QFuture<Result<KnownList>> ApplicationsAccess::known() const
{
    return aside<KnownList>([known = m_known, base = base()]() -> Result<KnownList> {
        Result<KnownList> last = known.read();
        if (last && base && last.value().base != base.value()) {
            return Error{ErrorCode::Absent, QStringLiteral("the list of applications is of another address"), {}};
        }
        return last;
    });
}

QFuture<Result<KnownList>> ApplicationsAccess::list(const Secret &token)
{
    const Result<QUrl> where = base();
    if (!where) {
        return answered<KnownList>(where.error());
    }
    m_redactor.learn(token);
    const auto promise = std::make_shared<QPromise<Result<KnownList>>>();
    promise->start();
    QFuture<Result<KnownList>> future = promise->future();
    whenAnswered(m_api.list(where.value(), token), this,
                 [this, promise, base = where.value()](const Result<ApplicationList> &list) {
                     if (!list) {
                         promise->addResult(list.error());
                         promise->finish();
                         return;
                     }
                     const KnownList read{list.value(), base, m_clock.now()};
                     aside<Nothing>([known = m_known, read]() -> Status {
                         Status kept = known.keep(read);
                         if (!kept) {
                             qCWarning(lcApp).noquote() << kept.error().detail;
                         }
                         return kept;
                     });
                     promise->addResult(read);
                     promise->finish();
                 });
    return future;
}

} // namespace segue
