// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest> // first: moc 6.4 cannot read <compare> before Qt's own headers

#include "tests/ui/UiFixture.h"
#include "ui/settings/SettingsPage.h"

#include <QCheckBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSpinBox>
#include <QTcpServer>

using namespace segue;
using namespace segue::test;
using namespace Qt::StringLiterals;

class TestSettingsPage : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup();

    void aChangeIsTakenOverAtOnce();
    void aWrongAddressIsSaidInPlaceAndNothingIsSaved();
    void originsAreSpeltAsBrowsersDo();
    void aNewPortMovesTheReceiver();
    void aTakenPortLeavesItWhereItIs();
    void aReceiverThatWaitsForItsPortIsOnAndSaysSo();
    void aNumberThatDoesNotFitIsToldBelowItsField();
    void sharesOfMoreThanAllAreNotSaved();
    void theDefaultsComeBack();
    void scrollingChangesNoNumber();
    void everyFieldHasANameAndAWord();

private:
    template <class T> T *part(const char *name) const { return m_page->findChild<T *>(QString::fromLatin1(name)); }
    Settings &settings() const { return m_ui->context().settings(); }
    void type(const char *field, const QString &text) const
    {
        auto *line = part<QLineEdit>(field);
        line->setText(text);
        QTest::keyClick(line, Qt::Key_Return);
    }

    std::unique_ptr<UiFixture> m_ui;
    std::unique_ptr<SettingsPage> m_page;
};

void TestSettingsPage::init()
{
    m_ui = std::make_unique<UiFixture>();
    QVERIFY(m_ui->isOpen());
    m_page = std::make_unique<SettingsPage>(m_ui->context());
    m_page->load();
    m_page->show();
}

void TestSettingsPage::cleanup()
{
    m_page.reset();
    m_ui.reset();
}

void TestSettingsPage::aChangeIsTakenOverAtOnce()
{
    part<QSpinBox>("keepDays")->setValue(7);
    part<QSpinBox>("alertsPause")->setValue(5);
    part<QCheckBox>("receiverStrict")->setChecked(true);
    part<QSpinBox>("faultDelay")->setValue(25);
    QCOMPARE(settings().retention().days, 7);
    QCOMPARE(settings().alerts().pauseMinutes, 5);
    QVERIFY(settings().receiver().strict);
    QCOMPARE(settings().receiver().faults.delay, 25);
    QCOMPARE(part<QSpinBox>("keepDays")->text(), u"7 days"_s);
    part<QSpinBox>("keepDays")->setValue(0);
    QCOMPARE(part<QSpinBox>("keepDays")->text(), u"no limit"_s);
}

void TestSettingsPage::aWrongAddressIsSaidInPlaceAndNothingIsSaved()
{
    type("publicAddress", u"https://segue.example.com/"_s);
    QCOMPARE(settings().receiver().publicAddress, QUrl(u"https://segue.example.com"_s));
    QCOMPARE(part<QLineEdit>("publicAddress")->text(), u"https://segue.example.com"_s);
    type("publicAddress", u"http://segue.example.com"_s);
    auto *message = part<QLabel>("receiverMessage");
    QVERIFY(!message->isHidden() && message->text().contains(u"https"_s));
    QVERIFY(part<QLineEdit>("publicAddress")->property("wrong").toBool());
    part<QCheckBox>("receiverStrict")->setChecked(true);
    QVERIFY(!settings().receiver().strict); // nothing is saved half
    type("publicAddress", QString());
    QVERIFY(message->isHidden());
    QVERIFY(settings().receiver().strict && settings().receiver().publicAddress.isEmpty());
}

void TestSettingsPage::originsAreSpeltAsBrowsersDo()
{
    type("receiverOrigins", u"https://Shop.example/,  http://127.0.0.1:3000 https://shop.example"_s);
    QCOMPARE(settings().receiver().origins, (QStringList{u"https://shop.example"_s, u"http://127.0.0.1:3000"_s}));
    type("receiverOrigins", u"https://shop.example *"_s);
    QVERIFY(!part<QLabel>("receiverMessage")->isHidden());
    QCOMPARE(settings().receiver().origins.size(), 2);
}

void TestSettingsPage::aNewPortMovesTheReceiver()
{
    QTcpServer server;
    QVERIFY(server.listen(QHostAddress::LocalHost));
    const std::uint16_t freePort = server.serverPort();
    server.close();
    ReceiverService &receiver = m_ui->context().receiver();
    QVERIFY(receiver.startAnywhere().ok());
    QVERIFY(part<QCheckBox>("receiverOn")->isChecked());
    QCOMPARE(part<QSpinBox>("receiverPort")->value(), int(receiver.port()));
    part<QSpinBox>("receiverPort")->setValue(freePort);
    QCOMPARE(receiver.port(), freePort);
    QCOMPARE(settings().receiverPort(), freePort);
}

void TestSettingsPage::aTakenPortLeavesItWhereItIs()
{
    QTcpServer server;
    QVERIFY(server.listen(QHostAddress::LocalHost));
    ReceiverService &receiver = m_ui->context().receiver();
    QVERIFY(receiver.startAnywhere().ok());
    const std::uint16_t port = receiver.port();
    part<QSpinBox>("receiverPort")->setValue(server.serverPort());
    QCOMPARE(receiver.port(), port);
    QCOMPARE(part<QSpinBox>("receiverPort")->value(), int(port));
    QVERIFY(part<QLabel>("receiverMessage")->text().contains(QString::number(server.serverPort())));
}

