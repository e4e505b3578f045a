// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest> // first: moc 6.4 cannot read <compare> before Qt's own headers

#include "tests/ui/UiFixture.h"
#include "ui/log/LogColumns.h"
#include "ui/log/RowCopier.h"

#include <QClipboard>
#include <QGuiApplication>

using namespace Qt::StringLiterals;
using namespace segue;
using namespace segue::test;

namespace {

constexpr int kPatience = 30'000;

NewEntry entryWith(const std::string &event, const std::string &payload)
{
    NewEntry entry = trackEntry("id-1", "");
    entry.fields.event = event;
    entry.payload = payload;
    return entry;
}

QString clipboard()
{
    return QGuiApplication::clipboard()->text();
}

} // namespace

class TestRowCopier : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();

    void aTableHasTheColumnsThatAreShown();
    void aTableCannotPlantAFormula();
    void identitiesAreMaskedWhileTheyAreHidden();
    void ndjsonAndCsvAreThoseOfTheExports();
    void messageIdsStandOnePerLine();
    void manyRowsAreCopiedWithoutHoldingUpTheLoop();
    void tooManyRowsLeaveTheClipboardAlone();
    void theLastCopyWins();

private:
    void copy(const std::vector<EntryId> &ids, RowCopier::Format format,
              const QList<EventLogModel::ColumnSpec> &columns = LogColumns::specs(LogColumns::defaults()),
              bool hide = false);

    std::unique_ptr<UiFixture> m_ui;
};

void TestRowCopier::init()
{
    m_ui = std::make_unique<UiFixture>();
    QVERIFY(m_ui->isOpen());
    QGuiApplication::clipboard()->setText(u"before"_s);
}

void TestRowCopier::copy(const std::vector<EntryId> &ids, RowCopier::Format format,
                         const QList<EventLogModel::ColumnSpec> &columns, bool hide)
{
    RowCopier copier(m_ui->context().log(), m_ui->context().connections(), m_ui->context().redactor());
    QSignalSpy copied(&copier, &RowCopier::copied);
    copier.copy(ids, format, columns, hide);
    QTRY_COMPARE_WITH_TIMEOUT(copied.size(), 1, kPatience);
    QCOMPARE(copied.at(0).at(0).toInt(), int(ids.size()));
}

void TestRowCopier::aTableHasTheColumnsThatAreShown()
{
    const auto ids = m_ui->append({entryWith("Email\tSent", R"({"properties":{"n":9007199254740993},"messageId":"m"})"),
                                   entryWith("Zwei", "no json")});
    const QList<EventLogModel::ColumnSpec> columns{
        {EventLogModel::TimeColumn, {}},
        {EventLogModel::EventColumn, {}},
        {EventLogModel::PayloadColumn, LogColumns::readPath(u"properties.n"_s).value()},
        {EventLogModel::StateColumn, {}},
    };
    copy(ids, RowCopier::Format::Table, columns);
    QCOMPARE(clipboard(), u"Time\tEvent\tproperties.n\tState\n"
                          "2023-11-14T22:13:20.000Z\tEmail Sent\t9007199254740993\tQueued\n"
                          "2023-11-14T22:13:20.000Z\tZwei\t\tQueued\n"_s);
}

void TestRowCopier::aTableCannotPlantAFormula()
{
    const auto ids = m_ui->append({entryWith("=cmd|' /C calc'!A0", "{}"), entryWith(" \n=1+1", "{}")});
    copy(ids, RowCopier::Format::Table, {{EventLogModel::EventColumn, {}}});
    QCOMPARE(clipboard(), u"Event\n'=cmd|' /C calc'!A0\n'  =1+1\n"_s);
}

void TestRowCopier::identitiesAreMaskedWhileTheyAreHidden()
{
    const auto ids = m_ui->append({entryWith("A", R"({"userId":"qa-user"})")});
    copy(ids, RowCopier::Format::Table,
         {{EventLogModel::IdentityColumn, {}},
          {EventLogModel::PayloadColumn, LogColumns::readPath(u"userId"_s).value()}},
         true);
    QVERIFY(!clipboard().contains(u"qa-user"_s));
    QVERIFY(clipboard().contains(u"q•"_s));
}

void TestRowCopier::ndjsonAndCsvAreThoseOfTheExports()
{
    const auto ids = m_ui->append({entryWith("A", R"({"messageId":"m-1"})"), entryWith("B", R"({"messageId":"m-2"})")});
    copy(ids, RowCopier::Format::Ndjson);
    QCOMPARE(clipboard().count(u'\n'), 2);
    QVERIFY(clipboard().contains(uR"("payload":{"messageId":"m-1"})"_s));
    copy(ids, RowCopier::Format::Csv);
    QVERIFY(clipboard().startsWith(u"id,receivedAt,"_s));
    QCOMPARE(clipboard().count(u"\r\n"_s), 3);
}

void TestRowCopier::messageIdsStandOnePerLine()
{
    const auto ids = m_ui->append({entryWith("A", R"({"messageId":"m-1"})"), entryWith("B", R"({"messageId":"m-2"})")});
    copy(ids, RowCopier::Format::MessageIds);
    QCOMPARE(clipboard(), u"m-1\nm-2\n"_s);
}

void TestRowCopier::manyRowsAreCopiedWithoutHoldingUpTheLoop()
{
    std::vector<NewEntry> many(static_cast<std::size_t>(RowCopier::kMostRows), entryWith("A", R"({"messageId":"m"})"));
    const auto ids = m_ui->append(std::move(many));
    QElapsedTimer turn;
    qint64 longest = 0;
    QTimer ticker;
    ticker.setInterval(0);
    connect(&ticker, &QTimer::timeout, this, [&] {
        longest = turn.isValid() ? std::max(longest, turn.elapsed()) : 0;
        turn.start();
    });
    ticker.start();
    copy(ids, RowCopier::Format::Csv);
    QCOMPARE(clipboard().count(u"\r\n"_s), RowCopier::kMostRows + 1);
    // Far under what a person notices, even in a debug build on a busy machine.
    QVERIFY2(longest < 500, qPrintable(QString::number(longest)));
}

void TestRowCopier::tooManyRowsLeaveTheClipboardAlone()
{
    RowCopier copier(m_ui->context().log(), m_ui->context().connections(), m_ui->context().redactor());
    QSignalSpy failed(&copier, &RowCopier::failed);
    copier.copy(std::vector<EntryId>(static_cast<std::size_t>(RowCopier::kMostRows) + 1, EntryId{1}),
                RowCopier::Format::Ndjson, {}, false);
    QCOMPARE(failed.size(), 1);
    QVERIFY(!copier.isCopying());
    QCOMPARE(clipboard(), u"before"_s);
}

void TestRowCopier::theLastCopyWins()
{
    const auto ids = m_ui->append({entryWith("A", R"({"messageId":"m-1"})"), entryWith("B", R"({"messageId":"m-2"})")});
    RowCopier copier(m_ui->context().log(), m_ui->context().connections(), m_ui->context().redactor());
    QSignalSpy copied(&copier, &RowCopier::copied);
    copier.copy({ids[0]}, RowCopier::Format::MessageIds, {}, false);
    copier.copy({ids[1]}, RowCopier::Format::MessageIds, {}, false);
    QTRY_COMPARE_WITH_TIMEOUT(clipboard(), u"m-2\n"_s, kPatience);
    QCOMPARE(copied.size(), 1);
}

QTEST_MAIN(TestRowCopier)
#include "tst_rowcopier.moc"
