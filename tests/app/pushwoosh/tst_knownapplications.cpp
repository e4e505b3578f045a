// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest>

#include "app/pushwoosh/KnownApplications.h"

using namespace segue;
using namespace Qt::StringLiterals;

class TestKnownApplications : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void isReadAsItWasKept();
    void nothingKeptIsSaid();
    void aDamagedFileIsNone();
    void theFileIsItsOwnersAlone();
};

namespace {

KnownList some()
{
    return {{{{u"A1B2C-3D4E5"_s, u"Shop „Łódź“ 🎉"_s}, {u"0F9E8-7D6C5"_s, QString()}}, false, {}},
            QUrl(u"https://api.pushwoosh.com"_s),
            1'760'000'000'123};
}

} // namespace

void TestKnownApplications::isReadAsItWasKept()
{
    const QTemporaryDir folder;
    const KnownApplications known(folder.path());
    QVERIFY(known.keep(some()).ok());
    const Result<KnownList> read = KnownApplications(folder.path()).read();
    QVERIFY(read.ok());
    QCOMPARE(read.value(), some());
    QCOMPARE(known.nameOf(u"a1b2c-3d4e5"_s), some().list.applications[0].name);
    QVERIFY(known.nameOf(u"none"_s).isEmpty());
}

void TestKnownApplications::nothingKeptIsSaid()
{
    const QTemporaryDir folder;
    const Result<KnownList> read = KnownApplications(folder.path()).read();
    QVERIFY(!read.ok());
    QCOMPARE(read.error().code, ErrorCode::Absent);
    QVERIFY(!read.error().userText.isEmpty());
}

void TestKnownApplications::aDamagedFileIsNone()
{
    const QTemporaryDir folder;
    QFile file(folder.filePath(u"applications.json"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(R"({"version":1,"applications":[{"co)");
    file.close();
    const KnownApplications known(folder.path());
    QVERIFY(!known.read().ok());
    QVERIFY(known.keep(some()).ok());
    QVERIFY(known.read().ok());
}

void TestKnownApplications::theFileIsItsOwnersAlone()
{
    const QTemporaryDir folder;
    QVERIFY(KnownApplications(folder.path()).keep(some()).ok());
    const QFileDevice::Permissions others = QFileDevice::ReadGroup | QFileDevice::WriteGroup | QFileDevice::ReadOther |
                                            QFileDevice::WriteOther;
    QVERIFY(!(QFile::permissions(folder.filePath(u"applications.json"_s)) & others));
}

QTEST_GUILESS_MAIN(TestKnownApplications)
#include "tst_knownapplications.moc"
