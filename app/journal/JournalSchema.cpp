// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/journal/JournalSchema.h"

#include "app/journal/Journal.h"

#include <array>
#include <chrono>
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

constexpr std::array<const char *, Journal::kSchemaVersion> kMigrations = {kVersion1};

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
    if (JournalStatus made = database.exec(kMigrations[static_cast<std::size_t>(version.value())]); !made) {
        return made;
    }
    const std::string next = "PRAGMA user_version=" + std::to_string(version.value() + 1);
    if (JournalStatus set = database.exec(next.c_str()); !set) {
        return set;
    }
    return database.exec("COMMIT");
}

} // namespace

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
            if (database.inTransaction()) {
                static_cast<void>(database.exec("ROLLBACK"));
            }
            return step;
        }
    }
}

} // namespace segue
