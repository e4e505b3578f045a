// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>

namespace segue {

//! A value as it stands in a search, with its place in UTF-16 units.
struct SearchValue
{
    qsizetype begin = 0;
    qsizetype end = 0; //!< one behind, the closing quote included
    QString text;      //!< without quotes and their escapes
    bool quoted = false;
    bool closed = true; //!< false: the closing quote is missing
};

//! One word, phrase, term of a field, or OR.
struct SearchToken
{
    enum class Kind { Word, Phrase, Field, Or };

    Kind kind = Kind::Word;
    qsizetype begin = 0; //!< with the `-`
    qsizetype end = 0;
    bool excluded = false;
    QString name; //!< of a field, as written
    qsizetype nameBegin = 0;
    qsizetype nameEnd = 0;
    QChar sign;                //!< `:`, `>` or `<`; stands at nameEnd
    QList<SearchValue> values; //!< of a word or phrase: itself; of a field there is at least one, maybe empty
    qsizetype strayAt = -1;    //!< where something follows a closing quote without a blank; -1: nowhere
};

//! Takes a search apart, mistakes and all: what it means is for others to say.
QList<SearchToken> searchTokens(const QString &text);

//! The text in quotes, so that searchTokens() reads it back.
QString quotedForSearch(const QString &text);

} // namespace segue
