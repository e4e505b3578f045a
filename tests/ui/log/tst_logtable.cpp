// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest> // first: moc 6.4 cannot read <compare> before Qt's own headers

#include "tests/ui/UiFixture.h"
#include "ui/log/DaySeparators.h"
#include "ui/log/LogTable.h"
#include "ui/log/TableColumns.h"

#include <QHeaderView>
#include <QScrollBar>

using namespace segue;
using namespace segue::test;

namespace {

constexpr int kPatience = 30'000;

std::vector<NewEntry> entries(int count, const std::string &prefix = "m")
{
    std::vector<NewEntry> made;
    for (int i = 0; i < count; ++i) {
        made.push_back(trackEntry(prefix + std::to_string(i)));
    }
    return made;
}

} // namespace

class TestLogTable : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup();

    void followKeepsTheNewestInSight();
    void whatIsInSightStaysWhileRowsArrive();
    void theSelectionIsFoundAgainAfterEverythingIsReadAnew();
    void endGoesToTheNewestAndFollows();
    void whatIsClickedIsSelectedAlthoughAPanelMovesTheRows();
    void controlGoesToTheEndsAndSelects();
    void selectingAllOfManyRowsIsQuick();
    void columnsAreThereAfterARestart();
    void eachKeyHasItsOwnColumns();
    void aColumnOfThePayloadShowsTheStoredDigits();
    void oneColumnStays();
    void columnsFillTheRoom();
    void aDayBeginsWithALine();
    void numbersStandAtTheEndAndTheZoneInTheHeader();

private:
    void open();
    void cleanupWidgets();
    void load(const EventFilter &filter = {});
    EntryId topInSight() const { return m_model->idAt(m_table->rowAt(1)); }
    void readAll();

    std::unique_ptr<UiFixture> m_ui;
    std::unique_ptr<EventLogModel> m_model;
    std::unique_ptr<LogTable> m_table;
};

void TestLogTable::init()
{
    m_ui = std::make_unique<UiFixture>();
    QVERIFY(m_ui->isOpen());
    open();
}

void TestLogTable::cleanup()
{
    cleanupWidgets();
    m_ui.reset();
}

void TestLogTable::cleanupWidgets()
{
    m_table.reset();
    m_model.reset();
}

void TestLogTable::open()
{
    AppContext &context = m_ui->context();
    m_model = std::make_unique<EventLogModel>(context.log());
    m_table = std::make_unique<LogTable>(*m_model, context.clock(), context.settings());
    m_table->resize(640, 400);
    m_table->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_table.get()));
}

void TestLogTable::load(const EventFilter &filter)
{
    QSignalSpy loaded(m_model.get(), &EventLogModel::loaded);
    m_model->setFilter(filter);
    QTRY_VERIFY_WITH_TIMEOUT(!loaded.isEmpty() && !m_model->isLoading(), kPatience);
}

void TestLogTable::followKeepsTheNewestInSight()
{
    m_ui->append(entries(200));
    load();
    QVERIFY(m_table->isFollowing());
    const auto newestIsInSight = [this] {
        const QRect last = m_table->visualRect(m_model->index(m_model->rowCount() - 1, 0));
        return m_table->viewport()->rect().contains(last.center());
    };
    QTRY_VERIFY(newestIsInSight());
    m_ui->append(entries(50, "n"));
    QTRY_COMPARE_WITH_TIMEOUT(m_model->rowCount(), 250, kPatience);
    QTRY_VERIFY(newestIsInSight());
}

//! Reads every row, as if all had been looked at.
void TestLogTable::readAll()
{
    QTRY_VERIFY_WITH_TIMEOUT(
        [this] {
            bool all = true;
            for (int row = 0; row < m_model->rowCount(); ++row) {
                for (int column = 0; column < m_model->columnCount(); ++column) {
                    all = !m_model->index(row, column).data(EventLogModel::LoadingRole).toBool() && all;
                }
            }
            return all;
        }(),
        kPatience);
}

void TestLogTable::whatIsInSightStaysWhileRowsArrive()
{
    m_ui->append(entries(300));
    load();
    m_table->verticalScrollBar()->setValue(1234);
    QVERIFY(!m_table->isFollowing());
    const EntryId top = topInSight();
    m_table->selectRow(m_model->rowOf(top) + 2);
    const auto current = m_table->currentEntry();
    QSignalSpy arrived(m_table.get(), &LogTable::newRowsChanged);
    m_ui->append(entries(100, "n"));
    QTRY_COMPARE_WITH_TIMEOUT(m_model->rowCount(), 400, kPatience);
    QCOMPARE(topInSight(), top);
    QCOMPARE(m_table->currentEntry(), current);
    QCOMPARE(m_table->verticalScrollBar()->value(), 1234);
    QCOMPARE(arrived.last().at(0).toInt(), 100);
}

