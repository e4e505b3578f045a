// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/integration/CliRunner.h"
#include "tests/support/PublicApiDouble.h"

#include <QDirIterator>
#include <QSettings>
#include <QTest>
#include <QXmlStreamReader>

using namespace segue::test;
using namespace Qt::StringLiterals;

namespace {

constexpr int kPatienceMs = 60'000;
const QByteArray kKey = "Zq8fN2kLx7VbR4tYp1WmC6sHd9JgA3eU";
const QByteArray kToken = "sgp_theTokenOfTheWorkspace0123456789";

//! The verdict of each check by its word.
QMap<QString, QString> verdictsOf(const QJsonObject &result, int connection = 0)
{
    QMap<QString, QString> verdicts;
    const QJsonArray checks = result.value(u"checkups").toArray().at(connection).toObject().value(u"checks").toArray();
    for (const QJsonValue &each : checks) {
        verdicts.insert(each[u"id"].toString(), each[u"verdict"].toString());
    }
    return verdicts;
}

} // namespace

//! `segue check` beside stand-ins for Segment and an endpoint of its own, with a keyring and without any.
class CliCheckTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void textSaysWhatIsThere();
    void jsonHasEveryCheck();
    void junitIsReadByOthers();
    void aFailureEndsWithOne();
    void withATokenInTheKeychainSegmentIsAsked();
    void allMeansAllButTheSandbox();
    void theSandboxCanBeNamed();
    void reportsAreWritten_data();
    void reportsAreWritten();
    void whatIsKeptGoesWithTheConnection();
    void noSecretIsInAnyFileOrOutput();
    void wrongUsage_data();
    void wrongUsage();

private:
    static bool hasKeyring() { return qgetenv("SEGUE_TEST_BUS_MODE") == "unlocked"; }
    CliResult check(const QStringList &more, const QByteArray &key = kKey) const;

    std::unique_ptr<FaultServer> m_endpoint;
    std::unique_ptr<FaultServer> m_cdn;
    std::unique_ptr<PublicApiDouble> m_api;
    std::unique_ptr<CliRunner> m_cli;
};

void CliCheckTest::init()
{
    m_endpoint = std::make_unique<FaultServer>();
    m_endpoint->setStandingAnswer(Answer::error(400, "malformed JSON"));
    m_cdn = std::make_unique<FaultServer>();
    Answer known;
    known.body = R"({"integrations":{"Segment.io":{"apiHost":"api.segment.io/v1"}}})";
    m_cdn->setStandingAnswer(known);
    m_api = std::make_unique<PublicApiDouble>(kToken);
    m_cli = std::make_unique<CliRunner>();
    // Nothing leaves this computer: the way to Segment's own endpoint ends at a proxy that is not there.
    m_cli->environment.insert(u"https_proxy"_s, u"http://127.0.0.1:9"_s);
    QSettings settings(m_cli->folder() + u"/settings.ini"_s, QSettings::IniFormat);
    settings.setValue(u"segment/publicApiStandIn"_s, m_api->url().toString());
    settings.setValue(u"segment/cdnStandIn"_s, m_cdn->url(u"/v1"_s).toString());
    settings.sync();
    QVERIFY(m_cli->addConnection(u"Gateway <b>"_s, u"dev"_s, m_endpoint->url()));
}

CliResult CliCheckTest::check(const QStringList &more, const QByteArray &key) const
{
    QStringList line{u"check"_s};
    if (!key.isEmpty()) {
        line.append(u"--write-key-stdin"_s);
    }
    return m_cli->run(line + more, key.isEmpty() ? QByteArray() : key + '\n');
}

void CliCheckTest::textSaysWhatIsThere()
{
    const CliResult result = check({u"Gateway <b>"_s});
    QVERIFY2(result.status == 0, result.text().constData());
    QVERIFY(result.out.contains("Gateway <b>: Nothing wrong was found"));
    QVERIFY(result.out.contains("endpoint               The endpoint answers"));
    QVERIFY2(!result.out.contains("destinations"), "those are of Segment's source");
    QVERIFY(result.out.contains("Needs: "));
    QVERIFY2(m_endpoint->requestCount() > 0, "the endpoint was asked");
    for (const Request &request : m_endpoint->requests()) {
        QCOMPARE(request.method, QByteArray("GET")); // no event was sent
    }
}

void CliCheckTest::jsonHasEveryCheck()
{
    const CliResult result = check({u"Gateway <b>"_s, u"--format"_s, u"json"_s});
    QVERIFY2(result.status == 0, result.text().constData());
    const QMap<QString, QString> verdicts = verdictsOf(result.object());
    QCOMPARE(verdicts.size(), 12);
    QCOMPARE(verdicts.value(u"endpoint"_s), u"pass"_s);
    QCOMPARE(verdicts.value(u"selection"_s), u"pass"_s);
    QCOMPARE(verdicts.value(u"queue"_s), u"pass"_s);
    QCOMPARE(verdicts.value(u"keychain-entry"_s), u"not-checked"_s);
    QVERIFY2(!verdicts.contains(u"source"_s), "what is Segment's is not looked for elsewhere");
    QCOMPARE(result.object().value(u"failed").toBool(true), false);
    QCOMPARE(check({u"Gateway <b>"_s, u"--json"_s}).object().value(u"checkups").toArray().size(), 1);
}

