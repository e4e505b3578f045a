// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest> // first: moc 6.4 cannot read <compare> before Qt's own headers

#include "ui/widgets/FindBar.h"
#include "ui/widgets/JsonView.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QLabel>
#include <QLineEdit>
#include <QTextBlock>

using namespace segue;
using namespace Qt::StringLiterals;

namespace {

const QByteArray kEvent =
    R"({"event":"Email Sent","properties":{"campaign_code":"5F1C2","id":9007199254740993,"price":1.10,)"
    R"("list":[1,2,{"a":"b"}]},"context":{"library":{"name":"segue"}}})";

} // namespace

class TestJsonView : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup() { m_view.reset(); }

    void textIsShownTokenByToken();
    void leftFoldsAndRightUnfolds();
    void bracketsFoldAndUnfold();
    void downStepsOverWhatIsFolded();
    void leftGoesToTheParent();
    void foldingAllLeavesTheOutermostOpen();
    void innerFoldsStayWhenTheOuterOneOpens();
    void theMarkAtTheEdgeFolds();
    void foldedPathsStayFoldedInTheNextText();
    void valueAndPathAreCopied();
    void aSelectionCopiesWhatIsFoldedToo();
    void allPlacesAreFoundAndCounted();
    void findingUnfoldsWhatHidesThePlace();
    void theSearchIsDrivenByKeys();
    void noJsonIsShownAsText();
    void hostileTextKeepsItsLines();
    void aLargePayloadIsQuick();
    void aDeepPayloadIsQuick();

private:
    int visibleLines() const;
    void goTo(int line);

    std::unique_ptr<JsonView> m_view;
};

void TestJsonView::init()
{
    m_view = std::make_unique<JsonView>();
    m_view->resize(400, 500);
    m_view->setJson(kEvent);
    m_view->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_view.get()));
    m_view->setFocus();
}

int TestJsonView::visibleLines() const
{
    int count = 0;
    for (QTextBlock block = m_view->document()->begin(); block.isValid(); block = block.next()) {
        count += block.isVisible() ? 1 : 0;
    }
    return count;
}

void TestJsonView::goTo(int line)
{
    m_view->setTextCursor(QTextCursor(m_view->document()->findBlockByNumber(line)));
}

void TestJsonView::textIsShownTokenByToken()
{
    QVERIFY(m_view->toPlainText().contains(u"\"id\": 9007199254740993,"_s));
    QVERIFY(m_view->toPlainText().contains(u"\"price\": 1.10,"_s));
    QCOMPARE(m_view->blockCount(), static_cast<int>(m_view->json().lines().size()));
}

void TestJsonView::leftFoldsAndRightUnfolds()
{
    const int all = visibleLines();
    goTo(2); // "properties"
    QTest::keyClick(m_view.get(), Qt::Key_Left);
    QVERIFY(m_view->isFolded(2));
    QCOMPARE(visibleLines(), all - 11);
    QTest::keyClick(m_view.get(), Qt::Key_Right);
    QVERIFY(!m_view->isFolded(2));
    QCOMPARE(visibleLines(), all);
}

void TestJsonView::bracketsFoldAndUnfold()
{
    goTo(2);
    QTest::keyClick(m_view.get(), Qt::Key_BraceLeft, Qt::ControlModifier | Qt::ShiftModifier);
    QVERIFY(m_view->isFolded(2));
    QTest::keyClick(m_view.get(), Qt::Key_BraceRight, Qt::ControlModifier | Qt::ShiftModifier);
    QVERIFY(!m_view->isFolded(2));
}

void TestJsonView::downStepsOverWhatIsFolded()
{
    goTo(2);
    m_view->setFolded(2, true);
    QTest::keyClick(m_view.get(), Qt::Key_Down);
    QCOMPARE(m_view->json().path(m_view->currentLine()), u"context"_s);
    QTest::keyClick(m_view.get(), Qt::Key_Up);
    QCOMPARE(m_view->currentLine(), 2);
}

