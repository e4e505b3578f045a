// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest> // first: moc 6.4 cannot read <compare> before Qt's own headers

#include "tests/app/journal/JournalSupport.h"
#include "tests/integration/CliRunner.h"

#include <QDir>
#include <QFile>
#include <QSet>
#include <QTemporaryDir>
#include <QUrl>

#include <algorithm>
#include <csignal>
#include <sys/resource.h>

using namespace segue::test;
using namespace Qt::StringLiterals;

namespace {

constexpr int kPatienceMs = 60'000;

const QStringList kSendAll{u"send"_s, u"--connection"_s, u"Sandbox"_s, u"--all-events"_s, u"--timeout"_s, u"60"_s};

} // namespace

//! `segue log` over events that the sandbox has confirmed.
class CliLogTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyLineOfNdjsonIsWhole();
    void thePayloadIsExact();
    void theTableStandsInColumnsAndIsHarmless();
    void csvHasOneRecordForEachEvent();
    void filtersMeanWhatTheySay();
    void searchesMeanWhatTheySay();
    void aMistakeInASearchIsShownInItsPlace();
    void anEmptyLogIsNoFailure();
    void aReaderThatGoesAwayIsNoFailure();
    void followingShowsWhatComesAndEndsWithTheSignal();
    void followingEndsWhenItsReaderIsGone();
    void aFileIsWrittenAsAWholeAndForItsOwnerOnly();
    void attemptsAreWrittenAsAnArchive();
    void hiddenIdentitiesAreInNoFormat();
    void whatDoesNotFitTogetherIsRefused();
    void aStoppedExportLeavesNoFile();
};

void CliLogTest::everyLineOfNdjsonIsWhole()
{
    const CliRunner cli;
    QCOMPARE(cli.run(kSendAll + QStringList{u"--hwid"_s, u"9F3C-42"_s, u"--count"_s, u"30"_s}).status, 0);
    const CliResult result = cli.run({u"log"_s, u"--json"_s});
    QVERIFY2(result.status == 0, result.err.constData());
    QCOMPARE(result.err, QByteArray());
    const QList<QJsonObject> lines = result.lines();
    QCOMPARE(lines.size(), 210);
    qint64 last = 0;
    QSet<QString> messageIds;
    for (const QJsonObject &line : lines) {
        QVERIFY(line.value(u"id").toInteger() > last);
        last = line.value(u"id").toInteger();
        QCOMPARE(line.value(u"state").toString(), u"confirmed"_s);
        QCOMPARE(line.value(u"anonymousId").toString(), u"9F3C-42"_s);
        QCOMPARE(line.value(u"connectionName").toString(), u"Sandbox"_s);
        QCOMPARE(line.value(u"payload").toObject().value(u"messageId"), line.value(u"messageId"));
        messageIds.insert(line.value(u"messageId").toString());
    }
    QCOMPARE(messageIds.size(), 210);
}

void CliLogTest::thePayloadIsExact()
{
    const CliRunner cli;
    const QByteArray call(R"({"type":"track","event":"Email Sent","userId":"1","timestamp":"2024-01-01T00:00:00.000Z",)"
                          R"("properties":{"z":1.10,"message_id":18446744073709551615,"a":"\u00e9"}})");
    QCOMPARE(cli.run({u"send"_s, u"--connection"_s, u"Sandbox"_s, u"--payload"_s, u"-"_s}, call).status, 0);
    const QByteArray line = cli.run({u"log"_s, u"--format"_s, u"ndjson"_s}).out;
    QVERIFY2(line.contains(R"("properties":{"z":1.10,"message_id":18446744073709551615,"a":"\u00e9"})"),
             line.constData());
}

