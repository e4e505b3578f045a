// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>

class QAbstractButton;
class QKeySequence;
class QWidget;

namespace segue {

//! Lets Tab go from `first` through the page as it is laid out, from top to bottom, then to those that come after it.
//! Without this it goes in the order in which the widgets came to be.
void tabThrough(QWidget *first, const QWidget *page, const QList<QWidget *> &after);
//! Presses the button by these keys, wherever in `page` the focus is. A shortcut of the button's own goes with its text.
void pressBy(const QKeySequence &keys, QAbstractButton *button, QWidget *page);

} // namespace segue
