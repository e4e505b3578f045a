// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/journal/EventLogModel.h"

#include <QDate>

class QRegion;
class QTableView;

namespace segue {

//! The thin lines with a date between the last event of a day and the first of the next. Made for one painting: looks
//! at the rows in sight, as far as they have been read.
class DaySeparators
{
public:
    DaySeparators(const QTableView &view, const EventLogModel &model, qint64 now);

    //! Over what the view has painted of that region.
    void paint(const QRegion &region) const;
    //! A row in sight is of another day than today.
    bool showsOtherDays() const { return m_otherDays; }
    //! The days that begin in sight, from top to bottom.
    QList<QDate> days() const;

private:
    struct Line
    {
        int y = 0;
        QDate day;
    };
    const QTableView &m_view;
    QList<Line> m_lines;
    QDate m_today;
    bool m_otherDays = false;
};

} // namespace segue
