// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/AppContext.h"

#include <QObject>

class QAction;

namespace segue {

class MessageBar;
class StatusBar;

//! The receiver in the window's frame: its button in the status bar, and what is said when it cannot listen.
class ReceiverPlace : public QObject
{
    Q_OBJECT
public:
    //! All are borrowed.
    ReceiverPlace(AppContext &context, StatusBar &bar, MessageBar &messages, QObject *parent = nullptr);

    //! As a person left it. Not where another process delivers, which has the receiver as well.
    void resume();
    //! What a person wants now; remembered.
    void setOn(bool on);

Q_SIGNALS:
    void settingsRequested();

private:
    void start();
    void startOnNextPort();
    void show();
    void copyAddress();
    void tellTaken(const Error &error);
    void tellHolder(bool isOurs);

    AppContext &m_context;
    StatusBar &m_bar;
    MessageBar &m_messages;
    QAction *m_copy;
    QString m_takenWords;
    bool m_isTaken = false; //!< as shown
};

} // namespace segue
