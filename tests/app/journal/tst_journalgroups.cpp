// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest> // first: moc 6.4 cannot read <compare> before Qt's own headers

#include "tests/app/journal/JournalSupport.h"

#include "app/journal/SqlDatabase.h"

#include <QTemporaryDir>

#include <functional>
#include <mutex>

using namespace segue;
using namespace segue::test;

namespace {

constexpr int kWholeGroup = 1'001; // nothing else is taken along with so many

std::vector<NewEntry> entries(int count)
{
    std::vector<NewEntry> all;
    for (int i = 0; i < count; ++i) {
        all.push_back(trackEntry("m" + std::to_string(i)));
    }
    return all;
}

//! Keeps what is left to it until it is asked.
class Shelf : public Executor
{
public:
    void run(std::function<void()> work) override
    {
        const std::scoped_lock lock(m_mutex);
        m_work.push_back(std::move(work));
    }
    std::size_t size() const { return m_work.size(); }
    void doAll()
    {
        for (const auto &work : std::exchange(m_work, {})) {
            work();
        }
    }

private:
    std::mutex m_mutex;
    std::vector<std::function<void()>> m_work;
};

//! Another program that has the file: what is asked meanwhile is written when it lets go.
class Lock
{
public:
    explicit Lock(const Journal &journal)
        : m_file(std::move(SqlDatabase::open(journal.filePath(), SqlDatabase::Mode::ReadWrite)).value())
        , m_held(m_file.exec("BEGIN IMMEDIATE").ok())
    {
    }
    bool isHeld() const { return m_held; }
    std::int64_t commits() { return m_file.integer("SELECT commits FROM serial").value(); }
    bool release() { return m_file.exec("ROLLBACK").ok(); }

private:
    SqlDatabase m_file;
    bool m_held;
};

} // namespace

//! What shares a commit, and where its answers go.
class TestJournalGroups : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void whatComesWhileOthersAreWrittenJoinsTheirCommit_data();
    void whatComesWhileOthersAreWrittenJoinsTheirCommit();
    void joinersKeepTheirOrderAndTheirIds();
    void answersOfOneCommitGoTogetherToWhereTheyAreWanted();
    void aRefusalGoesThereAsWell();

private:
    void append(std::vector<NewEntry> all)
    {
        m_journal->append(std::move(all), [this](const auto &ids) { m_kept += ids.ok() ? 1 : 0; });
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Journal> m_journal;
    std::atomic<int> m_kept = 0;
};

void TestJournalGroups::init()
{
    m_journal.reset();
    m_kept = 0;
    m_folder = std::make_unique<QTemporaryDir>();
    m_journal = openJournal(m_folder->path().toStdString());
    QVERIFY(m_journal);
}

void TestJournalGroups::whatComesWhileOthersAreWrittenJoinsTheirCommit_data()
{
    QTest::addColumn<int>("count");
    QTest::addColumn<int>("bytes");
    QTest::addColumn<int>("commits");
    QTest::newRow("one") << 1 << 100 << 1;
    QTest::newRow("as many as may") << 64 << 100 << 1;
    QTest::newRow("too many") << 65 << 100 << 2;
    QTest::newRow("too large") << 1 << 70'000 << 2;
}

void TestJournalGroups::whatComesWhileOthersAreWrittenJoinsTheirCommit()
{
    QFETCH(const int, count);
    QFETCH(const int, bytes);
    QFETCH(const int, commits);
    Lock lock(*m_journal);
    QVERIFY(lock.isHeld());
    const std::int64_t before = lock.commits();
    append(entries(kWholeGroup));
    std::vector<NewEntry> joining = entries(count);
    joining.front().payload.resize(static_cast<std::size_t>(bytes), ' ');
    append(joining);
    QVERIFY(lock.release());
    m_journal->flush();
    QCOMPARE(m_kept.load(), 2);
    QCOMPARE(lock.commits() - before, std::int64_t{commits});
}

void TestJournalGroups::joinersKeepTheirOrderAndTheirIds()
{
    Lock lock(*m_journal);
    append(entries(kWholeGroup));
    std::vector<EntryId> ids;
    const auto note = [&ids](const JournalResult<std::vector<EntryId>> &added) {
        ids.insert(ids.end(), added.value().begin(), added.value().end());
    };
    for (int i = 0; i < 10; ++i) {
        m_journal->append({trackEntry("a" + std::to_string(i)), trackEntry("b" + std::to_string(i))}, note);
    }
    QVERIFY(lock.release());
    m_journal->flush();
    QCOMPARE(ids.size(), std::size_t{20});
    const auto reader = openReader(m_folder->path().toStdString());
    for (std::size_t i = 0; i < ids.size(); ++i) {
        QCOMPARE(ids[i].value, std::int64_t(kWholeGroup + 1 + static_cast<int>(i)));
        const std::string expected = (i % 2 == 0 ? "a" : "b") + std::to_string(i / 2);
        QCOMPARE(reader->entry(ids[i]).value()->fields.messageId, expected);
        QCOMPARE(reader->payload(ids[i]).value().value(), trackEntry(expected).payload);
    }
}

void TestJournalGroups::answersOfOneCommitGoTogetherToWhereTheyAreWanted()
{
    const auto here = std::make_shared<Shelf>();
    const auto there = std::make_shared<Shelf>();
    int atHome = 0;
    std::vector<int> elsewhere;
    Lock lock(*m_journal);
    append(entries(kWholeGroup)); // what follows is one group
    for (int i = 0; i < 7; ++i) {
        const std::shared_ptr<Shelf> place = i < 3 ? here : i == 3 ? nullptr : there;
        m_journal->append(
            {trackEntry(std::to_string(i))},
            [&, i](const JournalResult<std::vector<EntryId>> &ids) {
                atHome += i == 3 ? 1 : 0;
                if (i != 3 && ids.ok()) {
                    elsewhere.push_back(static_cast<int>(ids.value().front().value) - kWholeGroup - 1);
                }
            },
            place);
    }
    QVERIFY(lock.release());
    m_journal->flush();
    QCOMPARE(atHome, 1);
    QVERIFY(elsewhere.empty());
    QCOMPARE(here->size(), std::size_t{1});
    QCOMPARE(there->size(), std::size_t{1});
    here->doAll();
    QCOMPARE(elsewhere, (std::vector<int>{0, 1, 2}));
    there->doAll();
    QCOMPARE(elsewhere, (std::vector<int>{0, 1, 2, 4, 5, 6}));
}

void TestJournalGroups::aRefusalGoesThereAsWell()
{
    Lock lock(*m_journal);
    NewEntry large = trackEntry("large");
    large.payload.resize(std::size_t{100} * 1024 * 1024, ' ');
    append({large});
    const auto shelf = std::make_shared<Shelf>();
    bool refused = false;
    m_journal->append(
        {large}, [&refused](const auto &ids) { refused = !ids.ok(); }, shelf);
    append({trackEntry("small")});
    QVERIFY(lock.release());
    m_journal->flush();
    QVERIFY(!refused);
    shelf->doAll();
    QVERIFY(refused);
    QCOMPARE(m_kept.load(), 2);
}

QTEST_GUILESS_MAIN(TestJournalGroups)
#include "tst_journalgroups.moc"
