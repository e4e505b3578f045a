// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/journal/EventLog.h"
#include "ui/log/RatePlot.h"

#include <QTimer>

namespace segue {

//! Gives the rate plot its numbers, once a second while it is in sight: the journal's kept counters of the last minutes,
//! never the rows.
class RateFeed : public QObject
{
    Q_OBJECT
public:
    static constexpr qint64 kShownMs = qint64{5} * 60 * 1'000;

    RateFeed(EventLog &log, const Clock &clock, RatePlot &plot);

    //! UUID texts; none given: of all connections.
    void setConnections(const std::vector<std::string> &connections);

    //! The last minutes up to `now` out of kept counters, which leave out spans without events.
    static RateSeries seriesOf(const std::vector<RateBucket> &buckets, qint64 now);

private:
    void ask();

    EventLog &m_log;
    const Clock &m_clock;
    RatePlot &m_plot;
    std::vector<std::string> m_connections;
    QTimer m_timer;
    quint64 m_generation = 0; //!< of the connections; an answer for others is dropped
    bool m_asked = false;
};

} // namespace segue
