// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/integration/CliRunner.h"

#include <QDirIterator>
#include <QFile>
#include <QTest>

#include <sys/stat.h>
#include <unistd.h>

using namespace segue::test;
using namespace Qt::StringLiterals;

namespace {

//! Stands nowhere else.
const QString kPerson = u"quaxwitz-7713"_s;

QStringList sendAs(const QString &userId)
{
    return {u"send"_s,      u"--connection"_s, u"Sandbox"_s,   u"--all-events"_s,
            u"--timeout"_s, u"60"_s,           u"--user-id"_s, userId};
}

QByteArray bytesOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

QStringList filesWith(const QString &folder, const QByteArray &bytes)
{
    QStringList names;
    QDirIterator files(folder, QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        if (bytesOf(files.next()).contains(bytes)) {
            names.append(files.fileName());
        }
    }
    return names;
}

} // namespace

//! `segue erase`, `segue log --verify`, and what the commands say when the disk does not do what it should.
class CliUpkeepTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aPersonIsErasedWithoutATrace();
    void nothingIsErasedUnasked();
    void erasingNeedsOnePerson();
    void aPersonIsErasedBesideAnotherProgram();
    void aSoundFileIsVerified();
    void aDamagedFileIsNamedAndLeft();
    void whereNoLogIsThereIsNothingToVerify();
    void aReadOnlyFolderIsSaid();
    void aFullDiskIsSaidAndNothingIsLost();
    void aDamagedFileIsSaidWhenItIsSetAside();
};

void CliUpkeepTest::aPersonIsErasedWithoutATrace()
{
    const CliRunner cli;
    QCOMPARE(cli.run(sendAs(kPerson)).status, 0);
    QCOMPARE(cli.run(sendAs(u"another"_s)).status, 0);
    QVERIFY(!filesWith(cli.folder(), kPerson.toUtf8()).isEmpty());
    const CliResult result = cli.run({u"erase"_s, u"--user-id"_s, kPerson, u"--yes"_s, u"--json"_s});
    QVERIFY2(result.status == 0, result.text().constData());
    QCOMPARE(result.object().value(u"erased").toInt(), 7);
    QCOMPARE(result.object().value(u"states").toObject().value(u"confirmed").toInt(), 7);
    QCOMPARE(result.object().value(u"cleared").toBool(), true);
    QCOMPARE(filesWith(cli.folder(), kPerson.toUtf8()), QStringList());
    QCOMPARE(cli.log().size(), 7);
    QCOMPARE(cli.run({u"log"_s, u"--verify"_s}).status, 0);
}

void CliUpkeepTest::nothingIsErasedUnasked()
{
    const CliRunner cli;
    QCOMPARE(cli.run(sendAs(kPerson)).status, 0);
    const CliResult result = cli.run({u"erase"_s, u"--hwid"_s, kPerson});
    QCOMPARE(result.status, 2);
    QVERIFY2(result.err.contains("7 events of this person"), result.text().constData());
    QVERIFY2(result.err.contains("--yes"), result.text().constData());
    QCOMPARE(result.out, QByteArray());
    QCOMPARE(cli.log().size(), 7);
}

void CliUpkeepTest::erasingNeedsOnePerson()
{
    const CliRunner cli;
    QCOMPARE(cli.run({u"erase"_s, u"--yes"_s}).status, 2);
    QCOMPARE(cli.run({u"erase"_s, u"--yes"_s, u"--user-id"_s, u""_s}).status, 2);
    QCOMPARE(cli.run({u"erase"_s, u"--yes"_s, u"--user-id"_s, u"a"_s, u"--hwid"_s, u"b"_s}).status, 2);
    const CliResult nobody = cli.run({u"erase"_s, u"--yes"_s, u"--user-id"_s, u"nobody"_s});
    QVERIFY2(nobody.status == 0, nobody.text().constData());
    QVERIFY2(nobody.out.contains("No event of this person"), nobody.text().constData());
}

