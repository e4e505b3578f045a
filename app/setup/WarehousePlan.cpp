// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/setup/WarehousePlan.h"

#include "app/catalog/EventCatalog.h"
#include "app/catalog/WarehouseNames.h"
#include "app/delivery/TestSend.h"

using namespace Qt::StringLiterals;

namespace segue {

WarehousePlan WarehousePlan::of(const QString &connectionName, const Selection &selection)
{
    QStringList columns{u"received_at"_s, u"user_id"_s, u"anonymous_id"_s};
    for (const QString &property : EventCatalog::propertyNames()) {
        columns.append(WarehouseNames::column(property));
    }
    WarehousePlan plan;
    const QStringList names = selection.names();
    for (const QString &event : names) {
        const auto row = WarehouseRow::of(sampleCall(event).payload(), connectionName);
        if (!row) {
            continue;
        }
        const QString view = row->schema.isEmpty() ? row->table : QString(row->schema + u'.' + row->table);
        const QString rest = u"\nORDER BY received_at DESC\nLIMIT 100"_s;
        plan.tables.append({event, row->place(), columns,
                            u"SELECT %1\nFROM %2"_s.arg(columns.join(u", "_s), row->place()) + rest,
                            u"SELECT %1\nFROM `%2_view`"_s.arg(columns.join(u", "_s), view) + rest});
    }
    return plan;
}

} // namespace segue
