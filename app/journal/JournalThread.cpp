// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/journal/JournalThread.h"

#include "app/core/ShortTurns.h"
#include "app/journal/QuietThread.h"

#include <sqlite3.h>

#include <algorithm>
#include <future>
#include <utility>

namespace segue {

//! Appends that follow each other share their payload blocks.
struct AppendRun
{
    std::vector<const NewEntry *> entries;
    PackedParts parts;
    bool mayRepeat = false; //!< one of them, or more
};

namespace {

//! Takes what waits, up to 500 events, up to 1,000 while more wait (measured: journal layout 1).
constexpr std::size_t kGroup = 500;
constexpr std::size_t kLargeGroup = 1'000;

//! What waits to be written takes so much memory at most; one job alone may be larger.
constexpr std::size_t kMostWaitingBytes = std::size_t{128} * 1024 * 1024;
//! What comes while a group is written joins its commit, up to so much.
constexpr std::size_t kMostJoining = 64;
constexpr std::size_t kMostJoiningBytes = std::size_t{64} * 1024;

//! An idle moment is one in which nothing was written for so long.
constexpr std::chrono::milliseconds kIdle{200};
constexpr std::chrono::milliseconds kBetweenSlices{10};
constexpr std::chrono::seconds kAfterAppend{2};
constexpr std::chrono::seconds kBetweenLooks{60};
//! Of SQLite's busy time-out each.
constexpr int kTruncateTries = 2;
//! Without any idle moment a slice follows so many new entries; it can take twice as many.
constexpr std::size_t kAppendedPerSlice = 2'048;

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
            runs.back().mayRepeat = runs.back().mayRepeat || entry.repeatSince > 0;
        }
    }
    for (AppendRun &run : runs) {
        JournalResult<PackedParts> parts = PackedParts::of(run.entries);
        if (!parts) {
            return parts.error();
        }
        run.parts = std::move(parts).value();
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
    static const SystemClock kSystemClock;
    writer->m_clock = options.clock == nullptr ? &kSystemClock : options.clock;
    if (options.upkeep) {
        JournalResult<std::unique_ptr<Upkeep>> upkeep = Upkeep::create(*writer->m_store);
        if (!upkeep) {
            return upkeep.error();
        }
        writer->m_upkeep = std::move(upkeep).value();
        writer->m_upkeep->setRetention(*options.upkeep);
        writer->m_upkeepAt = std::chrono::steady_clock::now() + kAfterAppend;
    }
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
    m_erasure.reset(); // it waits for this thread
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
    std::vector<NewEntry> given; // goes when the lock has been given back
    auto *const append = std::get_if<AppendJob>(&job);
    if (append != nullptr) {
        append->bytes = bytesOf(append->request);
    }
    {
        const std::scoped_lock lock(m_mutex);
        if (append != nullptr && m_waitingBytes > 0 && m_waitingBytes + append->bytes > kMostWaitingBytes) {
            append->status = JournalError{JournalError::Kind::Other, "too much waits to be written"};
            append->bytes = 0;
            given.swap(append->request);
        }
        m_waitingBytes += bytesOf(job);
        m_waiting.push_back(std::move(job));
        ++m_added;
    }
    m_wake.notify_one();
}

template <class Job, class Answer> JournalResult<Answer> Journal::Writer::addAndWait(Job job)
{
    std::promise<JournalResult<Answer>> promise;
    job.callback = [&promise](const JournalResult<Answer> &answer) { promise.set_value(answer); };
    std::future<JournalResult<Answer>> future = promise.get_future();
    add(std::move(job));
    return future.get();
}

void Journal::Writer::erase(std::string value, bool remove, Done<Erased> callback)
{
    const std::scoped_lock lock(m_erasureMutex);
    if (!m_erasure) {
        m_erasure = std::make_unique<Erasure>(
            m_folder, Erasure::Writer{[this](std::vector<EntryId> ids) {
                                          return addAndWait<RemoveJob, StateCounts>({{std::move(ids)}, {}, {}});
                                      },
                                      [this](std::string person) {
                                          return addAndWait<ScrubJob, bool>({{std::move(person)}, {}, {}});
                                      },
                                      [this](bool held) {
                                          const std::scoped_lock guard(m_mutex);
                                          m_held = held;
                                      }});
    }
    m_erasure->add(std::move(value), remove, std::move(callback));
}

void Journal::Writer::sendKept(KeptRequest request, std::size_t sentBefore, Done<std::size_t> callback)
{
    KeptRequest following = request;
    auto answered = [this, following, sentBefore,
                     callback = std::move(callback)](const JournalResult<KeptSlice> &slice) {
        if (!slice) {
            callback(slice.error());
            return;
        }
        const std::size_t sent = sentBefore + slice.value().moved;
        if (slice.value().next == 0) {
            callback(sent);
            return;
        }
        sendKept({following.connection, following.now, slice.value().next, slice.value().upTo}, sent, callback);
    };
    add(KeptJob{std::move(request), std::move(answered), {}});
}

