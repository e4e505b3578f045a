// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/segment/WarehouseRow.h"
#include "ui/log/ShownEvent.h"

#include <QWidget>

class QCheckBox;
class QPlainTextEdit;
class QPushButton;
class QTreeWidget;

namespace segue {

class ElidedLabel;
class Settings;
class ToneLabel;

//! The row that the event becomes in a warehouse, and a query for it. A preview: Segment's exact rule for the schema is
//! unverified, and said so.
class WarehousePage : public QWidget
{
    Q_OBJECT
public:
    explicit WarehousePage(Settings &settings, QWidget *parent = nullptr);

    void show(const ShownEvent &event);

private:
    void lay();
    void fill();
    void showQuery();
    QStringList notes() const;

    Settings &m_settings;
    std::optional<WarehouseRow> m_row;
    QByteArray m_payload;
    ElidedLabel *m_place;
    QTreeWidget *m_columns;
    ToneLabel *m_notes;
    QWidget *m_queryPart;
    QPlainTextEdit *m_query;
    QCheckBox *m_bigQuery;
    QPushButton *m_copy;
};

} // namespace segue
