// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest> // first: moc 6.4 cannot read <compare> before Qt's own headers

#include "app/journal/Journal.h"

#include "app/journal/KeyHash.h"
#include "app/journal/SqlDatabase.h"
#include "tests/app/journal/JournalSupport.h"

#include <QTemporaryDir>

#include <algorithm>
#include <atomic>
#include <map>
#include <random>
#include <unordered_map>

using namespace segue;
using namespace segue::test;

namespace {

constexpr std::int64_t kHour = 3'600'000;

Attempt attemptAt(std::int64_t started, const std::string &outcome, bool mayHaveArrived = false)
{
    Attempt attempt;
    attempt.started = started;
    attempt.duration = 42;
    attempt.status = outcome == "accepted" ? 200 : 503;
    attempt.outcome = outcome;
    attempt.mayHaveArrived = mayHaveArrived;
    attempt.requestHead = "POST /v1/batch";
    attempt.responseHead = "HTTP/1.1 " + std::to_string(attempt.status);
    attempt.responseBody = std::string("body\0with a zero", 16);
    attempt.error = "because";
    return attempt;
}

std::vector<NewEntry> trackEntries(int count, const std::string &prefix = "m", const std::string &connection = kOne)
{
    std::vector<NewEntry> entries;
    for (int i = 0; i < count; ++i) {
        entries.push_back(trackEntry(prefix + std::to_string(i), connection));
    }
    return entries;
}

} // namespace

class TestJournal : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup();

    void anEntryIsKeptWithEveryField();
    void payloadBytesAreExact();
    void anEntryThatIsGoneIsNothing();
    void everythingIsThereAfterReopening();
    void whatWaitsAtTheEndIsWritten();
    void whatWaitsTakesABoundedAmountOfMemory();
    void aChangeIsWrittenOnlyWhereTheStateAllows();
    void anAttemptCountsEvenWhenTheStateStays();
    void aBatchSharesItsRequest();
    void twoAttemptsMoreThanADayApartMayArriveTwice();
    void confirmFindsTheEntryByItsMessageId();
    void confirmIsNotFooledByEqualHashes();
    void confirmTurnsARetryOff();
    void confirmTakesTheNewestAndNoEcho();
    void confirmSeesWhatIsWrittenInTheSameGroup();
    void requeueBringsBackWhatWaitsAndNothingElse();
    void cancelTakesWhatIsUndeliveredOfOneConnection();
    void dueGivesWhatIsDueInOrder();
    void nextDueIsTheEarliestTime();
    void countsAreKeptAndNeverDrift();
    void theListenerHearsOfEveryCommit();
    void attemptsOfOneEntryAreItsOwn();

private:
    void open();
    Entry entry(EntryId id) { return m_reader->entry(id).value().value(); }
    EventState state(EntryId id) { return entry(id).fields.state; }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Journal> m_journal;
    std::unique_ptr<JournalReader> m_reader;
    std::unique_ptr<JournalCalls> m_calls;
};

void TestJournal::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    open();
}

void TestJournal::cleanup()
{
    m_calls.reset();
    m_reader.reset();
    m_journal.reset();
}

void TestJournal::open()
{
    cleanup();
    const std::string folder = m_folder->path().toStdString();
    m_journal = openJournal(folder);
    QVERIFY(m_journal);
    QVERIFY(m_journal->notice().empty());
    m_reader = openReader(folder);
    QVERIFY(m_reader);
    m_calls = std::make_unique<JournalCalls>(*m_journal);
}

