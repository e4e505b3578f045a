// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/journal/JournalReader.h"

#include "app/journal/EntryScan.h"
#include "app/journal/FilterMatcher.h"
#include "app/journal/Journal.h"
#include "app/journal/JournalFile.h"
#include "app/journal/MessageIdReader.h"
#include "app/journal/RateReader.h"

#include <sqlite3.h>

#include <algorithm>
#include <atomic>
#include <unistd.h>

namespace segue {

namespace {

//! Words::prepare() also makes a writing statement; a reader's connection refuses to run it.
template <class T> JournalStatus keep(std::optional<T> &place, JournalResult<T> result)
{
    if (!result) {
        return result.error();
    }
    place = std::move(result).value();
    return done;
}

//! Ids of the first and of the largest step of a search.
constexpr std::int64_t kFirstStep = 1'024;
constexpr std::int64_t kLargestStep = 16'384;

constexpr EventState kDueStates[] = {EventState::Queued, EventState::Retrying};

} // namespace

class JournalReader::Private
{
public:
    //! One call: a transaction, so that its statements see the same moment, ended when the scope is left.
    class Call
    {
    public:
        explicit Call(Private &reader);
        ~Call();
        Call(const Call &) = delete;
        Call &operator=(const Call &) = delete;
        const JournalStatus &status() const { return m_status; }
        //! The error, remembered for the next start when the file is damaged.
        JournalError failed(const JournalError &error) const;

    private:
        Private &m_reader;
        JournalStatus m_status;
    };

    JournalStatus open(const std::string &folder);
    JournalStatus collectIds(SqlStatement &rows, std::size_t limit, std::vector<EntryId> &ids);
    JournalStatus search(const EventFilter &filter, EntryId after, std::size_t limit, EntryIdList &found);
    JournalResult<bool> means(FilterMatcher &matcher, EntryId id);
    JournalResult<std::optional<Entry>> find(EntryId id);
    JournalStatus dueIds(std::int64_t connection, std::int64_t now, std::size_t limit, std::vector<EntryId> &ids);
    JournalResult<std::vector<DueEntry>> withPayloads(const std::vector<EntryId> &ids);
    void readMessageId(Entry &entry, std::string_view payload);

