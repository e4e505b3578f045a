// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/journal/JournalVerifier.h"

#include "app/journal/Counters.h"
#include "app/journal/Journal.h"
#include "app/journal/JournalFile.h"
#include "app/journal/KeyHash.h"
#include "app/journal/PayloadBlocks.h"
#include "app/journal/Words.h"

#include <sqlite3.h>

#include <algorithm>
#include <atomic>
#include <cerrno>
#include <map>
#include <optional>
#include <set>
#include <tuple>
#include <unistd.h>
#include <utility>

namespace segue {

namespace {

using Finding = JournalFinding::Kind;
using Sums = std::map<std::tuple<std::int64_t, std::int64_t, std::int64_t>, std::int64_t>;

} // namespace

class JournalVerifier::Private
{
public:
    JournalStatus open(const std::string &folder);
    JournalResult<JournalReport> run();

    std::atomic<bool> interrupted = false;
    SqlDatabase database;
    std::string unopened; //!< why SQLite does not take the file for a database; empty when it does

private:
    void find(Finding kind, std::int64_t id, std::string detail = {});
    //! Damage that a statement met becomes a finding; anything else ends the run.
    JournalStatus noted(JournalStatus status);
    template <class Row> JournalStatus each(const char *sql, const Row &row);

    JournalStatus checkStructure();
    JournalStatus readWords();
    JournalStatus checkRows();
    JournalStatus nextEntry();
    JournalStatus checkBlock(const SqlStatement &row);
    void checkEntry(std::int64_t payloadBytes);
    JournalStatus checkSecondParts();
    JournalStatus checkSecondBlock(const SqlStatement &row, SqlStatement &entries);
    JournalStatus checkCounts();
    JournalStatus compare(const char *name, const char *sql, const Sums &counted);
    JournalStatus checkAttempts();

