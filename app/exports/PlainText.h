// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace segue {

enum class KeepLines { No, Yes };

//! Text from outside as it may be shown to a person: control characters become their pictures (U+2400 …), bidi controls
//! and other invisible format characters become `\u….` in writing, so that a text cannot pose as another.
QString plainText(const QString &text, KeepLines keepLines = KeepLines::No);

} // namespace segue
