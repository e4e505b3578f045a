// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/log/FilterQuery.h"

#include "app/exports/PlainText.h"
#include "app/journal/SearchFields.h"
#include "ui/log/ChipRow.h"

#include <QCoreApplication>
#include <QDateTime>

#include <algorithm>

namespace segue::FilterQuery {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(segue::FilterQuery)
};

const QString kConnection = QStringLiteral("connection");
const QString kEnvironment = QStringLiteral("environment");

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
    const std::optional<SearchFieldName> known = SearchFields::find(term.field);
    SearchTerm search;
    search.field = known ? known->field : SearchField::Property;
    search.path = search.field == SearchField::Property ? term.field.toStdString() : std::string();
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

Result<EventFilter, SearchMistake> of(const FilterChoice &choice, const QList<Connection> &connections, qint64 now)
{
    Result<Search, SearchMistake> typed = SearchLanguage::read(choice.search, now);
    if (!typed) {
        return typed.error();
    }
    EventFilter filter;
    filter.search = std::move(typed).value();
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

QList<SearchEdit::Completion> completions(const QString &text, int cursor)
{
    const SearchCompletions found = SearchLanguage::complete(text, cursor);
    QList<SearchEdit::Completion> completions;
    for (const SearchCompletion &item : found.items) {
        completions.append({static_cast<int>(found.begin), static_cast<int>(found.length), item.text, item.meaning});
    }
    return completions;
}

std::optional<SearchEdit::Mistake> mistake(const QString &text)
{
    // Only times depend on now, and no mistake depends on it.
    const Result<Search, SearchMistake> read = SearchLanguage::read(text, QDateTime::currentMSecsSinceEpoch());
    if (read) {
        return {};
    }
    const SearchMistake &mistake = read.error();
    QString sentence = mistake.sentence;
    if (!mistake.replacement.isEmpty() && !sentence.contains(mistake.replacement)) {
        sentence += u' ' + Text::tr("Did you mean “%1”?").arg(mistake.replacement);
    }
    return SearchEdit::Mistake{static_cast<int>(mistake.begin), static_cast<int>(mistake.length), plainText(sentence)};
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
