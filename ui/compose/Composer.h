// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/AppContext.h"

#include <QWidget>

class QComboBox;
class QPlainTextEdit;
class QPushButton;
class QStackedWidget;
class QTabBar;

namespace segue {

class CheckCard;
class ComposerForm;
class RecentSends;
class ToneLabel;

//! Composes a test event: as a form or as JSON, two views of the same event, checked as it is typed.
class Composer : public QWidget
{
    Q_OBJECT
public:
    explicit Composer(AppContext &context, QWidget *parent = nullptr);

    //! Nothing: the person chooses one; the last used is offered, never PROD by default.
    void setConnection(const std::optional<Connection> &connection);
    //! An event from the log, to be sent once under the given id, or under a new one when it is empty.
    void setPayload(const QByteArray &payload, const QString &messageId = {});
    void focusFirst();
    //! Sends what stands there, after the PROD guard.
    void send();

Q_SIGNALS:
    void closeRequested();
    //! The last of the entries that were journaled.
    void sent(segue::EntryId id);
    void problem(const QString &text);

private:
    enum View { FormView, JsonView };

    QWidget *makeHead();
    QWidget *makeTarget();
    QWidget *makeFoot();
    void fillConnections();
    std::optional<Connection> target() const;
    void targetChanged();
    void viewChanged(int view);
    void keepId(const QString &messageId);
    void check();
    void askFirst(const Connection &connection, int events);
    void submit(const Connection &connection);
    std::vector<NewEntry> entries(const Connection &connection) const;

    AppContext &m_context;
    std::optional<Connection> m_connection;
    QTabBar *m_views;
    QWidget *m_targetRow;
    QComboBox *m_targets;
    QStackedWidget *m_pages;
    ComposerForm *m_form;
    QPlainTextEdit *m_json;
    ToneLabel *m_idNote;
    QString m_keptId; //!< for the next send from the JSON view
    CheckCard *m_check;
    RecentSends *m_recent;
    QPushButton *m_send;
    bool m_changingView = false;
};

} // namespace segue
