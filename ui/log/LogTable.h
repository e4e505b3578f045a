// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/journal/EventLogModel.h"
#include "ui/log/ViewKeeper.h"

#include <QTableView>

#include <optional>

class QTimer;

namespace segue {

class LogDelegate;
class Settings;
class TableColumns;

//! The table of the log. Follow keeps the newest row in sight until the person scrolls up; selection and what is in
//! sight stay with their entries while rows come and go.
class LogTable : public QTableView
{
    Q_OBJECT
public:
    LogTable(EventLogModel &model, const Clock &clock, Settings &settings, QWidget *parent = nullptr);
    ~LogTable() override;

    bool isFollowing() const { return m_following; }
    void setFollowing(bool following);
    //! Selects the entry and brings it into sight; when it is not there yet, as soon as it is.
    void showEntry(EntryId id);
    std::optional<EntryId> currentEntry() const;
    //! The selected entries in the order of the table, at most so many. Quick, however many are selected.
    std::vector<EntryId> selectedEntries(int most) const;
    int selectedCount() const;
    TableColumns &columns() { return *m_columns; }

Q_SIGNALS:
    void followingChanged(bool following);
    void currentEntryChanged();
    //! Rows that came since Follow was left.
    void newRowsChanged(int rows);
    //! The selected rows are to be copied.
    void copyRequested();

protected:
    void currentChanged(const QModelIndex &current, const QModelIndex &previous) override;
    void selectionChanged(const QItemSelection &selected, const QItemSelection &deselected) override;
    void changeEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    QModelIndex moveCursor(CursorAction action, Qt::KeyboardModifiers modifiers) override;
    QItemSelectionModel::SelectionFlags selectionCommand(const QModelIndex &index, const QEvent *event) const override;
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void dataChanged(const QModelIndex &topLeft, const QModelIndex &bottomRight, const QList<int> &roles) override;

private:
    void followModel();
    void rowsArrived(int first, int last);
    void rowsWent();
    void afterReset();
    void keepPlace();
    void scrolled();
    void scrollToEnd();
    void tellCurrent();
    int rowHeight() const;

    EventLogModel &m_model;
    const Clock &m_clock;
    LogDelegate *m_delegate;
    TableColumns *m_columns;
    ViewKeeper m_keeper;
    QTimer *m_countdown;
    bool m_following = true;
    bool m_scrollingItself = false;
    int m_newRows = 0;
    std::optional<EntryId> m_wanted;
    std::optional<EntryId> m_told; //!< the current entry that was told last
};

} // namespace segue