void TestJsonView::leftGoesToTheParent()
{
    goTo(3); // "campaign_code"
    QTest::keyClick(m_view.get(), Qt::Key_Left);
    QCOMPARE(m_view->currentLine(), 2);
    QVERIFY(!m_view->isFolded(2));
}

void TestJsonView::foldingAllLeavesTheOutermostOpen()
{
    QTest::keyClick(m_view.get(), Qt::Key_Underscore, Qt::ControlModifier | Qt::ShiftModifier);
    QCOMPARE(visibleLines(), 5); // { event properties context }
    QTest::keyClick(m_view.get(), Qt::Key_Plus, Qt::ControlModifier | Qt::ShiftModifier);
    QCOMPARE(visibleLines(), m_view->blockCount());
}

void TestJsonView::innerFoldsStayWhenTheOuterOneOpens()
{
    m_view->foldAll();
    m_view->setFolded(2, false);
    int list = 0;
    while (m_view->json().path(list) != u"properties.list") {
        ++list;
    }
    QVERIFY(m_view->document()->findBlockByNumber(list).isVisible());
    QVERIFY(!m_view->document()->findBlockByNumber(list + 1).isVisible());
}

void TestJsonView::theMarkAtTheEdgeFolds()
{
    auto *marks = m_view->findChild<QWidget *>(u"foldMarks"_s);
    QVERIFY(marks);
    goTo(2);
    QTest::mouseClick(marks, Qt::LeftButton, {}, QPoint(5, m_view->cursorRect().center().y()));
    QVERIFY(m_view->isFolded(2));
    QTest::mouseClick(marks, Qt::LeftButton, {}, QPoint(5, m_view->cursorRect().center().y()));
    QVERIFY(!m_view->isFolded(2));
}

void TestJsonView::foldedPathsStayFoldedInTheNextText()
{
    m_view->setFolded(2, true);
    m_view->setJson(R"({"properties":{"x":1},"other":{"y":2}})");
    QVERIFY(m_view->isFolded(1));
    QCOMPARE(visibleLines(), 6);
}

void TestJsonView::valueAndPathAreCopied()
{
    goTo(3);
    QTest::keyClick(m_view.get(), Qt::Key_C, Qt::ControlModifier);
    QCOMPARE(QGuiApplication::clipboard()->text(), u"5F1C2"_s);
    QTest::keyClick(m_view.get(), Qt::Key_C, Qt::ControlModifier | Qt::ShiftModifier);
    QCOMPARE(QGuiApplication::clipboard()->text(), u"properties.campaign_code"_s);
    goTo(4);
    m_view->copyValue();
    QCOMPARE(QGuiApplication::clipboard()->text(), u"9007199254740993"_s);
}

void TestJsonView::aSelectionCopiesWhatIsFoldedToo()
{
    m_view->setFolded(2, true);
    m_view->selectAll();
    QTest::keyClick(m_view.get(), Qt::Key_C, Qt::ControlModifier);
    QCOMPARE(QGuiApplication::clipboard()->text(), JsonView::indented(kEvent));
}

void TestJsonView::allPlacesAreFoundAndCounted()
{
    QCOMPARE(m_view->mark(u"e"_s), static_cast<int>(m_view->toPlainText().count(u'e', Qt::CaseInsensitive)));
    QCOMPARE(m_view->mark(u"EMAIL"_s), 1);
    QCOMPARE(m_view->goToMark(false), 1);
    QCOMPARE(m_view->textCursor().selectedText(), u"Email"_s);
    QCOMPARE(m_view->mark(u"nowhere"_s), 0);
    QCOMPARE(m_view->goToMark(false), 0);
}

void TestJsonView::findingUnfoldsWhatHidesThePlace()
{
    m_view->foldAll();
    QCOMPARE(m_view->mark(u"segue"_s), 1);
    QCOMPARE(m_view->goToMark(false), 1);
    QVERIFY(m_view->textCursor().block().isVisible());
    QCOMPARE(m_view->json().path(m_view->currentLine()), u"context.library.name"_s);
}

