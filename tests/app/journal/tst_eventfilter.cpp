// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest> // first: moc 6.4 cannot read <compare> before Qt's own headers

#include "app/journal/FilterMatcher.h"

#include "tests/app/journal/JournalSupport.h"

#include <QTemporaryDir>

#include <algorithm>
#include <random>

using namespace segue;
using namespace segue::test;

namespace {

//! Entries and filters out of few values, so that they meet often.
class Dice
{
public:
    explicit Dice(unsigned seed)
        : m_random(seed)
    {
    }

    int roll(int sides) { return static_cast<int>(m_random() % static_cast<unsigned>(sides)); }
    std::string oneOf(const std::vector<std::string> &values)
    {
        return values[static_cast<std::size_t>(roll(static_cast<int>(values.size())))];
    }
    std::string letters(int most)
    {
        std::string text;
        for (int i = roll(most + 1); i > 0; --i) {
            text += "aAbB\n{"[roll(6)];
        }
        return text;
    }
    NewEntry entry(int number)
    {
        NewEntry entry;
        entry.fields.connection = oneOf({"", kOne, kTwo});
        entry.fields.origin = static_cast<Origin>(roll(5));
        entry.fields.received = 1'000 + roll(100);
        entry.fields.event = oneOf({"", "Push Sent", "Push Opened", "Email Opened"});
        entry.fields.identity = oneOf({"", "ann@example.com", "BOB", "Zoë"});
        entry.fields.campaign = oneOf({"", "Spring", "AUTUMN"});
        entry.fields.device = oneOf({"", "ios", "Android"});
        do {
            entry.fields.state = static_cast<EventState>(roll(kEventStateCount));
        } while (entry.fields.state == EventState::Sending);
        entry.payload = R"({"n":)" + std::to_string(number) + R"(,"text":")" + letters(12) + "\"}";
        return entry;
    }
    EventFilter filter()
    {
        EventFilter filter;
        if (roll(2) == 0) {
            filter.connection = oneOf({"", kOne, kTwo, "never stored"});
        }
        for (int i = roll(3); i > 0; --i) {
            filter.events.push_back(oneOf({"", "Push Sent", "Push Opened", "Email Opened", "never stored"}));
        }
        for (int i = roll(4); i > 0; --i) {
            filter.states.push_back(static_cast<EventState>(roll(kEventStateCount)));
        }
        for (int i = roll(3); i > 0; --i) {
            filter.origins.push_back(static_cast<Origin>(roll(5)));
        }
        if (roll(3) == 0) {
            filter.since = 1'000 + roll(100);
        }
        if (roll(3) == 0) {
            filter.until = 1'000 + roll(100);
        }
        if (roll(2) == 0) {
            filter.search = {
                {SearchTerm::text(oneOf({"SPRING", "bob", "aab", "push o", "zoë", "text", "nowhere", "12", "\n"}))}};
        }
        return filter;
    }

private:
    std::mt19937 m_random;
};

} // namespace

class TestEventFilter : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void anEmptyFilterMeansEverything();
    void readerAndPredicateMeanTheSameEntries();
    void theNewestAreGivenWhenThereAreTooMany();
};

void TestEventFilter::anEmptyFilterMeansEverything()
{
    EventFilter filter;
    QVERIFY(filter.isEmpty());
    QVERIFY(FilterMatcher(filter).matches(Entry(), [] { return std::string(); }));
    filter.connection = "";
    QVERIFY(!filter.isEmpty());
}

void TestEventFilter::readerAndPredicateMeanTheSameEntries()
{
    const QTemporaryDir folder;
    const std::unique_ptr<Journal> journal = openJournal(folder.path().toStdString());
    QVERIFY(journal);
    Dice dice(7);
    std::vector<NewEntry> written;
    for (int i = 0; i < 1'500; ++i) {
        written.push_back(dice.entry(i));
    }
    const std::vector<EntryId> ids = JournalCalls(*journal).append(written).value();
    const std::unique_ptr<JournalReader> reader = openReader(folder.path().toStdString());
    QVERIFY(reader);
    const std::vector<Entry> entries = reader->entries(ids).value();
    QCOMPARE(entries.size(), written.size());

    std::size_t total = 0;
    for (int i = 0; i < 400; ++i) {
        const EventFilter filter = dice.filter();
        FilterMatcher matcher(filter);
        std::vector<EntryId> expected;
        for (std::size_t k = 0; k < entries.size(); ++k) {
            if (matcher.matches(entries[k], [&] { return written[k].payload; })) {
                expected.push_back(ids[k]);
            }
        }
        const JournalResult<std::vector<EntryId>> found = reader->ids(filter, {}, 5'000);
        QVERIFY(found);
        QVERIFY2(found.value() == expected, qPrintable(QStringLiteral("filter %1").arg(i)));
        total += expected.size();
    }
    QVERIFY(total > 2'000);
}

void TestEventFilter::theNewestAreGivenWhenThereAreTooMany()
{
    const QTemporaryDir folder;
    const std::unique_ptr<Journal> journal = openJournal(folder.path().toStdString());
    std::vector<NewEntry> written;
    for (int i = 0; i < 10; ++i) {
        written.push_back(trackEntry("m" + std::to_string(i)));
    }
    const std::vector<EntryId> ids = JournalCalls(*journal).append(written).value();
    const std::unique_ptr<JournalReader> reader = openReader(folder.path().toStdString());
    const std::vector<EntryId> newest(ids.end() - 3, ids.end());
    QVERIFY(reader->ids({}, {}, 3).value() == newest);
    EventFilter word;
    word.search = {{SearchTerm::text("NOTIFICATION")}};
    QVERIFY(reader->ids(word, {}, 3).value() == newest);
    QVERIFY(reader->ids({}, ids[8], 3).value() == std::vector<EntryId>{ids[9]});
}

QTEST_GUILESS_MAIN(TestEventFilter)
#include "tst_eventfilter.moc"
