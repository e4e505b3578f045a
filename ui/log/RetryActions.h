// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/AppContext.h"
#include "app/journal/EventLogModel.h"

#include <QObject>

class QAction;

namespace segue {

class LogTable;

//! What a person can do about events that were not delivered: try the selected ones again, or all that the log shows, and
//! cancel the selected ones that still wait. Stand in the table's actions, and so in the menu of its rows. Asks first
//! for all of them, for a PROD source, and when events may arrive twice.
class RetryActions : public QObject
{
    Q_OBJECT
public:
    //! Borrowed. `window`: what a question stands over.
    RetryActions(AppContext &context, EventLogModel &model, LogTable &table, QWidget *window);

    //! Shows the actions that have something to do for the rows that are selected now.
    void prepare();

Q_SIGNALS:
    void told(const QString &text);
    void problem(const QString &text);

private:
    QAction *add(const QString &name, const QString &text);
    void trySelected();
    void tryAll();
    void cancelSelected();
    void consider(const TryAgainPlan &plan, bool all);
    QList<Connection> prodSources(const TryAgainPlan &plan) const;
    void askFirst(const TryAgainPlan &plan, const QList<Connection> &prod);
    void queue(const TryAgainPlan &plan);

    AppContext &m_context;
    EventLogModel &m_model;
    LogTable &m_table;
    QWidget *m_window;
    std::unique_ptr<TryAgain> m_again;
    QAction *m_trySelected;
    QAction *m_cancelSelected;
    QAction *m_tryAll;
};

} // namespace segue
