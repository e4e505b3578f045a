// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/integration/CliRunner.h"
#include "tests/support/FaultServer.h"

#include <QJsonDocument>
#include <QTest>
#include <QUrl>

#include <fcntl.h>
#include <termios.h>
#include <unistd.h>

using namespace segue::test;
using namespace Qt::StringLiterals;

namespace {

constexpr int kPatienceMs = 60'000;
const QByteArray kKey = "Kx7wQ2vN8rT5yB1mZ4cL6dF9gH3jP0sA";
const QByteArray kOtherKey = "Zz7wQ2vN8rT5yB1mZ4cL6dF9gH3jP0sZ";

bool isLocked()
{
    return qgetenv("SEGUE_TEST_BUS_MODE") == "locked";
}

QByteArray storedKey(const QString &id, const QString &which = u"write-key"_s)
{
    QProcess tool;
    tool.start(u"secret-tool"_s, {u"lookup"_s, u"server"_s, u"Segue"_s, u"user"_s, id + u'/' + which});
    tool.waitForFinished(kPatienceMs);
    return tool.readAllStandardOutput();
}

//! Locks or unlocks the keyring of this test's bus.
bool keyring(const QString &command)
{
    QProcess script;
    script.start(qEnvironmentVariable("SEGUE_TEST_KEYRING"), {command});
    return script.waitForFinished(kPatienceMs) && script.exitCode() == 0;
}

//! A terminal at the program's standard input.
class FakeTerminal
{
public:
    FakeTerminal()
        : m_master(::posix_openpt(O_RDWR | O_NOCTTY))
    {
        ::grantpt(m_master);
        ::unlockpt(m_master);
        m_slave = ::open(::ptsname(m_master), O_RDWR | O_NOCTTY);
    }
    ~FakeTerminal()
    {
        ::close(m_slave);
        ::close(m_master);
    }
    Q_DISABLE_COPY_MOVE(FakeTerminal)

    void giveTo(QProcess &process) const
    {
        process.setChildProcessModifier([slave = m_slave] { ::dup2(slave, STDIN_FILENO); });
    }
    bool echoes() const
    {
        termios state = {};
        ::tcgetattr(m_slave, &state);
        return (state.c_lflag & ECHO) != 0;
    }
    void type(const QByteArray &text) const
    {
        [[maybe_unused]] const ssize_t written =
            ::write(m_master, text.constData(), static_cast<std::size_t>(text.size()));
    }

private:
    int m_master;
    int m_slave = -1;
};

} // namespace

//! The commands with a real keyring: open, and locked with nobody there to open it.
class CliKeychainTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void aKeyGoesIntoTheKeychainAndEventsGoOutUnderIt();
    void aReplacedKeyIsUsedFromThenOnAndWaitingEventsGo();
    void theOldKeyIsKeptUntilItIsDropped();
    void theOldKeyCanBeUsedAgain();
    void removingTakesTheKeyAlong();
    void removingTakesAnOldKeyAlong();
    void anImportedConnectionSaysThatItsKeyIsNotHere();
    void aTerminalDoesNotShowTheKey();
    void aPersonAtTheTerminalIsAskedBeforeProd();
    void aStopWhileTheKeyIsAwaitedEndsAtOnceAndShowsTypingAgain();
    void aLockedKeychainIsSaidAndNothingIsRemoved();

private:
    QString addWithKey(const QString &name, const QString &environment = u"dev"_s);

    std::unique_ptr<FaultServer> m_server;
    std::unique_ptr<CliRunner> m_cli;
};

void CliKeychainTest::init()
{
    m_server = std::make_unique<FaultServer>();
    m_cli = std::make_unique<CliRunner>();
}

QString CliKeychainTest::addWithKey(const QString &name, const QString &environment)
{
    const CliResult added =
        m_cli->run({u"connections"_s, u"add"_s, u"--name"_s, name, u"--environment"_s, environment, u"--endpoint"_s,
                    m_server->url().toString(), u"--write-key-stdin"_s, u"--json"_s},
                   "  " + kKey + "\r\n");
    return added.status == 0 ? added.object().value(u"id").toString() : QString();
}

