// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest>

#include "app/journal/SearchLanguage.h"

using namespace segue;
using namespace Qt::StringLiterals;

class TestSearchCompletion : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void whatFitsIsOffered_data();
    void whatFitsIsOffered();
    void whatIsTakenIsReadWithoutMistake();
    void everyFieldHasAMeaning();
};

//! `|` in the text is the cursor; `first` what the first offer makes of the text.
void TestSearchCompletion::whatFitsIsOffered_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<int>("count");
    QTest::addColumn<QString>("first");
    const auto row = [](const char *text, int count, const char *first) {
        QTest::newRow(text) << QString::fromUtf8(text) << count << QString::fromUtf8(first);
    };
    row("|", 15, "event:");
    row("a |", 15, "a event:");
    row("st|", 2, "state:");
    row("-st| x", 2, "-state: x");
    row("ev|en", 1, "event:");
    row("ref|", 1, "state:refused");
    row("push|", 2, "event:\"Push Sent\"");
    row("properties.c|", 1, "properties.campaign_code:");
    row("eve|nts:x", 1, "event:x");
    row("event:|", 7, "event:\"Email Sent\"");
    row("event:push|", 2, "event:\"Push Sent\"");
    row("event:\"push s|\"", 1, "event:\"Push Sent\"");
    row("event:\"push s|", 1, "event:\"Push Sent\"");
    row("event:\"Push Sent\",push| x", 1, "event:\"Push Sent\",\"Push Delivered\" x");
    row("state:re|,blocked", 3, "state:retrying,blocked");
    row("state:refused|", 0, "");
    row("time>|", 4, "time>10m");
    row("origin:e|", 1, "origin:echo");
    row("properties.message_type:|", 4, "properties.message_type:Push");
    row("user:|", 0, "");
    row("nosuch:|", 0, "");
    row("\"push|\"", 0, "");
    row("device:a|", 2, "device:Android");
}

void TestSearchCompletion::whatFitsIsOffered()
{
    QFETCH(QString, text);
    QFETCH(int, count);
    QFETCH(QString, first);
    const qsizetype cursor = text.indexOf(u'|');
    text.remove(cursor, 1);
    const SearchCompletions completions = SearchLanguage::complete(text, cursor);
    QStringList offers;
    for (const SearchCompletion &item : completions.items) {
        offers.append(item.text);
    }
    QVERIFY2(completions.items.size() == count, qPrintable(offers.join(u' ')));
    if (count > 0) {
        text.replace(completions.begin, completions.length, offers.first());
        QCOMPARE(text, first);
    }
}

void TestSearchCompletion::whatIsTakenIsReadWithoutMistake()
{
    const QStringList texts{u"event:"_s, u"state:"_s, u"origin:"_s,  u"status:"_s, u"device:"_s,
                            u"time>"_s,  u"time<"_s,  u"latency>"_s, u"type:"_s,   u"properties.device_type:"_s};
    for (const QString &text : texts) {
        const SearchCompletions completions = SearchLanguage::complete(text, text.size());
        QVERIFY(!completions.items.isEmpty());
        for (const SearchCompletion &item : completions.items) {
            QVERIFY2(SearchLanguage::read(text + item.text, 0), qPrintable(text + item.text));
        }
    }
}

void TestSearchCompletion::everyFieldHasAMeaning()
{
    const SearchCompletions completions = SearchLanguage::complete(QString(), 0);
    for (const SearchCompletion &item : completions.items) {
        QVERIFY2(!item.meaning.isEmpty(), qPrintable(item.text));
    }
}

QTEST_GUILESS_MAIN(TestSearchCompletion)
#include "tst_searchcompletion.moc"
