// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/journal/Journal.h"

#include "app/journal/Checkpointer.h"
#include "app/journal/JournalFile.h"
#include "app/journal/JournalWriter.h"
#include "app/journal/QuietThread.h"

#include <sqlite3.h>

#include <algorithm>
#include <atomic>
#include <condition_variable>
#include <deque>
#include <mutex>
#include <span>
#include <thread>
#include <utility>
#include <variant>

namespace segue {

namespace {

//! What one call asked for, and what it got.
template <class Request, class Answer> struct Job
{
    Request request;
    Journal::Done<Answer> callback;
    Answer answer = {};
};

struct ConfirmRequest
{
    std::string messageId;
    std::string how;
};
struct MoveRequest
{
    std::string connection;
    bool cancel = false; //!< else: what waits is queued again
};

using AppendJob = Job<std::vector<NewEntry>, std::vector<EntryId>>;
using RecordJob = Job<std::vector<StateChange>, std::vector<EntryId>>;
using ConfirmJob = Job<ConfirmRequest, std::optional<EntryId>>;
using MoveJob = Job<MoveRequest, std::size_t>;
using AnyJob = std::variant<AppendJob, RecordJob, ConfirmJob, MoveJob>;

std::size_t weightOf(const AnyJob &job)
{
    if (const auto *append = std::get_if<AppendJob>(&job)) {
        return append->request.size();
    }
    if (const auto *record = std::get_if<RecordJob>(&job)) {
        return record->request.size();
    }
    return 1;
}

//! Appends that follow each other share their payload blocks.
struct AppendRun
{
    std::vector<const NewEntry *> entries;
    std::vector<PackedBlock> blocks;
};

} // namespace

class Journal::Writer
{
public:
    Writer(std::string folder, FolderLock lock, std::string path, std::string notice,
           std::unique_ptr<JournalWriter> store);
    ~Writer();
    Writer(const Writer &) = delete;
    Writer &operator=(const Writer &) = delete;

    static JournalResult<std::unique_ptr<Writer>> start(const Options &options);
    //! Starts the threads; `second` is the connection for checkpoints.
    void begin(SqlDatabase second);

    void add(AnyJob job);
    void flush();
    void setListener(Listener listener);
    const std::string &notice() const { return m_notice; }
    const std::string &path() const { return m_path; }
    std::int64_t commits() const { return m_commits.load(); }

private:
    using Group = std::vector<AnyJob>;

    void run();
    Group takeGroup();
    void process(Group &group);
    JournalStatus write(std::span<AnyJob> jobs);
    JournalStatus writeJobs(std::span<AnyJob> jobs, const std::vector<AppendRun> &runs);
    JournalStatus writeOther(AnyJob &job);
    JournalStatus commit();
    void tell();

    const std::string m_folder;
    FolderLock m_lock;
    const std::string m_path;
    const std::string m_notice;
    std::unique_ptr<JournalWriter> m_store;
    std::unique_ptr<Checkpointer> m_checkpointer;
    std::atomic<std::int64_t> m_commits = 0;

    std::mutex m_mutex;
    std::condition_variable m_wake;
    std::condition_variable m_progress;
    std::deque<AnyJob> m_waiting;
    std::uint64_t m_added = 0;
    std::uint64_t m_finished = 0;
    bool m_checkpoint = false;
    bool m_stop = false;

