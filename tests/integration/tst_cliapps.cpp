// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/integration/CliRunner.h"
#include "tests/support/FaultServer.h"

#include <QDirIterator>
#include <QTest>

using namespace segue::test;
using namespace Qt::StringLiterals;

namespace {

constexpr int kPatienceMs = 60'000;
const QByteArray kToken = "pUsHwOoShServerToken0123456789AbCdEf";
const QByteArray kAnswer = R"json({"status_code":200,"status_message":"OK","response":{"total":0,"applications":
    {"A1B2C-3D4E5":"Shop (production)","0F9E8-7D6C5":"Łódź staging"}}})json";

bool hasKeyring()
{
    return qgetenv("SEGUE_TEST_BUS_MODE") == "unlocked";
}

QByteArray storedToken()
{
    QProcess tool;
    tool.start(u"secret-tool"_s, {u"lookup"_s, u"server"_s, u"Segue"_s, u"user"_s, u"pushwoosh/api-token"_s});
    tool.waitForFinished(kPatienceMs);
    return tool.readAllStandardOutput();
}

} // namespace

//! `segue apps` beside a stand-in for Pushwoosh, with a keyring and without any.
class CliAppsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void listsWhatTheTokenSees();
    void searchesNamesAndCodes();
    void theLastListIsThereOffline();
    void aRefusalEndsWithOneAndPointsToTheLastList();
    void withoutATokenItSaysWhereOneComesFrom();
    void aKeptTokenIsUsedAndForgotten();
    void theTokenIsInNoFileAndInNoOutput();
    void wrongUsage_data();
    void wrongUsage();

private:
    CliResult apps(const QStringList &more, const QByteArray &token = kToken) const;

    std::unique_ptr<FaultServer> m_server;
    std::unique_ptr<CliRunner> m_cli;
};

void CliAppsTest::init()
{
    m_server = std::make_unique<FaultServer>();
    Answer answer;
    answer.body = kAnswer;
    m_server->setStandingAnswer(answer);
    m_cli = std::make_unique<CliRunner>();
}

CliResult CliAppsTest::apps(const QStringList &more, const QByteArray &token) const
{
    QStringList line{u"apps"_s, u"--address"_s, m_server->url().toString()};
    if (!token.isEmpty()) {
        line.append(u"--token-stdin"_s);
    }
    return m_cli->run(line + more, token.isEmpty() ? QByteArray() : token + '\n');
}

void CliAppsTest::listsWhatTheTokenSees()
{
    const CliResult listed = apps({});
    QVERIFY2(listed.status == 0, listed.text().constData());
    QCOMPARE(listed.out.count('\n'), 3);
    QVERIFY(listed.out.contains("A1B2C-3D4E5  Shop (production)"));
    QVERIFY(listed.out.contains("0F9E8-7D6C5  Łódź staging"));
    const QJsonObject object = apps({u"--json"_s}).object();
    QCOMPARE(object.value(u"applications").toArray().size(), 2);
    QCOMPARE(object.value(u"complete").toBool(), true);
    QCOMPARE(object.value(u"offline").toBool(true), false);
}

void CliAppsTest::searchesNamesAndCodes()
{
    QCOMPARE(apps({u"--search"_s, u"łódź"_s, u"--json"_s}).object().value(u"applications").toArray().size(), 1);
    QCOMPARE(apps({u"--search"_s, u"a1b2c"_s, u"--json"_s}).object().value(u"applications").toArray().size(), 1);
    const CliResult none = apps({u"--search"_s, u"nothing"_s});
    QCOMPARE(none.status, 0);
    QVERIFY(none.out.isEmpty());
    QVERIFY(none.err.contains("None of 2 application(s) fits"));
}

void CliAppsTest::theLastListIsThereOffline()
{
    QCOMPARE(m_cli->run({u"apps"_s, u"--offline"_s}).status, 1);
    QCOMPARE(apps({}).status, 0);
    m_server->stopListening();
    const CliResult offline = m_cli->run({u"apps"_s, u"--offline"_s, u"--json"_s});
    QVERIFY2(offline.status == 0, offline.text().constData());
    QCOMPARE(offline.object().value(u"applications").toArray().size(), 2);
    QCOMPARE(offline.object().value(u"offline").toBool(), true);
}

