// SPDX-License-Identifier: GPL-3.0-or-later
// clazy:excludeall=lambda-in-connect (their listeners go with what the lambdas write to)
#include <QtTest> // first: moc 6.4 cannot read <compare> before Qt's own headers

#include "app/journal/EventLogModel.h"
#include "app/journal/JournalFile.h"

#include "tests/app/journal/JournalSupport.h"

#include <QAbstractItemModelTester>
#include <QTemporaryDir>

#include <algorithm>
#include <random>

using namespace segue;
using namespace segue::test;

namespace {

constexpr int kPatience = 30'000;

std::vector<NewEntry> trackEntries(int count, const std::string &connection = kOne)
{
    std::vector<NewEntry> entries;
    for (int i = 0; i < count; ++i) {
        entries.push_back(trackEntry(std::to_string(i), connection));
    }
    return entries;
}

} // namespace

class TestEventLogModel : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup();

    void rowsAreInTheOrderOfArrival();
    void everyRoleHasItsValue();
    void newRowsAppearComplete();
    void aChangedRowIsAnnouncedOnce();
    void aRowLeavesWhenItsStateIsNoLongerMeant();
    void aRowComesToItsPlaceWhenItsStateIsMeantNow();
    void anOldEntryThatComesToBeMeantIsFound();
    void rowsNotReadSaySoAndAreReadOnce();
    void theLastFilterWins();
    void whatTheCourierHasUnderWayIsSending();
    void anotherProcessesRowsAppear();
    void rowsThatAnotherProcessRemovesGo();
    void aPauseHoldsTheTableStill();
    void aStoppedSearchKeepsWhatItHasFound();
    void columnsOfThePayloadAreReadAndForgotten();
    void anyOrderOfEventsEndsInTheSameTable();

private:
    //! The rows as a person would read them, or fewer while some are not read yet.
    std::vector<EntryId> shown() const;
    bool allRead() const;
    bool agrees() const;
    void load(const EventFilter &filter);

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Journal> m_journal;
    std::unique_ptr<JournalCalls> m_calls;
    std::unique_ptr<JournalReader> m_reader;
    std::unique_ptr<EventLog> m_log;
    std::unique_ptr<EventLogModel> m_model;
    std::unique_ptr<QAbstractItemModelTester> m_tester;
};

void TestEventLogModel::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    const std::string folder = m_folder->path().toStdString();
    m_journal = openJournal(folder);
    QVERIFY(m_journal);
    m_calls = std::make_unique<JournalCalls>(*m_journal);
    m_reader = openReader(folder);
    m_log = std::make_unique<EventLog>(*m_journal, m_folder->path());
    m_model = std::make_unique<EventLogModel>(*m_log);
    m_tester = std::make_unique<QAbstractItemModelTester>(m_model.get(),
                                                          QAbstractItemModelTester::FailureReportingMode::Fatal);
}

void TestEventLogModel::cleanup()
{
    m_tester.reset();
    m_model.reset();
    m_log.reset();
    m_reader.reset();
    m_calls.reset();
    m_journal.reset();
}

std::vector<EntryId> TestEventLogModel::shown() const
{
    std::vector<EntryId> ids;
    for (int row = 0; row < m_model->rowCount(); ++row) {
        ids.push_back(m_model->idAt(row));
    }
    return ids;
}

bool TestEventLogModel::allRead() const
{
    bool all = true;
    for (int row = 0; row < m_model->rowCount(); ++row) {
        all = !m_model->index(row, 0).data(EventLogModel::LoadingRole).toBool() && all;
    }
    return all;
}

