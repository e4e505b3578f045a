// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest> // first: moc 6.4 cannot read <compare> before Qt's own headers

#include "tests/ui/UiFixture.h"
#include "ui/log/FilterBar.h"
#include "ui/log/FilterChip.h"
#include "ui/log/FilterMenu.h"
#include "ui/log/FilterQuery.h"
#include "ui/log/RatePlot.h"
#include "ui/log/SavedFiltersMenu.h"
#include "ui/log/SearchEdit.h"

#include <QLabel>
#include <QPushButton>
#include <QToolButton>

using namespace Qt::StringLiterals;
using namespace segue;
using namespace segue::test;

class TestFilterBar : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup();

    void whatIsTickedIsAChipAndChooses();
    void severalValuesOfAFieldAreOneChip();
    void spaceTurnsAChipOffAndOn();
    void deleteTakesAChipAwayAndKeepsTheFocusAmongThem();
    void aValueIsAskedForOrLeftOut();
    void theMenusKnowEveryStateAndOrigin();
    void connectionsAreChosenOnlyWhereThereAreSeveral();
    void aTimeSpanEndsNow();
    void thePlotSetsTheTime();
    void clearingClearsAll();
    void aFilterIsSavedAndSetAgain();
    void aSearchThatTakesLongCanBeCancelled();
    void aMistakeIsSaidUnderTheField();
    void theLanguageCompletesFieldsAndStates();
    void completionsStayWhenTheTypingRests();
    void everyControlHasAName();
    void aNarrowBarHasNoPlot();

private:
    QList<FilterChip *> chips() const;
    QAction *tick(const QString &button, const QString &text) const;

    std::unique_ptr<UiFixture> m_ui;
    std::unique_ptr<FilterBar> m_bar;
};

void TestFilterBar::init()
{
    m_ui = std::make_unique<UiFixture>();
    QVERIFY(m_ui->isOpen());
    m_bar = std::make_unique<FilterBar>(m_ui->context().settings());
    m_bar->resize(900, 100);
    m_bar->show();
    m_bar->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(m_bar.get()));
}

void TestFilterBar::cleanup()
{
    m_bar.reset();
    m_ui.reset();
}

QList<FilterChip *> TestFilterBar::chips() const
{
    QList<FilterChip *> shown;
    for (FilterChip *chip : m_bar->findChildren<FilterChip *>()) {
        if (chip->isVisible()) {
            shown.append(chip);
        }
    }
    return shown;
}

QAction *TestFilterBar::tick(const QString &button, const QString &text) const
{
    const auto *menu = m_bar->findChild<FilterMenu *>(button);
    for (QAction *action : menu->menu()->actions()) {
        if (action->text() == text) {
            return action;
        }
    }
    return nullptr;
}

void TestFilterBar::whatIsTickedIsAChipAndChooses()
{
    QSignalSpy changed(m_bar.get(), &FilterBar::filterChanged);
    tick(u"stateFilter"_s, u"Refused"_s)->trigger();
    QCOMPARE(changed.size(), 1);
    QCOMPARE(chips().size(), 1);
    QVERIFY(chips().constFirst()->accessibleName().contains(u"state:refused"_s));
    QVERIFY(chips().constFirst()->isChecked());
    QVERIFY(m_bar->isFiltering());
    const EventFilter filter = FilterQuery::of(m_bar->choice(), {}, 0).value();
    QCOMPARE(filter.states, std::vector{EventState::Refused});
    tick(u"stateFilter"_s, u"Refused"_s)->trigger();
    QVERIFY(chips().isEmpty() && !m_bar->isFiltering());
}

void TestFilterBar::severalValuesOfAFieldAreOneChip()
{
    tick(u"eventFilter"_s, u"Email Sent"_s)->trigger();
    tick(u"eventFilter"_s, u"Push Sent"_s)->trigger();
    QCOMPARE(chips().size(), 1);
    QVERIFY(chips().constFirst()->accessibleName().contains(uR"(event:"Email Sent","Push Sent")"_s));
}

void TestFilterBar::spaceTurnsAChipOffAndOn()
{
    m_bar->addValue(u"campaign"_s, u"5F1C2"_s, false);
    FilterChip *chip = chips().constFirst();
    chip->setFocus();
    QSignalSpy changed(m_bar.get(), &FilterBar::filterChanged);
    QTest::keyClick(chip, Qt::Key_Space);
    QCOMPARE(changed.size(), 1);
    QVERIFY(!chip->isChecked() && !m_bar->isFiltering());
    QCOMPARE(chips().size(), 1);
    QTest::keyClick(chip, Qt::Key_Return);
    QVERIFY(chip->isChecked() && m_bar->isFiltering());
    QVERIFY(chip->hasFocus());
}

