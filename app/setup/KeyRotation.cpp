// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/setup/KeyRotation.h"

#include "app/connections/ConnectionStore.h"
#include "app/core/Clock.h"
#include "app/core/Futures.h"
#include "app/exports/PlainText.h"
#include "app/journal/EventLog.h"

#include <QPromise>

#include <algorithm>
#include <utility>

namespace segue {

namespace {

constexpr std::size_t kMostLookedAt = 1'000; // of one announcement; a flood confirms more than one soon

SecretName keyName(const ConnectionId &id)
{
    return SecretName::writeKey(id);
}

SecretName previousName(const ConnectionId &id)
{
    return SecretName::previousWriteKey(id);
}

Error noPrevious()
{
    return {ErrorCode::Absent, QStringLiteral("no previous key"),
            KeyRotation::tr("No old key is kept any more. The key in use stays as it is.")};
}

} // namespace

//! One change of one connection's key, from its beginning to its answer.
struct KeyRotation::Turn
{
    ConnectionId id;
    Secret key;
    SecretPlace place = SecretPlace::Keychain;
    Secret old; //!< empty: there is none
    SecretPlace oldPlace = SecretPlace::Keychain;
    bool keptHere = false; //!< the old one was put beside by this turn
    std::int64_t markedBefore = 0;
    Answer answer;
};

KeyRotation::KeyRotation(ConnectionStore &connections, SecretAccess &secrets, const Clock &clock, QObject *parent)
    : QObject(parent)
    , m_connections(connections)
    , m_secrets(secrets)
    , m_clock(clock)
{
    connectionsChanged();
    connect(&connections, &ConnectionStore::changed, this, &KeyRotation::connectionsChanged);
}

void KeyRotation::watch(EventLog &log)
{
    connect(&log, &EventLog::changed, this, [this, &log](const JournalChange &change) {
        if (m_session.isEmpty() && m_inFile.isEmpty()) {
            return;
        }
        std::vector<EntryId> ids = change.changed;
        if (ids.size() > kMostLookedAt) {
            ids.resize(kMostLookedAt);
        }
        if (!ids.empty()) {
            log.entries(std::move(ids), this, [this](const Result<std::vector<Entry>> &entries) {
                if (entries) {
                    lookFor(entries.value());
                }
            });
        }
    });
}

void KeyRotation::lookFor(const std::vector<Entry> &entries)
{
    for (const Entry &entry : entries) {
        if (entry.fields.state == EventState::Confirmed) {
            proven(ConnectionId::fromText(QString::fromStdString(entry.fields.connection)), entry.fields.received);
        }
    }
}

void KeyRotation::connectionsChanged()
{
    QHash<ConnectionId, std::int64_t> now;
    for (const Connection &each : m_connections.all()) {
        if (each.keyReplacedAt != 0) {
            now.insert(each.id, each.keyReplacedAt);
        }
    }
    const QHash<ConnectionId, std::int64_t> before = std::exchange(m_inFile, now);
    QSet<ConnectionId> differing;
    for (auto each = now.cbegin(); each != now.cend(); ++each) {
        if (before.value(each.key()) != each.value()) {
            differing.insert(each.key());
        }
    }
    for (auto each = before.cbegin(); each != before.cend(); ++each) {
        if (!now.contains(each.key())) {
            differing.insert(each.key());
        }
    }
    for (const ConnectionId &id : std::as_const(differing)) {
        if (!m_busy.contains(id)) {
            Q_EMIT replaced(id); // by another process
        }
        Q_EMIT changed(id);
    }
}

bool KeyRotation::isUnderWay(const ConnectionId &id) const
{
    return replacedAt(id) != 0;
}

std::int64_t KeyRotation::replacedAt(const ConnectionId &id) const
{
    return std::max(m_inFile.value(id), m_session.value(id));
}

KeyRotation::TurnPtr KeyRotation::take(const ConnectionId &id, Answer answer)
{
    if (m_busy.contains(id)) {
        answer(Error{ErrorCode::Busy, QStringLiteral("key is being changed"),
                     tr("The key of this connection is being changed already. Wait a moment, then try again.")});
        return nullptr;
    }
    m_busy.insert(id);
    auto turn = std::make_shared<Turn>();
    turn->id = id;
    turn->answer = std::move(answer);
    turn->markedBefore = m_inFile.value(id);
    return turn;
}

void KeyRotation::finish(const TurnPtr &turn, const Result<Replacement> &result)
{
    m_busy.remove(turn->id);
    turn->answer(result);
    Q_EMIT changed(turn->id);
}

KeyRotation::Answer KeyRotation::statusTo(QFuture<Status> &future)
{
    const auto promise = std::make_shared<QPromise<Status>>();
    promise->start();
    future = promise->future();
    return [promise](const Result<Replacement> &result) {
        promise->addResult(result ? Status(done) : Status(result.error()));
        promise->finish();
    };
}

QFuture<Result<KeyRotation::Replacement>> KeyRotation::begin(const ConnectionId &id, const Secret &newKey,
                                                             SecretPlace place)
{
    const auto promise = std::make_shared<QPromise<Result<Replacement>>>();
    promise->start();
    const TurnPtr turn = take(id, [promise](const Result<Replacement> &result) {
        promise->addResult(result);
        promise->finish();
    });
    if (turn) {
        turn->key = newKey;
        turn->place = place;
        readOld(turn);
    }
    return promise->future();
}

void KeyRotation::readOld(const TurnPtr &turn)
{
    const bool inSession = m_secrets.isSessionOnly(keyName(turn->id));
    if (turn->place == SecretPlace::SessionOnly && !inSession) {
        writeNew(turn); // the keychain's, if it has one, stays where it is
        return;
    }
    if (turn->place == SecretPlace::SessionOnly) {
        turn->oldPlace = SecretPlace::SessionOnly;
        whenAnswered(m_secrets.read(keyName(turn->id)), this,
                     [this, turn](const Result<Secret> &old) { takeOld(turn, old); });
        return;
    }
    whenAnswered(m_secrets.readKept(keyName(turn->id)), this, [this, turn, inSession](const Result<Secret> &kept) {
        if (kept || kept.error().code != ErrorCode::Absent || !inSession) {
            takeOld(turn, kept);
            return;
        }
        turn->oldPlace = SecretPlace::SessionOnly;
        whenAnswered(m_secrets.read(keyName(turn->id)), this,
                     [this, turn](const Result<Secret> &old) { takeOld(turn, old); });
    });
}

void KeyRotation::takeOld(const TurnPtr &turn, const Result<Secret> &old)
{
    const auto connection = m_connections.find(turn->id);
    const bool nothingStored =
        !old && old.error().code == ErrorCode::NoService && !(connection && connection->keyExpected);
    if (!old && old.error().code != ErrorCode::Absent && !nothingStored) {
        finish(turn, old.error());
        return;
    }
    turn->old = connection ? old.valueOr({}) : Secret();
    if (turn->old.isEmpty() || turn->old.sameAs(turn->key)) {
        writeNew(turn);
    } else if (isUnderWay(turn->id)) {
        compareWithPrevious(turn);
    } else {
        keepOld(turn);
    }
}

void KeyRotation::compareWithPrevious(const TurnPtr &turn)
{
    whenAnswered(m_secrets.read(previousName(turn->id)), this, [this, turn](const Result<Secret> &previous) {
        if (!previous && previous.error().code == ErrorCode::Absent) {
            keepOld(turn);
        } else if (!previous) {
            finish(turn, previous.error());
        } else if (previous.value().sameAs(turn->key)) {
            takeBack(turn, previous.value());
        } else {
            writeNew(turn);
        }
    });
}

void KeyRotation::keepOld(const TurnPtr &turn)
{
    whenAnswered(m_secrets.write(previousName(turn->id), turn->old, turn->oldPlace), this,
                 [this, turn](const Status &kept) {
                     if (!kept) {
                         finish(turn, kept.error());
                         return;
                     }
                     turn->keptHere = true;
                     if (turn->oldPlace == SecretPlace::SessionOnly) {
                         m_session.insert(turn->id, m_clock.now());
                     } else if (const Status marked = mark(turn->id, m_clock.now(), true); !marked) {
                         undo(turn, marked.error());
                         return;
                     }
                     writeNew(turn);
                 });
}

void KeyRotation::writeNew(const TurnPtr &turn)
{
    whenAnswered(m_secrets.write(keyName(turn->id), turn->key, turn->place), this,
                 [this, turn](const Status &written) { newWritten(turn, written); });
}

void KeyRotation::newWritten(const TurnPtr &turn, const Status &written)
{
    if (!written) {
        undo(turn, written.error());
        return;
    }
    // Who sends asks for the key anew before the time is taken: what is journaled after it goes out under this key.
    m_refused.remove(turn->id);
    Q_EMIT replaced(turn->id);
    if (m_session.contains(turn->id)) {
        m_session.insert(turn->id, m_clock.now());
    }
    if (turn->place == SecretPlace::Keychain) {
        const bool isMarked = m_inFile.contains(turn->id);
        const bool differs = !turn->old.isEmpty() && !turn->old.sameAs(turn->key);
        const std::int64_t time = isMarked && differs ? m_clock.now() : m_inFile.value(turn->id);
        if (const Status marked = mark(turn->id, time, true); !marked) {
            finish(turn, marked.error());
            return;
        }
    }
    if (turn->old.isEmpty()) {
        finish(turn, Replacement::First);
    } else if (turn->old.sameAs(turn->key)) {
        finish(turn, Replacement::Unchanged);
    } else {
        finish(turn, Replacement::Replaced);
    }
}

// The new key is not there, or not certain to be. The old one's second copy goes only when its first is known to stand:
// a keychain that did not answer in time may still do what it was told.
void KeyRotation::undo(const TurnPtr &turn, const Error &why)
{
    if (!turn->keptHere || why.code == ErrorCode::TimedOut) {
        finish(turn, why);
        return;
    }
    const auto found = turn->oldPlace == SecretPlace::SessionOnly ? m_secrets.read(keyName(turn->id))
                                                                  : m_secrets.readKept(keyName(turn->id));
    whenAnswered(found, this, [this, turn, why](const Result<Secret> &now) {
        if (!now || !now.value().sameAs(turn->old)) {
            finish(turn, why);
            return;
        }
        whenAnswered(m_secrets.remove(previousName(turn->id)), this, [this, turn, why](const Status &removed) {
            if (removed) {
                m_session.remove(turn->id);
                // A mark that cannot be taken away says too much, which loses nothing.
                static_cast<void>(mark(turn->id, turn->markedBefore, true).ok());
            }
            finish(turn, why);
        });
    });
}

QFuture<Status> KeyRotation::back(const ConnectionId &id)
{
    QFuture<Status> future;
    if (const TurnPtr turn = take(id, statusTo(future))) {
        whenAnswered(m_secrets.read(previousName(id)), this, [this, turn](const Result<Secret> &previous) {
            if (previous) {
                takeBack(turn, previous.value());
            } else if (previous.error().code != ErrorCode::Absent) {
                finish(turn, previous.error());
            } else {
                m_session.remove(turn->id);
                static_cast<void>(mark(turn->id, 0, false).ok()); // it may be said again, which does no harm
                finish(turn, noPrevious());
            }
        });
    }
    return future;
}

void KeyRotation::takeBack(const TurnPtr &turn, const Secret &previous)
{
    const SecretPlace place =
        m_secrets.isSessionOnly(previousName(turn->id)) ? SecretPlace::SessionOnly : SecretPlace::Keychain;
    whenAnswered(m_secrets.write(keyName(turn->id), previous, place), this, [this, turn](const Status &written) {
        if (!written) {
            finish(turn, written.error());
            return;
        }
        Q_EMIT replaced(turn->id);
        dropPrevious(turn, Replacement::TakenBack);
    });
}

QFuture<Status> KeyRotation::end(const ConnectionId &id)
{
    QFuture<Status> future;
    if (const TurnPtr turn = take(id, statusTo(future))) {
        dropPrevious(turn, Replacement::Unchanged);
    }
    return future;
}

void KeyRotation::dropPrevious(const TurnPtr &turn, Replacement outcome)
{
    const bool inKeychain = m_inFile.contains(turn->id);
    whenAnswered(m_secrets.remove(previousName(turn->id)), this,
                 [this, turn, outcome, inKeychain](const Status &removed) {
                     m_session.remove(turn->id); // the session's goes at once, whatever the keychain says
                     if (!removed && inKeychain) {
                         finish(turn, removed.error());
                         return;
                     }
                     if (const Status marked = mark(turn->id, 0, false); !marked) {
                         finish(turn, marked.error());
                         return;
                     }
                     finish(turn, outcome);
                 });
}

// A connection that has gone meanwhile has nothing to be marked.
Status KeyRotation::mark(const ConnectionId &id, std::int64_t replacedAt, bool keyExpected)
{
    auto connection = m_connections.find(id);
    if (!connection) {
        return done;
    }
    const Connection before = *connection;
    connection->keyReplacedAt = replacedAt;
    connection->keyExpected = connection->keyExpected || keyExpected;
    return *connection == before ? Status(done) : m_connections.update(*connection);
}

void KeyRotation::proven(const ConnectionId &id, std::int64_t time)
{
    const std::int64_t since = replacedAt(id);
    if (since == 0 || time < since || m_busy.contains(id) || m_refused.contains(id)) {
        return;
    }
    const auto connection = m_connections.find(id);
    const QString name = connection ? plainText(connection->name) : QString();
    whenAnswered(end(id), this, [this, id, name](const Status &ended) {
        if (!ended) {
            m_refused.insert(id);
        }
        Q_EMIT told(ended ? tr("The new write key of “%1” is proven. The old one was removed.").arg(name)
                          : tr("The new write key of “%1” is proven, but the old one could not be removed. %2")
                                .arg(name, ended.error().userText));
    });
}

QString KeyRotation::sentence(Replacement replacement, std::int64_t queued)
{
    switch (replacement) {
    case Replacement::First:
        return tr("The key is stored.");
    case Replacement::Unchanged:
        return tr("This is the key that was in use already.");
    case Replacement::TakenBack:
        return tr("The old key is in use again; the new one was let go.");
    case Replacement::Replaced:
        break;
    }
    if (queued == 0) {
        return tr("The key was replaced. The old one is kept until a test is proven.");
    }
    return tr(
        "The key was replaced. %n queued event(s) go with the new key. The old one is kept until a test is proven.",
        nullptr, static_cast<int>(queued));
}

} // namespace segue
