// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest> // first: moc 6.4 cannot read <compare> before Qt's own headers

#include "tests/app/journal/JournalSupport.h"
#include "tests/app/journal/SqlProbe.h"

#include <QDirIterator>
#include <QProcess>
#include <QTemporaryDir>

#include <mutex>

using namespace segue;
using namespace segue::test;

namespace {

//! Stands nowhere else, so that any trace of it is a trace of the person.
const std::string kPerson = "quaxwitz-7713@example.org";

NewEntry of(const std::string &person, const std::string &messageId, EventState state = EventState::Accepted)
{
    NewEntry entry = trackEntry(messageId);
    entry.fields.identity = person;
    entry.fields.state = state;
    // Bytes that do not repeat, so that a copy of a compressed block would hold them as they are.
    entry.payload = R"({"type":"track","messageId":")" + messageId + R"(","userId":")" + person + R"("})";
    return entry;
}

} // namespace

class TestErasure : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup();

    void everyTraceOfThePersonGoes();
    void whatTheirPayloadsSaidCannotBeReadAnyMore();
    void theOthersStayAsTheyWere();
    void whoStandsInASecondPartGoesAsWell();
    void whatWasNotDeliveredIsErasedAndCounted();
    void whatAnswersSaidAboutThemGoes();
    void tracesOfLongAgoGoAsWell();
    void lookingChangesNothing();
    void whatIsWrittenMeanwhileIsKept();
    void aReaderInTheMiddleOfSomethingIsSaid();
    void filesSetAsideAreNamed();
    void closingInBetweenIsAnswered();

private:
    std::string folder() const { return m_folder->path().toStdString(); }
    QString path() const { return m_folder->filePath(QStringLiteral("journal.sqlite")); }
    //! Names of files in the folder that hold the bytes.
    QStringList filesWith(const std::string &bytes) const
    {
        QStringList names;
        QDirIterator files(m_folder->path(), QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
        while (files.hasNext()) {
            if (bytesOf(files.next()).contains(QByteArray::fromStdString(bytes))) {
                names.append(files.fileName());
            }
        }
        return names;
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Journal> m_journal;
    std::unique_ptr<JournalCalls> m_calls;
    std::unique_ptr<JournalReader> m_reader;
};

void TestErasure::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_journal = openJournal(folder());
    m_calls = std::make_unique<JournalCalls>(*m_journal);
    m_reader = openReader(folder());
}

void TestErasure::cleanup()
{
    const std::string faults = faultsOf(folder());
    QVERIFY2(faults.empty(), faults.c_str());
    m_reader.reset();
    m_calls.reset();
    m_journal.reset();
}

void TestErasure::everyTraceOfThePersonGoes()
{
    for (int i = 0; i < 40; ++i) {
        std::vector<NewEntry> entries;
        for (int k = 0; k < 50; ++k) {
            const std::string id = std::to_string(i) + "-" + std::to_string(k);
            entries.push_back(of(k % 17 == 0 ? kPerson : "someone-" + id, id));
        }
        QVERIFY(m_calls->append(std::move(entries)));
    }
    // A capture of another person's that names them, and a batch captured whole.
    NewEntry alias = trackEntry("alias");
    alias.payload = R"({"type":"alias","previousId":")" + kPerson + R"(","userId":"other"})";
    NewEntry batch = trackEntry("batch");
    batch.payload = R"({"batch":[{"userId":"x"},{"userId":")" + kPerson + R"("}]})";
    QVERIFY(m_calls->append({alias, batch}));
    QVERIFY(!filesWith(kPerson).isEmpty());

    std::vector<IdRange> removed;
    m_journal->setListener([&](const JournalChange &change) {
        removed.insert(removed.end(), change.removed.begin(), change.removed.end());
    });
    const auto erased = m_calls->erase(kPerson);
    QVERIFY(erased);
    QCOMPARE(erased.value().entries.total(), std::int64_t(40 * 3 + 2));
    QVERIFY(erased.value().cleared);
    QCOMPARE(filesWith(kPerson), QStringList());
    QCOMPARE(m_reader->counts({}).value().total(), std::int64_t(40 * 47));
    joinRanges(removed);
    QCOMPARE(removed.size(), std::size_t(40 * 3 + 1));
    QVERIFY((removed.front() == IdRange{EntryId{1}, EntryId{1}}));
    QVERIFY((removed.back() == IdRange{EntryId{2'001}, EntryId{2'002}}));
    m_journal->setListener({});
}

void TestErasure::whatTheirPayloadsSaidCannotBeReadAnyMore()
{
    QVERIFY(m_calls->append({of("a", "1"), of(kPerson, "2"), of("b", "3")}));
    QVERIFY(m_calls->erase(kPerson).value().cleared);
    QVERIFY(!m_reader->payload(EntryId{2}).value());
    // faultsOf() in cleanup() unpacks every block and finds bytes that belong to no entry.
    QCOMPARE(numbersIn(path(), "SELECT n FROM block"), QList<qint64>{3});
}

