// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/core/Error.h"
#include "app/journal/EntrySearch.h"
#include "app/journal/Journal.h"
#include "app/journal/JournalReader.h"
#include "app/journal/JsonPath.h"

#include <QByteArray>
#include <QHash>
#include <QList>
#include <QMetaType>
#include <QObject>
#include <QPointer>

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
    QByteArray secondPart = {}; //!< empty when there is none, or when it cannot be read any more
};

//! What stands at some paths in an entry's payload; nothing where a path leads nowhere.
struct EntryValues
{
    EntryId id;
    std::vector<std::optional<QByteArray>> values;
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
    //! Those of the ids that the filter means, ascending.
    void matching(const EventFilter &filter, std::vector<EntryId> ids, QObject *context,
                  std::function<void(Result<std::vector<EntryId>>)> callback);
    void entries(std::vector<EntryId> ids, QObject *context, std::function<void(Result<std::vector<Entry>>)> callback);
    //! Nothing when the entry is gone.
    void details(EntryId id, QObject *context, std::function<void(Result<std::optional<EventDetails>>)> callback);
    //! The entries whole; ids that are gone are left out. For some hundred at a time.
    void contents(std::vector<EntryId> ids, QObject *context,
                  std::function<void(Result<std::vector<EntryContent>>)> callback,
                  ContentParts parts = ContentParts::Payloads);
    //! What stands at the paths in the entries' payloads, read on the reader thread.
    void payloadValues(std::vector<EntryId> ids, const QList<JsonPath> &paths, QObject *context,
                       std::function<void(Result<std::vector<EntryValues>>)> callback);
    void counts(const std::optional<std::string> &connection, QObject *context,
                std::function<void(Result<StateCounts>)> callback);
    //! See JournalReader::oldestUndelivered().
    void oldestUndelivered(const std::string &connection, QObject *context,
                           std::function<void(Result<std::optional<std::int64_t>>)> callback);
    //! See JournalReader::rates().
    void rates(std::vector<std::string> connections, std::int64_t since, std::int64_t until, QObject *context,
               std::function<void(Result<std::vector<RateBucket>>)> callback);

    //! See JournalReader::anonymousIds().
    void anonymousIds(const std::string &connection, std::int64_t since, EntryId before, std::int64_t span,
                      QObject *context, std::function<void(Result<AnonymousIds>)> callback);

    //! See Journal::erase(); with `remove` false, Journal::findPerson().
    void erase(const QString &userIdOrHwid, bool remove, QObject *context,
               std::function<void(Result<Journal::Erased>)> callback);

    //! See Journal::tryAgain() and Journal::cancel().
    void tryAgain(std::vector<EntryId> ids, std::int64_t now, QObject *context,
                  std::function<void(Result<std::vector<EntryId>>)> callback);
    void cancel(std::vector<EntryId> ids, QObject *context, std::function<void(Result<std::vector<EntryId>>)> callback);

    using SearchId = quint64;
    //! Searches from the newest entry to the oldest, on threads of its own: nothing else waits for it. Batches come in
    //! that order while it goes on, the last with `last`, unless it is cancelled or its context goes before.
    SearchId search(const EventFilter &filter, QObject *context, std::function<void(const SearchBatch &)> callback);
    //! No batch comes after this, even when one is on its way. An unknown id is passed over.
    void cancelSearch(SearchId id);

    //! A journal failure in words for people.
    static Error worded(const JournalError &error);

Q_SIGNALS:
    //! New, changed and removed entries; one may be in several of them when they come from several commits, and what is
    //! in `removed` is gone. `resync`: another process wrote; look again at what is shown.
    void changed(const segue::JournalChange &change, bool resync);

private:
    class Worker;
    class Announcer;
    struct Door;
    template <class T> Journal::Done<T> toMainThread(QObject *context, std::function<void(Result<T>)> callback);

    Journal &m_journal;
    std::shared_ptr<Door> m_door;
    Announcer *m_announcer;
    QThread *m_thread;
    Worker *m_worker;

    struct RunningSearch
    {
        EntrySearch::JobId job = 0;
        QPointer<QObject> context;
        std::function<void(const SearchBatch &)> callback;
    };
    void takeBatch(SearchId id, const SearchBatch &batch);
    QHash<SearchId, std::shared_ptr<RunningSearch>> m_searches;
    SearchId m_lastSearch = 0;
    std::unique_ptr<EntrySearch> m_search;
};

} // namespace segue

Q_DECLARE_METATYPE(segue::JournalChange)
Q_DECLARE_METATYPE(segue::EntryId)
