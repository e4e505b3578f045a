// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/connections/Connection.h"
#include "app/core/Secret.h"
#include "app/secrets/SecretAccess.h"

#include <QFuture>
#include <QHash>
#include <QObject>
#include <QSet>

#include <functional>
#include <memory>
#include <vector>

namespace segue {

class Clock;
class ConnectionStore;
class EventLog;
struct Entry;

//! Puts a new write key in the place of an old one without losing either: the old one is kept beside it, in the
//! keychain where it was, until the new one is proven. It is proven when an event that was journaled after the
//! replacement is Confirmed, or a run of test events that began after it is; then the old one goes by itself. A key
//! that Segment's CDN knows is not proven: it may be another source's. The connections file says whether an old one is
//! kept, so that nobody need ask the keychain. Lives on the main thread.
//!
//! Order of writes: the old key to its second place, the mark in the file, the new key, the time in the file. Whenever
//! that breaks off, the old key stands in one place at least, and the mark says where to look.
class KeyRotation : public QObject
{
    Q_OBJECT
public:
    enum class Replacement {
        First,     //!< there was no other before it
        Unchanged, //!< it is the one in use already
        Replaced,  //!< the one before is kept beside it
        TakenBack, //!< it is the one that was kept: in use again, and nothing is kept beside it
    };

    KeyRotation(ConnectionStore &connections, SecretAccess &secrets, const Clock &clock, QObject *parent = nullptr);

    //! Ends rotations when the log shows that the new key is proven. The log is borrowed.
    void watch(EventLog &log);

    //! Stores the key of a connection; a draft's has no old one that would be kept. While an old one is kept already,
    //! that one stays and the key on trial goes: it was never proven. A key for this session only leaves the keychain's
    //! as it is. Errors: Busy while the same connection's key is being changed, else as the keychain and the
    //! connections file say; the old key is then still there.
    QFuture<Result<Replacement>> begin(const ConnectionId &id, const Secret &newKey, SecretPlace place);
    //! The old key is used again; the new one is let go. Absent when none is kept.
    QFuture<Status> back(const ConnectionId &id);
    //! Removes the old key. Done also when none is kept.
    QFuture<Status> end(const ConnectionId &id);

    //! What was journaled, or begun, at that time has shown that the connection's key is right. When the key was
    //! replaced before it, the old one goes.
    void proven(const ConnectionId &id, std::int64_t time);

    //! An old key is kept beside the one in use.
    bool isUnderWay(const ConnectionId &id) const;
    //! What became of the key, for people. `queued`: how many events have yet to go out.
    static QString sentence(Replacement replacement, std::int64_t queued);

Q_SIGNALS:
    //! Another key is in use from now on.
    void replaced(const segue::ConnectionId &id);
    //! isUnderWay() may say something else.
    void changed(const segue::ConnectionId &id);
    //! The old key went, or could not go, without anybody having asked for it; in words for people.
    void told(const QString &text);

private:
    struct Turn;
    using TurnPtr = std::shared_ptr<Turn>;
    using Answer = std::function<void(const Result<Replacement> &)>;
    //! Null when the connection's key is being changed already, which has then been answered.
    TurnPtr take(const ConnectionId &id, Answer answer);
    static Answer statusTo(QFuture<Status> &future);
    void finish(const TurnPtr &turn, const Result<Replacement> &result);
    void readOld(const TurnPtr &turn);
    void takeOld(const TurnPtr &turn, const Result<Secret> &old);
    void compareWithPrevious(const TurnPtr &turn);
    void keepOld(const TurnPtr &turn);
    void writeNew(const TurnPtr &turn);
    void newWritten(const TurnPtr &turn, const Status &written);
    void undo(const TurnPtr &turn, const Error &why);
    void takeBack(const TurnPtr &turn, const Secret &previous);
    void dropPrevious(const TurnPtr &turn, Replacement outcome);
    Status mark(const ConnectionId &id, std::int64_t replacedAt, bool keyExpected);
    std::int64_t replacedAt(const ConnectionId &id) const;
    void lookFor(const std::vector<Entry> &entries);
    void connectionsChanged();

    ConnectionStore &m_connections;
    SecretAccess &m_secrets;
    const Clock &m_clock;
    QSet<ConnectionId> m_busy;
    QHash<ConnectionId, std::int64_t> m_inFile;  //!< what the connections file said last
    QSet<ConnectionId> m_refused;                //!< the keychain did not let the old key go: not tried again by itself
    QHash<ConnectionId, std::int64_t> m_session; //!< when keys were replaced whose old ones are kept in memory only
};

} // namespace segue
