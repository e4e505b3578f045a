// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/secrets/SecretAccess.h"

#include "app/secrets/SessionSecretStore.h"

namespace segue {

SecretAccess::SecretAccess(SecretStore &keychain, SessionSecretStore &session, Redactor &redactor, QObject *parent)
    : QObject(parent)
    , m_keychain(keychain)
    , m_session(session)
    , m_redactor(redactor)
{
}

QFuture<Result<Secret>> SecretAccess::read(const SecretName &name)
{
    return readFrom(isSessionOnly(name) ? static_cast<SecretStore &>(m_session) : m_keychain, name);
}

QFuture<Result<Secret>> SecretAccess::readKept(const SecretName &name)
{
    return readFrom(m_keychain, name);
}

QFuture<Result<Secret>> SecretAccess::readFrom(SecretStore &store, const SecretName &name)
{
    return store.read(name).then(this, [this](const Result<Secret> &secret) {
        if (secret.ok()) {
            m_redactor.learn(secret.value());
        }
        return secret;
    });
}

QFuture<Status> SecretAccess::write(const SecretName &name, const Secret &secret, SecretPlace place)
{
    m_redactor.learn(secret);
    if (place == SecretPlace::SessionOnly) {
        return m_session.write(name, secret).then(this, [this, name](const Status &status) {
            if (status.ok()) {
                Q_EMIT changed(name.account);
            }
            return status;
        });
    }
    return m_keychain.write(name, secret).then(this, [this, name](const Status &status) {
        if (status.ok()) {
            // It takes effect at once; its answer has nothing to add.
            m_session.remove(name);
            Q_EMIT changed(name.account);
        }
        return status;
    });
}

QFuture<Status> SecretAccess::remove(const SecretName &name)
{
    // The session's goes at once, whatever the keychain will say: a person who removes a secret wants it unused.
    const bool wasInSession = isSessionOnly(name);
    m_session.remove(name);
    return m_keychain.remove(name).then(this, [this, name, wasInSession](const Status &status) {
        if (status.ok() || wasInSession) {
            Q_EMIT changed(name.account);
        }
        return status;
    });
}

bool SecretAccess::isSessionOnly(const SecretName &name) const
{
    return m_session.has(name);
}

} // namespace segue