void TestErasure::theOthersStayAsTheyWere()
{
    std::vector<NewEntry> entries;
    for (int i = 0; i < 600; ++i) {
        entries.push_back(of(i % 3 == 1 ? kPerson : "p" + std::to_string(i), std::to_string(i)));
    }
    const std::vector<NewEntry> before = entries;
    QVERIFY(m_calls->append(std::move(entries)));
    QCOMPARE(m_calls->erase(kPerson).value().entries.total(), std::int64_t(200));
    const std::vector<EntryId> ids = m_reader->ids({}, {}, 1'000).value();
    QCOMPARE(ids.size(), std::size_t(400));
    for (const EntryId id : ids) {
        const NewEntry &kept = before[static_cast<std::size_t>(id.value - 1)];
        QCOMPARE(m_reader->entry(id).value().value().fields.identity, kept.fields.identity);
        QCOMPARE(m_reader->payload(id).value().value(), kept.payload);
    }
    QVERIFY(m_calls->confirm("0").value() == EntryId{1});
    QVERIFY(!m_calls->confirm("1").value());
    QVERIFY(m_calls->appendOne(of("q", "new")) == EntryId{601});
}

void TestErasure::whoStandsInASecondPartGoesAsWell()
{
    std::vector<NewEntry> entries;
    for (int i = 0; i < 600; ++i) {
        entries.push_back(of("p" + std::to_string(i), std::to_string(i)));
        // The event of a webhook names the person where its track call does not, and the other way round.
        if (i % 50 == 7) {
            entries.back().secondPart = R"({"event_name":"Email Sent","hwid":")" + kPerson + R"("})";
        } else if (i % 50 == 8) {
            entries.back() = of(kPerson, std::to_string(i));
            entries.back().secondPart = R"({"payload":"for )" + kPerson + R"("})";
        } else if (i % 3 == 0) {
            entries.back().secondPart = R"({"context":{"ip":"10.0.0.)" + std::to_string(i) + R"("}})";
        }
    }
    const std::vector<NewEntry> before = entries;
    QVERIFY(m_calls->append(std::move(entries)));
    QVERIFY(!filesWith("event_name").isEmpty() || !filesWith(kPerson).isEmpty());
    QCOMPARE(m_calls->find(kPerson).value().entries.total(), std::int64_t(24));
    const Journal::Erased erased = m_calls->erase(kPerson).value();
    QCOMPARE(erased.entries.total(), std::int64_t(24));
    QVERIFY(erased.cleared);
    QCOMPARE(filesWith(kPerson), QStringList());
    QVERIFY(m_reader->secondPart(EntryId{8}).value().empty());
    const std::vector<EntryId> left = m_reader->ids({}, {}, 1'000).value();
    QCOMPARE(left.size(), std::size_t(576));
    for (const EntryId id : left) {
        QCOMPARE(m_reader->secondPart(id).value(), before[static_cast<std::size_t>(id.value - 1)].secondPart);
    }
}

void TestErasure::whatWasNotDeliveredIsErasedAndCounted()
{
    QVERIFY(m_calls->append({of(kPerson, "1", EventState::Queued), of(kPerson, "2", EventState::Waiting),
                             of(kPerson, "3", EventState::Queued), of(kPerson, "4", EventState::Confirmed)}));
    const Journal::Erased erased = m_calls->erase(kPerson).value();
    QCOMPARE(erased.entries.of(EventState::Queued), std::int64_t(2));
    QCOMPARE(erased.entries.of(EventState::Waiting), std::int64_t(1));
    QCOMPARE(erased.entries.of(EventState::Confirmed), std::int64_t(1));
    QVERIFY(m_reader->due(kOne, 0, 10).value().empty());
    // Nothing is wrong with asking again, or with recording what became of one of them.
    QCOMPARE(m_calls->erase(kPerson).value().entries.total(), std::int64_t(0));
    QVERIFY(m_calls->record({{EntryId{1}, EventState::Accepted, {}, {}, {}}}).value().empty());
}

void TestErasure::whatAnswersSaidAboutThemGoes()
{
    QVERIFY(m_calls->append(
        {of(kPerson, "1", EventState::Queued), of("b", "2", EventState::Queued), of("c", "3", EventState::Queued)}));
    const Attempt shared{5, 6, 400, "rejected", true, "POST /v1/batch", {}, "bad userId " + kPerson, {}};
    const Attempt other{7, 8, 400, "rejected", true, "POST /v1/batch", {}, "bad event", {}};
    QVERIFY(m_calls->record({{EntryId{1}, EventState::Refused, {}, "rejected: " + kPerson, shared},
                             {EntryId{2}, EventState::Refused, {}, "rejected: " + kPerson, shared},
                             {EntryId{3}, EventState::Refused, {}, "rejected: bad event", other}}));
    QVERIFY(m_calls->erase(kPerson).value().cleared);
    QCOMPARE(filesWith(kPerson), QStringList());
    QCOMPARE(m_reader->attempts(EntryId{2}).value().front().responseBody, std::string());
    QCOMPARE(m_reader->attempts(EntryId{2}).value().front().requestHead, std::string("POST /v1/batch"));
    QCOMPARE(m_reader->entry(EntryId{2}).value().value().fields.error, std::string("rejected"));
    QCOMPARE(m_reader->attempts(EntryId{3}).value().front(), other);
    QCOMPARE(m_reader->entry(EntryId{3}).value().value().fields.error, std::string("rejected: bad event"));
}

void TestErasure::tracesOfLongAgoGoAsWell()
{
    // Rows that grow move within their pages and leave copies behind; rows that went before left theirs.
    std::vector<NewEntry> entries;
    for (int i = 0; i < 2'000; ++i) {
        entries.push_back(
            of(i % 2 == 0 ? kPerson : "someone-else-" + std::to_string(i), std::to_string(i), EventState::Queued));
    }
    QVERIFY(m_calls->append(std::move(entries)));
    for (int round = 0; round < 3; ++round) {
        std::vector<StateChange> changes;
        for (int i = 1; i <= 2'000; ++i) {
            changes.push_back({EntryId{i},
                               EventState::Retrying,
                               round,
                               "try-later: " + std::string(static_cast<std::size_t>(20 * round + i % 7), 'x'),
                               {}});
        }
        QVERIFY(m_calls->record(std::move(changes)));
    }
    runSql(path(), "PRAGMA secure_delete=OFF; UPDATE serial SET commits=commits");
    QVERIFY(m_calls->erase(kPerson).value().cleared);
    QCOMPARE(filesWith(kPerson), QStringList());
    QCOMPARE(QFileInfo(path() + QStringLiteral("-wal")).size(), 0);
}

void TestErasure::lookingChangesNothing()
{
    QVERIFY(m_calls->append({of(kPerson, "1", EventState::Queued), of("b", "2"), of(kPerson, "3")}));
    const std::int64_t commits = m_reader->commits().value();
    const Journal::Erased found = m_calls->find(kPerson).value();
    QCOMPARE(found.entries.of(EventState::Queued), std::int64_t(1));
    QCOMPARE(found.entries.total(), std::int64_t(2));
    QCOMPARE(m_reader->commits().value(), commits);
    QCOMPARE(m_reader->counts({}).value().total(), std::int64_t(3));
    QCOMPARE(m_calls->find("nobody").value().entries.total(), std::int64_t(0));
    QVERIFY(!m_calls->find(""));
}

void TestErasure::whatIsWrittenMeanwhileIsKept()
{
    std::vector<NewEntry> entries;
    for (int i = 0; i < 5'000; ++i) {
        entries.push_back(of(i % 2 == 0 ? kPerson : "p", std::to_string(i)));
    }
    QVERIFY(m_calls->append(std::move(entries)));
    std::promise<JournalResult<Journal::Erased>> promise;
    m_journal->erase(kPerson, [&](const JournalResult<Journal::Erased> &erased) { promise.set_value(erased); });
    for (int i = 0; i < 100; ++i) {
        QVERIFY(m_calls->append({of("later", "later-" + std::to_string(i))}));
    }
    const JournalResult<Journal::Erased> erased = promise.get_future().get();
    QVERIFY(erased && erased.value().cleared);
    QCOMPARE(erased.value().entries.total(), std::int64_t(2'500));
    QCOMPARE(m_reader->counts({}).value().total(), std::int64_t(2'600));
}

void TestErasure::aReaderInTheMiddleOfSomethingIsSaid()
{
    QVERIFY(m_calls->append({of(kPerson, "1"), of("b", "2")}));
    sqlite3 *db = nullptr;
    QCOMPARE(sqlite3_open(QFile::encodeName(path()).constData(), &db), SQLITE_OK);
    QCOMPARE(sqlite3_exec(db, "BEGIN; SELECT count(*) FROM entry", nullptr, nullptr, nullptr), SQLITE_OK);
    const Journal::Erased erased = m_calls->erase(kPerson).value();
    QCOMPARE(erased.entries.total(), std::int64_t(1));
    QVERIFY(!erased.cleared);
    sqlite3_close(db);
    QVERIFY(m_calls->erase(kPerson).value().cleared);
    QCOMPARE(filesWith(kPerson), QStringList());
}

void TestErasure::filesSetAsideAreNamed()
{
    QFile aside(m_folder->filePath(QStringLiteral("journal.damaged-20260101T000000Z.sqlite")));
    QVERIFY(aside.open(QIODevice::WriteOnly));
    QCOMPARE(m_calls->erase(kPerson).value().otherFiles,
             std::vector<std::string>{"journal.damaged-20260101T000000Z.sqlite"});
    aside.remove();
}

void TestErasure::closingInBetweenIsAnswered()
{
    std::vector<NewEntry> entries;
    for (int i = 0; i < 5'000; ++i) {
        entries.push_back(of(kPerson, std::to_string(i)));
    }
    QVERIFY(m_calls->append(std::move(entries)));
    int answers = 0;
    for (int i = 0; i < 3; ++i) {
        m_journal->erase(kPerson, [&](const JournalResult<Journal::Erased> &) { ++answers; });
    }
    m_calls.reset();
    m_journal.reset();
    QCOMPARE(answers, 3);
}

QTEST_GUILESS_MAIN(TestErasure)
#include "tst_erasure.moc"
