// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest> // first: moc 6.4 cannot read <compare> before Qt's own headers

#include "app/receiver/RouteToken.h"
#include "tests/support/RawClient.h"
#include "tests/ui/UiFixture.h"
#include "ui/setup/ReceiverPart.h"

#include <QCheckBox>
#include <QLabel>
#include <QLineEdit>
#include <QMessageBox>
#include <QPushButton>
#include <QRadioButton>

using namespace segue;
using namespace segue::test;
using namespace Qt::StringLiterals;

//! What the receiver takes for a connection, on its Setup page; no keychain is asked.
class TestReceiverPart : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup();

    void theRelayWantsAReasonFirst();
    void itIsSwitchedOffAgain();
    void whatWasKeptIsSentAfterAQuestion();
    void aRelayToProdIsAskedFor();
    void repeatsCanBeSentAsWell();
    void theAddressShowsNoToken();
    void thatTheReceiverIsOffIsSaid();
    void thatEchoesAreRefusedIsSaid();

private:
    template <class T> T *part(const char *name) const { return m_part->findChild<T *>(QString::fromLatin1(name)); }
    Connection connection() const { return m_ui->context().connections().find(m_id).value_or(Connection()); }
    void switchOn() const
    {
        part<QRadioButton>("relayOtherSource")->click();
        part<QPushButton>("relaySwitch")->click();
    }

    std::unique_ptr<UiFixture> m_ui;
    std::unique_ptr<ReceiverPart> m_part;
    ConnectionId m_id;
};

void TestReceiverPart::init()
{
    m_ui = std::make_unique<UiFixture>();
    QVERIFY(m_ui->isOpen());
    Connection made;
    made.id = m_id = ConnectionId::create();
    made.name = u"Pushwoosh_Dev"_s;
    made.environment = Environment::Dev;
    made.endpoint = Endpoint::parse(u"http://127.0.0.1:9"_s).value();
    QVERIFY(m_ui->context().connections().add(made).ok());
    m_part = std::make_unique<ReceiverPart>(m_ui->context());
    m_part->setConnection(m_id);
    m_part->show();
}

void TestReceiverPart::cleanup()
{
    m_part.reset();
    m_ui.reset();
}

void TestReceiverPart::theRelayWantsAReasonFirst()
{
    QVERIFY(!part<QPushButton>("relaySwitch")->isEnabled());
    part<QPushButton>("relaySwitch")->click();
    QVERIFY(!connection().relay.on);
    part<QRadioButton>("relayBuiltInIsOff")->click();
    QVERIFY(part<QPushButton>("relaySwitch")->isEnabled());
    QVERIFY(!connection().relay.on); // a reason alone switches nothing on
    part<QPushButton>("relaySwitch")->click();
    QVERIFY(connection().relay.on && connection().relay.isConfirmed());
    QVERIFY(connection().relay.grounds == RelayChoice::Grounds::BuiltInIsOff);
    QVERIFY2(part<QLabel>("relayState")->text().contains(u"built-in Segment integration is off"_s),
             qPrintable(part<QLabel>("relayState")->text()));
    QVERIFY(!part<QRadioButton>("relayBuiltInIsOff")->isVisible());
}

void TestReceiverPart::itIsSwitchedOffAgain()
{
    switchOn();
    QVERIFY(connection().relay.on);
    part<QPushButton>("relaySwitch")->click();
    QVERIFY(!connection().relay.on);
    m_part->setConnection(m_id);
    QVERIFY(!part<QPushButton>("relaySwitch")->isEnabled()); // the reason is given anew
}

void TestReceiverPart::whatWasKeptIsSentAfterAQuestion()
{
    std::vector<NewEntry> entries{trackEntry("m-1", m_id.key()), trackEntry("m-2", m_id.key()),
                                  trackEntry("m-3", m_id.key())};
    for (NewEntry &entry : entries) {
        entry.fields.origin = Origin::Webhook;
        entry.fields.state = EventState::Received;
    }
    entries[2].fields.origin = Origin::Capture; // no webhook brought this one
    QCOMPARE(m_ui->append(std::move(entries)).size(), std::size_t(3));
    switchOn();
    auto *send = part<QPushButton>("sendKept");
    QTRY_VERIFY(send->isVisible());
    QVERIFY2(send->text().contains(u"2"_s), qPrintable(send->text()));
    send->click();
    auto *confirm = m_part->findChild<QPushButton *>(u"sendKeptQuestionConfirm"_s);
    QVERIFY(confirm != nullptr);
    confirm->click();
    QTRY_VERIFY(!send->isVisible());
    std::optional<StateCounts> counts;
    m_ui->context().log().counts(m_id.key(), this, [&counts](const Result<StateCounts> &all) { counts = all.value(); });
    QTRY_VERIFY(counts.has_value());
    QCOMPARE(counts->of(EventState::Queued), 2);
    QCOMPARE(counts->of(EventState::Received), 1);
}

