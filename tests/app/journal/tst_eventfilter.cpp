// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest> // first: moc 6.4 cannot read <compare> before Qt's own headers

#include "app/journal/FilterMatcher.h"
#include "app/journal/SearchLanguage.h"

#include "tests/app/journal/JournalSupport.h"
#include "tests/support/VariedEvents.h"

#include <QTemporaryDir>

#include <algorithm>

using namespace segue;
using namespace segue::test;

namespace {

SearchTerm termOf(SearchField field, std::vector<std::string> values)
{
    SearchTerm term;
    term.field = field;
    term.values = std::move(values);
    return term;
}

SearchTerm comparedTerm(SearchField field, SearchTerm::Comparison comparison, std::int64_t bound)
{
    SearchTerm term;
    term.field = field;
    term.comparison = comparison;
    term.bound = bound;
    return term;
}

Entry entryWith(EntryFields fields)
{
    Entry entry;
    entry.fields = std::move(fields);
    return entry;
}

//! Filters out of what stands in the events, so that they meet.
class FilterDice
{
public:
    explicit FilterDice(std::uint32_t seed)
        : m_dice(seed)
    {
    }

    EventFilter next()
    {
        EventFilter filter;
        parts(filter);
        for (std::size_t i = m_dice.roll(4); i > 0; --i) {
            SearchTerms terms;
            for (std::size_t k = 1 + m_dice.roll(3); k > 0; --k) {
                terms.push_back(term());
            }
            filter.search.push_back(std::move(terms));
        }
        return filter;
    }

    //! One whose first alternative an index can answer.
    EventFilter nextLookUp()
    {
        EventFilter filter = next();
        filter.search.resize(1);
        SearchTerm term = termFor(
            std::vector{SearchField::User, SearchField::Hwid, SearchField::MessageId, SearchField::State}[roll(4)]);
        if (term.field == SearchField::State) {
            term.values = {m_dice.oneOf({"blocked", "cancelled", "gave-up"}), "refused"};
        }
        filter.search.front().resize(roll(2));
        filter.search.front().push_back(term);
        return filter;
    }

private:
    std::size_t roll(std::size_t sides) { return m_dice.roll(sides); }
    std::int64_t time()
    {
        return VariedEvents::kFirstReceived +
               static_cast<std::int64_t>(roll(static_cast<std::size_t>(VariedEvents::kTimeSpan)));
    }
    std::vector<std::string> some(const std::vector<std::string> &values)
    {
        std::vector<std::string> list;
        for (std::size_t i = 1 + roll(3); i > 0; --i) {
            list.push_back(roll(30) == 0 ? (roll(2) == 0 ? "" : "never stored") : m_dice.oneOf(values));
        }
        return list;
    }

    void parts(EventFilter &filter)
    {
        if (roll(4) == 0) {
            filter.connection = roll(5) == 0 ? "" : m_dice.oneOf(VariedEvents::connections());
        }
        if (roll(6) == 0) {
            filter.connections = some(VariedEvents::connections());
            filter.connections->resize(roll(3));
        }
        if (roll(6) == 0) {
            filter.events = some(VariedEvents::names());
        }
        for (std::size_t i = roll(3) == 0 ? roll(4) : 0; i > 0; --i) {
            filter.states.push_back(static_cast<EventState>(roll(kEventStateCount)));
        }
        for (std::size_t i = roll(3) == 0 ? roll(3) : 0; i > 0; --i) {
            filter.origins.push_back(static_cast<Origin>(roll(5)));
        }
        if (roll(6) == 0) {
            filter.since = time();
        }
        if (roll(6) == 0) {
            filter.until = time();
        }
    }

    SearchTerm term()
    {
        SearchTerm term = termFor(static_cast<SearchField>(roll(static_cast<std::size_t>(SearchField::Latency) + 1)));
        term.excluded = roll(4) == 0;
        return term;
    }

    SearchTerm termFor(SearchField field)
    {
        using F = SearchField;
        using Comparison = SearchTerm::Comparison;
        const Comparison comparison = roll(2) == 0 ? Comparison::Above : Comparison::Below;
        switch (field) {
        case F::Text:
            return text();
        case F::Event:
            return termOf(field, some(VariedEvents::names()));
        case F::User:
        case F::Hwid:
            return termOf(field, some(VariedEvents::identities()));
        case F::Campaign:
            return termOf(field, some(VariedEvents::campaigns()));
        case F::Device:
            return termOf(field, some(VariedEvents::devices()));
        case F::MessageId:
            return termOf(field, some({"m-1", "m-7", "m-12é", "m-30", "M-4", "m-44", "m-1999"}));
        case F::State:
            return termOf(field, some({"queued", "refused", "accepted", "blocked", "observed", "gave-up"}));
        case F::HttpStatus:
            return termOf(field, some({"400", "4xx", "5xx", "none", "200", "413"}));
        case F::Origin:
            return termOf(field, some({"composer", "webhook", "echo"}));
        case F::Time:
            return comparedTerm(field, comparison, time());
        case F::Latency:
            return comparedTerm(field, comparison, static_cast<std::int64_t>(roll(10)) * 100);
        case F::Property:
            break;
        }
        SearchTerm property = termOf(field, some(VariedEvents::values()));
        property.path =
            m_dice.oneOf({"properties.x", "properties.y", "properties.tags", "properties.x.x", "properties.tags.0",
                          "properties.y.größe", R"(properties.x.a\.b)", "userId", "context.app.version"});
        if (roll(4) == 0) {
            property = termOf(field, some({"1", "1.0", "18446744073709551615", "1e2", "0", "true", "null"}));
            property.path = m_dice.oneOf({"properties.x", "properties.tags", "properties.y"});
        }
        return property;
    }

