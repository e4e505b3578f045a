// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/AppContext.h"
#include "app/setup/KeyTwins.h"
#include "ui/widgets/Tone.h"

#include <QWidget>

class QPushButton;
class QScrollArea;
class QVBoxLayout;

namespace segue {

class ApplicationField;
class ApplySteps;
class EventPicker;
class KeyField;
class KeyProbeLine;
class NameFields;
class ReceiverPart;
class RotationCard;
class ToneLabel;
class WorkspaceCard;

//! A connection's values to be changed; saved explicitly, but for the ticks of what was applied in Pushwoosh. A new key
//! goes to the keychain on save, and the old one stays beside it until the new one is proven.
class ConnectionForm : public QWidget
{
    Q_OBJECT
public:
    explicit ConnectionForm(AppContext &context, QWidget *parent = nullptr);

    void edit(const Connection &connection);
    void focusFirst();

Q_SIGNALS:
    void cancelled();
    void removeRequested(const segue::ConnectionId &id);
    //! A run of test events is wanted, for the new key.
    void proveRequested(const segue::ConnectionId &id);

protected:
    void hideEvent(QHideEvent *event) override;

private:
    Result<Connection> read();
    void changed();
    void keepTicks();
    void keyEdited();
    void storeChanged();
    void save();
    void saveConnection(const Connection &made);
    void lookForTwins();
    void storeKey(SecretPlace place);
    void keyStored(const ConnectionId &id, SecretPlace place, const Result<KeyRotation::Replacement> &outcome);
    void keyReplaced(KeyRotation::Replacement outcome);
    void finish();
    void say(const QString &text, Tone tone, bool offerSession = false);
    QWidget *makeForm();
    QWidget *makeSourcePart();
    QWidget *makeFoot();
    ToneLabel *addHeading(QVBoxLayout *column, const QString &text);

    AppContext &m_context;
    Connection m_connection;
    SetupDraft m_draft; //!< what stands in the fields
    bool m_filling = false;
    bool m_saving = false;
    bool m_twinsSaid = false; //!< of the typed key
    KeyTwins m_twins;
    NameFields *m_name;
    KeyField *m_key;
    KeyProbeLine *m_probe;
    RotationCard *m_rotation;
    ApplicationField *m_application;
    EventPicker *m_events;
    ApplySteps *m_apply;
    QScrollArea *m_area;
    QWidget *m_page; //!< what scrolls
    WorkspaceCard *m_workspace;
    ReceiverPart *m_receiver;
    QWidget *m_sourcePart;
    QWidget *m_applyPart;
    ToneLabel *m_beyond = nullptr; //!< heading of what lies behind the endpoint
    ToneLabel *m_message;
    QPushButton *m_sessionOnly;
    QPushButton *m_remove;
    QPushButton *m_cancel;
    QPushButton *m_save;
};

} // namespace segue
