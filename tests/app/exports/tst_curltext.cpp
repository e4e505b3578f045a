// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/exports/CurlText.h"

#include <QDir>
#include <QFile>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

using namespace segue;
using namespace Qt::StringLiterals;

namespace {

constexpr int kPatienceMs = 30'000;
const QString kKey = u"key with 'quotes' $HOME"_s;
const QByteArray kFed = "what stands on standard input";

struct Shell
{
    const char *name;
    QStringList line;
};

//! A pasted command meets an interactive shell, so the one that people have most expands `!` as well.
QList<Shell> shells()
{
    return {{"dash", {u"dash"_s}},
            {"bash", {u"bash"_s}},
            {"bash with history", {u"bash"_s, u"-o"_s, u"history"_s, u"-o"_s, u"histexpand"_s}},
            {"bash as sh", {u"bash"_s, u"--posix"_s}}};
}

QString filledTo32KB(const QString &with)
{
    QString payload = u"{\"a\":\""_s;
    while (payload.toUtf8().size() < 32 * 1024 - 16) {
        payload += with;
    }
    return payload + u"\"}"_s;
}

} // namespace

//! Runs the text through the shells that people have, in which `curl` writes down its arguments and what it is fed.
class CurlTextTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void aPayloadReachesCurlAsItIsAndNothingElseRuns_data();
    void aPayloadReachesCurlAsItIsAndNothingElseRuns();
    void anAddressIsQuotedAsWell();
    void noKeyStandsInTheText();
    void whatNoCommandLineCanCarryIsRefused_data();
    void whatNoCommandLineCanCarryIsRefused();

private:
    QStringList run(const QString &command, const QStringList &shell = {u"/bin/sh"_s});

    QTemporaryDir m_folder;
};

void CurlTextTest::initTestCase()
{
    QFile curl(m_folder.filePath(u"curl"_s));
    QVERIFY(curl.open(QIODevice::WriteOnly));
    curl.write("#!/bin/sh\nprintf '%s\\0' \"$@\" > \"$SEGUE_TEST_FOLDER/arguments\"\n"
               "cat > \"$SEGUE_TEST_FOLDER/fed\"\n");
    curl.close();
    QVERIFY(curl.setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner));
}

QStringList CurlTextTest::run(const QString &command, const QStringList &withShell)
{
    QFile::remove(m_folder.filePath(u"arguments"_s));
    QFile script(m_folder.filePath(u"script"_s));
    if (!script.open(QIODevice::WriteOnly)) {
        return {};
    }
    script.write(command.toUtf8() + '\n');
    script.close();
    QProcess shell;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"PATH"_s, m_folder.path() + u':' + environment.value(u"PATH"_s));
    environment.insert(u"SEGUE_TEST_FOLDER"_s, m_folder.path());
    environment.insert(u"SEGMENT_WRITE_KEY"_s, kKey);
    shell.setProcessEnvironment(environment);
    shell.setWorkingDirectory(m_folder.path());
    shell.start(withShell[0], withShell.mid(1) + QStringList{script.fileName()});
    shell.write(kFed);
    shell.closeWriteChannel();
    if (!shell.waitForFinished(kPatienceMs) || shell.exitCode() != 0 || !shell.readAllStandardError().isEmpty()) {
        return {};
    }
    // Nothing of the command goes to curl in another way than by its arguments.
    QFile fed(m_folder.filePath(u"fed"_s));
    if (!fed.open(QIODevice::ReadOnly) || fed.readAll() != kFed) {
        return {};
    }
    QFile written(m_folder.filePath(u"arguments"_s));
    QStringList arguments;
    if (written.open(QIODevice::ReadOnly)) {
        const QList<QByteArray> all = written.readAll().split('\0');
        for (const QByteArray &each : all) {
            arguments.append(QString::fromUtf8(each));
        }
        arguments.removeLast();
    }
    return arguments;
}

