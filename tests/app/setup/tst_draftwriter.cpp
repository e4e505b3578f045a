// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest> // first: moc 6.4 cannot read <compare> before Qt's own headers

#include "app/setup/DraftWriter.h"

#include "app/AppContext.h"
#include "app/setup/SetupDraftFile.h"
#include "tests/app/secrets/SecretHelpers.h"

using namespace segue;
using namespace segue::test;
using namespace Qt::StringLiterals;

namespace {

constexpr int kPatience = 20'000;

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

SetupDraft named(const QString &name)
{
    SetupDraft draft;
    draft.id = ConnectionId::create();
    draft.name = name;
    return draft;
}

} // namespace

class TestDraftWriter : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }
    void theLatestIsWhatStandsInTheFile();
    void whatWasGivenIsWrittenBeforeTheEnd();
    void aFailureIsToldAndTheNextOneTriesAgain();
    void withNothingGivenThereIsNoFile();
    void theStoreAnswersWhenItIsOnDisk();
    void aDiskThatRefusesIsToldAndTheDraftIsKept();

private:
    QString path() const { return m_folder->filePath(u"drafts.json"_s); }

    std::unique_ptr<QTemporaryDir> m_folder;
};

void TestDraftWriter::theLatestIsWhatStandsInTheFile()
{
    DraftWriter writer(path());
    QList<DraftWriter::Number> settled;
    connect(&writer, &DraftWriter::wrote, this, [&](const Status &status) {
        QVERIFY(status.ok());
        settled.append(writer.settled());
    });
    DraftWriter::Number last = 0;
    for (int i = 0; i < 200; ++i) {
        const DraftWriter::Number number = writer.write(QByteArray::number(i));
        QVERIFY(number > last);
        last = number;
    }
    QCOMPARE(writer.settled(), 0); // whoever gives is told later, and has not waited
    QTRY_COMPARE_WITH_TIMEOUT(writer.settled(), last, kPatience);
    QCOMPARE(contentOf(path()), QByteArray("199"));
    QVERIFY2(std::is_sorted(settled.cbegin(), settled.cend()), "in order");
    QCOMPARE(QDir(m_folder->path()).entryList(QDir::Files | QDir::Hidden).size(), 1);
}

void TestDraftWriter::whatWasGivenIsWrittenBeforeTheEnd()
{
    {
        DraftWriter writer(path());
        for (int i = 0; i < 50; ++i) {
            writer.write(QByteArray::number(i));
        }
    }
    QCOMPARE(contentOf(path()), QByteArray("49"));
}

void TestDraftWriter::aFailureIsToldAndTheNextOneTriesAgain()
{
    DraftWriter writer(m_folder->filePath(u"missing/drafts.json"_s));
    int failed = 0;
    int succeeded = 0;
    connect(&writer, &DraftWriter::wrote, this, [&](const Status &status) { ++(status ? succeeded : failed); });
    writer.write("1");
    QTRY_COMPARE_WITH_TIMEOUT(failed, 1, kPatience);
    QVERIFY(QDir(m_folder->path()).mkdir(u"missing"_s));
    writer.write("2");
    QTRY_COMPARE_WITH_TIMEOUT(succeeded, 1, kPatience);
    QCOMPARE(failed, 1);
    QCOMPARE(contentOf(m_folder->filePath(u"missing/drafts.json"_s)), QByteArray("2"));
}

void TestDraftWriter::withNothingGivenThereIsNoFile()
{
    {
        const DraftWriter writer(path());
        QCOMPARE(writer.settled(), 0);
    }
    QVERIFY(!QFile::exists(path()));
}

void TestDraftWriter::theStoreAnswersWhenItIsOnDisk()
{
    const auto running = std::move(AppContext::create({.dataFolder = m_folder->path(), .deliver = false})).value();
    SetupDraftStore &drafts = running->drafts();
    QVERIFY(drafts.isWritten());
    QVERIFY2(drafts.written().isFinished(), "nothing is on its way");
    const SetupDraft draft = named(u"Own"_s);
    QVERIFY(drafts.save(draft).ok());
    QVERIFY(!drafts.isWritten());
    const auto written = drafts.written();
    QVERIFY(answerOf(written).ok());
    QVERIFY(drafts.isWritten());
    const auto read = SetupDraftFile::read(contentOf(drafts.filePath()), SetupDraftStore::kFileVersion);
    QVERIFY(read.ok());
    QCOMPARE(read.value(), QList<SetupDraft>{draft});
}

void TestDraftWriter::aDiskThatRefusesIsToldAndTheDraftIsKept()
{
    const auto running = std::move(AppContext::create({.dataFolder = m_folder->path(), .deliver = false})).value();
    SetupDraftStore &drafts = running->drafts();
    QStringList told;
    connect(&drafts, &SetupDraftStore::notWritten, this, [&](const Error &error) { told.append(error.userText); });
    QVERIFY(QDir(m_folder->path()).mkdir(u"setup.json"_s)); // where the file should be
    const SetupDraft first = named(u"First"_s);
    QVERIFY(drafts.save(first).ok());
    QVERIFY(!answerOf(drafts.written()).ok());
    QCOMPARE(told.size(), 1);
    QVERIFY(told.constFirst().contains(u"setup.json"_s));
    QCOMPARE(drafts.open(), QList<SetupDraft>{first});
    QVERIFY(QDir(m_folder->path()).rmdir(u"setup.json"_s));
    const SetupDraft second = named(u"Second"_s);
    QVERIFY(drafts.save(second).ok());
    QVERIFY(answerOf(drafts.written()).ok());
    const auto read = SetupDraftFile::read(contentOf(drafts.filePath()), SetupDraftStore::kFileVersion);
    QVERIFY(read.ok());
    QCOMPARE(read.value(), (QList<SetupDraft>{second, first}));
    QCOMPARE(told.size(), 1);
}

QTEST_GUILESS_MAIN(TestDraftWriter)
#include "tst_draftwriter.moc"
