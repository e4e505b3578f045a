// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/journal/Salvage.h"

#include "app/journal/EntryRows.h"
#include "app/journal/JournalWriter.h"

#include <algorithm>
#include <set>

namespace segue {

namespace {

constexpr std::size_t kGroup = 500;
//! Where a scan breaks, it goes on behind the gap: one index page names some hundred rows.
constexpr std::int64_t kFirstStep = 16;
constexpr int kMostGaps = 2'000;

//! An entry of a damaged file.
struct Wrecked
{
    Entry entry;
    std::string payload;
    std::string secondPart;
};

//! Reads what it can of a damaged file.
class Wreck
{
public:
    JournalStatus open(const std::string &path);
    //! Ids of undelivered entries that some page still names, ascending.
    std::set<std::int64_t> undelivered();
    JournalStatus read(std::int64_t id, Wrecked &into);
    std::int64_t lastEntry() const { return m_lastEntry; }
    bool complete() const { return m_complete; }

private:
    void scan(const char *sql, std::set<std::int64_t> &ids);

    SqlDatabase m_database;
    SqlStatement m_row;
    std::optional<Words> m_words;
    std::optional<PayloadReader> m_payloads;
    std::optional<PayloadReader> m_secondParts; //!< nothing for a file of an older version, or without the table
    MessageIdReader m_messageIds;
    std::int64_t m_lastEntry = 0;
    bool m_complete = true;
};

JournalStatus Wreck::open(const std::string &path)
{
    JournalResult<SqlDatabase> database = SqlDatabase::open(path, SqlDatabase::Mode::ReadWrite);
    if (!database) {
        return database.error();
    }
    m_database = std::move(database).value();
    m_database.setCheckpointOnClose(false);
    if (JournalStatus set = m_database.exec("PRAGMA query_only=ON"); !set) {
        return set;
    }
    const auto rowWith = [this](const char *columns) {
        return m_database.prepare(std::string("SELECT ") + columns + " FROM entry WHERE id=?1");
    };
    JournalResult<SqlStatement> row = rowWith(kEntryColumns);
    if (!row) {
        row = rowWith(kOldEntryColumns);
    }
    if (!row) {
        return row.error();
    }
    m_row = std::move(row).value();
    JournalResult<Words> words = Words::prepare(m_database);
    if (!words) {
        return words.error();
    }
    m_words = std::move(words).value();
    JournalResult<PayloadReader> payloads = PayloadReader::prepare(m_database);
    if (!payloads) {
        return payloads.error();
    }
    m_payloads = std::move(payloads).value();
    if (JournalResult<PayloadReader> secondParts = PayloadReader::prepare(m_database, BlockKind::SecondParts)) {
        m_secondParts = std::move(secondParts).value();
    }
    m_lastEntry = m_database.integer("SELECT last_entry FROM serial").valueOr(0);
    m_lastEntry = std::max(m_lastEntry, m_database.integer("SELECT max(id) FROM entry").valueOr(0));
    return done;
}

std::set<std::int64_t> Wreck::undelivered()
{
    std::set<std::int64_t> ids;
    // The index names them even where the rows are gone; the rows themselves are there where the index is not.
    scan("SELECT id FROM entry INDEXED BY e_state WHERE state<10 AND state IN (0,1,2,3) AND id>?1", ids);
    scan("SELECT id FROM entry NOT INDEXED WHERE state IN (0,1,2,3) AND id>?1 ORDER BY id", ids);
    return ids;
}

void Wreck::scan(const char *sql, std::set<std::int64_t> &ids)
{
    JournalResult<SqlStatement> statement = m_database.prepare(sql);
    if (!statement) {
        m_complete = false;
        return;
    }
    std::int64_t from = 0;
    std::int64_t step = kFirstStep;
    for (int gaps = 0; gaps < kMostGaps; ++gaps) {
        SqlStatement &rows = statement.value();
        const StatementScope scope(rows);
        rows.bind(1, from);
        JournalResult<bool> row = rows.step();
        for (; row.ok() && row.value(); row = rows.step()) {
            const std::int64_t id = rows.integer(0);
            if (id > from) {
                from = id;
                step = kFirstStep;
            }
            ids.insert(id);
        }
        if (row.ok()) {
            return;
        }
        m_complete = false;
        from += step;
        step *= 2;
        if (from > m_lastEntry) {
            return;
        }
    }
}

JournalStatus Wreck::read(std::int64_t id, Wrecked &into)
{
    const StatementScope scope(m_row);
    m_row.bind(1, id);
    const JournalResult<bool> row = m_row.step();
    if (!row) {
        return row.error();
    }
    if (!row.value()) {
        return JournalError{JournalError::Kind::Damaged, "row"};
    }
    JournalResult<Entry> read = entryOf(m_row, *m_words);
    if (!read) {
        return read.error();
    }
    if (!isUndelivered(read.value().fields.state)) {
        return JournalError{JournalError::Kind::Damaged, "state"};
    }
    const JournalResult<std::string_view> bytes = m_payloads->read(EntryId{id});
    if (!bytes) {
        return bytes.error();
    }
    into.entry = std::move(read).value();
    into.payload = bytes.value();
    into.entry.fields.messageId = m_messageIds.read(into.payload);
    // What can still be delivered is worth more than what came with it.
    const JournalResult<std::string_view> second =
        m_secondParts ? m_secondParts->read(EntryId{id}) : JournalResult<std::string_view>(std::string_view());
    m_complete = m_complete && second.ok();
    into.secondPart = second.valueOr({});
    return done;
}

JournalStatus carryOver(Wreck &wreck, JournalWriter &writer, Salvaged &salvaged)
{
    const std::set<std::int64_t> ids = wreck.undelivered();
    for (auto id = ids.begin(); id != ids.end();) {
        if (JournalStatus begun = writer.begin(); !begun) {
            return begun;
        }
        for (std::size_t i = 0; i < kGroup && id != ids.end(); ++i, ++id) {
            Wrecked one;
            if (!wreck.read(*id, one)) {
                ++salvaged.lost;
                continue;
            }
            if (JournalStatus adopted = writer.adopt(one.entry, std::move(one.payload), std::move(one.secondPart));
                !adopted) {
                writer.rollback();
                return adopted;
            }
            ++salvaged.carried;
        }
        if (JournalStatus committed = writer.commit(); !committed) {
            writer.rollback();
            return committed;
        }
    }
    return done;
}

//! Numbers of the old file are not given again: other files and logs may name them.
JournalStatus reserve(JournalWriter &writer, std::int64_t last)
{
    if (JournalStatus begun = writer.begin(); !begun) {
        return begun;
    }
    writer.reserveIds(last);
    JournalStatus committed = writer.commit();
    if (!committed) {
        writer.rollback();
    }
    return committed;
}

} // namespace

JournalResult<Salvaged> salvage(const std::string &damagedPath, SqlDatabase into)
{
    JournalResult<std::unique_ptr<JournalWriter>> writer = JournalWriter::create(std::move(into));
    if (!writer) {
        return writer.error();
    }
    Salvaged salvaged;
    Wreck wreck;
    if (wreck.open(damagedPath)) {
        JournalStatus carried = carryOver(wreck, *writer.value(), salvaged);
        if (carried.ok()) {
            carried = reserve(*writer.value(), wreck.lastEntry());
        }
        if (!carried) {
            return carried.error();
        }
    } else {
        salvaged.complete = false;
    }
    salvaged.complete = salvaged.complete && wreck.complete();
    salvaged.database = JournalWriter::release(std::move(writer).value());
    return salvaged;
}

} // namespace segue
