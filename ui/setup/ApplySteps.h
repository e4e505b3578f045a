// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/secrets/SecretAccess.h"
#include "app/setup/SetupDraft.h"

#include <QWidget>

class QCheckBox;
class QLineEdit;
class QPushButton;
class QVBoxLayout;

namespace segue {

class LinkButton;
class SecretClipboard;
class ToneLabel;

//! What has to be done by hand in Pushwoosh's Control Panel, step by step: a tick for each, and a button for what is to
//! be opened or copied.
class ApplySteps : public QWidget
{
    Q_OBJECT
public:
    explicit ApplySteps(SecretAccess &secrets, QWidget *parent = nullptr);

    void show(const SetupDraft &draft);
    //! Words of the ticked steps.
    QStringList ticks() const;
    int count() const { return static_cast<int>(m_ticks.size()); }
    void focusFirst();

Q_SIGNALS:
    void changed();
    void problem(const QString &text);

private:
    QVBoxLayout *addStep(const QString &word);
    void tickAll();
    void showRest();
    void copyKey();
    void say(const QString &text);

    SecretAccess &m_secrets;
    SecretClipboard *m_clipboard;
    QVBoxLayout *m_column;
    QList<QCheckBox *> m_ticks;
    QPushButton *m_tickAll;
    LinkButton *m_open;
    QPushButton *m_copyKey;
    ToneLabel *m_keyNote;
    QLineEdit *m_events;
    QPushButton *m_copyEvents;
    ToneLabel *m_eventsNote;
    ConnectionId m_id;
};

} // namespace segue
