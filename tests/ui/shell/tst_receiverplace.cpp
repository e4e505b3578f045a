// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest> // first: moc 6.4 cannot read <compare> before Qt's own headers

#include "tests/ui/UiFixture.h"
#include "ui/shell/ReceiverPlace.h"
#include "ui/shell/StatusBar.h"
#include "ui/widgets/MessageBar.h"

#include <QLabel>
#include <QPushButton>
#include <QTcpServer>
#include <QToolButton>

using namespace segue;
using namespace segue::test;
using namespace Qt::StringLiterals;

namespace {
constexpr int kPatience = 20'000;
} // namespace

//! The receiver's button in the status bar.
class TestReceiverPlace : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup();

    void aClickTurnsItOnAndOffAndIsRemembered();
    void aTakenPortIsNamedAndAnotherOffered();
    void whereTheSameDataReceivesNoOtherPortIsOffered();
    void anotherPortIsOfferedBesideTheSegueOfOthers();
    void aPortThatIsFreeAgainIsListenedOn();
    void aClickGivesUpATakenPort();
    void whereNothingIsDeliveredItDoesNotStartByItself();
    void faultsThatArePlayedAreMarked();

private:
    void make()
    {
        m_window = std::make_unique<QWidget>();
        m_bar = new StatusBar(m_window.get());
        m_messages = new MessageBar(m_window.get());
        m_place = new ReceiverPlace(m_ui->context(), *m_bar, *m_messages, m_window.get());
        m_window->show();
    }
    QToolButton *button() const { return m_bar->receiverButton(); }

    std::unique_ptr<UiFixture> m_ui;
    std::unique_ptr<QWidget> m_window;
    StatusBar *m_bar = nullptr;
    MessageBar *m_messages = nullptr;
    ReceiverPlace *m_place = nullptr;
};

void TestReceiverPlace::init()
{
    m_ui = std::make_unique<UiFixture>();
    QVERIFY(m_ui->isOpen());
    make();
}

void TestReceiverPlace::cleanup()
{
    m_window.reset();
    m_ui.reset();
}

void TestReceiverPlace::aClickTurnsItOnAndOffAndIsRemembered()
{
    QCOMPARE(button()->text(), u"Receiver is off"_s);
    button()->click();
    const std::uint16_t port = m_ui->context().receiver().port();
    QVERIFY(port != 0);
    QCOMPARE(button()->text(), u"Receiver 127.0.0.1:%1"_s.arg(port));
    QCOMPARE(button()->accessibleName(), button()->text());
    QVERIFY(m_ui->context().settings().isReceiverOn());
    button()->click();
    QVERIFY(!m_ui->context().receiver().isListening());
    QCOMPARE(button()->text(), u"Receiver is off"_s);
    QVERIFY(!m_ui->context().settings().isReceiverOn());
    QCOMPARE(m_ui->context().settings().receiverPort(), port);
}

void TestReceiverPlace::aTakenPortIsNamedAndAnotherOffered()
{
    QTcpServer other;
    QVERIFY(other.listen(QHostAddress::LocalHost));
    m_ui->context().settings().setReceiverPort(other.serverPort());
    button()->click();
    QCOMPARE(button()->text(), u"Receiver could not start: port %1 is taken"_s.arg(other.serverPort()));
    QCOMPARE(button()->accessibleName(), button()->text());
    auto *text = m_messages->findChild<QLabel *>(u"messageText"_s);
    QVERIFY2(text->text().contains(QString::number(other.serverPort())), qPrintable(text->text()));
    auto *action = m_messages->findChild<QPushButton *>(u"messageAction"_s);
    QVERIFY(!action->isVisible()); // who has it is asked first
    QTRY_VERIFY_WITH_TIMEOUT(action->isVisible(), kPatience);
    action->click();
    const std::uint16_t port = m_ui->context().receiver().port();
    QVERIFY(port != 0 && port != other.serverPort());
    QCOMPARE(m_ui->context().settings().receiverPort(), port);
    QVERIFY2(text->text().contains(QString::number(port)), qPrintable(text->text()));
    QCOMPARE(button()->text(), u"Receiver 127.0.0.1:%1"_s.arg(port));
}

