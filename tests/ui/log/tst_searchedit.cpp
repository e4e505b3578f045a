// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest> // first: moc 6.4 cannot read <compare> before Qt's own headers

#include "ui/log/SearchEdit.h"

#include <QAbstractItemView>
#include <QCompleter>

using namespace Qt::StringLiterals;
using namespace segue;

//! A small language of its own: `state:` and its values are known, `bad` is a mistake.
class TestSearchEdit : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();

    void theSearchStartsWhenTheTypingRests();
    void enterSearchesAtOnce();
    void tabTakesTheFirstCompletion();
    void enterTakesTheChosenCompletion();
    void escapeClosesTheCompletionsAndKeepsTheText();
    void aMistakeIsMarkedAndGoesWhenItIsMended();
    void nothingIsBlamedWhileCompletionsAreOpen();
    void clearingIsAChangeAsWell();
    void aButtonClearsWhatIsThere();
    void theProgramSetsTextWithoutAnEcho();

private:
    QAbstractItemView *popup() const { return m_field->findChild<QCompleter *>()->popup(); }

    std::unique_ptr<SearchEdit> m_field;
};

void TestSearchEdit::init()
{
    m_field = std::make_unique<SearchEdit>();
    m_field->setLanguage(
        [](const QString &text, int cursor) -> QList<SearchEdit::Completion> {
            const QString before = text.left(cursor);
            if (before.endsWith(u"state:"_s)) {
                return {{cursor, 0, u"refused"_s, u"Refused"_s}, {cursor, 0, u"accepted"_s, {}}};
            }
            if (!before.isEmpty() && u"state:"_s.startsWith(before)) {
                return {{0, cursor, u"state:"_s, {}}};
            }
            return {};
        },
        [](const QString &text) -> std::optional<SearchEdit::Mistake> {
            const auto at = static_cast<int>(text.indexOf(u"bad"_s));
            return at < 0 ? std::nullopt : std::optional(SearchEdit::Mistake{at, 3, u"“bad” is no word."_s});
        });
    m_field->show();
    m_field->activateWindow();
    m_field->setFocus();
    QVERIFY(QTest::qWaitForWindowActive(m_field.get()));
}

void TestSearchEdit::theSearchStartsWhenTheTypingRests()
{
    QSignalSpy changed(m_field.get(), &SearchEdit::searchChanged);
    QTest::keyClicks(m_field.get(), u"hello"_s);
    QVERIFY(changed.isEmpty());
    QTRY_COMPARE(changed.size(), 1);
}

void TestSearchEdit::enterSearchesAtOnce()
{
    QSignalSpy changed(m_field.get(), &SearchEdit::searchChanged);
    QTest::keyClicks(m_field.get(), u"hello"_s);
    QTest::keyClick(m_field.get(), Qt::Key_Return);
    QCOMPARE(changed.size(), 1);
}

void TestSearchEdit::tabTakesTheFirstCompletion()
{
    QTest::keyClicks(m_field.get(), u"sta"_s);
    QTRY_VERIFY(m_field->isOffering());
    QTest::keyClick(popup(), Qt::Key_Tab);
    QCOMPARE(m_field->text(), u"state:"_s);
    // The values come at once.
    QTRY_VERIFY(m_field->isOffering());
    QTest::keyClick(popup(), Qt::Key_Tab);
    QCOMPARE(m_field->text(), u"state:refused"_s);
    QVERIFY(!m_field->isOffering());
    QVERIFY(m_field->hasFocus());
}

void TestSearchEdit::enterTakesTheChosenCompletion()
{
    m_field->setText(u"state:"_s);
    QTest::keyClick(m_field.get(), Qt::Key_Down);
    QTRY_VERIFY(m_field->isOffering());
    QTest::keyClick(popup(), Qt::Key_Down);
    QTest::keyClick(popup(), Qt::Key_Down);
    QTest::keyClick(popup(), Qt::Key_Return);
    QCOMPARE(m_field->text(), u"state:accepted"_s);
    QCOMPARE(m_field->cursorPosition(), 14);
}

void TestSearchEdit::escapeClosesTheCompletionsAndKeepsTheText()
{
    QTest::keyClicks(m_field.get(), u"st"_s);
    QTRY_VERIFY(m_field->isOffering());
    QTest::keyClick(popup(), Qt::Key_Escape);
    QVERIFY(!m_field->isOffering());
    QCOMPARE(m_field->text(), u"st"_s);
}

void TestSearchEdit::aMistakeIsMarkedAndGoesWhenItIsMended()
{
    QSignalSpy mistakes(m_field.get(), &SearchEdit::mistakeChanged);
    QTest::keyClicks(m_field.get(), u"a bad"_s);
    QVERIFY(mistakes.isEmpty()); // not before the typing rests: nobody likes to be interrupted
    QTRY_COMPARE(mistakes.size(), 1);
    QCOMPARE(m_field->mistake()->from, 2);
    QCOMPARE(m_field->accessibleDescription(), u"“bad” is no word."_s);
    QCOMPARE(m_field->text(), u"a bad"_s);
    QTest::keyClick(m_field.get(), Qt::Key_Backspace);
    QCOMPARE(mistakes.size(), 2);
    QVERIFY(!m_field->mistake());
}

void TestSearchEdit::nothingIsBlamedWhileCompletionsAreOpen()
{
    QSignalSpy changed(m_field.get(), &SearchEdit::searchChanged);
    QTest::keyClicks(m_field.get(), u"bad state:"_s);
    QTRY_COMPARE(changed.size(), 1);
    QVERIFY(m_field->isOffering());
    QVERIFY(!m_field->mistake());
    QTest::keyClick(popup(), Qt::Key_Escape);
    QTRY_VERIFY(m_field->mistake());
}

void TestSearchEdit::clearingIsAChangeAsWell()
{
    m_field->setSearch(u"hello"_s);
    QSignalSpy changed(m_field.get(), &SearchEdit::searchChanged);
    m_field->clear();
    QTRY_COMPARE(changed.size(), 1);
}

void TestSearchEdit::aButtonClearsWhatIsThere()
{
    auto *clear = m_field->findChild<QAction *>(u"clearField"_s);
    QVERIFY(!clear->isVisible());
    m_field->setSearch(u"hello"_s);
    QVERIFY(clear->isVisible());
    QVERIFY(!clear->text().isEmpty());
    QSignalSpy changed(m_field.get(), &SearchEdit::searchChanged);
    clear->trigger();
    QVERIFY(m_field->text().isEmpty());
    QVERIFY(!clear->isVisible());
    QTRY_COMPARE(changed.size(), 1);
}

void TestSearchEdit::theProgramSetsTextWithoutAnEcho()
{
    QSignalSpy changed(m_field.get(), &SearchEdit::searchChanged);
    m_field->setSearch(u"sta"_s);
    QTest::keyClick(m_field.get(), Qt::Key_Return);
    QVERIFY(changed.isEmpty());
    QVERIFY(!m_field->isOffering());
}

QTEST_MAIN(TestSearchEdit)
#include "tst_searchedit.moc"