void CliKeychainTest::aKeyGoesIntoTheKeychainAndEventsGoOutUnderIt()
{
    if (isLocked()) {
        QSKIP("needs an open keyring");
    }
    QVERIFY(m_cli->addConnection(u"Acme"_s, u"dev"_s, m_server->url()));
    const CliResult set = m_cli->run({u"connections"_s, u"set-key"_s, u"Acme"_s}, kKey + '\n');
    QVERIFY2(set.status == 0, set.text().constData());
    const QJsonObject shown = m_cli->run({u"connections"_s, u"show"_s, u"Acme"_s, u"--json"_s}).object();
    QCOMPARE(shown.value(u"key").toString(), u"stored"_s);
    QCOMPARE(storedKey(shown.value(u"id").toString()), kKey);

    const qint64 before = QDateTime::currentMSecsSinceEpoch();
    CliResult sent =
        m_cli->run({u"send"_s, u"--connection"_s, u"Acme"_s, u"--event"_s, u"Email Sent"_s, u"--user-id"_s, u"4711"_s});
    QVERIFY2(sent.status == 0, sent.text().constData());
    sent = m_cli->run(
        {u"send"_s, u"--connection"_s, u"Acme"_s, u"--event"_s, u"Push Delivered"_s, u"--hwid"_s, u"9F3C-42"_s});
    QVERIFY2(sent.status == 0, sent.text().constData());

    const QList<Request> requests = m_server->requests();
    QCOMPARE(requests.size(), 2);
    QList<QJsonObject> calls;
    for (const Request &request : requests) {
        QCOMPARE(request.header("Authorization"), QByteArray("Basic " + QByteArray(kKey + ':').toBase64()));
        QVERIFY(!request.body.contains(kKey));
        const QJsonObject body = QJsonDocument::fromJson(request.body).object();
        const QDateTime sentAt = QDateTime::fromString(body.value(u"sentAt").toString(), Qt::ISODateWithMs);
        QVERIFY(sentAt.toMSecsSinceEpoch() >= before);
        const QJsonObject call =
            request.target.endsWith("/batch") ? body.value(u"batch").toArray().at(0).toObject() : body;
        QVERIFY(!call.value(u"messageId").toString().isEmpty());
        QVERIFY(QDateTime::fromString(call.value(u"timestamp").toString(), Qt::ISODateWithMs).toMSecsSinceEpoch() >=
                before);
        QCOMPARE(call.value(u"context").toObject().value(u"library").toObject().value(u"name").toString(), u"segue"_s);
        QCOMPARE(call.value(u"properties").toObject().keys(),
                 (QStringList{u"campaign_code"_s, u"device_type"_s, u"message_type"_s}));
        calls.append(call);
    }
    QCOMPARE(calls[0].value(u"event").toString(), u"Email Sent"_s);
    QCOMPARE(calls[0].value(u"userId").toString(), u"4711"_s);
    QVERIFY(!calls[0].contains(u"anonymousId"));
    QCOMPARE(calls[1].value(u"event").toString(), u"Push Delivered"_s);
    QCOMPARE(calls[1].value(u"anonymousId").toString(), u"9F3C-42"_s);
    QVERIFY(!calls[1].contains(u"userId"));

    const QList<QJsonObject> log = m_cli->log();
    QCOMPARE(log.size(), 2);
    for (qsizetype i = 0; i < 2; ++i) {
        QCOMPARE(log[i].value(u"state").toString(), u"accepted"_s);
        QCOMPARE(log[i].value(u"messageId"), calls[i].value(u"messageId"));
    }
    const QByteArray table = m_cli->run({u"log"_s}).out;
    QVERIFY2(table.contains("user:4711") && table.contains("hwid:9F3C-42"), table.constData());
}

void CliKeychainTest::aReplacedKeyIsUsedFromThenOnAndWaitingEventsGo()
{
    if (isLocked()) {
        QSKIP("needs an open keyring");
    }
    QVERIFY(m_cli->addConnection(u"Acme"_s, u"dev"_s, m_server->url()));
    const CliResult early = m_cli->run({u"send"_s, u"--connection"_s, u"Acme"_s, u"--event"_s, u"Email Sent"_s});
    QVERIFY2(early.status == 3 && early.err.contains("set-key"), early.text().constData());
    QCOMPARE(m_cli->run({u"connections"_s, u"set-key"_s, u"Acme"_s}, kOtherKey).status, 0);
    QCOMPARE(m_cli->log()[0].value(u"state").toString(), u"queued"_s);
    QCOMPARE(m_cli->run({u"send"_s, u"--connection"_s, u"Acme"_s, u"--event"_s, u"Push Sent"_s}).status, 0);
    QCOMPARE(m_cli->run({u"connections"_s, u"set-key"_s, u"Acme"_s}, kKey).status, 0);
    QCOMPARE(m_cli->run({u"send"_s, u"--connection"_s, u"Acme"_s, u"--event"_s, u"Push Sent"_s}).status, 0);
    QCOMPARE(m_server->requests().first().header("Authorization"),
             QByteArray("Basic " + QByteArray(kOtherKey + ':').toBase64()));
    QCOMPARE(m_server->lastRequest().header("Authorization"), QByteArray("Basic " + QByteArray(kKey + ':').toBase64()));
    const QList<QJsonObject> log = m_cli->log();
    QCOMPARE(log.size(), 3);
    for (const QJsonObject &entry : log) {
        QCOMPARE(entry.value(u"state").toString(), u"accepted"_s);
    }
}

