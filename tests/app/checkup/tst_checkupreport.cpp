// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest> // first: moc 6.4 cannot read <compare> before Qt's own headers

#include "app/checkup/CheckupReport.h"

using namespace segue;
using namespace Qt::StringLiterals;

namespace {

Connection hostile()
{
    Connection connection;
    connection.id = ConnectionId::create();
    connection.name = u"<script>alert(1)</script> [x](http://evil.test) \u202Egnp"_s;
    connection.applicationCode = u"1A2B3-C4D5E"_s;
    return connection;
}

CheckupRecord record()
{
    CheckupRecord made;
    made.startedAt = 1'790'000'000'000;
    made.duration = 3'200;
    CheckResult pass;
    pass.id = CheckId::KeychainEntry;
    pass.verdict = Verdict::Pass;
    pass.title = u"The write key is in the keychain"_s;
    CheckResult unchecked;
    unchecked.id = CheckId::Source;
    unchecked.title = u"Source in Segment"_s;
    unchecked.needs = u"A token."_s;
    CheckResult warn;
    warn.id = CheckId::ContactHwid;
    warn.verdict = Verdict::Warn;
    warn.title = u"83 % of “<img src=x>”"_s;
    warn.remedy = u"Mend it."_s;
    warn.identities = {u"ada@example.test"_s, u"+15550100"_s};
    CheckResult fail;
    fail.id = CheckId::Queue;
    fail.verdict = Verdict::Fail;
    fail.title = u"Events wait"_s;
    fail.evidence = {u"- 1. # see https://evil.test & www.evil.test"_s};
    made.results = {pass, unchecked, warn, fail};
    return made;
}

} // namespace

class TestCheckupReport : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatFailedStandsFirst();
    void idsAreMaskedUnlessAsked();
    void htmlIsEscapedAndHasNoScript();
    void markdownIsEscaped();
    void theSupportMessageSaysWhatIsWrongAndMasks();
    void theSummaryIsInWords();
};

void TestCheckupReport::whatFailedStandsFirst()
{
    const Report report = CheckupReport::of(record(), hostile(), ShownIds::Masked);
    QStringList words;
    for (const ReportRow &row : report.sections.last().rows) {
        words.append(row.word);
    }
    QCOMPARE(words, (QStringList{u"Fail"_s, u"Warn"_s, u"Pass"_s, u"Not checked"_s}));
    QVERIFY(report.sections.first().paragraphs.join(u'\n').contains(u"1A2B3-C4D5E"_s));
}

void TestCheckupReport::idsAreMaskedUnlessAsked()
{
    for (const auto &write : {ReportText::markdown, ReportText::html}) {
        const QString masked = write(CheckupReport::of(record(), hostile(), ShownIds::Masked));
        QVERIFY(!masked.contains(u"example.test"_s) && !masked.contains(u"5550100"_s));
        QVERIFY(masked.contains(u"For example: a••••••"_s));
        const QString whole = write(CheckupReport::of(record(), hostile(), ShownIds::Unmasked));
        QVERIFY(whole.contains(u"example.test"_s) && whole.contains(u"5550100"_s));
    }
}

void TestCheckupReport::htmlIsEscapedAndHasNoScript()
{
    const QString html = ReportText::html(CheckupReport::of(record(), hostile(), ShownIds::Masked));
    QVERIFY(!html.contains(u"<script"_s, Qt::CaseInsensitive) && !html.contains(u"<img"_s) && !html.contains(u"<a "_s));
    QVERIFY(html.contains(u"&lt;script&gt;"_s) && html.contains(u"&lt;img src=x&gt;"_s));
    QVERIFY(html.contains(u"default-src 'none'"_s));
    QVERIFY2(!html.contains(u'\u202E'), "no text poses as another");
}

void TestCheckupReport::markdownIsEscaped()
{
    const QString text = ReportText::markdown(CheckupReport::of(record(), hostile(), ShownIds::Masked));
    QVERIFY(text.contains(u"\\<script>"_s) && text.contains(u"\\[x\\](http\\://evil.test)"_s));
    QVERIFY2(text.contains(u"  - \\- 1. # see https\\://evil.test & www\\.evil.test"_s), qPrintable(text));
    QVERIFY(!text.contains(u'\u202E'));
}

void TestCheckupReport::theSupportMessageSaysWhatIsWrongAndMasks()
{
    const QString message = CheckupReport::supportMessage(record(), hostile());
    QVERIFY(message.contains(u"support@pushwoosh.com"_s) && message.contains(u"application 1A2B3-C4D5E"_s));
    QVERIFY(message.contains(u"Fail: Events wait"_s) && message.contains(u"Warn: 83 %"_s));
    QVERIFY(!message.contains(u"keychain"_s) && !message.contains(u"example.test"_s));
}

void TestCheckupReport::theSummaryIsInWords()
{
    CheckupRecord checked = record();
    QCOMPARE(checked.headline(), u"1 check(s) failed"_s);
    QCOMPARE(checked.countsText(), u"1 pass · 1 warn · 1 fail · 1 not checked"_s);
    checked.results.removeLast();
    QVERIFY(checked.headline().contains(u"1 warning"_s));
    checked.results.removeLast();
    QVERIFY2(checked.headline().contains(u"could not be made"_s), "what was not checked is never taken for pass");
    checked.results.removeLast();
    QCOMPARE(checked.headline(), u"All checks pass"_s);
}

QTEST_GUILESS_MAIN(TestCheckupReport)
#include "tst_checkupreport.moc"
