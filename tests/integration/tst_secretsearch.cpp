// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/journal/JournalReader.h"
#include "tests/integration/CliRunner.h"
#include "tests/support/FaultServer.h"
#include "tests/support/PublicApiDouble.h"
#include "tests/support/RawClient.h"

#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QRegularExpression>
#include <QSettings>
#include <QTest>
#include <QUrl>

using namespace segue::test;
using namespace Qt::StringLiterals;

namespace {

constexpr int kPatienceMs = 60'000;
const QByteArray kKey = "Kx7wQ2vN8rT5yB1mZ4cL6dF9gH3jP0sA";
const QByteArray kNextKey = "Nx7wQ2vN8rT5yB1mZ4cL6dF9gH3jP0sB";
const QByteArray kStrangeKey = "Sx7wQ2vN8rT5yB1mZ4cL6dF9gH3jP0sC"; //!< of no connection
const QByteArray kSegmentToken = "sgp_Tx7wQ2vN8rT5yB1mZ4cL6dF9gH3jP0sD";
const QByteArray kPushwooshToken = "Px7wQ2vN8rT5yB1mZ4cL6dF9gH3jP0sEPx7wQ2vN8rT5yB1mZ4cL6dF9gH3jP0sE";

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
    void init();
    void theSearchFindsEveryForm();
    void aKeyIsInTheKeychainAndNowhereElse();
    void tokensAreInTheKeychainAndNowhereElse();

private:
    void mustBeClean(const QByteArray &bytes, const QString &where);
    void mustBeClean(const CliResult &result, const QString &where);
    //! What the journal keeps packed, where a search of the file's bytes would not find it.
    void journalMustBeClean();
    //! Journal, write-ahead log, settings, locks, reports, exports: every file there is, and their names.
    QStringList filesMustBeClean();
    void receiveUnderTheseKeys(const QList<QByteArray> &keys);
    void mustBeCleanWhileRunning(qint64 processId, const QString &where);
    CliResult runWatched(const QStringList &line, const QByteArray &input = {});
    //! Standard input stays open until the process has been looked at.
    CliResult runAndLookInside(const QStringList &line, const QByteArray &input);

    std::unique_ptr<CliRunner> m_cli;
    QStringList m_found;
};

void SecretSearchTest::init()
{
    m_found.clear();
    m_cli = std::make_unique<CliRunner>();
    // Nothing leaves this computer: the way to Segment's own hosts ends at a proxy that is not there.
    m_cli->environment.insert(u"https_proxy"_s, u"http://127.0.0.1:9"_s);
    m_cli->environment.insert(u"QT_LOGGING_RULES"_s, u"*=true"_s);
    m_cli->environment.insert(u"QT_MESSAGE_PATTERN"_s, u"%{category} %{type}: %{message}"_s);
}

void SecretSearchTest::mustBeClean(const QByteArray &bytes, const QString &where)
{
    static const QList<QList<QByteArray>> secrets{formsOf(kKey), formsOf(kNextKey), formsOf(kStrangeKey),
                                                  formsOf(kSegmentToken), formsOf(kPushwooshToken)};
    for (const QList<QByteArray> &forms : secrets) {
        for (qsizetype i = 0; i < forms.size(); ++i) {
            if (bytes.contains(forms[i])) {
                m_found.append(u"%1 (%2, form %3)"_s.arg(where, QString::fromLatin1(forms[0]), QString::number(i)));
            }
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
        QByteArray content;
        // A program that has just been started has no line yet.
        const auto isThere = [&] {
            content = contentOf(u"/proc/%1/%2"_s.arg(QString::number(processId), file));
            return !content.isEmpty();
        };
        QTRY_VERIFY2_WITH_TIMEOUT(isThere(), qPrintable(file), kPatienceMs);
        mustBeClean(content, where + u", /proc/…/"_s + file);
    }
}

void SecretSearchTest::journalMustBeClean()
{
    const auto opened = segue::JournalReader::open(m_cli->folder().toStdString());
    QVERIFY(opened.ok());
    segue::JournalReader &reader = *opened.value();
    const auto ids = reader.ids({}, {}, 1000);
    QVERIFY(ids.ok() && !ids.value().empty());
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
        }
    }
}

