// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/core/PrivateFiles.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>
#include <sys/resource.h>
#include <sys/stat.h>

using namespace segue;
using namespace Qt::StringLiterals;

namespace {

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("not readable");
}

void put(const QString &path, const QByteArray &content)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(content);
}

} // namespace

class TestPrivateFile : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void isThereAsAWholeAndItsOwnersOnly();
    void withoutACommitNothingIsLeft();
    void whatCannotBeWrittenLeavesTheOldFileAndSaysWhy();
    void whereNothingCanBeWrittenThatIsSaidAtOnce();
};

void TestPrivateFile::isThereAsAWholeAndItsOwnersOnly()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"out.csv"_s);
    put(path, "old");
    QVERIFY(QFile::setPermissions(path, QFile::ReadOwner | QFile::WriteOwner | QFile::ReadGroup | QFile::ReadOther));
    PrivateFile file(path);
    QVERIFY(file.open().ok());
    QVERIFY(file.write("one,").ok());
    QVERIFY(file.write("two").ok());
    QCOMPARE(contentOf(path), QByteArray("old"));
    QVERIFY(file.commit().ok());
    QCOMPARE(contentOf(path), QByteArray("one,two"));
    struct stat status = {};
    QCOMPARE(::stat(QFile::encodeName(path).constData(), &status), 0);
    QCOMPARE(status.st_mode & 0777U, 0600U);
    QCOMPARE(QDir(folder.path()).entryList(QDir::Files | QDir::Hidden), QStringList{u"out.csv"_s});
}

void TestPrivateFile::withoutACommitNothingIsLeft()
{
    const QTemporaryDir folder;
    {
        PrivateFile file(folder.filePath(u"out"_s));
        QVERIFY(file.open().ok());
        QVERIFY(file.write("half").ok());
    }
    QVERIFY(QDir(folder.path()).isEmpty(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot));
}

void TestPrivateFile::whatCannotBeWrittenLeavesTheOldFileAndSaysWhy()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"out"_s);
    put(path, "old");
    rlimit before = {};
    getrlimit(RLIMIT_FSIZE, &before);
    const auto handler = std::signal(SIGXFSZ, SIG_IGN);
    const rlimit tight{4096, before.rlim_max};
    setrlimit(RLIMIT_FSIZE, &tight);
    Status status = done;
    {
        PrivateFile file(path);
        QVERIFY(file.open().ok());
        for (int i = 0; i < 10 && status; ++i) {
            status = file.write(QByteArray(40'000, 'x'));
        }
        if (status) {
            status = file.commit();
        }
    }
    setrlimit(RLIMIT_FSIZE, &before);
    std::signal(SIGXFSZ, handler);
    QVERIFY(!status.ok());
    QCOMPARE(status.error().code, ErrorCode::Disk);
    QVERIFY(status.error().userText.contains(path));
    QCOMPARE(contentOf(path), QByteArray("old"));
    QCOMPARE(QDir(folder.path()).entryList(QDir::Files | QDir::Hidden), QStringList{u"out"_s});
}

void TestPrivateFile::whereNothingCanBeWrittenThatIsSaidAtOnce()
{
    const QTemporaryDir folder;
    PrivateFile file(folder.filePath(u"no/such/folder/out"_s));
    const Status status = file.open();
    QVERIFY(!status.ok());
    QCOMPARE(status.error().code, ErrorCode::Disk);
    QVERIFY(!status.error().userText.isEmpty());
}

QTEST_GUILESS_MAIN(TestPrivateFile)
#include "tst_privatefile.moc"
