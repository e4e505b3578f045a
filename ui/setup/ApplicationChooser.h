// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/AppContext.h"
#include "app/setup/ApplicationsAccess.h"

#include <QWidget>

class QLineEdit;
class QPushButton;

namespace segue {

class ApplicationFilter;
class ApplicationModel;
class AskingLine;
class ChoiceList;
class ToneLabel;
class TokenEntry;

//! The applications that a Server token of Pushwoosh sees, to choose one from; the last list while Pushwoosh cannot be
//! asked, with its time. It asks only while it is open.
class ApplicationChooser : public QWidget
{
    Q_OBJECT
public:
    explicit ApplicationChooser(AppContext &context, QWidget *parent = nullptr);

    //! Shows the last list, and asks for a new one when a token is kept.
    void open();
    //! Ends what is under way, and forgets a token that is not kept.
    void leave();
    //! The code that is chosen already.
    void setCode(const QString &code);
    void focusFirst();

Q_SIGNALS:
    void chosen(const QString &code);
    //! Chosen, and on to the next step.
    void settled(const QString &code);

private:
    void lay();
    void readToken();
    void useTyped();
    void ask();
    void asked(const Result<KnownList> &list);
    void keepToken(SecretPlace place);
    void forgetToken();
    void cancel();
    void show(const KnownList &list, bool isFresh);
    void setBusy(bool busy);
    void filter();
    void searchDone();
    void refresh();
    QString age() const;
    QString remark() const;

    ApplicationsAccess m_access;
    SecretAccess &m_secrets;
    Secret m_token;           //!< in use
    bool m_isLooking = false; //!< for a token in the keychain
    bool m_isTyped = false;   //!< and not accepted by Pushwoosh yet
    bool m_tokenIsKept = false;
    bool m_isOpen = false;
    bool m_isFresh = false;
    std::optional<KnownList> m_list;
    QString m_code;
    quint64 m_visit = 0;  //!< answers to an earlier one are late
    quint64 m_asking = 0; //!< likewise

    TokenEntry *m_entry;
    AskingLine *m_line;
    QWidget *m_tools;
    QLineEdit *m_search;
    QPushButton *m_again;
    ToneLabel *m_age;
    ChoiceList *m_view;
    ApplicationModel *m_model;
    ApplicationFilter *m_filter;
    ToneLabel *m_remark;
};

} // namespace segue
