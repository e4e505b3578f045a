// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/AppContext.h"

#include <QObject>

namespace segue {

class MessageBar;

//! Removing a connection from the window: the question that says what goes, the message with Undo, and what to say when
//! its key could not be taken out of the keychain.
class RemoveConnection : public QObject
{
    Q_OBJECT
public:
    RemoveConnection(AppContext &context, MessageBar &messages, QWidget *window);

    //! Asks, and removes when it is confirmed. Not for the sandbox.
    void ask(const ConnectionId &id);

Q_SIGNALS:
    void removed();
    void undone(const segue::ConnectionId &id);

private:
    void remove(const Connection &connection);
    void undo(const ConnectionId &id);
    void tell(const QString &text);

    AppContext &m_context;
    MessageBar &m_messages;
    QWidget *m_window;
};

} // namespace segue