void TestFilterBar::deleteTakesAChipAwayAndKeepsTheFocusAmongThem()
{
    m_bar->addValue(u"campaign"_s, u"one"_s, false);
    m_bar->addValue(u"user"_s, u"two"_s, true);
    chips().constLast()->setFocus();
    QTest::keyClick(chips().constLast(), Qt::Key_Delete);
    QCOMPARE(chips().size(), 1);
    QVERIFY(chips().constFirst()->hasFocus());
    QVERIFY(chips().constFirst()->accessibleName().contains(u"campaign:one"_s));
    QTest::keyClick(chips().constFirst(), Qt::Key_Backspace);
    QVERIFY(chips().isEmpty());
    QVERIFY(m_bar->search().hasFocus());
}

void TestFilterBar::aValueIsAskedForOrLeftOut()
{
    m_bar->addValue(u"event"_s, u"Email Opened"_s, false);
    m_bar->addValue(u"event"_s, u"Email Opened"_s, true);
    QCOMPARE(m_bar->choice().terms, (QList<FilterTerm>{{u"event"_s, {u"Email Opened"_s}, true, true}}));
    QVERIFY(chips().constFirst()->accessibleName().contains(u"-event:\"Email Opened\""_s));
    // A name that the menu does not know can be unticked there as well.
    m_bar->addValue(u"event"_s, u"Ünknown & odd"_s, false);
    QVERIFY(tick(u"eventFilter"_s, u"Ünknown && odd"_s)->isChecked());
}

void TestFilterBar::theMenusKnowEveryStateAndOrigin()
{
    QCOMPARE(m_bar->findChild<FilterMenu *>(u"stateFilter"_s)->menu()->actions().size(), kEventStateCount - 1);
    QCOMPARE(m_bar->findChild<FilterMenu *>(u"originFilter"_s)->menu()->actions().size(), 5);
}

void TestFilterBar::connectionsAreChosenOnlyWhereThereAreSeveral()
{
    Connection prod;
    prod.name = u"Shop"_s;
    prod.environment = Environment::Prod;
    auto *connections = m_bar->findChild<FilterMenu *>(u"connectionFilter"_s);
    m_bar->setConnections({prod, sandboxConnection()}, false);
    QVERIFY(!connections->isVisible());
    m_bar->setConnections({prod, sandboxConnection()}, true);
    QVERIFY(connections->isVisible());
    QCOMPARE(connections->menu()->actions().size(), 2);
    QVERIFY(m_bar->findChild<FilterMenu *>(u"environmentFilter"_s)->isVisible());
}

