// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest> // first: moc 6.4 cannot read <compare> before Qt's own headers

#include "ui/log/ErasePerson.h"

#include "tests/app/journal/JournalSupport.h"

#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTemporaryDir>

using namespace segue;
using namespace segue::test;

class TestErasePerson : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup();

    void theCountsAreNamedBeforeAnythingGoes();
    void anotherPersonNeedsAnotherCount();
    void itIsDoneByKeyboard();
    void closingInBetweenIsNoDanger();

private:
    QString text() const { return m_dialog->findChild<QLabel *>(QStringLiteral("erasePersonText"))->text(); }
    QPushButton *button(const char *name) const { return m_dialog->findChild<QPushButton *>(QLatin1String(name)); }
    QLineEdit *field() const { return m_dialog->findChild<QLineEdit *>(); }
    std::int64_t total() { return m_reader->counts({}).value().total(); }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Journal> m_journal;
    std::unique_ptr<EventLog> m_log;
    std::unique_ptr<JournalReader> m_reader;
    std::unique_ptr<ErasePerson> m_dialog;
};

void TestErasePerson::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_journal = openJournal(m_folder->path().toStdString());
    NewEntry other = trackEntry("3");
    other.fields.identity = "someone";
    NewEntry delivered = trackEntry("2");
    delivered.fields.state = EventState::Accepted;
    QVERIFY(JournalCalls(*m_journal).append({trackEntry("1"), delivered, other}));
    m_log = std::make_unique<EventLog>(*m_journal, m_folder->path());
    m_reader = openReader(m_folder->path().toStdString());
    m_dialog = std::make_unique<ErasePerson>(*m_log, QStringLiteral("qa-user"), false, nullptr);
    m_dialog->show();
}

void TestErasePerson::cleanup()
{
    m_dialog.reset();
    m_reader.reset();
    m_log.reset();
    m_journal.reset();
}

void TestErasePerson::theCountsAreNamedBeforeAnythingGoes()
{
    QVERIFY(!button("erasePersonErase")->isEnabled());
    button("erasePersonFind")->click();
    QTRY_VERIFY(button("erasePersonErase")->isEnabled());
    QVERIFY2(text().contains(QStringLiteral("2 ")) && text().contains(QStringLiteral("1 Queued")) &&
                 text().contains(QStringLiteral("1 Accepted")),
             qPrintable(text()));
    QCOMPARE(total(), 3);
    button("erasePersonErase")->click();
    QTRY_COMPARE(total(), 1);
    QTRY_VERIFY2(text().contains(QStringLiteral("No trace")), qPrintable(text()));
    QVERIFY(!button("erasePersonErase")->isEnabled());
}

void TestErasePerson::anotherPersonNeedsAnotherCount()
{
    button("erasePersonFind")->click();
    QTRY_VERIFY(button("erasePersonErase")->isEnabled());
    field()->setText(QStringLiteral("someone"));
    QVERIFY(!button("erasePersonErase")->isEnabled());
    // An answer about the first one that comes late does not count either.
    field()->setText(QStringLiteral("qa-user"));
    button("erasePersonFind")->click();
    field()->setText(QStringLiteral("someone"));
    button("erasePersonFind")->click();
    QTRY_VERIFY(button("erasePersonErase")->isEnabled());
    QVERIFY2(text().contains(QStringLiteral("1 Queued")) && !text().contains(QStringLiteral("Accepted")),
             qPrintable(text()));
    field()->clear();
    QVERIFY(!button("erasePersonFind")->isEnabled());
    QCOMPARE(total(), 3);
}

void TestErasePerson::itIsDoneByKeyboard()
{
    QVERIFY(QTest::qWaitForWindowExposed(m_dialog.get()));
    field()->setFocus();
    QTest::keyClick(field(), Qt::Key_Return);
    QTRY_VERIFY(button("erasePersonErase")->isEnabled());
    QVERIFY(m_dialog->isVisible());
    button("erasePersonErase")->setFocus();
    QTest::keyClick(button("erasePersonErase"), Qt::Key_Space);
    QTRY_COMPARE(total(), 1);
    QTRY_VERIFY(button("erasePersonFind")->isEnabled());
    QTest::keyClick(m_dialog.get(), Qt::Key_Escape);
    QVERIFY(!m_dialog->isVisible());
}

void TestErasePerson::closingInBetweenIsNoDanger()
{
    button("erasePersonFind")->click();
    m_dialog.reset();
    m_log.reset();
    m_journal.reset();
    QCOMPARE(total(), 3);
}

QTEST_MAIN(TestErasePerson)
#include "tst_eraseperson.moc"
