// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/integration/CliRunner.h"
#include "tests/support/FaultServer.h"

#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QJsonDocument>
#include <QTest>
#include <QUrl>

using namespace segue::test;
using namespace Qt::StringLiterals;

namespace {

const QByteArray kKey = "Kx7wQ2vN8rT5yB1mZ4cL6dF9gH3jP0sA";

QStringList filesBelow(const QString &folder)
{
    QStringList files;
    QDirIterator all(folder, QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot, QDirIterator::Subdirectories);
    while (all.hasNext()) {
        files.append(all.next());
    }
    return files;
}

} // namespace

//! The program in a terminal of a machine that has no keychain.
class CliTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theDemoConfirmsSevenEventsAndLeavesNothingBehind();
    void theDemoSpeaksToMachinesAsWell();
    void wrongUsageIsTwoAndNamesWhatIsWrong_data();
    void wrongUsageIsTwoAndNamesWhatIsWrong();
    void helpAndVersionAreAnswered_data();
    void helpAndVersionAreAnswered();
    void anUnusableDataFolderIsThree();
    void connectionsAreAddedShownEditedAndRemoved();
    void aConnectionGivesQueriesAndATrackingPlan();
    void whatIsRefusedIsOne();
    void aConnectionThatIsNotThereIsWrongUsage();
    void withoutAKeychainAKeyIsNotTakenAndNothingIsAdded();
    void withoutAKeychainAConnectionWithAKeyStaysUnlessItsKeyIsLeftBehind();
    void theSandboxStays();
    void connectionsTravelWithoutSecrets();
    void aFileThatIsNoneOfOursChangesNothing_data();
    void aFileThatIsNoneOfOursChangesNothing();
    void aNewerConnectionsFileIsLeftAlone();
    void aFullDiskBehindStandardOutputIsThree();
};

void CliTest::theDemoConfirmsSevenEventsAndLeavesNothingBehind()
{
    CliRunner cli;
    const QStringList homeBefore = filesBelow(QDir::homePath());
    const std::unique_ptr<QProcess> process = std::make_unique<QProcess>();
    process->setProcessEnvironment(cli.environment);
    process->start(QStringLiteral(SEGUE_CLI), {u"demo"_s});
    const CliResult result = CliRunner::finish(*process);
    QVERIFY2(result.status == 0, result.text().constData());
    QCOMPARE(result.err, QByteArray());
    const QList<QByteArray> lines = result.out.trimmed().split('\n');
    QCOMPARE(lines.size(), 9);
    QCOMPARE(lines.last(), QByteArray("7 sent, 7 confirmed by the sandbox"));
    for (const char *event : {"Email Sent", "Email Delivered", "Email Bounced", "Push Sent", "Push Delivered",
                              "SMS Sent", "SMS Delivered"}) {
        QCOMPARE(std::count_if(
                     lines.begin(), lines.end(),
                     [event](const QByteArray &line) { return line.startsWith(event) && line.contains("confirmed"); }),
                 1);
    }
    QCOMPARE(filesBelow(cli.environment.value(u"TMPDIR"_s)), QStringList());
    QCOMPARE(filesBelow(QDir::homePath()), homeBefore);
}

void CliTest::theDemoSpeaksToMachinesAsWell()
{
    const CliRunner cli;
    const CliResult result = cli.run({u"demo"_s, u"--json"_s});
    QCOMPARE(result.status, 0);
    QCOMPARE(result.object().value(u"confirmed").toInt(), 7);
    QCOMPARE(result.object().value(u"events").toArray().size(), 7);
    QCOMPARE(filesBelow(cli.folder()), QStringList());
}

