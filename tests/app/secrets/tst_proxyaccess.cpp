// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest>

#include "app/core/WebClient.h"
#include "app/secrets/KeptLogin.h"
#include "app/secrets/ProxyAccess.h"
#include "app/secrets/SessionSecretStore.h"

#include "tests/app/secrets/SecretHelpers.h"
#include "tests/support/FaultServer.h"
#include "tests/support/ProxyDouble.h"
#include "tests/support/ScriptedSecretStore.h"

#include <QSslConfiguration>

// clazy:excludeall=lambda-in-connect

using namespace segue;
using namespace segue::test;
using namespace Qt::StringLiterals;
using State = ProxyStanding::State;

namespace {

constexpr char kPassword[] = "correct horse";
constexpr int kSoon = 30'000;

ProxyLogin login(const QByteArray &password = kPassword, const QString &user = u"ada"_s)
{
    return {user, Secret::fromBytes(password)};
}

} // namespace

//! A real proxy that asks, real requests through it, and a keychain in memory.
class TestProxyAccess : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();

    void whatIsKeptIsUsedWithoutAPause();
    void aPostGoesOutOnce();
    void withoutOneTheRequestSaysSoSoon();
    void oneThatIsGivenOpensTheWay();
    void aRefusedOneIsTriedOnce();
    void aKeptOneThatIsRefusedIsNeverTriedAgain();
    void manyRequestsTryItOnce();
    void anotherPasswordIsUsedAtOnce();
    void oneThatNoLongerHoldsIsDropped();
    void anotherProcessMayPutOneThere();
    void aLockedKeychainIsSaidAndAskedAgain();
    void aProxyThatIsNotThereProvesNothing();
    void aTargetThatIsForbiddenProvesTheLogin();
    void forSessionOnly();
    void forgetting();
    void abortingWhileItIsLookedFor();
    void loopbackNeedsNone();
    void noTextHoldsThePassword();
    void whatIsKeptReadsBack();

private:
    void keep(const ProxyLogin &login, bool isRefused = false)
    {
        m_keychain->secrets.insert(account(), KeptLogin{login, isRefused}.written());
    }
    std::optional<KeptLogin> kept() const { return KeptLogin::read(m_keychain->secrets.value(account())); }
    QString account() const { return u"proxy/127.0.0.1:%1"_s.arg(m_proxy->serverPort()); }
    ProxyName name() const { return {u"127.0.0.1"_s, m_proxy->serverPort()}; }
    State state() const { return m_access->standing(name()).state; }
    WebClient::Id send(const QByteArray &method = "POST")
    {
        WebRequest request;
        request.method = method;
        request.url = QUrl(u"https://segue-test.invalid/v1/track"_s);
        request.headers = {{"Content-Type", "application/json"}};
        request.body = method == "GET" ? QByteArray() : QByteArray(R"({"a":1})");
        request.timeoutMs = kSoon;
        return m_web->send(request, [this](WebAnswer &&answer) { m_answers.append(std::move(answer)); });
    }
    WebAnswer ask(const QByteArray &method = "POST")
    {
        const qsizetype before = m_answers.size();
        send(method);
        return QTest::qWaitFor([&] { return m_answers.size() > before; }, kSoon) ? m_answers.constLast() : WebAnswer();
    }
    void makeAccess();

    std::unique_ptr<FaultServer> m_server;
    std::unique_ptr<ProxyDouble> m_proxy;
    std::unique_ptr<SystemProxyIs> m_system;
    SystemClock m_clock;
    std::unique_ptr<Redactor> m_redactor;
    std::unique_ptr<ProxyLogins> m_logins;
    std::unique_ptr<ScriptedSecretStore> m_keychain;
    std::unique_ptr<SessionSecretStore> m_session;
    std::unique_ptr<SecretAccess> m_secrets;
    std::unique_ptr<ProxyAccess> m_access;
    std::unique_ptr<WebClient> m_web;
    QList<WebAnswer> m_answers;
};

void TestProxyAccess::initTestCase()
{
    QSslConfiguration trusting = QSslConfiguration::defaultConfiguration();
    trusting.addCaCertificate(FaultServer::certificate());
    QSslConfiguration::setDefaultConfiguration(trusting);
    qunsetenv("no_proxy");
    qunsetenv("NO_PROXY");
}

