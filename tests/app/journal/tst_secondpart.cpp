// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest> // first: moc 6.4 cannot read <compare> before Qt's own headers

#include "app/journal/BulkReader.h"

#include "tests/app/journal/JournalSupport.h"
#include "tests/app/journal/SqlProbe.h"

#include <QTemporaryDir>

using namespace segue;
using namespace segue::test;

//! What an entry holds besides its payload.
class TestSecondPart : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup();

    void itIsKeptAsItCame();
    void whereThereIsNoneNothingIsStored();
    void fewAmongManyAreFound();
    void itGoesWithItsEntry();
    void itCountsForTheSize();
    void smallBlocksAreJoined();
    void aFileOfVersionTwoIsTakenUp();
    void aDamagedFileLosesNoneThatCanBeRead();
    void aDamagedFileOfVersionTwoIsSalvaged();

private:
    void open(std::optional<Retention> upkeep = {});
    void close();
    void asVersionTwo() const;
    std::string folder() const { return m_folder->path().toStdString(); }
    QString path() const { return m_folder->filePath(QStringLiteral("journal.sqlite")); }
    QList<qint64> numbers(const char *sql) const { return numbersIn(path(), sql); }
    std::string partOf(std::int64_t id) const { return m_reader->secondPart(EntryId{id}).value(); }
    static NewEntry with(std::string part, int number)
    {
        NewEntry entry = trackEntry(std::to_string(number));
        entry.secondPart = std::move(part);
        return entry;
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Journal> m_journal;
    std::unique_ptr<JournalCalls> m_calls;
    std::unique_ptr<JournalReader> m_reader;
};

void TestSecondPart::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    open();
}

void TestSecondPart::open(std::optional<Retention> upkeep)
{
    m_journal = std::move(Journal::open({folder(), nullptr, upkeep})).value();
    m_calls = std::make_unique<JournalCalls>(*m_journal);
    m_reader = openReader(folder());
}

void TestSecondPart::close()
{
    m_reader.reset();
    m_calls.reset();
    m_journal.reset();
}

void TestSecondPart::cleanup()
{
    const std::string faults = faultsOf(folder());
    QVERIFY2(faults.empty(), faults.c_str());
    close();
}

void TestSecondPart::itIsKeptAsItCame()
{
    using namespace std::string_literals;
    const std::vector<std::string> parts = {R"({ "a" : 18446744073709551615 })", "\xff\0\n"s, "",
                                            std::string(2'000'000, 'x')};
    std::vector<NewEntry> entries;
    for (std::size_t i = 0; i < parts.size(); ++i) {
        entries.push_back(with(parts[i], static_cast<int>(i)));
    }
    const std::vector<EntryId> ids = m_calls->append(entries).value();
    for (std::size_t i = 0; i < parts.size(); ++i) {
        QCOMPARE(partOf(ids[i].value), parts[i]);
        QCOMPARE(m_reader->payload(ids[i]).value().value(), entries[i].payload);
    }
    const auto reader = std::move(BulkReader::open(folder())).value();
    const auto all = reader->read(ids, BulkReader::Parts::All).value();
    QCOMPARE(all.size(), parts.size());
    for (std::size_t i = 0; i < parts.size(); ++i) {
        QCOMPARE(all[i].secondPart, parts[i]);
    }
    // Who does not ask for it does not read it.
    QVERIFY(reader->read(ids, BulkReader::Parts::PayloadsAndAttempts).value()[0].secondPart.empty());
    QVERIFY(partOf(4711).empty());
}

void TestSecondPart::whereThereIsNoneNothingIsStored()
{
    QVERIFY(m_calls->append({with({}, 1), with({}, 2)}));
    QCOMPARE(numbers("SELECT count(*) FROM second_block"), QList<qint64>{0});
    QVERIFY(partOf(1).empty());
}

void TestSecondPart::fewAmongManyAreFound()
{
    std::vector<NewEntry> entries;
    for (int i = 0; i < 1'000; ++i) {
        entries.push_back(with(i == 3 || i == 700 || i == 999 ? "part " + std::to_string(i) : std::string(), i));
    }
    QVERIFY(m_calls->append(std::move(entries)));
    for (int i = 0; i < 1'000; ++i) {
        QCOMPARE(partOf(i + 1), i == 3 || i == 700 || i == 999 ? "part " + std::to_string(i) : std::string());
    }
    // The blocks in which nobody has one are left out.
    QCOMPARE(numbers("SELECT id FROM second_block ORDER BY id"), (QList<qint64>{1, 513, 769}));
}

