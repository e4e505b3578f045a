// SPDX-License-Identifier: GPL-3.0-or-later
// Reading a search. Writing one is in SearchWriting.cpp, completing it in SearchCompletion.cpp.
#include "app/journal/SearchLanguage.h"

#include "app/core/EditDistance.h"
#include "app/core/TimeText.h"
#include "app/journal/JsonPath.h"
#include "app/journal/SearchFields.h"
#include "app/journal/SearchTokens.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace segue {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(segue::SearchLanguage)
};

using Term = Result<SearchTerm, SearchMistake>;

SearchMistake at(const SearchValue &value, const QString &sentence, const QString &replacement = {})
{
    return {value.begin, value.end - value.begin, sentence, replacement};
}

SearchMistake at(const SearchToken &token, const QString &sentence, const QString &replacement = {})
{
    return {token.begin, token.end - token.begin, sentence, replacement};
}

//! What was typed, as far as a sentence can hold it.
QString shown(const QString &typed)
{
    constexpr qsizetype kLongest = 60;
    return typed.size() > kLongest ? QString(typed.first(kLongest) + u'…') : typed;
}

QString join(const QStringList &words)
{
    return words.join(u", "_s);
}

SearchMistake unknownField(const SearchToken &token)
{
    const auto onName = [&](const QString &sentence, const QString &replacement) {
        return SearchMistake{token.nameBegin, token.nameEnd - token.nameBegin, sentence, replacement};
    };
    if (SearchFields::holdsMembers(token.name)) {
        return onName(Text::tr("“%1” is not one value. Name a member of it, as in %2.")
                          .arg(shown(token.name), u"properties.message_type:Push"_s),
                      {});
    }
    QStringList names;
    for (const SearchFieldName &field : SearchFields::all()) {
        names.append(field.name);
    }
    const QString near = nearestWord(token.name, names + SearchFields::commonPaths());
    if (!near.isEmpty()) {
        return onName(
            Text::tr("There is no field “%1”; “%2” is the nearest. To find the text itself, put it in quotes.")
                .arg(shown(token.name), near),
            near);
    }
    return onName(Text::tr("There is no field “%1”. Fields are %2, and paths such as properties.message_type. To find "
                           "the text itself, put it in quotes.")
                      .arg(shown(token.name), join(names)),
                  {});
}

//! What is wrong with how the term's values are written, whatever they mean.
std::optional<SearchMistake> writtenWrongly(const SearchToken &token)
{
    for (const SearchValue &value : token.values) {
        if (!value.closed) {
            return at(value, Text::tr("The quote is not closed. Put a \" at the end of the phrase."));
        }
    }
    if (token.strayAt >= 0) {
        return SearchMistake{token.strayAt,
                             token.end - token.strayAt,
                             Text::tr("Put a blank behind the closing quote; a quote inside a phrase is written \\\"."),
                             {}};
    }
    if (token.kind == SearchToken::Kind::Phrase && token.values.first().text.isEmpty()) {
        return at(token, Text::tr("There is nothing between the quotes. Write what to look for."));
    }
    return std::nullopt;
}

std::optional<SearchMistake> valueMissing(const SearchToken &token)
{
    for (const SearchValue &value : token.values) {
        if (!value.quoted && value.text.isEmpty()) {
            const QString sentence =
                token.values.size() > 1
                    ? Text::tr("A value is missing beside the comma.")
                    : Text::tr("A value is missing behind “%1”.").arg(shown(token.name) + token.sign);
            return at(value, sentence);
        }
    }
    return std::nullopt;
}

std::optional<SearchMistake> unknownWord(SearchField field, const SearchValue &value)
{
    const QStringList words = SearchFields::words(field);
    if (words.contains(value.text.toLower())) {
        return std::nullopt;
    }
    if (field == SearchField::State && value.text.toLower() == u"sending") {
        return at(value, Text::tr("Sending lasts a moment and is not kept. Write “queued” for what has no answer yet."),
                  u"queued"_s);
    }
    const QString near = nearestWord(value.text, words);
    const QString sentence = field == SearchField::State ? Text::tr("There is no state “%1”.").arg(shown(value.text))
                                                         : Text::tr("There is no origin “%1”.").arg(shown(value.text));
    const QString hint =
        near.isEmpty() ? Text::tr("Write one of: %1.").arg(join(words)) : Text::tr("Is it “%1”?").arg(near);
    return at(value, sentence + u' ' + hint, near);
}

std::optional<SearchMistake> wrongValue(SearchField field, const SearchValue &value)
{
    switch (field) {
    case SearchField::State:
    case SearchField::Origin:
        return unknownWord(field, value);
    case SearchField::HttpStatus:
        if (!statusRange(value.text.toLower().toStdString())) {
            return at(value, Text::tr("“%1” is no HTTP status. Write one such as 400, a class such as 5xx, or none.")
                                 .arg(shown(value.text)));
        }
        return std::nullopt;
    case SearchField::Text:
        if (value.text.isEmpty()) {
            return at(value, Text::tr("There is nothing between the quotes. Write what to look for."));
        }
        return std::nullopt;
    default:
        return std::nullopt;
    }
}

//! The milliseconds of `200`, `200ms` or `2s`.
std::optional<std::int64_t> milliseconds(const QString &text)
{
    static const QRegularExpression shape(u"^([0-9]{1,9})(ms|s)?$"_s, QRegularExpression::CaseInsensitiveOption);
    const QRegularExpressionMatch match = shape.match(text);
    if (!match.hasMatch()) {
        return std::nullopt;
    }
    const bool seconds = match.captured(2).toLower() == u"s";
    return match.captured(1).toLongLong() * (seconds ? 1000 : 1);
}

