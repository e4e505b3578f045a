// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest> // first: moc 6.4 cannot read <compare> before Qt's own headers

#include "tests/app/journal/JournalSupport.h"
#include "tests/app/journal/SqlProbe.h"

#include <QFileInfo>
#include <QTemporaryDir>

#include <algorithm>
#include <mutex>
#include <random>

using namespace segue;
using namespace segue::test;

namespace {

constexpr std::int64_t kDay = 86'400'000;
constexpr std::int64_t kNow = 1'800'000'000'000;

NewEntry oneEvent(int number, Origin origin, EventState state, std::int64_t received = kNow)
{
    NewEntry entry = trackEntry("m" + std::to_string(number));
    entry.fields.origin = origin;
    entry.fields.state = state;
    entry.fields.received = received;
    return entry;
}

std::vector<NewEntry> events(int first, int count, Origin origin, EventState state, std::int64_t received = kNow)
{
    std::vector<NewEntry> entries;
    for (int i = first; i < first + count; ++i) {
        entries.push_back(oneEvent(i, origin, state, received));
    }
    return entries;
}

Retention onlyEntries(std::int64_t most)
{
    Retention retention;
    retention.maxAge = 0;
    retention.maxBytes = 0;
    retention.maxEntries = most;
    return retention;
}

} // namespace

class TestUpkeep : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup();

    void whatIsTooOldGoes();
    void aboveTheNumberTheOldestGo();
    void aFloodOfCapturesEvictsCaptures();
    void anOriginMayUseWhatOthersLeave();
    void whatIsNotDeliveredStays();
    void aLargeFileIsMadeSmaller();
    void attemptsGoWithTheirEntries();
    void withoutLimitsNothingGoes();
    void smallBlocksAreJoined();
    void joinedBlocksHoldTheirGaps();
    void ratesOfLongAgoAreDropped();
    void removalGoesOnUnderLoad();

private:
    std::string folder() const { return m_folder->path().toStdString(); }
    QString path() const { return m_folder->filePath(QStringLiteral("journal.sqlite")); }
    void open(const std::optional<Retention> &retention);
    std::int64_t total() { return m_reader->counts({}).value().total(); }
    std::vector<EntryId> ids(const EventFilter &filter = {}) { return m_reader->ids(filter, {}, 1'000'000).value(); }
    //! Each entry that is left has its own payload.
    void everyPayloadIsItsOwn();
    qint64 blocks() const { return numbersIn(path(), "SELECT count(*) FROM block").constFirst(); }

    std::unique_ptr<QTemporaryDir> m_folder;
    SetClock m_clock{kNow};
    std::unique_ptr<Journal> m_journal;
    std::unique_ptr<JournalCalls> m_calls;
    std::unique_ptr<JournalReader> m_reader;
    std::mutex m_mutex;
    std::vector<IdRange> m_removed; //!< as announced
};

void TestUpkeep::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_clock.set(kNow);
    m_removed.clear();
}

void TestUpkeep::cleanup()
{
    if (m_journal) {
        const std::string faults = faultsOf(folder());
        QVERIFY2(faults.empty(), faults.c_str());
    }
    m_reader.reset();
    m_calls.reset();
    m_journal.reset();
}

void TestUpkeep::open(const std::optional<Retention> &retention)
{
    m_reader.reset();
    m_calls.reset();
    m_journal.reset();
    JournalResult<std::unique_ptr<Journal>> journal = Journal::open({folder(), &m_clock, retention});
    QVERIFY(journal);
    m_journal = std::move(journal).value();
    m_journal->setListener([this](const JournalChange &change) {
        const std::scoped_lock lock(m_mutex);
        m_removed.insert(m_removed.end(), change.removed.begin(), change.removed.end());
    });
    m_calls = std::make_unique<JournalCalls>(*m_journal);
    m_reader = openReader(folder());
    QVERIFY(m_reader);
}

