// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/connections/Connection.h"
#include "app/journal/EventFilter.h"
#include "ui/log/FilterTerm.h"

namespace segue::FilterQuery {

//! What a person has set, as the journal is asked for it. `search` is what the typed text means; names of connections
//! become their ids; `now` is where spans of time end.
EventFilter of(const FilterChoice &choice, const Search &search, const QList<Connection> &connections, qint64 now);
//! What it asks for, in words: the terms that are on, the search, the time.
QString inWords(const FilterChoice &choice);

} // namespace segue::FilterQuery
