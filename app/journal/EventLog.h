// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/core/Error.h"
#include "app/journal/Journal.h"
#include "app/journal/JournalReader.h"

#include <QByteArray>
#include <QList>
#include <QMetaType>
#include <QObject>

#include <functional>
#include <memory>

class QThread;

namespace segue {

//! Everything known of one event, for the inspector.
struct EventDetails
{
    Entry entry;
    QByteArray payload;
    QList<Attempt> attempts;
};

//! The journal as the window and the commands read it: a reader thread behind asynchronous calls, and one signal for
//! what changed, of this process at once and of others within about 100 ms, at most one per 50 ms. Lives on the main
//! thread; callbacks come there, and none comes after its context object has gone.
class EventLog : public QObject
{
    Q_OBJECT
public:
    //! The journal is borrowed and has no other listener.
    EventLog(Journal &journal, const QString &dataFolder, QObject *parent = nullptr);
    ~EventLog() override;

    void ids(const EventFilter &filter, EntryId after, std::size_t limit, QObject *context,
             std::function<void(Result<std::vector<EntryId>>)> callback);
    void entries(std::vector<EntryId> ids, QObject *context, std::function<void(Result<std::vector<Entry>>)> callback);
    //! Nothing when the entry is gone.
    void details(EntryId id, QObject *context, std::function<void(Result<std::optional<EventDetails>>)> callback);
    void counts(const std::optional<std::string> &connection, QObject *context,
                std::function<void(Result<StateCounts>)> callback);
    //! See JournalReader::rates().
    void rates(std::vector<std::string> connections, std::int64_t since, std::int64_t until, QObject *context,
               std::function<void(Result<std::vector<RateBucket>>)> callback);

    //! See Journal::erase(); with `remove` false, Journal::findPerson().
    void erase(const QString &userIdOrHwid, bool remove, QObject *context,
               std::function<void(Result<Journal::Erased>)> callback);

    //! A journal failure in words for people.
    static Error worded(const JournalError &error);

Q_SIGNALS:
    //! New, changed and removed entries; one may be in several of them when they come from several commits, and what is
    //! in `removed` is gone. `resync`: another process wrote; look again at what is shown.
    void changed(const segue::JournalChange &change, bool resync);

private:
    class Worker;
    class Announcer;
    Journal &m_journal;
    Announcer *m_announcer;
    QThread *m_thread;
    Worker *m_worker;
};

} // namespace segue

Q_DECLARE_METATYPE(segue::JournalChange)
Q_DECLARE_METATYPE(segue::EntryId)
