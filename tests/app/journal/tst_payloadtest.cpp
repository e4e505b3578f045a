// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest>

#include "app/journal/PayloadTest.h"

#include <random>

using namespace segue;

namespace {

SearchTerm valueAt(const std::string &path, std::vector<std::string> values)
{
    SearchTerm term;
    term.field = SearchField::Property;
    term.path = path;
    term.values = std::move(values);
    return term;
}

SearchTerm excluded(SearchTerm term)
{
    term.excluded = true;
    return term;
}

bool passes(const SearchTerms &terms, std::string_view payload)
{
    return PayloadTest(terms).passes(payload);
}

PayloadBlock blockOf(const std::vector<std::string> &payloads)
{
    const std::vector<std::string_view> views(payloads.begin(), payloads.end());
    const std::vector<PackedBlock> packed = packPayloads(views).value();
    return PayloadBlock::unpack(packed.front().body, packed.front().payloads, packed.front().rawSize).value();
}

} // namespace

class TestPayloadTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void allTermsMustAgree();
    void aPropertyIsComparedByItsValue();
    void aMessageIdIsComparedWhole();
    void termsOfTheFieldsAreLeftOut();
    void aBlockGivesWhatItsPayloadsGive();
};

void TestPayloadTest::allTermsMustAgree()
{
    const SearchTerm spring = SearchTerm::text("SPRING");
    const SearchTerm push = SearchTerm::text("Push", true);
    QVERIFY(passes({spring, push}, R"({"a":"spring Push"})"));
    QVERIFY(!passes({spring, push}, R"({"a":"spring push"})"));
    QVERIFY(passes({spring, excluded(push)}, R"({"a":"spring push"})"));
    QVERIFY(!passes({excluded(spring)}, R"({"a":"Spring"})"));
    QVERIFY(passes({excluded(spring)}, ""));
    SearchTerm either = spring;
    either.values.emplace_back("autumn");
    QVERIFY(passes({either}, "Autumn"));
}

void TestPayloadTest::aPropertyIsComparedByItsValue()
{
    const SearchTerm type = valueAt("properties.message_type", {"push", "Email"});
    QVERIFY(passes({type}, R"({"properties":{"message_type":"Push"}})"));
    QVERIFY(passes({type}, R"({"properties":{"message_type":"\u0065mail"}})"));
    QVERIFY(!passes({type}, R"({"properties":{"message_type":"pushy"}})"));
    QVERIFY(!passes({type}, R"({"message_type":"push","properties":{}})"));
    QVERIFY(passes({excluded(type)}, R"({"message_type":"push","properties":{}})"));

    const SearchTerm id = valueAt("properties.id", {"18446744073709551615"});
    QVERIFY(passes({id}, R"({"properties":{"id":18446744073709551615}})"));
    QVERIFY(passes({id}, R"({"properties":{"id":"18446744073709551615"}})"));
    QVERIFY(!passes({id}, R"({"properties":{"id":18446744073709551616}})"));
    QVERIFY(passes({valueAt("a", {"1"})}, R"({"a":1.0})"));
    QVERIFY(!passes({valueAt("a", {"1"})}, R"({"a":"1.0"})"));
    QVERIFY(passes({valueAt("a", {"TRUE"})}, R"({"a":true})"));
    QVERIFY(passes({valueAt("a", {""})}, R"({"a":""})"));
    QVERIFY(!passes({valueAt("a", {""})}, R"({"b":""})"));

    // A list means what one of its items means.
    QVERIFY(passes({valueAt("tags", {"two"})}, R"({"tags":["one","TWO",[3]]})"));
    QVERIFY(!passes({valueAt("tags", {"3"})}, R"({"tags":["one",[3],{"a":3}]})"));
    QVERIFY(passes({valueAt("items.1.n", {"5"})}, R"({"items":[{"n":4},{"n":5}]})"));
    QVERIFY(passes({valueAt("items.1", {"5"})}, R"({"items":[4,5]})"));
}

void TestPayloadTest::aMessageIdIsComparedWhole()
{
    SearchTerm term;
    term.field = SearchField::MessageId;
    term.values = {"m-1"};
    QVERIFY(passes({term}, R"({"messageId":"m-1"})"));
    QVERIFY(passes({term}, R"({"messageId":"\u006d-1"})"));
    QVERIFY(passes({term}, R"({"message\u0049d":"m-1"})"));
    QVERIFY(passes({term}, R"({"messageId":"m-2","messageId":"m-1"})"));
    QVERIFY(!passes({term}, R"({"messageId":"M-1"})"));
    QVERIFY(!passes({term}, R"({"messageId":"m-12","x":"m-1"})"));
}

void TestPayloadTest::termsOfTheFieldsAreLeftOut()
{
    SearchTerm event;
    event.field = SearchField::Event;
    event.values = {"nothing like it"};
    QVERIFY(PayloadTest({event}).isEmpty());
    QVERIFY(passes({event}, ""));
    QVERIFY(!PayloadTest({event, SearchTerm::text("a")}).isEmpty());
}

void TestPayloadTest::aBlockGivesWhatItsPayloadsGive()
{
    std::mt19937 random(5);
    const auto roll = [&](std::size_t sides) { return static_cast<std::size_t>(random() % sides); };
    const std::vector<std::string> pieces = {"a",   "B",     "é", R"(\u00e9)", R"(\")", "\n",          "ab",
                                             "aba", R"(\\)", "É", "}",         "{",     R"(","k":"v)", "1"};
    std::size_t total = 0;
    for (int round = 0; round < 3'000; ++round) {
        std::vector<std::string> payloads(1 + roll(30));
        for (std::string &payload : payloads) {
            payload = roll(8) == 0 ? "" : R"({"k":")";
            for (std::size_t i = roll(6); i > 0; --i) {
                payload += pieces[roll(pieces.size())];
            }
            payload += payload.empty() ? "" : "\"}";
        }
        SearchTerms terms;
        for (std::size_t i = 1 + roll(3); i > 0; --i) {
            SearchTerm term = roll(3) == 0 ? valueAt("k", {}) : SearchTerm::text("", roll(2) == 0);
            term.values.clear();
            for (std::size_t k = 1 + roll(2); k > 0; --k) {
                term.values.push_back(pieces[roll(pieces.size())] + (roll(2) == 0 ? "" : pieces[roll(pieces.size())]));
            }
            term.excluded = roll(4) == 0;
            terms.push_back(term);
        }
        PayloadTest test(terms);
        std::vector<std::size_t> expected;
        for (std::size_t i = 0; i < payloads.size(); ++i) {
            if (test.passes(payloads[i])) {
                expected.push_back(i);
            }
        }
        std::vector<std::size_t> places;
        test.passing(blockOf(payloads), places);
        QVERIFY2(places == expected, qPrintable(QStringLiteral("round %1").arg(round)));
        total += expected.size();
    }
    QVERIFY(total > 3'000);
}

QTEST_GUILESS_MAIN(TestPayloadTest)
#include "tst_payloadtest.moc"
