// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest> // first: moc 6.4 cannot read <compare> before Qt's own headers

#include "app/journal/BulkReader.h"

#include "tests/app/journal/JournalSupport.h"

#include <QFile>
#include <QTemporaryDir>

#include <sqlite3.h>

using namespace segue;
using namespace segue::test;

class TestBulkReader : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void readsWhatTheOtherReaderReads();
    void farApartOrCloseMakesNoDifference();
    void whatIsGoneIsLeftOut();
    void attemptsComeOnlyWhenAskedFor();
    void aDamagedBlockTakesOnlyItsOwnPayloads();
    void withoutAJournalThereIsAnError();

private:
    std::string folder() const { return m_folder->path().toStdString(); }
    void runSql(const char *sql) const;

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Journal> m_journal;
    std::vector<EntryId> m_ids;
};

void TestBulkReader::init()
{
    m_journal.reset();
    m_folder = std::make_unique<QTemporaryDir>();
    m_journal = openJournal(folder());
    QVERIFY(m_journal);
    m_ids.clear();
    for (int batch = 0; batch < 3; ++batch) {
        std::vector<NewEntry> entries;
        for (int i = 0; i < 300; ++i) {
            entries.push_back(trackEntry("m-" + std::to_string(batch * 300 + i), i % 2 == 0 ? kOne : kTwo));
        }
        const auto ids = JournalCalls(*m_journal).append(std::move(entries));
        QVERIFY(ids.ok());
        m_ids.insert(m_ids.end(), ids.value().begin(), ids.value().end());
    }
}

void TestBulkReader::runSql(const char *sql) const
{
    sqlite3 *db = nullptr;
    QCOMPARE(sqlite3_open(QFile::encodeName(m_folder->filePath(QStringLiteral("journal.sqlite"))).constData(), &db),
             SQLITE_OK);
    QCOMPARE(sqlite3_exec(db, sql, nullptr, nullptr, nullptr), SQLITE_OK);
    sqlite3_close(db);
}

void TestBulkReader::readsWhatTheOtherReaderReads()
{
    const auto bulk = BulkReader::open(folder());
    QVERIFY(bulk.ok());
    const auto all = bulk.value()->read(m_ids, BulkReader::Parts::Payloads);
    QVERIFY(all.ok());
    QCOMPARE(all.value().size(), m_ids.size());
    const auto reader = openReader(folder());
    for (std::size_t i = 0; i < m_ids.size(); i += 97) {
        const StoredEntry &stored = all.value()[i];
        const auto entry = reader->entry(m_ids[i]);
        const auto payload = reader->payload(m_ids[i]);
        QVERIFY(entry.ok() && entry.value() && payload.ok());
        QVERIFY(stored.entry.id == m_ids[i]);
        QCOMPARE(stored.payload, payload.value());
        QCOMPARE(stored.entry.fields.messageId, "m-" + std::to_string(i));
        QCOMPARE(stored.entry.fields.messageId, entry.value()->fields.messageId);
        QCOMPARE(stored.entry.fields.connection, entry.value()->fields.connection);
        QCOMPARE(stored.entry.fields.event, entry.value()->fields.event);
        QCOMPARE(stored.entry.fields.identity, entry.value()->fields.identity);
        QCOMPARE(stored.entry.fields.received, entry.value()->fields.received);
    }
}

void TestBulkReader::farApartOrCloseMakesNoDifference()
{
    const auto bulk = BulkReader::open(folder());
    QVERIFY(bulk.ok());
    for (const std::size_t step : {1U, 2U, 3U, 50U, 899U}) {
        std::vector<EntryId> some;
        for (std::size_t i = 0; i < m_ids.size(); i += step) {
            some.push_back(m_ids[i]);
        }
        const auto found = bulk.value()->read(some, BulkReader::Parts::Payloads);
        QVERIFY(found.ok());
        QCOMPARE(found.value().size(), some.size());
        for (std::size_t i = 0; i < some.size(); ++i) {
            QVERIFY(found.value()[i].entry.id == some[i]);
            QCOMPARE(found.value()[i].entry.fields.messageId, "m-" + std::to_string(i * step));
        }
    }
    QVERIFY(bulk.value()->read({}, BulkReader::Parts::Payloads).value().empty());
}

void TestBulkReader::whatIsGoneIsLeftOut()
{
    runSql("DELETE FROM entry WHERE id=2");
    const auto bulk = BulkReader::open(folder());
    QVERIFY(bulk.ok());
    const std::vector<EntryId> close{{1}, {2}, {3}};
    QCOMPARE(bulk.value()->read(close, BulkReader::Parts::Payloads).value().size(), 2U);
    const std::vector<EntryId> far{{2}, {900}, {1'000'000}};
    QCOMPARE(bulk.value()->read(far, BulkReader::Parts::Payloads).value().size(), 1U);
}

void TestBulkReader::attemptsComeOnlyWhenAskedFor()
{
    Attempt attempt;
    attempt.started = 1'700'000'000'500;
    attempt.duration = 84;
    attempt.status = 200;
    attempt.outcome = "accepted";
    attempt.requestHead = "POST /v1/batch HTTP/1.1\r\n";
    attempt.responseHead = "HTTP/1.1 200 OK\r\n";
    attempt.responseBody = "{\"success\":true}";
    QVERIFY(JournalCalls(*m_journal).record({{m_ids[1], EventState::Accepted, {}, {}, attempt}}).ok());
    const auto bulk = BulkReader::open(folder());
    QVERIFY(bulk.ok());
    const std::vector<EntryId> two{m_ids[0], m_ids[1]};
    const auto with = bulk.value()->read(two, BulkReader::Parts::PayloadsAndAttempts);
    QVERIFY(with.ok());
    QVERIFY(with.value()[0].attempts.empty());
    QVERIFY(with.value()[1].attempts == std::vector<Attempt>{attempt});
    QCOMPARE(with.value()[1].entry.attempts, 1);
    QVERIFY(bulk.value()->read(two, BulkReader::Parts::Payloads).value()[1].attempts.empty());
}

void TestBulkReader::aDamagedBlockTakesOnlyItsOwnPayloads()
{
    runSql("UPDATE block SET body=zeroblob(length(body)) WHERE id=301");
    const auto bulk = BulkReader::open(folder());
    QVERIFY(bulk.ok());
    const auto all = bulk.value()->read(m_ids, BulkReader::Parts::Payloads);
    QVERIFY(all.ok());
    QCOMPARE(all.value().size(), m_ids.size());
    QVERIFY(all.value()[299].payload.has_value());
    QVERIFY(!all.value()[300].payload.has_value());
    QVERIFY(all.value()[899].payload.has_value());
}

void TestBulkReader::withoutAJournalThereIsAnError()
{
    const QTemporaryDir empty;
    QVERIFY(!BulkReader::open(empty.path().toStdString()).ok());
}

QTEST_GUILESS_MAIN(TestBulkReader)
#include "tst_bulkreader.moc"
