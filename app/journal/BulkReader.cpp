// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/journal/BulkReader.h"

#include "app/journal/EntryRows.h"
#include "app/journal/JournalFile.h"
#include "app/journal/MessageIdReader.h"

namespace segue {

namespace {

//! A range is read at once when not more than so many rows come for each one that is wanted.
constexpr std::int64_t kRowsForOne = 4;

} // namespace

class BulkReader::Private
{
public:
    JournalStatus open(const std::string &inFolder);
    JournalResult<std::vector<StoredEntry>> read(std::span<const EntryId> ids, Parts parts);

private:
    JournalStatus readRange(std::span<const EntryId> ids, std::vector<StoredEntry> &found);
    JournalStatus readEach(std::span<const EntryId> ids, std::vector<StoredEntry> &found);
    JournalStatus take(const SqlStatement &row, std::vector<StoredEntry> &found);
    JournalStatus complete(StoredEntry &stored, Parts parts);
    JournalStatus addPayload(StoredEntry &stored);
    JournalStatus addSecondPart(StoredEntry &stored);
    JournalStatus addAttempts(StoredEntry &stored);

    std::string folder;
    SqlDatabase database;
    std::optional<Words> words;
    std::optional<PayloadReader> payloads;
    std::optional<PayloadReader> secondParts;
    MessageIdReader messageIds;
    SqlStatement begin;
    SqlStatement end;
    SqlStatement range;
    SqlStatement attempts;
};

JournalStatus BulkReader::Private::open(const std::string &inFolder)
{
    folder = inFolder;
    JournalResult<SqlDatabase> opened = openJournalForReading(folder);
    if (!opened) {
        return opened.error();
    }
    database = std::move(opened).value();
    const std::string rangeSql =
        std::string("SELECT ") + kEntryColumns + " FROM entry WHERE id>=?1 AND id<=?2 ORDER BY id";
    const std::pair<SqlStatement *, std::string_view> statements[] = {
        {&begin, "BEGIN"}, {&end, "COMMIT"}, {&range, rangeSql}, {&attempts, kAttemptsOfEntry}};
    for (const auto &[statement, sql] : statements) {
        JournalResult<SqlStatement> prepared = database.prepare(sql);
        if (!prepared) {
            return prepared.error();
        }
        *statement = std::move(prepared).value();
    }
    JournalResult<Words> dictionary = Words::prepare(database);
    if (!dictionary) {
        return dictionary.error();
    }
    words = std::move(dictionary).value();
    for (const auto &[reader, kind] :
         {std::pair(&payloads, BlockKind::Payloads), std::pair(&secondParts, BlockKind::SecondParts)}) {
        JournalResult<PayloadReader> made = PayloadReader::prepare(database, kind);
        if (!made) {
            return made.error();
        }
        *reader = std::move(made).value();
    }
    return done;
}

JournalResult<std::vector<StoredEntry>> BulkReader::Private::read(std::span<const EntryId> ids, Parts parts)
{
    std::vector<StoredEntry> found;
    if (ids.empty()) {
        return found;
    }
    if (JournalStatus begun = begin.run(); !begun) {
        return begun.error();
    }
    found.reserve(ids.size());
    const std::int64_t span = ids.back().value - ids.front().value + 1;
    const bool dense = span <= static_cast<std::int64_t>(ids.size()) * kRowsForOne;
    JournalStatus status = dense ? readRange(ids, found) : readEach(ids, found);
    for (std::size_t i = 0; status.ok() && i < found.size(); ++i) {
        status = complete(found[i], parts);
    }
    static_cast<void>(end.run());
    // A payload may be erased for good between two calls.
    payloads->forget();
    secondParts->forget();
    if (!status) {
        if (status.error().kind == JournalError::Kind::Damaged) {
            markSuspect(folder);
        }
        return status.error();
    }
    return found;
}

JournalStatus BulkReader::Private::readRange(std::span<const EntryId> ids, std::vector<StoredEntry> &found)
{
    const StatementScope scope(range);
    range.bind(1, ids.front().value).bind(2, ids.back().value);
    std::size_t next = 0;
    for (;;) {
        const JournalResult<bool> row = range.step();
        if (!row) {
            return row.error();
        }
        if (!row.value()) {
            return done;
        }
        const std::int64_t id = range.integer(0);
        while (next < ids.size() && ids[next].value < id) {
            ++next;
        }
        if (next < ids.size() && ids[next].value == id) {
            if (JournalStatus taken = take(range, found); !taken) {
                return taken;
            }
        }
    }
}

JournalStatus BulkReader::Private::readEach(std::span<const EntryId> ids, std::vector<StoredEntry> &found)
{
    for (const EntryId id : ids) {
        const StatementScope scope(range);
        range.bind(1, id.value).bind(2, id.value);
        const JournalResult<bool> row = range.step();
        if (!row) {
            return row.error();
        }
        if (row.value()) {
            if (JournalStatus taken = take(range, found); !taken) {
                return taken;
            }
        }
    }
    return done;
}

JournalStatus BulkReader::Private::take(const SqlStatement &row, std::vector<StoredEntry> &found)
{
    JournalResult<Entry> entry = entryOf(row, *words);
    if (!entry) {
        return entry.error();
    }
    found.push_back({std::move(entry).value(), {}, {}, {}});
    return done;
}

JournalStatus BulkReader::Private::complete(StoredEntry &stored, Parts parts)
{
    const bool withAttempts = parts == Parts::PayloadsAndAttempts || parts == Parts::All;
    const bool withSecondPart = parts == Parts::PayloadsAndSecondParts || parts == Parts::All;
    JournalStatus status = addPayload(stored);
    if (status && withAttempts && stored.entry.attempts > 0) {
        status = addAttempts(stored);
    }
    return status && withSecondPart ? addSecondPart(stored) : status;
}

JournalStatus BulkReader::Private::addPayload(StoredEntry &stored)
{
    const JournalResult<std::string_view> payload = payloads->read(stored.entry.id);
    if (payload) {
        stored.payload = std::string(payload.value());
        stored.entry.fields.messageId = messageIds.read(payload.value());
        return done;
    }
    if (payload.error().kind != JournalError::Kind::Damaged) {
        return payload.error();
    }
    // One block that cannot be read must not keep the others from leaving.
    markSuspect(folder);
    return done;
}

JournalStatus BulkReader::Private::addSecondPart(StoredEntry &stored)
{
    const JournalResult<std::string_view> part = secondParts->read(stored.entry.id);
    if (part) {
        stored.secondPart = part.value();
        return done;
    }
    if (part.error().kind != JournalError::Kind::Damaged) {
        return part.error();
    }
    markSuspect(folder);
    return done;
}

JournalStatus BulkReader::Private::addAttempts(StoredEntry &stored)
{
    const StatementScope scope(attempts);
    attempts.bind(1, stored.entry.id.value);
    for (;;) {
        const JournalResult<bool> row = attempts.step();
        if (!row) {
            return row.error();
        }
        if (!row.value()) {
            return done;
        }
        stored.attempts.push_back(attemptOf(attempts));
    }
}

JournalResult<std::unique_ptr<BulkReader>> BulkReader::open(const std::string &folder)
{
    auto reader = std::make_unique<Private>();
    if (JournalStatus opened = reader->open(folder); !opened) {
        return opened.error();
    }
    return std::unique_ptr<BulkReader>(new BulkReader(std::move(reader)));
}

BulkReader::BulkReader(std::unique_ptr<Private> reader)
    : d(std::move(reader))
{
}

BulkReader::~BulkReader() = default;

JournalResult<std::vector<StoredEntry>> BulkReader::read(std::span<const EntryId> ids, Parts parts)
{
    return d->read(ids, parts);
}

} // namespace segue