void TestJournal::anEntryIsKeptWithEveryField()
{
    NewEntry entry = trackEntry("message-1");
    entry.fields.origin = Origin::Webhook;
    entry.fields.idKind = IdKind::AnonymousId;
    entry.fields.identity = "Zoë";
    entry.fields.state = EventState::Retrying;
    entry.fields.nextAttempt = 1'700'000'009'000;
    entry.fields.findings = 0x80000001U;
    entry.fields.error = "try-later: 503";
    const EntryId id = m_calls->appendOne(entry);
    const Entry read = this->entry(id);
    QVERIFY(read.id == id);
    QCOMPARE(read.fields.connection, kOne);
    QVERIFY(read.fields.origin == Origin::Webhook);
    QCOMPARE(read.fields.received, entry.fields.received);
    QCOMPARE(read.fields.event, entry.fields.event);
    QVERIFY(read.fields.idKind == IdKind::AnonymousId);
    QCOMPARE(read.fields.identity, entry.fields.identity);
    QCOMPARE(read.fields.messageType, entry.fields.messageType);
    QCOMPARE(read.fields.campaign, entry.fields.campaign);
    QCOMPARE(read.fields.device, entry.fields.device);
    QCOMPARE(read.fields.messageId, std::string("message-1"));
    QVERIFY(read.fields.state == EventState::Retrying);
    QVERIFY(read.fields.nextAttempt == entry.fields.nextAttempt);
    QCOMPARE(read.fields.findings, entry.fields.findings);
    QCOMPARE(read.fields.error, entry.fields.error);
    QCOMPARE(read.attempts, 0);
    QCOMPARE(read.lastStatus, 0);
    QCOMPARE(read.lastDuration, std::int64_t(-1));
    QVERIFY(!read.mayArriveTwice);

    NewEntry empty;
    const Entry bare = this->entry(m_calls->appendOne(empty));
    QVERIFY(bare.fields.connection.empty() && bare.fields.event.empty() && bare.fields.identity.empty());
    QVERIFY(!bare.fields.nextAttempt && bare.fields.error.empty() && bare.fields.messageId.empty());
}