void CliKeychainTest::theOldKeyIsKeptUntilItIsDropped()
{
    if (isLocked()) {
        QSKIP("needs an open keyring");
    }
    const QString id = addWithKey(u"Acme"_s);
    m_server->setStandingAnswer(Answer::retryAfter("120", 503));
    m_cli->run({u"send"_s, u"--connection"_s, u"Acme"_s, u"--event"_s, u"Email Sent"_s, u"--timeout"_s, u"2"_s});
    CliResult result = m_cli->run({u"connections"_s, u"set-key"_s, u"Acme"_s, u"--drop-previous"_s});
    QVERIFY2(result.status == 1 && result.err.contains("No old key"), result.text().constData());

    result = m_cli->run({u"connections"_s, u"set-key"_s, u"Acme"_s}, kOtherKey);
    QVERIFY2(result.status == 0 && result.err.contains("1 queued event") && result.err.contains("--drop-previous"),
             result.text().constData());
    QCOMPARE(storedKey(id), kOtherKey);
    QCOMPARE(storedKey(id, u"write-key-previous"_s), kKey);
    QVERIFY(m_cli->run({u"connections"_s, u"show"_s, u"Acme"_s}).out.contains("Previous key"));
    const CliResult shown = m_cli->run({u"connections"_s, u"show"_s, u"Acme"_s, u"--json"_s});
    QVERIFY(QDateTime::fromString(shown.object().value(u"keyReplacedAt").toString(), Qt::ISODateWithMs).isValid());
    QVERIFY(!shown.out.contains(kKey) && !shown.out.contains(kOtherKey));
    const QByteArray file = m_cli->run({u"connections"_s, u"export"_s}).out;
    QVERIFY2(!file.contains("keyReplacedAt"), "what one keychain holds is of no use elsewhere");

    result = m_cli->run({u"connections"_s, u"set-key"_s, u"Acme"_s, u"--drop-previous"_s});
    QVERIFY2(result.status == 0, result.text().constData());
    QCOMPARE(storedKey(id), kOtherKey);
    QCOMPARE(storedKey(id, u"write-key-previous"_s), QByteArray());
    QVERIFY(!m_cli->run({u"connections"_s, u"show"_s, u"Acme"_s}).out.contains("Previous key"));
}

void CliKeychainTest::theOldKeyCanBeUsedAgain()
{
    if (isLocked()) {
        QSKIP("needs an open keyring");
    }
    const QString id = addWithKey(u"Acme"_s);
    CliResult result = m_cli->run({u"connections"_s, u"edit"_s, u"Acme"_s, u"--write-key-stdin"_s}, kOtherKey);
    QVERIFY2(result.status == 0 && result.err.contains("kept"), result.text().constData());
    QCOMPARE(storedKey(id, u"write-key-previous"_s), kKey);
    result = m_cli->run({u"connections"_s, u"set-key"_s, u"Acme"_s, u"--drop-previous"_s, u"--use-previous"_s});
    QCOMPARE(result.status, 2);
    result = m_cli->run({u"connections"_s, u"set-key"_s, u"Acme"_s, u"--use-previous"_s});
    QVERIFY2(result.status == 0, result.text().constData());
    QCOMPARE(storedKey(id), kKey);
    QCOMPARE(storedKey(id, u"write-key-previous"_s), QByteArray());
    QVERIFY(!m_cli->run({u"connections"_s, u"show"_s, u"Acme"_s}).out.contains("Previous key"));
}

