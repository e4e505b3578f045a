// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/MessageBar.h"

#include <QWidget>

namespace segue {

//! Where the message bar stands in a column of widgets, above the one that people work in. That one moves down for a
//! message and up again, but not while the mouse rests on something in it that a click would hit: then the bar lies
//! upon it, at its top or, when the mouse is just there, at its bottom, and a gap stays where the bar has gone, until
//! the mouse is elsewhere or a key is pressed. So nothing moves from under the mouse.
class MessagePlace : public QWidget
{
    Q_OBJECT
public:
    //! `below`: what must not move under the mouse. Bar, that one and this are siblings.
    MessagePlace(MessageBar *bar, QWidget *below, QWidget *parent);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void moveEvent(QMoveEvent *event) override;

private:
    void settleSoon();
    void settle();
    int wanted() const;
    bool isHeld() const;
    void watchMouse(bool wanted);

    MessageBar *m_bar;
    QWidget *m_below;
    bool m_isSettling = false;
    bool m_byKey = false;        //!< somebody is at the keyboard
    bool m_watchesMouse = false; //!< of the whole program, while something waits for it
};

} // namespace segue
