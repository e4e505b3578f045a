// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest> // first: moc 6.4 cannot read <compare> before Qt's own headers

#include "app/journal/Journal.h"

#include "tests/app/journal/JournalSupport.h"
#include "tests/app/journal/SqlProbe.h"

#include <QDir>
#include <QFile>
#include <QProcess>
#include <QTemporaryDir>

#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <atomic>
#include <csignal>
#include <random>
#include <set>

using namespace segue;
using namespace segue::test;

namespace {

//! A clock that stands still, so that a name made of the time is known.
class StoppedClock final : public Clock
{
public:
    std::int64_t now() const override { return 1'767'225'600'000; } // 2026-01-01T00:00:00Z
    std::int64_t monotonic() const override { return 0; }
};

std::vector<NewEntry> trackEntries(int count, const std::string &prefix = "m")
{
    std::vector<NewEntry> entries;
    for (int i = 0; i < count; ++i) {
        entries.push_back(trackEntry(prefix + std::to_string(i)));
    }
    return entries;
}

} // namespace

class TestJournalFile : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }

    void filesBelongToTheirOwnerAlone();
    void anOpenFileIsClosedToOthers();
    void aNewerFileIsLeftAsItIs();
    void aNewerVersionInTheLogIsSeen();
    void aFileThatIsNoDatabaseIsSetAside();
    void aDamagedFileLosesOnlyWhatCannotBeRead();
    void aStopWhileEventsAreCarriedOverLosesNone();
    void aSalvagedJournalThatWaitsIsPutInItsPlace();
    void aFileInUseIsNotTakenAway();
    void aFullDiskIsToldAndNothingIsHalfWritten();
    void aMissingOrLockedFolderIsTold();
    void aReaderNeedsAJournal();
    void aKilledWriterLosesNothingAcknowledged();
    void theLogStartsOverWhileWriting();

private:
    std::string folder() const { return m_folder->path().toStdString(); }
    QString path(const QString &name = QStringLiteral("journal.sqlite")) const { return m_folder->filePath(name); }
    QStringList setAside() const
    {
        return QDir(m_folder->path()).entryList({QStringLiteral("journal.damaged-*.sqlite")}, QDir::Files);
    }

    std::unique_ptr<QTemporaryDir> m_folder;
};

void TestJournalFile::filesBelongToTheirOwnerAlone()
{
    const mode_t before = umask(0);
    const std::unique_ptr<Journal> journal = openJournal(folder());
    JournalCalls(*journal).appendOne(trackEntry("m"));
    umask(before);
    const QStringList names = QDir(m_folder->path()).entryList(QDir::Files);
    for (const char *name : {"journal.sqlite", "journal.sqlite-wal", "journal.sqlite-shm"}) {
        QVERIFY2(names.contains(QLatin1String(name)), name);
    }
    for (const QString &name : names) {
        struct stat status = {};
        QCOMPARE(stat(QFile::encodeName(path(name)).constData(), &status), 0);
        QVERIFY2((status.st_mode & 0777) == 0600, qPrintable(name));
    }
}

void TestJournalFile::anOpenFileIsClosedToOthers()
{
    openJournal(folder());
    QCOMPARE(chmod(QFile::encodeName(path()).constData(), 0644), 0);
    const std::unique_ptr<Journal> journal = openJournal(folder());
    struct stat status = {};
    QCOMPARE(stat(QFile::encodeName(path()).constData(), &status), 0);
    QCOMPARE(status.st_mode & 0777, mode_t(0600));
}

void TestJournalFile::aNewerFileIsLeftAsItIs()
{
    QVERIFY(JournalCalls(*openJournal(folder())).append(trackEntries(20)));
    runSql(path(), "PRAGMA user_version=99");
    const QByteArray before = bytesOf(path());
    const JournalResult<std::unique_ptr<Journal>> journal = Journal::open({folder(), nullptr});
    QVERIFY(!journal);
    QVERIFY(journal.error().kind == JournalError::Kind::NewerVersion);
    const auto reader = JournalReader::open(folder());
    QVERIFY(!reader);
    QVERIFY(reader.error().kind == JournalError::Kind::NewerVersion);
    QCOMPARE(bytesOf(path()), before);
    QVERIFY(setAside().isEmpty());
}

void TestJournalFile::aNewerVersionInTheLogIsSeen()
{
    QVERIFY(JournalCalls(*openJournal(folder())).append(trackEntries(20)));
    runSql(path(), "PRAGMA user_version=99", true);
    const QByteArray before = bytesOf(path());
    const QByteArray log = bytesOf(path(QStringLiteral("journal.sqlite-wal")));
    QVERIFY(!log.isEmpty());
    const JournalResult<std::unique_ptr<Journal>> journal = Journal::open({folder(), nullptr});
    QVERIFY(!journal);
    QVERIFY(journal.error().kind == JournalError::Kind::NewerVersion);
    QCOMPARE(bytesOf(path()), before);
    QCOMPARE(bytesOf(path(QStringLiteral("journal.sqlite-wal"))), log);
}