void CliKeychainTest::removingTakesAnOldKeyAlong()
{
    if (isLocked()) {
        QSKIP("needs an open keyring");
    }
    const QString id = addWithKey(u"Acme"_s);
    QCOMPARE(m_cli->run({u"connections"_s, u"set-key"_s, u"Acme"_s}, kOtherKey).status, 0);
    QCOMPARE(m_cli->run({u"connections"_s, u"remove"_s, u"Acme"_s, u"--yes"_s}).status, 0);
    QCOMPARE(storedKey(id), QByteArray());
    QCOMPARE(storedKey(id, u"write-key-previous"_s), QByteArray());
}

void CliKeychainTest::removingTakesTheKeyAlong()
{
    if (isLocked()) {
        QSKIP("needs an open keyring");
    }
    const QString id = addWithKey(u"Acme"_s);
    QCOMPARE(storedKey(id), kKey);
    m_server->setStandingAnswer(Answer::retryAfter("120", 503));
    QCOMPARE(
        m_cli->run({u"send"_s, u"--connection"_s, u"Acme"_s, u"--event"_s, u"Email Sent"_s, u"--timeout"_s, u"2"_s})
            .status,
        1);
    const CliResult removed = m_cli->run({u"connections"_s, u"remove"_s, u"Acme"_s, u"--yes"_s});
    QVERIFY2(removed.status == 0 && removed.err.contains("1 event"), removed.text().constData());
    QCOMPARE(storedKey(id), QByteArray());
    const QList<QJsonObject> log = m_cli->log({u"--connection"_s, id});
    QCOMPARE(log.size(), 1);
    QCOMPARE(log[0].value(u"state").toString(), u"cancelled"_s);
}

void CliKeychainTest::anImportedConnectionSaysThatItsKeyIsNotHere()
{
    if (isLocked()) {
        QSKIP("needs an open keyring");
    }
    const QString id = addWithKey(u"Acme"_s);
    const QByteArray file = m_cli->run({u"connections"_s, u"export"_s}).out;
    QVERIFY(!file.contains(kKey));
    const CliRunner there;
    // The same keychain: the key is found by the connection's id.
    CliResult imported = there.run({u"connections"_s, u"import"_s, u"-"_s}, file);
    QVERIFY2(imported.status == 0 && !imported.err.contains("not on this machine"), imported.text().constData());
    // As on another machine.
    QProcess tool;
    tool.start(u"secret-tool"_s, {u"clear"_s, u"server"_s, u"Segue"_s, u"user"_s, id + u"/write-key"_s});
    QVERIFY(tool.waitForFinished(kPatienceMs));
    const CliRunner elsewhere;
    imported = elsewhere.run({u"connections"_s, u"import"_s, u"-"_s}, file);
    QVERIFY2(imported.status == 0 && imported.err.contains("key not on this machine"), imported.text().constData());
    const CliResult list = elsewhere.run({u"connections"_s, u"list"_s});
    QVERIFY2(list.out.contains("key not on this machine"), list.text().constData());
    QCOMPARE(elsewhere.run({u"connections"_s, u"show"_s, u"Acme"_s, u"--json"_s}).object().value(u"key").toString(),
             u"not-on-this-machine"_s);
    QCOMPARE(elsewhere.run({u"connections"_s, u"set-key"_s, u"Acme"_s}, kKey).status, 0);
    QCOMPARE(elsewhere.run({u"connections"_s, u"show"_s, u"Acme"_s, u"--json"_s}).object().value(u"key").toString(),
             u"stored"_s);
}

void CliKeychainTest::aTerminalDoesNotShowTheKey()
{
    if (isLocked()) {
        QSKIP("needs an open keyring");
    }
    QVERIFY(m_cli->addConnection(u"Acme"_s, u"dev"_s, m_server->url()));
    const FakeTerminal terminal;
    QVERIFY(terminal.echoes());
    QProcess process;
    process.setProcessEnvironment(m_cli->environment);
    terminal.giveTo(process);
    process.start(QStringLiteral(SEGUE_CLI), m_cli->withFolder({u"connections"_s, u"set-key"_s, u"Acme"_s}));
    QTRY_VERIFY_WITH_TIMEOUT(!terminal.echoes(), kPatienceMs);
    terminal.type(kKey + '\n');
    const CliResult result = CliRunner::finish(process);
    QVERIFY2(result.status == 0, result.text().constData());
    QVERIFY(!result.err.contains(kKey));
    QVERIFY(terminal.echoes());
    QCOMPARE(
        storedKey(m_cli->run({u"connections"_s, u"show"_s, u"Acme"_s, u"--json"_s}).object().value(u"id").toString()),
        kKey);
}

