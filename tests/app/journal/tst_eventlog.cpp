// SPDX-License-Identifier: GPL-3.0-or-later
// clazy:excludeall=lambda-in-connect (their listeners go with what the lambdas write to)
#include <QtTest> // first: moc 6.4 cannot read <compare> before Qt's own headers

#include "app/journal/EventLog.h"

#include "tests/app/journal/JournalSupport.h"

#include <QElapsedTimer>
#include <QProcess>
#include <QTemporaryDir>
#include <QThread>

#include <algorithm>
#include <optional>

using namespace segue;
using namespace segue::test;

namespace {
constexpr int kPatience = 20'000;
}

class TestEventLog : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup();

    void answersComeOnTheMainThread();
    void detailsHoldAllThatIsKnown();
    void noAnswerComesAfterTheContextHasGone();
    void noAnswerComesAfterTheLogHasGone();
    void manyCommitsAreAnnouncedTogether();
    void anotherProcessIsNoticed();
    void ownCommitsAreNotTakenForAnothers();
    void aReaderThatCouldNotOpenTriesAgain();
    void everyFailureHasItsSentence();

private:
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Journal> m_journal;
    std::unique_ptr<EventLog> m_log;
};

void TestEventLog::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_journal = openJournal(m_folder->path().toStdString());
    QVERIFY(m_journal);
    m_log = std::make_unique<EventLog>(*m_journal, m_folder->path());
}

void TestEventLog::cleanup()
{
    m_log.reset();
    m_journal.reset();
}

void TestEventLog::answersComeOnTheMainThread()
{
    const EntryId id = JournalCalls(*m_journal).appendOne(trackEntry("m"));
    std::optional<std::vector<EntryId>> ids;
    std::optional<std::vector<Entry>> entries;
    std::optional<StateCounts> counts;
    QThread *thread = nullptr;
    m_log->ids({}, {}, 10, this, [&](const Result<std::vector<EntryId>> &found) {
        thread = QThread::currentThread();
        ids = found.value();
    });
    m_log->entries({id, EntryId{99}}, this, [&](const Result<std::vector<Entry>> &found) { entries = found.value(); });
    m_log->counts(kOne, this, [&](const Result<StateCounts> &found) { counts = found.value(); });
    QVERIFY(!ids);
    QTRY_VERIFY_WITH_TIMEOUT(counts, kPatience);
    QCOMPARE(thread, QThread::currentThread());
    QVERIFY(ids == std::vector<EntryId>{id});
    QCOMPARE(entries->size(), std::size_t(1));
    QCOMPARE(counts->of(EventState::Queued), std::int64_t(1));
}

void TestEventLog::detailsHoldAllThatIsKnown()
{
    JournalCalls calls(*m_journal);
    NewEntry entry = trackEntry("m");
    entry.secondPart = R"({"event_name":"Push Sent"})";
    const EntryId id = calls.appendOne(entry);
    Attempt attempt;
    attempt.started = 5;
    attempt.status = 400;
    attempt.outcome = "rejected";
    QVERIFY(calls.record({{id, EventState::Refused, {}, "rejected: 400", attempt}}));
    std::optional<EventDetails> details;
    std::optional<bool> goneIsNothing;
    m_log->details(id, this, [&](const Result<std::optional<EventDetails>> &found) { details = found.value(); });
    m_log->details(EntryId{77}, this,
                   [&](const Result<std::optional<EventDetails>> &found) { goneIsNothing = !found.value(); });
    QTRY_VERIFY_WITH_TIMEOUT(goneIsNothing, kPatience);
    QVERIFY(*goneIsNothing);
    QVERIFY(details);
    QCOMPARE(details->entry.fields.messageId, std::string("m"));
    QCOMPARE(details->payload.toStdString(), trackEntry("m").payload);
    QCOMPARE(details->attempts, QList<Attempt>{attempt});
    QCOMPARE(details->secondPart, QByteArray(R"({"event_name":"Push Sent"})"));
}

void TestEventLog::noAnswerComesAfterTheContextHasGone()
{
    bool late = false;
    bool after = false;
    {
        QObject context;
        m_log->counts({}, &context, [&](const Result<StateCounts> &) { late = true; });
    }
    m_log->counts({}, this, [&](const Result<StateCounts> &) { after = true; });
    QTRY_VERIFY_WITH_TIMEOUT(after, kPatience);
    QVERIFY(!late);
}

void TestEventLog::noAnswerComesAfterTheLogHasGone()
{
    bool late = false;
    for (int i = 0; i < 50; ++i) {
        m_log->counts({}, this, [&](const Result<StateCounts> &) { late = true; });
    }
    m_log.reset();
    QCoreApplication::processEvents();
    QVERIFY(!late);
    // The journal goes on without its listener.
    QVERIFY(JournalCalls(*m_journal).append({trackEntry("m")}));
}

