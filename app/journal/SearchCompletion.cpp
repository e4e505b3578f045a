// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/journal/SearchFields.h"
#include "app/journal/SearchLanguage.h"
#include "app/journal/SearchTokens.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace segue {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(segue::SearchLanguage)
};

//! From so many letters on a word is completed to values as well: `ref` to `state:refused`.
constexpr qsizetype kLettersForValues = 2;

bool begins(const QString &word, const QString &prefix)
{
    return word.startsWith(prefix, Qt::CaseInsensitive);
}

QString writtenValue(const QString &value)
{
    return value.contains(u' ') || value.contains(u',') ? quotedForSearch(value) : value;
}

QString valueMeaning(SearchField field, const QString &value)
{
    if (field == SearchField::Time) {
        return value == u"10m"   ? Text::tr("ten minutes ago")
               : value == u"1h"  ? Text::tr("an hour ago")
               : value == u"24h" ? Text::tr("a day ago")
                                 : Text::tr("a week ago");
    }
    if (field == SearchField::HttpStatus && value == u"none") {
        return Text::tr("no answer yet");
    }
    return {};
}

void offerFields(const QString &prefix, SearchCompletions &to)
{
    for (const SearchFieldName &name : SearchFields::all()) {
        if (begins(name.name, prefix)) {
            const QString sign = SearchFields::isCompared(name.field) ? u">"_s : u":"_s;
            to.items.append({name.name + sign, SearchFields::meaning(name.field)});
        }
    }
    for (const QString &path : SearchFields::commonPaths()) {
        // Without a letter only the three properties are worth their place.
        if (prefix.isEmpty() ? path.startsWith(u"properties.") : begins(path, prefix)) {
            to.items.append({path + u':', SearchFields::meaning(SearchField::Property)});
        }
    }
}

void offerValuesWithFields(const QString &prefix, SearchCompletions &to)
{
    if (prefix.size() < kLettersForValues) {
        return;
    }
    for (const SearchField field : {SearchField::Event, SearchField::State, SearchField::Origin, SearchField::Device}) {
        const auto &all = SearchFields::all();
        const QString name = std::ranges::find(all, field, &SearchFieldName::field)->name;
        const QStringList values = SearchFields::commonValues({field, name});
        for (const QString &value : values) {
            if (begins(value, prefix)) {
                to.items.append({name + u':' + writtenValue(value), SearchFields::meaning(field)});
            }
        }
    }
}

void offerValues(const SearchToken &token, const SearchValue &current, const QString &prefix, SearchCompletions &to)
{
    const std::optional<SearchFieldName> name = SearchFields::find(token.name);
    if (!name) {
        return;
    }
    const QStringList values = SearchFields::commonValues(*name);
    for (const QString &value : values) {
        const bool taken = std::ranges::any_of(token.values, [&](const SearchValue &other) {
            return other.begin != current.begin && other.text.compare(value, Qt::CaseInsensitive) == 0;
        });
        if (!taken && begins(value, prefix)) {
            to.items.append({writtenValue(value), valueMeaning(name->field, value)});
        }
    }
}

void completeField(const SearchToken &token, const QString &text, qsizetype cursor, SearchCompletions &to)
{
    if (cursor <= token.nameEnd) {
        to.begin = token.nameBegin;
        to.length = token.nameEnd + 1 - token.nameBegin;
        offerFields(text.sliced(to.begin, cursor - to.begin), to);
        return;
    }
    const auto current = std::ranges::find_if(
        token.values, [&](const SearchValue &value) { return value.begin <= cursor && cursor <= value.end; });
    if (current == token.values.end()) {
        return;
    }
    to.begin = current->begin;
    to.length = current->end - current->begin;
    const qsizetype quote = current->quoted && cursor > current->begin ? 1 : 0;
    QString prefix = text.sliced(to.begin + quote, cursor - to.begin - quote);
    if (current->quoted && current->closed && cursor == current->end) {
        prefix.chop(1);
    }
    offerValues(token, *current, prefix, to);
}

} // namespace

SearchCompletions SearchLanguage::complete(const QString &text, qsizetype cursor)
{
    SearchCompletions completions;
    cursor = std::clamp<qsizetype>(cursor, 0, text.size());
    completions.begin = cursor;
    const QList<SearchToken> tokens = searchTokens(text);
    const auto token = std::ranges::find_if(tokens, [cursor](const SearchToken &candidate) {
        return candidate.begin + (candidate.excluded ? 1 : 0) <= cursor && cursor <= candidate.end;
    });
    if (token == tokens.end()) {
        offerFields({}, completions);
    } else if (token->kind == SearchToken::Kind::Field) {
        completeField(*token, text, cursor, completions);
    } else if (token->kind != SearchToken::Kind::Phrase) {
        const SearchValue &word = token->values.first();
        completions.begin = word.begin;
        completions.length = word.end - word.begin;
        const QString prefix = word.text.first(cursor - word.begin);
        offerFields(prefix, completions);
        offerValuesWithFields(prefix, completions);
    }
    // What stands there already is no help.
    const QString there = text.sliced(completions.begin, completions.length);
    completions.items.removeIf([&](const SearchCompletion &item) { return item.text == there; });
    return completions;
}

} // namespace segue
