// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/log/InspectorLink.h"

#include "app/journal/EventLogModel.h"
#include "ui/log/Inspector.h"

#include <QItemSelectionModel>
#include <QTableView>

#include <algorithm>

namespace segue {

InspectorLink::InspectorLink(QTableView &table, EventLogModel &model, Inspector &inspector, QObject *parent)
    : QObject(parent)
    , m_table(table)
    , m_model(model)
    , m_inspector(inspector)
{
    connect(&inspector, &Inspector::stepRequested, this, &InspectorLink::step);
    connect(table.selectionModel(), &QItemSelectionModel::selectionChanged, this, &InspectorLink::selectionChanged);
}

void InspectorLink::step(int rows)
{
    const int now = m_table.currentIndex().row();
    const int row = std::clamp(now + rows, 0, m_model.rowCount() - 1);
    if (m_model.rowCount() == 0 || row == now) {
        return;
    }
    const QModelIndex index = m_model.index(row, std::max(0, m_table.currentIndex().column()));
    m_table.selectionModel()->setCurrentIndex(index, QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
    m_table.scrollTo(index);
}

//! Goes by ranges: a selection of a million rows is one of them.
void InspectorLink::selectionChanged()
{
    const QItemSelection selection = m_table.selectionModel()->selection();
    QList<int> rows;
    for (const QItemSelectionRange &range : selection) {
        if (range.height() > 2) {
            rows.clear();
            break;
        }
        for (int row = range.top(); row <= range.bottom(); ++row) {
            if (!rows.contains(row)) {
                rows.append(row);
            }
        }
        if (rows.size() > 2) {
            break;
        }
    }
    if (rows.size() == 2) {
        std::sort(rows.begin(), rows.end());
        m_comparesSelection = true;
        m_inspector.compare(m_model.idAt(rows.at(0)), m_model.idAt(rows.at(1)));
    } else if (m_comparesSelection) {
        m_comparesSelection = false;
        m_inspector.endComparison();
    }
}

} // namespace segue