void TestJsonView::theSearchIsDrivenByKeys()
{
    QWidget window;
    auto *view = new JsonView(&window);
    auto *bar = new FindBar(*view, &window);
    connect(view, &JsonView::findRequested, bar, &FindBar::open);
    view->setJson(R"({"a":"one","b":"one","c":"one"})");
    window.show();
    QVERIFY(QTest::qWaitForWindowExposed(&window));
    view->setFocus();
    QTest::keyClick(view, Qt::Key_F, Qt::ControlModifier);
    auto *text = bar->findChild<QLineEdit *>(u"findText"_s);
    QVERIFY(text && text->isVisible());
    QTest::keyClicks(text, u"one"_s);
    const auto *count = bar->findChild<QLabel *>(u"findCount"_s);
    QCOMPARE(count->text(), u"1 of 3"_s);
    QTest::keyClick(text, Qt::Key_Return);
    QCOMPARE(count->text(), u"2 of 3"_s);
    QTest::keyClick(text, Qt::Key_Return);
    QTest::keyClick(text, Qt::Key_Return);
    QCOMPARE(count->text(), u"1 of 3"_s);
    QTest::keyClick(text, Qt::Key_Return, Qt::ShiftModifier);
    QCOMPARE(count->text(), u"3 of 3"_s);
    QTest::keyClicks(text, u"x"_s);
    QCOMPARE(count->text(), u"Not found"_s);
    QTest::keyClick(text, Qt::Key_Escape);
    QVERIFY(!bar->isVisible());
    QCOMPARE(view->marks(), 0);
}

void TestJsonView::noJsonIsShownAsText()
{
    m_view->setJson("not json: {\"a\":\nsecond line");
    QVERIFY(!m_view->json().isJson());
    QCOMPARE(m_view->toPlainText(), u"not json: {\"a\":\nsecond line"_s);
    QTest::keyClick(m_view.get(), Qt::Key_Left);
    QTest::keyClick(m_view.get(), Qt::Key_BraceLeft, Qt::ControlModifier | Qt::ShiftModifier);
    m_view->foldAll();
    m_view->mark(u"second"_s);
    QCOMPARE(m_view->goToMark(false), 1);
}

void TestJsonView::hostileTextKeepsItsLines()
{
    m_view->setJson("{\"a\u2028b\":\"\u202Egnp.exe\u2029\",\"n\":\"\x7F<b>x</b>\",\"t\":\"مرحبا 👋\"}");
    QCOMPARE(m_view->blockCount(), static_cast<int>(m_view->json().lines().size()));
    QVERIFY(!m_view->toPlainText().contains(QChar(0x202E)));
    QVERIFY(m_view->toPlainText().contains(u"\\u202Egnp.exe"_s));
    QVERIFY(m_view->toPlainText().contains(u"<b>x</b>"_s));
}

void TestJsonView::aLargePayloadIsQuick()
{
    QByteArray json = "{\"properties\":{";
    for (int i = 0; json.size() < 32 * 1024; ++i) {
        json += (i ? ",\"p" : "\"p") + QByteArray::number(i) + "\":" + QByteArray::number(i);
    }
    json += "}}";
    QElapsedTimer timer;
    timer.start();
    m_view->setJson(json);
    m_view->foldAll();
    m_view->unfoldAll();
    QVERIFY(m_view->mark(u"77"_s) > 20);
    const qint64 spent = timer.elapsed();
    qInfo("%d lines: %lld ms", m_view->blockCount(), static_cast<long long>(spent));
    QVERIFY2(spent < 1500, qPrintable(QString::number(spent))); // generous: a slow machine with a sanitizer
}

void TestJsonView::aDeepPayloadIsQuick()
{
    const QByteArray json = QByteArray("{\"a\":").repeated(400) + "1" + QByteArray("}").repeated(400);
    QElapsedTimer timer;
    timer.start();
    m_view->setJson(json);
    m_view->foldAll();
    QCOMPARE(visibleLines(), 3);
    m_view->mark(u"1"_s);
    m_view->goToMark(false);
    QVERIFY(m_view->textCursor().block().isVisible());
    QVERIFY(timer.elapsed() < 1500);
}

QTEST_MAIN(TestJsonView)
#include "tst_jsonview.moc"
