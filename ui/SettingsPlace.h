// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/AppContext.h"

#include <QObject>

class QAction;
class QStackedWidget;

namespace segue {

class ReceiverPlace;
class SettingsPage;

//! The Settings page of the window and the ways to it. Made at its first use, so that the first window is not kept
//! waiting.
class SettingsPlace : public QObject
{
    Q_OBJECT
public:
    //! The page is put into the stack; all are borrowed.
    SettingsPlace(AppContext &context, QStackedWidget &stack, ReceiverPlace &receiver, QWidget *window);

    //! For the menu and the keyboard. Owned by this.
    QAction *action() const { return m_action; }
    void open();
    //! Where the name and the password for a proxy are given.
    void openProxy();
    bool isShown() const;

Q_SIGNALS:
    //! The stack shows the page now.
    void shown();
    void left();

private:
    SettingsPage &page();

    AppContext &m_context;
    QStackedWidget &m_stack;
    ReceiverPlace &m_receiver;
    QAction *m_action;
    SettingsPage *m_page = nullptr;
};

} // namespace segue
