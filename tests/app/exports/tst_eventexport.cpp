// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest> // first: moc 6.4 cannot read <compare> before Qt's own headers

#include "app/exports/EventExport.h"

#include "app/core/Redactor.h"
#include "tests/app/journal/JournalSupport.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>

#include <csignal>
#include <sys/resource.h>
#include <sys/stat.h>

using namespace segue;
using namespace segue::test;
using namespace Qt::StringLiterals;

namespace {

constexpr int kEvents = 5000;
constexpr int kPatienceMs = 60'000;

} // namespace

class TestEventExport : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void everyEventOfAFilterIsWrittenOnce();
    void aSelectionIsWrittenInItsOrder();
    void theNewestAreWrittenWhenThereIsALimit();
    void attemptsBecomeAnArchive();
    void progressGrowsToTheWhole();
    void aCancelledExportLeavesNothing();
    void goingAwayMeanwhileLeavesNothing();
    void aFailedExportLeavesNothingAndTheOldFile();
    void aFolderThatIsNotThereIsToldInWords();
    void aSinkThatFailsEndsTheExport();
    void oneAfterTheOther();

private:
    QString target() const { return m_out->filePath(u"out"_s); }
    QStringList files() const { return QDir(m_out->path()).entryList(QDir::Files | QDir::Hidden); }
    ExportRequest all(ExportFormat format = ExportFormat::Ndjson) const;
    ExportOutcome exported(ExportRequest request);

    QTemporaryDir m_data;
    Redactor m_redactor;
    std::unique_ptr<Journal> m_journal;
    std::vector<EntryId> m_ids;
    std::unique_ptr<QTemporaryDir> m_out;
};

void TestEventExport::initTestCase()
{
    m_journal = openJournal(m_data.path().toStdString());
    QVERIFY(m_journal);
    std::vector<NewEntry> entries;
    for (int i = 0; i < kEvents; ++i) {
        entries.push_back(trackEntry("m-" + std::to_string(i), i % 2 == 0 ? kOne : kTwo));
    }
    const auto ids = JournalCalls(*m_journal).append(std::move(entries));
    QVERIFY(ids.ok());
    m_ids = ids.value();
    Attempt attempt;
    attempt.started = 1'700'000'000'000;
    attempt.status = 200;
    attempt.requestHead = "POST /v1/batch HTTP/1.1\r\nHost: api.segment.io\r\n";
    attempt.responseHead = "HTTP/1.1 200 OK\r\n";
    QVERIFY(JournalCalls(*m_journal)
                .record({{m_ids[0], EventState::Accepted, {}, {}, attempt},
                         {m_ids[4000], EventState::Accepted, {}, {}, attempt}})
                .ok());
}

void TestEventExport::init()
{
    m_out = std::make_unique<QTemporaryDir>();
}

ExportRequest TestEventExport::all(ExportFormat format) const
{
    ExportRequest request;
    request.look.format = format;
    request.filter = EventFilter();
    request.path = target();
    return request;
}

ExportOutcome TestEventExport::exported(ExportRequest request)
{
    EventExport exporter(m_data.path(), m_redactor);
    QSignalSpy finished(&exporter, &EventExport::finished);
    exporter.start(std::move(request));
    if (!finished.wait(kPatienceMs)) {
        return {Error{ErrorCode::TimedOut, u"no end"_s, {}}, {}, 0, 0, 0};
    }
    return finished[0][0].value<ExportOutcome>();
}

void TestEventExport::everyEventOfAFilterIsWrittenOnce()
{
    ExportRequest request = all();
    request.filter->connection = kTwo;
    const ExportOutcome outcome = exported(request);
    QVERIFY2(!outcome.error, outcome.error ? qPrintable(outcome.error->detail) : "");
    QCOMPARE(outcome.events, kEvents / 2);
    QCOMPARE(outcome.unreadable, 0);
    QCOMPARE(outcome.path, target());
    QFile file(target());
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(file.permissions() & 0x7777, QFile::ReadOwner | QFile::WriteOwner | QFile::ReadUser | QFile::WriteUser);
    int number = 1;
    while (!file.atEnd()) {
        const QJsonObject line = QJsonDocument::fromJson(file.readLine()).object();
        QCOMPARE(line.value(u"messageId").toString(), u"m-%1"_s.arg(number));
        number += 2;
    }
    QCOMPARE(number, kEvents + 1);
    QCOMPARE(files(), QStringList{u"out"_s});
}

void TestEventExport::aSelectionIsWrittenInItsOrder()
{
    ExportRequest request = all(ExportFormat::Csv);
    request.filter.reset();
    request.ids = {m_ids[3], m_ids[17], m_ids[4444]};
    QCOMPARE(exported(request).events, 3);
    QFile file(target());
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QList<QByteArray> lines = file.readAll().split('\n');
    QCOMPARE(lines.size(), 5);
    QVERIFY(lines[0].startsWith("id,"));
    QVERIFY(lines[1].contains(",m-3,"));
    QVERIFY(lines[2].contains(",m-17,"));
    QVERIFY(lines[3].contains(",m-4444,"));
}

