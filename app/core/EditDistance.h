// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

namespace segue {

//! Levenshtein's distance: how many characters must be put in, taken out or replaced.
qsizetype editDistance(QStringView a, QStringView b);

//! The word that a misspelt one was probably meant to be: at most `most` characters off, case ignored; of several the
//! nearest, the first of equals. Empty when none is near.
QString nearestWord(const QString &given, const QStringList &words, qsizetype most = 2);

} // namespace segue
