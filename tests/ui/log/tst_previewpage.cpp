// SPDX-License-Identifier: GPL-3.0-or-later
// clazy:excludeall=lambda-in-connect
#include <QtTest> // first: moc 6.4 cannot read <compare> before Qt's own headers

#include "tests/ui/UiFixture.h"
#include "ui/MainWindow.h"
#include "ui/log/LogPage.h"
#include "ui/log/PreviewPage.h"
#include "ui/log/PreviewText.h"
#include "ui/widgets/JsonView.h"

#include <QClipboard>
#include <QLabel>
#include <QListWidget>
#include <QPushButton>

using namespace segue;
using namespace segue::test;
using namespace Qt::StringLiterals;

//! What a person pastes and drops, in the whole window.
class TestPreviewPage : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup();

    void aPastedWebhookBodyIsShownAsTheCallItBecomes();
    void whatIsTypedIsReadAfterAMoment();
    void aFileDroppedOntoTheLogOpensThePage();
    void aTextDroppedOntoTheLogOpensThePage();
    void severalEventsAreListed();
    void whatCannotBeReadSaysWhy();
    void aLargeTextIsReadAndNotShown();
    void aTextBeyondTheBoundIsRefusedInWords();
    void hiddenIdentitiesStayHidden();
    void escapeLeadsBackToTheLog();
    void anUnreadableFileIsSaid();

private:
    template <class T> T *part(const char *name) const { return m_window->findChild<T *>(QString::fromLatin1(name)); }
    void open();
    void paste(const QString &text);
    void dropOntoLog(const QMimeData &data);
    QString shownCall() const;

    std::unique_ptr<UiFixture> m_ui;
    std::unique_ptr<MainWindow> m_window;
};

void TestPreviewPage::init()
{
    m_ui = std::make_unique<UiFixture>();
    QVERIFY(m_ui->isOpen());
    m_window = std::make_unique<MainWindow>(m_ui->context());
    m_window->show();
    m_window->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
}

void TestPreviewPage::cleanup()
{
    m_window.reset();
    m_ui.reset();
}

void TestPreviewPage::open()
{
    QTest::keyClick(m_window.get(), Qt::Key_J, Qt::ControlModifier);
    QTRY_VERIFY(part<QWidget>("previewPage") != nullptr && part<QWidget>("previewPage")->isVisible());
}

void TestPreviewPage::paste(const QString &text)
{
    QGuiApplication::clipboard()->setText(text);
    part<QPushButton>("previewPaste")->click();
}

void TestPreviewPage::dropOntoLog(const QMimeData &data)
{
    auto *log = m_window->findChild<LogPage *>();
    QDragEnterEvent enter({5, 5}, Qt::CopyAction | Qt::MoveAction, &data, Qt::LeftButton, Qt::NoModifier);
    QCoreApplication::sendEvent(log, &enter);
    QVERIFY(enter.isAccepted());
    QDropEvent drop({5, 5}, Qt::CopyAction | Qt::MoveAction, &data, Qt::LeftButton, Qt::NoModifier);
    QCoreApplication::sendEvent(log, &drop);
    QVERIFY(drop.isAccepted());
    QCOMPARE(drop.dropAction(), Qt::CopyAction);
}

QString TestPreviewPage::shownCall() const
{
    auto *view = m_window->findChild<PreviewPage *>()->findChild<JsonView *>();
    return view->isVisible() ? view->toPlainText() : QString();
}

void TestPreviewPage::aPastedWebhookBodyIsShownAsTheCallItBecomes()
{
    open();
    QVERIFY(part<QWidget>("previewText")->hasFocus());
    paste(uR"({"event_name":"Push Sent","hwid":"3F2A","platform":"iOS","campaign_id":18446744073709551615})"_s);
    QTRY_VERIFY(shownCall().contains(u"\"anonymousId\": \"3F2A\""_s));
    QVERIFY(shownCall().contains(u"\"campaign_id\": \"18446744073709551615\""_s));
    QVERIFY(!shownCall().contains(u"campaign_code"_s));
    QVERIFY(part<QLabel>("previewNotes")->text().contains(u"anonymousId"_s));
    part<QPushButton>("copyPreview")->click();
    QVERIFY(QGuiApplication::clipboard()->text().contains(u"\"event\":\"Push Sent\""_s));
}

void TestPreviewPage::whatIsTypedIsReadAfterAMoment()
{
    open();
    QTest::keyClicks(part<QWidget>("previewText"), uR"({"event":"Push Sent","userId":"4711"})"_s);
    QTRY_VERIFY(shownCall().contains(u"\"userId\": \"4711\""_s));
    QTest::keyClick(part<QWidget>("previewText"), Qt::Key_Backspace);
    QTRY_VERIFY(part<QLabel>("previewMessage")->isVisible());
    QVERIFY(shownCall().isEmpty());
}

