// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/Tone.h"

#include <QMessageBox>

namespace segue {

//! A question that must be answered before what it is about is done, as a box over the window. Not for results, which
//! belong into the message bar.
struct Question
{
    QString objectName;
    QString title;
    QString text;    //!< shown as plain text
    QString details; //!< a second paragraph; may be empty
    QString confirm; //!< the word on the button that does it; Cancel stands beside it and is the default
    QMessageBox::ButtonRole role = QMessageBox::AcceptRole;
    Tone tone = Tone::Warning;
};

//! Opens it without waiting; it goes with its answer. The confirming button, to connect to, is called `<objectName>Confirm`.
QPushButton *ask(const Question &question, QWidget *window);
//! The box's own picture and manners: no rich text, no old pictures on its buttons.
void dress(QMessageBox &box, Tone tone);

} // namespace segue