void CliTest::wrongUsageIsTwoAndNamesWhatIsWrong_data()
{
    QTest::addColumn<QStringList>("line");
    QTest::addColumn<QByteArray>("named");
    const auto row = [](const char *line, const char *named) {
        QTest::newRow(line) << QString::fromUtf8(line).split(u' ', Qt::SkipEmptyParts) << QByteArray(named);
    };
    row("--json", "command");
    row("bogus", "bogus");
    row("--bogus", "--bogus");
    row("demo now", "now");
    row("demo --fast", "--fast");
    row("connections", "connections");
    row("connections paint", "connections paint");
    row("connections show", "CONNECTION");
    row("connections add", "--name");
    row("connections add --name A", "--environment");
    row("connections add --name A --environment dev", "--region");
    row("connections add --name A --environment moon --region us", "--environment");
    row("connections add --name A --environment dev --region mars", "--region");
    row("connections add --name A --environment dev --region us --endpoint https://x.example", "--endpoint");
    row("connections add --name A --environment dev --endpoint http://x.example", "--endpoint");
    row("connections add --name A --environment dev --endpoint https://u:p@x.example", "--endpoint");
    row("connections add --name A --environment dev --region us --events ,", "--events");
    row("connections add --name= --environment dev --region us", "--name");
    row("connections edit Sandbox --pause --resume", "--resume");
    row("connections import", "FILE");
    row("send", "--connection");
    row("send --connection", "--connection");
    row("send --connection Sandbox", "--event");
    row("send --connection Sandbox --event A --all-events", "--all-events");
    row("send --connection Sandbox --payload f --user-id 1", "--user-id");
    row("send --connection Sandbox --all-events --count 0", "--count");
    row("send --connection Sandbox --all-events --count x", "--count");
    row("send --connection Sandbox --all-events --pace 0", "--pace");
    row("send --connection Sandbox --all-events --timeout soon", "--timeout");
    row("send --connection Sandbox --all-events --timestamp 14.11.2023", "--timestamp");
    row("send --connection Sandbox --all-events --device-type toaster", "--device-type");
    row("send --connection Sandbox --all-events --keep-out --no-keep-out", "--no-keep-out");
    row("send --connection Sandbox --all-events --write-key SECRET", "--write-key");
    row("send --connection Sandbox --payload - --write-key-stdin", "--write-key-stdin");
    row("log --state asleep", "--state");
    row("log --origin moon", "--origin");
    row("log --since yesterday", "--since");
    row("log --since 1h --until 2h", "--until");
    row("log --limit 0", "--limit");
    row("log --limit ten", "--limit");
    row("log --format xml", "--format");
    row("log --json --format csv", "--format");
    row("log --event ,", "--event");
}

void CliTest::wrongUsageIsTwoAndNamesWhatIsWrong()
{
    QFETCH(QStringList, line);
    QFETCH(QByteArray, named);
    const CliRunner cli;
    const CliResult result = cli.run(line);
    QVERIFY2(result.status == 2, result.text().constData());
    QVERIFY2(result.err.contains(named), result.text().constData());
    QVERIFY2(result.err.contains("--help"), result.text().constData());
    QCOMPARE(result.out, QByteArray());
}

void CliTest::helpAndVersionAreAnswered_data()
{
    QTest::addColumn<QStringList>("line");
    QTest::addColumn<QByteArray>("said");
    const auto row = [](const char *line, const char *said) {
        QTest::newRow(line) << QString::fromUtf8(line).split(u' ', Qt::SkipEmptyParts) << QByteArray(said);
    };
    row("--help", "Exit status");
    row("-h", "Commands:");
    row("--version", "segue " SEGUE_VERSION);
    row("demo --help", "Examples:");
    row("--help demo", "segue demo");
    row("connections --help", "set-key");
    row("connections add --help", "--write-key-stdin");
    row("connections remove --help", "--yes");
    row("connections export --help", "--out");
    row("send --help", "--yes-prod");
    row("log --help", "--follow");
}

void CliTest::helpAndVersionAreAnswered()
{
    QFETCH(QStringList, line);
    QFETCH(QByteArray, said);
    const CliRunner cli;
    const CliResult result = cli.run(line);
    QVERIFY2(result.status == 0, result.text().constData());
    QVERIFY2(result.out.contains(said), result.text().constData());
    QCOMPARE(result.err, QByteArray());
}

