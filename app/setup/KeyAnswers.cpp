// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/setup/KeyAnswers.h"

#include "app/secrets/SecretAccess.h"

#include <algorithm>

namespace segue {

KeyAnswers::KeyAnswers(SecretAccess &secrets, QObject *parent)
    : QObject(parent)
{
    connect(&secrets, &SecretAccess::changed, this, [this](const QString &account) {
        const auto own = std::find_if(m_answers.keyBegin(), m_answers.keyEnd(), [&](const ConnectionId &id) {
            return SecretName::writeKey(id).account == account;
        });
        if (own != m_answers.keyEnd()) {
            const ConnectionId id = *own;
            m_answers.remove(id);
            Q_EMIT changed(id);
        }
    });
}

void KeyAnswers::note(const ConnectionId &id, const KeyProbeAnswer &answer)
{
    m_answers.insert(id, answer);
    Q_EMIT changed(id);
}

std::optional<KeyProbeAnswer> KeyAnswers::find(const ConnectionId &id) const
{
    const auto found = m_answers.constFind(id);
    return found == m_answers.constEnd() ? std::nullopt : std::optional(*found);
}

} // namespace segue
