// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest> // first: moc 6.4 cannot read <compare> before Qt's own headers

#include "app/core/WebClient.h"
#include "app/secrets/KeptLogin.h"
#include "tests/support/ProxyDouble.h"
#include "tests/ui/UiFixture.h"
#include "ui/settings/ProxySettings.h"
#include "ui/shell/ProxyPlace.h"
#include "ui/widgets/MessageBar.h"

#include <QCheckBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>

using namespace segue;
using namespace segue::test;
using namespace Qt::StringLiterals;

namespace {
constexpr int kSoon = 30'000;
} // namespace

//! The card of the Settings page and the message of the window, with a real proxy that asks.
class TestProxySettings : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup();

    void withoutAProxyThereIsNothingToEnter();
    void theSystemsProxyIsNamed();
    void aPasswordIsEnteredTriedAndUsed();
    void aWrongOneIsSaidAndTriedOnce();
    void aProxyThatAsksIsToldInTheWindow();
    void aNameWithAColonIsWrong();
    void everythingHasANameAndIsReachedByKey();

private:
    template <class T> T *part(const char *name) const { return m_card->findChild<T *>(QString::fromLatin1(name)); }
    QString text(const char *name) const { return part<QLabel>(name)->text(); }
    QString name() const { return u"127.0.0.1:%1"_s.arg(m_proxy->serverPort()); }
    void make()
    {
        m_card = std::make_unique<ProxySettings>(m_ui->context());
        m_card->load();
        m_card->show();
    }
    bool isNamed() const
    {
        return QTest::qWaitFor([this] { return text("proxyWhich").contains(name()); }, kSoon);
    }
    void enter(const QString &user, const QString &password)
    {
        part<QCheckBox>("proxyKeep")->setChecked(false); // nothing here asks the keychain
        part<QLineEdit>("proxyUser")->setText(user);
        part<QLineEdit>("proxyPassword")->setText(password);
        QTest::keyClick(part<QLineEdit>("proxyPassword"), Qt::Key_Return);
    }
    ProxyStanding standing() const
    {
        return m_ui->context().proxies().standing({u"127.0.0.1"_s, m_proxy->serverPort()});
    }

    std::unique_ptr<UiFixture> m_ui;
    std::unique_ptr<ProxyDouble> m_proxy;
    std::unique_ptr<SystemProxyIs> m_system;
    std::unique_ptr<ProxySettings> m_card;
};

void TestProxySettings::init()
{
    qunsetenv("no_proxy");
    qunsetenv("NO_PROXY");
    m_ui = std::make_unique<UiFixture>();
    QVERIFY(m_ui->isOpen());
    m_proxy = std::make_unique<ProxyDouble>(quint16(9));
    m_proxy->askFor("ada", "correct horse");
    m_proxy->setRefusal(403);
    m_system = std::make_unique<SystemProxyIs>(m_proxy->address());
}

void TestProxySettings::cleanup()
{
    m_card.reset();
    m_ui.reset();
    m_system.reset();
    m_proxy.reset();
}

void TestProxySettings::withoutAProxyThereIsNothingToEnter()
{
    m_system.reset();
    const SystemProxyIs none("");
    make();
    QTRY_VERIFY_WITH_TIMEOUT(text("proxyWhich").contains(u"names no proxy"_s), kSoon);
    QVERIFY(!part<QLineEdit>("proxyUser")->isVisible());
    QVERIFY(!part<QPushButton>("proxyDefaults")->isVisible());
}

void TestProxySettings::theSystemsProxyIsNamed()
{
    make();
    QVERIFY(isNamed());
    QVERIFY(part<QLineEdit>("proxyUser")->isVisible() && !part<QPushButton>("proxyUse")->isEnabled());
    QCOMPARE(part<QLineEdit>("proxyPassword")->echoMode(), QLineEdit::Password);
    QVERIFY(!part<QPushButton>("proxyForget")->isVisible());
    QVERIFY2(m_proxy->asked == 0, "looking at the settings asks nobody");
}