void TestEventLog::manyCommitsAreAnnouncedTogether()
{
    std::vector<EntryId> heard;
    int announced = 0;
    bool ascending = true;
    QElapsedTimer time;
    const QObject listener; // goes with what the lambda writes to
    connect(m_log.get(), &EventLog::changed, &listener, [&](const JournalChange &change, bool resync) {
        ++announced;
        QVERIFY(!resync);
        ascending = ascending && std::is_sorted(change.added.begin(), change.added.end());
        heard.insert(heard.end(), change.added.begin(), change.added.end());
    });
    std::vector<EntryId> ids;
    JournalCalls calls(*m_journal);
    time.start();
    for (int i = 0; i < 300; ++i) {
        ids.push_back(calls.appendOne(trackEntry(std::to_string(i))));
        QCoreApplication::processEvents();
    }
    QTRY_COMPARE_WITH_TIMEOUT(heard.size(), ids.size(), kPatience);
    QVERIFY(ascending);
    QVERIFY(heard == ids);
    QVERIFY2(announced <= time.elapsed() / 50 + 2, qPrintable(QString::number(announced)));
}

void TestEventLog::anotherProcessIsNoticed()
{
    // Until the first answer the reader may not have looked at the file yet.
    bool ready = false;
    m_log->counts({}, this, [&](const Result<StateCounts> &) { ready = true; });
    QTRY_VERIFY_WITH_TIMEOUT(ready, kPatience);
    QSignalSpy changed(m_log.get(), &EventLog::changed);
    const std::unique_ptr<Journal> other = openJournal(m_folder->path().toStdString());
    QVERIFY(JournalCalls(*other).append({trackEntry("m", kTwo)}));
    QTRY_COMPARE_WITH_TIMEOUT(changed.size(), 1, kPatience);
    QVERIFY(changed.front().at(1).toBool());
    // Also while this one writes.
    changed.clear();
    JournalCalls own(*m_journal);
    for (int i = 0; i < 50; ++i) {
        QVERIFY(own.append({trackEntry("own")}));
        if (i == 25) {
            QVERIFY(JournalCalls(*other).append({trackEntry("m2", kTwo)}));
        }
    }
    const auto resyncs = [&] {
        return std::ranges::count_if(changed, [](const QList<QVariant> &call) { return call.at(1).toBool(); });
    };
    QTRY_COMPARE_WITH_TIMEOUT(resyncs(), 1, kPatience);
}

void TestEventLog::ownCommitsAreNotTakenForAnothers()
{
    int resyncs = 0;
    int announced = 0;
    const QObject listener; // goes with what the lambda writes to
    connect(m_log.get(), &EventLog::changed, &listener, [&](const JournalChange &, bool resync) {
        resyncs += resync ? 1 : 0;
        ++announced;
    });
    JournalCalls calls(*m_journal);
    QElapsedTimer time;
    time.start();
    while (time.elapsed() < 700) { // several polls
        QVERIFY(calls.append({trackEntry("m")}));
        QCoreApplication::processEvents();
    }
    m_journal->flush();
    bool answered = false;
    m_log->counts({}, this, [&](const Result<StateCounts> &) { answered = true; });
    QTRY_VERIFY_WITH_TIMEOUT(answered, kPatience);
    QVERIFY(announced > 0);
    QCOMPARE(resyncs, 0);
}

void TestEventLog::aReaderThatCouldNotOpenTriesAgain()
{
    const QTemporaryDir empty;
    EventLog log(*m_journal, empty.path());
    std::optional<ErrorCode> code;
    log.counts({}, this, [&](const Result<StateCounts> &counts) { code = counts.error().code; });
    QTRY_VERIFY_WITH_TIMEOUT(code, kPatience);
    QVERIFY(*code == ErrorCode::Disk);
    const std::unique_ptr<Journal> late = openJournal(empty.path().toStdString());
    QVERIFY(late);
    bool there = false;
    log.counts({}, this, [&](const Result<StateCounts> &counts) { there = counts.ok(); });
    QTRY_VERIFY_WITH_TIMEOUT(there, kPatience);
}

void TestEventLog::everyFailureHasItsSentence()
{
    using Kind = JournalError::Kind;
    QSet<QString> sentences;
    for (const Kind kind :
         {Kind::Open, Kind::ReadOnly, Kind::DiskFull, Kind::Damaged, Kind::NewerVersion, Kind::Closed, Kind::Other}) {
        const Error error = EventLog::worded({kind, "the detail"});
        QCOMPARE(error.detail, QStringLiteral("the detail"));
        QVERIFY(error.userText.endsWith(QLatin1Char('.')));
        sentences.insert(error.userText);
    }
    QCOMPARE(sentences.size(), 7);
    QVERIFY(EventLog::worded({Kind::DiskFull, {}}).code == ErrorCode::Disk);
    QVERIFY(EventLog::worded({Kind::NewerVersion, {}}).code == ErrorCode::NewerVersion);
    QVERIFY(EventLog::worded({Kind::Damaged, {}}).code == ErrorCode::Damaged);
}

QTEST_GUILESS_MAIN(TestEventLog)
#include "tst_eventlog.moc"
