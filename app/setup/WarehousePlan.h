// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/catalog/Selection.h"
#include "app/segment/WarehouseRow.h"

#include <QList>
#include <QString>

namespace segue {

//! The tables that a connection's events make in a warehouse, with a query for each. A preview, as WarehouseRow is.
struct WarehousePlan
{
    struct Table
    {
        QString event;
        QString place;       //!< `schema.table`
        QStringList columns; //!< those of the event's own and the ids, in order
        QString query;
        QString bigQuery; //!< for BigQuery, whose views have no doubles

        bool operator==(const Table &) const = default;
    };
    QList<Table> tables; //!< events whose name gives no table are left out

    //! Pure.
    static WarehousePlan of(const QString &connectionName, const Selection &selection);
};

} // namespace segue
