// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/AppContext.h"
#include "ui/widgets/Tone.h"

#include <QWidget>

class QComboBox;
class QLineEdit;
class QPushButton;
class QVBoxLayout;

namespace segue {

class EventPicker;
class IconLabel;
class KeyField;
class ToneLabel;

//! A connection's values to be made or changed; saved explicitly. The key goes to the keychain on save.
class ConnectionForm : public QWidget
{
    Q_OBJECT
public:
    explicit ConnectionForm(AppContext &context, QWidget *parent = nullptr);

    void startNew();
    void edit(const Connection &connection);
    bool isNew() const { return m_isNew; }
    void focusFirst();

Q_SIGNALS:
    void saved(const segue::ConnectionId &id);
    void cancelled();
    void removeRequested(const segue::ConnectionId &id);

private:
    void fill(const Connection &connection);
    Connection read(QString *fault) const;
    void changed();
    void save();
    void storeKey(const Connection &connection, SecretPlace place);
    void keyStored(const Connection &connection, SecretPlace place, const Status &stored);
    void finish(const ConnectionId &id);
    void say(const QString &text, Tone tone, bool offerSession = false);
    QWidget *makeForm();
    QWidget *makeFoot();
    void addField(QVBoxLayout *column, const QString &text, QWidget *field);
    void addPlaceAndKey(QVBoxLayout *column);

    AppContext &m_context;
    Connection m_connection;
    bool m_isNew = true;
    bool m_saving = false;
    ToneLabel *m_title;
    QLineEdit *m_name;
    QComboBox *m_environment;
    ToneLabel *m_schema;
    QComboBox *m_region;
    QLineEdit *m_endpoint;
    ToneLabel *m_endpointRemark;
    ToneLabel *m_keyLabel;
    KeyField *m_key;
    QLineEdit *m_application;
    ToneLabel *m_applicationRemark;
    EventPicker *m_events;
    QWidget *m_sourcePart;
    ToneLabel *m_message;
    QPushButton *m_sessionOnly;
    QPushButton *m_remove;
    QPushButton *m_save;
};

} // namespace segue