void CliTest::anUnusableDataFolderIsThree()
{
    const CliRunner cli;
    const QString file = cli.scratch(u"a file"_s);
    QVERIFY(QFile(file).open(QIODevice::WriteOnly));
    for (const QStringList &line : {QStringList{u"connections"_s, u"list"_s}, QStringList{u"log"_s},
                                    QStringList{u"send"_s, u"--connection"_s, u"Sandbox"_s, u"--all-events"_s}}) {
        QProcess process;
        process.setProcessEnvironment(cli.environment);
        process.start(QStringLiteral(SEGUE_CLI), line + QStringList{u"--data-dir"_s, file});
        const CliResult result = CliRunner::finish(process);
        QVERIFY2(result.status == 3, result.text().constData());
        QVERIFY2(result.err.contains("a file"), result.text().constData());
    }
}

void CliTest::connectionsAreAddedShownEditedAndRemoved()
{
    const CliRunner cli;
    CliResult result = cli.run({u"connections"_s, u"add"_s, u"--name"_s, u"Acme dev"_s, u"--environment"_s, u"dev"_s,
                                u"--region"_s, u"eu"_s, u"--application"_s, u"1a2b3-c4d5e"_s, u"--events"_s,
                                u"email sent, Push Delivered"_s, u"--json"_s});
    QVERIFY2(result.status == 0, result.text().constData());
    const QString id = result.object().value(u"id").toString();
    QVERIFY(!id.isEmpty());
    QCOMPARE(result.object().value(u"application").toString(), u"1A2B3-C4D5E"_s);
    QCOMPARE(result.object().value(u"events").toArray(), (QJsonArray{u"Email Sent"_s, u"Push Delivered"_s}));
    QVERIFY2(result.err.contains("--events"), result.text().constData());

    const QJsonArray list = cli.run({u"connections"_s, u"list"_s, u"--json"_s}).array();
    QCOMPARE(list.size(), 2);
    QCOMPARE(list[0].toObject().value(u"name").toString(), u"Acme dev"_s);
    QCOMPARE(list[0].toObject().value(u"key").toString(), u"none"_s);
    QCOMPARE(list[1].toObject().value(u"environment").toString(), u"sandbox"_s);

    result = cli.run(
        {u"connections"_s, u"edit"_s, u"acme DEV"_s, u"--name"_s, u"Acme"_s, u"--events"_s, u"all"_s, u"--pause"_s});
    QVERIFY2(result.status == 0, result.text().constData());
    const QJsonObject shown = cli.run({u"connections"_s, u"show"_s, id, u"--json"_s}).object();
    QCOMPARE(shown.value(u"name").toString(), u"Acme"_s);
    QVERIFY(shown.value(u"events").isNull());
    QVERIFY(shown.value(u"paused").toBool());
    QCOMPARE(shown.value(u"region").toString(), u"eu"_s);

    result = cli.run({u"connections"_s, u"remove"_s, u"Acme"_s});
    QVERIFY2(result.status == 2 && result.err.contains("--yes"), result.text().constData());
    QCOMPARE(cli.run({u"connections"_s, u"list"_s, u"--json"_s}).array().size(), 2);
    result = cli.run({u"connections"_s, u"remove"_s, u"Acme"_s, u"--yes"_s});
    QVERIFY2(result.status == 0 && result.err.contains("Acme"), result.text().constData());
    QCOMPARE(cli.run({u"connections"_s, u"list"_s, u"--json"_s}).array().size(), 1);
}

