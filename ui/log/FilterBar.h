// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/connections/Connection.h"
#include "ui/log/FilterTerm.h"
#include "ui/log/TextStrip.h"

#include <QWidget>

class QPushButton;
class QTimer;
class QToolButton;

namespace segue {

class ChipRow;
class FilterMenu;
class RatePlot;
class SavedFiltersMenu;
class SearchEdit;
class Settings;
class ToneLabel;

//! What of the log is shown: a search, what is ticked in the menus, a range of time; all that is set stands as chips.
//! Pause freezes what is shown, not what is stored.
class FilterBar : public QWidget
{
    Q_OBJECT
public:
    explicit FilterBar(Settings &settings, QWidget *parent = nullptr);

    const FilterChoice &choice() const { return m_choice; }
    void setChoice(const FilterChoice &choice);
    //! Asks for the value of the field as well, or leaves it out.
    void addValue(const QString &field, const QString &value, bool excluded);
    void setTime(const TimeRange &time);
    bool isFiltering() const { return m_choice.chooses(); }
    void clear();
    void focusSearch();
    //! The connections that can be chosen among; none where the page shows only one.
    void setConnections(const QList<Connection> &connections, bool choosable);
    //! How far the search is, in percent, and whether it goes on. What takes a while is shown and can be cancelled;
    //! what was cancelled can go on.
    void setSearching(bool searching, int percent);
    //! How many events came while it is paused.
    void setMissed(int events);
    SearchEdit &search() { return *m_search; }
    RatePlot &plot() { return *m_plot; }

Q_SIGNALS:
    void filterChanged();
    void pausedChanged(bool paused);
    void searchCancelled();
    //! The whole is to be searched after all.
    void searchWanted();
    //! A menu of the columns is wanted at that place (global).
    void columnsWanted(const QPoint &place);
    void customTimeWanted();
    void nameWanted(const segue::TextStrip::Question &question);

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    QLayout *makeFirstRow();
    QLayout *makeSecondRow();
    void fillMenus();
    void addTimeMenu();
    void connectParts();
    void changed();
    void present();

    FilterChoice m_choice;
    SearchEdit *m_search;
    QToolButton *m_saved;
    QToolButton *m_columns;
    QPushButton *m_pause;
    ToneLabel *m_mistake;
    QList<FilterMenu *> m_menus;
    FilterMenu *m_connections;
    FilterMenu *m_environments;
    QPushButton *m_time;
    ChipRow *m_chips;
    RatePlot *m_plot;
    QWidget *m_progress;
    ToneLabel *m_progressText;
    QPushButton *m_cancel;
    QTimer *m_patience; //!< until a search that goes on is shown
    bool m_searching = false;
    SavedFiltersMenu *m_savedMenu;
};

} // namespace segue