void TestReceiverPart::aRelayToProdIsAskedFor()
{
    Connection prod = connection();
    prod.environment = Environment::Prod;
    QVERIFY(m_ui->context().connections().update(prod).ok());
    switchOn();
    QVERIFY(!connection().relay.on);
    auto *confirm = m_part->findChild<QPushButton *>(u"relayProdQuestionConfirm"_s);
    QVERIFY(confirm != nullptr);
    confirm->click();
    QVERIFY(connection().relay.on && connection().relay.isConfirmed());
    part<QPushButton>("relaySwitch")->click(); // off, without a question
    QVERIFY(!connection().relay.on);
}

void TestReceiverPart::repeatsCanBeSentAsWell()
{
    QVERIFY(part<QCheckBox>("relayRepeats")->isChecked());
    part<QCheckBox>("relayRepeats")->click();
    QVERIFY(!connection().relay.countRepeats);
}

void TestReceiverPart::theAddressShowsNoToken()
{
    const QString usual = u"http://127.0.0.1:%1/pushwoosh/"_s.arg(ReceiverService::kUsualPort);
    QVERIFY2(part<QLineEdit>("webhookAddress")->text().startsWith(usual + QChar(0x2022)),
             qPrintable(part<QLineEdit>("webhookAddress")->text()));
    QVERIFY(!part<QPushButton>("webhookCheck")->isEnabled());
    QVERIFY(!part<QPushButton>("webhookRenew")->isEnabled()); // there is none yet
    ReceiverChoice choice;
    choice.publicAddress = QUrl(u"https://segue.example.com/in"_s);
    m_ui->context().settings().setReceiver(choice);
    QVERIFY(part<QLineEdit>("webhookAddress")->text().startsWith(u"https://segue.example.com/in/pushwoosh/"_s));
    QVERIFY(part<QLineEdit>("echoAddress")->text().startsWith(u"https://segue.example.com/in/segment/"_s));
    QVERIFY(part<QPushButton>("webhookCheck")->isEnabled());
}

void TestReceiverPart::thatTheReceiverIsOffIsSaid()
{
    auto *state = part<QLabel>("receiverPartState");
    QVERIFY2(state->text().contains(u"off"_s), qPrintable(state->text()));
    QVERIFY(m_ui->context().receiver().startAnywhere().ok());
    QVERIFY2(state->text().contains(QString::number(m_ui->context().receiver().port())), qPrintable(state->text()));
}

void TestReceiverPart::thatEchoesAreRefusedIsSaid()
{
    const QFuture<Status> kept = m_ui->context().secrets().write(SecretName::echoSecret(m_id),
                                                                 Secret::fromBytes("shared"), SecretPlace::SessionOnly);
    QTRY_VERIFY(kept.isFinished());
    QVERIFY(kept.result().ok());
    const Secret token = RouteToken::create();
    Connection changed = connection();
    changed.echoSecretExpected = true;
    changed.echoToken.digest = RouteToken::digest(token);
    QVERIFY(m_ui->context().connections().update(changed).ok());
    QVERIFY(m_ui->context().receiver().startAnywhere().ok());
    auto *refused = part<QLabel>("echoesRefused");
    QVERIFY(refused->isHidden());
    const std::uint16_t port = m_ui->context().receiver().port();
    int refusals = 0;
    const auto post = [&] {
        RawClient client(port);
        client.send("POST /segment/" + token.use([](QByteArrayView bytes) { return bytes.toByteArray(); }) +
                    " HTTP/1.1\r\nHost: 127.0.0.1:" + QByteArray::number(port) +
                    "\r\nX-Signature: 00\r\nContent-Length: 2\r\n\r\n{}");
        const int status = client.readAnswer().status;
        refusals += status == 401 ? 1 : 0;
        return status;
    };
    QTRY_COMPARE(post(), 401); // 503 until the secret was read
    QTRY_VERIFY(!refused->isHidden());
    QVERIFY2(refused->text().startsWith(QString::number(refusals) + u" echo"_s), qPrintable(refused->text()));
    m_part->setConnection(m_id);
    QVERIFY(!refused->isHidden());
}

QTEST_MAIN(TestReceiverPart)
#include "tst_receiverpart.moc"
