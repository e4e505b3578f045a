// SPDX-License-Identifier: GPL-3.0-or-later
// kill -9 while a process writes and looks after the file, again and again. A few times in the short suite; as many as
// SEGUE_KILLS says in the long one.
#include <QtTest> // first: moc 6.4 cannot read <compare> before Qt's own headers

#include "tests/app/journal/JournalSupport.h"

#include <QProcess>
#include <QRandomGenerator>
#include <QTemporaryDir>

#include <algorithm>

using namespace segue;
using namespace segue::test;

namespace {

constexpr int kGroupSize = 7;

} // namespace

class TestJournalKill : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void whatWasAcknowledgedIsThereAfterEveryKill();

private:
    //! Starts a writer and kills it after about so many acknowledged entries; gives the ids it had told of.
    QList<qint64> killAWriter(const QString &folder, int after);
};

QList<qint64> TestJournalKill::killAWriter(const QString &folder, int after)
{
    QProcess child;
    child.start(QStringLiteral(JOURNAL_CHILD), {folder, QString::fromStdString(kOne), QStringLiteral("1000000"),
                                                QString::number(kGroupSize), QStringLiteral("2000")});
    QByteArray output;
    while (output.count('\n') < after && child.state() != QProcess::NotRunning) {
        child.waitForReadyRead(30'000);
        output += child.readAllStandardOutput();
    }
    child.kill(); // SIGKILL
    child.waitForFinished();
    output += child.readAllStandardOutput();
    output.truncate(output.lastIndexOf('\n')); // the last line may have been cut off
    QList<qint64> ids;
    const QList<QByteArray> lines = output.split('\n');
    for (const QByteArray &line : lines) {
        ids.append(line.toLongLong());
    }
    return ids;
}

void TestJournalKill::whatWasAcknowledgedIsThereAfterEveryKill()
{
    const int kills = std::max(4, qEnvironmentVariableIntValue("SEGUE_KILLS"));
    const QTemporaryDir folder;
    const std::string path = folder.path().toStdString();
    QRandomGenerator random(7);
    QList<qint64> mustBeThere;
    qint64 acknowledged = 0;
    for (int kill = 0; kill < kills; ++kill) {
        const QList<qint64> ids = killAWriter(folder.path(), 1'500 + random.bounded(3'000));
        QVERIFY2(ids.size() > 1'000, qPrintable(QString::number(ids.size())));
        acknowledged += ids.size();
        // Those that stay Queued are never removed; the Accepted ones beyond the newest 2,000 may be.
        for (qsizetype i = 0; i < ids.size(); ++i) {
            if ((i % kGroupSize) % 2 == 1) {
                mustBeThere.append(ids[i]);
            }
        }
        // The file opens, everything in it agrees, and nothing is missing.
        const std::unique_ptr<Journal> journal = openJournal(path);
        QVERIFY2(journal && journal->notice().empty(), journal ? journal->notice().c_str() : "not opened");
        const std::string faults = faultsOf(path);
        QVERIFY2(faults.empty(), (std::to_string(kill) + ": " + faults).c_str());
        const std::unique_ptr<JournalReader> reader = openReader(path);
        const std::vector<EntryId> all = reader->ids({}, {}, 100'000'000).value();
        for (const qint64 id : std::as_const(mustBeThere)) {
            QVERIFY2(std::ranges::binary_search(all, EntryId{id}), qPrintable(QString::number(id)));
        }
        QVERIFY(reader->payload(EntryId{mustBeThere.constLast()}).value());
    }
    qInfo("%d kills, %lld entries acknowledged, none lost", kills, static_cast<long long>(acknowledged));
}

QTEST_GUILESS_MAIN(TestJournalKill)
#include "tst_journal_kill.moc"