void CliUpkeepTest::aPersonIsErasedBesideAnotherProgram()
{
    const CliRunner cli;
    QCOMPARE(cli.run(sendAs(kPerson)).status, 0);
    const std::unique_ptr<QProcess> follower = cli.start({u"log"_s, u"--follow"_s, u"--json"_s});
    QByteArray seen;
    QTRY_VERIFY_WITH_TIMEOUT((seen += follower->readAllStandardOutput(), seen.count('\n') == 7), 60'000);
    const CliResult result = cli.run({u"erase"_s, u"--user-id"_s, kPerson, u"--yes"_s, u"--json"_s});
    QVERIFY2(result.status == 0, result.text().constData());
    QCOMPARE(filesWith(cli.folder(), kPerson.toUtf8()), QStringList());
    // The other one goes on.
    QCOMPARE(cli.run(sendAs(u"another"_s)).status, 0);
    QTRY_VERIFY_WITH_TIMEOUT((seen += follower->readAllStandardOutput(), seen.count("another") >= 7), 60'000);
    follower->terminate();
    QCOMPARE(CliRunner::finish(*follower).status, 0);
}

void CliUpkeepTest::aSoundFileIsVerified()
{
    const CliRunner cli;
    QCOMPARE(cli.run(sendAs(kPerson)).status, 0);
    const CliResult words = cli.run({u"log"_s, u"--verify"_s});
    QVERIFY2(words.status == 0, words.text().constData());
    QVERIFY2(words.out.contains("7 events"), words.text().constData());
    const CliResult json = cli.run({u"log"_s, u"--verify"_s, u"--json"_s});
    QCOMPARE(json.status, 0);
    QCOMPARE(json.object().value(u"clean").toBool(), true);
    QCOMPARE(json.object().value(u"events").toInt(), 7);
    QCOMPARE(json.object().value(u"found").toInt(), 0);
}

void CliUpkeepTest::aDamagedFileIsNamedAndLeft()
{
    const CliRunner cli;
    QCOMPARE(cli.run(sendAs(kPerson)).status, 0);
    const QString path = cli.folder() + u"/journal.sqlite"_s;
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadWrite));
    QVERIFY(file.seek(2 * 4'096));
    QCOMPARE(file.write(QByteArray(4'096, '\xA5')), 4'096);
    file.close();
    const QByteArray before = bytesOf(path);
    const CliResult words = cli.run({u"log"_s, u"--verify"_s});
    QVERIFY2(words.status == 1, words.text().constData());
    QVERIFY2(words.out.contains("damaged"), words.text().constData());
    const CliResult json = cli.run({u"log"_s, u"--verify"_s, u"--json"_s});
    QCOMPARE(json.status, 1);
    QCOMPARE(json.object().value(u"clean").toBool(), false);
    QVERIFY(!json.object().value(u"findings").toArray().isEmpty());
    QCOMPARE(bytesOf(path), before);
}

void CliUpkeepTest::whereNoLogIsThereIsNothingToVerify()
{
    const CliRunner cli;
    const CliResult result = cli.run({u"log"_s, u"--verify"_s});
    QVERIFY2(result.status == 3, result.text().constData());
    QVERIFY(!result.err.isEmpty());
    QVERIFY(QDir(cli.folder()).isEmpty());
}

void CliUpkeepTest::aReadOnlyFolderIsSaid()
{
    CliRunner cli;
    QCOMPARE(cli.run(sendAs(kPerson)).status, 0);
    // Root may write everywhere, so it runs the program as nobody.
    if (::geteuid() == 0) {
        cli.wrapper = {u"setpriv"_s, u"--reuid=65534"_s, u"--clear-groups"_s};
    }
    const QByteArray folder = QFile::encodeName(cli.folder());
    QCOMPARE(::chmod(folder.constData(), 0555), 0);
    for (const QStringList &command : {QStringList{u"log"_s}, sendAs(u"b"_s)}) {
        const CliResult result = cli.run(command);
        ::chmod(folder.constData(), 0555);
        QVERIFY2(result.status == 3, result.text().constData());
        QVERIFY2(result.err.contains("read-only") || result.err.contains("folder"), result.text().constData());
        QCOMPARE(result.out, QByteArray());
    }
    ::chmod(folder.constData(), 0700);
    cli.wrapper.clear();
    QCOMPARE(cli.log().size(), 7);
}

void CliUpkeepTest::aFullDiskIsSaidAndNothingIsLost()
{
    CliRunner cli;
    QCOMPARE(cli.run(sendAs(kPerson)).status, 0);
    // No file may grow beyond 50 KB, which the journal is already.
    cli.wrapper = {u"sh"_s, u"-c"_s, u"trap '' XFSZ; ulimit -f 100; exec \"$@\""_s, u"sh"_s};
    const CliResult result = cli.run(sendAs(u"b"_s) + QStringList{u"--count"_s, u"300"_s});
    QVERIFY2(result.status == 3, result.text().constData());
    QVERIFY2(result.err.contains("disk is full"), result.text().constData());
    cli.wrapper.clear();
    const QList<QJsonObject> log = cli.log({u"--limit"_s, u"100000"_s});
    QVERIFY(log.size() >= 7);
    QCOMPARE(log.front().value(u"userId").toString(), kPerson);
    QCOMPARE(cli.run({u"log"_s, u"--verify"_s}).status, 0);
    // With room again it goes on.
    QCOMPARE(cli.run(sendAs(u"c"_s)).status, 0);
}

void CliUpkeepTest::aDamagedFileIsSaidWhenItIsSetAside()
{
    const CliRunner cli;
    QCOMPARE(cli.run(sendAs(kPerson)).status, 0);
    QFile file(cli.folder() + u"/journal.sqlite"_s);
    QVERIFY(file.open(QIODevice::ReadWrite));
    QCOMPARE(file.write(QByteArray(4'096, '\xA5')), 4'096);
    file.close();
    const CliResult result = cli.run(sendAs(u"b"_s));
    QVERIFY2(result.status == 0, result.text().constData());
    QVERIFY2(result.err.contains("journal.damaged-"), result.text().constData());
    QCOMPARE(cli.log().size(), 7);
    // An erased person may still be in the file that was set aside, and that is said.
    const CliResult erased = cli.run({u"erase"_s, u"--user-id"_s, kPerson, u"--yes"_s});
    QVERIFY2(erased.err.contains("journal.damaged-"), erased.text().constData());
}

QTEST_GUILESS_MAIN(CliUpkeepTest)
#include "tst_cliupkeep.moc"
