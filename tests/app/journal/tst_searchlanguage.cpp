// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest>

#include "app/journal/SearchLanguage.h"

#include <random>

using namespace segue;
using namespace Qt::StringLiterals;

namespace {

constexpr std::int64_t kNow = 1'764'000'000'000;

SearchTerm valueTerm(SearchField field, std::vector<std::string> values)
{
    SearchTerm term;
    term.field = field;
    term.values = std::move(values);
    return term;
}

SearchTerm propertyTerm(const std::string &path, std::vector<std::string> values)
{
    SearchTerm term = valueTerm(SearchField::Property, std::move(values));
    term.path = path;
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

SearchTerm excludedTerm(SearchTerm term)
{
    term.excluded = true;
    return term;
}

Result<Search, SearchMistake> reading(const QString &text)
{
    return SearchLanguage::read(text, kNow);
}

//! For a message: what was read, in words.
std::string shown(const Result<Search, SearchMistake> &read)
{
    return read ? SearchLanguage::write(read.value()).toStdString() : read.error().sentence.toStdString();
}

constexpr auto kAbove = SearchTerm::Comparison::Above;
constexpr auto kBelow = SearchTerm::Comparison::Below;

} // namespace

Q_DECLARE_METATYPE(segue::Search)

class TestSearchLanguage : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void textsMeanWhatTheySay_data();
    void textsMeanWhatTheySay();
    void mistakesTellWhereAndWhatToDo_data();
    void mistakesTellWhereAndWhatToDo();
    void whatIsWrittenIsReadBack();
    void aFiltersPartsAreWrittenAsTerms();
    void anyTextIsReadOrToldWrong();
};