void TestReceiverPlace::whereTheSameDataReceivesNoOtherPortIsOffered()
{
    auto service = std::move(AppContext::create({.dataFolder = m_ui->folder(), .deliver = false})).value();
    QVERIFY(service->receiver().startAnywhere().ok());
    const std::uint16_t port = service->receiver().port();
    m_ui->context().settings().setReceiverPort(port);
    m_ui->context().receiver().tryAgainEvery(std::chrono::milliseconds(20));
    button()->click();
    QTRY_COMPARE_WITH_TIMEOUT(button()->text(), u"Receiver 127.0.0.1:%1, of another Segue"_s.arg(port), kPatience);
    QCOMPARE(button()->accessibleName(), button()->text());
    const auto *text = m_messages->findChild<QLabel *>(u"messageText"_s);
    QVERIFY2(text->text().contains(u"Another Segue with the same data"_s), qPrintable(text->text()));
    QCOMPARE(m_ui->context().receiver().takenSentence(), text->text()); // as Settings and Setup say it
    QVERIFY(!m_messages->findChild<QPushButton *>(u"messageAction"_s)->isVisible());
    QCOMPARE(m_ui->context().settings().receiverPort(), port);
    service.reset();
    QTRY_COMPARE(button()->text(), u"Receiver 127.0.0.1:%1"_s.arg(port));
    QVERIFY(m_messages->isHidden());
}

void TestReceiverPlace::anotherPortIsOfferedBesideTheSegueOfOthers()
{
    UiFixture others;
    QVERIFY(others.isOpen());
    QVERIFY(others.context().receiver().startAnywhere().ok());
    m_ui->context().settings().setReceiverPort(others.context().receiver().port());
    button()->click();
    QTRY_VERIFY_WITH_TIMEOUT(m_messages->findChild<QPushButton *>(u"messageAction"_s)->isVisible(), kPatience);
}

void TestReceiverPlace::aPortThatIsFreeAgainIsListenedOn()
{
    QTcpServer other;
    QVERIFY(other.listen(QHostAddress::LocalHost));
    const std::uint16_t port = other.serverPort();
    m_ui->context().settings().setReceiverPort(port);
    m_ui->context().receiver().tryAgainEvery(std::chrono::milliseconds(20));
    button()->click();
    QVERIFY(!m_messages->isHidden());
    other.close();
    QTRY_COMPARE(button()->text(), u"Receiver 127.0.0.1:%1"_s.arg(port));
    QVERIFY(m_messages->isHidden());
    QVERIFY(m_ui->context().settings().isReceiverOn());
}

void TestReceiverPlace::aClickGivesUpATakenPort()
{
    QTcpServer other;
    QVERIFY(other.listen(QHostAddress::LocalHost));
    m_ui->context().settings().setReceiverPort(other.serverPort());
    button()->click();
    QVERIFY(m_ui->context().settings().isReceiverOn());
    button()->click();
    QCOMPARE(button()->text(), u"Receiver is off"_s);
    QVERIFY(!m_ui->context().settings().isReceiverOn());
    QVERIFY(!m_ui->context().receiver().isWanted());
}

void TestReceiverPlace::whereNothingIsDeliveredItDoesNotStartByItself()
{
    m_ui->context().settings().setReceiverOn(true);
    m_place->resume(); // the fixture's context has no courier
    QVERIFY(!m_ui->context().receiver().isListening());
}

void TestReceiverPlace::faultsThatArePlayedAreMarked()
{
    auto *mark = m_bar->findChild<QLabel *>(u"receiverFaults"_s);
    QVERIFY(mark != nullptr && mark->isHidden());
    ReceiverChoice choice;
    choice.faults.serverError = 10;
    m_ui->context().settings().setReceiver(choice);
    QVERIFY(mark->isHidden()); // nothing is played while it is off
    button()->click();
    QVERIFY(!mark->isHidden());
    m_ui->context().settings().setReceiver({});
    QVERIFY(mark->isHidden());
}

QTEST_MAIN(TestReceiverPlace)
#include "tst_receiverplace.moc"
