// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/exports/FileName.h"
#include "app/exports/Report.h"

#include <QTest>

using namespace segue;
using namespace Qt::StringLiterals;

class TestReport : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aReportReadsAsMarkdown();
    void aReportIsOneWholePage();
    void textsStayTextsInMarkdown_data();
    void textsStayTextsInMarkdown();
    void aReportComesInPiecesForItsPages();
    void aFileNameIsSafeEverywhere_data();
    void aFileNameIsSafeEverywhere();
    void textsStayTextsInHtml_data();
    void textsStayTextsInHtml();
};

namespace {

Report reportOf(const QString &text)
{
    Report report;
    report.title = text;
    ReportSection section;
    section.title = text;
    section.paragraphs = {text};
    section.rows = {{ReportMark::Bad, text, text, {text}}};
    report.sections = {section};
    report.foot = text;
    return report;
}

} // namespace

void TestReport::aReportReadsAsMarkdown()
{
    Report report;
    report.title = u"Checkup"_s;
    report.sections = {{{}, {u"All is well."_s}, {}},
                       {u"Checks"_s, {}, {{ReportMark::Good, u"Pass"_s, u"The key is there"_s, {u"It was read."_s}}}}};
    report.foot = u"Made by Segue."_s;
    QCOMPARE(ReportText::markdown(report),
             u"# Checkup\n\nAll is well.\n\n## Checks\n\n- **Pass** · **The key is there**\n"
             "  - It was read.\n\nMade by Segue.\n"_s);
}

void TestReport::aReportIsOneWholePage()
{
    const QString html = ReportText::html(reportOf(u"x"_s));
    QVERIFY(html.startsWith(u"<!DOCTYPE html>"_s) && html.endsWith(u"</html>\n"_s));
    QVERIFY(html.contains(u"<meta charset=\"utf-8\">"_s) && html.contains(u"class=\"mark bad\""_s));
    for (const QString &outside : {u"src="_s, u"href="_s, u"url("_s, u"@import"_s, u"<script"_s, u"http"_s}) {
        QVERIFY2(!QString(html).remove(u"http-equiv"_s).contains(outside), qPrintable(outside));
    }
}

void TestReport::textsStayTextsInMarkdown_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("written");
    QTest::newRow("a link") << u"[a](b)"_s << u"\\[a\\](b)"_s;
    QTest::newRow("an address") << u"see https://e.test"_s << u"see https\\://e.test"_s;
    QTest::newRow("an address without scheme") << u"WWW.e.test"_s << u"WWW\\.e.test"_s;
    QTest::newRow("an e-mail address") << u"a@e.test"_s << u"a\\@e.test"_s;
    QTest::newRow("markup") << u"*a* _b_ `c` ~d~"_s << u"\\*a\\* \\_b\\_ \\`c\\` \\~d\\~"_s;
    QTest::newRow("words with underscores") << u"no_user_anon_id and _x"_s << u"no_user_anon_id and \\_x"_s;
    QTest::newRow("signs that mean nothing here") << u"Fish & chips, 5 > 3, #4, a|b, 5 $, done!"_s
                                                  << u"Fish & chips, 5 > 3, #4, a|b, 5 $, done!"_s;
    QTest::newRow("a formula") << u"$x$"_s << u"\\$x$"_s;
    QTest::newRow("a heading") << u"# a"_s << u"\\# a"_s;
    QTest::newRow("a quote") << u"> a"_s << u"\\> a"_s;
    QTest::newRow("HTML") << u"<b>&lt;"_s << u"\\<b>\\&lt;"_s;
    QTest::newRow("a list") << u"- a"_s << u"\\- a"_s;
    QTest::newRow("a numbered list") << u"12. a"_s << u"12\\. a"_s;
    QTest::newRow("a backslash") << u"\\*"_s << u"\\\\\\*"_s;
    QTest::newRow("lines") << u"a\n# b"_s << u"a\u240A# b"_s;
    QTest::newRow("a plain one") << u"83 % of 10,000 (api.segment.io) – it's 2 × 3."_s
                                 << u"83 % of 10,000 (api.segment.io) – it's 2 × 3."_s;
}

void TestReport::textsStayTextsInMarkdown()
{
    QFETCH(QString, text);
    QFETCH(QString, written);
    QCOMPARE(ReportText::markdown(reportOf(text)),
             u"# %1\n\n## %1\n\n%1\n\n- **%1** · **%1**\n  - %1\n\n%1\n"_s.replace(u"%1"_s, written));
}

void TestReport::aReportComesInPiecesForItsPages()
{
    Report report = reportOf(u"x"_s);
    report.sections[0].rows.append({ReportMark::Good, u"Pass"_s, u"second"_s, {}});
    const QList<Report> pieces = ReportText::pieces(report);
    QCOMPARE(pieces.size(), 3);
    QCOMPARE(pieces.at(0).title, u"x"_s);
    QCOMPARE(pieces.at(0).sections.constFirst().rows.size(), 1);
    QCOMPARE(pieces.at(1).sections.constFirst().rows.constFirst().title, u"second"_s);
    QVERIFY2(!ReportText::html(pieces.at(1)).contains(u"<h1>"_s), "the title stands once");
    QCOMPARE(pieces.at(2).foot, u"x"_s);
}

void TestReport::aFileNameIsSafeEverywhere_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("part");
    QTest::newRow("plain") << u"Pushwoosh_Prod-2.1"_s << u"Pushwoosh_Prod-2.1"_s;
    QTest::newRow("blanks and slashes") << u"../Acme  dev/\\:*?\"<>|"_s << u"Acme_dev"_s;
    QTest::newRow("another script") << u"Größe 京都"_s << u"Größe_京都"_s;
    QTest::newRow("control characters") << u"a\n\u202Eb"_s << u"a_b"_s;
    QTest::newRow("nothing") << u" /// "_s << u"connection"_s;
    QTest::newRow("a device") << u"nul"_s << u"nul_"_s;
    QTest::newRow("hidden") << u".hidden"_s << u"hidden"_s;
    QTest::newRow("long") << QString(300, u'x') << QString(60, u'x');
}

void TestReport::aFileNameIsSafeEverywhere()
{
    QFETCH(QString, text);
    QFETCH(QString, part);
    QCOMPARE(fileNamePart(text), part);
}

void TestReport::textsStayTextsInHtml_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("written");
    QTest::newRow("a script") << u"<script>alert(1)</script>"_s << u"&lt;script&gt;alert(1)&lt;/script&gt;"_s;
    QTest::newRow("an attribute") << u"\" onload=\"x"_s << u"&quot; onload=&quot;x"_s;
    QTest::newRow("an entity") << u"&amp;"_s << u"&amp;amp;"_s;
    QTest::newRow("a turned text") << u"a\u202Eb"_s << u"a\\u202Eb"_s;
}

void TestReport::textsStayTextsInHtml()
{
    QFETCH(QString, text);
    QFETCH(QString, written);
    const QString html = ReportText::html(reportOf(text));
    QCOMPARE(html.count(written), 8); // the title stands twice
    QVERIFY(!QString(html).remove(written).contains(text));
}

QTEST_GUILESS_MAIN(TestReport)
#include "tst_report.moc"
