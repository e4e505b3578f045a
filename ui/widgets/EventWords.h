// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/connections/Connection.h"
#include "app/journal/Entry.h"
#include "ui/widgets/Tone.h"

#include <QString>

namespace segue::EventWords {

//! How a state looks: a word, a drawing and a tone.
struct Look
{
    QString word;
    QString icon;
    Tone tone;
};

Look state(EventState state);
//! What a state proves and does not prove, one sentence.
QString stateMeaning(EventState state);
QString origin(Origin origin);
//! The drawing of an event's channel, by its name.
QString eventIcon(const QString &event);
QString identityIcon(IdKind kind);
//! "Retrying in 4 s", "Waiting": the state with the time of the next try.
QString stateWithTime(EventState state, std::int64_t nextAttempt, std::int64_t now);
//! "Push Sent ×3": an event that came again twice within 24 hours.
QString withTimes(const QString &event, std::int64_t repeats);
//! The sentence in a stored `code: sentence`; the code when it has none.
QString storedSentence(const QString &stored);
//! Short and exact: "84 ms", "1.8 s".
QString duration(std::int64_t milliseconds);
//! "seen by the sandbox · 84 ms · try 1", or the reason why it waits.
QString summary(const Entry &entry);
Tone environmentTone(Environment environment);

} // namespace segue::EventWords