void TestProxyAccess::init()
{
    m_server = std::make_unique<FaultServer>(FaultServer::Transport::Tls);
    m_proxy = std::make_unique<ProxyDouble>(m_server->port());
    m_proxy->askFor("ada", kPassword);
    m_system = std::make_unique<SystemProxyIs>(m_proxy->address());
    m_redactor = std::make_unique<Redactor>();
    m_keychain = std::make_unique<ScriptedSecretStore>();
    m_session = std::make_unique<SessionSecretStore>();
    m_secrets = std::make_unique<SecretAccess>(*m_keychain, *m_session, *m_redactor);
    makeAccess();
    m_answers.clear();
}

void TestProxyAccess::makeAccess()
{
    m_web.reset();
    m_access.reset();
    m_logins = std::make_unique<ProxyLogins>();
    ProxyAccess::Options options;
    options.address = QUrl(u"https://segue-test.invalid/v1/track"_s);
    options.readAgainMs = 50;
    options.readLockedAgainMs = 50;
    m_access = std::make_unique<ProxyAccess>(ProxyAccess::Parts{*m_logins, *m_secrets, *m_redactor, options});
    m_web = std::make_unique<WebClient>(m_clock, *m_redactor, nullptr, m_logins.get());
}

void TestProxyAccess::cleanup()
{
    m_web.reset();
    m_access.reset();
    m_logins.reset();
    m_keychain.reset(); // its last answers go to those who asked, while they are there
    m_secrets.reset();
    m_session.reset();
    m_system.reset();
    m_proxy.reset();
    m_server.reset();
}

void TestProxyAccess::whatIsKeptIsUsedWithoutAPause()
{
    keep(login());
    QCOMPARE(ask().status, 200);
    QCOMPARE(state(), State::Open);
    QCOMPARE(m_access->standing(name()).user, u"ada"_s);
    const int reads = m_keychain->calls;
    QCOMPARE(ask().status, 200);
    QCOMPARE(ask("GET").status, 200);
    QCOMPARE(m_keychain->calls, reads);
    QCOMPARE(m_server->requestCount(), 3);
    for (const QByteArray &tried : std::as_const(m_proxy->logins)) {
        QCOMPARE(tried, QByteArray("ada:correct horse"));
    }
    QCOMPARE(m_server->lastRequest().headerCount("Proxy-Authorization"), 0);
}

void TestProxyAccess::aPostGoesOutOnce()
{
    keep(login());
    const WebAnswer answer = ask();
    QCOMPARE(answer.failure, WebFailure::None);
    QCOMPARE(m_answers.size(), 1);
    QCOMPARE(m_server->requestCount(), 1);
    QCOMPARE(m_server->lastRequest().body, QByteArray(R"({"a":1})"));
}

void TestProxyAccess::withoutOneTheRequestSaysSoSoon()
{
    QSignalSpy changed(m_access.get(), &ProxyAccess::changed);
    const WebAnswer answer = ask();
    QCOMPARE(answer.failure, WebFailure::ProxyAsks);
    QVERIFY(!answer.mayHaveArrived);
    QCOMPARE(state(), State::Missing);
    QCOMPARE(m_access->asking(), QList<ProxyName>{name()});
    QVERIFY(!changed.isEmpty());
    // The next one does not wait for the keychain either, and nothing is tried.
    QCOMPARE(ask().failure, WebFailure::ProxyAsks);
    QVERIFY(m_proxy->logins.isEmpty());
    QCOMPARE(m_server->connectionCount(), 0);
}

void TestProxyAccess::oneThatIsGivenOpensTheWay()
{
    QCOMPARE(ask().failure, WebFailure::ProxyAsks);
    QSignalSpy opened(m_access.get(), &ProxyAccess::opened);
    const auto set = answerOf(m_access->set(name(), login(), SecretPlace::Keychain));
    QVERIFY(set.ok() && set.value() == ProxyAccess::Outcome::Taken);
    QCOMPARE(opened.count(), 1);
    QCOMPARE(m_proxy->logins.size(), 1);
    QCOMPARE(m_server->requestCount(), 0); // only a way was opened
    QVERIFY(kept() && kept()->login.user == u"ada" && !kept()->isRefused);
    QCOMPARE(ask().status, 200);
    QCOMPARE(answerOf(m_access->kept(name())).value().user, u"ada"_s);
}

void TestProxyAccess::aRefusedOneIsTriedOnce()
{
    QCOMPARE(ask().failure, WebFailure::ProxyAsks);
    const auto set = answerOf(m_access->set(name(), login("wrong one"), SecretPlace::Keychain));
    QVERIFY(set.ok() && set.value() == ProxyAccess::Outcome::Refused);
    QVERIFY(m_keychain->secrets.isEmpty());
    QCOMPARE(state(), State::Missing);
    QCOMPARE(ask().failure, WebFailure::ProxyAsks);
    QCOMPARE(m_proxy->logins, QList<QByteArray>{"ada:wrong one"});
}

