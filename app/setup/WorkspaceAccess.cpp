// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/setup/WorkspaceAccess.h"

#include "app/core/Futures.h"
#include "app/settings/Settings.h"

#include <QPromise>

namespace segue {

WorkspaceAccess::WorkspaceAccess(const Clock &clock, Redactor &redactor, SecretAccess &secrets,
                                 const Settings &settings, QObject *parent)
    : QObject(parent)
    , m_clock(clock)
    , m_redactor(redactor)
    , m_secrets(secrets)
    , m_settings(settings)
{
}

SecretName WorkspaceAccess::nameOf(Region region)
{
    return SecretName::publicApiToken(region == Region::Eu ? QStringLiteral("eu") : QStringLiteral("us"));
}

QFuture<Result<std::shared_ptr<PublicApi>>> WorkspaceAccess::open(Region region)
{
    using Api = Result<std::shared_ptr<PublicApi>>;
    auto promise = std::make_shared<QPromise<Api>>();
    promise->start();
    whenAnswered(m_secrets.read(nameOf(region)), this, [this, region, promise](const Result<Secret> &token) {
        promise->addResult(token ? Api(openWith(region, token.value())) : Api(token.error()));
        promise->finish();
    });
    return promise->future();
}

std::shared_ptr<PublicApi> WorkspaceAccess::openWith(Region region, const Secret &token)
{
    const QUrl standIn = m_settings.publicApiStandIn();
    return std::make_shared<PublicApi>(m_clock, m_redactor, standIn.isEmpty() ? PublicApi::baseOf(region) : standIn,
                                       token);
}

QFuture<Status> WorkspaceAccess::keep(Region region, const Secret &token, SecretPlace place)
{
    return m_secrets.write(nameOf(region), token, place);
}

QFuture<Status> WorkspaceAccess::forget(Region region)
{
    return m_secrets.remove(nameOf(region));
}

} // namespace segue
