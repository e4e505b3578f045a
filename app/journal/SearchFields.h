// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/journal/EventFilter.h"

#include <QList>
#include <QString>
#include <QStringList>

#include <optional>

namespace segue {

//! What may stand before the sign of a term.
struct SearchFieldName
{
    SearchField field = SearchField::Text;
    QString name; //!< as it is written; of a place in the payload its path
};

//! The names of the search language. Not translated: searches are shared and kept.
namespace SearchFields {

//! The fields, in the order in which they are offered; Property is not among them.
const QList<SearchFieldName> &all();
//! What a field is, translated, one short line.
QString meaning(SearchField field);
//! The field of that name, its case ignored; or the place in the payload: a path with a dot, or a top-level member that
//! Segment's calls have. Nothing when it is neither.
std::optional<SearchFieldName> find(const QString &name);
//! Paths that are offered.
const QStringList &commonPaths();
//! A top-level member that has members of its own, so that it cannot be compared: `properties`.
bool holdsMembers(const QString &name);
//! Compared with > and < instead of `:`.
bool isCompared(SearchField field);

//! The words that a field takes, in the order in which they are offered; empty where it takes any text.
QStringList words(SearchField field);
//! The values that are worth offering for a field; of a place in the payload, by its path.
QStringList commonValues(const SearchFieldName &name);

} // namespace SearchFields

} // namespace segue
