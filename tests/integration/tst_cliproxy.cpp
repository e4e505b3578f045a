// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/integration/CliRunner.h"
#include "tests/support/ProxyDouble.h"

#include <QDirIterator>
#include <QFile>
#include <QTest>
#include <QUrl>

using namespace segue::test;
using namespace Qt::StringLiterals;

namespace {

constexpr int kPatienceMs = 60'000;
const QByteArray kPassword = "correct horse";

bool isLocked()
{
    return qgetenv("SEGUE_TEST_BUS_MODE") == "locked";
}

QByteArray stored(const QString &account)
{
    QProcess tool;
    tool.start(u"secret-tool"_s, {u"lookup"_s, u"server"_s, u"Segue"_s, u"user"_s, account});
    tool.waitForFinished(kPatienceMs);
    return tool.readAllStandardOutput();
}

} // namespace

//! `segue proxy`, with a real proxy that asks and a real keyring.
class TestCliProxy : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup() { m_proxy.reset(); }

    void withoutAProxyThereIsNothingToKeep();
    void thePasswordIsTriedKeptShownAndForgotten();
    void aWrongOneIsTriedOnceAndNotKept();
    void whatIsMissingIsSaid_data();
    void whatIsMissingIsSaid();
    void sendingSaysWhatToDo();
    void noFileHoldsThePassword();
    void aLockedKeychainIsSaid();

private:
    //! The proxy works meanwhile.
    CliResult run(const QStringList &arguments, const QByteArray &input = {}) const
    {
        const auto process = m_cli->start(arguments);
        process->write(input);
        process->closeWriteChannel();
        if (!QTest::qWaitFor([&] { return process->state() == QProcess::NotRunning; }, kPatienceMs)) {
            process->kill();
        }
        return CliRunner::finish(*process);
    }
    QString account() const { return u"proxy/127.0.0.1:%1"_s.arg(m_proxy->serverPort()); }

    std::unique_ptr<CliRunner> m_cli;
    std::unique_ptr<ProxyDouble> m_proxy;
};

void TestCliProxy::init()
{
    m_cli = std::make_unique<CliRunner>();
    m_proxy = std::make_unique<ProxyDouble>(quint16(9));
    m_proxy->askFor("ada", kPassword);
    m_proxy->setRefusal(403); // nobody gets farther than to the proxy
    m_cli->environment.insert(u"https_proxy"_s, QString::fromLatin1(m_proxy->address()));
    for (const QString &name : {u"no_proxy"_s, u"NO_PROXY"_s, u"all_proxy"_s, u"HTTPS_PROXY"_s}) {
        m_cli->environment.remove(name);
    }
}

void TestCliProxy::withoutAProxyThereIsNothingToKeep()
{
    m_cli->environment.remove(u"https_proxy"_s);
    m_cli->environment.remove(u"http_proxy"_s);
    const CliResult shown = run({u"proxy"_s});
    QVERIFY2(shown.status == 0 && shown.out.contains("names no proxy"), shown.text().constData());
    QCOMPARE(run({u"proxy"_s, u"--json"_s}).object().value(u"proxy"_s), QJsonValue());
    QCOMPARE(run({u"proxy"_s, u"--user"_s, u"ada"_s, u"--password-stdin"_s}, kPassword + '\n').status, 1);
}

void TestCliProxy::thePasswordIsTriedKeptShownAndForgotten()
{
    if (isLocked()) {
        QSKIP("with an open keyring");
    }
    const CliResult before = run({u"proxy"_s});
    QVERIFY2(before.status == 0 && before.out.contains(account().mid(6).toLatin1()) &&
                 before.err.contains("segue proxy --user NAME --password-stdin"),
             before.text().constData());
    const CliResult kept = run({u"proxy"_s, u"--user"_s, u"ada"_s, u"--password-stdin"_s}, kPassword + '\n');
    QVERIFY2(kept.status == 0 && kept.err.contains("took the name"), kept.text().constData());
    QCOMPARE(m_proxy->logins, QList<QByteArray>{"ada:" + kPassword});
    QCOMPARE(stored(account()).trimmed(), QByteArray(R"({"password":"correct horse","user":"ada"})"));
    const QJsonObject shown = run({u"proxy"_s, u"--json"_s}).object();
    QCOMPARE(shown.value(u"user"_s).toString(), u"ada"_s);
    QVERIFY(shown.value(u"kept"_s).toBool() && !shown.value(u"refused"_s).toBool());
    QCOMPARE(run({u"proxy"_s, u"--forget"_s}).status, 0);
    QVERIFY(stored(account()).isEmpty());
    QVERIFY(!run({u"proxy"_s, u"--json"_s}).object().value(u"kept"_s).toBool(true));
}