void TestSecondPart::itGoesWithItsEntry()
{
    std::vector<NewEntry> entries;
    for (int i = 0; i < 300; ++i) {
        entries.push_back(with(i % 2 == 0 ? "part " + std::to_string(i) : std::string(), i));
        entries.back().fields.state = EventState::Accepted;
        entries.back().fields.identity = i < 150 ? "gone" : "here";
    }
    QVERIFY(m_calls->append(std::move(entries)));
    QCOMPARE(m_calls->erase("gone").value().entries.total(), std::int64_t(150));
    QVERIFY(partOf(149).empty());
    QCOMPARE(partOf(151), std::string("part 150"));
    QCOMPARE(m_calls->erase("here").value().entries.total(), std::int64_t(150));
    QCOMPARE(numbers("SELECT count(*) FROM second_block"), QList<qint64>{0});
}

void TestSecondPart::itCountsForTheSize()
{
    QVERIFY(m_calls->append({with(std::string(1'000, 'x'), 1)}));
    QCOMPARE(numbers("SELECT bytes FROM kept"), QList<qint64>{qint64(1'000 + trackEntry("1").payload.size())});
    QVERIFY(m_calls->erase("qa-user"));
    QCOMPARE(numbers("SELECT count(*) FROM kept"), QList<qint64>{0});
}

void TestSecondPart::smallBlocksAreJoined()
{
    close();
    open(Retention{});
    for (int i = 0; i < 300; ++i) {
        QVERIFY(m_calls->append({with(i % 3 == 0 ? "part " + std::to_string(i) : std::string(), i)}));
    }
    QTRY_VERIFY_WITH_TIMEOUT(numbers("SELECT count(*) FROM second_block").constFirst() < 60, 30'000);
    for (int i = 0; i < 300; ++i) {
        QCOMPARE(partOf(i + 1), i % 3 == 0 ? "part " + std::to_string(i) : std::string());
    }
}

void TestSecondPart::asVersionTwo() const
{
    asVersionThree(path());
    runSql(path(), "DROP TABLE second_block; ALTER TABLE entry DROP COLUMN repeats; ALTER TABLE entry DROP COLUMN "
                   "asked_at; PRAGMA user_version=2");
}

void TestSecondPart::aFileOfVersionTwoIsTakenUp()
{
    QVERIFY(m_calls->append({with({}, 1), with({}, 2)}));
    close();
    asVersionTwo();
    open();
    QCOMPARE(numbers("PRAGMA user_version"), QList<qint64>{Journal::kSchemaVersion});
    QCOMPARE(m_reader->payload(EntryId{2}).value().value(), trackEntry("2").payload);
    QCOMPARE(m_reader->entry(EntryId{2}).value()->repeats, std::int64_t(0));
    QVERIFY(partOf(2).empty());
    QCOMPARE(m_calls->appendOne(with("new", 3)), EntryId{3});
    QCOMPARE(partOf(3), std::string("new"));
}

void TestSecondPart::aDamagedFileLosesNoneThatCanBeRead()
{
    QVERIFY(m_calls->append({with("first", 1), with({}, 2), with("third", 3)}));
    close();
    runSql(path(), "DROP VIEW kept; DROP TABLE serial; UPDATE entry SET repeats=7 WHERE id=3");
    open();
    QVERIFY(!m_journal->notice().empty());
    QCOMPARE(partOf(1), std::string("first"));
    QVERIFY(partOf(2).empty());
    QCOMPARE(partOf(3), std::string("third"));
    QCOMPARE(m_reader->entry(EntryId{3}).value()->repeats, std::int64_t(7));
}

void TestSecondPart::aDamagedFileOfVersionTwoIsSalvaged()
{
    QVERIFY(m_calls->append({with({}, 1), with({}, 2)}));
    close();
    asVersionThree(path());
    runSql(path(), "DROP TABLE second_block; ALTER TABLE entry DROP COLUMN repeats; ALTER TABLE entry DROP COLUMN "
                   "asked_at; DROP TABLE serial; PRAGMA user_version=2");
    open();
    QVERIFY(!m_journal->notice().empty());
    QCOMPARE(m_reader->payload(EntryId{2}).value().value(), trackEntry("2").payload);
    QCOMPARE(m_reader->entry(EntryId{2}).value()->repeats, std::int64_t(0));
}

QTEST_GUILESS_MAIN(TestSecondPart)
#include "tst_secondpart.moc"
