// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest> // first: moc 6.4 cannot read <compare> before Qt's own headers

#include "app/journal/RepeatFinder.h"

#include "tests/app/journal/JournalSupport.h"
#include "tests/app/journal/SqlProbe.h"

#include <QTemporaryDir>

using namespace segue;
using namespace segue::test;

namespace {

constexpr std::int64_t kHour = std::int64_t{60} * 60 * 1'000;
constexpr std::int64_t kWindow = 24 * kHour;

} // namespace

//! Events of the webhook that come again, and those that are kept until they are to be sent.
class TestRepeats : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup();

    void theSameEventIsCountedAtTheFirst();
    void inOneTransactionAsWell();
    void anotherConnectionsIsAnEventOfItsOwn();
    void afterTheWindowItIsANewEvent();
    void itMayStandUnderAnotherId();
    void whoDoesNotAskGetsARowForEach();
    void whatAnotherProcessWroteCounts();
    void whatWasThereBeforeTheStartCounts();
    void anotherOriginIsNoRepeat();
    void aHashThatAgreesIsNoRepeat();
    void theFirstStaysWhatItIs();
    void daysOfEventsKeepTheirWindow();
    void theFilterForgetsNothing();
    void whatIsKeptIsQueuedInSlices();
    void onlyTheWebhooksKeptEventsAreQueued();

private:
    NewEntry event(const std::string &messageId, std::int64_t at, const std::string &connection = kOne) const
    {
        NewEntry entry = trackEntry(messageId, connection);
        entry.fields.origin = Origin::Webhook;
        entry.fields.received = at;
        entry.fields.state = EventState::Received;
        entry.repeatSince = at - kWindow;
        return entry;
    }
    std::int64_t repeatsOf(EntryId id) const { return m_reader->entry(id).value()->repeats; }
    std::int64_t rows() const { return m_reader->counts({}).value().total(); }
    std::string folder() const { return m_folder->path().toStdString(); }
    QString path() const { return m_folder->filePath(QStringLiteral("journal.sqlite")); }
    JournalResult<std::size_t> sendKept(const std::string &connection) const
    {
        std::promise<JournalResult<std::size_t>> promise;
        m_journal->sendKept(connection, 0, [&](const JournalResult<std::size_t> &sent) { promise.set_value(sent); });
        return promise.get_future().get();
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Journal> m_journal;
    std::unique_ptr<JournalCalls> m_calls;
    std::unique_ptr<JournalReader> m_reader;
    const std::int64_t m_now = 1'800'000'000'000;
};

void TestRepeats::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_journal = openJournal(folder());
    m_calls = std::make_unique<JournalCalls>(*m_journal);
    m_reader = openReader(folder());
}

void TestRepeats::cleanup()
{
    const std::string faults = faultsOf(folder());
    QVERIFY2(faults.empty(), faults.c_str());
    m_reader.reset();
    m_calls.reset();
    m_journal.reset();
}

void TestRepeats::theSameEventIsCountedAtTheFirst()
{
    const EntryId first = m_calls->appendOne(event("a", m_now));
    const EntryId other = m_calls->appendOne(event("b", m_now));
    QVERIFY(first != other);
    std::vector<EntryId> changed;
    m_journal->setListener([&](const JournalChange &change) { changed = change.changed; });
    QCOMPARE(m_calls->appendOne(event("a", m_now + kHour)), first);
    m_journal->flush();
    QCOMPARE(changed, std::vector<EntryId>{first});
    m_journal->setListener({});
    QCOMPARE(m_calls->appendOne(event("a", m_now + 2 * kHour)), first);
    QCOMPARE(repeatsOf(first), std::int64_t(2));
    QCOMPARE(repeatsOf(other), std::int64_t(0));
    QCOMPARE(rows(), std::int64_t(2));
    QCOMPARE(m_reader->entry(first).value()->fields.received, m_now);
}

void TestRepeats::inOneTransactionAsWell()
{
    const std::vector<EntryId> ids =
        m_calls->append({event("a", m_now), event("b", m_now), event("a", m_now), event("c", m_now), event("a", m_now)})
            .value();
    QCOMPARE(ids, (std::vector<EntryId>{EntryId{1}, EntryId{2}, EntryId{1}, EntryId{3}, EntryId{1}}));
    QCOMPARE(repeatsOf(EntryId{1}), std::int64_t(2));
    QCOMPARE(m_reader->payload(EntryId{3}).value().value(), event("c", m_now).payload);
    // Some that came before among some that are new.
    const std::vector<EntryId> more =
        m_calls->append({event("d", m_now), event("b", m_now), event("e", m_now), event("d", m_now)}).value();
    QCOMPARE(more, (std::vector<EntryId>{EntryId{4}, EntryId{2}, EntryId{5}, EntryId{4}}));
    QCOMPARE(m_reader->payload(EntryId{5}).value().value(), event("e", m_now).payload);
}

