// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/secrets/SecretAccess.h"
#include "app/segment/PublicApi.h"

#include <memory>

namespace segue {

class Settings;

//! The ways into Segment's workspaces: one Public API token for each region, in the keychain or for this session only.
//! What a client learns of the spelling of queries is remembered for the next.
//! Lives on the main thread.
class WorkspaceAccess : public QObject
{
    Q_OBJECT
public:
    using Region = Endpoint::Region;

    WorkspaceAccess(const Clock &clock, Redactor &redactor, SecretAccess &secrets, Settings &settings,
                    QObject *parent = nullptr, ProxyLogins *logins = nullptr);

    //! Whether the region has a Public API at all: another endpoint has none.
    static bool exists(Region region) { return region != Region::Other; }
    static SecretName nameOf(Region region);

    //! The API with the token that is kept. Absent when none is, else as the keychain says.
    QFuture<Result<std::shared_ptr<PublicApi>>> open(Region region);
    //! The API with a token that is not kept, or not yet.
    std::shared_ptr<PublicApi> openWith(Region region, const Secret &token);
    QFuture<Status> keep(Region region, const Secret &token, SecretPlace place);
    QFuture<Status> forget(Region region);

private:
    const Clock &m_clock;
    Redactor &m_redactor;
    SecretAccess &m_secrets;
    Settings &m_settings;
    ProxyLogins *m_logins;
};

} // namespace segue
