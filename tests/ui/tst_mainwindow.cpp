// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest> // first: moc 6.4 cannot read <compare> before Qt's own headers

#include "app/journal/EventLogModel.h"
#include "tests/ui/UiFixture.h"
#include "ui/MainWindow.h"
#include "ui/log/LogPage.h"
#include "ui/log/LogTable.h"
#include "ui/shell/WindowProgram.h"
#include "ui/widgets/Tone.h"

#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QStackedWidget>
#include <QTabBar>

using namespace segue;
using namespace segue::test;
using namespace Qt::StringLiterals;

//! What a person does in the whole window.
class TestMainWindow : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup();

    void controlAndQQuit();
    void controlAndFSearchesFromEveryPage();
    void aClickedEventIsShownAlthoughTheComposerIsOpen();
    void textsFollowTheTheme();
    void theMenuShowsWhatIsChosen();
    void withoutADisplayItIsSaid();

private:
    template <class T> T *part(const char *name) const { return m_window->findChild<T *>(QString::fromLatin1(name)); }

    std::unique_ptr<UiFixture> m_ui;
    std::unique_ptr<MainWindow> m_window;
};

void TestMainWindow::init()
{
    m_ui = std::make_unique<UiFixture>();
    QVERIFY(m_ui->isOpen());
    m_window = std::make_unique<MainWindow>(m_ui->context());
    m_window->show();
    m_window->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
}

void TestMainWindow::cleanup()
{
    m_window.reset();
    m_ui.reset();
}

void TestMainWindow::controlAndQQuit()
{
    QTest::keyClick(m_window.get(), Qt::Key_Q, Qt::ControlModifier);
    QTRY_VERIFY(!m_window->isVisible());
}

void TestMainWindow::controlAndFSearchesFromEveryPage()
{
    auto *search = part<QLineEdit>("logSearch");
    QVERIFY(search != nullptr);
    part<QTabBar>("pageTabs")->setCurrentIndex(1);
    QVERIFY(!search->isVisible());
    QTest::keyClick(m_window.get(), Qt::Key_F, Qt::ControlModifier);
    QTRY_VERIFY(search->isVisible());
    QCOMPARE(part<QTabBar>("pageTabs")->currentIndex(), 0);
    QVERIFY(search->hasFocus());
}

void TestMainWindow::aClickedEventIsShownAlthoughTheComposerIsOpen()
{
    m_ui->append({trackEntry("m-1", sandboxId().key()), trackEntry("m-2", sandboxId().key())});
    auto *table = m_window->findChild<LogTable *>();
    QTRY_COMPARE(table->model()->rowCount(), 2);
    QTest::keyClick(m_window.get(), Qt::Key_T, Qt::ControlModifier);
    QTRY_VERIFY(part<QLineEdit>("composerCampaign") != nullptr);
    auto *campaign = part<QLineEdit>("composerCampaign");
    QTRY_VERIFY(campaign->isVisible());
    campaign->setText(u"ABCDE-12345"_s);
    QTest::mouseClick(table->viewport(), Qt::LeftButton, {}, table->visualRect(table->model()->index(1, 0)).center());
    QTRY_VERIFY(part<QWidget>("copyJson") != nullptr && part<QWidget>("copyJson")->isVisible());
    QVERIFY(!campaign->isVisible());
    // What was typed is still there.
    QTest::keyClick(m_window.get(), Qt::Key_T, Qt::ControlModifier);
    QTRY_VERIFY(campaign->isVisible());
    QCOMPARE(campaign->text(), u"ABCDE-12345"_s);
}

void TestMainWindow::textsFollowTheTheme()
{
    const auto color = [this](const char *name) { return part<QLabel>(name)->palette().color(QPalette::WindowText); };
    for (const ThemeChoice theme : {ThemeChoice::Dark, ThemeChoice::Light, ThemeChoice::Dark}) {
        m_ui->theme().force(theme);
        QCoreApplication::sendPostedEvents();
        const QPalette now = QGuiApplication::palette();
        QCOMPARE(color("connectionName"), toneColor(now, Tone::Plain));
        QCOMPARE(color("connectionInfo"), toneColor(now, Tone::Muted));
    }
}

void TestMainWindow::theMenuShowsWhatIsChosen()
{
    const QList<QAction *> actions = part<QMenu>("mainMenu")->actions();
    int checkable = 0;
    for (const QAction *action : actions) {
        if (action->isCheckable()) {
            ++checkable;
            QVERIFY2(action->icon().isNull(), qPrintable(action->text())); // an icon takes the place of the tick
        }
    }
    QCOMPARE(checkable, 4);
}

void TestMainWindow::withoutADisplayItIsSaid()
{
    const auto saved = std::array{qgetenv("DISPLAY"), qgetenv("WAYLAND_DISPLAY"), qgetenv("QT_QPA_PLATFORM")};
    for (const char *name : {"DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"}) {
        qunsetenv(name);
    }
    QVERIFY(!WindowProgram::hasDisplay({}));
    QVERIFY(!WindowProgram::hasDisplay({u"--theme"_s, u"dark"_s}));
    QVERIFY(WindowProgram::hasDisplay({u"-platform"_s, u"offscreen"_s}));
    qputenv("WAYLAND_DISPLAY", "wayland-0");
    QVERIFY(WindowProgram::hasDisplay({}));
    qunsetenv("WAYLAND_DISPLAY");
    qputenv("DISPLAY", saved[0]);
    qputenv("WAYLAND_DISPLAY", saved[1]);
    qputenv("QT_QPA_PLATFORM", saved[2]);
}

QTEST_MAIN(TestMainWindow)
#include "tst_mainwindow.moc"