void CliTest::aConnectionGivesQueriesAndATrackingPlan()
{
    CliRunner cli;
    QVERIFY(cli.addConnection(u"Shop_Dev"_s, u"dev"_s, QUrl(u"https://gateway.example.com"_s)));
    const CliResult sql = cli.run({u"connections"_s, u"show"_s, u"Shop_Dev"_s, u"--sql"_s});
    QVERIFY2(sql.status == 0, sql.text().constData());
    QCOMPARE(sql.out.count("SELECT "), 7);
    QVERIFY(sql.out.contains("-- Push Sent\n"));
    QVERIFY(sql.out.contains("FROM shop_dev.push_sent\n"));
    const CliResult plan = cli.run({u"connections"_s, u"show"_s, u"Shop_Dev"_s, u"--tracking-plan"_s});
    QVERIFY2(plan.status == 0, plan.text().constData());
    QCOMPARE(plan.object().value(u"rules").toArray().size(), 7);
    QCOMPARE(plan.object().value(u"trackingPlan").toObject().value(u"name").toString(), u"Shop_Dev"_s);
}

void CliTest::whatIsRefusedIsOne()
{
    const CliRunner cli;
    QVERIFY(cli.addConnection(u"A"_s, u"dev"_s, QUrl(u"http://127.0.0.1:9"_s)));
    for (const QStringList &line :
         {QStringList{u"connections"_s, u"add"_s, u"--name"_s, u"a"_s, u"--environment"_s, u"dev"_s, u"--region"_s,
                      u"us"_s},
          QStringList{u"connections"_s, u"add"_s, u"--name"_s, u"B"_s, u"--environment"_s, u"sandbox"_s}}) {
        const CliResult result = cli.run(line);
        QVERIFY2(result.status == 1, QByteArray(line.join(u' ').toUtf8() + result.text()).constData());
        QVERIFY(result.err.startsWith("segue: "));
        QCOMPARE(result.out, QByteArray());
    }
}

void CliTest::aConnectionThatIsNotThereIsWrongUsage()
{
    const CliRunner cli;
    for (const QStringList &line :
         {QStringList{u"connections"_s, u"show"_s, u"nobody"_s}, QStringList{u"log"_s, u"--connection"_s, u"nobody"_s},
          QStringList{u"send"_s, u"--connection"_s, u"nobody"_s, u"--all-events"_s},
          QStringList{u"check"_s, u"nobody"_s}, QStringList{u"connections"_s, u"remove"_s, u"nobody"_s, u"--yes"_s},
          QStringList{u"connections"_s, u"show"_s, u"Sandbox"_s, u"--sql"_s, u"--tracking-plan"_s}}) {
        const CliResult result = cli.run(line);
        QVERIFY2(result.status == 2, QByteArray(line.join(u' ').toUtf8() + result.text()).constData());
        QVERIFY(result.err.startsWith("segue: "));
        QCOMPARE(result.out, QByteArray());
    }
    const CliResult sql = cli.run({u"connections"_s, u"show"_s, u"Sandbox"_s, u"--sql"_s});
    QVERIFY(sql.out.startsWith("-- ") && sql.out.contains("guess"));
}

void CliTest::withoutAKeychainAKeyIsNotTakenAndNothingIsAdded()
{
    const CliRunner cli;
    CliResult result = cli.run({u"connections"_s, u"add"_s, u"--name"_s, u"A"_s, u"--environment"_s, u"dev"_s,
                                u"--region"_s, u"us"_s, u"--write-key-stdin"_s},
                               kKey + '\n');
    QVERIFY2(result.status == 3, result.text().constData());
    QVERIFY2(result.err.contains("keychain") && result.err.contains("not added"), result.text().constData());
    QCOMPARE(cli.run({u"connections"_s, u"list"_s, u"--json"_s}).array().size(), 1);

    QVERIFY(cli.addConnection(u"A"_s, u"dev"_s, QUrl(u"http://127.0.0.1:9"_s)));
    result = cli.run({u"connections"_s, u"set-key"_s, u"A"_s}, kKey + '\n');
    QVERIFY2(result.status == 3, result.text().constData());
    QVERIFY2(result.err.contains("keychain"), result.text().constData());
    QVERIFY(!result.err.contains(kKey));
    QCOMPARE(cli.run({u"connections"_s, u"show"_s, u"A"_s, u"--json"_s}).object().value(u"key").toString(), u"none"_s);

    for (const QByteArray &input : {QByteArray(), QByteArray("\n"), QByteArray(kKey + "\nmore\n"),
                                    QByteArray("a\x01"
                                               "b\n")}) {
        result = cli.run({u"connections"_s, u"set-key"_s, u"A"_s}, input);
        QVERIFY2(result.status == 2, result.text().constData());
        QVERIFY2(result.err.contains("tandard input"), result.text().constData());
    }
}

