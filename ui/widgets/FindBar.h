// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QLineEdit;

namespace segue {

class JsonView;
class ToneLabel;

//! Finds text in a JsonView below which it stands: all places marked and counted, Enter and Shift+Enter go to the next
//! and the one before, Esc closes it.
class FindBar : public QWidget
{
    Q_OBJECT
public:
    explicit FindBar(JsonView &view, QWidget *parent = nullptr);

    //! Shows itself with what is selected in the view, and takes the keyboard.
    void open();
    void close();

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    void search();
    void go(bool backwards);
    void count(int current);

    JsonView &m_view;
    QLineEdit *m_text;
    ToneLabel *m_count;
};

} // namespace segue
