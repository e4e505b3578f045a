// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/catalog/Selection.h"

#include <QWidget>

class QCheckBox;
class QLineEdit;
class QPushButton;
class QVBoxLayout;

namespace segue {

class ChoiceRow;
class ToneLabel;

//! Which events are exported, by channel; the text for Pushwoosh's *Events* field; a pasted list taken apart.
class EventPicker : public QWidget
{
    Q_OBJECT
public:
    explicit EventPicker(QWidget *parent = nullptr);

    void setSelection(const Selection &selection);
    //! The same with the list that is ticked below, also while all events are chosen.
    void setSelection(const Selection &selection, const QStringList &list);
    Selection selection() const;
    QStringList ticked() const;
    void focusFirst();

Q_SIGNALS:
    void changed();

private:
    QWidget *makeList();
    void addRow(QVBoxLayout *rows, const QString &name, const QString &text, const QString &table, const QString &icon);
    QWidget *makeField();
    void pasted();
    void update();
    bool isAll() const;

    ChoiceRow *m_choice;
    QWidget *m_list = nullptr;
    QVBoxLayout *m_rows = nullptr;
    QList<QCheckBox *> m_boxes;
    QLineEdit *m_field;
    QPushButton *m_copy;
    ToneLabel *m_remarks;
    QPushButton *m_pasteButton;
    QLineEdit *m_paste;
    bool m_setting = false;
};

} // namespace segue