void TestCliProxy::aWrongOneIsTriedOnceAndNotKept()
{
    const CliResult refused = run({u"proxy"_s, u"--user"_s, u"ada"_s, u"--password-stdin"_s}, "wrong one\n");
    QVERIFY2(refused.status == 1 && refused.err.contains("refused"), refused.text().constData());
    QVERIFY(!refused.text().contains("wrong one"));
    QCOMPARE(m_proxy->logins, QList<QByteArray>{"ada:wrong one"});
    QVERIFY(stored(account()).isEmpty());
}

void TestCliProxy::whatIsMissingIsSaid_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QByteArray>("input");
    QTest::newRow("user alone") << QStringList{u"--user"_s, u"ada"_s} << QByteArray();
    QTest::newRow("password alone") << QStringList{u"--password-stdin"_s} << kPassword;
    QTest::newRow("both ways") << QStringList{u"--forget"_s, u"--user"_s, u"ada"_s, u"--password-stdin"_s} << kPassword;
    QTest::newRow("a colon") << QStringList{u"--user"_s, u"a:b"_s, u"--password-stdin"_s} << kPassword;
    QTest::newRow("no password") << QStringList{u"--user"_s, u"ada"_s, u"--password-stdin"_s} << QByteArray("\n");
    QTest::newRow("two lines") << QStringList{u"--user"_s, u"ada"_s, u"--password-stdin"_s} << QByteArray("a\nb\n");
    QTest::newRow("as an argument") << QStringList{u"--user"_s, u"ada"_s, u"--password"_s, u"x"_s} << QByteArray();
}

void TestCliProxy::whatIsMissingIsSaid()
{
    QFETCH(QStringList, arguments);
    QFETCH(QByteArray, input);
    const CliResult wrong = run(QStringList{u"proxy"_s} + arguments, input);
    QVERIFY2(wrong.status == 2, wrong.text().constData());
    QVERIFY(m_proxy->logins.isEmpty());
}

void TestCliProxy::sendingSaysWhatToDo()
{
    QVERIFY(m_cli->addConnection(u"Acme"_s, u"dev"_s, QUrl(u"https://segue-test.invalid"_s)));
    const CliResult sent = run({u"send"_s, u"--connection"_s, u"Acme"_s, u"--event"_s, u"Email Sent"_s, u"--user-id"_s,
                                u"1"_s, u"--write-key-stdin"_s},
                               "Kx7wQ2vN8rT5yB1mZ4cL6dF9gH3jP0sA\n");
    QVERIFY2(sent.status == 3, sent.text().constData());
    if (!isLocked()) {
        QVERIFY2(sent.err.contains("segue proxy --user NAME --password-stdin"), sent.text().constData());
    }
    QVERIFY(m_proxy->asked > 0 && m_proxy->logins.isEmpty());
}

void TestCliProxy::noFileHoldsThePassword()
{
    run({u"proxy"_s, u"--user"_s, u"ada"_s, u"--password-stdin"_s, u"--verbose"_s}, kPassword + '\n');
    QDirIterator files(m_cli->folder(), QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
    int looked = 0;
    while (files.hasNext()) {
        QFile file(files.next());
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray content = file.readAll();
        QVERIFY2(!content.contains(kPassword) && !content.contains(QByteArray("ada:" + kPassword).toBase64()),
                 qPrintable(file.fileName()));
        ++looked;
    }
    QVERIFY(looked > 0);
    run({u"proxy"_s, u"--forget"_s});
}

void TestCliProxy::aLockedKeychainIsSaid()
{
    if (!isLocked()) {
        QSKIP("with a locked keyring");
    }
    const CliResult shown = run({u"proxy"_s});
    QVERIFY2(shown.status == 3 && !shown.err.isEmpty(), shown.text().constData());
    const CliResult kept = run({u"proxy"_s, u"--user"_s, u"ada"_s, u"--password-stdin"_s}, kPassword + '\n');
    QVERIFY2(kept.status == 3, kept.text().constData());
}

QTEST_GUILESS_MAIN(TestCliProxy)
#include "tst_cliproxy.moc"
