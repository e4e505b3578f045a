// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest> // first: moc 6.4 cannot read <compare> before Qt's own headers

#include "ui/log/FilterQuery.h"

using namespace Qt::StringLiterals;
using namespace segue;

namespace {

Connection connection(const QString &name, Environment environment)
{
    Connection made;
    made.id = ConnectionId(QUuid::createUuid());
    made.name = name;
    made.environment = environment;
    return made;
}

FilterChoice choiceOf(const QList<FilterTerm> &terms)
{
    FilterChoice choice;
    choice.terms = terms;
    return choice;
}

EventFilter filterOf(const FilterTerm &term, const QList<Connection> &connections = {})
{
    return FilterQuery::of(choiceOf({term}), connections, 0).value();
}

} // namespace

class TestFilterQuery : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void nothingSetMeansEverything();
    void statesOriginsAndEventsHaveListsOfTheirOwn();
    void otherTermsJoinEveryAlternativeOfTheSearch();
    void aValueThatIsNoStateIsNotLost();
    void connectionsAreMeantByNameOrByEnvironment();
    void aFilterOfConnectionsThatAreGoneMeansNothing();
    void whatIsOffIsNotAskedFor();
    void theFilterIsSaidInWords();
    void chipsAreWhatTheLanguageReads();
};

void TestFilterQuery::nothingSetMeansEverything()
{
    QVERIFY(FilterQuery::of({}, {connection(u"A"_s, Environment::Dev)}, 0).value().isEmpty());
}

void TestFilterQuery::statesOriginsAndEventsHaveListsOfTheirOwn()
{
    const EventFilter filter = FilterQuery::of(choiceOf({{u"state"_s, {u"refused"_s, u"gave-up"_s}, false, true},
                                                         {u"origin"_s, {u"webhook"_s}, false, true},
                                                         {u"event"_s, {u"Push Sent"_s}, false, true}}),
                                               {}, 0)
                                   .value();
    QCOMPARE(filter.states, (std::vector{EventState::Refused, EventState::GaveUp}));
    QCOMPARE(filter.origins, std::vector{Origin::Webhook});
    QCOMPARE(filter.events, std::vector<std::string>{"Push Sent"});
    QVERIFY(filter.search.empty());
}

void TestFilterQuery::otherTermsJoinEveryAlternativeOfTheSearch()
{
    FilterChoice choice =
        choiceOf({{u"event"_s, {u"Email Opened"_s}, true, true}, {u"properties.x"_s, {u"1"_s, u"2"_s}, false, true}});
    choice.search = u"a OR b"_s;
    const EventFilter filter = FilterQuery::of(choice, {}, 0).value();
    QVERIFY(filter.events.empty());
    QCOMPARE(filter.search.size(), std::size_t(2));
    for (const SearchTerms &alternative : filter.search) {
        QCOMPARE(alternative.size(), std::size_t(3));
        QVERIFY(alternative[1].field == segue::SearchField::Event && alternative[1].excluded);
        QCOMPARE(alternative[2].path, std::string("properties.x"));
        QCOMPARE(alternative[2].values, (std::vector<std::string>{"1", "2"}));
    }
}

void TestFilterQuery::aValueThatIsNoStateIsNotLost()
{
    const EventFilter filter = filterOf({u"state"_s, {u"refused"_s, u"odd"_s}, false, true});
    QVERIFY(filter.states.empty());
    QCOMPARE(filter.search.at(0).at(0).values, (std::vector<std::string>{"refused", "odd"}));
}

void TestFilterQuery::connectionsAreMeantByNameOrByEnvironment()
{
    const QList<Connection> all{connection(u"Shop"_s, Environment::Prod), connection(u"Blog"_s, Environment::Prod),
                                connection(u"Test"_s, Environment::Dev)};
    using Ids = std::optional<std::vector<std::string>>;
    QCOMPARE(filterOf({u"connection"_s, {u"Shop"_s}, false, true}, all).connections, Ids({all[0].id.key()}));
    QCOMPARE(filterOf({u"environment"_s, {u"prod"_s}, false, true}, all).connections,
             Ids({all[0].id.key(), all[1].id.key()}));
    QCOMPARE(filterOf({u"environment"_s, {u"prod"_s}, true, true}, all).connections, Ids({all[2].id.key()}));
    const EventFilter both = FilterQuery::of(choiceOf({{u"environment"_s, {u"prod"_s}, false, true},
                                                       {u"connection"_s, {u"Shop"_s}, true, true}}),
                                             all, 0)
                                 .value();
    QCOMPARE(both.connections, Ids({all[1].id.key()}));
}

void TestFilterQuery::aFilterOfConnectionsThatAreGoneMeansNothing()
{
    const EventFilter filter = filterOf({u"connection"_s, {u"Gone"_s}, false, true});
    QVERIFY(filter.connections.has_value() && filter.connections->empty());
}

void TestFilterQuery::whatIsOffIsNotAskedFor()
{
    FilterChoice choice = choiceOf({{u"state"_s, {u"refused"_s}, false, false}});
    choice.time.lastMinutes = 15;
    choice.timeOn = false;
    QVERIFY(FilterQuery::of(choice, {}, 1'000'000'000).value().isEmpty());
}

void TestFilterQuery::theFilterIsSaidInWords()
{
    FilterChoice choice = choiceOf({{u"state"_s, {u"refused"_s}, false, true}, {u"user"_s, {u"x"_s}, false, false}});
    choice.search = u" abc "_s;
    choice.time.lastMinutes = 60;
    QCOMPARE(FilterQuery::inWords(choice), u"state:refused · abc · last 1 hour(s)"_s);
}

void TestFilterQuery::chipsAreWhatTheLanguageReads()
{
    const QList<FilterTerm> terms{{u"event"_s, {u"Email \"Opened\" \\ now"_s, u"b,c"_s}, true, true},
                                  {u"user"_s, {u"-x"_s, u"a@b.c"_s}, false, true},
                                  {u"campaign"_s, {u"5F1C2-09AB7"_s}, false, true}};
    for (const FilterTerm &term : terms) {
        FilterChoice typed;
        typed.search = term.text();
        const auto read = FilterQuery::of(typed, {}, 0);
        QVERIFY2(read.ok(), qPrintable(term.text()));
        QCOMPARE(read.value().search.size(), std::size_t(1));
        QCOMPARE(read.value().search[0].size(), std::size_t(1));
        std::vector<std::string> values;
        std::ranges::transform(term.values, std::back_inserter(values), &QString::toStdString);
        QCOMPARE(read.value().search[0][0].values, values);
        QCOMPARE(read.value().search[0][0].excluded, term.excluded);
    }
}

QTEST_APPLESS_MAIN(TestFilterQuery)
#include "tst_filterquery.moc"
