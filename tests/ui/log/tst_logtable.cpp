// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest> // first: moc 6.4 cannot read <compare> before Qt's own headers

#include "tests/ui/UiFixture.h"
#include "ui/log/LogTable.h"

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

private:
    void open();
    void load(const EventFilter &filter = {});

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
    m_table.reset();
    m_model.reset();
    m_ui.reset();
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

QTEST_MAIN(TestLogTable)
#include "tst_logtable.moc"