void TestProxySettings::aPasswordIsEnteredTriedAndUsed()
{
    make();
    QVERIFY(isNamed());
    enter(u"ada"_s, u"correct horse"_s);
    QTRY_COMPARE_WITH_TIMEOUT(standing().state, ProxyStanding::State::Open, kSoon);
    QTRY_VERIFY_WITH_TIMEOUT(text("proxyMessage").contains(u"took"_s), kSoon);
    QVERIFY(part<QLineEdit>("proxyPassword")->text().isEmpty());
    QCOMPARE(m_proxy->logins, QList<QByteArray>{"ada:correct horse"});
    QVERIFY(m_ui->context().proxyLogins().find({u"127.0.0.1"_s, m_proxy->serverPort()}));
    QTRY_VERIFY_WITH_TIMEOUT(part<QPushButton>("proxyForget")->isVisible(), kSoon);
}

void TestProxySettings::aWrongOneIsSaidAndTriedOnce()
{
    make();
    QVERIFY(isNamed());
    enter(u"ada"_s, u"wrong one"_s);
    QTRY_VERIFY_WITH_TIMEOUT(text("proxyMessage").contains(u"refused"_s), kSoon);
    QCOMPARE(m_proxy->logins, QList<QByteArray>{"ada:wrong one"});
    QVERIFY(part<QLineEdit>("proxyPassword")->text().isEmpty());
    QCOMPARE(part<QLineEdit>("proxyUser")->text(), u"ada"_s);
    QVERIFY(!text("proxyMessage").contains(u"wrong one"_s));
    enter(u"ada"_s, u"correct horse"_s);
    QTRY_COMPARE_WITH_TIMEOUT(standing().state, ProxyStanding::State::Open, kSoon);
    QCOMPARE(m_proxy->logins.size(), 2);
}

void TestProxySettings::aProxyThatAsksIsToldInTheWindow()
{
    const SecretName name = SecretName::proxy(this->name());
    const Secret refused = KeptLogin{{u"ada"_s, Secret::fromBytes("old one")}, true}.written();
    m_ui->context().secrets().write(name, refused, SecretPlace::SessionOnly); // in memory at once
    MessageBar messages;
    ProxyPlace place(m_ui->context(), messages, nullptr);
    QSignalSpy wanted(&place, &ProxyPlace::passwordRequested);
    WebClient web(m_ui->context().clock(), m_ui->context().redactor(), nullptr, &m_ui->context().proxyLogins());
    WebRequest request;
    request.url = QUrl(u"https://segue-test.invalid/"_s);
    request.timeoutMs = kSoon;
    WebFailure failure = WebFailure::None;
    web.send(request, [&](const WebAnswer &answer) { failure = answer.failure; });
    QTRY_VERIFY_WITH_TIMEOUT(messages.has(u"proxy"_s), kSoon);
    QTRY_COMPARE_WITH_TIMEOUT(failure, WebFailure::ProxyAsks, kSoon);
    QCOMPARE(standing().state, ProxyStanding::State::Refused);
    const QList<QPushButton *> buttons = messages.findChildren<QPushButton *>();
    for (QPushButton *button : buttons) {
        if (button->text() == u"Enter password…") {
            button->click();
        }
    }
    QCOMPARE(wanted.count(), 1);
    make();
    QVERIFY(isNamed());
    enter(u"ada"_s, u"correct horse"_s);
    QTRY_VERIFY_WITH_TIMEOUT(!messages.has(u"proxy"_s), kSoon);
    // And what is asked next goes its way: the proxy lets it in, and refuses the target.
    web.send(request, [&](const WebAnswer &answer) { failure = answer.failure; });
    QTRY_VERIFY_WITH_TIMEOUT(failure != WebFailure::ProxyAsks, kSoon);
}

void TestProxySettings::aNameWithAColonIsWrong()
{
    make();
    QVERIFY(isNamed());
    enter(u"a:b"_s, u"correct horse"_s);
    QVERIFY(text("proxyMessage").contains(u"colon"_s));
    QVERIFY(part<QLineEdit>("proxyUser")->property("wrong").toBool());
    QVERIFY(m_proxy->logins.isEmpty());
}

void TestProxySettings::everythingHasANameAndIsReachedByKey()
{
    make();
    QVERIFY(isNamed());
    for (const char *name : {"proxyUser", "proxyPassword"}) {
        QVERIFY(!part<QLineEdit>(name)->accessibleName().isEmpty());
        QVERIFY((part<QLineEdit>(name)->focusPolicy() & Qt::TabFocus) != 0);
    }
    QVERIFY((part<QPushButton>("proxyUse")->focusPolicy() & Qt::TabFocus) != 0);
}

QTEST_MAIN(TestProxySettings)
#include "tst_proxysettings.moc"
