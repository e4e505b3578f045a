// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/log/ShownEvent.h"
#include "ui/widgets/Tone.h"

#include <QList>
#include <QString>

namespace segue::AttemptText {

//! What came of an attempt, in words.
struct Outcome
{
    QString word;    //!< short
    QString meaning; //!< a sentence
    QString icon;
    Tone tone;
};
Outcome outcome(const Attempt &attempt);

//! A part of an attempt: what was sent or what was answered. The text comes from outside.
struct Section
{
    QString title;
    QString text;
    bool ours = false; //!< a sentence of ours, not what went over the wire
};
//! The parts of one attempt of the event, by its index.
QList<Section> sections(const ShownEvent &event, int index);

} // namespace segue::AttemptText
