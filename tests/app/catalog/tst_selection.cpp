// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/catalog/EventCatalog.h"
#include "app/catalog/Selection.h"

#include <QTest>

using namespace segue;
using namespace Qt::StringLiterals;

using Kind = SelectionRemark::Kind;

class tst_Selection : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void allMeansTheSevenAndIsABlankField();
    void aListHoldsItsNamesOnceInTheirOrder();
    void aListWithNothingInItIsNotAll();
    void aListOfTheSevenIsNotAll();
    void exactCaseCounts();
    void pasted_data();
    void pasted();
    void unknownNamesCanBeKept();
    void remarksSayWhatHappened();
    void aLongNameIsShownShortened();
    void theFieldTextReadsBackAsTheSameSelection();
    void aHugePasteIsTakenApartQuickly();
};

namespace {

//! The kinds of the remarks, as a short text: B, C, D, U in their order.
QString kinds(const ParsedSelection &parsed)
{
    QString text;
    for (const SelectionRemark &remark : parsed.remarks) {
        switch (remark.kind) {
        case Kind::Blanks:
            text += u'B';
            break;
        case Kind::WrongCase:
            text += u'C';
            break;
        case Kind::Doubled:
            text += u'D';
            break;
        case Kind::Unknown:
            text += u'U';
            break;
        }
    }
    return text;
}

} // namespace

void tst_Selection::allMeansTheSevenAndIsABlankField()
{
    const Selection all = Selection::all();
    QVERIFY(all.isAll());
    QVERIFY(all.isValid());
    QCOMPARE(all.fieldText(), QString());
    QCOMPARE(all.names().size(), 7);
    for (const CatalogEvent &event : EventCatalog::events()) {
        QVERIFY(all.contains(event.name));
    }
    QVERIFY(!all.contains(u"Email Opened"_s));
    QCOMPARE(Selection(), all);
}

void tst_Selection::aListHoldsItsNamesOnceInTheirOrder()
{
    const Selection list = Selection::list({u"SMS Sent"_s, u"Push Sent"_s, u"SMS Sent"_s, u" "_s, u"Email Opened"_s});
    QVERIFY(!list.isAll());
    QCOMPARE(list.names(), QStringList({u"SMS Sent"_s, u"Push Sent"_s, u"Email Opened"_s}));
    QCOMPARE(list.fieldText(), u"SMS Sent,Push Sent,Email Opened"_s);
    QVERIFY(list.contains(u"Email Opened"_s));
    QVERIFY(!list.contains(u"Email Sent"_s));
}

void tst_Selection::aListWithNothingInItIsNotAll()
{
    for (const QStringList &names : {QStringList(), QStringList({QString(), u"  "_s})}) {
        const Selection list = Selection::list(names);
        QVERIFY(!list.isAll());
        QVERIFY(!list.isValid());
        QVERIFY(list.names().isEmpty());
        QVERIFY(!list.contains(u"Push Sent"_s));
        QVERIFY(!(list == Selection::all()));
    }
}

void tst_Selection::aListOfTheSevenIsNotAll()
{
    const Selection list = Selection::list(Selection::all().names());
    QVERIFY(!(list == Selection::all()));
    QCOMPARE(list.fieldText(),
             u"Email Sent,Email Delivered,Email Bounced,Push Sent,Push Delivered,SMS Sent,SMS Delivered"_s);
}

void tst_Selection::exactCaseCounts()
{
    const Selection list = Selection::list({u"Push Sent"_s});
    QVERIFY(!list.contains(u"push sent"_s));
    QVERIFY(!Selection::all().contains(u"push sent"_s));
}

void tst_Selection::pasted_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("expected"); // "(all)", "(invalid)" or the text of the field
    QTest::addColumn<QString>("remarks");
    const QString two = u"Push Sent,Email Sent"_s;
    QTest::newRow("exact") << two << two << QString();
    QTest::newRow("empty") << QString() << u"(all)"_s << QString();
    QTest::newRow("blanks") << u" \t\n "_s << u"(all)"_s << QString();
    QTest::newRow("invisible marks") << u"\ufeff\u200b\u00a0"_s << u"(all)"_s << QString();
    QTest::newRow("blanks around commas") << u"Push Sent , Email Sent"_s << two << u"BB"_s;
    QTest::newRow("no-break space") << u"Push Sent,\u00a0Email Sent"_s << two << u"B"_s;
    QTest::newRow("byte order mark") << u"\ufeffPush Sent,Email Sent"_s << two << u"B"_s;
    QTest::newRow("doubled blank inside") << u"Push  Sent,Email Sent"_s << two << u"B"_s;
    QTest::newRow("wrong case") << u"push sent,EMAIL SENT"_s << two << u"CC"_s;
    QTest::newRow("blanks and wrong case") << u" push  sent,Email Sent"_s << two << u"BC"_s;
    QTest::newRow("doubled") << u"Push Sent,Email Sent,Push Sent"_s << two << u"D"_s;
    QTest::newRow("doubled in another case") << u"Push Sent,Email Sent,push sent"_s << two << u"CD"_s;
    QTest::newRow("unknown left out") << u"Push Sent,Email Opened,Email Sent"_s << two << u"U"_s;
    QTest::newRow("misspelt left out") << u"Push Send,Push Sent,Email Sent"_s << two << u"U"_s;
    QTest::newRow("lines") << u"Push Sent\nEmail Sent\n"_s << two << QString();
    QTest::newRow("lines of Windows") << u"Push Sent\r\nEmail Sent\r\n"_s << two << QString();
    QTest::newRow("commas and lines") << u"Push Sent,\nEmail Sent,\n"_s << two << QString();
    QTest::newRow("semicolons") << u"Push Sent;Email Sent"_s << two << QString();
    QTest::newRow("cells of a spreadsheet") << u"Push Sent\tEmail Sent"_s << two << QString();
    QTest::newRow("quotes around names") << u"\"Push Sent\",'Email Sent'"_s << two << QString();
    QTest::newRow("quotes around the list") << u"\"Push Sent,Email Sent\""_s << two << QString();
    QTest::newRow("typographic quotes") << u"\u201cPush Sent\u201d,\u00abEmail Sent\u00bb"_s << two << QString();
    QTest::newRow("blanks in quotes") << u"\" Push Sent \",Email Sent"_s << two << u"B"_s;
    QTest::newRow("trailing comma") << u"Push Sent,Email Sent,"_s << two << QString();
    QTest::newRow("only commas") << u",,,"_s << u"(invalid)"_s << QString();
    QTest::newRow("one comma") << u","_s << u"(invalid)"_s << QString();
    QTest::newRow("commas and blanks") << u" , ; \n"_s << u"(invalid)"_s << QString();
    QTest::newRow("only quotes") << u"\"\""_s << u"(invalid)"_s << QString();
    QTest::newRow("only unknown names") << u"Email Opened"_s << u"(invalid)"_s << u"U"_s;
    QTest::newRow("blanks as separators") << u"Push Sent Email Sent"_s << u"(invalid)"_s << u"U"_s;
}

