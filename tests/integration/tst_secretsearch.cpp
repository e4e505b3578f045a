// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/journal/JournalReader.h"
#include "tests/integration/CliRunner.h"
#include "tests/support/FaultServer.h"

#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QTest>
#include <QUrl>

using namespace segue::test;
using namespace Qt::StringLiterals;

namespace {

constexpr int kPatienceMs = 60'000;
const QByteArray kKey = "Kx7wQ2vN8rT5yB1mZ4cL6dF9gH3jP0sA";

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

//! The forms in which a key could have been written down.
QList<QByteArray> formsOf(const QByteArray &key)
{
    const QString text = QString::fromLatin1(key);
    QByteArray wide;
    QByteArray wideBig;
    for (const QChar c : text) {
        wide += static_cast<char>(c.unicode());
        wide += '\0';
        wideBig += '\0';
        wideBig += static_cast<char>(c.unicode());
    }
    QList<QByteArray> forms{key, wide, wideBig, key.toHex(), key.toHex().toUpper(), key.toPercentEncoding()};
    QByteArray reversed = key;
    std::reverse(reversed.begin(), reversed.end());
    forms.append(reversed);
    // Base64 of a text that holds the key somewhere: one form for each place it can start at, without the ends that
    // depend on what stands beside it.
    for (const QByteArray &front : {QByteArray(), QByteArray("x"), QByteArray("xx")}) {
        const QByteArray encoded = QByteArray(front + key).toBase64(QByteArray::OmitTrailingEquals);
        const qsizetype skip = front.isEmpty() ? 0 : 4;
        forms.append(encoded.mid(skip, (encoded.size() - skip - 4) / 4 * 4));
    }
    return forms;
}

} // namespace

//! After everything that a key passes through, with all logging on, it is in the keychain and nowhere else.
class SecretSearchTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void theSearchFindsEveryForm();
    void aKeyIsInTheKeychainAndNowhereElse();

private:
    void mustBeClean(const QByteArray &bytes, const QString &where);
    void mustBeClean(const CliResult &result, const QString &where);
    //! What the journal keeps packed, where a search of the file's bytes would not find it.
    void journalMustBeClean();
    void mustBeCleanWhileRunning(qint64 processId, const QString &where);
    CliResult runWatched(const QStringList &line, const QByteArray &input = {});
    //! Standard input stays open until the process has been looked at.
    CliResult runAndLookInside(const QStringList &line, const QByteArray &input);

    CliRunner m_cli;
    QStringList m_found;
};

void SecretSearchTest::initTestCase()
{
    m_cli.environment.insert(u"QT_LOGGING_RULES"_s, u"*=true"_s);
    m_cli.environment.insert(u"QT_MESSAGE_PATTERN"_s, u"%{category} %{type}: %{message}"_s);
}

void SecretSearchTest::mustBeClean(const QByteArray &bytes, const QString &where)
{
    static const QList<QByteArray> forms = formsOf(kKey);
    for (qsizetype i = 0; i < forms.size(); ++i) {
        if (bytes.contains(forms[i])) {
            m_found.append(u"%1 (form %2)"_s.arg(where, QString::number(i)));
        }
    }
}

void SecretSearchTest::mustBeClean(const CliResult &result, const QString &where)
{
    mustBeClean(result.out, where + u", standard output"_s);
    mustBeClean(result.err, where + u", standard error"_s);
}

void SecretSearchTest::mustBeCleanWhileRunning(qint64 processId, const QString &where)
{
    for (const QString &file : {u"cmdline"_s, u"environ"_s, u"comm"_s}) {
        const QByteArray content = contentOf(u"/proc/%1/%2"_s.arg(QString::number(processId), file));
        QVERIFY2(!content.isEmpty(), qPrintable(file));
        mustBeClean(content, where + u", /proc/…/"_s + file);
    }
}

void SecretSearchTest::journalMustBeClean()
{
    const auto opened = segue::JournalReader::open(m_cli.folder().toStdString());
    QVERIFY(opened.ok());
    segue::JournalReader &reader = *opened.value();
    const auto ids = reader.ids({}, {}, 1000);
    QVERIFY(ids.ok() && ids.value().size() > 8);
    qsizetype attempts = 0;
    for (const segue::EntryId id : ids.value()) {
        const QString where = u"entry %1"_s.arg(id.value);
        const auto entry = reader.entry(id);
        const auto payload = reader.payload(id);
        const auto tries = reader.attempts(id);
        QVERIFY(entry.ok() && entry.value() && payload.ok() && payload.value() && tries.ok());
        mustBeClean(QByteArray::fromStdString(*payload.value()), where);
        mustBeClean(QByteArray::fromStdString(entry.value()->fields.error), where);
        for (const segue::Attempt &attempt : tries.value()) {
            for (const std::string &part :
                 {attempt.requestHead, attempt.responseHead, attempt.responseBody, attempt.error}) {
                mustBeClean(QByteArray::fromStdString(part), where + u", attempt"_s);
            }
            attempts += attempt.responseBody.empty() ? 0 : 1;
        }
    }
    QVERIFY(attempts > 0);
}

CliResult SecretSearchTest::runWatched(const QStringList &line, const QByteArray &input)
{
    const CliResult result = m_cli.run(line, input);
    mustBeClean(result, line.join(u' '));
    return result;
}

CliResult SecretSearchTest::runAndLookInside(const QStringList &line, const QByteArray &input)
{
    const std::unique_ptr<QProcess> process = m_cli.start(line);
    process->waitForStarted(kPatienceMs);
    process->write(input);
    process->waitForBytesWritten(kPatienceMs);
    mustBeCleanWhileRunning(process->processId(), line.join(u' '));
    const CliResult result = CliRunner::finish(*process);
    mustBeClean(result, line.join(u' '));
    return result;
}

