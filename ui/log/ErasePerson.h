// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/journal/EventLog.h"

#include <QDialog>

class QLineEdit;
class QPushButton;

namespace segue {

class ToneLabel;

//! Erases a person from the journal: takes a User ID or HWID, says how many events that are and which were not
//! delivered, and does it on a second press. A dialog over the window that is never waited for.
class ErasePerson : public QDialog
{
    Q_OBJECT
public:
    //! The log is borrowed and outlives the dialog. `person` stands in the field at first, unreadable when `hidden`.
    ErasePerson(EventLog &log, const QString &person, bool hidden, QWidget *window);

private:
    void build(const QString &person);
    void forgetCount();
    void count();
    void erase();
    void showCount(const Journal::Erased &found);
    void showErased(const Journal::Erased &erased);
    void say(const QString &text, bool isProblem);

    EventLog &m_log;
    QLineEdit *m_person = nullptr;
    ToneLabel *m_text = nullptr;
    QPushButton *m_count = nullptr;
    QPushButton *m_erase = nullptr;
    QPushButton *m_close = nullptr;
    int m_question = 0; //!< answers to earlier ones are dropped
};

} // namespace segue