void TestSearchLanguage::textsMeanWhatTheySay_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<Search>("search");
    const auto row = [](const char *text, const Search &search) {
        QTest::newRow(text) << QString::fromUtf8(text) << search;
    };
    using F = SearchField;
    const auto word = [](const char *text) { return SearchTerm::text(text); };
    const auto phrase = [](const char *text) { return SearchTerm::text(text, true); };
    row("", {});
    row("  \t ", {});
    row("spring", {{word("spring")}});
    row("  Zoë  sale ", {{word("Zoë"), word("sale")}});
    row("\"Push  Sent\"", {{phrase("Push  Sent")}});
    row(R"("say \"hi\" \\ \n")", {{phrase(R"(say "hi" \ \n)")}});
    row("-spring", {{excludedTerm(word("spring"))}});
    row("-\"a b\"", {{excludedTerm(phrase("a b"))}});
    row("- a -", {{word("-"), word("a"), word("-")}});
    row("--x", {{excludedTerm(word("-x"))}});
    row("say\"hi", {{word("say\"hi")}});
    row(R"(\u00e9)", {{word(R"(\u00e9)")}});
    row("a OR b c", {{word("a")}, {word("b"), word("c")}});
    row("or Or -OR \"OR\"", {{word("or"), word("Or"), excludedTerm(word("OR")), phrase("OR")}});
    row("event:\"Push Sent\"", {{valueTerm(F::Event, {"Push Sent"})}});
    row("EVENT:a,\"b, c\",d", {{valueTerm(F::Event, {"a", "b, c", "d"})}});
    row("-user:ann@example.com", {{excludedTerm(valueTerm(F::User, {"ann@example.com"}))}});
    row("hwid:9F3C-42 campaign:\"\"", {{valueTerm(F::Hwid, {"9F3C-42"}), valueTerm(F::Campaign, {""})}});
    row("device:iOS message_id:m:1", {{valueTerm(F::Device, {"iOS"}), valueTerm(F::MessageId, {"m:1"})}});
    row("state:Refused,gave-up", {{valueTerm(F::State, {"refused", "gave-up"})}});
    row("status:400,5XX,none origin:echo",
        {{valueTerm(F::HttpStatus, {"400", "5xx", "none"}), valueTerm(F::Origin, {"echo"})}});
    row("text:\"a b\",c", {{valueTerm(F::Text, {"a b", "c"})}});
    row("properties.message_type:Push", {{propertyTerm("properties.message_type", {"Push"})}});
    row("context.app.version:1.0,2", {{propertyTerm("context.app.version", {"1.0", "2"})}});
    row(R"(properties.a\.b\ c:x)", {{propertyTerm(R"(properties.a\.b\ c)", {"x"})}});
    row("userId:7 type:track", {{propertyTerm("userId", {"7"}), propertyTerm("type", {"track"})}});
    row("time>10m", {{comparedTerm(F::Time, kAbove, kNow - 600'000)}});
    row("time>2026-11-24T10:00Z time<\"2026-11-24 11:00:00.5Z\"",
        {{comparedTerm(F::Time, kAbove, 1'795'514'400'000), comparedTerm(F::Time, kBelow, 1'795'518'000'500)}});
    row("latency>200 latency<2s -latency<5ms",
        {{comparedTerm(F::Latency, kAbove, 200), comparedTerm(F::Latency, kBelow, 2'000),
          excludedTerm(comparedTerm(F::Latency, kBelow, 5))}});
    row("a>b <i> :x {\"n\":1}", {{word("a>b"), word("<i>"), word(":x"), word("{\"n\":1}")}});
}

void TestSearchLanguage::textsMeanWhatTheySay()
{
    QFETCH(QString, text);
    QFETCH(Search, search);
    const Result<Search, SearchMistake> read = reading(text);
    QVERIFY2(read, shown(read).c_str());
    QVERIFY2(read.value() == search, shown(read).c_str());
}

void TestSearchLanguage::mistakesTellWhereAndWhatToDo_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("place");
    QTest::addColumn<QString>("says");
    QTest::addColumn<QString>("replacement");
    const auto row = [](const char *text, const char *place, const char *says, const char *replacement = "") {
        QTest::newRow(text) << QString::fromUtf8(text) << QString::fromUtf8(place) << QString::fromUtf8(says)
                            << QString::fromUtf8(replacement);
    };
    row("a stat:x", "stat", "“state” is the nearest", "state");
    row("propertes.message_type:x OR properties:x", "properties", "Name a member of it");
    row("http://example.com", "http", "put it in quotes");
    row("zzzzzz:1", "zzzzzz", "Fields are event, state");
    row("a \"b c", "\"b c", "not closed");
    row("event:\"Push", "\"Push", "not closed");
    row("\"a\"b", "b", "Put a blank");
    row("\"type\":\"track\"", ":\"track\"", "Put a blank");
    row("event:\"a\"b", "b", "Put a blank");
    row("a \"\"", "\"\"", "nothing between the quotes");
    row("text:\"\"", "\"\"", "nothing between the quotes");
    row("OR a", "OR", "before it is missing");
    row("a OR OR b", "OR", "before it is missing");
    row("a OR ", "OR", "behind it is missing");
    row("a AND b", "AND", "leave AND out");
    row("NOT b", "NOT", "Write a -");
    row("event:", "", "A value is missing behind “event:”");
    row("event: x", "", "A value is missing behind “event:”");
    row("state:refused,", "", "beside the comma");
    row("state:,refused", "", "beside the comma");
    row("state:refussed", "refussed", "Is it “refused”?", "refused");
    row("state:nonsense", "nonsense", "Write one of: queued, retrying");
    row("state:sending", "sending", "Write “queued”", "queued");
    row("origin:eco", "eco", "Is it “echo”?", "echo");
    row("status:abc", "abc", "no HTTP status");
    row("status:\"\"", "\"\"", "no HTTP status");
    row("status>400", ">", "Write “status:”", ":");
    row("time:10m", ":", "Write time> or time<", ">");
    row("time>", "", "A value is missing behind “time>”");
    row("time>yesterday", "yesterday", "Write 10m, 2h or 7d");
    row("time>10m,2h", "10m,2h", "Write 10m, 2h or 7d");
    row("latency:200", ":", "Write latency>", ">");
    row("latency>fast", "fast", "Write milliseconds");
    row("-stat:x", "stat", "“state” is the nearest", "state");
}

void TestSearchLanguage::mistakesTellWhereAndWhatToDo()
{
    QFETCH(QString, text);
    QFETCH(QString, place);
    QFETCH(QString, says);
    QFETCH(QString, replacement);
    const Result<Search, SearchMistake> read = reading(text);
    QVERIFY2(!read, shown(read).c_str());
    const SearchMistake &mistake = read.error();
    QVERIFY2(mistake.sentence.contains(says), qPrintable(mistake.sentence));
    QVERIFY(mistake.begin >= 0 && mistake.length >= 0 && mistake.begin + mistake.length <= text.size());
    QCOMPARE(text.sliced(mistake.begin, mistake.length), place);
    QCOMPARE(mistake.replacement, replacement);
}

void TestSearchLanguage::whatIsWrittenIsReadBack()
{
    const std::vector<std::string> texts = {"a",  "Push Sent", "a,b",  "say \"hi\"", "\\",      "a\\",   "-",
                                            "-x", "OR",        "AND",  "NOT",        "state:x", "x:y",   "a>b",
                                            "\"", "é 😀",       " ",    "\n",         "time>1",  "a.b:c", ":",
                                            "::", "\u00a0",    "\\\"", "text:"};
    const std::vector<std::string> paths = {"properties.x", R"(a\.b.c)", "type", "größe.0", R"(a\ b.\:)", "a.\u00a0b"};
    std::mt19937 random(3);
    const auto roll = [&](std::size_t sides) { return static_cast<std::size_t>(random() % sides); };
    const auto someTexts = [&] {
        std::vector<std::string> some;
        for (std::size_t i = 1 + roll(3); i > 0; --i) {
            some.push_back(texts[roll(texts.size())]);
        }
        return some;
    };
    for (int round = 0; round < 6'000; ++round) {
        Search search(roll(4));
        for (SearchTerms &terms : search) {
            for (std::size_t i = 1 + roll(3); i > 0; --i) {
                SearchTerm term;
                term.field = static_cast<SearchField>(roll(static_cast<std::size_t>(SearchField::Latency) + 1));
                if (term.field == SearchField::Time || term.field == SearchField::Latency) {
                    term.comparison = roll(2) == 0 ? kAbove : kBelow;
                    term.bound = static_cast<std::int64_t>(roll(900'000'000));
                } else if (term.field == SearchField::State) {
                    term.values = {"refused", "gave-up"};
                } else if (term.field == SearchField::Origin) {
                    term.values = {"echo"};
                } else if (term.field == SearchField::HttpStatus) {
                    term.values = {"400", "5xx"};
                } else {
                    term.values = someTexts();
                }
                if (term.field == SearchField::Property) {
                    term.path = paths[roll(paths.size())];
                }
                if (term.field == SearchField::Text && roll(2) == 0) {
                    term.exactCase = true;
                    term.values.resize(1);
                }
                term.excluded = roll(3) == 0;
                terms.push_back(term);
            }
        }
        const QString written = SearchLanguage::write(search);
        const Result<Search, SearchMistake> read = reading(written);
        QVERIFY2(read, qPrintable(written + u": "_s + (read ? QString() : read.error().sentence)));
        QVERIFY2(read.value() == search, qPrintable(written));
        QCOMPARE(SearchLanguage::write(read.value()), written);
    }
    QCOMPARE(SearchLanguage::write(Search{{SearchTerm::text("spring"), SearchTerm::text("x:y")}}),
             u"spring text:x:y"_s);
}

void TestSearchLanguage::aFiltersPartsAreWrittenAsTerms()
{
    EventFilter filter;
    QCOMPARE(SearchLanguage::write(filter), QString());
    filter.events = {"Push Sent", "Opened"};
    filter.states = {EventState::Refused, EventState::GaveUp};
    filter.origins = {Origin::Echo};
    filter.since = 1'795'514'400'000;
    filter.until = 1'795'518'000'500;
    const QString parts = u"event:\"Push Sent\",Opened state:refused,gave-up origin:echo time>2026-11-24T10:00:00.000Z "
                          "time<2026-11-24T11:00:00.500Z"_s;
    QCOMPARE(SearchLanguage::write(filter), parts);
    filter.search = {{SearchTerm::text("a")}, {SearchTerm::text("b")}};
    QCOMPARE(SearchLanguage::write(filter), QString(parts + u" a OR " + parts + u" b"));
}

void TestSearchLanguage::anyTextIsReadOrToldWrong()
{
    const QStringList pieces{
        u"a"_s, u" "_s, u"\""_s, u":"_s, u","_s,   u"-"_s,   u"OR"_s,      u"state"_s, u"event"_s,        u"time"_s,
        u">"_s, u"<"_s, u"\\"_s, u"."_s, u"10m"_s, u"400"_s, u"refused"_s, u"é"_s,     u"properties.x"_s, u"latency"_s};
    std::mt19937 random(9);
    int mistakes = 0;
    constexpr int kRounds = 8'000;
    for (int round = 0; round < kRounds; ++round) {
        QString text;
        for (auto i = random() % 9; i > 0; --i) {
            text += pieces.at(static_cast<qsizetype>(random() % static_cast<std::size_t>(pieces.size())));
        }
        const Result<Search, SearchMistake> read = reading(text);
        if (read) {
            const Result<Search, SearchMistake> again = reading(SearchLanguage::write(read.value()));
            QVERIFY2(again.ok() && again.value() == read.value(), qPrintable(text));
        } else {
            ++mistakes;
            QVERIFY(!read.error().sentence.isEmpty());
            QVERIFY(read.error().begin >= 0 && read.error().begin + read.error().length <= text.size());
        }
        for (qsizetype cursor = 0; cursor <= text.size(); ++cursor) {
            const SearchCompletions completions = SearchLanguage::complete(text, cursor);
            QVERIFY(completions.begin >= 0 && completions.length >= 0 &&
                    completions.begin + completions.length <= text.size());
        }
    }
    QVERIFY(mistakes > kRounds / 10 && mistakes < kRounds * 9 / 10);
}

QTEST_GUILESS_MAIN(TestSearchLanguage)
#include "tst_searchlanguage.moc"
