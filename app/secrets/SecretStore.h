// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/core/ConnectionId.h"
#include "app/core/Error.h"
#include "app/core/Secret.h"

#include <QFuture>
#include <QList>
#include <QObject>

namespace segue {

//! Under which name a secret is kept: service `Segue`, this account.
struct SecretName
{
    QString account;

    static SecretName writeKey(const ConnectionId &connection)
    {
        return {connection.text() + QStringLiteral("/write-key")};
    }
    //! The key that stood there before, until the new one is proven.
    static SecretName previousWriteKey(const ConnectionId &connection)
    {
        return {connection.text() + QStringLiteral("/write-key-previous")};
    }
    //! The token in the address of Pushwoosh's webhook, and in that of Segment's echo.
    static SecretName webhookToken(const ConnectionId &connection)
    {
        return {connection.text() + QStringLiteral("/webhook-token")};
    }
    static SecretName echoToken(const ConnectionId &connection)
    {
        return {connection.text() + QStringLiteral("/echo-token")};
    }
    //! What Segment signs its echoes with.
    static SecretName echoSecret(const ConnectionId &connection)
    {
        return {connection.text() + QStringLiteral("/echo-secret")};
    }
    //! All that is kept under a connection's id.
    static QList<SecretName> allOf(const ConnectionId &connection)
    {
        return {writeKey(connection), previousWriteKey(connection), webhookToken(connection), echoToken(connection),
                echoSecret(connection)};
    }
    //! The token of Segment's Public API for the workspaces of a region: `us`, `eu`.
    static SecretName publicApiToken(const QString &region)
    {
        return {QStringLiteral("segment/") + region + QStringLiteral("/public-api-token")};
    }
    //! The Server token of Pushwoosh's API.
    static SecretName pushwooshToken() { return {QStringLiteral("pushwoosh/api-token")}; }
    //! Name and password for a proxy, by where it listens: `proxy/<host>:<port>`.
    static SecretName proxy(const QString &hostAndPort) { return {QStringLiteral("proxy/") + hostAndPort}; }
    bool operator==(const SecretName &) const = default;
};

//! A place for secrets. Lives on the thread that made it (the main one); every call answers later, on that thread,
//! through its future. Typed errors: Absent, Denied, Locked, NoService, TimedOut, Payload.
class SecretStore : public QObject
{
    Q_OBJECT
public:
    using QObject::QObject;

    //! The secret; Absent only when the store is sure.
    virtual QFuture<Result<Secret>> read(const SecretName &name) = 0;
    //! Stores or replaces.
    virtual QFuture<Status> write(const SecretName &name, const Secret &secret) = 0;
    //! Done also when there was nothing to remove; never done while the secret may still be there.
    virtual QFuture<Status> remove(const SecretName &name) = 0;
};

} // namespace segue
