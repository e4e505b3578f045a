// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/core/Result.h"
#include "app/journal/EventFilter.h"

#include <QList>
#include <QString>

namespace segue {

//! Why a text is no search, and where: for the person who types it.
struct SearchMistake
{
    qsizetype begin = 0;  //!< UTF-16 units from the text's start
    qsizetype length = 0; //!< may be 0, at the text's end
    QString sentence;     //!< translated: what is wrong and what to do; may hold words of the text
    QString replacement;  //!< what could stand there instead; empty when nothing is near

    bool operator==(const SearchMistake &) const = default;
};

//! One thing that could be written at the cursor.
struct SearchCompletion
{
    QString text;    //!< to be put in, quoted where it must be: `state:`, `"Push Sent"`
    QString meaning; //!< translated, one short line; may be empty

    bool operator==(const SearchCompletion &) const = default;
};

//! What could be written at the cursor, and which part of the text it would replace.
struct SearchCompletions
{
    qsizetype begin = 0;
    qsizetype length = 0;
    QList<SearchCompletion> items;
};

//! The language of the search field and of `segue log --search`. Pure but for the local time zone; safe on every
//! thread.
//!
//! `word` somewhere in the payload, whatever the case · `"phrase"` exactly, with `\"` and `\\` · `field:value`,
//! `field:a,b`, `field:"a b"` · `-` in front excludes · `time>10m`, `time<2026-11-24T10:00`, `latency>200` · all must
//! be meant, `OR` between two groups means one of them. Fields: text, event, user, hwid, campaign, device, message_id,
//! state, status, origin, time, latency, and places in the payload such as properties.message_type or
//! context.app.version.
namespace SearchLanguage {

//! Reads the text; empty is the search for everything. `now`: ms since 1970 UTC, for times such as 10m.
Result<Search, SearchMistake> read(const QString &text, std::int64_t now);

//! Writes a search so that read() gives it back.
QString write(const Search &search);
//! Writes events, states, origins, times and search of the filter as one text; the connections have no words here.
QString write(const EventFilter &filter);

//! What could stand at the cursor (UTF-16 units from the start): fields, or values of the field that it is in.
SearchCompletions complete(const QString &text, qsizetype cursor);

} // namespace SearchLanguage

} // namespace segue
