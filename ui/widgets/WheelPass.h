// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QWidget;

namespace segue {

//! For a combo box, a number or a date in a form that scrolls: the wheel scrolls the form under the mouse, and what it
//! passes over keeps its value. The keys change it as ever.
void passWheelOn(QWidget *field);

} // namespace segue
