// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/log/FilterTerm.h"

#include <QWidget>

namespace segue {

class FilterChip;
class FlowLayout;

//! The menus of the filter and, behind them, a chip for each thing that is set.
class ChipRow : public QWidget
{
    Q_OBJECT
public:
    explicit ChipRow(QWidget *parent = nullptr);

    //! A button that stands before the chips.
    void addButton(QWidget *button);
    void present(const FilterChoice &choice);

Q_SIGNALS:
    //! A chip was turned off or on, or taken away.
    void choiceChanged(const segue::FilterChoice &choice);
    //! The last chip has gone; the focus was on it.
    void emptied();

private:
    void addChip(int place, const QString &text, bool on);
    void toggle(int place, bool on);
    void remove(int place);

    FlowLayout *m_flow;
    FilterChoice m_choice;
    QList<FilterChip *> m_chips; //!< one for each term, then the time's
};

//! "last 15 min", "14:02:00 to 14:05:00": a range as a person reads it.
QString timeRangeText(const TimeRange &range);

} // namespace segue
