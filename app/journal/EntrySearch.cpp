// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/journal/EntrySearch.h"

#include "app/journal/EntryScan.h"
#include "app/journal/JournalFile.h"
#include "app/journal/QuietThread.h"

#include <algorithm>
#include <atomic>
#include <chrono>
#include <condition_variable>
#include <deque>
#include <map>
#include <mutex>

namespace segue {

namespace {

constexpr int kThreads = 2; // measured: a third gains nothing on two cores (journal layout 3)
//! Ids of the first piece, which answers at once, and of the largest.
constexpr std::int64_t kFirstPiece = 2'048;
constexpr std::int64_t kLargestPiece = 16'384;
//! What is found is handed over at most so often, except for the first and the last.
constexpr std::chrono::milliseconds kBetweenBatches{25};
//! After so long without work the connections are closed.
constexpr std::chrono::milliseconds kIdle{400};

using SteadyClock = std::chrono::steady_clock;

struct Job
{
    EntrySearch::JobId id = 0;
    EventFilter filter;
    EntrySearch::Found found;
    std::atomic<bool> cancelled = false;

    // Guarded by the mutex of the search.
    bool begun = false;
    bool taken = false; //!< no piece is left to take
    IdRange all;        //!< when the search began
    EntryId next;       //!< pieces below and with this one are left
    std::int64_t piece = kFirstPiece;
    std::uint64_t nextNumber = 0; //!< of the next piece

    // Guarded by its own mutex, which is held while batches are handed over.
    std::mutex handing;
    std::uint64_t handed = 0; //!< pieces before this one have been handed over
    struct Piece
    {
        EntryIdList ids;
        EntryId reached;
    };
    std::map<std::uint64_t, Piece> waiting;
    SearchBatch batch;
    bool anyFound = false;
    bool over = false;
    SteadyClock::time_point lastHanded;
};

//! A connection for one thread, with what it searches for.
struct Connection
{
    SqlDatabase database;
    std::optional<Words> words;
    std::optional<EntryScan> scan;
    std::shared_ptr<Job> job; //!< whose filter has been set

    static JournalResult<std::unique_ptr<Connection>> open(const std::string &folder)
    {
        JournalResult<SqlDatabase> opened = SqlDatabase::open(journalPath(folder), SqlDatabase::Mode::Reader);
        if (!opened) {
            return opened.error();
        }
        auto connection = std::make_unique<Connection>();
        connection->database = std::move(opened).value();
        JournalResult<Words> words = Words::prepare(connection->database);
        if (!words) {
            return words.error();
        }
        connection->words = std::move(words).value();
        JournalResult<EntryScan> scan = EntryScan::prepare(connection->database, *connection->words);
        if (!scan) {
            return scan.error();
        }
        connection->scan = std::move(scan).value();
        return connection;
    }
};

//! A read transaction, ended when the scope is left.
class Snapshot
{
public:
    explicit Snapshot(SqlDatabase &database)
        : m_database(database)
        , m_begun(database.exec("BEGIN"))
    {
    }
    ~Snapshot()
    {
        if (m_begun.ok()) {
            static_cast<void>(m_database.exec("COMMIT"));
        }
    }
    Snapshot(const Snapshot &) = delete;
    Snapshot &operator=(const Snapshot &) = delete;
    const JournalStatus &status() const { return m_begun; }

private:
    SqlDatabase &m_database;
    JournalStatus m_begun;
};

} // namespace

double SearchBatch::searchedShare() const
{
    if (last || all.last < all.first) {
        return 1;
    }
    return static_cast<double>(all.last.value - reached.value + 1) /
           static_cast<double>(all.last.value - all.first.value + 1);
}

class EntrySearch::Private
{
public:
    explicit Private(std::string folder);
    ~Private();
    Private(const Private &) = delete;
    Private &operator=(const Private &) = delete;

    JobId start(EventFilter filter, Found found);
    void cancel(JobId id);

private:
    struct Piece
    {
        std::shared_ptr<Job> job;
        IdRange range;
        std::uint64_t number = 0;
    };