    SearchTerm text()
    {
        std::string word = m_dice.oneOf(roll(2) == 0 ? VariedEvents::values() : VariedEvents::names());
        if (roll(4) == 0) {
            word = word.substr(0, 1 + roll(4)); // maybe in the middle of a character
        } else if (roll(4) == 0) {
            word = m_dice.oneOf({"\\u00e9", "\\\"", "sp", "\"x\":", "k", "}", "sks", "\\", "и", "\n  "});
        }
        return SearchTerm::text(word, roll(3) == 0);
    }

    VariedEvents m_dice;
};

//! A journal of varied events with what was written.
class VariedJournal
{
public:
    VariedJournal(std::uint32_t seed, int count)
        : m_journal(openJournal(m_folder.path().toStdString()))
        , m_reader(openReader(m_folder.path().toStdString()))
    {
        VariedEvents events(seed);
        JournalCalls calls(*m_journal);
        for (int left = count; left > 0; left -= 150) {
            std::vector<NewEntry> written;
            std::vector<std::optional<StateChange>> later;
            for (int i = 0; i < std::min(left, 150); ++i) {
                VariedEvents::Event event = events.next();
                payloads.push_back(event.entry.payload);
                written.push_back(std::move(event.entry));
                later.push_back(std::move(event.change));
            }
            const std::vector<EntryId> added = calls.append(std::move(written)).value();
            std::vector<StateChange> changes;
            for (std::size_t i = 0; i < later.size(); ++i) {
                if (later[i]) {
                    changes.push_back(*later[i]);
                    changes.back().id = added[i];
                }
            }
            static_cast<void>(calls.record(std::move(changes)));
            ids.insert(ids.end(), added.begin(), added.end());
        }
        entries = m_reader->entries(ids).value();
    }

    JournalReader &reader() { return *m_reader; }

    std::vector<EntryId> ids;
    std::vector<std::string> payloads;
    std::vector<Entry> entries;

private:
    QTemporaryDir m_folder;
    std::unique_ptr<Journal> m_journal;
    std::unique_ptr<JournalReader> m_reader;
};

bool isUtf8(const Search &search)
{
    return std::ranges::all_of(search, [](const SearchTerms &terms) {
        return std::ranges::all_of(terms, [](const SearchTerm &term) {
            return std::ranges::all_of(term.values, [](const std::string &value) {
                return QString::fromStdString(value).toStdString() == value;
            });
        });
    });
}

std::string described(int round, const EventFilter &filter)
{
    std::string text = "filter " + std::to_string(round) + ": " + SearchLanguage::write(filter).toStdString();
    text += filter.connection ? " of connection '" + *filter.connection + "'" : "";
    for (const std::string &connection : filter.connections.value_or(std::vector<std::string>())) {
        text += " or '" + connection + "'";
    }
    return text;
}

} // namespace

class TestEventFilter : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void anEmptyFilterMeansEverything();
    void noConnectionOfSeveralMeansNothing();
    void fieldsAreComparedAsTheirKindAsks();
    void oneAlternativeIsEnough();
    void whatMayChangeIsKnown();
    void readerAndPredicateMeanTheSameEntries();
    void lookUpsByAnIndexMeanTheSameEntries();
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

void TestEventFilter::noConnectionOfSeveralMeansNothing()
{
    EventFilter filter;
    filter.connections.emplace();
    QVERIFY(!filter.isEmpty());
    QVERIFY(!filter.matchesFields(Entry()));
    filter.connections = {kOne, kTwo};
    EntryFields fields;
    fields.connection = kTwo;
    QVERIFY(filter.matchesFields(entryWith(fields)));
    filter.connection = kOne;
    QVERIFY(!filter.matchesFields(entryWith(fields)));
}