    std::string folder;
    SqlDatabase database;
    std::optional<Words> words;
    std::optional<PayloadReader> payloads;
    std::optional<EntryScan> scan;
    std::optional<RateReader> rates;
    MessageIdReader messageIds;
    SqlStatement begin;
    SqlStatement end;
    SqlStatement byId;
    SqlStatement attempts;
    SqlStatement countsOfAll;
    SqlStatement countsOfOne;
    SqlStatement withWork;
    SqlStatement dueNow;
    SqlStatement dueSince;
    SqlStatement nextDue;
    SqlStatement version;
    SqlStatement commits;
    std::atomic<bool> interrupted = false;
};

JournalReader::Private::Call::Call(Private &reader)
    : m_reader(reader)
    , m_status(reader.begin.run())
{
    m_reader.interrupted = false;
}

JournalReader::Private::Call::~Call()
{
    static_cast<void>(m_reader.end.run());
    // A payload may be erased for good between two calls.
    m_reader.payloads->forget();
}

JournalError JournalReader::Private::Call::failed(const JournalError &error) const
{
    if (error.kind == JournalError::Kind::Damaged) {
        markSuspect(m_reader.folder);
    }
    return error;
}

JournalStatus JournalReader::Private::open(const std::string &inFolder)
{
    folder = inFolder;
    const std::string path = journalPath(folder);
    if (access(path.c_str(), F_OK) != 0) {
        return systemError(errno, path);
    }
    JournalResult<SqlDatabase> opened = SqlDatabase::open(path, SqlDatabase::Mode::Reader);
    if (!opened) {
        return opened.error();
    }
    database = std::move(opened).value();
    const JournalResult<std::int64_t> schema = database.integer("PRAGMA user_version");
    if (!schema) {
        return schema.error();
    }
    if (schema.value() != Journal::kSchemaVersion) {
        const bool newer = schema.value() > Journal::kSchemaVersion;
        return JournalError{newer ? JournalError::Kind::NewerVersion : JournalError::Kind::Open,
                            "schema " + std::to_string(schema.value())};
    }
    const std::string byIdSql = std::string("SELECT ") + kEntryColumns + " FROM entry WHERE id=?1";
    const std::pair<SqlStatement *, std::string_view> statements[] = {
        {&begin, "BEGIN"},
        {&end, "COMMIT"},
        {&byId, byIdSql},
        {&attempts, "SELECT started, duration, status, outcome, may_have_arrived, request_head, response_head, "
                    "response_body, error FROM attempt JOIN request ON request.id=attempt.request "
                    "WHERE attempt.entry=?1 ORDER BY attempt.nr"},
        {&countsOfAll, "SELECT state, sum(n) FROM tally GROUP BY state"},
        {&countsOfOne, "SELECT state, n FROM tally WHERE connection=?1"},
        {&withWork, "SELECT DISTINCT connection FROM tally WHERE state IN (0,2) AND n>0 AND connection<>0"},
        {&dueNow, "SELECT id FROM entry INDEXED BY e_state WHERE state<10 AND state=?1 AND connection=?2 "
                  "AND next_attempt IS NULL ORDER BY id LIMIT ?3"},
        {&dueSince, "SELECT id FROM entry INDEXED BY e_state WHERE state<10 AND state=?1 AND connection=?2 "
                    "AND next_attempt<=?4 ORDER BY id LIMIT ?3"},
        {&nextDue,
         "SELECT min(next_attempt) FROM entry INDEXED BY e_state WHERE state<10 AND state=?1 AND connection=?2 "
         "AND next_attempt IS NOT NULL"},
        {&version, "PRAGMA data_version"},
        {&commits, "SELECT commits FROM serial"},
    };
    for (const auto &[statement, sql] : statements) {
        JournalResult<SqlStatement> prepared = database.prepare(sql);
        if (!prepared) {
            return prepared.error();
        }
        *statement = std::move(prepared).value();
    }
    if (JournalStatus kept = keep(words, Words::prepare(database)); !kept) {
        return kept;
    }
    if (JournalStatus kept = keep(payloads, PayloadReader::prepare(database)); !kept) {
        return kept;
    }
    if (JournalStatus kept = keep(rates, RateReader::prepare(database)); !kept) {
        return kept;
    }
    return keep(scan, EntryScan::prepare(database, *words));
}

JournalStatus JournalReader::Private::collectIds(SqlStatement &rows, std::size_t limit, std::vector<EntryId> &ids)
{
    while (ids.size() < limit) {
        const JournalResult<bool> row = rows.step();
        if (!row) {
            return row.error();
        }
        if (!row.value()) {
            break;
        }
        ids.push_back(EntryId{rows.integer(0)});
    }
    return done;
}

//! From the newest end in growing steps, until there are enough.
JournalStatus JournalReader::Private::search(const EventFilter &filter, EntryId after, std::size_t limit,
                                             EntryIdList &found)
{
    JournalResult<IdRange> all = scan->extent();
    if (!all) {
        return all.error();
    }
    const EntryId lowest = std::max(all.value().first, EntryId{after.value + 1});
    EntryId last = all.value().last;
    if (JournalStatus set = scan->setFilter(filter, {lowest, last}); !set) {
        return set;
    }
    for (std::int64_t step = kFirstStep; last >= lowest && found.size() < limit;
         step = std::min(kLargestStep, 2 * step)) {
        const EntryId first = scan->isAnswered() ? lowest : EntryId{std::max(lowest.value, last.value - step + 1)};
        if (JournalStatus scanned = scan->scan({first, last}, interrupted, found); !scanned) {
            return scanned;
        }
        if (interrupted) {
            return JournalError{JournalError::Kind::Other, "interrupted"};
        }
        last = EntryId{first.value - 1};
    }
    return done;
}

JournalResult<bool> JournalReader::Private::means(FilterMatcher &matcher, EntryId id)
{
    const JournalResult<std::optional<Entry>> entry = find(id);
    if (!entry) {
        return entry.error();
    }
    std::optional<JournalError> failure;
    const bool meant = entry.value() && matcher.matches(*entry.value(), [&]() -> std::string_view {
        const JournalResult<std::string_view> payload = payloads->read(id);
        if (!payload && payload.error().kind != JournalError::Kind::Damaged) {
            failure = payload.error();
        }
        // A payload that cannot be read holds no word.
        return payload ? payload.value() : std::string_view();
    });
    return failure ? JournalResult<bool>(*failure) : meant;
}

JournalResult<std::optional<Entry>> JournalReader::Private::find(EntryId id)
{
    const StatementScope scope(byId);
    byId.bind(1, id.value);
    const JournalResult<bool> row = byId.step();
    if (!row) {
        return row.error();
    }
    if (!row.value()) {
        return std::optional<Entry>();
    }
    JournalResult<Entry> entry = entryOf(byId, *words);
    if (!entry) {
        return entry.error();
    }
    return std::optional<Entry>(std::move(entry).value());
}

JournalStatus JournalReader::Private::dueIds(std::int64_t connection, std::int64_t now, std::size_t limit,
                                             std::vector<EntryId> &ids)
{
    for (const EventState state : kDueStates) {
        for (SqlStatement *statement : {&dueNow, &dueSince}) {
            const StatementScope scope(*statement);
            statement->bind(1, static_cast<std::int64_t>(state))
                .bind(2, connection)
                .bind(3, static_cast<std::int64_t>(limit));
            if (statement == &dueSince) {
                statement->bind(4, now);
            }
            if (JournalStatus read = collectIds(*statement, ids.size() + limit, ids); !read) {
                return read;
            }
        }
    }
    std::ranges::sort(ids);
    ids.resize(std::min(ids.size(), limit));
    return done;
}

JournalResult<std::vector<DueEntry>> JournalReader::Private::withPayloads(const std::vector<EntryId> &ids)
{
    std::vector<DueEntry> due;
    due.reserve(ids.size());
    std::optional<JournalError> damage;
    for (const EntryId id : ids) {
        JournalResult<std::optional<Entry>> entry = find(id);
        if (!entry) {
            return entry.error();
        }
        const JournalResult<std::string_view> payload = payloads->read(id);
        if (!payload && payload.error().kind != JournalError::Kind::Damaged) {
            return payload.error();
        }
        if (!payload) {
            // One block that cannot be read must not keep all other events from leaving.
            markSuspect(folder);
            damage = payload.error();
            continue;
        }
        readMessageId(*entry.value(), payload.value());
        due.push_back({std::move(*entry.value()), std::string(payload.value())});
    }
    if (due.empty() && damage) {
        return *damage;
    }
    return due;
}

void JournalReader::Private::readMessageId(Entry &entry, std::string_view payload)
{
    entry.fields.messageId = messageIds.read(payload);
}

JournalResult<std::unique_ptr<JournalReader>> JournalReader::open(const std::string &folder)
{
    auto reader = std::make_unique<Private>();
    if (JournalStatus opened = reader->open(folder); !opened) {
        return opened.error();
    }
    return std::unique_ptr<JournalReader>(new JournalReader(std::move(reader)));
}

JournalReader::JournalReader(std::unique_ptr<Private> reader)
    : d(std::move(reader))
{
}

JournalReader::~JournalReader() = default;

JournalResult<std::vector<EntryId>> JournalReader::ids(const EventFilter &filter, EntryId after, std::size_t limit)
{
    const Private::Call call(*d);
    if (!call.status()) {
        return call.failed(call.status().error());
    }
    EntryIdList found;
    if (JournalStatus searched = d->search(filter, after, limit, found); !searched) {
        return call.failed(searched.error());
    }
    const std::size_t skipped = found.size() > limit ? found.size() - limit : 0;
    return found.ids(skipped, limit);
}

JournalResult<std::vector<EntryId>> JournalReader::matching(const EventFilter &filter, std::span<const EntryId> ids)
{
    const Private::Call call(*d);
    if (!call.status()) {
        return call.failed(call.status().error());
    }
    FilterMatcher matcher(filter);
    std::vector<EntryId> meant;
    for (const EntryId id : ids) {
        if (d->interrupted) {
            return JournalError{JournalError::Kind::Other, "interrupted"};
        }
        const JournalResult<bool> means = d->means(matcher, id);
        if (!means) {
            return call.failed(means.error());
        }
        if (means.value()) {
            meant.push_back(id);
        }
    }
    return meant;
}

JournalResult<std::vector<Entry>> JournalReader::entries(std::span<const EntryId> ids)
{
    const Private::Call call(*d);
    if (!call.status()) {
        return call.failed(call.status().error());
    }
    std::vector<Entry> entries;
    entries.reserve(ids.size());
    for (const EntryId id : ids) {
        if (d->interrupted) {
            return JournalError{JournalError::Kind::Other, "interrupted"};
        }
        JournalResult<std::optional<Entry>> entry = d->find(id);
        if (!entry) {
            return call.failed(entry.error());
        }
        if (entry.value()) {
            entries.push_back(std::move(*entry.value()));
        }
    }
    return entries;
}

JournalResult<std::optional<Entry>> JournalReader::entry(EntryId id)
{
    const Private::Call call(*d);
    if (!call.status()) {
        return call.failed(call.status().error());
    }
    JournalResult<std::optional<Entry>> entry = d->find(id);
    if (!entry) {
        return call.failed(entry.error());
    }
    if (entry.value()) {
        const JournalResult<std::string_view> payload = d->payloads->read(id);
        if (payload.ok()) {
            d->readMessageId(*entry.value(), payload.value());
        }
    }
    return entry;
}

JournalResult<std::optional<std::string>> JournalReader::payload(EntryId id)
{
    const Private::Call call(*d);
    if (!call.status()) {
        return call.failed(call.status().error());
    }
    const JournalResult<std::optional<Entry>> entry = d->find(id);
    if (!entry) {
        return call.failed(entry.error());
    }
    if (!entry.value()) {
        return std::optional<std::string>();
    }
    const JournalResult<std::string_view> bytes = d->payloads->read(id);
    if (!bytes) {
        return call.failed(bytes.error());
    }
    return std::optional<std::string>(bytes.value());
}

JournalResult<std::vector<EntryContent>> JournalReader::contents(std::span<const EntryId> ids)
{
    const Private::Call call(*d);
    if (!call.status()) {
        return call.failed(call.status().error());
    }
    std::vector<EntryContent> contents;
    contents.reserve(ids.size());
    for (const EntryId id : ids) {
        if (d->interrupted) {
            return JournalError{JournalError::Kind::Other, "interrupted"};
        }
        JournalResult<std::optional<Entry>> entry = d->find(id);
        if (!entry) {
            return call.failed(entry.error());
        }
        if (!entry.value()) {
            continue;
        }
        const JournalResult<std::string_view> payload = d->payloads->read(id);
        if (!payload && payload.error().kind != JournalError::Kind::Damaged) {
            return call.failed(payload.error());
        }
        EntryContent &content = contents.emplace_back();
        content.entry = std::move(*entry.value());
        if (payload) {
            d->readMessageId(content.entry, payload.value());
            content.payload = payload.value();
        }
    }
    return contents;
}

JournalResult<std::vector<Attempt>> JournalReader::attempts(EntryId id)
{
    const Private::Call call(*d);
    if (!call.status()) {
        return call.failed(call.status().error());
    }
    std::vector<Attempt> attempts;
    SqlStatement &rows = d->attempts;
    const StatementScope scope(rows);
    rows.bind(1, id.value);
    for (;;) {
        const JournalResult<bool> row = rows.step();
        if (!row) {
            return call.failed(row.error());
        }
        if (!row.value()) {
            return attempts;
        }
        Attempt attempt;
        attempt.started = rows.integer(0);
        attempt.duration = rows.integer(1);
        attempt.status = static_cast<int>(rows.integer(2));
        attempt.outcome = rows.text(3);
        attempt.mayHaveArrived = rows.integer(4) != 0;
        attempt.requestHead = rows.text(5);
        attempt.responseHead = rows.text(6);
        attempt.responseBody = rows.blob(7);
        attempt.error = rows.text(8);
        attempts.push_back(std::move(attempt));
    }
}

JournalResult<StateCounts> JournalReader::counts(const std::optional<std::string> &connection)
{
    const Private::Call call(*d);
    if (!call.status()) {
        return call.failed(call.status().error());
    }
    StateCounts counts;
    SqlStatement &rows = connection ? d->countsOfOne : d->countsOfAll;
    const StatementScope scope(rows);
    if (connection) {
        const JournalResult<std::int64_t> number = d->words->find(WordKind::Connection, *connection);
        if (!number) {
            return call.failed(number.error());
        }
        rows.bind(1, number.value());
    }
    for (;;) {
        const JournalResult<bool> row = rows.step();
        if (!row) {
            return call.failed(row.error());
        }
        if (!row.value()) {
            return counts;
        }
        const std::int64_t state = rows.integer(0);
        if (state >= 0 && state < kEventStateCount) {
            counts.counts[state] = rows.integer(1);
        }
    }
}

JournalResult<std::vector<RateBucket>> JournalReader::rates(std::span<const std::string> connections,
                                                            std::int64_t since, std::int64_t until)
{
    const Private::Call call(*d);
    if (!call.status()) {
        return call.failed(call.status().error());
    }
    JournalResult<std::vector<RateBucket>> buckets = d->rates->read(connections, since, until, *d->words);
    if (!buckets) {
        return call.failed(buckets.error());
    }
    return buckets;
}

JournalResult<std::vector<std::string>> JournalReader::connectionsWithWork()
{
    const Private::Call call(*d);
    if (!call.status()) {
        return call.failed(call.status().error());
    }
    std::vector<std::string> connections;
    const StatementScope scope(d->withWork);
    for (;;) {
        const JournalResult<bool> row = d->withWork.step();
        if (!row) {
            return call.failed(row.error());
        }
        if (!row.value()) {
            return connections;
        }
        JournalResult<std::string> text = d->words->text(d->withWork.integer(0));
        if (!text) {
            return call.failed(text.error());
        }
        connections.push_back(std::move(text).value());
    }
}

JournalResult<std::vector<DueEntry>> JournalReader::due(const std::string &connection, std::int64_t now,
                                                        std::size_t limit)
{
    const Private::Call call(*d);
    if (!call.status()) {
        return call.failed(call.status().error());
    }
    const JournalResult<std::int64_t> number = d->words->find(WordKind::Connection, connection);
    if (!number) {
        return call.failed(number.error());
    }
    std::vector<EntryId> ids;
    if (JournalStatus read = d->dueIds(number.value(), now, limit, ids); !read) {
        return call.failed(read.error());
    }
    JournalResult<std::vector<DueEntry>> due = d->withPayloads(ids);
    if (!due) {
        return call.failed(due.error());
    }
    return due;
}

JournalResult<std::optional<std::int64_t>> JournalReader::nextDue(const std::string &connection)
{
    const Private::Call call(*d);
    if (!call.status()) {
        return call.failed(call.status().error());
    }
    const JournalResult<std::int64_t> number = d->words->find(WordKind::Connection, connection);
    if (!number) {
        return call.failed(number.error());
    }
    std::optional<std::int64_t> next;
    for (const EventState state : kDueStates) {
        const StatementScope scope(d->nextDue);
        d->nextDue.bind(1, static_cast<std::int64_t>(state)).bind(2, number.value());
        const JournalResult<bool> row = d->nextDue.step();
        if (!row) {
            return call.failed(row.error());
        }
        if (row.value() && !d->nextDue.isNull(0)) {
            const std::int64_t time = d->nextDue.integer(0);
            next = next ? std::min(*next, time) : time;
        }
    }
    return next;
}

std::int64_t JournalReader::dataVersion()
{
    const StatementScope scope(d->version);
    return d->version.step().ok() ? d->version.integer(0) : -1;
}

JournalResult<std::int64_t> JournalReader::commits()
{
    const StatementScope scope(d->commits);
    const JournalResult<bool> row = d->commits.step();
    if (!row) {
        return row.error();
    }
    return row.value() ? d->commits.integer(0) : 0;
}

void JournalReader::interrupt()
{
    d->interrupted = true;
    sqlite3_interrupt(d->database.handle());
}

} // namespace segue