    void run();
    std::shared_ptr<Job> jobToDo();
    JournalStatus prepare(std::unique_ptr<Connection> &connection, const std::shared_ptr<Job> &job);
    bool hasBegun(const Job &job);
    bool begin(Job &job, IdRange all);
    std::optional<Piece> takePiece(const std::shared_ptr<Job> &job, bool whole);
    JournalStatus search(Connection &connection, const std::shared_ptr<Job> &job);
    void handOver(Job &job, std::uint64_t number, Job::Piece piece);
    void fail(Job &job, const JournalError &error);

    const std::string m_folder;
    std::mutex m_mutex;
    std::condition_variable m_wake;
    std::deque<std::shared_ptr<Job>> m_jobs;
    JobId m_lastId = 0;
    bool m_stop = false;
    std::vector<std::thread> m_threads;
};

EntrySearch::Private::Private(std::string folder)
    : m_folder(std::move(folder))
{
    for (int i = 0; i < kThreads; ++i) {
        m_threads.push_back(quietThread([this] { run(); }));
    }
}

EntrySearch::Private::~Private()
{
    {
        const std::scoped_lock lock(m_mutex);
        m_stop = true;
        for (const std::shared_ptr<Job> &job : m_jobs) {
            job->cancelled = true;
        }
    }
    m_wake.notify_all();
    for (std::thread &thread : m_threads) {
        thread.join();
    }
}

EntrySearch::JobId EntrySearch::Private::start(EventFilter filter, Found found)
{
    auto job = std::make_shared<Job>();
    job->filter = std::move(filter);
    job->found = std::move(found);
    JobId id = 0;
    {
        const std::scoped_lock lock(m_mutex);
        id = job->id = ++m_lastId;
        m_jobs.push_back(std::move(job));
    }
    m_wake.notify_all();
    return id;
}

void EntrySearch::Private::cancel(JobId id)
{
    const std::scoped_lock lock(m_mutex);
    const auto job = std::ranges::find(m_jobs, id, [](const std::shared_ptr<Job> &each) { return each->id; });
    if (job != m_jobs.end()) {
        (*job)->cancelled = true;
        m_jobs.erase(job);
    }
}

void EntrySearch::Private::run()
{
    std::unique_ptr<Connection> connection;
    for (;;) {
        std::shared_ptr<Job> job;
        {
            std::unique_lock lock(m_mutex);
            const auto ready = [this, &job] { return m_stop || (job = jobToDo()) != nullptr; };
            if (!connection) {
                m_wake.wait(lock, ready);
            } else if (!m_wake.wait_for(lock, kIdle, ready)) {
                lock.unlock();
                connection.reset();
                continue;
            }
            if (m_stop) {
                return;
            }
        }
        JournalStatus status = prepare(connection, job);
        if (status.ok()) {
            status = search(*connection, job);
        }
        if (!status.ok()) {
            connection.reset();
            fail(*job, status.error());
        }
    }
}

//! The oldest job that has something left to take.
std::shared_ptr<Job> EntrySearch::Private::jobToDo()
{
    const auto job = std::ranges::find_if(m_jobs, [](const std::shared_ptr<Job> &each) { return !each->taken; });
    return job == m_jobs.end() ? nullptr : *job;
}

JournalStatus EntrySearch::Private::prepare(std::unique_ptr<Connection> &connection, const std::shared_ptr<Job> &job)
{
    if (!connection) {
        JournalResult<std::unique_ptr<Connection>> opened = Connection::open(m_folder);
        if (!opened) {
            return opened.error();
        }
        connection = std::move(opened).value();
    }
    if (connection->job == job) {
        return done;
    }
    // The thread that comes first says what the job goes through. A look at the journal from before that could know
    // less, and what it leaves of the filter would be too little.
    for (bool isAfter = false; !isAfter;) {
        isAfter = hasBegun(*job);
        const Snapshot snapshot(connection->database);
        if (!snapshot.status()) {
            return snapshot.status();
        }
        const JournalResult<IdRange> all = connection->scan->extent();
        if (!all) {
            return all.error();
        }
        isAfter = isAfter || begin(*job, all.value());
        if (!isAfter) {
            continue;
        }
        if (JournalStatus set = connection->scan->setFilter(job->filter, all.value()); !set) {
            return set;
        }
    }
    connection->job = job;
    return done;
}

bool EntrySearch::Private::hasBegun(const Job &job)
{
    const std::scoped_lock lock(m_mutex);
    return job.begun;
}

//! False when another thread has been first.
bool EntrySearch::Private::begin(Job &job, IdRange all)
{
    const std::scoped_lock lock(m_mutex);
    if (std::exchange(job.begun, true)) {
        return false;
    }
    job.all = all;
    job.next = all.last;
    return true;
}

//! An empty journal is one piece as well, so that somebody says that this was all.
std::optional<EntrySearch::Private::Piece> EntrySearch::Private::takePiece(const std::shared_ptr<Job> &job, bool whole)
{
    const std::scoped_lock lock(m_mutex);
    if (job->taken || job->cancelled) {
        return {};
    }
    const EntryId last = job->next;
    const bool first = job->nextNumber == 0;
    const std::int64_t size = whole && !first ? last.value : job->piece;
    const EntryId begin{std::max(job->all.first.value, last.value - size + 1)};
    job->piece = std::min(kLargestPiece, job->piece * 2);
    job->next = EntryId{begin.value - 1};
    job->taken = begin <= job->all.first || last < begin;
    return Piece{job, {begin, last}, job->nextNumber++};
}

JournalStatus EntrySearch::Private::search(Connection &connection, const std::shared_ptr<Job> &job)
{
    while (const std::optional<Piece> piece = takePiece(job, connection.scan->isAnswered())) {
        Job::Piece found{{}, piece->range.first};
        {
            const Snapshot snapshot(connection.database);
            if (!snapshot.status()) {
                return snapshot.status();
            }
            if (JournalStatus read = connection.scan->scan(piece->range, job->cancelled, found.ids); !read) {
                return read;
            }
        }
        handOver(*job, piece->number, std::move(found));
    }
    connection.job.reset();
    return done;
}

void EntrySearch::Private::handOver(Job &job, std::uint64_t number, Job::Piece piece)
{
    const std::scoped_lock lock(job.handing);
    if (job.over || job.cancelled) {
        return;
    }
    job.waiting.emplace(number, std::move(piece));
    if (number != job.handed) {
        return; // one above it is still being searched
    }
    for (auto next = job.waiting.begin(); next != job.waiting.end() && next->first == job.handed;
         next = job.waiting.erase(next), ++job.handed) {
        job.batch.ids.insert(next->second.ids);
        job.batch.reached = next->second.reached;
    }
    {
        const std::scoped_lock taking(m_mutex);
        job.over = job.taken && job.handed == job.nextNumber;
        job.batch.all = job.all;
    }
    const auto now = SteadyClock::now();
    const bool firstFound = !job.anyFound && !job.batch.ids.isEmpty();
    if (!job.over && !firstFound && now - job.lastHanded < kBetweenBatches) {
        return;
    }
    job.anyFound = job.anyFound || firstFound;
    job.lastHanded = now;
    job.batch.last = job.over;
    SearchBatch batch = std::exchange(job.batch, {});
    if (job.over) {
        cancel(job.id);
    }
    job.found(std::move(batch));
}

void EntrySearch::Private::fail(Job &job, const JournalError &error)
{
    cancel(job.id);
    const std::scoped_lock lock(job.handing);
    if (std::exchange(job.over, true)) {
        return;
    }
    SearchBatch batch;
    batch.last = true;
    batch.error = error;
    job.found(std::move(batch));
}

EntrySearch::EntrySearch(std::string folder)
    : d(std::make_unique<Private>(std::move(folder)))
{
}

EntrySearch::~EntrySearch() = default;

EntrySearch::JobId EntrySearch::start(EventFilter filter, Found found)
{
    return d->start(std::move(filter), std::move(found));
}

void EntrySearch::cancel(JobId job)
{
    d->cancel(job);
}

} // namespace segue
