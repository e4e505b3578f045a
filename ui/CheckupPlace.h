// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/AppContext.h"

#include <QObject>

class QAction;
class QStackedWidget;

namespace segue {

class CheckupPage;
class MessageBar;

//! The Checkup page of the window and the ways to it. The page is made at its first use, so that the first window is not
//! kept waiting.
class CheckupPlace : public QObject
{
    Q_OBJECT
public:
    //! The page is put into the stack; stack and bar are borrowed, and stand in the window.
    CheckupPlace(AppContext &context, QStackedWidget &stack, MessageBar &messages, QWidget *window);

    //! For the menu and the keyboard; openRequested() follows. Owned by this.
    QAction *action() const { return m_action; }
    //! False when there is no such connection.
    bool open(const ConnectionId &id);
    //! Where the page is open: the button that begins.
    void focusFirst();

Q_SIGNALS:
    void openRequested();
    //! The stack shows the page now.
    void shown();
    void setupRequested(const segue::ConnectionId &id);

private:
    CheckupPage &page();

    AppContext &m_context;
    QStackedWidget &m_stack;
    MessageBar &m_messages;
    QAction *m_action;
    CheckupPage *m_page = nullptr;
};

} // namespace segue