void tst_Selection::pasted()
{
    QFETCH(QString, text);
    QFETCH(QString, expected);
    const ParsedSelection parsed = parseSelection(text, UnknownNames::LeaveOut);
    QCOMPARE(parsed.selection.isAll(), expected == u"(all)");
    QCOMPARE(parsed.selection.isValid(), expected != u"(invalid)");
    if (expected[0] != u'(') {
        QCOMPARE(parsed.selection.fieldText(), expected);
    }
    QTEST(kinds(parsed), "remarks");
}

void tst_Selection::unknownNamesCanBeKept()
{
    const auto parsed =
        parseSelection(u"Email Opened, push sent,Push Send,Email  Opened,Email Opened"_s, UnknownNames::Keep);
    QCOMPARE(parsed.selection.fieldText(), u"Email Opened,Push Sent,Push Send,Email  Opened"_s);
    QCOMPARE(kinds(parsed), u"UBCUUUD"_s);
    QCOMPARE(parsed.remarks[3].nearest, u"Push Sent"_s);
    QVERIFY(parsed.selection.isValid());
}

void tst_Selection::remarksSayWhatHappened()
{
    const auto parsed = parseSelection(u" push sent,Email Deliverd,%1 %2,Push Sent"_s, UnknownNames::LeaveOut);
    QCOMPARE(kinds(parsed), u"BCUUD"_s);
    QCOMPARE(parsed.remarks[0].given, u" push sent"_s);
    QCOMPARE(parsed.remarks[1].nearest, u"Push Sent"_s);
    QVERIFY(parsed.remarks[1].sentence.contains(u"Push Sent"));
    QCOMPARE(parsed.remarks[2].nearest, u"Email Delivered"_s);
    QVERIFY(parsed.remarks[2].sentence.contains(u"Email Deliverd"));
    QVERIFY(parsed.remarks[2].sentence.contains(u"Email Delivered"));
    QVERIFY(parsed.remarks[3].nearest.isEmpty());
    QVERIFY(parsed.remarks[3].sentence.contains(u"“%1 %2”"));
    QCOMPARE(parsed.remarks[4].given, u"Push Sent"_s);
}

void tst_Selection::aLongNameIsShownShortened()
{
    const QString smile = QString::fromUcs4(U"\U0001F600", 1);
    const QString name = u'x' + smile.repeated(5000);
    const auto parsed = parseSelection(name, UnknownNames::Keep);
    QCOMPARE(parsed.selection.names(), QStringList(name));
    QCOMPARE(parsed.remarks.size(), 1);
    const QString given = parsed.remarks[0].given;
    QVERIFY(given.size() <= 80);
    QVERIFY(given.isValidUtf16());
    QVERIFY(parsed.remarks[0].sentence.size() < 300);
}

void tst_Selection::theFieldTextReadsBackAsTheSameSelection()
{
    const QStringList names = Selection::all().names();
    for (int bits = 0; bits < 128; ++bits) {
        QStringList chosen;
        for (int i = 0; i < names.size(); ++i) {
            if ((bits >> i & 1) != 0) {
                chosen.append(names[i]);
            }
        }
        const Selection selection = bits == 0 ? Selection::all() : Selection::list(chosen);
        const ParsedSelection parsed = parseSelection(selection.fieldText(), UnknownNames::LeaveOut);
        QCOMPARE(parsed.selection, selection);
        QVERIFY(parsed.remarks.isEmpty());
    }
}

void tst_Selection::aHugePasteIsTakenApartQuickly()
{
    QString text;
    for (int i = 0; i < 20'000; ++i) {
        text += u"name %1,"_s.arg(i);
    }
    const ParsedSelection parsed = parseSelection(text, UnknownNames::Keep);
    QCOMPARE(parsed.selection.names().size(), 20'000);
}

QTEST_GUILESS_MAIN(tst_Selection)
#include "tst_selection.moc"
