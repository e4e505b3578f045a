// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/connections/Connection.h"
#include "app/core/Secret.h"
#include "app/setup/SetupDraft.h"

#include <QList>
#include <QObject>

#include <functional>

namespace segue {

class ConnectionStore;
class SecretAccess;
class SetupDraftStore;

//! Looks whether a write key stands for another connection or draft as well. The other keys are read through the door of
//! the secrets, one after the other, compared in memory and let go. Lives on the main thread.
class KeyTwins : public QObject
{
    Q_OBJECT
public:
    struct Twin
    {
        QString name;
        Environment environment = Environment::Dev;

        bool operator==(const Twin &) const = default;
    };
    struct Found
    {
        QList<Twin> twins;
        int unread = 0; //!< keys that could not be read, and so not be compared
    };

    KeyTwins(const ConnectionStore &connections, const SetupDraftStore &drafts, SecretAccess &secrets,
             QObject *parent = nullptr);

    //! Compares with every key but the own one. The answer comes later; none after a new look, or after stop().
    void look(const ConnectionId &own, const Secret &key, std::function<void(const Found &)> answer);
    void stop() { ++m_look; }

    //! What to say about them, for people; empty when there is none.
    static QString sentence(const QList<Twin> &twins, Environment own);

private:
    struct Other
    {
        ConnectionId id;
        Twin twin;
    };
    struct Look;
    void readNext(const std::shared_ptr<Look> &look);
    QList<Other> others(const ConnectionId &own) const;

    const ConnectionStore &m_connections;
    const SetupDraftStore &m_drafts;
    SecretAccess &m_secrets;
    quint64 m_look = 0;
};

} // namespace segue