void Journal::Writer::setRetention(const Retention &retention)
{
    {
        const std::scoped_lock lock(m_mutex);
        m_newRetention = retention;
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
    askForShortTurns();
    std::unique_lock lock(m_mutex);
    for (;;) {
        waitForWork(lock);
        if (std::exchange(m_checkpoint, false)) {
            lock.unlock();
            // Between two transactions: what is left goes into the file, and the next commit starts the log over.
            static_cast<void>(Checkpointer::checkpoint(m_store->database()));
            lock.lock();
        }
        if (const auto retention = std::exchange(m_newRetention, std::nullopt); retention && m_upkeep) {
            m_upkeep->setRetention(*retention);
            m_upkeepAt = {};
        }
        const bool idle = m_waiting.empty();
        if (idle && m_stop) {
            return;
        }
        const bool upkeepIsDue =
            idle ? std::chrono::steady_clock::now() >= m_upkeepAt : m_appended >= kAppendedPerSlice;
        if (m_upkeep && !m_held && upkeepIsDue) {
            lock.unlock();
            lookAfterFile();
            lock.lock();
        }
        if (idle) {
            continue;
        }
        Group group = takeGroup();
        lock.unlock();
        process(group);
        const std::size_t size = group.size();
        std::size_t appended = 0;
        std::size_t bytes = 0;
        for (const AnyJob &job : group) {
            appended += std::holds_alternative<AppendJob>(job) ? weightOf(job) : 0;
            bytes += bytesOf(job);
        }
        giveAnswers(std::move(group));
        tell();
        planUpkeep(appended);
        lock.lock();
        m_waitingBytes -= bytes;
        m_finished += size;
        m_progress.notify_all();
    }
}

void Journal::Writer::waitForWork(std::unique_lock<std::mutex> &lock)
{
    const auto something = [this] { return m_stop || m_checkpoint || m_newRetention || !m_waiting.empty(); };
    if (m_upkeep) {
        m_wake.wait_until(lock, m_held ? std::chrono::steady_clock::now() + kBetweenLooks : m_upkeepAt, something);
    } else {
        m_wake.wait(lock, something);
    }
}

void Journal::Writer::planUpkeep(std::size_t appended)
{
    const SteadyTime now = std::chrono::steady_clock::now();
    m_appended += appended;
    if (appended > 0) {
        m_upkeepAt = std::min(m_upkeepAt, now + kAfterAppend);
    }
    m_upkeepAt = std::max(m_upkeepAt, now + kIdle);
}

void Journal::Writer::lookAfterFile()
{
    m_appended = 0;
    JournalStatus status = m_store->begin();
    bool more = false;
    if (status.ok()) {
        const JournalResult<bool> step = m_upkeep->step(m_clock->now());
        more = step.valueOr(false);
        status = step ? commit() : JournalStatus(step.error());
    }
    if (!status) {
        m_store->rollback();
        noteFailure(status.error());
        more = false;
    }
    m_upkeepAt = std::chrono::steady_clock::now() + (more ? SteadyTime::duration(kBetweenSlices) : kBetweenLooks);
    tell();
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
        const bool alone = standsAlone(m_waiting.front());
        if (!group.empty() && (weight > limit || alone)) {
            break;
        }
        group.push_back(std::move(m_waiting.front()));
        m_waiting.pop_front();
        if (alone) {
            break;
        }
    }
    return group;
}

void Journal::Writer::process(Group &group)
{
    if (auto *job = std::get_if<ScrubJob>(&group.front())) {
        JournalResult<bool> scrubbed = scrub(job->request.value);
        job->status = scrubbed ? JournalStatus(done) : JournalStatus(scrubbed.error());
        job->answer = scrubbed.valueOr(false);
        return;
    }
    const bool forGood = std::holds_alternative<RemoveJob>(group.front());
    if (forGood) {
        static_cast<void>(m_store->database().exec("PRAGMA secure_delete=ON"));
    }
    bool begun = false;
    const JournalStatus status = write(group, begun, forGood ? nullptr : &group);
    if (forGood) {
        static_cast<void>(m_store->database().exec("PRAGMA secure_delete=OFF"));
    }
    // Perhaps one job alone cannot be written; the others shall not go down with it.
    const bool singly = !status.ok() && begun && status.error().kind == JournalError::Kind::Other && group.size() > 1;
    for (AnyJob &job : group) {
        if (!singly) {
            setStatus(job, status);
            continue;
        }
        setStatus(job, write({&job, 1}, begun));
        tell();
    }
}

JournalStatus Journal::Writer::write(std::span<AnyJob> jobs, bool &begun, Group *open)
{
    const JournalResult<std::vector<AppendRun>> runs = packRuns(jobs);
    if (!runs) {
        return runs.error();
    }
    JournalStatus status = m_store->begin();
    begun = status.ok();
    if (begun) {
        status = writeJobs(jobs, runs.value());
    }
    if (status.ok() && open != nullptr) {
        status = writeJoiners(*open);
    }
    if (status.ok()) {
        status = commit();
    }
    if (!status.ok()) {
        m_store->rollback();
        noteFailure(status.error());
    }
    return status;
}

