// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/segment/TrackCall.h"

#include <QWidget>

class QCheckBox;
class QComboBox;
class QDateTimeEdit;
class QFormLayout;
class QLineEdit;
class QRadioButton;
class QSpinBox;
class QVBoxLayout;

namespace segue {

class ToneLabel;

//! The fields of a test event.
class ComposerForm : public QWidget
{
    Q_OBJECT
public:
    explicit ComposerForm(QWidget *parent = nullptr);

    //! The event as the fields have it; messageId empty, timestamp 0 for "now".
    TrackCall call() const;
    //! Puts what the form can hold into its fields.
    void setFields(const TrackFields &fields);
    int count() const;
    double perSecond() const;
    bool keepsOut() const;
    void setKeepOut(bool keepOut);
    //! A remark under the event, such as that it is not selected for export.
    void setEventNote(const QString &note);
    QString eventName() const;
    void focusFirst();

Q_SIGNALS:
    void changed();

private:
    void addEvent(QVBoxLayout *column);
    void addIdentity(QVBoxLayout *column);
    void addProperties(QVBoxLayout *column);
    void addSending(QVBoxLayout *column);
    void eventChosen();
    void identityKindChosen();
    ToneLabel *label(const QString &text, QWidget *buddy);

    QComboBox *m_event;
    ToneLabel *m_eventText;
    ToneLabel *m_eventNote;
    QRadioButton *m_byHwid;
    QRadioButton *m_byUser;
    ToneLabel *m_identityLabel;
    QLineEdit *m_identity;
    QComboBox *m_messageType;
    QComboBox *m_deviceType;
    QLineEdit *m_campaign;
    QComboBox *m_time;
    QDateTimeEdit *m_timestamp;
    QSpinBox *m_count;
    QComboBox *m_pace;
    QCheckBox *m_keepOut;
    QString m_userId;
    QString m_hwid;
};

} // namespace segue
