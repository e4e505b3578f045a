// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>

#include <functional>

class QLabel;
class QLineEdit;
class QPushButton;

namespace segue {

class ToneLabel;

//! A strip above the table with one question to be answered by a line of text: the path of a column, a filter's name.
//! Stands in the way of nothing; says what is wrong with the answer; Esc closes it.
class TextStrip : public QFrame
{
    Q_OBJECT
public:
    struct Question
    {
        QString label;
        QString text; //!< what stands in the field at first
        QString placeholder;
        QString action;
        int longest = 200;
        //! Takes the answer; gives what is wrong with it, or nothing when all is done.
        std::function<QString(const QString &)> take;
    };

    explicit TextStrip(QWidget *parent = nullptr);

    void ask(const Question &question);

Q_SIGNALS:
    void closed();

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    void answer();
    void tell(const QString &fault);
    void finish();

    Question m_question;
    QLabel *m_label;
    QLineEdit *m_text;
    QPushButton *m_action;
    ToneLabel *m_fault;
};

} // namespace segue
