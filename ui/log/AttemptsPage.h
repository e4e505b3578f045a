// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/log/ShownEvent.h"

#include <QWidget>

class QPlainTextEdit;
class QPushButton;
class QSplitter;
class QTreeWidget;

namespace segue {

class ToneLabel;

//! What was tried: a list of the attempts, newest last, and the chosen one whole below it.
class AttemptsPage : public QWidget
{
    Q_OBJECT
public:
    explicit AttemptsPage(QWidget *parent = nullptr);

    void show(const ShownEvent &event);

private:
    void fill();
    void showDetail();
    int chosen() const;

    ShownEvent m_event;
    ToneLabel *m_empty;
    QSplitter *m_splitter;
    QTreeWidget *m_list;
    QPlainTextEdit *m_detail;
    QPushButton *m_copy;
};

} // namespace segue
