// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/AppContext.h"

#include <QObject>

class QStackedWidget;

namespace segue {

class ConnectionForm;
class SetupWizard;

//! The pages of the window that set a connection up: the guided way to a new one, and the Setup page of one that is there.
//! Each is made at its first use, so that the first window is not kept waiting.
class SetupPages : public QObject
{
    Q_OBJECT
public:
    //! The pages are put into the stack, which is borrowed, and stands in the window.
    SetupPages(AppContext &context, QStackedWidget &stack, QWidget *window);

    void startNew();
    void resume(const ConnectionId &id);
    //! Asks, then takes the draft away with its key.
    void discard(const ConnectionId &id);
    void edit(const Connection &connection);
    //! The way to a connection that is there, at the page where it is proven.
    void prove(const ConnectionId &id);
    //! The wizard is what the stack shows: it wants the window for itself.
    bool isGuiding() const;
    QString title() const;

Q_SIGNALS:
    //! The stack shows another of these pages, or the title of the shown one has changed.
    void shown();
    //! The page is done with, nothing more is to be shown of it.
    void left();
    //! The way to the connection was gone to its end.
    void saved(const segue::ConnectionId &id);
    void removeRequested(const segue::ConnectionId &id);
    void problem(const QString &text);

private:
    SetupWizard &wizard();
    ConnectionForm &form();

    AppContext &m_context;
    QStackedWidget &m_stack;
    QWidget *m_window;
    SetupWizard *m_wizard = nullptr;
    ConnectionForm *m_form = nullptr;
};

} // namespace segue
