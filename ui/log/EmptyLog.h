// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QPushButton;

namespace segue {

class ToneLabel;

//! What stands in the place of the table when it has no rows: why, and the first step out of it.
class EmptyLog : public QWidget
{
    Q_OBJECT
public:
    explicit EmptyLog(QWidget *parent = nullptr);

    //! A connection (or all of them) has no events yet.
    void sayNoEvents(bool hasConnection, bool isSandbox);
    //! Nothing fits; `filter` says what was asked for, plain text.
    void sayNothingFits(const QString &filter);

Q_SIGNALS:
    void sampleWanted();
    void setupWanted();
    void clearWanted();

private:
    QPushButton *makeButton(const QString &objectName, const QString &text);

    ToneLabel *m_title;
    ToneLabel *m_text;
    QPushButton *m_sample;
    QPushButton *m_setup;
    QPushButton *m_clear;
};

} // namespace segue
