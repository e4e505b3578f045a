// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QPalette>

namespace segue {

//! What a colour says. State is never told by colour alone: a word or a shape goes with each.
enum class Tone { Plain, Muted, Accent, Good, Warning, Bad, Prod };

//! Surfaces of the window.
enum class Surface { Content, Sidebar, Border, Hover, Selected, ProdChip, NeutralChip, Primary, PrimaryText, Mark };

bool isDark(const QPalette &palette);
//! The colour of a tone on the palette's theme (INTERFACE, Colours; at least 4.5:1 on each surface it stands on).
QColor toneColor(const QPalette &palette, Tone tone);
QColor surfaceColor(const QPalette &palette, Surface surface);

} // namespace segue
