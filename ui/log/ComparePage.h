// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/log/ShownEvent.h"

#include <QWidget>

class QPlainTextEdit;
class QPushButton;
class QTreeWidget;

namespace segue {

class ElidedLabel;
class IconLabel;
class ToneLabel;
struct JsonComparison;

//! Two events side by side: the places at which they differ, with the exact text of each value.
class ComparePage : public QWidget
{
    Q_OBJECT
public:
    explicit ComparePage(QWidget *parent = nullptr);

    void show(const ShownEvent &left, const ShownEvent &right);

Q_SIGNALS:
    void closeRequested();

private:
    void fill(const JsonComparison &comparison);
    void showDetail();
    void tell(const JsonComparison &comparison);

    QPushButton *m_close;
    ElidedLabel *m_left;
    ElidedLabel *m_right;
    IconLabel *m_sign;
    ToneLabel *m_verdict;
    QTreeWidget *m_list;
    QPlainTextEdit *m_detail;
};

} // namespace segue
