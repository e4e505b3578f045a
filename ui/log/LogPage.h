// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/AppContext.h"
#include "app/journal/EventLogModel.h"
#include "ui/log/FilterTerm.h"
#include "ui/log/RowCopier.h"

#include <QWidget>

class QAbstractItemView;
class QPushButton;
class QSplitter;
class QStackedWidget;
class QTimer;

namespace segue {

class ColumnMenu;
class Composer;
class EmptyLog;
class FilterBar;
class Inspector;
class LogTable;
class PanelPlace;
class RateFeed;
class RetryActions;
class RowMenu;
class TextStrip;
class TimeStrip;

//! The log of one connection or of all, with the inspector or the composer beside it.
class LogPage : public QWidget
{
    Q_OBJECT
public:
    explicit LogPage(AppContext &context, QWidget *parent = nullptr);
    ~LogPage() override;

    //! Nothing: all events.
    //! Without one all events, or what was captured under keys that belong to none.
    void showConnection(const std::optional<Connection> &connection, bool captured = false);
    void openComposer();
    void focusSearch();
    EventLogModel &model() { return m_model; }
    QAbstractItemView &table();

Q_SIGNALS:
    void setupRequested();
    void problem(const QString &text);
    //! Something was done, in words for people.
    void told(const QString &text);

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    Inspector &inspector();
    Composer &composer();
    bool isComposing() const;
    QWidget *makeList();
    void connectFilters();
    void connectTable();
    void applyFilter();
    void moveTimeOn();
    void connectionsChanged();
    void openRowMenu(const QPoint &place);
    void openColumnMenu(const QPoint &place, int section);
    void copySelected(RowCopier::Format format);
    void placeNewRows(int rows);
    void showDetails();
    void leaveComposer();
    void showPanel();
    void closePanel();
    void sendSample();
    void sendCurrentAgain();
    //! Under the given message id, or under a new one when it is empty.
    void sendAgain(const ConnectionId &id, const QByteArray &payload, const QString &messageId = {});
    void updateEmptyState();

    AppContext &m_context;
    EventLogModel m_model;
    std::optional<Connection> m_connection;
    bool m_captured = false;
    FilterChoice m_applied; //!< what the rows were chosen by
    FilterBar *m_filters;
    LogTable *m_table;
    QStackedWidget *m_listOrEmpty;
    EmptyLog *m_empty;
    QPushButton *m_newRows;
    TextStrip *m_textStrip;
    TimeStrip *m_timeStrip;
    ColumnMenu *m_columnMenu;
    RowMenu *m_rowMenu;
    RowCopier *m_copier;
    RetryActions *m_retry;
    QTimer *m_timeMoves; //!< until a span that ends now is asked for anew
    RateFeed *m_rates;
    QStackedWidget *m_panel;
    Inspector *m_inspector = nullptr; //!< both from their first use on, so that the first window is not kept waiting
    Composer *m_composer = nullptr;
    QSplitter *m_splitter;
    PanelPlace *m_place;
};

} // namespace segue
