// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/Tone.h"

#include <QIcon>
#include <QPixmap>
#include <QString>

namespace segue::Icons {

//! One of the drawings under `:/icons/ui`, tinted by the palette at the moment it is painted.
QIcon get(const QString &name, Tone tone = Tone::Plain);
//! For a primary button: in the colour of its text.
QIcon onPrimary(const QString &name);
//! The drawing in a colour, `size` logical pixels square; cached.
QPixmap pixmap(const QString &name, const QColor &color, int size, qreal ratio);

} // namespace segue::Icons