void TestUpkeep::everyPayloadIsItsOwn()
{
    const std::vector<Entry> entries = m_reader->entries(ids()).value();
    for (const Entry &entry : entries) {
        const std::string payload = m_reader->payload(entry.id).value().value();
        QCOMPARE(payload, trackEntry("m" + std::to_string(entry.id.value)).payload);
    }
}

void TestUpkeep::whatIsTooOldGoes()
{
    open(std::nullopt);
    const std::int64_t old = kNow - 31 * kDay;
    QVERIFY(m_calls->append(events(1, 700, Origin::Webhook, EventState::Accepted, old)));
    QVERIFY(m_calls->append(events(701, 50, Origin::Composer, EventState::Queued, old)));
    QVERIFY(m_calls->append(events(751, 300, Origin::Capture, EventState::Received, old)));
    QVERIFY(m_calls->append(events(1'051, 200, Origin::Webhook, EventState::Accepted, kNow - 29 * kDay)));
    open(Retention{});
    QTRY_COMPARE_WITH_TIMEOUT(total(), 250, 20'000);
    const std::vector<EntryId> left = ids();
    QCOMPARE(left.front(), EntryId{701});
    QCOMPARE(left[49], EntryId{750});
    QCOMPARE(left[50], EntryId{1'051});
    everyPayloadIsItsOwn();
    // The removals were announced, and nothing else.
    m_journal->flush();
    const std::scoped_lock lock(m_mutex);
    joinRanges(m_removed);
    QCOMPARE(m_removed.size(), std::size_t(2));
    QVERIFY((m_removed[0] == IdRange{EntryId{1}, EntryId{700}}));
    QVERIFY((m_removed[1] == IdRange{EntryId{751}, EntryId{1'050}}));
}

void TestUpkeep::aboveTheNumberTheOldestGo()
{
    open(onlyEntries(1'000));
    for (int i = 0; i < 10; ++i) {
        QVERIFY(m_calls->append(events(1 + i * 300, 300, Origin::Capture, EventState::Received)));
    }
    QTRY_VERIFY_WITH_TIMEOUT(total() <= 1'000, 20'000);
    // Whole blocks go, so a few more than needed may.
    QVERIFY(total() > 700);
    const std::vector<EntryId> left = ids();
    QCOMPARE(left.back(), EntryId{3'000});
    QCOMPARE(left.back().value - left.front().value + 1, std::int64_t(left.size()));
    everyPayloadIsItsOwn();
}

void TestUpkeep::aFloodOfCapturesEvictsCaptures()
{
    open(onlyEntries(1'000));
    // Relayed events and captures in the same commits, so that they share blocks.
    for (int i = 0; i < 4'000; i += 200) {
        std::vector<NewEntry> mixed;
        for (int k = 1; k <= 200; ++k) {
            mixed.push_back(k % 10 == 0 ? oneEvent(i + k, Origin::Webhook, EventState::Accepted)
                                        : oneEvent(i + k, Origin::Capture, EventState::Received));
        }
        QVERIFY(m_calls->append(std::move(mixed)));
    }
    QTRY_VERIFY_WITH_TIMEOUT(total() <= 1'000, 20'000);
    EventFilter relayed;
    relayed.origins = {Origin::Webhook};
    QCOMPARE(ids(relayed).size(), std::size_t(400));
    QVERIFY(total() > 700);
    everyPayloadIsItsOwn();
}

void TestUpkeep::anOriginMayUseWhatOthersLeave()
{
    open(onlyEntries(1'000));
    QVERIFY(m_calls->append(events(1, 800, Origin::Capture, EventState::Received)));
    QVERIFY(m_calls->append(events(801, 200, Origin::Echo, EventState::Observed)));
    QCOMPARE(total(), 1'000);
    // Now captures, far above their part, give way to echoes that use theirs, and not further than they must.
    QVERIFY(m_calls->append(events(1'001, 400, Origin::Webhook, EventState::Accepted)));
    QTRY_VERIFY_WITH_TIMEOUT(total() <= 1'000, 20'000);
    EventFilter echoes;
    echoes.origins = {Origin::Echo, Origin::Webhook};
    QCOMPARE(ids(echoes).size(), std::size_t(600));
    QVERIFY(total() > 700);
}

void TestUpkeep::whatIsNotDeliveredStays()
{
    open(onlyEntries(1'000));
    QVERIFY(m_calls->append(events(1, 500, Origin::Webhook, EventState::Queued)));
    QVERIFY(m_calls->append(events(501, 400, Origin::Webhook, EventState::Accepted)));
    QVERIFY(m_calls->append(events(901, 700, Origin::Webhook, EventState::Waiting)));
    QTRY_COMPARE_WITH_TIMEOUT(total(), 1'200, 20'000);
    QCOMPARE(m_reader->counts({}).value().of(EventState::Accepted), std::int64_t(0));
    // As soon as they are delivered they may go.
    std::vector<StateChange> changes;
    for (int i = 1; i <= 500; ++i) {
        changes.push_back({EntryId{i}, EventState::Accepted, {}, {}, {}});
    }
    QVERIFY(m_calls->record(std::move(changes)));
    m_journal->setRetention(onlyEntries(999));
    QTRY_VERIFY_WITH_TIMEOUT(total() <= 999, 20'000);
    QCOMPARE(m_reader->counts({}).value().of(EventState::Waiting), std::int64_t(700));
}

void TestUpkeep::aLargeFileIsMadeSmaller()
{
    open(std::nullopt);
    std::mt19937 random(1);
    for (int i = 0; i < 20; ++i) {
        std::vector<NewEntry> entries = events(1 + i * 100, 100, Origin::Capture, EventState::Received);
        for (NewEntry &entry : entries) {
            entry.payload.resize(5'000);
            std::generate(entry.payload.begin(), entry.payload.end(), [&] { return static_cast<char>(random()); });
        }
        QVERIFY(m_calls->append(std::move(entries)));
    }
    Retention retention = onlyEntries(0);
    retention.maxBytes = 4'000'000;
    open(retention);
    QTRY_VERIFY_WITH_TIMEOUT(numbersIn(path(), "PRAGMA page_count").constFirst() * 4'096 < 4'300'000, 20'000);
    const std::vector<EntryId> left = ids();
    QCOMPARE(left.back(), EntryId{2'000});
    QVERIFY(left.size() > 500);
    m_reader.reset();
    m_calls.reset();
    m_journal.reset(); // the last one to close it moves the log into the file
    QVERIFY2(QFileInfo(path()).size() < 4'300'000, qPrintable(QString::number(QFileInfo(path()).size())));
    const std::string faults = faultsOf(folder());
    QVERIFY2(faults.empty(), faults.c_str());
}

void TestUpkeep::attemptsGoWithTheirEntries()
{
    open(std::nullopt);
    QVERIFY(m_calls->append(events(1, 2, Origin::Webhook, EventState::Queued, kNow - 40 * kDay)));
    QVERIFY(m_calls->append(events(3, 1, Origin::Webhook, EventState::Queued, kNow)));
    const Attempt alone{kNow, 5, 503, "try-later", true, {}, {}, "first", {}};
    const Attempt shared{kNow + 1, 5, 200, "accepted", true, {}, {}, "second", {}};
    QVERIFY(m_calls->record({{EntryId{1}, EventState::Retrying, 5, {}, alone}}));
    QVERIFY(m_calls->record({{EntryId{1}, EventState::Accepted, {}, {}, shared},
                             {EntryId{2}, EventState::Accepted, {}, {}, shared},
                             {EntryId{3}, EventState::Accepted, {}, {}, shared}}));
    QCOMPARE(numbersIn(path(), "SELECT refs FROM request ORDER BY id"), (QList<qint64>{1, 3}));
    open(Retention{});
    QTRY_COMPARE_WITH_TIMEOUT(total(), 1, 20'000);
    QCOMPARE(numbersIn(path(), "SELECT refs FROM request ORDER BY id"), (QList<qint64>{1}));
    QCOMPARE(numbersIn(path(), "SELECT entry FROM attempt"), (QList<qint64>{3}));
    QCOMPARE(m_reader->attempts(EntryId{3}).value().front(), shared);
}

void TestUpkeep::withoutLimitsNothingGoes()
{
    Retention none;
    none.maxAge = none.maxBytes = none.maxEntries = 0;
    open(none);
    for (int i = 0; i < 300; ++i) {
        QVERIFY(m_calls->append(events(1 + i, 1, Origin::Capture, EventState::Received, 1)));
    }
    // The joining of blocks comes after the removal.
    QTRY_VERIFY_WITH_TIMEOUT(blocks() < 300, 20'000);
    QCOMPARE(total(), 300);
}

void TestUpkeep::smallBlocksAreJoined()
{
    open(Retention{});
    for (int i = 0; i < 600; ++i) {
        QVERIFY(m_calls->append(events(1 + i, 1, Origin::Capture, EventState::Received)));
    }
    // Two are full, the newest ones wait for more to come.
    QTRY_COMPARE_WITH_TIMEOUT(blocks(), 2 + 600 - 2 * 256, 20'000);
    everyPayloadIsItsOwn();
    QCOMPARE(total(), 600);
    QVERIFY(m_calls->confirm("m17").value() == EntryId{17});
}

void TestUpkeep::joinedBlocksHoldTheirGaps()
{
    open(std::nullopt);
    for (int i = 0; i < 300; ++i) {
        const bool old = i >= 20 && i < 60;
        QVERIFY(
            m_calls->append(events(1 + i, 1, Origin::Capture, EventState::Received, old ? kNow - 40 * kDay : kNow)));
    }
    open(Retention{});
    QTRY_VERIFY_WITH_TIMEOUT(blocks() < 50, 20'000);
    QCOMPARE(total(), 260);
    everyPayloadIsItsOwn();
}

void TestUpkeep::ratesOfLongAgoAreDropped()
{
    // The file keeps rates from six hours before it was made, by the machine's clock.
    const std::int64_t now = SystemClock().now();
    m_clock.set(now);
    open(Retention{});
    QVERIFY(m_calls->append(events(1, 10, Origin::Capture, EventState::Received, now)));
    QCOMPARE(m_reader->rates({}, 0, now + 1).value().size(), std::size_t(1));
    const std::int64_t later = now + kRateKeptMs + 120'000;
    m_clock.set(later);
    QVERIFY(m_calls->append(events(11, 5, Origin::Capture, EventState::Received, later)));
    QTRY_COMPARE_WITH_TIMEOUT(m_reader->rates({}, 0, later + 1).value().size(), std::size_t(1), 20'000);
    QCOMPARE(m_reader->rates({}, 0, later + 1).value().front().counts.of(EventState::Received), std::int64_t(5));
    // What is no longer counted is not counted down either.
    QVERIFY(m_calls->record({{EntryId{1}, EventState::Confirmed, {}, {}, {}}}));
    QCOMPARE(m_reader->rates({}, 0, later + 1).value().size(), std::size_t(1));
}

void TestUpkeep::removalGoesOnUnderLoad()
{
    // There is no idle moment while events wait, and still the journal does not grow beyond what comes between slices.
    open(onlyEntries(5'000));
    std::int64_t most = 0;
    for (int i = 0; i < 100; ++i) {
        for (int k = 0; k < 4; ++k) {
            m_journal->append(events(1 + (i * 4 + k) * 100, 100, Origin::Capture, EventState::Received), {});
        }
        m_journal->flush();
        most = std::max(most, total());
    }
    QVERIFY2(most < 12'000, qPrintable(QString::number(most)));
    QVERIFY(ids().back() == EntryId{40'000});
}

QTEST_GUILESS_MAIN(TestUpkeep)
#include "tst_upkeep.moc"