void TestEventExport::theNewestAreWrittenWhenThereIsALimit()
{
    ExportRequest request = all();
    request.limit = 2;
    QCOMPARE(exported(request).events, 2);
    QFile file(target());
    QVERIFY(file.open(QIODevice::ReadOnly));
    QVERIFY(file.readLine().contains("\"m-4998\""));
    QVERIFY(file.readLine().contains("\"m-4999\""));
}

void TestEventExport::attemptsBecomeAnArchive()
{
    const ExportOutcome outcome = exported(all(ExportFormat::Har));
    QCOMPARE(outcome.events, kEvents);
    QCOMPARE(outcome.attempts, 2);
    QFile file(target());
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QJsonDocument archive = QJsonDocument::fromJson(file.readAll());
    QCOMPARE(archive[u"log"][u"entries"].toArray().size(), 2);
    QCOMPARE(archive[u"log"][u"entries"][1][u"_segue"][u"messageId"].toString(), u"m-4000"_s);
}

void TestEventExport::progressGrowsToTheWhole()
{
    EventExport exporter(m_data.path(), m_redactor);
    QSignalSpy progress(&exporter, &EventExport::progress);
    QSignalSpy finished(&exporter, &EventExport::finished);
    exporter.start(all());
    QVERIFY(exporter.isRunning());
    QVERIFY(finished.wait(kPatienceMs));
    QVERIFY(!exporter.isRunning());
    QVERIFY(progress.size() >= 2);
    qint64 last = -1;
    for (const QList<QVariant> &step : std::as_const(progress)) {
        QVERIFY(step[0].toLongLong() >= last);
        last = step[0].toLongLong();
        QCOMPARE(step[1].toLongLong(), kEvents);
    }
    QCOMPARE(last, kEvents);
}

void TestEventExport::aCancelledExportLeavesNothing()
{
    EventExport exporter(m_data.path(), m_redactor);
    QSignalSpy finished(&exporter, &EventExport::finished);
    exporter.start(all());
    exporter.cancel();
    QVERIFY(finished.wait(kPatienceMs));
    const auto outcome = finished[0][0].value<ExportOutcome>();
    QVERIFY(outcome.error.has_value());
    QCOMPARE(outcome.error->code, ErrorCode::Cancelled);
    QVERIFY(!outcome.error->userText.isEmpty());
    QCOMPARE(files(), QStringList());
}

void TestEventExport::goingAwayMeanwhileLeavesNothing()
{
    {
        EventExport exporter(m_data.path(), m_redactor);
        exporter.start(all());
    }
    QCOMPARE(files(), QStringList());
}

void TestEventExport::aFailedExportLeavesNothingAndTheOldFile()
{
    QFile old(target());
    QVERIFY(old.open(QIODevice::WriteOnly));
    old.write("old");
    old.close();
    rlimit before = {};
    getrlimit(RLIMIT_FSIZE, &before);
    const auto handler = std::signal(SIGXFSZ, SIG_IGN);
    const rlimit tight{200'000, before.rlim_max};
    setrlimit(RLIMIT_FSIZE, &tight);
    const ExportOutcome outcome = exported(all());
    setrlimit(RLIMIT_FSIZE, &before);
    std::signal(SIGXFSZ, handler);
    QVERIFY(outcome.error.has_value());
    QCOMPARE(outcome.error->code, ErrorCode::Disk);
    QVERIFY(outcome.error->userText.contains(target()));
    QCOMPARE(files(), QStringList{u"out"_s});
    QVERIFY(old.open(QIODevice::ReadOnly));
    QCOMPARE(old.readAll(), QByteArray("old"));
}

void TestEventExport::aFolderThatIsNotThereIsToldInWords()
{
    ExportRequest request = all();
    request.path = m_out->filePath(u"no/such/out"_s);
    const ExportOutcome outcome = exported(request);
    QVERIFY(outcome.error.has_value());
    QCOMPARE(outcome.error->code, ErrorCode::Disk);
    QVERIFY(!outcome.error->userText.isEmpty());
}

void TestEventExport::aSinkThatFailsEndsTheExport()
{
    ExportRequest request = all();
    request.path.clear();
    int calls = 0;
    request.sink = [&calls](const QByteArray &) -> Status {
        ++calls;
        return Error{ErrorCode::Network, u"gone"_s, {}};
    };
    const ExportOutcome outcome = exported(request);
    QVERIFY(outcome.error.has_value());
    QCOMPARE(outcome.error->code, ErrorCode::Network);
    QCOMPARE(calls, 1);
}

void TestEventExport::oneAfterTheOther()
{
    EventExport exporter(m_data.path(), m_redactor);
    QSignalSpy finished(&exporter, &EventExport::finished);
    exporter.start(all());
    ExportRequest second = all();
    second.path = m_out->filePath(u"second"_s);
    exporter.start(second); // not while the first is under way
    QVERIFY(finished.wait(kPatienceMs));
    QCOMPARE(files(), QStringList{u"out"_s});
    exporter.start(second);
    QVERIFY(finished.wait(kPatienceMs));
    QCOMPARE(files(), (QStringList{u"out"_s, u"second"_s}));
}

QTEST_GUILESS_MAIN(TestEventExport)
#include "tst_eventexport.moc"
