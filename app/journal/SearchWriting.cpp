// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/journal/SearchFields.h"
#include "app/journal/SearchLanguage.h"
#include "app/journal/SearchTokens.h"

#include <QDateTime>
#include <QTimeZone>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace segue {

namespace {

QString fieldName(const SearchTerm &term)
{
    if (term.field == SearchField::Property) {
        QString name;
        const QString path = QString::fromStdString(term.path);
        for (const QChar c : path) {
            // JsonPath escapes what is ASCII.
            name += c.unicode() >= 0x80 && c.isSpace() ? QString(u'\\') + c : QString(c);
        }
        return name;
    }
    const auto &all = SearchFields::all();
    return std::ranges::find(all, term.field, &SearchFieldName::field)->name;
}

QString writtenValue(const std::string &value)
{
    const QString text = QString::fromStdString(value);
    const bool plain =
        !text.isEmpty() && std::ranges::none_of(text, [](QChar c) { return c.isSpace() || c == u',' || c == u'"'; });
    return plain ? text : quotedForSearch(text);
}

QString writtenList(const SearchTerm &term)
{
    QStringList values;
    for (const std::string &value : term.values) {
        values.append(writtenValue(value));
    }
    return values.join(u',');
}

//! A word as people type it, where it is read as one; otherwise as a value of `text`.
QString writtenText(const SearchTerm &term)
{
    if (term.exactCase && term.values.size() == 1) {
        return quotedForSearch(QString::fromStdString(term.values.front()));
    }
    if (term.values.size() == 1 && !term.values.front().ends_with('\\')) {
        SearchTerm wanted = term;
        wanted.excluded = false;
        QString bare = QString::fromStdString(term.values.front());
        const Result<Search, SearchMistake> read = SearchLanguage::read(bare, 0);
        if (read && read.value() == Search{{wanted}}) {
            return bare;
        }
    }
    return u"text:"_s + writtenList(term);
}

QString written(const SearchTerm &term)
{
    const QString minus = term.excluded ? u"-"_s : QString();
    if (term.field == SearchField::Text) {
        return minus + writtenText(term);
    }
    const QString start = minus + fieldName(term);
    if (term.comparison == SearchTerm::Comparison::AnyOf) {
        return start + u':' + writtenList(term);
    }
    const QString bound = term.field == SearchField::Time
                              ? QDateTime::fromMSecsSinceEpoch(term.bound, Qt::UTC).toString(Qt::ISODateWithMs)
                              : QString::number(static_cast<qlonglong>(term.bound));
    return start + (term.comparison == SearchTerm::Comparison::Above ? u'>' : u'<') + bound;
}

SearchTerm listTerm(SearchField field, std::vector<std::string> values)
{
    SearchTerm term;
    term.field = field;
    term.values = std::move(values);
    return term;
}

SearchTerm timeTerm(SearchTerm::Comparison comparison, std::int64_t bound)
{
    SearchTerm term;
    term.field = SearchField::Time;
    term.comparison = comparison;
    term.bound = bound;
    return term;
}

//! What the filter's own parts mean, as terms.
SearchTerms partsOf(const EventFilter &filter)
{
    SearchTerms terms;
    if (!filter.events.empty()) {
        terms.push_back(listTerm(SearchField::Event, filter.events));
    }
    std::vector<std::string> words;
    for (const EventState state : filter.states) {
        words.emplace_back(stateWord(state));
    }
    if (!words.empty()) {
        terms.push_back(listTerm(SearchField::State, std::exchange(words, {})));
    }
    for (const Origin origin : filter.origins) {
        words.emplace_back(originWord(origin));
    }
    if (!words.empty()) {
        terms.push_back(listTerm(SearchField::Origin, words));
    }
    if (filter.since) {
        terms.push_back(timeTerm(SearchTerm::Comparison::Above, *filter.since));
    }
    if (filter.until) {
        terms.push_back(timeTerm(SearchTerm::Comparison::Below, *filter.until));
    }
    return terms;
}

} // namespace

QString SearchLanguage::write(const Search &search)
{
    QStringList alternatives;
    for (const SearchTerms &terms : search) {
        QStringList all;
        std::ranges::transform(terms, std::back_inserter(all), written);
        alternatives.append(all.join(u' '));
    }
    return alternatives.join(u" OR "_s);
}

QString SearchLanguage::write(const EventFilter &filter)
{
    const SearchTerms parts = partsOf(filter);
    if (parts.empty()) {
        return write(filter.search);
    }
    // There are no brackets, so each alternative says it all.
    Search search = filter.search.empty() ? Search(1) : filter.search;
    for (SearchTerms &terms : search) {
        terms.insert(terms.begin(), parts.begin(), parts.end());
    }
    return write(search);
}

} // namespace segue
