// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/journal/EventLog.h"

#include "app/core/Logging.h"

#include <QElapsedTimer>
#include <QPointer>
#include <QThread>
#include <QTimer>

#include <algorithm>
#include <atomic>
#include <mutex>
#include <optional>
#include <utility>

namespace segue {

namespace {

constexpr int kAnnounceMs = 50;
constexpr int kPollMs = 100;

void mergeInto(std::vector<EntryId> &all, const std::vector<EntryId> &more)
{
    all.insert(all.end(), more.begin(), more.end());
}

void sortOnce(std::vector<EntryId> &ids)
{
    std::ranges::sort(ids);
    ids.erase(std::unique(ids.begin(), ids.end()), ids.end());
}

EntryValues valuesOf(const EntryContent &content, const QList<JsonPath> &paths)
{
    EntryValues values{content.entry.id, {}};
    for (const JsonPath &path : paths) {
        const auto found = content.payload ? path.valueIn(*content.payload) : std::nullopt;
        values.values.push_back(found ? std::optional(QByteArray::fromStdString(plainJsonValue(*found)))
                                      : std::nullopt);
    }
    return values;
}

template <class T> Result<T> worded(JournalResult<T> result)
{
    if (!result) {
        return EventLog::worded(result.error());
    }
    return std::move(result).value();
}

} // namespace

//! Gathers what changed, on any thread, and announces it on the main thread, at most once in 50 ms.
class EventLog::Announcer : public QObject
{
public:
    explicit Announcer(EventLog &log)
        : QObject(&log)
        , m_log(log)
    {
        m_timer.setSingleShot(true);
        m_timer.setTimerType(Qt::PreciseTimer);
        connect(&m_timer, &QTimer::timeout, this, [this] { announce(); });
    }

    //! On any thread.
    void add(const JournalChange &change, bool resync)
    {
        const std::scoped_lock lock(m_mutex);
        mergeInto(m_change.added, change.added);
        mergeInto(m_change.changed, change.changed);
        m_change.removed.insert(m_change.removed.end(), change.removed.begin(), change.removed.end());
        m_resync = m_resync || resync;
        if (!m_scheduled) {
            m_scheduled = true;
            QMetaObject::invokeMethod(
                this, [this] { announceInTime(); }, Qt::QueuedConnection);
        }
    }

private:
    void announceInTime()
    {
        const qint64 since = m_last.isValid() ? m_last.elapsed() : kAnnounceMs;
        if (since >= kAnnounceMs) {
            announce();
        } else {
            m_timer.start(static_cast<int>(kAnnounceMs - since));
        }
    }

    void announce()
    {
        JournalChange change;
        bool resync = false;
        {
            const std::scoped_lock lock(m_mutex);
            change = std::exchange(m_change, {});
            resync = std::exchange(m_resync, false);
            m_scheduled = false;
        }
        sortOnce(change.added);
        sortOnce(change.changed);
        joinRanges(change.removed);
        m_last.start();
        Q_EMIT m_log.changed(change, resync);
    }

    EventLog &m_log;
    QTimer m_timer;
    QElapsedTimer m_last;
    std::mutex m_mutex;
    JournalChange m_change;
    bool m_resync = false;
    bool m_scheduled = false;
};

//! Where answers of other threads come in; the journal may outlive the log.
struct EventLog::Door
{
    std::mutex mutex;
    EventLog *log = nullptr;
};

//! Lives on the reader thread.
class EventLog::Worker : public QObject
{
public:
    Worker(EventLog &log, const QString &folder)
        : m_log(log)
        , m_folder(folder.toStdString())
        , m_poll(this)
    {
        m_poll.setInterval(kPollMs);
        connect(&m_poll, &QTimer::timeout, this, [this] { poll(); });
    }

    void start()
    {
        poll();
        m_poll.start();
    }

    //! From the main thread: nothing more is read, and what is under way ends early.
    void stop()
    {
        const std::scoped_lock lock(m_mutex);
        m_stopping = true;
        if (m_reader) {
            m_reader->interrupt();
        }
    }

