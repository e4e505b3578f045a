// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/secrets/SessionSecretStore.h"

#include <QPromise>

#include <memory>

namespace segue {

namespace {

//! The answer through a future that finishes in a later turn of the event loop, as every store promises.
template <class T> QFuture<T> answerLater(QObject *context, const T &answer)
{
    auto promise = std::make_shared<QPromise<T>>();
    promise->start();
    QMetaObject::invokeMethod(
        context,
        [promise, answer] {
            promise->addResult(answer);
            promise->finish();
        },
        Qt::QueuedConnection);
    return promise->future();
}

} // namespace

QFuture<Result<Secret>> SessionSecretStore::read(const SecretName &name)
{
    const auto found = m_secrets.constFind(name.account);
    if (found != m_secrets.constEnd()) {
        return answerLater<Result<Secret>>(this, *found);
    }
    return answerLater<Result<Secret>>(
        this, Error{ErrorCode::Absent, {}, tr("No such secret was entered for this session. Enter the secret.")});
}

QFuture<Status> SessionSecretStore::write(const SecretName &name, const Secret &secret)
{
    if (secret.isEmpty()) {
        return answerLater<Status>(
            this, Error{ErrorCode::Payload, QStringLiteral("empty secret"),
                        tr("This secret is empty, so it was not kept; one that was entered before still "
                           "holds. Copy it from its source again.")});
    }
    m_secrets.insert(name.account, secret);
    return answerLater<Status>(this, done);
}

QFuture<Status> SessionSecretStore::remove(const SecretName &name)
{
    m_secrets.remove(name.account);
    return answerLater<Status>(this, done);
}

} // namespace segue