void TestPreviewPage::aFileDroppedOntoTheLogOpensThePage()
{
    QFile file(m_ui->folder() + u"/body.json"_s);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(R"([{"event_name":"SMS Sent","user_id":"u-1"}])");
    file.close();
    QMimeData data;
    data.setUrls({QUrl::fromLocalFile(file.fileName())});
    dropOntoLog(data);
    QTRY_VERIFY(shownCall().contains(u"SMS Sent"_s));
}

void TestPreviewPage::aTextDroppedOntoTheLogOpensThePage()
{
    QMimeData data;
    data.setText(uR"({"event_name":"SMS Sent","user_id":"u-1"})"_s);
    dropOntoLog(data);
    QTRY_VERIFY(shownCall().contains(u"SMS Sent"_s));
}

void TestPreviewPage::severalEventsAreListed()
{
    open();
    paste(uR"({"events":[{"event_name":"Push Sent","user_id":"u"},{"event_name":"SMS Sent"},{"x":1}]})"_s);
    auto *calls = part<QListWidget>("previewCalls");
    QTRY_COMPARE(calls->count(), 3);
    QVERIFY(calls->isVisible());
    QVERIFY(shownCall().contains(u"Push Sent"_s));
    calls->setCurrentRow(1);
    const auto *verdict = m_window->findChild<PreviewPage *>()->findChild<QLabel *>(u"checkTitle"_s);
    QVERIFY(verdict->text().contains(u"no_user_anon_id"_s));
    calls->setCurrentRow(2);
    QVERIFY(shownCall().isEmpty());
    QVERIFY(part<QLabel>("previewNotes")->text().contains(u"event_name"_s));
}

void TestPreviewPage::whatCannotBeReadSaysWhy()
{
    open();
    paste(u"<html>"_s);
    QTRY_VERIFY(part<QLabel>("previewMessage")->text().contains(u"JSON"_s) &&
                !part<QLabel>("previewMessage")->text().contains(u"pasted"_s));
    QVERIFY(shownCall().isEmpty());
}

void TestPreviewPage::aLargeTextIsReadAndNotShown()
{
    open();
    QString text = u"["_s;
    for (int i = 0; i < 20'000; ++i) {
        text += uR"({"event_name":"Push Sent","user_id":"u-%1"},)"_s.arg(i);
    }
    paste(text + uR"({"event_name":"Push Sent"}])"_s);
    QTRY_COMPARE(part<QListWidget>("previewCalls")->count(), EventPreview::kMostCalls);
    QVERIFY(part<PreviewText>("previewText")->toPlainText().size() < 200);
    QVERIFY(part<PreviewText>("previewText")->isReadOnly());
    part<QPushButton>("previewClear")->click();
    QVERIFY(!part<PreviewText>("previewText")->isReadOnly());
    QTRY_VERIFY(!part<QListWidget>("previewCalls")->isVisible());
}

void TestPreviewPage::aTextBeyondTheBoundIsRefusedInWords()
{
    open();
    part<PreviewText>("previewText")->setBytes(QByteArray(WebhookDecoder::kMostBytes + 1, ' '));
    QTRY_VERIFY(part<QLabel>("previewMessage")->text().contains(u"16"_s));
}

void TestPreviewPage::hiddenIdentitiesStayHidden()
{
    open();
    paste(uR"({"event_name":"Email Sent","user_id":"ada-1815","hwid":"ada@example.test"})"_s);
    QTRY_VERIFY(shownCall().contains(u"ada-1815"_s));
    m_ui->context().settings().setHideIdentities(true);
    QTRY_VERIFY(!shownCall().contains(u"ada-1815"_s) && shownCall().contains(u"Email Sent"_s));
    QVERIFY(!part<QPushButton>("copyPreview")->isEnabled());
}

void TestPreviewPage::escapeLeadsBackToTheLog()
{
    open();
    QTest::keyClick(part<QWidget>("previewText"), Qt::Key_Escape);
    QTRY_VERIFY(m_window->findChild<LogPage *>()->isVisible());
    open();
    part<QPushButton>("closePreview")->click();
    QTRY_VERIFY(m_window->findChild<LogPage *>()->isVisible());
}

void TestPreviewPage::anUnreadableFileIsSaid()
{
    QMimeData data;
    data.setUrls({QUrl::fromLocalFile(m_ui->folder() + u"/not-there.json"_s)});
    dropOntoLog(data);
    QTRY_VERIFY(part<QLabel>("previewMessage")->text().contains(u"could not be read"_s));
    data.setUrls({QUrl::fromLocalFile(m_ui->folder())});
    dropOntoLog(data);
    QTRY_VERIFY(part<QLabel>("previewMessage")->text().contains(u"no file"_s));
}

QTEST_MAIN(TestPreviewPage)
#include "tst_previewpage.moc"
