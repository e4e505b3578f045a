// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest> // first: moc 6.4 cannot read <compare> before Qt's own headers

#include "tests/app/journal/JournalSupport.h"
#include "tests/app/journal/SqlProbe.h"

#include <QDir>
#include <QTemporaryDir>

#include <thread>

using namespace segue;
using namespace segue::test;

class TestJournalVerifier : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }

    void aSoundFileIsClean();
    void whatIsWrongIsNamed_data();
    void whatIsWrongIsNamed();
    void aDamagedPageIsFound();
    void aFileThatIsNoDatabaseIsAFinding();
    void whereNoJournalIsNothingIsMade();
    void aJournalInUseIsLookedThrough();
    void theWorkCanBeInterrupted();

private:
    std::string folder() const { return m_folder->path().toStdString(); }
    QString path() const { return m_folder->filePath(QStringLiteral("journal.sqlite")); }
    void fill(int groups = 3) const;
    JournalReport report() const { return JournalVerifier::open(folder()).value()->run().value(); }

    std::unique_ptr<QTemporaryDir> m_folder;
};

void TestJournalVerifier::fill(int groups) const
{
    const std::unique_ptr<Journal> journal = openJournal(folder());
    JournalCalls calls(*journal);
    const std::int64_t now = SystemClock().now();
    for (int group = 0; group < groups; ++group) {
        std::vector<NewEntry> entries;
        for (int i = 0; i < 100; ++i) {
            entries.push_back(trackEntry(std::to_string(group) + "-" + std::to_string(i)));
            entries.back().fields.received = now;
            entries.back().secondPart = i % 10 == 5 ? "second part " + std::to_string(i) : std::string();
        }
        const std::vector<EntryId> ids = calls.append(std::move(entries)).value();
        const Attempt attempt{now, 5, 200, "accepted", true, {}, {}, {}, {}};
        QVERIFY(calls.record({{ids[0], EventState::Accepted, {}, {}, attempt},
                              {ids[1], EventState::Accepted, {}, {}, attempt},
                              {ids[2], EventState::Waiting, {}, "offline", {}}}));
    }
}

