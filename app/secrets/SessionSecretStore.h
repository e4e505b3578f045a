// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/secrets/SecretStore.h"

#include <QHash>

namespace segue {

//! Secrets for this session only: in memory, gone with the process.
class SessionSecretStore : public SecretStore
{
    Q_OBJECT
public:
    using SecretStore::SecretStore;

    QFuture<Result<Secret>> read(const SecretName &name) override;
    QFuture<Status> write(const SecretName &name, const Secret &secret) override;
    QFuture<Status> remove(const SecretName &name) override;

    bool has(const SecretName &name) const { return m_secrets.contains(name.account); }

private:
    QHash<QString, Secret> m_secrets;
};

} // namespace segue
