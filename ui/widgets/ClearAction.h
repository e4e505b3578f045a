// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QAction;
class QLineEdit;

namespace segue {

//! A button at the end of the field that empties it, there while it holds text. Like the field's own, but drawn from
//! the window's icons: the field's own asks the desktop's icon theme, which makes the start of the program longer.
QAction *addClearAction(QLineEdit &field);

} // namespace segue
