// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/log/FilterTerm.h"

#include <QFrame>

class QCheckBox;
class QDateTimeEdit;

namespace segue {

class ToneLabel;

//! A strip above the table where a range of time is set by hand: from, to, or both. Local time. Esc closes it.
class TimeStrip : public QFrame
{
    Q_OBJECT
public:
    explicit TimeStrip(QWidget *parent = nullptr);

    //! Starts with that range; where it is open, with what stood there before.
    void ask(const TimeRange &range, qint64 now);

Q_SIGNALS:
    void accepted(const segue::TimeRange &range);
    void closed();

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    QDateTimeEdit *addEdge(QCheckBox *&check, const QString &name, const QString &text);
    void accept();
    void finish();

    QCheckBox *m_hasFrom = nullptr;
    QCheckBox *m_hasTo = nullptr;
    QDateTimeEdit *m_from;
    QDateTimeEdit *m_to;
    ToneLabel *m_fault;
};

} // namespace segue
