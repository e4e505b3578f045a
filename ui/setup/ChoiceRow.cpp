// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/setup/ChoiceRow.h"

#include <QButtonGroup>
#include <QHBoxLayout>
#include <QRadioButton>

namespace segue {

ChoiceRow::ChoiceRow(const QString &objectName, QWidget *parent)
    : QWidget(parent)
    , m_buttons(new QButtonGroup(this))
    , m_row(new QHBoxLayout(this))
{
    setObjectName(objectName);
    m_row->setContentsMargins(0, 0, 0, 0);
    m_row->setSpacing(8);
    m_row->addStretch(1);
    connect(m_buttons, &QButtonGroup::idToggled, this, [this](int index, bool checked) {
        if (checked) {
            leadTabToCurrent();
            Q_EMIT changed(index);
        }
    });
}

// Qt leaves Tab with the button that had the focus last, or with all; the chosen one is where a person looks for it.
void ChoiceRow::leadTabToCurrent()
{
    const QList<QAbstractButton *> buttons = m_buttons->buttons();
    for (QAbstractButton *button : buttons) {
        button->setFocusPolicy(button->isChecked() ? Qt::StrongFocus : Qt::ClickFocus);
    }
}

void ChoiceRow::add(const QString &word, const QString &text)
{
    auto *button = new QRadioButton(text, this);
    button->setObjectName(objectName() + u'-' + word);
    button->setProperty("boxed", true);
    const int index = static_cast<int>(m_buttons->buttons().size());
    m_buttons->addButton(button, index);
    m_row->insertWidget(index, button);
    if (index == 0) {
        button->setChecked(true);
    }
    leadTabToCurrent();
}

int ChoiceRow::current() const
{
    return m_buttons->checkedId();
}

void ChoiceRow::setCurrent(int index)
{
    if (QAbstractButton *button = m_buttons->button(index)) {
        button->setChecked(true);
    }
}

void ChoiceRow::addAtEnd(QWidget *widget)
{
    m_row->addWidget(widget);
}

void ChoiceRow::focusCurrent()
{
    if (QAbstractButton *button = m_buttons->checkedButton()) {
        button->setFocus(Qt::OtherFocusReason);
    }
}

} // namespace segue