void TestJournal::payloadBytesAreExact()
{
    std::mt19937 random(3);
    std::vector<NewEntry> entries;
    for (const std::string &payload :
         {std::string(), std::string("\n"), std::string("\0", 1), std::string("{\n\"a\":\t\0x\r\n}\n\n", 14),
          std::string(3'000'000, 'x'), std::string("\xff\xfe\x80", 3)}) {
        entries.push_back({{}, payload});
    }
    for (int i = 0; i < 700; ++i) {
        std::string payload(random() % 5'000, '\0');
        std::generate(payload.begin(), payload.end(), [&] { return static_cast<char>(random()); });
        entries.push_back({{}, std::move(payload)});
    }
    const std::vector<EntryId> ids = m_calls->append(entries).value();
    QCOMPARE(ids.size(), entries.size());
    for (std::size_t i = 0; i < ids.size(); ++i) {
        QVERIFY(m_reader->payload(ids[i]).value() == entries[i].payload);
    }
}

void TestJournal::anEntryThatIsGoneIsNothing()
{
    const EntryId id = m_calls->appendOne(trackEntry("m"));
    const EntryId other{id.value + 7};
    QVERIFY(!m_reader->entry(other).value());
    QVERIFY(!m_reader->payload(other).value());
    QVERIFY(m_reader->attempts(other).value().empty());
    const std::vector<EntryId> asked = {other, id, EntryId{0}};
    const std::vector<Entry> found = m_reader->entries(asked).value();
    QCOMPARE(found.size(), std::size_t(1));
    QVERIFY(found.front().id == id);
    QVERIFY(m_calls->record({{other, EventState::Accepted, {}, {}, attemptAt(1, "accepted")}}).value().empty());
}

void TestJournal::everythingIsThereAfterReopening()
{
    const std::vector<EntryId> ids = m_calls->append(trackEntries(300)).value();
    QVERIFY(m_calls->record({{ids[5], EventState::Refused, {}, "rejected: 400", attemptAt(9, "rejected")}}));
    open();
    QVERIFY(m_reader->ids({}, {}, 1'000).value() == ids);
    const Entry refused = entry(ids[5]);
    QVERIFY(refused.fields.state == EventState::Refused);
    QCOMPARE(refused.fields.error, std::string("rejected: 400"));
    QCOMPARE(refused.attempts, 1);
    QCOMPARE(m_reader->payload(ids[299]).value().value(), trackEntry("m299").payload);
    QCOMPARE(m_reader->counts({}).value().of(EventState::Queued), std::int64_t(299));
    // Numbers go on, they are never given twice.
    QVERIFY(m_calls->appendOne(trackEntry("later")) > ids.back());
}

void TestJournal::whatWaitsAtTheEndIsWritten()
{
    std::atomic<int> answered = 0;
    for (int i = 0; i < 200; ++i) {
        m_journal->append({trackEntry(std::to_string(i))},
                          [&](const JournalResult<std::vector<EntryId>> &ids) { answered += ids.ok() ? 1 : 0; });
    }
    m_journal.reset();
    QCOMPARE(answered.load(), 200);
    open();
    QCOMPARE(m_reader->counts({}).value().total(), std::int64_t(200));
}

void TestJournal::whatWaitsTakesABoundedAmountOfMemory()
{
    JournalResult<SqlDatabase> other = SqlDatabase::open(m_journal->filePath(), SqlDatabase::Mode::ReadWrite);
    QVERIFY(other.value().exec("BEGIN IMMEDIATE")); // nothing can be written meanwhile
    NewEntry large = trackEntry("large");
    large.payload.resize(std::size_t{8} * 1024 * 1024, ' ');
    std::atomic<int> kept = 0;
    std::atomic<int> refused = 0;
    for (int i = 0; i < 20; ++i) {
        m_journal->append({large}, [&](const auto &ids) { ++(ids.ok() ? kept : refused); });
    }
    QVERIFY(other.value().exec("ROLLBACK"));
    m_journal->flush();
    QCOMPARE(kept.load(), 15);
    QCOMPARE(refused.load(), 5);
    QCOMPARE(m_reader->counts(std::nullopt).value().total(), std::int64_t(15));
    QVERIFY(m_calls->append({large}));
}

void TestJournal::aChangeIsWrittenOnlyWhereTheStateAllows()
{
    for (int from = 0; from < kEventStateCount; ++from) {
        for (int to = 0; to < kEventStateCount; ++to) {
            const auto before = static_cast<EventState>(from);
            const auto after = static_cast<EventState>(to);
            if (before == EventState::Sending) {
                continue;
            }
            NewEntry entry = trackEntry("m");
            entry.fields.state = before;
            const EntryId id = m_calls->appendOne(entry);
            const std::vector<EntryId> moved = m_calls->record({{id, after, 77, "why", {}}}).value();
            const bool allowed = mayBecome(before, after);
            QCOMPARE(moved, allowed ? std::vector<EntryId>{id} : std::vector<EntryId>());
            const Entry now = this->entry(id);
            QVERIFY(now.fields.state == (allowed ? after : before));
            QVERIFY(now.fields.nextAttempt == (allowed ? std::optional<std::int64_t>(77) : std::nullopt));
            QCOMPARE(now.fields.error, std::string(allowed ? "why" : ""));
        }
    }
}

void TestJournal::anAttemptCountsEvenWhenTheStateStays()
{
    const EntryId id = m_calls->appendOne(trackEntry("m"));
    QVERIFY(m_calls->confirm("m").value() == id);
    // The sandbox had seen it before its answer was read.
    QVERIFY(m_calls->record({{id, EventState::Accepted, {}, {}, attemptAt(5, "accepted")}}).value().empty());
    const Entry now = entry(id);
    QVERIFY(now.fields.state == EventState::Confirmed);
    QCOMPARE(now.attempts, 1);
    QCOMPARE(now.lastStatus, 200);
    QCOMPARE(now.lastDuration, std::int64_t(42));
    QVERIFY(m_reader->attempts(id).value() == std::vector<Attempt>{attemptAt(5, "accepted")});
}

void TestJournal::aBatchSharesItsRequest()
{
    const std::vector<EntryId> ids = m_calls->append(trackEntries(1'000)).value();
    QVERIFY(m_calls->confirm("m500").value() == ids[500]);
    std::vector<StateChange> changes;
    for (const EntryId id : ids) {
        changes.push_back({id, EventState::Accepted, {}, {}, attemptAt(5, "accepted")});
    }
    const std::vector<EntryId> moved = m_calls->record(std::move(changes)).value();
    QCOMPARE(moved.size(), std::size_t(999));
    for (const std::size_t i : {std::size_t(0), std::size_t(500), std::size_t(999)}) {
        QVERIFY(m_reader->attempts(ids[i]).value() == std::vector<Attempt>{attemptAt(5, "accepted")});
    }
    const StateCounts counts = m_reader->counts(kOne).value();
    QCOMPARE(counts.of(EventState::Accepted), std::int64_t(999));
    QCOMPARE(counts.of(EventState::Confirmed), std::int64_t(1));
    QCOMPARE(counts.of(EventState::Queued), std::int64_t(0));
}

void TestJournal::twoAttemptsMoreThanADayApartMayArriveTwice()
{
    const std::vector<EntryId> ids = m_calls->append(trackEntries(2)).value();
    const auto attempt = [&](EntryId id, std::int64_t hours, bool unknown) {
        const Attempt tried = attemptAt(hours * kHour, unknown ? "unreachable" : "try-later", unknown);
        QVERIFY(m_calls->record({{id, EventState::Retrying, 1, "unreachable", tried}}));
    };
    attempt(ids[0], 1, true);
    attempt(ids[0], 20, true);
    QVERIFY(!entry(ids[0]).mayArriveTwice);
    attempt(ids[0], 26, false);
    QVERIFY(entry(ids[0]).mayArriveTwice);
    // Answers that say clearly "not taken" never make it arrive twice.
    attempt(ids[1], 1, false);
    attempt(ids[1], 60, true);
    QVERIFY(!entry(ids[1]).mayArriveTwice);
    QCOMPARE(entry(ids[1]).attempts, 2);
}

void TestJournal::confirmFindsTheEntryByItsMessageId()
{
    std::vector<EntryId> ids;
    for (int i = 0; i < 6; ++i) {
        const std::vector<EntryId> more = m_calls->append(trackEntries(1'000, "g" + std::to_string(i) + "-")).value();
        ids.insert(ids.end(), more.begin(), more.end());
    }
    QVERIFY(m_calls->confirm("g0-3", "sandbox").value() == ids[3]);
    QVERIFY(m_calls->confirm("g5-999", "echo: unsigned").value() == ids[5'999]);
    QVERIFY(!m_calls->confirm("g9-1").value());
    QVERIFY(!m_calls->confirm("").value());
    QVERIFY(state(ids[3]) == EventState::Confirmed);
    QCOMPARE(entry(ids[5'999]).fields.error, std::string("echo: unsigned"));
    // Seen a second time: the same entry, nothing changes.
    QVERIFY(m_calls->confirm("g0-3", "echo").value() == ids[3]);
    QCOMPARE(entry(ids[3]).fields.error, std::string("sandbox"));
}

void TestJournal::confirmIsNotFooledByEqualHashes()
{
    std::unordered_map<std::int32_t, std::string> seen;
    std::string one;
    std::string two;
    for (int i = 0; one.empty() && i < 2'000'000; ++i) {
        const std::string text = "id-" + std::to_string(i);
        const auto [place, isNew] = seen.emplace(keyHash(text), text);
        if (!isNew) {
            one = place->second;
            two = text;
        }
    }
    QVERIFY(!one.empty());
    const EntryId first = m_calls->appendOne(trackEntry(one));
    QVERIFY(!m_calls->confirm(two).value());
    const EntryId second = m_calls->appendOne(trackEntry(two));
    QVERIFY(m_calls->confirm(one).value() == first);
    QVERIFY(state(second) == EventState::Queued);
}

void TestJournal::confirmTurnsARetryOff()
{
    const EntryId id = m_calls->appendOne(trackEntry("m"));
    QVERIFY(m_calls->record({{id, EventState::Retrying, 1'000, "unreachable", attemptAt(1, "unreachable", true)}}));
    QCOMPARE(m_reader->due(kOne, 1'000, 10).value().size(), std::size_t(1));
    QVERIFY(m_calls->confirm("m").value() == id);
    QVERIFY(m_reader->due(kOne, 9'000, 10).value().empty());
    QVERIFY(!m_reader->nextDue(kOne).value());
    QVERIFY(m_reader->connectionsWithWork().value().empty());
}

void TestJournal::confirmTakesTheNewestAndNoEcho()
{
    const EntryId old = m_calls->appendOne(trackEntry("m"));
    const EntryId again = m_calls->appendOne(trackEntry("m"));
    NewEntry echo = trackEntry("m");
    echo.fields.origin = Origin::Echo;
    echo.fields.state = EventState::Observed;
    const EntryId observed = m_calls->appendOne(echo);
    QVERIFY(m_calls->confirm("m").value() == again);
    QVERIFY(state(old) == EventState::Queued);
    QVERIFY(state(observed) == EventState::Observed);
}

void TestJournal::confirmSeesWhatIsWrittenInTheSameGroup()
{
    // All are handed over before the first can be done, so most of them share a transaction.
    std::atomic<int> found = 0;
    for (int i = 0; i < 100; ++i) {
        const std::string id = "m" + std::to_string(i);
        m_journal->append({trackEntry(id)}, {});
        m_journal->confirm(id, "sandbox",
                           [&](const JournalResult<std::optional<EntryId>> &entry) { found += entry.value() ? 1 : 0; });
    }
    m_journal->flush();
    QCOMPARE(found.load(), 100);
    QCOMPARE(m_reader->counts({}).value().of(EventState::Confirmed), std::int64_t(100));
}

void TestJournal::requeueBringsBackWhatWaitsAndNothingElse()
{
    const std::vector<EntryId> ids = m_calls->append(trackEntries(4)).value();
    const EntryId other = m_calls->appendOne(trackEntry("x", kTwo));
    QVERIFY(m_calls->record({{ids[0], EventState::Waiting, 99, "unauthorised: 401", {}},
                             {ids[1], EventState::Waiting, {}, "unauthorised: 401", {}},
                             {ids[2], EventState::Refused, {}, "rejected: 400", {}},
                             {other, EventState::Waiting, {}, "key-absent", {}}}));
    QVERIFY(m_reader->connectionsWithWork().value() == std::vector<std::string>{kOne});
    QCOMPARE(m_calls->requeue(kOne).value(), std::size_t(2));
    QVERIFY(state(ids[0]) == EventState::Queued && state(ids[1]) == EventState::Queued);
    QVERIFY(!entry(ids[0]).fields.nextAttempt && entry(ids[0]).fields.error.empty());
    QVERIFY(state(ids[2]) == EventState::Refused);
    QVERIFY(state(other) == EventState::Waiting);
    QCOMPARE(m_calls->requeue("unknown").value(), std::size_t(0));
    QCOMPARE(m_reader->counts(kOne).value().of(EventState::Queued), std::int64_t(3));
}

void TestJournal::cancelTakesWhatIsUndeliveredOfOneConnection()
{
    const std::vector<EntryId> ids = m_calls->append(trackEntries(4)).value();
    const EntryId other = m_calls->appendOne(trackEntry("x", kTwo));
    QVERIFY(m_calls->record({{ids[0], EventState::Waiting, {}, "w", {}},
                             {ids[1], EventState::Retrying, 5, "r", {}},
                             {ids[2], EventState::Accepted, {}, {}, {}}}));
    QCOMPARE(m_calls->cancel(kOne).value(), std::size_t(3));
    for (const std::size_t i : {std::size_t(0), std::size_t(1), std::size_t(3)}) {
        QVERIFY(state(ids[i]) == EventState::Cancelled);
    }
    QVERIFY(state(ids[2]) == EventState::Accepted);
    QVERIFY(state(other) == EventState::Queued);
    QVERIFY(m_reader->due(kOne, 1'000, 10).value().empty());
    // Only a person brings a cancelled one back.
    QVERIFY(m_calls->record({{ids[0], EventState::Waiting, {}, {}, {}}}).value().empty());
    QCOMPARE(m_calls->record({{ids[0], EventState::Queued, {}, {}, {}}}).value().size(), std::size_t(1));
}

void TestJournal::dueGivesWhatIsDueInOrder()
{
    const std::vector<EntryId> ids = m_calls->append(trackEntries(8)).value();
    m_calls->appendOne(trackEntry("x", kTwo));
    QVERIFY(m_calls->record({{ids[0], EventState::Retrying, 500, "r", {}},
                             {ids[1], EventState::Retrying, 1'500, "r", {}},
                             {ids[2], EventState::Queued, 900, {}, {}},
                             {ids[3], EventState::Queued, 1'001, {}, {}},
                             {ids[4], EventState::Waiting, {}, "w", {}},
                             {ids[5], EventState::Accepted, {}, {}, {}}}));
    const auto due = [&](std::int64_t now, std::size_t limit) {
        std::vector<EntryId> found;
        const std::vector<DueEntry> entries = m_reader->due(kOne, now, limit).value();
        for (const DueEntry &entry : entries) {
            found.push_back(entry.entry.id);
        }
        return found;
    };
    QCOMPARE(due(1'000, 100), (std::vector<EntryId>{ids[0], ids[2], ids[6], ids[7]}));
    QCOMPARE(due(1'000, 2), (std::vector<EntryId>{ids[0], ids[2]}));
    QCOMPARE(due(2'000, 100), (std::vector<EntryId>{ids[0], ids[1], ids[2], ids[3], ids[6], ids[7]}));
    QVERIFY(m_reader->due("unknown", 1'000, 10).value().empty());
    const DueEntry first = m_reader->due(kOne, 1'000, 1).value().front();
    QCOMPARE(first.payload, trackEntry("m0").payload);
    QCOMPARE(first.entry.fields.messageId, std::string("m0"));
    QCOMPARE(m_reader->connectionsWithWork().value().size(), std::size_t(2));
}

void TestJournal::nextDueIsTheEarliestTime()
{
    const std::vector<EntryId> ids = m_calls->append(trackEntries(4)).value();
    QVERIFY(!m_reader->nextDue(kOne).value());
    QVERIFY(m_calls->record({{ids[0], EventState::Retrying, 700, "r", {}},
                             {ids[1], EventState::Retrying, 600, "r", {}},
                             {ids[2], EventState::Queued, 650, {}, {}}}));
    QVERIFY(m_reader->nextDue(kOne).value() == 600);
    QVERIFY(m_calls->record({{ids[1], EventState::GaveUp, {}, "g", {}}}));
    QVERIFY(m_reader->nextDue(kOne).value() == 650);
    QVERIFY(!m_reader->nextDue(kTwo).value());
}

void TestJournal::countsAreKeptAndNeverDrift()
{
    std::mt19937 random(11);
    const std::vector<std::string> connections = {"", kOne, kTwo};
    std::vector<EntryId> ids;
    for (int i = 0; i < 150; ++i) {
        const std::string &connection = connections[random() % 3];
        switch (random() % 5) {
        case 0:
        case 1: {
            const auto more = trackEntries(static_cast<int>(random() % 30), std::to_string(i) + "-", connection);
            const std::vector<EntryId> added = m_calls->append(more).value();
            ids.insert(ids.end(), added.begin(), added.end());
            break;
        }
        case 2: {
            std::vector<StateChange> changes;
            const auto to = static_cast<EventState>(random() % kEventStateCount);
            for (std::size_t k = random() % (ids.size() + 1), n = 0; k < ids.size() && n < 20; ++k, ++n) {
                changes.push_back({ids[k], to, {}, {}, attemptAt(i, "x")});
            }
            QVERIFY(m_calls->record(std::move(changes)));
            break;
        }
        case 3:
            QVERIFY(m_calls->requeue(connection));
            break;
        default:
            QVERIFY(random() % 4 == 0 ? m_calls->cancel(connection).ok() : m_calls->confirm("1-1").ok());
        }
    }
    std::map<std::string, StateCounts> expected;
    StateCounts all;
    const std::vector<Entry> entries = m_reader->entries(ids).value();
    for (const Entry &entry : entries) {
        ++expected[entry.fields.connection].counts[static_cast<int>(entry.fields.state)];
        ++all.counts[static_cast<int>(entry.fields.state)];
    }
    QVERIFY(all.total() > 500);
    const auto same = [](const StateCounts &a, const StateCounts &b) {
        return std::equal(std::begin(a.counts), std::end(a.counts), std::begin(b.counts));
    };
    for (const std::string &connection : connections) {
        QVERIFY(same(m_reader->counts(connection).value(), expected[connection]));
    }
    QVERIFY(same(m_reader->counts({}).value(), all));
}

void TestJournal::theListenerHearsOfEveryCommit()
{
    std::vector<EntryId> added;
    std::vector<EntryId> changed;
    m_journal->setListener([&](const JournalChange &change) {
        added.insert(added.end(), change.added.begin(), change.added.end());
        changed.insert(changed.end(), change.changed.begin(), change.changed.end());
    });
    const std::vector<EntryId> ids = m_calls->append(trackEntries(3)).value();
    QVERIFY(m_calls->record({{ids[2], EventState::Waiting, {}, "w", {}}, {ids[0], EventState::Refused, {}, "r", {}}}));
    QVERIFY(m_calls->requeue(kOne));
    QVERIFY(!m_calls->confirm("nobody's").value());
    m_journal->flush();
    m_journal->setListener({});
    QCOMPARE(added, ids);
    QCOMPARE(changed, (std::vector<EntryId>{ids[0], ids[2], ids[2]}));
    QCOMPARE(m_journal->commits(), std::int64_t(3));
    QCOMPARE(m_reader->commits().value(), std::int64_t(3));
}

void TestJournal::attemptsOfOneEntryAreItsOwn()
{
    const std::vector<EntryId> ids = m_calls->append(trackEntries(3)).value();
    QVERIFY(m_calls->record({{ids[0], EventState::Retrying, 1, "r", attemptAt(1, "unreachable", true)},
                             {ids[1], EventState::Retrying, 1, "r", attemptAt(1, "unreachable", true)}}));
    QVERIFY(m_calls->record({{ids[0], EventState::Refused, {}, "r", attemptAt(2, "rejected")},
                             {ids[1], EventState::Accepted, {}, {}, attemptAt(3, "accepted")}}));
    QVERIFY(m_reader->attempts(ids[0]).value() ==
            (std::vector<Attempt>{attemptAt(1, "unreachable", true), attemptAt(2, "rejected")}));
    QVERIFY(m_reader->attempts(ids[1]).value() ==
            (std::vector<Attempt>{attemptAt(1, "unreachable", true), attemptAt(3, "accepted")}));
    QVERIFY(m_reader->attempts(ids[2]).value().empty());
    QCOMPARE(entry(ids[0]).attempts, 2);
}

QTEST_GUILESS_MAIN(TestJournal)
#include "tst_journal.moc"
