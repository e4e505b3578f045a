// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/journal/JournalSchema.h"

#include "app/journal/EntryRows.h"
#include "app/journal/Journal.h"

#include <sqlite3.h>

#include <array>
#include <chrono>
#include <map>
#include <thread>

namespace segue {

namespace {

// Version 1. The numbers behind it are in the journal's layout study:
// - entry: narrow rows. Texts that come again are numbers of `word` (0: empty). mid and ih are keyHash() of messageId
// and
//   identity; an index that starts with id>>12 only ever grows at its end, so a commit touches few pages.
// - e_state holds the states below 10 only; with connection and time it answers what is due without a look at the rows.
// - unknown_at: start of the first attempt of which nobody knows whether it arrived; twice: see Entry::mayArriveTwice.
// - block: payloads of consecutive entries, id is the first; see PayloadBlocks.
// - request: an attempt as many entries of one batch share it; attempt: which entry had part in which. last_entry tells
//   when nobody refers to a request any more.
// - serial: the highest entry id ever given, and how many commits there were.
constexpr const char *kVersion1 = R"(
CREATE TABLE word(id INTEGER PRIMARY KEY, kind INTEGER NOT NULL, text TEXT NOT NULL, UNIQUE(kind, text));
CREATE TABLE entry(id INTEGER PRIMARY KEY, received INTEGER NOT NULL, connection INTEGER NOT NULL,
  origin INTEGER NOT NULL, event INTEGER NOT NULL, id_kind INTEGER NOT NULL, identity TEXT, message_type INTEGER,
  campaign TEXT, device INTEGER, mid INTEGER, ih INTEGER, state INTEGER NOT NULL, attempts INTEGER NOT NULL DEFAULT 0,
  status INTEGER, next_attempt INTEGER, findings INTEGER, error TEXT, last_duration INTEGER, unknown_at INTEGER,
  twice INTEGER);
CREATE INDEX e_mid ON entry(id>>12, mid);
CREATE INDEX e_ident ON entry(id>>12, ih);
CREATE INDEX e_event ON entry(event);
CREATE INDEX e_state ON entry(state, connection, next_attempt) WHERE state < 10;
CREATE TABLE block(id INTEGER PRIMARY KEY, n INTEGER NOT NULL, raw INTEGER NOT NULL, body BLOB NOT NULL);
CREATE TABLE tally(connection INTEGER, state INTEGER, n INTEGER NOT NULL, PRIMARY KEY(connection, state)) WITHOUT ROWID;
CREATE TABLE request(id INTEGER PRIMARY KEY, started INTEGER NOT NULL, duration INTEGER NOT NULL,
  status INTEGER NOT NULL, outcome TEXT, may_have_arrived INTEGER NOT NULL, request_head TEXT, response_head TEXT,
  response_body BLOB, error TEXT, last_entry INTEGER NOT NULL);
CREATE TABLE attempt(entry INTEGER, nr INTEGER, request INTEGER NOT NULL, PRIMARY KEY(entry, nr)) WITHOUT ROWID;
CREATE TABLE serial(id INTEGER PRIMARY KEY CHECK (id = 1), last_entry INTEGER NOT NULL, commits INTEGER NOT NULL);
INSERT INTO serial VALUES(1, 0, 0);
)";

// Version 2.
// - rate: how many entries were received in a stretch of kRateBucketMs, by connection and present state; only from the
//   bucket serial.rate_from on.
// - kept: by origin, how many entries there are and how many bytes their payloads have.
// - request.refs: how many rows of attempt name it.
constexpr const char *kVersion2 = R"(
CREATE TABLE rate(bucket INTEGER, connection INTEGER, state INTEGER, n INTEGER NOT NULL,
  PRIMARY KEY(bucket, connection, state)) WITHOUT ROWID;
CREATE TABLE kept(origin INTEGER PRIMARY KEY, entries INTEGER NOT NULL, bytes INTEGER NOT NULL);
ALTER TABLE serial ADD COLUMN rate_from INTEGER NOT NULL DEFAULT 0;
ALTER TABLE request ADD COLUMN refs INTEGER NOT NULL DEFAULT 0;
UPDATE serial SET rate_from=strftime('%s', 'now')/5-4320;
INSERT INTO rate SELECT received/5000, connection, state, count(*) FROM entry
  WHERE received/5000>=(SELECT rate_from FROM serial) GROUP BY 1, 2, 3;
UPDATE request SET refs=part.n FROM (SELECT request AS number, count(*) AS n FROM attempt GROUP BY request) AS part
  WHERE part.number=request.id;
)";
static_assert(kRateBucketMs == 5'000 && kRateKeptMs / kRateBucketMs == 4'320, "stored in kVersion2");

