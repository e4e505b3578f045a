// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/Stop.h"
#include "app/core/ConnectionId.h"
#include "app/delivery/DeliverySentences.h"
#include "app/journal/EventLog.h"

#include <QJsonArray>
#include <QStringList>
#include <QTimer>

#include <optional>
#include <unordered_map>
#include <vector>

class QEventLoop;

namespace segue::cli {

//! An entry's stored error: a stable code word and a sentence for people.
struct StoredReason
{
    QString code;
    QString sentence;

    static StoredReason of(const Entry &entry);
    //! The keychain or the key in it is why.
    bool isAboutKey() const { return code.startsWith(u"key-"); }
    //! A proxy wants a password that is not kept.
    bool isAboutProxy() const { return code == DeliverySentences::proxyWord(); }
    //! How a person at a terminal does what the sentence calls “Try now”; empty when it does not.
    QString tryNowHint(const ConnectionId &connection) const;
};

//! Follows entries that a command has submitted until they stand in end states, whoever delivers them.
class SentEvents : public QObject
{
    Q_OBJECT
public:
    enum class End {
        Settled, //!< each stands in an end state
        Stuck,   //!< what is left waits for a person: paused, or its key cannot be read
        TimedOut,
        Stopped,
        Failed, //!< the journal could not be read: see error()
    };

    //! `messageIds` belong to the ids, in their order. `awaitConfirmed`: Accepted is not the end, the sandbox will
    //! confirm.
    SentEvents(EventLog &log, std::vector<EntryId> ids, std::vector<std::string> messageIds, bool awaitConfirmed);
    ~SentEvents() override;

    //! Runs the event loop. `timeoutMs` 0: looks once.
    End wait(std::int64_t timeoutMs, const Stop &stop);

    //! As last seen, in the order of the ids.
    std::vector<Entry> entries() const;
    const Error &error() const { return m_error; }

    //! How many stand in that state.
    int count(EventState state) const;
    //! Those that are Accepted or better.
    int arrived() const;
    //! Those that are not in an end state.
    int left() const;
    //! Why the first of those that are left is left; nothing when the courier has not said so yet.
    std::optional<StoredReason> reason() const;

private:
    void look();
    void lookAtNextPiece();
    void take(const Result<std::vector<Entry>> &answer);
    bool isSettled(const Entry &entry) const;
    bool isStuck(const Entry &entry) const;
    void judge();
    void finish(End end);

    EventLog &m_log;
    std::vector<EntryId> m_ids;
    std::vector<std::string> m_messageIds;
    bool m_awaitConfirmed;
    std::unordered_map<EntryId, Entry> m_seen;
    std::vector<EntryId> m_open; //!< not yet settled
    QTimer m_poll;               //!< changes by others are announced as well; this is for what is missed
    QEventLoop *m_loop = nullptr;
    std::vector<EntryId> m_round; //!< what this look has still to read
    bool m_looking = false;
    bool m_lookAgain = false;
    std::optional<End> m_end;
    bool m_lookOnce = false;
    bool m_stopping = false; //!< one last look, so that what is said is true
    Error m_error;
};

//! The messageIds of entries that are about to be submitted.
std::vector<std::string> messageIdsOf(const std::vector<NewEntry> &entries);

//! The table event, state, ms, messageId, with its header.
QStringList sentTable(const std::vector<Entry> &entries);
//! The same for machines.
QJsonArray sentJson(const std::vector<Entry> &entries);

} // namespace segue::cli
