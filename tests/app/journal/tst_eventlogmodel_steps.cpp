// SPDX-License-Identifier: GPL-3.0-or-later
// clazy:excludeall=lambda-in-connect (their listeners go with what the lambdas write to)
// The log's table under drawn sequences of steps: what arrives, changes and goes, filters, pauses, scrolling. Held
// against a plain list of what should be shown, with Qt's own model tester in fatal mode.
//   tst_eventlogmodel_steps: some thousand; with SEGUE_MODEL_STEPS=100000 that many (label long).
#include <QtTest> // first: moc 6.4 cannot read <compare> before Qt's own headers

#include "app/journal/EventLogModel.h"
#include "app/journal/FilterMatcher.h"
#include "app/journal/JournalFile.h"

#include "tests/app/journal/JournalSupport.h"

#include <QAbstractItemModelTester>
#include <QTemporaryDir>

#include <algorithm>
#include <map>
#include <random>

using namespace segue;
using namespace segue::test;

namespace {

constexpr int kPatience = 60'000;
constexpr int kStepsBetweenLooks = 40;
constexpr std::size_t kMostEntries = 3'000; // retention keeps the journal below, so that a look at all of it is quick

struct Kept
{
    Entry entry;
    std::string payload;
};

} // namespace

class TestEventLogModelSteps : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void anySequenceOfStepsShowsWhatIsMeant();

private:
    std::size_t roll(std::size_t sides) { return static_cast<std::size_t>(m_random()) % sides; }
    void step();
    void add();
    void change();
    void retain();
    void eraseSome();
    void remove(const std::vector<IdRange> &ranges);
    void filter();
    void scroll();
    std::vector<EntryId> meant() const;
    QString difference();

    std::mt19937 m_random{17};
    std::unique_ptr<Journal> m_journal;
    std::unique_ptr<EventLog> m_log;
    std::unique_ptr<EventLogModel> m_model;
    std::optional<SqlDatabase> m_other;
    std::map<EntryId, Kept> m_kept; //!< what the journal should hold
    QPersistentModelIndex m_selected;
    EntryId m_selectedEntry;
    int m_made = 0;
    int m_resets = 0;
    bool m_paused = false;
};

