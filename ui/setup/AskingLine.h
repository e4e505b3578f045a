// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/Tone.h"

#include <QWidget>

class QPushButton;

namespace segue {

class ToneLabel;

//! What becomes of a request, in one line: under way and can be given up, or why it failed and can be tried again.
class AskingLine : public QWidget
{
    Q_OBJECT
public:
    //! The object names are `<name>Message`, `<name>Cancel` and `<name>Again`.
    explicit AskingLine(const QString &name, QWidget *parent = nullptr);

    void asking(const QString &text);
    void failed(const QString &text, bool canBeRepeated = true);
    void say(const QString &text, Tone tone = Tone::Muted);
    void clear() { say({}); }
    //! One of its buttons has the focus.
    bool hasButtonFocus() const;
    void focusButton();

Q_SIGNALS:
    void cancelled();
    void again();

private:
    void show(const QString &text, Tone tone, bool canCancel, bool canRepeat);

    ToneLabel *m_message;
    QPushButton *m_cancel;
    QPushButton *m_again;
};

} // namespace segue
