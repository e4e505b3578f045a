// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/core/Redactor.h"
#include "app/secrets/SecretStore.h"

namespace segue {

class KeychainSecretStore;
class SessionSecretStore;

enum class SecretPlace { Keychain, SessionOnly };

//! What the rest of the program asks for secrets: one for this session wins over the keychain's. Every secret that
//! passes is made known to the redactor first. Lives on the main thread.
class SecretAccess : public QObject
{
    Q_OBJECT
public:
    SecretAccess(SecretStore &keychain, SessionSecretStore &session, Redactor &redactor, QObject *parent = nullptr);

    QFuture<Result<Secret>> read(const SecretName &name);
    //! What the keychain holds, also where one for this session stands before it.
    QFuture<Result<Secret>> readKept(const SecretName &name);
    //! Writing to the keychain takes a session secret of the same name away once it is stored.
    QFuture<Status> write(const SecretName &name, const Secret &secret, SecretPlace place);
    //! From both.
    QFuture<Status> remove(const SecretName &name);
    bool isSessionOnly(const SecretName &name) const;

Q_SIGNALS:
    //! A secret was written or removed by this process.
    void changed(const QString &account);

private:
    QFuture<Result<Secret>> readFrom(SecretStore &store, const SecretName &name);

    SecretStore &m_keychain;
    SessionSecretStore &m_session;
    Redactor &m_redactor;
};

} // namespace segue