//! The table shows what the journal holds now, row by row.
bool TestEventLogModel::agrees() const
{
    const JournalResult<std::vector<EntryId>> ids = m_reader->ids(m_model->filter(), {}, 100'000);
    if (m_model->isLoading() || m_model->isSearching() || shown() != ids.value() || !allRead()) {
        return false;
    }
    const JournalResult<std::vector<Entry>> entries = m_reader->entries(ids.value());
    for (std::size_t i = 0; i < entries.value().size(); ++i) {
        const QModelIndex index = m_model->index(static_cast<int>(i), EventLogModel::StateColumn);
        const Entry &entry = entries.value()[i];
        if (index.data(EventLogModel::StateRole).toInt() != static_cast<int>(entry.fields.state) ||
            index.data(EventLogModel::AttemptsRole).toInt() != entry.attempts) {
            return false;
        }
    }
    return true;
}

void TestEventLogModel::load(const EventFilter &filter)
{
    QSignalSpy loaded(m_model.get(), &EventLogModel::loaded);
    m_model->setFilter(filter);
    QVERIFY(m_model->isLoading());
    QTRY_VERIFY_WITH_TIMEOUT(!loaded.isEmpty() && !m_model->isLoading() && !m_model->isSearching(), kPatience);
}

void TestEventLogModel::rowsAreInTheOrderOfArrival()
{
    const std::vector<EntryId> ids = m_calls->append(trackEntries(600)).value();
    QCOMPARE(m_model->rowCount(), 0);
    load({});
    QVERIFY(shown() == ids);
    QCOMPARE(m_model->rowOf(ids[321]), 321);
    QCOMPARE(m_model->rowOf(EntryId{99'999}), -1);
    // The newest page is there at once, nothing flickers.
    QVERIFY(!m_model->index(599, 0).data(EventLogModel::LoadingRole).toBool());
    QTRY_VERIFY_WITH_TIMEOUT(agrees(), kPatience);
}

void TestEventLogModel::everyRoleHasItsValue()
{
    NewEntry entry = trackEntry("m");
    entry.fields.idKind = IdKind::AnonymousId;
    entry.fields.origin = Origin::Webhook;
    const EntryId id = m_calls->appendOne(entry);
    Attempt attempt;
    attempt.duration = 321;
    attempt.status = 503;
    QVERIFY(m_calls->record({{id, EventState::Retrying, 1'700'000'009'000, "try-later: 503", attempt}}));
    load({});
    const auto at = [&](int column, int role = Qt::DisplayRole) { return m_model->index(0, column).data(role); };
    QCOMPARE(at(EventLogModel::TimeColumn).toString(), QStringLiteral("2023-11-14T22:13:20.000Z"));
    QCOMPARE(at(EventLogModel::EventColumn).toString(), QStringLiteral("Push Notification Sent"));
    QCOMPARE(at(EventLogModel::IdentityColumn).toString(), QStringLiteral("qa-user"));
    QCOMPARE(at(EventLogModel::StateColumn).toString(), QStringLiteral("retrying"));
    QCOMPARE(at(EventLogModel::DurationColumn).toLongLong(), 321);
    QCOMPARE(at(0, EventLogModel::EntryIdRole).toLongLong(), id.value);
    QCOMPARE(at(0, EventLogModel::ReceivedRole).toLongLong(), entry.fields.received);
    QCOMPARE(at(0, EventLogModel::IdKindRole).toInt(), 2);
    QCOMPARE(at(0, EventLogModel::NextAttemptRole).toLongLong(), 1'700'000'009'000);
    QCOMPARE(at(0, EventLogModel::ErrorRole).toString(), QStringLiteral("try-later: 503"));
    QCOMPARE(at(0, EventLogModel::ConnectionRole).toString().toStdString(), kOne);
    QCOMPARE(at(0, EventLogModel::OriginRole).toInt(), 1);
    QCOMPARE(at(0, EventLogModel::StatusRole).toInt(), 503);
    QCOMPARE(at(0, EventLogModel::AttemptsRole).toInt(), 1);
    QCOMPARE(at(0, EventLogModel::MayArriveTwiceRole).toBool(), false);
    QCOMPARE(at(EventLogModel::StateColumn, Qt::AccessibleTextRole).toString(),
             QStringLiteral("Not delivered yet, will be tried again"));
    QSet<QString> headers;
    for (int column = 0; column < m_model->columnCount(); ++column) {
        QVERIFY(!at(column, Qt::AccessibleTextRole).toString().isEmpty());
        headers.insert(m_model->headerData(column, Qt::Horizontal).toString());
    }
    QCOMPARE(headers.size(), 5);
}

void TestEventLogModel::newRowsAppearComplete()
{
    load({});
    bool complete = true;
    int batches = 0;
    const QObject listener; // goes with what the lambda writes to
    connect(m_model.get(), &QAbstractItemModel::rowsInserted, &listener, [&](const QModelIndex &, int first, int last) {
        ++batches;
        for (int row = first; row <= last; ++row) {
            complete = complete && !m_model->index(row, 0).data(EventLogModel::LoadingRole).toBool();
        }
    });
    std::vector<EntryId> ids;
    for (int i = 0; i < 40; ++i) {
        const std::vector<EntryId> more = m_calls->append(trackEntries(20)).value();
        ids.insert(ids.end(), more.begin(), more.end());
    }
    QTRY_COMPARE_WITH_TIMEOUT(m_model->rowCount(), 800, kPatience);
    QVERIFY(shown() == ids);
    QVERIFY(complete);
    QVERIFY2(batches < 20, qPrintable(QString::number(batches)));
}

void TestEventLogModel::aChangedRowIsAnnouncedOnce()
{
    const std::vector<EntryId> ids = m_calls->append(trackEntries(10)).value();
    load({});
    // The news of the rows themselves may still be on its way.
    QTRY_VERIFY_WITH_TIMEOUT(agrees(), kPatience);
    QSignalSpy settled(m_log.get(), &EventLog::changed);
    QTRY_VERIFY_WITH_TIMEOUT(settled.isEmpty() || agrees(), kPatience);
    QSignalSpy changed(m_model.get(), &QAbstractItemModel::dataChanged);
    QVERIFY(m_calls->record({{ids[2], EventState::Accepted, {}, {}, {}},
                             {ids[3], EventState::Accepted, {}, {}, {}},
                             {ids[4], EventState::Accepted, {}, {}, {}},
                             {ids[8], EventState::Accepted, {}, {}, {}}}));
    const auto announced = [&](int first, int last) {
        return std::ranges::count_if(changed, [&](const QList<QVariant> &call) {
            return call.at(0).toModelIndex().row() == first && call.at(1).toModelIndex().row() == last;
        });
    };
    QTRY_COMPARE_WITH_TIMEOUT(announced(8, 8), 1, kPatience);
    QCOMPARE(announced(2, 4), 1);
    QVERIFY(agrees());
}

void TestEventLogModel::aRowLeavesWhenItsStateIsNoLongerMeant()
{
    const std::vector<EntryId> ids = m_calls->append(trackEntries(10)).value();
    EventFilter queued;
    queued.states = {EventState::Queued};
    load(queued);
    QCOMPARE(m_model->rowCount(), 10);
    QVERIFY(m_calls->record({{ids[0], EventState::Accepted, {}, {}, {}},
                             {ids[5], EventState::Accepted, {}, {}, {}},
                             {ids[6], EventState::Waiting, {}, {}, {}},
                             {ids[9], EventState::Queued, 7, {}, {}}}));
    QTRY_COMPARE_WITH_TIMEOUT(m_model->rowCount(), 7, kPatience);
    QVERIFY(agrees());
}

void TestEventLogModel::aRowComesToItsPlaceWhenItsStateIsMeantNow()
{
    const std::vector<EntryId> ids = m_calls->append(trackEntries(6)).value();
    QVERIFY(m_calls->record({{ids[0], EventState::Refused, {}, {}, {}}, {ids[5], EventState::Refused, {}, {}, {}}}));
    EventFilter refused;
    refused.states = {EventState::Refused};
    load(refused);
    QVERIFY(shown() == (std::vector<EntryId>{ids[0], ids[5]}));
    QSignalSpy resets(m_model.get(), &QAbstractItemModel::modelReset);
    QVERIFY(m_calls->record({{ids[2], EventState::Refused, {}, {}, {}}, {ids[3], EventState::Refused, {}, {}, {}}}));
    QTRY_COMPARE_WITH_TIMEOUT(m_model->rowCount(), 4, kPatience);
    QVERIFY(shown() == (std::vector<EntryId>{ids[0], ids[2], ids[3], ids[5]}));
    QVERIFY(resets.isEmpty());
    // The same while a word is searched, which only the reader can answer.
    EventFilter word = refused;
    word.search = {{SearchTerm::text(R"(messageId":"4")")}};
    load(word);
    QCOMPARE(m_model->rowCount(), 0);
    QVERIFY(m_calls->record({{ids[1], EventState::Refused, {}, {}, {}}, {ids[4], EventState::Refused, {}, {}, {}}}));
    QTRY_COMPARE_WITH_TIMEOUT(m_model->rowCount(), 1, kPatience);
    QVERIFY(shown() == std::vector<EntryId>{ids[4]});
}

void TestEventLogModel::anOldEntryThatComesToBeMeantIsFound()
{
    // Newer than every row of the table, older than the table.
    const std::vector<EntryId> ids = m_calls->append(trackEntries(10)).value();
    EventFilter accepted;
    accepted.states = {EventState::Accepted};
    load(accepted);
    QVERIFY(m_calls->record({{ids[7], EventState::Accepted, {}, {}, {}}}));
    QTRY_COMPARE_WITH_TIMEOUT(m_model->rowCount(), 1, kPatience);
    QVERIFY(m_calls->record({{ids[3], EventState::Accepted, {}, {}, {}}}));
    QTRY_COMPARE_WITH_TIMEOUT(m_model->rowCount(), 2, kPatience);
    QVERIFY(shown() == (std::vector<EntryId>{ids[3], ids[7]}));
}

void TestEventLogModel::rowsNotReadSaySoAndAreReadOnce()
{
    for (int i = 0; i < 10; ++i) {
        QVERIFY(m_calls->append(trackEntries(1'000)));
    }
    m_tester.reset(); // it reads rows by itself
    load({});
    QCOMPARE(m_model->rowCount(), 10'000);
    QSignalSpy changed(m_model.get(), &QAbstractItemModel::dataChanged);
    const QModelIndex old = m_model->index(5'000, EventLogModel::EventColumn);
    QVERIFY(old.data(EventLogModel::LoadingRole).toBool());
    QVERIFY(!old.data().isValid());
    QVERIFY(!old.data(Qt::AccessibleTextRole).toString().isEmpty());
    QCOMPARE(old.data(EventLogModel::EntryIdRole).toLongLong(), m_model->idAt(5'000).value);
    QTRY_VERIFY_WITH_TIMEOUT(!old.data(EventLogModel::LoadingRole).toBool(), kPatience);
    QCOMPARE(old.data().toString(), QStringLiteral("Push Notification Sent"));
    // Its whole page came in one piece.
    const auto around = [](const QList<QVariant> &call) {
        return call.at(0).toModelIndex().row() <= 5'000 && call.at(1).toModelIndex().row() >= 5'000;
    };
    QCOMPARE(std::ranges::count_if(changed, around), 1);
    QVERIFY(!m_model->index(4'900, 0).data(EventLogModel::LoadingRole).toBool());
}

void TestEventLogModel::theLastFilterWins()
{
    QVERIFY(m_calls->append(trackEntries(20, kOne)));
    const std::vector<EntryId> two = m_calls->append(trackEntries(5, kTwo)).value();
    EventFilter one;
    one.connection = kOne;
    EventFilter other;
    other.connection = kTwo;
    QSignalSpy loaded(m_model.get(), &EventLogModel::loaded);
    for (int i = 0; i < 10; ++i) {
        m_model->setFilter({});
        m_model->setFilter(one);
        m_model->setFilter(other);
    }
    QTRY_VERIFY_WITH_TIMEOUT(!m_model->isLoading(), kPatience);
    QCOMPARE(loaded.size(), 1);
    QVERIFY(shown() == two);
}

void TestEventLogModel::whatTheCourierHasUnderWayIsSending()
{
    const std::vector<EntryId> ids = m_calls->append(trackEntries(3)).value();
    load({});
    const auto state = [&](int row) { return m_model->index(row, 0).data(EventLogModel::StateRole).toInt(); };
    QSignalSpy changed(m_model.get(), &QAbstractItemModel::dataChanged);
    m_model->setSending({ids[1], ids[2]}, true);
    QCOMPARE(changed.size(), 1);
    QCOMPARE(state(0), static_cast<int>(EventState::Queued));
    QCOMPARE(state(1), static_cast<int>(EventState::Sending));
    // What has become of it counts more than the courier's word, which may come later.
    QVERIFY(m_calls->record({{ids[1], EventState::Accepted, {}, {}, {}}}));
    QTRY_COMPARE_WITH_TIMEOUT(state(1), static_cast<int>(EventState::Accepted), kPatience);
    m_model->setSending({ids[2]}, false);
    QCOMPARE(state(2), static_cast<int>(EventState::Queued));
}

void TestEventLogModel::anotherProcessesRowsAppear()
{
    const std::vector<EntryId> ids = m_calls->append(trackEntries(5)).value();
    load({});
    const std::unique_ptr<Journal> other = openJournal(m_folder->path().toStdString());
    JournalCalls calls(*other);
    QVERIFY(calls.append(trackEntries(3, kTwo)));
    QTRY_COMPARE_WITH_TIMEOUT(m_model->rowCount(), 8, kPatience);
    QVERIFY(calls.record({{ids[1], EventState::Accepted, {}, {}, {}}}));
    QTRY_VERIFY_WITH_TIMEOUT(agrees(), kPatience);
    EventFilter queued;
    queued.states = {EventState::Queued};
    load(queued);
    QVERIFY(calls.record({{ids[2], EventState::Accepted, {}, {}, {}}}));
    QTRY_COMPARE_WITH_TIMEOUT(m_model->rowCount(), 6, kPatience);
    QVERIFY(agrees());
}

void TestEventLogModel::rowsThatAnotherProcessRemovesGo()
{
    QVERIFY(m_calls->append(trackEntries(600)));
    load({});
    m_tester.reset(); // nobody looks at any row
    const std::string folder = m_folder->path().toStdString();
    JournalResult<SqlDatabase> other = SqlDatabase::open(journalPath(folder), SqlDatabase::Mode::ReadWrite);
    QVERIFY(other.value().exec("DELETE FROM entry WHERE id<=250; "
                               "INSERT INTO counter SELECT 0, connection, state, 0, -250 FROM tally; "
                               "UPDATE serial SET commits=commits+1"));
    QTRY_COMPARE_WITH_TIMEOUT(m_model->rowCount(), 350, kPatience);
    QCOMPARE(m_model->idAt(0), EntryId{251});
}

void TestEventLogModel::aPauseHoldsTheTableStill()
{
    const std::vector<EntryId> ids = m_calls->append(trackEntries(5)).value();
    load({});
    m_model->setPaused(true);
    QSignalSpy heard(m_log.get(), &EventLog::changed);
    QVERIFY(m_calls->append(trackEntries(5)));
    QVERIFY(m_calls->record({{ids[1], EventState::Accepted, {}, {}, {}}}));
    QTRY_VERIFY_WITH_TIMEOUT(!heard.isEmpty(), kPatience);
    QCOMPARE(m_model->rowCount(), 5);
    m_model->setPaused(false);
    QTRY_VERIFY_WITH_TIMEOUT(agrees(), kPatience);
    QCOMPARE(m_model->rowCount(), 10);
}

void TestEventLogModel::aStoppedSearchKeepsWhatItHasFound()
{
    QVERIFY(m_calls->append(trackEntries(2'000)).ok());
    QSignalSpy loaded(m_model.get(), &EventLogModel::loaded);
    EventFilter filter;
    filter.search = {{SearchTerm::text("notification")}};
    m_model->setFilter(filter);
    m_model->stopSearching();
    QTRY_COMPARE_WITH_TIMEOUT(loaded.size(), 1, kPatience);
    QTRY_VERIFY_WITH_TIMEOUT(!m_model->isSearching(), kPatience);
    QVERIFY(!m_model->isLoading());
    const int before = m_model->rowCount();
    // New ones are found all the same, and the same search can go on to the end.
    QVERIFY(m_calls->append(trackEntries(1)).ok());
    QTRY_COMPARE_WITH_TIMEOUT(m_model->rowCount(), before + 1, kPatience);
    m_model->setFilter(filter);
    QTRY_COMPARE_WITH_TIMEOUT(m_model->rowCount(), 2'001, kPatience);
    QTRY_COMPARE_WITH_TIMEOUT(m_model->searchedShare(), 1.0, kPatience);
}

void TestEventLogModel::columnsOfThePayloadAreReadAndForgotten()
{
    QVERIFY(m_calls->append(trackEntries(300)).ok());
    load({});
    const int column = m_model->columnCount();
    m_model->appendColumn({EventLogModel::PayloadColumn, JsonPath::of({"messageId"})});
    const auto cell = [&](int row) { return m_model->index(row, column); };
    QVERIFY(cell(7).data(EventLogModel::LoadingRole).toBool());
    QSignalSpy changed(m_model.get(), &QAbstractItemModel::dataChanged);
    QTRY_VERIFY_WITH_TIMEOUT(!cell(7).data(EventLogModel::LoadingRole).toBool(), kPatience);
    QCOMPARE(cell(7).data().toString(), QStringLiteral("7"));
    QVERIFY(!changed.isEmpty());
    QVERIFY(cell(7).data(Qt::AccessibleTextRole).toString().contains(QStringLiteral("messageId")));
    // The rows around it came with it; those far away are not read before somebody looks.
    QVERIFY(!cell(30).data(EventLogModel::LoadingRole).toBool());
    QVERIFY(cell(299).data(EventLogModel::LoadingRole).toBool());
    m_model->removeColumnAt(column);
    m_model->appendColumn({EventLogModel::PayloadColumn, JsonPath::of({"event"})});
    QVERIFY(cell(7).data(EventLogModel::LoadingRole).toBool());
    QTRY_COMPARE_WITH_TIMEOUT(cell(7).data().toString(), QStringLiteral("Push Notification Sent"), kPatience);
}

void TestEventLogModel::anyOrderOfEventsEndsInTheSameTable()
{
    std::mt19937 random(2);
    const auto roll = [&](std::size_t sides) { return static_cast<std::size_t>(random()) % sides; };
    std::vector<EntryId> ids;
    load({});
    for (int step = 0; step < 3'000; ++step) {
        switch (roll(8)) {
        case 0:
        case 1: {
            auto entries = trackEntries(static_cast<int>(1 + roll(5)), roll(2) == 0 ? kOne : kTwo);
            const std::vector<EntryId> added = m_calls->append(std::move(entries)).value();
            ids.insert(ids.end(), added.begin(), added.end());
            break;
        }
        case 2:
            if (roll(10) == 0) {
                EventFilter filter;
                if (roll(2) == 0) {
                    filter.connection = roll(2) == 0 ? kOne : kTwo;
                }
                for (std::size_t i = roll(4); i > 0; --i) {
                    filter.states.push_back(static_cast<EventState>(roll(kEventStateCount)));
                }
                if (roll(3) == 0) {
                    filter.search = {{SearchTerm::text(std::to_string(roll(5)))}};
                }
                m_model->setFilter(filter);
            }
            break;
        case 3:
            if (roll(20) == 0) {
                QVERIFY(m_calls->requeue(kOne));
                QVERIFY(m_calls->confirm(std::to_string(roll(5))));
            }
            break;
        default:
            if (!ids.empty()) {
                std::vector<StateChange> changes;
                const auto to = static_cast<EventState>(roll(kEventStateCount));
                const std::size_t first = roll(ids.size());
                for (std::size_t k = first; k < std::min(ids.size(), first + 1 + roll(6)); k += 1 + roll(2)) {
                    changes.push_back({ids[k], to, {}, {}, Attempt()});
                }
                QVERIFY(m_calls->record(std::move(changes)));
            }
        }
        if (roll(6) == 0) {
            QCoreApplication::processEvents();
        }
        if (step % 60 == 59) {
            QTRY_VERIFY_WITH_TIMEOUT(agrees(), kPatience);
        }
    }
    QVERIFY(ids.size() > 1'000);
}

QTEST_GUILESS_MAIN(TestEventLogModel)
#include "tst_eventlogmodel.moc"
