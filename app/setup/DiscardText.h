// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace segue {

//! What a discard reason of Segment means, and what to do (Segment reference 1.9). Pure.
struct DiscardText
{
    QString sentence; //!< translated; of an unknown code word, that it is unknown
    QString remedy;   //!< translated; may be empty

    static DiscardText of(const QString &code);
};

} // namespace segue