    //! From the main thread: reads on the reader thread and answers on the main thread, unless the context has gone.
    template <class T, class Read> void ask(Read read, QObject *context, std::function<void(Result<T>)> callback)
    {
        auto answer = [context = QPointer<QObject>(context), callback = std::move(callback)](Result<T> result) {
            if (context) {
                callback(std::move(result));
            }
        };
        QMetaObject::invokeMethod(
            this,
            [this, read = std::move(read), answer = std::move(answer)] {
                if (m_stopping) {
                    return;
                }
                Result<T> result = tryReading<T>(read);
                QMetaObject::invokeMethod(
                    &m_log, [answer, result = std::move(result)]() mutable { answer(std::move(result)); },
                    Qt::QueuedConnection);
            },
            Qt::QueuedConnection);
    }

private:
    template <class T, class Read> Result<T> tryReading(const Read &read)
    {
        if (const JournalResult<Nothing> opened = openReader(); !opened) {
            return EventLog::worded(opened.error());
        }
        JournalResult<T> result = read(*m_reader);
        return segue::worded(std::move(result));
    }

    //! Opened when first needed, and tried again each time until it succeeds.
    JournalResult<Nothing> openReader()
    {
        if (m_reader) {
            return done;
        }
        JournalResult<std::unique_ptr<JournalReader>> reader = JournalReader::open(m_folder);
        if (!reader) {
            return reader.error();
        }
        const std::scoped_lock lock(m_mutex);
        m_reader = std::move(reader).value();
        return done;
    }

    //! The file counts all commits, the journal its own; what is left are those of other processes. The number in the
    //! file is read first, and the journal counts ahead, so an own commit is never taken for another's.
    void poll()
    {
        if (m_stopping || !openReader()) {
            return;
        }
        const std::int64_t version = m_reader->dataVersion();
        const std::int64_t ownBefore = m_log.m_journal.commits();
        if (version == m_version && ownBefore == m_own) {
            return;
        }
        const JournalResult<std::int64_t> all = m_reader->commits();
        if (!all) {
            qCWarning(lcJournal, "the journal could not be polled: %s", all.error().detail.c_str());
            return;
        }
        m_version = version;
        m_own = m_log.m_journal.commits();
        const std::int64_t foreign = all.value() - m_own;
        if (foreign > m_foreign) {
            m_foreign = foreign;
            m_log.m_announcer->add({}, true);
        }
    }

