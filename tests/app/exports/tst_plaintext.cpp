// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/exports/PlainText.h"

#include <QTest>

using namespace segue;
using namespace Qt::StringLiterals;

class PlainTextTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void textOfEveryScriptStaysAsItIs_data();
    void textOfEveryScriptStaysAsItIs();
    void whatDeceivesIsShown_data();
    void whatDeceivesIsShown();
    void noControlAndNoBidiCharacterIsLeft();
    void linesAreKeptWhereTheyAreWanted();
    void aCutTextEndsWithDotsAndNeverInHalfACharacter();
};

void PlainTextTest::textOfEveryScriptStaysAsItIs_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("empty") << QString();
    QTest::newRow("ascii") << u"Email Sent ~!@#$%^&*()"_s;
    QTest::newRow("accents") << u"Ärger à la façon"_s;
    QTest::newRow("combining") << u"e\u0301"_s;
    QTest::newRow("hebrew, arabic") << u"שלום مرحبا"_s;
    QTest::newRow("persian with its joiner") << u"می\u200cخواهم"_s;
    QTest::newRow("japanese") << u"東京ｶﾅ"_s;
    QTest::newRow("emoji with joiners") << u"👩\u200d💻 👍🏽"_s;
}

void PlainTextTest::textOfEveryScriptStaysAsItIs()
{
    QFETCH(QString, text);
    QCOMPARE(plainText(text), text);
}

void PlainTextTest::whatDeceivesIsShown_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("shown");
    QTest::newRow("escape sequence") << u"\x1b[31mred"_s << u"␛[31mred"_s;
    QTest::newRow("line break") << u"a\r\nb\tc"_s << u"a␍␊b␉c"_s;
    QTest::newRow("zero") << u"a"_s + QChar(u'\0') << u"a␀"_s;
    QTest::newRow("delete") << u"\x7f"_s << u"␡"_s;
    QTest::newRow("C1 escape") << u"\u009b2J"_s << u"\\u009B2J"_s;
    QTest::newRow("override") << u"abc\u202Efdp.exe"_s << u"abc\\u202Efdp.exe"_s;
    QTest::newRow("isolate") << u"\u2066x\u2069"_s << u"\\u2066x\\u2069"_s;
    QTest::newRow("marks") << u"\u200E\u200F\u061C"_s << u"\\u200E\\u200F\\u061C"_s;
    QTest::newRow("line separator") << u"a\u2028b"_s << u"a\\u2028b"_s;
    QTest::newRow("zero width space") << u"a\u200Bb"_s << u"a\\u200Bb"_s;
    QTest::newRow("byte order mark") << u"\uFEFFa"_s << u"\\uFEFFa"_s;
    QTest::newRow("tag") << QString::fromUcs4(U"a\U000E0041") << u"a\\U000E0041"_s;
    QTest::newRow("half a pair") << u"a"_s + QChar(0xD83D) + u"b"_s << u"a\uFFFDb"_s;
    QTest::newRow("halves the wrong way round") << QString(QChar(0xDE00)) + QChar(0xD83D) << u"\uFFFD\uFFFD"_s;
}

void PlainTextTest::whatDeceivesIsShown()
{
    QFETCH(QString, text);
    QFETCH(QString, shown);
    QCOMPARE(plainText(text), shown);
    QCOMPARE(plainText(shown), shown);
}

void PlainTextTest::noControlAndNoBidiCharacterIsLeft()
{
    using Category = QChar::Category;
    const QList<Category> controls{QChar::Other_Control, QChar::Other_Surrogate, QChar::Separator_Line,
                                   QChar::Separator_Paragraph};
    const QList<QChar::Direction> bidi{QChar::DirLRE, QChar::DirRLE, QChar::DirLRO, QChar::DirRLO, QChar::DirPDF,
                                       QChar::DirLRI, QChar::DirRLI, QChar::DirFSI, QChar::DirPDI};
    for (int c = 0; c <= 0xFFFF; ++c) {
        const QString shown = plainText(QString(QChar(c)));
        for (const QChar each : shown) {
            QVERIFY2(!controls.contains(each.category()), qPrintable(QString::number(c, 16)));
            QVERIFY2(!bidi.contains(each.direction()), qPrintable(QString::number(c, 16)));
        }
    }
}

void PlainTextTest::linesAreKeptWhereTheyAreWanted()
{
    QCOMPARE(plainText(u"{\n\t\"a\": \"\x1b\"\r\n}"_s, KeepLines::Yes), u"{\n\t\"a\": \"␛\"␍\n}"_s);
}

void PlainTextTest::aCutTextEndsWithDotsAndNeverInHalfACharacter()
{
    QCOMPARE(plainTextCut(u"abcdef"_s, 6), u"abcdef"_s);
    QCOMPARE(plainTextCut(u"abcdef"_s, 3), u"abc…"_s);
    QCOMPARE(plainTextCut(u"ab😀cd"_s, 3), u"ab…"_s);
    QCOMPARE(plainTextCut(u"ab😀cd"_s, 4), u"ab😀…"_s);
    QCOMPARE(plainTextCut(u"a\nb"_s, 3), u"a␊b"_s);
}

QTEST_GUILESS_MAIN(PlainTextTest)
#include "tst_plaintext.moc"
