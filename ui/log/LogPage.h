// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/AppContext.h"
#include "app/journal/EventLogModel.h"

#include <QWidget>

class QPushButton;
class QSplitter;
class QStackedWidget;

namespace segue {

class Composer;
class FilterBar;
class Inspector;
class LogTable;
class PanelPlace;
class ToneLabel;

//! The log of one connection or of all, with the inspector or the composer beside it.
class LogPage : public QWidget
{
    Q_OBJECT
public:
    explicit LogPage(AppContext &context, QWidget *parent = nullptr);

    //! Nothing: all events.
    void showConnection(const std::optional<Connection> &connection);
    void openComposer();
    void focusSearch();
    EventLogModel &model() { return m_model; }

Q_SIGNALS:
    void setupRequested();
    void problem(const QString &text);

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    void applyFilter();
    void showDetails();
    void showPanel();
    void closePanel();
    void sendSample();
    void sendAgain(const ConnectionId &id, const QByteArray &payload, const QString &messageId);
    void updateEmptyState();
    QWidget *makeEmptyState();
    QWidget *makeList();

    AppContext &m_context;
    EventLogModel m_model;
    std::optional<Connection> m_connection;
    FilterBar *m_filters;
    LogTable *m_table;
    QStackedWidget *m_listOrEmpty;
    ToneLabel *m_emptyTitle;
    ToneLabel *m_emptyText;
    QPushButton *m_emptySample;
    QPushButton *m_emptySetup;
    QPushButton *m_emptyClear;
    QPushButton *m_newRows;
    QStackedWidget *m_panel;
    Inspector *m_inspector;
    Composer *m_composer;
    QSplitter *m_splitter;
    PanelPlace *m_place;
};

} // namespace segue
