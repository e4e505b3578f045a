// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

#include <optional>

class QTableView;

namespace segue {

class EventLogModel;
class Inspector;
struct EntryId;

//! Ties the inspector to the table: steps from row to row, and compares two rows while exactly two are selected. Both
//! are borrowed.
class InspectorLink : public QObject
{
    Q_OBJECT
public:
    InspectorLink(QTableView &table, EventLogModel &model, Inspector &inspector, QObject *parent = nullptr);

private:
    void step(int rows);
    void selectionChanged();

    QTableView &m_table;
    EventLogModel &m_model;
    Inspector &m_inspector;
    bool m_comparesSelection = false;
};

} // namespace segue