//! The payloads are compressed, so their sizes cannot be summed up by SQL.
JournalStatus countKept(SqlDatabase &database)
{
    JournalResult<SqlStatement> rows = database.prepare("SELECT id, origin FROM entry ORDER BY id");
    JournalResult<PayloadReader> payloads = PayloadReader::prepare(database);
    if (!rows || !payloads) {
        return rows ? payloads.error() : rows.error();
    }
    std::map<Origin, std::pair<std::int64_t, std::int64_t>> kept;
    for (;;) {
        const JournalResult<bool> row = rows.value().step();
        if (!row) {
            return row.error();
        }
        if (!row.value()) {
            break;
        }
        const JournalResult<std::string_view> payload = payloads.value().read(EntryId{rows.value().integer(0)});
        if (!payload) {
            return payload.error();
        }
        auto &[entries, bytes] = kept[static_cast<Origin>(rows.value().integer(1))];
        ++entries;
        bytes += static_cast<std::int64_t>(payload.value().size());
    }
    for (const auto &[origin, sums] : kept) {
        const std::string sql = "INSERT INTO kept VALUES(" + std::to_string(static_cast<int>(origin)) + "," +
                                std::to_string(sums.first) + "," + std::to_string(sums.second) + ")";
        if (JournalStatus inserted = database.exec(sql.c_str()); !inserted) {
            return inserted;
        }
    }
    return done;
}

// Version 3.
// - second_block: as block, of the entries' second parts; only where there is one. kept.bytes counts them as well.
// - entry.repeats: how often the same event came again; NULL: never.
// - entry.asked_at: from when its budget of tries counts: its first try that failed, or when it was last queued again,
//   by a person or after a wait.
constexpr const char *kVersion3 = R"(
CREATE TABLE second_block(id INTEGER PRIMARY KEY, n INTEGER NOT NULL, raw INTEGER NOT NULL, body BLOB NOT NULL);
ALTER TABLE entry ADD COLUMN repeats INTEGER;
ALTER TABLE entry ADD COLUMN asked_at INTEGER;
)";

// Version 4.
// - counter: all kept counts, by what Counters says of a SumKind.
// - serial.fresh: those of the last commits, which are not in `counter` yet, as JSON: a commit of a few entries changes
//   one page instead of four.
// - counted: both together, perhaps in several rows each; tally, rate and kept: summed up, with the names they had.
constexpr const char *kVersion4 = R"(
CREATE TABLE counter(kind INTEGER, a INTEGER, b INTEGER, c INTEGER, n INTEGER NOT NULL, PRIMARY KEY(kind, a, b, c))
  WITHOUT ROWID;
INSERT INTO counter SELECT 0, connection, state, 0, n FROM tally;
INSERT INTO counter SELECT 1, bucket, connection, state, n FROM rate;
INSERT INTO counter SELECT 2, origin, 0, 0, entries FROM kept UNION ALL SELECT 3, origin, 0, 0, bytes FROM kept;
DROP TABLE tally;
DROP TABLE rate;
DROP TABLE kept;
ALTER TABLE serial ADD COLUMN fresh TEXT;
CREATE VIEW counted AS SELECT kind, a, b, c, n FROM counter
  UNION ALL SELECT value->>0, value->>1, value->>2, value->>3, value->>4 FROM serial, json_each(serial.fresh);
