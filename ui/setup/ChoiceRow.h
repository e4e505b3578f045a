// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QButtonGroup;
class QHBoxLayout;

namespace segue {

//! One of a few, side by side, all of them in sight: boxed radio buttons.
class ChoiceRow : public QWidget
{
    Q_OBJECT
public:
    //! The object names of its buttons are `<objectName>-<word>`.
    explicit ChoiceRow(const QString &objectName, QWidget *parent = nullptr);

    void add(const QString &word, const QString &text);
    int current() const;
    void setCurrent(int index);
    //! Beside the choices, at the end of the line.
    void addAtEnd(QWidget *widget);
    void focusCurrent();

Q_SIGNALS:
    //! By a person or by setCurrent().
    void changed(int index);

private:
    void leadTabToCurrent();

    QButtonGroup *m_buttons;
    QHBoxLayout *m_row;
};

} // namespace segue
