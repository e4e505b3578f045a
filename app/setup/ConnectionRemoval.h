// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/connections/ConnectionStore.h"
#include "app/journal/Journal.h"
#include "app/secrets/SecretAccess.h"
#include "app/settings/Settings.h"

#include <QHash>
#include <QObject>

#include <functional>

class QTimer;

namespace segue {

//! Removes connections so that a person can think again: for 10 s the connection can be put back as it was; then what is
//! queued for it is cancelled and its secrets leave the keychain. What a locked keychain or an early end of the program
//! leaves undone is kept as a task and done at the next start. Lives on the main thread.
class ConnectionRemoval : public QObject
{
    Q_OBJECT
public:
    static constexpr int kUndoMs = 10'000;

    ConnectionRemoval(ConnectionStore &connections, SecretAccess &secrets, Journal &journal, Settings &settings,
                      QObject *parent = nullptr);

    //! Takes the connection out of the list; finishes after kUndoMs unless undone.
    Status remove(const ConnectionId &id);
    //! Puts it back where it stood; an error when its time is over.
    Status undo(const ConnectionId &id);
    //! Does what an earlier run could not finish.
    void resume();
    //! Whether the connection is removed and can still be put back.
    bool isPending(const ConnectionId &id) const { return m_pending.contains(id); }
    //! Takes the secrets under an id that no connection has (any more) away: those of this session at once, those in the
    //! keychain, when there are any, now or at a later start.
    void forgetSecrets(const ConnectionId &id, bool inKeychain);

    //! What goes and what stays, for the question and the message; translated.
    static QString describe(const Connection &connection);

Q_SIGNALS:
    //! The time to put it back is over.
    void removed(const segue::ConnectionId &id);
    //! The secrets could not be removed yet; it is tried again at the next start.
    void postponed(const segue::Error &error);

private:
    struct Pending
    {
        Connection connection;
        int position = 0;
        QTimer *timer = nullptr;
    };

    void finish(const ConnectionId &id);
    void removeSecrets(const ConnectionId &id);
    //! One after the other; the task is open until the last has gone.
    void removeNext(const ConnectionId &id, QList<SecretName> names);
    QStringList tasks() const;
    void setTask(const ConnectionId &id, bool open);

    ConnectionStore &m_connections;
    SecretAccess &m_secrets;
    Journal &m_journal;
    Settings &m_settings;
    QHash<ConnectionId, Pending> m_pending;
};

} // namespace segue
