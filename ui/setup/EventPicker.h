// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/catalog/Selection.h"

#include <QWidget>

class QCheckBox;
class QLineEdit;
class QPushButton;
class QRadioButton;
class QVBoxLayout;

namespace segue {

class ToneLabel;

//! Which events are exported, by channel; the text for Pushwoosh's *Events* field; a pasted list taken apart.
class EventPicker : public QWidget
{
    Q_OBJECT
public:
    explicit EventPicker(QWidget *parent = nullptr);

    void setSelection(const Selection &selection);
    Selection selection() const;

Q_SIGNALS:
    void changed();

private:
    QWidget *makeList();
    void addRow(QVBoxLayout *rows, const QString &name, const QString &text, const QString &table, const QString &icon);
    QWidget *makeField();
    void pasted();
    void update();

    QRadioButton *m_all;
    QRadioButton *m_some;
    QWidget *m_list = nullptr;
    QVBoxLayout *m_rows = nullptr;
    QList<QCheckBox *> m_boxes;
    QLineEdit *m_field;
    QPushButton *m_copy;
    ToneLabel *m_remarks;
    QLineEdit *m_paste;
};

} // namespace segue