    EventLog &m_log;
    const std::string m_folder;
    QTimer m_poll;
    std::mutex m_mutex; //!< guards m_reader against stop()
    std::unique_ptr<JournalReader> m_reader;
    std::atomic<bool> m_stopping = false;
    std::int64_t m_foreign = 0; //!< commits of others, since the journal was opened
    std::int64_t m_version = -1;
    std::int64_t m_own = 0;
};

EventLog::EventLog(Journal &journal, const QString &dataFolder, QObject *parent)
    : QObject(parent)
    , m_journal(journal)
    , m_door(std::make_shared<Door>())
    , m_announcer(new Announcer(*this))
    , m_thread(new QThread(this))
    , m_worker(new Worker(*this, dataFolder))
    , m_search(std::make_unique<EntrySearch>(dataFolder.toStdString()))
{
    m_door->log = this;
    qRegisterMetaType<segue::JournalChange>();
    m_thread->setObjectName(QStringLiteral("journal-reader"));
    m_worker->moveToThread(m_thread);
    connect(m_thread, &QThread::finished, m_worker, &QObject::deleteLater);
    m_thread->start();
    QMetaObject::invokeMethod(
        m_worker, [worker = m_worker] { worker->start(); }, Qt::QueuedConnection);
    m_journal.setListener([this](const JournalChange &change) { m_announcer->add(change, false); });
}

EventLog::~EventLog()
{
    {
        const std::scoped_lock lock(m_door->mutex);
        m_door->log = nullptr;
    }
    m_journal.setListener({});
    m_search.reset();
    m_worker->stop();
    m_thread->quit();
    m_thread->wait();
}

void EventLog::ids(const EventFilter &filter, EntryId after, std::size_t limit, QObject *context,
                   std::function<void(Result<std::vector<EntryId>>)> callback)
{
    m_worker->ask<std::vector<EntryId>>(
        [filter, after, limit](JournalReader &reader) { return reader.ids(filter, after, limit); }, context,
        std::move(callback));
}

void EventLog::matching(const EventFilter &filter, std::vector<EntryId> ids, QObject *context,
                        std::function<void(Result<std::vector<EntryId>>)> callback)
{
    m_worker->ask<std::vector<EntryId>>(
        [filter, ids = std::move(ids)](JournalReader &reader) { return reader.matching(filter, ids); }, context,
        std::move(callback));
}

void EventLog::entries(std::vector<EntryId> ids, QObject *context,
                       std::function<void(Result<std::vector<Entry>>)> callback)
{
    m_worker->ask<std::vector<Entry>>([ids = std::move(ids)](JournalReader &reader) { return reader.entries(ids); },
                                      context, std::move(callback));
}

void EventLog::details(EntryId id, QObject *context, std::function<void(Result<std::optional<EventDetails>>)> callback)
{
    using Details = std::optional<EventDetails>;
    m_worker->ask<Details>(
        [id](JournalReader &reader) -> JournalResult<Details> {
            JournalResult<std::optional<Entry>> entry = reader.entry(id);
            if (!entry) {
                return entry.error();
            }
            const JournalResult<std::optional<std::string>> payload = reader.payload(id);
            if (!payload) {
                return payload.error();
            }
            const JournalResult<std::vector<Attempt>> attempts = reader.attempts(id);
            if (!attempts) {
                return attempts.error();
            }
            const JournalResult<std::string> secondPart = reader.secondPart(id);
            if (!secondPart && secondPart.error().kind != JournalError::Kind::Damaged) {
                return secondPart.error();
            }
            if (!entry.value() || !payload.value()) {
                return Details();
            }
            return Details({std::move(*entry.value()), QByteArray::fromStdString(*payload.value()),
                            QList<Attempt>(attempts.value().begin(), attempts.value().end()),
                            QByteArray::fromStdString(secondPart.valueOr({}))});
        },
        context, std::move(callback));
}

void EventLog::contents(std::vector<EntryId> ids, QObject *context,
                        std::function<void(Result<std::vector<EntryContent>>)> callback, ContentParts parts)
{
    m_worker->ask<std::vector<EntryContent>>(
        [ids = std::move(ids), parts](JournalReader &reader) { return reader.contents(ids, parts); }, context,
        std::move(callback));
}

void EventLog::payloadValues(std::vector<EntryId> ids, const QList<JsonPath> &paths, QObject *context,
                             std::function<void(Result<std::vector<EntryValues>>)> callback)
{
    m_worker->ask<std::vector<EntryValues>>(
        [ids = std::move(ids), paths](JournalReader &reader) -> JournalResult<std::vector<EntryValues>> {
            const JournalResult<std::vector<EntryContent>> contents = reader.contents(ids);
            if (!contents) {
                return contents.error();
            }
            std::vector<EntryValues> values;
            values.reserve(contents.value().size());
            for (const EntryContent &content : contents.value()) {
                values.push_back(valuesOf(content, paths));
            }
            return values;
        },
        context, std::move(callback));
}

void EventLog::counts(const std::optional<std::string> &connection, QObject *context,
                      std::function<void(Result<StateCounts>)> callback)
{
    m_worker->ask<StateCounts>([connection](JournalReader &reader) { return reader.counts(connection); }, context,
                               std::move(callback));
}

//! An answer of the journal, which comes on a thread of its own, as a call on the main thread.
template <class T> Journal::Done<T> EventLog::toMainThread(QObject *context, std::function<void(Result<T>)> callback)
{
    return [door = m_door, context = QPointer<QObject>(context),
            callback = std::move(callback)](const JournalResult<T> &answer) {
        const std::scoped_lock lock(door->mutex);
        if (door->log == nullptr) {
            return;
        }
        QMetaObject::invokeMethod(
            door->log,
            [context, callback, result = segue::worded(answer)]() mutable {
                if (context) {
                    callback(std::move(result));
                }
            },
            Qt::QueuedConnection);
    };
}

void EventLog::erase(const QString &userIdOrHwid, bool remove, QObject *context,
                     std::function<void(Result<Journal::Erased>)> callback)
{
    auto answer = toMainThread<Journal::Erased>(context, std::move(callback));
    if (remove) {
        m_journal.erase(userIdOrHwid.toStdString(), std::move(answer));
    } else {
        m_journal.findPerson(userIdOrHwid.toStdString(), std::move(answer));
    }
}

void EventLog::tryAgain(std::vector<EntryId> ids, std::int64_t now, QObject *context,
                        std::function<void(Result<std::vector<EntryId>>)> callback)
{
    m_journal.tryAgain(std::move(ids), now, toMainThread<std::vector<EntryId>>(context, std::move(callback)));
}

void EventLog::cancel(std::vector<EntryId> ids, QObject *context,
                      std::function<void(Result<std::vector<EntryId>>)> callback)
{
    m_journal.cancel(std::move(ids), toMainThread<std::vector<EntryId>>(context, std::move(callback)));
}

EventLog::SearchId EventLog::search(const EventFilter &filter, QObject *context,
                                    std::function<void(const SearchBatch &)> callback)
{
    const SearchId id = ++m_lastSearch;
    auto running = std::make_shared<RunningSearch>();
    running->context = context;
    running->callback = std::move(callback);
    running->job = m_search->start(filter, [this, id](const SearchBatch &batch) {
        QMetaObject::invokeMethod(
            this, [this, id, batch] { takeBatch(id, batch); }, Qt::QueuedConnection);
    });
    m_searches.insert(id, running);
    return id;
}

void EventLog::takeBatch(SearchId id, const SearchBatch &batch)
{
    // Kept for the call, which may cancel it.
    const std::shared_ptr<RunningSearch> running = m_searches.value(id);
    if (!running) {
        return;
    }
    if (!running->context) {
        cancelSearch(id);
        return;
    }
    if (batch.last) {
        m_searches.remove(id);
    }
    running->callback(batch);
}

void EventLog::cancelSearch(SearchId id)
{
    if (const std::shared_ptr<RunningSearch> running = m_searches.take(id)) {
        m_search->cancel(running->job);
    }
}

void EventLog::oldestUndelivered(const std::string &connection, QObject *context,
                                 std::function<void(Result<std::optional<std::int64_t>>)> callback)
{
    m_worker->ask<std::optional<std::int64_t>>(
        [connection](JournalReader &reader) { return reader.oldestUndelivered(connection); }, context,
        std::move(callback));
}

void EventLog::rates(std::vector<std::string> connections, std::int64_t since, std::int64_t until, QObject *context,
                     std::function<void(Result<std::vector<RateBucket>>)> callback)
{
    m_worker->ask<std::vector<RateBucket>>(
        [connections = std::move(connections), since, until](JournalReader &reader) {
            return reader.rates(connections, since, until);
        },
        context, std::move(callback));
}

void EventLog::anonymousIds(const std::string &connection, std::int64_t since, EntryId before, std::int64_t span,
                            QObject *context, std::function<void(Result<AnonymousIds>)> callback)
{
    m_worker->ask<AnonymousIds>(
        [connection, since, before, span](JournalReader &reader) {
            return reader.anonymousIds(connection, since, before, span);
        },
        context, std::move(callback));
}

Error EventLog::worded(const JournalError &error)
{
    const QString detail = QString::fromStdString(error.detail);
    switch (error.kind) {
    case JournalError::Kind::Open:
        return {ErrorCode::Disk, detail,
                tr("The log of events could not be opened. Check that the data folder exists and belongs to you.")};
    case JournalError::Kind::ReadOnly:
        return {ErrorCode::Disk, detail,
                tr("The log of events cannot be written, because its folder or file is read-only. Nothing was changed. "
                   "Make the data folder writable and try again.")};
    case JournalError::Kind::DiskFull:
        return {
            ErrorCode::Disk, detail,
            tr("The disk is full, so this could not be written to the log of events. What was in it before is still "
               "there. Free some space and try again.")};
    case JournalError::Kind::Damaged:
        return {
            ErrorCode::Damaged, detail,
            tr("A part of the log of events is damaged and cannot be read. Start Segue again: it then sets the file "
               "aside, and carries over the events not yet delivered that it can read.")};
    case JournalError::Kind::NewerVersion:
        return {ErrorCode::NewerVersion, detail,
                tr("The log of events was written by a newer version of Segue. It was left as it is. Use that version, "
                   "or choose another data folder.")};
    case JournalError::Kind::OlderVersion:
        return {
            ErrorCode::Disk, detail,
            tr("The log of events was written by an older version of Segue, which may still be running. It was left "
               "as it is. End that version, its service too, and start Segue again.")};
    case JournalError::Kind::Closed:
        return {ErrorCode::Cancelled, detail, tr("The log of events has been closed.")};
    case JournalError::Kind::Other:
        break;
    }
    return {ErrorCode::Internal, detail,
            tr("The log of events could not be used just now. What was in it before is still there. Try again.")};
}

} // namespace segue