void CliKeychainTest::aPersonAtTheTerminalIsAskedBeforeProd()
{
    if (isLocked()) {
        QSKIP("needs an open keyring");
    }
    QVERIFY(!addWithKey(u"Live"_s, u"prod"_s).isEmpty());
    for (const auto &[answer, status] :
         {std::pair{QByteArray("\n"), 1}, std::pair{QByteArray("n\n"), 1}, std::pair{QByteArray("y\n"), 0}}) {
        const FakeTerminal terminal;
        QProcess process;
        process.setProcessEnvironment(m_cli->environment);
        terminal.giveTo(process);
        process.start(QStringLiteral(SEGUE_CLI),
                      m_cli->withFolder({u"send"_s, u"--connection"_s, u"Live"_s, u"--event"_s, u"Email Sent"_s}));
        QByteArray asked;
        QTRY_VERIFY_WITH_TIMEOUT((asked += process.readAllStandardError()).contains("[y/N]"), kPatienceMs);
        QVERIFY(asked.contains("Live") && asked.contains("PROD"));
        terminal.type(answer);
        const CliResult result = CliRunner::finish(process);
        QVERIFY2(result.status == status, QByteArray(asked + result.text()).constData());
    }
    QCOMPARE(m_server->requestCount(), 1);
    QCOMPARE(m_cli->log().size(), 1);
}

void CliKeychainTest::aStopWhileTheKeyIsAwaitedEndsAtOnceAndShowsTypingAgain()
{
    QVERIFY(m_cli->addConnection(u"Acme"_s, u"dev"_s, m_server->url()));
    const FakeTerminal terminal;
    QProcess process;
    process.setProcessEnvironment(m_cli->environment);
    terminal.giveTo(process);
    process.start(QStringLiteral(SEGUE_CLI), m_cli->withFolder({u"connections"_s, u"set-key"_s, u"Acme"_s}));
    QTRY_VERIFY_WITH_TIMEOUT(!terminal.echoes(), kPatienceMs);
    process.terminate();
    const CliResult result = CliRunner::finish(process);
    QVERIFY2(result.status == 1, result.text().constData());
    QVERIFY(terminal.echoes());
    QCOMPARE(m_cli->run({u"connections"_s, u"show"_s, u"Acme"_s, u"--json"_s}).object().value(u"key").toString(),
             u"none"_s);
}

void CliKeychainTest::aLockedKeychainIsSaidAndNothingIsRemoved()
{
    if (!isLocked()) {
        QSKIP("needs a locked keyring");
    }
    QVERIFY(m_cli->addConnection(u"Other"_s, u"dev"_s, m_server->url()));
    CliResult result = m_cli->run({u"connections"_s, u"set-key"_s, u"Other"_s}, kKey);
    QVERIFY2(result.status == 3 && result.err.contains("locked"), result.text().constData());

    QVERIFY(keyring(u"unlock"_s));
    const QString id = addWithKey(u"Acme"_s);
    QVERIFY(!id.isEmpty());
    QVERIFY(keyring(u"lock"_s));
    result = m_cli->run({u"connections"_s, u"remove"_s, u"Acme"_s, u"--yes"_s});
    QVERIFY2(result.status == 3 && result.err.contains("locked"), result.text().constData());
    result =
        m_cli->run({u"send"_s, u"--connection"_s, u"Acme"_s, u"--event"_s, u"Email Sent"_s, u"--timeout"_s, u"300"_s});
    QVERIFY2(result.status == 3 && result.err.contains("locked"), result.text().constData());
    QCOMPARE(m_server->requestCount(), 0);
    const CliResult list = m_cli->run({u"connections"_s, u"list"_s});
    QVERIFY2(list.status == 0 && list.out.contains("Acme") && list.out.contains("not readable now"),
             list.text().constData());

    QVERIFY(keyring(u"unlock"_s));
    QCOMPARE(storedKey(id), kKey);
    QCOMPARE(m_cli->run({u"send"_s, u"--connection"_s, u"Acme"_s, u"--event"_s, u"Push Sent"_s}).status, 0);
}

QTEST_GUILESS_MAIN(CliKeychainTest)
#include "tst_clikeychain.moc"