void CliCheckTest::junitIsReadByOthers()
{
    m_endpoint->stopListening();
    const CliResult result = check({u"Gateway <b>"_s, u"--format"_s, u"junit"_s});
    QCOMPARE(result.status, 1);
    QXmlStreamReader xml(result.out);
    int tests = 0;
    int failures = 0;
    int skipped = 0;
    QString failed;
    QString suite;
    while (!xml.atEnd()) {
        if (xml.readNext() != QXmlStreamReader::StartElement) {
            continue;
        }
        if (xml.name() == u"testsuite") {
            suite = xml.attributes().value(u"name"_s).toString();
            QCOMPARE(xml.attributes().value(u"tests"_s).toInt(), 12);
        } else if (xml.name() == u"testcase") {
            ++tests;
            failed = xml.attributes().value(u"name"_s).toString();
        } else if (xml.name() == u"failure") {
            ++failures;
            QCOMPARE(failed, u"endpoint"_s);
            QVERIFY(!xml.attributes().value(u"message"_s).isEmpty());
        } else if (xml.name() == u"skipped") {
            ++skipped;
        }
    }
    QVERIFY2(!xml.hasError(), qPrintable(xml.errorString()));
    QCOMPARE(suite, u"Gateway <b>"_s);
    QCOMPARE(tests, 12);
    QCOMPARE(failures, 1);
    QVERIFY(skipped > 3);
}

void CliCheckTest::aFailureEndsWithOne()
{
    const CliResult keyless = check({u"Gateway <b>"_s, u"--json"_s}, {});
    QCOMPARE(keyless.status, 1);
    QCOMPARE(verdictsOf(keyless.object()).value(u"keychain-entry"_s), u"fail"_s);
    QCOMPARE(keyless.object().value(u"failed").toBool(), true);
}

void CliCheckTest::withATokenInTheKeychainSegmentIsAsked()
{
    if (!hasKeyring()) {
        return; // no token can be kept here; that it is then not checked is seen above
    }
    const QString source = m_api->addSource(u"acme"_s, kKey);
    m_api->addDestination(source, u"64e72af1eabf77368b877a51"_s, u"actions-pushwoosh"_s, true);
    QProcess tool;
    tool.start(u"secret-tool"_s, {u"store"_s, u"--label=Segue"_s, u"server"_s, u"Segue"_s, u"user"_s,
                                  u"segment/us/public-api-token"_s, u"type"_s, u"plaintext"_s});
    QVERIFY(tool.waitForStarted(kPatienceMs));
    tool.write(kToken);
    tool.closeWriteChannel();
    QVERIFY(tool.waitForFinished(kPatienceMs));
    const CliResult added = m_cli->run({u"connections"_s, u"add"_s, u"--name"_s, u"Acme"_s, u"--environment"_s,
                                        u"prod"_s, u"--region"_s, u"us"_s, u"--write-key-stdin"_s},
                                       kKey + '\n');
    QVERIFY2(added.status == 0, added.text().constData());
    const CliResult result = check({u"Acme"_s, u"--json"_s, u"--ask-segment"_s}, {});
    QCOMPARE(result.status, 1);
    const QMap<QString, QString> verdicts = verdictsOf(result.object());
    QCOMPARE(verdicts.value(u"keychain-entry"_s), u"pass"_s);
    QCOMPARE(verdicts.value(u"key-known"_s), u"pass"_s);
    QCOMPARE(verdicts.value(u"region"_s), u"pass"_s);
    QCOMPARE(verdicts.value(u"source"_s), u"pass"_s);
    QCOMPARE(verdicts.value(u"loop"_s), u"fail"_s);
    QCOMPARE(m_cdn->requestCount(), 1);
    check({u"Acme"_s, u"--json"_s}, {});
    QCOMPARE(m_cdn->requestCount(), 1);
}

void CliCheckTest::allMeansAllButTheSandbox()
{
    QVERIFY(m_cli->addConnection(u"Second"_s, u"staging"_s, m_endpoint->url()));
    const CliResult result = check({u"--all"_s, u"--format"_s, u"json"_s}, {});
    QCOMPARE(result.status, 1); // neither has a key
    QCOMPARE(result.object().value(u"checkups").toArray().size(), 2);
    QCOMPARE(CliRunner().run({u"check"_s, u"--all"_s}).status, 0);
}