void TestJournalFile::aFileThatIsNoDatabaseIsSetAside()
{
    QVERIFY(JournalCalls(*openJournal(folder())).append(trackEntries(20)));
    overwrite(path(), 0, 4'096);
    const QByteArray before = bytesOf(path());
    const StoppedClock clock;
    JournalResult<std::unique_ptr<Journal>> journal = Journal::open({folder(), &clock});
    QVERIFY(journal);
    QCOMPARE(setAside(), QStringList{QStringLiteral("journal.damaged-20260101T000000Z.sqlite")});
    QCOMPARE(bytesOf(path(setAside().constFirst())), before);
    QVERIFY(journal.value()->notice().find("journal.damaged-20260101T000000Z.sqlite") != std::string::npos);
    QVERIFY(journal.value()->notice().find("0 undelivered events were carried over") != std::string::npos);
    JournalCalls(*journal.value()).appendOne(trackEntry("m"));
    // A second one in the same second gets a name of its own.
    journal.value().reset();
    overwrite(path(), 0, 4'096);
    QVERIFY(Journal::open({folder(), &clock}));
    QCOMPARE(setAside().size(), 2);
}

void TestJournalFile::aDamagedFileLosesOnlyWhatCannotBeRead()
{
    std::vector<EntryId> ids;
    std::set<EntryId> undelivered;
    {
        const std::unique_ptr<Journal> journal = openJournal(folder());
        JournalCalls calls(*journal);
        for (int i = 0; i < 30; ++i) {
            const std::vector<EntryId> more = calls.append(trackEntries(200, std::to_string(i) + "-")).value();
            ids.insert(ids.end(), more.begin(), more.end());
        }
        std::vector<StateChange> changes;
        for (std::size_t i = 0; i < ids.size(); ++i) {
            if (i % 3 == 0) {
                undelivered.insert(ids[i]);
            } else {
                changes.push_back({ids[i], EventState::Accepted, {}, {}, {}});
            }
        }
        changes.push_back(
            {ids[0], EventState::Retrying, 77, "try-later: 503", Attempt{5, 6, 503, "x", true, {}, {}, {}, {}}});
        QVERIFY(calls.record(std::move(changes)));
    }
    const QList<qint64> pages = numbersIn(path(), "SELECT pageno FROM dbstat WHERE name='entry' AND pagetype='leaf'");
    QVERIFY(pages.size() > 10);
    overwrite(path(), (pages[pages.size() / 2] - 1) * 4'096, 4'096);

    // The start looks at the newest rows only; whoever meets the damage later leaves a mark for the next start.
    {
        const std::unique_ptr<Journal> journal = openJournal(folder());
        QVERIFY(journal && journal->notice().empty());
        const auto all = openReader(folder())->entries(ids);
        QVERIFY(!all);
        QVERIFY(all.error().kind == JournalError::Kind::Damaged);
    }
    const std::unique_ptr<Journal> journal = openJournal(folder());
    QVERIFY(journal);
    QCOMPARE(setAside().size(), 1);
    const std::unique_ptr<JournalReader> reader = openReader(folder());
    const std::vector<EntryId> carried = reader->ids({}, {}, 10'000).value();
    QVERIFY(carried.size() > undelivered.size() * 3 / 4);
    QVERIFY(carried.size() < undelivered.size());
    QVERIFY(std::ranges::all_of(carried, [&](EntryId id) { return undelivered.contains(id); }));
    const auto count = [](std::size_t number) { return std::to_string(number); };
    const std::string notice = journal->notice();
    QVERIFY2(notice.find(count(carried.size()) + " undelivered events were carried over") != std::string::npos,
             notice.c_str());
    QVERIFY2(notice.find(count(undelivered.size() - carried.size()) + " known ones") != std::string::npos,
             notice.c_str());
    for (const EntryId id : carried) {
        const auto number = static_cast<std::size_t>(id.value - ids.front().value);
        const std::string messageId = std::to_string(number / 200) + "-" + std::to_string(number % 200);
        QCOMPARE(reader->payload(id).value().value(), trackEntry(messageId).payload);
    }
    const Entry first = reader->entry(ids[0]).value().value();
    QVERIFY(first.fields.state == EventState::Retrying && first.fields.nextAttempt == 77 && first.attempts == 1);
    QCOMPARE(reader->counts(kOne).value().total(), std::int64_t(carried.size()));
    JournalCalls calls(*journal);
    QVERIFY(calls.confirm("0-3").value() == ids[3]);
    QVERIFY(calls.appendOne(trackEntry("new")) > ids.back());
}

void TestJournalFile::aStopWhileEventsAreCarriedOverLosesNone()
{
    constexpr std::size_t kEvents = 5'000;
    QVERIFY(JournalCalls(*openJournal(folder())).append(trackEntries(kEvents)));
    runSql(path(), "DROP TABLE attempt"); // damaged, and every event can be read
    const QByteArray before = bytesOf(path());
    // Its files may not grow beyond 200 KB: it is killed in the middle.
    QProcess child;
    child.start(QStringLiteral("sh"), {QStringLiteral("-c"), QStringLiteral("ulimit -f 400; exec \"$@\""),
                                       QStringLiteral("sh"), QStringLiteral(JOURNAL_CHILD), m_folder->path(),
                                       QString::fromStdString(kOne), QStringLiteral("0"), QStringLiteral("0")});
    QVERIFY(child.waitForFinished());
    QVERIFY(child.exitStatus() == QProcess::CrashExit);
    QCOMPARE(bytesOf(path()), before);
    const std::unique_ptr<Journal> journal = openJournal(folder());
    QVERIFY(journal);
    QVERIFY(journal->notice().find("5000 undelivered events were carried over") != std::string::npos);
    QCOMPARE(openReader(folder())->counts(kOne).value().total(), std::int64_t(kEvents));
    QCOMPARE(setAside().size(), 1);
    QVERIFY(QDir(m_folder->path()).entryList({QStringLiteral("journal.salvage*")}, QDir::Files).isEmpty());
}

void TestJournalFile::aSalvagedJournalThatWaitsIsPutInItsPlace()
{
    QVERIFY(JournalCalls(*openJournal(folder())).append(trackEntries(20)));
    QVERIFY(QFile::rename(path(), path(QStringLiteral("journal.salvaged.sqlite"))));
    // A log of the damaged one that had not been set aside yet.
    {
        const QTemporaryDir other;
        const std::string otherFolder = other.path().toStdString();
        QVERIFY(JournalCalls(*openJournal(otherFolder)).append(trackEntries(3)));
        runSql(other.filePath(QStringLiteral("journal.sqlite")), "DROP VIEW kept", true);
        QVERIFY(QFile::copy(other.filePath(QStringLiteral("journal.sqlite-wal")),
                            path(QStringLiteral("journal.sqlite-wal"))));
    }
    const std::unique_ptr<Journal> journal = openJournal(folder());
    QVERIFY(journal && !journal->notice().empty());
    QCOMPARE(openReader(folder())->counts(kOne).value().total(), std::int64_t(20));
    const QStringList logs = QDir(m_folder->path()).entryList({QStringLiteral("journal.damaged-*-wal")}, QDir::Files);
    QCOMPARE(logs.size(), 1);
    QVERIFY(JournalCalls(*journal).appendOne(trackEntry("new")) == EntryId{21});
}

void TestJournalFile::aFileInUseIsNotTakenAway()
{
    const std::unique_ptr<Journal> open = openJournal(folder());
    QVERIFY(JournalCalls(*open).append(trackEntries(20)));
    overwrite(path(), 0, 100);
    const JournalResult<std::unique_ptr<Journal>> second = Journal::open({folder(), nullptr});
    QVERIFY(!second);
    QVERIFY(second.error().kind == JournalError::Kind::Damaged);
    QVERIFY(setAside().isEmpty());
}

void TestJournalFile::aFullDiskIsToldAndNothingIsHalfWritten()
{
    const std::unique_ptr<Journal> journal = openJournal(folder());
    JournalCalls calls(*journal);
    QVERIFY(calls.append(trackEntries(10)));
    std::signal(SIGXFSZ, SIG_IGN);
    rlimit before{};
    getrlimit(RLIMIT_FSIZE, &before);
    const rlimit tight{400'000, before.rlim_max};
    setrlimit(RLIMIT_FSIZE, &tight);
    int full = 0;
    std::int64_t kept = 10;
    for (int i = 0; i < 40; ++i) {
        const auto ids = calls.append(trackEntries(100, "x" + std::to_string(i) + "-"));
        if (ids) {
            kept += 100;
        } else if (ids.error().kind == JournalError::Kind::DiskFull) {
            ++full;
        }
    }
    // All of a group are told.
    std::atomic<int> told = 0;
    for (int i = 0; i < 50; ++i) {
        journal->append(trackEntries(20), [&](const JournalResult<std::vector<EntryId>> &ids) {
            told += !ids && ids.error().kind == JournalError::Kind::DiskFull ? 1 : 0;
        });
    }
    journal->flush();
    setrlimit(RLIMIT_FSIZE, &before);
    QVERIFY(full > 0);
    QCOMPARE(told.load(), 50);
    const std::unique_ptr<JournalReader> reader = openReader(folder());
    QCOMPARE(reader->counts({}).value().total(), kept);
    QCOMPARE(std::int64_t(reader->ids({}, {}, 100'000).value().size()), kept);
    // With room again the writer goes on.
    const EntryId later = calls.appendOne(trackEntry("later"));
    QCOMPARE(reader->payload(later).value().value(), trackEntry("later").payload);
    QCOMPARE(reader->counts({}).value().total(), kept + 1);
    QVERIFY(calls.confirm("later").value() == later);
}

void TestJournalFile::aMissingOrLockedFolderIsTold()
{
    const auto missing = Journal::open({folder() + "/not-there", nullptr});
    QVERIFY(!missing);
    QVERIFY(missing.error().kind == JournalError::Kind::Open);
    // Root may write everywhere, so it becomes nobody for a moment.
    const uid_t user = geteuid();
    QCOMPARE(chmod(folder().c_str(), 0555), 0);
    if (user == 0) {
        QCOMPARE(seteuid(65'534), 0);
    }
    const auto locked = Journal::open({folder(), nullptr});
    if (user == 0) {
        QCOMPARE(seteuid(0), 0);
    }
    chmod(folder().c_str(), 0700);
    QVERIFY(!locked);
    QVERIFY(locked.error().kind == JournalError::Kind::ReadOnly);
}

void TestJournalFile::aReaderNeedsAJournal()
{
    const auto reader = JournalReader::open(folder());
    QVERIFY(!reader);
    QVERIFY(reader.error().kind == JournalError::Kind::Open);
    QVERIFY(QDir(m_folder->path()).isEmpty());
}

void TestJournalFile::aKilledWriterLosesNothingAcknowledged()
{
    QList<qint64> acknowledged;
    for (int kill = 0; kill < 5; ++kill) {
        QProcess child;
        child.start(QStringLiteral(JOURNAL_CHILD),
                    {m_folder->path(), QString::fromStdString(kOne), QStringLiteral("100000"), QStringLiteral("7")});
        QByteArray output;
        QTRY_VERIFY_WITH_TIMEOUT((child.waitForReadyRead(10), output += child.readAllStandardOutput(),
                                  output.count('\n') > 300 * (kill + 1)),
                                 30'000);
        child.kill(); // SIGKILL
        QVERIFY(child.waitForFinished());
        output += child.readAllStandardOutput();
        output.truncate(output.lastIndexOf('\n')); // the last line may have been cut off
        for (const QByteArray &line : output.split('\n')) {
            acknowledged.append(line.toLongLong());
        }
    }
    QVERIFY(acknowledged.size() > 4'000);
    const std::unique_ptr<Journal> journal = openJournal(folder());
    QVERIFY(journal && journal->notice().empty());
    const std::unique_ptr<JournalReader> reader = openReader(folder());
    const std::vector<EntryId> ids = reader->ids({}, {}, 1'000'000).value();
    for (const qint64 id : acknowledged) {
        QVERIFY(std::ranges::binary_search(ids, EntryId{id}));
    }
    const std::vector<Entry> entries = reader->entries(ids).value();
    StateCounts counted;
    for (const Entry &entry : entries) {
        ++counted.counts[static_cast<int>(entry.fields.state)];
        const std::string payload = reader->payload(entry.id).value().value();
        QVERIFY(payload.find(kOne + "/") != std::string::npos);
    }
    const StateCounts kept = reader->counts({}).value();
    QVERIFY(std::equal(std::begin(kept.counts), std::end(kept.counts), std::begin(counted.counts)));
}

void TestJournalFile::theLogStartsOverWhileWriting()
{
    const std::unique_ptr<Journal> journal = openJournal(folder());
    // Far more than 8,000 frames of 4 KB; without checkpoints the log would grow to all of them.
    std::mt19937 random(1);
    // The number of the log in its header (SQLite file format 4.1) grows each time that it is begun anew.
    const auto logNumber = [this] {
        QFile log(path(QStringLiteral("journal.sqlite-wal")));
        return log.open(QIODevice::ReadOnly) && log.seek(12) ? qFromBigEndian<quint32>(log.read(4).constData()) : 0;
    };
    QVERIFY(JournalCalls(*journal).append(trackEntries(1)));
    const quint32 first = logNumber();
    for (int i = 0; i < 120; ++i) {
        std::vector<NewEntry> entries = trackEntries(50);
        for (NewEntry &entry : entries) {
            entry.payload.resize(20'000);
            std::generate(entry.payload.begin(), entry.payload.end(), [&] { return static_cast<char>(random()); });
        }
        QVERIFY(JournalCalls(*journal).append(std::move(entries)));
    }
    QVERIFY2(logNumber() > first, qPrintable(QString::number(first)));
}

QTEST_GUILESS_MAIN(TestJournalFile)
#include "tst_journal_file.moc"