void CliTest::withoutAKeychainAConnectionWithAKeyStaysUnlessItsKeyIsLeftBehind()
{
    const CliRunner cli;
    QVERIFY(cli.addConnection(u"A"_s, u"dev"_s, QUrl(u"http://127.0.0.1:9"_s)));
    // As on a machine whose keychain is gone: the file says that a key was stored.
    QFile file(cli.folder() + u"/connections.json"_s);
    QVERIFY(file.open(QIODevice::ReadWrite));
    QByteArray content = file.readAll();
    QVERIFY(content.contains("\"keyExpected\": false"));
    content.replace("\"keyExpected\": false", "\"keyExpected\": true");
    file.resize(0);
    file.seek(0);
    file.write(content);
    file.close();
    const QJsonObject shown = cli.run({u"connections"_s, u"show"_s, u"A"_s, u"--json"_s}).object();
    QCOMPARE(shown.value(u"key").toString(), u"unreadable"_s);
    QVERIFY(!shown.value(u"keyReason").toString().isEmpty());

    CliResult result = cli.run({u"connections"_s, u"remove"_s, u"A"_s, u"--yes"_s});
    QVERIFY2(result.status == 3 && result.err.contains("--keep-key"), result.text().constData());
    QCOMPARE(cli.run({u"connections"_s, u"list"_s, u"--json"_s}).array().size(), 2);
    result = cli.run({u"connections"_s, u"remove"_s, u"A"_s, u"--yes"_s, u"--keep-key"_s});
    QVERIFY2(result.status == 0, result.text().constData());
    QCOMPARE(cli.run({u"connections"_s, u"list"_s, u"--json"_s}).array().size(), 1);
}

void CliTest::theSandboxStays()
{
    const CliRunner cli;
    QCOMPARE(cli.run({u"connections"_s, u"remove"_s, u"Sandbox"_s, u"--yes"_s}).status, 1);
    QCOMPARE(cli.run({u"connections"_s, u"set-key"_s, u"Sandbox"_s}, kKey).status, 1);
    QCOMPARE(cli.run({u"connections"_s, u"edit"_s, u"Sandbox"_s, u"--name"_s, u"Box"_s}).status, 1);
    QCOMPARE(cli.run({u"connections"_s, u"edit"_s, u"Sandbox"_s, u"--events"_s, u"Email Sent"_s}).status, 0);
    const QJsonObject sandbox = cli.run({u"connections"_s, u"show"_s, u"Sandbox"_s, u"--json"_s}).object();
    QCOMPARE(sandbox.value(u"name").toString(), u"Sandbox"_s);
    QCOMPARE(sandbox.value(u"key").toString(), u"fixed"_s);
    QCOMPARE(sandbox.value(u"events").toArray(), QJsonArray{u"Email Sent"_s});
}

