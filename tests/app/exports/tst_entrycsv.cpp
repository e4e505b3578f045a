// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/exports/EntryCsv.h"

#include <QTest>

using namespace segue;
using namespace Qt::StringLiterals;

namespace {

Entry entryNamed(const std::string &event)
{
    Entry entry;
    entry.id = {9007199254740993};
    entry.fields.connection = "5e60e5a4-db0c-4000-8000-000000000001";
    entry.fields.received = 1'700'000'000'123;
    entry.fields.event = event;
    entry.fields.idKind = IdKind::AnonymousId;
    entry.fields.identity = "9F3C-42";
    entry.fields.state = EventState::GaveUp;
    entry.fields.messageId = "m-1";
    entry.attempts = 3;
    entry.lastStatus = 503;
    return entry;
}

//! Takes a CSV text apart as RFC 4180 says.
QList<QStringList> parsed(const QByteArray &bytes)
{
    const QString text = QString::fromUtf8(bytes);
    QList<QStringList> rows;
    QStringList row;
    QString cell;
    bool quoted = false;
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QChar c = text[i];
        if (quoted) {
            if (c == u'"' && i + 1 < text.size() && text[i + 1] == u'"') {
                cell += c;
                ++i;
            } else if (c == u'"') {
                quoted = false;
            } else {
                cell += c;
            }
        } else if (c == u'"') {
            quoted = true;
        } else if (c == u',') {
            row.append(cell);
            cell.clear();
        } else if (c == u'\r' && i + 1 < text.size() && text[i + 1] == u'\n') {
            row.append(cell);
            rows.append(row);
            row.clear();
            cell.clear();
            ++i;
        } else {
            cell += c;
        }
    }
    return rows;
}

} // namespace

class EntryCsvTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyRowHasTheColumnsOfTheHeader();
    void whatIsKnownStandsInItsColumn();
    void aCellThatCouldBeAFormulaIsDefused_data();
    void aCellThatCouldBeAFormulaIsDefused();
    void harmlessCellsStayAsTheyAre_data();
    void harmlessCellsStayAsTheyAre();
    void separatorsQuotesAndLineBreaksComeThrough();
};

void EntryCsvTest::everyRowHasTheColumnsOfTheHeader()
{
    const QByteArray file =
        EntryCsv::header() + EntryCsv::row(entryNamed("Email, \"Sent\"\r\n"), "{\"a\":\"x,\\ny\"}", u"N"_s);
    const QList<QStringList> rows = parsed(file);
    QCOMPARE(rows.size(), 2);
    QCOMPARE(rows[1].size(), rows[0].size());
}

void EntryCsvTest::whatIsKnownStandsInItsColumn()
{
    const QList<QStringList> rows = parsed(
        EntryCsv::header() + EntryCsv::row(entryNamed("Email Sent"), "{\"id\":12345678901234567890}", u"Acme"_s));
    const auto cell = [&](const QString &column) { return rows[1].value(rows[0].indexOf(column)); };
    QCOMPARE(cell(u"id"_s), u"9007199254740993"_s);
    QCOMPARE(cell(u"receivedAt"_s), u"2023-11-14T22:13:20.123Z"_s);
    QCOMPARE(cell(u"connectionName"_s), u"Acme"_s);
    QCOMPARE(cell(u"state"_s), u"gave-up"_s);
    QCOMPARE(cell(u"event"_s), u"Email Sent"_s);
    QCOMPARE(cell(u"userId"_s), QString());
    QCOMPARE(cell(u"anonymousId"_s), u"9F3C-42"_s);
    QCOMPARE(cell(u"attempts"_s), u"3"_s);
    QCOMPARE(cell(u"lastStatus"_s), u"503"_s);
    QCOMPARE(cell(u"payload"_s), u"{\"id\":12345678901234567890}"_s);
}

void EntryCsvTest::aCellThatCouldBeAFormulaIsDefused_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("equals") << u"=HYPERLINK(\"http://evil\",\"x\")"_s;
    QTest::newRow("plus") << u"+1+cmd|' /C calc'!A0"_s;
    QTest::newRow("minus") << u"-2+3"_s;
    QTest::newRow("at") << u"@SUM(A1)"_s;
    QTest::newRow("tab") << u"\t=1"_s;
    QTest::newRow("carriage return") << u"\r=1"_s;
    QTest::newRow("line feed") << u"\n=1"_s;
    QTest::newRow("blanks in front") << u"  =1"_s;
    QTest::newRow("invisible in front") << u"\u200b=1"_s;
    QTest::newRow("full width") << u"＝1"_s;
}

void EntryCsvTest::aCellThatCouldBeAFormulaIsDefused()
{
    QFETCH(QString, text);
    const QList<QStringList> rows = parsed(EntryCsv::cell(text) + "\r\n");
    QCOMPARE(rows.size(), 1);
    QCOMPARE(rows[0], QStringList{u'\'' + text});
    // In a row as well, whichever column it comes in.
    Entry entry = entryNamed(text.toStdString());
    entry.fields.identity = text.toStdString();
    entry.fields.messageId = text.toStdString();
    entry.fields.error = text.toStdString();
    entry.fields.campaign = text.toStdString();
    const QList<QStringList> row = parsed(EntryCsv::row(entry, text.toUtf8(), text));
    QCOMPARE(row[0].count(u'\'' + text), 7);
    QVERIFY(!row[0].contains(text));
}

void EntryCsvTest::harmlessCellsStayAsTheyAre_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("empty") << QString();
    QTest::newRow("word") << u"Email Sent"_s;
    QTest::newRow("json") << u"{\"a\":1}"_s;
    QTest::newRow("inside") << u"a=b-c@d+e"_s;
    QTest::newRow("umlaut") << u"Ärger 東京"_s;
    QTest::newRow("apostrophe") << u"'quoted'"_s;
}

void EntryCsvTest::harmlessCellsStayAsTheyAre()
{
    QFETCH(QString, text);
    QCOMPARE(parsed(EntryCsv::cell(text) + "\r\n"), QList<QStringList>{QStringList{text}});
}

void EntryCsvTest::separatorsQuotesAndLineBreaksComeThrough()
{
    const QString text = u"a,b;c\"d\r\ne\tf"_s;
    QCOMPARE(parsed(EntryCsv::cell(text) + ',' + EntryCsv::cell(u"next"_s) + "\r\n"),
             (QList<QStringList>{QStringList{text, u"next"_s}}));
}

QTEST_GUILESS_MAIN(EntryCsvTest)
#include "tst_entrycsv.moc"