void CliCheckTest::theSandboxCanBeNamed()
{
    const CliResult result = check({u"Sandbox"_s, u"--json"_s}, {});
    QVERIFY2(result.status == 0, result.text().constData());
    const QMap<QString, QString> verdicts = verdictsOf(result.object());
    QVERIFY(!verdicts.contains(u"source"_s));
    QCOMPARE(verdicts.value(u"keychain-entry"_s), u"pass"_s);
    QCOMPARE(verdicts.value(u"endpoint"_s), u"not-checked"_s);
}

void CliCheckTest::reportsAreWritten_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QByteArray>("begin");
    QTest::newRow("Markdown") << u"report.md"_s << QByteArray("# Checkup of Gateway \\<b>");
    QTest::newRow("HTML") << u"report.html"_s << QByteArray("<!DOCTYPE html>");
}

void CliCheckTest::reportsAreWritten()
{
    QFETCH(QString, name);
    QFETCH(QByteArray, begin);
    const QString path = m_cli->scratch(name);
    const CliResult result = check({u"Gateway <b>"_s, u"--report"_s, path});
    QVERIFY2(result.status == 0, result.text().constData());
    QVERIFY(result.err.contains("The report is in"));
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray bytes = file.readAll();
    QVERIFY2(bytes.startsWith(begin), bytes.left(100).constData());
    QVERIFY(!bytes.contains("Gateway <b>"));
    QCOMPARE(check({u"Gateway <b>"_s, u"--report"_s, m_cli->scratch(u"missing/"_s + name)}).status, 3);
}

void CliCheckTest::whatIsKeptGoesWithTheConnection()
{
    const QDir folder(m_cli->folder() + u"/checkups"_s);
    QCOMPARE(check({u"Gateway <b>"_s}).status, 0);
    QCOMPARE(folder.entryList({u"*.json"_s}, QDir::Files).size(), 1);
    const CliResult removed = m_cli->run({u"connections"_s, u"remove"_s, u"Gateway <b>"_s, u"--yes"_s, u"--keep-key"_s});
    QVERIFY2(removed.status == 0, removed.text().constData());
    QCOMPARE(folder.entryList({u"*.json"_s}, QDir::Files).size(), 0);
}

void CliCheckTest::noSecretIsInAnyFileOrOutput()
{
    // An endpoint that throws back what it was given.
    m_endpoint->setResponder([](const Request &request) -> std::optional<Answer> {
        Answer answer = Answer::redirect("https://example.test/" + kKey);
        answer.body = request.target + kKey;
        return answer;
    });
    for (const QString &format : {u"text"_s, u"json"_s, u"junit"_s}) {
        const CliResult result = check({u"Gateway <b>"_s, u"--verbose"_s, u"--format"_s, format, u"--report"_s,
                                        m_cli->folder() + u"/report.md"_s});
        QVERIFY2(!result.text().contains(kKey), result.text().constData());
        QVERIFY(!result.out.isEmpty());
    }
    QDirIterator files(m_cli->folder(), QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
    QStringList names;
    while (files.hasNext()) {
        QFile file(files.next());
        names.append(file.fileName());
        QVERIFY(file.open(QIODevice::ReadOnly));
        QVERIFY2(!file.readAll().contains(kKey), qPrintable(file.fileName()));
    }
    QVERIFY(names.join(u' ').contains(u"/checkups/"_s) && names.join(u' ').contains(u"report.md"_s));
}

void CliCheckTest::wrongUsage_data()
{
    QTest::addColumn<QStringList>("line");
    QTest::newRow("neither") << QStringList();
    QTest::newRow("both") << QStringList{u"Gateway <b>"_s, u"--all"_s};
    QTest::newRow("two names") << QStringList{u"Gateway <b>"_s, u"Sandbox"_s};
    QTest::newRow("an unknown name") << QStringList{u"Nobody"_s};
    QTest::newRow("an unknown format") << QStringList{u"Gateway <b>"_s, u"--format"_s, u"xml"_s};
    QTest::newRow("two formats") << QStringList{u"Gateway <b>"_s, u"--format"_s, u"junit"_s, u"--json"_s};
    QTest::newRow("a report as PDF") << QStringList{u"Gateway <b>"_s, u"--report"_s, u"report.pdf"_s};
    QTest::newRow("one key for all") << QStringList{u"--all"_s, u"--write-key-stdin"_s};
    QTest::newRow("a key as an argument") << QStringList{u"Gateway <b>"_s, u"--write-key"_s, u"x"_s};
    QTest::newRow("a report of another kind") << QStringList{u"Gateway <b>"_s, u"--report"_s, u"report.txt"_s};
}

void CliCheckTest::wrongUsage()
{
    QFETCH(QStringList, line);
    const CliResult result = m_cli->run(QStringList{u"check"_s} + line, kKey + '\n');
    QCOMPARE(result.status, 2);
    QVERIFY(!result.err.isEmpty());
    QVERIFY(result.out.isEmpty());
}

QTEST_GUILESS_MAIN(CliCheckTest)
#include "tst_clicheck.moc"