    JournalReport m_report;
    std::map<std::int64_t, std::set<std::int64_t>> m_words; // by kind
    SqlStatement m_entries;
    std::int64_t m_entry = 0; //!< the one that m_entries stands at; 0: none is left
    std::int64_t m_blockEnd = 0;
    std::int64_t m_lastGiven = 0;
    std::int64_t m_rateFrom = 0;
    Sums m_tally;
    Sums m_rate;
    Sums m_kept;
    Sums m_bytes;
};

JournalStatus JournalVerifier::Private::open(const std::string &folder)
{
    const std::string path = journalPath(folder);
    if (access(path.c_str(), F_OK) != 0) {
        return systemError(errno, path);
    }
    JournalResult<SqlDatabase> opened = SqlDatabase::open(path, SqlDatabase::Mode::Reader);
    if (!opened) {
        if (opened.error().kind != JournalError::Kind::Damaged) {
            return opened.error();
        }
        unopened = opened.error().detail;
        return done;
    }
    database = std::move(opened).value();
    const JournalResult<std::int64_t> schema = database.integer("PRAGMA user_version");
    if (!schema) {
        // run() meets it again and names it.
        return schema.error().kind == JournalError::Kind::Damaged ? JournalStatus(done) : schema.error();
    }
    if (schema.value() != Journal::kSchemaVersion) {
        const bool newer = schema.value() > Journal::kSchemaVersion;
        return JournalError{newer ? JournalError::Kind::NewerVersion : JournalError::Kind::OlderVersion,
                            "schema " + std::to_string(schema.value())};
    }
    return done;
}

void JournalVerifier::Private::find(Finding kind, std::int64_t id, std::string detail)
{
    ++m_report.found;
    if (m_report.findings.size() < JournalReport::kMostFindings) {
        m_report.findings.push_back({kind, id, std::move(detail)});
    }
}

JournalStatus JournalVerifier::Private::noted(JournalStatus status)
{
    if (interrupted) {
        return JournalError{JournalError::Kind::Closed, "interrupted"};
    }
    if (status.ok()) {
        return status;
    }
    // A table or column that is not there is damage as well.
    const bool missing = (sqlite3_errcode(database.handle()) & 0xff) == SQLITE_ERROR;
    if (status.error().kind != JournalError::Kind::Damaged && !missing) {
        return status;
    }
    find(Finding::Structure, 0, status.error().detail);
    return done;
}

template <class Row> JournalStatus JournalVerifier::Private::each(const char *sql, const Row &row)
{
    JournalResult<SqlStatement> statement = database.prepare(sql);
    if (!statement) {
        return statement.error();
    }
    const StatementScope scope(statement.value());
    for (;;) {
        const JournalResult<bool> more = statement.value().step();
        if (!more) {
            return more.error();
        }
        if (!more.value()) {
            return done;
        }
        row(statement.value());
    }
}

JournalResult<JournalReport> JournalVerifier::Private::run()
{
    m_report = {};
    using Step = JournalStatus (Private::*)();
    for (const Step step : {&Private::checkStructure, &Private::readWords, &Private::checkRows,
                            &Private::checkSecondParts, &Private::checkCounts, &Private::checkAttempts}) {
        if (JournalStatus status = noted((this->*step)()); !status) {
            return status.error();
        }
    }
    return m_report;
}

JournalStatus JournalVerifier::Private::checkStructure()
{
    JournalStatus status = each("PRAGMA integrity_check(100)", [&](const SqlStatement &row) {
        if (row.text(0) != "ok") {
            find(Finding::Structure, 0, std::string(row.text(0)));
        }
    });
    m_report.fileBytes =
        database.integer("PRAGMA page_count").valueOr(0) * database.integer("PRAGMA page_size").valueOr(0);
    return status;
}

JournalStatus JournalVerifier::Private::readWords()
{
    JournalStatus read = each("SELECT kind, id FROM word",
                              [&](const SqlStatement &row) { m_words[row.integer(0)].insert(row.integer(1)); });
    if (!read) {
        return read;
    }
    return each("SELECT last_entry, rate_from FROM serial", [&](const SqlStatement &row) {
        m_lastGiven = row.integer(0);
        m_rateFrom = row.integer(1);
    });
}

JournalStatus JournalVerifier::Private::checkRows()
{
    JournalResult<SqlStatement> entries = database.prepare(
        "SELECT id, received, connection, origin, event, id_kind, identity, message_type, device, ih, state, attempts, "
        "repeats FROM entry NOT INDEXED ORDER BY id");
    if (!entries) {
        return entries.error();
    }
    m_entries = std::move(entries).value();
    const StatementScope scope(m_entries);
    if (JournalStatus first = nextEntry(); !first) {
        return first;
    }
    JournalStatus inner = done;
    JournalStatus read = each("SELECT id, n, raw, body FROM block ORDER BY id", [&](const SqlStatement &row) {
        if (inner.ok() && !interrupted) {
            inner = checkBlock(row);
        }
    });
    while (read.ok() && inner.ok() && m_entry != 0 && !interrupted) {
        find(Finding::NoPayload, m_entry);
        checkEntry(0);
        inner = nextEntry();
    }
    return read.ok() ? inner : read;
}

JournalStatus JournalVerifier::Private::nextEntry()
{
    const JournalResult<bool> row = m_entries.step();
    if (!row) {
        m_entry = 0;
        return row.error();
    }
    m_entry = row.value() ? m_entries.integer(0) : 0;
    return done;
}

JournalStatus JournalVerifier::Private::checkBlock(const SqlStatement &row)
{
    const std::int64_t first = row.integer(0);
    const std::int64_t size = std::clamp<std::int64_t>(row.integer(1), 0, kBlockPayloads);
    ++m_report.blocks;
    if (first <= m_blockEnd) {
        find(Finding::BlocksOverlap, first);
    }
    m_blockEnd = std::max(m_blockEnd, first + size - 1);
    const JournalResult<PayloadBlock> block =
        PayloadBlock::unpack(row.blob(3), static_cast<std::size_t>(size), static_cast<std::size_t>(row.integer(2)));
    if (!block) {
        find(Finding::Block, first, block.error().detail);
    }
    std::int64_t living = 0;
    std::vector<std::int64_t> left;
    const auto passEntry = [&](std::int64_t bytes) {
        checkEntry(bytes);
        return nextEntry();
    };
    while (m_entry != 0 && m_entry < first) {
        find(Finding::NoPayload, m_entry);
        if (JournalStatus next = passEntry(0); !next) {
            return next;
        }
    }
    for (std::int64_t i = 0; i < size; ++i) {
        const std::int64_t bytes =
            block ? static_cast<std::int64_t>(block.value().at(static_cast<std::size_t>(i)).size()) : 0;
        if (m_entry == first + i) {
            ++living;
            if (JournalStatus next = passEntry(bytes); !next) {
                return next;
            }
        } else if (bytes > 0) {
            left.push_back(first + i);
        }
    }
    if (living == 0) {
        find(Finding::BlockWithoutEntries, first);
        left.clear();
    }
    for (const std::int64_t id : left) {
        find(Finding::PayloadWithoutEntry, id);
    }
    return done;
}

void JournalVerifier::Private::checkEntry(std::int64_t payloadBytes)
{
    const auto column = [&](int number) { return m_entries.integer(number); };
    const auto isWord = [&](WordKind kind, int number) {
        return column(number) == 0 || m_words[static_cast<std::int64_t>(kind)].contains(column(number));
    };
    ++m_report.entries;
    m_report.payloadBytes += payloadBytes;
    const std::int64_t state = column(10);
    const std::int64_t origin = column(3);
    const std::string_view identity = m_entries.text(6);
    const std::pair<const char *, bool> columns[] = {
        {"connection", isWord(WordKind::Connection, 2)},
        {"origin", origin >= 0 && origin < kOriginCount},
        {"event", isWord(WordKind::Event, 4)},
        {"id_kind", column(5) >= 0 && column(5) <= static_cast<std::int64_t>(IdKind::AnonymousId)},
        {"message_type", isWord(WordKind::MessageType, 7)},
        {"device", isWord(WordKind::Device, 8)},
        {"ih", identity.empty() ? m_entries.isNull(9) : !m_entries.isNull(9) && column(9) == keyHash(identity)},
        {"state", state >= 0 && state < kEventStateCount && state != static_cast<std::int64_t>(EventState::Sending)},
        {"attempts", column(11) >= 0},
        {"repeats", column(12) >= 0},
    };
    for (const auto &[name, right] : columns) {
        if (!right) {
            find(Finding::Row, m_entry, name);
        }
    }
    if (m_entry > m_lastGiven) {
        find(Finding::Serial, m_entry);
    }
    ++m_tally[{column(2), state, 0}];
    ++m_kept[{origin, 0, 0}];
    m_bytes[{origin, 0, 0}] += payloadBytes;
    if (const std::int64_t bucket = rateBucketOf(column(1)); bucket >= m_rateFrom) {
        ++m_rate[{bucket, column(2), state}];
    }
}

//! Behind the rows: every second part belongs to an entry.
JournalStatus JournalVerifier::Private::checkSecondParts()
{
    JournalResult<SqlStatement> entries = database.prepare("SELECT id, origin FROM entry WHERE id BETWEEN ?1 AND ?2");
    if (!entries) {
        return entries.error();
    }
    m_blockEnd = 0;
    JournalStatus inner = done;
    JournalStatus read = each("SELECT id, n, raw, body FROM second_block ORDER BY id", [&](const SqlStatement &row) {
        if (inner.ok() && !interrupted) {
            inner = checkSecondBlock(row, entries.value());
        }
    });
    return read.ok() ? inner : read;
}

JournalStatus JournalVerifier::Private::checkSecondBlock(const SqlStatement &row, SqlStatement &entries)
{
    static constexpr char kSecondPart[] = "second part";
    const std::int64_t first = row.integer(0);
    const std::int64_t size = std::clamp<std::int64_t>(row.integer(1), 0, kBlockPayloads);
    ++m_report.blocks;
    if (first <= m_blockEnd) {
        find(Finding::BlocksOverlap, first, kSecondPart);
    }
    m_blockEnd = std::max(m_blockEnd, first + size - 1);
    const JournalResult<PayloadBlock> block =
        PayloadBlock::unpack(row.blob(3), static_cast<std::size_t>(size), static_cast<std::size_t>(row.integer(2)));
    if (!block) {
        find(Finding::Block, first, block.error().detail);
        return done;
    }
    std::vector<std::int64_t> bytes;
    for (std::int64_t i = 0; i < size; ++i) {
        bytes.push_back(static_cast<std::int64_t>(block.value().at(static_cast<std::size_t>(i)).size()));
    }
    const StatementScope scope(entries);
    entries.bind(1, first).bind(2, first + size - 1);
    bool living = false;
    for (;;) {
        const JournalResult<bool> entry = entries.step();
        if (!entry) {
            return entry.error();
        }
        if (!entry.value()) {
            break;
        }
        living = true;
        std::int64_t &part = bytes[static_cast<std::size_t>(entries.integer(0) - first)];
        m_report.payloadBytes += part;
        m_bytes[{entries.integer(1), 0, 0}] += std::exchange(part, 0);
    }
    if (!living) {
        find(Finding::BlockWithoutEntries, first, kSecondPart);
        return done;
    }
    for (std::int64_t i = 0; i < size; ++i) {
        if (bytes[static_cast<std::size_t>(i)] > 0) {
            find(Finding::PayloadWithoutEntry, first + i, kSecondPart);
        }
    }
    return done;
}

JournalStatus JournalVerifier::Private::compare(const char *name, const char *sql, const Sums &counted)
{
    Sums kept;
    JournalStatus read = each(sql, [&](const SqlStatement &row) {
        if (row.integer(3) != 0) {
            kept[{row.integer(0), row.integer(1), row.integer(2)}] = row.integer(3);
        }
    });
    if (!read) {
        return read;
    }
    Sums difference = kept;
    for (const auto &[key, number] : counted) {
        difference[key] -= number;
    }
    for (const auto &[key, number] : difference) {
        if (number != 0) {
            const auto &[a, b, c] = key;
            find(Finding::Counts, 0,
                 std::string(name) + " " + std::to_string(a) + "/" + std::to_string(b) + "/" + std::to_string(c) +
                     ": kept " + std::to_string(kept[key]) + ", there are " + std::to_string(kept[key] - number));
        }
    }
    return done;
}

JournalStatus JournalVerifier::Private::checkCounts()
{
    std::erase_if(m_bytes, [](const auto &sum) { return sum.second == 0; });
    struct Kept
    {
        const char *name;
        const char *sql;
        const Sums &counted;
    };
    for (const Kept &kept : {Kept{"tally", "SELECT connection, state, 0, n FROM tally", m_tally},
                             Kept{"rate", "SELECT bucket, connection, state, n FROM rate", m_rate},
                             Kept{"kept entries", "SELECT origin, 0, 0, entries FROM kept", m_kept},
                             Kept{"kept bytes", "SELECT origin, 0, 0, bytes FROM kept", m_bytes}}) {
        if (JournalStatus compared = noted(compare(kept.name, kept.sql, kept.counted)); !compared) {
            return compared;
        }
    }
    return done;
}

JournalStatus JournalVerifier::Private::checkAttempts()
{
    m_report.attempts = database.integer("SELECT count(*) FROM attempt").valueOr(0);
    m_report.requests = database.integer("SELECT count(*) FROM request").valueOr(0);
    struct Check
    {
        Finding kind;
        const char *detail;
        const char *sql;
    };
    for (const Check &check :
         {Check{Finding::Attempts, "no entry",
                "SELECT DISTINCT entry FROM attempt WHERE NOT EXISTS (SELECT 1 FROM entry WHERE id=attempt.entry)"},
          Check{Finding::Attempts, "no request",
                "SELECT DISTINCT entry FROM attempt WHERE NOT EXISTS (SELECT 1 FROM request WHERE id=attempt.request)"},
          Check{Finding::Attempts, "not counted",
                "SELECT part.entry FROM (SELECT entry, max(nr) AS most FROM attempt GROUP BY entry) AS part "
                "JOIN entry ON entry.id=part.entry WHERE most>attempts"},
          Check{Finding::Request, "attempts",
                "SELECT id FROM request LEFT JOIN (SELECT request AS number, count(*) AS n FROM attempt GROUP BY "
                "request) AS part ON part.number=id WHERE refs<>ifnull(n, 0) OR refs=0"}}) {
        JournalStatus status =
            noted(each(check.sql, [&](const SqlStatement &row) { find(check.kind, row.integer(0), check.detail); }));
        if (!status) {
            return status;
        }
    }
    return done;
}

JournalResult<std::unique_ptr<JournalVerifier>> JournalVerifier::open(const std::string &folder)
{
    auto verifier = std::make_unique<Private>();
    if (JournalStatus opened = verifier->open(folder); !opened) {
        return opened.error();
    }
    return std::unique_ptr<JournalVerifier>(new JournalVerifier(std::move(verifier)));
}

JournalVerifier::JournalVerifier(std::unique_ptr<Private> verifier)
    : d(std::move(verifier))
{
}

JournalVerifier::~JournalVerifier() = default;

JournalResult<JournalReport> JournalVerifier::run()
{
    if (!d->unopened.empty()) {
        JournalReport report;
        report.found = 1;
        report.findings.push_back({JournalFinding::Kind::Structure, 0, d->unopened});
        return report;
    }
    // One transaction, so that everything is of the same moment.
    if (JournalStatus begun = d->database.exec("BEGIN"); !begun) {
        return begun.error();
    }
    JournalResult<JournalReport> report = d->run();
    static_cast<void>(d->database.exec("ROLLBACK"));
    return report;
}

void JournalVerifier::interrupt()
{
    d->interrupted = true;
    sqlite3_interrupt(d->database.handle());
}

} // namespace segue