void TestRepeats::anotherConnectionsIsAnEventOfItsOwn()
{
    const std::vector<EntryId> ids = m_calls->append({event("a", m_now), event("a", m_now, kTwo)}).value();
    QVERIFY(ids[0] != ids[1]);
    QCOMPARE(m_calls->appendOne(event("a", m_now, kTwo)), ids[1]);
    QCOMPARE(m_calls->appendOne(event("a", m_now)), ids[0]);
}

void TestRepeats::afterTheWindowItIsANewEvent()
{
    const EntryId first = m_calls->appendOne(event("a", m_now));
    QCOMPARE(m_calls->appendOne(event("a", m_now + kWindow)), first);
    const EntryId second = m_calls->appendOne(event("a", m_now + kWindow + 1));
    QVERIFY(second != first);
    QCOMPARE(repeatsOf(first), std::int64_t(1));
    QCOMPARE(m_calls->appendOne(event("a", m_now + kWindow + 2)), second);
    QCOMPARE(repeatsOf(second), std::int64_t(1));
}

void TestRepeats::itMayStandUnderAnotherId()
{
    const auto known = [this](const std::string &messageId, std::vector<std::string> others, std::int64_t at) {
        NewEntry entry = event(messageId, at);
        entry.repeatIds = std::move(others);
        return entry;
    };
    const EntryId first = m_calls->appendOne(known("a-1", {"a-0", "a-2"}, m_now));
    QCOMPARE(m_calls->appendOne(known("a-2", {"a-1", "a-3"}, m_now + kHour)), first);
    QCOMPARE(m_calls->appendOne(known("a-0", {"a--1", "a-1"}, m_now + kHour)), first);
    QVERIFY(m_calls->appendOne(known("a-3", {"a-2", "a-4"}, m_now + kHour)) != first);
    QCOMPARE(repeatsOf(first), std::int64_t(2));
    // In one transaction; another connection's is no repeat under any id.
    NewEntry others = known("b-2", {"b-1", "b-3"}, m_now);
    others.fields.connection = kTwo;
    const std::vector<EntryId> ids =
        m_calls
            ->append({known("b-1", {"b-0", "b-2"}, m_now), known("b-2", {"b-1", "b-3"}, m_now), others,
                      known("b-2", {"b-1", "b-3"}, m_now + kWindow + 1)})
            .value();
    QCOMPARE(ids[1], ids[0]);
    QVERIFY(ids[2] != ids[0]);
    QCOMPARE(m_reader->entry(ids[0]).value()->fields.messageId, std::string("b-1"));
}

void TestRepeats::whoDoesNotAskGetsARowForEach()
{
    NewEntry each = event("a", m_now);
    each.repeatSince = 0;
    QVERIFY(m_calls->append({each, each}));
    QVERIFY(m_calls->append({each}));
    QCOMPARE(rows(), std::int64_t(3));
}

void TestRepeats::whatAnotherProcessWroteCounts()
{
    const auto other = openJournal(folder());
    JournalCalls others(*other);
    QVERIFY(m_calls->append({event("mine", m_now)}));
    const EntryId theirs = others.appendOne(event("theirs", m_now));
    QCOMPARE(m_calls->appendOne(event("theirs", m_now + 1)), theirs);
    QCOMPARE(others.appendOne(event("mine", m_now + 1)), EntryId{1});
    QCOMPARE(repeatsOf(theirs), std::int64_t(1));
    QCOMPARE(rows(), std::int64_t(2));
}

