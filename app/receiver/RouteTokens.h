// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/connections/ConnectionStore.h"
#include "app/core/Clock.h"
#include "app/receiver/RouteToken.h"
#include "app/secrets/SecretAccess.h"

#include <QFuture>
#include <QSet>

#include <functional>
#include <optional>

namespace segue {

//! The secrets of the addresses at which other services call for a connection: its tokens, one for each route, and the
//! shared secret of its echoes. The connections file knows a token by its digest alone, so that it is good also while
//! the keychain is locked; its text is kept in the keychain, to be shown and copied. Lives on the main thread.
class RouteTokens : public QObject
{
    Q_OBJECT
public:
    //! How long a token is good for after another one took its place.
    static constexpr std::int64_t kPreviousMs = std::int64_t{24} * 60 * 60 * 1'000;

    RouteTokens(ConnectionStore &connections, SecretAccess &secrets, const Clock &clock, QObject *parent = nullptr);

    //! The token, made when there is none yet; where there is no keychain its text is known for this session only.
    //! Fails (Absent) when there is one whose text is not on this machine: only renew() helps then.
    QFuture<Result<Secret>> token(const ConnectionId &id, TokenRoute route);
    //! A new one in its place; the old one is good for kPreviousMs more.
    QFuture<Result<Secret>> renew(const ConnectionId &id, TokenRoute route);
    //! Neither the present nor the old one is good any more.
    QFuture<Status> remove(const ConnectionId &id, TokenRoute route);

    //! What Segment signs the echoes with: from now on an echo that is not signed with it is refused.
    QFuture<Status> setEchoSecret(const ConnectionId &id, const Secret &secret);
    QFuture<Status> clearEchoSecret(const ConnectionId &id);

private:
    std::optional<Error> take(const ConnectionId &id);
    QFuture<Result<Secret>> replace(const ConnectionId &id, TokenRoute route);
    //! Notes a token whose text has been stored; what became of it.
    Result<Secret> noted(const ConnectionId &id, TokenRoute route, const Secret &fresh, const Result<Secret> &old);
    Status note(const ConnectionId &id, TokenRoute route, const Secret &token);
    Status change(const ConnectionId &id, const std::function<void(Connection &)> &change);

    ConnectionStore &m_connections;
    SecretAccess &m_secrets;
    const Clock &m_clock;
    QSet<ConnectionId> m_busy; //!< one change of a connection's secrets at a time
};

} // namespace segue