void TestEventFilter::fieldsAreComparedAsTheirKindAsks()
{
    EntryFields fields;
    fields.event = "Push Sent";
    fields.idKind = IdKind::UserId;
    fields.identity = "Ann";
    fields.device = "iOS";
    fields.campaign = "Spring";
    fields.received = 1'000;
    Entry entry = entryWith(fields);
    entry.lastStatus = 503;
    using F = SearchField;
    using Comparison = SearchTerm::Comparison;
    QVERIFY(agreesInFields(termOf(F::Event, {"x", "PUSH sent"}), entry));
    QVERIFY(agreesInFields(termOf(F::Device, {"IOS"}), entry));
    QVERIFY(agreesInFields(termOf(F::User, {"Ann"}), entry));
    QVERIFY(!agreesInFields(termOf(F::User, {"ann"}), entry));
    QVERIFY(!agreesInFields(termOf(F::Hwid, {"Ann"}), entry));
    QVERIFY(!agreesInFields(termOf(F::Campaign, {"spring"}), entry));
    QVERIFY(agreesInFields(termOf(F::HttpStatus, {"400", "5xx"}), entry));
    QVERIFY(!agreesInFields(termOf(F::HttpStatus, {"none"}), entry));
    // At the bound, time is above as it is for --since; a latency is not.
    QVERIFY(agreesInFields(comparedTerm(F::Time, Comparison::Above, 1'000), entry));
    QVERIFY(!agreesInFields(comparedTerm(F::Time, Comparison::Below, 1'000), entry));
    QVERIFY(!agreesInFields(comparedTerm(F::Latency, Comparison::Below, 1'000), entry));
    entry.lastDuration = 200;
    QVERIFY(agreesInFields(comparedTerm(F::Latency, Comparison::Below, 1'000), entry));
    QVERIFY(!agreesInFields(comparedTerm(F::Latency, Comparison::Above, 200), entry));
}

void TestEventFilter::oneAlternativeIsEnough()
{
    EntryFields fields;
    fields.event = "Push Sent";
    const Entry entry = entryWith(fields);
    EventFilter filter;
    filter.search = {{termOf(SearchField::Event, {"Push Sent"}), SearchTerm::text("spring")},
                     {termOf(SearchField::Event, {"Email Sent"}), SearchTerm::text("autumn")}};
    FilterMatcher matcher(filter);
    QVERIFY(matcher.matches(entry, [] { return std::string("Spring"); }));
    // The word of the other alternative is of no help.
    QVERIFY(!matcher.matches(entry, [] { return std::string("Autumn"); }));
}

void TestEventFilter::whatMayChangeIsKnown()
{
    EventFilter filter;
    filter.search = {{SearchTerm::text("a")}};
    QVERIFY(filter.needsPayload() && !filter.dependsOnDelivery());
    for (const SearchField field : {SearchField::State, SearchField::HttpStatus, SearchField::Latency}) {
        filter.search = {{termOf(SearchField::Event, {"a"})}, {termOf(field, {"queued"})}};
        QVERIFY(!filter.needsPayload() && filter.dependsOnDelivery());
    }
    filter.search.clear();
    filter.states = {EventState::Queued};
    QVERIFY(filter.dependsOnDelivery());
}

void TestEventFilter::readerAndPredicateMeanTheSameEntries()
{
    VariedJournal journal(7, 2'000);
    QCOMPARE(journal.entries.size(), std::size_t(2'000));
    FilterDice dice(11);
    std::size_t total = 0;
    int empty = 0;
    int readAgain = 0;
    constexpr int kRounds = 500;
    for (int i = 0; i < kRounds; ++i) {
        const EventFilter filter = dice.next();
        FilterMatcher matcher(filter);
        std::vector<EntryId> expected;
        for (std::size_t k = 0; k < journal.entries.size(); ++k) {
            if (matcher.matches(journal.entries[k], [&]() -> std::string_view { return journal.payloads[k]; })) {
                expected.push_back(journal.ids[k]);
            }
        }
        const JournalResult<std::vector<EntryId>> found = journal.reader().ids(filter, {}, 5'000);
        QVERIFY2(found, described(i, filter).c_str());
        QVERIFY2(found.value() == expected, described(i, filter).c_str());
        // What people are given to read and to keep means the same, but for the exact names of events.
        const auto read = SearchLanguage::read(SearchLanguage::write(filter), 0);
        if (read && filter.events.empty() && isUtf8(filter.search)) {
            EventFilter again;
            again.connection = filter.connection;
            again.connections = filter.connections;
            again.search = read.value();
            QVERIFY2(journal.reader().ids(again, {}, 5'000).value() == expected, described(i, filter).c_str());
            ++readAgain;
        }
        total += expected.size();
        empty += expected.empty() ? 1 : 0;
    }
    QVERIFY(total > 8'000);
    QVERIFY(empty < kRounds / 2);
    QVERIFY(readAgain > kRounds / 2);
}

void TestEventFilter::lookUpsByAnIndexMeanTheSameEntries()
{
    // So many that the indexes are asked, and over several of their segments.
    VariedJournal journal(8, 24'000);
    FilterDice dice(12);
    std::size_t total = 0;
    for (int i = 0; i < 60; ++i) {
        const EventFilter filter = dice.nextLookUp();
        FilterMatcher matcher(filter);
        std::vector<EntryId> expected;
        for (std::size_t k = 0; k < journal.entries.size(); ++k) {
            if (matcher.matches(journal.entries[k], [&]() -> std::string_view { return journal.payloads[k]; })) {
                expected.push_back(journal.ids[k]);
            }
        }
        const JournalResult<std::vector<EntryId>> found = journal.reader().ids(filter, {}, 30'000);
        QVERIFY2(found, described(i, filter).c_str());
        QVERIFY2(found.value() == expected, described(i, filter).c_str());
        total += expected.size();
    }
    QVERIFY(total > 1'000);
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
