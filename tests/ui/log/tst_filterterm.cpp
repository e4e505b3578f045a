// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest> // first: moc 6.4 cannot read <compare> before Qt's own headers

#include "ui/log/FilterTerm.h"

using namespace Qt::StringLiterals;
using namespace segue;

class TestFilterTerm : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aTermIsWrittenInTheSearchLanguage();
    void valuesJoinTheTermOfTheirField();
    void whatIsTurnedOffDoesNotChoose();
    void aChoiceIsReadAsItWasWritten();
    void aTextThatIsNoneOfOursIsRefused();
    void aSpanEndsNow();
};

void TestFilterTerm::aTermIsWrittenInTheSearchLanguage()
{
    QCOMPARE((FilterTerm{u"event"_s, {u"Email Opened"_s}, true, true}.text()), u"-event:\"Email Opened\""_s);
    QCOMPARE((FilterTerm{u"state"_s, {u"refused"_s, u"gave-up"_s}, false, true}.text()), u"state:refused,gave-up"_s);
    QCOMPARE((FilterTerm{u"user"_s, {u"a,b"_s, u"-x"_s, u"say \"\\\""_s, QString()}, false, true}.text()),
             uR"(user:"a,b","-x","say \"\\\"","")"_s);
}

void TestFilterTerm::valuesJoinTheTermOfTheirField()
{
    FilterChoice choice;
    choice.setValue(u"event"_s, u"Push Sent"_s, false, true);
    choice.setValue(u"event"_s, u"SMS Sent"_s, false, true);
    choice.setValue(u"event"_s, u"SMS Sent"_s, false, true);
    choice.setValue(u"event"_s, u"Email Sent"_s, true, true);
    QCOMPARE(choice.terms.size(), 2);
    QCOMPARE(choice.find(u"event"_s)->values, (QStringList{u"Push Sent"_s, u"SMS Sent"_s}));
    QCOMPARE(choice.find(u"event"_s, true)->values, QStringList{u"Email Sent"_s});
    choice.setValue(u"event"_s, u"Push Sent"_s, false, false);
    choice.setValue(u"event"_s, u"SMS Sent"_s, false, false);
    QVERIFY(choice.find(u"event"_s) == nullptr);
    QCOMPARE(choice.terms.size(), 1);
}

void TestFilterTerm::whatIsTurnedOffDoesNotChoose()
{
    FilterChoice choice;
    QVERIFY(choice.isEmpty() && !choice.chooses());
    choice.setValue(u"state"_s, u"refused"_s, false, true);
    QVERIFY(choice.chooses());
    choice.terms[0].on = false;
    QVERIFY(!choice.chooses() && !choice.isEmpty());
    choice.time.lastMinutes = 15;
    QVERIFY(choice.chooses());
    choice.timeOn = false;
    QVERIFY(!choice.chooses());
    choice.search = u"  "_s;
    QVERIFY(!choice.chooses());
    choice.setValue(u"state"_s, u"accepted"_s, false, true); // who adds to it wants it
    QVERIFY(choice.terms[0].on);
}

void TestFilterTerm::aChoiceIsReadAsItWasWritten()
{
    FilterChoice choice;
    choice.search = u"\"é\" -x OR y"_s;
    choice.terms = {{u"event"_s, {u"A\"b"_s, u"c"_s}, true, false}, {u"state"_s, {u"refused"_s}, false, true}};
    choice.time = {0, 1'700'000'000'000, 1'700'000'000'001};
    choice.timeOn = false;
    QCOMPARE(FilterChoice::read(choice.write()), std::optional(choice));
    choice.time = {60, {}, {}};
    QCOMPARE(FilterChoice::read(choice.write()), std::optional(choice));
}

void TestFilterTerm::aTextThatIsNoneOfOursIsRefused()
{
    QVERIFY(!FilterChoice::read({}));
    QVERIFY(!FilterChoice::read("[]"));
    QVERIFY(!FilterChoice::read("{\"search\":"));
    const auto odd = FilterChoice::read(R"({"search":7,"terms":[1,{"field":"x"},{"field":"y","values":[2,"z"]}],
        "lastMinutes":-5,"since":"x"})");
    QVERIFY(odd);
    QCOMPARE(odd->terms, (QList<FilterTerm>{{u"y"_s, {u"z"_s}, false, true}}));
    QVERIFY(odd->search.isEmpty() && !odd->time.isSet());
}

void TestFilterTerm::aSpanEndsNow()
{
    QCOMPARE((TimeRange{15, {}, {}}.sinceAt(1'000'000'000)), std::optional<qint64>(1'000'000'000 - 900'000));
    QCOMPARE((TimeRange{0, 7, {}}.sinceAt(1'000)), std::optional<qint64>(7));
    QVERIFY(!(TimeRange{0, {}, 9}.sinceAt(1'000)));
}

QTEST_APPLESS_MAIN(TestFilterTerm)
#include "tst_filterterm.moc"
