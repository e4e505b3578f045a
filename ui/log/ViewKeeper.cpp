// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/log/ViewKeeper.h"

#include <QItemSelectionModel>
#include <QTableView>

namespace segue {

ViewKeeper::ViewKeeper(QTableView &view, const EventLogModel &model)
    : m_view(view)
    , m_model(model)
{
}

void ViewKeeper::note()
{
    m_top.reset();
    m_current.reset();
    m_selected.clear();
    m_topRow = m_view.rowAt(0);
    if (m_topRow >= 0) {
        m_top = m_model.idAt(m_topRow);
        m_offset = -m_view.rowViewportPosition(m_topRow);
    }
    if (const QModelIndex current = m_view.currentIndex(); current.isValid()) {
        m_current = m_model.idAt(current.row());
        m_column = current.column();
    }
    const QItemSelection selection = m_view.selectionModel()->selection();
    for (const QItemSelectionRange &range : selection) {
        if (range.left() != 0) {
            continue;
        }
        if (static_cast<int>(m_selected.size()) + range.height() > kMostSelected) {
            m_selected.clear();
            return;
        }
        for (int row = range.top(); row <= range.bottom(); ++row) {
            m_selected.push_back(m_model.idAt(row));
        }
    }
}

int ViewKeeper::rowNear(EntryId id) const
{
    int low = 0;
    int high = m_model.rowCount();
    while (low < high) {
        const int middle = low + (high - low) / 2;
        if (m_model.idAt(middle) < id) {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    return low;
}

std::optional<int> ViewKeeper::placeNow(int rowHeight) const
{
    if (!m_top) {
        return {};
    }
    const int row = rowNear(*m_top);
    if (row == m_topRow) {
        return {};
    }
    return row * rowHeight + m_offset;
}

void ViewKeeper::selectAgain() const
{
    QItemSelection selection;
    for (const EntryId id : m_selected) {
        const int row = m_model.rowOf(id);
        if (row < 0) {
            continue;
        }
        if (!selection.isEmpty() && selection.last().bottom() == row - 1) {
            selection.last() = QItemSelectionRange(selection.last().topLeft(), m_model.index(row, 0));
        } else {
            selection.append(QItemSelectionRange(m_model.index(row, 0)));
        }
    }
    QItemSelectionModel *model = m_view.selectionModel();
    if (!selection.isEmpty()) {
        model->select(selection, QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
    }
    if (m_current) {
        if (const int row = m_model.rowOf(*m_current); row >= 0) {
            model->setCurrentIndex(m_model.index(row, std::min(m_column, m_model.columnCount() - 1)),
                                   QItemSelectionModel::NoUpdate);
        }
    }
}

} // namespace segue
