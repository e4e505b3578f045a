// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/setup/WorkspaceAccess.h"

#include "app/core/Futures.h"
#include "app/settings/Settings.h"

#include <QPromise>

using namespace Qt::StringLiterals;

namespace segue {

namespace {

const QString kSpellings = u"query-spelling-"_s;
const QString kDots = u"dots"_s;

//! `operation=dots;operation=brackets`.
PublicApi::Spellings readSpellings(const QString &text)
{
    PublicApi::Spellings spellings;
    const QStringList parts = text.split(u';', Qt::SkipEmptyParts);
    for (const QString &part : parts) {
        const QString spelling = part.section(u'=', 1);
        spellings.insert(part.section(u'=', 0, 0), spelling == kDots ? QuerySpelling::Dots : QuerySpelling::Brackets);
    }
    return spellings;
}

QString written(const PublicApi::Spellings &spellings)
{
    QStringList parts;
    for (auto each = spellings.begin(); each != spellings.end(); ++each) {
        parts.append(each.key() + u'=' + (each.value() == QuerySpelling::Dots ? kDots : u"brackets"_s));
    }
    parts.sort();
    return parts.join(u';');
}

} // namespace

WorkspaceAccess::WorkspaceAccess(const Clock &clock, Redactor &redactor, SecretAccess &secrets, Settings &settings,
                                 QObject *parent, ProxyLogins *logins)
    : QObject(parent)
    , m_clock(clock)
    , m_redactor(redactor)
    , m_secrets(secrets)
    , m_settings(settings)
    , m_logins(logins)
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
    const QUrl base = standIn.isEmpty() ? PublicApi::baseOf(region) : standIn;
    auto api = std::make_shared<PublicApi>(m_clock, m_redactor, base, token, PublicApi::Limits{}, nullptr, m_logins);
    const QString choice = kSpellings + base.host();
    api->remember(readSpellings(m_settings.choice(choice)));
    connect(api.get(), &PublicApi::spellingLearned, this, [this, choice, raw = api.get()] {
        PublicApi::Spellings all = readSpellings(m_settings.choice(choice));
        all.insert(raw->spellings());
        m_settings.setChoice(choice, written(all));
    });
    return api;
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
