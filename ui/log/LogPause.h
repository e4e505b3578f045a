// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/journal/EventLogModel.h"

#include <QObject>
#include <QTimer>

namespace segue {

class FilterBar;

//! Ties the bar's *Pause* to the model, and has the bar say how many events came meanwhile that the filter means. All
//! are borrowed; it belongs to the bar.
class LogPause : public QObject
{
    Q_OBJECT
public:
    //! More are not counted.
    static constexpr int kMost = 999;

    LogPause(EventLog &log, EventLogModel &model, FilterBar &bar);

private:
    void pause(bool paused);
    void startOver();
    void count();

    EventLog &m_log;
    EventLogModel &m_model;
    FilterBar &m_bar;
    QTimer m_soon;  //!< so that a flood is not counted at each of its commits
    EntryId m_last; //!< the newest one in the table
    int m_generation = 0;
    bool m_paused = false;
};

} // namespace segue
