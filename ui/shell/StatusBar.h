// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/journal/Entry.h"
#include "app/secrets/KeychainSecretStore.h"

#include <QWidget>

class QToolButton;

namespace segue {

class IconLabel;
class ToneLabel;

//! The line at the bottom: the receiver, the sandbox's address, the queue, the events kept, the keychain, the menu of
//! the window.
class StatusBar : public QWidget
{
    Q_OBJECT
public:
    explicit StatusBar(QWidget *parent = nullptr);

    void setSandbox(const QString &address, const QString &fault);
    //! Where it listens; empty: it does not.
    void setReceiver(const QString &address);
    //! It ought to listen on this port, which another program has.
    void setReceiverTaken(std::uint16_t port);
    //! Another process with the same data listens on this port in its place.
    void setReceiverElsewhere(std::uint16_t port);
    //! The faults that it plays to its clients, in words; empty: none.
    void setFaults(const QString &words);
    //! `delivering`: whether this process sends, or another one does.
    void setCounts(const StateCounts &counts, bool delivering);
    void setKeychain(KeychainState state);
    //! What stands in for Segment on this computer, each as a person reads it; nothing: Segment itself is asked.
    void setStandIns(const QStringList &standIns);
    QToolButton *menuButton() { return m_menu; }
    //! Its actions are its context menu.
    QToolButton *receiverButton() { return m_receiver; }

Q_SIGNALS:
    void keychainClicked();
    void receiverClicked();

private:
    IconLabel *m_sandboxDot;
    ToneLabel *m_sandbox;
    QToolButton *m_receiver;
    ToneLabel *m_faults;
    ToneLabel *m_standIns;
    ToneLabel *m_queue;
    ToneLabel *m_events;
    QToolButton *m_keychain;
    QToolButton *m_menu;
};

} // namespace segue
