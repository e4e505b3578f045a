// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/connections/Connection.h"
#include "app/journal/SearchLanguage.h"
#include "ui/log/FilterTerm.h"
#include "ui/log/SearchEdit.h"

namespace segue::FilterQuery {

//! What a person has set, as the journal is asked for it. Names of connections become their ids; `now` is where spans
//! of time end. Fails with the mistake in the typed search.
Result<EventFilter, SearchMistake> of(const FilterChoice &choice, const QList<Connection> &connections, qint64 now);
//! What could stand at the cursor of the field in which a search is typed, and what is wrong there.
QList<SearchEdit::Completion> completions(const QString &text, int cursor);
std::optional<SearchEdit::Mistake> mistake(const QString &text);
//! What it asks for, in words: the terms that are on, the search, the time.
QString inWords(const FilterChoice &choice);

} // namespace segue::FilterQuery