void TestLogTable::theSelectionIsFoundAgainAfterEverythingIsReadAnew()
{
    std::vector<NewEntry> mixed = entries(300);
    for (std::size_t i = 0; i < mixed.size(); ++i) {
        mixed[i].fields.event = i % 3 == 0 ? "Email Sent" : "Push Sent";
    }
    const auto ids = m_ui->append(std::move(mixed));
    load();
    m_table->verticalScrollBar()->setValue(2'000);
    m_table->selectionModel()->select(QItemSelection(m_model->index(60, 0), m_model->index(62, 0)),
                                      QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
    m_table->selectionModel()->setCurrentIndex(m_model->index(60, 0), QItemSelectionModel::NoUpdate);
    const EntryId top = topInSight();
    EventFilter filter;
    filter.events = {"Email Sent"};
    load(filter);
    QCOMPARE(m_model->rowCount(), 100);
    // Of the three only the one that fits is selected now, and the rows around the place are in sight.
    QCOMPARE(m_table->selectedEntries(10), std::vector{ids[60]});
    QCOMPARE(m_table->currentEntry(), std::optional(ids[60]));
    QVERIFY(topInSight().value - top.value >= 0 && topInSight().value - top.value < 3);
}

void TestLogTable::endGoesToTheNewestAndFollows()
{
    m_ui->append(entries(300));
    load();
    m_table->setFocus();
    QTest::keyClick(m_table.get(), Qt::Key_Home);
    QCOMPARE(m_table->currentIndex().row(), 0);
    QCOMPARE(m_table->verticalScrollBar()->value(), 0);
    QVERIFY(!m_table->isFollowing());
    QTest::keyClick(m_table.get(), Qt::Key_PageDown);
    QVERIFY(m_table->currentIndex().row() > 3);
    QTest::keyClick(m_table.get(), Qt::Key_End);
    QCOMPARE(m_table->currentIndex().row(), 299);
    QVERIFY(m_table->isFollowing());
}

void TestLogTable::whatIsClickedIsSelectedAlthoughAPanelMovesTheRows()
{
    const auto ids = m_ui->append(entries(100));
    load();
    QTRY_COMPARE(m_table->verticalScrollBar()->value(), m_table->verticalScrollBar()->maximum());
    // Less room at the same end: the row under the pointer becomes another one.
    connect(m_table.get(), &LogTable::currentEntryChanged, m_table.get(), [this] { m_table->resize(640, 300); });
    const int row = 95;
    QTest::mouseClick(m_table->viewport(), Qt::LeftButton, {}, m_table->visualRect(m_model->index(row, 0)).center());
    QTRY_COMPARE(m_table->height(), 300);
    QCOMPARE(m_table->currentIndex().row(), row);
    QCOMPARE(m_table->selectedEntries(10), std::vector{ids[row]});
}

void TestLogTable::controlGoesToTheEndsAndSelects()
{
    const auto ids = m_ui->append(entries(100));
    load();
    m_table->selectRow(50);
    QTest::keyClick(m_table.get(), Qt::Key_Home, Qt::ControlModifier);
    QCOMPARE(m_table->selectedEntries(10), std::vector{ids.front()});
    QTest::keyClick(m_table.get(), Qt::Key_End, Qt::ControlModifier);
    QCOMPARE(m_table->selectedEntries(10), std::vector{ids.back()});
    QTest::keyClick(m_table.get(), Qt::Key_Home, Qt::ControlModifier | Qt::ShiftModifier);
    QCOMPARE(m_table->selectedCount(), 100);
    QTest::keyClick(m_table.get(), Qt::Key_End); // or the application takes the modifiers for held
    QCOMPARE(m_table->selectedEntries(10), std::vector{ids.back()});
}

void TestLogTable::selectingAllOfManyRowsIsQuick()
{
    // The table looks at ranges, never at rows one by one.
    m_ui->append(entries(100'000));
    load();
    QTRY_COMPARE_WITH_TIMEOUT(m_model->rowCount(), 100'000, kPatience);
    QElapsedTimer timer;
    timer.start();
    m_table->selectAll();
    QCOMPARE(m_table->selectedCount(), 100'000);
    QCOMPARE(m_table->selectedEntries(5'001).size(), std::size_t(5'001));
    QVERIFY2(timer.elapsed() < 50, qPrintable(QString::number(timer.elapsed())));
}

void TestLogTable::columnsAreThereAfterARestart()
{
    TableColumns &columns = m_table->columns();
    columns.use(QStringLiteral("one"));
    const EventLogModel::ColumnSpec path{EventLogModel::PayloadColumn,
                                         LogColumns::readPath(QStringLiteral("properties.a")).value()};
    columns.add({EventLogModel::OriginColumn, {}});
    columns.add(path);
    columns.remove({EventLogModel::IdentityColumn, {}});
    columns.move(path, -5);
    m_table->horizontalHeader()->resizeSection(static_cast<int>(m_model->columns().indexOf(path)), 111);
    const QList<LogColumn> before = columns.all();
    QCOMPARE(before.first(), (LogColumn{path, 111}));
    QCOMPARE(before.size(), 6);
    cleanupWidgets();
    m_ui->restart();
    open();
    m_table->columns().use(QStringLiteral("one"));
    QCOMPARE(m_table->columns().all(), before);
    QCOMPARE(m_table->horizontalHeader()->sectionSize(0), 111);
    m_table->columns().reset();
    QCOMPARE(m_table->columns().all(), LogColumns::defaults());
}

void TestLogTable::eachKeyHasItsOwnColumns()
{
    TableColumns &columns = m_table->columns();
    columns.use(QStringLiteral("one"));
    columns.add({EventLogModel::DeviceColumn, {}});
    columns.use(QStringLiteral("two"));
    QCOMPARE(columns.all(), LogColumns::defaults());
    columns.use(QStringLiteral("one"));
    QVERIFY(columns.has({EventLogModel::DeviceColumn, {}}));
}

void TestLogTable::aColumnOfThePayloadShowsTheStoredDigits()
{
    std::vector<NewEntry> made = entries(3);
    made[0].payload = R"({"properties":{"n":9007199254740993}})";
    made[1].payload = R"({"properties":{"n":"  text "}})";
    made[2].payload = "no json";
    m_ui->append(std::move(made));
    load();
    TableColumns &columns = m_table->columns();
    columns.add({EventLogModel::PayloadColumn, LogColumns::readPath(QStringLiteral("properties.n")).value()});
    const int column = m_model->columnCount() - 1;
    QVERIFY(m_model->index(0, column).data(EventLogModel::LoadingRole).toBool());
    QVERIFY(!m_model->index(0, 0).data(EventLogModel::LoadingRole).toBool());
    readAll();
    QCOMPARE(m_model->index(0, column).data().toString(), QStringLiteral("9007199254740993"));
    QCOMPARE(m_model->index(1, column).data().toString(), QStringLiteral("  text "));
    QVERIFY(m_model->index(2, column).data().toString().isEmpty());
    // A column that comes to a selected row is selected with it.
    m_table->selectRow(1);
    columns.add({EventLogModel::MessageIdColumn, {}});
    QVERIFY(m_table->selectionModel()->isSelected(m_model->index(1, column + 1)));
    QCOMPARE(m_table->selectedCount(), 1);
}

void TestLogTable::oneColumnStays()
{
    TableColumns &columns = m_table->columns();
    for (const LogColumn &column : LogColumns::defaults()) {
        columns.remove(column.spec);
    }
    QCOMPARE(columns.all().size(), 1);
}

void TestLogTable::columnsFillTheRoom()
{
    const QHeaderView *header = m_table->horizontalHeader();
    for (const int width : {500, 640, 900, 1'500}) {
        m_table->resize(width, 400);
        QCOMPARE(header->length(), m_table->viewport()->width());
    }
    m_table->horizontalHeader()->resizeSection(1, 300);
    QCOMPARE(header->sectionSize(1), 300);
    QCOMPARE(header->length(), m_table->viewport()->width());
    m_table->resize(900, 400);
    QCOMPARE(header->sectionSize(1), 300);
}

void TestLogTable::aDayBeginsWithALine()
{
    const qint64 now = m_ui->context().clock().now();
    std::vector<NewEntry> made = entries(4);
    for (std::size_t i = 0; i < made.size(); ++i) {
        made[i].fields.received = now - (i < 2 ? 2 : 0) * qint64(24) * 3'600'000;
    }
    m_ui->append(std::move(made));
    load();
    readAll();
    const DaySeparators days(*m_table, *m_model, now);
    QCOMPARE(days.days(), QList{QDateTime::fromMSecsSinceEpoch(now).date()});
    QVERIFY(days.showsOtherDays());
    m_table->grab();
}

void TestLogTable::numbersStandAtTheEndAndTheZoneInTheHeader()
{
    const auto header = [this](EventLogModel::Column column, int role) {
        return m_model->headerData(column, Qt::Horizontal, role);
    };
    QVERIFY(header(EventLogModel::TimeColumn, Qt::DisplayRole).toString().contains(QStringLiteral("UTC")));
    QVERIFY(header(EventLogModel::DurationColumn, Qt::TextAlignmentRole).toInt() & Qt::AlignRight);
    QVERIFY(!header(EventLogModel::EventColumn, Qt::TextAlignmentRole).isValid());
}

QTEST_MAIN(TestLogTable)
#include "tst_logtable.moc"
