// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/core/Secret.h"

#include <QWidget>

#include <functional>

class QCheckBox;
class QLineEdit;
class QPushButton;

namespace segue {

class ToneLabel;

//! The token of a service: a masked field and a box whether the keychain keeps it; when a token is in use, a line that
//! says where it is and lets it go.
class TokenEntry : public QWidget
{
    Q_OBJECT
public:
    struct Texts
    {
        QString name; //!< begin of the object names
        QString label;
        QString power; //!< what one can do with such a token, and where it is made
        QString use;   //!< on the button that uses it
        QString notKept = {}; //!< what becomes of it without the tick; empty: it is used on this page once
        std::function<QString(const QString &)> remark = {}; //!< what looks odd about a token; empty: nothing
    };
    enum class Place { Keychain, Session, Once };

    explicit TokenEntry(const Texts &texts, QWidget *parent = nullptr);

    //! The empty field; nothing is in use.
    void askForOne();
    //! A token is in use; what was typed is forgotten.
    void showInUse(Place place);
    //! It is in use but could not be kept; it can be kept for the session.
    void showNotKept(const QString &why);
    //! While the token is tried.
    void setBusy(bool busy);
    Secret typed() const;
    bool isWanted() const { return m_wanted; }
    bool isToBeKept() const;
    //! Something is typed that could be used.
    bool isTyped() const;
    void focusField();

Q_SIGNALS:
    //! The typed token is to be used.
    void given();
    void letGo();
    void sessionWanted();
    void edited();

private:
    void showForm(bool wanted);
    void give();
    void remark();

    const std::function<QString(const QString &)> m_remarkOf;
    QLineEdit *m_edit;
    QPushButton *m_use;
    QCheckBox *m_keep;
    ToneLabel *m_remark;
    ToneLabel *m_power;
    ToneLabel *m_label;
    ToneLabel *m_state;
    QPushButton *m_session;
    QPushButton *m_letGo;
    QWidget *m_form;
    QWidget *m_inUse;
    bool m_wanted = true;
};

} // namespace segue
