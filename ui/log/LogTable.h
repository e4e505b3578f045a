// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/journal/EventLogModel.h"

#include <QTableView>

#include <optional>

class QTimer;

namespace segue {

class LogDelegate;
class Settings;

//! The table of the log. Follow keeps the newest row in sight until the person scrolls up; selection stays with its entry.
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

Q_SIGNALS:
    void followingChanged(bool following);
    void currentEntryChanged();
    //! Rows that came since Follow was left.
    void newRowsChanged(int rows);

protected:
    void currentChanged(const QModelIndex &current, const QModelIndex &previous) override;
    void changeEvent(QEvent *event) override;

private:
    void sizeColumns();
    void rowsArrived(int first, int last);
    void scrolled();

    EventLogModel &m_model;
    Settings &m_settings;
    LogDelegate *m_delegate;
    QTimer *m_countdown;
    bool m_following = true;
    bool m_scrollingItself = false;
    int m_newRows = 0;
    std::optional<EntryId> m_wanted;
};

} // namespace segue
