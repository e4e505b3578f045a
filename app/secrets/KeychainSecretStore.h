// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/secrets/SecretStore.h"

#include <memory>

namespace segue {

//! How the operating system's keychain stands, as far as it has been asked.
enum class KeychainState { NotAsked, Ready, Locked, NoService, NotAnswering };

//! The one door to the operating system's keychain, through QtKeychain; its insecure fallback is never used. A locked
//! keyring answers "not found" to a read and "done" to a delete: the lock is asked for before either is believed.
class KeychainSecretStore : public SecretStore
{
    Q_OBJECT
public:
    struct Options
    {
        int answerTimeoutMs = 8000; //!< for one job; a late answer is dropped
    };

    explicit KeychainSecretStore(Options options, QObject *parent = nullptr);
    explicit KeychainSecretStore(QObject *parent = nullptr);
    ~KeychainSecretStore() override;

    QFuture<Result<Secret>> read(const SecretName &name) override;
    QFuture<Status> write(const SecretName &name, const Secret &secret) override;
    QFuture<Status> remove(const SecretName &name) override;

    KeychainState state() const;
    //! Asks, without touching a secret, whether a service is there and unlocked; stateChanged() tells.
    void probe();
    //! The name of the service that people know, such as "Secret Service".
    static QString serviceName();
    //! One sentence on a state, translated.
    static QString describe(KeychainState state);

Q_SIGNALS:
    void stateChanged(segue::KeychainState state);

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace segue
