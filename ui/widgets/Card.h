// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QFrame;
class QWidget;

namespace segue {

//! A framed surface with the widget in it, edge to edge. Belongs to the widget's parent; the widget belongs to it.
QFrame *cardAround(QWidget *content);

} // namespace segue
