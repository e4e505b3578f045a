// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/setup/RunFigures.h"

#include <QFrame>

class QGridLayout;
class QPushButton;

namespace segue {

class IconLabel;
class ToneLabel;

//! What Segment counts for the run, event by event, when it was asked last and is asked next. A view of RunFigures.
class FiguresCard : public QFrame
{
    Q_OBJECT
public:
    FiguresCard(RunFigures &figures, QWidget *parent = nullptr);

Q_SIGNALS:
    //! There is no token to ask with, and one is to be entered.
    void tokenWanted();

private:
    struct Row
    {
        IconLabel *icon;
        ToneLabel *event;
        ToneLabel *count;
    };
    void refresh();
    void showRows();
    void addRow();
    QString times() const;

    RunFigures &m_figures;
    ToneLabel *m_title;
    ToneLabel *m_source;
    ToneLabel *m_sentence;
    QWidget *m_table;
    QGridLayout *m_grid;
    QList<Row> m_rows;
    ToneLabel *m_times;
    QPushButton *m_ask;
    QPushButton *m_token;
};

} // namespace segue
