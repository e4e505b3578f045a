// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest> // first: moc 6.4 cannot read <compare> before Qt's own headers

#include "ui/widgets/MessagePlace.h"

#include <QPushButton>
#include <QVBoxLayout>

using namespace segue;
using namespace Qt::StringLiterals;

//! A window with the place of messages above a page.
class TestMessagePlace : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void awayFromTheMouseThePageMakesRoom();
    void underTheMouseNothingMoves();
    void aGapStaysUntilTheMouseIsElsewhere();
    void theMessageIsNotPutUnderTheMouse();
    void whereAClickHitsNothingThePageMakesRoom();
    void atTheKeyboardThePageMakesRoom();

private:
    void hover(const QPoint &inWindow) { QTest::mouseMove(m_window.get(), inWindow); }
    int pageTop() const { return m_page->mapTo(m_window.get(), QPoint()).y(); }
    QRect barPlace() const { return {m_bar->mapTo(m_window.get(), QPoint()), m_bar->size()}; }

    std::unique_ptr<QWidget> m_window;
    QWidget *m_head = nullptr;
    MessageBar *m_bar = nullptr;
    QWidget *m_page = nullptr;
};

void TestMessagePlace::init()
{
    m_window = std::make_unique<QWidget>();
    m_window->resize(600, 400);
    m_head = new QWidget(m_window.get());
    m_head->setFixedHeight(50);
    m_bar = new MessageBar(m_window.get());
    m_page = new QWidget(m_window.get());
    auto *button = new QPushButton(u"Here"_s, m_page); // the right half takes clicks
    button->setGeometry(300, 0, 300, 350);
    auto *column = new QVBoxLayout(m_window.get());
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_head);
    column->addWidget(new MessagePlace(m_bar, m_page, m_window.get()));
    column->addWidget(m_page, 1);
    m_window->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_window.get()));
    hover({300, 20});
    QTRY_VERIFY(m_head->underMouse());
    QVERIFY(!m_page->underMouse() && !m_page->findChild<QPushButton *>()->underMouse());
}

void TestMessagePlace::cleanup()
{
    // The next window comes up under the mouse.
    hover({300, 20});
    QTRY_VERIFY(!m_page->underMouse());
    m_window.reset();
}

void TestMessagePlace::awayFromTheMouseThePageMakesRoom()
{
    QCOMPARE(pageTop(), 50);
    m_bar->show({u"a"_s, Tone::Accent, u"Something happened."_s, {}, {}});
    QTRY_VERIFY(pageTop() > 50);
    QTRY_COMPARE(barPlace(), QRect(0, 50, 600, pageTop() - 50));
    m_bar->clear(u"a"_s);
    QTRY_COMPARE(pageTop(), 50);
}

void TestMessagePlace::underTheMouseNothingMoves()
{
    hover({450, 300});
    QTRY_VERIFY(m_page->underMouse());
    m_bar->show({u"a"_s, Tone::Accent, u"Something happened."_s, {}, {}});
    QTRY_COMPARE(barPlace().topLeft(), QPoint(0, 50));
    QTRY_VERIFY(barPlace().height() > 20);
    QCOMPARE(pageTop(), 50);
    hover({300, 20});
    QTRY_COMPARE(pageTop(), 50 + barPlace().height());
}

void TestMessagePlace::aGapStaysUntilTheMouseIsElsewhere()
{
    m_bar->show({u"a"_s, Tone::Accent, u"Something happened."_s, {}, {}});
    QTRY_VERIFY(pageTop() > 50);
    const int top = pageTop();
    hover({450, 300});
    QTRY_VERIFY(m_page->underMouse());
    m_bar->clear(u"a"_s);
    QCoreApplication::processEvents();
    QCOMPARE(pageTop(), top);
    hover({300, 20});
    QTRY_COMPARE(pageTop(), 50);
}

void TestMessagePlace::theMessageIsNotPutUnderTheMouse()
{
    hover({450, 60});
    QTRY_VERIFY(m_page->underMouse());
    m_bar->show({u"a"_s, Tone::Accent, u"Something happened."_s, {}, {}});
    QTRY_VERIFY(barPlace().bottom() == 399);
    QCOMPARE(pageTop(), 50);
    QVERIFY(!barPlace().contains(QPoint(450, 60)));
}

void TestMessagePlace::whereAClickHitsNothingThePageMakesRoom()
{
    hover({100, 300});
    QTRY_VERIFY(m_page->underMouse());
    QVERIFY(!m_page->findChild<QPushButton *>()->underMouse());
    m_bar->show({u"a"_s, Tone::Accent, u"Something happened."_s, {}, {}});
    QTRY_VERIFY(pageTop() > 50);
}

void TestMessagePlace::atTheKeyboardThePageMakesRoom()
{
    hover({450, 300});
    QTRY_VERIFY(m_page->underMouse());
    m_bar->show({u"a"_s, Tone::Accent, u"Something happened."_s, {}, {}});
    QTRY_COMPARE(barPlace().width(), m_page->width());
    QCOMPARE(pageTop(), 50);
    QTest::keyClick(m_page, Qt::Key_Shift);
    QTRY_VERIFY(pageTop() > 50);
}

QTEST_MAIN(TestMessagePlace)
#include "tst_messageplace.moc"
