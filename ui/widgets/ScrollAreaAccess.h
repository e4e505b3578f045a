// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace segue {

//! Gives scroll areas an accessible face that survives a screen reader. Qt's own (6.4, QAccessibleAbstractScrollArea)
//! takes whatever child number it is asked for: when a scroll bar goes between the question how many children there are
//! and the question for the last of them, the program ends. To be called once, when the application object stands.
void installScrollAreaAccess();

} // namespace segue