void TestProxyAccess::aKeptOneThatIsRefusedIsNeverTriedAgain()
{
    keep(login("wrong one"));
    QCOMPARE(ask().failure, WebFailure::ProxyAsks);
    QCOMPARE(state(), State::Refused);
    QTRY_VERIFY_WITH_TIMEOUT(kept() && kept()->isRefused, kSoon);
    // Not by a request, not by looking around, not after a new start.
    const int reads = m_keychain->calls;
    QTRY_VERIFY_WITH_TIMEOUT(m_keychain->calls > reads + 2, kSoon);
    QCOMPARE(ask().failure, WebFailure::ProxyAsks);
    makeAccess();
    QCOMPARE(ask().failure, WebFailure::ProxyAsks);
    QCOMPARE(state(), State::Refused);
    QCOMPARE(m_access->standing(name()).user, u"ada"_s);
    QCOMPARE(m_proxy->logins, QList<QByteArray>{"ada:wrong one"});
}

void TestProxyAccess::manyRequestsTryItOnce()
{
    keep(login("wrong one"));
    std::vector<std::unique_ptr<WebClient>> clients;
    int refused = 0;
    for (int i = 0; i < 8; ++i) {
        clients.push_back(std::make_unique<WebClient>(m_clock, *m_redactor, nullptr, m_logins.get()));
        WebRequest request;
        request.method = "POST";
        request.url = QUrl(u"https://segue-test.invalid/v1/track"_s);
        request.headers = {{"Content-Type", "application/json"}};
        clients.back()->send(
            request, [&](const WebAnswer &answer) { refused += answer.failure == WebFailure::ProxyAsks ? 1 : 0; });
    }
    QTRY_COMPARE_WITH_TIMEOUT(refused, 8, kSoon);
    QCOMPARE(m_proxy->logins, QList<QByteArray>{"ada:wrong one"});
}

void TestProxyAccess::anotherPasswordIsUsedAtOnce()
{
    keep(login());
    QCOMPARE(ask().status, 200);
    // The connection that stands goes on; what is new asks with what is new.
    m_proxy->askFor("ada", "another one");
    QVERIFY(answerOf(m_access->set(name(), login("another one"), SecretPlace::Keychain)).ok());
    QCOMPARE(ask().status, 200);
    QCOMPARE(m_proxy->logins.constLast(), QByteArray("ada:another one"));
    QCOMPARE(m_proxy->logins.count("ada:correct horse"), 2); // the trial, and the first request
}

void TestProxyAccess::oneThatNoLongerHoldsIsDropped()
{
    keep(login());
    QCOMPARE(ask().status, 200);
    m_proxy->askFor("ada", "another one");
    m_server->dropConnections();
    const qsizetype before = m_proxy->logins.size();
    QTRY_VERIFY_WITH_TIMEOUT(ask().failure == WebFailure::ProxyAsks, kSoon);
    QCOMPARE(state(), State::Refused);
    QCOMPARE(m_proxy->logins.size(), before + 1);
    QTRY_VERIFY_WITH_TIMEOUT(kept() && kept()->isRefused, kSoon);
    QCOMPARE(ask().failure, WebFailure::ProxyAsks);
    QCOMPARE(m_proxy->logins.size(), before + 1);
}

void TestProxyAccess::anotherProcessMayPutOneThere()
{
    QCOMPARE(ask().failure, WebFailure::ProxyAsks);
    QSignalSpy opened(m_access.get(), &ProxyAccess::opened);
    keep(login());
    QTRY_COMPARE_WITH_TIMEOUT(opened.count(), 1, kSoon);
    QCOMPARE(ask().status, 200);
}

void TestProxyAccess::aLockedKeychainIsSaidAndAskedAgain()
{
    keep(login());
    m_keychain->setTrouble(ScriptedSecretStore::Trouble::Refuses, 1, ErrorCode::Locked);
    QCOMPARE(ask().failure, WebFailure::ProxyAsks);
    QCOMPARE(state(), State::Unread);
    QCOMPARE(m_access->standing(name()).reason, u"The keychain says no."_s);
    QVERIFY(m_proxy->logins.isEmpty());
    m_keychain->setTrouble(ScriptedSecretStore::Trouble::None, 1);
    QTRY_COMPARE_WITH_TIMEOUT(state(), State::Open, kSoon);
    QCOMPARE(ask().status, 200);
}

