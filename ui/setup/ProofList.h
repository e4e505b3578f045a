// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/setup/ProofRun.h"

#include <QFrame>

class QVBoxLayout;

namespace segue {

class Clock;
class ElidedLabel;
class IconLabel;
class ToneLabel;

//! The samples of a run, each with its live state, what that state means, and the messageId to look for.
class ProofList : public QFrame
{
    Q_OBJECT
public:
    explicit ProofList(const Clock &clock, QWidget *parent = nullptr);

    void show(const QList<ProofRun::Sample> &samples);

private:
    struct Row
    {
        QWidget *widget;
        IconLabel *icon;
        ToneLabel *event;
        ToneLabel *state;
        ToneLabel *meaning;
        ElidedLabel *messageId;
    };
    void addRow();
    void fill(const Row &row, const ProofRun::Sample &sample);

    const Clock &m_clock;
    QVBoxLayout *m_column;
    QList<Row> m_rows;
};

} // namespace segue