// A client of Segment that says its key in every place there is.
void SecretSearchTest::receiveUnderTheseKeys(const QList<QByteArray> &keys)
{
    static const QRegularExpression address(u"Listening on http://127\\.0\\.0\\.1:(\\d+)/v1"_s);
    const std::unique_ptr<QProcess> receiving = m_cli->start({u"receive"_s, u"--port"_s, u"0"_s, u"--json"_s});
    QByteArray err;
    quint16 port = 0;
    QVERIFY(QTest::qWaitFor(
        [&] {
            receiving->waitForReadyRead(50);
            err += receiving->readAllStandardError();
            port = address.match(QString::fromUtf8(err)).captured(1).toUShort();
            return port != 0;
        },
        kPatienceMs));
    for (const QByteArray &key : keys) {
        const QByteArray body =
            R"({"writeKey":")" + key + R"(","batch":[{"type":"track","event":"Push Sent","userId":"4711"}]})";
        RawClient client(port);
        client.send("POST /v1/batch HTTP/1.1\r\nHost: 127.0.0.1:" + QByteArray::number(port) +
                    "\r\nAuthorization: Basic " + QByteArray(key + ':').toBase64() +
                    "\r\nContent-Length: " + QByteArray::number(body.size()) + "\r\n\r\n" + body);
        QCOMPARE(client.readAnswer().status, 200);
        RawClient asking(port);
        asking.send("GET /v1/projects/" + key + "/settings HTTP/1.1\r\nHost: 127.0.0.1:" + QByteArray::number(port) +
                    "\r\n\r\n");
        QVERIFY(asking.readAnswer().status > 0);
    }
    mustBeCleanWhileRunning(receiving->processId(), u"receive"_s);
    receiving->terminate();
    const CliResult result = CliRunner::finish(*receiving);
    QVERIFY2(result.status == 0, result.text().constData());
    mustBeClean(err, u"receive, standard error"_s);
    mustBeClean(result, u"receive"_s);
}

CliResult SecretSearchTest::runWatched(const QStringList &line, const QByteArray &input)
{
    const CliResult result = m_cli->run(line, input);
    mustBeClean(result, line.join(u' '));
    return result;
}

CliResult SecretSearchTest::runAndLookInside(const QStringList &line, const QByteArray &input)
{
    const std::unique_ptr<QProcess> process = m_cli->start(line);
    process->waitForStarted(kPatienceMs);
    process->write(input.chopped(1)); // it has the secret, and waits for the end of the line
    process->waitForBytesWritten(kPatienceMs);
    mustBeCleanWhileRunning(process->processId(), line.join(u' '));
    process->write(input.last(1));
    const CliResult result = CliRunner::finish(*process);
    mustBeClean(result, line.join(u' '));
    return result;
}

