// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/log/TableColumns.h"
#include "ui/log/TextStrip.h"

#include <QMenu>

namespace segue {

//! Which columns the log shows: all that there are, to be ticked; those of the payload; and, for one column, its place.
//! Filled when it opens.
class ColumnMenu : public QMenu
{
    Q_OBJECT
public:
    explicit ColumnMenu(TableColumns &columns, QWidget *parent = nullptr);

    //! With the places of that column; of the view's current one when nothing is given.
    void openAt(const QPoint &place, const std::optional<TableColumns::Spec> &column);

Q_SIGNALS:
    //! A column from the payload is to be typed.
    void payloadColumnWanted(const segue::TextStrip::Question &question);

private:
    TextStrip::Question payloadQuestion();
    void fill();
    void addTick(const TableColumns::Spec &spec);
    void addPlaces(const TableColumns::Spec &spec);

    TableColumns &m_columns;
    std::optional<TableColumns::Spec> m_column;
};

} // namespace segue
