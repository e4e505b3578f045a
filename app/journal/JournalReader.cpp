// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/journal/JournalReaderPrivate.h"

#include "app/journal/FilterMatcher.h"
#include "app/journal/Journal.h"
#include "app/journal/JournalFile.h"

#include <sqlite3.h>

#include <algorithm>

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

//! Calls `take` at each row, until it fails.
template <class Take> JournalStatus eachRow(SqlStatement &rows, const Take &take)
{
    for (;;) {
        const JournalResult<bool> row = rows.step();
        if (!row) {
            return row.error();
        }
        if (!row.value()) {
            return done;
        }
        if (JournalStatus taken = take(); !taken) {
            return taken;
        }
    }
}

constexpr EventState kDueStates[] = {EventState::Queued, EventState::Retrying};

} // namespace

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
    m_reader.secondParts->forget();
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
    JournalResult<SqlDatabase> opened = openJournalForReading(folder);
    if (!opened) {
        return opened.error();
    }
    database = std::move(opened).value();
    const std::string byIdSql = std::string("SELECT ") + kEntryColumns + " FROM entry WHERE id=?1";
    const std::pair<SqlStatement *, std::string_view> statements[] = {
        {&begin, "BEGIN"},
        {&end, "COMMIT"},
        {&byId, byIdSql},
        {&attempts, kAttemptsOfEntry},
        {&countsOfAll, "SELECT state, sum(n) FROM tally GROUP BY state"},
        {&countsOfOne, "SELECT b, sum(n) FROM counted WHERE kind=0 AND a=?1 GROUP BY b"},
        {&withWork, "SELECT DISTINCT connection FROM tally WHERE state IN (0,2) AND n>0 AND connection<>0"},
        {&dueNow, "SELECT id FROM entry INDEXED BY e_state WHERE state<10 AND state=?1 AND connection=?2 "
                  "AND next_attempt IS NULL ORDER BY id LIMIT ?3"},
        {&dueSince, "SELECT id FROM entry INDEXED BY e_state WHERE state<10 AND state=?1 AND connection=?2 "
                    "AND next_attempt<=?4 ORDER BY id LIMIT ?3"},
        {&nextDue,
         "SELECT min(next_attempt) FROM entry INDEXED BY e_state WHERE state<10 AND state=?1 AND connection=?2 "
         "AND next_attempt IS NOT NULL"},
        {&oldest, "SELECT min(received) FROM entry WHERE id IN (SELECT min(id) FROM entry INDEXED BY e_state "
                  "WHERE state<10 AND state IN (0,2,3) AND connection=?1 GROUP BY state)"},
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
    if (JournalStatus kept = keep(secondParts, PayloadReader::prepare(database, BlockKind::SecondParts)); !kept) {
        return kept;
    }
    if (JournalStatus kept = keep(anonymousIds, AnonymousIdReader::prepare(database)); !kept) {
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

JournalResult<std::optional<EntryContent>> JournalReader::Private::content(EntryId id)
{
    JournalResult<std::optional<Entry>> entry = find(id);
    if (!entry || !entry.value()) {
        return entry ? JournalResult<std::optional<EntryContent>>(std::nullopt) : entry.error();
    }
    EntryContent content{std::move(*entry.value()), {}};
    const JournalResult<std::string_view> payload = payloads->read(id);
    if (payload) {
        content.entry.fields.messageId = messageIds.read(payload.value());
        content.payload = payload.value();
    } else if (payload.error().kind != JournalError::Kind::Damaged) {
        return payload.error();
    }
    return std::optional(std::move(content));
}

JournalResult<std::vector<DueEntry>> JournalReader::Private::withPayloads(const std::vector<EntryId> &ids)
{
    std::vector<DueEntry> due;
    due.reserve(ids.size());
    std::optional<JournalError> damage;
    for (const EntryId id : ids) {
        JournalResult<std::optional<EntryContent>> content = this->content(id);
        if (!content) {
            return content.error();
        }
        if (content.value() && content.value()->payload) {
            due.push_back({std::move(content.value()->entry), std::move(*content.value()->payload)});
        } else if (content.value()) {
            // One block that cannot be read must not keep all other events from leaving.
            markSuspect(folder);
            damage = JournalError{JournalError::Kind::Damaged, "a block of payloads cannot be read"};
        }
    }
    if (due.empty() && damage) {
        return *damage;
    }
    return due;
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
    const JournalResult<EntryIdList> found = d->scan->newest(filter, after, limit, d->interrupted);
    if (!found) {
        return call.failed(found.error());
    }
    if (d->interrupted) {
        return JournalError{JournalError::Kind::Other, "interrupted"};
    }
    const std::size_t size = found.value().size();
    return found.value().ids(size - std::min(size, limit), limit);
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

//! What `read` gives for each id, in their order; those that are gone are left out.
template <class T, class Read>
JournalResult<std::vector<T>> JournalReader::Private::readEach(std::span<const EntryId> ids, const Read &read)
{
    const Call call(*this);
    if (!call.status()) {
        return call.failed(call.status().error());
    }
    std::vector<T> all;
    all.reserve(ids.size());
    for (const EntryId id : ids) {
        if (interrupted) {
            return JournalError{JournalError::Kind::Other, "interrupted"};
        }
        JournalResult<std::optional<T>> one = read(id);
        if (!one) {
            return call.failed(one.error());
        }
        if (one.value()) {
            all.push_back(std::move(*one.value()));
        }
    }
    return all;
}

JournalResult<std::vector<Entry>> JournalReader::entries(std::span<const EntryId> ids)
{
    return d->readEach<Entry>(ids, [this](EntryId id) { return d->find(id); });
}

JournalResult<std::optional<Entry>> JournalReader::entry(EntryId id)
{
    const Private::Call call(*d);
    if (!call.status()) {
        return call.failed(call.status().error());
    }
    JournalResult<std::optional<EntryContent>> content = d->content(id);
    if (!content) {
        return call.failed(content.error());
    }
    return content.value() ? std::optional(std::move(content.value()->entry)) : std::nullopt;
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

JournalResult<std::string> JournalReader::secondPart(EntryId id)
{
    const Private::Call call(*d);
    if (!call.status()) {
        return call.failed(call.status().error());
    }
    const JournalResult<std::string_view> bytes = d->secondParts->read(id);
    if (!bytes) {
        return call.failed(bytes.error());
    }
    return std::string(bytes.value());
}

JournalResult<std::vector<EntryContent>> JournalReader::contents(std::span<const EntryId> ids, ContentParts parts)
{
    return d->readEach<EntryContent>(ids, [this, parts](EntryId id) {
        JournalResult<std::optional<EntryContent>> content = d->content(id);
        if (content && content.value() && parts == ContentParts::PayloadsAndSecondParts) {
            const JournalResult<std::string_view> part = d->secondParts->read(id);
            if (!part && part.error().kind != JournalError::Kind::Damaged) {
                return JournalResult<std::optional<EntryContent>>(part.error());
            }
            content.value()->secondPart = part.valueOr({});
        }
        return content;
    });
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
    const JournalStatus read = eachRow(rows, [&]() -> JournalStatus {
        attempts.push_back(attemptOf(rows));
        return done;
    });
    if (!read) {
        return call.failed(read.error());
    }
    return attempts;
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
    const JournalStatus read = eachRow(rows, [&]() -> JournalStatus {
        const std::int64_t state = rows.integer(0);
        if (state >= 0 && state < kEventStateCount) {
            counts.counts[state] = rows.integer(1);
        }
        return done;
    });
    if (!read) {
        return call.failed(read.error());
    }
    return counts;
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
    const JournalStatus read = eachRow(d->withWork, [&]() -> JournalStatus {
        JournalResult<std::string> text = d->words->text(d->withWork.integer(0));
        if (!text) {
            return text.error();
        }
        connections.push_back(std::move(text).value());
        return done;
    });
    if (!read) {
        return call.failed(read.error());
    }
    return connections;
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

JournalResult<std::optional<std::int64_t>> JournalReader::oldestUndelivered(const std::string &connection)
{
    const Private::Call call(*d);
    if (!call.status()) {
        return call.failed(call.status().error());
    }
    const JournalResult<std::int64_t> number = d->words->find(WordKind::Connection, connection);
    if (!number) {
        return call.failed(number.error());
    }
    const StatementScope scope(d->oldest);
    d->oldest.bind(1, number.value());
    const JournalResult<bool> row = d->oldest.step();
    if (!row) {
        return call.failed(row.error());
    }
    return row.value() && !d->oldest.isNull(0) ? std::optional(d->oldest.integer(0)) : std::nullopt;
}

JournalResult<AnonymousIds> JournalReader::anonymousIds(const std::string &connection, std::int64_t since,
                                                        EntryId before, std::int64_t span)
{
    const Private::Call call(*d);
    if (!call.status()) {
        return call.failed(call.status().error());
    }
    JournalResult<AnonymousIds> ids = d->anonymousIds->read(connection, since, before, span, *d->words);
    if (!ids) {
        return call.failed(ids.error());
    }
    return ids;
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
