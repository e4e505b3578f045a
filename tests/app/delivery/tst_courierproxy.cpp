// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest> // first: moc 6.4 cannot read <compare> before Qt's own headers

#include "app/secrets/ProxyAccess.h"
#include "app/secrets/SessionSecretStore.h"

#include "tests/app/delivery/CourierRig.h"
#include "tests/app/secrets/SecretHelpers.h"
#include "tests/support/FaultServer.h"
#include "tests/support/ProxyDouble.h"
#include "tests/support/ScriptedSecretStore.h"

#include <QSslConfiguration>
#include <QTemporaryDir>

using namespace segue;
using namespace segue::test;
using namespace Qt::StringLiterals;

namespace {
constexpr int kSoon = 30'000;
} // namespace

//! Delivery through a proxy that asks for a name and a password.
class TestCourierProxy : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();

    void withAKeptPasswordNothingWaits();
    void withoutOneEventsWaitAndGoOutByThemselves();
    void aRefusedOneHoldsThemWithoutAnotherTry();

private:
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<FaultServer> m_server;
    std::unique_ptr<ProxyDouble> m_proxy;
    std::unique_ptr<SystemProxyIs> m_system;
    std::unique_ptr<CourierRig> m_rig;
    ProxyLogins m_logins;
    ScriptedSecretStore m_keychain;
    SessionSecretStore m_session;
    std::unique_ptr<SecretAccess> m_secrets;
    std::unique_ptr<ProxyAccess> m_access;
    ProxyName m_name;
};

void TestCourierProxy::initTestCase()
{
    QSslConfiguration trusting = QSslConfiguration::defaultConfiguration();
    trusting.addCaCertificate(FaultServer::certificate());
    QSslConfiguration::setDefaultConfiguration(trusting);
    qunsetenv("no_proxy");
    qunsetenv("NO_PROXY");
}

void TestCourierProxy::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_server = std::make_unique<FaultServer>(FaultServer::Transport::Tls);
    m_proxy = std::make_unique<ProxyDouble>(m_server->port());
    m_proxy->askFor("ada", "correct horse");
    m_system = std::make_unique<SystemProxyIs>(m_proxy->address());
    m_name = {u"127.0.0.1"_s, m_proxy->serverPort()};
    m_rig = std::make_unique<CourierRig>(m_folder->path());
    m_rig->logins = &m_logins;
    m_rig->limits.timeoutMs = kSoon;
    m_rig->setEndpoint(QUrl(u"https://segue-test.invalid"_s));
    m_secrets = std::make_unique<SecretAccess>(m_keychain, m_session, m_rig->redactor);
    ProxyAccess::Options options;
    options.address = QUrl(u"https://segue-test.invalid"_s);
    options.readAgainMs = 50;
    m_access = std::make_unique<ProxyAccess>(ProxyAccess::Parts{m_logins, *m_secrets, m_rig->redactor, options});
}

void TestCourierProxy::cleanup()
{
    m_rig->stop();
    m_access.reset();
    m_secrets.reset();
    m_rig.reset();
    m_logins.drop(m_name);
    m_keychain.secrets.clear();
    m_system.reset();
    m_proxy.reset();
    m_server.reset();
}

void TestCourierProxy::withAKeptPasswordNothingWaits()
{
    QVERIFY(
        answerOf(m_access->set(m_name, {u"ada"_s, Secret::fromBytes("correct horse")}, SecretPlace::Keychain)).ok());
    m_logins.drop(m_name); // as after a start
    const auto ids = m_rig->queue(20);
    m_rig->start();
    QTRY_COMPARE_WITH_TIMEOUT(m_rig->count(EventState::Accepted), std::int64_t(20), kSoon);
    QVERIFY2(m_rig->attempts(ids.front()).size() == 1, "nobody was told of the question");
    QCOMPARE(m_server->requestCount(), 1);
}

void TestCourierProxy::withoutOneEventsWaitAndGoOutByThemselves()
{
    const auto ids = m_rig->queue(3);
    m_rig->start();
    connect(m_access.get(), &ProxyAccess::opened, m_rig->courier.get(), &Courier::proxyOpened);
    QTRY_COMPARE_WITH_TIMEOUT(m_rig->count(EventState::Waiting), std::int64_t(3), kSoon);
    QVERIFY2(m_rig->error(ids.front()).startsWith(u"proxy-asks: "), qPrintable(m_rig->error(ids.front())));
    QCOMPARE(m_rig->keyQuestions, 1); // the key is not what is wrong
    // Another process keeps one: it is found there.
    QCOMPARE(m_proxy->logins.size(), 0);
    ProxyLogins others;
    ProxyAccess::Options options;
    options.address = QUrl(u"https://segue-test.invalid"_s);
    ProxyAccess other(ProxyAccess::Parts{others, *m_secrets, m_rig->redactor, options});
    QVERIFY(answerOf(other.set(m_name, {u"ada"_s, Secret::fromBytes("correct horse")}, SecretPlace::Keychain)).ok());
    QTRY_COMPARE_WITH_TIMEOUT(m_rig->count(EventState::Accepted), std::int64_t(3), kSoon);
    QStringList sent;
    const QList<Request> requests = m_server->requests();
    for (const Request &request : requests) {
        sent += messageIdsIn(request.body);
    }
    QCOMPARE(sent.size(), 3);
}

void TestCourierProxy::aRefusedOneHoldsThemWithoutAnotherTry()
{
    const auto wrong = QByteArray(R"({"user":"ada","password":"wrong one"})");
    m_keychain.secrets.insert(SecretName::proxy(m_name.text()).account, Secret::fromBytes(wrong));
    m_rig->queue(3);
    m_rig->start();
    QTRY_COMPARE_WITH_TIMEOUT(m_rig->count(EventState::Waiting), std::int64_t(3), kSoon);
    for (int i = 1; i <= 3; ++i) {
        const int asked = m_proxy->asked;
        m_rig->courier->tryNow(m_rig->connection.id);
        QTRY_VERIFY_WITH_TIMEOUT(m_proxy->asked > asked, kSoon);
        QTRY_COMPARE_WITH_TIMEOUT(m_rig->count(EventState::Waiting), std::int64_t(3), kSoon);
    }
    QCOMPARE(m_proxy->logins, QList<QByteArray>{"ada:wrong one"});
    QCOMPARE(m_server->requestCount(), 0);
}

QTEST_GUILESS_MAIN(TestCourierProxy)
#include "tst_courierproxy.moc"