void TestProxyAccess::aProxyThatIsNotThereProvesNothing()
{
    const ProxyName proxy = name();
    m_proxy->close();
    const auto set = answerOf(m_access->set(proxy, login(), SecretPlace::Keychain));
    QVERIFY(set.ok() && set.value() == ProxyAccess::Outcome::Untried);
    QCOMPARE(m_access->standing(proxy).state, State::NotReached);
    QVERIFY(!m_access->standing(proxy).reason.isEmpty());
    QVERIFY(m_proxy->listen(QHostAddress::LocalHost, proxy.port));
    QVERIFY(kept() && !kept()->isRefused);
    QVERIFY(!m_logins->find(name()));
    m_access->lookAgain(name());
    QTRY_COMPARE_WITH_TIMEOUT(state(), State::Open, kSoon);
    QCOMPARE(ask().status, 200);
}

void TestProxyAccess::aTargetThatIsForbiddenProvesTheLogin()
{
    m_proxy->setRefusal(403);
    const auto set = answerOf(m_access->set(name(), login(), SecretPlace::Keychain));
    QVERIFY(set.ok() && set.value() == ProxyAccess::Outcome::Taken);
}

void TestProxyAccess::forSessionOnly()
{
    QVERIFY(answerOf(m_access->set(name(), login(), SecretPlace::SessionOnly)).ok());
    QVERIFY(m_keychain->secrets.isEmpty());
    QCOMPARE(ask().status, 200);
    QVERIFY(m_secrets->isSessionOnly(SecretName::proxy(name().text())));
}

void TestProxyAccess::forgetting()
{
    keep(login());
    QCOMPARE(ask().status, 200);
    QVERIFY(answerOf(m_access->forget(name())).ok());
    QVERIFY(m_keychain->secrets.isEmpty());
    QCOMPARE(state(), State::Missing);
    QCOMPARE(ask().failure, WebFailure::ProxyAsks);
}

void TestProxyAccess::abortingWhileItIsLookedFor()
{
    m_keychain->setTrouble(ScriptedSecretStore::Trouble::SilentBefore, 1);
    const WebClient::Id id = send();
    QTRY_COMPARE_WITH_TIMEOUT(state(), State::Looking, kSoon);
    m_web->abort(id);
    QTRY_COMPARE_WITH_TIMEOUT(m_answers.size(), 1, kSoon);
    QCOMPARE(m_answers.constFirst().failure, WebFailure::Aborted);
    // Nor does the end of the client wait for an answer.
    send();
    QTRY_COMPARE_WITH_TIMEOUT(m_proxy->asked, 2, kSoon);
    m_web.reset();
    QCOMPARE(m_answers.size(), 1);
}

void TestProxyAccess::loopbackNeedsNone()
{
    FaultServer here;
    WebRequest request;
    request.url = here.url();
    m_web->send(request, [this](WebAnswer &&answer) { m_answers.append(std::move(answer)); });
    QTRY_COMPARE_WITH_TIMEOUT(m_answers.size(), 1, kSoon);
    QCOMPARE(m_answers.constFirst().status, 200);
    QCOMPARE(m_proxy->asked, 0);
}

void TestProxyAccess::noTextHoldsThePassword()
{
    keep(login("wrong one"));
    WebAnswer answer = ask();
    const QByteArray basic = QByteArray("ada:wrong one").toBase64();
    for (const QByteArray &text :
         {answer.requestHead, answer.responseHead, answer.detail.toUtf8(), answer.sentence.toUtf8()}) {
        QVERIFY(!text.contains("wrong one") && !text.contains(basic));
    }
    QCOMPARE(m_redactor->redact(QByteArray("x wrong one y ") + basic), QByteArray("x [redacted] y [redacted]"));
}

void TestProxyAccess::whatIsKeptReadsBack()
{
    const ProxyLogin odd = login("p\"a:s\\s\nw\u00f6rd", u"DOMAIN\\ada"_s);
    const auto read = KeptLogin::read(KeptLogin{odd, true}.written());
    QVERIFY(read && read->isRefused);
    QCOMPARE(read->login.user, odd.user);
    QVERIFY(read->login.password.sameAs(odd.password));
    for (const QByteArray &other : {QByteArray(), QByteArray("secret"), QByteArray("{}"), QByteArray("[]"),
                                    QByteArray(R"({"user":"a"})"), QByteArray(R"({"user":1,"password":2})")}) {
        QVERIFY(!KeptLogin::read(Secret::fromBytes(other)));
    }
    QCOMPARE((ProxyName{u"::1"_s, 8080}).text(), u"[::1]:8080"_s);
}

QTEST_GUILESS_MAIN(TestProxyAccess)
#include "tst_proxyaccess.moc"