void TestSettingsPage::aReceiverThatWaitsForItsPortIsOnAndSaysSo()
{
    QTcpServer server;
    QVERIFY(server.listen(QHostAddress::LocalHost));
    settings().setReceiverPort(server.serverPort());
    ReceiverService &receiver = m_ui->context().receiver();
    receiver.tryAgainEvery(std::chrono::milliseconds(20));
    QVERIFY(!receiver.keepOn());
    QVERIFY(part<QCheckBox>("receiverOn")->isChecked());
    auto *message = part<QLabel>("receiverMessage");
    QVERIFY(!message->isHidden() && message->text().contains(QString::number(server.serverPort())));
    server.close();
    QTRY_VERIFY(receiver.isListening());
    QVERIFY(part<QCheckBox>("receiverOn")->isChecked());
    QVERIFY(message->isHidden());
}

void TestSettingsPage::aNumberThatDoesNotFitIsToldBelowItsField()
{
    m_page->resize(900, 700);
    m_page->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_page.get()));
    auto *port = part<QSpinBox>("receiverPort");
    const int before = port->value();
    port->setFocus();
    port->selectAll();
    QTest::keyClicks(port, QStringLiteral("80"));
    QTest::keyClick(port, Qt::Key_Return);
    QCOMPARE(port->value(), before);
    auto *message = part<QLabel>("receiverMessage");
    QTRY_VERIFY(message->isVisible());
    for (const QString &said : {QStringLiteral("80"), QStringLiteral("1024"), QStringLiteral("65535")}) {
        QVERIFY2(message->text().contains(said), qPrintable(message->text()));
    }
    const auto top = [this](const QWidget *widget) { return widget->mapTo(m_page.get(), QPoint()).y(); };
    QTRY_VERIFY(top(port) < top(message) && top(message) < top(part<QLineEdit>("publicAddress")));
    // A number that fits takes the message away.
    QTcpServer server;
    QVERIFY(server.listen(QHostAddress::LocalHost));
    const int freePort = server.serverPort();
    server.close();
    port->selectAll();
    QTest::keyClicks(port, QString::number(freePort));
    QTest::keyClick(port, Qt::Key_Return);
    QCOMPARE(port->value(), freePort);
    QTRY_VERIFY(message->isHidden());
}

void TestSettingsPage::sharesOfMoreThanAllAreNotSaved()
{
    part<QSpinBox>("faultTooMany")->setValue(60);
    part<QSpinBox>("faultReset")->setValue(60);
    auto *message = part<QLabel>("faultsMessage");
    QVERIFY(!message->isHidden() && message->text().contains(u"120"_s));
    QCOMPARE(settings().receiver().faults.reset, 0);
    part<QSpinBox>("faultTooMany")->setValue(40);
    QVERIFY(message->isHidden());
    QCOMPARE(settings().receiver().faults.reset, 60);
    QCOMPARE(settings().receiver().faults.tooMany, 40);
}

void TestSettingsPage::theDefaultsComeBack()
{
    type("publicAddress", u"https://segue.example.com"_s);
    part<QCheckBox>("receiverStrict")->setChecked(true);
    part<QSpinBox>("faultReset")->setValue(5);
    part<QSpinBox>("keepEntries")->setValue(10);
    part<QCheckBox>("alertsDesktop")->setChecked(true);
    part<QSpinBox>("budgetDays")->setValue(3);
    QCOMPARE(settings().delivery().budgetDays, 3);
    for (const char *card :
         {"receiverDefaults", "faultsDefaults", "courierDefaults", "retentionDefaults", "alertsDefaults"}) {
        part<QPushButton>(card)->click();
    }
    ReceiverChoice expected;
    expected.publicAddress = QUrl(u"https://segue.example.com"_s); // has no default
    QCOMPARE(settings().receiver(), expected);
    QCOMPARE(settings().retention(), RetentionChoice());
    QCOMPARE(settings().alerts(), AlertChoice());
    QCOMPARE(settings().delivery(), DeliveryChoice());
    QCOMPARE(part<QSpinBox>("faultReset")->value(), 0);
}

void TestSettingsPage::scrollingChangesNoNumber()
{
    auto *box = part<QSpinBox>("faultRetryAfter");
    QVERIFY2(box != nullptr, "the field is there");
    const int before = box->value();
    box->setFocus();
    const QPointF middle = box->rect().center();
    QWheelEvent wheel(middle, box->mapToGlobal(middle), {}, {0, -120}, Qt::NoButton, Qt::NoModifier, Qt::NoScrollPhase,
                      false);
    QCoreApplication::sendEvent(box, &wheel);
    QCOMPARE(box->value(), before);
    QVERIFY2(!wheel.isAccepted(), "the page scrolls");
}

void TestSettingsPage::everyFieldHasANameAndAWord()
{
    const QList<QWidget *> all = m_page->findChildren<QWidget *>();
    int fields = 0;
    for (const QWidget *each : all) {
        if (qobject_cast<const QSpinBox *>(each) != nullptr ||
            (qobject_cast<const QLineEdit *>(each) != nullptr &&
             qobject_cast<const QSpinBox *>(each->parentWidget()) == nullptr)) {
            ++fields;
            QVERIFY2(!each->accessibleName().isEmpty(), qPrintable(each->objectName()));
        }
    }
    QCOMPARE(fields, 20);
}

QTEST_MAIN(TestSettingsPage)
#include "tst_settingspage.moc"
