// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/alerts/AlertBook.h"

namespace segue {

size_t qHash(const AlertKey &key, size_t seed)
{
    return qHashMulti(seed, static_cast<int>(key.kind), key.connection);
}

void AlertBook::raise(const AlertKey &key)
{
    m_alerts[key].stands = true;
}

void AlertBook::clear(const AlertKey &key)
{
    const auto found = m_alerts.find(key);
    if (found != m_alerts.end()) {
        found->stands = false;
        found->told = false;
    }
}

void AlertBook::grow(const AlertKey &key)
{
    const auto found = m_alerts.find(key);
    if (found != m_alerts.end()) {
        found->told = false;
    }
}

QList<AlertKey> AlertBook::standing() const
{
    QList<AlertKey> keys;
    for (auto alert = m_alerts.cbegin(); alert != m_alerts.cend(); ++alert) {
        if (alert->stands) {
            keys.append(alert.key());
        }
    }
    return keys;
}

QList<AlertKey> AlertBook::take(std::int64_t now)
{
    QList<AlertKey> due;
    for (auto alert = m_alerts.begin(); alert != m_alerts.end(); ++alert) {
        if (!alert->stands || alert->told || (alert->wasTold && now - alert->lastTold < m_pauseMs)) {
            continue;
        }
        alert->told = alert->wasTold = true;
        alert->lastTold = now;
        due.append(alert.key());
    }
    return due;
}

} // namespace segue