void TestFilterBar::aTimeSpanEndsNow()
{
    m_bar->setTime({15, {}, {}});
    QCOMPARE(chips().size(), 1);
    QCOMPARE(FilterQuery::of(m_bar->choice(), {}, 1'000'000'000).value().since,
             std::optional<std::int64_t>(999'100'000));
    QTest::keyClick(chips().constFirst(), Qt::Key_Space);
    QVERIFY(!FilterQuery::of(m_bar->choice(), {}, 1'000'000'000).value().since);
    QTest::keyClick(chips().constFirst(), Qt::Key_Delete);
    QVERIFY(chips().isEmpty());
}

void TestFilterBar::thePlotSetsTheTime()
{
    Q_EMIT m_bar->plot().rangeChosen(1'000, 2'000);
    QCOMPARE(m_bar->choice().time, (TimeRange{0, 1'000, 2'000}));
    QCOMPARE(chips().size(), 1);
}

void TestFilterBar::clearingClearsAll()
{
    m_bar->addValue(u"event"_s, u"A"_s, true);
    m_bar->setTime({60, {}, {}});
    m_bar->search().setSearch(u"x"_s);
    QSignalSpy changed(m_bar.get(), &FilterBar::filterChanged);
    m_bar->clear();
    QCOMPARE(changed.size(), 1);
    QVERIFY(m_bar->choice().isEmpty() && chips().isEmpty() && m_bar->search().text().isEmpty());
}

void TestFilterBar::aFilterIsSavedAndSetAgain()
{
    m_bar->addValue(u"event"_s, u"A"_s, true);
    m_bar->setTime({60, {}, {}});
    const FilterChoice before = m_bar->choice();
    auto *menu = m_bar->findChild<SavedFiltersMenu *>();
    Q_EMIT menu->aboutToShow();
    QSignalSpy asked(m_bar.get(), &FilterBar::nameWanted);
    menu->findChild<QAction *>(u"saveFilter"_s)->trigger();
    QCOMPARE(asked.size(), 1);
    const auto question = asked.at(0).at(0).value<TextStrip::Question>();
    QVERIFY(!question.take(QString()).isEmpty());
    QVERIFY(question.take(u"Mine & yours"_s).isEmpty());
    m_bar->clear();
    Q_EMIT menu->aboutToShow();
    QCOMPARE(menu->actions().constFirst()->text(), u"Mine && yours"_s);
    menu->actions().constFirst()->trigger();
    QCOMPARE(m_bar->choice(), before);
}

void TestFilterBar::aSearchThatTakesLongCanBeCancelled()
{
    auto *cancel = m_bar->findChild<QPushButton *>(u"cancelSearch"_s);
    m_bar->setSearching(true, 10);
    m_bar->setSearching(false, 100);
    QVERIFY(!cancel->isVisible());
    m_bar->setSearching(true, 40);
    QVERIFY(!cancel->isVisible()); // a quick search does not flicker
    QTRY_VERIFY(cancel->isVisible());
    QVERIFY(m_bar->findChild<QLabel *>(u"searchProgress"_s)->text().contains(u"40"_s));
    QSignalSpy cancelled(m_bar.get(), &FilterBar::searchCancelled);
    QSignalSpy wanted(m_bar.get(), &FilterBar::searchWanted);
    QTest::mouseClick(cancel, Qt::LeftButton);
    QCOMPARE(cancelled.size(), 1);
    // Cut short, it says so, and can go on.
    m_bar->setSearching(false, 40);
    QVERIFY(m_bar->findChild<QLabel *>(u"searchProgress"_s)->text().contains(u"60"_s));
    QTest::mouseClick(cancel, Qt::LeftButton);
    QCOMPARE(wanted.size(), 1);
    m_bar->setSearching(false, 100);
    QVERIFY(!cancel->isVisible());
}

void TestFilterBar::aMistakeIsSaidUnderTheField()
{
    const auto *said = m_bar->findChild<QLabel *>(u"searchMistake"_s);
    QTest::keyClicks(&m_bar->search(), u"stat:refused"_s);
    QTRY_VERIFY(said->isVisible());
    QVERIFY(said->text().contains(u"stat"_s));
    QCOMPARE(m_bar->search().mistake()->from, 0);
    QVERIFY(!FilterQuery::of(m_bar->choice(), {}, 0));
    m_bar->search().setSearch(u"state:refused"_s);
    QVERIFY(!said->isVisible());
}

void TestFilterBar::theLanguageCompletesFieldsAndStates()
{
    const auto offers = [](const QString &text) {
        QStringList texts;
        for (const SearchEdit::Completion &each : FilterQuery::completions(text, static_cast<int>(text.size()))) {
            texts.append(each.text);
        }
        return texts;
    };
    QVERIFY(offers(u"sta"_s).contains(u"state:"_s));
    QVERIFY(offers(u"state:ref"_s).contains(u"refused"_s));
}

void TestFilterBar::completionsStayWhenTheTypingRests()
{
    m_bar->focusSearch();
    QSignalSpy changed(m_bar.get(), &FilterBar::filterChanged);
    QTest::keyClicks(&m_bar->search(), u"sta"_s);
    QTRY_COMPARE(changed.size(), 1);
    QVERIFY(m_bar->search().isOffering());
    m_bar->clear();
    QVERIFY(!m_bar->search().isOffering());
}

void TestFilterBar::everyControlHasAName()
{
    m_bar->addValue(u"event"_s, u"A"_s, true);
    for (const QAbstractButton *button : m_bar->findChildren<QAbstractButton *>()) {
        if (button->focusPolicy() != Qt::NoFocus && button->isVisible()) {
            QVERIFY2(!button->objectName().isEmpty(), button->metaObject()->className());
            QVERIFY2(!button->accessibleName().isEmpty() || !button->text().isEmpty(),
                     qPrintable(button->objectName()));
        }
    }
    QVERIFY(!m_bar->search().accessibleName().isEmpty());
    QVERIFY(!m_bar->plot().accessibleName().isEmpty());
}

void TestFilterBar::aNarrowBarHasNoPlot()
{
    QVERIFY(m_bar->plot().isVisible());
    m_bar->resize(380, 120);
    QVERIFY(!m_bar->plot().isVisible());
}

QTEST_MAIN(TestFilterBar)
#include "tst_filterbar.moc"
