// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/journal/Entry.h"
#include "app/secrets/KeychainSecretStore.h"

#include <QWidget>

class QToolButton;

namespace segue {

class IconLabel;
class ToneLabel;

//! The line at the bottom: the sandbox's address, the queue, the events kept, the keychain, the menu of the window.
class StatusBar : public QWidget
{
    Q_OBJECT
public:
    explicit StatusBar(QWidget *parent = nullptr);

    void setSandbox(const QString &address, const QString &fault);
    //! `delivering`: whether this process sends, or another one does.
    void setCounts(const StateCounts &counts, bool delivering);
    void setKeychain(KeychainState state);
    //! What stands in for Segment on this computer, each as a person reads it; nothing: Segment itself is asked.
    void setStandIns(const QStringList &standIns);
    QToolButton *menuButton() { return m_menu; }

Q_SIGNALS:
    void keychainClicked();

private:
    IconLabel *m_sandboxDot;
    ToneLabel *m_sandbox;
    ToneLabel *m_standIns;
    ToneLabel *m_queue;
    ToneLabel *m_events;
    QToolButton *m_keychain;
    QToolButton *m_menu;
};

} // namespace segue