void CliTest::connectionsTravelWithoutSecrets()
{
    const CliRunner here;
    const CliRunner there;
    QVERIFY(here.addConnection(u"Ärger & Söhne"_s, u"prod"_s, QUrl(u"https://t.example.com"_s)));
    QVERIFY(here.addConnection(u"B"_s, u"dev"_s, QUrl(u"http://127.0.0.1:9"_s)));
    const QString path = here.scratch(u"out.json"_s);
    CliResult result = here.run({u"connections"_s, u"export"_s, u"--out"_s, path});
    QVERIFY2(result.status == 0, result.text().constData());
    QCOMPARE(QFile(path).permissions() & (QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther),
             QFile::Permissions());
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray content = file.readAll();
    QCOMPARE(here.run({u"connections"_s, u"export"_s}).out, content);

    result = there.run({u"connections"_s, u"import"_s, path, u"--json"_s});
    QVERIFY2(result.status == 0, result.text().constData());
    QCOMPARE(result.array().size(), 2);
    QCOMPARE(there.run({u"connections"_s, u"list"_s, u"--json"_s}).array(),
             here.run({u"connections"_s, u"list"_s, u"--json"_s}).array());
    // Again, from standard input: nothing is doubled.
    result = there.run({u"connections"_s, u"import"_s, u"-"_s}, content);
    QVERIFY2(result.status == 0, result.text().constData());
    QCOMPARE(there.run({u"connections"_s, u"list"_s, u"--json"_s}).array().size(), 3);

    // A name that is taken by another connection: none is taken up.
    const CliRunner third;
    QVERIFY(third.addConnection(u"b"_s, u"dev"_s, QUrl(u"http://127.0.0.1:9"_s)));
    result = third.run({u"connections"_s, u"import"_s, path});
    QVERIFY2(result.status == 1, result.text().constData());
    QCOMPARE(third.run({u"connections"_s, u"list"_s, u"--json"_s}).array().size(), 2);
}

void CliTest::aFileThatIsNoneOfOursChangesNothing_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("not JSON") << QByteArray("hello");
    QTest::newRow("another JSON") << QByteArray("[1,2]");
    QTest::newRow("newer") << QByteArray(R"({"version":999,"connections":[]})");
    QTest::newRow("no name") << QByteArray(
        R"({"version":1,"connections":[{"id":"8f14e45f-ceea-467f-a5e6-0d7c2f6b1a11"}]})");
}

void CliTest::aFileThatIsNoneOfOursChangesNothing()
{
    QFETCH(QByteArray, content);
    const CliRunner cli;
    const CliResult result = cli.run({u"connections"_s, u"import"_s, u"-"_s}, content);
    QVERIFY2(result.status == 1, result.text().constData());
    QVERIFY2(result.err.contains("Nothing was imported"), result.text().constData());
    QCOMPARE(cli.run({u"connections"_s, u"import"_s, cli.scratch(u"not there"_s)}).status, 3);
}

void CliTest::aNewerConnectionsFileIsLeftAlone()
{
    const CliRunner cli;
    QFile file(cli.folder() + u"/connections.json"_s);
    QVERIFY(file.open(QIODevice::WriteOnly));
    const QByteArray newer(R"({"version":999,"connections":[]})");
    file.write(newer);
    file.close();
    for (const QStringList &line :
         {QStringList{u"connections"_s, u"list"_s}, QStringList{u"connections"_s, u"export"_s},
          QStringList{u"send"_s, u"--connection"_s, u"Sandbox"_s, u"--all-events"_s}}) {
        QCOMPARE(cli.run(line).status, 3);
    }
    // The events can be read all the same.
    QCOMPARE(cli.run({u"log"_s}).status, 0);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(file.readAll(), newer);
}

void CliTest::aFullDiskBehindStandardOutputIsThree()
{
    const CliRunner cli;
    for (const QString &line : {u"log"_s, u"connections list"_s, u"demo"_s, u"--version"_s}) {
        QProcess process;
        process.setProcessEnvironment(cli.environment);
        process.setStandardOutputFile(u"/dev/full"_s);
        QStringList arguments = line.split(u' ');
        process.start(QStringLiteral(SEGUE_CLI), line.startsWith(u'-') ? arguments : cli.withFolder(arguments));
        const CliResult result = CliRunner::finish(process);
        QVERIFY2(result.status == 3 && result.err.contains("Standard output"), result.text().constData());
    }
}

QTEST_GUILESS_MAIN(CliTest)
#include "tst_cli.moc"
