// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest> // first: moc 6.4 cannot read <compare> before Qt's own headers

#include "tests/app/journal/JournalSupport.h"

#include <QProcess>
#include <QTemporaryDir>

#include <algorithm>
#include <map>
#include <set>

using namespace segue;
using namespace segue::test;

namespace {
constexpr int kGroups = 150;
constexpr int kGroupSize = 13;
constexpr int kEach = kGroups * kGroupSize;
} // namespace

class TestJournalProcesses : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void twoProcessesLoseNothing();
    void twoProcessesMakeTheFileAtOnce();

private:
    static void start(QProcess &process, const QString &folder, const std::string &connection)
    {
        process.start(QStringLiteral(JOURNAL_CHILD), {folder, QString::fromStdString(connection),
                                                      QString::number(kGroups), QString::number(kGroupSize)});
    }
    static void finish(QProcess &process, std::set<qint64> &ids)
    {
        QVERIFY(process.waitForFinished(120'000));
        QVERIFY2(process.exitCode() == 0, process.readAllStandardError().constData());
        const QList<QByteArray> lines = process.readAllStandardOutput().trimmed().split('\n');
        QCOMPARE(lines.size(), kEach + 1);
        QCOMPARE(lines.back(), QByteArrayLiteral("end"));
        for (int i = 0; i < kEach; ++i) {
            QVERIFY2(ids.insert(lines[i].toLongLong()).second, "a number was given twice");
        }
    }
};

void TestJournalProcesses::twoProcessesLoseNothing()
{
    const QTemporaryDir folder;
    // This process has it open too, and writes in between.
    const std::unique_ptr<Journal> journal = openJournal(folder.path().toStdString());
    JournalCalls calls(*journal);
    QProcess one;
    QProcess two;
    start(one, folder.path(), kOne);
    start(two, folder.path(), kTwo);
    std::set<qint64> ids;
    for (int i = 0; i < 100; ++i) {
        ids.insert(calls.appendOne(trackEntry("own-" + std::to_string(i), "")).value);
    }
    finish(one, ids);
    finish(two, ids);
    QCOMPARE(ids.size(), std::size_t(2 * kEach + 100));

    const std::unique_ptr<JournalReader> reader = openReader(folder.path().toStdString());
    const std::vector<EntryId> all = reader->ids({}, {}, 1'000'000).value();
    QVERIFY(std::ranges::equal(all, ids, {}, &EntryId::value));
    std::map<std::string, StateCounts> counted;
    std::map<std::string, int> next;
    const std::vector<Entry> entries = reader->entries(all).value();
    for (const Entry &entry : entries) {
        const std::string &connection = entry.fields.connection;
        ++counted[connection].counts[static_cast<int>(entry.fields.state)];
        // Each process's events stand in their order, with their own payload.
        const std::string prefix = connection.empty() ? "own-" : connection + "/";
        const std::string expected = prefix + std::to_string(next[connection]++);
        QCOMPARE(reader->payload(entry.id).value().value(), trackEntry(expected, connection).payload);
    }
    for (const auto &[connection, counts] : counted) {
        const StateCounts kept = reader->counts(connection).value();
        QVERIFY(std::equal(std::begin(kept.counts), std::end(kept.counts), std::begin(counts.counts)));
    }
    QCOMPARE(counted[kOne].of(EventState::Accepted), std::int64_t(kGroups * ((kGroupSize + 1) / 2)));
    QCOMPARE(journal->commits(), std::int64_t(100));
    QCOMPARE(reader->commits().value(), std::int64_t(100 + 4 * kGroups));
}

void TestJournalProcesses::twoProcessesMakeTheFileAtOnce()
{
    for (int round = 0; round < 3; ++round) {
        const QTemporaryDir folder;
        QProcess one;
        QProcess two;
        start(one, folder.path(), kOne);
        start(two, folder.path(), kTwo);
        std::set<qint64> ids;
        finish(one, ids);
        finish(two, ids);
        QCOMPARE(openReader(folder.path().toStdString())->counts({}).value().total(), std::int64_t(2 * kEach));
    }
}

QTEST_GUILESS_MAIN(TestJournalProcesses)
#include "tst_journal_processes.moc"