// Who comes while others are written would otherwise wait for two commits. Only a little: its packing keeps the
// transaction open.
JournalStatus Journal::Writer::writeJoiners(Group &group)
{
    std::size_t places = kMostJoining;
    std::size_t bytes = kMostJoiningBytes;
    for (std::size_t written = group.size(); takeJoiners(group, places, bytes); written = group.size()) {
        const std::span<AnyJob> joiners = std::span(group).subspan(written);
        const JournalResult<std::vector<AppendRun>> runs = packRuns(joiners);
        JournalStatus status = runs ? writeJobs(joiners, runs.value()) : JournalStatus(runs.error());
        if (!status) {
            return status;
        }
    }
    return done;
}

bool Journal::Writer::takeJoiners(Group &group, std::size_t &places, std::size_t &bytes)
{
    const std::size_t before = group.size();
    const std::scoped_lock lock(m_mutex);
    while (!m_waiting.empty()) {
        const AnyJob &next = m_waiting.front();
        if (standsAlone(next) || weightOf(next) > places || bytesOf(next) > bytes) {
            break;
        }
        places -= weightOf(next);
        bytes -= bytesOf(next);
        group.push_back(std::move(m_waiting.front()));
        m_waiting.pop_front();
    }
    return group.size() > before;
}

void Journal::Writer::noteFailure(const JournalError &error)
{
    if (error.kind == JournalError::Kind::Damaged) {
        markSuspect(m_folder);
    }
}

JournalStatus Journal::Writer::writeJobs(std::span<AnyJob> jobs, const std::vector<AppendRun> &runs)
{
    auto run = runs.begin();
    std::vector<EntryId> ids; // of the run under way
    std::size_t next = 0;
    for (std::size_t i = 0; i < jobs.size(); ++i) {
        auto *append = std::get_if<AppendJob>(&jobs[i]);
        if (append == nullptr) {
            if (JournalStatus written = writeOther(jobs[i]); !written) {
                return written;
            }
            continue;
        }
        if (i == 0 || !std::holds_alternative<AppendJob>(jobs[i - 1])) {
            JournalResult<std::vector<EntryId>> added = run->mayRepeat
                                                            ? m_store->appendUnlessRepeated(run->entries, run->parts)
                                                            : m_store->append(run->entries, run->parts);
            if (!added) {
                return added.error();
            }
            ids = std::move(added).value();
            next = 0;
            ++run;
        }
        const auto from = ids.begin() + static_cast<std::ptrdiff_t>(next);
        const std::size_t count = append->request.size();
        append->answer.assign(from, from + static_cast<std::ptrdiff_t>(count));
        next += count;
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
    if (auto *hand = std::get_if<HandJob>(&any)) {
        return keep(*hand, m_store->moveByHand(hand->request.ids, hand->request.to, hand->request.now));
    }
    if (auto *remove = std::get_if<RemoveJob>(&any)) {
        return keep(*remove, m_store->remove(remove->request.ids));
    }
    if (auto *kept = std::get_if<KeptJob>(&any)) {
        const KeptRequest &request = kept->request;
        return keep(*kept, m_store->queueKept(request.connection, request.from, request.upTo, request.now));
    }
    MoveJob &move = std::get<MoveJob>(any);
    if (move.request.cancel) {
        return keep(move, m_store->moveAll(move.request.connection,
                                           {EventState::Queued, EventState::Retrying, EventState::Waiting},
                                           EventState::Cancelled, move.request.now));
    }
    return keep(move,
                m_store->moveAll(move.request.connection, {EventState::Waiting}, EventState::Queued, move.request.now));
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

JournalResult<bool> Journal::Writer::scrub(const std::string &value)
{
    SqlDatabase &database = m_store->database();
    JournalStatus status = m_store->begin();
    if (status.ok()) {
        status = m_store->clearMentions(value);
    }
    if (status.ok()) {
        status = commit();
    }
    if (!status) {
        m_store->rollback();
        noteFailure(status.error());
        return status.error();
    }
    // Pages keep bytes of rows that were moved or dropped long before; only a file that is written anew holds none.
    if (JournalStatus vacuumed = database.exec("VACUUM"); !vacuumed) {
        noteFailure(vacuumed.error());
        return false;
    }
    for (int i = 0; i < kTruncateTries; ++i) {
        // Waits for readers for as long as SQLite's busy time-out says.
        if (sqlite3_wal_checkpoint_v2(database.handle(), nullptr, SQLITE_CHECKPOINT_TRUNCATE, nullptr, nullptr) ==
            SQLITE_OK) {
            return true;
        }
    }
    return false;
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

} // namespace segue
