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

} // namespace

//! Runs the text through a shell in which `curl` writes down its arguments.
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
    QStringList run(const QString &command);

    QTemporaryDir m_folder;
};

void CurlTextTest::initTestCase()
{
    QFile curl(m_folder.filePath(u"curl"_s));
    QVERIFY(curl.open(QIODevice::WriteOnly));
    curl.write("#!/bin/sh\nprintf '%s\\0' \"$@\" > \"$SEGUE_TEST_FOLDER/arguments\"\n");
    curl.close();
    QVERIFY(curl.setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner));
}

QStringList CurlTextTest::run(const QString &command)
{
    QFile::remove(m_folder.filePath(u"arguments"_s));
    QProcess shell;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"PATH"_s, m_folder.path() + u':' + environment.value(u"PATH"_s));
    environment.insert(u"SEGUE_TEST_FOLDER"_s, m_folder.path());
    environment.insert(u"SEGMENT_WRITE_KEY"_s, kKey);
    shell.setProcessEnvironment(environment);
    shell.setWorkingDirectory(m_folder.path());
    shell.start(u"/bin/sh"_s, {});
    shell.write(command.toUtf8() + '\n');
    shell.closeWriteChannel();
    if (!shell.waitForFinished(kPatienceMs) || shell.exitCode() != 0 || !shell.readAllStandardError().isEmpty()) {
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
    QTest::newRow("plain") << u"{\"event\":\"Email Sent\"}"_s;
    QTest::newRow("single quotes") << u"{\"event\":\"it's '; touch pwned; '\"}"_s;
    QTest::newRow("only quotes") << u"''''"_s;
    QTest::newRow("substitution") << u"{\"a\":\"$(touch pwned) `touch pwned` $HOME ${SEGMENT_WRITE_KEY}\"}"_s;
    QTest::newRow("backslashes") << u"{\"a\":\"\\\\ \\' \\\" \\n\"}"_s;
    QTest::newRow("line breaks") << u"{\n\"a\":\t1\n}\n\ntouch pwned\n"_s;
    QTest::newRow("history and globs") << u"{\"a\":\"!! * ? [a-z] ~ # & | ; < >\"}"_s;
    QTest::newRow("looks like a file") << u"@/etc/passwd"_s;
    QTest::newRow("looks like an option") << u"--output pwned"_s;
    QTest::newRow("other scripts") << u"{\"a\":\"日本 😀 é\"}"_s;
    QTest::newRow("controls") << u"{\"a\":\"\x01\x1b[2J\x7f\"}"_s;
    QTest::newRow("empty") << QString();
}

void CurlTextTest::aPayloadReachesCurlAsItIsAndNothingElseRuns()
{
    QFETCH(QString, payload);
    const Result<QString> command = CurlText::command(Endpoint::us(), payload.toUtf8());
    QVERIFY(command.ok());
    const QStringList arguments = run(command.value());
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