class Reader
{
public:
    Reader(const QString &text, std::int64_t now)
        : m_text(text)
        , m_now(now)
    {
    }

    Result<Search, SearchMistake> all() const;

private:
    Term term(const SearchToken &token) const;
    Term word(const SearchToken &token) const;
    Term field(const SearchToken &token) const;
    Term compared(const SearchToken &token, SearchTerm term) const;
    Term listed(const SearchToken &token, SearchTerm term) const;

    const QString &m_text;
    std::int64_t m_now;
};

Result<Search, SearchMistake> Reader::all() const
{
    const QList<SearchToken> tokens = searchTokens(m_text);
    Search search;
    SearchTerms terms;
    const SearchToken *lastOr = nullptr;
    for (const SearchToken &token : tokens) {
        if (token.kind == SearchToken::Kind::Or) {
            if (terms.empty()) {
                return at(token, Text::tr("OR stands between two searches: the one before it is missing. To find the "
                                          "word itself, put it in quotes."));
            }
            search.push_back(std::move(terms));
            terms = {};
            lastOr = &token;
            continue;
        }
        Term read = term(token);
        if (!read) {
            return read.error();
        }
        terms.push_back(std::move(read).value());
    }
    if (lastOr != nullptr && terms.empty()) {
        return at(*lastOr, Text::tr("OR stands between two searches: the one behind it is missing. To find the word "
                                    "itself, put it in quotes."));
    }
    if (!terms.empty()) {
        search.push_back(std::move(terms));
    }
    return search;
}

Term Reader::term(const SearchToken &token) const
{
    if (const auto mistake = writtenWrongly(token)) {
        return *mistake;
    }
    Term read = token.kind == SearchToken::Kind::Field ? field(token) : word(token);
    if (read) {
        read.value().excluded = token.excluded;
    }
    return read;
}

Term Reader::word(const SearchToken &token) const
{
    const bool isPhrase = token.kind == SearchToken::Kind::Phrase;
    const QString text = token.values.first().text;
    if (!isPhrase && !token.excluded && (text == u"AND" || text == u"NOT")) {
        return at(token, text == u"AND"
                             ? Text::tr("All terms must be meant anyway: leave AND out, or put it in quotes.")
                             : Text::tr("Write a - before what to leave out, or put NOT in quotes."));
    }
    return SearchTerm::text(text.toStdString(), isPhrase);
}

Term Reader::field(const SearchToken &token) const
{
    const std::optional<SearchFieldName> name = SearchFields::find(token.name);
    if (!name) {
        return unknownField(token);
    }
    SearchTerm term;
    term.field = name->field;
    if (name->field == SearchField::Property) {
        term.path = JsonPath::parse(name->name.toStdString())->text();
    }
    if (SearchFields::isCompared(name->field)) {
        return compared(token, std::move(term));
    }
    if (token.sign != u':') {
        return SearchMistake{
            token.nameEnd, 1,
            Text::tr("“%1” cannot be compared with %2. Write “%1:”.").arg(shown(token.name), token.sign), u":"_s};
    }
    return listed(token, std::move(term));
}

Term Reader::compared(const SearchToken &token, SearchTerm term) const
{
    const bool isTime = term.field == SearchField::Time;
    if (token.sign == u':') {
        return SearchMistake{token.nameEnd, 1,
                             isTime ? Text::tr("Write time> or time< and a time, as in time>10m (the last ten minutes) "
                                               "or time<2026-11-24T10:00.")
                                    : Text::tr("Write latency> or latency< and milliseconds, as in latency>200."),
                             u">"_s};
    }
    if (const auto mistake = valueMissing(token)) {
        return *mistake;
    }
    const SearchValue &value = token.values.first();
    const auto bound = isTime ? TimeText::point(value.text, m_now) : milliseconds(value.text);
    if (!bound || token.values.size() > 1) {
        const QString given = m_text.sliced(value.begin, token.end - value.begin);
        const QString sentence =
            isTime ? Text::tr("“%1” is no time. Write 10m, 2h or 7d for so long ago, or a date and time such as "
                              "2026-11-24T10:00.")
                         .arg(shown(given))
                   : Text::tr("“%1” is no length of time. Write milliseconds, as in latency>200.").arg(shown(given));
        return SearchMistake{value.begin, token.end - value.begin, sentence, {}};
    }
    term.comparison = token.sign == u'>' ? SearchTerm::Comparison::Above : SearchTerm::Comparison::Below;
    term.bound = *bound;
    return term;
}

Term Reader::listed(const SearchToken &token, SearchTerm term) const
{
    if (const auto mistake = valueMissing(token)) {
        return *mistake;
    }
    const bool isWord =
        term.field == SearchField::State || term.field == SearchField::Origin || term.field == SearchField::HttpStatus;
    for (const SearchValue &value : token.values) {
        if (const auto mistake = wrongValue(term.field, value)) {
            return *mistake;
        }
        term.values.push_back((isWord ? value.text.toLower() : value.text).toStdString());
    }
    return term;
}

} // namespace

Result<Search, SearchMistake> SearchLanguage::read(const QString &text, std::int64_t now)
{
    return Reader(text, now).all();
}

} // namespace segue
