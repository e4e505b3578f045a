// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/checkup/CheckupReport.h"
#include "ui/widgets/Tone.h"

#include <QFrame>

class QPushButton;

namespace segue {

class IconLabel;
class ToneLabel;

//! One check: its verdict by shape and word, what it has found, and the next step as a button.
class CheckRow : public QFrame
{
    Q_OBJECT
public:
    explicit CheckRow(QWidget *parent = nullptr);

    //! Not decided yet.
    void showWaiting(CheckId id);
    void showResult(const CheckResult &result, ShownIds ids);

Q_SIGNALS:
    void stepRequested(const segue::NextStep &step);

private:
    void say(const QString &icon, Tone tone, const QString &word, const QString &title, const QString &body);

    IconLabel *m_icon;
    ToneLabel *m_word;
    ToneLabel *m_time;
    ToneLabel *m_title;
    ToneLabel *m_body;
    QPushButton *m_button;
    NextStep m_step;
};

} // namespace segue