void TestJournalVerifier::aSoundFileIsClean()
{
    fill();
    const JournalReport seen = report();
    QVERIFY(seen.clean());
    QCOMPARE(seen.entries, std::int64_t(300));
    QCOMPARE(seen.blocks, std::int64_t(6));
    QCOMPARE(seen.attempts, std::int64_t(6));
    QCOMPARE(seen.requests, std::int64_t(3));
    QVERIFY(seen.payloadBytes > 300 * 50);
    QVERIFY(seen.fileBytes > 8'192);
}

void TestJournalVerifier::whatIsWrongIsNamed_data()
{
    using Kind = JournalFinding::Kind;
    QTest::addColumn<QByteArray>("sql");
    QTest::addColumn<int>("kind");
    QTest::addColumn<qint64>("id");
    const auto row = [](const char *sql, Kind kind, qint64 id) {
        QTest::newRow(sql) << QByteArray(sql) << static_cast<int>(kind) << id;
    };
    row("DELETE FROM block WHERE id=101", Kind::NoPayload, 101);
    row("UPDATE block SET n=99 WHERE id=1", Kind::Block, 1);
    row("UPDATE block SET body=zeroblob(50) WHERE id=101", Kind::Block, 101);
    row("UPDATE block SET id=100 WHERE id=101", Kind::BlocksOverlap, 100);
    row("INSERT INTO block SELECT 900, n, raw, body FROM block WHERE id=1", Kind::BlockWithoutEntries, 900);
    row("DELETE FROM entry WHERE id=7", Kind::PayloadWithoutEntry, 7);
    row("DELETE FROM entry WHERE id=6", Kind::PayloadWithoutEntry, 6);
    row("UPDATE second_block SET body=zeroblob(50) WHERE id=101", Kind::Block, 101);
    row("UPDATE second_block SET id=100 WHERE id=101", Kind::BlocksOverlap, 100);
    row("INSERT INTO second_block SELECT 900, n, raw, body FROM second_block WHERE id=1", Kind::BlockWithoutEntries,
        900);
    row("DELETE FROM second_block WHERE id=1", Kind::Counts, 0);
    row("UPDATE entry SET repeats=-1 WHERE id=7", Kind::Row, 7);
    row("DROP TABLE second_block", Kind::Structure, 0);
    row("UPDATE entry SET state=13 WHERE id=7", Kind::Counts, 0);
    row("UPDATE entry SET state=99 WHERE id=7", Kind::Row, 7);
    row("UPDATE entry SET identity='x' WHERE id=7", Kind::Row, 7);
    row("UPDATE entry SET event=4711 WHERE id=7", Kind::Row, 7);
    row("INSERT INTO counter SELECT 0, connection, state, 0, 1 FROM tally", Kind::Counts, 0);
    row("INSERT INTO counter SELECT 1, bucket, connection, state, -1 FROM rate WHERE state=0", Kind::Counts, 0);
    row("INSERT INTO counter SELECT 2, origin, 0, 0, 1 FROM kept", Kind::Counts, 0);
    row("INSERT INTO counter SELECT 3, origin, 0, 0, 1 FROM kept", Kind::Counts, 0);
    row("UPDATE serial SET fresh=NULL", Kind::Counts, 0);
    row("UPDATE serial SET fresh='[[0'", Kind::Structure, 0);
    row("UPDATE serial SET last_entry=299", Kind::Serial, 300);
    row("INSERT INTO attempt VALUES(5000, 1, 1)", Kind::Attempts, 5'000);
    row("INSERT INTO attempt VALUES(2, 9, 1)", Kind::Attempts, 2);
    row("UPDATE attempt SET request=77 WHERE entry=1", Kind::Attempts, 1);
    row("UPDATE request SET refs=1 WHERE id=2", Kind::Request, 2);
    row("DROP VIEW kept", Kind::Structure, 0);
    row("DROP INDEX e_mid; PRAGMA writable_schema=ON; UPDATE sqlite_schema SET sql=replace(sql, 'ih)', 'mid)') "
        "WHERE name='e_ident'",
        Kind::Structure, 0);
}

void TestJournalVerifier::whatIsWrongIsNamed()
{
    QFETCH(QByteArray, sql);
    QFETCH(int, kind);
    QFETCH(qint64, id);
    fill();
    runSql(path(), sql.constData());
    const JournalReport seen = report();
    QVERIFY(!seen.clean());
    QVERIFY(seen.found >= std::int64_t(seen.findings.size()));
    QVERIFY2(std::ranges::any_of(seen.findings,
                                 [&](const JournalFinding &finding) {
                                     return static_cast<int>(finding.kind) == kind && finding.id == id;
                                 }),
             faultsOf(folder()).c_str());
}

void TestJournalVerifier::aDamagedPageIsFound()
{
    fill(40);
    const QList<qint64> pages = numbersIn(path(), "SELECT pageno FROM dbstat WHERE name='entry' AND pagetype='leaf'");
    QVERIFY(pages.size() > 4);
    overwrite(path(), (pages[2] - 1) * 4'096, 4'096);
    const JournalReport seen = report();
    QVERIFY(!seen.clean());
    QVERIFY(seen.findings.front().kind == JournalFinding::Kind::Structure);
    // Only looked at: the next start decides what is to be done.
    QCOMPARE(QDir(m_folder->path()).entryList({QStringLiteral("journal.damaged-*")}, QDir::Files), QStringList());
}

void TestJournalVerifier::aFileThatIsNoDatabaseIsAFinding()
{
    fill();
    overwrite(path(), 0, 4'096);
    const JournalReport seen = report();
    QCOMPARE(seen.found, std::int64_t(1));
    QVERIFY(seen.findings.front().kind == JournalFinding::Kind::Structure);
}

void TestJournalVerifier::whereNoJournalIsNothingIsMade()
{
    const auto verifier = JournalVerifier::open(folder());
    QVERIFY(!verifier);
    QVERIFY(verifier.error().kind == JournalError::Kind::Open);
    QVERIFY(QDir(m_folder->path()).isEmpty());
    fill();
    runSql(path(), "PRAGMA user_version=99");
    QVERIFY(JournalVerifier::open(folder()).error().kind == JournalError::Kind::NewerVersion);
}

void TestJournalVerifier::aJournalInUseIsLookedThrough()
{
    const std::unique_ptr<Journal> journal = openJournal(folder());
    std::atomic<bool> stop = false;
    std::thread writer([&] {
        JournalCalls calls(*journal);
        for (int i = 0; !stop; ++i) {
            const EntryId id = calls.appendOne(trackEntry("x" + std::to_string(i)));
            static_cast<void>(calls.record(
                {{id, EventState::Accepted, {}, {}, Attempt{1, 2, 200, "accepted", true, {}, {}, {}, {}}}}));
        }
    });
    std::int64_t before = 0;
    std::string faults;
    // On a slow disk the first looks may come before the first commit.
    for (int i = 0; (i < 20 || (before == 0 && i < 20'000)) && faults.empty(); ++i) {
        faults = faultsOf(folder());
        before = report().entries;
    }
    stop = true;
    writer.join();
    QVERIFY2(faults.empty(), faults.c_str());
    QVERIFY(report().entries >= before);
    QVERIFY(before > 0);
}

void TestJournalVerifier::theWorkCanBeInterrupted()
{
    fill();
    const auto verifier = std::move(JournalVerifier::open(folder())).value();
    verifier->interrupt();
    const JournalResult<JournalReport> seen = verifier->run();
    QVERIFY(!seen);
    QVERIFY(seen.error().kind == JournalError::Kind::Closed);
}

QTEST_GUILESS_MAIN(TestJournalVerifier)
#include "tst_journalverifier.moc"