QStringList SecretSearchTest::filesMustBeClean()
{
    QStringList files;
    for (const QString &root : {m_cli->folder(), m_cli->environment.value(u"TMPDIR"_s)}) {
        QDirIterator all(root, QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
        while (all.hasNext()) {
            const QString path = all.next();
            files.append(path);
            mustBeClean(contentOf(path), path);
            mustBeClean(path.toUtf8(), u"the name of "_s + path);
        }
    }
    return files;
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
        m_cli->start({u"send"_s, u"--connection"_s, u"Acme"_s, u"--event"_s, u"SMS Sent"_s, u"--timeout"_s, u"300"_s});
    QVERIFY(server.waitForRequests(before + 1, std::chrono::milliseconds(kPatienceMs)));
    mustBeCleanWhileRunning(sending->processId(), u"send under way"_s);
    sending->terminate();
    mustBeClean(CliRunner::finish(*sending), u"send under way"_s);

    for (const QString &format : {u"table"_s, u"ndjson"_s, u"csv"_s}) {
        QCOMPARE(runWatched({u"log"_s, u"--format"_s, format}).status, 0);
    }
    QCOMPARE(runWatched({u"connections"_s, u"list"_s}).status, 0);
    QCOMPARE(runWatched({u"connections"_s, u"show"_s, u"Acme"_s}).status, 0);
    const QString exported = m_cli->folder() + u"/exported.json"_s;
    QCOMPARE(runWatched({u"connections"_s, u"export"_s, u"--out"_s, exported}).status, 0);

    const QStringList files = filesMustBeClean();
    QVERIFY(
        std::any_of(files.begin(), files.end(), [](const QString &path) { return path.endsWith(u"journal.sqlite"); }));
    QVERIFY(files.contains(exported));
    QVERIFY(m_cli->log().size() > 8);
    journalMustBeClean();
    QVERIFY2(m_found.isEmpty(), qPrintable(u'\n' + m_found.join(u'\n')));

    QProcess tool;
    tool.start(u"secret-tool"_s, {u"lookup"_s, u"server"_s, u"Segue"_s, u"user"_s, id + u"/write-key"_s});
    QVERIFY(tool.waitForFinished(kPatienceMs));
    QCOMPARE(tool.readAllStandardOutput(), kKey);
}

// Services that throw what they were given back, in every answer that they can give.
void SecretSearchTest::tokensAreInTheKeychainAndNowhereElse()
{
    PublicApiDouble api(kSegmentToken);
    const QString source = api.addSource(u"pushwoosh_prod"_s, kKey);
    api.addDestination(source, u"64e72af1eabf77368b877a51"_s, u"actions-pushwoosh"_s, true);
    bool fails = true;
    api.setTrap([&fails](const Request &request) -> std::optional<Answer> {
        return fails ? std::optional(Answer::error(403, request.header("Authorization") + kSegmentToken + kKey))
                     : std::nullopt;
    });
    FaultServer cdn;
    cdn.setResponder([](const Request &request) -> std::optional<Answer> {
        Answer answer = request.number % 2 == 1 ? Answer::success() : Answer::error(404, request.target);
        answer.headers.append({"X-Echo", request.target});
        return answer;
    });
    FaultServer pushwoosh;
    pushwoosh.setResponder([](const Request &request) -> std::optional<Answer> {
        return Answer::error(request.number % 2 == 1 ? 400 : 500,
                             request.header("Authorization") + request.body + kPushwooshToken);
    });
    {
        QSettings settings(m_cli->folder() + u"/settings.ini"_s, QSettings::IniFormat);
        settings.setValue(u"segment/publicApiStandIn"_s, api.url().toString());
        settings.setValue(u"segment/cdnStandIn"_s, cdn.url(u"/v1"_s).toString());
        settings.setValue(u"pushwoosh/address"_s, pushwoosh.url().toString());
    }
    CliResult result = runAndLookInside({u"connections"_s, u"add"_s, u"--name"_s, u"Acme"_s, u"--environment"_s,
                                         u"staging"_s, u"--region"_s, u"us"_s, u"--write-key-stdin"_s},
                                        kKey + '\n');
    QVERIFY2(result.status == 0, result.text().constData());
    QProcess tool;
    tool.start(u"secret-tool"_s, {u"store"_s, u"--label=Segue"_s, u"server"_s, u"Segue"_s, u"user"_s,
                                  u"segment/us/public-api-token"_s, u"type"_s, u"plaintext"_s});
    QVERIFY(tool.waitForStarted(kPatienceMs));
    tool.write(kSegmentToken);
    tool.closeWriteChannel();
    QVERIFY(tool.waitForFinished(kPatienceMs));

    // Pushwoosh's token: refused, refused from the keychain, taken.
    const QStringList apps{u"apps"_s, u"--token-stdin"_s, u"--keep-token"_s, u"--verbose"_s};
    QCOMPARE(runAndLookInside(apps, kPushwooshToken + '\n').status, 1);
    Answer list;
    list.body = R"({"status_code":200,"status_message":"OK","response":{"applications":{"A1B2C-3D4E5":"Shop"}}})";
    pushwoosh.setResponder({});
    pushwoosh.setStandingAnswer(list);
    QCOMPARE(runAndLookInside(apps, kPushwooshToken + '\n').status, 0);
    QCOMPARE(runWatched({u"apps"_s, u"--json"_s}).status, 0);

    // Checkups with tokens that are refused and taken, and every report of them.
    for (const bool refused : {true, false}) {
        fails = refused;
        for (const QString &format : {u"text"_s, u"json"_s, u"junit"_s}) {
            const QString report = m_cli->folder() + u"/report-"_s + format + (refused ? u".md"_s : u".html"_s);
            result = runWatched({u"check"_s, u"Acme"_s, u"--ask-segment"_s, u"--format"_s, format, u"--report"_s,
                                 report, u"--unmask-ids"_s, u"--verbose"_s});
            QVERIFY2(result.status <= 1 && QFile::exists(report), result.text().constData());
        }
    }
    QVERIFY(cdn.requestCount() > 0 && api.server().requestCount() > 0);

    // The key is replaced; the old one is kept beside it, and used again.
    QCOMPARE(runAndLookInside({u"connections"_s, u"set-key"_s, u"Acme"_s}, kNextKey + '\n').status, 0);
    result = runWatched({u"connections"_s, u"set-key"_s, u"Acme"_s, u"--use-previous"_s});
    QVERIFY2(result.status == 0, result.text().constData());
    for (const QString &what : {u"--sql"_s, u"--tracking-plan"_s, u"--json"_s}) {
        QCOMPARE(runWatched({u"connections"_s, u"show"_s, u"Acme"_s, what}).status, 0);
    }
    receiveUnderTheseKeys({kKey, kStrangeKey});
    result = runWatched({u"log"_s, u"--format"_s, u"ndjson"_s});
    QVERIFY2(result.lines().size() == 2, result.text().constData());

    QVERIFY(filesMustBeClean().size() > 6);
    journalMustBeClean();
    QVERIFY2(m_found.isEmpty(), qPrintable(u'\n' + m_found.join(u'\n')));
}

QTEST_GUILESS_MAIN(SecretSearchTest)
#include "tst_secretsearch.moc"