CREATE VIEW tally AS SELECT a AS connection, b AS state, sum(n) AS n FROM counted WHERE kind=0 GROUP BY a, b;
CREATE VIEW rate AS SELECT a AS bucket, b AS connection, c AS state, sum(n) AS n FROM counted WHERE kind=1
  GROUP BY a, b, c HAVING sum(n)<>0;
CREATE VIEW kept AS SELECT a AS origin, sum(n) FILTER (WHERE kind=2) AS entries, sum(n) FILTER (WHERE kind=3) AS bytes
  FROM counted WHERE kind IN (2, 3) GROUP BY a;
)";

struct Migration
{
    const char *sql;
    JournalStatus (*after)(SqlDatabase &database);
};

constexpr std::array<Migration, Journal::kSchemaVersion> kMigrations{
    {{kVersion1, nullptr}, {kVersion2, countKept}, {kVersion3, nullptr}, {kVersion4, nullptr}}};

constexpr int kModeTries = 500;
constexpr std::chrono::milliseconds kModePause{10};

//! SQLite does not wait by itself while another process makes the same step.
JournalStatus useWriteAheadLog(SqlDatabase &database)
{
    for (int i = 0;; ++i) {
        JournalResult<std::string> mode = database.text("PRAGMA journal_mode=WAL");
        if (mode.ok() && mode.value() == "wal") {
            return done;
        }
        if (mode.ok()) {
            return JournalError{JournalError::Kind::Open, "the file system allows no write-ahead log: " + mode.value()};
        }
        if (mode.error().kind != JournalError::Kind::Other || i == kModeTries) {
            return mode.error();
        }
        std::this_thread::sleep_for(kModePause);
    }
}

JournalStatus migrateOnce(SqlDatabase &database)
{
    if (JournalStatus begun = database.exec("BEGIN IMMEDIATE"); !begun) {
        return begun;
    }
    // Another process may have been faster.
    JournalResult<std::int64_t> version = database.integer("PRAGMA user_version");
    if (!version) {
        return version.error();
    }
    if (version.value() >= Journal::kSchemaVersion) {
        return database.exec("ROLLBACK");
    }
    const Migration &migration = kMigrations[static_cast<std::size_t>(version.value())];
    if (JournalStatus made = database.exec(migration.sql); !made) {
        return readingFailed(database, made.error());
    }
    if (migration.after != nullptr) {
        if (JournalStatus finished = migration.after(database); !finished) {
            return finished;
        }
    }
    const std::string next = "PRAGMA user_version=" + std::to_string(version.value() + 1);
    if (JournalStatus set = database.exec(next.c_str()); !set) {
        return set;
    }
    return database.exec("COMMIT");
}

} // namespace

JournalError readingFailed(const SqlDatabase &database, JournalError error)
{
    if ((sqlite3_errcode(database.handle()) & 0xff) == SQLITE_ERROR) {
        error.kind = JournalError::Kind::Damaged;
    }
    return error;
}

JournalStatus migrate(SqlDatabase &database)
{
    const JournalResult<std::int64_t> pages = database.integer("PRAGMA page_count");
    if (!pages) {
        return pages.error();
    }
    if (pages.value() == 0) {
        if (JournalStatus set = database.exec("PRAGMA page_size=4096; PRAGMA auto_vacuum=INCREMENTAL;"); !set) {
            return set;
        }
    }
    if (JournalStatus mode = useWriteAheadLog(database); !mode) {
        return mode;
    }
    for (;;) {
        const JournalResult<std::int64_t> version = database.integer("PRAGMA user_version");
        if (!version) {
            return version.error();
        }
        if (version.value() > Journal::kSchemaVersion) {
            return JournalError{JournalError::Kind::NewerVersion, "schema " + std::to_string(version.value())};
        }
        if (version.value() == Journal::kSchemaVersion) {
            return done;
        }
        if (JournalStatus step = migrateOnce(database); !step) {
            database.rollback();
            return step;
        }
    }
}

} // namespace segue