void CliAppsTest::aRefusalEndsWithOneAndPointsToTheLastList()
{
    QCOMPARE(apps({}).status, 0);
    Answer refused;
    refused.body = R"({"status_code":403,"status_message":"token restrictions"})";
    m_server->setStandingAnswer(refused);
    const CliResult result = apps({});
    QCOMPARE(result.status, 1);
    QVERIFY(result.out.isEmpty());
    QVERIFY(result.err.contains("403: token restrictions"));
    QVERIFY(result.err.contains("--offline"));
}

void CliAppsTest::withoutATokenItSaysWhereOneComesFrom()
{
    const CliResult result = apps({}, {});
    QCOMPARE(result.status, hasKeyring() ? 1 : 3);
    QVERIFY2(!result.err.isEmpty(), result.text().constData());
    if (hasKeyring()) {
        QVERIFY(result.err.contains("API Access"));
    }
    QCOMPARE(m_server->requestCount(), 0);
}

void CliAppsTest::aKeptTokenIsUsedAndForgotten()
{
    if (!hasKeyring()) {
        const CliResult kept = apps({u"--keep-token"_s});
        QCOMPARE(kept.status, 3);
        QVERIFY(kept.err.contains("not kept"));
        return;
    }
    // A token that Pushwoosh does not take is not kept.
    m_server->enqueue(Answer::error(401));
    QCOMPARE(apps({u"--keep-token"_s}).status, 1);
    QVERIFY(storedToken().isEmpty());
    QCOMPARE(apps({u"--keep-token"_s}).status, 0);
    QCOMPARE(storedToken(), kToken);
    const CliResult used = apps({}, {});
    QVERIFY2(used.status == 0, used.text().constData());
    QVERIFY(m_server->lastRequest().body.contains(kToken));
    QCOMPARE(m_cli->run({u"apps"_s, u"--forget-token"_s}).status, 0);
    QVERIFY(storedToken().isEmpty());
    QCOMPARE(apps({}, {}).status, 1);
}

void CliAppsTest::theTokenIsInNoFileAndInNoOutput()
{
    Answer echo = Answer::error(403);
    echo.body = R"({"status_message":"no rights for )" + kToken + R"("})";
    m_server->enqueue(echo);
    const CliResult refused = apps({u"--verbose"_s});
    const CliResult listed = apps({u"--verbose"_s});
    QVERIFY(!refused.text().contains(kToken));
    QVERIFY(!listed.text().contains(kToken));
    QDirIterator files(m_cli->folder(), QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
    int looked = 0;
    while (files.hasNext()) {
        QFile file(files.next());
        QVERIFY(file.open(QIODevice::ReadOnly));
        QVERIFY2(!file.readAll().contains(kToken), qPrintable(file.fileName()));
        ++looked;
    }
    QVERIFY(looked > 1);
}

void CliAppsTest::wrongUsage_data()
{
    QTest::addColumn<QStringList>("line");
    QTest::newRow("a token as an argument") << QStringList{u"--token"_s, u"abc"_s};
    QTest::newRow("nothing to keep") << QStringList{u"--keep-token"_s};
    QTest::newRow("plain http") << QStringList{u"--address"_s, u"http://api.example.com"_s, u"--token-stdin"_s};
    QTest::newRow("two things at once") << QStringList{u"--offline"_s, u"--forget-token"_s};
    QTest::newRow("a word") << QStringList{u"shop"_s};
}

void CliAppsTest::wrongUsage()
{
    QFETCH(QStringList, line);
    const CliResult result = m_cli->run(QStringList{u"apps"_s} + line, kToken + '\n');
    QCOMPARE(result.status, 2);
    QVERIFY(!result.err.isEmpty());
}

QTEST_GUILESS_MAIN(CliAppsTest)
#include "tst_cliapps.moc"