void SecretSearchTest::theSearchFindsEveryForm()
{
    mustBeClean("nothing here", u"-"_s);
    QCOMPARE(m_found, QStringList());
    for (const QByteArray &place :
         {QByteArray("a" + kKey + "b"), QByteArray(kKey + QByteArray(":")).toBase64(),
          QByteArray("ab" + kKey).toBase64(), QByteArray("{\"writeKey\":\"" + kKey + "\"}").toBase64(), kKey.toHex()}) {
        m_found.clear();
        mustBeClean(place, u"-"_s);
        QVERIFY2(!m_found.isEmpty(), place.constData());
    }
    m_found.clear();
    const QString text = QString::fromLatin1(kKey);
    mustBeClean(QByteArray(reinterpret_cast<const char *>(text.utf16()), text.size() * 2), u"-"_s);
    QVERIFY(!m_found.isEmpty());
    m_found.clear();
}

void SecretSearchTest::aKeyIsInTheKeychainAndNowhereElse()
{
    FaultServer server;
    // An endpoint that throws what it was given back, and one that fails.
    server.setResponder([](const Request &request) -> std::optional<Answer> {
        Answer answer = Answer::error(request.number % 2 == 1 ? 400 : 503, request.header("Authorization") + kKey);
        answer.headers.append({"X-Echo", request.header("Authorization")});
        return answer;
    });
    const QString url = server.url().toString();
    CliResult result = runAndLookInside({u"connections"_s, u"add"_s, u"--name"_s, u"Acme"_s, u"--environment"_s,
                                         u"dev"_s, u"--endpoint"_s, url, u"--write-key-stdin"_s, u"--json"_s},
                                        kKey + '\n');
    QVERIFY2(result.status == 0, result.text().constData());
    const QString id = result.object().value(u"id").toString();
    result = runAndLookInside({u"connections"_s, u"set-key"_s, u"Acme"_s, u"--verbose"_s}, kKey + '\n');
    QVERIFY2(result.status == 0, result.text().constData());

    // Refused and retried events, with answers that hold the key.
    result = runWatched(
        {u"send"_s, u"--connection"_s, u"Acme"_s, u"--all-events"_s, u"--timeout"_s, u"4"_s, u"--verbose"_s});
    QVERIFY2(result.status == 1, result.text().constData());
    QVERIFY(server.requestCount() >= 1);
    server.setResponder({});
    result = runWatched({u"send"_s, u"--connection"_s, u"Acme"_s, u"--event"_s, u"Email Sent"_s});
    QVERIFY2(result.status == 0, result.text().constData());
    result = runAndLookInside(
        {u"send"_s, u"--connection"_s, u"Acme"_s, u"--event"_s, u"Push Sent"_s, u"--write-key-stdin"_s, u"--json"_s},
        kKey + '\n');
    QVERIFY2(result.status == 0, result.text().constData());
    // A file that brings a key of its own.
    result = runWatched({u"send"_s, u"--connection"_s, u"Acme"_s, u"--payload"_s, u"-"_s},
                        R"({"event":"Email Sent","userId":"1","writeKey":")" + kKey + "\"}");
    QVERIFY2(result.status == 0, result.text().constData());
    // While it runs and the key is in use.
    server.setStandingAnswer(Answer::of(Answer::Fault::Hang));
    const int before = server.requestCount();
    const std::unique_ptr<QProcess> sending =
        m_cli.start({u"send"_s, u"--connection"_s, u"Acme"_s, u"--event"_s, u"SMS Sent"_s, u"--timeout"_s, u"300"_s});
    QVERIFY(server.waitForRequests(before + 1, std::chrono::milliseconds(kPatienceMs)));
    mustBeCleanWhileRunning(sending->processId(), u"send under way"_s);
    sending->terminate();
    mustBeClean(CliRunner::finish(*sending), u"send under way"_s);

    for (const QString &format : {u"table"_s, u"ndjson"_s, u"csv"_s}) {
        QCOMPARE(runWatched({u"log"_s, u"--format"_s, format}).status, 0);
    }
    QCOMPARE(runWatched({u"connections"_s, u"list"_s}).status, 0);
    QCOMPARE(runWatched({u"connections"_s, u"show"_s, u"Acme"_s}).status, 0);
    const QString exported = m_cli.folder() + u"/exported.json"_s;
    QCOMPARE(runWatched({u"connections"_s, u"export"_s, u"--out"_s, exported}).status, 0);

    // Journal, write-ahead log, settings, locks, the export: every file there is, and their names.
    QStringList files;
    for (const QString &root : {m_cli.folder(), m_cli.environment.value(u"TMPDIR"_s)}) {
        QDirIterator all(root, QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
        while (all.hasNext()) {
            const QString path = all.next();
            files.append(path);
            mustBeClean(contentOf(path), path);
            mustBeClean(path.toUtf8(), u"the name of "_s + path);
        }
    }
    QVERIFY(
        std::any_of(files.begin(), files.end(), [](const QString &path) { return path.endsWith(u"journal.sqlite"); }));
    QVERIFY(files.contains(exported));
    journalMustBeClean();
    QVERIFY2(m_found.isEmpty(), qPrintable(u'\n' + m_found.join(u'\n')));

    QProcess tool;
    tool.start(u"secret-tool"_s, {u"lookup"_s, u"server"_s, u"Segue"_s, u"user"_s, id + u"/write-key"_s});
    QVERIFY(tool.waitForFinished(kPatienceMs));
    QCOMPARE(tool.readAllStandardOutput(), kKey);
}

QTEST_GUILESS_MAIN(SecretSearchTest)
#include "tst_secretsearch.moc"
