// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/log/FilterQuery.h"

#include "ui/log/ChipRow.h"

#include <algorithm>
#include <array>

namespace segue::FilterQuery {

namespace {

const QString kConnection = QStringLiteral("connection");
const QString kEnvironment = QStringLiteral("environment");

struct FieldWord
{
    const char *word;
    SearchField field;
};
constexpr std::array kFields{
    FieldWord{"event", SearchField::Event},   FieldWord{"user", SearchField::User},
    FieldWord{"hwid", SearchField::Hwid},     FieldWord{"campaign", SearchField::Campaign},
    FieldWord{"device", SearchField::Device}, FieldWord{"message_id", SearchField::MessageId},
    FieldWord{"state", SearchField::State},   FieldWord{"status", SearchField::HttpStatus},
    FieldWord{"origin", SearchField::Origin},
};

bool isOfConnections(const FilterTerm &term)
{
    return term.field == kConnection || term.field == kEnvironment;
}

bool means(const FilterTerm &term, const Connection &connection)
{
    const QString word = term.field == kConnection ? connection.name : environmentWord(connection.environment);
    return term.values.contains(word) != term.excluded;
}

SearchTerm searchTerm(const FilterTerm &term)
{
    const auto known =
        std::ranges::find_if(kFields, [&](const FieldWord &each) { return term.field == QLatin1String(each.word); });
    SearchTerm search;
    search.field = known == kFields.end() ? SearchField::Property : known->field;
    search.path = known == kFields.end() ? term.field.toStdString() : std::string();
    search.excluded = term.excluded;
    std::ranges::transform(term.values, std::back_inserter(search.values), &QString::toStdString);
    return search;
}

template <class T, class Read> bool readAll(const QStringList &words, std::vector<T> &into, const Read &read)
{
    std::vector<T> all;
    for (const QString &word : words) {
        const std::optional<T> value = read(word.toStdString());
        if (!value) {
            return false;
        }
        all.push_back(*value);
    }
    into.insert(into.end(), all.begin(), all.end());
    return true;
}

//! States, origins and events by exact name have lists of their own, which the journal finds by an index.
bool addToLists(EventFilter &filter, const FilterTerm &term)
{
    if (term.excluded) {
        return false;
    }
    if (term.field == QStringLiteral("event")) {
        return readAll(term.values, filter.events, [](const std::string &word) { return std::optional(word); });
    }
    if (term.field == QStringLiteral("state")) {
        return readAll(term.values, filter.states, [](const std::string &word) { return stateFromWord(word); });
    }
    return term.field == QStringLiteral("origin") &&
           readAll(term.values, filter.origins, [](const std::string &word) { return originFromWord(word); });
}

} // namespace

EventFilter of(const FilterChoice &choice, const Search &search, const QList<Connection> &connections, qint64 now)
{
    EventFilter filter;
    filter.search = search;
    QList<FilterTerm> ofConnections;
    for (const FilterTerm &term : choice.terms) {
        if (!term.on) {
            continue;
        }
        if (isOfConnections(term)) {
            ofConnections.append(term);
        } else if (!addToLists(filter, term)) {
            if (filter.search.empty()) {
                filter.search.emplace_back();
            }
            for (SearchTerms &alternative : filter.search) {
                alternative.push_back(searchTerm(term));
            }
        }
    }
    if (!ofConnections.isEmpty()) {
        filter.connections.emplace();
        for (const Connection &connection : connections) {
            const bool meant =
                std::ranges::all_of(ofConnections, [&](const FilterTerm &term) { return means(term, connection); });
            if (meant) {
                filter.connections->push_back(connection.id.key());
            }
        }
    }
    if (choice.timeOn) {
        filter.since = choice.time.sinceAt(now);
        filter.until = choice.time.until;
    }
    return filter;
}

QString inWords(const FilterChoice &choice)
{
    QStringList parts;
    for (const FilterTerm &term : choice.terms) {
        if (term.on) {
            parts.append(term.text());
        }
    }
    if (!choice.search.trimmed().isEmpty()) {
        parts.append(choice.search.trimmed());
    }
    if (choice.timeOn && choice.time.isSet()) {
        parts.append(timeRangeText(choice.time));
    }
    return parts.join(QStringLiteral(" · "));
}

} // namespace segue::FilterQuery
