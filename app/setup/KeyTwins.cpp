// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/setup/KeyTwins.h"

#include "app/connections/ConnectionStore.h"
#include "app/core/Futures.h"
#include "app/secrets/SecretAccess.h"
#include "app/setup/SetupDraftStore.h"

#include <algorithm>
#include <memory>

namespace segue {

struct KeyTwins::Look
{
    quint64 number = 0;
    Secret key;
    QList<Other> left;
    Found found;
    std::function<void(const Found &)> answer;
};

KeyTwins::KeyTwins(const ConnectionStore &connections, const SetupDraftStore &drafts, SecretAccess &secrets,
                   QObject *parent)
    : QObject(parent)
    , m_connections(connections)
    , m_drafts(drafts)
    , m_secrets(secrets)
{
}

QList<KeyTwins::Other> KeyTwins::others(const ConnectionId &own) const
{
    QList<Other> all;
    for (const Connection &each : m_connections.all()) {
        if (each.id != own && !each.isSandbox()
            && (each.keyExpected || m_secrets.isSessionOnly(SecretName::writeKey(each.id)))) {
            all.append({each.id, {each.name, each.environment}});
        }
    }
    for (const SetupDraft &each : m_drafts.open()) {
        if (each.id != own && !m_connections.find(each.id)
            && (each.keyExpected || m_secrets.isSessionOnly(SecretName::writeKey(each.id)))) {
            all.append({each.id, {each.name.trimmed(), each.environment}});
        }
    }
    return all;
}

void KeyTwins::look(const ConnectionId &own, const Secret &key, std::function<void(const Found &)> answer)
{
    auto look = std::make_shared<Look>();
    look->number = ++m_look;
    look->key = key;
    look->left = others(own);
    look->answer = std::move(answer);
    if (key.sameAs(Secret::fromBytes(sandboxWriteKey()))) {
        look->found.twins.append({sandboxConnection().name, Environment::Sandbox});
    }
    readNext(look);
}

void KeyTwins::readNext(const std::shared_ptr<Look> &look)
{
    if (look->left.isEmpty()) {
        look->answer(look->found);
        return;
    }
    const Other other = look->left.takeFirst();
    whenAnswered(m_secrets.read(SecretName::writeKey(other.id)), this, [this, look, other](const Result<Secret> &kept) {
        if (look->number != m_look) {
            return;
        }
        if (!kept) {
            look->found.unread += kept.error().code == ErrorCode::Absent ? 0 : 1;
        } else if (kept.value().sameAs(look->key)) {
            look->found.twins.append(other.twin);
        }
        readNext(look);
    });
}

QString KeyTwins::sentence(const QList<Twin> &twins, Environment own)
{
    if (twins.isEmpty()) {
        return {};
    }
    QStringList names;
    bool elsewhere = false;
    for (const Twin &twin : twins) {
        names.append(tr("“%1” (%2)", "connection, environment").arg(twin.name, environmentName(twin.environment)));
        elsewhere = elsewhere || twin.environment != own;
    }
    const QString joined = names.join(tr(", ", "between the names of connections"));
    return elsewhere ? tr("This very key is in use for %1, another environment: events of both would run into one Segment "
                          "source. Make a source of its own for %2, or take its own key.")
                           .arg(joined, environmentName(own))
                     : tr("This very key is in use for %1 already: both would send to the same Segment source.").arg(joined);
}

} // namespace segue
