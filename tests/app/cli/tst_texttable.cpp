// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/TextTable.h"

#include <QTest>

using namespace segue::cli;
using namespace Qt::StringLiterals;

class TextTableTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void widthIsWhatATerminalShows_data();
    void widthIsWhatATerminalShows();
    void columnsStandUnderEachOther();
    void aLongCellIsCutAndSaysSo();
    void textFromOutsideCannotMoveTheCursor();
    void numbersStandAtTheRight();
};

void TextTableTest::widthIsWhatATerminalShows_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<int>("width");
    QTest::newRow("ascii") << u"abc"_s << 3;
    QTest::newRow("combining") << u"e\u0301"_s << 1;
    QTest::newRow("wide") << u"東京"_s << 4;
    QTest::newRow("half-width katakana") << u"ｶﾅ"_s << 2;
    QTest::newRow("emoji") << u"😀"_s << 2;
    QTest::newRow("hangul") << u"한"_s << 2;
    QTest::newRow("empty") << QString() << 0;
}

void TextTableTest::widthIsWhatATerminalShows()
{
    QFETCH(QString, text);
    QFETCH(int, width);
    QCOMPARE(TextTable::width(text), width);
}

void TextTableTest::columnsStandUnderEachOther()
{
    TextTable table({{u"A"_s}, {u"B"_s}});
    const QStringList lines = table.lines({{u"東京"_s, u"|"_s}, {u"e\u0301x"_s, u"|"_s}, {u"long word"_s, u"|"_s}});
    QCOMPARE(lines.size(), 4);
    const int column = TextTable::width(lines[0].left(lines[0].indexOf(u'B')));
    for (qsizetype i = 1; i < lines.size(); ++i) {
        QCOMPARE(TextTable::width(lines[i].left(lines[i].indexOf(u'|'))), column);
    }
}

void TextTableTest::aLongCellIsCutAndSaysSo()
{
    TextTable table({{u"A"_s, 5}, {u"B"_s, 0}});
    const QString line = table.line({u"abcdefgh"_s, QString(200, u'x')});
    QVERIFY(line.startsWith(u"abcd…  x"));
    QCOMPARE(line.count(u'x'), 200);
    QCOMPARE(TextTable::width(table.line({u"東京東京"_s, {}})), 5);
}

void TextTableTest::textFromOutsideCannotMoveTheCursor()
{
    TextTable table({{u"A"_s}});
    const QString line = table.line({u"\x1b[2J\u202E\n"_s});
    QVERIFY(!line.contains(u'\x1b'));
    QVERIFY(!line.contains(QChar(0x202E)));
    QVERIFY(!line.contains(u'\n'));
}

void TextTableTest::numbersStandAtTheRight()
{
    TextTable table({{u"MS"_s, 0, true}, {u"B"_s}});
    QCOMPARE(table.lines({{u"7"_s, u"x"_s}, {u"1234"_s, u"y"_s}}),
             (QStringList{u"  MS  B"_s, u"   7  x"_s, u"1234  y"_s}));
}

QTEST_GUILESS_MAIN(TextTableTest)
#include "tst_texttable.moc"