    std::mutex m_listenerMutex;
    Listener m_listener;
    std::thread m_thread;
};

namespace {

//! Takes what waits, up to 500 events, up to 1,000 while more wait (measured: journal layout 1).
constexpr std::size_t kGroup = 500;
constexpr std::size_t kLargeGroup = 1'000;

//! One entry per run of neighbouring appends, in their order. Compression is done before the transaction begins, so
//! that other processes need not wait for it.
JournalResult<std::vector<AppendRun>> packRuns(std::span<const AnyJob> jobs)
{
    std::vector<AppendRun> runs;
    for (std::size_t i = 0; i < jobs.size(); ++i) {
        const auto *append = std::get_if<AppendJob>(&jobs[i]);
        if (append == nullptr) {
            continue;
        }
        if (i == 0 || !std::holds_alternative<AppendJob>(jobs[i - 1])) {
            runs.emplace_back();
        }
        for (const NewEntry &entry : append->request) {
            runs.back().entries.push_back(&entry);
        }
    }
    for (AppendRun &run : runs) {
        std::vector<std::string_view> payloads;
        payloads.reserve(run.entries.size());
        for (const NewEntry *entry : run.entries) {
            payloads.emplace_back(entry->payload);
        }
        JournalResult<std::vector<PackedBlock>> blocks = packPayloads(payloads);
        if (!blocks) {
            return blocks.error();
        }
        run.blocks = std::move(blocks).value();
    }
    return runs;
}

} // namespace

JournalResult<std::unique_ptr<Journal::Writer>> Journal::Writer::start(const Options &options)
{
    const SystemClock systemClock;
    JournalResult<JournalFile> file =
        openJournalFile(options.folder, options.clock == nullptr ? systemClock : *options.clock);
    if (!file) {
        return file.error();
    }
    JournalFile opened = std::move(file).value();
    JournalResult<std::unique_ptr<JournalWriter>> store = JournalWriter::create(std::move(opened.database));
    if (!store) {
        return store.error();
    }
    JournalResult<SqlDatabase> second = SqlDatabase::open(opened.path, SqlDatabase::Mode::ReadWrite);
    if (!second) {
        return second.error();
    }
    const JournalResult<std::int64_t> commits = store.value()->database().integer("SELECT commits FROM serial");
    if (!commits) {
        return commits.error();
    }
    auto writer = std::make_unique<Writer>(options.folder, std::move(opened.lock), std::move(opened.path),
                                           std::move(opened.notice), std::move(store).value());
    writer->m_commits = commits.value();
    writer->begin(std::move(second).value());
    return writer;
}

Journal::Writer::Writer(std::string folder, FolderLock lock, std::string path, std::string notice,
                        std::unique_ptr<JournalWriter> store)
    : m_folder(std::move(folder))
    , m_lock(std::move(lock))
    , m_path(std::move(path))
    , m_notice(std::move(notice))
    , m_store(std::move(store))
{
}

void Journal::Writer::begin(SqlDatabase second)
{
    m_checkpointer = std::make_unique<Checkpointer>(std::move(second), [this] {
        {
            const std::scoped_lock lock(m_mutex);
            m_checkpoint = true;
        }
        m_wake.notify_one();
    });
    sqlite3_wal_hook(
        m_store->database().handle(),
        [](void *checkpointer, sqlite3 *, const char *, int frames) {
            static_cast<Checkpointer *>(checkpointer)->noteFrames(frames);
            return SQLITE_OK;
        },
        m_checkpointer.get());
    m_thread = quietThread([this] { run(); });
}

Journal::Writer::~Writer()
{
    {
        const std::scoped_lock lock(m_mutex);
        m_stop = true;
    }
    m_wake.notify_one();
    if (m_thread.joinable()) {
        m_thread.join();
    }
    m_checkpointer.reset();
}

void Journal::Writer::add(AnyJob job)
{
    {
        const std::scoped_lock lock(m_mutex);
        m_waiting.push_back(std::move(job));
        ++m_added;
    }
    m_wake.notify_one();
}

void Journal::Writer::flush()
{
    // From a callback there is nothing to wait for but oneself.
    if (std::this_thread::get_id() == m_thread.get_id()) {
        return;
    }
    std::unique_lock lock(m_mutex);
    const std::uint64_t upTo = m_added;
    m_progress.wait(lock, [&] { return m_finished >= upTo; });
}

void Journal::Writer::setListener(Listener listener)
{
    const std::scoped_lock lock(m_listenerMutex);
    m_listener = std::move(listener);
}

void Journal::Writer::run()
{
    std::unique_lock lock(m_mutex);
    for (;;) {
        m_wake.wait(lock, [this] { return m_stop || m_checkpoint || !m_waiting.empty(); });
        if (std::exchange(m_checkpoint, false)) {
            lock.unlock();
            // Between two transactions: what is left goes into the file, and the next commit starts the log over.
            static_cast<void>(Checkpointer::checkpoint(m_store->database()));
            lock.lock();
        }
        if (m_waiting.empty()) {
            if (m_stop) {
                return;
            }
            continue;
        }
        Group group = takeGroup();
        lock.unlock();
        process(group);
        const std::size_t size = group.size();
        group.clear();
        lock.lock();
        m_finished += size;
        m_progress.notify_all();
    }
}

Journal::Writer::Group Journal::Writer::takeGroup()
{
    std::size_t waiting = 0;
    for (auto job = m_waiting.begin(); job != m_waiting.end() && waiting <= kGroup; ++job) {
        waiting += weightOf(*job);
    }
    const std::size_t limit = waiting > kGroup ? kLargeGroup : kGroup;
    Group group;
    for (std::size_t weight = 0; !m_waiting.empty();) {
        weight += weightOf(m_waiting.front());
        if (!group.empty() && weight > limit) {
            break;
        }
        group.push_back(std::move(m_waiting.front()));
        m_waiting.pop_front();
    }
    return group;
}

void Journal::Writer::process(Group &group)
{
    const auto answer = [](AnyJob &any, const JournalStatus &status) {
        std::visit(
            [&](auto &job) {
                if (!job.callback) {
                    return;
                }
                if (status.ok()) {
                    job.callback(std::move(job.answer));
                } else {
                    job.callback(status.error());
                }
            },
            any);
    };
    const JournalStatus status = write(group);
    if (!status.ok() && status.error().kind == JournalError::Kind::Other && group.size() > 1) {
        // Perhaps one job alone cannot be written; the others shall not go down with it.
        for (AnyJob &job : group) {
            const JournalStatus single = write({&job, 1});
            answer(job, single);
            tell();
        }
        return;
    }
    for (AnyJob &job : group) {
        answer(job, status);
    }
    tell();
}

JournalStatus Journal::Writer::write(std::span<AnyJob> jobs)
{
    const JournalResult<std::vector<AppendRun>> runs = packRuns(jobs);
    if (!runs) {
        return runs.error();
    }
    JournalStatus status = m_store->begin();
    if (status.ok()) {
        status = writeJobs(jobs, runs.value());
    }
    if (status.ok()) {
        status = commit();
    }
    if (!status.ok()) {
        m_store->rollback();
        if (status.error().kind == JournalError::Kind::Damaged) {
            markSuspect(m_folder);
        }
    }
    return status;
}

JournalStatus Journal::Writer::writeJobs(std::span<AnyJob> jobs, const std::vector<AppendRun> &runs)
{
    auto run = runs.begin();
    std::int64_t nextId = 0;
    for (std::size_t i = 0; i < jobs.size(); ++i) {
        auto *append = std::get_if<AppendJob>(&jobs[i]);
        if (append == nullptr) {
            if (JournalStatus written = writeOther(jobs[i]); !written) {
                return written;
            }
            continue;
        }
        if (i == 0 || !std::holds_alternative<AppendJob>(jobs[i - 1])) {
            const JournalResult<std::int64_t> first = m_store->append(run->entries, run->blocks);
            if (!first) {
                return first.error();
            }
            nextId = first.value();
            ++run;
        }
        append->answer.clear();
        append->answer.reserve(append->request.size());
        for (std::size_t k = 0; k < append->request.size(); ++k) {
            append->answer.push_back(EntryId{nextId++});
        }
    }
    return done;
}

JournalStatus Journal::Writer::writeOther(AnyJob &any)
{
    const auto keep = [](auto &job, auto result) -> JournalStatus {
        if (!result) {
            return result.error();
        }
        job.answer = std::move(result).value();
        return done;
    };
    if (auto *record = std::get_if<RecordJob>(&any)) {
        return keep(*record, m_store->record(record->request));
    }
    if (auto *confirm = std::get_if<ConfirmJob>(&any)) {
        return keep(*confirm, m_store->confirm(confirm->request.messageId, confirm->request.how));
    }
    MoveJob &move = std::get<MoveJob>(any);
    if (move.request.cancel) {
        return keep(move, m_store->moveAll(move.request.connection,
                                           {EventState::Queued, EventState::Retrying, EventState::Waiting},
                                           EventState::Cancelled));
    }
    return keep(move, m_store->moveAll(move.request.connection, {EventState::Waiting}, EventState::Queued));
}

JournalStatus Journal::Writer::commit()
{
    const bool changes = m_store->hasChanged();
    // Counted first: a reader that sees the commit must not take it for another process's.
    m_commits += changes ? 1 : 0;
    JournalStatus committed = m_store->commit();
    if (!committed) {
        m_commits -= changes ? 1 : 0;
    }
    return committed;
}

void Journal::Writer::tell()
{
    const JournalChange change = m_store->takeChange();
    if (change.isEmpty()) {
        return;
    }
    const std::scoped_lock lock(m_listenerMutex);
    if (m_listener) {
        m_listener(change);
    }
}

void joinRanges(std::vector<IdRange> &ranges)
{
    std::ranges::sort(ranges);
    std::size_t kept = 0;
    for (const IdRange &range : ranges) {
        if (kept > 0 && range.first.value <= ranges[kept - 1].last.value + 1) {
            ranges[kept - 1].last = std::max(ranges[kept - 1].last, range.last);
        } else {
            ranges[kept++] = range;
        }
    }
    ranges.resize(kept);
}

JournalResult<std::unique_ptr<Journal>> Journal::open(Options options)
{
    JournalResult<std::unique_ptr<Writer>> writer = Writer::start(options);
    if (!writer) {
        return writer.error();
    }
    return std::unique_ptr<Journal>(new Journal(std::move(writer).value()));
}

Journal::Journal(std::unique_ptr<Writer> writer)
    : m_writer(std::move(writer))
{
}

Journal::~Journal() = default;

void Journal::append(std::vector<NewEntry> entries, Done<std::vector<EntryId>> callback)
{
    m_writer->add(AppendJob{std::move(entries), std::move(callback), {}});
}

void Journal::record(std::vector<StateChange> changes, Done<std::vector<EntryId>> callback)
{
    m_writer->add(RecordJob{std::move(changes), std::move(callback), {}});
}

void Journal::confirm(std::string messageId, std::string how, Done<std::optional<EntryId>> callback)
{
    m_writer->add(ConfirmJob{{std::move(messageId), std::move(how)}, std::move(callback), {}});
}

void Journal::requeueWaiting(std::string connection, Done<std::size_t> callback)
{
    m_writer->add(MoveJob{{std::move(connection), false}, std::move(callback), {}});
}

void Journal::cancelUndelivered(std::string connection, Done<std::size_t> callback)
{
    m_writer->add(MoveJob{{std::move(connection), true}, std::move(callback), {}});
}

void Journal::setListener(Listener listener)
{
    m_writer->setListener(std::move(listener));
}

std::int64_t Journal::commits() const
{
    return m_writer->commits();
}

void Journal::flush()
{
    m_writer->flush();
}

std::string Journal::notice() const
{
    return m_writer->notice();
}

std::string Journal::filePath() const
{
    return m_writer->path();
}

} // namespace segue
