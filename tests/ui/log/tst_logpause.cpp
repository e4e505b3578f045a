// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest> // first: moc 6.4 cannot read <compare> before Qt's own headers

#include "tests/ui/UiFixture.h"
#include "ui/log/FilterBar.h"
#include "ui/log/LogPause.h"

#include <QPushButton>

using namespace segue;
using namespace segue::test;
using namespace Qt::StringLiterals;

namespace {
constexpr int kPatience = 30'000;
} // namespace

//! While the log is paused, what came is counted.
class TestLogPause : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void whatCameAndIsMeantIsCounted();

private:
    static NewEntry named(const std::string &event)
    {
        NewEntry entry = trackEntry(event);
        entry.fields.event = event;
        return entry;
    }
};

void TestLogPause::whatCameAndIsMeantIsCounted()
{
    UiFixture ui;
    QVERIFY(ui.isOpen());
    EventLogModel model(ui.context().log());
    FilterBar bar(ui.context().settings());
    new LogPause(ui.context().log(), model, bar);
    auto *button = bar.findChild<QPushButton *>(u"pauseLog"_s);
    QCOMPARE(ui.append({named("a"), named("b")}).size(), 2U);
    EventFilter filter;
    filter.events = {"a"};
    model.setFilter(filter);
    QTRY_COMPARE_WITH_TIMEOUT(model.rowCount(), 1, kPatience);
    button->click();
    QCOMPARE(button->text(), u"Resume"_s);
    QCOMPARE(ui.append({named("a"), named("b"), named("a")}).size(), 3U);
    QTRY_COMPARE_WITH_TIMEOUT(button->text(), u"Resume · 2 new"_s, kPatience);
    QCOMPARE(model.rowCount(), 1);
    QCOMPARE(ui.append(std::vector<NewEntry>(LogPause::kMost, named("a"))).size(), std::size_t{LogPause::kMost});
    QTRY_COMPARE_WITH_TIMEOUT(button->text(), u"Resume · 999+ new"_s, kPatience);
    button->click();
    QCOMPARE(button->text(), u"Pause"_s);
    QTRY_COMPARE_WITH_TIMEOUT(model.rowCount(), LogPause::kMost + 3, kPatience);
    // What came before is none of the next pause.
    button->click();
    QCOMPARE(ui.append({named("a")}).size(), 1U);
    QTRY_COMPARE_WITH_TIMEOUT(button->text(), u"Resume · 1 new"_s, kPatience);
}

QTEST_MAIN(TestLogPause)
#include "tst_logpause.moc"