void TestRepeats::whatWasThereBeforeTheStartCounts()
{
    std::vector<NewEntry> entries;
    for (int i = 0; i < 10'000; ++i) {
        entries.push_back(event(std::to_string(i), m_now + i));
    }
    QVERIFY(m_calls->append(std::move(entries)));
    m_calls.reset();
    m_journal.reset();
    m_journal = openJournal(folder());
    m_calls = std::make_unique<JournalCalls>(*m_journal);
    QCOMPARE(m_calls->appendOne(event("0", m_now + kHour)), EntryId{1});
    QCOMPARE(m_calls->appendOne(event("9999", m_now + kHour)), EntryId{10'000});
    QCOMPARE(rows(), std::int64_t(10'000));
}

void TestRepeats::anotherOriginIsNoRepeat()
{
    QVERIFY(m_calls->append({trackEntry("a")}));
    QVERIFY(m_calls->appendOne(event("a", m_now)) != EntryId{1});
}

void TestRepeats::aHashThatAgreesIsNoRepeat()
{
    const EntryId first = m_calls->appendOne(event("a", m_now));
    const EntryId other = m_calls->appendOne(event("b", m_now));
    // What 32 bits do by chance now and then.
    runSql(path(), "UPDATE entry SET mid=(SELECT mid FROM entry WHERE id=1)");
    QVERIFY(m_calls->appendOne(event("a", m_now + 1)) == first);
    QVERIFY(m_calls->appendOne(event("c", m_now + 1)) == EntryId{3});
    QCOMPARE(repeatsOf(other), std::int64_t(0));
}

void TestRepeats::theFirstStaysWhatItIs()
{
    const EntryId first = m_calls->appendOne(event("a", m_now));
    QVERIFY(m_calls->record({{first, EventState::Cancelled, {}, {}, {}}}));
    QCOMPARE(m_calls->appendOne(event("a", m_now + 1)), first);
    QVERIFY(m_reader->entry(first).value()->fields.state == EventState::Cancelled);
    QCOMPARE(repeatsOf(first), std::int64_t(1));
    QCOMPARE(m_calls->erase("qa-user").value().entries.total(), std::int64_t(1));
    QVERIFY(m_calls->appendOne(event("a", m_now + 2)) != first);
}

void TestRepeats::daysOfEventsKeepTheirWindow()
{
    // Each id comes every 20 hours: each time a repeat of the one before, unless that was one already.
    for (int day = 0; day < 12; ++day) {
        std::vector<NewEntry> entries;
        for (int i = 0; i < 500; ++i) {
            entries.push_back(event("again-" + std::to_string(i), m_now + day * 20 * kHour));
            entries.push_back(event(std::to_string(day) + "-" + std::to_string(i), m_now + day * 20 * kHour));
        }
        QVERIFY(m_calls->append(std::move(entries)));
    }
    QCOMPARE(rows(), std::int64_t(12 * 500 + 6 * 500));
    QCOMPARE(numbersIn(path(), "SELECT sum(repeats) FROM entry"), QList<qint64>{6 * 500});
}

void TestRepeats::theFilterForgetsNothing()
{
    TraceFilter filter;
    QVERIFY(!filter.mayHold(7));
    std::uint32_t number = 1;
    constexpr int kNumbers = 1'000'000;
    const auto next = [&number] { return static_cast<std::int32_t>(number = number * 1'664'525U + 1'013'904'223U); };
    for (int i = 0; i < kNumbers; ++i) {
        filter.add(next());
    }
    number = 1;
    for (int i = 0; i < kNumbers; ++i) {
        QVERIFY(filter.mayHold(next()));
    }
    int falseAlarms = 0;
    for (int i = 0; i < 100'000; ++i) {
        falseAlarms += filter.mayHold(next()) ? 1 : 0;
    }
    QVERIFY2(falseAlarms < 100, QByteArray::number(falseAlarms).constData());
    filter.clear();
    QVERIFY(!filter.mayHold(next()));
}

void TestRepeats::whatIsKeptIsQueuedInSlices()
{
    for (int i = 0; i < 5; ++i) {
        std::vector<NewEntry> entries;
        for (int k = 0; k < 1'000; ++k) {
            entries.push_back(event(std::to_string(i) + "-" + std::to_string(k), m_now));
            entries.push_back(event(std::to_string(i) + "-" + std::to_string(k), m_now, kTwo));
        }
        QVERIFY(m_calls->append(std::move(entries)));
    }
    QCOMPARE(sendKept(kOne).value(), std::size_t(5'000));
    QCOMPARE(m_reader->counts(kOne).value().of(EventState::Queued), std::int64_t(5'000));
    QCOMPARE(m_reader->counts(kTwo).value().of(EventState::Received), std::int64_t(5'000));
    QCOMPARE(m_reader->due(kOne, m_now, 10).value().front().entry.id, EntryId{1});
    QCOMPARE(sendKept(kOne).value(), std::size_t(0));
    QCOMPARE(sendKept("nobody").value(), std::size_t(0));
}

void TestRepeats::onlyTheWebhooksKeptEventsAreQueued()
{
    NewEntry capture = event("a", m_now);
    capture.fields.origin = Origin::Capture;
    NewEntry skipped = event("b", m_now);
    skipped.fields.state = EventState::Skipped;
    QVERIFY(m_calls->append({capture, skipped, event("c", m_now)}));
    QCOMPARE(sendKept(kOne).value(), std::size_t(1));
    QVERIFY(m_reader->entry(EntryId{1}).value()->fields.state == EventState::Received);
    QVERIFY(m_reader->entry(EntryId{2}).value()->fields.state == EventState::Skipped);
    QVERIFY(m_reader->entry(EntryId{3}).value()->fields.state == EventState::Queued);
}

QTEST_GUILESS_MAIN(TestRepeats)
#include "tst_repeats.moc"