void CurlTextTest::aPayloadReachesCurlAsItIsAndNothingElseRuns_data()
{
    QTest::addColumn<QString>("payload");
    QTest::addColumn<QStringList>("shell");
    const QList<Shell> all = shells();
    for (const Shell &shell : all) {
        const auto row = [&shell](const char *name, const QString &payload) {
            QTest::addRow("%s: %s", shell.name, name) << payload << shell.line;
        };
        row("plain", u"{\"event\":\"Email Sent\"}"_s);
        row("single quotes", u"{\"event\":\"it's '; touch pwned; '\"}"_s);
        row("only quotes", u"''''"_s);
        row("substitution", u"{\"a\":\"$(touch pwned) `touch pwned` $HOME ${SEGMENT_WRITE_KEY}\"}"_s);
        row("backslashes", u"{\"a\":\"\\\\ \\' \\\" \\n\"}"_s);
        row("line breaks", u"{\n\"a\":\t1\n}\n\ntouch pwned\n"_s);
        row("history and globs", u"{\"a\":\"!! * ? [a-z] ~ # & | ; < >\"}"_s);
        row("looks like a file", u"@/etc/passwd"_s);
        row("looks like an option", u"--output pwned"_s);
        row("other scripts", u"{\"a\":\"日本 😀 é\"}"_s);
        row("controls", u"{\"a\":\"\x01\x1b[2J\x7f\"}"_s);
        row("empty", QString());
        row("an event number", u"!1 !-1 !curl !?a? ^a^b"_s);
        row("a bang before a quote", u"{\"a\":\"!\\\"!'!\"}"_s);
        row("a bang on a later line", u"{\n\"a\":\"!! !curl !1\"\n}"_s);
        row("one dash", u"-"_s);
        row("two dashes", u"-- --upload-file /etc/passwd"_s);
        row("Arabic", u"{\"الحدث\":\"إشعار \u202eتجريبي\u202c\"}"_s);
        row("emoji", u"{\"👩‍👩‍👧‍👦\":\"🇩🇪 👍🏽\"}"_s);
        row("here documents", u"{\"a\":1}\n<<EOF\n$(touch pwned)\nEOF\n"_s);
        row("carriage returns", u"{\r\n\"a\":1}\r"_s);
        row("ends with a backslash", u"{\"a\":1}\\"_s);
        row("32 KB", filledTo32KB(u"it's $(touch pwned) `touch pwned` \\ ! 日 \n"_s));
        row("32 KB of quotes", filledTo32KB(u"'"_s));
    }
}

void CurlTextTest::aPayloadReachesCurlAsItIsAndNothingElseRuns()
{
    QFETCH(QString, payload);
    QFETCH(QStringList, shell);
    const Result<QString> command = CurlText::command(Endpoint::us(), payload.toUtf8());
    QVERIFY(command.ok());
    const QStringList arguments = run(command.value(), shell);
    const qsizetype at = arguments.indexOf(u"--data-raw"_s);
    QVERIFY2(at >= 0, qPrintable(command.value()));
    QCOMPARE(arguments.value(at + 1), payload);
    QCOMPARE(arguments.size(), at + 2);
    QCOMPARE(arguments.value(arguments.indexOf(u"--user"_s) + 1), QString(kKey + u':'));
    QVERIFY(arguments.contains(Endpoint::us().trackUrl().toString()));
    QVERIFY(!QFile::exists(m_folder.filePath(u"pwned"_s)));
}

void CurlTextTest::anAddressIsQuotedAsWell()
{
    const Result<Endpoint> endpoint = Endpoint::parse(u"https://t.example.com/it's/$(id)/a;b"_s);
    QVERIFY(endpoint.ok());
    const Result<QString> command = CurlText::command(endpoint.value(), "{}");
    QVERIFY(command.ok());
    const QStringList arguments = run(command.value());
    QVERIFY(arguments.contains(endpoint.value().trackUrl().toString(QUrl::FullyEncoded)));
    QVERIFY(!QFile::exists(m_folder.filePath(u"pwned"_s)));
}

void CurlTextTest::noKeyStandsInTheText()
{
    const Result<QString> command = CurlText::command(Endpoint::eu(), "{\"a\":1}");
    QVERIFY(command.ok());
    QCOMPARE(command.value().count(u'$'), 1);
    QVERIFY(command.value().contains(u"\"$SEGMENT_WRITE_KEY\""));
    QVERIFY(!command.value().contains(u"Authorization"));
}

void CurlTextTest::whatNoCommandLineCanCarryIsRefused_data()
{
    QTest::addColumn<QByteArray>("payload");
    QTest::newRow("zero byte") << QByteArray("{\"a\":\"\0\"}", 9);
    QTest::newRow("not UTF-8") << QByteArray("{\"a\":\"\xff\"}");
}

void CurlTextTest::whatNoCommandLineCanCarryIsRefused()
{
    QFETCH(QByteArray, payload);
    const Result<QString> command = CurlText::command(Endpoint::us(), payload);
    QVERIFY(!command.ok());
    QCOMPARE(command.error().code, ErrorCode::InvalidInput);
    QVERIFY(!command.error().userText.isEmpty());
}

QTEST_GUILESS_MAIN(CurlTextTest)
#include "tst_curltext.moc"
