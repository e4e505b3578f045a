// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/AppContext.h"
#include "ui/widgets/Tone.h"

#include <QWidget>

class QPushButton;
class QVBoxLayout;

namespace segue {

class ApplicationField;
class ApplySteps;
class EventPicker;
class KeyField;
class NameFields;
class ToneLabel;

//! A connection's values to be changed; saved explicitly, but for the ticks of what was applied in Pushwoosh. The key goes
//! to the keychain on save.
class ConnectionForm : public QWidget
{
    Q_OBJECT
public:
    explicit ConnectionForm(AppContext &context, QWidget *parent = nullptr);

    void edit(const Connection &connection);
    void focusFirst();

Q_SIGNALS:
    void saved(const segue::ConnectionId &id);
    void cancelled();
    void removeRequested(const segue::ConnectionId &id);

private:
    Result<Connection> read();
    void changed();
    void keepTicks();
    void save();
    void storeKey(const Connection &connection, SecretPlace place);
    void keyStored(const Connection &connection, SecretPlace place, const Status &stored);
    void finish(const ConnectionId &id);
    void say(const QString &text, Tone tone, bool offerSession = false);
    QWidget *makeForm();
    QWidget *makeFoot();
    void addHeading(QVBoxLayout *column, const QString &text);

    AppContext &m_context;
    Connection m_connection;
    SetupDraft m_draft; //!< what stands in the fields
    bool m_filling = false;
    bool m_saving = false;
    NameFields *m_name;
    KeyField *m_key;
    ApplicationField *m_application;
    EventPicker *m_events;
    ApplySteps *m_apply;
    QWidget *m_sourcePart;
    QWidget *m_applyPart;
    ToneLabel *m_message;
    QPushButton *m_sessionOnly;
    QPushButton *m_remove;
    QPushButton *m_save;
};

} // namespace segue