void CliLogTest::theTableStandsInColumnsAndIsHarmless()
{
    const CliRunner cli;
    const QByteArray call(
        "[{\"event\":\"\\u001b[31mEvil\\u202e\",\"userId\":\"a\\nb\"},{\"event\":\"Push Sent\",\"userId\":\"東京\"}]");
    QCOMPARE(cli.run({u"send"_s, u"--connection"_s, u"Sandbox"_s, u"--payload"_s, u"-"_s}, call).status, 0);
    const CliResult result = cli.run({u"log"_s});
    QVERIFY2(result.status == 0, result.err.constData());
    const QStringList lines = QString::fromUtf8(result.out).trimmed().split(u'\n');
    QCOMPARE(lines.size(), 3);
    QVERIFY(!result.out.contains('\x1b'));
    QVERIFY(!QString::fromUtf8(result.out).contains(QChar(0x202E)));
    QVERIFY(lines[1].contains(u"␛[31mEvil\\u202E"));
    QVERIFY(lines[1].contains(u"user:a␊b"));
    QVERIFY(lines[2].contains(u"user:東京"));
    // The wide characters take four columns, two more than they are characters.
    QCOMPARE(lines[2].indexOf(u"confirmed"), lines[1].indexOf(u"confirmed") - 2);
}

void CliLogTest::csvHasOneRecordForEachEvent()
{
    const CliRunner cli;
    QCOMPARE(cli.run(kSendAll + QStringList{u"--campaign-code"_s, u"=1+1"_s}).status, 0);
    const QByteArray csv = cli.run({u"log"_s, u"--format"_s, u"csv"_s}).out;
    QVERIFY(csv.startsWith("id,receivedAt,connection,"));
    QCOMPARE(csv.count("\r\n"), 8);
    QCOMPARE(csv.count("\"'=1+1\""), 7);
    QVERIFY(!csv.contains(",=1+1"));
}

void CliLogTest::filtersMeanWhatTheySay()
{
    const CliRunner cli;
    QCOMPARE(cli.run(kSendAll + QStringList{u"--user-id"_s, u"alice@example.com"_s}).status, 0);
    QCOMPARE(
        cli.run({u"send"_s, u"--connection"_s, u"Sandbox"_s, u"--event"_s, u"Email Sent"_s, u"--user-id"_s, u" "_s})
            .status,
        1);
    const auto count = [&](const QStringList &options) { return cli.log(options).size(); };
    QCOMPARE(count({}), 8);
    QCOMPARE(count({u"--state"_s, u"blocked"_s}), 1);
    QCOMPARE(count({u"--state"_s, u"Blocked,confirmed"_s}), 8);
    QCOMPARE(count({u"--state"_s, u"refused"_s}), 0);
    QCOMPARE(count({u"--event"_s, u"Email Sent, SMS Sent"_s}), 3);
    QCOMPARE(count({u"--event"_s, u"email sent"_s}), 0);
    QCOMPARE(count({u"--origin"_s, u"composer"_s}), 8);
    QCOMPARE(count({u"--origin"_s, u"webhook,echo"_s}), 0);
    QCOMPARE(count({u"--search"_s, u"ALICE@example"_s}), 7);
    QCOMPARE(count({u"--connection"_s, u"sandbox"_s}), 8);
    QCOMPARE(count({u"--connection"_s, u"8f14e45f-ceea-467f-a5e6-0d7c2f6b1a11"_s}), 0);
    QCOMPARE(count({u"--since"_s, u"1h"_s}), 8);
    QCOMPARE(count({u"--until"_s, u"1h"_s}), 0);
    QCOMPARE(count({u"--since"_s, u"2100-01-01"_s}), 0);
    const QList<QJsonObject> newest = cli.log({u"--limit"_s, u"1"_s});
    QCOMPARE(newest.size(), 1);
    QCOMPARE(newest[0].value(u"state").toString(), u"blocked"_s);
    QVERIFY(newest[0].value(u"reason").toString().startsWith(u"no_user_anon_id"));
}