void TestEventLogModelSteps::add()
{
    static const char *const kWords[] = {"alpha", "Beta", "b\\u00e9ta", "gamma"};
    std::vector<NewEntry> entries;
    const std::size_t count = roll(10) == 0 ? 50 + roll(200) : 1 + roll(6);
    for (std::size_t i = 0; i < count; ++i) {
        NewEntry entry = trackEntry("m-" + std::to_string(m_made++), roll(3) == 0 ? kTwo : kOne);
        entry.payload.insert(entry.payload.size() - 1, std::string(R"(,"word":")") + kWords[roll(4)] + '"');
        entries.push_back(std::move(entry));
    }
    const std::vector<EntryId> ids = JournalCalls(*m_journal).append(entries).value();
    for (std::size_t i = 0; i < ids.size(); ++i) {
        Kept &kept = m_kept[ids[i]];
        kept.entry.id = ids[i];
        kept.entry.fields = entries[i].fields;
        kept.payload = entries[i].payload;
    }
}

void TestEventLogModelSteps::change()
{
    if (m_kept.empty()) {
        return;
    }
    std::vector<StateChange> changes;
    const auto to = static_cast<EventState>(roll(kEventStateCount));
    auto kept = std::next(m_kept.begin(), static_cast<std::ptrdiff_t>(roll(m_kept.size())));
    for (std::size_t left = 1 + roll(roll(10) == 0 ? 400 : 6); left > 0 && kept != m_kept.end(); --left, ++kept) {
        if (roll(4) != 0) {
            changes.push_back({kept->first, to, {}, {}, {}});
        }
    }
    const std::vector<EntryId> moved = JournalCalls(*m_journal).record(std::move(changes)).value();
    for (const EntryId id : moved) {
        m_kept[id].entry.fields.state = to;
    }
}

void TestEventLogModelSteps::remove(const std::vector<IdRange> &ranges)
{
    // In one transaction, as the journal does it: who reads in between never sees counts that do not fit the entries.
    QVERIFY(m_other->exec("BEGIN IMMEDIATE"));
    for (const IdRange &range : ranges) {
        const std::string sql = "DELETE FROM entry WHERE id BETWEEN " + std::to_string(range.first.value) + " AND " +
                                std::to_string(range.last.value);
        QVERIFY(m_other->exec(sql.c_str()));
        m_kept.erase(m_kept.lower_bound(range.first), m_kept.upper_bound(range.last));
    }
    QVERIFY(m_other->exec(
        "UPDATE serial SET fresh=NULL; DELETE FROM counter WHERE kind=0; "
        "INSERT INTO counter SELECT 0, connection, state, 0, count(*) FROM entry GROUP BY connection, state"));
    QVERIFY(m_other->exec("COMMIT"));
    Q_EMIT m_log->changed({{}, {}, ranges}, false);
}

void TestEventLogModelSteps::retain()
{
    if (m_kept.size() > kMostEntries || (roll(4) == 0 && !m_kept.empty())) {
        const std::size_t count = std::max<std::size_t>(1, roll(m_kept.size() / 2 + 1));
        const auto last = std::next(m_kept.begin(), static_cast<std::ptrdiff_t>(count) - 1);
        remove({{m_kept.begin()->first, last->first}});
    }
}

void TestEventLogModelSteps::eraseSome()
{
    std::vector<IdRange> ranges;
    for (const auto &[id, kept] : m_kept) {
        if (roll(200) == 0) {
            ranges.push_back({id, id});
        }
    }
    remove(ranges);
}

void TestEventLogModelSteps::filter()
{
    EventFilter filter;
    if (roll(2) == 0) {
        filter.connection = roll(2) == 0 ? kOne : kTwo;
    }
    for (std::size_t i = roll(5); i > 0 && i < 4; --i) {
        filter.states.push_back(static_cast<EventState>(roll(kEventStateCount)));
    }
    if (roll(3) == 0) {
        static const char *const kSearched[] = {"béta", "beta", "alpha", "m-1", "nowhere"};
        filter.search = {{SearchTerm::text(kSearched[roll(5)])}};
        if (roll(3) == 0) {
            SearchTerm state;
            state.field = SearchField::State;
            state.values = {"accepted"};
            filter.search.push_back({state});
        }
    }
    m_model->setFilter(filter);
}

//! What a view does: it looks at the rows in sight, wherever it stands, and somebody selects one.
void TestEventLogModelSteps::scroll()
{
    const int rows = m_model->rowCount();
    if (rows == 0) {
        return;
    }
    const int top = static_cast<int>(roll(static_cast<std::size_t>(rows)));
    for (int row = top; row < std::min(rows, top + 30); ++row) {
        m_model->index(row, EventLogModel::EventColumn).data();
    }
    if (roll(3) == 0) {
        m_selected = m_model->index(top, 0);
        m_selectedEntry = m_model->idAt(top);
    }
}

void TestEventLogModelSteps::step()
{
    switch (roll(16)) {
    case 0:
    case 1:
    case 2:
    case 3:
        add();
        break;
    case 4:
    case 5:
    case 6:
    case 7:
        change();
        break;
    case 8:
        if (roll(3) == 0) {
            filter();
        }
        break;
    case 9:
        if (roll(4) == 0) {
            m_paused = !m_paused;
            m_model->setPaused(m_paused);
        }
        break;
    case 10:
        retain();
        break;
    case 11:
        if (roll(6) == 0) {
            eraseSome();
        }
        break;
    default:
        scroll();
    }
    if (roll(3) == 0) {
        QCoreApplication::processEvents();
    }
}

std::vector<EntryId> TestEventLogModelSteps::meant() const
{
    FilterMatcher matcher(m_model->filter());
    std::vector<EntryId> ids;
    for (const auto &[id, kept] : m_kept) {
        if (matcher.matches(kept.entry, [&payload = kept.payload] { return std::string_view(payload); })) {
            ids.push_back(id);
        }
    }
    return ids;
}

//! Empty when the table shows what it should, else what is wrong.
QString TestEventLogModelSteps::difference()
{
    if (m_model->isLoading() || m_model->isSearching()) {
        return QStringLiteral("searching");
    }
    const std::vector<EntryId> ids = meant();
    if (static_cast<std::size_t>(m_model->rowCount()) != ids.size()) {
        return QStringLiteral("%1 rows for %2").arg(m_model->rowCount()).arg(ids.size());
    }
    for (std::size_t i = 0; i < ids.size(); ++i) {
        const int row = static_cast<int>(i);
        if (m_model->idAt(row) != ids[i] || m_model->rowOf(ids[i]) != row) {
            return QStringLiteral("row %1").arg(row);
        }
    }
    // The newest rows in full.
    for (std::size_t i = ids.size() - std::min<std::size_t>(ids.size(), 100); i < ids.size(); ++i) {
        const QModelIndex index = m_model->index(static_cast<int>(i), EventLogModel::StateColumn);
        if (index.data(EventLogModel::LoadingRole).toBool() ||
            index.data(EventLogModel::StateRole).toInt() != static_cast<int>(m_kept[ids[i]].entry.fields.state)) {
            return QStringLiteral("state of row %1").arg(i);
        }
    }
    return {};
}

void TestEventLogModelSteps::anySequenceOfStepsShowsWhatIsMeant()
{
    const int steps = std::max(4'000, qEnvironmentVariableIntValue("SEGUE_MODEL_STEPS"));
    const QTemporaryDir folder;
    m_journal = openJournal(folder.path().toStdString());
    QVERIFY(m_journal);
    JournalResult<SqlDatabase> other =
        SqlDatabase::open(journalPath(folder.path().toStdString()), SqlDatabase::Mode::ReadWrite);
    QVERIFY(other.ok());
    m_other = std::move(other).value();
    m_log = std::make_unique<EventLog>(*m_journal, folder.path());
    m_model = std::make_unique<EventLogModel>(*m_log);
    const QAbstractItemModelTester tester(m_model.get(), QAbstractItemModelTester::FailureReportingMode::Fatal);
    QString failure;
    const QObject listener; // goes with what the lambda writes to
    connect(m_model.get(), &EventLogModel::failed, &listener, [&](const Error &error) { failure = error.detail; });
    connect(m_model.get(), &QAbstractItemModel::modelReset, this, [this] { ++m_resets; });
    m_model->setFilter({});
    for (int i = 0; i < steps; ++i) {
        step();
        if (i % kStepsBetweenLooks != kStepsBetweenLooks - 1) {
            continue;
        }
        if (std::exchange(m_paused, false)) {
            m_model->setPaused(false);
        }
        QTRY_VERIFY2_WITH_TIMEOUT(difference().isEmpty(), qPrintable(QStringLiteral("step %1: ").arg(i) + difference()),
                                  kPatience);
        QCOMPARE(failure, QString());
        // What was selected is still the same entry, or has gone.
        if (m_selected.isValid()) {
            QCOMPARE(m_model->idAt(m_selected.row()), m_selectedEntry);
        }
    }
    QVERIFY(m_made > steps / 4);
    QVERIFY2(m_resets < steps / 10, qPrintable(QString::number(m_resets)));
    m_model.reset();
    m_log.reset();
}

QTEST_GUILESS_MAIN(TestEventLogModelSteps)
#include "tst_eventlogmodel_steps.moc"
