// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/setup/ConnectionRemoval.h"

#include "app/core/Futures.h"
#include "app/core/Logging.h"

#include <QTimer>

namespace segue {

namespace {
const QString kTasks = QStringLiteral("removals");
}

ConnectionRemoval::ConnectionRemoval(ConnectionStore &connections, SecretAccess &secrets, Journal &journal,
                                     Settings &settings, QObject *parent)
    : QObject(parent)
    , m_connections(connections)
    , m_secrets(secrets)
    , m_journal(journal)
    , m_settings(settings)
{
}

QString ConnectionRemoval::describe(const Connection &connection)
{
    return tr("“%1” leaves the list. What is queued for it is cancelled, its write key leaves the keychain; its events "
              "stay in the log. Nothing changes in Segment or Pushwoosh.")
        .arg(connection.name);
}

Status ConnectionRemoval::remove(const ConnectionId &id)
{
    const auto connection = m_connections.find(id);
    if (!connection) {
        return Error{ErrorCode::Absent, QStringLiteral("no such connection"), tr("This connection is not there any more.")};
    }
    int position = 0;
    while (m_connections.all().at(position).id != id) {
        ++position;
    }
    // Pending before it goes, and until it is back: who hears of the change sees both at once.
    auto *timer = new QTimer(this);
    timer->setSingleShot(true);
    connect(timer, &QTimer::timeout, this, [this, id] { finish(id); });
    m_pending.insert(id, {*connection, position, timer});
    if (Status removed = m_connections.remove(id); !removed) {
        m_pending.take(id).timer->deleteLater();
        return removed;
    }
    setTask(id, true);
    timer->start(kUndoMs);
    return done;
}

Status ConnectionRemoval::undo(const ConnectionId &id)
{
    if (!isPending(id)) {
        return Error{ErrorCode::Absent, QStringLiteral("nothing to undo"),
                     tr("The time to undo is over; the connection has gone.")};
    }
    const Pending taken = m_pending.take(id);
    if (Status restored = m_connections.restore(taken.connection, taken.position); !restored) {
        m_pending.insert(id, taken);
        return restored;
    }
    taken.timer->deleteLater();
    setTask(id, false);
    return done;
}

void ConnectionRemoval::finish(const ConnectionId &id)
{
    m_pending.take(id).timer->deleteLater();
    removeSecrets(id);
    Q_EMIT removed(id);
}

void ConnectionRemoval::forgetSecrets(const ConnectionId &id, bool inKeychain)
{
    if (inKeychain) {
        setTask(id, true);
        removeSecrets(id);
        return;
    }
    const QList<SecretName> names = SecretName::allOf(id);
    for (const SecretName &name : names) {
        if (m_secrets.isSessionOnly(name)) {
            m_secrets.remove(name); // the session's goes at once; the keychain's answer has nothing to add
        }
    }
}

void ConnectionRemoval::resume()
{
    const QStringList open = tasks();
    for (const QString &text : open) {
        const ConnectionId id = ConnectionId::fromText(text);
        if (m_connections.find(id)) {
            setTask(id, false); // it was put back by other means
        } else if (!m_pending.contains(id)) {
            removeSecrets(id);
            Q_EMIT removed(id);
        }
    }
}

void ConnectionRemoval::removeSecrets(const ConnectionId &id)
{
    m_journal.cancelUndelivered(id.key(), [](const JournalResult<std::size_t> &cancelled) {
        if (!cancelled) {
            qCWarning(lcJournal) << "what was queued for a removed connection could not be cancelled";
        }
    });
    removeNext(id, SecretName::allOf(id));
}

void ConnectionRemoval::removeNext(const ConnectionId &id, QList<SecretName> names)
{
    if (names.isEmpty()) {
        setTask(id, false);
        return;
    }
    const SecretName name = names.takeFirst();
    whenAnswered(m_secrets.remove(name), this, [this, id, names](const Status &removed) {
        if (removed) {
            removeNext(id, names);
        } else {
            Q_EMIT postponed(removed.error());
        }
    });
}

QStringList ConnectionRemoval::tasks() const
{
    return m_settings.choice(kTasks).split(u' ', Qt::SkipEmptyParts);
}

void ConnectionRemoval::setTask(const ConnectionId &id, bool open)
{
    QStringList all = tasks();
    all.removeAll(id.text());
    if (open) {
        all.append(id.text());
    }
    m_settings.setChoice(kTasks, all.join(u' '));
}

} // namespace segue