void CliLogTest::searchesMeanWhatTheySay()
{
    const CliRunner cli;
    QCOMPARE(cli.run(kSendAll + QStringList{u"--user-id"_s, u"alice@example.com"_s}).status, 0);
    const QByteArray call(
        R"({"event":"Zo\u00eb's","anonymousId":"9F3C","properties":{"n":18446744073709551615,"tags":["a","B"]}})");
    QCOMPARE(cli.run({u"send"_s, u"--connection"_s, u"Sandbox"_s, u"--payload"_s, u"-"_s}, call).status, 0);
    const auto count = [&](const QString &search, const QStringList &options = {}) {
        return cli.log(QStringList{u"--search"_s, search} + options).size();
    };
    QCOMPARE(count(u""_s), 8);
    QCOMPARE(count(u"ALICE@example"_s), 7);
    QCOMPARE(count(u"-ALICE@example"_s), 1);
    QCOMPARE(count(u"\"ALICE@example\""_s), 0);
    QCOMPARE(count(u"ZOË"_s), 1);
    QCOMPARE(count(u"event:\"email sent\",zoë's"_s), 2);
    QCOMPARE(count(u"user:alice@example.com -event:\"Email Sent\""_s), 6);
    QCOMPARE(count(u"hwid:9F3C OR event:\"SMS Sent\""_s), 2);
    QCOMPARE(count(u"properties.n:18446744073709551615"_s), 1);
    QCOMPARE(count(u"properties.n:18446744073709551616"_s), 0);
    QCOMPARE(count(u"properties.tags:b"_s), 1);
    QCOMPARE(count(u"time>1h state:confirmed status:200"_s), 8);
    QCOMPARE(count(u"time<1h"_s), 0);
    QCOMPARE(count(u"alice event:\"SMS Sent\" OR zoë"_s), 2);
    // With other options both must be meant.
    QCOMPARE(count(u"alice"_s, {u"--event"_s, u"Email Sent,SMS Sent"_s}), 2);
    QCOMPARE(count(u"alice OR zoë"_s, {u"--state"_s, u"refused"_s}), 0);
}

void CliLogTest::aMistakeInASearchIsShownInItsPlace()
{
    const CliRunner cli;
    const CliResult field = cli.run({u"log"_s, u"--search"_s, u"東京 stat:refused x"_s});
    QCOMPARE(field.status, 2);
    QCOMPARE(field.out, QByteArray());
    const QStringList lines = QString::fromUtf8(field.err).split(u'\n');
    QVERIFY2(lines.size() > 3, field.err.constData());
    QVERIFY(lines[0].contains(u"state"));
    QCOMPARE(lines[1], u"  東京 stat:refused x"_s);
    QCOMPARE(lines[2], u"       ^^^^"_s);
    const CliResult open = cli.run({u"log"_s, u"--search"_s, u"a \"b\u001b[31m"_s});
    QCOMPARE(open.status, 2);
    QVERIFY(!open.err.contains('\x1b'));
    QCOMPARE(cli.run({u"log"_s, u"--search"_s, u"event:"_s}).status, 2);
}

void CliLogTest::anEmptyLogIsNoFailure()
{
    const CliRunner cli;
    const CliResult table = cli.run({u"log"_s});
    QVERIFY2(table.status == 0, table.text().constData());
    QCOMPARE(table.out.count('\n'), 1);
    QCOMPARE(cli.run({u"log"_s, u"--format"_s, u"ndjson"_s}).out, QByteArray());
    QCOMPARE(cli.run({u"log"_s, u"--format"_s, u"csv"_s}).out.count('\n'), 1);
}

void CliLogTest::aReaderThatGoesAwayIsNoFailure()
{
    const CliRunner cli;
    QCOMPARE(cli.run(kSendAll + QStringList{u"--count"_s, u"100"_s}).status, 0);
    QProcess shell;
    shell.setProcessEnvironment(cli.environment);
    const QString line = u"\"$0\" log --format ndjson --data-dir \"$1\" | head -n 1; echo ${PIPESTATUS[0]}"_s;
    shell.start(u"bash"_s, {u"-c"_s, line, QStringLiteral(SEGUE_CLI), cli.folder()});
    const CliResult result = CliRunner::finish(shell);
    QCOMPARE(result.err, QByteArray());
    QCOMPARE(result.out.trimmed().split('\n').size(), 2);
    QVERIFY2(result.out.endsWith("}\n0\n"), result.out.right(20).constData());
}

void CliLogTest::followingShowsWhatComesAndEndsWithTheSignal()
{
    const CliRunner cli;
    QCOMPARE(cli.run(kSendAll).status, 0);
    const std::unique_ptr<QProcess> follower =
        cli.start({u"log"_s, u"--follow"_s, u"--format"_s, u"ndjson"_s, u"--limit"_s, u"2"_s});
    QByteArray out;
    const auto countOf = [&](const QByteArray &text) {
        out += follower->readAllStandardOutput();
        return out.count(text);
    };
    QTRY_COMPARE_WITH_TIMEOUT(countOf("\"state\":\"confirmed\""), 2, kPatienceMs);
    // Another process delivers meanwhile.
    QCOMPARE(cli.run(kSendAll + QStringList{u"--user-id"_s, u"second"_s}).status, 0);
    QTRY_COMPARE_WITH_TIMEOUT(countOf("\"state\":\"confirmed\""), 9, kPatienceMs);
    QCOMPARE(cli.run(kSendAll + QStringList{u"--user-id"_s, u"third"_s}).status, 0);
    QTRY_COMPARE_WITH_TIMEOUT(countOf("\"state\":\"confirmed\""), 16, kPatienceMs);
    ::kill(static_cast<pid_t>(follower->processId()), SIGINT);
    const CliResult result = CliRunner::finish(*follower);
    QVERIFY2(result.status == 0, result.text().constData());
    QCOMPARE(result.err, QByteArray());
    QVERIFY(!out.contains("\"userId\":\"segue-qa-user\",\"messageId\"") ||
            out.count("segue-qa-user\",\"messageId") == 4);
}

void CliLogTest::followingEndsWhenItsReaderIsGone()
{
    const CliRunner cli;
    QCOMPARE(cli.run(kSendAll).status, 0);
    QProcess shell;
    shell.setProcessEnvironment(cli.environment);
    const QString line = u"\"$0\" log --follow --data-dir \"$1\" | head -n 1 >/dev/null; echo ${PIPESTATUS[0]}"_s;
    shell.start(u"bash"_s, {u"-c"_s, line, QStringLiteral(SEGUE_CLI), cli.folder()});
    const CliResult result = CliRunner::finish(shell);
    QCOMPARE(result.out, QByteArray("0\n"));
    QCOMPARE(result.err, QByteArray());
}

void CliLogTest::aFileIsWrittenAsAWholeAndForItsOwnerOnly()
{
    const CliRunner cli;
    QCOMPARE(cli.run(kSendAll).status, 0);
    const QString file = cli.scratch(u"events.ndjson"_s);
    const CliResult result = cli.run({u"log"_s, u"--json"_s, u"--output"_s, file});
    QVERIFY2(result.status == 0, result.text().constData());
    QCOMPARE(result.out, QByteArray());
    QVERIFY2(result.err.startsWith("7 event"), result.err.constData());
    QFile written(file);
    QVERIFY(written.open(QIODevice::ReadOnly));
    QCOMPARE(written.readAll(), cli.run({u"log"_s, u"--json"_s}).out);
    QCOMPARE(written.permissions() & (QFile::ReadGroup | QFile::ReadOther | QFile::ExeOwner), QFile::Permissions());
    const CliResult failed = cli.run({u"log"_s, u"--json"_s, u"--output"_s, cli.scratch(u"no/such/folder"_s)});
    QVERIFY2(failed.status == 3, failed.text().constData());
    QVERIFY(failed.err.contains("no/such/folder"));
}

void CliLogTest::attemptsAreWrittenAsAnArchive()
{
    const CliRunner cli;
    QCOMPARE(cli.run(kSendAll).status, 0);
    const CliResult result = cli.run({u"log"_s, u"--format"_s, u"har"_s});
    QVERIFY2(result.status == 0, result.text().constData());
    const QJsonObject log = result.object().value(u"log").toObject();
    QCOMPARE(log.value(u"version").toString(), u"1.2"_s);
    const QJsonArray entries = log.value(u"entries").toArray();
    QCOMPARE(entries.size(), 7);
    const QJsonObject request = entries.at(0).toObject().value(u"request").toObject();
    QVERIFY(request.value(u"url").toString().startsWith(u"http://127.0.0.1:"));
    QVERIFY(request.value(u"postData").toObject().value(u"text").toString().contains(u"segue-qa-user"));
}

void CliLogTest::hiddenIdentitiesAreInNoFormat()
{
    const CliRunner cli;
    QCOMPARE(cli.run(kSendAll + QStringList{u"--user-id"_s, u"jane.doe@example.com"_s}).status, 0);
    for (const QString &format : {u"table"_s, u"ndjson"_s, u"csv"_s, u"har"_s}) {
        const QByteArray shown = cli.run({u"log"_s, u"--format"_s, format}).out;
        QVERIFY2(shown.contains("jane.doe@example.com"), shown.constData());
        const CliResult hidden = cli.run({u"log"_s, u"--format"_s, format, u"--hide-identities"_s});
        QVERIFY2(hidden.status == 0, hidden.text().constData());
        QVERIFY2(!hidden.out.contains("jane"), hidden.out.constData());
        QVERIFY2(QString::fromUtf8(hidden.out).contains(u"j••••••"), hidden.out.constData());
    }
}

void CliLogTest::whatDoesNotFitTogetherIsRefused()
{
    const CliRunner cli;
    const QList<QStringList> lines{
        {u"--output"_s, u"x"_s},
        {u"--output"_s, u"x"_s, u"--format"_s, u"table"_s},
        {u"--output"_s, u""_s, u"--format"_s, u"csv"_s},
        {u"--output"_s, u"x"_s, u"--format"_s, u"csv"_s, u"--follow"_s},
        {u"--format"_s, u"har"_s, u"--follow"_s},
    };
    for (const QStringList &line : lines) {
        const CliResult result = cli.run(QStringList{u"log"_s} + line);
        QVERIFY2(result.status == 2, qPrintable(line.join(u' ') + u'\n' + QString::fromUtf8(result.text())));
    }
}

void CliLogTest::aStoppedExportLeavesNoFile()
{
    const CliRunner cli;
    {
        const auto journal = openJournal(cli.folder().toStdString());
        QVERIFY(journal);
        JournalCalls calls(*journal);
        for (int batch = 0; batch < 15; ++batch) {
            std::vector<segue::NewEntry> entries(10'000, trackEntry("m-1"));
            QVERIFY(calls.append(std::move(entries)).ok());
        }
    }
    const QTemporaryDir out;
    const auto files = [&out] { return QDir(out.path()).entryList(QDir::Files | QDir::Hidden); };
    const std::unique_ptr<QProcess> exporter =
        cli.start({u"log"_s, u"--json"_s, u"--limit"_s, u"150000"_s, u"--output"_s, out.filePath(u"events.ndjson"_s)});
    // The one who stops it shall come first on a busy machine, or the export is over before.
    QCOMPARE(::setpriority(PRIO_PROCESS, static_cast<id_t>(exporter->processId()), 19), 0);
    // A file without a name until it is whole, where the file system can do that; it is open all the same.
    const auto isWriting = [&] {
        const QDir open(u"/proc/%1/fd"_s.arg(exporter->processId()));
        const QFileInfoList links = open.entryInfoList(QDir::Files | QDir::System | QDir::NoDotAndDotDot);
        return std::any_of(links.begin(), links.end(), [&](const QFileInfo &link) {
            return link.symLinkTarget().startsWith(out.path()) || !files().isEmpty();
        });
    };
    QTRY_VERIFY_WITH_TIMEOUT(isWriting(), kPatienceMs);
    ::kill(static_cast<pid_t>(exporter->processId()), SIGINT);
    const CliResult result = CliRunner::finish(*exporter);
    QVERIFY2(result.status == 1, result.text().constData());
    QVERIFY(!result.err.isEmpty());
    QCOMPARE(files(), QStringList());
}

QTEST_GUILESS_MAIN(CliLogTest)
#include "tst_clilog.moc"
