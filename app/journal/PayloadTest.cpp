// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/journal/PayloadTest.h"

#include "app/journal/CaseFold.h"
#include "app/journal/JsonPath.h"
#include "app/journal/MessageIdReader.h"
#include "app/journal/PayloadNeedle.h"

#include <algorithm>

namespace segue {

namespace {

//! A term made ready. Every payload that agrees with it holds one of the needles; for a word that is all there is to
//! it, for the others the value itself decides then.
struct ReadyTerm
{
    explicit ReadyTerm(const SearchTerm &term);

    SearchField field;
    bool excluded;
    std::optional<JsonPath> path;
    std::vector<std::string> values;
    std::vector<PayloadNeedle> needles;
};

//! The last name that must be a member's, since it is no number of an item; empty when there is none.
std::string_view sureName(const JsonPath &path)
{
    std::string_view sure;
    for (const std::string &name : path.names()) {
        sure = name.find_first_not_of("0123456789") == std::string::npos ? sure : std::string_view(name);
    }
    return sure;
}

ReadyTerm::ReadyTerm(const SearchTerm &term)
    : field(term.field)
    , excluded(term.excluded)
    , values(term.values)
{
    using Case = PayloadNeedle::Case;
    if (field == SearchField::Property) {
        path = JsonPath::parse(term.path);
        // A number can be written in many ways, so that only the name of its member is sure to be there.
        if (path && std::ranges::any_of(values, isJsonNumber)) {
            needles.emplace_back(sureName(*path), Case::Exact);
            return;
        }
    }
    const bool exact = field == SearchField::MessageId || term.exactCase;
    for (const std::string &value : values) {
        needles.emplace_back(value, exact ? Case::Exact : Case::Ignored);
    }
}

bool meansScalar(std::string_view json, const std::vector<std::string> &values)
{
    const std::string plain = plainJsonValue(json);
    const bool isText = json.front() == '"';
    return std::ranges::any_of(values, [&](const std::string &value) {
        return equalIgnoringCase(plain, value) || (!isText && sameJsonNumber(plain, value));
    });
}

//! A list means what one of its items means; an object means nothing.
bool meansValue(std::string_view json, const std::vector<std::string> &values)
{
    if (json.front() == '[') {
        const std::vector<std::string_view> items = jsonItems(json);
        return std::ranges::any_of(items, [&](std::string_view item) {
            return item.front() != '[' && item.front() != '{' && meansScalar(item, values);
        });
    }
    return json.front() != '{' && meansScalar(json, values);
}

//! Keeps the places for which the flag is set.
void keepFlagged(std::vector<std::size_t> &places, const std::vector<char> &flags)
{
    std::erase_if(places, [&](std::size_t place) { return flags[place] == 0; });
}

} // namespace

class PayloadTest::Private
{
public:
    bool agrees(const ReadyTerm &term, std::string_view payload);
    //! Whether the value decides as the term asks, the needles having been found.
    bool confirms(const ReadyTerm &term, std::string_view payload);
    //! Sets the flag of each payload of the block that holds one of the term's needles.
    void flagHits(const ReadyTerm &term, const PayloadBlock &block);

    std::vector<ReadyTerm> terms;
    MessageIdReader messageIds;
    std::string plain;
    std::vector<char> flags;
};

PayloadTest::PayloadTest(const SearchTerms &terms)
    : d(std::make_unique<Private>())
{
    for (const SearchTerm &term : terms) {
        if (term.needsPayload()) {
            d->terms.emplace_back(term);
        }
    }
    // What is quick to tell, and what leaves few, comes first.
    std::ranges::stable_sort(
        d->terms, {}, [](const ReadyTerm &term) { return std::pair(term.excluded, term.field != SearchField::Text); });
}

PayloadTest::~PayloadTest() = default;
PayloadTest::PayloadTest(PayloadTest &&other) noexcept = default;
PayloadTest &PayloadTest::operator=(PayloadTest &&other) noexcept = default;

bool PayloadTest::isEmpty() const
{
    return d->terms.empty();
}

bool PayloadTest::passes(std::string_view payload)
{
    return std::ranges::all_of(d->terms,
                               [&](const ReadyTerm &term) { return d->agrees(term, payload) != term.excluded; });
}

bool PayloadTest::Private::agrees(const ReadyTerm &term, std::string_view payload)
{
    const bool held =
        std::ranges::any_of(term.needles, [&](const PayloadNeedle &needle) { return needle.in(payload); });
    return held && confirms(term, payload);
}

bool PayloadTest::Private::confirms(const ReadyTerm &term, std::string_view payload)
{
    if (term.field == SearchField::Text) {
        return true;
    }
    if (term.field == SearchField::MessageId) {
        return std::ranges::find(term.values, messageIds.read(payload)) != term.values.end();
    }
    const std::optional<std::string_view> value = term.path ? term.path->valueIn(payload) : std::nullopt;
    return value && meansValue(*value, term.values);
}

void PayloadTest::Private::flagHits(const ReadyTerm &term, const PayloadBlock &block)
{
    flags.assign(block.size(), 0);
    if (block.size() == 0) {
        return;
    }
    const char *const begin = block.at(0).data();
    const auto beginOf = [&](std::size_t place) { return static_cast<std::size_t>(block.at(place).data() - begin); };
    const auto endOf = [&](std::size_t place) { return beginOf(place) + block.at(place).size(); };
    const std::string_view all(begin, endOf(block.size() - 1));

    // The bytes as they are, all payloads at once. A hit that goes over a payload's end is none.
    for (const PayloadNeedle &needle : term.needles) {
        std::size_t place = 0;
        for (std::size_t hit = needle.find(all); hit != PayloadNeedle::kNotFound;) {
            while (place + 1 < block.size() && beginOf(place + 1) <= hit) {
                ++place;
            }
            const std::size_t inside = needle.find(block.at(place), hit - beginOf(place));
            flags[place] = static_cast<char>(flags[place] | (inside == PayloadNeedle::kNotFound ? 0 : 1));
            if (place + 1 == block.size()) {
                break;
            }
            hit = needle.find(all, beginOf(place + 1));
        }
    }
    // What escapes hide.
    std::size_t place = 0;
    for (std::size_t hit = all.find('\\'); hit != std::string_view::npos;) {
        while (place + 1 < block.size() && beginOf(place + 1) <= hit) {
            ++place;
        }
        if (flags[place] == 0 && PayloadNeedle::unescape(block.at(place), plain)) {
            const bool held = std::ranges::any_of(term.needles, [&](const PayloadNeedle &needle) {
                return needle.find(plain) != PayloadNeedle::kNotFound;
            });
            flags[place] = held ? 1 : 0;
        }
        hit = place + 1 < block.size() ? all.find('\\', beginOf(place + 1)) : std::string_view::npos;
    }
}

void PayloadTest::passing(const PayloadBlock &block, std::vector<std::size_t> &places)
{
    places.resize(block.size());
    for (std::size_t i = 0; i < places.size(); ++i) {
        places[i] = i;
    }
    for (const ReadyTerm &term : d->terms) {
        if (places.size() < block.size() / 4) {
            // Few are left: quicker one by one than all at once.
            std::erase_if(places, [&](std::size_t place) { return d->agrees(term, block.at(place)) == term.excluded; });
            continue;
        }
        d->flagHits(term, block);
        for (std::size_t place = 0; place < block.size(); ++place) {
            char &flag = d->flags[place];
            flag = (flag != 0 && d->confirms(term, block.at(place))) != term.excluded ? 1 : 0;
        }
        keepFlagged(places, d->flags);
        if (places.empty()) {
            return;
        }
    }
}

} // namespace segue
