// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/setup/EventPicker.h"

#include "tests/ui/UiFixture.h"

#include <QAbstractButton>
#include <QClipboard>
#include <QGuiApplication>
#include <QLabel>
#include <QLineEdit>
#include <QSignalSpy>
#include <QTest>

using namespace segue;
using namespace Qt::StringLiterals;

class TestEventPicker : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void allIsABlankField();
    void aListIsJoinedWithoutBlanks();
    void aPastedListIsTakenOver();
    void whatIsUnknownInItIsSaid();
    void nothingUsableTakesNothingOver();
    void namesFromOutsideStayPlain();

private:
    template <class T> T *child(const QString &name) { return m_picker->findChild<T *>(name); }
    void paste(const QString &text);

    std::unique_ptr<test::UiFixture> m_fixture;
    std::unique_ptr<EventPicker> m_picker;
};

void TestEventPicker::init()
{
    m_picker.reset();
    m_fixture = std::make_unique<test::UiFixture>();
    m_picker = std::make_unique<EventPicker>();
    m_picker->show();
}

void TestEventPicker::paste(const QString &text)
{
    auto *open = child<QAbstractButton>(u"openPasteEvents"_s);
    if (!open->isChecked()) {
        open->click();
    }
    auto *field = child<QLineEdit>(u"pasteEvents"_s);
    QVERIFY(field->isVisible());
    field->setText(text);
    QTest::keyClick(field, Qt::Key_Return);
}

void TestEventPicker::allIsABlankField()
{
    QVERIFY(m_picker->selection().isAll());
    QVERIFY(child<QLineEdit>(u"eventsFieldText"_s)->text().isEmpty());
    QVERIFY(!child<QAbstractButton>(u"copyEventsField"_s)->isEnabled());
}

void TestEventPicker::aListIsJoinedWithoutBlanks()
{
    m_picker->setSelection(Selection::list({u"Email Sent"_s, u"Push Sent"_s}));
    QSignalSpy changed(m_picker.get(), &EventPicker::changed);
    child<QAbstractButton>(u"event-sms_sent"_s)->click();
    QCOMPARE(changed.size(), 1);
    child<QAbstractButton>(u"copyEventsField"_s)->click();
    QCOMPARE(QGuiApplication::clipboard()->text(), u"Email Sent,Push Sent,SMS Sent"_s);
}

void TestEventPicker::aPastedListIsTakenOver()
{
    paste(u"SMS Sent, email sent\nPush Delivered"_s);
    QCOMPARE(m_picker->selection(), Selection::list({u"Email Sent"_s, u"Push Delivered"_s, u"SMS Sent"_s}));
    QVERIFY2(child<QLabel>(u"selectionRemarks"_s)->isVisible(), "the wrong case is said");
}

void TestEventPicker::whatIsUnknownInItIsSaid()
{
    paste(u"Email Sent,Email Opened"_s);
    QCOMPARE(m_picker->selection(), Selection::list({u"Email Sent"_s}));
    QVERIFY(child<QLabel>(u"selectionRemarks"_s)->text().contains(u"Email Opened"_s));
}

void TestEventPicker::nothingUsableTakesNothingOver()
{
    m_picker->setSelection(Selection::list({u"Email Sent"_s}));
    paste(u"Whatever,Else"_s);
    QCOMPARE(m_picker->selection(), Selection::list({u"Email Sent"_s}));
    QVERIFY(child<QLabel>(u"selectionRemarks"_s)->text().contains(u"nothing was taken over"_s));
}

void TestEventPicker::namesFromOutsideStayPlain()
{
    const QString name = u"<b>x</b>"_s;
    m_picker->setSelection(Selection::list({name, u"Email Sent"_s}));
    QVERIFY(m_picker->selection().contains(name));
    paste(u"<img src=x>,Email Sent"_s);
    QCOMPARE(child<QLabel>(u"selectionRemarks"_s)->textFormat(), Qt::PlainText);
}

QTEST_MAIN(TestEventPicker)
#include "tst_eventpicker.moc"
